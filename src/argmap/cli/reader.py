"""What `argmap evaluate` asks: the annotated document, and the heads of the bundled models."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from functools import cached_property
from typing import TYPE_CHECKING

from argmap.discourse.argument import Argued, best_argument
from argmap.discourse.document import Arc
from argmap.discourse.tasks import TASKS
from argmap.evaluate.reader import Name, Offsets, SentenceRole, Token
from argmap.evaluate.sentence_ends import plain_sentences
from argmap.model.article import Article
from argmap.model.document import AnnotatedDocument

from .inputs import Annotator

if TYPE_CHECKING:
    from spacy.language import Language

    from argmap.discourse.model import DiscourseModel, DiscourseReading


class ArgmapReader:
    """Answers by the pipeline and by the bundled models, each loaded when it is asked.

    Voices, attributions and loaded spans come from the annotated document. Everything else is
    asked of the head that learned it.
    """

    def __init__(self) -> None:
        self._annotate = Annotator()
        self._document: tuple[Article, AnnotatedDocument] | None = None
        self._last: tuple[str, DiscourseReading] | None = None

    def annotate(self, article: Article) -> AnnotatedDocument:
        """Read an article; asked again of the same article, the answer stands ready."""
        if self._document is None or self._document[0] != article:
            self._document = None
            self._document = article, self._annotate(article)
        return self._document[1]

    def parse(self, text: str) -> Sequence[Token]:
        """Words, classes, tree and sentence starts by the syntax model."""
        from argmap.pipeline import syntax

        return [
            Token(
                start=word.start,
                end=word.end,
                upos=word.upos,
                head=word.head,
                deprel=word.deprel,
                starts_sentence=word.starts_sentence,
            )
            for word in syntax.parse(self._syntax, text)
        ]

    def names(self, text: str) -> Sequence[Name]:
        """Names in nine classes."""
        from argmap.discourse.names import names_in

        found = names_in(self._read(text))
        return [Name(start=one.start, end=one.end, label=one.label) for one in found]

    def subjective(self, sentence: str) -> bool:
        """Whether the sentence is more likely subjective than not."""
        return self._of_sentence("subjective", sentence) == "subjective"

    def biased(self, sentence: str) -> bool:
        """Whether the sentence is more likely biased than not."""
        return self._of_sentence("biased", sentence) == "biased"

    def loaded_words(self, sentence: str) -> Sequence[Offsets]:
        """The loaded words of a sentence."""
        return [(one.start, one.end) for one in self._read(sentence).stretches("loaded")]

    def uncertain(self, sentence: str) -> bool:
        """Whether the sentence leaves something open."""
        return self._of_sentence("uncertain", sentence) == "uncertain"

    def certainty(self, sentence: str, predicate: Offsets) -> float:
        """Where the predicate stands between certainly not, -3, and certain, 3."""
        return self._read(sentence).numbers("certainty", [predicate])[0]

    def tone_towards(self, sentence: str, target: Offsets) -> str:
        """The likeliest tone towards the target."""
        return self._classes("tone", sentence, [target])[0]

    def sentence_roles(
        self, article: Article, sentences: Sequence[Offsets]
    ) -> Sequence[SentenceRole]:
        """The likeliest role of each sentence, and whether it tells what somebody said."""
        roles = self._classes("role", article.text, sentences)
        speech = self._classes("speech", article.text, sentences)
        return [SentenceRole(a, b == "speech") for a, b in zip(roles, speech, strict=True)]

    def unit_types(self, article: Article, units: Sequence[Offsets]) -> Sequence[str]:
        """The likeliest type of each unit."""
        return self._classes("unit", article.text, units)

    def genre(self, article: Article) -> str | None:
        """The likeliest genre."""
        likely = self._read(article.text).article("genre")
        return max(likely, key=lambda name: likely[name])

    def article_frames(self, article: Article) -> Collection[str]:
        """The frames that are more likely there than not."""
        likely = self._read(article.text).article("frames")
        return frozenset(name for name, value in likely.items() if value > 0.5)

    def components(self, article: Article) -> Sequence[Offsets]:
        """The claims and premises of an argumentative text."""
        found = self._read(article.text).stretches("component-tags")
        return [(one.start, one.end) for one in found]

    def component_types(self, article: Article, components: Sequence[Offsets]) -> Sequence[str]:
        """The type of each component in the likeliest argument."""
        classes = TASKS["component"].classes
        return [classes[unit.kind] for unit in self._argument(article.text, components)]

    def attachments(self, article: Article, units: Sequence[Offsets]) -> Sequence[tuple[int, int]]:
        """What each unit bears on in the likeliest argument, among the units of its paragraph."""
        found = self._argument(article.text, units)
        return [(n, unit.head) for n, unit in enumerate(found) if unit.head is not None]

    def _argument(self, text: str, units: Sequence[Offsets]) -> list[Argued]:
        """The likeliest argument; a text of one paragraph has one thesis."""
        if not units:
            return []
        read = self._read(text)
        lines = [text.count("\n", 0, unit[0]) for unit in units]
        kind = TASKS["relation"].classes[0]
        arcs = [
            Arc(
                *unit,
                kind,
                (),
                tuple(
                    sorted(
                        o for o, its in zip(units, lines, strict=True) if its == line and o != unit
                    )
                ),
            )
            for unit, line in zip(units, lines, strict=True)
        ]
        place = {unit: number for number, unit in enumerate(units)}
        heads = [
            {None if head is None else place[head]: share for head, share in likely.items()}
            for likely in read.arcs("relation", arcs)
        ]
        one = len(set(lines)) == 1
        return best_argument(read.classes("component", units), heads, one_thesis=one)

    def stances(self, article: Article, units: Sequence[Offsets]) -> Sequence[str]:
        """The likelier side of each unit."""
        return self._classes("stance", article.text, units)

    def similarity(self, one: str, other: str) -> float:
        """How far two sentences say the same, by their vectors, words and figures."""
        scorer = self._discourse.similarity
        first, second = scorer.vectors([one]), scorer.vectors([other])
        return scorer.score(first[0], second[0], one, other)

    def claim_groups(
        self, articles: Sequence[Article]
    ) -> Sequence[Collection[tuple[str, Offsets]]]:
        """The claim groups of the comparison, by the vectors of the words."""
        from argmap.compare import compare

        documents = {article.id: self._annotate(article) for article in articles}
        comparison = compare(list(documents.values()), reader=self._discourse.similarity)
        return [
            [
                (member.article, (segment.start, segment.end))
                for member in group.members
                for identifier in member.segments
                if (segment := documents[member.article].segment(identifier))
            ]
            for group in comparison.groups
            if len(group.members) > 1
        ]

    def _of_sentence(self, task: str, sentence: str) -> str:
        return self._classes(task, sentence, [(0, len(sentence))])[0]

    def _classes(self, task: str, text: str, spans: Sequence[Offsets]) -> list[str]:
        likely = self._read(text).classes(task, spans)
        return [TASKS[task].classes[int(row.argmax())] for row in likely]

    def _read(self, text: str) -> DiscourseReading:
        """The states of a text; asked again of the same text, they stand ready."""
        if self._last is None or self._last[0] != text:
            self._last = None
            sentences = plain_sentences(text)
            title = sentences[0] if len(sentences) > 1 else None
            self._last = text, self._discourse.read(text, sentences, title)
        return self._last[1]

    @cached_property
    def _discourse(self) -> DiscourseModel:
        from argmap.discourse.model import load_discourse

        return load_discourse()

    @cached_property
    def _syntax(self) -> Language:
        from argmap.pipeline.syntax import load_syntax

        return load_syntax()
