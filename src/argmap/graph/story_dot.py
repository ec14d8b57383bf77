"""The story map as DOT text: same story, same bytes."""

from __future__ import annotations

from .argument_graph import ArgumentNode
from .escaping import Markup, attributes, clean, markup
from .labels import (
    HEAD,
    TEXT_WIDTH,
    Label,
    coloured,
    label_row,
    reference_label,
    relation_lines,
    row_height,
    table,
    text_lines,
    tooltip,
    voice_words,
)
from .layout import Layout, arrange
from .legend import Legend, entries_for
from .mentions import mentions
from .nodes import MARGIN, closed_look, link, node_look, reference_look
from .routes import STEP
from .sheet import Look, Sheet, part_id, write_sheet
from .story_graph import SharedClaim, StoryGraph, Telling
from .styles import ABSENT_COLOUR, CERTAINTIES, PAPER, ROLES, TEXT_COLOUR
from .wrap import Measure, wrap

STORY = "story"
_TITLE = "The story as {} tell it"
_CELL = Measure(columns=38, points=170)
_CELL_LINES = 2
_SPACING = 2  # points between the cells of a claim
_FRAME = 6  # what border and padding of a cell take above and below its lines
_RING = 4  # what a second border takes
_TEXT_LINES = 5
_NOTES = (
    "A claim that several outlets tell stands once; below it each outlet, whose voice it gives the"
    " claim, and how certain that voice is, in words and by the border.",
    "No name: the outlet's own voice.",
)


def story_dot(story: StoryGraph, *, link_prefix: str | None = "#") -> str:
    """Write the story map as DOT text.

    Args:
        story: what to draw.
        link_prefix: what stands before `ARTICLE-SEGMENT` in a link; `None` for no links.

    The `id` of a shared claim is `map-story:claim:GROUP`, that of a segment that one outlet alone
    has `map-story:alone:ARTICLE-SEGMENT`; the cell of an outlet links to its sentence.
    """
    layout = arrange(story.edges, story.groups, None, apart=story.shared_group)
    names = _names(story)
    title = _TITLE.format(_listed(story.outlets))
    return write_sheet(
        Sheet(
            article=STORY,
            title=title,
            heading=title,
            edges=story.edges,
            groups=story.groups,
            layout=layout,
            nodes=_nodes(story, layout, names, link_prefix),
            name=lambda name: names.get(name, name),
            legend=_legend(story, layout) if story.groups else None,
        )
    )


def _listed(names: tuple[str, ...]) -> str:
    if len(names) < 2:
        return "".join(names) or "nobody"
    return f"{', '.join(names[:-1])} and {names[-1]}"


def _names(story: StoryGraph) -> dict[str, str]:
    """What each node is called in the words of others."""
    names = {f"claim:{claim.id}": claim.id for claim in story.shared}
    names |= {one.id: clean(f"{one.outlet} {one.node.id}") for one in story.alone}
    return names


def _nodes(
    story: StoryGraph, layout: Layout, names: dict[str, str], link_prefix: str | None
) -> dict[str, Look]:
    words = mentions(story.edges, layout.routes, lambda name: names.get(name, name))

    def href(article: str, segment: str) -> str | None:
        return None if link_prefix is None else link(f"{link_prefix}{article}-{segment}")

    looks = {}
    nodes: dict[str, tuple[ArgumentNode, str, str | None]] = {}
    for claim in story.shared:
        name = f"claim:{claim.id}"
        first = next(telling for telling in claim.tellings if telling.nodes)
        address = href(first.article, first.nodes[0].id)
        nodes[name] = (first.nodes[0], claim.id, address)
        looks[name] = _claim_look(claim, words.get(name, []), link_prefix)
    for one in story.alone:
        address = href(one.article, one.node.id)
        nodes[one.id] = (one.node, one.outlet, address)
        outlet = one.outlet if one.near else ""
        looks[one.id] = node_look(
            part_id(STORY, one.id), one.node, words.get(one.id, ()), address, outlet=outlet
        )
    for box in story.closed:
        looks[box.id] = closed_look(STORY, box, (), None)
    for name, target in layout.routes.references.items():
        node, outlet, address = nodes[target]
        text = reference_label(node, step=name.startswith(STEP), where="", outlet=outlet)
        looks[name] = reference_look(STORY, name, text, tooltip(node, outlet=outlet), address)
    return looks


def _claim_look(claim: SharedClaim, words: list[str], link_prefix: str | None) -> Look:
    node = next(telling.nodes[0] for telling in claim.tellings if telling.nodes)
    style = ROLES[node.role]
    label = _claim_label(claim, node, words, link_prefix)
    look = attributes(
        id=part_id(STORY, f"claim:{claim.id}"),
        class_=f"shared {node.role}",
        label=label.markup,
        tooltip=claim_tooltip(claim, words),
        shape=style.shape,
        style=f"{style.style},solid",
        fillcolor=style.fill,
        color=style.border,
    )
    return Look(look, label.height + 2 * MARGIN)


