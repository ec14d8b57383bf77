"""Hostile text made safe for a label: cleaned once, then quoted for DOT or for an HTML-like label.

Article text may hold anything: control characters, lone surrogates, marks that turn the direction
of writing round, and strings that DOT reads as commands. `clean` takes out what no label can show;
`quoted` and `markup` write the rest so that `dot` gives it back letter by letter.
"""

from __future__ import annotations

import re

_BREAKS = re.compile(r"[\s\x1c-\x1f\x85\u2028\u2029]+")
_UNSEEN = re.compile("[\u00ad\u061c\u200b\u200e\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff]")
_PLANE_ENDS = "".join(chr(plane << 16 | end) for plane in range(1, 17) for end in (0xFFFE, 0xFFFF))
_NO_CHARACTER = re.compile(
    f"[\x00-\x08\x0e-\x1b\x7f-\x9f\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff{_PLANE_ENDS}]"
)
_REPLACEMENT = "\ufffd"
_IN_MARKUP = (
    ("&", "&amp;"),
    ("<", "&lt;"),
    (">", "&gt;"),
    ('"', "&quot;"),  # so that what looks like an attribute is one
    ("]", "&#93;"),
    ("\\", "\\\\"),
)


class Markup(str):
    """An HTML-like label, its angle brackets included: DOT source that is not quoted again."""


def clean(text: str) -> str:
    """The text on one line, with single blanks, without characters that a label cannot show.

    Control characters, lone surrogates and code points that are no characters become U+FFFD; marks
    that are never seen and would turn or split the label (direction marks, soft hyphens) go.
    """
    if text.isascii() and text.isprintable():
        return " ".join(text.split())
    text = _BREAKS.sub(" ", text)
    text = _UNSEEN.sub("", text)
    text = _NO_CHARACTER.sub(_REPLACEMENT, text)
    return " ".join(text.split())


def quoted(text: str) -> str:
    """The text as a quoted DOT string in which `dot` expands nothing.

    A backslash would begin an escape such as the node's name, and an ampersand an entity. Line
    ends stay line ends.
    """
    escaped = text.replace("&", "&amp;").replace("\\", "\\\\").replace('"', '\\"')
    return '"' + escaped.replace("\n", "\\n") + '"'


def markup(text: str) -> str:
    """The text as character data of an HTML-like label.

    A backslash is an escape there, too, and `dot` stumbles over a bracket that stands alone.
    """
    for char, written in _IN_MARKUP:
        text = text.replace(char, written)
    return text


def attributes(**values: str | float | None) -> str:
    """A DOT attribute list; text is quoted, markup stays as it is, `None` is left out.

    An underscore at the end of a name keeps it apart from Python's own words: `class_`. `dot` reads
    the escapes of a tooltip twice, so its backslashes are written twice over.
    """
    parts = []
    for key, value in values.items():
        if value is None:
            continue
        text = str(value).replace("\\", "\\\\") if key == "tooltip" else str(value)
        written = value if isinstance(value, Markup) else quoted(text)
        parts.append(f"{key.rstrip('_')}={written}")
    return "[" + " ".join(parts) + "]"
