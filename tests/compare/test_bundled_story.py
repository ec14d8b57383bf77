"""The comparison of the bundled story, read by the pipeline: what it was written to show."""

from __future__ import annotations

from functools import cache

from argmap.compare import compare
from argmap.discourse.model import load_similarity
from argmap.model.comparison import Change, ClaimGroup, Comparison
from argmap.model.document import AnnotatedDocument
from argmap.pipeline import annotate, build
from argmap.sources import read_article
from argmap.story import story_files


@cache
def documents() -> dict[str, AnnotatedDocument]:
    """The three articles, annotated."""
    nlp = build()
    found = [annotate(nlp, read_article(str(path))[0]) for path in story_files()]
    return {document.article.id: document for document in found}


@cache
def comparison() -> Comparison:
    """The story set side by side."""
    return compare(list(documents().values()), reader=load_similarity())


def group(*told: tuple[str, str]) -> ClaimGroup:
    """The group in which these articles tell these words."""
    for found in comparison().groups:
        texts = {
            member.article: " ".join(
                segment.text
                for item in member.segments
                if (segment := documents()[member.article].segment(item))
            )
            for member in found.members
        }
        if all(words in texts.get(article, "") for article, words in told):
            return found
    raise AssertionError(f"no group has {told}")


def between(found: ClaimGroup, origin: str, target: str) -> list[Change]:
    """What changes from one article to another."""
    return [item for item in found.changes if (item.from_, item.to) == (origin, target)]


def test_the_surveys_differ_in_number() -> None:
    """More than 130 in the op-ed, as many as 120 in the report, 120 in the summary."""
    found = group(
        ("harbor-voice", "more than 130"),
        ("tidemark-wire", "as many as 120"),
        ("briefwell", "120 unpublished"),
    )
    values = [
        change.detail.get("values") for change in found.changes if change.dimension == "number"
    ]
    assert ["more than 130", "as many as 120"] in values


def test_the_summary_drops_the_minister_and_hardens_what_she_hopes() -> None:
    """`Could supply`, says the minister, becomes `will supply`."""
    found = group(("tidemark-wire", "could supply a third"), ("briefwell", "will supply a third"))
    kinds = {
        (str(item.kind), str(item.dimension))
        for item in between(found, "tidemark-wire", "briefwell")
    }
    assert {("stronger", "attribution"), ("stronger", "certainty")} <= kinds


def test_not_one_boat_contradicts_sixty_one_passages() -> None:
    """Zero and a count of the same thing cannot both be right."""
    found = group(("harbor-voice", "not one Ondrian boat"), ("tidemark-wire", "61 passages"))
    assert any(item.kind == "contradicts" for item in found.changes)


def test_the_summary_retells_the_report() -> None:
    """It names its outlet; the op-ed retells nobody."""
    assert [(item.from_, item.to) for item in comparison().derivations] == [
        ("tidemark-wire", "briefwell")
    ]


def test_the_curtain_is_the_op_eds_own_and_an_analyst_s_account_in_the_report() -> None:
    """The frame has an owner in each outlet and stands in two of three."""
    phrase = next(item for item in comparison().frames if "curtain" in item.phrase.casefold())
    owners = {use.article: (use.owner, use.via) for use in phrase.uses}
    assert owners["harbor-voice"] == (None, None)
    assert any(name and "Vask" in name for name in owners["tidemark-wire"])
    assert phrase.not_found == ("briefwell",)


def test_words_alone_find_what_the_story_was_written_to_show_too() -> None:
    """Without the model the claims with the widest drift are still found."""
    alone = compare(list(documents().values()))
    told = {
        frozenset(member.article for member in found.members)
        for found in alone.groups
        if any(change.kind != "same" for change in found.changes)
    }
    assert frozenset(documents()) in told
    assert alone.derivations[0].to == "briefwell"
    dimensions = {str(c.dimension) for group in alone.groups for c in group.changes if c.dimension}
    assert {"attribution", "certainty", "number"} <= dimensions
