"""Fake systems under test: one that knows the gold, one that says nothing, one that crashes."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from argmap.discourse.tasks import NEWS_ROLES
from argmap.evaluate.reader import SentenceRole
from argmap.model.article import Article
from argmap.model.document import (
    AnnotatedDocument,
    ArticleInfo,
    Attribution,
    Provenance,
    Quote,
    Span,
)
from argmap.model.labels import Quotation, SpanLabel, SpanLayer, Voice


def document(text: str, **parts: Any) -> AnnotatedDocument:
    """An annotated document of a text with some of its layers."""
    article = Article(id="x", text=text)
    info = ArticleInfo(id="x", sha256=article.sha256)
    return AnnotatedDocument(article=info, text=text, provenance=Provenance(tool="test"), **parts)


def quote(text: str, span: tuple[int, int]) -> Quote:
    """A stretch of a text with its words."""
    return Quote(start=span[0], end=span[1], text=text[slice(*span)])


class Empty:
    """Finds nothing, and gives every label that is asked for the least telling value."""

    def annotate(self, article: Article) -> AnnotatedDocument:
        """Find nothing."""
        return document(article.text)

    def parse(self, text: str) -> Sequence[Any]:
        """Find no words."""
        return []

    names = components = loaded_words = parse

    def subjective(self, sentence: str) -> bool:
        """Find nothing subjective."""
        return False

    biased = uncertain = subjective

    def certainty(self, sentence: str, predicate: tuple[int, int]) -> float:
        """Commit to nothing."""
        return 0.0

    def tone_towards(self, sentence: str, target: tuple[int, int]) -> str:
        """Hear no tone."""
        return "neutral"

    def sentence_roles(self, article: Article, sentences: Sequence[Any]) -> list[SentenceRole]:
        """Give no role."""
        return [SentenceRole(NEWS_ROLES[-1], False) for _ in sentences]

    def unit_types(self, article: Article, units: Sequence[Any]) -> list[str]:
        """Call everything something else."""
        return ["other" for _ in units]

    def genre(self, article: Article) -> None:
        """Know no genre."""

    def article_frames(self, article: Article) -> set[str]:
        """Find no frame."""
        return set()

    def component_types(self, article: Article, components: Sequence[Any]) -> list[str]:
        """Call everything a premise."""
        return ["premise" for _ in components]

    def attachments(self, article: Article, units: Sequence[Any]) -> list[tuple[int, int]]:
        """Attach nothing."""
        return []

    def stances(self, article: Article, units: Sequence[Any]) -> list[str]:
        """Put all on one side."""
        return ["pro" for _ in units]

    def similarity(self, one: str, other: str) -> float:
        """Find all equally alike."""
        return 0.5

    def claim_groups(self, articles: Sequence[Article]) -> list[Any]:
        """Find no claim that two articles tell."""
        return []


class Perfect(Empty):
    """Answers with the gold of some loaded items."""

    def __init__(self, items: Sequence[Any]) -> None:
        """Keep the items by their text."""
        self._gold = {getattr(item, "text", item.id): item for item in items}
        self._pairs = {(i.one, i.other): i.score for i in items if hasattr(i, "one")}

    def annotate(self, article: Article) -> AnnotatedDocument:
        """Write the gold down as an annotated document."""
        gold, text = self._gold[article.text], article.text
        parts: dict[str, Any] = {}
        if hasattr(gold, "attributions"):
            parts["attributions"] = tuple(
                Attribution(
                    id=f"a{n}",
                    source=quote(text, one.source[0]) if one.source else None,
                    cue=quote(text, one.cue[0]) if one.cue else None,
                    content=tuple(quote(text, piece) for piece in one.content),
                    quote=Quotation.DIRECT,
                )
                for n, one in enumerate(gold.attributions)
            )
        else:
            parts["attributions"] = tuple(
                Attribution(id=f"a{n}", content=(quote(text, place),), quote=Quotation.DIRECT)
                for n, (place, voice) in enumerate(zip(gold.spans, gold.voices, strict=True))
                if voice == "quoted"
            )
            parts["spans"] = tuple(
                Span(
                    id=f"x{n}",
                    layer=SpanLayer.LOADED,
                    label=SpanLabel.LOADED_WORD,
                    **quote(text, gold.sentences[n]).model_dump(),
                    voice=Voice.AUTHOR,
                )
                for n in sorted(gold.lexical)
            )
        return document(text, **parts)

    def parse(self, text: str) -> Sequence[Any]:
        """The gold words."""
        return self._gold[text].tokens

    def names(self, text: str) -> Sequence[Any]:
        """The gold names."""
        return self._gold[text].names

    def components(self, article: Article) -> Sequence[Any]:
        """The gold components."""
        return self._gold[article.text].components

    def loaded_words(self, sentence: str) -> Sequence[Any]:
        """The gold words."""
        return self._gold[sentence].words

    def subjective(self, sentence: str) -> bool:
        """The gold label."""
        return self._gold[sentence].label == "subjective"

    def biased(self, sentence: str) -> bool:
        """The gold label."""
        return self._gold[sentence].label == "biased"

    def uncertain(self, sentence: str) -> bool:
        """The gold label."""
        return self._gold[sentence].uncertain

    def certainty(self, sentence: str, predicate: tuple[int, int]) -> float:
        """The gold value."""
        gold = self._gold[sentence]
        return dict(zip(gold.predicates, gold.values, strict=True))[predicate]

    def tone_towards(self, sentence: str, target: tuple[int, int]) -> str:
        """The gold tone."""
        gold = self._gold[sentence]
        return dict(zip(gold.targets, gold.tones, strict=True))[target]

    def sentence_roles(self, article: Article, sentences: Sequence[Any]) -> list[SentenceRole]:
        """The gold roles."""
        gold = self._gold[article.text]
        return [SentenceRole(*pair) for pair in zip(gold.roles, gold.speech, strict=True)]

    def unit_types(self, article: Article, units: Sequence[Any]) -> list[str]:
        """The gold types."""
        return list(self._gold[article.text].types)

    component_types = unit_types

    def genre(self, article: Article) -> Any:
        """The gold genre."""
        return self._gold[article.text].genre

    def article_frames(self, article: Article) -> set[str]:
        """The gold frames."""
        return set(self._gold[article.text].frames)

    def attachments(self, article: Article, units: Sequence[Any]) -> list[tuple[int, int]]:
        """The gold pairs."""
        gold = self._gold[article.text]
        return sorted(gold.relations if hasattr(gold, "relations") else gold.attachments)

    def stances(self, article: Article, units: Sequence[Any]) -> list[str]:
        """The gold sides."""
        return list(self._gold[article.text].stances)

    def claim_groups(self, articles: Sequence[Article]) -> list[Any]:
        """The gold claims."""
        gold = next(item for item in self._gold.values() if item.articles == tuple(articles))
        return [
            [(outlet, gold.sentences[outlet][number]) for outlet, number in claim]
            for claim in gold.claims
        ]

    def similarity(self, one: str, other: str) -> float:
        """The gold score."""
        return self._pairs[one, other] / 5


class Broken:
    """Fails whatever it is asked."""

    def __getattr__(self, question: str) -> Any:
        """Answer every question with an error."""

        def fail(*_: Any) -> Any:
            raise RecursionError(f"{question} broke")

        return fail
