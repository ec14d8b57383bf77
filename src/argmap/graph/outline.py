"""The argument as a nested list: the map's text alternative, for reading and for screen readers."""

from __future__ import annotations
