"""Boilerplate: what stands on an article's page without being part of its matter.

Disclaimers, credits, notices, calls to comment, plugs, pointers to other
pages, captions and furniture are told by patterns (`boilerplate_rules`); the place in the article
helps the weaker ones. Whole blocks go, or single sentences where a block mixes them with matter.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from spacy.tokens import Doc

from argmap.model.structure import Block

from .boilerplate_rules import BLOCK_RULES, CALLS, OPENERS, SENTENCE_RULES, Rule
from .layers import Offsets, reading_of

_ENOUGH = 2
_NEAR_END_BLOCKS = 3
_NEAR_START_BLOCKS = 3
_MAX_FURNITURE_CHARS = 260  # a longer block is judged by its sentences alone
_MAX_SENTENCE_CHARS = 600
_ADDRESS = re.compile(r"\b(?:you|your|yours)\b", re.IGNORECASE)
_MAX_QUESTION_WORDS = 25


@dataclass(frozen=True, slots=True)
class _Piece:
    """A sentence of a block with the rule that its words meet, if any."""

    start: int
    end: int
    text: str
    rule: Rule | None


def mark_boilerplate(doc: Doc) -> Doc:
    """Write `reading.boilerplate`; needs blocks and sentences."""
    reading_of(doc).boilerplate = find(doc)
    return doc


def find(doc: Doc) -> list[Offsets]:
    """The stretches of a Doc that are boilerplate: blocks or sentences, in order."""
    blocks = reading_of(doc).blocks
    sentences = _sentences_by_block(doc, blocks)
    text = doc.text  # built anew by spaCy at every call
    content = _content_bounds(blocks, text)
    found: list[Offsets] = []
    previous_found = False
    for number, block in enumerate(blocks):
        near = number < content[0] + _NEAR_START_BLOCKS or number > content[1] - _NEAR_END_BLOCKS
        pieces = [
            _Piece(start, end, text[start:end], _sentence_rule(text[start:end]))
            for start, end in sentences[number]
        ]
        here = _of_block(text, block, pieces, helped=near or previous_found)
        found += here
        previous_found = bool(here) and here[-1][1] == block.end
    return _with_questions_before_calls(text, blocks, sentences, found)


def _of_block(text: str, block: Block, pieces: list[_Piece], *, helped: bool) -> list[Offsets]:
    whole = (block.start, block.end)
    if len(blocks_text := text[block.start : block.end]) <= _MAX_FURNITURE_CHARS:
        rule = next((r for r in BLOCK_RULES if r.pattern.fullmatch(blocks_text)), None)
        if rule is not None and rule.weight + helped >= _ENOUGH:
            return [whole]
    hits = [p.rule is not None and p.rule.weight + helped >= _ENOUGH for p in pieces]
    if pieces and hits[0] and pieces[0].rule is not None and pieces[0].rule.kind in OPENERS:
        return [whole]
    if any(hits) and all(hit or _is_small(p) for hit, p in zip(hits, pieces, strict=True)):
        return [whole]
    return [(p.start, p.end) for hit, p in zip(hits, pieces, strict=True) if hit]


def _sentence_rule(sentence: str) -> Rule | None:
    if len(sentence) > _MAX_SENTENCE_CHARS:
        return None
    met = [rule for rule in SENTENCE_RULES if rule.pattern.search(sentence)]
    return max(met, key=lambda rule: rule.weight, default=None)


def _is_small(piece: _Piece) -> bool:
    return len(piece.text.split()) <= 2


def _content_bounds(blocks: list[Block], text: str) -> tuple[int, int]:
    """The first and the last block that are not furniture on their face."""
    body = [
        number
        for number, block in enumerate(blocks)
        if not any(
            rule.pattern.fullmatch(text[block.start : block.end][:_MAX_FURNITURE_CHARS])
            for rule in BLOCK_RULES
        )
    ]
    return (body[0], body[-1]) if body else (0, len(blocks) - 1)


def _with_questions_before_calls(
    text: str, blocks: list[Block], sentences: list[list[Offsets]], found: list[Offsets]
) -> list[Offsets]:
    """Add the question to readers that leads to a call to comment."""
    flat = [(n, start, end) for n, block in enumerate(sentences) for start, end in block]
    covered = _covered(flat, found)
    added: list[Offsets] = []
    for place in range(len(flat) - 1, 0, -1):
        block, start, end = flat[place]
        before_block, before_start, before_end = flat[place - 1]
        if not covered[place] or covered[place - 1]:
            continue
        leads = (before_start, before_end) in added or (start, end) in added
        rule = _sentence_rule(text[start:end])
        if not leads and (rule is None or rule.kind not in CALLS):
            continue
        question = text[before_start:before_end]
        alone = before_block == block or len(sentences[before_block]) == 1
        if _asks_readers(question, same_block=before_block == block) and alone:
            covered[place - 1] = True
            added.append((before_start, before_end))
    return _merged(found + added)


def _covered(sentences: list[tuple[int, int, int]], found: list[Offsets]) -> list[bool]:
    """Whether each sentence lies inside a stretch that was found; both are in order."""
    covered, place = [], 0
    for _, start, end in sentences:
        while place < len(found) and found[place][1] < end:
            place += 1
        covered.append(place < len(found) and found[place][0] <= start)
    return covered


def _asks_readers(sentence: str, *, same_block: bool) -> bool:
    if not sentence.rstrip().endswith("?") or len(sentence.split()) > _MAX_QUESTION_WORDS:
        return False
    return same_block or _ADDRESS.search(sentence) is not None


def _merged(stretches: list[Offsets]) -> list[Offsets]:
    """Stretches in order; two that touch inside one line become one."""
    merged: list[Offsets] = []
    for start, end in sorted(set(stretches)):
        if merged and start <= merged[-1][1]:
            merged[-1] = (merged[-1][0], max(end, merged[-1][1]))
        else:
            merged.append((start, end))
    return merged


def _sentences_by_block(doc: Doc, blocks: list[Block]) -> list[list[Offsets]]:
    """The sentences of every block as offsets without blanks at the ends."""
    grouped: list[list[Offsets]] = [[] for _ in blocks]
    number = 0
    if not blocks:
        return grouped
    for sentence in doc.sents:
        raw = sentence.text
        start = sentence.start_char + len(raw) - len(raw.lstrip())
        end = sentence.start_char + len(raw.rstrip())
        if start >= end:
            continue
        while number + 1 < len(blocks) and start >= blocks[number].end:
            number += 1
        grouped[number].append((start, end))
    return grouped
