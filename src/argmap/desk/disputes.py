"""The labels on which people differ, for the page: who says what, the rule, and how to decide."""

from __future__ import annotations

from dataclasses import asdict
from typing import Any

from argmap.evaluate.adjudication import Question, questions
from argmap.guide import rule
from argmap.model.document import AnnotatedDocument
from argmap.model.label_choices import choice, legal, stands


def disputes(document: AnnotatedDocument) -> list[dict[str, Any]]:
    """Every question of a file in the order of the text, decided or not."""
    return [_question(document, question) for question in questions(document)]


def has_disputes(document: AnnotatedDocument) -> bool:
    """Whether a file holds labels that people have to decide or have decided."""
    return bool(questions(document))


def _question(document: AnnotatedDocument, question: Question) -> dict[str, Any]:
    key = question.key
    given = {None if said is None else str(said) for said in question.values.values()}
    return {
        "key": key,
        "start": question.start,
        "end": question.end,
        "quote": question.quote,
        "rule": {"id": question.rule, "text": rule(question.rule).text} if question.rule else None,
        "open": question.is_open,
        "by": question.by,
        "choices": [
            {"by": name, **_choice(document, key, None if said is None else str(said))}
            for name, said in question.values.items()
        ],
        "others": [
            _choice(document, key, said) for said in legal(document, key) if said not in given
        ],
    }


def _choice(document: AnnotatedDocument, key: str, said: str | None) -> dict[str, Any]:
    """A label in words, whether it is what the file says, and what would make it so."""
    found = choice(document, key, said)
    return {
        "said": said,
        "stands": stands(document, key, said),
        "make": asdict(found) if found else None,
    }
