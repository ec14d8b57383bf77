"""One rule of the label guide."""

from __future__ import annotations

from dataclasses import dataclass

GUIDE = "docs/label-guide.md"


@dataclass(frozen=True, slots=True)
class Rule:
    """A sentence that decides a label, by the layer and the labels that it speaks of.

    Two labels: it decides between them. One: it decides whether the label fits. None: it decides
    the layer as a whole. `id` is an anchor of the guide's page.
    """

    id: str
    layer: str
    labels: frozenset[str]
    text: str

    @property
    def place(self) -> str:
        """Where the rule stands in the guide, as a link."""
        return f"{GUIDE}#{self.id}"


def rules(layer: str, *rows: tuple[str, str, str]) -> tuple[Rule, ...]:
    """The rules of one layer from rows of id, labels separated by blanks, and sentence."""
    return tuple(Rule(name, layer, frozenset(labels.split()), text) for name, labels, text in rows)
