"""SemEval-2023 task 3, English: frames and genre of news articles (Piskorski et al. 2023)."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from argmap.discourse.tasks import ARTICLE_FRAMES
from argmap.errors import InputError

from ..counts import MISSED, Counts
from ..dataset import DataSet, commonest
from ..labelled_files import article_of, files_below, name_of, read, require
from ..metrics import f1, macro_f1
from ..reader import GENRES, Reader


@dataclass(frozen=True, slots=True)
class Gold:
    """An article with its genre and its frames."""

    id: str
    text: str
    genre: str
    frames: frozenset[str]

    @property
    def article(self) -> str:
        """The article's number in the task, wherever its file stands."""
        return self.id.rpartition("/")[2]


@dataclass(frozen=True, slots=True)
class Answer:
    """The genre and the frames of an article."""

    genre: str | None
    frames: frozenset[str]


def load(path: Path) -> list[Gold]:
    """Read `labels.tsv` files and, from `articles` beside them, the texts.

    Raises InputError where a label is none of the task's or a text is not there.
    """
    items = []
    for found in files_below(path, ".tsv"):
        folder = name_of(found.parent, path) if found.parent != path and found != path else ""
        for number, line in enumerate(read(found).splitlines(), 1):
            fields = line.split("\t")
            if len(fields) == 3 and fields[0].strip().isdigit():
                items.append(_gold(folder, found, number, fields))
    require(items, path, "`labels.tsv` (number, genre, frames) with `articles/articleNUMBER.txt`")
    return items


def _gold(folder: str, path: Path, line: int, fields: Sequence[str]) -> Gold:
    number, genre = fields[0].strip(), fields[1].strip()
    frames = frozenset(frame.strip() for frame in fields[2].split(",") if frame.strip())
    unknown = sorted(frames - set(ARTICLE_FRAMES)) + ([] if genre in GENRES else [genre])
    if unknown:
        raise InputError(f"{path}, line {line}: {unknown[0]!r} is no label of this task.")
    text = read(path.parent / "articles" / f"article{number}.txt")
    return Gold(f"{folder}/{number}" if folder else number, text, genre, frames)


def answer(reader: Reader, gold: Gold) -> Answer:
    """Ask for genre and frames."""
    article = article_of(gold.id, gold.text)
    return Answer(reader.genre(article), frozenset(reader.article_frames(article)))


def count(gold: Gold, answers: Answer | None) -> Counts:
    """Count genres, and frames over all articles."""
    counts = Counts()
    counts.labels("genre", [gold.genre], [answers.genre or MISSED] if answers else None)
    said = answers.frames if answers else frozenset()
    for frame in sorted(gold.frames | said):
        hit = frame in gold.frames and frame in said
        amounts = {"hits": hit, "predicted": frame in said, "gold": frame in gold.frames}
        for name in ("frame", f"frame: {frame}"):
            counts.found(name, **{key: int(value) for key, value in amounts.items()})
    return counts


def baseline(items: Sequence[Gold]) -> Callable[[Gold], Answer]:
    """The commonest genre, and the frames that at least half of the articles have."""
    genre = commonest(gold.genre for gold in items)
    spread = Counter(frame for gold in items for frame in gold.frames)
    usual = frozenset(frame for frame, n in spread.items() if 2 * n >= len(items))
    frames = usual or frozenset([commonest(frame for g in items for frame in g.frames)])
    return lambda gold: Answer(genre, frames)


SEMEVAL_FRAMES = DataSet[Gold, Answer](
    name="semeval2023-frames",
    about="frames and genre of an article",
    metrics={"micro_f1": f1("frame"), "genre_macro_f1": macro_f1("genre")},
    baseline_names={
        "micro_f1": "frames that half of the articles have",
        "genre_macro_f1": "commonest genre",
    },
    load=load,
    answer=answer,
    count=count,
    baseline=baseline,
)
