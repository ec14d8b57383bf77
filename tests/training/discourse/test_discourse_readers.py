"""Every reader keeps raw text and offsets, shown on small invented files of each format."""

import csv
import json
from pathlib import Path

import pytest
from training.discourse.readers import (
    READERS,
    aaec,
    babe,
    basil,
    checkthat,
    factuality,
    microtexts,
    news_discourse,
    newsmtsc,
    polnear,
    read_set,
    semeval_frames,
    webis,
    wiki_weasel,
)
from training.discourse.split import is_dev

from argmap.discourse.document import Document, Label


def words(document: Document, labels: tuple[Label, ...]) -> list[tuple[str, str | float]]:
    """The stretches that labels mark, with their values."""
    return [(document.text[x.start : x.end], x.value) for x in labels]


def named(data_set: str, part: str) -> str:
    """An article name that the split rule puts into a part."""
    names = (f"piece{number}" for number in range(1000))
    return next(name for name in names if is_dev(data_set, name) == (part == "dev"))


def test_polnear_merges_fragments_that_only_a_line_end_breaks(tmp_path: Path) -> None:
    """A content over two lines is one stretch, a really broken one stays two, all on one cue."""
    text = "Dams hold\n\nThe dam, Ms. Orr said, “will\nhold.” It leaks.\n"
    (tmp_path / "dev" / "text").mkdir(parents=True)
    (tmp_path / "dev" / "attributions").mkdir()
    (tmp_path / "dev" / "text" / "a.txt").write_bytes(text.encode())
    lines = [
        "T1\tSource 20 27\tMs. Orr",
        "T2\tCue 28 32\tsaid",
        "T3\tContent 11 18;34 39;40 46\tThe dam “will hold.”",
        "E1\tAttribution:T4 Content:T3 Cue:T2 Source:T1",
    ]
    answer = tmp_path / "dev" / "attributions" / "a_one.ann"
    answer.write_text("\n".join(lines), encoding="utf-8")
    answer.with_name("a_two.ann").write_text("", encoding="utf-8")

    (document,) = polnear.read(tmp_path, "dev")

    assert words(document, document.tags["attribution"]) == [
        ("The dam", "content"),
        ("Ms. Orr", "source"),
        ("said", "cue"),
        ("“will\nhold.”", "content"),
    ]
    arcs = document.arcs["attribution-arcs"]
    assert [arc.kind for arc in arcs] == ["content", "source", "content"]
    assert {arc.heads for arc in arcs} == {((28, 32),)}
    assert document.title == (0, 9)


def test_basil_places_a_phrase_by_its_sentence_number(tmp_path: Path) -> None:
    """Offsets inside a sentence become offsets in the text; only lexical bias is kept."""
    part = "train" if not is_dev("basil", "t") else "dev"
    article = {
        "title": "A vote ",
        "triplet-uuid": "t",
        "body-paragraphs": [["It passed."], ["They rammed it.", "Calm followed."]],
    }
    phrases = [
        {"id": "p1", "bias": "lex", "start": 5, "end": 11},
        {"id": "p2", "bias": "inf", "start": 0, "end": 4},
        {"id": "title", "bias": "lex", "start": 0, "end": 1},
    ]
    for folder in ("articles", "annotations"):
        (tmp_path / "train" / folder).mkdir(parents=True)
    (tmp_path / "train" / "articles" / "x.json").write_text(json.dumps(article))
    answer = tmp_path / "train" / "annotations" / "x_ann.json"
    answer.write_text(json.dumps({"phrase-level-annotations": phrases}))

    (document,) = basil.read(tmp_path, part)

    assert document.text == "A vote\nIt passed.\nThey rammed it. Calm followed."
    assert words(document, document.tags["loaded"]) == [("rammed", "loaded")]
    assert [x.value for x in document.spans["lexical"]] == ["none", "lexical", "none"]


def test_babe_finds_whole_words_longest_first(tmp_path: Path) -> None:
    """A biased word is found without regard to case, never inside a longer one."""
    header = "text;news_link;outlet;topic;type;label_bias;label_opinion;biased_words"
    link = named("babe", "train")
    found = "['reckless', 'truly reckless']"
    row = f"A Reckless, truly reckless plan wreckless.;{link};;;;Biased;;{found}"
    none = f"No view.;{link};;;;No agreement;;[]"
    (tmp_path / "train.csv").write_text("\n".join([header, row, none]), encoding="utf-8")

    (document,) = babe.read(tmp_path, "train")

    assert words(document, document.tags["loaded"]) == [
        ("Reckless", "loaded"),
        ("truly reckless", "loaded"),
    ]
    assert document.spans["biased"][0].value == "biased"


