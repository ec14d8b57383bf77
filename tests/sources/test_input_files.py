"""The bytes of a file, and one clear sentence where there are none."""

import builtins
import io

import pytest

from argmap.errors import InputError
from argmap.sources.files import read_file, read_stream

LIMIT = 1000


def test_a_file_is_read_whole(written):
    """The bytes come back as they are."""
    assert read_file(written("a.txt", b"\xff\x00 bytes"), max_bytes=LIMIT) == b"\xff\x00 bytes"


def test_a_missing_file_is_an_error_with_a_suggestion(written):
    """A file with a similar name in the same folder is offered."""
    path = written("harbor-voice.txt", "x")
    missing = path.replace("voice", "vioce")
    with pytest.raises(InputError) as error:
        read_file(missing, max_bytes=LIMIT)
    assert str(error.value) == f"{missing} does not exist; did you mean {path}?"


def test_a_missing_file_without_a_likely_neighbor_is_an_error(tmp_path):
    """Nothing is offered where nothing is similar."""
    with pytest.raises(InputError, match=r"absent\.txt does not exist; check the path\.$"):
        read_file(str(tmp_path / "absent.txt"), max_bytes=LIMIT)


def test_a_missing_folder_is_named(tmp_path):
    """Where the folder itself is missing, the message says so."""
    with pytest.raises(InputError, match=r"does not exist \(there is no folder .*nowhere\)"):
        read_file(str(tmp_path / "nowhere" / "a.txt"), max_bytes=LIMIT)


def test_a_path_below_a_file_is_an_error(written):
    """A file that is used like a folder does not exist as one."""
    with pytest.raises(InputError, match="does not exist"):
        read_file(written("a.txt", "x") + "/b.txt", max_bytes=LIMIT)


def test_a_directory_is_an_error(tmp_path):
    """A folder is no article."""
    with pytest.raises(InputError, match="is a folder, not an article; name the files in it"):
        read_file(str(tmp_path), max_bytes=LIMIT)


def test_a_file_that_may_not_be_read_is_an_error(written, monkeypatch):
    """The system's refusal becomes a sentence; the refusal is played, as root may read anything."""
    path = written("a.txt", "x")
    real_open = builtins.open

    def refuse(file, *args, **kwargs):
        if file == path:
            raise PermissionError(13, "Permission denied", path)
        return real_open(file, *args, **kwargs)

    monkeypatch.setattr(builtins, "open", refuse)
    with pytest.raises(InputError, match=r"a\.txt may not be read; give yourself permission"):
        read_file(path, max_bytes=LIMIT)


def test_other_refusals_of_the_system_are_errors(tmp_path):
    """A name that is too long and a name with a NUL are no crash."""
    with pytest.raises(InputError, match="cannot be read"):
        read_file(str(tmp_path / ("a" * 5000)), max_bytes=LIMIT)
    with pytest.raises(InputError, match="is not a possible path"):
        read_file("a\0b.txt", max_bytes=LIMIT)


def test_too_many_bytes_are_an_error(written):
    """A file over the limit is refused, one at the limit is read."""
    assert len(read_file(written("a.txt", "x" * LIMIT), max_bytes=LIMIT)) == LIMIT
    with pytest.raises(InputError, match=r"is larger than 0\.001 MB, which no single article is"):
        read_file(written("b.txt", "x" * (LIMIT + 1)), max_bytes=LIMIT)


def test_an_endless_stream_is_an_error():
    """No more than the limit is read of a stream that never ends."""

    class Endless(io.RawIOBase):
        def read(self, size=-1):
            assert size == LIMIT + 1
            return b"x" * size

    with pytest.raises(InputError, match="standard input is larger"):
        read_stream(Endless(), name="standard input", max_bytes=LIMIT)
