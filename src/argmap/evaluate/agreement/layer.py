"""What is said of the agreement on one layer."""

from __future__ import annotations

from collections.abc import Hashable, Sequence
from dataclasses import dataclass, field

from .coefficient import Coefficient, Item, alpha, mixed_up, raw_agreement, shares, shown
from .literature import Reported

Prevalence = tuple[tuple[str, float], ...]
_MIXED_UP = 3


@dataclass(frozen=True, slots=True)
class LayerAgreement:
    """One layer: the right coefficient first, and what is needed to read it.

    `unit` is what is counted. `raw` is the share of equal pairs. `prevalence` is how often each
    label was given; `by_annotator` the same for each. `per_label` asks of each label alone.
    """

    layer: str
    question: str
    unit: str
    coefficients: tuple[Coefficient, ...]
    raw: float | None = None
    prevalence: Prevalence = ()
    by_annotator: tuple[tuple[str, Prevalence], ...] = ()
    per_label: tuple[tuple[str, Coefficient], ...] = ()
    mixed_up: tuple[tuple[str, str, int], ...] = ()
    reported: tuple[Reported, ...] = ()
    notes: tuple[str, ...] = field(default_factory=tuple)


def coded_layer(
    layer: str,
    question: str,
    unit: str,
    items: Sequence[Item],
    names: Sequence[str],
    coefficient: Coefficient,
    *,
    each_label: bool = True,
    reported: tuple[Reported, ...] = (),
    notes: tuple[str, ...] = (),
    more: tuple[Coefficient, ...] = (),
) -> LayerAgreement:
    """A layer in which each item has one value from each annotator."""
    pairable = [item for item in items if sum(value is not None for value in item) > 1]
    prevalence = shares(pairable)
    labels: tuple[tuple[str, Coefficient], ...] = ()
    if each_label and len(prevalence) > 2:
        labels = tuple((shown(value), _alone(value, pairable)) for value in prevalence)
    return LayerAgreement(
        layer,
        question,
        unit,
        (coefficient, *more),
        raw_agreement(pairable),
        _words(prevalence),
        tuple(
            (name, _words(shares([(item[place],) for item in items])))
            for place, name in enumerate(names)
            if any(item[place] is not None for item in items)
        ),
        labels,
        tuple((shown(a), shown(b), n) for a, b, n in mixed_up(pairable)[:_MIXED_UP]),
        reported,
        notes,
    )


def _alone(value: Hashable, items: Sequence[Item]) -> Coefficient:
    """Alpha of one label against all others."""
    return alpha([[None if given is None else given == value for given in item] for item in items])


def _words(prevalence: dict[Hashable, float]) -> Prevalence:
    return tuple((shown(value), share) for value, share in prevalence.items())
