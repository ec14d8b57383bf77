"""What changes in a claim from outlet to outlet, for every pair of outlets in a group."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations

from argmap.model.comparison import Change
from argmap.model.document import AnnotatedDocument
from argmap.model.labels import AlignmentKind

from .attribution import Speakers, attribution_change
from .certainty import certainty_change
from .contradiction import contradiction
from .groups import Grouping
from .matches import Matches
from .quantity import number_change
from .similarity import Match
from .telling import Finding, Telling, telling
from .wording import causality_change, intensity_change, scope_change

_SURE = 0.9  # score of a pair from which it is compared in every respect
_LIKELY = 0.6  # the same for whose words they are, which does not hang on the rest of a sentence
_MOSTLY = 0.45  # share of the shorter segment that both must tell for it
_FEWEST_WORDS = 3  # that both must have for it, names left out
_WHOLLY = 0.8  # share of the shorter segment from which fewer words are enough
_MOST_PAIRED = 10  # members from which each is set against one of them instead of all others


@dataclass(frozen=True, slots=True)
class Story:
    """What the changes are read from, beside the group itself."""

    documents: Mapping[str, AnnotatedDocument]
    """In the order in which they were given."""
    matches: Matches
    speakers: Speakers
    origins: Mapping[str, str]
    """By article that retells another: the article that it retells."""


def changes(story: Story, group: Grouping) -> tuple[Change, ...]:
    """Every change between the outlets of a group; `same` where a pair has none.

    The direction is from the article that is retold to the one that retells it, else from the one
    given first. In a group of more than ten outlets each is set against the one that fits the
    others best, not against all others.
    """
    found: list[Change] = []
    for origin, target in _pairs(story, group):
        findings = list(_findings(story, group, origin, target))
        if not findings:
            findings = [Finding(AlignmentKind.SAME, None, {})]
        found.extend(
            Change(
                from_=origin,
                to=target,
                kind=finding.kind,
                dimension=finding.dimension,
                detail=finding.detail,
            )
            for finding in findings
        )
    return tuple(found)


def _findings(story: Story, group: Grouping, origin: str, target: str) -> Iterator[Finding]:
    """The changes from one telling to another.

    Who says it, how surely and in what words is set side by side only where two segments say mostly
    the same; where they share a part, the difference may lie in the rest. Whose words the shared
    part is can be seen in itself, and needs a lower score. Numbers, quantifiers, negations and
    causes carry their own proof that both speak of one thing.
    """
    match, one, two = _tellings(story, group, origin, target)
    enough = match.words >= _FEWEST_WORDS or match.whole >= _WHOLLY
    overlap = match.whole >= _MOSTLY and enough
    mostly_same = match.score >= _SURE and overlap
    if match.score >= _LIKELY and overlap:
        yield from attribution_change(one, two, story.speakers)
    if mostly_same:
        yield from certainty_change(one, two)
    yield from contradiction(one, two)
    yield from number_change(one, two)
    yield from scope_change(one, two)
    if mostly_same:
        yield from intensity_change(one, two)
    yield from causality_change(one, two)


def _tellings(
    story: Story, group: Grouping, origin: str, target: str
) -> tuple[Match, Telling, Telling]:
    here, there = group.members[origin], group.members[target]
    left, right = story.matches.best(here, there)
    match = story.matches.of(left, right)
    sides = []
    for article, places, core, part in (
        (origin, here, left, match.left),
        (target, there, right, match.right),
    ):
        passages = [story.matches.passages[place] for place in places]
        passage = story.matches.passages[core]
        sides.append(
            telling(
                story.documents[article],
                [item.segment for item in passages],
                passage.segment,
                part,
                passage.terms,
            )
        )
    return match, sides[0], sides[1]


def _pairs(story: Story, group: Grouping) -> Iterator[tuple[str, str]]:
    articles = [article for article in story.documents if article in group.members]
    if len(articles) > _MOST_PAIRED:
        centre = _centre(story.matches, group, articles)
        pairs: Iterator[tuple[str, str]] = (
            (centre, article) for article in articles if article != centre
        )
    else:
        pairs = combinations(articles, 2)
    for one, two in pairs:
        yield (two, one) if story.origins.get(one) == two else (one, two)


def _centre(matches: Matches, group: Grouping, articles: Sequence[str]) -> str:
    def fit(article: str) -> float:
        own = group.members[article]
        return sum(
            matches.of(*matches.best(own, places)).score
            for other, places in group.members.items()
            if other != article
        )

    return max(articles, key=lambda article: round(fit(article), 6))
