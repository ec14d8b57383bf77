"""Intervals are drawn over whole articles, the same every time."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from argmap.evaluate.bootstrap import intervals
from argmap.evaluate.counts import Counts, total
from argmap.evaluate.metrics import f1

ARTICLES = st.lists(st.tuples(st.integers(0, 9), st.integers(0, 9)), min_size=2, max_size=12)


def article(hits: int, misses: int) -> Counts:
    """An article with so many hits and misses."""
    counts = Counts()
    counts.found("x", hits=hits, predicted=hits, gold=hits + misses)
    return counts


@settings(max_examples=25)
@given(ARTICLES)
def test_an_interval_lies_around_the_figure_and_inside_the_scale(
    amounts: list[tuple[int, int]],
) -> None:
    """Low is not above high, both are shares, and the same seed gives the same interval."""
    articles = [article(*pair) for pair in amounts]
    found = intervals(articles, {"x": f1("x")}, draws=200)
    assert found == intervals(articles, {"x": f1("x")}, draws=200)
    if f1("x")(total(articles)) is None:
        assert found["x"] is None
    else:
        assert found["x"] is not None
        assert 0 <= found["x"][0] <= found["x"][1] <= 1


def test_articles_that_are_alike_leave_no_doubt() -> None:
    """Where every article has the same counts, each draw gives the same figure."""
    assert intervals([article(3, 1)] * 5, {"x": f1("x")})["x"] == (0.8571, 0.8571)


def test_uneven_articles_leave_more_doubt_than_even_sentences() -> None:
    """Sentences of one article go together: the interval is wider than by single sentences."""
    whole = [article(10, 0), article(0, 10)] * 3
    single = [article(1, 0), article(0, 1)] * 30
    wide, narrow = (intervals(one, {"x": f1("x")})["x"] for one in (whole, single))
    assert wide is not None
    assert narrow is not None
    assert wide[1] - wide[0] > 2 * (narrow[1] - narrow[0])


def test_one_article_has_no_interval() -> None:
    """Nothing can be said of the spread of one."""
    assert intervals([article(3, 1)], {"x": f1("x")}) == {"x": None}
