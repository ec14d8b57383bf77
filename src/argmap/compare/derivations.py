"""Which article retells which, and what shows it."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import permutations

from argmap.model.comparison import Derivation
from argmap.model.document import AnnotatedDocument
from argmap.model.labels import Genre
from argmap.model.structure import blocks

from .groups import Grouping
from .passages import Passage, boilerplate

_CERTAIN_ENOUGH = 0.6
_FEWEST_SHARED = 2
_MOST_OF_IT = 0.6  # share of a summary that another article must tell where nothing names it
_RETOLD = re.compile(
    r"\b(?:article|report|story|piece|post|column|op-ed|editorial)s?\s+(?:from|by|in|of|published\s+by)"
    r"\s+(?:the\s+)?$",
    re.IGNORECASE,
)
_POSSESSED = re.compile(r"^['’]s\s+(?:\w+\s+)?(?:article|report|story|piece|reporting|account)\b")
_TITLE_WORD = re.compile(r"\w+")
_SAME_TITLE = 0.8  # share of the words of both
_FEWEST_TITLE_WORDS = 3
_AROUND = 40


@dataclass(frozen=True, slots=True)
class _Sign:
    """One thing that shows that an article retells another, and how much it alone says."""

    weight: float
    words: str


def derivations(
    documents: Sequence[AnnotatedDocument],
    passages: Sequence[Passage],
    groups: Sequence[Grouping],
) -> list[Derivation]:
    """Pairs of articles where one evidently retells the other, most certain first.

    Signs add up as chances that do not depend on each other (noisy or). What an article is (a
    summary) or how it is ordered shows nothing alone: it must name the other's outlet, share its
    title, or be a summary with little that the other lacks. Two reports with the same claims may
    both have them from a third. An article is never told after a later one.
    """
    shared = _shared(passages, groups)
    counts = _tellings(passages)
    titles = {document.article.id: _title(document) for document in documents}
    found: dict[str, Derivation] = {}
    for origin, target in permutations(documents, 2):
        if _later(origin, target):
            continue
        ids = (origin.article.id, target.article.id)
        same_title = _same(titles[ids[0]], titles[ids[1]])
        signs = _signs(origin, target, same_title, shared.get(ids, []), counts)
        doubt = 1.0
        for sign in signs:
            doubt *= 1 - sign.weight
        confidence = round(1 - doubt, 2)
        known = found.get(ids[1])
        if confidence >= _CERTAIN_ENOUGH and (known is None or confidence > known.confidence):
            found[ids[1]] = Derivation(
                from_=ids[0],
                to=ids[1],
                confidence=min(confidence, 0.99),
                reason="; ".join(sign.words for sign in signs),
            )
    ordered = _without_circles(found)
    return sorted(ordered, key=lambda item: -item.confidence)


def _signs(
    origin: AnnotatedDocument,
    target: AnnotatedDocument,
    same_title: bool,
    shared: Sequence[tuple[int, int]],
    counts: Mapping[str, int],
) -> list[_Sign]:
    signs = []
    named = _naming(origin, target)
    if named:
        signs.append(named)
    if same_title:
        signs.append(_Sign(0.5, "has the same title"))
    told = counts.get(target.article.id, 0)
    share = len({place for _, place in shared}) / told if told else 0.0
    summary = target.article.genre is Genre.SUMMARY and origin.article.genre is not Genre.SUMMARY
    if not signs and not (summary and share >= _MOST_OF_IT):
        return []
    if len(shared) < _FEWEST_SHARED and not (named and named.weight >= 0.5):
        return []
    if summary:
        signs.append(_Sign(0.4, "is a summary"))
    if len(shared) >= _FEWEST_SHARED:
        text = f"{len(shared)} of its {told} segments, headings aside, tell what the other tells"
        signs.append(_Sign(round(0.6 * min(1.0, share), 2), text))
        in_order = _in_order(shared)
        if len(shared) > _FEWEST_SHARED and in_order >= 0.75:
            signs.append(_Sign(0.25 * in_order, "in the same order"))
    if len(target.text) > 1.2 * len(origin.text) and not named:
        return []
    return signs


def _naming(origin: AnnotatedDocument, target: AnnotatedDocument) -> _Sign | None:
    """The outlet's name in the other's text, and the words around it."""
    name = origin.article.outlet or origin.article.id
    if name.islower():  # an id: only its capitals are a name in running text
        name = name.upper() if len(name) <= 4 else name.title()
    same_outlet = (target.article.outlet or "").casefold() == name.casefold()
    if len(name) < 2 or same_outlet or name not in target.text:
        return None
    best = None
    for match in re.finditer(rf"(?<!\w){re.escape(name)}(?!\w)", target.text):
        if any(low <= match.start() < high for low, high in boilerplate(target)):
            continue
        before = target.text[max(0, match.start() - _AROUND) : match.start()]
        retold = _RETOLD.search(before)
        if retold:
            words = " ".join((before[retold.start() :] + name).split())
            return _Sign(0.6, f"names {name} (“{words}”)")
        after = target.text[match.end() : match.end() + _AROUND]
        possessed = _POSSESSED.match(after)
        weight = 0.5 if possessed else 0.25
        words = name + (possessed.group() if possessed else "")
        if best is None or weight > best.weight:
            best = _Sign(weight, f"names {name}" + (f" (“{words}”)" if possessed else ""))
    return best


def _same(here: set[str], there: set[str]) -> bool:
    """Whether two titles have nearly all their words in common."""
    if min(len(here), len(there)) < _FEWEST_TITLE_WORDS:
        return False
    return len(here & there) / len(here | there) >= _SAME_TITLE


def _title(document: AnnotatedDocument) -> set[str]:
    title = document.article.title
    if not title:
        first = next(iter(blocks(document.text)), None)
        title = document.text[first.start : first.end] if first and first.heading else ""
    return {word.casefold() for word in _TITLE_WORD.findall(title)}


def _shared(
    passages: Sequence[Passage], groups: Sequence[Grouping]
) -> dict[tuple[str, str], list[tuple[int, int]]]:
    """By pair of articles, the places of the claims that both tell."""
    found: dict[tuple[str, str], list[tuple[int, int]]] = {}
    for group in groups:
        for one, two in permutations(group.members, 2):
            first = min(passages[place].order for place in group.members[one])
            for place in group.members[two]:
                found.setdefault((one, two), []).append((first, passages[place].order))
    return found


def _tellings(passages: Sequence[Passage]) -> dict[str, int]:
    counts: dict[str, int] = {}
    for passage in passages:
        counts[passage.article] = counts.get(passage.article, 0) + 1
    return counts


def _in_order(shared: Sequence[tuple[int, int]]) -> float:
    """Share of pairs of claims that stand in the same order in both (as in Kendall's tau)."""
    pairs = [
        (one, two)
        for number, one in enumerate(shared)
        for two in shared[number + 1 :]
        if one[0] != two[0] and one[1] != two[1]
    ]
    if not pairs:
        return 0.0
    return sum((one[0] < two[0]) == (one[1] < two[1]) for one, two in pairs) / len(pairs)


def _later(origin: AnnotatedDocument, target: AnnotatedDocument) -> bool:
    here, there = origin.article.published, target.article.published
    return bool(here and there and here[:10] > there[:10])


def _without_circles(found: Mapping[str, Derivation]) -> list[Derivation]:
    """Where two articles seem to retell each other, the more certain way stands, or none."""
    kept = []
    for target, item in found.items():
        back = found.get(item.from_)
        if back is None or back.from_ != target or back.confidence < item.confidence:
            kept.append(item)
    return kept
