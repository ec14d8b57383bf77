"""The attributions of one sentence: cues with their sources first, then what each of them reports.

Words outside quotations are one level, each quotation another: a cue inside a quotation has its
source and its content there too.
"""

from __future__ import annotations

from dataclasses import dataclass

from . import noun_phrase
from .content import (
    after_adjuncts,
    begins_clause,
    has_finite_verb,
    stretch_after,
    stretch_before,
)
from .cues import Cue, verb_cues
from .mentions import SPEAKING_NOUNS
from .noun_rules import noun_attributions
from .passage import Passage, Sentence, closes_quote, opens_quote
from .reported import Reported, Stretch
from .reporting import NEEDS_CLAUSE
from .word_classes import (
    AUXILIARIES,
    CONJUNCTIONS,
    DASHES,
    DAYS,
    PREPOSITIONS,
    PUNCTUATION,
    QUOTE_MARKS,
    RELATIVES,
    STOPS,
    WH,
    is_adverb,
)

_CONTRASTS = frozenset({"but", "and", "while", "whereas", "although", "though", "yet", "or"})
_NOT_CONTENT = frozenset(
    {
        "after",
        "before",
        "as",
        "in",
        "on",
        "at",
        "during",
        "when",
        "while",
        "about",
        "of",
        "to",
        "with",
        "from",
        "for",
        "since",
        "because",
        "by",
        "amid",
        "and",
        "but",
        "who",
        "which",
        "whose",
        "if",
        "following",
        "through",
        "where",
        "despite",
        "against",
        "without",
    }
)
_CONDITIONS = frozenset(
    {
        "when",
        "if",
        "while",
        "after",
        "before",
        "as",
        "since",
        "although",
        "though",
        "because",
        "once",
    }
)
_DOUBTS = frozenset({"doubt", "fear", "worry", "illustrate", "show"})
_EMPTY_SUBJECTS = frozenset({"it", "there", "what", "this", "that", "which"})
_CAUSES = frozenset({"show", "suggest", "indicate", "prove", "demonstrate", "reveal", "mean"})


@dataclass(slots=True)
class _Claim:
    """A cue with its source, before its content is known."""

    cue: Cue
    level: int
    low: int
    high: int
    source: Stretch | None = None
    inverted: bool = False
    own_subject: bool = False
    from_outside: bool = False  # cue and content in a quotation, the source before it

    @property
    def first(self) -> int:
        """The first word of source and cue; a shared source lies elsewhere."""
        if self.source and self.own_subject:
            return min(self.source[0], self.cue.first)
        return self.cue.first

    @property
    def last(self) -> int:
        if self.source and self.inverted:
            return max(self.source[1], self.cue.last)
        return self.cue.last


def attributions_of(passage: Passage, number: int) -> list[Reported]:
    """The attributions whose cues stand in one sentence, in the order of their cues."""
    sentence = passage.sentences[number]
    claims = _claims(passage, sentence)
    cuts = _cuts(passage, claims) + _phrase_cuts(passage, sentence)
    found = []
    for claim in claims:
        reported = _reported(passage, sentence, number, claim, cuts)
        if reported is not None:
            found.append(reported)
    nouns = noun_attributions(passage, number, found)
    cues = {item.cue for item in nouns if item.cue and item.cue[1] - item.cue[0] > 1}
    found = [item for item in found if not item.cue or not any(_overlap(item.cue, c) for c in cues)]
    return found + nouns


def _claims(passage: Passage, sentence: Sentence) -> list[_Claim]:
    found: list[_Claim] = []
    for level, first, last in _runs(passage, sentence):
        low, high = (sentence.lead, sentence.last) if level < 0 else (first, last)
        for cue in verb_cues(passage, first, last):
            claim = _Claim(cue, level, low, high)
            if _find_source(passage, claim, found, first):
                found.append(claim)
    return sorted(found, key=lambda claim: claim.cue.first)


def _runs(passage: Passage, sentence: Sentence) -> list[tuple[int, int, int]]:
    """Stretches of words at one level: the quotation they are in, first word, end."""
    found: list[tuple[int, int, int]] = []
    first = sentence.first
    for number in range(sentence.first + 1, sentence.last + 1):
        if number == sentence.last or passage.quote_at[number] != passage.quote_at[first]:
            found.append((passage.quote_at[first], first, number))
            first = number
    return found


