"""Bytes are decoded as what they are, or refused in one sentence."""

import random

import pytest

from argmap.errors import InputError
from argmap.sources.encoding import declared_in_page, decode

ENGLISH = (
    "“Nobody’s boat is safe,” the café owner said – and £20 isn’t enough… The naïve clerk agreed, "
    "because the harbor had been closed for a week and there was no fish to fry."
)


@pytest.mark.parametrize(
    "encoding",
    ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32"],
)
def test_unicode_is_read_without_a_word(encoding):
    """UTF-8, UTF-16 and UTF-32, with and without a byte order mark, need no warning."""
    text, warnings = decode(ENGLISH.encode(encoding), name="a.txt")
    assert text == ENGLISH
    assert warnings == []


@pytest.mark.parametrize("text", [ENGLISH, "It’s late.", "Über allem", ENGLISH * 50])
def test_windows_1252_is_read_with_a_warning(text):
    """English with curly quotes and a few accents is Windows-1252, however short or long it is."""
    decoded, warnings = decode(text.encode("cp1252"), name="a.txt")
    assert decoded == text
    assert warnings == [
        "a.txt is not in UTF-8 and was read as Windows-1252; check its quotation marks and accents."
    ]


@pytest.mark.parametrize(
    ("encoding", "text"),
    [
        ("cp1251", "Министр сказал, что переговоры начнутся весной. Никто не знает, что будет."),
        ("koi8_r", "Министр сказал, что переговоры начнутся весной. Никто не знает, что будет."),
        ("shift_jis", "大臣は春に交渉が始まると述べた。次に何が起こるかは誰にも分からない。"),
        ("mac_roman", "“We waited,” she said – nobody’s there… The owner’s boat isn’t enough."),
    ],
)
def test_other_old_encodings_are_recognised(encoding, text):
    """Encodings of other scripts and systems are told apart, and the warning names them."""
    decoded, warnings = decode(text.encode(encoding), name="a.txt")
    assert decoded == text
    assert encoding in warnings[0]


def test_a_declared_encoding_is_obeyed_where_the_bytes_are_not_utf8():
    """A page that names its encoding is read in it, and Latin-1 means Windows-1252."""
    assert decode("“Łódź”".encode("cp1250"), name="p", declared="windows-1250") == ("“Łódź”", [])
    assert decode("“é”".encode("cp1252"), name="p", declared="ISO-8859-1") == ("“é”", [])
    assert decode("“é”".encode(), name="p", declared="iso-8859-1") == ("“é”", [])


@pytest.mark.parametrize("declared", ["klingon", "base64", "rot13", "\x1b[2J"])
def test_an_unknown_declared_encoding_is_an_error(declared):
    """A name that is no text encoding is refused in one sentence with a remedy."""
    with pytest.raises(InputError, match=r"p names an unknown encoding, .*; save it as UTF-8\.$"):
        decode("é".encode("cp1252"), name="p", declared=declared)


def test_a_declared_encoding_that_does_not_fit_is_passed_over():
    """A page that says US-ASCII and Shift-JIS wrongly is still read."""
    text, warnings = decode(ENGLISH.encode("cp1252"), name="p", declared="euc-jp")
    assert text == ENGLISH
    assert len(warnings) == 1


def test_an_unrecognised_encoding_is_an_error():
    """Bytes that fit no common encoding are refused, not guessed."""
    generator = random.Random(7)
    noise = bytes(generator.randrange(128, 256) for _ in range(3000))
    for data in (noise, "The council met on Monday, the mayor said.".encode("cp037")):
        with pytest.raises(InputError, match=r"^a\.txt (has an encoding|is not a text)"):
            decode(data, name="a.txt")


def test_a_few_damaged_bytes_leave_utf8_readable():
    """A broken byte in UTF-8 is shown as one damaged character, not as mojibake everywhere."""
    data = ENGLISH.encode() + b"\xff end"
    text, warnings = decode(data, name="a.txt")
    assert text == ENGLISH + "\ufffd end"
    assert warnings == ["a.txt holds damaged characters (1), shown as \ufffd."]


def test_damaged_utf16_is_an_error():
    """UTF-16 that stops in the middle of a character is refused."""
    with pytest.raises(InputError, match="begins as UTF-16 but is damaged"):
        decode(ENGLISH.encode("utf-16") + b"\x00\xd8", name="a.txt")


@pytest.mark.parametrize(
    ("start", "kind"),
    [
        (b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR", "a PNG image"),
        (b"%PDF-1.7\n%\xe2\xe3", "a PDF"),
        (b"PK\x03\x04\x14\0", "a Word or OpenDocument file"),
        (b"{\\rtf1\\ansi The council met.}", "a Rich Text file"),
        (b"\x1f\x8b\x08\0", "a gzip archive"),
        (b"\0\x01\x02\x03 and so on", "binary data"),
        (b"text with\0a zero", "binary data"),
        (b"\x01\x02\x03\x04\x05\x06 text", "binary data"),
    ],
)
def test_binary_data_is_named(start, kind):
    """A file that is no text is refused with what it looks like."""
    with pytest.raises(InputError, match=rf"^a\.txt is not a text: it looks like {kind}"):
        decode(start, name="a.txt")


def test_a_pages_meta_element_names_its_encoding():
    """Both ways of declaring an encoding in HTML are understood."""
    assert declared_in_page(b'<html><head><meta charset="windows-1250">') == "windows-1250"
    old = b"<meta http-equiv='Content-Type' content='text/html; charset=koi8-r'>"
    assert declared_in_page(old) == "koi8-r"
    assert declared_in_page(b"<html><p>charset=x</p>") is None
