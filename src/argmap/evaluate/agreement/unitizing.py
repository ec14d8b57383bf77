"""Unitized alpha: agreement on stretches of a text that each annotator marks freely."""

from __future__ import annotations

from collections.abc import Sequence

from argmap.evaluate.reader import Offsets

Marks = Sequence[Sequence[Offsets]]
"""For each annotator his stretches of one label: half-open, in order, none overlapping."""


def observed_disagreement(marks: Marks, length: int) -> float:
    """How far the annotators' stretches of one label lie apart (Krippendorff 2004, appendix)."""
    cut = [_sections(stretches, length) for stretches in marks]
    total = 0
    for i, ones in enumerate(cut):
        for j, others in enumerate(cut):
            if i != j:
                total += sum(_distance(one, other) for one, other in _meeting(ones, others))
    return total / (len(marks) * (len(marks) - 1) * length**2)


def expected_disagreement(marks: Marks, length: int) -> float:
    """How far they would lie apart if each had set his stretches anywhere on the continuum."""
    cut = [_sections(stretches, length) for stretches in marks]
    units = [end - start for sections in cut for start, end, marked in sections if marked]
    gaps = [end - start for sections in cut for start, end, marked in sections if not marked]
    total = 0.0
    for b in units:
        total += (len(units) - 1) / 3 * (2 * b**3 - 3 * b**2 + b)
        total += b**2 * sum(gap - b + 1 for gap in gaps if gap >= b)
    places = len(marks) * length
    return 2 / length * total / (places * (places - 1) - sum(b * (b - 1) for b in units))


def unitized_alpha(labels: Sequence[Marks], length: int) -> float | None:
    """Krippendorff's alpha for unitizing over some labels together.

    `None` where nothing is marked, or where chance could not disagree. `length` is the number of
    units of the continuum, such as words.
    """
    if length < 2:
        return None
    expected = sum(expected_disagreement(marks, length) for marks in labels)
    if expected <= 0:
        return None
    observed = sum(observed_disagreement(marks, length) for marks in labels)
    return 1 - observed / expected


def joined(stretches: Sequence[Offsets]) -> list[Offsets]:
    """Stretches in order, those that overlap made one: the measure knows no overlap of a label."""
    found: list[Offsets] = []
    for start, end in sorted(stretches):
        if found and start < found[-1][1]:
            found[-1] = (found[-1][0], max(end, found[-1][1]))
        else:
            found.append((start, end))
    return found


def _sections(stretches: Sequence[Offsets], length: int) -> list[tuple[int, int, bool]]:
    """The whole continuum as marked stretches and the gaps between them."""
    found: list[tuple[int, int, bool]] = []
    position = 0
    for start, end in stretches:
        if start > position:
            found.append((position, start, False))
        found.append((start, end, True))
        position = end
    if position < length:
        found.append((position, length, False))
    return found


def _meeting(
    ones: list[tuple[int, int, bool]], others: list[tuple[int, int, bool]]
) -> list[tuple[tuple[int, int, bool], tuple[int, int, bool]]]:
    """The pairs of sections that share a place; both lists run over the same continuum."""
    found = []
    i = j = 0
    while i < len(ones) and j < len(others):
        found.append((ones[i], others[j]))
        ahead = ones[i][1] - others[j][1]
        i, j = i + (ahead <= 0), j + (ahead >= 0)
    return found


def _distance(one: tuple[int, int, bool], other: tuple[int, int, bool]) -> int:
    if one[2] and other[2]:
        return (one[0] - other[0]) ** 2 + (one[1] - other[1]) ** 2
    if one[2] and other[0] <= one[0] and one[1] <= other[1]:
        return (one[1] - one[0]) ** 2
    if other[2] and one[0] <= other[0] and other[1] <= one[1]:
        return (other[1] - other[0]) ** 2
    return 0
