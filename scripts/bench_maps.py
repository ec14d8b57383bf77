"""Measure how fast maps are laid out, beside `dot` on the bare graph of the same article.

The bare graph has the same nodes with the same words and the same relations, and nothing else: no
boxes, no order, no legend. What is made up here hangs together as an argument does.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Sequence
from functools import partial
from random import Random

from argmap.graph import build_graph, render, render_each, runs_for, split, to_dot
from argmap.graph.argument_graph import ArgumentGraph
from argmap.graph.escaping import attributes, quoted
from argmap.graph.labels import label
from argmap.model.article import fingerprint
from argmap.model.document import AnnotatedDocument
from argmap.model.labels import RelationType

ALLOWED = {50: 1.0, 500: 10.0}
"""Seconds that the map of so many units may take."""
REPEAT = 40
_SENTENCE = "Item {} says again that the ferry left the pier at its hour, with bread and mail."


def article(units: int) -> AnnotatedDocument:
    """An article of so many segments in sections of ten, four fifths of them in one tree."""
    random = Random(units)
    text = ""
    segments: list[dict[str, object]] = []
    relations: list[dict[str, object]] = []
    for number in range(units):
        if number % 10 == 0:
            text += f"Part {number // 10} of the Matter\n"
        sentence = _SENTENCE.format(number) * random.choice((1, 1, 2))
        segments.append(
            {
                "id": f"s{number}",
                "start": len(text),
                "end": len(text) + len(sentence),
                "text": sentence,
                "role": random.choice(("claim", "evidence", "report")),
                "voice": "author",
                "certainty": random.choice(("certain", "probable", "possible")),
            }
        )
        text += sentence + "\n"
        if number and random.random() < 0.8:
            near = random.randrange(max(number - 9, 0), number)
            kind = random.choice(("supports", "supports", "attacks", "elaborates"))
            target = f"s{near if random.random() < 0.7 else number // 10 * 10 or 0}"
            if target != f"s{number}":
                relations.append(
                    {
                        "id": f"r{number}",
                        "source": f"s{number}",
                        "target": target,
                        "type": kind,
                    }
                )
    for segment in segments:
        if segment["role"] == "claim":
            segment["claim_type"] = "fact"
        if segment["role"] == "evidence":
            segment["evidence_type"] = "event"
    return AnnotatedDocument.model_validate(
        {
            "article": {"id": "bench", "sha256": fingerprint(text)},
            "text": text,
            "segments": segments,
            "relations": relations,
            "provenance": {"tool": "bench"},
        }
    )


def bare(graph: ArgumentGraph) -> str:
    """The same nodes and relations as plain DOT."""
    lines = ["digraph {", "rankdir=BT;", "node [shape=box fontsize=10]"]
    lines += [f"{quoted(node.id)} {attributes(label=label(node).markup)}" for node in graph.nodes]
    lines += [
        f"{quoted(edge.source)} -> {quoted(edge.target)}"
        for edge in graph.edges
        if edge.type is not RelationType.UNDERCUTS
    ]
    return "\n".join([*lines, "}"])


def best(runs: Sequence[Callable[[], object]]) -> list[float]:
    """The shortest time of each run, in seconds; in turn, so that all meet the same machine."""
    times: list[list[float]] = [[] for _ in runs]
    for _ in range(REPEAT):
        for run, taken in zip(runs, times, strict=True):
            start = time.perf_counter()
            run()
            taken.append(time.perf_counter() - start)
    return [min(taken) for taken in times]


def drawn(pages: Sequence[ArgumentGraph]) -> None:
    """Lay out and draw some pages."""
    render_each(map(to_dot, pages), "svg", processes=runs_for(len(pages)))


def maps() -> None:
    """Print a line for each map: laid out and drawn, `dot` on the bare graph, and the ratio.

    The texts are written while `dot` starts and draws; how long that takes alone is told, too.
    """
    print(f"\n{'maps':42} {'best':>7} {'allowed':>7}  ratio to")
    for units, allowed in ALLOWED.items():
        graph = build_graph(article(units))
        pages = split(graph)
        chosen = [(f"map of {units} units", pages)]
        if len(pages) > 1:
            chosen = [
                (f"map of {units} units, overview", pages[:1]),
                (f"map of {units} units, with {len(pages) - 1} pages", pages),
            ]
        runs = [partial(render, bare(graph), "svg"), *(partial(drawn, some) for _, some in chosen)]
        plain, *own = best(runs)
        for (name, some), taken in zip(chosen, own, strict=True):
            (text,) = best([lambda some=some: [to_dot(page) for page in some]])  # type: ignore[misc]
            ratio = f"{taken / plain:5.2f} x dot on the bare graph; the text alone {text:.3f}"
            print(f"{name:42} {taken:7.3f} {allowed:7.0f}  {ratio}")


if __name__ == "__main__":
    maps()
