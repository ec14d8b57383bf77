"""The bundled weights, and the one check that they are whole and of this version.

`manifest.json` names every file of a model with its size and SHA-256. `scripts/manifest.py` writes
it when a model is put in.
"""

from __future__ import annotations

import hashlib
import json
from pathlib import Path

from argmap.errors import MissingProgramError

FOLDER = Path(__file__).parent
MANIFEST = "manifest.json"


def model_folder(name: str, version: str, folder: Path = FOLDER) -> Path:
    """The folder of a bundled model, after a look at each of its files.

    Args:
        name: The model, `syntax`.
        version: The version that the caller can load.
        folder: Where the models lie.

    Raises:
        MissingProgramError: a file is missing, cut short or changed, or the model is of another
            version; one sentence that names it.
    """
    try:
        known = json.loads((folder / MANIFEST).read_text(encoding="utf-8"))[name]
    except (OSError, ValueError, KeyError, TypeError):
        raise MissingProgramError(
            f"{folder / MANIFEST} does not name the {name} model; install argmap again."
        ) from None
    if known["version"] != version:
        raise MissingProgramError(
            f"The {name} model in {folder} is version {known['version']}, and this argmap needs"
            f" {version}; install argmap again."
        )
    for file, (size, digest) in known["files"].items():
        _check(folder / name / file, size, digest)
    return folder / name


def describe(folder: Path) -> dict[str, tuple[int, str]]:
    """Size and SHA-256 of every file below a model's folder, by its path there."""
    return {
        path.relative_to(folder).as_posix(): (path.stat().st_size, _digest(path.read_bytes()))
        for path in sorted(folder.rglob("*"))
        if path.is_file() and "__pycache__" not in path.parts
    }


def _check(path: Path, size: int, digest: str) -> None:
    try:
        content = path.read_bytes()
    except OSError:
        raise MissingProgramError(f"{path} is missing; install argmap again.") from None
    if len(content) != size:
        raise MissingProgramError(
            f"{path} has {len(content)} bytes of {size}; install argmap again."
        )
    if _digest(content) != digest:
        raise MissingProgramError(f"{path} was changed after it was made; install argmap again.")


def _digest(content: bytes) -> str:
    return hashlib.sha256(content).hexdigest()
