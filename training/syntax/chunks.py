"""Cut articles into training chunks: runs of sentences of one article, drawn anew each epoch."""

from collections.abc import Iterator, Sequence
from random import Random

from .augment import dateline, varied
from .corpus import Article, Sentence
from .examples import PARAGRAPH

RUNS = (1, 1, 2, 2, 3, 4, 6, 9)
"""How many sentences a chunk has; each is as likely as any other in the list."""
DATELINES = 0.05
"""The chance that a chunk opens with a dateline."""
BREAKS = 0.7
"""The chance that a new paragraph is shown as such."""

LINE_BREAKS = (PARAGRAPH, PARAGRAPH, "\n")

Chunk = tuple[list[Sentence], list[str]]
"""Sentences, and the line break before each, or nothing."""


def cut(article: Article, random: Random, most_words: int) -> Iterator[Chunk]:
    """Yield an article's chunks in order, each varied by chance."""
    start = 0
    while start < len(article.sentences):
        chosen: list[Sentence] = []
        words = 0
        for sentence in article.sentences[start : start + random.choice(RUNS)]:
            if chosen and words + len(sentence.words) > most_words:
                break
            chosen.append(sentence)
            words += len(sentence.words)
        start += len(chosen)
        breaks = [
            random.choice(LINE_BREAKS) if s.opens_paragraph and random.random() < BREAKS else ""
            for s in chosen
        ]
        chosen = [varied(sentence, random) for sentence in chosen]
        if random.random() < DATELINES:
            chosen.insert(0, dateline(random))
            breaks[0] = ""
            breaks.insert(0, "")
        yield chosen, breaks


def batches(
    articles: Sequence[Article], seed: str, *, words: int, most_words: int = 120
) -> Iterator[list[Chunk]]:
    """Yield one epoch's batches of about `words` words; the same seed gives the same batches."""
    random = Random(seed)
    chunks = [chunk for article in articles for chunk in cut(article, random, most_words)]
    random.shuffle(chunks)
    batch: list[Chunk] = []
    size = 0
    for chunk in chunks:
        batch.append(chunk)
        size += sum(len(sentence.words) for sentence in chunk[0])
        if size >= words:
            yield batch
            batch, size = [], 0
