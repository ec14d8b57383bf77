"""Pictures: formats, size, and one sentence where they fail."""

from __future__ import annotations

import stat
from collections.abc import Iterator
from pathlib import Path
from time import sleep

import pytest

from argmap.errors import InputError, MissingProgramError, OutputError
from argmap.graph import build_graph, render, render_each, render_svg, to_dot

from .stories import fan, pier


@pytest.fixture
def fake_dot(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A program `dot` of the test's own, the only one on the path."""
    program = tmp_path / "dot"
    monkeypatch.setenv("PATH", str(tmp_path))
    return program


def install(program: Path, script: str) -> None:
    """Write a shell script and make it a program."""
    program.write_text(f"#!/bin/sh\n{script}\n", encoding="utf-8")
    program.chmod(program.stat().st_mode | stat.S_IXUSR)


@pytest.mark.dot
@pytest.mark.parametrize(
    ("format", "start"), [("svg", b"<?xml"), ("png", b"\x89PNG\r\n"), ("pdf", b"%PDF-")]
)
def test_every_format_is_drawn(format: str, start: bytes) -> None:
    """SVG, PNG and PDF come out as such."""
    assert render(to_dot(build_graph(pier())), format).startswith(start)


def test_an_unknown_format_is_an_error() -> None:
    """A format that is none of ours is an error that names those that are."""
    with pytest.raises(InputError, match="'bmp' is no format of a map; use svg, png, pdf"):
        render("digraph {}", "bmp")


def test_without_dot_the_message_says_how_to_install_it(fake_dot: Path) -> None:
    """Where the program is missing one sentence names the packages, and the status is 4."""
    assert not fake_dot.exists()
    with pytest.raises(MissingProgramError, match=r"apt-get install graphviz.*brew") as caught:
        render(to_dot(build_graph(fan(2))), "svg")
    assert caught.value.exit_status == 4
    with pytest.raises(MissingProgramError):
        render_svg(to_dot(build_graph(fan(2))))


@pytest.mark.dot
def test_bad_dot_is_one_sentence() -> None:
    """What Graphviz says of a fault is passed on, not shown as a traceback nor printed."""
    with pytest.raises(OutputError, match=r"^Graphviz could not draw the map: .*syntax error.*\.$"):
        render("digraph {", "svg")


def test_a_crash_without_words_gives_its_status(fake_dot: Path) -> None:
    """A program that dies silently is reported by its status."""
    install(fake_dot, "exit 7")
    with pytest.raises(OutputError, match="ended with status 7"):
        render("digraph {}", "svg")


def test_control_characters_of_the_program_are_not_passed_on(fake_dot: Path) -> None:
    """What the program says cannot steer a terminal."""
    install(fake_dot, "printf 'bad \\033[31m thing' >&2; exit 1")
    with pytest.raises(OutputError) as caught:
        render("digraph {}", "svg")
    assert str(caught.value).isprintable()


def test_a_slow_program_is_given_up(fake_dot: Path) -> None:
    """After the time allowed the drawing is given up, with a remedy."""
    install(fake_dot, "exec /bin/sleep 30")
    with pytest.raises(OutputError, match=r"within 0\.2 seconds; draw fewer nodes"):
        render("digraph {}", "svg", timeout=0.2)


def test_a_program_that_cannot_be_run(fake_dot: Path) -> None:
    """A file named dot that is no program is an error of one sentence, too."""
    fake_dot.write_bytes(b"\x00\x01 no program")
    fake_dot.chmod(0o755)
    with pytest.raises(OutputError, match="'dot' cannot be run"):
        render("digraph {}", "svg")


def test_no_picture_is_an_error(fake_dot: Path) -> None:
    """A program that ends well and writes nothing is an error."""
    install(fake_dot, "exit 0")
    with pytest.raises(OutputError, match="drew nothing"):
        render("digraph {}", "svg")


@pytest.mark.dot
@pytest.mark.parametrize("processes", [1, 3])
def test_several_maps_come_back_in_their_order(processes: int) -> None:
    """One run of the program or some draw many maps, and each picture is that of its own text."""
    dots = [to_dot(build_graph(fan(number))) for number in range(2, 9)]
    pictures = render_each(iter(dots), "svg", processes=processes)
    assert pictures == [render(dot, "svg") for dot in dots]


@pytest.mark.dot
@pytest.mark.parametrize("processes", [1, 2])
def test_a_bad_text_among_several_is_an_error(processes: int) -> None:
    """What is wrong with one of the texts is said."""
    dots = [to_dot(build_graph(fan(2))), "digraph {", to_dot(build_graph(fan(3)))]
    with pytest.raises(OutputError, match="could not draw the map"):
        render_each(dots, "svg", processes=processes)


@pytest.mark.dot
def test_what_goes_wrong_while_a_text_is_written_is_passed_on() -> None:
    """An error of the writer ends the program and reaches the caller."""

    def texts() -> Iterator[str]:
        yield to_dot(build_graph(fan(2)))
        raise InputError("This one cannot be written.")

    for processes in (1, 2):
        with pytest.raises(InputError, match="cannot be written"):
            render_each(texts(), "svg", processes=processes)


@pytest.mark.parametrize("processes", [1, 2])
def test_a_program_that_ends_while_texts_are_held_back(fake_dot: Path, processes: int) -> None:
    """It ended before it was sent anything: what it said is told, and no pipe is spoken of."""
    install(fake_dot, "echo no fonts >&2; exit 1")

    def texts() -> Iterator[str]:
        for _ in range(40):
            sleep(0.02)
            yield f"digraph {{{' ' * 500}}}"

    with pytest.raises(OutputError, match="could not draw the map: no fonts"):
        render_each(texts(), "svg", processes=processes)


def test_no_maps_are_no_pictures(fake_dot: Path) -> None:
    """Nothing to draw is no error."""
    install(fake_dot, "exit 0")
    assert render_each([], "svg") == []
