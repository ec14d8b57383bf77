"""Universal Dependencies: word classes, trees and sentence ends from raw text.

Words answer each other where they stand at the same characters, so a word cut elsewhere is wrong
(Zeman et al. 2018). As in spaCy's scorer, `las` takes full relations and leaves punctuation out.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from argmap.errors import InputError

from ..counts import Counts
from ..dataset import DataSet, commonest
from ..labelled_files import files_below, name_of, read, require
from ..metrics import f1
from ..reader import Offsets, Reader, Token
from ..sentence_ends import plain_sentences

_FIELDS = 10
_DOCUMENT = re.compile(r"#\s*newdoc(?:\s+id\s*=\s*(.+))?")
_NOT_SCORED = "punct"


@dataclass(frozen=True, slots=True)
class Gold:
    """A document as raw text, with its words."""

    id: str
    text: str
    tokens: tuple[Token, ...]

    @property
    def article(self) -> str:
        """The document itself."""
        return self.id


def load(path: Path) -> list[Gold]:
    """Read every CoNLL-U file; paragraphs stand on lines of their own, as in UD's raw texts."""
    items = []
    for found in files_below(path, ".conllu"):
        name = name_of(found, path)
        for number, (document, lines) in enumerate(_documents(read(found))):
            try:
                text, tokens = _read(lines)
            except (ValueError, IndexError) as error:
                raise InputError(
                    f"{found}, document {document or number}, is not valid CoNLL-U ({error})."
                ) from error
            if tokens:
                items.append(Gold(f"{name}/{document or number}", text, tuple(tokens)))
    require(items, path, "CoNLL-U files")
    return items


def _documents(content: str) -> Iterator[tuple[str, list[str]]]:
    name, lines = "", list[str]()
    for line in content.split("\n"):
        if found := _DOCUMENT.match(line):
            if lines:
                yield name, lines
            name, lines = (found[1] or "").strip(), []
        lines.append(line.rstrip("\r"))
    yield name, lines


def _read(lines: Sequence[str]) -> tuple[str, list[Token]]:
    """Put the text of a document together; empty nodes are left out."""
    text, tokens = "", list[Token]()
    rows: list[list[str]] = []
    paragraph = False
    for line in [*lines, ""]:
        if line.startswith("#"):
            paragraph = paragraph or line.startswith("# newpar")
        elif line.strip():
            rows.append(line.split("\t"))
        elif rows:
            text = text.rstrip(" ") + "\n\n" if paragraph and text else text
            written, words = _sentence(rows, len(text), len(tokens))
            text += written
            tokens += words
            rows, paragraph = [], False
    return text.rstrip(), tokens


def _sentence(rows: Sequence[Sequence[str]], start: int, first: int) -> tuple[str, list[Token]]:
    """Text and words of one sentence; the words of a range (don't) share its characters out."""
    text, places = "", dict[int, Offsets]()
    within = 0
    for row in rows:
        if len(row) != _FIELDS:
            raise ValueError(f"a line has {len(row)} fields")
        number, form = row[0], row[1]
        if "." in number:
            continue
        if "-" in number:
            low, within = (int(part) for part in number.split("-"))
            places |= _shared(rows, low, within, form, start + len(text))
        elif int(number) > within:
            places[int(number)] = start + len(text), start + len(text) + len(form)
        else:
            continue
        text += form + ("" if "SpaceAfter=No" in row[9].split("|") else " ")
    words = [row for row in rows if row[0].isdigit()]
    return text, [
        Token(
            *places[int(row[0])],
            upos=row[3],
            head=first + (int(row[6]) if row[6] != "0" else int(row[0])) - 1,
            deprel=row[7],
            starts_sentence=number == 0,
        )
        for number, row in enumerate(words)
    ]


def _shared(
    rows: Sequence[Sequence[str]], low: int, high: int, form: str, start: int
) -> dict[int, Offsets]:
    """Each word of a range its own characters where they add up; else all of them the whole."""
    forms = {int(r[0]): r[1] for r in rows if r[0].isdigit() and low <= int(r[0]) <= high}
    if "".join(forms.values()) != form:
        return dict.fromkeys(forms, (start, start + len(form)))
    found = {}
    for number, word in forms.items():
        found[number] = start, start + len(word)
        start += len(word)
    return found


def answer(reader: Reader, gold: Gold) -> list[Token]:
    """Ask for a parse of the raw text."""
    return list(reader.parse(gold.text))


def count(gold: Gold, answers: Sequence[Token] | None) -> Counts:
    """Count words with their class, words with their head and relation, and sentences."""
    counts = Counts()
    for name, things in (("word", _words), ("upos", _upos), ("las", _arcs), ("sents", _sentences)):
        right, said = things(gold.tokens), things(answers or ())
        counts.found(
            name,
            hits=(right & said).total(),
            predicted=said.total(),
            gold=right.total(),
        )
    return counts


def _words(tokens: Sequence[Token]) -> Counter[tuple[int | str, ...]]:
    return Counter((token.start, token.end) for token in tokens)


def _upos(tokens: Sequence[Token]) -> Counter[tuple[int | str, ...]]:
    return Counter((token.start, token.end, token.upos) for token in tokens)


def _arcs(tokens: Sequence[Token]) -> Counter[tuple[int | str, ...]]:
    return Counter(
        (token.start, token.end, tokens[token.head].start, tokens[token.head].end, relation)
        for token in tokens
        for relation in [token.deprel.casefold()]
        if relation != _NOT_SCORED
    )


def _sentences(tokens: Sequence[Token]) -> Counter[tuple[int | str, ...]]:
    starts = [n for n, token in enumerate(tokens) if token.starts_sentence or n == 0]
    lasts = [*(start - 1 for start in starts[1:]), len(tokens) - 1]
    return Counter(
        (tokens[a].start, tokens[b].end) for a, b in zip(starts, lasts, strict=False) if tokens
    )


def baseline(items: Sequence[Gold]) -> Callable[[Gold], list[Token]]:
    """The right words, the commonest class; each hangs on the word behind; full stops end."""
    tokens = [token for gold in items for token in gold.tokens]
    upos = commonest(token.upos for token in tokens)
    relation = commonest(t.deprel for t in tokens if t.deprel != _NOT_SCORED)

    def guess(gold: Gold) -> list[Token]:
        ends = iter([end for _, end in plain_sentences(gold.text)])
        found, end = [], -1
        for number, token in enumerate(gold.tokens):
            begins = token.start >= end
            while token.start >= end:
                end = next(ends, len(gold.text) + 1)
            head = min(number + 1, len(gold.tokens) - 1)
            found.append(Token(token.start, token.end, upos, head, relation, begins))
        return found

    return guess


UD = DataSet[Gold, list[Token]](
    name="ud",
    about="word classes, trees and sentence ends",
    metrics={"upos_acc": f1("upos"), "las": f1("las"), "sents_f1": f1("sents")},
    baseline_names={
        "upos_acc": "right words, commonest class",
        "las": "right words, each on the one behind, commonest relation",
        "sents_f1": "full stop before a blank",
    },
    load=load,
    answer=answer,
    count=count,
    baseline=baseline,
)
