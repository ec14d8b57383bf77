"""One entry for each speaker, with the kind of speaker that it is."""

from __future__ import annotations

import pytest

from argmap.model.article import Article
from argmap.model.document import AnnotatedDocument
from argmap.pipeline import annotate, build

NLP = build()


def read(text: str) -> AnnotatedDocument:
    """Annotate a text."""
    return annotate(NLP, Article(id="case", text=text))


def cast(text: str) -> dict[str, list[str]]:
    """The names of the sources with the texts of their mentions."""
    return {source.name: [m.text for m in source.mentions] for source in read(text).sources}


def test_full_name_surname_pronoun_and_description_are_one() -> None:
    """A person keeps one entry, named by the fullest mention."""
    text = (
        "Voss says the well is dry. Petra Voss, a geologist in Calder, said nobody had seen it. "
        "She added that the river was low. The geologist argues that the pumps are to blame."
    )
    assert cast(text) == {
        "Petra Voss": ["Voss", "Petra Voss, a geologist in Calder", "She", "The geologist"]
    }


def test_a_pronoun_takes_the_speaker_that_its_gender_fits() -> None:
    """`He` is not the woman who spoke last."""
    text = (
        "Mr. Tom Reed said the road was safe. Ms. Ona Lind said it was not. "
        "He insisted that it was. She laughed and said that it was not."
    )
    assert cast(text) == {
        "Tom Reed": ["Mr. Tom Reed", "He"],
        "Ona Lind": ["Ms. Ona Lind", "She"],
    }


def test_who_speaks_inside_a_quotation_is_nobodys_pronoun_outside_it() -> None:
    """After a quotation about others, `he` is the one who quoted them."""
    text = '"Somebody told us that it was over," Tom Reed said. "We left." He added that it rained.'
    assert cast(text)["Tom Reed"] == ["Tom Reed", "He"]


def test_a_short_name_in_brackets_stands_for_the_long_one() -> None:
    """An acronym is the body that the text gave it to."""
    text = "The Norland Energy Agency (NEA) said it was ready. The NEA warned that others were not."
    assert len(cast(text)) == 1


def test_the_ministry_is_the_last_ministry() -> None:
    """A head noun with an article finds the body that it is the head of."""
    text = (
        "Norland's fishing ministry said the boats were gone. A captain said they were not. "
        "The ministry insisted that they were."
    )
    assert cast(text)["Norland's fishing ministry"] == [
        "Norland's fishing ministry",
        "The ministry",
    ]


@pytest.mark.parametrize(
    ("source", "kind"),
    [
        ("Petra Voss", "named_person"),
        ("The Norland Energy Agency", "named_org"),
        ("Moscow", "named_org"),
        ("Norland's coast guard", "named_org"),
        ("The government", "named_org"),
        ("The audit", "document_or_data"),
        ("A senior official who asked not to be named", "anonymous"),
        ("Two officials", "anonymous"),
        ("A woman in the crowd", "anonymous"),
        ("Analysts", "collective"),
        ("Many residents", "collective"),
        ("Republicans", "collective"),
    ],
)
def test_kinds(source: str, kind: str) -> None:
    """Named, unnamed, collective and written sources are told apart."""
    document = read(f"It rained in May. {source} said that the river had risen by a foot.")
    attribution = next(a for a in document.attributions if a.cue and a.cue.text == "said")
    found = document.source(attribution.speaker)
    assert found is not None
    assert found.kind == kind


def test_the_author_who_speaks_of_himself_is_no_source() -> None:
    """`I believe` in the author's own text names no speaker."""
    document = read("I believe that the river will rise.")
    assert document.sources == ()


def test_title_and_apposition_describe_a_person() -> None:
    """What stands before or behind the name goes to the description, not to the name."""
    document = read("Norland President Ona Lind said so. Tom Reed, a pilot, said that it rained.")
    described = {source.name: source.description for source in document.sources}
    assert described["Tom Reed"] == "a pilot"


def test_a_given_name_tells_whom_a_pronoun_or_a_title_means() -> None:
    """Of two with one surname, the title and the pronoun choose the one whom they fit."""
    text = (
        "Susan Marlow said the pier was sound. Peter Marlow said it was not. "
        "Mrs. Marlow insisted that it was. He said that nobody had looked. She said they had."
    )
    assert cast(text) == {
        "Susan Marlow": ["Susan Marlow", "Mrs. Marlow", "She"],
        "Peter Marlow": ["Peter Marlow", "He"],
    }


def test_two_who_speak_together_are_neither_of_them() -> None:
    """A statement of two people is a collective's, and each of them keeps an entry."""
    document = read(
        "Susan Marlow and Peter Reed said the pier was closed. Reed said it would open in May."
    )
    kinds = {source.name: source.kind for source in document.sources}
    assert kinds == {"Susan Marlow and Peter Reed": "collective", "Peter Reed": "named_person"}


@pytest.mark.parametrize(
    "opening",
    [
        "Another critic, Susan Marlow, said the pier was rotten.",
        "The harbor board's deputy director, Susan Marlow, said the pier was rotten.",
        "Former harbor commissioner for the lower bay Susan Marlow said the pier was rotten.",
    ],
)
def test_a_name_behind_its_description_names_the_speaker(opening: str) -> None:
    """Who is described first and named then is entered by name, and found by surname again."""
    assert list(cast(f"{opening} Marlow said it had never been mended.")) == ["Susan Marlow"]


@pytest.mark.parametrize("who", ["Fifty-one percent", "51% of all tenants", "Seven in ten"])
def test_a_share_of_people_is_a_collective(who: str) -> None:
    """People counted in a survey speak as a class."""
    document = read(f"{who} said that they would never sell their boats.")
    assert [source.kind for source in document.sources] == ["collective"]


def test_a_title_in_quotation_marks_is_nobodys_voice() -> None:
    """The name of a book or a film in marks leaves the sentence the author's own; a phrase not."""
    document = read(
        "The board met on Monday. Its chair owns a worn copy of “The Long Tide” from school. "
        "The town got its “gift” in May."
    )
    assert [str(s.voice) for s in document.segments] == ["author", "author", "mixed"]


def test_an_adverb_beside_an_auxiliary_gives_nobody_a_voice() -> None:
    """`are reportedly clearing` is the author's own hedge, whoever was named before."""
    document = read("Ona Lind left the hall at noon. Crews are reportedly clearing the pier.")
    last = document.segments[-1]
    assert (str(last.voice), str(last.certainty)) == ("author", "probable")
    assert not document.attributions
