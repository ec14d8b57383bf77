"""Write the manifest of the bundled models anew: `python scripts/manifest.py syntax=1.0.0`."""

from __future__ import annotations

import json
import sys

from argmap.models import FOLDER, MANIFEST, describe


def main(models: list[str]) -> None:
    """Describe each NAME=VERSION and write the manifest."""
    found = {}
    for model in models:
        name, version = model.split("=")
        found[name] = {"version": version, "files": describe(FOLDER / name)}
    text = json.dumps(found, indent=1) + "\n"
    (FOLDER / MANIFEST).write_text(text, encoding="utf-8")


if __name__ == "__main__":
    main(sys.argv[1:])
