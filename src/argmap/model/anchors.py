"""Finding a quote again whose offsets no longer fit: exact, then fuzzily, never a silent guess."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from .anchoring import Place, find_fuzzily
from .checks import Problem
from .places import Path


@dataclass(frozen=True, slots=True)
class Moved:
    """A quote that was found at another place."""

    path: Path
    text: str
    before: tuple[int, int]
    after: tuple[int, int]
    score: float = 100.0  # how alike the words there are; below 100 the quote got them


def reanchor(value: Any) -> tuple[list[Moved], list[Problem]]:
    """Mend, in place, the offsets of each quote of a parsed file that stands elsewhere now.

    A quote that stands once in the text is moved there; one that stands several times is moved to
    the place nearest to its old offsets, unless two are equally near. One that stands
    nowhere is moved to the one stretch that is like it (`anchoring.FUZZY_SCORE` or more) and gets
    its words. What is not found, or could be at two places, is left alone and returned as
    a problem.
    """
    moved: list[Moved] = []
    lost: list[Problem] = []
    if isinstance(value, dict) and isinstance(value.get("text"), str):
        for name in ("segments", "attributions", "sources", "spans", "relations"):
            _walk(value.get(name), (name,), value["text"], moved, lost)
    return moved, lost


def _walk(value: Any, path: Path, text: str, moved: list[Moved], lost: list[Problem]) -> None:
    if isinstance(value, list):
        for number, item in enumerate(value):
            _walk(item, (*path, number), text, moved, lost)
    elif isinstance(value, dict):
        quote, start, end = value.get("text"), value.get("start"), value.get("end")
        if isinstance(quote, str) and isinstance(start, int) and isinstance(end, int):
            _mend(value, path, text, moved, lost)
        for key, item in value.items():
            if isinstance(item, (dict, list)):
                _walk(item, (*path, key), text, moved, lost)


def _mend(
    value: dict[str, Any], path: Path, text: str, moved: list[Moved], lost: list[Problem]
) -> None:
    quote, start, end = value["text"], value["start"], value["end"]
    if not quote or text[max(start, 0) : max(end, 0)] == quote:
        return
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
