"""An argument map made fit to stand inside the page: only drawing, only links within the page.

The article's words in the picture are escaped already; this is the second lock. What is not on a
short list of elements and attributes is left out: scripts, event handlers, styles, foreign
elements, images, animations, and every address that leads out of the page.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from xml.etree import ElementTree

from markupsafe import Markup

from argmap.errors import InputError

from .story import node_anchor, sentence_anchor

_SVG = "{http://www.w3.org/2000/svg}"
_XLINK_HREF = "{http://www.w3.org/1999/xlink}href"
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
class NodePlace:
    """The id that a node has on the page, and the id that its link leads to."""

    anchor: str
    target: str


@dataclass(frozen=True, slots=True, kw_only=True)
class MapPicture:
    """A cleaned picture, its size at 100 % in pixels, and the ids that its nodes bear."""

    markup: Markup
    width: int
    height: int
    anchors: frozenset[str]


def clean_map(
    svg: str,
    *,
    article: str,
    segments: Iterable[str],
    label: str,
    links: Mapping[str, str] | None = None,
    taken: Collection[str] = (),
    scope: str = "",
) -> MapPicture:
    """Clean one article's map and tie its nodes to the sentences of the page.

    A node's id in the picture is `map-ARTICLE-SEGMENT`. Its link leads to the sentence, and takes
    over an id that the sentence's own link leads to. See `clean_picture` for the rest.
    """
    places = {
        f"{_ID_PREFIX}{article}-{one}": NodePlace(
            anchor=node_anchor(article, one), target=sentence_anchor(article, one)
        )
        for one in segments
    }
    own = {place.target: place.target for place in places.values()}
    return clean_picture(
        svg,
        name=article,
        nodes=places,
        links={**own, **(links or {})},
        label=label,
        taken=taken,
        scope=scope,
    )


def clean_picture(
    svg: str,
    *,
    name: str,
    nodes: Mapping[str, NodePlace],
    links: Mapping[str, str],
    label: str,
    taken: Collection[str] = (),
    scope: str = "",
) -> MapPicture:
    """Clean a map and tie its nodes to places of the page.

    A node is a `g` of the class `node`. One that is named gets a link to its place; a part of it
    that leads elsewhere, such as an outlet's cell of a shared claim, keeps a link of its own. Every
    other link of the picture leads where `links` says, or nowhere. Its other ids get a colon, so
    that none can be that of a sentence.

    Args:
        svg: the picture.
        name: what it is the map of, for the error.
        nodes: by the id of a node in the picture, its place.
        links: by the end of an address in the picture (what follows `#`, or the whole), the id on
            the page that it leads to.
        label: what the picture is called for those who do not see it.
        taken: ids that nodes of other pictures bear already; a node here gets a link and no id.
        scope: stands in the picture's other ids, to keep those of two pictures apart.

    Raises InputError where the text is no SVG, or declares entities.
    """
    if _DECLARATION.search(svg):
        raise InputError(f"The map of {name!r} holds declarations; draw it again.")
    try:
        root = ElementTree.fromstring(svg)
    except (ElementTree.ParseError, ValueError) as error:
        raise InputError(
            f"The map of {name!r} is not well-formed ({error}); draw it again."
        ) from None
    if root.tag != f"{_SVG}svg":
        raise InputError(f"The map of {name!r} is not an SVG picture; draw it again.")
    cleaner = _Cleaner(nodes, links, taken, scope)
    clean = cleaner.element(root)
    width, height = _size(clean)
    clean.set("width", str(width))
    clean.set("height", str(height))
    clean.set("role", "group")
    clean.set("aria-label", label)
    text = ElementTree.tostring(clean, encoding="unicode", short_empty_elements=False)
    return MapPicture(
        markup=Markup(text), width=width, height=height, anchors=frozenset(cleaner.anchors)
    )


class _Cleaner:
    def __init__(
        self,
        nodes: Mapping[str, NodePlace],
        links: Mapping[str, str],
        taken: Collection[str],
        scope: str,
    ) -> None:
        self._nodes = nodes
        self._links = links
        self._taken = taken
        self._scope = scope
        self.anchors: set[str] = set()

    def element(self, old: ElementTree.Element) -> ElementTree.Element:
        """A clean copy of an element of the list, with those of its children that are on it."""
        name = old.tag.removeprefix(_SVG)
        new = ElementTree.Element(name, _attributes(old, self._scope))
        new.text = old.text
        if name == "a":
            self._lead(new, old.get("href") or old.get(_XLINK_HREF) or "")
        for child in old:
            if isinstance(child.tag, str) and _is_allowed(child.tag):
                copy = self.element(child)
                copy.tail = child.tail
                new.append(copy)
        if name == "g" and "node" in new.get("class", "").split():
            new.attrib.pop("id", None)
            place = self._nodes.get(old.get("id", ""))
            if place is not None:
                self._tie(new, place)
        return new

    def _lead(self, link: ElementTree.Element, address: str) -> None:
        """Let a link lead to its place on the page; one that has none is no link."""
        target = self._links.get(address) or self._links.get(address.rpartition("#")[2])
        if target is None:
            link.tag = "g"
        else:
            link.set("href", f"#{target}")

    def _tie(self, node: ElementTree.Element, place: NodePlace) -> None:
        href = f"#{place.target}"
        for link in node.iter("a"):
            if link.get("href") == href:
                link.tag = "g"
                del link.attrib["href"]
        own = ElementTree.Element("a")
        if place.anchor not in self._taken and place.anchor not in self.anchors:
            self.anchors.add(place.anchor)
            own.set("id", place.anchor)
        own.set("href", href)
        holder = _holder(node)
        for child in list(holder):
            if next(child.iter("a"), None) is None:
                holder.remove(child)
                own.append(child)
        holder.insert(0, own)


def _holder(node: ElementTree.Element) -> ElementTree.Element:
    """The innermost element that holds all that is drawn of a node beside links of its parts."""
    while True:
        inner = [child for child in node if next(child.iter("a"), None) is not None]
        drawn = [child for child in node if child.tag != "title"]
        if len(drawn) != 1 or drawn != inner:
            return node
        node = inner[0]


def _is_allowed(tag: str) -> bool:
    return tag.startswith(_SVG) and tag.removeprefix(_SVG) in _ELEMENTS


def _attributes(old: ElementTree.Element, scope: str) -> dict[str, str]:
    found = {}
    for name, value in old.attrib.items():
        if name not in _ATTRIBUTES:
            continue
        if name == "id":
            value = _own(value, scope)
        elif "url" in value.lower():
            within = _WITHIN.fullmatch(value.strip())
            if within is None:
                continue
            value = f"url(#{_own(within[1], scope)})"
        found[name] = value
    return found


def _own(identifier: str, scope: str) -> str:
    return f"map:{scope}{identifier.removeprefix(_ID_PREFIX)}"


def _size(root: ElementTree.Element) -> tuple[int, int]:
    try:
        _, _, width, height = (float(part) for part in root.get("viewBox", "").split())
        return round(width * _PIXELS_PER_POINT) or 1, round(height * _PIXELS_PER_POINT) or 1
    except (ValueError, OverflowError):
        return 800, 600
