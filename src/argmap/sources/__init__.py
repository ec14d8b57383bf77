"""An article's file, page, address or standard input, read into an `Article`."""

from .reading import read_article
from .spec import parse_spec

__all__ = ["parse_spec", "read_article"]