def _claim_label(
    claim: SharedClaim, node: ArgumentNode, words: list[str], link_prefix: str | None
) -> Label:
    """Head and text of a claim, then a cell for each outlet, in one table."""
    lines = [f"<B>{markup(line)}</B>" for line in wrap(_claim_head(claim, node), HEAD, 2)]
    lines += [markup(line) for line in text_lines(node.text, _TEXT_LINES)]
    lines += [f"<B>{markup(line)}</B>" for line in wrap(_differences(claim), HEAD, 2)]
    upper = table([*lines, *relation_lines(words)])
    inner = upper.markup[1:-1]  # without its angle brackets
    cells = [Label(Markup(f'<TR><TD ALIGN="LEFT" CELLPADDING="0">{inner}</TD></TR>'), upper.height)]
    cells += [_cell(telling, link_prefix) for telling in claim.tellings]
    plain = f'BORDER="0" CELLBORDER="0" CELLSPACING="{_SPACING}" CELLPADDING="1"'
    rows = "".join(cell.markup for cell in cells)
    high = sum(cell.height + _SPACING for cell in cells) + _SPACING
    return Label(Markup(f'<<TABLE {plain} WIDTH="{TEXT_WIDTH}">{rows}</TABLE>>'), high)


def _cell(telling: Telling, link_prefix: str | None) -> Label:
    """One outlet's cell; its border is that of its certainty."""
    words = wrap(telling_words(telling), _CELL, _CELL_LINES)
    high = sum(row_height(line) for line in words)
    if not telling.nodes:
        text = "".join(f'{coloured(line, ABSENT_COLOUR)}<BR ALIGN="LEFT"/>' for line in words)
        return Label(Markup(label_row(text, high)), high)
    text = "".join(f'{markup(line)}<BR ALIGN="LEFT"/>' for line in words)
    style = CERTAINTIES[telling.nodes[0].certainty]
    shown: dict[str, str] = {
        "WIDTH": str(TEXT_WIDTH - 2 * _SPACING - (_RING if style.rings > 1 else 0)),
        "ALIGN": "LEFT",
        "BALIGN": "LEFT",
        "BORDER": "1",
        "STYLE": style.line,
        "COLOR": TEXT_COLOUR,
        "BGCOLOR": PAPER,
        "CELLPADDING": "3",
        "HEIGHT": str(high + _FRAME),
        "TOOLTIP": "\n".join(tooltip(node) for node in telling.nodes),
    }
    if link_prefix is not None:
        shown["HREF"] = link(f"{link_prefix}{telling.article}-{telling.nodes[0].id}")
    written = " ".join(f"{key}={in_markup(value)}" for key, value in shown.items())
    inner = f"<TD {written}>{text}</TD>"
    if style.rings == 1:
        return Label(Markup(f"<TR>{inner}</TR>"), high + _FRAME)
    ring = f'BORDER="1" STYLE="{style.line}" CELLBORDER="0" CELLSPACING="1" CELLPADDING="0"'
    outer = f'<TABLE {ring} COLOR="{TEXT_COLOUR}"><TR>{inner}</TR></TABLE>'
    return Label(Markup(f'<TR><TD CELLPADDING="0">{outer}</TD></TR>'), high + _FRAME + _RING)


def in_markup(value: str) -> str:
    """A text as the value of an attribute of an HTML-like label."""
    written = markup(value).replace('"', "&quot;").replace("\n", "&#10;")
    return f'"{written}"'


def _claim_head(claim: SharedClaim, node: ArgumentNode) -> str:
    style = ROLES[node.role]
    told = sum(bool(telling.nodes) for telling in claim.tellings)
    return clean(
        f"{claim.id} · {style.letter} {style.word} · told by {told} of {len(claim.tellings)}"
    )


def _differences(claim: SharedClaim) -> str:
    if not claim.differs and not claim.contradicted:
        return ""
    words = f"differs in {', '.join(claim.differs)}" if claim.differs else ""
    if claim.contradicted:
        words = f"{words}; contradicted" if words else "contradicted"
    return words


def telling_words(telling: Telling) -> str:
    """An outlet with its segment, whose voice it gives the claim, and how certain that voice is."""
    if not telling.nodes:
        return clean(f"{telling.outlet}: not found")
    node = telling.nodes[0]
    ids = ", ".join(one.id for one in telling.nodes)
    voice = voice_words(node).removesuffix(":") or "own voice"
    return clean(f"{telling.outlet} {ids} · {voice} · {CERTAINTIES[node.certainty].word}")


def claim_tooltip(claim: SharedClaim, words: list[str]) -> str:
    """A shared claim in full: every outlet's own words."""
    lines = [words_ for words_ in (claim.id, _differences(claim)) if words_]
    for telling in claim.tellings:
        lines.append(telling_words(telling))
        lines += [clean(node.text) for node in telling.nodes]
    return "\n".join([*lines, *words])


def _legend(story: StoryGraph, layout: Layout) -> Legend:
    told = [node for claim in story.shared for one in claim.tellings for node in one.nodes]
    nodes = [*told, *(one.node for one in story.alone)]
    notes = list(_NOTES)
    if layout.routes.references:
        notes.append("see: stands elsewhere on the map.")
    if story.closed:
        notes.append("Box with a side: what else stands in one outlet alone, in numbers.")
    if story.hidden:
        notes.append(f"{story.hidden} more shared claims stand in the comparison.")
    entries = entries_for(
        {node.role for node in nodes},
        {node.certainty for node in nodes},
        {edge.type for edge in story.edges},
    )
    return Legend(entries=tuple(entries), notes=tuple(notes))
