"""A small story of three outlets, invented and labelled by hand."""

from __future__ import annotations

from typing import Any

from argmap.model.comparison import Comparison
from argmap.model.document import AnnotatedDocument, Provenance

from .maker import Maker, Seg

BY_HAND = {
    "labels": {
        "s2.certainty": {"status": "edited", "by": "ana", "was": "certain", "note": "“may”"},
        "s7": {"status": "confirmed", "by": "ben", "was": None},
        "x3.label": {"status": "auto"},
        "x2.label": {"status": "disputed", "was": {"ana": "hedge", "ben": None}},
        "p1.name": {"status": "edited", "was": "council"},
    }
}
"""What people said of labels of the report."""


def report() -> AnnotatedDocument:
    """A hedged news report with named sources."""
    maker = Maker(
        {
            "id": "ledger",
            "title": "Town council may sell the tide mill",
            "outlet": "Lowmarsh Ledger",
            "author": "Ines Quill",
            "published": "2024-05-02",
            "url": "https://ledger.example/tide-mill",
            "genre": "report",
        },
        {
            "the council": "named_org",
            "Odile Marsh": "named_person",
            "two clerks": "anonymous",
            "the brewer": "named_person",
        },
    )
    found = maker.document(
        [
            "Town council may sell the tide mill",
            [
                Seg(
                    "The town may sell its tide mill to a brewer for about 400,000 crowns,",
                    role="claim",
                    kind="prediction",
                    source="the council",
                    certainty="possible",
                    frames=("economic",),
                    spans=(("hedge", "hedge", "may"), ("hedge", "hedge", "about")),
                ),
                Seg("the council said on Thursday."),
            ],
            [
                Seg(
                    "“It is a quiet sale of our river,” says Odile Marsh, the keeper.",
                    role="claim",
                    kind="value",
                    source="Odile Marsh",
                    cue="says",
                    quote="direct",
                    tone=(("quiet", -0.1),),
                    spans=(("framing", "label/reports", "quiet sale of our river"),),
                ),
                Seg(
                    "Two clerks say that the brewer believes the roof will hold.",
                    role="evidence",
                    kind="testimony",
                    source="the brewer",
                    parent="two clerks",
                    cue="believes",
                    certainty="probable",
                ),
            ],
            "What the mill is worth",
            [
                Seg(
                    "The mill has not ground since 1987.",
                    role="background",
                    negative=True,
                ),
                Seg(
                    "Repairs would cost 90,000 crowns, a survey of 2021 found.",
                    role="evidence",
                    kind="statistic",
                    certainty="probable",
                    tone=(("good", 0.7),),
                ),
            ],
        ],
        [("s5", "supports", "s4"), ("s8", "attacks", "s2")],
    )
    return found.model_copy(
        update={"provenance": Provenance.model_validate(found.provenance.model_dump() | BY_HAND)}
    )


def opinion() -> AnnotatedDocument:
    """An op-ed with a frame of its own."""
    maker = Maker(
        {
            "id": "lantern",
            "title": "Hands off the mill",
            "outlet": "The Marsh Lantern",
            "author": "T. Reed",
            "genre": "opinion",
        },
        {"the council": "named_org"},
    )
    return maker.document(
        [
            "Hands off the mill",
            [
                Seg(
                    "This is a quiet sale of our river, and a shameful one.",
                    role="claim",
                    kind="value",
                    tone=(("quiet", -0.1), ("shameful", -0.8)),
                    spans=(
                        ("framing", "label", "quiet sale of our river"),
                        ("loaded", "loaded_word", "river, and a shameful"),
                    ),
                ),
                Seg(
                    "A mill is not a purse; it is a heart.",
                    role="framing",
                    spans=(("framing", "antithesis", "not a purse; it is a heart"),),
                ),
            ],
            [
                Seg(
                    "The council will sell the mill for 300,000 crowns.",
                    role="claim",
                    kind="prediction",
                    spans=(("booster", "booster", "will"),),
                ),
                Seg(
                    "It must stop.",
                    role="claim",
                    kind="policy",
                    spans=(("framing", "absolute", "must"),),
                ),
                Seg(
                    "The council calls the mill “idle”.",
                    role="report",
                    voice="mixed",
                    source="the council",
                    cue="calls",
                ),
            ],
        ],
        [("s3", "supports", "s2"), ("s4", "supports", "s5")],
    )


def summary() -> AnnotatedDocument:
    """A summary that drops the attribution, with a call to comment."""
    maker = Maker(
        {"id": "digest", "title": "Mill sold", "outlet": "Digest of Lowmarsh", "genre": "summary"},
        {},
    )
    return maker.document(
        [
            [
                Seg(
                    "The town sells its tide mill to a brewer for 400,000 crowns.",
                    role="claim",
                    kind="fact",
                ),
                Seg("The mill has not ground since 1987.", role="background", negative=True),
            ],
            [Seg("What do you think? Tell us below.", role="boilerplate")],
        ],
        [],
    )


