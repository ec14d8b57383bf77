"""How segments bear on one another, from connectives and from place; most stay unconnected.

A connective says which way an argument runs: "because" gives a reason for what stands before it,
"therefore" draws a conclusion from it. Without one, evidence serves the nearest claim before it in
the same paragraph. Headings and boilerplate take no part, except that a claim may restate another.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from spacy.tokens import Doc

from argmap.lexicons import entries
from argmap.model.labels import RelationType, Role

from .inflection import singular
from .layers import Offsets, Reading, RelationDraft, reading_of
from .phrases import Found, Phrases, longest, word_range
from .words import Words, words_of

_LISTS = entries("connectives")
_GROUPS = ("gives_reason", "draws_conclusion", "opposes", "concedes", "restates")
_CONNECTIVES = Phrases({group: _LISTS[group] for group in _GROUPS})
_SKIPPED = frozenset(_LISTS["skipped"])
_STRONG = frozenset(_LISTS["strong_opposes"])
_SUBORDINATING = frozenset(_LISTS["subordinating"])
_FINAL = frozenset({".", "!", "?", "”", '"'})
_EMPTY = frozenset(_LISTS["empty_words"])
_LONGEST_CONNECTIVE = 5
_CONTENT_LETTERS = 4
_SAME_SHARE = 0.6  # of the content words of the shorter of two claims that say the same
_SAME_WORDS = 5
_MOST_COMPARED = 400  # claims; beyond, restatements are looked for among the first of them only
_ARGUED = frozenset({Role.CLAIM, Role.EVIDENCE, Role.REPORT, Role.BACKGROUND})


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
    for pieces in _paragraphs(reading, words):
        _link_by_connective(pieces, links)
        _link_by_place(pieces, links)
    for source, target, share in _restatements(reading, words):
        links.add(source, target, RelationType.RESTATES, round(0.4 + 0.4 * share, 2))
    reading.relations = sorted(links.drafts, key=lambda draft: (draft.source, draft.target))
    return doc


class _Links:
    """The relations so far: one support a segment at most, no pair twice, no circle."""

    def __init__(self, words: Words) -> None:
        self.drafts: list[RelationDraft] = []
        self._words = words
        self._supports: dict[int, int] = {}
        self._pairs: set[tuple[int, int]] = set()

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
        return " ".join(self._words.lower[connective.start : connective.end]) in _STRONG

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
        pieces.append(_Piece(number, segment.role, _opening_connective(words, within)))
    if pieces:
        yield pieces


def _opening_connective(words: Words, within: range) -> Found | None:
    """The connective that opens a segment, `and` and quotation marks left aside."""
    place = within.start
    while place < within.stop and words.lower[place] in _SKIPPED:
        place += 1
    reach = range(place, min(within.stop, place + _LONGEST_CONNECTIVE))
    found = [one for one in longest(_CONNECTIVES.find_all_in(words, reach)) if one.start == place]
    if found and (_is_time(words, found[0], within) or _is_own(words, found[0], within)):
        return None
    return found[0] if found else None


def _is_own(words: Words, found: Found, within: range) -> bool:
    """A whole sentence of the form `Because it rained, they left`: the argument stays inside."""
    opening = " ".join(words.lower[found.start : found.end])
    whole = words.text[within.start][0].isupper() and words.text[within.stop - 1] in _FINAL
    return opening in _SUBORDINATING and whole and "," in words.lower[found.end : within.stop]


def _is_time(words: Words, found: Found, within: range) -> bool:
    """`Since 1990`, `since July`, `so far`, `still standing`, `yet to come`: no connective."""
    following = words.text[found.end] if found.end < within.stop else ""
    word = words.lower[found.start]
    if word == "since":
        return following[:1].isdigit() or (
            following[:1].isupper() and _ends_soon(words, found, within)
        )
    if word in {"still", "yet", "then", "instead", "given"}:
        return following != ","
    return word == "so" and following.lower() in {"far", "much", "many", "long", "called", "-"}


def _ends_soon(words: Words, found: Found, within: range) -> bool:
    return "," in words.lower[found.end : min(found.end + 3, within.stop)]


def _link_by_connective(pieces: list[_Piece], links: _Links) -> None:
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
            _oppose(piece, before, links)
        elif group == "concedes" and after is not None and piece.role is not after.role:
            links.add(piece.number, after.number, RelationType.ATTACKS, 0.4, piece.connective)
        elif group == "restates" and before is not None and before.role is Role.CLAIM:
            links.add(piece.number, before.number, RelationType.RESTATES, 0.6, piece.connective)


def _give_reason(piece: _Piece, before: _Piece | None, after: _Piece | None, links: _Links) -> None:
    """A reason serves what stands before it; one that opens its paragraph what comes after."""
    target = before if before is not None else after
    if target is not None:
        links.add(piece.number, target.number, RelationType.SUPPORTS, 0.7, piece.connective)


def _oppose(piece: _Piece, before: _Piece, links: _Links) -> None:
    if piece.role is not Role.CLAIM or before.role is not Role.CLAIM or piece.connective is None:
        return
    if not links.is_strong(piece.connective):
        return
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


def _restatements(reading: Reading, words: Words) -> Iterator[tuple[int, int, float]]:
    """Claims that repeat an earlier one in nearly the same words, each the one most like it."""
    contents = [
        (number, _content(words, word_range(words, (segment.start, segment.end))))
        for number, segment in enumerate(reading.segments)
        if segment.role is Role.CLAIM or (segment.role is Role.REPORT and number < 3)
    ][:_MOST_COMPARED]
    for place, (number, content) in enumerate(contents):
        best = (0.0, -1)
        for earlier, other in contents[:place]:
            shared = len(content & other)
            share = shared / max(1, min(len(content), len(other)))
            if shared >= _SAME_WORDS and share >= _SAME_SHARE and share > best[0]:
                best = (share, earlier)
        if best[1] >= 0:
            yield number, best[1], best[0]


def _content(words: Words, within: range) -> frozenset[str]:
    return frozenset(
        singular(word)
        for word in words.lower[within.start : within.stop]
        if len(word) >= _CONTENT_LETTERS and word.isalpha() and word not in _EMPTY
    )
