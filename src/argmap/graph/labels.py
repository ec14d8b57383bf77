"""What a node says: its label, line by line, and its tooltip with everything."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from argmap.model.labels import Polarity, Voice

from .argument_graph import ArgumentNode, ClosedBox, FrameMark
from .escaping import Markup, clean, markup
from .styles import CERTAINTIES, FRAME_COLOUR, FRAME_STANCES, ROLES, main_word
from .wrap import Measure, wrap

TEXT_WIDTH = 184  # points: all boxes have one width
TEXT = Measure(columns=38, points=180)
HEAD = Measure(columns=36, points=172, bold=True)  # a font that stands in may be far wider
TEXT_LINES = 9
HEAD_LINES = 2
FRAME_LINES = 2
RELATION_LINES = 2
CLOSED_TITLE_LINES = 4
MAX_FRAMES = 3
LINE, TALL_LINE = 14, 19  # points that a line takes, and one in a script of taller letters
_TALL_LETTERS = re.compile("[^\u0000-\u058f\u1e00-\u22ff]")  # of other than European scripts
BLANK = "(blank)"


class Label(NamedTuple):
    """An HTML-like label, as DOT source, and how high it is in points."""

    markup: Markup
    height: float


def head(node: ArgumentNode, outlet: str = "") -> str:
    """Id, letter and word of the role, and whose voice it is where it is not the author's.

    On a map of several articles the outlet's name stands before all.
    """
    style = ROLES[node.role]
    parts = [
        f"{outlet} {node.id}" if outlet else node.id,
        f"{style.letter} {main_word(node.role) if node.main else style.word}",
    ]
    if voice := voice_words(node):
        parts.append(voice)
    return " · ".join(parts)


def voice_words(node: ArgumentNode) -> str:
    """Whose voice a node is, as the label has it; empty for the author's own."""
    names = [clean(name) for name in node.speakers]
    if not names:
        return "author, with quoted words" if node.voice is Voice.MIXED else ""
    if node.voice is Voice.MIXED:
        return f"author, with words of {', '.join(names)}"
    return "".join(f"{name}: " for name in names).rstrip()


def text_lines(text: str, limit: int = TEXT_LINES) -> list[str]:
    """A segment's text as the lines of its box."""
    return wrap(clean(text) or BLANK, TEXT, limit)


def frame_lines(frames: tuple[FrameMark, ...]) -> list[str]:
    """The lines under the text that name the framing in it."""
    lines: list[str] = []
    for frame in frames[:MAX_FRAMES]:
        lines.extend(wrap(frame_words(frame), TEXT, FRAME_LINES))
    if len(frames) > MAX_FRAMES:
        lines.append(f"and {len(frames) - MAX_FRAMES} more frames")
    return lines


def label(node: ArgumentNode, words: Sequence[str] = (), outlet: str = "") -> Label:
    """The label of a node; `words` are relations that no line shows."""
    rows = [f"<B>{markup(line)}</B>" for line in wrap(clean(head(node, outlet)), HEAD, HEAD_LINES)]
    rows += [markup(line) for line in text_lines(node.text)]
    rows += [coloured(line, FRAME_COLOUR) for line in frame_lines(node.frames)]
    return table([*rows, *relation_lines(words)], TEXT_WIDTH)


def reference_label(node: ArgumentNode, *, step: bool, where: str, outlet: str = "") -> Label:
    """What stands for a node elsewhere: its first line and the beginning of its text."""
    first = f"see the step from {head(node, outlet)}" if step else f"see {head(node, outlet)}"
    lines = wrap(clean(f"{first} · {where}" if where else first), HEAD, HEAD_LINES)
    text = wrap(clean(node.text) or BLANK, TEXT, 1)
    return table([markup(line) for line in [*lines, *text]], TEXT_WIDTH)


def closed_reference_label(box: ClosedBox) -> Label:
    """What stands for a closed box elsewhere: its name and the beginning of its title."""
    lines = wrap(f"see {box_title(box)}", HEAD, HEAD_LINES)
    return table([markup(line) for line in lines], TEXT_WIDTH)


