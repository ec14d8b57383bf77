"""NewsDiscourse: what every sentence of a news article does, and speech (Choubey et al. 2020)."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from ..counts import Counts
from ..dataset import DataSet, commonest
from ..labelled_files import article_of, files_below, name_of, read, require
from ..metrics import accuracy, f1, macro_f1
from ..reader import Offsets, Reader, SentenceRole

_ROLES = {
    "Main": "main",
    "Main_Consequence": "consequence",
    "Cause_Specific": "previous",
    "Cause_General": "context",
    "Distant_Historical": "history",
    "Distant_Anecdotal": "anecdote",
    "Distant_Evaluation": "evaluation",
    "Distant_Expectations_Consequences": "expectation",
    "NA": "none",
}
_LINE = re.compile(r"(H|S\d+)\s+(\S.*)")
_SAID = re.compile(r"[“”\"]|\b(?:said|says|told)\b")


@dataclass(frozen=True, slots=True)
class Gold:
    """An article and, of each sentence that people labelled, its role and whether it is speech."""

    id: str
    title: str | None
    text: str
    sentences: tuple[Offsets, ...]
    roles: tuple[str, ...]
    speech: tuple[bool, ...]

    @property
    def article(self) -> str:
        """The article's own name, wherever its file stands."""
        return self.id.rpartition("/")[2]


def load(path: Path) -> list[Gold]:
    """Read every article with an annotation file beside it; sentence numbers are left out."""
    items = []
    for found in files_below(path, ".ann"):
        text = found.with_suffix(".txt")
        if text.is_file():
            items.append(_gold(name_of(found, path), read(text), read(found)))
    items = [item for item in items if item.sentences]
    require(items, path, "brat files NAME.ann beside NAME.txt with numbered sentences")
    return items


def _gold(name: str, numbered: str, annotation: str) -> Gold:
    roles, spoken = _labels(annotation)
    title, text, places = _text(numbered)
    labelled = [number for number in places if number in roles]
    return Gold(
        id=name,
        title=title,
        text=text,
        sentences=tuple(places[number] for number in labelled),
        roles=tuple(roles[number] for number in labelled),
        speech=tuple(number in spoken for number in labelled),
    )


def _labels(annotation: str) -> tuple[dict[str, str], set[str]]:
    """The role of each sentence, by its number (the first where there are two), and speech."""
    roles: dict[str, str] = {}
    spoken: set[str] = set()
    for line in annotation.splitlines():
        fields = line.split("\t")
        if not line.startswith("T") or len(fields) < 3:
            continue
        kind, number = fields[1].split(" ")[0], f"S{fields[2].strip().removeprefix('S')}"
        if kind == "Speech":
            spoken.add(number)
        elif kind in _ROLES:
            roles.setdefault(number, _ROLES[kind])
    return roles, spoken


def _text(numbered: str) -> tuple[str | None, str, dict[str, Offsets]]:
    """The headline, the text with its paragraphs, and where each numbered sentence went."""
    title, text = None, ""
    places: dict[str, Offsets] = {}
    blank = True
    for line in numbered.splitlines():
        found = _LINE.fullmatch(line.strip())
        if found is None:
            blank = blank or not line.strip()
            continue
        mark, sentence = found[1], found[2].strip()
        if text:
            text += "\n" if blank or mark == "H" else " "
        if mark == "H":
            title = title or sentence
        else:
            places[mark] = len(text), len(text) + len(sentence)
        text += sentence
        blank = mark == "H"
    return title, text, places


def answer(reader: Reader, gold: Gold) -> list[SentenceRole]:
    """Ask what each sentence does."""
    article = article_of(gold.id, gold.text, title=gold.title)
    return list(reader.sentence_roles(article, gold.sentences))


def count(gold: Gold, answers: Sequence[SentenceRole] | None) -> Counts:
    """Count roles and sentences of speech."""
    counts = Counts()
    counts.labels("role", gold.roles, None if answers is None else [x.role for x in answers])
    said = [False] * len(gold.speech) if answers is None else [x.speech for x in answers]
    counts.found(
        "speech",
        hits=sum(a and b for a, b in zip(gold.speech, said, strict=True)),
        predicted=sum(said),
        gold=sum(gold.speech),
    )
    return counts


def baseline(items: Sequence[Gold]) -> Callable[[Gold], list[SentenceRole]]:
    """The commonest role; speech wherever a quotation mark or a word of saying stands."""
    role = commonest(role for gold in items for role in gold.roles)

    def guess(gold: Gold) -> list[SentenceRole]:
        return [
            SentenceRole(role, _SAID.search(gold.text, start, end) is not None)
            for start, end in gold.sentences
        ]

    return guess


NEWS_DISCOURSE = DataSet[Gold, list[SentenceRole]](
    name="news-discourse",
    about="role of a news sentence; speech",
    metrics={"macro_f1": macro_f1("role"), "micro_f1": accuracy("role"), "speech_f1": f1("speech")},
    baseline_names={
        "macro_f1": "commonest role",
        "micro_f1": "commonest role",
        "speech_f1": "quotation mark, said, says or told",
    },
    load=load,
    answer=answer,
    count=count,
    baseline=baseline,
)
