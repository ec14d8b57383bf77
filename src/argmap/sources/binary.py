"""Files that are no text, told by their first bytes, so that a message can say what they are."""

from __future__ import annotations

from argmap.errors import InputError

# First bytes of the formats that people hand over by mistake (from the formats' specifications).
SIGNATURES: tuple[tuple[bytes, str, str], ...] = (
    (b"%PDF-", "a PDF", "save its text as .txt"),
    (b"PK\x03\x04", "a Word or OpenDocument file or a ZIP archive", "save the article as .txt"),
    (b"\xd0\xcf\x11\xe0", "an old Word file", "save the article as .txt"),
    (b"{\\rtf", "a Rich Text file", "save the article as .txt"),
    (b"\x89PNG\r\n\x1a\n", "a PNG image", "type or recognise its text first"),
    (b"\xff\xd8\xff", "a JPEG image", "type or recognise its text first"),
    (b"GIF8", "a GIF image", "type or recognise its text first"),
    (b"RIFF", "a WebP image or a sound or video file", "give the article's text"),
    (b"\x1f\x8b", "a gzip archive", "unpack it first"),
    (b"7z\xbc\xaf\x27\x1c", "a 7-Zip archive", "unpack it first"),
    (b"\x7fELF", "a program", "give the article's text"),
    (b"MZ\x90", "a program", "give the article's text"),
    (b"SQLite format 3\0", "a database", "give the article's text"),
    (b"ID3", "a sound file", "give a transcript"),
    (b"OggS", "a sound file", "give a transcript"),
    (b"bplist00", "a web archive or property list", "save the page as .html"),
)


def reject_known_format(data: bytes, name: str) -> None:
    """Raise an error that names the format, where the first bytes are those of a known one.

    Raises:
        InputError: the data is no text.
    """
    for start, kind, remedy in SIGNATURES:
        if data.startswith(start):
            raise InputError(f"{name} is not a text: it looks like {kind}; {remedy}.")


def not_text(name: str) -> InputError:
    """The error for data that is no text and of no known format."""
    return InputError(f"{name} is not a text: it looks like binary data; give the article's text.")
