"""Sentences as training examples: raw text cut by the tokenizer, beside what people labelled.

The predicted side is what the tokenizer makes of the raw text, so that the model learns and is
scored on what it meets at run time; the reference side has the data set's own words.
"""

from collections.abc import Sequence

from spacy.language import Language
from spacy.tokens import Doc
from spacy.training import Example

from .corpus import Sentence

PARAGRAPH = "\n\n"
"""How a new paragraph is set in raw text; some files have one line end only."""


def reference(nlp: Language, sentences: Sequence[Sentence], breaks: Sequence[str]) -> Doc:
    """Join sentences to one Doc with all their layers; `breaks[i]` comes before the i-th, or "".

    A line break is a word of its own, hung on the word before it, as the tokenizer makes it.
    """
    words: list[str] = []
    spaces: list[bool] = []
    columns: dict[str, list] = {name: [] for name in ("pos", "morphs", "lemmas", "deps")}
    heads: list[int] = []
    starts: list[bool] = []
    for number, (sentence, line_break) in enumerate(zip(sentences, breaks, strict=True)):
        if number and line_break:
            spaces[-1] = False
            words.append(line_break)
            spaces.append(False)
            for column, value in zip(
                columns.values(), ("SPACE", "", line_break, "dep"), strict=True
            ):
                column.append(value)
            heads.append(len(heads) - 1)
            starts.append(False)
        elif number:
            spaces[-1] = True
        offset = len(words)
        words.extend(sentence.words)
        spaces.extend(sentence.spaces)
        starts.extend(index == 0 for index in range(len(sentence.words)))
        columns["pos"].extend(sentence.tree.pos)
        columns["morphs"].extend(sentence.tree.morphs)
        columns["lemmas"].extend(sentence.tree.lemmas)
        columns["deps"].extend(sentence.tree.deps)
        heads.extend(head + offset for head in sentence.tree.heads)
    spaces[-1] = False
    return Doc(nlp.vocab, words=words, spaces=spaces, heads=heads, sent_starts=starts, **columns)


def example(nlp: Language, sentences: Sequence[Sentence], breaks: Sequence[str]) -> Example:
    """Make one training example of some sentences that follow each other."""
    gold = reference(nlp, sentences, breaks)
    return Example(nlp.make_doc(gold.text), gold)
