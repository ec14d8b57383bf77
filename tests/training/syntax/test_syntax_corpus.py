"""The readers give the words, spaces and labels that stand in the files."""

from pathlib import Path

import spacy
from training.syntax.corpus import OPEN_GENRES, as_shared, read_newswire, read_treebank
from training.syntax.examples import example, spans_of
from training.syntax.spacing import spaces_between


def test_text_is_rebuilt_from_words_and_spaces(data: Path) -> None:
    """Each sentence's words and spaces give the text that the treebank states."""
    path = data / "ud-ewt" / "train.conllu"
    stated = [
        line.removeprefix("# text = ")
        for line in path.read_text(encoding="utf-8").split("\n")
        if line.startswith("# text = ")
    ]
    read = [sentence.text for article in read_treebank(path) for sentence in article.sentences]
    assert read == stated


def test_only_the_genres_asked_for_are_read(data: Path) -> None:
    """A document of a genre that is not free is left out."""
    articles = read_treebank(data / "ud-gum" / "train.conllu", OPEN_GENRES)
    assert [article.id for article in articles] == ["GUM_news_ferry"]


def test_heads_point_inside_the_sentence_and_roots_at_themselves(data: Path) -> None:
    """A head is the index of a word; the root of a sentence is its own head."""
    first = read_treebank(data / "ud-ewt" / "train.conllu")[0].sentences[0]
    assert first.tree is not None
    assert first.tree.heads == (2, 2, 5, 5, 5, 5, 5)
    assert first.tree.deps[5] == "ROOT"


def test_the_address_of_a_newswire_article_is_no_text(data: Path) -> None:
    """The first line, the address, is dropped, and the spaces are those of a newspaper."""
    (article,) = read_newswire(data / "ner-worldwide" / "train")
    texts = [sentence.text for sentence in article.sentences]
    assert texts == ["Mara Quist left Port Orla, paying $40.", "“Orlans don’t mind,” she said."]


def test_examples_keep_every_name_at_its_characters(data: Path) -> None:
    """The names of an example stand at the same characters in the raw text."""
    (article,) = read_newswire(data / "ner-worldwide" / "train")
    one = example(spacy.blank("en"), article.sentences, ["", "\n\n"])
    found = [(span.text, span.label_) for span in one.reference.ents]
    assert found == [
        ("Mara Quist", "Person"),
        ("Port Orla", "Location"),
        ("$40", "Money"),
        ("Orlans", "NORP"),
    ]
    for span in one.reference.ents:
        assert one.predicted.text[span.start_char : span.end_char] == span.text


def test_examples_are_tokenized_by_spacy_and_aligned(data: Path) -> None:
    """The tokenizer's tokens get the treebank's labels, also beside a line break."""
    article = read_treebank(data / "ud-ewt" / "train.conllu")[0]
    one = example(spacy.blank("en"), article.sentences, ["", "\n\n"])
    assert one.predicted.text.count("\n\n") == 1
    tags = one.get_aligned("POS", as_string=True)
    assert dict(zip((t.text for t in one.predicted), tags, strict=True))["\n\n"] == "SPACE"
    assert dict(zip((t.text for t in one.predicted), tags, strict=True))["laughed"] == "VERB"
    starts = one.get_aligned_sent_starts()
    assert [t.text for t, start in zip(one.predicted, starts, strict=True) if start == 1] == [
        "The",
        '"',
    ]


def test_unknown_words_stay_unknown_for_the_names(data: Path) -> None:
    """Where nobody looked for a class, nothing is said of it; what is said is kept."""
    tags = ["I-PER", "I-PER", "O", "I-MISC", "B-LOC", "B-LOC"]
    assert as_shared(tags, outside="-") == (
        *("B-Person", "I-Person", "-", "-"),
        *("B-Location", "B-Location"),
    )
    assert as_shared(tags, outside="O")[2:4] == ("O", "-")


def test_a_stray_inside_tag_begins_a_name() -> None:
    """Tags that change their class without a begin are two names."""
    assert spans_of(["I-A", "I-A", "I-B", "O", "B-A", "B-A"]) == [
        (0, 2, "A"),
        (2, 3, "B"),
        (4, 5, "A"),
        (5, 6, "A"),
    ]


def test_spaces_are_guessed_as_newspapers_set_them() -> None:
    """Marks close up to their words; a compound's hyphen joins, a dash does not."""
    for text in (
        'He said: "Port-side fares (old) rose 5%," and left.',
        "The islanders’ ferry – a rusty one – won’t sail.",
        "It can't be $4 or 3/4 of it.",
    ):
        nlp = spacy.blank("en")
        words = tuple(token.text for token in nlp(text))
        spaces = spaces_between(words)
        assert "".join(w + " " * s for w, s in zip(words, spaces, strict=True)).strip() == text