def _find_source(passage: Passage, claim: _Claim, before: list[_Claim], run: int) -> bool:
    """Set the source of a claim; false where the cue turns out to be none."""
    cue, level = claim.cue, claim.level
    same = [other for other in before if other.level == level]
    if cue.reporter.takes <= {"quote"} and not _beside_quote(passage, claim):
        return False
    if cue.form == "passive":
        return _find_agent(passage, claim)
    if cue.form == "ing":
        return _find_source_of_participle(passage, claim, same)
    previous = passage.text[cue.first - 1] if cue.first > claim.low else ""
    subject = None
    if level >= 0 and cue.first == run + 1 and opens_quote(passage, run):
        return _find_source_before_mark(passage, claim, run)
    if previous and not (previous in QUOTE_MARKS and closes_quote(passage, cue.first - 1)):
        subject = noun_phrase.before(passage, claim.low, cue.first)
    if (
        cue.plural
        and cue.first > claim.low + 3
        and (subject is None or not noun_phrase.is_plural(passage, subject[1] - 1))
    ):
        subject = (
            noun_phrase.with_relative_clause(passage, claim.low, cue.first, plural=True) or subject
        )
    elif subject and _follows_who(passage, claim.low, subject[0]):
        subject = (
            noun_phrase.with_relative_clause(passage, claim.low, cue.first, plural=False) or subject
        )
    if subject and level >= 0 and subject[0] < run:
        subject = None
    if subject and _crosses_quote(passage, subject):
        subject = None
    if subject:
        word = passage.lower[subject[0]]
        if subject[1] - subject[0] == 1 and word in _EMPTY_SUBJECTS - {"which", "it"}:
            return False
        if word == "you" and level < 0:
            return False
        if word == "it" and subject[1] - subject[0] == 1 and cue.reporter.lemma in {"take", "seem"}:
            return False
        claim.source, claim.own_subject = subject, True
        return True
    if _may_invert(passage, claim):
        inverted = noun_phrase.after(passage, cue.last, claim.high)
        if (
            inverted
            and not _crosses_quote(passage, inverted)
            and (
                (cue.first > claim.low and passage.quote_at[cue.first - 1] >= 0)
                or (cue.certain and _ends_clause(passage, inverted[1], claim.high))
            )
        ):
            claim.source, claim.inverted, claim.own_subject = inverted, True, True
            return True
    if previous.lower() in {"and", "or", "but", ",", "then"} and same and cue.certain:
        claim.source = same[-1].source
        return claim.source is not None and cue.first - same[-1].cue.last < 60
    return False


def _find_source_before_mark(passage: Passage, claim: _Claim, mark: int) -> bool:
    """The subject of a verb with which a partial quotation opens: `has "defined the order as`."""
    sentence = passage.sentence_of(mark)
    end = mark
    while end > sentence.lead and (
        passage.lower[end - 1] in AUXILIARIES or is_adverb(passage.lower[end - 1])
    ):
        end -= 1
    subject = noun_phrase.before(passage, sentence.lead, end)
    if subject is None or passage.quote_at[subject[0]] >= 0:
        return False
    claim.source, claim.from_outside = subject, True
    return True


def _follows_who(passage: Passage, low: int, number: int) -> bool:
    """Whether "who" and its verb stand right before a phrase, which is then no subject."""
    for place in range(number, max(low, number - 5), -1):
        if passage.lower[place] == "who" and place < number:
            return True
        if place < number and passage.text[place] in PUNCTUATION:
            return False
    return False


def _beside_quote(passage: Passage, claim: _Claim) -> bool:
    """Whether a quotation of the sentence, or a colon, stands near a cue on its own level."""
    cue = claim.cue
    if claim.level >= 0:
        return False
    near = range(max(claim.low, cue.first - 8), min(claim.high, cue.last + 12))
    return any(passage.quote_at[n] >= 0 or passage.text[n] == ":" for n in near)


def _crosses_quote(passage: Passage, phrase: Stretch) -> bool:
    """Whether a phrase begins in a quotation and ends out of it, or the other way round."""
    return passage.quote_at[phrase[0]] != passage.quote_at[phrase[1] - 1] and not (
        opens_quote(passage, phrase[0]) or closes_quote(passage, phrase[1] - 1)
    )


