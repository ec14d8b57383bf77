"""The parts of an annotation carried over to another text of the same article."""

from __future__ import annotations

from typing import Any

from .anchoring import Anchors, Place
from .matching import LAYERS, Value


def carry(value: Value, text: str) -> Value:
    """A copy of an annotation's layers with each quote at its place in `text`.

    A quote without a place there keeps its old offsets and words, and gets the key `lost` with the
    reason; one whose words changed gets the new words.
    """
    anchors = None if value["text"] == text else Anchors(value["text"], text)
    return {name: [_carried(item, anchors) for item in value[name]] for name in LAYERS}


def _carried(value: Any, anchors: Anchors | None) -> Any:
    if isinstance(value, list):
        return [_carried(item, anchors) for item in value]
    if not isinstance(value, dict):
        return value
    found = {key: _carried(item, anchors) for key, item in value.items()}
    if anchors and "start" in found and "end" in found and "text" in found:
        place = anchors.place(found["start"], found["end"])
        if isinstance(place, Place):
            start, end = place.start, place.end
            found.update(start=start, end=end, text=anchors.new[start:end])
            if place.how != "same":
                found["found"] = [place.how, place.score]
        else:
            found["lost"] = [place.kind, place.reason]
    return found


def bare(value: Any) -> Any:
    """A part without the marks of carrying it over."""
    if isinstance(value, list):
        return [bare(item) for item in value]
    if isinstance(value, dict):
        return {key: bare(item) for key, item in value.items() if key not in ("lost", "found")}
    return value


def quotes(value: Any) -> list[Value]:
    """Every quote in a part, the part itself where it is one."""
    if isinstance(value, list):
        return [quote for item in value for quote in quotes(item)]
    if not isinstance(value, dict):
        return []
    own = [value] if "start" in value and "end" in value else []
    return own + [quote for item in value.values() for quote in quotes(item)]
