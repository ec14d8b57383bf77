"""The bundled discourse model on texts that nobody trained on: nothing that comes in breaks it."""

from __future__ import annotations

from itertools import pairwise

import numpy as np
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from argmap.discourse import heads
from argmap.discourse.document import Arc, Document
from argmap.discourse.encoder import Encoder, load_words
from argmap.discourse.model import DiscourseModel, load_discourse
from argmap.discourse.tasks import TASKS
from argmap.models import FOLDER

TEXT = (
    "Ferry fares to rise\n"
    "The harbor board will raise fares in May, its director, Ona Lind, said on Monday.\n"
    "“Nobody likes it,” Lind said. Two deputies called the plan a shameless robbery."
)
SENTENCES = [(0, 19), (20, 100), (101, 130), (131, len(TEXT))]
TAGS = sorted(name for name, task in TASKS.items() if task.kind == "tags")
SPANS = sorted(name for name, task in TASKS.items() if task.kind == "span")
ARTICLE = sorted(name for name, task in TASKS.items() if task.kind in ("article", "articles"))


@pytest.fixture(scope="module")
def model() -> DiscourseModel:
    """The model that is shipped."""
    return load_discourse()


@pytest.mark.parametrize("task", TAGS)
def test_stretches_stand_on_words(model: DiscourseModel, task: str) -> None:
    """They come in order, apart from each other, and begin and end with a word."""
    found = model.read(TEXT, SENTENCES, SENTENCES[0]).stretches(task)
    assert all(a.end <= b.start for a, b in pairwise(found))
    for one in found:
        inside = TEXT[one.start : one.end]
        assert inside == inside.strip()
        assert one.label in TASKS[task].classes
        assert 0.0 < one.confidence <= 1.0


@pytest.mark.parametrize("task", SPANS)
def test_classes_of_spans_add_up(model: DiscourseModel, task: str) -> None:
    """One row a stretch, the shares of a row adding up to one; no stretch, no row."""
    reading = model.read(TEXT, SENTENCES, SENTENCES[0])
    rows = reading.classes(task, SENTENCES)
    assert rows.shape == (4, len(TASKS[task].classes))
    np.testing.assert_allclose(rows.sum(axis=1), 1.0, atol=1e-5)
    assert reading.classes(task, []).shape[0] == 0


def test_words_are_tagged_alike_some_at_a_time(
    model: DiscourseModel, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Wherever a long text is cut for its tags, each word is seen with both its neighbours."""
    reading = model.read(TEXT, SENTENCES, SENTENCES[0])
    whole = {task: reading.stretches(task) for task in TAGS}
    monkeypatch.setattr(heads, "_WORDS_AT_ONCE", 3)
    for task in TAGS:
        for one, other in zip(reading.stretches(task), whole[task], strict=True):
            assert (one.start, one.end, one.label) == (other.start, other.end, other.label)
            assert one.confidence == pytest.approx(other.confidence, abs=1e-4)


def test_a_row_is_read_alike_alone_and_among_others(model: DiscourseModel) -> None:
    """The states of a text do not depend on what else was read with it."""
    short, long = Document("", TEXT[:19], ((0, 19),)), Document("", TEXT, tuple(SENTENCES))
    alone = model.states(model.collate([short], []))
    among = model.states(model.collate([short, long], []))
    np.testing.assert_array_equal(alone, among[: len(alone)])


@pytest.mark.parametrize("task", ARTICLE)
def test_an_article_has_a_share_for_each_class(model: DiscourseModel, task: str) -> None:
    """Every class has its share."""
    likely = model.read(TEXT, SENTENCES).article(task)
    assert tuple(likely) == TASKS[task].classes
    assert all(0.0 <= share <= 1.0 for share in likely.values())


def test_a_text_without_a_word_has_no_answers(model: DiscourseModel) -> None:
    """Nothing is found in nothing."""
    reading = model.read(" \n", [])
    assert reading.stretches("names") == []
    assert reading.classes("biased", [(0, 1)]).tolist() == [[0.0, 0.0]]
    assert reading.numbers("certainty", [(0, 1)]) == [0.0]
    assert set(reading.article("genre").values()) == {0.0}
    assert reading.heads("relation", [Arc(0, 1, "component", (), ())]) == [(None, 1.0)]


def test_the_same_text_gives_the_same_bytes(model: DiscourseModel) -> None:
    """A second model, loaded anew, says the same to the last bit."""
    for task in TAGS:
        one = model.read(TEXT, SENTENCES).stretches(task)
        assert one == load_discourse().read(TEXT, SENTENCES).stretches(task)


def test_a_head_is_one_of_the_candidates(model: DiscourseModel) -> None:
    """A stretch hangs on one of those that were offered, or on none, however many ask at once."""
    candidates = tuple((start, start + 4) for start in range(20, 100, 8))
    arcs = [Arc(start, start + 3, "source", (), candidates) for start in range(100)]
    heads = model.read(TEXT, SENTENCES).heads("attribution-arcs", arcs)
    assert len(heads) == len(arcs)
    assert all(head is None or head in candidates for head, _ in heads)
    some = model.read(TEXT, SENTENCES).heads("attribution-arcs", arcs[:7])
    assert [head for head, _ in some] == [head for head, _ in heads[:7]]


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.text(max_size=300))
def test_any_text_can_be_read(model: DiscourseModel, text: str) -> None:
    """Control characters, emoji, words from right to left: offsets stay inside the text."""
    reading = model.read(text, [(0, len(text))] if text.strip() else [])
    for task in TAGS:
        for one in reading.stretches(task):
            assert 0 <= one.start < one.end <= len(text)


def test_one_endless_word_is_cut_into_windows(model: DiscourseModel) -> None:
    """A line of ten thousand letters without a blank is no more than many windows."""
    text = "x" * 10_000
    reading = model.read(text, [(0, len(text))])
    assert reading.classes("speech", [(0, len(text))]).shape == (1, 2)


def test_sentences_that_say_the_same_are_alike(model: DiscourseModel) -> None:
    """A paraphrase scores above another matter, and another figure lowers it."""
    one = "The storm killed nine people in the harbor town."
    others = [
        "Nine people died in the port when the storm hit.",
        "The parliament debates a new law on fisheries.",
    ]
    likeness = model.similarity
    first, *rest = likeness.vectors([one, *others])
    scores = [likeness.score(first, v, one, text) for v, text in zip(rest, others, strict=True)]
    assert scores[0] > scores[1] + 0.3
    figures = "The storm killed 9 people in the harbor town."
    other = "The storm killed 12 people in the harbor town."
    a, b = likeness.vectors([figures, other])
    assert likeness.score(a, b, figures, other) < likeness.score(a, a, figures, figures)


def test_rows_read_side_by_side_are_those_read_one_by_one() -> None:
    """How many threads read changes no number."""
    folder = FOLDER / "discourse"
    words = load_words(folder)
    sizes = [3, 9, 5, 12, 7]
    ids = np.zeros((len(sizes), max(sizes)), dtype=np.int64)
    mask = np.zeros(ids.shape, dtype=np.float32)
    for row, size in enumerate(sizes):
        ids[row, :size] = np.arange(2000 + 50 * row, 2000 + 50 * row + size)
        mask[row, :size] = 1.0
    one, three = (
        Encoder(folder, "similarity", words, threads)(ids, np.zeros_like(ids), mask)
        for threads in (1, 3)
    )
    assert one.any()
    np.testing.assert_array_equal(one, three)
