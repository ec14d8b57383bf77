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


ANNOTATORS = ("first", "second")
"""The two annotations of the story, in the order in which the drill asks them (no two people's)."""


def annotation_file(article: str, annotator: str) -> Path:
    """Where an annotator's labels of one of the story's articles stand, by the article's id."""
    return Path(str(files(__name__))) / "annotators" / annotator / f"{article}.json"


__all__ = ["ANNOTATORS", "STORY", "annotation_file", "story_files"]
