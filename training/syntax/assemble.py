"""Write the trained pipeline as the package ships it.

    python -m training.syntax.assemble --run DIR --out src/argmap/models/syntax

Only what is needed to run is written. The vocabulary starts empty: of the training texts nothing
is left but the letters that the lemmatizer changes, and word vectors are found by hashes.
"""

import argparse
import shutil
from pathlib import Path

import spacy
import srsly
from spacy.language import Language

from .pipeline import TRAINED, add_vectors

LEMMATIZER = "trainable_lemmatizer"
VECTORS = "vectors.npz"
META = {
    "name": "argmap_syntax",
    "version": "1.1.0",
    "description": "English word classes, morphology, lemmas, UD trees and sentence ends.",
}


def emptied(run: Path, vectors: Path) -> Language:
    """Return the trained pipeline on a vocabulary that holds no training text."""
    trained = spacy.load(run / TRAINED)
    forget_addresses(trained)
    nlp = spacy.blank("en")
    add_vectors(nlp, vectors)
    for letters in edited_letters(trained):
        nlp.vocab.strings.add(letters)
    for name, pipe in trained.pipeline:
        settings = dict(trained.config["components"][name])
        nlp.add_pipe(settings.pop("factory"), name=name, config=settings)
        nlp.get_pipe(name).from_bytes(pipe.to_bytes(exclude=["vocab"]), exclude=["vocab"])
    return nlp


def forget_addresses(nlp: Language) -> None:
    """Let the edit trees that were learned from e-mail addresses keep the form as it is."""
    lemmatizer = nlp.get_pipe(LEMMATIZER)
    same = lemmatizer.trees.add("a", "a")
    labels = lemmatizer.cfg["labels"]
    labels[:] = [same if "@" in lemmatizer.trees.tree_to_str(t) else t for t in labels]


def edited_letters(nlp: Language) -> set[str]:
    """Return the letters that the edit trees in use take off and put on."""
    lemmatizer = nlp.get_pipe(LEMMATIZER)
    trees = srsly.msgpack_loads(lemmatizer.trees.to_bytes())["trees"]
    waiting = list(lemmatizer.cfg["labels"])
    found: set[str] = set()
    while waiting:
        tree = trees[waiting.pop()]
        if "orig" in tree:
            found.update(nlp.vocab.strings[tree[side]] for side in ("orig", "subst"))
        else:
            sides = (tree["prefix_tree"], tree["suffix_tree"])
            waiting.extend(side for side in sides if side < len(trees))
    return found


def write(nlp: Language, vectors: Path, out: Path) -> None:
    """Write the pipeline to a folder, its word vectors in eight bits, its weights in sixteen.

    Half the bytes, and the same figures on the development data to the third digit. The weights of
    the pipeline given are rounded too, so that it stays the same as what is read again.
    """
    if out.exists():
        shutil.rmtree(out)
    nlp.meta.update(META)
    cast(nlp, "float16")
    nlp.to_disk(out, exclude=["vocab", "tokenizer"])
    cast(nlp, "float32")
    strings = sorted(edited_letters(nlp))
    srsly.write_json(out / "strings.json", strings)
    shutil.copyfile(vectors, out / VECTORS)


def cast(nlp: Language, kind: str) -> None:
    """Turn the weights of every network into floats of another width."""
    for _, component in nlp.pipeline:
        for node in component.model.walk():
            for name in node.param_names:
                if node.has_param(name):
                    node.set_param(name, node.get_param(name).astype(kind))


def read(folder: Path) -> Language:
    """Load a pipeline that `write` wrote."""
    nlp = spacy.load(folder, exclude=["vocab", "tokenizer"])
    cast(nlp, "float32")
    for letters in srsly.read_json(folder / "strings.json"):
        nlp.vocab.strings.add(letters)
    add_vectors(nlp, folder / VECTORS)
    return nlp


def main() -> None:
    """Write the pipeline of a run."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--run", type=Path, required=True)
    parser.add_argument("--vectors", type=Path)
    parser.add_argument("--out", type=Path, required=True)
    asked = parser.parse_args()
    vectors = asked.vectors or asked.run / VECTORS
    write(emptied(asked.run, vectors), vectors, asked.out)


if __name__ == "__main__":
    main()
