"""Spans are matched one to one, as many as can be."""

from __future__ import annotations

from itertools import permutations

from hypothesis import given
from hypothesis import strategies as st

from argmap.evaluate.matching import assign, covered, match, overlap, tokens, touch

SPANS = st.lists(
    st.tuples(st.integers(0, 30), st.integers(1, 12)).map(lambda pair: (pair[0], sum(pair))),
    max_size=6,
)
SHARES = st.sampled_from([0.0, 0.3, 0.5, 1.0])


def most(gold: list[tuple[int, int]], predicted: list[tuple[int, int]], share: float) -> int:
    """The largest number of pairs, by trying every order."""

    def fits(one: tuple[int, int], other: tuple[int, int]) -> bool:
        longer = max(one[1] - one[0], other[1] - other[0])
        return 0 < overlap(one, other) >= share * longer

    short, long = sorted((gold, predicted), key=len)
    return max(
        sum(fits(a, b) for a, b in zip(short, order, strict=False))
        for order in permutations(long, len(short))
    )


@given(SPANS, SPANS, SHARES)
def test_matching_is_one_to_one_and_as_large_as_can_be(
    gold: list[tuple[int, int]], predicted: list[tuple[int, int]], share: float
) -> None:
    """No span is used twice, each pair overlaps enough, and no other matching has more pairs."""
    pairs = match(gold, predicted, share=share)
    assert len({a for a, _ in pairs}) == len({b for _, b in pairs}) == len(pairs)
    for a, b in pairs:
        assert overlap(gold[a], predicted[b]) > 0
    assert len(pairs) == most(gold, predicted, share)


@given(SPANS)
def test_every_span_matches_itself(spans: list[tuple[int, int]]) -> None:
    """Equal lists match whole, duplicates included, at every share."""
    assert len(match(spans, spans, share=1.0)) == len(spans)


@given(SPANS, SPANS)
def test_a_full_share_means_the_same_span(
    gold: list[tuple[int, int]], predicted: list[tuple[int, int]]
) -> None:
    """With share 1 both ends agree."""
    for a, b in match(gold, predicted, share=1.0):
        assert gold[a] == predicted[b]


def test_a_prediction_over_two_gold_spans_answers_one() -> None:
    """One long prediction is one hit, not two."""
    assert match([(0, 5), (5, 10)], [(0, 10)]) == [(0, 0)]


def test_a_long_chain_is_no_trouble() -> None:
    """Thousands of spans that each must give way are matched without recursion."""
    size = 1500
    choices = [[n, n + 1] for n in range(size)] + [[0]]
    assert len(assign(choices)) == size + 1


def test_tokens_are_words_and_marks() -> None:
    """Each punctuation mark is a token of its own, an emoji too."""
    text = "Don’t, 😀!"
    assert [text[a:b] for a, b in tokens(text)] == ["Don", "’", "t", ",", "😀", "!"]


@given(SPANS)
def test_covered_is_overlap_with_any_span(spans: list[tuple[int, int]]) -> None:
    """The quick way by bisection gives what comparing all with all gives."""
    units = [(n, n + 2) for n in range(0, 45, 3)]
    assert covered(units, spans) == {n for n, unit in enumerate(units) if touch([unit], spans)}
