"""Hard-wrapped text, as in mail and in old text files: its lines joined into paragraphs again.

Everything after reading takes a line's end for a paragraph's end.
"""

from __future__ import annotations

MAX_WIDTH = 120  # characters; wider lines are paragraphs of their own
MIN_BREAKS = 4  # fewer breaks say too little
MIN_FORCED_SHARE = 0.9
MAX_FULL_STOP_SHARE = 0.5  # of the breaks; more say that every line is a sentence

_CLOSING = "\"'”’)]"


def unwrap(text: str) -> tuple[str, bool]:
    """Join the lines of a text that was wrapped at some width.

    A break is forced where the next line's first word would not have fitted into the line, at the
    width of the text's longest line. A text counts as wrapped where nearly all breaks between lines
    with words are forced, and most are in the middle of a sentence; other breaks (as below a
    heading) stay.

    Returns:
        The text, and whether it was wrapped.
    """
    lines = text.split("\n")
    width = max(map(len, lines))
    if width > MAX_WIDTH:
        return text, False
    breaks = [
        index
        for index in range(len(lines) - 1)
        if lines[index].strip() and lines[index + 1].strip()
    ]
    forced = {index for index in breaks if _is_forced(lines[index], lines[index + 1], width)}
    full_stops = sum(lines[index].rstrip(_CLOSING).endswith((".", "!", "?")) for index in forced)
    if (
        len(breaks) < MIN_BREAKS
        or len(forced) < MIN_FORCED_SHARE * len(breaks)
        or full_stops > MAX_FULL_STOP_SHARE * len(breaks)
    ):
        return text, False
    joined = [lines[0]]
    for index, line in enumerate(lines[1:]):
        if index in forced:
            joined[-1] += " " + line.lstrip()
        else:
            joined.append(line)
    return "\n".join(joined), True


def _is_forced(line: str, following: str, width: int) -> bool:
    return len(line) + 1 + len(following.split(maxsplit=1)[0]) > width
