"""One map of all outlets: each shared claim once, and around it what stands in one outlet alone."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from argmap.errors import InputError
from argmap.model.comparison import ClaimGroup, Comparison
from argmap.model.document import AnnotatedDocument
from argmap.model.labels import AlignmentKind, RelationType, Role

from .argument_graph import ArgumentEdge, ArgumentNode, ClosedBox
from .build import build_graph
from .groups import Group
from .styles import ROLES

MAX_SHARED = 24  # shared claims on the map; the comparison has those that differ most first
MAX_NEAR = 4  # segments of one outlet that hang under one shared claim
MAX_ALONE = 6  # segments of one outlet in its own box
SHARED_TITLE = "Told by two or more outlets"


@dataclass(frozen=True, slots=True, kw_only=True)
class Telling:
    """How one outlet tells a shared claim: its segments of it, or none where it was not found."""

    article: str
    outlet: str
    nodes: tuple[ArgumentNode, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class SharedClaim:
    """One claim that several outlets tell; `differs` are the respects in which they differ."""

    id: str
    tellings: tuple[Telling, ...]
    differs: tuple[str, ...]
    contradicted: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Alone:
    """A segment that stands in one outlet alone."""

    id: str
    article: str
    outlet: str
    node: ArgumentNode
    near: bool
    """Whether it hangs under a shared claim rather than in its outlet's box."""


@dataclass(frozen=True, slots=True, kw_only=True)
class StoryGraph:
    """Everything that the story map shows.

    `groups` are the boxes: those of the first outlets, the shared claims, those of the others;
    `shared_group` is the place of the second. `closed` count what is left out of each outlet's box,
    `hidden` how many shared claims are.
    """

    outlets: tuple[str, ...]
    shared: tuple[SharedClaim, ...]
    alone: tuple[Alone, ...]
    closed: tuple[ClosedBox, ...]
    edges: tuple[ArgumentEdge, ...]
    groups: tuple[Group, ...]
    shared_group: int | None
    hidden: int


def build_story(documents: Sequence[AnnotatedDocument], comparison: Comparison) -> StoryGraph:
    """Put the articles of one story on one map.

    Nothing is invented: claims are shared where the comparison groups them, and relations are those
    of the articles.

    Raises InputError where the comparison names an article or a segment that is not given.
    """
    return _Builder(documents, comparison).build()


def claim_name(group: str) -> str:
    """The name of a shared claim on the map."""
    return f"claim:{group}"


def alone_name(article: str, segment: str) -> str:
    """The name of a segment that stands in one outlet alone."""
    return f"alone:{article}-{segment}"


