"""Deciding between two people in the browser, one label after the other."""

from __future__ import annotations

from pathlib import Path

import pytest
from click.testing import CliRunner
from playwright.sync_api import Route, expect

from argmap.cli import main
from argmap.evaluate.adjudication import adjudicate, open_questions
from argmap.model.document import AnnotatedDocument
from argmap.model.files import read_document, write_document
from argmap.model.labels import Certainty, Role, Voice

from .conftest import Open, Opened
from .test_disputes import gold
from .test_page_browser import LOOKS, sound

pytestmark = pytest.mark.browser


@pytest.fixture
def sides(tmp_path: Path, document: AnnotatedDocument) -> tuple[Path, Path]:
    """Two people's files of the ferry article: other role, other certainty, no span."""
    heading, second, *rest = document.segments
    other = document.model_copy(
        update={
            "segments": (
                heading.model_copy(update={"role": Role.FRAMING}),
                second.model_copy(update={"certainty": Certainty.PROBABLE}),
                *rest,
            ),
            "spans": (),
        }
    )
    paths = (tmp_path / "ana" / "ferry.json", tmp_path / "ben" / "ferry.json")
    for path, content in zip(paths, (document, other), strict=True):
        path.parent.mkdir()
        write_document(content, path)
    return paths


@pytest.fixture
def file(sides: tuple[Path, Path], tmp_path: Path) -> Path:
    """The file that `argmap adjudicate` makes of the two."""
    path = tmp_path / "gold.json"
    again(sides, path)
    return path


def again(sides: tuple[Path, Path], path: Path) -> str:
    """Run `argmap adjudicate`; what it says."""
    arguments = ["adjudicate", *map(str, sides), "-o", str(path)]
    result = CliRunner().invoke(main, arguments, catch_exceptions=False)
    assert result.exit_code == 0
    return result.output


def asked(desk: Opened, question: str) -> None:
    """Wait until the panel asks it."""
    expect(desk.page.locator(".question h3")).to_contain_text(question)


def test_one_after_the_other_by_keyboard(
    open_desk: Open, file: Path, sides: tuple[Path, Path]
) -> None:
    """d goes to the first, 2 takes the second's label and goes on; each record says who decided."""
    desk = open_desk(file)
    page = desk.page
    expect(page.get_by_role("tab", name="To decide")).to_have_attribute("aria-selected", "true")
    expect(page.locator("#seg-s1 .tag")).to_have_text("R ≠")
    desk.press("d")
    asked(desk, "Role, s1")
    expect(page.locator(".side").nth(0)).to_contain_text("report")
    expect(page.locator(".side").nth(1)).to_contain_text("framing")
    expect(page.locator(".rule")).to_contain_text("The guide:")
    desk.press("2")
    expect(page.locator("#seg-s1 .tag")).to_have_text("F")
    asked(desk, "Certainty, s2")
    desk.press("1")
    asked(desk, "Span x1")
    desk.press("2")
    expect(page.locator(".all-decided")).to_be_visible()
    desk.saved()
    made = read_document(file)
    records = made.provenance.labels
    assert {key: str(records[key].status) for key in records} == {
        "s1.role": "edited",
        "s2.certainty": "confirmed",
        "x1": "rejected",
    }
    assert {record.by for record in records.values()} == {"ana"}
    assert records["s1.role"].was == {"ana": "report", "ben": "framing"}
    assert (made.segments[0].role, made.spans) == (Role.FRAMING, ())
    before = file.read_bytes()
    assert "0 to decide, 3 decided" in again(sides, file)
    assert file.read_bytes() == before


def test_a_third_label_and_undo_and_another_name(open_desk: Open, file: Path) -> None:
    """Neither's label is taken; undo opens the question again; the page takes a name."""
    desk = open_desk(file)
    page = desk.page
    desk.press("d")
    page.locator(".question h3").wait_for()
    name = page.get_by_label("Decided by")
    for _ in range(5):  # the list may come in, and the panel be drawn, meanwhile
        if name.input_value() != "cem":
            name.fill("cem")
    assert name.input_value() == "cem"
    page.get_by_label("A third label").select_option(label="claim (fact)")
    expect(page.locator("#seg-s1 .tag")).to_have_text("C")
    desk.saved()
    record = read_document(file).provenance.labels["s1.role"]
    assert (record.status, record.by) == ("edited", "cem")
    assert read_document(file).segments[0].claim_type == "fact"
    page.get_by_role("button", name="Undo").click()
    expect(page.locator("#seg-s1 .tag")).to_have_text("R ≠")
    desk.saved()
    assert read_document(file).provenance.labels["s1.role"].status == "disputed"
    assert read_document(file).segments[0].role == "report"


