"""Framing and loaded spans with their owner: whose words they are, and what he does with the frame.

A voice uses a frame, reports it (another's words, or its own kept at a distance) or rejects it.
"""

from __future__ import annotations

from spacy.tokens import Doc

from argmap.lexicons import entries
from argmap.model.labels import FrameStance, SpanLabel, SpanLayer, Voice

from .antithesis import find_antitheses
from .devices import Device, Text, sentence_ranges
from .figures import find_figures
from .layers import SpanDraft, reading_of
from .loaded import find_loaded, learned_loaded
from .naming import find_names
from .phrases import Phrases
from .scare_quotes import find_scare_quotes
from .words import Words, words_of

_LISTS = entries("naming")
_BEFORE = Phrases({"rejects": _LISTS["rejected_by"], "reports": _LISTS["distanced_by"]})
_AFTER = Phrases({"rejects": _LISTS["rejected_after"]})
_NEGATORS = frozenset({"not", "n't", "no", "never", "nor", "neither", "isn't"})
_BETWEEN = frozenset(
    {
        "a",
        "an",
        "the",
        "just",
        "yet",
        "another",
        "some",
        "any",
        "really",
        "be",
        "to",
        "“",
        '"',
        "‘",
        "'",
    }
)
_REACH = 5  # words before a name in which "myth of" or "dubbed" bears on it
_STRONGER = {SpanLabel.METAPHOR: (SpanLabel.LABEL, SpanLabel.HISTORICAL_ANALOGY)}
_STANCED = frozenset({SpanLabel.LABEL, SpanLabel.METAPHOR, SpanLabel.HISTORICAL_ANALOGY})


def mark_framing(doc: Doc) -> Doc:
    """Write the spans of the framing and the loaded layer."""
    reading = reading_of(doc)
    words = words_of(doc)
    sentences = sentence_ranges(words, [(s.start_char, s.end_char) for s in doc.sents])
    text = Text(words, reading, sentences)
    named = {token.i for name in doc.ents for token in name}
    names = frozenset(number for number, token in enumerate(words.token) if token in named)
    framing = [*find_names(text), *find_antitheses(text), *find_figures(text)]
    framing += find_scare_quotes(text)
    framing = [device for device in framing if not text.in_boilerplate(device.start)]
    drafts = [_span(text, device, SpanLayer.FRAMING) for device in _settled(framing)]
    loaded = find_loaded(text, names)
    loaded += learned_loaded(text, loaded)
    drafts += [_span(text, device, SpanLayer.LOADED) for device in loaded]
    reading.spans += sorted(drafts, key=lambda draft: (draft.start, draft.end, draft.label))
    return doc


def _settled(devices: list[Device]) -> list[Device]:
    """Of overlapping spans with one label the longest; no scare quotes around a name."""
    kept: list[Device] = []
    taken: dict[SpanLabel, set[int]] = {}
    for device in sorted(devices, key=lambda d: (d.start - d.end, d.start, d.label, -d.confidence)):
        places = range(device.start, device.end)
        rivals = (device.label, *_STRONGER.get(device.label, ()))
        if all(taken.get(label, set()).isdisjoint(places) for label in rivals):
            taken.setdefault(device.label, set()).update(places)
            kept.append(device)
    named = taken.get(SpanLabel.LABEL, set())
    return [
        one
        for one in kept
        if one.label is not SpanLabel.SCARE_QUOTES or named.isdisjoint(range(one.start, one.end))
    ]


def _span(text: Text, device: Device, layer: SpanLayer) -> SpanDraft:
    words = text.words
    start, end = words.start[device.start], words.end[device.end - 1]
    voice, attribution = text.owners.owner(start, end)
    stance = None
    if layer is SpanLayer.FRAMING:
        stance = _stance(words, device, voice)
    return SpanDraft(
        start,
        end,
        layer,
        device.label,
        voice,
        attribution,
        stance,
        round(device.confidence, 2),
        device.reason,
    )


def _stance(words: Words, device: Device, voice: Voice) -> FrameStance:
    if device.label in _STANCED and _is_rejected(words, device):
        return FrameStance.REJECTS
    if voice is Voice.ATTRIBUTED:
        return FrameStance.REPORTS
    if device.stance is not None:
        return device.stance
    if device.label in _STANCED and _bearing(words, device, "reports"):
        return FrameStance.REPORTS
    return FrameStance.USES


def _is_rejected(words: Words, device: Device) -> bool:
    if device.stance is FrameStance.REJECTS or _bearing(words, device, "rejects"):
        return True
    place = device.start - 1
    while place >= 0 and words.lower[place] in _BETWEEN and device.start - place <= _REACH:
        place -= 1
    if place >= 0 and words.lower[place] in _NEGATORS:
        return True
    after = range(device.end, min(len(words), device.end + _REACH))
    return any(found.start <= device.end + 1 for found in _AFTER.find_all_in(words, after))


def _bearing(words: Words, device: Device, group: str) -> bool:
    """Whether a phrase of distance or denial stands shortly before, in the same sentence."""
    begin = max(0, device.start - _REACH)
    for place in range(device.start - 1, begin - 1, -1):
        if words.lower[place] in {".", "!", "?", ";"}:
            begin = place + 1
            break
    found = _BEFORE.find_all_in(words, range(begin, device.start))
    return any(one.group == group for one in found)
