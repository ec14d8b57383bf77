"""Every loader reads its format, with offsets that quote the text."""

from __future__ import annotations

from pathlib import Path

import pytest

from argmap.errors import InputError
from argmap.evaluate import DATASETS

from .invented import ESSAY, MAKERS, NEWS, put, put_json, put_json_lines


def quoted(text: str, spans: tuple[tuple[int, int], ...]) -> list[str]:
    """What some spans quote."""
    return [text[start:end] for start, end in spans]


def test_polnear_takes_one_annotator_and_joins_pieces(tmp_path: Path) -> None:
    """Of two annotators the first by name counts; pieces that only blanks part are one."""
    (gold,) = DATASETS["polnear"].load(MAKERS["polnear"](tmp_path))
    first, second = gold.attributions
    assert gold.text == NEWS
    assert quoted(gold.text, first.source) == ["Mayor Tolland"]
    assert quoted(gold.text, first.cue) == ["said"]
    assert quoted(gold.text, first.content) == ["the pier will close"]
    assert (second.source, second.cue) == ((), ())
    assert quoted(gold.text, second.content) == ["Nobody knows why 😀"]


def test_polnear_keeps_pieces_with_words_between_apart(tmp_path: Path) -> None:
    """A content interrupted by its cue stays in two pieces."""
    text = "It is, she said, late."
    put(tmp_path / "a.txt", text)
    lines = ["T1\tContent 0 5;17 21\tIt is late", "T2\tAttribution 11 15\tsaid"]
    put(tmp_path / "a.ann", "\n".join([*lines, "E1\tAttribution:T2 Content:T1"]))
    (gold,) = DATASETS["polnear"].load(tmp_path)
    assert quoted(text, gold.attributions[0].content) == ["It is", "late"]


def test_basil_places_spans_in_the_body(tmp_path: Path) -> None:
    """Sentence and offset together give the place; spans of the title are left out."""
    (gold,) = DATASETS["basil"].load(MAKERS["basil"](tmp_path))
    assert quoted(gold.text, gold.spans) == ["stubborn", "It is over"]
    assert gold.voices == ("own", "quoted")
    assert gold.lexical == {0}
    assert gold.article == "e1"
    assert gold.text.startswith("Pier to close\nThe stubborn mayor spoke. “It")


def test_babe_finds_its_words_and_leaves_out_what_has_no_majority(tmp_path: Path) -> None:
    """A bag of words is found wherever it stands; a row without a label is no item."""
    biased, neutral = DATASETS["babe"].load(MAKERS["babe"](tmp_path))
    assert quoted(biased.text, biased.words) == ["reckless", "board", "reckless"]
    assert (biased.label, neutral.label) == ("biased", "neutral")
    assert biased.article == "http://x.invalid/1"
    assert neutral.article == neutral.text == "The board met; briefly."


def test_checkthat_reads_quotation_marks_as_text(tmp_path: Path) -> None:
    """An unclosed quotation mark does not swallow the next row."""
    one, other = DATASETS["checkthat-subj"].load(MAKERS["checkthat-subj"](tmp_path))
    assert one.text == '"What a shameful day for the pier.'
    assert (one.label, other.label) == ("subjective", "objective")


def test_wiki_weasel_writes_tokens_as_text(tmp_path: Path) -> None:
    """Brackets are written as such, the empty row is left out."""
    one, other = DATASETS["wiki-weasel"].load(MAKERS["wiki-weasel"](tmp_path))
    assert one.text == "Some say it (the pier) sank."
    assert (one.uncertain, other.uncertain) == (True, False)


def test_newsmtsc_takes_a_target_once(tmp_path: Path) -> None:
    """Targets stand in order of the text; the article is the front of the id."""
    one, other = DATASETS["newsmtsc"].load(MAKERS["newsmtsc"](tmp_path))
    assert quoted(one.text, one.targets) == ["Tolland", "Quill"]
    assert one.tones == ("neutral", "positive")
    assert (one.article, other.article) == ("wires_12", "wires_13")


def test_factuality_follows_its_tokens_into_the_text(tmp_path: Path) -> None:
    """Offsets of predicates hold after the tokens were joined."""
    one, other = DATASETS["factuality"].load(MAKERS["factuality"](tmp_path))
    assert one.text == 'She said they didn\'t "leave".'
    assert quoted(one.text, one.predicates) == ["said", "leave"]
    assert one.values == (3.0, -2.5)
    assert quoted(other.text, other.predicates) == ["rain"]


