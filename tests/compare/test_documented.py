"""What `compare.json` holds is documented, key by key."""

from __future__ import annotations

import re
from pathlib import Path
from typing import get_args

import pytest
from pydantic import BaseModel

from argmap.model.comparison import CheckKind, Comparison, Glance

PAGE = Path(__file__).parents[2] / "docs" / "comparison.md"
ROW = re.compile(r"^\| `(\w+)` \| .* \| `([a-z_ ]+)` \|$", re.MULTILINE)


def entry(name: str) -> type[BaseModel]:
    """The class of one entry of a part."""
    waiting = [Comparison.model_fields[name].annotation]
    while waiting:
        found = waiting.pop()
        if isinstance(found, type) and issubclass(found, BaseModel):
            return found
        waiting += get_args(found)
    raise AssertionError(name)


def test_every_part_and_key_is_in_the_table() -> None:
    """The table names the parts in the order of the file, and the keys of each entry."""
    table = PAGE.read_text(encoding="utf-8").split("## `compare.json`")[1]
    told = {part: keys.split() for part, keys in ROW.findall(table)}
    parts = [name for name in Comparison.model_fields if name not in ("format", "version")]
    assert list(told) == parts
    for part, keys in told.items():
        fields = entry(part).model_fields
        assert keys == [field.alias or name for name, field in fields.items()], part


@pytest.mark.parametrize("name", [*Glance.model_fields, *CheckKind])
def test_what_stands_deeper_is_explained(name: str) -> None:
    """Each figure of a card and each check has its words."""
    assert f"`{name}`" in PAGE.read_text(encoding="utf-8")