def test_a_label_changed_elsewhere_in_the_editor_is_decided(open_desk: Open, file: Path) -> None:
    """The keys of the article decide too, and so does deleting a span."""
    desk = open_desk(file)
    page = desk.page
    desk.go("s2")
    desk.press("c")
    desk.panel("Segment")
    desk.go("s3")
    page.get_by_role("button", name="Delete span").click()
    desk.saved()
    records = read_document(file).provenance.labels
    assert (records["s2.certainty"].status, records["s2.certainty"].by) == ("edited", "ana")
    assert records["x1"].status == "rejected"
    assert [question.key for question in open_questions(read_document(file))] == ["s1.role"]


def test_what_two_people_said_of_a_segment_outlives_it(
    open_desk: Open, file: Path, sides: tuple[Path, Path]
) -> None:
    """Joined, and joined once more: decided, under the segment with its words; undo asks again."""
    desk = open_desk(file)
    page = desk.page
    said = read_document(file).provenance.labels["s2.certainty"].was
    desk.go("s1")
    desk.press("g")
    expect(page.locator("#seg-s2")).to_have_count(0)
    desk.saved()
    records = read_document(file).provenance.labels
    assert "s2.certainty" not in records
    kept = records["s1.s2.certainty"]
    assert (kept.status, kept.by, kept.was) == ("rejected", "ana", said)
    desk.panel("To decide")
    page.get_by_text("All 3").click()
    row = page.get_by_role("button", name="Certainty, s2, joined into s1")
    expect(row).to_be_visible()
    desk.saved()
    again(sides, file)
    assert read_document(file).provenance.labels["s1.s2.certainty"] == kept
    desk.press("Control+z")
    expect(page.locator("#seg-s2")).to_have_count(1)
    desk.saved()
    records = read_document(file).provenance.labels
    assert (records["s2.certainty"].status, records["s2.certainty"].was) == ("disputed", said)
    assert "s1.s2.certainty" not in records


def test_a_record_moves_on_with_the_words(
    open_desk: Open, sides: tuple[Path, Path], tmp_path: Path, document: AnnotatedDocument
) -> None:
    """Of three segments joined one after another, it stands under the one that is left."""
    third = document.segments[2].model_copy(update={"certainty": Certainty.POSSIBLE})
    segments = (*document.segments[:2], third, *document.segments[3:])
    write_document(document.model_copy(update={"segments": segments}), sides[1])
    path = tmp_path / "three.json"
    again(sides, path)
    said = read_document(path).provenance.labels["s3.certainty"].was
    desk = open_desk(path)
    for segment, gone in (("s2", "s3"), ("s1", "s2")):
        desk.go(segment)
        desk.press("g")
        expect(desk.page.locator(f"#seg-{gone}")).to_have_count(0)
    desk.saved()
    records = read_document(path).provenance.labels
    assert {key: record.was for key, record in records.items()} == {"s1.s3.certainty": said}


def test_a_deleted_span_keeps_what_was_said_of_its_label(
    open_desk: Open, sides: tuple[Path, Path], tmp_path: Path, document: AnnotatedDocument
) -> None:
    """Two labels of one span, and the span is taken out: what each said is in the file."""
    span = document.spans[0].model_copy(update={"label": "absolute"})
    write_document(document.model_copy(update={"spans": (span,)}), sides[1])
    path = tmp_path / "spans.json"
    again(sides, path)
    said = read_document(path).provenance.labels["x1.label"].was
    desk = open_desk(path)
    desk.panel("Segment")
    desk.go("s3")
    desk.page.get_by_role("button", name="Delete span").click()
    desk.saved()
    record = read_document(path).provenance.labels["x1.label"]
    assert (record.status, record.by, record.was) == ("rejected", "ana", said)


