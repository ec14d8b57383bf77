"""The command line: thin commands, one a file; the one place where argmap prints."""

from __future__ import annotations

import importlib
import logging
import os
import sys
from typing import Any

import click

from argmap import __version__
from argmap.errors import AnnotationError, ArgmapError

from .echo import printable

# command -> the module that holds it; imported only when the command runs, so that help is quick
COMMANDS = {
    "demo": "Do the main job on the bundled story of three outlets.",
    "compare": "Set several outlets' articles on one story side by side.",
    "annotate": "Read articles and write their annotation files.",
    "map": "Draw the argument map of an article.",
    "check": "Check annotation files, all errors at once.",
    "edit": "Correct labels in the browser.",
    "agree": "Measure how far annotators agree, layer by layer.",
    "adjudicate": "Make one file of two annotators', with what is still to decide.",
    "drill": "Practise the labels on the bundled story, with a key.",
    "merge": "Merge two people's annotation files of one article.",
    "evaluate": "Score argmap on a public data set that people labelled.",
    "schema": "Print the JSON Schema of an annotation file.",
}
INTERRUPTED = 130


class Commands(click.Group):
    """The commands by name, loaded when needed; errors become one sentence and a status here."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """The commands in the order of the work."""
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """Import the module of one command; `None` where there is no such command."""
        if cmd_name not in COMMANDS:
            return None
        module = importlib.import_module(f".{cmd_name}", __name__)
        command = module.command
        assert isinstance(command, click.Command)
        return command

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """List the commands without importing any of them."""
        with formatter.section("Commands"):
            formatter.write_dl(list(COMMANDS.items()))

    def invoke(self, ctx: click.Context) -> Any:
        """Run a command; say an error in one sentence and leave with its status."""
        try:
            return super().invoke(ctx)
        except AnnotationError as error:
            for problem in error.problems:
                click.echo(printable(problem), err=True)
            _fail(error)
        except ArgmapError as error:
            _fail(error)
        except KeyboardInterrupt:
            click.echo("Stopped. What was written before is whole.", err=True)
            sys.exit(INTERRUPTED)
        except BrokenPipeError:
            # The reader of our output has gone (`argmap schema | head`): nothing left to say.
            os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
            sys.exit(1)


def _fail(error: ArgmapError) -> None:
    click.echo(f"Error: {printable(str(error))}", err=True)
    sys.exit(error.exit_status)


@click.group(
    cls=Commands,
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
    epilog="Exit status: 0 fine, 1 some inputs failed, 2 usage, 3 unreadable or invalid input, "
    "4 a needed program or model is missing.",
)
@click.version_option(__version__, "-V", "--version", prog_name="argmap")
@click.option("-v", "--verbose", count=True, help="Say more on the way (-vv: everything).")
def main(verbose: int) -> None:
    """Who says what, how surely, in what frame: several outlets' articles on one story.

    \b
    argmap demo                                   the bundled story of three outlets
    argmap compare NPR=npr.txt opinion.txt        the same for your articles
    argmap compare annotations/*.json             again, after you corrected labels
    """
    levels = (logging.WARNING, logging.INFO, logging.DEBUG)
    logging.basicConfig(
        level=levels[min(verbose, 2)], format="%(levelname)s: %(message)s", stream=sys.stderr
    )
    # Only our own modules may be chatty; libraries speak when something is wrong.
    for name in ("trafilatura", "htmldate", "charset_normalizer", "spacy"):
        logging.getLogger(name).setLevel(logging.ERROR)
