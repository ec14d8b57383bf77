"""Figures agree with their definitions; what is not defined is None."""

from __future__ import annotations

import statistics

import pytest
from hypothesis import given
from hypothesis import strategies as st

from argmap.evaluate import metrics
from argmap.evaluate.counts import Counts, total

LABELS = st.lists(st.tuples(st.sampled_from("abc"), st.sampled_from("abcd")), min_size=1)
NUMBERS = st.lists(
    st.tuples(st.integers(-30, 30), st.integers(-30, 30)).map(lambda p: (p[0] / 10, p[1] / 10)),
    min_size=2,
    max_size=40,
)


def counted(pairs: list[tuple[str, str]]) -> Counts:
    """Counts of labels."""
    counts = Counts()
    counts.labels("x", [a for a, _ in pairs], [b for _, b in pairs])
    return counts


def plain_f1(pairs: list[tuple[str, str]], label: str) -> float:
    """F1 of one label, from precision and recall."""
    hits = sum(a == b == label for a, b in pairs)
    if not hits:
        return 0.0
    precision = hits / sum(b == label for _, b in pairs)
    recall = hits / sum(a == label for a, _ in pairs)
    return 2 * precision * recall / (precision + recall)


@given(LABELS)
def test_macro_and_weighted_f1_average_the_classes_of_the_gold(
    pairs: list[tuple[str, str]],
) -> None:
    """Macro F1 is the plain mean over labels that people gave, weighted F1 by their number."""
    classes = sorted({gold for gold, _ in pairs})
    values = {label: plain_f1(pairs, label) for label in classes}
    share = {label: sum(a == label for a, _ in pairs) / len(pairs) for label in classes}
    counts = counted(pairs)
    assert metrics.macro_f1("x")(counts) == pytest.approx(statistics.mean(values.values()))
    assert metrics.weighted_f1("x")(counts) == pytest.approx(
        sum(values[label] * share[label] for label in classes)
    )
    assert metrics.accuracy("x")(counts) == pytest.approx(
        statistics.mean(float(a == b) for a, b in pairs)
    )


@given(NUMBERS)
def test_pearson_from_sums_is_pearson(pairs: list[tuple[float, float]]) -> None:
    """The sums give the textbook value, and None where one side is flat."""
    counts = Counts()
    for one, other in pairs:
        counts.pair("x", one, other)
    left, right = zip(*pairs, strict=True)
    value = metrics.pearson("x")(counts)
    if len(set(left)) == 1 or len(set(right)) == 1:
        assert value is None
    else:
        assert value == pytest.approx(statistics.correlation(left, right), abs=1e-6)


@given(st.lists(LABELS, min_size=1, max_size=4))
def test_counts_of_articles_add_up(articles: list[list[tuple[str, str]]]) -> None:
    """The sum of the articles' counts is the count of all."""
    together = counted([pair for article in articles for pair in article])
    assert total([counted(article) for article in articles]) == together


def test_nothing_to_find_and_nothing_said_is_undefined() -> None:
    """No figure comes out of nothing."""
    counts = Counts()
    counts.found("x", hits=0, predicted=0, gold=0)
    for name in ("f1", "accuracy", "macro_f1", "weighted_f1", "pearson"):
        assert getattr(metrics, name)("x")(counts) is None
    assert metrics.class_f1("x", "a")(counts) is None


def test_something_to_find_and_nothing_said_is_zero() -> None:
    """A miss is a miss."""
    counts = Counts()
    counts.found("x", hits=0, predicted=0, gold=4)
    assert metrics.f1("x")(counts) == 0


def test_a_missed_text_counts_all_its_labels() -> None:
    """Without an answer every label is wrong, and stays in the denominator."""
    counts = counted([("a", "a")])
    counts.labels("x", ["a", "b", "b"], None)
    assert metrics.accuracy("x")(counts) == 0.25


def test_an_answer_of_another_length_is_an_error() -> None:
    """A label cannot be left out unseen."""
    with pytest.raises(ValueError, match="shorter"):
        Counts().labels("x", ["a", "b"], ["a"])