def test_a_file_that_becomes_disputed_gets_the_panel(
    open_desk: Open, path: Path, document: AnnotatedDocument
) -> None:
    """Somebody merges a second person's file into one that is open: the tab comes by itself."""
    desk = open_desk(path)
    page = desk.page
    tab = page.get_by_role("tab", name="To decide")
    expect(tab).to_have_count(0)
    heading = document.segments[0].model_copy(update={"role": Role.FRAMING})
    other = document.model_copy(update={"segments": (heading, *document.segments[1:])})
    made, _ = adjudicate(document, other, ("ana", "ben"), tool="argmap test")
    write_document(made, path)
    expect(tab).to_be_visible(timeout=15_000)
    desk.go("s3")
    desk.press("d")
    asked(desk, "Role, s1")
    desk.press("2")
    expect(page.locator(".all-decided")).to_be_visible()
    expect(tab).to_be_visible()
    desk.saved()
    assert read_document(path).segments[0].role == Role.FRAMING


def test_keys_struck_before_the_list_is_there_are_not_lost(open_desk: Open, file: Path) -> None:
    """The server takes its time over the list; d, 2, 1 do what they say all the same."""
    desk = open_desk(file)
    held: list[Route] = []
    desk.page.route("**/disputes", lambda route: held.append(route))
    desk.page.reload()
    desk.go("s3")
    desk.press("d", "2", "1")
    assert held
    for route in held:
        route.continue_()
    desk.page.unroute("**/disputes")
    asked(desk, "Span x1")
    desk.saved()
    records = read_document(file).provenance.labels
    assert (records["s1.role"].status, records["s2.certainty"].status) == ("edited", "confirmed")


def test_a_decision_taken_back_and_made_again_at_once_is_made(open_desk: Open, file: Path) -> None:
    """What the server said before the undo does not count: 2 sets the label, it confirms none."""
    desk = open_desk(file)
    desk.press("d", "2")
    asked(desk, "Certainty, s2")
    desk.saved()
    desk.press("Control+z", "D", "2")
    expect(desk.page.locator("#seg-s1 .tag")).to_have_text("F")
    desk.saved()
    made = read_document(file)
    assert made.segments[0].role == Role.FRAMING
    assert made.provenance.labels["s1.role"].status == "edited"


def test_a_label_that_needs_what_was_just_taken_out_is_not_set(
    open_desk: Open, tmp_path: Path, document: AnnotatedDocument
) -> None:
    """Ana has no attribution: it is taken out, and ben's voice that hangs on it has no place."""
    second = document.segments[1].model_copy(update={"voice": Voice.AUTHOR, "attribution": None})
    other = document.model_copy(
        update={
            "segments": (document.segments[0], second, *document.segments[2:]),
            "attributions": tuple(one for one in document.attributions if one.id != "a1"),
        }
    )
    path = tmp_path / "gold.json"
    write_document(adjudicate(other, document, ("ana", "ben"), tool="argmap test")[0], path)
    keys = [question.key for question in open_questions(read_document(path))]
    assert keys == ["a1", "s2.voice"]
    desk = open_desk(path)
    desk.press("d")
    asked(desk, "Attribution a1")
    desk.press("1", "2")
    asked(desk, "Voice, s2")
    expect(desk.page.locator(".side").nth(1)).to_contain_text("has no place in the file any more")
    desk.saved()
    made = read_document(path)
    assert (made.attributions, made.segments[1].voice) == (other.attributions, Voice.AUTHOR)


def test_the_place_in_the_list_stays_when_the_file_is_changed_elsewhere(
    open_desk: Open, file: Path
) -> None:
    """Somebody else's label comes in: the question that is shown is the one that is decided."""
    desk = open_desk(file)
    desk.press("d", "d")
    asked(desk, "Certainty, s2")
    made = read_document(file)
    last = made.segments[-1].model_copy(update={"role": Role.BACKGROUND, "evidence_type": None})
    write_document(made.model_copy(update={"segments": (*made.segments[:-1], last)}), file)
    desk.page.evaluate("dispatchEvent(new Event('focus'))")
    expect(desk.page.locator(f"#seg-{last.id} .tag")).to_contain_text("B")
    asked(desk, "Certainty, s2")
    desk.press("2")
    asked(desk, "Span x1")
    desk.saved()
    records = read_document(file).provenance.labels
    assert [records[key].status for key in ("s1.role", "s2.certainty")] == ["disputed", "edited"]