def test_checkthat_takes_quotes_as_they_stand(tmp_path: Path) -> None:
    """A sentence that begins with a quotation mark does not swallow the next rows."""
    rows = ["sentence_id\tsentence\tlabel\tsolved_conflict", '1\t"So it goes\tSUBJ\tTrue']
    rows.append("2\tIt rained.\tOBJ\tFalse")
    (tmp_path / "dev.tsv").write_text("\n".join(rows), encoding="utf-8")

    documents = checkthat.read(tmp_path, "dev")

    assert [d.text for d in documents] == ['"So it goes', "It rained."]
    assert [d.spans["subjective"][0].value for d in documents] == ["subjective", "objective"]


def test_news_discourse_drops_the_sentence_numbers(tmp_path: Path) -> None:
    """Roles and speech go by the number in the annotation, and the headline is the title."""
    name = named("news-discourse", "dev")
    text = "H  FLOOD IN TARREL \n\nS1  A dam broke.\nS2 “We ran,” a man said.\n"
    (tmp_path / f"{name}.txt").write_text(text, encoding="utf-8")
    answer = (
        "T1\tMain 22 24\tS1\nE1\tMain:T1 \nT2\tSpeech 38 40\tS2\nT3\tDistant_Anecdotal 38 40\tS2\n"
    )
    (tmp_path / f"{name}.ann").write_text(answer, encoding="utf-8")

    (document,) = news_discourse.read(tmp_path, "dev")

    assert document.text == "FLOOD IN TARREL\nA dam broke.\n“We ran,” a man said."
    assert document.title == (0, 15)
    assert words(document, document.spans["role"]) == [
        ("A dam broke.", "main"),
        ("“We ran,” a man said.", "anecdote"),
    ]
    assert [x.value for x in document.spans["speech"]] == ["none", "speech"]


def test_webis_puts_blanks_back_between_segments(tmp_path: Path) -> None:
    """Punctuation hangs on the word before it, units keep their own offsets."""
    name = named("webis-editorials", "train")
    segments = [
        {"text": "Taxes rose", "label": "anecdote"},
        {"text": ".", "label": "no-unit"},
        {"text": "So what", "label": "assumption"},
        {"text": "?", "label": "no-unit"},
    ]
    paragraphs = [[{"text": "On tax", "label": "title"}], segments]
    (tmp_path / f"{name}.json").write_text(json.dumps({"paragraphs": paragraphs}))

    (document,) = webis.read(tmp_path, "train")

    assert document.text == "On tax\nTaxes rose. So what?"
    assert words(document, document.spans["unit"]) == [
        ("Taxes rose", "anecdote"),
        ("So what", "assumption"),
    ]
    assert document.title == (0, 6)


def test_semeval_reads_genre_and_frames_of_an_article(tmp_path: Path) -> None:
    """The first line is the title, the frames are sorted."""
    name = named("semeval2023-frames", "train")
    (tmp_path / "train" / "articles").mkdir(parents=True)
    (tmp_path / "train" / "labels.tsv").write_text(f"{name}\topinion\tPolitical,Morality\n")
    (tmp_path / "train" / "articles" / f"article{name}.txt").write_text("A head\n\nA line.\n")

    (document,) = semeval_frames.read(tmp_path, "train")

    assert document.article == {"genre": ("opinion",), "frames": ("Morality", "Political")}
    assert document.text[slice(*document.title)] == "A head"


def test_factuality_follows_a_token_into_readable_text(tmp_path: Path) -> None:
    """The token of the predicate is the same word after blanks and brackets are mended."""
    for name in factuality.SETS:
        (tmp_path / name).mkdir()
        row = {
            "text": "`` He did n't go -LRB- home -RRB- , '' she said .",
            "targets": [
                {"span1": [11, 12], "label": 3.0, "span_text": "said"},
                {"span1": [4, 5], "label": -2.5, "span_text": "go"},
            ],
        }
        (tmp_path / name / "train.jsonl").write_text(json.dumps(row) + "\n")

    documents = factuality.read(tmp_path, "train")

    assert len(documents) == len(factuality.SETS)
    assert documents[0].text == '"He didn\'t go (home)," she said.'
    assert words(documents[0], documents[0].spans["certainty"]) == [("go", -2.5), ("said", 3.0)]


