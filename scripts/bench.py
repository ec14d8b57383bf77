"""Measure speed as a ratio to a named reference in the same run.

Usage: python scripts/bench.py [ARTICLE ...]   (default: the bundled story)

Every figure is the best of several runs, since other work on the machine only ever adds time.
"""

from __future__ import annotations

import os
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from bench_maps import maps
from bench_story import write_story

from argmap.story import story_files

MANY = 100
"""How many articles the largest story has."""
ALLOWED_THREE, ALLOWED_MANY = 2.0, 60.0
"""Seconds from the annotation files of three and of so many articles to their page."""
BARE = "python -c pass"
BARE_SYNTAX = "the bare syntax model"
TOKENIZER = "spaCy's tokenizer on the articles"
ARGMAP = [sys.executable, "-m", "argmap"]
TOKENIZE = (
    "import sys, spacy; nlp = spacy.blank('en');"
    "[nlp.make_doc(open(p, encoding='utf-8', errors='replace').read()) for p in sys.argv[1:]]"
)
LOAD = "from argmap.pipeline import build; build()"
WORDS = 20_000
"""How long the text is that the readings are measured on: the articles, over and over."""
LENGTHS = (10_000, 100_000)
"""Lengths of one article, the articles in one text over and over, whose costs are compared."""
READ = """
import resource, sys, time
from pathlib import Path
from argmap.model.article import Article
from argmap.pipeline import annotate, build
from argmap.pipeline.layers import reading_of

what, size, *paths = sys.argv[1:]
texts = [Path(path).read_text(encoding="utf-8", errors="replace") for path in paths]
words = sum(len(text.split()) for text in texts)
nlp = build()
names = [name for name, _ in nlp.pipeline]
models = ["argmap_blocks", "argmap_sentences", "argmap_syntax", "argmap_discourse"]
kept = {"syntax": models[:3], "models": models, "all": names}[what]

def read(text):
    if what == "all":
        return annotate(nlp, Article(id="a", text=text))
    doc = nlp.make_doc(text)
    reading_of(doc)
    for name in kept:
        doc = nlp.get_pipe(name)(doc)

read(texts[0])
clock, started, done = time.perf_counter(), time.process_time(), 0
while done < int(size):
    for text in texts:
        read(text)
    done += words
worked, waited = time.process_time() - started, time.perf_counter() - clock
memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
print(done / worked, done / waited, memory)
"""
READ_ONE = """
import resource, sys, time
from pathlib import Path
from argmap.model.article import Article
from argmap.pipeline import annotate, build

size, *paths = sys.argv[1:]
story = "\\n\\n".join(Path(path).read_text(encoding="utf-8", errors="replace") for path in paths)
words = len(story.split())
text = "\\n\\n".join([story] * -(-int(size) // words))
nlp = build()
annotate(nlp, Article(id="a", text=story))
started = time.process_time()
annotate(nlp, Article(id="a", text=text))
worked = time.process_time() - started
print(len(text.split()) / worked, resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024)
"""


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


def to_page(folder: str) -> Callable[[], object]:
    """A run of the whole comparison of the annotation files of a folder: maps, figures, page."""

    def run() -> object:
        files = sorted(map(str, Path(folder).glob("*.json")))
        command = [*ARGMAP, "compare", *files, "-a", folder, "-o", f"{folder}/pages", "-q"]
        return subprocess.run(command, check=True, capture_output=True)

    return run


def pace(what: str, articles: list[str], *, processes: int = 1) -> tuple[float, float, float]:
    """Words a second of processor time, words a second on the wall, and the peak of memory in MB.

    Of several processes side by side the paces are added up.
    """
    command = [sys.executable, "-c", READ, what, str(WORDS), *articles]
    running = [
        subprocess.Popen(command, stdout=subprocess.PIPE, text=True) for _ in range(processes)
    ]
    rows = [[float(figure) for figure in one.communicate()[0].split()] for one in running]
    return sum(row[0] for row in rows), sum(row[1] for row in rows), max(row[2] for row in rows)


