"""Which item of the file that is made stands for which item of each annotator."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any, Generic, TypeVar

from argmap.evaluate.agreement.pairing import Pair
from argmap.model.document import AnnotatedDocument

_T = TypeVar("_T", bound=Any)
Pairs = Callable[[AnnotatedDocument, AnnotatedDocument], list[Pair[_T]]]


@dataclass(frozen=True, slots=True)
class Group(Generic[_T]):
    """One item as each annotator has it, and as the file has it; `None` for who lacks it."""

    one: _T | None
    other: _T | None
    kept: _T | None


@dataclass(frozen=True, slots=True)
class Documents:
    """The two annotators' documents and, where work goes on, the file that they go into."""

    one: AnnotatedDocument
    other: AnnotatedDocument
    kept: AnnotatedDocument | None


def groups(documents: Documents, pairs: Pairs[_T]) -> list[Group[_T]]:
    """Group the items of one kind; each item of each side is in exactly one group."""
    both = pairs(documents.one, documents.other)
    if documents.kept is None:
        return [Group(a, b, None) for a, b in both]
    kept = documents.kept
    of_one: dict[str, _T] = _kept_by_id(pairs(documents.one, kept))
    of_other: dict[str, _T] = _kept_by_id(pairs(documents.other, kept))
    found: list[Group[_T]] = []
    taken: set[str] = set()
    for a, b in both:
        own = [of_one.get(a.id) if a else None, of_other.get(b.id) if b else None]
        item = next((c for c in own if c is not None and c.id not in taken), None)
        if item is not None:
            taken.add(item.id)
        found.append(Group(a, b, item))
    alone = [c for a, c in pairs(documents.one, kept) if a is None and c is not None]
    rest = {c.id: c for c in [*alone, *of_one.values(), *of_other.values()] if c.id not in taken}
    return [*found, *(Group(None, None, c) for c in rest.values())]


def _kept_by_id(pairs: Sequence[Pair[_T]]) -> dict[str, _T]:
    return {a.id: c for a, c in pairs if a is not None and c is not None}


class Ids:
    """Short ids for one kind of item: those of the file stay, new ones are the next numbers."""

    def __init__(self, prefix: str, taken: Iterator[str] | Sequence[str]) -> None:
        self.prefix = prefix
        self.taken = set(taken)
        self._number = 0

    def new(self) -> str:
        """An id that no item has, and that no record speaks of."""
        while True:
            self._number += 1
            found = f"{self.prefix}{self._number}"
            if found not in self.taken:
                self.taken.add(found)
                return found
