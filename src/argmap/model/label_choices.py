"""From a label in words, as a record holds it, back to the values that would make it stand.

`label_words` writes what two people say into the record of a label that they dispute. Whoever
decides takes one of the two: here the words become values again, and only values that fit the file.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

from . import label_words as words
from .document import AnnotatedDocument, ArticleInfo, Part, Relation
from .labels import (
    LABELS_OF_LAYER,
    Certainty,
    ClaimType,
    EvidenceType,
    Frame,
    FrameStance,
    Genre,
    Polarity,
    Quotation,
    RelationType,
    Role,
    SourceKind,
    SpanLayer,
    Stance,
    Voice,
)

PARTS = ("segments", "attributions", "sources", "spans", "relations")
CUT = "cut"
_LABELS = {
    "article": frozenset(ArticleInfo.model_fields) - {"id", "sha256"},
    "segments": {CUT, "role", "claim_type", "evidence_type", "voice", "attribution", "certainty"}
    | {"polarity", "tone_towards", "frames"},
    "attributions": {"source", "cue", "content", "speaker", "parent", "quote", "stance"},
    "sources": {"name", "kind", "description"},
    "spans": {"text", "layer", "label", "stance_to_frame", "voice", "attribution"},
    "relations": {"type", "cue"},
}
"""What people may dispute in a part; a record of anything else is shown, and offers nothing."""
_LAYER_OF = {str(name): layer for layer, names in LABELS_OF_LAYER.items() for name in names}
_CLOSED: dict[str, Iterable[Any]] = {
    "certainty": Certainty,
    "polarity": Polarity,
    "quote": Quotation,
    "stance": Stance,
    "kind": SourceKind,
    "stance_to_frame": FrameStance,
    "type": RelationType,
    "genre": Genre,
}
_WITH_MORE = re.compile(r"([a-z_]+)(?: \((.+)\))?", re.DOTALL)
_QUOTE = re.compile(r"(\d{1,9})-(\d{1,9}) “")
_TONE = re.compile(r"(.+?) ([+-]\d)(?:, |$)", re.DOTALL)
_RELATION = re.compile(r"([a-z]+) (\S+) → (\S+)")
Cuts = tuple[tuple[int, int], ...]


@dataclass(frozen=True, slots=True)
class Choice:
    """What makes a label stand: values to set in a part, a part to take out, or cuts of the text.

    `part` is the list that the part stands in, or `article`; `values` are JSON values by key, where
    `place` sets the start, end and text of a span.
    """

    part: str
    id: str
    values: Mapping[str, Any] = field(default_factory=dict)
    remove: bool = False
    cuts: Cuts = ()


def split_key(document: AnnotatedDocument, key: str) -> tuple[str, Part | None, str]:
    """The list, the part and the label that a record's key speaks of.

    There is no part where it is gone, or has no such label.
    """
    identifier, _, label = key.partition(".")
    if identifier == "article" and label in _LABELS["article"]:
        return "article", document.article, label
    for name in PARTS:
        for item in getattr(document, name):
            if item.id == identifier and (not label or label in _LABELS[name]):
                return name, item, label
    return "", None, label


def choice(document: AnnotatedDocument, key: str, said: str | None) -> Choice | None:
    """What makes the label `key` be what is `said`; `None` where that does not fit this file."""
    part, item, label = split_key(document, key)
    identifier = key.partition(".")[0]
    if item is None:
        return None
    if not label:
        if said is None:
            return Choice(part, identifier, remove=True) if part in PARTS[1:] else None
        values = _ends(document, item, said)
        if values is None and _is_relation(item, said):
            return None
        return Choice(part, identifier, values or {})
    if label == CUT:
        cuts = _cuts(document, item, said)
        return Choice(part, identifier, cuts=cuts) if cuts else None
    values = _values(document, item, label, said)
    return None if values is None else Choice(part, identifier, values)


def stands(document: AnnotatedDocument, key: str, said: str | None) -> bool:
    """Whether the file says now what somebody said."""
    _, item, label = split_key(document, key)
    if label == CUT:
        cuts = set(_cuts(document, item, said))
        return bool(cuts) and cuts <= {(s.start, s.end) for s in document.segments}
    if item is None or not label:
        if item is None or said is None:
            return item is None and said is None
        return not _is_relation(item, said) or words.whole(item) == said
    return words.label(item, label) == said


def legal(document: AnnotatedDocument, key: str) -> tuple[str, ...]:
    """Every label in words that may stand at a key, where the set is closed; else nothing."""
    _, item, label = split_key(document, key)
    if item is None:
        return ()
    if label == "role":
        kinds = {Role.CLAIM: tuple(ClaimType), Role.EVIDENCE: tuple(EvidenceType)}
        return tuple(
            f"{role} ({kind})" if kind else str(role)
            for role in Role
            for kind in kinds.get(role, (None,))
        )
    if label == "label":
        return tuple(_LAYER_OF)
    found = tuple(map(str, _CLOSED.get(label, ())))
    if label == "type":
        undercut = str(RelationType.UNDERCUTS)
        is_one = words.label(item, "type") == undercut
        return tuple(name for name in found if (name == undercut) is is_one)
    return found


def _values(
    document: AnnotatedDocument, item: Any, label: str, said: str | None
) -> dict[str, Any] | None:
    if label == "role":
        return _role(said)
    if label == "voice":
        return _voice(document, said)
    if label == "label":
        return _span_label(item, said)
    if label == "frames":
        names = [] if said == "none" else (said or "").split(", ")
        return {label: names} if all(name in set(Frame) for name in names) else None
    if label == "tone_towards":
        return _tone(said)
    if label in ("source", "cue", "text", "content"):
        return _quotes(document, label, said)
    if label in ("speaker", "parent"):
        known = document.source(said) if label == "speaker" else document.attribution(said)
        fits = said is None or (known is not None and not _circle(document, item.id, label, said))
        return {label: said} if fits else None
    if label in _CLOSED:
        return {label: said} if said in {*_CLOSED[label], None} else None
    return {label: said}


def _role(said: str | None) -> dict[str, Any] | None:
    found = _WITH_MORE.fullmatch(said or "")
    if not found or found[1] not in set(Role):
        return None
    claim, evidence = (
        found[2] if found[1] == role else None for role in (Role.CLAIM, Role.EVIDENCE)
    )
    return {"role": found[1], "claim_type": claim, "evidence_type": evidence}


def _voice(document: AnnotatedDocument, said: str | None) -> dict[str, Any] | None:
    found = _WITH_MORE.fullmatch(said or "")
    if not found or found[1] not in set(Voice):
        return None
    if found[2] is None:
        fits = found[1] != Voice.ATTRIBUTED
    else:
        fits = document.attribution(found[2]) is not None
    return {"voice": found[1], "attribution": found[2]} if fits else None


def _tone(said: str | None) -> dict[str, Any] | None:
    found = [] if said == "none" else _TONE.findall(said or "")
    if said != "none" and ", ".join(f"{name} {value}" for name, value in found) != said:
        return None
    return {"tone_towards": [{"target": name, "value": int(value)} for name, value in found]}


def _span_label(item: Any, said: str | None) -> dict[str, Any] | None:
    layer = _LAYER_OF.get(said or "")
    if layer is None:
        return None
    framing = layer == SpanLayer.FRAMING
    stance = (item.stance_to_frame or FrameStance.USES) if framing else None
    return {"layer": str(layer), "label": said, "stance_to_frame": stance and str(stance)}


def _quotes(document: AnnotatedDocument, label: str, said: str | None) -> dict[str, Any] | None:
    if said is None:
        return {label: None} if label in ("source", "cue") else None
    found = read_quotes(said, document.text)
    if label == "content":
        return {label: found} if found else None
    return {"place" if label == "text" else label: found[0]} if len(found) == 1 else None


def read_quotes(said: str, text: str) -> list[dict[str, Any]]:
    """The quotes that `label_words.quotes` wrote, where each stands in the text; else none."""
    found = []
    at = 0
    while begun := _QUOTE.match(said, at):
        start, end = int(begun[1]), int(begun[2])
        quote = text[start:end]
        at = begun.end() + len(quote)
        if not quote or said[begun.end() : at + 1] != f"{quote}”":
            return []
        found.append({"start": start, "end": end, "text": quote})
        if at + 1 == len(said):
            return found
        if not said.startswith(" + ", at + 1):
            return []
        at += 4
    return []


def _cuts(document: AnnotatedDocument, item: Any, said: str | None) -> Cuts:
    """Where the pieces of a stretch stand, each behind the one before, in the words of the file."""
    quotes = read_quotes(said or "", document.text)
    if quotes:
        return tuple((quote["start"], quote["end"]) for quote in quotes)
    found: list[tuple[int, int]] = []
    at = item.start if item is not None else 0
    for piece in (said or "").split(" | ") if item is not None else ():
        start = document.text.find(piece, at) if piece else -1
        if start < 0 or (found and document.text[at:start].strip()):
            return ()
        at = start + len(piece)
        found.append((start, at))
    return tuple(found)


def _is_relation(item: Any, said: str) -> re.Match[str] | None:
    """The kind and the ends in words; `None` where the words are of another part.

    An adjudication names what an undercut meets by its ends (`s2→s1`): no other can stand there.
    """
    found = _RELATION.fullmatch(said)
    fits = found and isinstance(item, Relation) and found[1] in set(RelationType)
    return found if found and fits and "→" not in found[3] else None


def _ends(document: AnnotatedDocument, item: Any, said: str) -> dict[str, Any] | None:
    """The ends and the kind of a relation in words; `None` where they do not fit this file."""
    found = _is_relation(item, said)
    if not found or found[2] not in {segment.id for segment in document.segments}:
        return None
    if found[1] == RelationType.UNDERCUTS:
        fits = not _hangs_on_nothing(document, found[3], item.id)
    else:
        fits = found[3] in {segment.id for segment in document.segments} - {found[2]}
    return {"source": found[2], "target": found[3], "type": found[1]} if fits else None


def _hangs_on_nothing(document: AnnotatedDocument, target: str, identifier: str) -> bool:
    """Whether what an undercut would meet is no relation, or hangs on that undercut itself."""
    relations = {relation.id: relation for relation in document.relations}
    seen = {identifier}
    while target not in seen:
        if target not in relations:
            return True
        seen.add(target)
        if relations[target].type is not RelationType.UNDERCUTS:
            return False
        target = relations[target].target
    return True


def _circle(document: AnnotatedDocument, identifier: str, label: str, said: str | None) -> bool:
    """Whether an attribution would stand inside itself."""
    seen = {identifier}
    while label == "parent" and said is not None and said not in seen:
        seen.add(said)
        outer = document.attribution(said)
        said = outer.parent if outer else None
    return label == "parent" and said is not None
