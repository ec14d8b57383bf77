"""The pairs of a story as tensors: what the pair score counts, as far as the encoder may change it.

Offsets of a story's passages and pairs are moved where several stories are put behind each other.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import product
from math import log

import torch
from tokenizers import Tokenizer
from torch import Tensor
from torch.nn import functional

from argmap.discourse.similarity import LONGEST

from .stories import Places, Story, examples

NONE = -1
"""Stands where a pair has no such rival or neighbour."""


@dataclass(frozen=True, slots=True)
class StoryPairs:
    """One story, or some behind each other."""

    ids: Tensor
    """Word pieces, [passages, pieces]."""
    mask: Tensor
    """One where a piece stands, [passages, pieces]."""
    rarity: Tensor
    """The weight of each piece that is a word, else 0, [passages, pieces]."""
    words: Tensor
    """Whether a piece is a word, [passages, pieces]."""
    pairs: Tensor
    """Two passages, [pairs, 2]."""
    features: Tensor
    """The fields of `PairFeatures` as the present encoder gives them, [pairs, fields]."""
    rivals: Tensor
    """The other pairs of either passage with the same article, [2, pairs, most]."""
    beside: Tensor
    """The pairs of the passages around both, [pairs, 4]."""
    labelled: Tensor
    """Whether a pair is an example, [pairs]."""
    same: Tensor
    """1.0 where both tell one claim, [pairs]."""


def story_pairs(story: Story, tokenizer: Tokenizer) -> StoryPairs:
    """Make the tensors of one story; words are weighted as `argmap.compare.vectors` does."""
    texts = [" ".join(passage.segment.text.split()) for passage in story.told]
    encoded = [tokenizer.encode(text) for text in texts]
    longest = min(LONGEST, max(len(one.ids) for one in encoded))
    ids = torch.zeros(len(texts), longest, dtype=torch.long)
    mask, rarity = (torch.zeros(len(texts), longest) for _ in range(2))
    words = torch.zeros(len(texts), longest, dtype=torch.bool)
    kept = [
        [
            place
            for place, (start, end) in enumerate(one.offsets[:longest])
            if end > start and any(map(str.isalnum, text[start:end]))
        ]
        for text, one in zip(texts, encoded, strict=True)
    ]
    spread = Counter(
        piece
        for one, places in zip(encoded, kept, strict=True)
        for piece in {one.ids[place] for place in places}
    )
    for row, (one, places) in enumerate(zip(encoded, kept, strict=True)):
        size = min(longest, len(one.ids))
        ids[row, :size] = torch.tensor(one.ids[:size])
        mask[row, :size] = 1.0
        for place in places:
            words[row, place] = True
            rarity[row, place] = 1 - log(spread[one.ids[place]]) / log(len(texts) + 1)
    pairs = list(story.features)
    known = examples(story)
    return StoryPairs(
        ids=ids,
        mask=mask,
        rarity=rarity,
        words=words,
        pairs=torch.tensor(pairs),
        features=torch.tensor([story.features[pair] for pair in pairs]),
        rivals=_rivals(story, pairs),
        beside=_beside(story, pairs),
        labelled=torch.tensor([pair in known for pair in pairs]),
        same=torch.tensor([float(known.get(pair, False)) for pair in pairs]),
    )


def _rivals(story: Story, pairs: Sequence[Places]) -> Tensor:
    """As `argmap.compare.matches` sets a pair against the other pairs of both passages."""
    article = [passage.article for passage in story.told]
    partners: dict[tuple[int, str], list[int]] = defaultdict(list)
    for number, (left, right) in enumerate(pairs):
        partners[left, article[right]].append(number)
        partners[right, article[left]].append(number)
    most = max(map(len, partners.values()))
    sides: list[list[list[int]]] = [[], []]
    for number, (left, right) in enumerate(pairs):
        for side, key in zip(sides, ((left, article[right]), (right, article[left])), strict=True):
            others = [other for other in partners[key] if other != number]
            side.append(others + [NONE] * (most - len(others)))
    return torch.tensor(sides)


def _beside(story: Story, pairs: Sequence[Places]) -> Tensor:
    at = {passage.place: number for number, passage in enumerate(story.told)}
    numbers = {frozenset(pair): number for number, pair in enumerate(pairs)}
    rows = []
    for left, right in pairs:
        (one, here), (two, there) = story.told[left].place, story.told[right].place
        near = [
            (at.get((one, here + up)), at.get((two, there + down)))
            for up, down in product((-1, 1), repeat=2)
        ]
        rows.append([numbers.get(frozenset(pair), NONE) for pair in near])
    return torch.tensor(rows)


def joined(stories: Sequence[StoryPairs]) -> StoryPairs:
    """Put stories behind each other, so that the encoder reads them at once."""
    pieces = max(story.ids.shape[1] for story in stories)
    most = max(story.rivals.shape[2] for story in stories)
    wide: dict[str, list[Tensor]] = defaultdict(list)
    passages = pairs = 0
    for story in stories:
        for name in ("ids", "mask", "rarity", "words"):
            tensor: Tensor = getattr(story, name)
            wide[name].append(functional.pad(tensor, (0, pieces - tensor.shape[1])))
        wide["pairs"].append(story.pairs + passages)
        for name in ("rivals", "beside"):
            numbers: Tensor = getattr(story, name)
            wide[name].append(torch.where(numbers == NONE, NONE, numbers + pairs))
        missing = most - story.rivals.shape[2]
        wide["rivals"][-1] = functional.pad(wide["rivals"][-1], (0, missing), value=NONE)
        for name in ("features", "labelled", "same"):
            wide[name].append(getattr(story, name))
        passages += len(story.ids)
        pairs += len(story.pairs)
    return StoryPairs(
        **{name: torch.cat(some, dim=1 if name == "rivals" else 0) for name, some in wide.items()}
    )
