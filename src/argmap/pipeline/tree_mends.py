"""What the tree adds to an attribution: a source that was left out, a content that stops short."""

from __future__ import annotations

from dataclasses import replace

from .content_ends import whole_content
from .layers import AttributionDraft, Offsets
from .passage import Passage
from .subjects import subject_of
from .voices import words_in


def mended(passage: Passage, draft: AttributionDraft) -> AttributionDraft:
    """An attribution with the subject of its cue where it has no source, and whole contents."""
    if draft.cue is None:
        return draft
    if draft.source is None:
        draft = replace(draft, source=_subject(passage, draft.cue, draft.content))
    taken = {
        number
        for stretch in (draft.cue, draft.source)
        if stretch is not None
        for number in words_in(passage, stretch)
    }
    content = [*draft.content]
    content[-1] = whole_content(passage, content[-1], taken)
    return replace(draft, content=content)


def _subject(passage: Passage, cue: Offsets, content: list[Offsets]) -> Offsets | None:
    found = subject_of(passage, cue)
    if found is None:
        return None
    start, end = passage.offsets(*found)
    return None if any(start < last and first < end for first, last in content) else (start, end)
