"""PolNeAR: source, cue and content of every attribution in political news (Newell et al. 2018).

One annotator an article: the first by file name. Cues and contents can be in several pieces.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from ..brat import Annotation, Entity, read_annotation
from ..counts import Counts
from ..dataset import DataSet
from ..labelled_files import article_of, files_below, read, require
from ..matching import assign, covered, tokens, touch
from ..metrics import f1
from ..reader import Offsets, Reader
from ..sentence_ends import plain_sentences

ROLES = ("source", "cue", "content")
_EVENT_TYPES = ("Attribution", "Attribution-no-source")
_SAID = re.compile(r"\b(?:said|says|told|according to)\b")


@dataclass(frozen=True, slots=True)
class Attributed:
    """One attribution: the pieces of its source, its cue and its content."""

    source: tuple[Offsets, ...]
    cue: tuple[Offsets, ...]
    content: tuple[Offsets, ...]


@dataclass(frozen=True, slots=True)
class Gold:
    """An article with its attributions."""

    id: str
    text: str
    attributions: tuple[Attributed, ...]

    @property
    def article(self) -> str:
        """The article itself."""
        return self.id


def load(path: Path) -> list[Gold]:
    """Read every article that has an annotation file `NAME_ANNOTATOR.ann`."""
    found: dict[Path, Path] = {}
    for annotation in files_below(path, ".ann"):
        beside = _text_of(annotation)
        if beside is not None:
            found.setdefault(beside, annotation)
    items = []
    for text_path, annotation in found.items():
        text = read(text_path)
        marked = read_annotation(annotation, text)
        items.append(Gold(text_path.stem, text, _attributions(text, marked)))
    require(items, path, "brat files `attributions/NAME_ANNOTATOR.ann` with `text/NAME.txt`")
    return items


def _text_of(annotation: Path) -> Path | None:
    name = annotation.stem.rpartition("_")[0] or annotation.stem
    for folder in (annotation.parent, annotation.parent.parent / "text"):
        for stem in (annotation.stem, name):
            if (folder / f"{stem}.txt").is_file():
                return folder / f"{stem}.txt"
    return None


def _attributions(text: str, marked: Annotation) -> tuple[Attributed, ...]:
    found = []
    for kind, arguments in marked.events:
        if kind in _EVENT_TYPES:
            pieces = {role: _pieces(text, arguments, role) for role in ROLES}
            found.append(Attributed(**pieces))
    return tuple(found)


def _pieces(text: str, arguments: Sequence[tuple[str, Entity]], role: str) -> tuple[Offsets, ...]:
    entities = [e for name, e in arguments if name.rstrip("0123456789").casefold() == role]
    return joined(text, [piece for entity in entities for piece in entity.fragments])


def joined(text: str, pieces: Sequence[Offsets]) -> tuple[Offsets, ...]:
    """Pieces in order, blanks cut off, and those put together that only blanks set apart."""
    found: list[Offsets] = []
    for start, end in sorted(set(pieces)):
        stretch = text[start:end]
        if not stretch.strip():
            continue
        start += len(stretch) - len(stretch.lstrip())
        end = start + len(stretch.strip())
        if found and not text[found[-1][1] : start].strip():
            first, last = found.pop()
            start, end = first, max(last, end)
        found.append((start, end))
    return tuple(found)


def answer(reader: Reader, gold: Gold) -> list[Attributed]:
    """The attributions of the annotated document."""
    document = reader.annotate(article_of(gold.id, gold.text))
    return [
        Attributed(
            source=((one.source.start, one.source.end),) if one.source else (),
            cue=((one.cue.start, one.cue.end),) if one.cue else (),
            content=joined(gold.text, [(piece.start, piece.end) for piece in one.content]),
        )
        for one in document.attributions
    ]


def count(gold: Gold, answers: Sequence[Attributed] | None) -> Counts:
    """Count tokens in each role, contents that are the same, and attributions that are linked."""
    counts = Counts()
    given = answers or ()
    units = tokens(gold.text)
    for role in ROLES:
        right, said = (
            covered(units, [piece for one in side for piece in getattr(one, role)])
            for side in (gold.attributions, given)
        )
        counts.found(f"{role} token", hits=len(right & said), predicted=len(said), gold=len(right))
    contents = [one.content for one in gold.attributions if one.content]
    said_contents = [one.content for one in given if one.content]
    same = assign(
        [[n for n, said in enumerate(said_contents) if said == right] for right in contents]
    )
    counts.found("content exact", hits=len(same), predicted=len(said_contents), gold=len(contents))
    linked = assign(
        [[n for n, said in enumerate(given) if _linked(one, said)] for one in gold.attributions]
    )
    counts.found("linked", hits=len(linked), predicted=len(given), gold=len(gold.attributions))
    return counts


def _linked(right: Attributed, said: Attributed) -> bool:
    """All three parts overlap; a part that people left out must be left out."""
    pairs = [(getattr(right, role), getattr(said, role)) for role in ROLES]
    return all(touch(a, b) if a and b else not a and not b for a, b in pairs)


def baseline(items: Sequence[Gold]) -> Callable[[Gold], list[Attributed]]:
    """Whole sentences: with a word of saying, what stands before it is the source."""

    def guess(gold: Gold) -> list[Attributed]:
        found = []
        for start, end in plain_sentences(gold.text):
            said = _SAID.search(gold.text, start, end)
            if said is None:
                continue
            before = gold.text[start : said.start()].split()
            word = before[-1] if before else ""
            place = gold.text.rfind(word, start, said.start()) if word else start
            found.append(
                Attributed(
                    source=((place, place + len(word)),) if word else (),
                    cue=(said.span(),),
                    content=((start, end),),
                )
            )
        return found

    return guess


POLNEAR = DataSet[Gold, list[Attributed]](
    name="polnear",
    about="attribution: source, cue and content",
    metrics={
        "source_token_f1": f1("source token"),
        "cue_token_f1": f1("cue token"),
        "content_token_f1": f1("content token"),
        "content_exact_f1": f1("content exact"),
        "linked_f1": f1("linked"),
    },
    baseline_names={
        "source_token_f1": "word before said, says, told or according to",
        "cue_token_f1": "said, says, told, according to",
        "content_token_f1": "whole sentence with said, says, told or according to",
        "content_exact_f1": "whole sentence with said, says, told or according to",
        "linked_f1": "whole sentence with said, says, told or according to",
    },
    load=load,
    answer=answer,
    count=count,
    baseline=baseline,
)
