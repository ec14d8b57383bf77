"""Kinds of text that are no plain article: read without a crash, and saying less, not nonsense."""

from __future__ import annotations

import pytest

from argmap.model.article import Article
from argmap.model.document import AnnotatedDocument
from argmap.model.labels import Certainty, Role, Voice
from argmap.pipeline import annotate, build

NLP = build()

INTERVIEW = """Q: Will the ferry sail in winter?

A: It will. We bought a new engine in May.

Q: Who paid for it?

A: The council did, and nobody complained."""
TRANSCRIPT = """LIND: The crane was never tested.

REED: That is not true. We tested it twice.

LIND: Then show me the papers."""
LIVE_BLOG = """10:42 a.m. The harbor is closed.

10:40 a.m. Police ask drivers to stay away from Quay Street.

9.15am The mayor, Ona Lind, says that nobody was hurt."""
LISTING = """What the plan holds:

- a new crane
- two ferries
- 40 percent more berths
* a wall of stone"""
TABLE = """Port | Ferries | Cranes
--- | --- | ---
Calder | 4 | 2
Marn | 1 | 0"""
POEM = """The crane stands still
    above the tide

no ship will come
    no man will ride"""
SHOUTED = "THE FERRY LINE HAS LIED TO US, MAYOR ONA LIND SAID ON MONDAY. IT MUST PAY."
UNPOINTED = "the ferry was late again the mayor said she was sorry nobody believed her"
UNBALANCED = (
    """“The crane is safe, the mayor said. "Nobody was hurt,” she added. He said: ‘It “works'."""
)
NESTED = """“She told me, ‘He shouted “run” and ran,’ and I believed her,” Reed said."""
LONG = "The council met and " + "the mayor spoke and " * 500 + "the ferry sailed."

KINDS = {
    "interview": INTERVIEW,
    "transcript": TRANSCRIPT,
    "live blog": LIVE_BLOG,
    "list": LISTING,
    "table": TABLE,
    "poem": POEM,
    "capitals": SHOUTED,
    "no punctuation": UNPOINTED,
    "unbalanced quotes": UNBALANCED,
    "nested quotes": NESTED,
    "one word": "Ferry",
    "sentence of 2,000 words": LONG,
}


def read(text: str) -> AnnotatedDocument:
    """The document of a text."""
    return annotate(NLP, Article(id="odd", text=text))


def segment_with(document: AnnotatedDocument, words: str) -> tuple[str, str | None]:
    """Voice and speaker of the segment that holds some words."""
    found = next(one for one in document.segments if words in one.text)
    speaker = document.speaker_of(found)
    return found.voice.value, speaker.name if speaker else None


@pytest.mark.parametrize("kind", KINDS)
def test_no_character_is_lost(kind: str) -> None:
    """Every character that is not blank stands in exactly one segment."""
    text = KINDS[kind]
    document = read(text)
    held = "".join("".join(one.text.split()) for one in document.segments)
    assert held == "".join(text.split())


@pytest.mark.parametrize("kind", ["list", "table", "poem", "one word", "sentence of 2,000 words"])
def test_what_nobody_says_is_nobodys(kind: str) -> None:
    """No speaker, no quotation and no hedge is read into a text that has none."""
    document = read(KINDS[kind])
    assert not document.sources
    assert {one.voice for one in document.segments} == {Voice.AUTHOR}
    assert {one.certainty for one in document.segments} <= {
        Certainty.CERTAIN,
        Certainty.UNCOMMITTED,
    }


def test_a_transcript_names_its_speakers() -> None:
    """The name in capitals before a colon speaks what follows it."""
    document = read(TRANSCRIPT)
    assert segment_with(document, "never tested")[1].casefold() == "lind"  # type: ignore[union-attr]
    assert segment_with(document, "tested it twice")[1].casefold() == "reed"  # type: ignore[union-attr]


def test_capitals_are_read_as_words() -> None:
    """Shouted text has its speaker too."""
    voice, speaker = segment_with(read(SHOUTED), "LIED TO US")
    assert voice == "attributed"
    assert speaker is not None
    assert "LIND" in speaker.upper()


def test_the_inner_of_nested_quotations_keeps_its_outer_speaker() -> None:
    """What Reed passes on is told in his voice."""
    voice, speaker = segment_with(read(NESTED), "believed her")
    assert (voice, speaker) == ("attributed", "Reed")


@pytest.mark.parametrize("kind", KINDS)
def test_the_same_twice(kind: str) -> None:
    """Reading is a function of the text."""
    assert read(KINDS[kind]) == read(KINDS[kind])


def test_the_turns_of_an_interview_are_told_apart() -> None:
    """Question and answer have the letters that stand in the text; a "we" makes no third voice."""
    document = read(INTERVIEW)
    assert [source.name for source in document.sources] == ["Q", "A"]
    assert segment_with(document, "Who paid") == ("attributed", "Q")
    assert segment_with(document, "nobody complained") == ("attributed", "A")
    assert Role.BOILERPLATE not in {one.role for one in document.segments}
