"""The attributions of rules and those of the discourse model, made into one list.

The model finds more, and its edges are better; the rules know whether a content is asserted, what a
"who" stands for, and why. Where both find one, the edges are the model's and the rest is the
rule's. What one of them finds alone counts if it is sure enough.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from argmap.model.labels import Quotation, Stance

from .content import has_finite_verb
from .layers import AttributionDraft, Offsets
from .learned_attribution import LearnedAttribution
from .passage import Passage
from .reporting import ADJECTIVES, FORMS, NOUNS, Reporter, puts_forward
from .stretches import Stretches, numbered, overlap
from .voices import words_in
from .word_classes import AUXILIARIES, PREPOSITIONS, PUNCTUATION, is_adverb

# How sure the model must be of what no rule finds: of a clause or quotation, of a mere noun phrase,
# and of one behind a word that is no reporting word. Chosen on the development part of PolNeAR.
_LEARNED_ALONE, _NOUN_PHRASE, _UNKNOWN_CUE = 0.1, 0.4, 0.5
_RULED_ALONE, _NESTED = 0.85, 0.8  # and a rule of what the model passes over, or leaves out inside
_SURE_OF_SOURCE = 0.4
_LEADING_ON = frozenset({",", ";", ":"})
_JOINING = frozenset({"and", "but", "or", "nor"})
_LEADING_ON_FROM_SOURCE = PREPOSITIONS | _JOINING | {":", ";"}
_ATTITUDES = frozenset({"will", "demand", "attitude", "naming", "mention"})


def merged(
    passage: Passage,
    ruled: Sequence[AttributionDraft],
    learned: Sequence[LearnedAttribution],
) -> list[AttributionDraft]:
    """All attributions, in the order of their first words."""
    found: list[AttributionDraft] = []
    met: set[int] = set()
    blocks = numbered(passage.blocks)
    places = Stretches(
        (*stretch, number)
        for number, draft in enumerate(ruled)
        for stretch in _cue_and_content(draft)
    )
    for one in (_in_blocks(passage, blocks, one) for one in learned):
        number = _partner(one, ruled, _touching(places, (one.cue, *one.content)) - met)
        if number is not None:
            met.add(number)
            found.append(_joined(passage, one, ruled[number]))
        elif one.confidence >= _floor(passage, one) and _may_stand(passage, one):
            found.append(_alone(passage, one))
    contents = numbered(stretch for draft in found for stretch in draft.content)
    cues = numbered(draft.cue for draft in found if draft.cue)
    for number, draft in enumerate(ruled):
        if number in met:
            continue
        if _is_nested(draft, contents) or _is_overlooked(draft, contents, cues):
            found.append(draft)
    return sorted(found, key=lambda draft: (min(draft.content), draft.cue or (0, 0)))


def quotation(passage: Passage, content: Sequence[Offsets], level: int = -1) -> Quotation:
    """Direct where the content stands in marks, indirect where none of it does.

    `level` is the quotation in which the whole attribution stands, -1 for none.
    """
    words = [
        number
        for stretch in content
        for number in words_in(passage, stretch)
        if passage.text[number] not in PUNCTUATION
    ]
    quoted = sum(passage.quote_at[number] not in (-1, level) for number in words)
    if not quoted:
        return Quotation.INDIRECT
    return Quotation.DIRECT if quoted == len(words) else Quotation.MIXED


def _partner(
    one: LearnedAttribution, ruled: Sequence[AttributionDraft], near: set[int]
) -> int | None:
    """The rule's attribution with the same cue, or, without one, the same content."""
    best: tuple[int, int] | None = None
    for number in sorted(near):
        draft = ruled[number]
        if draft.cue is not None and overlap(draft.cue, one.cue):
            return number
        shared = _shared_content(one, draft)
        if draft.cue is None and shared and (best is None or shared > best[0]):
            best = shared, number
    return best[1] if best else None


def _is_nested(draft: AttributionDraft, contents: Stretches) -> bool:
    """Whether a rule's attribution stands inside what another one says, and is sure.

    The model was trained on labels that leave these out.
    """
    sure = draft.confidence >= _NESTED or draft.quote is not Quotation.INDIRECT
    return sure and draft.cue is not None and bool(contents.covering(*draft.cue))


