"""A name for a situation found again wherever the article repeats it.

In any case, singular or plural, and without its "new" where what is left is a coinage of the
article and not the name of an event in history.
"""

from __future__ import annotations

from argmap.lexicons import entries

from .devices import Device
from .inflection import singular
from .words import Words

_HISTORY = frozenset(entries("naming")["history"])
_LESS_SURE = 0.05  # than where the name was told by its form


def find_again(words: Words, found: list[Device]) -> list[Device]:
    """The places, not found yet, where the names that were found occur once more."""
    names = _names(words, found)
    taken = {place for device in found for place in range(device.start, device.end)}
    firsts = {name[0] for name in names}
    lengths = sorted({len(name) for name in names}, reverse=True)
    again = []
    for place, word in enumerate(words.lower):
        if place in taken or singular(word) not in firsts:
            continue
        for length in lengths:
            device = names.get(_key(words, place, place + length))
            if device is None or not taken.isdisjoint(range(place, place + length)):
                continue
            taken.update(range(place, place + length))
            again.append(
                Device(
                    place,
                    place + length,
                    device.label,
                    device.confidence - _LESS_SURE,
                    f"the name again: {' '.join(words.text[place : place + length])}",
                )
            )
            break
    return again


def _names(words: Words, found: list[Device]) -> dict[tuple[str, ...], Device]:
    names: dict[tuple[str, ...], Device] = {}
    for device in found:
        if device.reason.startswith("catchphrase"):
            continue  # a fixed phrase is found everywhere anyway
        name = _key(words, device.start, device.end)
        if len(name) < 2:
            continue
        names.setdefault(name, device)
        core = name[1:]
        coined = device.reason.startswith("coined") and len(core) >= 2
        if coined and " ".join(core) not in _HISTORY:
            names.setdefault(core, device)
    return names


def _key(words: Words, start: int, end: int) -> tuple[str, ...]:
    return tuple(singular(word) for word in words.lower[start:end])
