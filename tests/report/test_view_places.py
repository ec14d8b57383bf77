"""Where segments and spans stand."""

from __future__ import annotations

from argmap.model.document import AnnotatedDocument
from argmap.model.structure import Block
from argmap.report.places import by_stretch, segment_at
from argmap.report.sentences import sentences


def test_an_item_belongs_to_every_stretch_that_it_touches() -> None:
    """One that runs over an end is in both; one that only meets an end is in one."""
    stretches = [Block(0, 10, False), Block(12, 20, False), Block(20, 30, False)]
    items = [Block(8, 14, False), Block(10, 12, False), Block(12, 20, False), Block(5, 25, False)]
    assert by_stretch(stretches, items) == [
        [items[0], items[3]],
        [items[0], items[2], items[3]],
        [items[3]],
    ]


def test_every_offset_of_a_segment_finds_it(documents: list[AnnotatedDocument]) -> None:
    """The blank between two segments belongs to none."""
    document = documents[0]
    for segment in document.segments:
        assert segment_at(document.segments, segment.start) is segment
        assert segment_at(document.segments, segment.end - 1) is segment
        assert segment_at(document.segments, segment.end) is None
    assert segment_at((), 3) is None


def test_the_parts_of_a_sentence_stay_together(documents: list[AnnotatedDocument]) -> None:
    """A comma does not end a sentence; a full stop inside quotation marks and a heading do."""
    found = [[segment.id for segment in sentence] for sentence in sentences(documents[0])]
    assert found == [["s1"], ["s2", "s3"], ["s4"], ["s5"], ["s6"], ["s7"], ["s8"]]
