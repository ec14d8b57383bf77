"""What a teacher asks of an argument: is there evidence, from whom, and is the other side heard?

Each finding speaks of the relations and labels that stand in the file, drafts that they are: "no
evidence is linked" says nothing of what the author knows.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from graphlib import CycleError, TopologicalSorter

from argmap.model.comparison import CheckKind
from argmap.model.document import AnnotatedDocument, Relation, Segment
from argmap.model.labels import RelationType, Role, SourceKind, Voice
from argmap.model.structure import blocks

from .main_claim import find_main_claim

_ENOUGH = 3  # supports from which silence of the other side is worth a word
_SEVERAL = 2  # pieces of evidence from which one voice is worth a word


@dataclass(frozen=True, slots=True)
class Finding:
    """One answer: which check, in words, and the ids of the segments that it is about."""

    kind: CheckKind
    message: str
    segments: tuple[str, ...]


def check_argument(document: AnnotatedDocument) -> list[Finding]:
    """Return what a teacher would ask about an article's argument, in the order of `CheckKind`.

    Sources: the questions of informal logic on support and counter-argument (Johnson, Blair 2006)
    and of source criticism in newsrooms.
    """
    segments = {s.id: s for s in document.segments}
    relations = [r for r in document.relations if r.type is not RelationType.UNDERCUTS]
    below: dict[str, list[str]] = {}
    for relation in relations:
        if relation.type is RelationType.SUPPORTS:
            below.setdefault(relation.target, []).append(relation.source)
    main = find_main_claim(document, document.segments, document.relations)
    return [
        *_circles(below),
        *_main_without_evidence(segments, below, main),
        *_unsupported(document, below),
        *_anonymous(document, segments, below),
        *_one_voice(document, below),
        *_one_sided(segments, relations, below, main),
    ]


def _circles(below: Mapping[str, list[str]]) -> Iterator[Finding]:
    try:
        TopologicalSorter(below).prepare()
    except CycleError:
        pass
    else:
        return
    import networkx  # takes a tenth of a second, and circles are rare

    graph = networkx.DiGraph((s, t) for t, sources in below.items() for s in sources)
    for component in networkx.strongly_connected_components(graph):
        if len(component) > 1 or any(graph.has_edge(one, one) for one in component):
            ids = tuple(sorted(component, key=_number))
            yield Finding(CheckKind.CIRCULAR, f"{_named(ids)} support each other in a circle.", ids)


def _main_without_evidence(
    segments: Mapping[str, Segment], below: Mapping[str, list[str]], main: str | None
) -> Iterator[Finding]:
    if main is None or segments[main].role is not Role.CLAIM:
        return
    if not any(segments[one].role is Role.EVIDENCE for one in _all_below(main, below)):
        yield Finding(
            CheckKind.UNSUPPORTED_MAIN,
            f"No evidence is linked below the main claim {main}.",
            (main,),
        )


def _unsupported(document: AnnotatedDocument, below: Mapping[str, list[str]]) -> Iterator[Finding]:
    """Claims of the author's own that stand for nothing else and that nothing supports."""
    leaning = {source for sources in below.values() for source in sources}
    headings = [block for block in blocks(document.text) if block.heading]
    bare = tuple(
        s.id
        for s in document.segments
        if s.role is Role.CLAIM
        and not any(block.start <= s.start < block.end for block in headings)
        and s.voice is not Voice.ATTRIBUTED
        and s.id not in below
        and s.id not in leaning
    )
    if bare:
        verb = "has" if len(bare) == 1 else "have"
        yield Finding(
            CheckKind.UNSUPPORTED,
            f"{_named(bare)}, claimed in the author's own voice, {verb} no linked support.",
            bare,
        )


def _anonymous(
    document: AnnotatedDocument, segments: Mapping[str, Segment], below: Mapping[str, list[str]]
) -> Iterator[Finding]:
    for target in sorted(below, key=_number):
        speakers = [document.speaker_of(segments[source]) for source in below[target]]
        kinds = {speaker.kind if speaker else None for speaker in speakers}
        if kinds == {SourceKind.ANONYMOUS}:
            yield Finding(
                CheckKind.ANONYMOUS,
                f"What supports {target} comes from unnamed sources only.",
                (target, *below[target]),
            )


def _one_voice(document: AnnotatedDocument, below: Mapping[str, list[str]]) -> Iterator[Finding]:
    given = {source for sources in below.values() for source in sources}
    evidence = [s for s in document.segments if s.role is Role.EVIDENCE and s.id in given]
    voices = {speaker.name if (speaker := document.speaker_of(s)) else None for s in evidence}
    if len(evidence) >= _SEVERAL and len(voices) == 1:
        voice = voices.pop() or "the author"
        ids = tuple(s.id for s in evidence)
        yield Finding(
            CheckKind.ONE_VOICE, f"All linked evidence ({_named(ids)}) is {voice}'s.", ids
        )


def _one_sided(
    segments: Mapping[str, Segment],
    relations: list[Relation],
    below: Mapping[str, list[str]],
    main: str | None,
) -> Iterator[Finding]:
    if main is None or segments[main].role is not Role.CLAIM:
        return
    inside = {main, *_all_below(main, below)}
    attacked = any(r.type is RelationType.ATTACKS and r.target in inside for r in relations)
    if len(inside) > _ENOUGH and not attacked:
        yield Finding(
            CheckKind.ONE_SIDED,
            f"{len(inside) - 1} segments support the main claim {main}; nothing is linked that"
            " speaks against it.",
            (main,),
        )


def _all_below(top: str, below: Mapping[str, list[str]]) -> set[str]:
    reached: set[str] = set()
    waiting = [top]
    while waiting:
        fresh = [one for one in below.get(waiting.pop(), ()) if one not in reached]
        reached.update(fresh)
        waiting += fresh
    return reached - {top}


def _named(ids: tuple[str, ...]) -> str:
    if len(ids) == 1:
        return ids[0]
    return f"{', '.join(ids[:-1])} and {ids[-1]}"


def _number(identifier: str) -> tuple[int, str]:
    digits = "".join(c for c in identifier if c.isdecimal())
    return (int(digits) if digits else 0, identifier)
