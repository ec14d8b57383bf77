"""Why segments have their labels, as `argmap annotate --explain` prints it."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import asdict
from typing import TYPE_CHECKING

import click

from argmap.errors import ArgmapError
from argmap.model.article import Article

from .echo import Outcome, printable
from .inputs import Annotator

if TYPE_CHECKING:
    from argmap.pipeline import Explanation

ALL = "all"


class NoSuchSegmentError(ArgmapError):
    """A segment that is to be explained is not in the article."""

    exit_status = 2


class Explainer(Annotator):
    """The pipeline, loaded when the first article needs it, and the segments to explain."""

    def __init__(self, wanted: Sequence[str]) -> None:
        self._wanted = tuple(dict.fromkeys(wanted))

    def explain(self, article: Article) -> tuple[Explanation, ...]:
        """Explain the wanted segments of one article, in its order; raise where one is missing."""
        from argmap.pipeline import explain

        return chosen(explain(self._pipeline, article), self._wanted, name=article.id)


def chosen(
    explanations: Sequence[Explanation], wanted: Sequence[str], *, name: str
) -> tuple[Explanation, ...]:
    """The explanations of the wanted ids, or all of them where `all` is wanted.

    Raises:
        NoSuchSegmentError: an id is not there; names the article, the id and the ids there are.
    """
    known = {explanation.id for explanation in explanations}
    if missing := [repr(one) for one in wanted if one not in known and one != ALL]:
        kind = "segment" if len(missing) == 1 else "segments"
        there = f"it has {_range(explanations)}" if explanations else "it has none"
        raise NoSuchSegmentError(f"{name} has no {kind} {', '.join(missing)}; {there}.")
    if ALL in wanted:
        return tuple(explanations)
    return tuple(explanation for explanation in explanations if explanation.id in wanted)


def show(found: Iterable[tuple[str, Sequence[Explanation]]], outcome: Outcome) -> None:
    """Print the explanations of each article, given by its id, on stdout.

    As JSON they are in ASCII alone, so that no character of an article can steer a terminal and
    every one of them is kept.
    """
    if outcome.as_json:
        value = {
            "warnings": outcome.warnings,
            "failed": outcome.failed,
            "explanations": [
                {"article": name, "segments": [asdict(one) for one in explanations]}
                for name, explanations in found
            ],
        }
        click.echo(json.dumps(value, indent=2))
        return
    blocks = ["\n".join(lines(name, one)) for name, ones in found for one in ones]
    if blocks:
        click.echo("\n\n".join(blocks))


def lines(name: str, explanation: Explanation) -> Iterator[str]:
    """One segment for a person: its text, then its labels, attribution and spans, one a line."""
    yield _line(f"{name} {explanation.id}: {explanation.text}")
    for label in explanation.labels:
        said = f"{label.name}: {', '.join(label.value) or 'none'}"
        yield "  " + _line(said, *_grounds(label.confidence, label.reason))
    if (part := explanation.attribution) is not None:
        yield "  " + _line(
            f"attribution {part.id}: source {_quoted(part.source)}",
            f"cue {_quoted(part.cue)}",
            f"quote {part.quote}",
            f"stance {part.stance}",
            *_grounds(part.confidence, part.reason),
        )
    for span in explanation.spans:
        said = f"span {span.id}: {span.layer}, {span.label} {_quoted(span.text)}"
        yield "  " + _line(said, *_grounds(span.confidence, span.reason))


def _range(explanations: Sequence[Explanation]) -> str:
    first, last = explanations[0].id, explanations[-1].id
    return first if first == last else f"{first} to {last}"


def _grounds(confidence: float | None, reason: str | None) -> Iterator[str]:
    if confidence is not None:
        yield f"confidence {confidence}"
    yield f"reason: {reason}" if reason else "no reason kept"


def _quoted(text: str | None) -> str:
    return "none" if text is None else f"“{text}”"


def _line(*parts: str) -> str:
    """The parts on one line: a line break in an article begins no line of ours."""
    return printable(" ".join("; ".join(parts).split()))
