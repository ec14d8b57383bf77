"""Finding a quote again whose offsets no longer fit: exact, then fuzzily, never a silent guess."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from .anchoring import Anchors, Place, Unplaced, find_fuzzily
from .article import fingerprint
from .checks import Problem
from .places import Path

_WIDEST_GAP = 100  # blanks between two segments; more means that the offsets are nonsense


@dataclass(frozen=True, slots=True)
class Moved:
    """A quote that was found at another place."""

    path: Path
    text: str
    before: tuple[int, int]
    after: tuple[int, int]
    score: float = 100.0  # how alike the words there are; below 100 the quote got them


def reanchor(value: Any, *, old_text: str | None = None) -> tuple[list[Moved], list[Problem]]:
    """Mend, in place, the offsets of each quote of a parsed file that stands elsewhere now.

    Where the article's text changed, its old text says where each quote went: lines that are the
    same, then the words around it, then likeness (`anchoring.Anchors`). Otherwise a person edited
    the quote: one that stands once in the text is moved there; one that stands several times is
    moved to the place nearest to its old offsets, unless two are equally near; one that stands
    nowhere to the one stretch that is like it (`anchoring.FUZZY_SCORE` or more), and gets its
    words. What is not found, or could be at two places, is left alone and returned as a problem.
    Where every quote stands in the text, the text's fingerprint is set to it.

    Args:
        value: The file's JSON value.
        old_text: The text that argmap last wrote, where that is known; else the old text is put
            together from the segments' quotes.
    """
    moved: list[Moved] = []
    lost: list[Problem] = []
    if not isinstance(value, dict) or not isinstance(value.get("text"), str):
        return moved, lost
    text: str = value["text"]
    anchors, sure = _anchors(value.get("segments"), text, old_text)
    for name in ("segments", "attributions", "sources", "spans", "relations"):
        for path, quote in _quotes(value.get(name), (name,)):
            start, end = quote["start"], quote["end"]
            stands = text[max(start, 0) : max(end, 0)] == quote["text"]
            if not quote["text"] or (stands and not sure):
                continue
            if anchors is not None and anchors.old[max(start, 0) : max(end, 0)] == quote["text"]:
                _follow(quote, path, anchors, moved, lost)
            elif not stands:
                _mend(quote, path, text, moved, lost)
    article = value.get("article")
    if not lost and isinstance(article, dict) and "sha256" in article:
        article["sha256"] = fingerprint(text)
    return moved, lost


def _anchors(segments: Any, text: str, old_text: str | None) -> tuple[Anchors | None, bool]:
    """Places of the old text in the new one, and whether the old text is known, not put together.

    `None` where the text did not change under the offsets.
    """
    placed = sorted(_placed(segments))
    fit = sum(text.startswith(quote, start) for start, quote in placed)
    if old_text is not None and old_text != text:
        before = sum(old_text.startswith(quote, start) for start, quote in placed)
        if before > fit:
            return Anchors(old_text, text), True
    if fit < len(placed) and (old := _text_of_segments(placed)) is not None:
        return Anchors(old, text), False
    return None, False


def _placed(segments: Any) -> Iterator[tuple[int, str]]:
    for item in segments if isinstance(segments, list) else ():
        start = item.get("start") if isinstance(item, dict) else None
        if isinstance(start, int) and start >= 0 and isinstance(item.get("text"), str):
            yield start, item["text"]


def _text_of_segments(placed: list[tuple[int, str]]) -> str | None:
    """The text that segments were cut from; what stood between them is taken for blank."""
    found = ""
    for start, quote in placed:
        gap = start - len(found)
        if not 0 <= gap <= _WIDEST_GAP:
            return None
        found += (" " if gap == 1 else "\n" * gap) + quote
    return found or None


def _quotes(value: Any, path: Path) -> Iterator[tuple[Path, dict[str, Any]]]:
    """Every object with offsets and a text, at any depth."""
    if isinstance(value, list):
        for number, item in enumerate(value):
            yield from _quotes(item, (*path, number))
    elif isinstance(value, dict):
        quote, start, end = value.get("text"), value.get("start"), value.get("end")
        if isinstance(quote, str) and isinstance(start, int) and isinstance(end, int):
            yield path, value
        for key, item in value.items():
            if isinstance(item, (dict, list)):
                yield from _quotes(item, (*path, key))


def _follow(
    value: dict[str, Any], path: Path, anchors: Anchors, moved: list[Moved], lost: list[Problem]
) -> None:
    """Move a quote to where it went when the text changed."""
    start, end = value["start"], value["end"]
    found = anchors.place(start, end)
    if isinstance(found, Unplaced):
        if anchors.new[start:end] != value["text"]:
            what = f"{found.reason}; set start and end, or correct the quote"
            lost.append(Problem((*path, "text"), what))
        return
    words = anchors.new[found.start : found.end]
    if (found.start, found.end, words) != (start, end, value["text"]):
        value.update(start=found.start, end=found.end, text=words)
        moved.append(Moved(path, words, (start, end), (found.start, found.end), found.score))


def _mend(
    value: dict[str, Any], path: Path, text: str, moved: list[Moved], lost: list[Problem]
) -> None:
    quote, start, end = value["text"], value["start"], value["end"]
    places = _places(text, quote)
    places.sort(key=lambda place: (abs(place - start), place))
    if not places:
        found = find_fuzzily(text, quote, None, 0, len(text))
        if isinstance(found, Place):
            words = text[found.start : found.end]
            value.update(start=found.start, end=found.end, text=words)
            moved.append(Moved(path, words, (start, end), (found.start, found.end), found.score))
        elif found.kind == "stale":
            what = "several stretches of the article are like this quote; correct it"
            lost.append(Problem((*path, "text"), what))
        else:
            what = "the article does not hold this quote; correct it"
            lost.append(Problem((*path, "text"), what))
    elif len(places) > 1 and abs(places[0] - start) == abs(places[1] - start):
        lost.append(
            Problem((*path, "text"), "the quote stands twice, equally near; set start and end")
        )
    else:
        value["start"], value["end"] = places[0], places[0] + len(quote)
        moved.append(Moved(path, quote, (start, end), (value["start"], value["end"])))


def _places(text: str, quote: str) -> list[int]:
    found = []
    place = text.find(quote)
    while place >= 0:
        found.append(place)
        place = text.find(quote, place + 1)
    return found