def _is_overlooked(draft: AttributionDraft, contents: Stretches, cues: Stretches) -> bool:
    """Whether a rule's attribution stands apart from all others, and is sure or in marks."""
    sure = draft.confidence >= _RULED_ALONE or draft.cue is None
    return (
        sure
        and not any(contents.touching(*stretch) for stretch in draft.content)
        and not any(cues.touching(*stretch) for stretch in _cue_and_content(draft))
    )


def _without_comma(passage: Passage, words: range) -> int:
    """The word after the last one of a content, without the comma or "but" that only leads on."""
    last = words[-1]
    while (
        last > words[0]
        and (passage.text[last] in _LEADING_ON or passage.lower[last] in _JOINING)
        and passage.quote_at[last] < 0
    ):
        last -= 1
    return last + 1


def _cue_and_content(draft: AttributionDraft) -> list[Offsets]:
    return [*draft.content, *([draft.cue] if draft.cue else [])]


def _in_blocks(passage: Passage, blocks: Stretches, one: LearnedAttribution) -> LearnedAttribution:
    """An attribution whose content keeps to the paragraph of its cue, but for quotations.

    Only what stands in marks runs on into another paragraph without a new cue.
    """
    home = {number for _, _, number in blocks.touching(*one.cue)}
    kept: list[Offsets] = []
    for start, end in one.content:
        for first, last, number in blocks.touching(start, end):
            words = words_in(passage, (max(start, first), min(end, last)))
            if words and (number in home or passage.quote_at[words[0]] >= 0):
                kept.append(passage.offsets(words[0], _without_comma(passage, words)))
    source = _source_in_block(passage, blocks, one)
    cue = words_in(passage, one.cue)
    denies = len(cue) > 1 and passage.lower[cue[-1]] == "not"
    if kept and denies and passage.lower[cue[-2]] not in AUXILIARIES:
        following = words_in(passage, kept[0])
        if following and following[0] == cue[-1] + 1:  # asked | not to be named
            kept[0] = passage.offsets(cue[-1], following[-1] + 1)
            one = replace(one, cue=passage.offsets(cue[0], cue[-1]))
    return replace(one, source=source, content=tuple(kept or one.content))


def _source_in_block(
    passage: Passage, blocks: Stretches, one: LearnedAttribution
) -> Offsets | None:
    """The part of a source in the paragraph that it ends in, without what leads on at its end."""
    if one.source is None:
        return None
    start, end = one.source
    last = max((first for first, _, _ in blocks.touching(start, end)), default=start)
    words = words_in(passage, (max(start, last), end))
    while len(words) > 1 and passage.lower[words[-1]] in _LEADING_ON_FROM_SOURCE:
        words = words[:-1]
    return passage.offsets(words[0], words[-1] + 1) if words else one.source


def _touching(places: Stretches, content: Sequence[Offsets]) -> set[int]:
    return {number for stretch in content for _, _, number in places.touching(*stretch)}


def _joined(passage: Passage, one: LearnedAttribution, draft: AttributionDraft) -> AttributionDraft:
    if draft.confidence >= one.confidence and not _shared_content(one, draft):
        return replace(draft, learned=True)
    if draft.quote is Quotation.DIRECT or _is_turn(passage, draft):
        content = sorted(draft.content)  # the marks, or the paragraph, show where it ends
    else:
        content = sorted({*one.content, *_beyond(passage, draft.content, one)})
    level = _level(passage, one.cue) if draft.in_quote else -1
    return replace(
        draft,
        content=content,
        source=_source(one, draft),
        cue=one.cue,
        quote=quotation(passage, content, level),
        learned=True,
        confidence=round(max(one.confidence, draft.confidence), 2),
    )


def _is_turn(passage: Passage, draft: AttributionDraft) -> bool:
    """Whether a colon alone is the cue, as in a transcript."""
    words = words_in(passage, draft.cue) if draft.cue else range(0)
    return len(words) == 1 and passage.text[words[0]] == ":"


def _alone(passage: Passage, one: LearnedAttribution) -> AttributionDraft:
    content = sorted(one.content)
    level = _level(passage, one.cue)
    quote = quotation(passage, content, level)
    reporter = _reporter(passage, one.cue)
    words = " ".join(passage.text[number] for number in words_in(passage, one.cue))
    return AttributionDraft(
        content=content,
        source=one.source,
        cue=one.cue,
        quote=quote,
        stance=reporter.stance if reporter else Stance.NEUTRAL,
        asserted=_is_asserted(passage, one, quote, reporter),
        in_quote=level >= 0,
        learned=True,
        confidence=round(one.confidence, 2),
        reason=f"reads like an attribution: {words}",
    )


