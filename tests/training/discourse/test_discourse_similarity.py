"""Likeness of sentences: plain features beside the vectors, and weights from the other year."""

from pathlib import Path

import numpy as np
import pytest

pytest.importorskip("sklearn")

from training.discourse.similarity import fit, measure_similarity, read_pairs

from argmap.discourse.similarity import FEATURES, pair_features


def features(one: str, other: str) -> dict[str, float]:
    """The features of two sentences whose vectors are the same."""
    same = np.ones(3, dtype=np.float32)
    return dict(zip(FEATURES, pair_features(same, same, one, other), strict=True))


def test_other_figures_are_seen() -> None:
    """Two headlines that count differently differ, whatever their vectors say."""
    assert features("Storm kills 9", "Storm kills 12")["contrary-figures"] == 1.0
    assert features("Storm kills 9", "9 killed in storm")["contrary-figures"] == 0.0


def test_small_words_are_not_in_common() -> None:
    """Articles and prepositions make no two sentences alike; the same words do."""
    assert features("The cat of the house", "A dog in a street")["shared"] == 0.0
    assert features("Fares rise", "Fares rise again")["contained"] == 1.0
    assert features("Fares rise", "Fares rise")["cosine"] == pytest.approx(1.0)


def test_weights_find_what_people_went_by(tmp_path: Path) -> None:
    """Where scores follow shared words, the fitted weights do too, and blank scores are skipped."""
    words = ["ferry", "dam", "vote", "rain", "court", "strike"]
    for year in ("2013", "2014"):
        (tmp_path / year).mkdir()
        rows = ["\tnot\tscored"]
        for number in range(12):
            one = " ".join(words[: 2 + number % 3])
            other = " ".join(words[number % 4 : number % 4 + 3])
            shared = len(set(one.split()) & set(other.split()))
            rows.append(f"{shared}\t{one}\t{other}")
        (tmp_path / year / "headlines.test.tsv").write_text("\n".join(rows), encoding="utf-8")

    def embed(texts: list[str]) -> np.ndarray:
        return np.array([[len(text), 1.0] for text in texts], dtype=np.float32)

    pairs = read_pairs(tmp_path, "2013")
    assert len(pairs) == 12
    weights, _ = fit(pairs, embed)
    assert len(weights) == len(FEATURES)
    figures = measure_similarity(tmp_path, embed)
    assert figures["pearson_2014"] > 0.9 > figures["cosine_2014"]
