"""Readers of the public data sets: one small file each, every one giving labelled documents."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from argmap.discourse.document import Document

from . import (
    aaec,
    babe,
    basil,
    checkthat,
    factuality,
    microtexts,
    names,
    news_discourse,
    newsmtsc,
    polnear,
    semeval_frames,
    webis,
    wiki_weasel,
)

Reader = Callable[[Path, str], list[Document]]

READERS: dict[str, Reader] = {
    "polnear": polnear.read,
    "ner-worldwide": names.read,
    "basil": basil.read,
    "babe": babe.read,
    "checkthat-subj": checkthat.read,
    "news-discourse": news_discourse.read,
    "webis-editorials": webis.read,
    "semeval2023-frames": semeval_frames.read,
    "factuality": factuality.read,
    "wiki-weasel": wiki_weasel.read,
    "newsmtsc": newsmtsc.read,
    "aaec": aaec.read,
    "arg-microtexts": microtexts.read,
}


def read_set(name: str, data: Path, part: str) -> list[Document]:
    """Read one part, `train` or `dev`, of a data set that lies below `data`.

    Raises:
        ValueError: if the part is neither of the two; test parts are never read here.
        KeyError: if there is no reader of that name.
        FileNotFoundError: if the data set is not there.
    """
    if part not in ("train", "dev"):
        raise ValueError(f"only train and dev are read here, not {part!r}")
    documents = READERS[name](data / name, part)
    if not documents:
        raise FileNotFoundError(f"no {part} documents of {name} below {data / name}")
    return documents
