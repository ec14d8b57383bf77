"""Save and load a training run: parameters, optimizer moments and averages, and the step.

All random numbers of a step are seeded by its number, so nothing else needs to be kept.
"""

import os
from collections.abc import Iterator
from pathlib import Path

import numpy
from spacy.language import Language
from thinc.api import Model, Optimizer


def nodes(nlp: Language) -> Iterator[tuple[str, Model]]:
    """Yield every model node with a name that is the same in every process."""
    seen: set[int] = set()
    for name, pipe in nlp.pipeline:
        for index, node in enumerate(pipe.model.walk()):
            if node.id not in seen:
                seen.add(node.id)
                yield f"{name}/{index}", node


def save(path: Path, nlp: Language, optimizer: Optimizer, step: int) -> None:
    """Write a checkpoint in one move, so that an interruption never leaves half of one."""
    arrays: dict[str, numpy.ndarray] = {"step": numpy.array(step)}
    for place, node in nodes(nlp):
        for name in node.param_names:
            if not node.has_param(name):
                continue
            arrays[f"param/{place}/{name}"] = node.get_param(name)
            key = (node.id, name)
            for kind in ("mom1", "mom2", "averages"):
                if key in getattr(optimizer, kind):
                    arrays[f"{kind}/{place}/{name}"] = getattr(optimizer, kind)[key]
            arrays[f"updates/{place}/{name}"] = numpy.array(optimizer.nr_update[key])
    partial = path.with_suffix(".partial.npz")
    numpy.savez(partial, **arrays)
    os.replace(partial, path)


def load(path: Path, nlp: Language, optimizer: Optimizer) -> int:
    """Bring a pipeline and an optimizer back to where `save` left them; return the step."""
    with numpy.load(path) as arrays:
        for place, node in nodes(nlp):
            for name in node.param_names:
                if f"param/{place}/{name}" not in arrays:
                    continue
                node.set_param(name, arrays[f"param/{place}/{name}"])
                key = (node.id, name)
                for kind in ("mom1", "mom2", "averages"):
                    if f"{kind}/{place}/{name}" in arrays:
                        getattr(optimizer, kind)[key] = arrays[f"{kind}/{place}/{name}"]
                optimizer.nr_update[key] = int(arrays[f"updates/{place}/{name}"])
        return int(arrays["step"])
