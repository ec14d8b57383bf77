"""Adjudication: one document from two annotators', with what a person has still to decide."""

from __future__ import annotations

from .adjudicate import adjudicate
from .questions import Question, decided, open_questions, questions, with_rules

__all__ = [
    "Question",
    "adjudicate",
    "decided",
    "open_questions",
    "questions",
    "with_rules",
]
