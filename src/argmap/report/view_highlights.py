"""What stands out: the story of the story in a few sentences, each leading to its evidence."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise

from argmap.model.comparison import Change, ClaimGroup, Derivation
from argmap.model.labels import AlignmentKind, Dimension, FrameStance, Voice

from . import figures
from .changes import ChangeView
from .story import Story, retelling_anchor
from .view_cast import CastView
from .view_claims import ClaimRow, ClaimsView
from .view_frames import NOT_LABELLED, FrameCell, FrameRow, FramesView
from .view_glance import OutletCard
from .view_retellings import excerpt
from .wording import STANCE_NAMES, listing

_EXCERPT = 200  # characters of a claim that is told here
_EXAMPLES = 2  # claims that are told here
_FRAMES = 2  # phrases that are told here; the rest stand under Frames
_MANY = 4  # outlets that a sentence names; of more only their number, or the two ends
_DOING = {
    STANCE_NAMES[FrameStance.REPORTS]: ", reported",
    STANCE_NAMES[FrameStance.REJECTS]: ", rejected",
    NOT_LABELLED: f", {NOT_LABELLED}",
}
_QUIET_PERCENT = 10  # own-voice shares that differ by less are not worth a sentence


@dataclass(frozen=True, slots=True, kw_only=True)
class Highlight:
    """One sentence and the place on the page that bears it out."""

    lead: str
    text: str
    target: str


def highlights(
    story: Story,
    cards: tuple[OutletCard, ...],
    claims: ClaimsView,
    frames: FramesView,
    cast: CastView,
) -> tuple[Highlight, ...]:
    """The sentences above the cards; those with nothing to say are left out."""
    found = [
        *_claims(story, claims),
        *_examples(claims),
        *(_derivation(story, item) for item in story.comparison.derivations),
        *(_frame(row) for row in frames.shared[:_FRAMES]),
        *_voices(cards),
        *_sources(story, cast),
    ]
    return tuple(found)


def _claims(story: Story, claims: ClaimsView) -> list[Highlight]:
    if len(story.articles) < 2:
        return []
    shared, changing, contradicted = len(claims.rows), claims.drifting, claims.contradicted
    if not shared:
        text = "No claim was found in two or more outlets."
    elif not changing:
        text = f"{_stand(shared)}, and no change was found between them."
    else:
        text = f"{_stand(shared)}; "
        if shared == 1:
            text += "it changes from outlet to outlet"
        else:
            which = "all" if changing == shared else str(changing)
            text += (
                f"{which} of them {'changes' if changing == 1 else 'change'} from outlet to outlet"
            )
        if contradicted:
            text += f", {contradicted} to a contradiction"
        text += "."
    return [Highlight(lead="Claims", text=text, target="claims")]


def _examples(claims: ClaimsView) -> list[Highlight]:
    """The first claims that change, each with one way on which it grows firmer or contrary."""
    found = []
    for row in claims.rows[:_EXAMPLES]:
        if row.drift:
            way = min(row.changes, key=_telling_rank)
            told = [
                f"{line.words} ({line.detail})" if line.detail else line.words
                for line in way.lines
                if line.kind != AlignmentKind.SAME
            ]
            changes = "; ".join(told)
            text = f"{way.origin} → {way.target}. {changes[:1].upper()}{changes[1:]}"
            text += _excerpt(row, way.target)
            found.append(Highlight(lead=f"Claim {row.number}", text=text, target=row.anchor))
    return found


def _excerpt(row: ClaimRow, outlet: str) -> str:
    """The beginning of the sentence in which an outlet tells a claim, after a colon."""
    tellings = [
        cell.tellings[0] for cell in row.cells if cell.outlet.name == outlet and cell.tellings
    ]
    pieces = [piece for telling in tellings for piece in telling.pieces if piece.told]
    words = " ".join("".join(run.text for piece in pieces for run in piece.runs).split())
    told = excerpt(words, _EXCERPT)
    if told.endswith((",", ";", ":")):  # the told part ends inside its sentence
        told = f"{told[:-1]} …"
    return f": “{told}”" if words else "."


def _telling_rank(way: ChangeView) -> int:
    """What a reader should hear of first: what grows firmer or contrary, then what changes."""
    kinds = {line.kind for line in way.lines}
    if kinds & {AlignmentKind.STRONGER, AlignmentKind.CONTRADICTS}:
        return 0
    return 1 if kinds - {AlignmentKind.SAME} else 2


def _stand(shared: int) -> str:
    verb = "stands" if shared == 1 else "stand"
    return f"{figures.count(shared, 'claim')} {verb} in two or more outlets"


def _derivation(story: Story, item: Derivation) -> Highlight:
    origin, target = story.name(item.from_), story.name(item.to)
    changes = [
        change
        for group in story.comparison.groups
        for change in _between(group, item.from_, item.to)
    ]
    dropped = [c for c in changes if c.dimension is Dimension.ATTRIBUTION and "dropped" in c.detail]
    harder = [
        c
        for c in changes
        if c.dimension is Dimension.CERTAINTY and c.kind is AlignmentKind.STRONGER
    ]
    parts = []
    if dropped:
        parts.append(f"drops {figures.count(len(dropped), 'attribution')}")
    if harder:
        parts.append(f"states {figures.count(len(harder), 'claim')} more firmly")
    if item.dropped:
        parts.append(f"leaves out {figures.count(len(item.dropped), 'claim')}")
    if item.added:
        parts.append(f"adds {figures.count(len(item.added), 'claim')}")
    text = f"{target} retells {origin}"
    text += f"; on the way it {listing(parts)}." if parts else "."
    return Highlight(lead="Retelling", text=text, target=retelling_anchor(item.from_, item.to))


def _between(group: ClaimGroup, origin: str, target: str) -> list[Change]:
    return [change for change in group.changes if (change.from_, change.to) == (origin, target)]


def _frame(row: FrameRow) -> Highlight:
    parts = []
    missing = []
    for cell in row.cells:
        if cell.uses:
            parts.append(f"{cell.outlet.name}: {_owners(cell)}{_variant(row, cell)}.")
        else:
            missing.append(cell.outlet.name)
    if len(missing) > _MANY:
        parts.append(f"Not found in {len(missing)} others.")
    elif missing:
        parts.append(f"Not found in {listing(missing)}.")
    return Highlight(lead=f"“{row.phrase}”", text=" ".join(parts), target="frames")


def _owners(cell: FrameCell) -> str:
    """Whose words they are: `own words`, `words of Vask and of the navy, reporting it`."""
    owners: dict[str, list[str]] = {}
    for use in cell.uses:
        same = owners.setdefault(use.stance, [])
        if use.owner not in same:
            same.append(use.owner)
    told = []
    for stance, names in owners.items():
        bare = [
            name.removeprefix("words ") if before.startswith("words of") else name
            for before, name in pairwise(["", *names])
        ]
        told.append(listing(bare) + _DOING.get(stance, ""))
    return "; ".join(told)


def _variant(row: FrameRow, cell: FrameCell) -> str:
    """The outlet's own form of the phrase, where it never uses the row's."""
    forms = ["".join(run.text for run in use.runs) for use in cell.uses]
    if any(form.casefold() == row.phrase.casefold() for form in forms):
        return ""
    return f", as “{forms[0]}”"


def _voices(cards: tuple[OutletCard, ...]) -> list[Highlight]:
    """How much each outlet says in its own voice, in the figures of its card."""
    shares = []
    for number, card in enumerate(cards):
        own = sum(part.percent for part in card.voices if part.key == Voice.AUTHOR)
        shares.append((-own, number, card.outlet.name))
    shares.sort()
    if len(shares) < 2 or shares[-1][0] - shares[0][0] < _QUIET_PERCENT:
        return []
    shown = shares if len(shares) <= _MANY else [shares[0], shares[-1]]
    told = [f"{name} {-own}%" for own, _, name in shown]
    return [Highlight(lead="Own voice", text=f"{listing(told)} of the words.", target="glance")]


def _sources(story: Story, cast: CastView) -> list[Highlight]:
    if not cast.rows or len(story.articles) < 2:
        return []
    everywhere = sum(all(cell.heard for cell in row.cells) for row in cast.rows)
    speakers = len(cast.rows)
    if cast.heard_in_one == speakers:
        where = "heard in one outlet only" if speakers == 1 else "each heard in one outlet only"
    else:
        outlets = "both" if len(story.articles) == 2 else f"all {len(story.articles)}"
        where = f"{cast.heard_in_one or 'none'} heard in one outlet only"
        where += f", {everywhere or 'none'} in {outlets}"
    text = f"{figures.count(speakers, 'speaker')}, {where}."
    return [Highlight(lead="Sources", text=text, target="sources")]