def _may_invert(passage: Passage, claim: _Claim) -> bool:
    """Whether a cue may have its subject behind it: it follows a quotation or a comma."""
    cue = claim.cue
    if not cue.reporter.takes & {"quote", "that"} or cue.last - cue.first > 2:
        return False
    if cue.first == claim.low:
        return passage.is_name(cue.last) if cue.last < claim.high else False
    previous = cue.first - 1
    if claim.level < 0 and passage.quote_at[previous] >= 0:
        return True
    return passage.text[previous] == "," or passage.text[previous] in DASHES


def _ends_clause(passage: Passage, number: int, high: int) -> bool:
    """Whether nothing but a mark, a day or an occasion follows a subject behind its verb."""
    if number >= high or passage.text[number] in STOPS | DASHES | {",", ";", ":", ")"}:
        return True
    return passage.lower[number] in DAYS | {"in", "on", "during", "at", "of"}


def _find_agent(passage: Passage, claim: _Claim) -> bool:
    cue = claim.cue
    if cue.agentless:
        return True
    for number in range(cue.last, min(cue.last + 6, claim.high)):
        if passage.lower[number] == "by":
            claim.source = noun_phrase.after(passage, number + 1, claim.high)
            if claim.source is None or passage.lower[claim.source[0]].endswith("ing"):
                return False
            claim.inverted = True
            return passage.quote_at[claim.source[0]] == claim.level
    return False


def _find_source_of_participle(passage: Passage, claim: _Claim, same: list[_Claim]) -> bool:
    cue = claim.cue
    if not cue.certain and not _has_content_after(passage, claim):
        return False
    previous = passage.text[cue.first - 1] if cue.first > claim.low else ""
    lower = previous.lower()
    if (
        previous
        and previous != ","
        and lower not in PREPOSITIONS | CONJUNCTIONS
        and lower not in {"while", "when", "before", "after", "not", "then", "even"}
        and previous not in QUOTE_MARKS
        and previous not in DASHES
    ):
        subject = noun_phrase.before(passage, claim.low, cue.first)
        if subject is None:
            return False
        if passage.is_name(cue.first - 1) or lower in SPEAKING_NOUNS:
            claim.source, claim.own_subject = subject, True
            return True
    for other in reversed(same):
        if other.source and other.cue.form != "passive":
            claim.source = other.source
            return True
    first = claim.low
    while first < claim.high and passage.lower[first] in PREPOSITIONS | CONJUNCTIONS:
        comma = next(
            (n for n in range(first, min(cue.first, first + 25)) if passage.text[n] == ","), None
        )
        if comma is None:
            break
        first = comma + 1
    if first < cue.first:
        claim.source = noun_phrase.after(passage, first, cue.first)
    elif first == cue.first or previous == "":
        comma = next(
            (
                n
                for n in range(cue.last, claim.high)
                if passage.text[n] == "," and passage.quote_at[n] == claim.level
            ),
            None,
        )
        if comma is not None:
            claim.source = noun_phrase.after(passage, comma + 1, claim.high)
    return claim.source is not None and _has_content_after(passage, claim)


def _has_content_after(passage: Passage, claim: _Claim) -> bool:
    last = claim.cue.last
    return (
        last < claim.high
        and passage.text[last] not in STOPS
        and passage.text[last] not in {")", ";"}
    )


def _cuts(passage: Passage, claims: list[_Claim]) -> list[tuple[int, int]]:
    """Where the content of an earlier cue must end at the latest: level and word."""
    found = []
    for claim in claims:
        first = claim.first
        if claim.inverted or first <= claim.low:
            continue
        previous = passage.lower[first - 1]
        start = first
        if not claim.own_subject or claim.cue.form == "ing":
            if claim.cue.form == "passive":
                continue
            while start > claim.low and (
                passage.lower[start - 1] in CONJUNCTIONS | {","}
                or passage.lower[start - 1] in {"then", "also"}
            ):
                start -= 1
            if start < first:
                found.append((claim.level, start))
        elif previous == ";":
            found.append((claim.level, first - 1))
        elif previous in _CONTRASTS:
            start = first - 1
            comma = start > claim.low and passage.text[start - 1] in {",", ";"} | DASHES
            if comma or previous in {"while", "whereas", "although", "though", "but"}:
                found.append((claim.level, start - 1 if comma else start))
        elif _is_parenthesis(passage, claim):
            found.append((claim.level, first - (previous == ",")))
    return found