def test_a_question_ends_the_search_for_a_segment(open_desk: Open, file: Path) -> None:
    """Whoever goes on to a dispute while choosing what a segment bears on has related nothing."""
    desk = open_desk(file)
    before = read_document(file).relations
    desk.press("d", "d")
    asked(desk, "Certainty, s2")
    desk.go("s2")
    desk.press("r")
    expect(desk.page.locator("#prompt")).not_to_be_empty()
    desk.panel("To decide")
    desk.page.get_by_role("button", name="Next", exact=True).click()
    asked(desk, "Span x1")
    expect(desk.page.locator("#prompt")).to_be_empty()
    desk.saved()
    assert read_document(file).relations == before


def test_a_label_accepted_under_segment_keeps_what_each_said(
    open_desk: Open, path: Path, document: AnnotatedDocument, file: Path
) -> None:
    """argmap's own label taken, then changed: decided both times, and both people's words stay."""
    write_document(read_document(file), path)
    desk = open_desk(path)
    desk.panel("Segment")
    desk.go("s1")
    expect(desk.page.get_by_role("button", name="Refuse argmap’s role")).to_have_count(0)
    desk.page.get_by_role("button", name="Accept argmap’s role").click()
    desk.saved()
    said = {"ana": "report", "ben": "framing"}
    record = read_document(path).provenance.labels["s1.role"]
    assert (record.status, record.by, record.was) == ("confirmed", "ana", said)
    desk.go("s1")
    desk.press("5")
    desk.saved()
    record = read_document(path).provenance.labels["s1.role"]
    assert (record.status, record.was) == ("edited", said)


def test_work_is_resumed_where_it_was_left(open_desk: Open, file: Path) -> None:
    """Opened again, what was decided is decided, and the first open one is asked."""
    first = open_desk(file)
    first.press("d", "2")
    asked(first, "Certainty, s2")
    first.saved()
    again = open_desk(file)
    expect(again.page.locator(".panel-disputes .panel-head")).to_contain_text("2 of 3")
    again.press("d")
    asked(again, "Certainty, s2")
    again.page.get_by_text("All 3").click()
    expect(again.page.locator(".questions li").first).to_contain_text("decided by ana")


def test_another_writer_is_not_overwritten(open_desk: Open, file: Path) -> None:
    """Decided here and in a text editor at once: both versions are shown, nothing is lost."""
    desk = open_desk(file)
    desk.page.route("**/revision", lambda route: route.abort())
    made = read_document(file)
    other = made.segments[0].model_copy(update={"role": Role.BACKGROUND})
    write_document(made.model_copy(update={"segments": (other, *made.segments[1:])}), file)
    theirs = file.read_bytes()
    desk.press("d", "2")
    dialog = desk.page.get_by_role("dialog")
    expect(dialog).to_contain_text("changed elsewhere")
    assert file.read_bytes() == theirs


@pytest.mark.parametrize("side", ["1", "2"])
def test_one_person_is_always_right(open_desk: Open, tmp_path: Path, side: str) -> None:
    """All of a real article's disagreements decided for one side, each saved as a sound file."""
    path = tmp_path / "wire.json"
    write_document(gold("tidemark-wire"), path)
    desk = open_desk(path)
    desk.press("d")
    for _ in open_questions(gold("tidemark-wire")):
        if desk.page.locator(".all-decided").count():
            break
        desk.press(side)
    expect(desk.page.locator(".all-decided")).to_be_visible()
    desk.saved()
    assert open_questions(read_document(path)) == ()


@pytest.mark.parametrize("look", LOOKS)
def test_axe_finds_no_violation(open_desk: Open, file: Path, look: str) -> None:
    """The panel with a question, with the list of all, and with everything decided."""
    desk = open_desk(file, **LOOKS[look])
    desk.press("d")
    desk.page.get_by_text("All 3").click()
    sound(desk, "question")
    desk.press("d", "2", "2", "2")
    expect(desk.page.locator(".all-decided")).to_be_visible()
    sound(desk, "decided")
    assert desk.said == []


def test_a_file_without_disputes_has_no_such_panel(open_desk: Open, path: Path) -> None:
    """Nothing to decide, no tab."""
    desk = open_desk(path)
    expect(desk.page.get_by_role("tab", name="To decide")).to_have_count(0)
    desk.press("d")
    expect(desk.page.locator("#said")).to_contain_text("Nobody differs")
