"""The comparison of a story, put together from its parts."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from argmap.errors import InputError
from argmap.model.comparison import Change, ClaimGroup, ComparedArticle, Comparison, Member
from argmap.model.document import AnnotatedDocument

from .cast import cast
from .changes import Story, changes
from .derivations import derivations
from .frames import frame_phrases
from .glance import glance
from .groups import Grouping, claim_groups
from .lexical import LexicalSimilarity
from .matches import Matches
from .order import reading_place, told_alone, urgency
from .passages import Passage, passages
from .similarity import SimilarityOf


def compare(
    documents: Sequence[AnnotatedDocument],
    *,
    annotation_paths: Mapping[str, str] | None = None,
    similarity: SimilarityOf = LexicalSimilarity,
) -> Comparison:
    """Set the articles of one story side by side.

    `annotation_paths` gives by article id where its annotation file lies, as the comparison's file
    should name it. `similarity` says how far two segments tell the same.

    Raises:
        InputError: two documents have the same article id.
    """
    _require_distinct(documents)
    told = passages(documents)
    matches = Matches(told, similarity(told))
    groups = claim_groups(matches)
    people = cast(documents)
    retold = derivations(documents, told, groups)
    story = Story(
        documents={document.article.id: document for document in documents},
        matches=matches,
        speakers={key: place for place, (_, keys) in enumerate(people) for key in keys},
        origins={item.to: item.from_ for item in retold},
    )
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
        groups=_claim_groups(documents, told, groups, story),
        frames=tuple(frame_phrases(documents)),
        sources=tuple(member for member, _ in people),
        derivations=tuple(retold),
    )


def _claim_groups(
    documents: Sequence[AnnotatedDocument],
    told: Sequence[Passage],
    groups: Sequence[Grouping],
    story: Story,
) -> tuple[ClaimGroup, ...]:
    order = {document.article.id: place for place, document in enumerate(documents)}
    changed = [(group, changes(story, group)) for group in groups]
    changed.sort(key=lambda item: (urgency(item[1]), *reading_place(item[0], told, order)))
    found: list[tuple[tuple[Member, ...], tuple[Change, ...], float | None]] = [
        (_members(group, told, order), change, group.confidence) for group, change in changed
    ]
    grouped = {
        (told[p].article, told[p].segment.id)
        for g in groups
        for places in g.members.values()
        for p in places
    }
    found.extend(
        ((Member(article=article, segments=(segment,)),), (), None)
        for article, segment in told_alone(documents, grouped)
    )
    return tuple(
        ClaimGroup(
            id=f"g{number}",
            members=members,
            not_found=tuple(a for a in order if a not in {member.article for member in members}),
            changes=change,
            confidence=confidence,
        )
        for number, (members, change, confidence) in enumerate(found, start=1)
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
