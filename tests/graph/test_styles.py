"""Every distinction holds without colour, and every text can be read."""

from __future__ import annotations

from argmap.graph.styles import CERTAINTIES, PAPER, RELATIONS, ROLES, TEXT_COLOUR
from argmap.model.labels import Certainty, RelationType, Role


def luminance(colour: str) -> float:
    """Relative luminance of a colour, as WCAG 2 defines it."""
    parts = [int(colour[place : place + 2], 16) / 255 for place in (1, 3, 5)]
    linear = [p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one: str, other: str) -> float:
    """Contrast ratio of two colours, as WCAG 2 defines it."""
    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def test_every_label_has_a_style() -> None:
    """No role, certainty or relation is without its row in the table."""
    assert set(ROLES) == set(Role)
    assert set(CERTAINTIES) == set(Certainty)
    assert set(RELATIONS) == set(RelationType)


def test_text_can_be_read_on_every_fill() -> None:
    """Text on a fill, and a sign on paper, have a contrast of at least 4.5 to 1."""
    for role in ROLES.values():
        assert contrast(TEXT_COLOUR, role.fill) >= 4.5
    for relation in RELATIONS.values():
        assert contrast(relation.colour, PAPER) >= 4.5


def test_borders_can_be_seen() -> None:
    """A border stands out from its fill and from paper with at least 3 to 1."""
    for role in ROLES.values():
        assert contrast(role.border, role.fill) >= 3
        assert contrast(role.border, PAPER) >= 3


def test_roles_differ_without_colour() -> None:
    """Each role has a letter of its own and a shape of its own."""
    assert len({role.letter for role in ROLES.values()}) == len(ROLES)
    assert len({(role.shape, role.style) for role in ROLES.values()}) == len(ROLES)


def test_certainties_differ_without_colour() -> None:
    """Each certainty has a line of its own."""
    assert len({(look.line, look.rings) for look in CERTAINTIES.values()}) == len(CERTAINTIES)


def test_relations_differ_without_colour() -> None:
    """Each relation has a sign of its own and a head of its own; support and attack a dash, too."""
    assert len({line.sign for line in RELATIONS.values()}) == len(RELATIONS)
    assert len({line.head for line in RELATIONS.values()}) == len(RELATIONS)
    assert RELATIONS[RelationType.SUPPORTS].line != RELATIONS[RelationType.ATTACKS].line
