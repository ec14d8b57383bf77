"""Graphviz's SVG made ready to stand inside an HTML page."""

from __future__ import annotations

import re
from xml.etree import ElementTree

from .render import render

_SVG = "http://www.w3.org/2000/svg"
_XLINK_HREF = "{http://www.w3.org/1999/xlink}href"
_XLINK_TITLE = "{http://www.w3.org/1999/xlink}title"
_PIXELS_PER_POINT = 4 / 3
_NAMESPACE = re.compile(r"^\{[^}]*\}")


def render_svg(dot: str) -> str:
    """Draw DOT text as an SVG element for an HTML page.

    It has no prolog and no fixed size, but a `viewBox`, the class `argmap-map`, and its size at
    100 % in `data-width` and `data-height` (pixels). Tooltips stand in `title` elements, links in
    plain `href`; nothing in it is run. Ids are those of the DOT text, which name the article.

    Raises:
        MissingProgramError: `dot` is not installed.
        OutputError: `dot` failed, or took too long.
    """
    root = ElementTree.fromstring(render(dot, "svg"))
    tooltip = _tooltip(root)
    _clean(root)
    width, height = (float(number) for number in root.attrib["viewBox"].split()[2:])
    root.attrib = {
        "xmlns": _SVG,
        "class": "argmap-map",
        "viewBox": root.attrib["viewBox"],
        "data-width": str(round(width * _PIXELS_PER_POINT)),
        "data-height": str(round(height * _PIXELS_PER_POINT)),
        "role": "group",
        "aria-label": tooltip or "Argument map",
    }
    return ElementTree.tostring(root, encoding="unicode")


def _clean(parent: ElementTree.Element) -> None:
    """Take out names that only Graphviz uses, and turn its links and tooltips into HTML's."""
    for element in parent.iter():
        element.tag = _NAMESPACE.sub("", element.tag)
    for group in list(parent.iter("g")):
        name = group.find("title")
        if name is None:
            continue
        tooltip = _tooltip(group)
        if tooltip and ("node" in _classes(group) or "edge" in _classes(group)):
            name.text = tooltip
        else:
            group.remove(name)
    for element in parent.iter():
        element.attrib.pop(_XLINK_TITLE, None)
        link = element.attrib.pop(_XLINK_HREF, None)
        if element.tag == "a":
            if link is None:
                element.tag = "g"
            else:
                element.attrib["href"] = link
        if element.attrib.get("id", "").startswith("a_"):
            del element.attrib["id"]


def _classes(element: ElementTree.Element) -> list[str]:
    return element.attrib.get("class", "").split()


def _tooltip(element: ElementTree.Element) -> str | None:
    return next((e.attrib[_XLINK_TITLE] for e in element.iter() if _XLINK_TITLE in e.attrib), None)
