"""Frame phrases across outlets and their owners."""

from __future__ import annotations

from argmap.compare import compare
from argmap.model.comparison import FramePhrase
from argmap.model.document import AnnotatedDocument

from .made import Said, article


def frames(*documents: AnnotatedDocument) -> list[FramePhrase]:
    """The frame phrases of a story."""
    return list(compare(documents).frames)


def test_one_phrase_is_one_row_whoever_says_it() -> None:
    """Case, number, quotation marks and an article make no other phrase."""
    one = article(
        "one",
        Said("This is a “New Lace War.”", frames=(("“New Lace War.”", "scare_quotes", "uses"),)),
    )
    two = article(
        "two",
        Said("They speak of the new lace wars, says Holm.", by="Holm",
             frames=(("the new lace wars", "label", "reports"),)),
    )  # fmt: skip
    three = article("three", "Bobbins are dear.")
    (phrase,) = frames(one, two, three)
    assert phrase.phrase in ("New Lace War", "new lace wars")
    assert [(use.article, use.owner, str(use.stance_to_frame)) for use in phrase.uses] == [
        ("one", None, "uses"),
        ("two", "Holm", "reports"),
    ]
    assert phrase.not_found == ("three",)


def test_near_variants_stand_together() -> None:
    """The same head and one more word in common."""
    one = article(
        "one", Said("It joined an anti-Lace bloc.", frames=(("anti-Lace bloc", "label", "uses"),))
    )
    two = article(
        "two", Said("The anti-Linen bloc grew.", frames=(("anti-Linen bloc", "label", "uses"),))
    )
    (phrase,) = frames(one, two)
    assert {phrase.phrase, *phrase.variants} == {"anti-Lace bloc", "anti-Linen bloc"}


def test_two_phrases_with_one_head_alone_stay_apart() -> None:
    """`Lace war` and `trade war` are two frames."""
    one = article("one", Said("A lace war began.", frames=(("lace war", "label", "uses"),)))
    two = article("two", Said("A trade war began.", frames=(("trade war", "label", "uses"),)))
    assert len(frames(one, two)) == 2


def test_a_source_inside_another_owns_its_words_by_way_of_the_other() -> None:
    """The innermost speaker is the owner; the chain around it is `via`."""
    one = article(
        "one",
        Said("Lee says Corvia sees a new lace war.", by="Corvia", inside="Lee",
             frames=(("new lace war", "label", "reports"),)),
    )  # fmt: skip
    (phrase,) = frames(one)
    assert (phrase.uses[0].owner, phrase.uses[0].via) == ("Corvia", "Lee")


def test_a_frame_inside_what_an_inner_source_says_is_that_source_s() -> None:
    """The annotation may name the outer voice alone; the content decides."""
    told = Said(
        "Lee says Corvia sees a new lace war.",
        by="Corvia",
        inside="Lee",
        frames=(("new lace war", "label", "reports"),),
    )
    document = article("one", told)
    outer = next(item.id for item in document.attributions if item.parent is None)
    span = document.spans[0].model_copy(update={"attribution": outer})
    (phrase,) = frames(document.model_copy(update={"spans": (span,)}))
    assert (phrase.uses[0].owner, phrase.uses[0].via) == ("Corvia", "Lee")


def test_words_without_a_label_are_quoted_and_not_called_missing() -> None:
    """Where the phrase stands and nobody has labelled it, the page can say so."""
    one = article("one", Said("A new lace war began.", frames=(("new lace war", "label", "uses"),)))
    two = article("two", "Bobbins rose in the new lace war, and thread fell.")
    (phrase,) = frames(one, two)
    assert [(plain.article, plain.text) for plain in phrase.unlabelled] == [("two", "new lace war")]
    assert two.text[phrase.unlabelled[0].start : phrase.unlabelled[0].end] == "new lace war"
    assert phrase.not_found == ()


def test_two_labels_at_one_place_are_one_use() -> None:
    """Scare quotes around a label do not make a second frame."""
    one = article(
        "one",
        Said("A “new lace war” began.",
             frames=(("“new lace war”", "scare_quotes", "uses"),
                     ("new lace war", "label", "uses"))),
    )  # fmt: skip
    (phrase,) = frames(one)
    assert len(phrase.uses) == 1
    assert phrase.device == "label"


def test_frames_of_more_outlets_come_first() -> None:
    """What two outlets share stands before what one has often."""
    one = article(
        "one",
        Said("A noose, a noose, and a lace war.",
             frames=(("noose", "metaphor", "uses"), ("lace war", "label", "uses"))),
    )  # fmt: skip
    two = article("two", Said("A lace war.", frames=(("lace war", "label", "uses"),)))
    assert [phrase.phrase for phrase in frames(one, two)] == ["lace war", "noose"]
