"""Who does what a word says: the grammatical subject of a cue, read off the tree."""

from __future__ import annotations

from .layers import Offsets
from .passage import Passage
from .voices import words_in
from .word_classes import RELATIVES, is_adverb

_ACTIVE = ("nsubj", "nsubj:outer")
_PASSIVE = ("nsubj:pass", "csubj", "expl")
_SHARED = frozenset({"conj", "xcomp", "advcl", "ccomp", "parataxis"})
_CLAUSES = frozenset({"acl:relcl", "acl", "advcl", "parataxis", "dep", "advmod"})
_LOOSE = frozenset({"cc", "mark", "punct", "advmod", "dep", "obl", "case", "cop", "nsubj"})
_TOLD = frozenset({"ccomp", "acl", "xcomp", "csubj", "obj", "obl", "nmod", "advcl", "conj"})
_NOBODY = frozenset({"it", "there", "this", "that", "what", "nothing"})
_CLIMBS = 3


def subject_of(passage: Passage, cue: Offsets) -> tuple[int, int] | None:
    """The words of the phrase that is the subject of a cue, its own or the one that it shares.

    A participle shares the subject of the verb that it hangs on ("..., saying that"), a verb joined
    by "and" that of the first; what describes a noun has that noun ("a letter urging him"), and a
    noun its owner ("the mayor's promise") or else its verb's subject ("made a promise"). A passive
    has whom "by" names.
    """
    words = words_in(passage, cue)
    if not words:
        return None
    tree = passage.tree
    word = tree.top(words[0], words[-1] + 1)
    if tree.classes[word] == "NOUN":
        owner = tree.child(word, "nmod:poss")
        if owner is not None and owner not in words:
            return phrase(passage, owner)
        if tree.relations[word] not in {"obj", "obl"}:
            return None
        word = tree.heads[word]
    return _of_verb(passage, word, words)


def own_subject(passage: Passage, verb: int) -> int | None:
    """The head of a verb's own active subject."""
    return passage.tree.child(verb, *_ACTIVE)


def _of_verb(passage: Passage, verb: int, words: range) -> tuple[int, int] | None:
    tree = passage.tree
    for _ in range(_CLIMBS):
        own = own_subject(passage, verb)
        if own is not None:
            nobody = passage.lower[own] in _NOBODY and tree.relations[verb] != "acl:relcl"
            dateline = own < passage.sentence_of(verb).lead
            return None if own in words or nobody or dateline else phrase(passage, own)
        if tree.child(verb, *_PASSIVE) is not None:
            return _agent(passage, verb)
        relation, head = tree.relations[verb], tree.heads[verb]
        if head == verb:
            return None
        if relation == "acl" and passage.lower[verb].endswith("ing"):
            return phrase(passage, head, before=verb)
        if relation not in _SHARED or tree.classes[verb] != "VERB":
            return None
        if relation == "xcomp" and tree.child(head, "obj", "iobj") is not None:
            return None
        verb = _teller(passage, head) if _is_loose(passage, verb) else head
    return None


def _is_loose(passage: Passage, verb: int) -> bool:
    """Whether a participle stands behind a comma, which seldom hangs on the nearest verb."""
    before = verb - 1
    while before > 0 and is_adverb(passage.lower[before]):
        before -= 1
    return passage.lower[verb].endswith("ing") and passage.text[before] == ","


def _teller(passage: Passage, verb: int) -> int:
    """The verb whose content a verb stands in: "disputed that they will pay, noting …"."""
    tree = passage.tree
    while tree.relations[verb] in _TOLD and tree.heads[verb] != verb:
        verb = tree.heads[verb]
    return verb


def _agent(passage: Passage, verb: int) -> tuple[int, int] | None:
    """Whom a passive names behind "by"."""
    tree = passage.tree
    for noun in tree.dependents[verb]:
        if tree.relations[noun] in {"obl", "obl:agent"}:
            by = tree.child(noun, "case")
            if by is not None and passage.lower[by] == "by":
                first, last = phrase(passage, noun)
                return max(first, by + 1), last
    return None


def antecedent_of(passage: Passage, pronoun: int) -> tuple[int, int] | None:
    """The phrase that "who" or "which" stands for: the noun that its clause describes."""
    tree = passage.tree
    if passage.lower[pronoun] not in RELATIVES:
        return None
    for word in (pronoun, *tree.above(pronoun)):
        head = tree.heads[word]
        if tree.relations[word] == "acl:relcl" and head < pronoun:
            return phrase(passage, head, before=pronoun)
    return None


def phrase(passage: Passage, head: int, before: int | None = None) -> tuple[int, int]:
    """The phrase of a noun, without its clauses, and without what follows a word."""
    tree = passage.tree
    first, last = tree.firsts[head], tree.lasts[head] + 1
    for dependent in tree.dependents[head]:
        if dependent > head and tree.relations[dependent] in _CLAUSES:
            last = min(last, tree.firsts[dependent])
        elif dependent < head and tree.relations[dependent] in _LOOSE:
            first = max(first, tree.lasts[dependent] + 1)
    if before is not None and first < before < last:
        last = before
    while last > head + 1 and passage.text[last - 1] in {",", "—", "–"}:
        last -= 1
    return first, last
