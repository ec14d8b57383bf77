"""The bundled story holds what its README promises."""

import pytest

from argmap.story import STORY, story_files


def body(name):
    """The article below its front matter block."""
    path = next(path for path in story_files() if path.name == name)
    _, _, rest = path.read_text(encoding="utf-8").removeprefix("---\n").partition("\n---\n")
    return rest


def test_the_story_has_three_files_in_a_fixed_order():
    """The op-ed, the wire report and the summary are all there, in reading order."""
    assert [path.name for path in story_files()] == list(STORY)
    assert all(path.is_file() for path in story_files())


@pytest.mark.parametrize(
    ("name", "least", "most"),
    [
        ("harbor-voice.txt", 600, 1100),
        ("tidemark-wire.txt", 600, 1100),
        ("briefwell.txt", 250, 400),
    ],
)
def test_each_article_has_the_length_of_its_genre(name, least, most):
    """The texts are as long as an op-ed, a wire report and a summary are."""
    assert least <= len(body(name).split()) <= most


def test_the_frame_is_the_op_eds_own_and_the_wire_only_quotes_it():
    """The naming frame recurs in the op-ed and stands in the wire once, in a quotation."""
    assert body("harbor-voice.txt").count("Salt Curtain") >= 3
    assert body("tidemark-wire.txt").count("Salt Curtain") == 1
    assert "described the years ahead as a new Salt Curtain, this time" in body("tidemark-wire.txt")
    assert "Salt Curtain" not in body("briefwell.txt")


def test_one_quotation_goes_on_over_a_paragraphs_end():
    """A paragraph opens a quotation without closing it and the next one opens it again."""
    before, after = body("tidemark-wire.txt").split("somebody else.\n\n")
    assert before.rsplit("\n\n", 1)[-1].count('"') == 3
    assert after.startswith('"That is their right.')


def test_paragraphs_are_set_apart_by_one_blank_line():
    """No paragraph is wrapped over lines, so line ends are paragraph ends."""
    for name in STORY:
        paragraphs = body(name).strip().split("\n\n")
        assert all("\n" not in paragraph for paragraph in paragraphs)
