"""What the schema cannot say: quotes that match the text, ids that exist, segments that partition.

The checks read the plain JSON value, not the model classes, so that a file with a wrong label still
has all its other faults found in the same run. A value of a wrong type is left to the schema.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from .article import fingerprint
from .labels import LABELS_OF_LAYER, Role
from .places import Path
from .suggestions import did_you_mean

_LISTS = ("segments", "attributions", "sources", "spans", "relations")
_SHOWN = 60


@dataclass(frozen=True, slots=True)
class Problem:
    """One fault of a file: where it stands, and one sentence that says what to do."""

    path: Path
    message: str

    @property
    def where(self) -> str:
        """The place as a JSON path, such as `$.segments[3].end`."""
        return "$" + "".join(f"[{p}]" if isinstance(p, int) else f".{p}" for p in self.path)


def check_integrity(value: Any) -> list[Problem]:
    """Find every fault in a parsed annotation file that its schema cannot express."""
    if not isinstance(value, dict) or not isinstance(value.get("text"), str):
        return []
    text: str = value["text"]
    items = {name: list(_objects(value.get(name))) for name in _LISTS}
    ids = {name: {item["id"] for _, item in items[name] if _is_id(item)} for name in _LISTS}
    found = [*_article(value.get("article"), text), *_unique_ids(items)]
    for path, quote in _quotes(items):
        found.extend(_quote(path, quote, text))
    found.extend(_references(items, ids))
    found.extend(_types(items))
    found.extend(_partition(items["segments"], text))
    found.extend(_parents(items["attributions"]))
    return found


def _objects(value: Any) -> Iterator[tuple[int, dict[str, Any]]]:
    if isinstance(value, list):
        yield from ((n, item) for n, item in enumerate(value) if isinstance(item, dict))


def _is_id(item: dict[str, Any]) -> bool:
    return isinstance(item.get("id"), str)


def _article(article: Any, text: str) -> Iterator[Problem]:
    if isinstance(article, dict) and isinstance(article.get("sha256"), str):
        expected = fingerprint(text)
        if article["sha256"] != expected:
            yield Problem(
                ("article", "sha256"),
                f"does not belong to this text; put back the text or set it to {expected}",
            )


def _unique_ids(items: dict[str, list[tuple[int, dict[str, Any]]]]) -> Iterator[Problem]:
    seen: dict[str, str] = {}
    for name in _LISTS:
        for number, item in items[name]:
            if not _is_id(item):
                continue
            place = f"{name}[{number}]"
            if item["id"] in seen:
                yield Problem(
                    (name, number, "id"),
                    f"{item['id']!r} is the id of {seen[item['id']]} too; give it one of its own",
                )
            else:
                seen[item["id"]] = place


def _quotes(
    items: dict[str, list[tuple[int, dict[str, Any]]]],
) -> Iterator[tuple[Path, dict[str, Any]]]:
    for name in ("segments", "spans"):
        for number, item in items[name]:
            yield (name, number), item
    for number, item in items["attributions"]:
        for key in ("source", "cue"):
            if isinstance(item.get(key), dict):
                yield ("attributions", number, key), item[key]
        for part, quote in _objects(item.get("content")):
            yield ("attributions", number, "content", part), quote
    for number, item in items["sources"]:
        for part, quote in _objects(item.get("mentions")):
            yield ("sources", number, "mentions", part), quote
    for number, item in items["relations"]:
        if isinstance(item.get("cue"), dict):
            yield ("relations", number, "cue"), item["cue"]


def _quote(path: Path, quote: dict[str, Any], text: str) -> Iterator[Problem]:
    start, end, quoted = quote.get("start"), quote.get("end"), quote.get("text")
    if not (_is_offset(start) and _is_offset(end) and isinstance(quoted, str)):
        return
    assert isinstance(start, int)
    assert isinstance(end, int)
    if not 0 <= start < end <= len(text):
        yield Problem(
            path,
            f"start {start} and end {end} must lie inside the text (0 to {len(text)}), in order",
        )
    elif text[start:end] != quoted:
        yield Problem(
            (*path, "text"),
            f"the article has {_short(text[start:end])} at {start} to {end}, not {_short(quoted)};"
            " correct the quote or the offsets",
        )


def _is_offset(value: Any) -> bool:
    return isinstance(value, int) and not isinstance(value, bool)


def _short(text: str) -> str:
    return repr(text if len(text) <= _SHOWN else text[: _SHOWN - 1] + "…")


def _references(
    items: dict[str, list[tuple[int, dict[str, Any]]]], ids: dict[str, set[str]]
) -> Iterator[Problem]:
    keys = (
        ("segments", "attribution", ids["attributions"], "attribution"),
        ("spans", "attribution", ids["attributions"], "attribution"),
        ("attributions", "speaker", ids["sources"], "source"),
        ("attributions", "parent", ids["attributions"], "attribution"),
        ("relations", "source", ids["segments"], "segment"),
    )
    for name, key, known, what in keys:
        for number, item in items[name]:
            if isinstance(item.get(key), str) and item[key] not in known:
                meant = did_you_mean(item[key], known)
                yield Problem((name, number, key), f"there is no {what} {item[key]!r}{meant}")
    for number, item in items["relations"]:
        undercut = item.get("type") == "undercuts"
        known, what = (ids["relations"], "relation") if undercut else (ids["segments"], "segment")
        target = item.get("target")
        if isinstance(target, str) and target not in known:
            meant = did_you_mean(target, known)
            yield Problem(("relations", number, "target"), f"there is no {what} {target!r}{meant}")
        elif isinstance(target, str) and target in (item.get("source"), item.get("id")):
            yield Problem(("relations", number, "target"), "a relation cannot point at itself")


def _types(items: dict[str, list[tuple[int, dict[str, Any]]]]) -> Iterator[Problem]:
    allowed = {str(layer): tuple(map(str, labels)) for layer, labels in LABELS_OF_LAYER.items()}
    for number, item in items["segments"]:
        for key, role in (("claim_type", "claim"), ("evidence_type", "evidence")):
            known_role = item.get("role") in set(Role)
            if known_role and item.get(key) is not None and item["role"] != role:
                yield Problem(
                    ("segments", number, key),
                    f"belongs to the role {role!r} only; set it to null or change the role",
                )
            elif item.get("role") == role and item.get(key) is None:
                yield Problem(("segments", number, key), f"a segment with role {role!r} needs one")
        if item.get("voice") == "author" and item.get("attribution") is not None:
            yield Problem(
                ("segments", number, "attribution"),
                "must be null in the author's own voice; set it to null or change the voice",
            )
        elif item.get("voice") == "attributed" and item.get("attribution") is None:
            yield Problem(
                ("segments", number, "attribution"), "an attributed segment names its attribution"
            )
    for number, item in items["spans"]:
        layer, label = item.get("layer"), item.get("label")
        if isinstance(layer, str) and layer in allowed and label not in allowed[layer]:
            yield Problem(
                ("spans", number, "label"),
                f"the layer {layer!r} has the labels {', '.join(allowed[layer])}",
            )
        if layer == "framing" and item.get("stance_to_frame") is None:
            yield Problem(
                ("spans", number, "stance_to_frame"), "a framing span uses, reports or rejects"
            )


def _partition(segments: list[tuple[int, dict[str, Any]]], text: str) -> Iterator[Problem]:
    placed = [
        (item["start"], item["end"], number)
        for number, item in segments
        if _is_offset(item.get("start")) and _is_offset(item.get("end"))
    ]
    position = 0
    for start, end, number in placed:
        if start < position:
            yield Problem(
                ("segments", number, "start"),
                f"begins at {start}, before the segment ahead of it ends ({position});"
                " segments follow each other without overlap",
            )
        elif gap := text[position:start].strip():
            yield Problem(
                ("segments", number, "start"), f"{_short(gap)} before it is in no segment"
            )
        position = max(position, end)
    if rest := text[position:].strip():
        yield Problem(("segments",), f"{_short(rest)} at the end is in no segment")


def _parents(attributions: Iterable[tuple[int, dict[str, Any]]]) -> Iterator[Problem]:
    above = {
        item["id"]: item["parent"]
        for _, item in attributions
        if _is_id(item) and isinstance(item.get("parent"), str)
    }
    for number, item in attributions:
        seen: set[str] = set()
        current = item.get("id")
        while isinstance(current, str) and current in above and current not in seen:
            seen.add(current)
            current = above[current]
        if isinstance(current, str) and current in seen and current == item.get("id"):
            yield Problem(("attributions", number, "parent"), "the chain of parents is a circle")
