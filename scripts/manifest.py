"""Write the manifest of the bundled models anew: what lies in their folders, and their versions."""

from __future__ import annotations

import json

from argmap.discourse.model import DISCOURSE_VERSION
from argmap.models import FOLDER, MANIFEST, describe
from argmap.pipeline.syntax import SYNTAX_VERSION


def main() -> None:
    """Describe each model as the version that this argmap loads."""
    versions = {"syntax": SYNTAX_VERSION, "discourse": DISCOURSE_VERSION}
    found = {
        name: {"version": version, "files": describe(FOLDER / name)}
        for name, version in versions.items()
    }
    text = json.dumps(found, indent=1) + "\n"
    (FOLDER / MANIFEST).write_text(text, encoding="utf-8")


if __name__ == "__main__":
    main()
