"""argmap's labels in the terms of the data sets: the literal tables."""

from __future__ import annotations

from argmap.model.labels import Certainty, ClaimType, EvidenceType, Frame, Genre, Role

NEWS_ROLE: dict[Role, str] = {
    Role.BOILERPLATE: "none",
    Role.REPORT: "main",
    Role.BACKGROUND: "context",
    Role.EVIDENCE: "context",
    Role.CLAIM: "evaluation",
    Role.FRAMING: "evaluation",
}
NEWS_CLAIM: dict[ClaimType, str] = {
    ClaimType.FACT: "evaluation",
    ClaimType.VALUE: "evaluation",
    ClaimType.POLICY: "evaluation",
    ClaimType.PREDICTION: "expectation",
}
NEWS_EVIDENCE: dict[EvidenceType, str] = {
    EvidenceType.STATISTIC: "context",
    EvidenceType.STUDY_OR_DOCUMENT: "context",
    EvidenceType.TESTIMONY: "evaluation",
    EvidenceType.ANECDOTE_OR_EXAMPLE: "anecdote",
    EvidenceType.EVENT: "previous",
}
EDITORIAL_EVIDENCE: dict[EvidenceType, str] = {
    EvidenceType.STATISTIC: "statistics",
    EvidenceType.STUDY_OR_DOCUMENT: "testimony",
    EvidenceType.TESTIMONY: "testimony",
    EvidenceType.ANECDOTE_OR_EXAMPLE: "anecdote",
    EvidenceType.EVENT: "anecdote",
}
VALUE_OF: dict[Certainty, float] = {
    Certainty.CERTAIN: 3.0,
    Certainty.PROBABLE: 2.0,
    Certainty.POSSIBLE: 1.0,
    Certainty.UNCOMMITTED: 0.0,
}
GENRE_OF: dict[Genre, str] = {
    Genre.REPORT: "reporting",
    Genre.SUMMARY: "reporting",
    Genre.OPINION: "opinion",
    Genre.ANALYSIS: "opinion",
    Genre.SATIRE: "satire",
}
FRAMES_OF: dict[Frame, tuple[str, ...]] = {
    Frame.ECONOMIC: ("Economic",),
    Frame.MORALITY: ("Morality",),
    Frame.FAIRNESS: ("Fairness_and_equality",),
    Frame.LAW_CRIME: (
        "Crime_and_punishment",
        "Legality_Constitutionality_and_jurisprudence",
    ),
    Frame.SECURITY: ("Security_and_defense",),
    Frame.HUMAN_IMPACT: ("Health_and_safety", "Quality_of_life"),
    Frame.IDENTITY_PUBLIC: ("Cultural_identity", "Public_opinion"),
    Frame.POLITICS_STRATEGY: ("Political",),
    Frame.GEOPOLITICS: ("External_regulation_and_reputation",),
    Frame.OTHER: (),
}