def test_weasel_keeps_neighbours_in_one_part(tmp_path: Path) -> None:
    """Blocks of neighbours are never divided between the parts."""
    with (tmp_path / "train.csv").open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file)
        writer.writerow(["text", "label"])
        writer.writerows([f"Some say {number} .\n", number % 2] for number in range(400))

    parts = {part: wiki_weasel.read(tmp_path, part) for part in ("train", "dev")}

    blocks = {part: {int(d.id) // wiki_weasel.BLOCK for d in parts[part]} for part in parts}
    assert sum(map(len, parts.values())) == 400
    assert not blocks["train"] & blocks["dev"]
    assert parts["train"][0].text.endswith(".")
    assert " ." not in parts["train"][0].text


def test_newsmtsc_keeps_the_offsets_of_targets(tmp_path: Path) -> None:
    """A target is the stretch that its offsets say; its tone has a name."""
    target = {"from": 4, "to": 7, "mention": "Orr", "polarity": 2.0}
    row = {"sentence_normalized": "But Orr failed.", "targets": [target]}
    for name in newsmtsc.FILES["dev"]:
        (tmp_path / f"{name}.jsonl").write_text(json.dumps(row) + "\n")

    documents = newsmtsc.read(tmp_path, "dev")

    assert [words(d, d.spans["tone"]) for d in documents] == [[("Orr", "negative")]] * 2


def test_aaec_looks_for_heads_in_the_same_paragraph(tmp_path: Path) -> None:
    """Components, types and relations keep their offsets; candidates stay in the paragraph."""
    (tmp_path / "dev").mkdir()
    text = "Cars\n\nCars kill. They are fast.\nBan cars.\n"
    lines = [
        "T1\tClaim 6 15\tCars kill",
        "T2\tPremise 17 30\tThey are fast",
        "T3\tMajorClaim 32 40\tBan cars",
        "A1\tStance T1 For",
        "R1\tsupports Arg1:T2 Arg2:T1\t",
    ]
    (tmp_path / "dev" / "e.txt").write_text(text, encoding="utf-8")
    (tmp_path / "dev" / "e.ann").write_text("\n".join(lines), encoding="utf-8")

    (document,) = aaec.read(tmp_path, "dev")

    assert words(document, document.spans["component"]) == [
        ("Cars kill", "claim"),
        ("They are fast", "premise"),
        ("Ban cars", "major-claim"),
    ]
    arcs = {(a.start, a.end): (a.heads, a.candidates) for a in document.arcs["relation"]}
    assert arcs[17, 30] == (((6, 15),), ((6, 15),))
    assert arcs[6, 15] == ((), ((17, 30),))
    assert arcs[32, 40] == ((), ())


def test_microtexts_follow_an_attack_on_a_relation(tmp_path: Path) -> None:
    """An edge that points at another edge hangs on the segment where that edge comes from."""
    name = named("arg-microtexts", "train")
    (tmp_path / "train" / "part1").mkdir(parents=True)
    graph = """<arggraph id="x">
      <edu id="e1"><![CDATA[Ban it.]]></edu><edu id="e2"><![CDATA[It kills.]]></edu>
      <edu id="e3"><![CDATA[Rarely.]]></edu>
      <adu id="a1" type="pro"/><adu id="a2" type="pro"/><adu id="a3" type="opp"/>
      <edge id="c4" src="e1" trg="a1" type="seg"/><edge id="c5" src="e2" trg="a2" type="seg"/>
      <edge id="c6" src="e3" trg="a3" type="seg"/>
      <edge id="c1" src="a2" trg="a1" type="sup"/><edge id="c2" src="a3" trg="c1" type="und"/>
    </arggraph>"""
    (tmp_path / "train" / "part1" / f"{name}.xml").write_text(graph, encoding="utf-8")

    (document,) = microtexts.read(tmp_path, "train")

    assert document.text == "Ban it. It kills. Rarely."
    heads = [[document.text[s:e] for s, e in a.heads] for a in document.arcs["relation"]]
    assert heads == [[], ["Ban it."], ["It kills."]]
    assert [x.value for x in document.spans["stance"]] == ["pro", "pro", "opp"]


@pytest.mark.parametrize("part", ["test", "sealed", ""])
def test_no_test_part_can_be_asked_for(part: str, tmp_path: Path) -> None:
    """The recipe reads train and dev, and refuses every other part by name."""
    with pytest.raises(ValueError, match="only train and dev"):
        read_set(next(iter(READERS)), tmp_path, part)


def test_a_missing_data_set_is_named(tmp_path: Path) -> None:
    """An absent data set ends in an error that names it, not in an empty training."""
    with pytest.raises(FileNotFoundError, match="news-discourse"):
        read_set("news-discourse", tmp_path, "train")
