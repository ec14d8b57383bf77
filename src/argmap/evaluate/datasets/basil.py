"""BASIL: voice of bias spans, and sentences with lexical bias (Fan et al. 2019).

What people marked as quoted is a direct quotation; what an article only reports in its own words
counts as its own there. The three articles on one event stay together.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from argmap.errors import InputError
from argmap.model.labels import SpanLayer

from ..counts import Counts
from ..dataset import DataSet
from ..document_reading import in_marks, is_quoted
from ..labelled_files import article_of, files_below, name_of, read_json, require
from ..matching import touch
from ..metrics import accuracy, f1
from ..reader import Offsets, Reader

_SENTENCE = re.compile(r"p(\d+)")
QUOTED, OWN = "quoted", "own"


@dataclass(frozen=True, slots=True)
class Gold:
    """An article: its sentences, its bias spans with whose voice they are in, lexical ones."""

    id: str
    article: str
    title: str
    text: str
    sentences: tuple[Offsets, ...]
    spans: tuple[Offsets, ...]
    voices: tuple[str, ...]
    lexical: frozenset[int]


@dataclass(frozen=True, slots=True)
class Answer:
    """The voice of each span, and the sentences with loaded words."""

    voices: tuple[str, ...]
    lexical: frozenset[int]


def load(path: Path) -> list[Gold]:
    """Read every article that has an annotation file of its own name."""
    items = []
    for found in files_below(path, "_ann.json"):
        name = found.name.removesuffix("_ann.json") + ".json"
        for folder in (found.parent, found.parent.parent / "articles"):
            if (folder / name).is_file():
                items.append(_gold(name_of(folder / name, folder), folder / name, found))
                break
    require(items, path, "`annotations/NAME_ann.json` with `articles/NAME.json`")
    return items


def _gold(name: str, article_path: Path, annotation_path: Path) -> Gold:
    article, annotation = read_json(article_path), read_json(annotation_path)
    try:
        text = title = article["title"].strip()
        sentences: list[Offsets] = []
        for paragraph in article["body-paragraphs"]:
            text += "\n"
            for number, sentence in enumerate(paragraph):
                text += " " if number else ""
                sentences.append((len(text), len(text) + len(sentence)))
                text += sentence
        marked = _marked(annotation["phrase-level-annotations"], sentences)
        event = article["triplet-uuid"]
    except (KeyError, TypeError, IndexError, AttributeError) as error:
        raise InputError(
            f"{annotation_path} is not laid out as BASIL is ({error!r}); get the set anew."
        ) from error
    return Gold(
        id=name,
        article=event,
        title=title,
        text=text,
        sentences=tuple(sentences),
        spans=tuple(span for span, _, _, _ in marked),
        voices=tuple(voice for _, voice, _, _ in marked),
        lexical=frozenset(sentence for _, _, lexical, sentence in marked if lexical),
    )


def _marked(
    phrases: Sequence[dict[str, Any]], sentences: Sequence[Offsets]
) -> list[tuple[Offsets, str, bool, int]]:
    """Place, voice, whether lexical, and sentence of each span in the body (not in the title)."""
    found = []
    for phrase in phrases:
        place = _SENTENCE.fullmatch(phrase["id"])
        if place is None:
            continue
        number = int(place[1])
        start = sentences[number][0]
        span = (start + phrase["start"], start + phrase["end"])
        voice = QUOTED if phrase["quote"] == "yes" else OWN
        found.append((span, voice, phrase["bias"] == "lex", number))
    return found


def answer(reader: Reader, gold: Gold) -> Answer:
    """Voices and loaded words of the annotated document."""
    document = reader.annotate(article_of(gold.id, gold.text, title=gold.title))
    loaded = [(x.start, x.end) for x in document.spans if x.layer is SpanLayer.LOADED]
    return Answer(
        voices=tuple(QUOTED if is_quoted(document, span) else OWN for span in gold.spans),
        lexical=frozenset(
            number for number, sentence in enumerate(gold.sentences) if touch(loaded, [sentence])
        ),
    )


def count(gold: Gold, answers: Answer | None) -> Counts:
    """Count voices of spans, and sentences with lexical bias."""
    counts = Counts()
    counts.labels("voice", gold.voices, answers.voices if answers else None)
    said = answers.lexical if answers else frozenset()
    counts.found(
        "lexical sentence",
        hits=len(gold.lexical & said),
        predicted=len(said),
        gold=len(gold.lexical),
    )
    return counts


def baseline(items: Sequence[Gold]) -> Callable[[Gold], Answer]:
    """Quoted is what stands between marks of its line; every sentence holds lexical bias."""

    def guess(gold: Gold) -> Answer:
        voices = []
        for start, _ in gold.spans:
            line = gold.text.rfind("\n", 0, start) + 1
            voices.append(QUOTED if in_marks(gold.text, line, start) else OWN)
        return Answer(tuple(voices), frozenset(range(len(gold.sentences))))

    return guess


BASIL = DataSet[Gold, Answer](
    name="basil",
    about="voice of bias spans; sentences with loaded words",
    metrics={"voice_accuracy": accuracy("voice"), "lexical_sentence_f1": f1("lexical sentence")},
    baseline_names={
        "voice_accuracy": "between quotation marks",
        "lexical_sentence_f1": "every sentence",
    },
    load=load,
    answer=answer,
    count=count,
    baseline=baseline,
)