def _is_parenthesis(passage: Passage, claim: _Claim) -> bool:
    """Whether source and cue stand between commas, or at the end: ", analysts say."."""
    previous = claim.first - 1
    if passage.text[previous] != "," and not (claim.level < 0 and closes_quote(passage, previous)):
        return False
    position = after_adjuncts(passage, claim.last, claim.high, claim.cue)
    return position >= claim.high or passage.text[position] in STOPS | {","}


def _phrase_cuts(passage: Passage, sentence: Sentence) -> list[tuple[int, int]]:
    """Where ", according to" ends the content of the cues before it."""
    found = []
    for number in range(sentence.first + 1, sentence.last - 1):
        if passage.lower[number] == "according" and passage.lower[number + 1] == "to":
            comma = passage.text[number - 1] == ","
            found.append((passage.quote_at[number], number - comma))
    return found


def _reported(
    passage: Passage,
    sentence: Sentence,
    number: int,
    claim: _Claim,
    cuts: list[tuple[int, int]],
) -> Reported | None:
    cue = claim.cue
    content, after_kind = _contents(passage, claim, cuts)
    if not content:
        return None
    if any(_overlap(stretch, (cue.first, cue.last)) for stretch in content):
        return None
    reporter = cue.reporter
    asserted = (
        after_kind in {"that", "quote", "before", "clause"}
        and reporter.kind not in {"will", "demand"}
    ) or after_kind in {"quote", "before"}
    if after_kind == "wh":
        asserted = reporter.kind == "speech" or cue.form == "adjective" or reporter.lemma in _DOUBTS
    if claim.first > claim.low and passage.lower[claim.first - 1] in {"what", "which"}:
        asserted = False
    if cue.form == "passive" and after_kind not in {"quote", "before"}:
        asserted = asserted and claim.source is not None and "that" in after_kind
    confidence = 0.85 if after_kind in {"that", "wh", "quote", "before"} else 0.6
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


def _antecedent(passage: Passage, claim: _Claim) -> Stretch | None:
    """The phrase right before a relative pronoun that is a claim's source."""
    if claim.source is None or passage.lower[claim.source[0]] not in RELATIVES:
        return None
    end = claim.source[0]
    if end > claim.low and passage.text[end - 1] in {","} | DASHES:
        end -= 1
    return noun_phrase.before(passage, claim.low, end)


def _overlap(one: Stretch, other: Stretch) -> bool:
    return one[0] < other[1] and other[0] < one[1]


def _contents(
    passage: Passage, claim: _Claim, cuts: list[tuple[int, int]]
) -> tuple[list[Stretch], str]:
    """The stretches that a claim reports, and the pattern that found them."""
    cue, low = claim.cue, claim.low
    text, lower = passage.text, passage.lower
    high = _right_limit(passage, claim, cuts)
    if claim.level >= 0 and high > claim.last and closes_quote(passage, high - 1):
        high -= 1
    while (
        high > claim.last
        and passage.quote_at[high - 1] == claim.level
        and (text[high - 1] in STOPS or text[high - 1] == ",")
    ):
        high -= 1
    position = after_adjuncts(passage, claim.last, high, cue)
    before = _before(passage, claim, low)
    at_end = position >= high or text[position] in STOPS or text[position] in {")", ";"} | DASHES
    if at_end and position < high and text[position] in DASHES and not before:
        rest = stretch_after(passage, position + 1, high, phrase=False)
        return ([rest], "quote") if rest and opens_quote(passage, rest[0]) else ([], "")
    if at_end:
        if before:
            return [before], "before"
        return [], ""
    if text[position] == ",":
        return _after_comma(passage, claim, position, high, before)
    if before and (opens_quote(passage, position) or text[position] == ":"):
        start = position + (text[position] == ":")
        rest = stretch_after(passage, start, high, phrase=False)
        return [before, *([rest] if rest else [])], "before"
    that = _that_behind(passage, position, high)
    if before and that and not closes_quote(passage, before[1] - 1):
        rest = stretch_after(passage, that, high, phrase=False)
        return ([rest] if rest else []), "that"
    if before and (
        closes_quote(passage, before[1] - 1) or claim.inverted or lower[position] in _NOT_CONTENT
    ):
        return [before, *_later_quote(passage, claim, position, high)], "before"
    if claim.inverted and cue.form != "passive":
        start = position + (text[position] == ":")
        if start < high and (start > position or opens_quote(passage, start)):
            rest = stretch_after(passage, start, high, phrase=False)
            return ([rest] if rest else []), "quote"
        return [], ""
    return _after(passage, claim, position, high)


