"""Gamma through the optional package: what is handed over, and what is said without it."""

from __future__ import annotations

import sys

import pytest

from argmap.errors import MissingProgramError
from argmap.evaluate.agreement import load_gamma
from argmap.evaluate.agreement.gamma import Unit


def test_without_the_package_the_remedy_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    """An error with status 4, not a traceback."""
    monkeypatch.setitem(sys.modules, "pygamma_agreement", None)
    with pytest.raises(MissingProgramError, match=r"pip install argmap\[gamma\]") as error:
        load_gamma()
    assert error.value.exit_status == 4


def test_gamma_is_seeded_and_one_for_equal_annotators() -> None:
    """The package draws at random; the same spans give the same figure."""
    pytest.importorskip("pygamma_agreement", reason="an optional extra")
    gamma = load_gamma()
    equal = [Unit(who, at, at + 5, "a") for who in (0, 1) for at in (0, 20, 40)]
    moved = [*equal[:5], Unit(1, 43, 52, "b")]
    assert gamma(equal, 2).value == 1
    assert gamma(moved, 2) == gamma(moved, 2)
    assert gamma(moved, 2).value < 1  # type: ignore[operator]
    assert gamma(equal[:3], 2).reason == "not every annotator marked any"