def test_news_discourse_leaves_numbers_out_and_keeps_paragraphs(tmp_path: Path) -> None:
    """Sentences of one paragraph share a line; a sentence without a label is not asked for."""
    (gold,) = DATASETS["news-discourse"].load(MAKERS["news-discourse"](tmp_path))
    assert gold.title == "Pier shuts"
    assert gold.text == ("Pier shuts\nThe pier shut on Monday. “A pity,” said Quill.\nRain fell.")
    assert quoted(gold.text, gold.sentences) == [
        "The pier shut on Monday.",
        "“A pity,” said Quill.",
    ]
    assert gold.roles == ("main", "evaluation")
    assert gold.speech == (False, True)
    assert (gold.id, gold.article) == ("Crime/wire_1", "wire_1")


def test_webis_keeps_what_is_no_unit_in_the_text(tmp_path: Path) -> None:
    """Punctuation comes back to its place and is not scored."""
    (gold,) = DATASETS["webis-editorials"].load(MAKERS["webis-editorials"](tmp_path))
    assert gold.text == "A pier.\nThe pier should stay. Still, it lost 9 planks."
    assert quoted(gold.text, gold.units) == ["The pier should stay", "it lost 9 planks"]
    assert gold.types == ("assumption", "statistics")


def test_semeval_pairs_labels_with_articles(tmp_path: Path) -> None:
    """Genre and frames come from the table, the text from the folder beside it."""
    one, other = DATASETS["semeval2023-frames"].load(MAKERS["semeval2023-frames"](tmp_path))
    assert one.genre == "opinion"
    assert one.frames == {"Morality", "Political"}
    assert other.text == "Fares\n\nFares rise.\n"
    assert DATASETS["semeval2023-frames"].load(tmp_path / "labels.tsv") == [one, other]


def test_aaec_numbers_components_in_order_of_the_text(tmp_path: Path) -> None:
    """Relations point from premise to claim, whatever the order in the file."""
    (gold,) = DATASETS["aaec"].load(MAKERS["aaec"](tmp_path))
    assert quoted(ESSAY, gold.components) == ["They last", "oak is hard", "keep piers"]
    assert gold.types == ("claim", "premise", "major-claim")
    assert gold.relations == {(1, 0)}
    assert gold.paragraphs[0] == gold.paragraphs[1] < gold.paragraphs[2]


def test_microtexts_follow_edges_to_units(tmp_path: Path) -> None:
    """An undercut and a linked premise attach to the unit behind the edge they point at."""
    (gold,) = DATASETS["arg-microtexts"].load(MAKERS["arg-microtexts"](tmp_path))
    assert quoted(gold.text, gold.units)[3] == "nor is rust or moss."
    assert gold.stances == ("pro", "opp", "pro", "pro")
    assert gold.attachments == {(1, 0), (2, 1), (3, 2)}


def test_ud_shares_a_contraction_out_and_skips_empty_nodes(tmp_path: Path) -> None:
    """Words quote the raw text; paragraphs are set apart; heads count from the document's start."""
    one, other = DATASETS["ud"].load(MAKERS["ud"](tmp_path))
    assert one.text == "Don't run. Wait!\n\nOh"
    words = [one.text[token.start : token.end] for token in one.tokens]
    assert words == ["Do", "n't", "run", ".", "Wait", "!", "Oh"]
    assert [token.head for token in one.tokens] == [2, 2, 2, 2, 4, 4, 6]
    assert [n for n, token in enumerate(one.tokens) if token.starts_sentence] == [0, 4, 6]
    assert (other.id, other.text) == ("test/wire-2", "Bye")


def test_ner_takes_the_outer_name_and_any_tag_scheme(tmp_path: Path) -> None:
    """B- after B- begins a new name; the line of the address is left out."""
    (gold,) = DATASETS["ner"].load(MAKERS["ner"](tmp_path))
    assert gold.text == "The Harbor of Orla hired Mira Quill (Orla).\nOrla's pier"
    found = [(gold.text[name.start : name.end], name.label) for name in gold.names]
    assert found == [
        ("Harbor of Orla", "Organization"),
        ("Mira", "Person"),
        ("Quill", "Person"),
        ("Orla", "Location"),
        ("Orla", "Location"),
    ]


def test_sts_prefers_headlines_and_skips_pairs_without_a_score(tmp_path: Path) -> None:
    """Other pairs count only where a folder holds no headlines."""
    pairs = DATASETS["sts"].load(MAKERS["sts"](tmp_path))
    assert [pair.score for pair in pairs] == [4.8, 0.2]
    assert [pair.score for pair in DATASETS["sts"].load(tmp_path / "images.test.tsv")] == [2]


