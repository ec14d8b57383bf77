"""The main job from the command line."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

from argmap.errors import MissingProgramError
from argmap.model.files import read_comparison, read_document
from argmap.story import story_files

from .conftest import Run

pytestmark = pytest.mark.dot


def written(folder: Path) -> set[str]:
    """Every visible file below the folder's annotations and output."""
    found = [*folder.glob("annotations/**/*"), *folder.glob("output/**/*")]
    return {str(path.relative_to(folder)) for path in found if path.is_file()}


def test_it_writes_annotations_maps_and_page(folder: Path, run: Run) -> None:
    """Two articles give two annotation files, two maps and the story's, the page and its JSON."""
    result = run("compare", "islander.txt", "wire.txt", "-q")
    assert result.exit_code == 0
    assert result.stderr == ""
    expected = {
        "annotations/islander.json",
        "annotations/wire.json",
        "output/islander.svg",
        "output/wire.svg",
        "output/story.svg",
        "output/compare.html",
        "output/compare.json",
    }
    assert set(result.stdout.split()) == expected
    assert written(folder) >= expected
    comparison = read_comparison(folder / "output/compare.json")
    assert [article.outlet for article in comparison.articles] == ["The Islander", "Orla Wire"]
    assert comparison.articles[0].annotation == "../annotations/islander.json"


def test_what_is_asked_of_each_argument_stands_in_the_json(folder: Path, run: Run) -> None:
    """The comparison asks what `argmap check --argument` asks, and the page shows it."""
    run("compare", "islander.txt", "wire.txt", "-q")
    files = ["annotations/islander.json", "annotations/wire.json"]
    told = json.loads(run("check", "--argument", *files, "--json").stdout)["argument"]
    comparison = read_comparison(folder / "output/compare.json")
    found = [
        (f"annotations/{one.article}.json", str(one.check), one.message, one.segments)
        for one in comparison.questions
    ]
    assert found
    assert found == [
        (file, one["kind"], one["message"], tuple(one["segments"]))
        for file in files
        for one in told[file]
    ]
    page = (folder / "output/compare.html").read_text(encoding="utf-8")
    assert page.count("to the argument of") == len({one.article for one in comparison.questions})


def test_the_page_has_the_map_of_all_outlets(folder: Path, run: Run) -> None:
    """Drawn once into its file and shown in the page, with its outline; one article has none."""
    run("compare", "islander.txt", "wire.txt", "-q")
    page = (folder / "output/compare.html").read_text(encoding="utf-8")
    assert 'class="node shared' in page
    assert 'id="outline::story"' in page
    run("compare", "islander.txt", "-o", "alone", "-q")
    assert "maps::story" not in (folder / "alone/compare.html").read_text(encoding="utf-8")


def test_the_pages_of_a_long_map_stand_in_the_page(folder: Path, run: Run) -> None:
    """Every page that is a file is there, folded, and the overview's boxes lead to it."""
    told = "".join(f"Pier {n} must close by {n + 3}, the mayor said.\n\n" for n in range(95))
    (folder / "long.txt").write_text(told, encoding="utf-8")
    run("compare", "long.txt", "-q")
    files = sorted((folder / "output/long.pages").glob("*.svg"))
    page = (folder / "output/compare.html").read_text(encoding="utf-8")
    assert len(files) > 1
    for file in files:
        assert page.count(f'id="maps:long:{file.stem}"') == 1
        assert f'href="#maps:long:{file.stem}"' in page


def test_the_same_input_gives_the_same_bytes(folder: Path, run: Run) -> None:
    """Running again in another folder changes no byte."""
    run("compare", "islander.txt", "wire.txt", "-a", "a1", "-o", "o1")
    run("compare", "islander.txt", "wire.txt", "-a", "a2", "-o", "o2")
    for first in [*folder.glob("a1/*.json"), *folder.glob("o1/*")]:
        second = Path(str(first).replace("/a1/", "/a2/").replace("/o1/", "/o2/"))
        one = first.read_bytes().replace(b"/a1/", b"/a/").replace(b"a1/", b"a/")
        two = second.read_bytes().replace(b"/a2/", b"/a/").replace(b"a2/", b"a/")
        if first.suffix != ".html":  # the page's hash of itself differs with the paths in it
            assert one == two, first
        assert len(one) == len(two)


