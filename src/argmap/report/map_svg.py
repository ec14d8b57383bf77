"""An argument map made fit to stand inside the page: only drawing, only links within the page.

The article's words in the picture are escaped already; this is the second lock. What is not on a
short list of elements and attributes is left out: scripts, event handlers, styles, foreign
elements, images, animations, and every address that leads out of the page.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from xml.etree import ElementTree

from markupsafe import Markup

from argmap.errors import InputError

from .story import node_anchor, sentence_anchor

_SVG = "{http://www.w3.org/2000/svg}"
_ID_PREFIX = "map-"
_ELEMENTS = frozenset(
    """svg g a title desc text tspan polygon polyline path ellipse circle rect line defs marker
    linearGradient radialGradient stop clipPath""".split()  # noqa: SIM905  read as words
)
_ATTRIBUTES = frozenset(
    """class id transform viewBox width height x y x1 y1 x2 y2 cx cy r rx ry dx dy d points offset
    fill fill-opacity fill-rule stroke stroke-width stroke-opacity stroke-dasharray
    stroke-linecap stroke-linejoin opacity text-anchor font-size font-weight
    font-style font-variant letter-spacing baseline-shift dominant-baseline textLength
    lengthAdjust text-decoration gradientUnits gradientTransform stop-color stop-opacity
    clip-path clip-rule marker-start marker-end markerWidth markerHeight orient refX refY
    preserveAspectRatio direction unicode-bidi""".split()  # noqa: SIM905  read as words
)
_DECLARATION = re.compile(r"<!(?:DOCTYPE|ENTITY)", re.IGNORECASE)
_WITHIN = re.compile(r"url\(\s*['\"]?#([A-Za-z0-9_.:-]+)['\"]?\s*\)")
_PIXELS_PER_POINT = 4 / 3  # Graphviz counts in points


@dataclass(frozen=True, slots=True, kw_only=True)
class MapPicture:
    """A cleaned picture, its size at 100 % in pixels, and the segments that are nodes of it."""

    markup: Markup
    width: int
    height: int
    segments: frozenset[str]


def clean_map(svg: str, *, article: str, segments: frozenset[str], label: str) -> MapPicture:
    """Clean one article's map and tie its nodes to the sentences of the page.

    A node is a `g` of the class `node` whose id is `map-ARTICLE-SEGMENT`. Its link leads to the
    sentence, and takes over an id that the sentence's own link leads to. Ids get a colon, so that
    none can be that of a sentence.

    Raises InputError where the text is no SVG, or declares entities.
    """
    if _DECLARATION.search(svg):
        raise InputError(f"The map of {article!r} holds declarations; draw it again.")
    try:
        root = ElementTree.fromstring(svg)
    except (ElementTree.ParseError, ValueError) as error:
        raise InputError(
            f"The map of {article!r} is not well-formed ({error}); draw it again."
        ) from None
    if root.tag != f"{_SVG}svg":
        raise InputError(f"The map of {article!r} is not an SVG picture; draw it again.")
    cleaner = _Cleaner(article, segments)
    clean = cleaner.element(root)
    width, height = _size(clean)
    clean.set("width", str(width))
    clean.set("height", str(height))
    clean.set("role", "group")
    clean.set("aria-label", label)
    text = ElementTree.tostring(clean, encoding="unicode", short_empty_elements=False)
    return MapPicture(
        markup=Markup(text), width=width, height=height, segments=frozenset(cleaner.found)
    )


class _Cleaner:
    def __init__(self, article: str, segments: frozenset[str]) -> None:
        self._article = article
        self._ids = {f"{_ID_PREFIX}{article}-{segment}": segment for segment in segments}
        self.found: set[str] = set()

    def element(self, old: ElementTree.Element) -> ElementTree.Element:
        """A clean copy of an element of the list, with those of its children that are on it."""
        name = old.tag.removeprefix(_SVG)
        new = ElementTree.Element(name, _attributes(old))
        new.text = old.text
        for child in old:
            if isinstance(child.tag, str) and _is_allowed(child.tag):
                copy = self.element(child)
                copy.tail = child.tail
                new.append(copy)
        if name == "g" and "node" in new.get("class", "").split():
            self._node(new, self._ids.get(old.get("id", "")))
        return new

    def _node(self, node: ElementTree.Element, segment: str | None) -> None:
        for link in list(node.iter("a")):
            link.tag = "g"
        node.attrib.pop("id", None)
        if segment is None or segment in self.found:
            return
        self.found.add(segment)
        link = ElementTree.Element(
            "a",
            {
                "id": node_anchor(self._article, segment),
                "href": f"#{sentence_anchor(self._article, segment)}",
            },
        )
        for child in list(node):
            node.remove(child)
            link.append(child)
        node.append(link)


def _is_allowed(tag: str) -> bool:
    return tag.startswith(_SVG) and tag.removeprefix(_SVG) in _ELEMENTS


def _attributes(old: ElementTree.Element) -> dict[str, str]:
    found = {}
    for name, value in old.attrib.items():
        if name not in _ATTRIBUTES:
            continue
        if name == "id":
            value = _own(value)
        elif "url" in value.lower():
            within = _WITHIN.fullmatch(value.strip())
            if within is None:
                continue
            value = f"url(#{_own(within[1])})"
        found[name] = value
    return found


def _own(identifier: str) -> str:
    return f"map:{identifier.removeprefix(_ID_PREFIX)}"


def _size(root: ElementTree.Element) -> tuple[int, int]:
    try:
        _, _, width, height = (float(part) for part in root.get("viewBox", "").split())
        return round(width * _PIXELS_PER_POINT) or 1, round(height * _PIXELS_PER_POINT) or 1
    except (ValueError, OverflowError):
        return 800, 600
