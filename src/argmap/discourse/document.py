"""A labelled text with character offsets, the one shape that every data set is read into."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

Offsets = tuple[int, int]
"""A half-open range of code points."""


@dataclass(frozen=True, slots=True)
class Label:
    """A stretch of text with its label.

    `value` is a class name, a number where a scale is learned, or `None` where it is asked for.
    """

    start: int
    end: int
    value: str | float | None


@dataclass(frozen=True, slots=True)
class Arc:
    """A stretch and what it may hang on: `heads` are the right ones, none for a root."""

    start: int
    end: int
    kind: str
    heads: tuple[Offsets, ...]
    candidates: tuple[Offsets, ...]


@dataclass(frozen=True, slots=True)
class Document:
    """A text, its sentences, and what people labelled in it, by task.

    `tags` holds stretches to be found, `spans` stretches that are given and have a class or a
    number, `arcs` stretches that hang on another, `article` classes of the whole text. A task that
    is not a key was not annotated here, which is not the same as an empty list.
    """

    id: str
    text: str
    sentences: tuple[Offsets, ...]
    title: Offsets | None = None
    tags: Mapping[str, tuple[Label, ...]] = field(default_factory=dict)
    spans: Mapping[str, tuple[Label, ...]] = field(default_factory=dict)
    arcs: Mapping[str, tuple[Arc, ...]] = field(default_factory=dict)
    article: Mapping[str, tuple[str, ...]] = field(default_factory=dict)


def join(documents: Sequence[Document]) -> Document:
    """Put short documents of one data set behind each other, with a blank between them."""
    text = ""
    sentences: list[Offsets] = []
    tags: dict[str, list[Label]] = {}
    spans: dict[str, list[Label]] = {}
    for document in documents:
        if text:
            text += " "
        shift = len(text)
        text += document.text
        sentences += [(start + shift, end + shift) for start, end in document.sentences]
        for source, target in ((document.tags, tags), (document.spans, spans)):
            for task, labels in source.items():
                target.setdefault(task, []).extend(
                    Label(x.start + shift, x.end + shift, x.value) for x in labels
                )
    return Document(
        id="+".join(document.id for document in documents),
        text=text,
        sentences=tuple(sentences),
        tags={task: tuple(labels) for task, labels in tags.items()},
        spans={task: tuple(labels) for task, labels in spans.items()},
    )
