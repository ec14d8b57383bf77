"""Names, roles, loaded words, genre and tone as a made model says them: nothing is chance here."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import spacy
from spacy.tokens import Doc

from argmap.discourse.model import Found
from argmap.discourse.tasks import TASKS
from argmap.model.labels import Genre, Role, Voice
from argmap.model.structure import Block
from argmap.pipeline.framing import mark_framing
from argmap.pipeline.genre import mark_genre
from argmap.pipeline.layers import Offsets, SegmentDraft, reading_of
from argmap.pipeline.learned_names import learned_names
from argmap.pipeline.learned_tone import mark_tone_towards
from argmap.pipeline.names import mark_names
from argmap.pipeline.roles import mark_roles

TEXT = "Ona Lind wrecked the ferry line of Calder. The line had carried goods since 1962."
CUT = TEXT.index(" The line")


class MadeReading:
    """Answers as it is told to: stretches by task, and one likely class for all spans of a task."""

    def __init__(
        self,
        stretches: dict[str, list[tuple[str, str, float]]] | None = None,
        likely: dict[str, tuple[str, float]] | None = None,
    ) -> None:
        self._stretches = stretches or {}
        self._likely = likely or {}

    text = TEXT

    def stretches(self, task: str) -> list[Found]:
        """The stretches that were given for a task."""
        return [
            Found(TEXT.index(words), TEXT.index(words) + len(words), label, sure)
            for words, label, sure in self._stretches.get(task, [])
        ]

    def classes(self, task: str, spans: Sequence[Offsets]) -> np.ndarray:
        """The likely class for every span, and the rest of its share for the first other one."""
        names = TASKS[task].classes
        name, share = self._likely.get(task, (names[0], 1.0))
        row = [share if one == name else (1.0 - share) / (len(names) - 1) for one in names]
        return np.array([row] * len(spans), dtype=np.float32).reshape(-1, len(names))

    def article(self, task: str) -> dict[str, float]:
        """The likely class of the text."""
        row = self.classes(task, [(0, 1)])[0]
        return dict(zip(TASKS[task].classes, map(float, row), strict=True))


def doc_with(reading: MadeReading, genre: Genre | None = None) -> Doc:
    """The text with two sentences, each a paragraph and a segment of the author's."""
    doc = spacy.blank("en").make_doc(TEXT)
    for token in doc:
        token.is_sent_start = token.i == 0 or token.idx == CUT + 1
    found = reading_of(doc)
    found.discourse = reading  # type: ignore[assignment]
    found.genre = genre
    found.blocks = [Block(0, CUT, heading=False), Block(CUT + 1, len(TEXT), heading=False)]
    found.segments = [
        SegmentDraft(0, CUT, voice=Voice.AUTHOR),
        SegmentDraft(CUT + 1, len(TEXT), voice=Voice.AUTHOR),
    ]
    return doc


def test_a_learned_name_goes_before_a_ruled_one() -> None:
    """Its class counts; a name that the model passes over is still found by its capital."""
    found = mark_names(doc_with(MadeReading({"names": [("Ona Lind", "Organization", 0.9)]}))).ents
    assert (found[0].text, found[0].label_) == ("Ona Lind", "ORG")
    assert "Calder" in [name.text for name in found]


def test_a_name_ends_at_a_dash() -> None:
    """What the model reads as one name across a dash is two names."""
    text = "Lind -- Rask's driver -- wrecked the ferry line."

    class Dashed(MadeReading):
        def stretches(self, task: str) -> list[Found]:
            return [Found(0, len("Lind -- Rask"), "Person", 0.99)]

    reading = Dashed()
    reading.text = text
    doc = spacy.blank("en").make_doc(text)
    found = learned_names(doc, reading)  # type: ignore[arg-type]
    assert [name.text for name in found] == ["Lind", "Rask"]


def test_a_doubtful_name_and_a_date_are_left_to_the_rules() -> None:
    """Neither is a name by the model's word alone."""
    names = [("Ona Lind", "Organization", 0.2), ("1962", "Date", 0.9)]
    found = mark_names(doc_with(MadeReading({"names": names}))).ents
    labels = {name.text: name.label_ for name in found}
    assert labels["Ona Lind"] != "ORG"
    assert "1962" not in labels


def test_tone_is_told_of_names_only_where_it_is_sure() -> None:
    """One value a name and segment; a tone that is little likely is none."""
    for share, expected in ((0.9, (("Ona Lind", -1),)), (0.5, ())):
        reading = MadeReading(
            {"names": [("Ona Lind", "Person", 0.9)]}, {"tone": ("negative", share)}
        )
        doc = mark_tone_towards(mark_names(doc_with(reading)))
        assert reading_of(doc).segments[0].tone_towards == expected


def test_a_learned_role_speaks_where_no_word_shows_one() -> None:
    """Likely enough, it stands against the rules' guess, and says what it was taken for."""
    reading = MadeReading(likely={"role": ("anecdote", 0.9)})
    segments = reading_of(mark_roles(doc_with(reading, Genre.REPORT))).segments
    assert segments[1].role is Role.EVIDENCE
    assert "anecdote" in segments[1].reasons["role"]
    unsure = MadeReading(likely={"role": ("anecdote", 0.3)})
    assert reading_of(mark_roles(doc_with(unsure, Genre.REPORT))).segments[1].role is not (
        Role.EVIDENCE
    )


def test_a_loaded_word_needs_a_loaded_sentence() -> None:
    """The same word counts or not by how its sentence reads."""
    words = {"loaded": [("wrecked", "loaded", 0.9)]}
    for share, expected in ((0.9, ["wrecked"]), (0.1, [])):
        reading = MadeReading(words, {"lexical": ("lexical", share)})
        spans = reading_of(mark_framing(doc_with(reading))).spans
        assert [TEXT[s.start : s.end] for s in spans if "reads as loaded" in s.reason] == expected


def test_a_mark_without_a_letter_is_no_loaded_word() -> None:
    """The model may take the quotation mark before a loaded word for one."""
    words = {"loaded": [(".", "loaded", 0.9)]}
    reading = MadeReading(words, {"lexical": ("lexical", 0.9)})
    assert not [s for s in reading_of(mark_framing(doc_with(reading))).spans if s.end - s.start < 2]


def test_a_text_too_short_to_tell_has_no_genre() -> None:
    """However sure the model is."""
    reading = MadeReading(likely={"genre": ("opinion", 0.99)})
    assert reading_of(mark_genre(doc_with(reading))).genre is Genre.UNKNOWN
