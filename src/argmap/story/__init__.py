"""The bundled sample story: one invented event, told by three invented outlets."""

from importlib.resources import files
from pathlib import Path

STORY = ("harbor-voice.txt", "tidemark-wire.txt", "briefwell.txt")
"""File names of the story, in the order in which they are best read side by side."""


def story_files() -> list[Path]:
    """Return the paths of the story's three articles: the op-ed, the wire report, the summary.

    Every file is UTF-8 text with a front matter block that names its title, outlet and genre.
    The package is always installed as plain files, so the paths can be opened directly.
    """
    folder = Path(str(files(__name__)))
    return [folder / name for name in STORY]


__all__ = ["STORY", "story_files"]
