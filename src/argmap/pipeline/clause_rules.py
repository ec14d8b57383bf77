"""The attributions of one sentence: cues with their sources first, then what each of them reports.

Words outside quotations are one level, each quotation another: a cue inside a quotation has its
source and its content there too.
"""

from __future__ import annotations

from . import noun_phrase
from .claim_contents import contents_of
from .claims import Claim, claims_of
from .content_cuts import cuts_of, phrase_cuts
from .noun_rules import noun_attributions
from .passage import Passage, Sentence
from .reported import Reported, Stretch
from .reporting import puts_forward
from .stretches import overlap
from .word_classes import DASHES, RELATIVES

_DOUBTS = frozenset({"doubt", "fear", "worry", "illustrate", "show"})


def attributions_of(passage: Passage, number: int) -> list[Reported]:
    """The attributions whose cues stand in one sentence, in the order of their cues."""
    sentence = passage.sentences[number]
    claims = claims_of(passage, sentence)
    cuts = cuts_of(passage, claims) + phrase_cuts(passage, sentence)
    found = []
    for claim in claims:
        reported = _reported(passage, sentence, number, claim, cuts)
        if reported is not None:
            found.append(reported)
    nouns = noun_attributions(passage, number, found)
    cues = {item.cue for item in nouns if item.cue and item.cue[1] - item.cue[0] > 1}
    found = [item for item in found if not item.cue or not any(overlap(item.cue, c) for c in cues)]
    return found + nouns


def _reported(
    passage: Passage,
    sentence: Sentence,
    number: int,
    claim: Claim,
    cuts: list[tuple[int, int]],
) -> Reported | None:
    cue = claim.cue
    content, after_kind = contents_of(passage, claim, cuts)
    if not content:
        return None
    if any(overlap(stretch, (cue.first, cue.last)) for stretch in content):
        return None
    reporter = cue.reporter
    asserted = after_kind in {"that", "quote", "before", "clause"} or puts_forward(reporter)
    if after_kind == "wh":
        asserted = reporter.kind == "speech" or cue.form == "adjective" or reporter.lemma in _DOUBTS
    if claim.first > claim.low and passage.lower[claim.first - 1] in {"what", "which"}:
        asserted = False
    if cue.form == "passive" and after_kind not in {"quote", "before"}:
        asserted = asserted and claim.source is not None and "that" in after_kind
    confidence = 0.85 if after_kind in {"that", "wh", "quote", "before"} else 0.6
    if cue.form == "passive" and claim.source is not None:
        confidence = 0.85  # "was accused by …" names who does it
    if not claim.own_subject:
        confidence -= 0.15
    if not cue.certain:
        confidence -= 0.1
    return Reported(
        sentence=number,
        source=claim.source,
        cue=(cue.first, cue.last),
        content=content,
        stance=reporter.stance,
        asserted=asserted,
        level=-1 if claim.from_outside else claim.level,
        antecedent=_antecedent(passage, claim),
        confidence=confidence,
        reason=f"{reporter.lemma}: {after_kind}",
    )


def _antecedent(passage: Passage, claim: Claim) -> Stretch | None:
    """The phrase right before a relative pronoun that is a claim's source."""
    if claim.source is None or passage.lower[claim.source[0]] not in RELATIVES:
        return None
    end = claim.source[0]
    if end > claim.low and passage.text[end - 1] in {","} | DASHES:
        end -= 1
    return noun_phrase.before(passage, claim.low, end)
