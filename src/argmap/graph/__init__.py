"""An annotated document as a map: argument graph, DOT text, picture; and the same as an outline."""

from .argument_checks import Finding, check_argument
from .argument_graph import ArgumentEdge, ArgumentGraph, ArgumentNode, ClosedBox, FrameMark
from .build import build_graph
from .dot import to_dot
from .folding import fold
from .groups import Group
from .legend import LegendEntry, legend_entries, legend_notes
from .outline import OutlineItem, outline, outline_text
from .pages import LIMIT, split
from .render import FORMATS, render, render_each, runs_for
from .story_dot import STORY, story_dot
from .story_graph import StoryGraph, build_story
from .svg import inline_svg, render_svg

__all__ = [
    "FORMATS",
    "LIMIT",
    "STORY",
    "ArgumentEdge",
    "ArgumentGraph",
    "ArgumentNode",
    "ClosedBox",
    "Finding",
    "FrameMark",
    "Group",
    "LegendEntry",
    "OutlineItem",
    "StoryGraph",
    "build_graph",
    "build_story",
    "check_argument",
    "fold",
    "inline_svg",
    "legend_entries",
    "legend_notes",
    "outline",
    "outline_text",
    "render",
    "render_each",
    "render_svg",
    "runs_for",
    "split",
    "story_dot",
    "to_dot",
]