def _that_behind(passage: Passage, number: int, high: int) -> int | None:
    """A "that" behind a few words on the side, with no mark between."""
    for place in range(number, min(high, number + 8)):
        if passage.lower[place] == "that":
            return place
        if passage.text[place] in PUNCTUATION:
            return None
    return None


def _right_limit(passage: Passage, claim: _Claim, cuts: list[tuple[int, int]]) -> int:
    """Where a claim's content must end: at the next claim beside it, or with its clause."""
    limits = [cut for level, cut in cuts if level == claim.level and cut >= claim.last]
    source = claim.source
    if _is_subordinate(passage, claim):
        limits += _next_comma(passage, claim)
    if (
        source
        and claim.own_subject
        and passage.lower[source[0]] in RELATIVES
        and source[0] > claim.low
        and passage.text[source[0] - 1] == ","
    ):
        limits += _next_comma(passage, claim)
    return min(limits, default=claim.high)


def _is_subordinate(passage: Passage, claim: _Claim) -> bool:
    """Whether "when", "if" or "as" before the source opens the sentence or a part of it."""
    word = claim.first - 1
    if word < claim.low or passage.lower[word] not in _CONDITIONS:
        return False
    return word == claim.low or passage.lower[word - 1] in CONJUNCTIONS


def _next_comma(passage: Passage, claim: _Claim) -> list[int]:
    """The first comma on the claim's level behind its cue, if there is one."""
    return [
        number
        for number in range(claim.last + 1, claim.high)
        if passage.text[number] == "," and passage.quote_at[number] == claim.level
    ][:1]


def _before(passage: Passage, claim: _Claim, low: int) -> Stretch | None:
    """Content that ends just before source and cue: a quotation, or a clause with its comma."""
    if not claim.own_subject or claim.cue.form in {"ing", "passive", "adjective"}:
        return None
    if not claim.cue.reporter.takes & {"quote", "that"}:
        return None
    first = claim.first
    if first <= low:
        return None
    previous = first - 1
    if passage.lower[previous] == "as" and previous > low and passage.text[previous - 1] == ",":
        previous -= 1
    elif passage.lower[previous] in {"as", "so"} | RELATIVES:
        return None
    closed = claim.level < 0 and closes_quote(passage, previous)
    if not closed and "that" not in claim.cue.reporter.takes:
        return None
    if not closed and passage.text[previous] != "," and passage.text[previous] not in DASHES:
        return None
    if (
        not closed
        and passage.lower[low] in PREPOSITIONS | WH
        and not (has_finite_verb(passage, low, previous))
    ):
        return None
    stretch = stretch_before(passage, low, previous + 1)
    if stretch is None:
        return None
    if not closed and stretch[1] - stretch[0] < 2:
        return None
    if not closed and (
        passage.lower[stretch[0]]
        in {
            "when",
            "if",
            "while",
            "although",
            "though",
            "because",
            "since",
            "as",
            "after",
            "before",
            "despite",
            "once",
            "unless",
        }
        and not any(passage.text[n] == "," for n in range(stretch[0], stretch[1]))
    ):
        return None
    return stretch


