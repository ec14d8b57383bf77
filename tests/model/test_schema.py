"""The committed JSON Schema."""

from __future__ import annotations

import json

from argmap.model.schema import FILE_NAME, build_schema, read_schema


def test_the_committed_schema_is_that_of_the_classes() -> None:
    """A change of the classes must be written to the schema file (`make schema`)."""
    assert read_schema() == build_schema(), f"run make schema to write {FILE_NAME} anew"


def test_the_schema_completes_labels() -> None:
    """An editor finds every label set in it."""
    schema = json.loads(read_schema())
    assert schema["$defs"]["Role"]["enum"] == [
        "boilerplate",
        "report",
        "background",
        "evidence",
        "claim",
        "framing",
    ]
    assert schema["additionalProperties"] is False
