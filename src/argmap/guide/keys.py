"""The keys and the short tests of the labels that a drill asks for."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Choice:
    """One label to choose: its key, and the test in a few words."""

    label: str
    key: str
    test: str


CHOICES: dict[str, tuple[Choice, ...]] = {
    "role": (
        Choice("boilerplate", "b", "not part of the matter"),
        Choice("report", "r", "says what just happened or was announced"),
        Choice("background", "k", "was so before"),
        Choice("evidence", "e", "makes another segment believable"),
        Choice("claim", "c", "somebody could ask “why?”"),
        Choice("framing", "f", "casts the matter, states nothing"),
    ),
    "claim_type": (
        Choice("fact", "f", "it is so"),
        Choice("value", "v", "it is good or bad"),
        Choice("policy", "p", "do it"),
        Choice("prediction", "r", "it will be so"),
    ),
    "evidence_type": (
        Choice("statistic", "s", "a number does the work"),
        Choice("study_or_document", "d", "a paper one could fetch"),
        Choice("testimony", "t", "somebody who knows says so"),
        Choice("anecdote_or_example", "x", "one case stands for many"),
        Choice("event", "e", "a happening told as fact"),
    ),
    "voice": (
        Choice("author", "a", "the outlet answers for it"),
        Choice("attributed", "t", "somebody else does"),
        Choice("mixed", "m", "the outlet does, with borrowed words"),
    ),
    "certainty": (
        Choice("certain", "c", "no door left open"),
        Choice("probable", "p", "it would bet on it"),
        Choice("possible", "o", "it does not rule it out"),
        Choice("uncommitted", "u", "it leaves it open"),
    ),
}
"""By layer, in the order in which a drill asks."""


def choose(layer: str, answer: str) -> str | None:
    """The label that an answer means: its number, its key, its name or a beginning of only one."""
    choices = CHOICES[layer]
    word = answer.strip().casefold()
    if word.isascii() and word.isdigit():
        return choices[int(word) - 1].label if 1 <= int(word) <= len(choices) else None
    exact = [choice.label for choice in choices if word in (choice.key, choice.label)]
    if exact:
        return exact[0]
    begun = [choice.label for choice in choices if word and choice.label.startswith(word)]
    return begun[0] if len(begun) == 1 else None
