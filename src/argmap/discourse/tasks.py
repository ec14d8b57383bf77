"""The literal table of tasks: what each head predicts, and what it reads."""

from __future__ import annotations

from dataclasses import dataclass

NEWS_ROLES = (
    "main",
    "consequence",
    "previous",
    "context",
    "history",
    "anecdote",
    "evaluation",
    "expectation",
    "none",
)
"""Roles of a news sentence (Choubey et al. 2020)."""
UNIT_TYPES = ("assumption", "anecdote", "testimony", "statistics", "common-ground", "other")
"""Types of the units of an op-ed (Al Khatib et al. 2016)."""
NAME_CLASSES = (
    "Location",
    "Person",
    "Organization",
    "NORP",
    "Date",
    "Misc",
    "Money",
    "Facility",
    "Product",
)
"""Classes of names in worldwide newswire (Shan et al. 2023)."""
ARTICLE_FRAMES = (
    "Capacity_and_resources",
    "Crime_and_punishment",
    "Cultural_identity",
    "Economic",
    "External_regulation_and_reputation",
    "Fairness_and_equality",
    "Health_and_safety",
    "Legality_Constitutionality_and_jurisprudence",
    "Morality",
    "Policy_prescription_and_evaluation",
    "Political",
    "Public_opinion",
    "Quality_of_life",
    "Security_and_defense",
)
"""Frames of a whole article (Boydstun et al. 2013, as in SemEval-2023 task 3)."""

ATTRIBUTION_REACH = 1500
"""How many characters away from a source or content its cue is still looked for."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Task:
    """A head: its name, its classes, and what it reads.

    `kind` is tags (find stretches), span (classify a given stretch), number (put a given stretch
    on a scale), arcs (what a given stretch hangs on), article (one class) or articles (any number
    of classes) of a whole text. `neighbours` lets a span head see the spans before and behind and
    the place in the text; `around` lets it see the sentence that the span stands in.
    """

    name: str
    kind: str
    classes: tuple[str, ...] = ()
    neighbours: bool = False
    around: bool = False
    weight: float = 1.0
    balance: float = 0.0


TASKS: dict[str, Task] = {
    task.name: task
    for task in (
        Task(name="attribution", kind="tags", classes=("source", "cue", "content")),
        Task(name="attribution-arcs", kind="arcs", classes=("source", "content"), weight=0.5),
        Task(name="names", kind="tags", classes=NAME_CLASSES),
        Task(name="loaded", kind="tags", classes=("loaded",), weight=0.5),
        Task(name="component-tags", kind="tags", classes=("component",)),
        Task(
            name="role",
            kind="span",
            classes=NEWS_ROLES,
            neighbours=True,
            balance=0.3,
        ),
        Task(name="speech", kind="span", classes=("none", "speech"), weight=0.5),
        Task(name="unit", kind="span", classes=UNIT_TYPES, neighbours=True, balance=0.5),
        Task(name="subjective", kind="span", classes=("objective", "subjective")),
        Task(name="biased", kind="span", classes=("neutral", "biased")),
        Task(name="lexical", kind="span", classes=("none", "lexical"), balance=0.5, weight=0.5),
        Task(name="uncertain", kind="span", classes=("certain", "uncertain")),
        Task(
            name="tone",
            kind="span",
            classes=("negative", "neutral", "positive"),
            around=True,
        ),
        Task(name="certainty", kind="number"),
        Task(
            name="component",
            kind="span",
            classes=("major-claim", "claim", "premise"),
            neighbours=True,
        ),
        Task(name="attack", kind="span", classes=("supports", "attacks"), balance=0.5, weight=0.5),
        Task(name="stance", kind="span", classes=("pro", "opp"), neighbours=True, balance=0.5),
        Task(name="relation", kind="arcs", classes=("component",), weight=0.5),
        Task(name="frames", kind="articles", classes=ARTICLE_FRAMES),
        Task(name="genre", kind="article", classes=("opinion", "reporting", "satire"), balance=0.5),
    )
}
