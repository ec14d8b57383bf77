"""An annotated document as a map: argument graph, DOT text, picture; and the same as an outline."""

from .argument_graph import ArgumentEdge, ArgumentGraph, ArgumentNode, FrameMark, build_graph
from .dot import to_dot
from .groups import Group
from .legend import LegendEntry, legend_entries, legend_notes
from .outline import OutlineItem, outline, outline_text
from .render import FORMATS, render
from .svg import render_svg

__all__ = [
    "FORMATS",
    "ArgumentEdge",
    "ArgumentGraph",
    "ArgumentNode",
    "FrameMark",
    "Group",
    "LegendEntry",
    "OutlineItem",
    "build_graph",
    "legend_entries",
    "legend_notes",
    "outline",
    "outline_text",
    "render",
    "render_svg",
    "to_dot",
]
