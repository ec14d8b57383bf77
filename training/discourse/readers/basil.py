"""BASIL: lexical and informational bias spans in triples of news articles (Fan et al. 2019)."""

from __future__ import annotations

import json
import re
from pathlib import Path

from argmap.discourse.document import Document, Label, Offsets

from ..split import is_dev


def read(root: Path, part: str) -> list[Document]:
    """Read the articles of a part; the three articles on one event stay together."""
    documents = []
    for path in sorted((root / "train" / "articles").glob("*.json")):
        article = json.loads(path.read_text(encoding="utf-8"))
        if is_dev("basil", article["triplet-uuid"]) == (part == "dev"):
            answer = root / "train" / "annotations" / f"{path.stem}_ann.json"
            annotation = json.loads(answer.read_text(encoding="utf-8"))
            documents.append(_document(path.stem, article, annotation))
    return documents


def _document(name: str, article: dict, annotation: dict) -> Document:
    text = article["title"].strip()
    title = (0, len(text))
    places: list[Offsets] = []
    for paragraph in article["body-paragraphs"]:
        text += "\n"
        for index, sentence in enumerate(paragraph):
            text += " " if index else ""
            places.append((len(text), len(text) + len(sentence)))
            text += sentence
    loaded: list[Label] = []
    biased: set[int] = set()
    for phrase in annotation["phrase-level-annotations"]:
        place = re.fullmatch(r"p(\d+)", phrase["id"])
        if phrase["bias"] != "lex" or place is None:
            continue
        start = places[int(place[1])][0] + phrase["start"]
        loaded.append(Label(start, start + phrase["end"] - phrase["start"], "loaded"))
        biased.add(int(place[1]))
    sentences = tuple(place for place in places if place[1] > place[0])
    return Document(
        id=name,
        text=text,
        sentences=(title, *sentences),
        title=title,
        tags={"loaded": tuple(sorted(loaded, key=lambda label: label.start))},
        spans={
            "lexical": tuple(
                Label(*place, "lexical" if index in biased else "none")
                for index, place in enumerate(places)
                if place[1] > place[0]
            )
        },
    )
