"""The JSON Schema of an annotation file, made from the classes and committed beside this module."""

from __future__ import annotations

import json
from importlib import resources

from .document import AnnotatedDocument

FILE_NAME = "annotation.schema.json"


def build_schema() -> str:
    """The JSON Schema (draft 2020-12) of the present version, as JSON text."""
    schema = AnnotatedDocument.model_json_schema(by_alias=True, mode="validation")
    head = {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "argmap annotation, version 1",
    }
    return (
        json.dumps({**head, **{k: v for k, v in schema.items() if k != "title"}}, indent=2) + "\n"
    )


def read_schema() -> str:
    """The committed JSON Schema, as JSON text."""
    return resources.files(__package__).joinpath(FILE_NAME).read_text(encoding="utf-8")
