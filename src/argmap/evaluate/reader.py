"""What the system under test can be asked: one question for each thing that people labelled.

`evaluate` never sees how an answer is made. A reader that cannot answer a question yet raises
MissingProgramError with a sentence that says what it needs; any other error counts as a crash, and
all that people labelled there as missed. Offsets are half-open code points.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from typing import Protocol

from argmap.model.article import Article
from argmap.model.document import AnnotatedDocument

Offsets = tuple[int, int]

COMPONENT_TYPES = ("major-claim", "claim", "premise")
"""Types of the components of an essay (Stab and Gurevych 2017)."""
STANCES = ("pro", "opp")
"""Whose side a unit takes: the proponent's or the opponent's (Peldszus and Stede 2015)."""
TONES = ("negative", "neutral", "positive")
GENRES = ("opinion", "reporting", "satire")


@dataclass(frozen=True, slots=True)
class Token:
    """A word of a parse; `head` is a place in the list of tokens, a root is its own head."""

    start: int
    end: int
    upos: str
    head: int
    deprel: str
    starts_sentence: bool


@dataclass(frozen=True, slots=True)
class Name:
    """A name and its class."""

    start: int
    end: int
    label: str


@dataclass(frozen=True, slots=True)
class SentenceRole:
    """What a news sentence does, and whether it tells what somebody said.

    `role` is one of `argmap.discourse.tasks.NEWS_ROLES`.
    """

    role: str
    speech: bool


class Reader(Protocol):
    """The system under test."""

    def annotate(self, article: Article) -> AnnotatedDocument:
        """Read an article: voices, attributions, loaded words."""
        ...

    def parse(self, text: str) -> Sequence[Token]:
        """Words, word classes, tree and sentence starts of a raw text (Universal Dependencies)."""
        ...

    def names(self, text: str) -> Sequence[Name]:
        """Names in a raw text, in the nine classes of worldwide newswire."""
        ...

    def subjective(self, sentence: str) -> bool:
        """Whether a sentence shows its author's opinion."""
        ...

    def biased(self, sentence: str) -> bool:
        """Whether a sentence is worded in a loaded way."""
        ...

    def loaded_words(self, sentence: str) -> Sequence[Offsets]:
        """The loaded words of a sentence."""
        ...

    def uncertain(self, sentence: str) -> bool:
        """Whether a sentence leaves open if, or who says that, something is so."""
        ...

    def certainty(self, sentence: str, predicate: Offsets) -> float:
        """How certain it is that what a predicate says happened: -3 (certainly not) to +3."""
        ...

    def tone_towards(self, sentence: str, target: Offsets) -> str:
        """How a sentence speaks of a target; one of `TONES`."""
        ...

    def sentence_roles(
        self, article: Article, sentences: Sequence[Offsets]
    ) -> Sequence[SentenceRole]:
        """What each sentence does in its news article."""
        ...

    def unit_types(self, article: Article, units: Sequence[Offsets]) -> Sequence[str]:
        """What each unit of an op-ed is; one of `discourse.tasks.UNIT_TYPES`."""
        ...

    def genre(self, article: Article) -> str | None:
        """What kind of text an article is, one of `GENRES`; `None` where that is not known."""
        ...

    def article_frames(self, article: Article) -> Collection[str]:
        """The frames of an article as a whole, of `argmap.discourse.tasks.ARTICLE_FRAMES`."""
        ...

    def components(self, article: Article) -> Sequence[Offsets]:
        """The claims and premises of an argumentative text."""
        ...

    def component_types(self, article: Article, components: Sequence[Offsets]) -> Sequence[str]:
        """What each given component is; one of `COMPONENT_TYPES`."""
        ...

    def attachments(self, article: Article, units: Sequence[Offsets]) -> Sequence[tuple[int, int]]:
        """Which given unit bears on which other: pairs of places in `units`."""
        ...

    def stances(self, article: Article, units: Sequence[Offsets]) -> Sequence[str]:
        """Whose side each given unit takes; one of `STANCES`."""
        ...

    def similarity(self, one: str, other: str) -> float:
        """How far two sentences say the same, 0 to 1."""
        ...

    def claim_groups(
        self, articles: Sequence[Article]
    ) -> Sequence[Collection[tuple[str, Offsets]]]:
        """The claims that several articles tell: article ids and the stretches that tell each."""
        ...
