"""Labelled stories: openings of NeuS by offsets, and which pairs of passages are examples."""

import json
from pathlib import Path

import pytest
from training.compare.stories import examples, read

from argmap.evaluate.datasets.basil_triples import Claim, Gold
from argmap.evaluate.labelled_files import article_of
from argmap.pipeline import build
from training.compare import openings

TEXTS = {
    "a": "The ferry sank off Orran on Monday. Nobody was hurt.",
    "b": "A ferry sank near Orran on Monday. The harbour was closed for nine days.",
}
SENTENCES = {"a": ((0, 35), (36, 52)), "b": ((0, 34), (35, 72))}


def gold(claim: Claim, optional: Claim) -> Gold:
    """Two articles of two sentences."""
    return Gold(
        id="ferry",
        articles=tuple(article_of(outlet, text) for outlet, text in TEXTS.items()),
        sentences=SENTENCES,
        claims=(claim,),
        optional=(optional,),
        part="training",
    )


def test_openings_are_read_by_line_and_offset(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Each sentence is cut out of the text behind its mark; numbers become claims."""
    line = " [SEP] ".join(f"TITLE=> Ferry. ARTICLE=> {text}" for text in TEXTS.values())
    (tmp_path / "train.source").write_text(f"nothing here\n{line}\n", encoding="utf-8")
    story = {
        "line": 1,
        "sentences": SENTENCES,
        "claims": [{"a": [0], "b": [0]}],
        "optional": [{"a": [1], "b": [1]}],
    }
    labels = tmp_path / "openings.json"
    labels.write_text(json.dumps({"stories": [story]}), encoding="utf-8")
    monkeypatch.setattr(openings, "ALIGNED", labels)
    (found,) = openings.load(tmp_path)
    assert [article.text for article in found.articles] == list(TEXTS.values())
    assert found.claims == (frozenset({("a", 0), ("b", 0)}),)
    assert found.optional == (frozenset({("a", 1), ("b", 1)}),)
    start, end = found.sentences["b"][1]
    assert found.articles[1].text[start:end] == "The harbour was closed for nine days."


def test_the_labels_that_come_with_the_recipe_are_sound() -> None:
    """Offsets go up, and every number of a claim is that of a sentence."""
    stories = json.loads(openings.ALIGNED.read_text(encoding="utf-8"))["stories"]
    assert len(stories) == 1476
    for story in stories:
        for places in story["sentences"].values():
            flat = [offset for place in places for offset in place]
            assert flat == sorted(flat)
        for claim in (*story["claims"], *story["optional"]):
            assert len(claim) > 1
            for outlet, numbers in claim.items():
                assert all(number < len(story["sentences"][outlet]) for number in numbers)


def test_examples_leave_out_what_is_unclear() -> None:
    """A pair of a claim is one, a pair of nothing is none, an optional pair neither."""
    both = frozenset({("a", 0), ("b", 0)})
    story = read(build(), gold(both, frozenset({("a", 1), ("b", 1)})), None)
    known = examples(story)
    by_sentences = {
        tuple(story.sentences[place] for place in pair): same for pair, same in known.items()
    }
    assert by_sentences[0, 0] is True
    assert (1, 1) not in by_sentences
    assert not any(same for pair, same in by_sentences.items() if pair != (0, 0))
