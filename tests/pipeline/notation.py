"""What the components found, in the plain notation of the case files."""

from __future__ import annotations

from spacy.tokens import Doc

from argmap.pipeline.layers import Offsets, Reading, reading_of


def sentence_lines(doc: Doc) -> list[str]:
    """One sentence a line."""
    return [" ".join(sentence.text.split()) for sentence in doc.sents]


def attribution_lines(doc: Doc) -> list[str]:
    """One attribution a line: `1 [source|speaker] <cue> {content} + {content} direct`.

    `in 2` names the attribution around it, `attitude` says that the content is not asserted, and a
    stance other than neutral is named.
    """
    reading = reading_of(doc)
    return [_attribution(doc.text, reading, place) for place in range(len(reading.attributions))]


def segment_lines(doc: Doc) -> list[str]:
    """One segment a line: `voice|speaker: text`."""
    reading = reading_of(doc)
    lines = []
    for segment in reading.segments:
        speaker = ""
        if segment.attribution is not None:
            number = reading.attributions[segment.attribution].speaker
            speaker = "" if number is None else reading.sources[number].name
        text = " ".join(doc.text[segment.start : segment.end].split())
        lines.append(f"{segment.voice}|{speaker}: {text}")
    return lines


def _attribution(text: str, reading: Reading, place: int) -> str:
    draft = reading.attributions[place]
    speaker = "-" if draft.speaker is None else reading.sources[draft.speaker].name
    parts = [
        str(place + 1),
        f"[{_quoted(text, draft.source)}|{speaker}]",
        f"<{_quoted(text, draft.cue)}>",
        " + ".join(f"{{{_quoted(text, stretch)}}}" for stretch in draft.content),
        str(draft.quote),
    ]
    if draft.stance != "neutral":
        parts.append(str(draft.stance))
    if not draft.asserted:
        parts.append("attitude")
    if draft.parent is not None:
        parts.append(f"in {draft.parent + 1}")
    return " ".join(parts)


def _quoted(text: str, offsets: Offsets | None) -> str:
    return "" if offsets is None else " ".join(text[slice(*offsets)].split())
