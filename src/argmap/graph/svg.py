"""Graphviz's SVG made ready to stand inside an HTML page."""

from __future__ import annotations

import re
from xml.etree import ElementTree

from .render import render

_SVG = "http://www.w3.org/2000/svg"
_XLINK_HREF = "{http://www.w3.org/1999/xlink}href"
_XLINK_TITLE = "{http://www.w3.org/1999/xlink}title"
_PIXELS_PER_POINT = 4 / 3
_NUMBER = re.compile(r"-?[0-9.]+")
_NAMESPACE = re.compile(r"^\{[^}]*\}")


def render_svg(dot: str) -> str:
    """Draw DOT text as an SVG element for an HTML page; see `inline_svg`.

    Raises:
        MissingProgramError: `dot` is not installed.
        OutputError: `dot` failed, or took too long.
    """
    return inline_svg(render(dot, "svg"))


def inline_svg(picture: bytes, *, legend: bool = True) -> str:
    """Turn Graphviz's SVG of a map into an SVG element for an HTML page.

    It has no prolog and no fixed size, but a `viewBox`, the class `argmap-map`, and its size at
    100 % in `data-width` and `data-height` (pixels). Tooltips stand in `title` elements, links in
    plain `href`; nothing in it is run. Ids are those of the DOT text, which name the article.
    Without `legend` that of the picture is cut off, for a page that has its own.
    """
    root = ElementTree.fromstring(picture)
    tooltip = _tooltip(root)
    left, top, width, height = (float(number) for number in root.attrib["viewBox"].split())
    if not legend:
        height -= _take_out_the_legend(root)
    _clean(root)
    root.attrib = {
        "xmlns": _SVG,
        "class": "argmap-map",
        "viewBox": f"{left:.2f} {top:.2f} {width:.2f} {height:.2f}",
        "data-width": str(round(width * _PIXELS_PER_POINT)),
        "data-height": str(round(height * _PIXELS_PER_POINT)),
        "role": "group",
        "aria-label": tooltip or "Argument map",
    }
    return ElementTree.tostring(root, encoding="unicode")


def _take_out_the_legend(root: ElementTree.Element) -> float:
    """Take the legend's box, samples and lines out; it stands at the bottom: return its height."""
    drawing = root.find(f"{{{_SVG}}}g")
    assert drawing is not None
    heights = [0.0]
    for group in list(drawing):
        if "legend" in _classes(group):
            outline = group.find(f".//{{{_SVG}}}path")
            numbers = [] if outline is None else _NUMBER.findall(outline.attrib["d"])
            heights += [abs(float(y)) for y in numbers[1::2]]  # the ground is at 0
            drawing.remove(group)
    return max(heights)


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
