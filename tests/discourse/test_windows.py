"""How a text becomes windows of word pieces, and how stretches are read back out of word tags."""

import itertools

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from tokenizers import Tokenizer, models, normalizers, pre_tokenizers
from training.discourse.sentences import split_sentences

from argmap.discourse.decode import best_tags, read_tags
from argmap.discourse.document import Label
from argmap.discourse.windows import CLS, SEP, Packing, pack_windows, split_pieces


@pytest.fixture(scope="module")
def tokenizer() -> Tokenizer:
    """A word-piece tokenizer of letters, built as BERT's."""
    letters = "abcdefghijklmnopqrstuvwxyz.“”"
    pieces = ["[UNK]", *letters, *(f"##{letter}" for letter in letters)]
    vocabulary = {piece: number for number, piece in enumerate(pieces)}
    made = Tokenizer(models.WordPiece(vocabulary, unk_token="[UNK]"))
    made.normalizer = normalizers.BertNormalizer()
    made.pre_tokenizer = pre_tokenizers.BertPreTokenizer()
    return made


def test_pieces_point_into_raw_text(tokenizer: Tokenizer) -> None:
    """Offsets count code points of the text as given, accents and curly quotes included."""
    text = "Él  “fled”."
    pieces = split_pieces(tokenizer, text)
    shown = [text[s:e] for s, e in zip(pieces.starts, pieces.ends, strict=True)]
    assert "".join(shown) == "Él“fled”."
    firsts = [one for one, begins in zip(shown, pieces.begins_word, strict=True) if begins]
    assert firsts == ["É", "“", "f", "”", "."]
    first, last = pieces.range_of((5, 9))
    assert "".join(shown[first:last]) == "fled"


@given(st.lists(st.integers(1, 14), min_size=1, max_size=12), st.integers(20, 40), st.booleans())
def test_every_piece_has_one_window_of_its_own(
    tokenizer: Tokenizer, lengths: list[int], size: int, titled: bool
) -> None:
    """Windows are never too long, and each piece is owned once, where its id stands in the row."""
    text = "\n".join("ab " * length + "." for length in lengths)
    pieces = split_pieces(tokenizer, text)
    sentences = split_sentences(text)
    packing = Packing(size=size, title=4, context=6)
    windows = pack_windows(pieces, sentences, sentences[0] if titled else None, packing)
    owned = []
    for window in windows:
        assert len(window.ids) <= size
        assert (window.ids[0], window.ids[-1]) == (CLS, SEP)
        row = window.ids[window.own_row : window.own_row + window.own_count]
        assert row == pieces.ids[window.own_piece :][: window.own_count].tolist()
        owned += range(window.own_piece, window.own_piece + window.own_count)
    assert owned == list(range(len(pieces.ids)))


def test_windows_end_with_sentences_and_begin_with_the_title(tokenizer: Tokenizer) -> None:
    """A sentence that fits is never cut; later windows repeat the headline and what came last."""
    text = "top.\n" + "\n".join("abc abc ab." for _ in range(6))
    pieces = split_pieces(tokenizer, text)
    sentences = split_sentences(text)
    packing = Packing(size=28, title=3, context=4)
    windows = pack_windows(pieces, sentences, sentences[0], packing)
    ends = {int(np.searchsorted(pieces.starts, end)) for _, end in sentences}
    assert len(windows) > 2
    assert all(w.own_piece + w.own_count in ends for w in windows)
    title = pieces.ids[:3].tolist()
    for window in windows[1:]:
        before = pieces.ids[window.own_piece - 4 : window.own_piece].tolist()
        assert window.ids[1 : window.own_row] == title + before


def test_an_inside_tag_never_stands_alone() -> None:
    """The best valid sequence begins a stretch even where inside alone has the highest score."""
    scores = np.array([[0, 0, 5], [0, 1, 0], [0, 0, 4]], dtype=np.float32)
    assert best_tags(scores).tolist() == [0, 1, 2]


def test_the_best_sequence_is_the_best_of_all() -> None:
    """No valid sequence of tags scores higher, whatever the scores: every one is tried."""
    chance = np.random.default_rng(5)
    for _ in range(20):
        scores = chance.normal(size=(5, 5)).astype(np.float32)
        valid = [
            tags
            for tags in itertools.product(range(5), repeat=5)
            if all(
                tag in (0, 1, 3) or before in (tag - 1, tag)
                for before, tag in itertools.pairwise((0, *tags))
            )
        ]
        highest = max(sum(scores[range(5), tags]) for tags in valid)
        assert sum(scores[range(5), best_tags(scores)]) == pytest.approx(highest)


def test_tags_become_stretches_of_the_text(tokenizer: Tokenizer) -> None:
    """Two begins in a row make two stretches, an inside lengthens the last to its word's end."""
    text = "he said so then"
    pieces = split_pieces(tokenizer, text)
    assert read_tags(pieces, [1, 3, 4, 3], ("source", "cue")) == [
        Label(0, 2, "source"),
        Label(3, 10, "cue"),
        Label(11, 15, "cue"),
    ]
