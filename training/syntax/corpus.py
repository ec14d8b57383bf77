"""The data sets, treebanks in CoNLL-U, as sentences of words.

Everything is read into `Sentence`, the one shape that the rest of the recipe knows.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

OPEN_GENRES = ("news", "interview", "bio", "voyage", "textbook", "vlog", "speech")
"""The genres of GUM whose texts are under CC BY or in the public domain."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Tree:
    """What a treebank says of each word of a sentence; heads are indexes, a root is its own."""

    pos: tuple[str, ...]
    morphs: tuple[str, ...]
    lemmas: tuple[str, ...]
    heads: tuple[int, ...]
    deps: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Sentence:
    """Words, whether a space follows each, and what people labelled."""

    words: tuple[str, ...]
    spaces: tuple[bool, ...]
    tree: Tree
    opens_paragraph: bool = False

    @property
    def text(self) -> str:
        """The words with their spaces, without one at the end."""
        pairs = zip(self.words, self.spaces, strict=True)
        return "".join(word + " " * space for word, space in pairs).rstrip(" ")


@dataclass(frozen=True, slots=True, kw_only=True)
class Article:
    """One document of a data set; splits never cut through it."""

    id: str
    sentences: tuple[Sentence, ...]


def blocks(path: Path) -> Iterator[list[str]]:
    """Yield the runs of lines that blank lines set apart."""
    block: list[str] = []
    for line in path.read_text(encoding="utf-8").split("\n"):
        if line.strip():
            block.append(line)
        elif block:
            yield block
            block = []
    if block:
        yield block


def sentence_of(block: list[str]) -> Sentence:
    """Read one CoNLL-U sentence; the space after a contraction is that of its range line."""
    rows = [line.split("\t") for line in block if not line.startswith("#")]
    words = [row for row in rows if row[0].isdigit()]
    spaces = ["SpaceAfter=No" not in row[9] for row in words]
    for row in rows:
        if "-" in row[0]:
            first, last = (int(part) for part in row[0].split("-"))
            spaces[first - 1 : last] = [False] * (last - first)
            spaces.insert(last - 1, "SpaceAfter=No" not in row[9])
    return Sentence(
        words=tuple(row[1] for row in words),
        spaces=tuple(spaces),
        tree=Tree(
            pos=tuple(row[3] for row in words),
            morphs=tuple(row[5] for row in words),
            lemmas=tuple(row[2] for row in words),
            heads=tuple(int(row[6]) - 1 if row[6] != "0" else i for i, row in enumerate(words)),
            deps=tuple("ROOT" if row[7] == "root" else row[7] for row in words),
        ),
        opens_paragraph=any(line.startswith("# newpar") for line in block),
    )


def read_treebank(path: Path, genres: tuple[str, ...] | None = None) -> list[Article]:
    """Read a CoNLL-U file; `genres` keeps the documents named `GUM_<genre>_…` of those genres."""
    articles: list[tuple[str, list[Sentence]]] = []
    for block in blocks(path):
        for line in block:
            if line.startswith("# newdoc id = "):
                articles.append((line.removeprefix("# newdoc id = "), []))
        articles[-1][1].append(sentence_of(block))
    return [
        Article(id=name, sentences=tuple(sentences))
        for name, sentences in articles
        if genres is None or name.split("_")[1] in genres
    ]
