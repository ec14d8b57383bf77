"""Score argmap on every public data set below a folder; write the tables of its pages.

Usage: python scripts/figures.py DATA [--only NAME ...] [--limit N] [--pin [--lower REASON]]

DATA holds one folder a data set, as they were published. A data set's own development part is
scored, or, where it has none, the articles that training leaves out. The table goes into
docs/evaluation.md and, as far as it is the discourse model's, into that model's card; the figures
alone go into models/figures.json, from which the page of a story shows some. What stands outside
the two marks of a page is written by people and stays.
"""

from __future__ import annotations

import argparse
import sys
from dataclasses import dataclass, field
from pathlib import Path

from argmap.cli.reader import ArgmapReader
from argmap.errors import ArgmapError, InputError, MissingProgramError
from argmap.evaluate import DATASETS, Result, evaluate
from argmap.evaluate.benchmark import baselines, select
from argmap.evaluate.floors import pin, read_pins, shortfalls, write_pins
from argmap.evaluate.reader import Reader
from argmap.models import FOLDER as MODELS
from argmap.models.figures import PublicFigure, write_figures

PAGE = Path(__file__).parent.parent / "docs" / "evaluation.md"
CARD = MODELS / "discourse.md"
BY_SYNTAX = "ud"  # the data set that the other model answers
BEGIN, END = "<!-- figures: begin -->", "<!-- figures: end -->"


@dataclass(frozen=True, kw_only=True)
class Row:
    """A data set, where its development part lies, what is to be reached, what others reach.

    `research_only`: no licence is stated, or it is for research; nothing of its text is shipped.
    """

    dataset: str
    places: tuple[str, ...]
    label: str = ""
    held_out: bool = False
    targets: dict[str, float]
    others: str
    research_only: bool = True


ROWS = (
    Row(
        dataset="ud",
        label="ud (EWT, web)",
        places=("ud-ewt/dev.conllu",),
        targets={"upos_acc": 0.95, "las": 0.83, "sents_f1": 0.80},
        others="spaCy transformer: UPOS .969, LAS .894",
        research_only=False,
    ),
    Row(
        dataset="ud",
        label="ud (GUM, 16 genres)",
        places=("ud-gum/dev.conllu",),
        targets={"upos_acc": 0.95, "las": 0.83, "sents_f1": 0.80},
        others="Stanza about LAS .88*",
    ),
    Row(
        dataset="ner",
        places=("ner-worldwide/dev",),
        targets={"ents_f1": 0.85},
        others="models trained on CoNLL or OntoNotes lose 10 points here",
    ),
    Row(
        dataset="polnear",
        places=("polnear/dev",),
        targets={
            "source_token_f1": 0.85,
            "cue_token_f1": 0.75,
            "content_token_f1": 0.92,
            "content_exact_f1": 0.65,
            "linked_f1": 0.75,
        },
        others="human token alpha .754; Citron on another corpus: exact content .593",
    ),
    Row(
        dataset="basil",
        places=("basil",),
        held_out=True,
        targets={"voice_accuracy": 0.95, "lexical_sentence_f1": 0.35},
        others="BERT about .31 lexical*",
    ),
    Row(
        dataset="babe",
        places=("babe",),
        held_out=True,
        targets={"macro_f1": 0.80, "word_f1": 0.45},
        others="BERT .79 to .80, best .84*",
    ),
    Row(
        dataset="checkthat-subj",
        places=("checkthat-subj/dev.tsv",),
        targets={"macro_f1": 0.77},
        others="best .78*",
    ),
    Row(
        dataset="news-discourse",
        places=("news-discourse",),
        held_out=True,
        targets={"macro_f1": 0.56, "micro_f1": 0.66, "speech_f1": 0.90},
        others="about .54 and .64*",
    ),
    Row(
        dataset="webis-editorials",
        places=("webis-editorials",),
        held_out=True,
        targets={"macro_f1": 0.56, "weighted_f1": 0.80},
        others="linear SVM .500; patterns .354 (measured for this project)",
    ),
    Row(
        dataset="semeval2023-frames",
        places=("semeval2023-frames",),
        held_out=True,
        targets={"micro_f1": 0.58, "genre_macro_f1": 0.60},
        others="best .579*",
    ),
    Row(
        dataset="factuality",
        places=("factuality/*/dev.jsonl",),
        targets={"pearson": 0.80},
        others=".83 to .90*",
    ),
    Row(
        dataset="wiki-weasel",
        places=("wiki-weasel",),
        held_out=True,
        targets={"f1": 0.62},
        others="CoNLL-2010 best .602 (another cut)*",
        research_only=False,
    ),
    Row(
        dataset="newsmtsc",
        places=("newsmtsc/dev_*.jsonl",),
        targets={"macro_f1": 0.75},
        others=".82 to .84*",
    ),
    Row(
        dataset="aaec",
        places=("aaec/dev",),
        targets={"span_f1_50": 0.80, "type_macro_f1": 0.82, "relation_f1": 0.55},
        others="sentence = unit .755; ILP types .826*; relations .585",
    ),
    Row(
        dataset="arg-microtexts",
        places=("arg-microtexts",),
        held_out=True,
        targets={"role_macro_f1": 0.74, "attachment_f1": 0.70},
        others="stance ILP .745; attachment MP+p .720",
    ),
    Row(
        dataset="sts",
        places=("sts/2013/headlines*.tsv", "sts/2014/headlines*.tsv"),
        targets={"pearson": 0.84},
        others="2015 headlines: TF-IDF .726, winner .825",
        research_only=False,
    ),
    Row(
        dataset="basil-triples",
        places=("basil",),
        targets={
            prefix + name: target
            for prefix in ("", "tuning_")
            for name, target in (
                ("pair_precision", 0.80),
                ("pair_recall", 0.70),
                ("claim_precision", 0.80),
                ("claim_recall", 0.70),
            )
        },
        others="aligned for this project",
    ),
)


