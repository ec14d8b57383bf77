"""Cards, frames, sources, tone and what stands out."""

from __future__ import annotations

from argmap.model.comparison import Comparison, ComparisonProvenance
from argmap.model.document import AnnotatedDocument
from argmap.report import PublicFigure, StoryView, build_view
from argmap.report.view_cast import CastView
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
        [("words of Odile Marsh", "reported")],
        [("own words", "used")],
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
    assert (use.owner, use.stance, use.voice) == ("the same words", "not marked as framing", "")


def test_the_cast_is_told_by_words_and_outlet(view: StoryView) -> None:
    """Most words first; who is heard in one outlet only is said."""
    assert [(row.name, row.only_in) for row in view.cast.rows] == [
        ("the council", None),
        ("Odile Marsh", "Lowmarsh Ledger"),
        ("two clerks", "Lowmarsh Ledger"),
    ]
    cells = [(cell.words, cell.width) for cell in view.cast.rows[0].cells]
    assert cells == [("14", 100), ("1", 7), ("", 0)]
    assert [total.heard for total in view.cast.totals] == [True, True, False]
    assert view.cast.totals[1].alone == "none heard here only"


def test_the_highlights_tell_the_story_in_sentences(view: StoryView) -> None:
    """How many claims change, who retells whom, who owns the shared frame, who speaks."""
    told = {item.lead: item.text for item in view.highlights}
    assert told["Claims"] == (
        "2 claims stand in two or more outlets; 1 of them changes from outlet to outlet,"
        " 1 to a contradiction."
    )
    assert told["Sources"] == "3 speakers, 2 heard in one outlet only, none in all 3."
    assert told["Retelling"] == (
        "Digest of Lowmarsh retells Lowmarsh Ledger; on the way it drops 1 attribution, states"
        " 1 claim more firmly and leaves out 1 claim."
    )
    assert told["“quiet sale of our river”"] == (
        "Lowmarsh Ledger: words of Odile Marsh, reported. The Marsh Lantern: own words."
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
    score = PublicFigure(dataset="babe", metric="word_f1", value=0.61251, baseline=0.5, rule="all")
    other = PublicFigure(dataset="babe", metric="no label of the page", value=0.9)
    method = build_view(documents, comparison, {}, figures=[other, score]).method
    assert [made.annotation for made in method.made] == [
        "../annotations/ledger.json",
        "../annotations/lantern.json",
        "../annotations/digest.json",
    ]
    assert [(row.label, row.value, row.baseline, row.rule) for row in method.figures] == [
        ("Loaded words", "0.61", "0.50", "all")
    ]
    assert "(a model 1.0)" in method.likeness


def test_the_page_says_when_no_model_told_what_is_the_same(
    documents: list[AnnotatedDocument], comparison: Comparison
) -> None:
    """Without the bundled model claims are compared by shared words; the page says so."""
    bare = ComparisonProvenance(tool="argmap test", similarity=None)
    other = comparison.model_copy(update={"provenance": bare})
    assert build_view(documents, other, {}).method.likeness.endswith("alone.")


def test_a_retelling_says_what_became_of_each_claim(view: StoryView) -> None:
    """What is hardened with its changes, what is kept, what is dropped; each leads to its place."""
    (one,) = view.retellings
    assert (one.origin, one.target, one.sure) == ("Lowmarsh Ledger", "Digest of Lowmarsh", "90%")
    assert [
        (part.key, [(claim.anchor, claim.name, claim.changes) for claim in part.claims])
        for part in one.parts
    ] == [
        (
            "hardened",
            [
                (
                    "claim:g3",
                    "Claim 1",
                    (
                        "stronger: certainty: possible → certain",
                        "attribution dropped: the council",
                    ),
                )
            ],
        ),
        ("kept", [("claim:g2", "Claim 2", ())]),
        ("dropped", [("ledger-s8", "s8", ())]),
    ]
    (highlight,) = [item for item in view.highlights if item.lead == "Retelling"]
    assert highlight.target == one.anchor


def test_a_label_that_a_person_touched_is_said_everywhere(view: StoryView) -> None:
    """In the list with who and what it was, beside the sentence, and in the claim's cell."""
    (hand,) = view.method.by_hand
    assert [(line.place, line.target, line.words, line.note) for line in hand.lines] == [
        ("s2", "ledger-s2", "certainty: possible, set by ana; it was certain", "“may”"),
        ("s7", "ledger-s7", "all labels confirmed by ben", None),
        ("x2", "ledger-s2", "label disputed between two annotators (ana: hedge, ben: none)", None),
        ("p1", None, "name: the council, set; it was council", None),
    ]
    assert [made.touched for made in view.method.made] == [4, 0, 0]
    marked = {
        part.anchor: (part.label.by_hand, part.label.hand_words)
        for paragraph in view.texts[0].paragraphs
        for part in paragraph.fragments
        if part.label and part.label.by_hand
    }
    assert set(marked) == {"ledger-s2", "ledger-s7"}
    assert marked["ledger-s7"] == ("hand:ledger:2", "all labels confirmed by ben")
    (label,) = view.claims.rows[0].cells[0].tellings[0].labels
    assert label.by_hand == ("certainty: possible, set by ana; it was certain",)


def test_the_outline_of_all_outlets_says_what_the_map_shows(view: StoryView) -> None:
    """Each shared claim with every outlet's voice and certainty; what bears on it; the rest."""
    assert view.story_map
    shared, *others = view.story_map.outline
    assert [(one.anchor, one.label) for one in shared.children] == [
        ("claim:g2", "g2"),
        ("claim:g3", "g3 (differs in certainty, attribution, number; contradicted)"),
    ]
    assert [(one.anchor, one.text) for one in shared.children[0].children] == [
        ("ledger-s7", "Lowmarsh Ledger s7 · own voice · certain"),
        (None, "The Marsh Lantern: not found"),
        ("digest-s2", "Digest of Lowmarsh s2 · own voice · certain"),
    ]
    bearing = [one for one in shared.children[1].children if one.relation]
    assert [(one.anchor, one.relation) for one in bearing] == [("ledger-s8", "attacks g3")]
    assert [one.text for one in others] == ["Only in Lowmarsh Ledger", "Only in The Marsh Lantern"]


def test_a_question_names_its_segments_once(view: StoryView) -> None:
    """Ids in the words are links; those that the words leave out stand behind."""
    (question,) = view.maps[0].questions
    assert question.parts == (
        ("", None),
        ("s2", "ledger-s2"),
        (", claimed in the author's own voice, has no linked support.", None),
        (" ", None),
        ("s4", "ledger-s4"),
    )


def test_a_long_cast_is_folded(documents: list[AnnotatedDocument], comparison: Comparison) -> None:
    """Those with most words are shown, the others on demand; a few more are not worth a fold."""
    heard = comparison.sources[0]

    def cast(count: int) -> CastView:
        many = tuple(heard.model_copy(update={"name": f"voice {n}"}) for n in range(count))
        return build_view(documents, comparison.model_copy(update={"sources": many}), {}).cast

    assert (len(cast(16).first), len(cast(16).others)) == (16, 0)
    assert (len(cast(17).first), len(cast(17).others)) == (12, 5)


def test_the_highlights_give_examples_of_what_changes(view: StoryView) -> None:
    """The first claim that changes is told with its changes, and leads to its row."""
    (example,) = [item for item in view.highlights if item.lead == "Claim 1"]
    assert example.text == (
        "Lowmarsh Ledger → Digest of Lowmarsh. Stronger: certainty (possible → certain);"
        " attribution dropped (the council): “The town sells its tide mill to a brewer for 400,000"
        " crowns.”"
    )
    assert example.target == "claim:g3"
