"""How the page writes numbers: the only place where a figure becomes text."""

from __future__ import annotations

from collections.abc import Mapping

_MINUS = "−"
NO_TONE = "no tone word"


def percent(share: float) -> str:
    """A share of 0 to 1 as whole per cent; a trace that rounds to nothing is `<1%`."""
    if 0 < share < 0.005:
        return "<1%"
    return f"{round(share * 100)}%"


def whole_percents(shares: Mapping[str, float]) -> dict[str, int]:
    """Whole per cents that add up as the shares do, by largest remainder; the order is kept."""
    exact = {key: share * 100 for key, share in shares.items()}
    found = {key: int(value) for key, value in exact.items()}
    missing = round(sum(exact.values())) - sum(found.values())
    by_remainder = sorted(exact, key=lambda key: found[key] - exact[key])
    for key in by_remainder[: max(0, missing)]:
        found[key] += 1
    return found


def count(number: int, one: str, many: str | None = None) -> str:
    """A number with its noun: `1 claim`, `1,137 words`."""
    return f"{number:,} {one if number == 1 else many or one + 's'}"


def rate(value: float) -> str:
    """A rate with one decimal, `12.3`."""
    return f"{value:.1f}"


def tone(value: float | None) -> str:
    """A tone of -1 to 1 with its sign, or the words for there being none."""
    if value is None:
        return NO_TONE
    rounded = f"{abs(value):.2f}"
    if rounded == "0.00":
        return rounded
    return f"{'+' if value > 0 else _MINUS}{rounded}"
