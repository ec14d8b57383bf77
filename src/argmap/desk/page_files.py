"""The page's own files, read once: nothing is ever looked up on disk by an address."""

from __future__ import annotations

from functools import cache
from importlib.resources import files

INDEX = "index.html"
_TYPES = {"js": "text/javascript", "css": "text/css", "html": "text/html"}
_SHARED = ("base.css", "texts.css", "maps.css")  # of the comparison's page


@cache
def page_files() -> dict[str, tuple[bytes, str]]:
    """Content and media type by address below the token; `index.html` is the page itself."""
    folder = files("argmap.desk") / "page"
    found = {INDEX: (folder / INDEX).read_bytes()}
    for kind in ("js", "css"):
        for file in (folder / kind).iterdir():
            if file.name.endswith(f".{kind}"):
                found[f"{kind}/{file.name}"] = file.read_bytes()
    shared = files("argmap.report") / "static"
    for name in _SHARED:
        found[f"css/page-{name}"] = (shared / name).read_bytes()
    return {
        name: (content, f"{_TYPES[name.rpartition('.')[2]]}; charset=utf-8")
        for name, content in found.items()
    }
