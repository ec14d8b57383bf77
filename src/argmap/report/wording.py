"""The page's words for every label: one place, so that all sections speak alike."""

from __future__ import annotations

from argmap.graph.styles import ROLES
from argmap.model.labels import (
    Certainty,
    ClaimType,
    EvidenceType,
    FrameStance,
    Genre,
    Role,
    SourceKind,
    SpanLabel,
    SpanLayer,
    Voice,
)

ROLE_LETTERS: dict[Role, str] = {role: style.letter for role, style in ROLES.items()}
"""The letters of the maps, so that text and map speak alike."""

ROLE_ORDER: tuple[Role, ...] = (
    Role.CLAIM,
    Role.EVIDENCE,
    Role.FRAMING,
    Role.REPORT,
    Role.BACKGROUND,
)
"""The roles of the article's matter, in the order of every bar and legend."""

ROLE_MEANINGS: dict[Role, str] = {
    Role.CLAIM: "somebody could reasonably ask “why?”: a fact, a value, a policy or a prediction",
    Role.EVIDENCE: "offered to make another sentence believable: a number, a document, a"
    " testimony, a case, an event",
    Role.FRAMING: "casts the matter (a name, a metaphor, a question) with no claim to separate",
    Role.REPORT: "says what just happened or was just said",
    Role.BACKGROUND: "earlier events, standing circumstances, who somebody is",
    Role.BOILERPLATE: "not part of the article’s matter: credit, disclaimer, call to comment",
}
VOICE_NAMES: dict[Voice, str] = {
    Voice.AUTHOR: "own voice",
    Voice.ATTRIBUTED: "attributed",
    Voice.MIXED: "own voice with quoted words",
}
VOICE_MEANINGS: dict[Voice, str] = {
    Voice.AUTHOR: "the outlet itself asserts it",
    Voice.ATTRIBUTED: "the text gives it to a source: “said”, “according to”, a quotation",
    Voice.MIXED: "the outlet’s own sentence around a partial quotation or scare quotes",
}
CERTAINTY_MEANINGS: dict[Certainty, str] = {
    Certainty.CERTAIN: "stated without a hedge",
    Certainty.PROBABLE: "hedged as likely",
    Certainty.POSSIBLE: "hedged as possible: “may”, “could”",
    Certainty.UNCOMMITTED: "the voice does not commit itself: a question, a condition, a doubt",
}
LAYER_NAMES: dict[SpanLayer, str] = {
    SpanLayer.FRAMING: "framing",
    SpanLayer.LOADED: "loaded",
    SpanLayer.HEDGE: "hedge",
    SpanLayer.BOOSTER: "booster",
}
LAYER_MEANINGS: dict[SpanLayer, str] = {
    SpanLayer.FRAMING: "words that cast the matter: a name for it, a metaphor, an antithesis",
    SpanLayer.LOADED: "a word that judges while it tells",
    SpanLayer.HEDGE: "a word that makes the voice less sure",
    SpanLayer.BOOSTER: "a word that makes the voice more sure",
}
STANCE_NAMES: dict[FrameStance, str] = {
    FrameStance.USES: "used",
    FrameStance.REPORTS: "reported",
    FrameStance.REJECTS: "rejected",
}
_CLAIM_TYPES: dict[ClaimType, str] = {
    ClaimType.FACT: "of fact",
    ClaimType.VALUE: "of value",
    ClaimType.POLICY: "of policy",
    ClaimType.PREDICTION: "a prediction",
}
_EVIDENCE_TYPES: dict[EvidenceType, str] = {
    EvidenceType.STATISTIC: "a number",
    EvidenceType.STUDY_OR_DOCUMENT: "a study or document",
    EvidenceType.TESTIMONY: "testimony",
    EvidenceType.ANECDOTE_OR_EXAMPLE: "an example",
    EvidenceType.EVENT: "an event",
}
_DEVICES: dict[str, str] = {
    SpanLabel.LABEL: "a name for the situation",
    SpanLabel.EXAGGERATION_MINIMISING: "exaggeration or minimising",
    SpanLabel.LOADED_WORD: "loaded word",
    SpanLabel.DOUBT_CASTING: "casting doubt",
}


def genre_name(genre: Genre) -> str:
    """The genre as a card shows it."""
    return "genre unknown" if genre is Genre.UNKNOWN else genre.value


def role_name(role: Role, claim: ClaimType | None, evidence: EvidenceType | None) -> str:
    """The role with its type, such as `claim of fact` or `evidence, a number`."""
    if role is Role.CLAIM and claim:
        joint = ", " if claim is ClaimType.PREDICTION else " "
        return f"claim{joint}{_CLAIM_TYPES[claim]}"
    if role is Role.EVIDENCE and evidence:
        return f"evidence, {_EVIDENCE_TYPES[evidence]}"
    return role.value


def device_name(label: str) -> str:
    """A span's device in words; an unknown one keeps its own."""
    return _DEVICES.get(label) or label.replace("_", " ")


def kind_name(kind: SourceKind) -> str:
    """What kind of speaker a source is, in words."""
    return {
        SourceKind.NAMED_PERSON: "named person",
        SourceKind.NAMED_ORG: "named organisation",
        SourceKind.DOCUMENT_OR_DATA: "document or data",
        SourceKind.ANONYMOUS: "not named",
        SourceKind.COLLECTIVE: "group, nobody named",
    }[kind]


def listing(words: list[str] | tuple[str, ...]) -> str:
    """Join as prose does: `a`, `a and b`, `a, b and c`."""
    if len(words) < 2:
        return "".join(words)
    return f"{', '.join(words[:-1])} and {words[-1]}"