@dataclass(frozen=True, kw_only=True)
class Unmeasured:
    """Why there is no figure of argmap, with what the trivial rule reaches."""

    reason: str
    n: int = 0
    baselines: dict[str, float | None] = field(default_factory=dict)


def measured(row: Row, data: Path, reader: Reader, limit: int | None) -> Result | Unmeasured:
    """The result of a row, or why there is none."""
    dataset = DATASETS[row.dataset]
    paths = [path for place in row.places for path in sorted(data.glob(place))]
    if not paths:
        return Unmeasured(reason=f"The data is not there ({', '.join(row.places)}).")
    try:
        return evaluate(dataset, paths, reader, limit=limit, held_out=row.held_out)
    except MissingProgramError as error:
        items = select(dataset, paths, limit=limit, held_out=row.held_out)
        return Unmeasured(reason=str(error), n=len(items), baselines=baselines(dataset, items))


def lines_of(row: Row, result: Result | Unmeasured) -> list[str]:
    """The lines of a row: one a metric."""
    name, others = (row.label or row.dataset) + (" †" if row.research_only else ""), row.others
    texts = f"{result.n}{' held out' if row.held_out else ''}" if result.n else ""
    found = []
    for metric, target in row.targets.items():
        trivial = DATASETS[row.dataset].baseline_names[metric]
        guess = _figure(result.baselines[metric]) if result.baselines else ""
        ours, between = "not yet", ""
        if isinstance(result, Result):
            ours = f"**{_figure(result.metrics[metric])}**"
            interval = result.intervals[metric]
            between = f"{interval[0]:.3f} to {interval[1]:.3f}" if interval else ""
        cells = [name, f"`{metric}`", f"{guess} ({trivial})", ours, between, f"{target:.2f}"]
        found.append("| " + " | ".join([*cells, others, texts]) + " |")
        name = others = texts = ""  # said once
    return found


def figures_of(row: Row, result: Result) -> list[PublicFigure]:
    """The figures of a row that are defined."""
    return [
        PublicFigure(
            dataset=row.dataset,
            data=row.label,
            metric=metric,
            value=value,
            baseline=result.baselines[metric] if result.baselines else None,
            rule=DATASETS[row.dataset].baseline_names[metric],
        )
        for metric in row.targets
        if (value := result.metrics[metric]) is not None
    ]


def page(written: str, rows: list[str], notes: list[str]) -> str:
    """A page with the table between its marks put in anew."""
    if BEGIN not in written or END not in written:
        raise InputError(f"A page of figures lacks the marks {BEGIN} and {END}; put them back.")
    head = [
        "| data set | metric | baseline | argmap | 95 % | target | what others reach | texts |",
        "|---|---|---|---|---|---|---|---|",
    ]
    before, rest = written.split(BEGIN, 1)
    behind = rest.split(END, 1)[1]
    table = "\n".join([*head, *rows, "", *(f"* {note}" for note in notes)]).rstrip()
    return f"{before}{BEGIN}\n{table}\n{END}{behind}"


def main() -> int:
    """Measure, write the page, and hold the figures against their floors."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("data", type=Path)
    parser.add_argument("--only", nargs="+", default=[], metavar="NAME")
    parser.add_argument("--limit", type=int)
    parser.add_argument("--pin", action="store_true", help="raise the floors to what was reached")
    parser.add_argument("--lower", metavar="REASON", help="with --pin: lower floors, for a reason")
    asked = parser.parse_args()
    reader = ArgmapReader()
    rows: list[str] = []
    learned: list[str] = []
    notes: list[str] = []
    found: list[PublicFigure] = []
    below: list[str] = []
    pins = read_pins()
    pinned = {one.dataset for one in pins}
    for row in ROWS:
        if asked.only and row.dataset not in asked.only:
            continue
        result = measured(row, asked.data, reader, asked.limit)
        lines = lines_of(row, result)
        rows += lines
        learned += lines if row.dataset != BY_SYNTAX else []
        if isinstance(result, Unmeasured):
            notes.append(f"{row.label or row.dataset}: {result.reason}")
            continue
        found += figures_of(row, result)
        print(row.label or row.dataset, result.metrics, f"{result.seconds} s", flush=True)
        if result.crashed:
            notes.append(f"{row.dataset}: {len(result.crashed)} texts crashed and count as missed.")
        if asked.pin:
            pins = pin(result, pins, lower=asked.lower)
        elif result.dataset in pinned and asked.limit is None:
            below += shortfalls(result, pins)
    if asked.pin:
        write_pins(pins)
    if not asked.only and not asked.limit:
        for path, lines, below_it in ((PAGE, rows, notes), (CARD, learned, [])):
            written = page(path.read_text(encoding="utf-8"), lines, below_it)
            path.write_text(written, encoding="utf-8")
        write_figures(found)
    else:
        print("\n".join([*rows, "", *notes]))
    for sentence in below:
        print(sentence, file=sys.stderr)
    return 1 if below else 0


def _figure(value: float | None) -> str:
    return "undefined" if value is None else f"{value:.3f}"


if __name__ == "__main__":
    try:
        sys.exit(main())
    except ArgmapError as error:
        print(error, file=sys.stderr)
        sys.exit(error.exit_status)
