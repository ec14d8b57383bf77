"""Figures on development data with 95 % confidence intervals, by drawing articles anew.

    python -m training.syntax.intervals --data PATH --model src/argmap/models/syntax

Every figure is an F1 of two sets of things at their characters (a word with its class, a word
with its head and relation, a sentence), so no alignment of words is needed, and a word
that was cut elsewhere counts as wrong. Trees are scored without punctuation. `spacy` holds what
spaCy's own scorer says beside it.
"""

import argparse
import json
from collections.abc import Iterator
from pathlib import Path

import numpy
from spacy.language import Language
from spacy.tokens import Doc
from spacy.training import Example

from .assemble import read
from .corpus import Article
from .examples import reference
from .measure import dev_articles, line_breaks, scores_of

DRAWS = 1000
Counts = dict[str, tuple[int, int, int]]
"""For each figure: how many things are right, predicted, and in the gold standard."""


def things(doc: Doc) -> Iterator[tuple[str, tuple]]:
    """Yield (figure, thing) for all that a Doc says; line breaks are nothing."""
    for token in doc:
        if token.is_space:
            continue
        place = (token.idx, token.idx + len(token))
        head = -1 if token.head == token else token.head.idx
        yield "words_f1", place
        yield "upos_f1", (*place, token.pos_)
        yield "lemma_f1", (*place, token.lemma_)
        if token.dep_ != "punct":
            yield "uas_f1", (*place, head)
            yield "las_f1", (*place, head, token.dep_)
    for sentence in doc.sents:
        words = [token for token in sentence if not token.is_space]
        if words:
            yield "sents_f1", (words[0].idx, words[-1].idx + len(words[-1]))


def count(gold: Doc, predicted: Doc) -> Counts:
    """Compare what two Docs of one text say."""
    sides: list[dict[str, set[tuple]]] = [{}, {}]
    for side, doc in zip(sides, (gold, predicted), strict=True):
        for figure, thing in things(doc):
            side.setdefault(figure, set()).add(thing)
    wanted, found = sides
    counts: Counts = {}
    for figure in sorted(wanted.keys() | found.keys()):
        ours, theirs = found.get(figure, set()), wanted.get(figure, set())
        counts[figure] = (len(ours & theirs), len(ours), len(theirs))
    return counts


def with_intervals(articles: list[Counts], seed: int = 0) -> dict[str, dict[str, float]]:
    """Return each figure over all articles, with the middle 95 % of `DRAWS` draws of articles."""
    random = numpy.random.default_rng(seed)
    drawn = random.integers(0, len(articles), size=(DRAWS, len(articles)))
    found = {}
    for figure in sorted({name for counts in articles for name in counts}):
        table = numpy.array([counts.get(figure, (0, 0, 0)) for counts in articles])
        sums = table[drawn].sum(axis=1)
        low, high = numpy.quantile(2 * sums[:, 0] / (sums[:, 1] + sums[:, 2]), (0.025, 0.975))
        right, ours, theirs = table.sum(axis=0)
        found[figure] = {
            "value": round(float(2 * right / (ours + theirs)), 4),
            "low": round(float(low), 4),
            "high": round(float(high), 4),
            "n": int(theirs),
        }
    return found


def answered(nlp: Language, articles: list[Article], *, breaks: bool) -> list[Example]:
    """Run the pipeline over the raw text of each article."""
    golds = [
        reference(nlp, article.sentences, line_breaks(article, breaks=breaks))
        for article in articles
    ]
    return [Example(nlp(gold.text), gold) for gold in golds]


def main() -> None:
    """Print one line of JSON a development set, with paragraphs kept and run together."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--model", type=Path, required=True)
    asked = parser.parse_args()
    nlp = read(asked.model)
    for breaks in (True, False):
        sets = {
            name: answered(nlp, articles, breaks=breaks)
            for name, articles in dev_articles(asked.data).items()
        }
        sets["ewt+gum"] = sets["ewt"] + sets["gum"]
        for name, examples in sets.items():
            line = {
                "set": name,
                "articles": len(examples),
                "paragraphs": "kept" if breaks else "run together",
                "spacy": scores_of(nlp, examples),
                "figures": with_intervals([count(e.reference, e.predicted) for e in examples]),
            }
            print(json.dumps(line), flush=True)


if __name__ == "__main__":
    main()
