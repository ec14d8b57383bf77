"""What a data set is to the benchmark: how to load it, what to ask, how to count the answers."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Generic, Protocol, TypeVar

from .counts import Counts
from .metrics import Metric
from .reader import Reader


class Item(Protocol):
    """One labelled text; `article` names what must not be torn apart when articles are drawn."""

    @property
    def id(self) -> str:
        """A name that no other text of the set has."""
        ...

    @property
    def article(self) -> str:
        """The article, or the event, that the text belongs to."""
        ...


Gold = TypeVar("Gold", bound=Item)
Answer = TypeVar("Answer")


@dataclass(frozen=True, kw_only=True)
class DataSet(Generic[Gold, Answer]):
    """A public data set.

    `count` is given `None` for a text at which the reader crashed, and then counts all gold of it
    as missed. `baseline` looks at all gold and gives a rule that answers as a reader would;
    `baseline_names` says of each metric what that rule is.
    """

    name: str
    about: str
    metrics: Mapping[str, Metric]
    baseline_names: Mapping[str, str]
    load: Callable[[Path], list[Gold]]
    answer: Callable[[Reader, Gold], Answer]
    count: Callable[[Gold, Answer | None], Counts]
    baseline: Callable[[Sequence[Gold]], Callable[[Gold], Answer]]


def commonest(labels: Iterable[str]) -> str:
    """The label that stands most often; the first by name where several do."""
    return min(Counter(labels).items(), key=lambda item: (-item[1], item[0]))[0]
