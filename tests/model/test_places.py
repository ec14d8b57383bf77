"""What is wrong in a file is shown where it stands, with what may have been meant."""

from __future__ import annotations

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from argmap.errors import AnnotationError
from argmap.model.document import AnnotatedDocument
from argmap.model.files import dumps, loads_document
from argmap.model.places import Lines, Place, locate
from argmap.model.suggestions import did_you_mean

_json = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(), inner, max_size=4),
    max_leaves=12,
)


def every_path(
    value: object, path: tuple[str | int, ...] = ()
) -> dict[tuple[str | int, ...], object]:
    """The value at each path of a JSON value."""
    found = {path: value}
    steps = value.items() if isinstance(value, dict) else ()
    if isinstance(value, list):
        steps = enumerate(value)
    for step, below in steps:
        found |= every_path(below, (*path, step))
    return found


@given(_json, st.sampled_from([None, 0, 2]))
def test_every_value_of_a_file_is_located(value: object, indent: int | None) -> None:
    """The text at the place of a path is the value at that path, its key that of the path."""
    text = json.dumps(value, ensure_ascii=False, indent=indent)
    wanted = every_path(value)
    found = locate(text, wanted)
    assert found.keys() == wanted.keys()
    for path, below in wanted.items():
        place = found[path]
        assert json.loads(text[place.start : place.end]) == below
        if path and isinstance(path[-1], str):
            assert place.key
            assert json.loads(text[slice(*place.key)]) == path[-1]


def test_what_is_not_there_has_the_place_of_what_is_around_it() -> None:
    """A missing key leads to its object, a missing item to its list."""
    text = '{"a": {"b": [1]}}'
    found = locate(text, [("a", "c", "d"), ("a", "b", 7), ("a", "b", 0)])
    assert text[found["a", "c", "d"].start :].startswith('{"b"')
    assert text[found["a", "b", 7].start :].startswith("[1]")
    assert found["a", "b", 0] == Place(13, 14)


def test_an_excerpt_points_at_the_value() -> None:
    """The lines before and after stand around it, carets are below the value and nothing else."""
    text = '{\n  "a": "一二",\n  "role": "reprot",\n  "b": 1\n}'
    start = text.index('"reprot"')
    assert Lines(text).excerpt(start, start + 8).splitlines() == [
        '2 |   "a": "一二",',
        '3 |   "role": "reprot",',
        "  |           ^^^^^^^^",
        '4 |   "b": 1',
    ]
    wide = text.index("二")
    assert Lines(text).excerpt(wide, wide + 1).splitlines()[2] == "  |           ^^"


def test_a_very_long_line_is_shown_around_the_place() -> None:
    """The article's text is one line; a hundred characters of it are enough."""
    text = '{"text": "' + "word " * 2000 + '", "role": 1, "more": "' + "x" * 500 + '"}'
    at = text.index('"role"')
    line, carets = Lines(text).excerpt(at, at + 6).splitlines()
    assert len(line) < 120
    assert line.startswith("1 | …")
    assert line.endswith("…")
    assert line[carets.index("^") : carets.index("^") + 6] == '"role"'


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ('"role": "report"', '"role": "reprot"', "did you mean 'report'?"),
        ('"role": "report"', '"role": "Report"', "did you mean 'report'?"),
        ('"voice": "author"', '"voice": "auther"', "did you mean 'author'?"),
        ('"certainty": "certain"', '"certainity": "certain"', "did you mean 'certainty'?"),
        ('"subjectivity": 0.5', '"subjectivty": 0.5', "did you mean 'subjectivity'?"),
        ('"attribution": "a1"', '"attribution": "a11"', "no attribution 'a11'; did you mean 'a1'?"),
        ('"format": "argmap",', '"format": "argmap", "segmets": [],', "did you mean 'segments'?"),
        ('"type": "supports"', '"type": "suports"', "did you mean 'supports'?"),
    ],
)
def test_what_may_have_been_meant_is_offered(
    document: AnnotatedDocument, old: str, new: str, said: str
) -> None:
    """Keys, values and ids that are not known come with the nearest that is."""
    text = dumps(document)
    assert old in text
    with pytest.raises(AnnotationError) as caught:
        loads_document(text.replace(old, new, 1), name="f.json")
    assert any(said in problem for problem in caught.value.problems), caught.value.problems
    assert len(caught.value.excerpts) == len(caught.value.problems)


def test_nothing_is_offered_that_is_not_alike() -> None:
    """A word that is like none of the known ones gets no guess."""
    assert did_you_mean("sure", ["certain", "probable"]) == ""
    assert did_you_mean("loaded-word", ["labeling", "loaded_word"]).endswith("'loaded_word'?")


def test_keys_that_stand_twice_are_all_shown(document: AnnotatedDocument) -> None:
    """Each second key has its line and column."""
    text = dumps(document).replace('"role": "claim",', '"role": "claim",\n      "role": "report",')
    with pytest.raises(AnnotationError) as caught:
        loads_document(text, name="f.json")
    first, second = caught.value.problems
    lines = text.splitlines()
    for problem in (first, second):
        _, line, column, *_ = problem.split(":")
        assert lines[int(line) - 1][int(column) - 1 :] == '"role": "report",'


def test_broken_json_is_shown_where_it_breaks() -> None:
    """The place and the lines around it come with the message."""
    with pytest.raises(AnnotationError) as caught:
        loads_document('{\n  "format": "argmap"\n  "version": 1\n}', name="f.json")
    assert str(caught.value).startswith("f.json:3:3: not valid JSON")
    assert caught.value.excerpts[0].splitlines()[2] == "  |   ^"


def test_a_file_with_thousands_of_faults_is_read_in_one_pass(document: AnnotatedDocument) -> None:
    """Each fault is found and placed; the work grows with the file, not with its square."""
    value = json.loads(dumps(document))
    value["segments"] = [{**value["segments"][0], "role": "reprot"} for _ in range(5000)]
    with pytest.raises(AnnotationError) as caught:
        loads_document(json.dumps(value, indent=2), name="f.json")
    assert sum(".role: " in problem for problem in caught.value.problems) == 5000
