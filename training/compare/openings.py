"""Stories of NeuS (Lee et al. 2022): the openings of three articles, and the claims they share.

`openings.json` says by number which sentences tell the same claim, and where the sentences are; the
text is read from NeuS itself.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any

from argmap.evaluate.datasets.basil_triples import Claim, Gold
from argmap.evaluate.labelled_files import article_of

ALIGNED = Path(__file__).with_name("openings.json")
_BETWEEN, _BEFORE_TEXT = "[SEP]", "ARTICLE=>"


def load(path: Path) -> list[Gold]:
    """Read the labelled stories from the folder of NeuS; outlets are called a, b and c."""
    lines = (path / "train.source").read_text(encoding="utf-8").split("\n")
    stories = json.loads(ALIGNED.read_text(encoding="utf-8"))["stories"]
    return [_gold(story, lines[story["line"]]) for story in stories]


def _gold(story: Mapping[str, Any], line: str) -> Gold:
    texts = [part.split(_BEFORE_TEXT, 1)[1].strip() for part in line.split(_BETWEEN)]
    outlets = sorted(story["sentences"])
    return Gold(
        id=f"neus-{story['line']}",
        articles=tuple(
            article_of(outlet, text) for outlet, text in zip(outlets, texts, strict=True)
        ),
        sentences={
            outlet: tuple((start, end) for start, end in story["sentences"][outlet])
            for outlet in outlets
        },
        claims=_claims(story["claims"]),
        optional=_claims(story["optional"]),
        part="training",
    )


def _claims(told: Iterable[Mapping[str, Sequence[int]]]) -> tuple[Claim, ...]:
    return tuple(
        frozenset((outlet, number) for outlet, numbers in claim.items() for number in numbers)
        for claim in told
    )
