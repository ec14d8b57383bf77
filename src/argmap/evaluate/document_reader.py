"""A reader that answers from the annotated document alone, as far as that says it.

Every answer is a fixed reading of argmap's own labels in the terms of a data set; nothing is
learned from a data set. What the document does not hold (trees, nine classes of names, the
similarity of two sentences) is refused with a sentence that says what is needed.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence

from argmap.discourse.tasks import ARTICLE_FRAMES
from argmap.errors import MissingProgramError
from argmap.model.article import Article
from argmap.model.document import AnnotatedDocument, Segment
from argmap.model.labels import (
    Certainty,
    ClaimType,
    Genre,
    Polarity,
    Role,
    SourceKind,
    SpanLayer,
    Voice,
)
from argmap.model.structure import blocks

from .document_labels import (
    EDITORIAL_EVIDENCE,
    FRAMES_OF,
    GENRE_OF,
    NEWS_CLAIM,
    NEWS_EVIDENCE,
    NEWS_ROLE,
    VALUE_OF,
)
from .document_reading import segment_at
from .document_relations import attachments_in, stances_of
from .reader import Name, Offsets, SentenceRole, Token

_TONE = 0.1  # TextBlob's polarity from which a sentence is not neutral
_NAMELESS = (SourceKind.ANONYMOUS, SourceKind.COLLECTIVE)
_FRAME_SHARE = 0.1  # of an article's segments, from which a frame is one of the article


class DocumentReader:
    """Answers questions from what `annotate` finds in an article, sentence or essay."""

    def __init__(self, annotate: Callable[[Article], AnnotatedDocument]) -> None:
        """Keep the function; the last article's document is kept too, for the next question."""
        self._annotate = annotate
        self._last: tuple[Article, AnnotatedDocument] | None = None

    def annotate(self, article: Article) -> AnnotatedDocument:
        """Read an article; asked again of the same article, the answer stands ready."""
        if self._last is None or self._last[0] != article:
            self._last = None
            self._last = article, self._annotate(article)
        return self._last[1]

    def parse(self, text: str) -> Sequence[Token]:
        """Raise MissingProgramError: the document holds no trees."""
        raise MissingProgramError(
            "An annotation file holds no word classes and trees; ask the models, without --labels."
        )

    def names(self, text: str) -> Sequence[Name]:
        """Raise MissingProgramError: the document holds no nine classes."""
        raise MissingProgramError(
            "An annotation file holds no names in nine classes; ask the models, without --labels."
        )

    def similarity(self, one: str, other: str) -> float:
        """Raise MissingProgramError: the document says nothing of two sentences' likeness."""
        raise MissingProgramError(
            "An annotation file does not say how alike two sentences are; ask the models, without"
            " --labels."
        )

    def claim_groups(
        self, articles: Sequence[Article]
    ) -> Sequence[Collection[tuple[str, Offsets]]]:
        """Raise MissingProgramError: one article's document says nothing of another's."""
        raise MissingProgramError(
            "An annotation file says nothing of the claims of other articles; compare them, without"
            " --labels."
        )

    def subjective(self, sentence: str) -> bool:
        """A judgement, a demand or framing in the author's voice, or loaded words."""
        document = self._sentence(sentence)
        return self.biased(sentence) or any(
            one.role is Role.FRAMING or one.claim_type in (ClaimType.VALUE, ClaimType.POLICY)
            for one in document.segments
            if one.voice is not Voice.ATTRIBUTED
        )

    def biased(self, sentence: str) -> bool:
        """Whether there is a loaded or framing span that is not somebody else's."""
        return any(
            span.layer in (SpanLayer.LOADED, SpanLayer.FRAMING)
            for span in self._sentence(sentence).spans
            if span.voice is not Voice.ATTRIBUTED
        )

    def loaded_words(self, sentence: str) -> Sequence[Offsets]:
        """The loaded spans."""
        spans = self._sentence(sentence).spans
        return [(span.start, span.end) for span in spans if span.layer is SpanLayer.LOADED]

    def uncertain(self, sentence: str) -> bool:
        """A segment less than certain, a hedge anywhere, or a speaker who is not named."""
        document = self._sentence(sentence)
        return (
            any(one.certainty is not Certainty.CERTAIN for one in document.segments)
            or any(span.layer is SpanLayer.HEDGE for span in document.spans)
            or any(source.kind in _NAMELESS for source in document.sources)
        )

    def certainty(self, sentence: str, predicate: Offsets) -> float:
        """Certainty and polarity of the segment in which the predicate stands."""
        segment = segment_at(self._sentence(sentence), predicate)
        if segment is None:
            return 0.0
        value = VALUE_OF[segment.certainty]
        return value if segment.polarity is Polarity.POSITIVE else -value

    def tone_towards(self, sentence: str, target: Offsets) -> str:
        """The lexicon score of the segment in which the target stands."""
        segment = segment_at(self._sentence(sentence), target)
        score = segment.tone.polarity if segment and segment.tone else 0.0
        if abs(score) < _TONE:
            return "neutral"
        return "positive" if score > 0 else "negative"

    def sentence_roles(
        self, article: Article, sentences: Sequence[Offsets]
    ) -> Sequence[SentenceRole]:
        """Role, claim type, evidence type and voice of the sentence's largest segment."""
        document = self.annotate(article)
        largest = [segment_at(document, sentence) for sentence in sentences]
        return [
            SentenceRole(
                role=_news_role(segment),
                speech=segment is not None and segment.voice is Voice.ATTRIBUTED,
            )
            for segment in largest
        ]

    def unit_types(self, article: Article, units: Sequence[Offsets]) -> Sequence[str]:
        """Evidence type of the unit's largest segment; what is no evidence is an assumption."""
        document = self.annotate(article)
        return [_unit_type(segment_at(document, unit)) for unit in units]

    def genre(self, article: Article) -> str | None:
        """The article's genre, `None` where it is not known."""
        return GENRE_OF.get(Genre(self.annotate(article).article.genre))

    def article_frames(self, article: Article) -> frozenset[str]:
        """The frames of at least a tenth of the article's segments; at least the commonest."""
        segments = self.annotate(article).segments
        shares: dict[str, int] = {}
        for segment in segments:
            for frame in segment.frames:
                for name in FRAMES_OF[frame]:
                    shares[name] = shares.get(name, 0) + 1
        if not shares:
            return frozenset()
        first = max(sorted(shares), key=lambda name: shares[name])
        many = {name for name, n in shares.items() if n >= _FRAME_SHARE * len(segments)}
        return frozenset(many | {first}) & frozenset(ARTICLE_FRAMES)

    def components(self, article: Article) -> Sequence[Offsets]:
        """The segments that claim something or give evidence."""
        return [
            (one.start, one.end)
            for one in self.annotate(article).segments
            if one.role in (Role.CLAIM, Role.EVIDENCE)
        ]

    def component_types(self, article: Article, components: Sequence[Offsets]) -> Sequence[str]:
        """Evidence and what supports something is a premise; a claim at either end is major."""
        document = self.annotate(article)
        pairs = attachments_in(document, components)
        supporting = {source for source, _ in pairs}
        paragraphs = [one for one in blocks(document.text) if not one.heading]
        outer = [paragraphs[0], paragraphs[-1]] if paragraphs else []
        types = []
        for number, place in enumerate(components):
            segment = segment_at(document, place)
            evidence = segment is not None and segment.role is Role.EVIDENCE
            if evidence or number in supporting:
                types.append("premise")
            elif any(one.start <= place[0] < one.end for one in outer):
                types.append("major-claim")
            else:
                types.append("claim")
        return types

    def attachments(self, article: Article, units: Sequence[Offsets]) -> Sequence[tuple[int, int]]:
        """The document's relations between segments, as relations between the units."""
        return sorted(attachments_in(self.annotate(article), units))

    def stances(self, article: Article, units: Sequence[Offsets]) -> Sequence[str]:
        """A unit that attacks the other side's, or supports its own, is on its own side."""
        return stances_of(self.annotate(article), units)

    def _sentence(self, sentence: str) -> AnnotatedDocument:
        return self.annotate(Article(id="sentence", text=sentence))


def _news_role(segment: Segment | None) -> str:
    if segment is None:
        return "none"
    if segment.evidence_type is not None:
        return NEWS_EVIDENCE[segment.evidence_type]
    if segment.claim_type is not None:
        return NEWS_CLAIM[segment.claim_type]
    return NEWS_ROLE[segment.role]


def _unit_type(segment: Segment | None) -> str:
    if segment is None or segment.evidence_type is None:
        return "assumption"
    return EDITORIAL_EVIDENCE[segment.evidence_type]
