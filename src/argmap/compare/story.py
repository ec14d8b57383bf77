"""The comparison of a story, put together from its parts."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from argmap import __version__
from argmap.discourse.word_states import WordReader
from argmap.errors import InputError
from argmap.model.comparison import (
    ClaimGroup,
    ComparedArticle,
    Comparison,
    ComparisonProvenance,
    Member,
)
from argmap.model.document import AnnotatedDocument

from .cast import cast
from .changes import Story, changes
from .derivations import derivations
from .frames import frame_phrases
from .glance import glance
from .groups import Grouping, claim_groups
from .links import Absent, Decided, Link, decided
from .matches import Matches
from .order import reading_place, told_alone, urgency
from .passages import Passage, passages
from .retelling import with_claims


def compare(
    documents: Sequence[AnnotatedDocument],
    *,
    annotation_paths: Mapping[str, str] | None = None,
    reader: WordReader | None = None,
    links: Sequence[Link | Absent] = (),
) -> Comparison:
    """Set the articles of one story side by side.

    Args:
        documents: The annotated articles.
        annotation_paths: By article id where its annotation file lies, as the comparison's file
            should name it.
        reader: Gives the vectors of the words of a sentence; without one, segments are compared by
            the words that they share alone, and the result says so.
        links: What people said of claims in two articles; it stands above every score.

    Raises:
        InputError: two documents have the same article id.
    """
    _require_distinct(documents)
    told = passages(documents)
    matches = Matches(told, reader)
    said = decided(told, links)
    groups = claim_groups(matches, said)
    retold = derivations(documents, told, groups)
    people = cast(documents)
    story = Story(
        documents={document.article.id: document for document in documents},
        matches=matches,
        speakers={key: place for place, (_, keys) in enumerate(people) for key in keys},
        origins={item.to: item.from_ for item in retold},
    )
    claims = _claim_groups(documents, told, groups, story, said)
    return Comparison(
        articles=tuple(
            ComparedArticle(
                id=document.article.id,
                outlet=document.article.outlet or document.article.id,
                annotation=(annotation_paths or {}).get(document.article.id),
                glance=glance(document),
            )
            for document in documents
        ),
        groups=claims,
        frames=tuple(frame_phrases(documents)),
        sources=tuple(member for member, _ in people),
        derivations=tuple(with_claims(item, claims) for item in retold),
        provenance=ComparisonProvenance(
            tool=f"argmap {__version__}", similarity=reader.name if reader else None
        ),
    )


def _claim_groups(
    documents: Sequence[AnnotatedDocument],
    told: Sequence[Passage],
    groups: Sequence[Grouping],
    story: Story,
    links: Decided,
) -> tuple[ClaimGroup, ...]:
    order = {document.article.id: place for place, document in enumerate(documents)}
    changed = [(group, changes(story, group)) for group in groups]
    changed.sort(key=lambda item: (urgency(item[1]), *reading_place(item[0], told, order)))
    grouped = {place for group in groups for places in group.members.values() for place in places}
    alone = [
        Grouping({told[place].article: (place,)}, None, links.lacking((place,)))
        for place in told_alone(told, grouped, order)
    ]
    return tuple(
        ClaimGroup(
            id=f"g{number}",
            members=_members(group, told, order),
            not_found=tuple(a for a in order if a not in {*group.members, *group.absent}),
            absent=tuple(a for a in order if a in group.absent),
            changes=change,
            confidence=group.confidence,
        )
        for number, (group, change) in enumerate(
            [*changed, *((group, ()) for group in alone)], start=1
        )
    )


def _members(
    group: Grouping, told: Sequence[Passage], order: Mapping[str, int]
) -> tuple[Member, ...]:
    return tuple(
        Member(
            article=article,
            segments=tuple(told[place].segment.id for place in group.members[article]),
        )
        for article in sorted(group.members, key=lambda item: order[item])
    )


def _require_distinct(documents: Sequence[AnnotatedDocument]) -> None:
    seen: set[str] = set()
    for document in documents:
        if document.article.id in seen:
            raise InputError(
                f"Two articles have the id {document.article.id!r}; give one of them another."
            )
        seen.add(document.article.id)
