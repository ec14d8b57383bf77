"""The literal table of tasks: what each head predicts, and which figures it must reach."""

from __future__ import annotations

from dataclasses import dataclass

from .readers.news_discourse import ROLES
from .readers.webis import TYPES

FRAMES = (
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
        Task(name="loaded", kind="tags", classes=("loaded",), weight=0.5),
        Task(name="component-tags", kind="tags", classes=("component",)),
        Task(name="role", kind="span", classes=tuple(ROLES.values()), neighbours=True),
        Task(name="speech", kind="span", classes=("none", "speech"), weight=0.5),
        Task(name="unit", kind="span", classes=TYPES, neighbours=True, balance=0.5),
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
        Task(name="frames", kind="articles", classes=FRAMES),
        Task(name="genre", kind="article", classes=("opinion", "reporting", "satire"), balance=0.5),
    )
}

MEASURED = {
    "polnear": {
        "source_token_f1": 0.85,
        "cue_token_f1": 0.75,
        "content_token_f1": 0.92,
        "content_exact_f1": 0.65,
        "linked_f1": 0.75,
    },
    "basil": {"lexical_sentence_f1": 0.35},
    "babe": {"macro_f1": 0.80, "word_f1": 0.45},
    "checkthat-subj": {"macro_f1": 0.77},
    "news-discourse": {"macro_f1": 0.56, "micro_f1": 0.66, "speech_f1": 0.90},
    "webis-editorials": {"macro_f1": 0.56, "weighted_f1": 0.80},
    "semeval2023-frames": {"micro_f1": 0.58, "genre_macro_f1": 0.60},
    "factuality": {"pearson": 0.80},
    "wiki-weasel": {"f1": 0.62},
    "newsmtsc": {"macro_f1": 0.75},
    "aaec": {"span_f1_50": 0.80, "type_macro_f1": 0.82, "relation_f1": 0.55},
    "arg-microtexts": {"role_macro_f1": 0.74, "attachment_f1": 0.70},
}
"""The targets, by data set and figure."""
