"""Cards, frames, sources, tone and what stands out."""

from __future__ import annotations

from argmap.model.comparison import Comparison
from argmap.model.document import AnnotatedDocument
from argmap.report import PublicFigure, StoryView, build_view
from argmap.report.view_tone import mean_tone


def test_a_card_gives_every_figure_as_text(view: StoryView) -> None:
    """Length, roles, voices, hedged share, loaded words and anonymous share."""
    card = view.cards[0]
    assert card.length == "57 words in 4 segments"
    assert [(part.name, part.letter, part.start, part.percent) for part in card.roles] == [
        ("claim", "C", 0, 50),
        ("evidence", "E", 50, 30),
        ("report", "R", 80, 20),
    ]
    assert [(part.name, part.percent) for part in card.voices] == [
        ("own voice", 40),
        ("attributed", 60),
    ]
    assert (card.hedged, card.loaded, card.attributes, card.anonymous) == (
        "55%",
        "0.0",
        True,
        "25%",
    )


def test_no_tone_word_is_said_and_not_called_zero(view: StoryView) -> None:
    """A voice without a tone word has no figure; a voice that does not speak has no line."""
    assert [(line.voice, line.value) for line in view.cards[0].tones] == [
        ("own voice", "no tone word"),
        ("attributed", "no tone word"),
    ]
    assert [(line.voice, line.value, line.words) for line in view.cards[1].tones] == [
        ("own voice", "−0.45", ("shameful −0.80",))
    ]


def test_two_articles_of_one_outlet_are_told_apart(
    documents: list[AnnotatedDocument], comparison: Comparison
) -> None:
    """Columns with one name get the article's id beside it."""
    twice = tuple(
        article.model_copy(update={"outlet": "The Same"}) for article in comparison.articles
    )
    view = build_view(documents, comparison.model_copy(update={"articles": twice}), {})
    assert [outlet.name for outlet in view.outlets] == [
        "The Same (ledger)",
        "The Same (lantern)",
        "The Same (digest)",
    ]


def test_frames_say_who_owns_them(view: StoryView) -> None:
    """Own words, somebody's words, or not found."""
    (row,) = view.frames.shared
    assert [[(use.owner, use.stance) for use in cell.uses] for cell in row.cells] == [
        [("words of Odile Marsh", "reports it")],
        [("own words", "uses it")],
        [],
    ]
    assert [(one.outlet.id, one.rows[0].phrase) for one in view.frames.only] == [
        ("lantern", "not a purse; it is a heart")
    ]


def test_words_without_a_label_are_neither_found_nor_missing(
    documents: list[AnnotatedDocument], comparison: Comparison
) -> None:
    """Where a phrase stands and nobody labelled it, the words are quoted as such."""
    start = documents[2].text.index("tide mill")
    plain = {"article": "digest", "start": start, "end": start + 9, "text": "tide mill"}
    value = comparison.model_dump(by_alias=True)
    frame = {**value["frames"][0], "unlabelled": (plain,), "not_found": ()}
    other = Comparison.model_validate({**value, "frames": (frame,)})
    row = build_view(documents, other, {}).frames.shared[0]
    (use,) = row.cells[2].uses
    assert (use.owner, use.stance, use.voice) == ("the same words", "without a label here", "")


def test_the_cast_is_told_by_words_and_outlet(view: StoryView) -> None:
    """Most words first; who is heard in one outlet only is said."""
    assert [(row.name, row.only_in) for row in view.cast.rows] == [
        ("the council", None),
        ("Odile Marsh", "Lowmarsh Ledger"),
        ("two clerks", "Lowmarsh Ledger"),
    ]
    cells = [(cell.words, cell.width) for cell in view.cast.rows[0].cells]
    assert cells == [("14", 100), ("1", 7), ("", 0)]
    assert view.cast.totals[2].speakers == "0 speakers"


def test_the_highlights_tell_the_story_in_sentences(view: StoryView) -> None:
    """How many claims change, who retells whom, who owns the shared frame, who speaks."""
    told = {item.lead: item.text for item in view.highlights}
    assert told["Claims"] == (
        "2 claims stand in two or more outlets; 1 of them changes on the way, 1 to a contradiction."
    )
    assert told["Retelling"] == (
        "Digest of Lowmarsh retells Lowmarsh Ledger; on the way it drops 1 attribution and states"
        " 1 claim more firmly."
    )
    assert told["“quiet sale of our river”"] == (
        "Lowmarsh Ledger: words of Odile Marsh, reporting it. The Marsh Lantern: own words."
        " Not found in Digest of Lowmarsh."
    )
    assert told["Own voice"] == (
        "The Marsh Lantern 100%, Digest of Lowmarsh 100% and Lowmarsh Ledger 40% of the words."
    )


def test_the_highlights_of_a_single_article_are_silent(
    documents: list[AnnotatedDocument], comparison: Comparison
) -> None:
    """One article is no comparison."""
    alone = Comparison(articles=comparison.articles[:1])
    assert build_view(documents[:1], alone, {}).highlights == ()


def test_tone_is_weighted_by_words_and_null_without_a_word(
    documents: list[AnnotatedDocument],
) -> None:
    """A paragraph's tone is that of its segments with a tone word; without any it is none."""
    segments = documents[1].segments
    assert mean_tone(segments[:1]) is None
    assert mean_tone(segments[:3]) == segments[1].tone.polarity  # type: ignore[union-attr]


def test_the_plot_and_the_table_tell_the_same(view: StoryView) -> None:
    """Every mark of the plot is a figure of the table, by paragraph and voice."""
    for tone in view.tones:
        figures = [c.value for row in tone.rows for c in row.cells if c.heard]
        toned = [value for value in figures if value != "no tone word"]
        assert len(tone.plot.marks) == len(toned)
        for mark, value in zip(tone.plot.marks, toned, strict=True):
            assert mark.title.endswith(value)
    assert [len(tone.plot.bars) for tone in view.tones] == [0, 1, 0]
    assert [item.text for item in view.tones[1].loaded] == ["river, and a shameful"]


def test_headings_and_boilerplate_have_no_tone(view: StoryView) -> None:
    """Paragraphs are counted as a reader counts them, without headings and furniture."""
    assert [len(tone.rows) for tone in view.tones] == [3, 2, 1]


def test_method_names_files_and_scores(
    documents: list[AnnotatedDocument], comparison: Comparison
) -> None:
    """Where to correct labels, and what the tool scores on public data where that is given."""
    score = PublicFigure(dataset="some-data", metric="f1", value=0.61251, baseline=0.5)
    method = build_view(documents, comparison, {}, figures=[score]).method
    assert [made.annotation for made in method.made] == [
        "../annotations/ledger.json",
        "../annotations/lantern.json",
        "../annotations/digest.json",
    ]
    assert [(row.value, row.baseline) for row in method.figures] == [("0.613", "0.500")]
    assert method.derivations == (
        "Digest of Lowmarsh retells Lowmarsh Ledger: it tells the same claims in the same order",
    )


def test_the_highlights_give_examples_of_what_changes(view: StoryView) -> None:
    """The first claim that changes is told with its changes, and leads to its row."""
    (example,) = [item for item in view.highlights if item.lead == "Claim 1"]
    assert example.text == (
        "Lowmarsh Ledger → Digest of Lowmarsh. Stronger: certainty (possible → certain);"
        " attribution dropped (the council): “The town sells its tide mill to a brewer for 400,000"
        " crowns.”"
    )
    assert example.target == "claim:g3"