def test_annotation_files_are_compared_without_a_new_reading(folder: Path, run: Run) -> None:
    """A person's label stands in the comparison, and spaCy is not even loaded."""
    run("annotate", "islander.txt", "wire.txt")
    path = folder / "annotations/wire.json"
    path.write_text(path.read_text().replace('"role": "report"', '"role": "background"', 1))
    code = (
        "import sys; from argmap.cli import main\n"
        "try: main(['compare', 'annotations/islander.json', 'annotations/wire.json'])\n"
        "except SystemExit as done: assert not done.code, done.code\n"
        "assert 'spacy' not in sys.modules"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    assert "output/compare.html" in done.stdout


def test_a_person_s_file_is_used_and_never_overwritten(folder: Path, run: Run) -> None:
    """Comparing again takes the edited labels and leaves the file alone; a new text keeps them."""
    run("compare", "islander.txt", "wire.txt")
    path = folder / "annotations/wire.json"
    edited = path.read_text().replace('"genre": "report"', '"genre": "analysis"', 1)
    path.write_text(edited)
    result = run("compare", "islander.txt", "wire.txt", "--json")
    assert result.exit_code == 0
    assert json.loads(result.stdout)["kept"] == ["annotations/wire.json"]
    assert path.read_text() == edited
    (folder / "wire.txt").write_text("Another text altogether stands here now.\n")
    result = run("compare", "islander.txt", "wire.txt")
    assert result.exit_code == 0
    assert '"genre": "analysis"' in path.read_text()


def test_one_failed_input_does_not_stop_the_others(folder: Path, run: Run) -> None:
    """An empty file is one sentence, the page of the rest is written, the status is 1."""
    (folder / "empty.txt").write_bytes(b"")
    result = run("compare", "islander.txt", "empty.txt", "missing.txt", "wire.txt")
    assert result.exit_code == 1
    assert "empty.txt" in result.stderr
    assert "missing.txt" in result.stderr
    assert (folder / "output/compare.html").exists()


def test_only_failed_inputs_give_status_three(folder: Path, run: Run) -> None:
    """Where nothing could be read there is no page."""
    (folder / "empty.txt").write_bytes(b"")
    result = run("compare", "empty.txt")
    assert result.exit_code == 3
    assert written(folder) == set()


def test_two_articles_with_one_id_both_stand(folder: Path, run: Run) -> None:
    """Articles of the same file name in two folders get ids of their own."""
    (folder / "b").mkdir()
    (folder / "b/wire.txt").write_text("The board met again. It decided nothing at all.\n")
    result = run("compare", "wire.txt", "b/wire.txt")
    assert result.exit_code == 0
    assert {"annotations/wire.json", "annotations/wire-2.json"} <= written(folder)
    assert read_document(folder / "annotations/wire-2.json").article.id == "wire-2"


def test_ids_that_differ_in_capitals_only_are_kept_apart(folder: Path, run: Run) -> None:
    """`Wire.txt` and `wire.txt` would be one file on some systems."""
    (folder / "b").mkdir()
    (folder / "b/Wire.txt").write_text("The board met again. It decided nothing at all.\n")
    run("compare", "wire.txt", "b/Wire.txt")
    assert {"annotations/wire.json", "annotations/Wire-2.json"} <= written(folder)


def test_the_same_article_twice_is_taken_once(folder: Path, run: Run) -> None:
    """Naming one article twice is said and does no harm."""
    result = run("compare", "wire.txt", "./wire.txt", "islander.txt")
    assert result.exit_code == 0
    assert "taken once" in result.stderr
    comparison = read_comparison(folder / "output/compare.json")
    assert [article.id for article in comparison.articles] == ["wire", "islander"]


def test_without_graphviz_the_page_is_written(
    folder: Path, run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    """No `dot`: the page stands, the DOT text is kept, one sentence says how to install it, 4."""
    monkeypatch.setenv("PATH", str(folder))
    result = run("compare", "islander.txt", "wire.txt")
    assert result.exit_code == 4
    assert {"output/wire.dot", "output/islander.dot", "output/compare.html"} <= written(folder)
    assert "output/wire.svg" not in written(folder)
    assert (folder / "output/wire.dot").read_text().startswith("digraph")
    (sentence,) = [line for line in result.stderr.splitlines() if line.startswith("Error")]
    assert "graphviz" in sentence.lower()
    assert "install" in sentence.lower()


def test_an_output_that_is_a_file_is_refused_before_the_work(folder: Path, run: Run) -> None:
    """The long work is not done for nothing."""
    (folder / "output").write_text("I am a file.")
    result = run("compare", "islander.txt", "wire.txt")
    assert result.exit_code == 3
    assert "--output" in result.stderr
    assert written(folder) == set()


def test_an_annotations_folder_that_cannot_be_made_is_one_sentence(folder: Path, run: Run) -> None:
    """A file in the way of the annotations is said with the remedy."""
    (folder / "annotations").write_text("I am a file.")
    result = run("compare", "islander.txt", "wire.txt")
    assert result.exit_code == 3
    assert "cannot be written" in result.stderr


def test_hostile_names_do_not_reach_the_terminal(folder: Path, run: Run) -> None:
    """Control and direction characters in names are written out in messages."""
    name = "evil\x1b[2J\u202etxt.txt"
    (folder / name).write_bytes(b"")
    result = run("compare", name, "wire.txt")
    assert result.exit_code == 1
    assert "\x1b" not in result.output
    assert "\u202e" not in result.output


def test_scripts_in_title_text_and_outlet_stay_text(folder: Path, run: Run) -> None:
    """What looks like markup in an article is shown, not run."""
    evil = "<script>alert(1)</script>"
    (folder / "evil.txt").write_text(
        f"---\ntitle: {evil}\noutlet: {evil}\n---\nThe board said: “{evil}” is no fare.\n"
    )
    result = run("compare", "evil.txt", "wire.txt")
    assert result.exit_code == 0
    page = (folder / "output/compare.html").read_text()
    assert evil not in page
    assert "&lt;script&gt;alert(1)&lt;/script&gt;" in page


@pytest.mark.parametrize(
    "place",
    [
        "argmap.pipeline.annotate",
        "argmap.model.files.os.fsync",
        "argmap.model.files.os.replace",
        "argmap.cli.drawing.render_each",
        "argmap.cli.comparing.compare",
        "argmap.cli.compare.render_page",
    ],
)
@pytest.mark.parametrize("call", [1, 2, 3])
def test_interrupting_leaves_nothing_half_written(folder: Path, place: str, call: int) -> None:
    """Ctrl-C at any step: every file is whole, no temporary one is left, one sentence, no trace."""
    code = (
        "import os, signal, sys, pkgutil\n"
        "holder, name = sys.argv[1].rsplit('.', 1)\n"
        "import argmap.cli.compare, argmap.pipeline\n"
        "holder = pkgutil.resolve_name(holder)\n"
        "real, calls = getattr(holder, name), []\n"
        "def interrupted(*args, **more):\n"
        "    calls.append(1)\n"
        "    if len(calls) == int(sys.argv[2]):\n"
        "        os.kill(os.getpid(), signal.SIGINT)\n"
        "    return real(*args, **more)\n"
        "setattr(holder, name, interrupted)\n"
        "from argmap.cli import main\n"
        "main(['demo'])\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", code, place, str(call)],
        cwd=folder,
        capture_output=True,
        text=True,
        check=False,
    )
    reached = not (call > 1 and place.rsplit(".", 1)[1] in ("compare", "render_page"))
    assert done.returncode == (130 if reached else 0), done.stderr
    assert "Traceback" not in done.stderr
    assert ("Stopped." in done.stderr) is reached
    for name in written(folder):
        path = folder / name
        assert not path.name.startswith("."), name
        if path.suffix == ".json" and path.parent.name == "annotations":
            read_document(path)
        if path.suffix == ".html":
            assert path.read_text().rstrip().endswith("</html>")


def test_the_demo_says_where_to_look(folder: Path, run: Run) -> None:
    """The demo writes the three articles' files and ends with the page's place."""
    result = run("demo")
    assert result.exit_code == 0
    names = [path.stem for path in story_files()]
    assert {f"output/{name}.svg" for name in names} <= written(folder)
    assert "compare.html" in result.stderr.splitlines()[-1]


def test_csv_tables_stand_beside_the_page(folder: Path, run: Run) -> None:
    """Claims, changes and sources for a spreadsheet, and only where they are asked for."""
    result = run("compare", "islander.txt", "wire.txt", "--csv", "-q")
    assert result.exit_code == 0
    names = {"output/claims.csv", "output/changes.csv", "output/sources.csv"}
    assert names <= set(result.stdout.split())
    assert (folder / "output/claims.csv").read_text(encoding="utf-8").startswith("claim,")
    assert not names & set(run("compare", "islander.txt", "wire.txt", "-o", "p").stdout.split())


def test_without_the_model_files_are_compared_by_their_words(
    folder: Path, run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What is missing is said once, the page is written, and the result says how it was made."""
    run("annotate", "islander.txt", "wire.txt")

    def missing() -> None:
        raise MissingProgramError("words.npz is missing; install argmap again.")

    with monkeypatch.context() as patch:
        patch.setattr("argmap.discourse.model.load_similarity", missing)
        result = run("compare", "annotations/islander.json", "annotations/wire.json")
    assert result.exit_code == 0
    assert "words.npz is missing" in result.stderr
    assert "words that they share" in result.stderr
    made = read_comparison(folder / "output/compare.json").provenance
    assert made is not None
    assert made.similarity is None
    run("compare", "annotations/islander.json", "annotations/wire.json")
    made = read_comparison(folder / "output/compare.json").provenance
    assert made is not None
    assert (made.similarity or "").startswith("discourse ")