class _Builder:
    def __init__(self, documents: Sequence[AnnotatedDocument], comparison: Comparison) -> None:
        self.graphs = {
            document.article.id: build_graph(document, by="none", roles=tuple(Role))
            for document in documents
        }
        self.articles = [article.id for article in comparison.articles]
        for article in self.articles:
            if article not in self.graphs:
                raise InputError(
                    f"The comparison names the article {article!r}, which was not given; run argmap"
                    " compare again on these annotation files."
                )
        self.outlets = _names(comparison)
        groups = [group for group in comparison.groups if len(group.members) > 1]
        self.shown, self.hidden = groups[:MAX_SHARED], groups[MAX_SHARED:]
        self.claim_of: dict[tuple[str, str], str] = {}
        for group in groups:
            for member in group.members:
                for segment in member.segments:
                    name = claim_name(group.id) if group in self.shown else ""
                    self.claim_of.setdefault((member.article, segment), name)

    def build(self) -> StoryGraph:
        shared = tuple(self._claim(group) for group in self.shown)
        near = [one for article in self.articles for one in self._near(article)]
        taken = {one.id for one in near}
        own = {article: self._own(article, taken) for article in self.articles}
        closed = {a: box for a in self.articles if (box := self._rest(a, taken, own[a]))}
        alone = (*near, *(one for article in self.articles for one in own[article]))
        groups, place = self._groups(shared, near, own, closed)
        drawn = {name for group in groups for name in group.nodes}
        return StoryGraph(
            outlets=tuple(self.outlets[article] for article in self.articles),
            shared=shared,
            alone=alone,
            closed=tuple(closed.values()),
            edges=self._edges(drawn),
            groups=groups,
            shared_group=place,
            hidden=len(self.hidden),
        )

    def _claim(self, group: ClaimGroup) -> SharedClaim:
        members = {member.article: member for member in group.members}
        tellings = []
        for article in self.articles:
            member = members.get(article)
            nodes = [] if member is None else [self._node(article, s) for s in member.segments]
            tellings.append(
                Telling(article=article, outlet=self.outlets[article], nodes=tuple(nodes))
            )
        kinds = [change for change in group.changes if change.kind is not AlignmentKind.SAME]
        return SharedClaim(
            id=group.id,
            tellings=tuple(tellings),
            differs=tuple(dict.fromkeys(str(c.dimension) for c in kinds if c.dimension)),
            contradicted=any(change.kind is AlignmentKind.CONTRADICTS for change in kinds),
        )

    def _node(self, article: str, segment: str) -> ArgumentNode:
        found = self.graphs[article].node(segment)
        if found is None:
            raise InputError(
                f"The comparison names the segment {segment!r} of {article!r}, which the annotation"
                " file does not have; run argmap compare again on these annotation files."
            )
        return found

    def _near(self, article: str) -> list[Alone]:
        """What bears on a shared claim and stands in this outlet alone, a few for each claim."""
        graph = self.graphs[article]
        left: dict[str, int] = {}
        found: dict[str, Alone] = {}
        for edge in graph.edges:
            target = self.claim_of.get((article, edge.target), "")
            if not target or (article, edge.source) in self.claim_of:
                continue
            name = alone_name(article, edge.source)
            if name not in found and left.setdefault(target, MAX_NEAR):
                left[target] -= 1
                found[name] = self._alone(article, self._node(article, edge.source), near=True)
        return list(found.values())

    def _candidates(self, article: str, taken: set[str]) -> list[ArgumentNode]:
        return [
            node
            for node in self.graphs[article].nodes
            if node.role is not Role.BOILERPLATE
            and (article, node.id) not in self.claim_of
            and alone_name(article, node.id) not in taken
        ]

    def _own(self, article: str, taken: set[str]) -> list[Alone]:
        """The main claim and those claims of one outlet alone with most relations and frames."""
        graph = self.graphs[article]
        degree: dict[str, int] = {}
        for edge in graph.edges:
            for end in (edge.source, edge.target):
                degree[end] = degree.get(end, 0) + 1
        claims = [n for n in self._candidates(article, taken) if n.role is Role.CLAIM]
        order = {node.id: place for place, node in enumerate(claims)}
        claims.sort(key=lambda n: (not n.main, -degree.get(n.id, 0) - len(n.frames), order[n.id]))
        chosen = sorted(claims[:MAX_ALONE], key=lambda node: order[node.id])
        return [self._alone(article, node, near=False) for node in chosen]

    def _rest(self, article: str, taken: set[str], own: Sequence[Alone]) -> ClosedBox | None:
        """What else stands in one outlet alone, in numbers."""
        shown = {one.node.id for one in own}
        rest = [node for node in self._candidates(article, taken) if node.id not in shown]
        if not rest:
            return None
        roles = {role: sum(node.role is role for node in rest) for role in ROLES}
        inside = {node.id for node in rest}
        edges = self.graphs[article].edges
        return ClosedBox(
            id=f"rest:{article}",
            name="the rest",
            title=f"only in {self.outlets[article]}",
            segments=tuple(node.id for node in rest),
            roles=tuple((role, number) for role, number in roles.items() if number),
            speakers=len({node.speakers for node in rest if node.speakers}),
            inner=sum(edge.source in inside and edge.target in inside for edge in edges),
        )

    def _alone(self, article: str, node: ArgumentNode, *, near: bool) -> Alone:
        return Alone(
            id=alone_name(article, node.id),
            article=article,
            outlet=self.outlets[article],
            node=node,
            near=near,
        )

    def _groups(
        self,
        shared: Sequence[SharedClaim],
        near: Sequence[Alone],
        own: Mapping[str, Sequence[Alone]],
        closed: Mapping[str, ClosedBox],
    ) -> tuple[tuple[Group, ...], int | None]:
        """The boxes from the top: half of the outlets, what they share, the other half."""
        boxes = []
        for article in self.articles:
            names = [one.id for one in own[article]]
            if article in closed:
                names.append(closed[article].id)
            boxes.append(Group(title=f"Only in {self.outlets[article]}", nodes=tuple(names)))
        middle = Group(
            title=SHARED_TITLE,
            nodes=(*(claim_name(one.id) for one in shared), *(one.id for one in near)),
        )
        half = len(boxes) // 2
        groups = [*boxes[:half], middle, *boxes[half:]]
        groups = [group for group in groups if group.nodes]
        return tuple(groups), groups.index(middle) if middle.nodes else None

    def _edges(self, drawn: set[str]) -> tuple[ArgumentEdge, ...]:
        """The relations of all articles between what is drawn, the same one of several once."""
        found: dict[tuple[str, str, RelationType], list[str]] = {}
        for article in self.articles:
            for edge in self.graphs[article].edges:
                ends = [self._place(article, end) for end in (edge.source, edge.target)]
                if ends[0] != ends[1] and drawn.issuperset(ends):
                    outlets = found.setdefault((ends[0], ends[1], edge.type), [])
                    outlets.append(self.outlets[article])
        edges = []
        for number, ((source, target, kind), outlets) in enumerate(found.items(), 1):
            both = source.startswith("claim:") and target.startswith("claim:")
            edges.append(
                ArgumentEdge(
                    id=f"story-{number}",
                    source=source,
                    target=target,
                    type=kind,
                    said=", ".join(dict.fromkeys(outlets)) if both else "",
                )
            )
        return tuple(edges)

    def _place(self, article: str, segment: str) -> str:
        return self.claim_of.get((article, segment), alone_name(article, segment))


def _names(comparison: Comparison) -> dict[str, str]:
    """The outlets' names by article; two articles of one outlet are told apart by their ids."""
    names = [article.outlet.strip() or article.id for article in comparison.articles]
    return {
        article.id: f"{name} ({article.id})" if names.count(name) > 1 else name
        for article, name in zip(comparison.articles, names, strict=True)
    }
