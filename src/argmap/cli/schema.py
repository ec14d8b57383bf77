"""`argmap schema`."""

from __future__ import annotations

import click


@click.command("schema", short_help="Print the JSON Schema of an annotation file.")
def command() -> None:
    """Print the JSON Schema of an annotation file, for editors and other programs.

    \b
    argmap schema > annotation.schema.json
    """
    from argmap.model.schema import read_schema

    click.echo(read_schema(), nl=False)