def _floor(passage: Passage, one: LearnedAttribution) -> float:
    """How sure the model must be: "sent a bill" is told of an act more often than of words."""
    words = [number for stretch in one.content for number in words_in(passage, stretch)]
    proposes = any(
        passage.tree.classes[number] in {"VERB", "AUX"} or passage.quote_at[number] >= 0
        for number in words
    )
    if proposes:
        return _LEARNED_ALONE
    return _NOUN_PHRASE if _reporter(passage, one.cue) is not None else _UNKNOWN_CUE


def _may_stand(passage: Passage, one: LearnedAttribution) -> bool:
    """Whether what the model alone found reads like an attribution.

    A cue says something, so that "may", "are reportedly" or "is not about" is none; and a source is
    no adverbial such as "in front of the crowd", with which the model is seldom right.
    """
    cue = [passage.lower[number] for number in words_in(passage, one.cue)]
    bare = AUXILIARIES | PREPOSITIONS | {"not", "n't"}
    says_nothing = not AUXILIARIES.isdisjoint(cue) and all(
        word in bare or is_adverb(word) for word in cue
    )
    if says_nothing or _is_hedge(passage, one):
        return False
    source = words_in(passage, one.source) if one.source is not None else ()
    return not source or passage.lower[source[0]] not in PREPOSITIONS


def _is_hedge(passage: Passage, one: LearnedAttribution) -> bool:
    """An adverb without a source ("reportedly"): the author's own hedge, and counted as one."""
    words = words_in(passage, one.cue)
    return one.source is None and len(words) == 1 and is_adverb(passage.lower[words[0]])


def _is_asserted(
    passage: Passage, one: LearnedAttribution, quote: Quotation, reporter: Reporter | None
) -> bool:
    """Whether somebody puts a content forward as so: in marks, or with a verb of its own.

    What nobody is said to say ("it is not clear whether …") is the author's.
    """
    if quote is not Quotation.INDIRECT:
        return reporter is None or reporter.kind != "naming"
    words = words_in(passage, min(one.content))
    if reporter is not None and one.source is not None and puts_forward(reporter):
        return True
    if one.source is None or not words or passage.lower[words[0]] == "to":
        return False
    if reporter is not None and reporter.kind in _ATTITUDES and passage.lower[words[0]] != "that":
        return False
    return has_finite_verb(passage, words[0], words[-1] + 1)


def _reporter(passage: Passage, cue: Offsets) -> Reporter | None:
    """The reporting word of a cue, the last one where it has several."""
    for number in reversed(words_in(passage, cue)):
        word = passage.lower[number]
        if word in FORMS:
            return FORMS[word][-1].reporter
        known = NOUNS.get(word) or ADJECTIVES.get(word)
        if known is not None:
            return known
    return None


def _level(passage: Passage, cue: Offsets) -> int:
    """The quotation in which a cue stands, -1 for none."""
    words = words_in(passage, cue)
    return passage.quote_at[words[0]] if words else -1


def _beyond(passage: Passage, ruled: Sequence[Offsets], one: LearnedAttribution) -> list[Offsets]:
    """The rule's stretches outside the model's: quotations that run on, the rest of a sentence."""
    sentence = _sentence(passage, one.cue)
    found = []
    for stretch in ruled:
        words = words_in(passage, stretch)
        near = words and (words[0] in sentence or passage.quote_at[words[0]] >= 0)
        if near and not any(overlap(stretch, other) for other in one.content):
            found.append(stretch)
    return found


def _sentence(passage: Passage, stretch: Offsets) -> range:
    words = words_in(passage, stretch)
    if not words:
        return range(0)
    sentence = passage.sentence_of(words[0])
    return range(sentence.first, sentence.last)


def _shared_content(one: LearnedAttribution, draft: AttributionDraft) -> int:
    """How many characters two contents have in common."""
    return sum(
        max(0, min(a[1], b[1]) - max(a[0], b[0])) for a in draft.content for b in one.content
    )


def _source(one: LearnedAttribution, draft: AttributionDraft) -> Offsets | None:
    """The model's source; where it is unsure, the rule's if that holds it and goes on."""
    learned, ruled = one.source, draft.source
    if learned is None or ruled is None:
        return learned or ruled
    holds = ruled[0] <= learned[0] and learned[1] <= ruled[1]
    return ruled if holds and one.confidence < _SURE_OF_SOURCE else learned
