"""Every component of the pipeline, in the order in which they run.

A component without a function here carries a model, which its factory loads.
"""

from __future__ import annotations

from collections.abc import Callable

from spacy.language import Language
from spacy.tokens import Doc

from argmap.discourse.model import load_discourse

from .attribution import mark_attributions
from .blocks import mark_blocks
from .boilerplate import mark_boilerplate
from .certainty import mark_certainty
from .discourse import DiscourseReader
from .frames import mark_frames
from .framing import mark_framing
from .genre import mark_genre
from .learned_tone import mark_tone_towards
from .names import mark_names
from .quotes import mark_quotes
from .relations import mark_relations
from .roles import mark_roles
from .segments import mark_segments
from .sentences import mark_sentences
from .sources import mark_sources
from .syntax import SyntaxReader, load_syntax
from .tone import mark_tone

COMPONENTS: tuple[tuple[str, Callable[[Doc], Doc] | None], ...] = (
    ("argmap_blocks", mark_blocks),
    ("argmap_sentences", mark_sentences),
    ("argmap_boilerplate", mark_boilerplate),
    ("argmap_syntax", None),
    ("argmap_discourse", None),
    ("argmap_names", mark_names),
    ("argmap_quotes", mark_quotes),
    ("argmap_attribution", mark_attributions),
    ("argmap_sources", mark_sources),
    ("argmap_segments", mark_segments),
    ("argmap_certainty", mark_certainty),
    ("argmap_framing", mark_framing),
    ("argmap_tone", mark_tone),
    ("argmap_tone_towards", mark_tone_towards),
    ("argmap_genre", mark_genre),
    ("argmap_roles", mark_roles),
    ("argmap_frames", mark_frames),
    ("argmap_relations", mark_relations),
)

for _name, _component in COMPONENTS:
    if _component is not None:
        Language.component(_name, func=_component)


@Language.factory("argmap_syntax")
def make_syntax(nlp: Language, name: str) -> SyntaxReader:
    """Load the syntax model for a pipeline."""
    return SyntaxReader(load_syntax(vocab=nlp.vocab))


@Language.factory("argmap_discourse")
def make_discourse(nlp: Language, name: str) -> DiscourseReader:
    """Load the discourse model for a pipeline."""
    return DiscourseReader(load_discourse())