@pytest.mark.parametrize("name", DATASETS)
def test_any_folder_above_and_the_part_itself_give_the_same(name: str, tmp_path: Path) -> None:
    """Whatever a split is called, its files are found below the path."""
    MAKERS[name](tmp_path / "deep" / "test")
    texts = [
        [(item.article, item) for item in DATASETS[name].load(tmp_path / path)]
        for path in (".", "deep", "deep/test")
    ]
    assert len(texts[0]) == len(texts[1]) == len(texts[2]) > 0
    ids = [item.id for _, item in texts[0]]
    assert len(set(ids)) == len(ids)


@pytest.mark.parametrize("name", DATASETS)
def test_a_path_without_labels_is_refused_with_what_is_needed(name: str, tmp_path: Path) -> None:
    """A missing path, an empty folder and a folder of other files end in one sentence each."""
    with pytest.raises(InputError, match="is not there"):
        DATASETS[name].load(tmp_path / "missing")
    put(tmp_path / "notes.txt", "Nothing labelled here.\n")
    put(tmp_path / "README.md", "# Notes\n")
    put(tmp_path / "other.csv", "a,b\n1,2\n")
    put(tmp_path / "other.tsv", "a\tb\n")
    with pytest.raises(InputError):
        DATASETS[name].load(tmp_path)


@pytest.mark.parametrize(
    ("name", "file", "content"),
    [
        ("polnear", "a.ann", "T1\tCue 3 900\tx\n"),
        ("polnear", "a.ann", "E1\tAttribution:T9 Cue:T9\n"),
        ("aaec", "a.ann", "T1\tClaim 0 2\tx\nR1\tsupports Arg1:T1 Arg2:T7\n"),
        ("ud", "a.conllu", "1\tword\n"),
        ("arg-microtexts", "a.xml", "<arggraph><edu>"),
        ("arg-microtexts", "a.xml", "<!DOCTYPE x [<!ENTITY a 'b'>]><arggraph/>"),
        ("newsmtsc", "a.jsonl", '{"sentence_normalized": "x", "targets": [{"from": 0}]}\n'),
        ("factuality", "a.jsonl", '{"text": "x", "targets": [{"span1": [4, 5], "label": 1}]}\n'),
        ("webis-editorials", "a.json", '{"paragraphs": [[{"text": "x"}]]}'),
        ("semeval2023-frames", "labels.tsv", "7\topinion\tNo_such_frame\n"),
        ("semeval2023-frames", "labels.tsv", "7\topinion\tMorality\n"),
        ("sts", "a.tsv", "many\ta\tb\n"),
        ("babe", "a.csv", "text;label_bias;biased_words;news_link\nx;Biased;import os;y\n"),
    ],
)
def test_a_broken_file_is_named(name: str, file: str, content: str, tmp_path: Path) -> None:
    """What is not laid out as the set is ends in a sentence with the file, not in a traceback."""
    put(tmp_path / "a.txt", "Short text.")
    put(tmp_path / file, content)
    with pytest.raises(InputError, match=r"a\.|labels|article7"):
        DATASETS[name].load(tmp_path)


def test_bytes_that_are_no_text_are_named(tmp_path: Path) -> None:
    """A file in another encoding is refused."""
    path = tmp_path / "test.tsv"
    path.write_bytes(b"sentence\tlabel\nna\xefve\tSUBJ\n")
    with pytest.raises(InputError, match=r"test\.tsv is not UTF-8"):
        DATASETS["checkthat-subj"].load(tmp_path)


def test_a_basil_article_of_another_layout_is_named(tmp_path: Path) -> None:
    """A phrase that points at no sentence is refused."""
    MAKERS["basil"](tmp_path)
    broken = {"phrase-level-annotations": [{"id": "p77"}]}
    put_json(tmp_path / "annotations" / "e1_1_ann.json", broken)
    with pytest.raises(InputError, match="e1_1_ann"):
        DATASETS["basil"].load(tmp_path)


def test_blank_lines_of_json_are_passed_over(tmp_path: Path) -> None:
    """A final blank line is no sentence."""
    put_json_lines(tmp_path / "a.jsonl", {"sentence_normalized": "Hi.", "targets": []})
    with (tmp_path / "a.jsonl").open("a") as file:
        file.write("\n\n")
    assert len(DATASETS["newsmtsc"].load(tmp_path)) == 1
