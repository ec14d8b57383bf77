"""What happens to an article's characters once, at reading, before any offset exists.

* Line ends (CRLF, CR, form feed, vertical tab, NEL, line and paragraph separator) become `\\n`.
* Soft hyphens, byte order marks, zero-width and direction-changing characters, language tags,
  noncharacters and control characters other than `\\n` and tab are removed: a reader does not see
  them and no quote can be found across them.
* Zero-width joiners stay where they join something that is not ASCII (emoji, Indic and Arabic
  scripts), else they are removed.
* Every kind of space (non-breaking, thin, ideographic, ...) becomes a plain space.
* Blank space at a line's end, blank lines at the text's start and everything blank at its end go.

Nothing else is touched: quotation marks, dashes and combining marks stay as they are, and Unicode
is not normalised.
"""

from __future__ import annotations

import re

_LINE_END = re.compile("\r\n|[\r\f\v\x85\u2028\u2029]")
_REMOVED = re.compile(
    "[\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f"  # controls
    "\u00ad\u061c\u180e\u200b\u200e\u200f\u202a-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb"  # unseen
    "\U000e0000-\U000e007f"  # tags
    "\ud800-\udfff\ufdd0-\ufdef"  # lone surrogates, noncharacters
    + "".join(
        f"{chr(plane + 0xFFFE)}{chr(plane + 0xFFFF)}" for plane in range(0, 0x110000, 0x10000)
    )
    + "]"
)
# Repeated joiners become one first, so that these patterns take linear time on any input.
_REPEATED_JOINER = re.compile("([\u200c\u200d])[\u200c\u200d]+")
_NEEDLESS_JOINER = re.compile("(?<![^\x00-\x7f])[\u200c\u200d]|[\u200c\u200d](?![^\x00-\x7f])")
_SPACE = re.compile("[\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000]")


def clean_characters(text: str) -> str:
    """Settle an article's characters as described above; doing it twice changes nothing."""
    text = _SPACE.sub(" ", without_unseen(_LINE_END.sub("\n", text)))
    text = _NEEDLESS_JOINER.sub("", _REPEATED_JOINER.sub(r"\1", text))
    return "\n".join(line.rstrip() for line in text.split("\n")).strip("\n")


def without_unseen(text: str) -> str:
    """A text without the characters that a reader does not see; its line ends and blanks stay."""
    return _REMOVED.sub("", text)


def clean_line(text: str | None) -> str | None:
    """A title, a name or an address on one line, None where nothing is left of it."""
    return " ".join(clean_characters(text or "").split()) or None
