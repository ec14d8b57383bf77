"""Quotations without a cue of their own: whom they belong to, by what stands before them."""

from __future__ import annotations

from .noun_phrase import after
from .passage import Passage
from .reported import Reported
from .word_classes import DETERMINERS, PREPOSITIONS, SUBJECT_PRONOUNS

_MIN_WORDS = 4  # a shorter stretch in marks may be a name or a term


def with_running_quotes(passage: Passage, found: list[Reported]) -> list[Reported]:
    """Give each whole quotation without a cue to the speaker before it.

    A quotation that follows another one, or a reported sentence, in the same or the next paragraph
    goes on with it; the content of that attribution grows.
    """
    found = sorted(found, key=lambda item: (item.sentence, item.cue or item.content[0]))
    covered = _covered(passage, found)
    sentence_of = _sentence_of(passage)
    by_sentence = _last_by_sentence(passage, found, sentence_of)
    extra: list[Reported] = []
    for quote, (first, last) in enumerate(passage.quote_words):
        if first < 0 or quote in covered or not _is_whole(passage, quote, sentence_of):
            continue
        number = sentence_of[first]
        owner = _owner(passage, by_sentence, number, quote)
        if owner is None:
            owner = _introduced(passage, number, first)
            if owner is None and passage.quotes[quote].closed:
                owner = _nobodys(number)
            if owner is None:
                continue
            extra.append(owner)
        owner.content.append((first, last))
        for place in range(number, sentence_of[last - 1] + 1):
            by_sentence[place] = owner
    return sorted([*found, *extra], key=lambda item: (item.sentence, item.cue or item.content[0]))


def _covered(passage: Passage, found: list[Reported]) -> set[int]:
    """The quotations that are content, or part of it, of an attribution outside them."""
    covered: set[int] = set()
    for item in found:
        for first, last in item.content:
            covered.update(passage.quote_at[number] for number in range(first, last))
        if item.level >= 0 and item.level in covered and not _reaches_out(passage, item):
            continue
    return {quote for quote in covered if quote >= 0} - _only_inner(passage, found)


def _only_inner(passage: Passage, found: list[Reported]) -> set[int]:
    """Quotations that hold attributions but are no content themselves."""
    inner = {item.level for item in found if item.level >= 0}
    outer: set[int] = set()
    for item in found:
        for first, last in item.content:
            outer.update(
                passage.quote_at[number]
                for number in range(first, last)
                if passage.quote_at[number] != item.level
            )
    return inner - outer


def _reaches_out(passage: Passage, item: Reported) -> bool:
    return any(passage.quote_at[first] != item.level for first, _ in item.content)


def _last_by_sentence(
    passage: Passage, found: list[Reported], sentence_of: list[int]
) -> list[Reported | None]:
    """For each sentence the last attribution outside quotations that stands or reaches there."""
    last: list[Reported | None] = [None] * len(passage.sentences)
    for item in found:
        if item.level < 0 and item.asserted and item.source:
            end = max(sentence_of[stop - 1] for _, stop in item.content)
            for place in range(item.sentence, max(end, item.sentence) + 1):
                last[place] = item
    return last


def _sentence_of(passage: Passage) -> list[int]:
    found = [0] * len(passage.words)
    for number, sentence in enumerate(passage.sentences):
        for word in range(sentence.first, sentence.last):
            found[word] = number
    return found


def _is_whole(passage: Passage, quote: int, sentence_of: list[int]) -> bool:
    """Whether a quotation is made of whole sentences: it opens one and nothing follows it."""
    first, last = passage.quote_words[quote]
    if last - first < _MIN_WORDS:
        return False
    sentence = passage.sentences[sentence_of[first]]
    end = passage.sentences[sentence_of[last - 1]].last
    if sentence.heading:
        return False
    lead = first - sentence.first
    rest = [passage.text[number] for number in range(last, end)]
    return lead <= 1 and all(not any(c.isalnum() for c in word) for word in rest)


def _owner(
    passage: Passage, by_sentence: list[Reported | None], number: int, quote: int
) -> Reported | None:
    """The attribution that a quotation goes on with: in its paragraph, or the one before."""
    block = passage.sentences[number].block
    place = number - 1
    while place >= 0 and passage.sentences[place].block >= block - 1:
        item = by_sentence[place]
        same = passage.sentences[place].block == block
        if item is not None:
            ends_quoted = any(passage.quote_at[last - 1] != item.level for _, last in item.content)
            if same or ends_quoted or passage.quotes[quote].continued:
                return item
            return None
        if not same and number - place > 2:
            return None
        place -= 1
    return None


def _nobodys(number: int) -> Reported:
    """A whole quotation of which the text does not say whose it is."""
    return Reported(
        sentence=number,
        source=None,
        cue=None,
        level=-1,
        confidence=0.4,
        reason="quotation without a speaker",
    )


def _introduced(passage: Passage, number: int, first: int) -> Reported | None:
    """A quotation after a sentence that names somebody and says nothing of speech."""
    if number == 0:
        return None
    before = passage.sentences[number - 1]
    if before.heading or passage.sentences[number].block - before.block > 1:
        return None
    start = before.first
    while start < before.last and passage.lower[start] in PREPOSITIONS:
        comma = next((n for n in range(start, before.last) if passage.text[n] == ","), None)
        if comma is None:
            return None
        start = comma + 1
    source = after(passage, start, before.last)
    if source is None or passage.quote_at[source[0]] >= 0:
        return None
    word = passage.lower[source[0]]
    colon = passage.text[before.last - 1] == ":"
    named = passage.names[source[1] - 1] or word in SUBJECT_PRONOUNS - DETERMINERS - {"it", "there"}
    if not colon and not named:
        return None
    return Reported(
        sentence=number,
        source=source,
        cue=None,
        confidence=0.6 if colon else 0.4,
        reason="quotation after a sentence about its speaker",
    )
