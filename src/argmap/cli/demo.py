"""`argmap demo`."""

from __future__ import annotations

from pathlib import Path

import click

from argmap.story import story_files

from . import options
from .compare import run
from .echo import Outcome


@click.command("demo", short_help="Do the main job on the bundled story of three outlets.")
@options.folders(output=True)
@options.talk
def command(annotations: Path, output: Path, as_json: bool, quiet: bool) -> None:
    """Do the main job on the bundled story: an op-ed, a wire report and a summary of it.

    The story is invented. Open output/compare.html in a browser.

    \b
    argmap demo
    argmap demo -a /tmp/a -o /tmp/o
    """
    outcome = Outcome(quiet=quiet, as_json=as_json)
    run([str(path) for path in story_files()], annotations, output, outcome)
    outcome.say(f"Open {(output / 'compare.html').resolve()} in a browser.")