def _after_comma(
    passage: Passage, claim: _Claim, comma: int, high: int, before: Stretch | None
) -> tuple[list[Stretch], str]:
    following = comma + 1
    if following < high and opens_quote(passage, following):
        rest = stretch_after(passage, following, high, phrase=False)
        return [*([before] if before else []), *([rest] if rest else [])], "quote"
    later = _later_quote(passage, claim, following, high)
    if before:
        if passage.quote_at[before[1] - 1] != claim.level:
            return [before, *later], "before"
        word = passage.lower[following] if following < high else ""
        if word in {"adding", "noting", "referring", "who", "which", "according"} or word.endswith(
            "ing"
        ):
            return [before], "before"
        if word in _CONTRASTS - {"and", "or"}:
            return [before], "before"
        rest = stretch_after(passage, following, high, phrase=False)
        return [before, *([rest] if rest else [])], "before"
    parenthesis = passage.text[claim.first - 1] == "," and following < high
    if parenthesis and passage.lower[following] in CONJUNCTIONS:
        return [], ""
    if parenthesis and claim.own_subject and not claim.inverted:
        rest = stretch_after(passage, following, high, phrase=False)
        return ([rest] if rest else []), "before"
    if later:
        return later, "quote"
    if (
        "that" in claim.cue.reporter.takes
        and following < high
        and passage.lower[following] in {"that"}
    ):
        rest = stretch_after(passage, following, high, phrase=False)
        return ([rest] if rest else []), "that"
    for number in range(following, min(following + 12, high)):
        if (
            passage.text[number] == ","
            and number + 1 < high
            and passage.lower[number + 1] in {"that", "whether"}
        ):
            rest = stretch_after(passage, number + 1, high, phrase=False)
            return ([rest] if rest else []), "that"
    return [], ""


def _later_quote(passage: Passage, claim: _Claim, first: int, high: int) -> list[Stretch]:
    """A whole quotation that follows behind a comma or colon, after words on the side."""
    if claim.level >= 0:
        return []
    for number in range(first, high):
        if opens_quote(passage, number) and passage.text[number - 1] in {",", ":"}:
            end = passage.quote_words[passage.quote_at[number]][1]
            if end - number > 3:
                return [(number, end)]
    return []


def _after(passage: Passage, claim: _Claim, position: int, high: int) -> tuple[list[Stretch], str]:
    cue = claim.cue
    takes = cue.reporter.takes
    word = passage.lower[position]
    if passage.text[position] == ":":
        rest = stretch_after(passage, position + 1, high, phrase=False)
        return ([rest] if rest else []), "quote"
    if opens_quote(passage, position):
        rest = stretch_after(passage, position, high, phrase="that" not in takes)
        return ([rest] if rest else []), "quote" if "quote" in takes else "np"
    if word in PREPOSITIONS and "that" in takes and (that := _that_behind(passage, position, high)):
        rest = stretch_after(passage, that, high, phrase=False)
        return ([rest] if rest else []), "that"
    if cue.form == "passive":
        rest = stretch_after(passage, position, high, phrase=False)
        return ([rest] if rest else []), "that" if word == "that" else "passive"
    if word == "that" or (word in WH and "wh" in takes):
        rest = stretch_after(passage, position, high, phrase=False)
        kind = "wh" if word != "that" else "that" if "that" in takes or "wh" in takes else "np"
        return ([rest] if rest else []), kind
    if (word == "to" and "to" in takes) or cue.form == "adjective":
        rest = stretch_after(passage, position, high, phrase=False)
        return ([rest] if rest else []), "to"
    if "np" in takes or "as" in takes or "to" in takes or "addr" in takes:
        clause = "that" in takes and begins_clause(passage, position, high)
        rest = stretch_after(passage, position, high, phrase=not clause)
        if (
            rest
            and not clause
            and takes <= {"to", "that", "quote", "wh", "addr"}
            and word in PREPOSITIONS
        ):
            return [], ""
        return ([rest] if rest else []), "clause" if clause else "np"
    if takes & {"that"}:
        if word in _NOT_CONTENT - {
            "in",
            "on",
            "at",
            "for",
            "if",
            "when",
            "as",
            "with",
            "by",
            "during",
            "despite",
            "while",
        } or (word in PREPOSITIONS and not has_finite_verb(passage, position, high)):
            return [], ""
        if not has_finite_verb(passage, position, high) and high - position < 3:
            return [], ""
        if cue.reporter.lemma in NEEDS_CLAUSE and not begins_clause(passage, position, high):
            return [], ""
        rest = stretch_after(passage, position, high, phrase=False)
        return ([rest] if rest else []), "clause"
    return [], ""
