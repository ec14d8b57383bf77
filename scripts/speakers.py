"""Count how often one speaker has two entries, or a pronoun one of its own.

Usage: python scripts/speakers.py DATA

DATA holds PolNeAR as for scripts/figures.py; its development part is read. It does not say which
sources are one speaker, so what can be seen without that is counted: of the surnames of people who
speak in an article, those with several entries that no given name tells apart; of all entries,
those that are a pronoun alone.
"""

from __future__ import annotations

import argparse
import sys
from collections import Counter
from pathlib import Path

from argmap.cli.inputs import Annotator
from argmap.errors import ArgmapError
from argmap.evaluate import DATASETS
from argmap.evaluate.benchmark import select
from argmap.evaluate.labelled_files import article_of
from argmap.model.document import AnnotatedDocument
from argmap.model.labels import SourceKind

PRONOUNS = frozenset({"he", "she", "they", "it", "who", "which", "that"})
POSSESSIVES = ("'s", "’s", "'", "’")


def entries(document: AnnotatedDocument) -> Counter[str]:
    """Of one article the `entries`, the `pronouns` among them, `surnames` and those `doubled`."""
    people: dict[str, list[list[str]]] = {}
    for source in document.sources:
        if source.kind is SourceKind.NAMED_PERSON:
            words = source.name.split() or [source.name]
            people.setdefault(surname(words[-1]), []).append(words)
    return Counter(
        entries=len(document.sources),
        pronouns=sum(source.name.lower() in PRONOUNS for source in document.sources),
        surnames=len(people),
        doubled=sum(_is_doubled(some) for some in people.values()),
    )


def surname(word: str) -> str:
    """The last word of a name without the mark of a possessive, and in small letters."""
    for mark in POSSESSIVES:
        word = word.removesuffix(mark)
    return word.strip(".").lower()


def _is_doubled(names: list[list[str]]) -> bool:
    """Whether fewer given names than entries stand before one surname."""
    given = {words[0] for words in names if len(words) > 1}
    return len(names) > 1 and len(given) < len(names)


def main() -> int:
    """Read the articles and print the counts."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("data", type=Path)
    parser.add_argument("--limit", type=int, help="articles")
    asked = parser.parse_args()
    annotate = Annotator()
    found: Counter[str] = Counter()
    paths = [asked.data / "polnear/dev"]
    items = select(DATASETS["polnear"], paths, limit=asked.limit, held_out=False)
    for item in items:
        found += entries(annotate(article_of(item.id, item.text)))
    print(
        f"{len(items)} articles: of {found['surnames']} surnames of people who speak"
        f" {found['doubled']} have several entries that no given name tells apart;"
        f" {found['pronouns']} of {found['entries']} entries are a pronoun"
    )
    return 0


if __name__ == "__main__":
    try:
        sys.exit(main())
    except ArgmapError as error:
        print(error, file=sys.stderr)
        sys.exit(error.exit_status)
