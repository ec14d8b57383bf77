"""The part of a data set without a development part that no model is trained on, by article."""

from __future__ import annotations

from hashlib import sha256

PERCENT = 15


def is_held_out(dataset: str, article: str) -> bool:
    """Whether an article is kept from training, to measure on.

    The rule knows nothing but the two names, so that adding an article moves no other one; the
    training recipes cut by the same rule.
    """
    digest = sha256(f"{dataset}/{article}".encode()).digest()
    return int.from_bytes(digest[:4], "big") % 100 < PERCENT
