"""One class for all mentions of a name, by what its mentions say together."""

from __future__ import annotations

from dataclasses import dataclass

from argmap.discourse.model import Found
from argmap.discourse.names import names_in

TEXT = "Calder won. Calder lost. Orla drew, and Calder left."


@dataclass
class Made:
    """Answers with the stretches that it was given."""

    found: list[Found]
    text: str = TEXT

    def stretches(self, task: str) -> list[Found]:
        """The stretches, whatever is asked."""
        assert task == "names"
        return self.found


def labels(*found: Found) -> list[str]:
    """The classes of the names that are left."""
    return [one.label for one in names_in(Made(list(found)))]  # type: ignore[arg-type]


def test_the_surer_mentions_settle_the_class() -> None:
    """Two sure mentions as a place outweigh one as a person; another name keeps its own class."""
    found = (
        Found(0, 6, "Location", 0.9),
        Found(12, 18, "Person", 0.95),
        Found(25, 29, "Person", 0.6),
        Found(40, 46, "Location", 0.8),
    )
    assert labels(*found) == ["Location", "Location", "Person", "Location"]


def test_what_is_little_sure_is_no_name_and_has_no_vote() -> None:
    """A guess is left out before the mentions are counted."""
    assert labels(Found(0, 6, "Person", 0.39), Found(12, 18, "Location", 0.5)) == ["Location"]


def test_a_tie_is_settled_the_same_way_each_time() -> None:
    """Equal votes go to the class that comes first by name."""
    assert labels(Found(0, 6, "Person", 0.5), Found(12, 18, "Location", 0.5)) == ["Location"] * 2
