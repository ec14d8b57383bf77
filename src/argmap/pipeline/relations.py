"""How segments bear on one another: one argument an article, what hangs loose left loose.

A connective says which way an argument runs: "because" gives a reason for what stands before it,
"therefore" draws a conclusion from it, "but" speaks against it, and answers a concession. Round
what connectives show, the discourse model's scores are decoded as a whole. Without the model,
evidence serves the nearest claim before it in the same paragraph. Headings and boilerplate take no
part, except that a claim may restate another.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from spacy.tokens import Doc

from argmap.discourse.tasks import TASKS
from argmap.model.labels import Genre, RelationType, Role

from .connectives import is_strong, opening_connective
from .layers import Offsets, Reading, RelationDraft, reading_of
from .learned_relations import Shown, component_shares, learned_links
from .phrases import Found, word_range
from .restatements import content_words, restatements
from .thesis import find_thesis, is_authors
from .words import Words, words_of

_ARGUED = frozenset({Role.CLAIM, Role.EVIDENCE, Role.REPORT, Role.BACKGROUND})
_PROVING = frozenset({Role.CLAIM, Role.EVIDENCE})
_ARGUING = frozenset({Genre.OPINION, Genre.ANALYSIS, Genre.SATIRE})
_LIKELY = {True: 0.25, False: 0.38}
"""From which share on a support is drawn in an argument, and in a report."""
_LIKELY_DETAIL = 0.4
_AGAINST, _AGAINST_WEAK = 0.5, 0.6
"""Share of an attack from which "but", and a weak "yet", speak against what stands before."""
_OF_THESIS = 0.3  # confidence that a claim in the thesis's words serves it
_SHARED_WORDS = 2
_COMMON = 0.2  # share of the segments in which a word is the topic's and tells nothing


@dataclass(frozen=True, slots=True)
class _Piece:
    """A segment of the argument with the connective that opens it."""

    number: int
    role: Role
    connective: Found | None


def mark_relations(doc: Doc) -> Doc:
    """Write `reading.relations`."""
    reading = reading_of(doc)
    words = words_of(doc)
    links = _Links(words)
    paragraphs = list(_paragraphs(reading, words))
    against = _against(reading)
    for pieces in paragraphs:
        _link_by_connective(pieces, links, against)
    if reading.discourse is None:
        for pieces in paragraphs:
            _link_by_place(pieces, links)
    else:
        _link_by_model(doc, [piece for pieces in paragraphs for piece in pieces], links)
    for source, target, share in restatements(reading, words):
        links.add(source, target, RelationType.RESTATES, round(0.4 + 0.4 * share, 2))
    reading.relations = links.in_order()
    return doc


def _against(reading: Reading) -> list[float]:
    """How likely each segment speaks against something; without a model as likely as not."""
    if reading.discourse is None or not reading.segments:
        return [_AGAINST] * len(reading.segments)
    rows = reading.discourse.classes("attack", [(s.start, s.end) for s in reading.segments])
    return [float(row[TASKS["attack"].classes.index("attacks")]) for row in rows]


def _link_by_model(doc: Doc, pieces: list[_Piece], links: _Links) -> None:
    reading, words = reading_of(doc), words_of(doc)
    if reading.discourse is None or not pieces:
        return
    places = [piece.number for piece in pieces]
    types = component_shares(reading.discourse, reading.segments, places)
    argues = reading.genre in _ARGUING
    given_up = links.attacked()
    thesis = find_thesis(reading, words, doc.text, places, types, given_up) if argues else None
    shown = Shown(links.heads(), links.opposed())
    for link in learned_links(reading.discourse, reading.segments, places, types, shown, thesis):
        source, target = reading.segments[link.source].role, reading.segments[link.target].role
        proves = source is Role.EVIDENCE or (source in _PROVING and target in _PROVING)
        if link.share >= (_LIKELY[argues] if proves else _LIKELY_DETAIL):
            kind = RelationType.SUPPORTS if proves else RelationType.ELABORATES
            links.add(link.source, link.target, kind, round(link.share, 2))
    if thesis is not None:
        _serve_thesis(reading, words, doc.text, places, thesis, links)


def _serve_thesis(
    reading: Reading,
    words: Words,
    text: str,
    places: list[int],
    thesis: int,
    links: _Links,
) -> None:
    """A claim of the author's own that serves no other and takes up the thesis's words serves it.

    Words of the topic, which stand everywhere, do not count. In the thesis's own paragraph, what
    the author claims on the way to it serves it whatever its words.
    """
    home = next((b for b in reading.blocks if reading.segments[thesis].start < b.end), None)
    contents = {
        place: content_words(
            words, word_range(words, (reading.segments[place].start, reading.segments[place].end))
        )
        for place in places
    }
    spread = Counter(word for content in contents.values() for word in content)
    telling = {word for word, count in spread.items() if count <= max(2, _COMMON * len(places))}
    for place in places:
        segment = reading.segments[place]
        if segment.role is not Role.CLAIM or not is_authors(reading, text, segment):
            continue
        shared = contents[place] & contents[thesis] & telling
        beside = home is not None and home.start <= segment.start < home.end
        if place == thesis or links.leads(place):
            continue
        if beside or len(shared) >= _SHARED_WORDS:
            links.add(place, thesis, RelationType.SUPPORTS, _OF_THESIS)


class _Links:
    """The relations so far: one support a segment at most, no pair twice, no circle."""

    def __init__(self, words: Words) -> None:
        self.drafts: list[RelationDraft] = []
        self._words = words
        self._supports: dict[int, int] = {}
        self._pairs: set[tuple[int, int]] = set()
        self._contrasts: set[tuple[int, int]] = set()
        self._answers: list[tuple[int, tuple[int, int], Found]] = []

    def add(
        self,
        source: int,
        target: int,
        kind: RelationType,
        confidence: float,
        connective: Found | None = None,
    ) -> None:
        if source == target or not self._pairs.isdisjoint({(source, target), (target, source)}):
            return
        if kind is RelationType.SUPPORTS:
            if source in self._supports or self._leads_to(target, source):
                return
            self._supports[source] = target
        self._pairs.add((source, target))
        self.drafts.append(
            RelationDraft(source, target, kind, self._offsets(connective), confidence)
        )

    def is_strong(self, connective: Found) -> bool:
        """Whether a connective of contrast is seldom anything else."""
        return is_strong(self._words, connective)

    def answer(self, source: int, attack: tuple[int, int], connective: Found) -> None:
        """What takes the force from an attack undercuts it."""
        self._answers.append((source, attack, connective))

    def heads(self) -> dict[int, int]:
        """Whom each segment serves."""
        return dict(self._supports)

    def opposed(self) -> frozenset[tuple[int, int]]:
        """Pairs that are linked otherwise than by support, both ways round."""
        pairs = {
            (draft.source, draft.target)
            for draft in self.drafts
            if draft.type is not RelationType.SUPPORTS
        } | self._contrasts
        return frozenset(pairs | {(target, source) for source, target in pairs})

    def attacked(self) -> frozenset[int]:
        """What another segment speaks against."""
        return frozenset(d.target for d in self.drafts if d.type is RelationType.ATTACKS)

    def contrast(self, source: int, target: int) -> None:
        """Two segments that "but" sets against each other: none supports the other."""
        self._contrasts.add((source, target))

    def leads(self, source: int) -> bool:
        """Whether a segment bears on another in any way."""
        return any(draft.source == source for draft in self.drafts)

    def in_order(self) -> list[RelationDraft]:
        """All relations by their segments; what undercuts another behind all of them."""
        found = sorted(self.drafts, key=lambda draft: (draft.source, draft.target))
        at = {
            (draft.source, draft.target): place
            for place, draft in enumerate(found)
            if draft.type is RelationType.ATTACKS
        }
        for source, attack, connective in self._answers:
            if attack in at:
                cue = self._offsets(connective)
                found.append(RelationDraft(source, at[attack], RelationType.UNDERCUTS, cue, 0.45))
        return found

    def supports(self, source: int) -> bool:
        return source in self._supports

    def _leads_to(self, start: int, goal: int) -> bool:
        place: int | None = start
        while place is not None and place != goal:
            place = self._supports.get(place)
        return place == goal

    def _offsets(self, connective: Found | None) -> Offsets | None:
        if connective is None:
            return None
        return self._words.start[connective.start], self._words.end[connective.end - 1]


def _paragraphs(reading: Reading, words: Words) -> Iterator[list[_Piece]]:
    """The argued segments of each paragraph."""
    block = 0
    pieces: list[_Piece] = []
    for number, segment in enumerate(reading.segments):
        while block < len(reading.blocks) and reading.blocks[block].end <= segment.start:
            block += 1
            if pieces:
                yield pieces
            pieces = []
        if segment.heading or segment.role not in _ARGUED:
            continue
        within = word_range(words, (segment.start, segment.end))
        pieces.append(_Piece(number, segment.role, opening_connective(words, within)))
    if pieces:
        yield pieces


def _link_by_connective(pieces: list[_Piece], links: _Links, against: list[float]) -> None:
    for place, piece in enumerate(pieces):
        if piece.connective is None:
            continue
        before = pieces[place - 1] if place else None
        after = pieces[place + 1] if place + 1 < len(pieces) else None
        group = piece.connective.group
        if group == "gives_reason":
            _give_reason(piece, before, after, links)
        elif group == "draws_conclusion" and before is not None and piece.role is Role.CLAIM:
            links.add(before.number, piece.number, RelationType.SUPPORTS, 0.6, piece.connective)
        elif group == "opposes" and before is not None:
            _oppose(piece, before, links, against[piece.number])
        elif group == "concedes" and after is not None and piece.role is not after.role:
            links.add(piece.number, after.number, RelationType.ATTACKS, 0.4, piece.connective)
        elif group == "restates" and before is not None and before.role is Role.CLAIM:
            links.add(piece.number, before.number, RelationType.RESTATES, 0.6, piece.connective)


def _give_reason(piece: _Piece, before: _Piece | None, after: _Piece | None, links: _Links) -> None:
    """A reason serves what stands before it; one that opens its paragraph what comes after."""
    target = before if before is not None else after
    if target is not None:
        links.add(piece.number, target.number, RelationType.SUPPORTS, 0.7, piece.connective)


def _oppose(piece: _Piece, before: _Piece, links: _Links, against: float) -> None:
    """What follows "but" speaks against the claim before it, or answers what that concedes."""
    if piece.connective is None:
        return
    conceded = before.connective is not None and before.connective.group == "concedes"
    if conceded and piece.role is Role.CLAIM:
        links.add(before.number, piece.number, RelationType.ATTACKS, 0.5, before.connective)
        links.answer(piece.number, (before.number, piece.number), piece.connective)
        return
    links.contrast(piece.number, before.number)
    if piece.role is not Role.CLAIM or before.role is not Role.CLAIM:
        return
    if against >= (_AGAINST if links.is_strong(piece.connective) else _AGAINST_WEAK):
        links.add(piece.number, before.number, RelationType.ATTACKS, 0.45, piece.connective)


def _link_by_place(pieces: list[_Piece], links: _Links) -> None:
    """Evidence serves the nearest claim before it in its paragraph, or else the next one after."""
    for place, piece in enumerate(pieces):
        if piece.role is not Role.EVIDENCE or links.supports(piece.number):
            continue
        earlier = [one for one in pieces[:place] if one.role is Role.CLAIM]
        later = [one for one in pieces[place + 1 :] if one.role is Role.CLAIM]
        if earlier:
            links.add(piece.number, earlier[-1].number, RelationType.SUPPORTS, 0.5)
        elif later:
            links.add(piece.number, later[0].number, RelationType.SUPPORTS, 0.4)
