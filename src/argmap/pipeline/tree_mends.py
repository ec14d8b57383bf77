"""What the tree adds to an attribution: a source that was left out, a content that stops short."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from .content_ends import whole_content
from .layers import AttributionDraft, Offsets
from .passage import Passage
from .source_bounds import bounded, is_no_phrase
from .stretches import overlap
from .subjects import antecedent_of, subject_of
from .voices import words_in
from .word_classes import RELATIVES

_SHARING = frozenset({"advcl", "acl:relcl"})  # where the tree is right more often than the tagger
_SURE_OF_SOURCE = 0.7


def all_mended(passage: Passage, drafts: Sequence[AttributionDraft]) -> list[AttributionDraft]:
    """Attributions with the subject of their cue where they have no source, and whole phrases."""
    cues = _words(passage, [draft.cue for draft in drafts if draft.cue is not None])
    return [_mended(passage, draft, cues) for draft in drafts]


def _mended(passage: Passage, draft: AttributionDraft, cues: frozenset[int]) -> AttributionDraft:
    """One of them; `cues` are the words of all cues, since the tree takes some for nouns."""
    if draft.cue is None:
        return draft
    cue, source, content = draft.cue, draft.source, [*draft.content]
    if source is None or is_no_phrase(passage, source) or _shares_another(passage, draft):
        subject = _subject(passage, cue, content)
        if subject is not None and (source is None or _is_better(passage, subject, source)):
            source = subject
    if source is not None:
        source = bounded(passage, source, cue, cues | _words(passage, content))
    around = [cue] if source is None else [cue, source]
    content[-1] = whole_content(passage, content[-1], _words(passage, around))
    antecedent = _antecedent(passage, source) or draft.antecedent
    return replace(draft, source=source, content=content, antecedent=antecedent)


def _antecedent(passage: Passage, source: Offsets | None) -> Offsets | None:
    """What a source stands for that is only "who" or "which"."""
    words = words_in(passage, source) if source is not None else range(0)
    found = antecedent_of(passage, words[0]) if len(words) == 1 else None
    return passage.offsets(*found) if found else None


def _is_better(passage: Passage, subject: Offsets, source: Offsets) -> bool:
    """Whether a subject stands apart from the source found before, and is no "which"."""
    words = words_in(passage, subject)
    thing = len(words) == 1 and passage.lower[words[0]] in RELATIVES - {"who"}
    return not thing and not overlap(subject, source)


def _shares_another(passage: Passage, draft: AttributionDraft) -> bool:
    """Whether an unsure cue hangs on a clause or a noun whose subject is not its source."""
    if draft.cue is None or draft.confidence > _SURE_OF_SOURCE:
        return False
    words = words_in(passage, draft.cue)
    tree = passage.tree
    return bool(words) and tree.relations[tree.top(words[0], words[-1] + 1)] in _SHARING


def _words(passage: Passage, stretches: Iterable[Offsets]) -> frozenset[int]:
    return frozenset(number for one in stretches for number in words_in(passage, one))


def _subject(passage: Passage, cue: Offsets, content: list[Offsets]) -> Offsets | None:
    found = subject_of(passage, cue)
    if found is None:
        return None
    subject = passage.offsets(*found)
    return None if any(overlap(subject, stretch) for stretch in content) else subject
