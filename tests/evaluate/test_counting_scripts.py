"""The scripts that count what a confidence means, and entries of one speaker."""

from __future__ import annotations

import importlib.util
import sys
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

from argmap.compare import compare
from argmap.evaluate.datasets import basil_triples, news_discourse, polnear
from argmap.model.document import AnnotatedDocument, Source
from argmap.model.labels import Role, SourceKind

from ..compare.test_groups import POST, WIRE
from .invented import MAKERS

SCRIPTS = Path(__file__).parents[2] / "scripts"


def script(name: str) -> ModuleType:
    """A script as a module."""
    spec = importlib.util.spec_from_file_location(f"script_{name}", SCRIPTS / f"{name}.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    sys.modules[spec.name] = module
    spec.loader.exec_module(module)
    return module


@pytest.fixture(scope="module")
def confidence() -> ModuleType:
    """The script of the confidences."""
    return script("confidence")


def said(document: AnnotatedDocument, **more: Any) -> AnnotatedDocument:
    """The document with its one attribution otherwise."""
    (only,) = document.attributions
    changed = only.model_copy(update={"confidence": 0.8, **more})
    return document.model_copy(update={"attributions": (changed,)})


def marked(document: AnnotatedDocument, **more: Any) -> polnear.Gold:
    """What people would mark: the same, one character of each part, with what is given instead."""
    (only,) = document.attributions
    assert only.source
    assert only.cue
    parts: dict[str, Any] = {
        "source": ((only.source.start, only.source.start + 1),),
        "cue": ((only.cue.start, only.cue.start + 1),),
        "content": ((only.content[0].end - 1, only.content[0].end),),
    }
    return polnear.Gold("x", document.text, (polnear.Attributed(**{**parts, **more}),))


def test_an_attribution_is_right_where_all_parts_touch(
    confidence: ModuleType, document: AnnotatedDocument
) -> None:
    """Each part decides; a source that people left out does not; nested ones are not counted."""
    ours = said(document)
    away = ((0, 1),)
    for more, right in (
        ({}, True),
        ({"cue": away}, False),
        ({"content": away}, False),
        ({"source": away}, False),
        ({"source": ()}, True),
    ):
        assert list(confidence.attributions(ours, marked(document, **more))) == [(0.8, right)]
    for less, right in ((said(document, source=None), False), (said(document, cue=None), False)):
        assert list(confidence.attributions(less, marked(document))) == [(0.8, right)]
    assert list(confidence.attributions(said(document, parent="a2"), marked(document))) == []
    assert list(confidence.attributions(said(document, confidence=None), marked(document))) == []


@pytest.mark.parametrize(("part", "judged"), [("claims", [True]), ("optional", []), ("", [False])])
def test_a_claim_group_is_judged_by_two_outlets(
    confidence: ModuleType, part: str, judged: list[bool]
) -> None:
    """Right with a pair of one claim, wrong with none, left out where people were not sure."""
    documents = {document.article.id: document for document in (WIRE, POST)}
    found = compare(list(documents.values()))
    group = next(one for one in found.groups if len(one.members) > 1)
    numbers = {
        member.article: [s.id for s in documents[member.article].segments].index(member.segments[0])
        for member in group.members
    }
    parts: dict[str, Any] = {"claims": (), "optional": ()}
    gold = basil_triples.Gold(
        id="t",
        articles=(),
        sentences={
            name: tuple((s.start, s.end) for s in document.segments)
            for name, document in documents.items()
        },
        part=basil_triples.HELD_OUT,
        **(parts | ({part: (frozenset(numbers.items()),)} if part else {})),
    )
    one = found.model_copy(update={"groups": (group,)})
    assert list(confidence.claims(one, documents, gold)) == [
        (group.confidence, right) for right in judged
    ]


def test_a_role_is_judged_where_most_of_it_has_a_class(
    confidence: ModuleType, document: AnnotatedDocument
) -> None:
    """Right, wrong, in a class that stands for no role, or with too little of it in any."""
    segments = tuple(
        segment.model_copy(update={"confidence": place / 10})
        for place, segment in enumerate(document.segments, start=1)
    )
    framing = segments[2].model_copy(update={"role": Role.FRAMING})
    ours = document.model_copy(update={"segments": (*segments[:2], framing, segments[3])})
    places = [(one.start, one.end) for one in ours.segments]
    meant = confidence.OF_REPORTS

    def judged(stretches: Any, classes: Any) -> list[tuple[float, bool]]:
        return list(confidence.roles(ours, stretches, classes, meant))

    assert judged(places, ["main", "history", "main", "anecdote"]) == [
        (0.1, True),
        (0.2, False),
        (0.4, True),
    ]
    assert judged(places, ["none", "none", "none", "evaluation"]) == [(0.4, False)]
    (start, end), *_ = places
    assert judged([(start, start + (end - start) // 2 - 1)], ["main"]) == []
    assert judged([(start, end - 1)], ["consequence"]) == [(0.1, True)]


def test_the_table_says_shares_and_leaves_few_out(confidence: ModuleType) -> None:
    """A confidence on an edge belongs above it; what is too few for a share has an empty cell."""
    column = confidence.column([(1.0, True)] * 3 + [(0.9, False)] * 3 + [(0.89, True)] * 5)
    assert column == [".50 of 6", "", "", "", "", "", ""]
    assert confidence.column([(0.0, True)] * 6)[-1] == "1.00 of 6"
    lines = confidence.table({"one": column, "two": column}).splitlines()
    assert lines[0] == "| confidence | one | two |"
    assert lines[1] == "| --- | --- | --- |"
    assert lines[2] == "| .9 to 1 | .50 of 6 | .50 of 6 |"
    assert lines[-1] == "| below | | |"
    assert len(lines) == 2 + len(confidence.STEPS)


def test_every_class_that_is_meant_is_one_of_the_data_set(confidence: ModuleType) -> None:
    """A renamed class would drop out of the table in silence."""
    assert set(confidence.OF_REPORTS) <= set(news_discourse._ROLES.values())
    from argmap.discourse.tasks import UNIT_TYPES

    assert set(confidence.OF_OPEDS) <= set(UNIT_TYPES)


def test_the_scripts_read_data_sets(
    confidence: ModuleType,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    document: AnnotatedDocument,
) -> None:
    """Each column comes of its own data set, each article is read once."""
    for column in confidence.COLUMNS:
        (tmp_path / column.place).mkdir(parents=True)
        MAKERS[column.dataset](tmp_path / column.place)
    (tmp_path / "basil").mkdir()
    MAKERS["basil-triples"](tmp_path / "basil")
    read: list[str] = []

    def annotate(article: Any) -> AnnotatedDocument:
        read.append(article.id)
        named = document.article.model_copy(update={"id": article.id})
        return document.model_copy(update={"article": named})

    monkeypatch.setattr(confidence, "Annotator", lambda: annotate)
    monkeypatch.setattr(confidence, "select", lambda dataset, paths, **_: dataset.load(paths[0]))
    monkeypatch.setattr(sys, "argv", ["confidence.py", str(tmp_path)])
    assert confidence.main() == 0
    shown = capsys.readouterr()
    assert len(shown.out.splitlines()) == 2 + len(confidence.STEPS)
    assert shown.err.count("labels") == 4
    assert len(read) == len(set(read)) >= 6


def test_entries_of_one_surname_and_pronouns_are_counted(document: AnnotatedDocument) -> None:
    """Brothers are two; a given name and none, or one name twice, are one too many."""
    speakers = script("speakers")

    def counted(*names: str, kind: SourceKind = SourceKind.NAMED_PERSON) -> dict[str, int]:
        sources = tuple(
            Source(id=f"p{place}", name=name, kind=kind) for place, name in enumerate(names)
        )
        return dict(speakers.entries(document.model_copy(update={"sources": sources})))

    def found(entries: int, pronouns: int, surnames: int, doubled: int) -> dict[str, int]:
        return {
            "entries": entries,
            "pronouns": pronouns,
            "surnames": surnames,
            "doubled": doubled,
        }

    assert counted("Ona Lind", "Per Lind", "Ana Vask") == found(3, 0, 2, 0)
    assert counted("Ona Lind", "Lind’s") == found(2, 0, 1, 1)
    assert counted("Ona Lind", "Ona Maria Lind") == found(2, 0, 1, 1)
    assert counted("Moss", "Mos") == found(2, 0, 2, 0)
    assert counted("She", "Ona Lind", "who") == found(3, 2, 3, 0)
    assert counted("the board", "The Board", kind=SourceKind.NAMED_ORG) == found(2, 0, 0, 0)
