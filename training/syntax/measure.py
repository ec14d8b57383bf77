"""Score a pipeline on development data, from raw text, with spaCy's own scorer."""

from pathlib import Path

from spacy.language import Language
from spacy.scorer import Scorer
from spacy.training import Example

from .corpus import OPEN_GENRES, Article, read_treebank
from .examples import PARAGRAPH, example

FIGURES = {
    "pos_acc": "upos_acc",
    "morph_acc": "morph_acc",
    "lemma_acc": "lemma_acc",
    "dep_uas": "uas",
    "dep_las": "las",
    "sents_f": "sents_f1",
}


def plain(nlp: Language, articles: list[Article], *, breaks: bool) -> list[Example]:
    """Return one example an article, its paragraphs set apart or all run together."""
    return [example(nlp, a.sentences, line_breaks(a, breaks=breaks)) for a in articles]


def line_breaks(article: Article, *, breaks: bool) -> list[str]:
    """Return what comes before each sentence of an article, beside a space."""
    return [PARAGRAPH if breaks and s.opens_paragraph else "" for s in article.sentences]


def dev_articles(data: Path) -> dict[str, list[Article]]:
    """Return the development sets."""
    web = read_treebank(data / "ud-ewt" / "dev.conllu")
    gum = read_treebank(data / "ud-gum" / "dev.conllu")
    open_gum = read_treebank(data / "ud-gum" / "dev.conllu", OPEN_GENRES)
    return {"ewt": web, "gum": gum, "gum-open": open_gum}


def dev_examples(nlp: Language, data: Path) -> dict[str, list[Example]]:
    """Return the development sets as examples, paragraphs run together."""
    sets = dev_articles(data)
    return {name: plain(nlp, articles, breaks=False) for name, articles in sets.items()}


def scores(nlp: Language, examples: list[Example]) -> dict[str, float]:
    """Run the pipeline on the raw texts and return every figure."""
    texts = (one.reference.text for one in examples)
    pairs = zip(nlp.pipe(texts), (one.reference for one in examples), strict=True)
    return scores_of(nlp, [Example(predicted, gold) for predicted, gold in pairs])


def scores_of(nlp: Language, examples: list[Example]) -> dict[str, float]:
    """Return the figures of what was predicted already."""
    found = Scorer(nlp).score(examples)
    figures = {ours: round(found[theirs], 4) for theirs, ours in FIGURES.items()}
    return figures | {"n": sum(len(one.reference) for one in examples)}