def comparison() -> Comparison:
    """What stands where in the three."""
    return Comparison.model_validate(
        {
            "articles": (
                _article("ledger", "Lowmarsh Ledger", words=57, attributed=0.6, hedged=0.55),
                _article("lantern", "The Marsh Lantern", words=45, attributed=0.0, hedged=0.0),
                _article("digest", "Digest of Lowmarsh", words=19, attributed=0.0, hedged=0.0),
            ),
            "groups": (
                {
                    "id": "g1",
                    "members": ({"article": "ledger", "segments": ("s8",)},),
                    "not_found": ("lantern", "digest"),
                },
                {
                    "id": "g2",
                    "members": (
                        {"article": "ledger", "segments": ("s7",)},
                        {"article": "digest", "segments": ("s2",)},
                    ),
                    "absent": ("lantern",),
                    "changes": ({"from": "ledger", "to": "digest", "kind": "same"},),
                },
                {
                    "id": "g3",
                    "members": (
                        {"article": "ledger", "segments": ("s2",)},
                        {"article": "lantern", "segments": ("s4",)},
                        {"article": "digest", "segments": ("s1",)},
                    ),
                    "changes": (
                        {
                            "from": "ledger",
                            "to": "digest",
                            "kind": "stronger",
                            "dimension": "certainty",
                            "detail": {"from": "possible", "to": "certain"},
                        },
                        {
                            "from": "ledger",
                            "to": "digest",
                            "kind": "stronger",
                            "dimension": "attribution",
                            "detail": {"dropped": "the council"},
                        },
                        {
                            "from": "ledger",
                            "to": "lantern",
                            "kind": "contradicts",
                            "dimension": "number",
                            "detail": {"from": "400,000", "to": "300,000"},
                        },
                    ),
                },
            ),
            "frames": (
                {
                    "phrase": "quiet sale of our river",
                    "device": "label",
                    "uses": (
                        {
                            "article": "ledger",
                            "span": "x3",
                            "owner": "Odile Marsh",
                            "voice": "attributed",
                            "stance_to_frame": "reports",
                        },
                        {
                            "article": "lantern",
                            "span": "x1",
                            "owner": None,
                            "voice": "author",
                            "stance_to_frame": "uses",
                        },
                    ),
                    "not_found": ("digest",),
                },
                {
                    "phrase": "not a purse; it is a heart",
                    "device": "antithesis",
                    "uses": (
                        {
                            "article": "lantern",
                            "span": "x3",
                            "owner": None,
                            "voice": "author",
                            "stance_to_frame": "uses",
                        },
                    ),
                    "not_found": ("ledger", "digest"),
                },
            ),
            "sources": (
                {
                    "name": "the council",
                    "kind": "named_org",
                    "articles": {
                        "ledger": {"source": "p1", "words": 14},
                        "lantern": {"source": "p1", "words": 1},
                    },
                },
                {
                    "name": "two clerks",
                    "kind": "anonymous",
                    "articles": {"ledger": {"source": "p3", "words": 11}},
                },
                {
                    "name": "Odile Marsh",
                    "kind": "named_person",
                    "articles": {"ledger": {"source": "p2", "words": 12}},
                },
            ),
            "derivations": (
                {
                    "from": "ledger",
                    "to": "digest",
                    "confidence": 0.9,
                    "reason": "it tells the same claims in the same order",
                    "kept": ("g2", "g3"),
                    "dropped": ("g1",),
                    "hardened": ("g3",),
                },
            ),
            "questions": (
                {
                    "article": "ledger",
                    "check": "claim_without_support",
                    "message": "s2, claimed in the author's own voice, has no linked support.",
                    "segments": ("s2", "s4"),
                },
            ),
            "provenance": {"tool": "argmap test", "similarity": "a model 1.0"},
        }
    )


def _article(
    identifier: str, outlet: str, *, words: int, attributed: float, hedged: float
) -> dict[str, Any]:
    return {
        "id": identifier,
        "outlet": outlet,
        "annotation": f"../annotations/{identifier}.json",
        "glance": {
            "words": words,
            "segments": 4,
            "roles": {"claim": 0.5, "evidence": 0.3, "report": 0.2},
            "voices": {"author": 1 - attributed, "attributed": attributed},
            "hedged": hedged,
            "loaded_per_thousand": 12.34 if identifier == "lantern" else 0.0,
            "loaded_words": ("shameful",) if identifier == "lantern" else (),
            "anonymous": 0.25,
            "tone": {"author": -0.45 if identifier == "lantern" else None, "attributed": None},
            "tone_words": {"author": (("shameful", -0.8),) if identifier == "lantern" else ()},
        },
    }


def documents() -> list[AnnotatedDocument]:
    """The three, in the order of the comparison."""
    return [report(), opinion(), summary()]
