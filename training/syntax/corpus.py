"""The data sets as sentences of words: treebanks in CoNLL-U, names in columns of tags.

Everything is read into `Sentence`, the one shape that the rest of the recipe knows. A layer that
a data set does not have is None; a name tag "-" says that nobody looked.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path

from .spacing import spaces_between

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
    """Words, whether a space follows each, and the layers that people labelled."""

    words: tuple[str, ...]
    spaces: tuple[bool, ...]
    tree: Tree | None = None
    names: tuple[str, ...] | None = None
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


def tagged(rows: list[tuple[str, str]]) -> Sentence:
    """Make a paragraph of words with BIO tags; the spaces are guessed."""
    words = tuple(word for word, _ in rows)
    names = tuple(tag for _, tag in rows)
    return Sentence(words=words, spaces=spaces_between(words), names=names, opens_paragraph=True)


def read_newswire(folder: Path) -> list[Article]:
    """Read a folder of `ner-worldwide` articles; the first line, the address, is dropped."""
    articles = []
    for path in sorted(folder.glob("*.tsv")):
        sentences = []
        for block in blocks(path):
            rows = [tuple(line.split("\t")[:2]) for line in block]
            rows = [row for row in rows if len(row) == 2 and not row[0].startswith("http")]
            if rows:
                sentences.append(tagged(rows))
        articles.append(Article(id=path.stem, sentences=tuple(sentences)))
    return articles


SHARED_CLASSES = {"PER": "Person", "LOC": "Location", "ORG": "Organization"}


def as_shared(tags: list[str], *, outside: str) -> tuple[str, ...]:
    """Turn PER, LOC, ORG tags into the newswire's classes; all else becomes `outside`.

    `outside` is "-" (nobody looked for the other classes here) or "O".
    """
    names: list[str] = []
    previous = ""
    for tag in tags:
        kind = SHARED_CLASSES.get(tag[2:])
        if kind is None:
            names.append("O" if tag == "O" and outside == "O" else "-")
        else:
            begins = tag[0] == "B" or tag[2:] != previous
            names.append(("B-" if begins else "I-") + kind)
        previous = tag[2:]
    return tuple(names)


def read_wikigold(path: Path, *, outside: str) -> list[Article]:
    """Read `wikigold`; documents are told apart by their marks."""
    articles: list[list[Sentence]] = [[]]
    for block in blocks(path):
        rows = [line.rsplit(" ", 1) for line in block]
        if rows[0][0] == "-DOCSTART-":
            articles.append([])
            continue
        names = as_shared([tag for _, tag in rows], outside=outside)
        articles[-1].append(tagged(list(zip((word for word, _ in rows), names, strict=True))))
    kept = [sentences for sentences in articles if sentences]
    return [Article(id=f"wikigold-{n}", sentences=tuple(s)) for n, s in enumerate(kept)]


def read_web_names(path: Path, treebank: list[Article], *, outside: str) -> list[Article]:
    """Read `uner-ewt`, with the spaces of the treebank whose sentences it labels."""
    known = {sentence.words: sentence for article in treebank for sentence in article.sentences}
    sentences = []
    for block in blocks(path):
        rows = [line.split("\t") for line in block if not line.startswith("#")]
        sentence = known.get(tuple(row[1] for row in rows))
        if sentence is not None:
            names = as_shared([row[2] for row in rows], outside=outside)
            sentences.append(replace(sentence, tree=None, names=names))
    return [Article(id=f"{path.stem}-{n}", sentences=(s,)) for n, s in enumerate(sentences)]
