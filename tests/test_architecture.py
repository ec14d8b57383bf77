"""The house keeps its order: who imports whom, who owns which package, who may print."""

from __future__ import annotations

import ast
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

import argmap

ROOT = Path(argmap.__file__).parent
LEVELS = {
    "errors": 0,
    "model": 1,
    "lexicons": 1,
    "models": 1,
    "story": 1,
    "discourse": 2,
    "guide": 2,
    "sources": 3,
    "pipeline": 3,
    "graph": 3,
    "compare": 3,
    "formats": 3,
    "evaluate": 3,
    "report": 4,
    "desk": 5,
    "cli": 6,
    "__init__": 0,
    "__main__": 7,
}
OWNERS = {
    "pydantic": {"model"},
    "rapidfuzz": {"model"},
    "spacy": {"pipeline"},
    "srsly": {"pipeline"},
    "textblob": {"pipeline"},
    "graphviz": {"graph"},
    "wcwidth": {"graph"},
    "jinja2": {"report"},
    "markupsafe": {"report"},
    "click": {"cli"},
    "trafilatura": {"sources"},
    "markdown_it": {"sources"},
    "charset_normalizer": {"sources"},
    "requests": {"sources"},
    "urllib3": {"sources"},
    "lxml": {"sources"},
    "numpy": {"discourse", "pipeline", "compare", "evaluate"},
    "networkx": {"discourse", "graph"},
    "krippendorff": {"evaluate"},
    "pygamma_agreement": {"evaluate"},
    "pyannote": {"evaluate"},
    "onnxruntime": {"discourse"},
    "tokenizers": {"discourse"},
    "starlette": {"desk"},
    "uvicorn": {"desk"},
}
FILES = sorted(path for path in ROOT.rglob("*.py"))


def room(path: Path) -> str:
    """The room that a file belongs to: the first part of its path below the package."""
    part = path.relative_to(ROOT).parts[0]
    return part.removesuffix(".py")


def imports(path: Path) -> Iterator[tuple[str, bool]]:
    """Every module that a file imports, absolute, and whether the import is for types only."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    package = [ROOT.name, *path.relative_to(ROOT).parts[:-1]]
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from ((alias.name, False) for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            base = package[: len(package) - node.level + 1] if node.level else []
            module = ".".join([*base, *([node.module] if node.module else [])])
            yield module, False


@pytest.mark.parametrize("path", FILES, ids=lambda path: str(path.relative_to(ROOT)))
def test_rooms_import_only_what_lies_below_them(path: Path) -> None:
    """Rooms of one level never import each other, and nobody imports upwards."""
    own = room(path)
    for module, _ in imports(path):
        parts = module.split(".")
        if parts[0] != "argmap" or len(parts) < 2:
            continue
        other = parts[1]
        if other != own and other in LEVELS:
            assert LEVELS[other] < LEVELS[own], f"{path} imports {module}"


@pytest.mark.parametrize("path", FILES, ids=lambda path: str(path.relative_to(ROOT)))
def test_a_third_party_package_lives_in_one_room(path: Path) -> None:
    """Each package has its owner; whoever else needs it asks the owner."""
    for module, _ in imports(path):
        top = module.split(".")[0]
        if top in sys.stdlib_module_names or top == "argmap":
            continue
        typing_only = own_types(path, module)
        assert room(path) in OWNERS.get(top, set()) or typing_only, f"{path} imports {module}"


def own_types(path: Path, module: str) -> bool:
    """Whether a module is imported under `if TYPE_CHECKING` only."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    guarded = [
        node
        for branch in ast.walk(tree)
        if isinstance(branch, ast.If)
        and isinstance(branch.test, ast.Name)
        and branch.test.id == "TYPE_CHECKING"
        for node in ast.walk(branch)
    ]
    return any(isinstance(node, ast.ImportFrom) and node.module == module for node in guarded)


@pytest.mark.parametrize("path", FILES, ids=lambda path: str(path.relative_to(ROOT)))
def test_only_the_command_line_prints(path: Path) -> None:
    """Nothing outside `cli` calls print or writes to the standard streams."""
    if room(path) in ("cli", "__main__"):
        return
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name):
            assert node.func.id != "print", f"{path}:{node.lineno}"
        if isinstance(node, ast.Attribute) and isinstance(node.value, ast.Name):
            stream = node.value.id == "sys" and node.attr in ("stdout", "stderr")
            assert not stream, f"{path}:{node.lineno}"


def test_no_room_has_a_name_that_says_nothing() -> None:
    """A file is named after what it holds."""
    empty = {"utils", "util", "helpers", "helper", "misc", "common", "manager", "tools"}
    assert not [path for path in FILES if path.stem in empty]


def test_help_loads_none_of_the_heavy_libraries() -> None:
    """`argmap --help` is quick because it imports neither spaCy nor TextBlob nor the page's."""
    code = (
        "import sys; from argmap.cli import main\n"
        "try: main(['--help'])\n"
        "except SystemExit: pass\n"
        "heavy = {'spacy', 'textblob', 'trafilatura', 'jinja2', 'pydantic', 'numpy', 'graphviz',"
        " 'starlette', 'uvicorn'}\n"
        "loaded = heavy & set(sys.modules)\n"
        "assert not loaded, loaded"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    assert "compare" in done.stdout


def test_what_reads_the_document_works_without_spacy() -> None:
    """Maps, comparison and page are made from annotation files without spaCy and TextBlob."""
    code = (
        "import sys\n"
        "import argmap.graph, argmap.compare, argmap.report\n"
        "assert not {'spacy', 'textblob'} & set(sys.modules)"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