def closed_label(box: ClosedBox, words: Sequence[str]) -> Label:
    """The label of a closed box: its name and title, then what is in it."""
    title = box_title(box)
    rows = [f"<B>{markup(line)}</B>" for line in wrap(title, HEAD, CLOSED_TITLE_LINES)]
    rows += [markup(line) for line in wrap(box_words(box), TEXT)]
    return table([*rows, *relation_lines(words)], TEXT_WIDTH)


def closed_tooltip(box: ClosedBox, words: Sequence[str]) -> str:
    """The same in full."""
    return "\n".join([box_title(box), box_words(box), *words])


def box_title(box: ClosedBox) -> str:
    """The name and the title of a closed box."""
    return f"{clean(box.name)} · {clean(box.title) or BLANK}"


def box_words(box: ClosedBox) -> str:
    """What is in a closed box, in numbers."""
    first, last = box.segments[0], box.segments[-1]
    count = len(box.segments)
    which = f"{first}" if count == 1 else f"{first} to {last}"
    roles = ", ".join(f"{ROLES[role].word} {number}" for role, number in box.roles)
    facts = [f"{count} segment{'s' if count > 1 else ''} ({which}): {roles}"]
    if box.speakers:
        facts.append(f"{box.speakers} other voice{'s' if box.speakers > 1 else ''}")
    if box.inner:
        facts.append(f"{box.inner} relation{'s' if box.inner > 1 else ''} inside")
    return clean("; ".join(facts))


def relation_lines(words: Sequence[str]) -> list[str]:
    """Relations told in words, as lines of escaped markup."""
    return [markup(line) for one in words for line in wrap(one, TEXT, RELATION_LINES)]


def table(rows: Sequence[str], width: float = 0, line: int = LINE) -> Label:
    """Rows of escaped text as a label, aligned left, at least `width` points wide.

    `line` is what a row takes; where its letters are taller than Latin ones it takes more.
    """
    least = f' WIDTH="{width:g}"' if width else ""
    high = [row_height(row, line) for row in rows]
    cells = "".join(map(label_row, rows, high))
    plain = 'BORDER="0" CELLBORDER="0" CELLSPACING="0" CELLPADDING="1"'
    return Label(Markup(f"<<TABLE {plain}{least}>{cells}</TABLE>>"), sum(high))


def row_height(row: str, line: int = LINE) -> int:
    """How many points a row takes."""
    return line + TALL_LINE - LINE if _TALL_LETTERS.search(row) else line


def coloured(line: str, colour: str) -> str:
    """A line in a colour of its own, as escaped markup."""
    return f'<FONT COLOR="{colour}">{markup(line)}</FONT>'


def label_row(row: str, height: float) -> str:
    """One line of an HTML-like label, at least so high."""
    return f'<TR><TD ALIGN="LEFT" HEIGHT="{height:g}">{row}</TD></TR>'


def tooltip(node: ArgumentNode, words: Sequence[str] = (), outlet: str = "") -> str:
    """Everything about a node in lines of plain text, the whole text of the segment among it."""
    kind = node.claim_type or node.evidence_type
    role = f"{ROLES[node.role].word} ({kind.replace('_', ' ')})" if kind else ROLES[node.role].word
    facts = [clean(outlet), node.id] if outlet else [node.id]
    facts.append(f"{main_word(node.role)}, {role}" if node.main else role)
    facts.append(CERTAINTIES[node.certainty].word)
    if node.polarity is Polarity.NEGATIVE:
        facts.append("denied")
    lines = [" · ".join(facts), f"voice: {voice_words(node) or 'the author'}"]
    lines.append(clean(node.text) or BLANK)
    lines += [frame_words(frame) for frame in node.frames]
    if node.section:
        lines.append(f"section: {clean(node.section)}")
    lines += words
    return "\n".join(lines)


def title_label(title: str, measure: Measure, limit: int, width: float = 0) -> Label:
    """A heading in bold letters of the measure's size."""
    lines = wrap(clean(title) or BLANK, measure, limit)
    line = round(measure.size * LINE / TEXT.size) + 1
    return table([f"<B>{markup(line)}</B>" for line in lines], width, line)


def frame_words(frame: FrameMark) -> str:
    """A framing phrase, and what is done with it unless it is simply used."""
    return f"frame: “{clean(frame.text)}”{FRAME_STANCES[frame.stance]}"
