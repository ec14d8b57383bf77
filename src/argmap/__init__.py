"""argmap: who says what, how surely, in what frame, in several outlets' articles on one story."""

__version__ = "0.1.0"
