"""What a person said of claims in two articles; it stands above every score."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass, field
from enum import StrEnum

from argmap.model.document import AnnotatedDocument

from .passages import Passage

SegmentPlace = tuple[str, str]
"""An article's id and the id of a segment of it."""


class LinkKind(StrEnum):
    """Whether two segments tell one claim."""

    SAME = "same"
    DIFFERENT = "different"


@dataclass(frozen=True, slots=True)
class Link:
    """Two segments tell one claim, or do not."""

    kind: LinkKind
    one: SegmentPlace
    other: SegmentPlace


@dataclass(frozen=True, slots=True)
class Absent:
    """A person has looked: an article does not tell the claim that a segment of another tells."""

    member: SegmentPlace
    article: str


@dataclass(frozen=True, slots=True)
class Decided:
    """The links of a story by places in its list of passages."""

    same: frozenset[frozenset[int]] = frozenset()
    different: frozenset[frozenset[int]] = frozenset()
    absent: frozenset[tuple[int, str]] = frozenset()
    articles: tuple[str, ...] = field(default=())

    def apart(self, one: int, other: int) -> bool:
        """Whether a person keeps two passages in different groups."""
        return frozenset((one, other)) in self.different or self._lacks(one, other)

    def lacking(self, group: Collection[int]) -> tuple[str, ...]:
        """Articles of which a person said that they do not tell what one of these tells."""
        return tuple(sorted({article for number, article in self.absent if number in group}))

    def _lacks(self, one: int, other: int) -> bool:
        if not self.absent:
            return False
        return (one, self.articles[other]) in self.absent or (
            other,
            self.articles[one],
        ) in self.absent


def decided(passages: Sequence[Passage], links: Sequence[Link | Absent]) -> Decided:
    """Find the segments of the links; a later link on the same two segments takes the place.

    Links that name an article that is not compared, or a segment that cannot tell a claim, say
    nothing of these passages; `stale` lists those whose segment is gone.
    """
    at = {(passage.article, passage.segment.id): n for n, passage in enumerate(passages)}
    kinds: dict[frozenset[int], LinkKind] = {}
    absent = set()
    for link in links:
        if isinstance(link, Absent):
            if link.member in at:
                absent.add((at[link.member], link.article))
        elif link.one in at and link.other in at and link.one != link.other:
            kinds[frozenset((at[link.one], at[link.other]))] = link.kind
    return Decided(
        same=frozenset(pair for pair, kind in kinds.items() if kind is LinkKind.SAME),
        different=frozenset(pair for pair, kind in kinds.items() if kind is LinkKind.DIFFERENT),
        absent=frozenset(absent),
        articles=tuple(passage.article for passage in passages),
    )


def stale(
    documents: Sequence[AnnotatedDocument], links: Sequence[Link | Absent]
) -> list[Link | Absent]:
    """The links that name a segment which its article, one of these, no longer has."""
    known = {document.article.id: document for document in documents}

    def gone(place: SegmentPlace) -> bool:
        article, segment = place
        return article in known and known[article].segment(segment) is None

    return [
        link
        for link in links
        if any(
            gone(place)
            for place in ((link.member,) if isinstance(link, Absent) else (link.one, link.other))
        )
    ]
