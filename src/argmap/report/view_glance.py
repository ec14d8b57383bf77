"""At a glance: one card an outlet."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from argmap.model.comparison import Glance
from argmap.model.labels import Voice

from . import figures
from .story import Story
from .view_outlets import OutletView
from .wording import ROLE_LETTERS, ROLE_ORDER, VOICE_NAMES

_VOICE_ORDER = (Voice.AUTHOR, Voice.MIXED, Voice.ATTRIBUTED)
_ROLES = {str(role): (ROLE_LETTERS[role], role.value) for role in ROLE_ORDER}
_VOICES = {str(voice): ("", VOICE_NAMES[voice]) for voice in _VOICE_ORDER}
_SHOWN_WORDS = 5  # of the words behind a figure; the rest stand under Tone and loaded language


@dataclass(frozen=True, slots=True, kw_only=True)
class BarPart:
    """One part of a stacked bar, in whole per cent of its length."""

    key: str
    name: str
    letter: str
    start: int
    percent: int


@dataclass(frozen=True, slots=True, kw_only=True)
class ToneLine:
    """The mean tone of one voice, with the words that gave it."""

    voice: str
    value: str
    words: tuple[str, ...]
    more: int


@dataclass(frozen=True, slots=True, kw_only=True)
class OutletCard:
    """What one outlet's article is made of."""

    outlet: OutletView
    length: str
    roles: tuple[BarPart, ...]
    voices: tuple[BarPart, ...]
    hedged: str
    loaded: str
    loaded_words: tuple[str, ...]
    loaded_more: int
    tones: tuple[ToneLine, ...]
    attributes: bool
    anonymous: str


def glance_cards(story: Story, outlets: tuple[OutletView, ...]) -> tuple[OutletCard, ...]:
    """The cards in the order of the page's columns."""
    return tuple(
        _card(outlet, article.glance)
        for outlet, article in zip(outlets, story.articles, strict=True)
    )


def _card(outlet: OutletView, glance: Glance) -> OutletCard:
    return OutletCard(
        outlet=outlet,
        length=f"{figures.count(glance.words, 'word')} in"
        f" {figures.count(glance.segments, 'segment')}",
        roles=_bar(glance.roles, _ROLES),
        voices=_bar(glance.voices, _VOICES),
        hedged=figures.percent(glance.hedged),
        loaded=figures.rate(glance.loaded_per_thousand),
        loaded_words=glance.loaded_words[:_SHOWN_WORDS],
        loaded_more=max(0, len(glance.loaded_words) - _SHOWN_WORDS),
        tones=tuple(
            _tone_line(voice, glance)
            for voice in _VOICE_ORDER
            if glance.voices.get(voice, 0) or glance.tone.get(voice) is not None
        ),
        attributes=glance.voices.get(Voice.ATTRIBUTED, 0) > 0,
        anonymous=figures.percent(glance.anonymous),
    )


def _bar(shares: Mapping[str, float], known: Mapping[str, tuple[str, str]]) -> tuple[BarPart, ...]:
    percents = figures.whole_percents({key: shares.get(key, 0) for key in known})
    found = []
    start = 0
    for key, (letter, name) in known.items():
        width = percents[key]
        if shares.get(key, 0) > 0:
            found.append(BarPart(key=key, name=name, letter=letter, start=start, percent=width))
        start += width
    return tuple(found)


def _tone_line(voice: Voice, glance: Glance) -> ToneLine:
    words = glance.tone_words.get(voice, ())
    shown = tuple(f"{word} {figures.tone(score)}" for word, score in words[:_SHOWN_WORDS])
    return ToneLine(
        voice=VOICE_NAMES[voice],
        value=figures.tone(glance.tone.get(voice)),
        words=shown,
        more=len(words) - len(shown),
    )
