"""What kind of text an article is, where its file does not say: report, opinion, analysis, summary.

A few rates tell: how much of the text others say, how often the author calls for action, speaks of
himself, addresses the reader, asks, judges. Weights are round numbers tuned by hand on articles of
known kind.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from spacy.tokens import Doc

from argmap.lexicons import entries
from argmap.model.labels import Genre, SpanLabel, SpanLayer, Voice
from argmap.model.structure import Block

from .layers import Reading, SpanDraft, reading_of
from .phrases import Phrases, word_range
from .stretches import numbered
from .words import Words, words_of

_LISTS = entries("genres")
_PHRASES = Phrases(_LISTS)
_DATELINE = re.compile(
    r"[A-Z][A-Z.'’ -]{2,30}(?:,\s[A-Z][\w. ]{1,25})?\s*(?:\([\w ]{2,25}\)\s*)?(?:—|–|--|-)\s"
)
_MIN_WORDS = 60
_LEAD_WORDS = 120
_PER = 1000  # words
_SUMMARY_RATE = 4.0
_MANY_VOICES = 0.25  # share of the words that others say
_SURE = 0.8  # share of a learned genre from which it counts against the rules


@dataclass(frozen=True, slots=True)
class Signals:
    """Rates per thousand words of the author's own text, and shares of the whole."""

    words: int
    attributed: float
    duty: float
    first_person: float
    address: float
    stance: float
    analysis: float
    saying: float
    time: float
    questions: float
    loaded: float
    devices: float
    summary: float
    summary_lead: bool
    dateline: bool
    reporter_credit: bool
    opinion_credit: bool


def mark_genre(doc: Doc) -> Doc:
    """Write `reading.genre` where it is not known."""
    reading = reading_of(doc)
    if reading.genre is None or reading.genre is Genre.UNKNOWN:
        seen = signals(doc)
        reading.genre = judge(seen)
        if reading.discourse is not None:
            reading.genre = _weighed(reading.genre, seen, reading.discourse.article("genre"))
    return doc


def _weighed(ruled: Genre, seen: Signals, likely: dict[str, float]) -> Genre:
    """The rules' genre, but a report or an opinion where the model is sure of the other one.

    Summaries and analyses are known to the rules alone; texts too short to tell stay unknown. A
    dateline, a reporter's credit or many voices make a report, whatever it reads like.
    """
    shown = seen.dateline or seen.reporter_credit or seen.attributed >= _MANY_VOICES
    if ruled is Genre.REPORT and likely["opinion"] >= _SURE and not shown:
        return Genre.OPINION
    if ruled is Genre.OPINION and likely["reporting"] >= _SURE and not seen.opinion_credit:
        return Genre.REPORT
    return ruled


def judge(seen: Signals) -> Genre:
    """The genre that the signals point to; unknown where the text is short or says little."""
    if seen.words < _MIN_WORDS:
        return Genre.UNKNOWN
    if seen.summary_lead and seen.summary >= _SUMMARY_RATE and not seen.dateline:
        return Genre.SUMMARY
    argues = _arguing(seen)
    if argues >= 1.0:
        return Genre.OPINION
    if argues <= -0.6 or seen.dateline or seen.reporter_credit:
        return Genre.REPORT
    if seen.analysis >= 12 and seen.attributed < 0.2:
        return Genre.ANALYSIS
    return Genre.REPORT if argues <= 0.2 else Genre.OPINION


def _arguing(seen: Signals) -> float:
    """How much the author argues (above zero) or reports (below)."""
    score = 0.0
    score += min(2.0, seen.duty / 3)
    score += min(1.5, seen.first_person / 8)
    score += min(0.8, seen.address / 6)
    score += min(1.2, seen.stance / 12)
    score += min(0.8, seen.questions / 2)
    score += min(1.0, seen.loaded / 6)
    score += min(0.8, seen.devices / 5)
    score += 1.0 if seen.opinion_credit else 0.0
    score -= min(2.5, seen.attributed * 5)
    score -= min(1.5, seen.saying / 10)
    score -= min(1.0, seen.time / 6)
    score -= 1.5 if seen.dateline else 0.0
    score -= 1.0 if seen.reporter_credit else 0.0
    return round(score, 3)


def signals(doc: Doc) -> Signals:
    """Count the signals in the matter of an article; quotations do not speak for the author."""
    reading, words = reading_of(doc), words_of(doc)
    outside = numbered(reading.boilerplate)
    foreign = numbered(
        [
            *(stretch for draft in reading.attributions for stretch in draft.content),
            *((quoted.start, quoted.end) for quoted in reading.quoted),
        ]
    )
    matter = [not outside.at(start) for start in words.start]
    own = [here and not foreign.at(start) for here, start in zip(matter, words.start, strict=True)]
    total, mine = sum(matter), max(1, sum(own))
    counts = dict.fromkeys(_LISTS, 0)
    lead = _lead(reading, words)
    summary_lead = opinion_credit = False
    for found in _PHRASES.find_all(words):
        if found.group == "opinion_credit":
            opinion_credit = opinion_credit or not matter[found.start]
        elif found.group == "summary_lead":
            summary_lead = summary_lead or found.start in lead
        elif own[found.start] or (found.group == "saying" and matter[found.start]):
            counts[found.group] += 1
    spans = [span for span in reading.spans if span.voice is not Voice.ATTRIBUTED]
    return Signals(
        words=total,
        attributed=(total - mine) / max(1, total),
        duty=counts["duty"] * _PER / mine,
        first_person=counts["first_person"] * _PER / mine,
        address=counts["address"] * _PER / mine,
        stance=counts["stance"] * _PER / mine,
        analysis=counts["analysis"] * _PER / mine,
        saying=counts["saying"] * _PER / max(1, total),
        time=counts["report_time"] * _PER / max(1, total),
        questions=_count(spans, SpanLabel.RHETORICAL_QUESTION) * _PER / mine,
        loaded=sum(span.layer is SpanLayer.LOADED for span in spans) * _PER / mine,
        devices=sum(_is_device(span.label, span.layer) for span in spans) * _PER / mine,
        summary=counts["summary"] * _PER / mine,
        summary_lead=summary_lead,
        dateline=any(_DATELINE.match(doc.text[b.start : b.start + 80]) for b in _first(reading)),
        reporter_credit=_has_reporter_credit(doc.text, reading),
        opinion_credit=opinion_credit,
    )


def _count(spans: list[SpanDraft], label: SpanLabel) -> int:
    return sum(span.label is label for span in spans)


def _is_device(label: SpanLabel, layer: SpanLayer) -> bool:
    return layer is SpanLayer.FRAMING and label is not SpanLabel.RHETORICAL_QUESTION


def _first(reading: Reading) -> list[Block]:
    return reading.blocks[:4]


def _lead(reading: Reading, words: Words) -> range:
    body = [block for block in reading.blocks if not block.heading]
    if not body:
        return range(0)
    start = word_range(words, (body[0].start, body[0].end)).start
    return range(start, start + _LEAD_WORDS)


def _has_reporter_credit(text: str, reading: Reading) -> bool:
    return any(
        "contributed" in text[start:end] or "Reporting by" in text[start:end]
        for start, end in reading.boilerplate
    )
