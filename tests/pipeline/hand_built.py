"""Docs built by hand for the later components: a few marks in a text say what earlier ones found.

Every line is a paragraph and one segment; `# ` opens a heading and `~ ` a line of boilerplate.
`[the source] <says> {what is said}` marks an attribution, and the segment then has its voice;
`{"..."}` with quotation marks inside is a direct quotation. `((a name))` marks a name.
"""

from __future__ import annotations

import re
from functools import cache

import spacy
from spacy.tokens import Doc

from argmap.model.labels import Genre, Quotation, SourceKind, Voice
from argmap.model.structure import Block
from argmap.pipeline.layers import (
    AttributionDraft,
    QuotedText,
    SegmentDraft,
    SourceDraft,
    reading_of,
)
from argmap.pipeline.syntax import SyntaxReader, load_syntax

_MARK = re.compile(r"\(\(|\)\)|[\[\]<>{}]")
_QUOTED = re.compile(r"[“\"]([^”\"\n]*)[”\"]")
_CLOSING = {"]": "[", ">": "<", "}": "{", "))": "(("}
NLP = spacy.blank("en")


def hand_built(
    marked: str, genre: Genre | None = None, kind: SourceKind = SourceKind.NAMED_ORG
) -> Doc:
    """A Doc with the reading that the marks of `marked` describe."""
    lines = [_unmarked(line) for line in marked.strip("\n").split("\n")]
    text = "\n".join(plain for plain, _, _ in lines)
    doc = NLP.make_doc(text)
    reading = reading_of(doc)
    reading.genre = genre
    starts, names, offset = set(), [], 0
    for plain, opening, marks in lines:
        end = offset + len(plain)
        if plain.strip():
            _fill(doc, (offset, end), opening, marks, kind)
            names += [(offset + a, offset + b) for a, b in marks.get("((", [])]
            starts.add(offset)
        offset = end + 1
    for token in doc:
        token.is_sent_start = token.i == 0 or token.idx in starts or _after_stop(doc, token.i)
    doc = _syntax()(doc)
    doc.ents = [doc.char_span(a, b, label="MISC") for a, b in names]
    reading.quoted = [
        QuotedText(m.start(), m.end(), (m.start(1), m.end(1))) for m in _QUOTED.finditer(text)
    ]
    return doc


@cache
def _syntax() -> SyntaxReader:
    return SyntaxReader(load_syntax(vocab=NLP.vocab))


def texts(doc: Doc, spans: list) -> list[str]:
    """What stands under some drafts."""
    return [doc.text[span.start : span.end] for span in spans]


def _fill(
    doc: Doc,
    place: tuple[int, int],
    opening: str,
    marks: dict[str, list[tuple[int, int]]],
    kind: SourceKind,
) -> None:
    reading = reading_of(doc)
    start, end = place
    reading.blocks.append(Block(start, end, heading=opening == "# "))
    if opening == "~ ":
        reading.boilerplate.append((start, end))
    segment = SegmentDraft(start, end, heading=opening == "# ")
    content = [(start + a, start + b) for a, b in marks.get("{", [])]
    if content:
        direct = doc.text[content[0][0]] in '“"'
        source = [(start + a, start + b) for a, b in marks.get("[", [])]
        cue = [(start + a, start + b) for a, b in marks.get("<", [])]
        reading.attributions.append(
            AttributionDraft(
                content,
                source[0] if source else None,
                cue[0] if cue else None,
                Quotation.DIRECT if direct else Quotation.INDIRECT,
                speaker=len(reading.sources),
            )
        )
        reading.sources.append(SourceDraft("source", kind))
        segment.voice = Voice.ATTRIBUTED
        segment.attribution = len(reading.attributions) - 1
    reading.segments.append(segment)


def _unmarked(line: str) -> tuple[str, str, dict[str, list[tuple[int, int]]]]:
    """A line without its marks, its opening, and the stretches that the marks enclosed."""
    opening = line[:2] if line[:2] in {"# ", "~ "} else ""
    plain, marks, opened = "", {}, {}
    place = len(opening)
    for found in _MARK.finditer(line, place):
        plain += line[place : found.start()]
        place = found.end()
        mark = found.group()
        if mark in _CLOSING:
            marks.setdefault(_CLOSING[mark], []).append((opened[_CLOSING[mark]], len(plain)))
        else:
            opened[mark] = len(plain)
    return plain + line[place:], opening, marks


def _after_stop(doc: Doc, number: int) -> bool:
    token = doc[number]
    return number > 1 and doc[number - 1].text in {".", "?", "!"} and token.text[0].isupper()