def readings(articles: list[str]) -> None:
    """Print how fast the models and the whole reading are, each beside the bare syntax model."""
    names = {"syntax": BARE_SYNTAX, "models": "both models", "all": "the whole reading"}
    paces = {what: max(pace(what, articles) for _ in range(2)) for what in names}
    twice = max(pace("models", articles, processes=2)[1] for _ in range(2))
    print(f"\n{'reading, one core':42} {'words/s':>8} {'MB':>6}  time as a ratio to")
    for what, name in names.items():
        ratio = paces["syntax"][0] / paces[what][0]
        print(f"{name:42} {paces[what][0]:8.0f} {paces[what][2]:6.0f} {ratio:5.1f} x {BARE_SYNTAX}")
    gain = twice / paces["models"][1]
    print(f"{'both models, two processes':42} {twice:8.0f} {'':6} {gain:5.2f} times one process")


def lengths(articles: list[str]) -> None:
    """Print what a word of a long article costs beside one of an article of a tenth of it."""
    rows = {}
    for length in LENGTHS:
        command = [sys.executable, "-c", READ_ONE, str(length), *articles]
        ran = subprocess.run(command, check=True, capture_output=True, text=True)
        rows[length] = [float(figure) for figure in ran.stdout.split()]
    shortest = rows[LENGTHS[0]][0]
    print(f"\n{'one article, one core':42} {'words/s':>8} {'MB':>6}  time a word as a ratio to")
    for length, (speed, memory) in rows.items():
        ratio = f"{shortest / speed:5.1f} x {LENGTHS[0]:,} words"
        print(f"{f'{length:,} words':42} {speed:8.0f} {memory:6.0f} {ratio}")


def main(articles: list[str]) -> None:
    """Print the tables."""
    os.environ.pop("PYTHONDONTWRITEBYTECODE", None)  # modules are compiled once, as for a user
    articles = articles or [str(path) for path in story_files()]
    with tempfile.TemporaryDirectory() as folder:
        compare = [*ARGMAP, "compare", *articles, "-a", f"{folder}/a", "-o", f"{folder}/o", "-q"]
        three, many = (f"from annotations to page, {number}" for number in (len(articles), MANY))
        runs = (
            (BARE, process(sys.executable, "-c", "pass"), 7, BARE),
            ("argmap --help", process(*ARGMAP, "--help"), 7, BARE),
            ("loading both models", process(sys.executable, "-c", LOAD), 3, BARE),
            (TOKENIZER, process(sys.executable, "-c", TOKENIZE, *articles), 3, BARE),
            (f"argmap compare, {len(articles)} articles", process(*compare), 3, TOKENIZER),
            (three, to_page(f"{folder}/a"), 5, BARE),
            (many, to_page(f"{folder}/many"), 2, BARE),
        )
        allowed = {
            three: ALLOWED_THREE if len(articles) == len(story_files()) else None,
            many: ALLOWED_MANY,
        }
        write_story(Path(folder, "many"), MANY)
        figures = {name: seconds(run, repeat) for name, run, repeat, _ in runs}
    words = sum(len(Path(path).read_text(errors="replace").split()) for path in articles)
    print(f"{len(articles)} articles, {words} words; best and median seconds of whole processes\n")
    print(f"{'what':42} {'best':>7} {'median':>7} {'allowed':>7}  ratio to")
    for name, _, _, reference in runs:
        best, median = figures[name]
        ratio = best / figures[reference][0]
        limit = allowed.get(name)
        most = "" if limit is None else f"{limit:.0f}"
        print(f"{name:42} {best:7.2f} {median:7.2f} {most:>7}  {ratio:5.1f} x {reference}")
    readings(articles)
    lengths(articles)
    maps()


if __name__ == "__main__":
    main(sys.argv[1:])
