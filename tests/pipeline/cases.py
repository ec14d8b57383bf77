"""Cases in `tests/cases`: one file each, a marked text and what is expected of it."""

from __future__ import annotations

from pathlib import Path

from argmap.model.labels import Genre

CASES = Path(__file__).parents[1] / "cases"


def names(component: str) -> list[str]:
    """The cases of a component: the listing of its folder."""
    return sorted(path.stem for path in (CASES / component).glob("*.md"))


def case(component: str, name: str) -> tuple[str, list[str], Genre | None]:
    """The marked text of a case, the lines expected, and the genre if its first line gives one."""
    content = (CASES / component / f"{name}.md").read_text(encoding="utf-8")
    marked, _, expected = content.partition("\n--- expected\n")
    genre = None
    if marked.startswith("genre: "):
        first, _, marked = marked.partition("\n")
        genre = Genre(first.removeprefix("genre: "))
    return marked.strip("\n"), [line for line in expected.split("\n") if line], genre
