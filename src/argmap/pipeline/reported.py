"""An attribution while its words are still told by number."""

from __future__ import annotations

from dataclasses import dataclass, field

from argmap.model.labels import Stance

Stretch = tuple[int, int]


@dataclass(slots=True)
class Reported:
    """Source, cue and content as stretches of words.

    `level` is the quotation in which the whole stands, -1 for none. `asserted` is false where the
    content is no proposition of the source's: the object of "supports", the aim of "plans to".
    """

    sentence: int
    source: Stretch | None
    cue: Stretch | None
    content: list[Stretch] = field(default_factory=list)
    stance: Stance = Stance.NEUTRAL
    asserted: bool = True
    level: int = -1
    antecedent: Stretch | None = None  # what a relative pronoun as source stands for
    confidence: float = 0.5
    reason: str = ""

    @property
    def first(self) -> int:
        """The first word of source, cue and content."""
        return min(first for first, _ in self._stretches)

    @property
    def last(self) -> int:
        """The word after the last of source, cue and content."""
        return max(last for _, last in self._stretches)

    @property
    def _stretches(self) -> list[Stretch]:
        return [*self.content, *(part for part in (self.source, self.cue) if part)]
