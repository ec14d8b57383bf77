"""The bundled story, read from end to end: gold annotation files, gold DOT, gold comparison."""

from __future__ import annotations

import os
import re
from pathlib import Path

import pytest

from argmap.compare import compare
from argmap.discourse.model import load_similarity
from argmap.graph import build_graph, build_story, story_dot, to_dot
from argmap.model.document import AnnotatedDocument
from argmap.model.files import dumps, loads_document, read_document
from argmap.model.schema import read_schema
from argmap.model.store import AnnotationStore, Owner
from argmap.pipeline import annotate, build
from argmap.sources import read_article
from argmap.story import story_files

ROOT = Path(__file__).parent.parent
GOLD = Path(__file__).parent / "gold"
ANNOTATIONS = ROOT / "annotations"
NAMES = [path.stem for path in story_files()]
CONFIDENCE = re.compile(r'(?<="confidence": )[0-9.]+')
REGOLD = bool(os.environ.get("ARGMAP_REGOLD"))


@pytest.fixture(scope="module")
def documents() -> dict[str, AnnotatedDocument]:
    """The story as the pipeline reads it now."""
    nlp = build()
    read = [annotate(nlp, read_article(str(path))[0]) for path in story_files()]
    return {document.article.id: document for document in read}


def same(path: Path, text: str) -> None:
    """Compare a text with its gold file, or write it where that was asked for."""
    if REGOLD:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    assert path.read_text(encoding="utf-8") == text, f"see tests/gold/README.md about {path.name}"


def alike(committed: str, present: str, name: str) -> None:
    """Compare two files letter by letter but for their confidences, which may differ a little."""
    assert CONFIDENCE.sub("", committed) == CONFIDENCE.sub("", present), (
        f"see tests/gold/README.md about {name}"
    )
    pairs = zip(CONFIDENCE.findall(committed), CONFIDENCE.findall(present), strict=True)
    assert all(float(one) == pytest.approx(float(other), abs=0.05) for one, other in pairs)


@pytest.mark.parametrize("name", NAMES)
def test_the_committed_annotation_is_the_gold(
    documents: dict[str, AnnotatedDocument], name: str
) -> None:
    """The annotation files in the repository are what the pipeline writes.

    Every label to the letter; a confidence may differ a little, since processors round the sums of
    a network differently.
    """
    path = ANNOTATIONS / f"{name}.json"
    if REGOLD:
        path.unlink(missing_ok=True)
        store = AnnotationStore(ANNOTATIONS)
        store.write(store.plan(documents[name]))
    alike(path.read_text(encoding="utf-8"), dumps(documents[name]), path.name)


@pytest.mark.parametrize("name", NAMES)
def test_the_committed_annotation_is_known_as_the_machine_s(name: str) -> None:
    """`make demo` in a fresh clone may write these files anew, since no person edited them."""
    assert AnnotationStore(ANNOTATIONS).owner(name) is Owner.MACHINE


def test_the_committed_schema_beside_the_annotations_is_the_present_one() -> None:
    """The file that editors read for completion is that of this version."""
    path = ANNOTATIONS / ".argmap" / "annotation-1.schema.json"
    assert path.read_text(encoding="utf-8") == read_schema()


@pytest.mark.parametrize("name", NAMES)
def test_the_reading_is_a_valid_file(documents: dict[str, AnnotatedDocument], name: str) -> None:
    """What the pipeline writes passes its own check."""
    assert loads_document(dumps(documents[name]), name=name) == documents[name]


@pytest.mark.parametrize("name", NAMES)
def test_the_map_is_the_gold(name: str) -> None:
    """The DOT text of each committed file's map, byte by byte."""
    document = read_document(ANNOTATIONS / f"{name}.json")
    same(GOLD / "dot" / f"{name}.dot", to_dot(build_graph(document)))


def test_the_story_map_is_the_gold() -> None:
    """The DOT text of the one map of all three, byte by byte."""
    committed = [read_document(ANNOTATIONS / f"{name}.json") for name in NAMES]
    same(GOLD / "dot" / "story.dot", story_dot(build_story(committed, compare(committed))))


def test_the_comparison_is_the_gold() -> None:
    """Everything that the page shows beside the annotations, from the committed files.

    A confidence may differ a little, as in the annotation files.
    """
    committed = [read_document(ANNOTATIONS / f"{name}.json") for name in NAMES]
    path, present = (
        GOLD / "json" / "compare.json",
        dumps(compare(committed, reader=load_similarity())),
    )
    if REGOLD:
        path.write_text(present, encoding="utf-8")
    alike(path.read_text(encoding="utf-8"), present, path.name)


def test_the_same_article_gives_the_same_bytes(documents: dict[str, AnnotatedDocument]) -> None:
    """On one machine nothing differs from run to run, with models loaded anew."""
    path = story_files()[0]
    again = annotate(build(), read_article(str(path))[0])
    assert dumps(again) == dumps(documents[again.article.id])


def test_the_frame_belongs_to_the_op_ed_and_is_reported_by_the_wire(
    documents: dict[str, AnnotatedDocument],
) -> None:
    """What the story was written to show: one phrase, the author's own here, quoted there."""
    comparison = compare(list(documents.values()))
    (frame,) = [
        frame for frame in comparison.frames if frame.phrase.casefold() == "new salt curtain"
    ]
    owners = {(use.article, use.voice, use.stance_to_frame, use.owner) for use in frame.uses}
    assert ("harbor-voice", "author", "uses", None) in owners
    assert {owner[1:3] for owner in owners if owner[0] == "tidemark-wire"} == {
        ("attributed", "reports")
    }
    assert frame.not_found == ("briefwell",)


def test_the_summary_is_told_after_the_wire(documents: dict[str, AnnotatedDocument]) -> None:
    """The aggregator names the wire; what it made surer or took as its own is found."""
    comparison = compare(list(documents.values()))
    assert [(told.from_, told.to) for told in comparison.derivations] == [
        ("tidemark-wire", "briefwell")
    ]
    kinds = {
        (change.kind, change.dimension)
        for group in comparison.groups
        for change in group.changes
        if (change.from_, change.to) == ("tidemark-wire", "briefwell")
    }
    assert {("stronger", "certainty"), ("stronger", "attribution")} <= kinds
