"""An argument map made fit to stand inside the page: only drawing, only links within the page.

Graphviz wrote the picture and the article's words in it are escaped; this is the second lock. What
is not on a short list of elements and attributes is left out: scripts, event handlers, styles,
foreign elements, images, animations, and every address that leads out of the page.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from xml.etree import ElementTree

from markupsafe import Markup

from argmap.errors import InputError

from .story import node_anchor, sentence_anchor

_SVG = "http://www.w3.org/2000/svg"
_XLINK = "{http://www.w3.org/1999/xlink}"
_ELEMENTS = frozenset(
    "svg g a title desc text tspan polygon polyline path ellipse circle rect line defs marker"
    " linearGradient radialGradient stop clipPath".split()
)
_ATTRIBUTES = frozenset(
    "class id transform viewBox width height x y x1 y1 x2 y2 cx cy r rx ry dx dy d points offset"
    " fill fill-opacity stroke stroke-width stroke-opacity stroke-dasharray stroke-linecap"
    " stroke-linejoin opacity text-anchor font-family font-size font-weight font-style"
    " font-variant letter-spacing baseline-shift dominant-baseline textLength lengthAdjust"
    " text-decoration gradientUnits gradientTransform stop-color stop-opacity clip-path"
    " clip-rule fill-rule marker-start marker-end markerWidth markerHeight orient refX refY"
    " role aria-label aria-hidden preserveAspectRatio direction unicode-bidi".split()
)
_PROLOG = re.compile(r"\A\ufeff?\s*(?:<\?xml.*?\?>\s*)?(?:<!--.*?-->\s*)*(?:<!DOCTYPE[^\[>]*>)?", re.S)
_POINTS_IN = re.compile(r"url\(\s*['\"]?#([A-Za-z0-9_.:-]+)['\"]?\s*\)")


@dataclass(frozen=True, slots=True, kw_only=True)
class MapPicture:
    """A cleaned picture, its natural size in pixels, and the segments that are nodes of it."""

    markup: Markup
    width: int
    height: int
    segments: frozenset[str]


def clean_map(svg: str, *, article: str, segments: frozenset[str], label: str) -> MapPicture:
    """Clean one article's map and tie its nodes to the sentences of the page.

    A node is a `g` of the class `node` whose title is the id of a segment; it becomes the target
    of the sentence's link and links to the sentence. All other ids get the article's name in
    front, so that several maps can stand in one page.

    Raises InputError where the text is no SVG.
    """
    bare = _PROLOG.sub("", svg, count=1)
    if "<!" in bare.replace("<!--", ""):
        raise InputError(f"The map of {article!r} declares entities; draw it again.")
    try:
        root = ElementTree.fromstring(bare)
    except ElementTree.ParseError as error:
        raise InputError(
            f"The map of {article!r} is not well-formed SVG ({error}); draw it again."
        ) from None
    if root.tag != f"{{{_SVG}}}svg":
        raise InputError(f"The map of {article!r} is not an SVG picture; draw it again.")
    cleaner = _Cleaner(article, segments)
    clean = cleaner.element(root)
    assert clean is not None
    width, height = _size(clean)
    clean.set("width", str(width))
    clean.set("height", str(height))
    clean.set("role", "group")
    clean.set("aria-label", label)
    text = ElementTree.tostring(clean, encoding="unicode", short_empty_elements=False)
    return MapPicture(
        markup=Markup(text),  # noqa: S704  built from the short list above
        width=width,
        height=height,
        segments=frozenset(cleaner.found),
    )


class _Cleaner:
    def __init__(self, article: str, segments: frozenset[str]) -> None:
        self._article = article
        self._segments = segments
        self.found: set[str] = set()

    def element(self, old: ElementTree.Element) -> ElementTree.Element | None:
        name = _local(old.tag)
        if name is None or name not in _ELEMENTS:
            return None
        new = ElementTree.Element(name, self._attributes(old))
        new.text = old.text
        for child in old:
            clean = self.element(child)
            if clean is not None:
                clean.tail = child.tail
                new.append(clean)
        if name == "g" and "node" in new.get("class", "").split():
            self._node(old, new)
        return new

    def _attributes(self, old: ElementTree.Element) -> dict[str, str]:
        found = {}
        for name, value in old.attrib.items():
            if name not in _ATTRIBUTES:
                continue
            if name == "id":
                value = self._own(value)
            elif "url" in value.lower():
                inside = _POINTS_IN.fullmatch(value.strip())
                if inside is None:
                    continue
                value = f"url(#{self._own(inside[1])})"
            found[name] = value
        return found

    def _own(self, identifier: str) -> str:
        return f"{node_anchor(self._article, '')}{identifier}"

    def _node(self, old: ElementTree.Element, new: ElementTree.Element) -> None:
        """Tie a node to its sentence; its tooltip becomes a title, which browsers show."""
        title = new.find("title")
        segment = (title.text or "").strip() if title is not None else ""
        if title is not None:
            new.remove(title)
        if segment not in self._segments or segment in self.found:
            _unlink(new)
            return
        self.found.add(segment)
        new.attrib.pop("id", None)
        link = next(new.iter("a"), None)
        if link is None:
            link = ElementTree.Element("a")
            for child in list(new):
                new.remove(child)
                link.append(child)
            new.append(link)
        link.attrib.clear()
        link.set("id", node_anchor(self._article, segment))
        link.set("href", f"#{sentence_anchor(self._article, segment)}")
        tooltip = next(
            (item.get(f"{_XLINK}title") for item in old.iter(f"{{{_SVG}}}a")), None
        )
        if tooltip:
            shown = ElementTree.Element("title")
            shown.text = tooltip
            link.insert(0, shown)


def _unlink(node: ElementTree.Element) -> None:
    for link in list(node.iter("a")):
        link.tag = "g"
        link.attrib.clear()


def _local(tag: object) -> str | None:
    """The name of an SVG element; `None` for a comment, an instruction or a foreign element."""
    if not isinstance(tag, str) or not tag.startswith(f"{{{_SVG}}}"):
        return None
    return tag.removeprefix(f"{{{_SVG}}}")


def _size(root: ElementTree.Element) -> tuple[int, int]:
    """Natural size in CSS pixels, from the view box (Graphviz counts points: 72 to the inch)."""
    try:
        box = [float(part) for part in root.get("viewBox", "").split()]
        _, _, width, height = box
    except ValueError:
        return 800, 600
    return max(1, round(width * 96 / 72)), max(1, round(height * 96 / 72))
