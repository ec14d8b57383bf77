"""Measure speed as a ratio to a named reference in the same run.

Usage: python scripts/bench.py [ARTICLE ...]   (default: the bundled story)

Every figure is the best of several runs, since other work on the machine only ever adds time.
"""

from __future__ import annotations

import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from argmap.story import story_files

BARE = "python -c pass"
TOKENIZER = "spaCy's tokenizer on the articles"
ARGMAP = [sys.executable, "-m", "argmap"]
TOKENIZE = (
    "import sys, spacy; nlp = spacy.blank('en');"
    "[nlp.make_doc(open(p, encoding='utf-8', errors='replace').read()) for p in sys.argv[1:]]"
)


def seconds(run: Callable[[], object], repeat: int) -> tuple[float, float]:
    """The best and the median time of several runs."""
    times = []
    for _ in range(repeat):
        start = time.perf_counter()
        run()
        times.append(time.perf_counter() - start)
    return min(times), statistics.median(times)


def process(*command: str) -> Callable[[], object]:
    """A run of a whole process."""
    return lambda: subprocess.run(command, check=True, capture_output=True)


def main(articles: list[str]) -> None:
    """Print the table."""
    articles = articles or [str(path) for path in story_files()]
    with tempfile.TemporaryDirectory() as folder:
        compare = [*ARGMAP, "compare", *articles, "-a", f"{folder}/a", "-o", f"{folder}/o", "-q"]
        runs = (
            (BARE, process(sys.executable, "-c", "pass"), 7, BARE),
            ("argmap --help", process(*ARGMAP, "--help"), 7, BARE),
            (TOKENIZER, process(sys.executable, "-c", TOKENIZE, *articles), 3, BARE),
            (f"argmap compare, {len(articles)} articles", process(*compare), 3, TOKENIZER),
        )
        figures = {name: seconds(run, repeat) for name, run, repeat, _ in runs}
    words = sum(len(Path(path).read_text(errors="replace").split()) for path in articles)
    print(f"{len(articles)} articles, {words} words; best and median seconds of whole processes\n")
    print(f"{'what':42} {'best':>7} {'median':>7}  ratio to")
    for name, _, _, reference in runs:
        best, median = figures[name]
        ratio = best / figures[reference][0]
        print(f"{name:42} {best:7.2f} {median:7.2f}  {ratio:5.1f} x {reference}")


if __name__ == "__main__":
    main(sys.argv[1:])
