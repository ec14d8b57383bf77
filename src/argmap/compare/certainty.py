"""How sure the voices are: the same claim told more or less certainly."""

from __future__ import annotations

from collections.abc import Iterator

from argmap.model.labels import Certainty, Dimension, SpanLayer

from .telling import Finding, Telling, direction

_ORDER = (Certainty.UNCOMMITTED, Certainty.POSSIBLE, Certainty.PROBABLE, Certainty.CERTAIN)


def certainty_change(one: Telling, two: Telling) -> Iterator[Finding]:
    """A change along certain, probable, possible, uncommitted, with the words that show it.

    Where a segment tells the claim in a part only, a hedge outside that part says nothing of it. A
    hedge that both tellings have makes no difference, even where one of them was labelled alone.
    """
    first, second = _certainty(one), _certainty(two)
    difference = _ORDER.index(second) - _ORDER.index(first)
    less = one if difference > 0 else two
    hedged = _cues(less, Certainty.UNCOMMITTED)
    other = (two if less is one else one).core.text.casefold()
    both_hedge = bool(hedged) and all(cue.casefold() in other for cue in hedged)
    if difference and not both_hedge:
        detail: dict[str, object] = {"from": first.value, "to": second.value}
        cues = [_cues(one, first), _cues(two, second)]
        if any(cues):
            detail["cue"] = list(dict.fromkeys(cues[0] + cues[1]))
        yield Finding(direction(difference), Dimension.CERTAINTY, detail)


def _certainty(telling: Telling) -> Certainty:
    core = telling.core
    hedges = [
        span
        for span in telling.document.spans
        if span.layer is SpanLayer.HEDGE and core.start <= span.start < core.end
    ]
    if hedges and not any(telling.holds(span.start) for span in hedges):
        return Certainty.CERTAIN
    return core.certainty


def _cues(telling: Telling, certainty: Certainty) -> list[str]:
    if certainty is Certainty.CERTAIN:
        return []
    return [" ".join(span.text.split()) for span in telling.spans(SpanLayer.HEDGE)]
