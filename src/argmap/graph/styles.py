"""How the map looks: one table a layer, and every distinction in more than its colour.

A role has a shape and a letter, a certainty has a line, a relation has a sign, a dash and a head.
The colours are those the field is used to (green supports, red attacks, blue claims), in hues that
colour-blind readers tell apart, and every text stands on its fill with a contrast above 4.5 to 1.
"""

from __future__ import annotations

from dataclasses import dataclass

from argmap.model.labels import Certainty, FrameStance, RelationType, Role

FONT = "Helvetica,Arial,Liberation Sans,DejaVu Sans,sans-serif"
MEASURED_FONT = "Liberation Sans"  # as wide as Helvetica and Arial, which stand in for it
TEXT_SIZE = 10  # points
TITLE_SIZE = 12  # of titles and signs, all in bold: each further face and size costs dot time
TEXT_COLOUR = "#1a1a1a"
PAPER = "#ffffff"
GROUP_FILL = "#fbfbfa"
GROUP_BORDER = "#9a9a94"
CLOSED_FILL = "#eef0f2"
CLOSED_BORDER = "#4d5a66"
REFERENCE_FILL = "#f1f1ee"
REFERENCE_COLOUR = "#3d3d3d"
ABSENT_COLOUR = "#4d4d4d"
FRAME_COLOUR = "#7a4500"


@dataclass(frozen=True, slots=True)
class RoleStyle:
    """How a node of one role is drawn; `style` is Graphviz's, without the line of its border."""

    letter: str
    word: str
    meaning: str
    shape: str
    style: str
    fill: str
    border: str


@dataclass(frozen=True, slots=True)
class CertaintyStyle:
    """The line round a node; `rings` is how many times it is drawn."""

    word: str
    meaning: str
    line: str
    rings: int = 1


@dataclass(frozen=True, slots=True)
class RelationStyle:
    """How an edge of one type is drawn."""

    sign: str
    word: str
    passive: str
    meaning: str
    line: str
    head: str
    colour: str
    width: float = 1.3


ROLES: dict[Role, RoleStyle] = {
    Role.CLAIM: RoleStyle(
        "C", "claim", "one may ask: why?", "box", "rounded,filled", "#dbe9f8", "#1f5a9e"
    ),
    Role.EVIDENCE: RoleStyle(
        "E", "evidence", "makes another believable", "note", "filled", "#eeeeee", "#4d4d4d"
    ),
    Role.FRAMING: RoleStyle(
        "F", "framing", "casts the matter", "box", "diagonals,filled", "#ffe6b3", "#8a5200"
    ),
    Role.REPORT: RoleStyle(
        "R", "report", "what happened or was said", "box", "filled", "#ffffff", "#5e5e5e"
    ),
    Role.BACKGROUND: RoleStyle(
        "B", "background", "what was before", "folder", "filled", "#f6f3ec", "#75705f"
    ),
    Role.BOILERPLATE: RoleStyle(
        "X", "boilerplate", "not of the matter", "tab", "filled", "#ffffff", "#767676"
    ),
}

CERTAINTIES: dict[Certainty, CertaintyStyle] = {
    Certainty.CERTAIN: CertaintyStyle("certain", "said as sure", "solid"),
    Certainty.PROBABLE: CertaintyStyle("probable", "hedged, likely", "dashed"),
    Certainty.POSSIBLE: CertaintyStyle("possible", "hedged, may be", "dotted"),
    Certainty.UNCOMMITTED: CertaintyStyle("uncommitted", "left open", "dotted", rings=2),
}

RELATIONS: dict[RelationType, RelationStyle] = {
    RelationType.SUPPORTS: RelationStyle(
        "+", "supports", "supported by", "speaks for it", "solid", "normal", "#00734d", 1.5
    ),
    RelationType.ATTACKS: RelationStyle(
        "−", "attacks", "attacked by", "speaks against it", "dashed", "tee", "#b3311a", 1.7
    ),
    RelationType.UNDERCUTS: RelationStyle(
        "×", "undercuts", "undercut by", "speaks against the step", "dotted", "box", "#9c1f6e", 1.7
    ),
    RelationType.RESTATES: RelationStyle(
        "=", "restates", "restated by", "says it again", "solid", "odiamond", "#4a4f9c", 1.0
    ),
    RelationType.ELABORATES: RelationStyle(
        "›", "elaborates", "elaborated by", "says more of it", "dotted", "vee", "#5e5e5e", 1.2
    ),
}

FRAME_STANCES: dict[FrameStance | None, str] = {
    FrameStance.USES: "",
    FrameStance.REPORTS: ", reported",
    FrameStance.REJECTS: ", rejected",
    None: "",
}

ARROW_SIZE = 0.8
ARROW_LENGTHS = {"normal": 10, "vee": 10, "tee": 2.5, "box": 7.5, "odiamond": 12, "none": 0}
"""How long each head is at size 1, in points (Graphviz, `arrows.c`)."""

BORDER_WIDTH = 1.4
MAIN_BORDER_WIDTH = 3.2


def main_word(role: Role) -> str:
    """What the node on top of a map is: a claim that is argued for, or an event that is told."""
    return "main event" if role in (Role.REPORT, Role.BACKGROUND) else "main claim"
