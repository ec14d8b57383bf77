"""The bundled models: whole, of this version, and able to read a text that no one trained on."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest

from argmap.discourse.model import load_discourse
from argmap.errors import MissingProgramError
from argmap.models import FOLDER, MANIFEST, describe, model_folder
from argmap.pipeline.syntax import SYNTAX_VERSION, load_syntax, parse

TEXT = "Mira Tolland met the ministry’s envoys in Lisbon.\n\nThey disagreed. “We wait,” she said."


MODELS = {"syntax": load_syntax, "discourse": load_discourse}
FILES = ("syntax/parser/model", "syntax/vectors.npz", "discourse/words.npz", "discourse/model.json")
MEGABYTE = 1_000_000


@pytest.fixture
def copied(tmp_path: Path) -> Path:
    """A copy of the bundled models that a test may break."""
    for model in MODELS:
        shutil.copytree(FOLDER / model, tmp_path / model)
    shutil.copy(FOLDER / MANIFEST, tmp_path / MANIFEST)
    return tmp_path


@pytest.mark.parametrize("model", MODELS)
def test_the_manifest_names_every_file(model: str) -> None:
    """What lies in the folder is what the manifest says, neither more nor less."""
    known = json.loads((FOLDER / MANIFEST).read_text())[model]["files"]
    assert {name: tuple(value) for name, value in known.items()} == describe(FOLDER / model)


def test_both_models_stay_small() -> None:
    """All weights together have no more than sixty megabytes."""
    sizes = [size for model in MODELS for size, _ in describe(FOLDER / model).values()]
    assert sum(sizes) <= 60 * MEGABYTE


@pytest.mark.parametrize("file", FILES)
def test_a_missing_file_is_one_sentence(copied: Path, file: str) -> None:
    """A file that was deleted is named, with the remedy, and the status is 4."""
    (copied / file).unlink()
    with pytest.raises(MissingProgramError, match=rf"{file} is missing; install") as caught:
        MODELS[file.split("/")[0]](copied)
    assert caught.value.exit_status == 4


@pytest.mark.parametrize("file", FILES)
def test_a_file_cut_short_is_one_sentence(copied: Path, file: str) -> None:
    """A download that stopped half-way is told from a whole file by its size."""
    path = copied / file
    path.write_bytes(path.read_bytes()[:1000])
    with pytest.raises(MissingProgramError, match=r"has 1000 bytes of \d+; install"):
        MODELS[file.split("/")[0]](copied)


@pytest.mark.parametrize("file", FILES)
def test_a_changed_file_is_one_sentence(copied: Path, file: str) -> None:
    """A byte that changed on the way is noticed."""
    path = copied / file
    content = bytearray(path.read_bytes())
    content[len(content) // 2] ^= 1
    path.write_bytes(bytes(content))
    with pytest.raises(MissingProgramError, match="was changed after it was made"):
        MODELS[file.split("/")[0]](copied)


def test_another_version_is_one_sentence(copied: Path) -> None:
    """Weights of another version are not tried."""
    with pytest.raises(MissingProgramError, match=r"is version 1\.1\.0, and this argmap needs 9"):
        model_folder("syntax", "9", copied)


@pytest.mark.parametrize("content", [None, "", "{}", "[]"])
def test_a_broken_manifest_is_one_sentence(copied: Path, content: str | None) -> None:
    """Without a manifest nothing is loaded on trust."""
    if content is None:
        (copied / MANIFEST).unlink()
    else:
        (copied / MANIFEST).write_text(content)
    with pytest.raises(MissingProgramError, match="does not name the syntax model"):
        model_folder("syntax", SYNTAX_VERSION, copied)


def test_a_text_is_parsed() -> None:
    """Words at their characters, one root a sentence, and the classes of words."""
    nlp = load_syntax()
    words = parse(nlp, TEXT)
    assert "".join(TEXT[word.start : word.end] for word in words) == "".join(TEXT.split())
    assert words[0].starts_sentence
    roots = [place for place, word in enumerate(words) if word.deprel == "root"]
    assert roots == [place for place, word in enumerate(words) if word.head == place]
    assert "met" in {TEXT[words[place].start : words[place].end] for place in roots}
    tagged = {TEXT[word.start : word.end]: word.upos for word in words}
    assert (tagged["met"], tagged["envoys"], tagged["Lisbon"]) == ("VERB", "NOUN", "PROPN")
    assert parse(nlp, TEXT) == words


@pytest.mark.parametrize("word", ["!!", "???", ">>", "555-013-4455", "e-mail", "pre-war"])
def test_words_are_cut_as_the_treebanks_cut_them(word: str) -> None:
    """A run of marks, a telephone number, a word behind a prefix: one word each."""
    text = f"She wrote {word} again"
    assert word in {text[one.start : one.end] for one in parse(load_syntax(), text)}
