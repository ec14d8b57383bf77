"""Invented texts in the formats of the data sets, a few lines each."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from argmap.evaluate.datasets.basil_triples import ALIGNED

NEWS = "Orla Wire\n\nMayor Tolland said “the pier will close” soon.\nNobody knows why 😀 yet.\n"


def put(path: Path, text: str) -> Path:
    """Write a file and the folders above it."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(text.encode("utf-8"))
    return path


def put_json(path: Path, value: Any) -> Path:
    """Write a JSON file."""
    return put(path, json.dumps(value, ensure_ascii=False))


def put_json_lines(path: Path, *values: Any) -> Path:
    """Write a file of JSON lines."""
    return put(path, "".join(json.dumps(value, ensure_ascii=False) + "\n" for value in values))


def span(text: str, part: str) -> tuple[int, int]:
    """Where a part stands in a text, the first time."""
    start = text.index(part)
    return start, start + len(part)


def polnear(root: Path) -> Path:
    """One article by two annotators; a cue in one piece, a content in two."""
    put(root / "text" / "wire_2031_pier.txt", NEWS)
    source, cue = span(NEWS, "Mayor Tolland"), span(NEWS, "said")
    one, two = span(NEWS, "the pier"), span(NEWS, "will close")
    lines = [
        f"T1\tSource {source[0]} {source[1]}\tMayor Tolland",
        f"T2\tCue {cue[0]} {cue[1]}\tsaid",
        f"T3\tContent {one[0]} {one[1]};{two[0]} {two[1]}\tthe pier will close",
        f"T4\tAttribution {cue[0]} {cue[1]}\tsaid",
        "E1\tAttribution:T4 Content:T3 Cue:T2 Source:T1 ",
        f"T5\tContent {span(NEWS, 'Nobody')[0]} {span(NEWS, 'why 😀')[1]}\tNobody knows why 😀",
        f"T6\tAttribution-no-source {cue[0]} {cue[1]}\tsaid",
        "E2\tAttribution-no-source:T6 Content:T5",
        "#1\tAnnotatorNotes T1\ta note",
    ]
    put(root / "attributions" / "wire_2031_pier_aaaa.ann", "\n".join(lines) + "\n")
    put(root / "attributions" / "wire_2031_pier_bbbb.ann", lines[0] + "\n")
    return root


def basil(root: Path) -> Path:
    """One article with a quoted informational span and an own lexical one, and one in the title."""
    put_json(
        root / "articles" / "e1_1.json",
        {
            "title": "Pier to close ",
            "triplet-uuid": "e1",
            "body-paragraphs": [
                ["The stubborn mayor spoke.", "“It is over,” she said."],
                ["Rain fell."],
            ],
        },
    )
    phrase = {"quote": "no", "bias": "lex", "start": 4, "end": 12, "txt": "stubborn", "id": "p0"}
    quoted = {"quote": "yes", "bias": "inf", "start": 1, "end": 11, "txt": "It is over", "id": "p1"}
    put_json(
        root / "annotations" / "e1_1_ann.json",
        {"phrase-level-annotations": [phrase, quoted, {**phrase, "id": "title"}]},
    )
    return root


def basil_triples(root: Path) -> Path:
    """Two events that were aligned, one of either part, with sentences of no meaning."""
    for event in json.loads(ALIGNED.read_text(encoding="utf-8"))["events"]:
        if event["event"][:8] not in ("ae243a95", "58ed2376"):
            continue
        for number, source in enumerate(("nyt", "HPO", "fox"), start=1):
            put_json(
                root / "articles" / f"{event['event']}_{number}.json",
                {
                    "title": f"Pier {number}",
                    "source": source,
                    "triplet-uuid": event["event"],
                    "body-paragraphs": [
                        [f"Gull {n} of {source} sat on {event['event'][:4]}.", f"It left at {n}."]
                        for n in range(20)
                    ],
                },
            )
        put_json(
            root / "annotations" / f"{event['event']}_1_ann.json",
            {"triplet-uuid": event["event"], "phrase-level-annotations": []},
        )
    return root


def babe(root: Path) -> Path:
    """A biased sentence, a neutral one, and one without a majority."""
    rows = [
        "text;news_link;outlet;topic;type;label_bias;label_opinion;biased_words",
        '"The ""reckless"" board\'s reckless plan.";http://x.invalid/1;A;b;c;Biased;d;'
        "\"['reckless', 'board']\"",
        "The board met; briefly.;;A;b;c;Non-biased;d;[]".replace(
            "The board met; briefly.", '"The board met; briefly."'
        ),
        "It rained.;http://x.invalid/2;A;b;c;No agreement;d;[]",
    ]
    put(root / "test.csv", "\n".join(rows) + "\n")
    return root


def checkthat(root: Path) -> Path:
    """Two sentences; quotation marks are no quoting in this table."""
    rows = [
        "sentence_id\tsentence\tlabel\tsolved_conflict",
        'a1\t"What a shameful day for the pier.\tSUBJ\tFalse',
        "a2\tThe pier closed on Monday.\tOBJ\tFalse",
    ]
    put(root / "test.tsv", "\n".join(rows) + "\n")
    return root


def wiki_weasel(root: Path) -> Path:
    """Two sentences and an empty one."""
    rows = ["text,label", '"Some say it -LRB- the pier -RRB- sank .\n",1', "It sank .,0", '" ",0']
    put(root / "test.csv", "\n".join(rows) + "\n")
    return root


def newsmtsc(root: Path) -> Path:
    """Two targets in one sentence, one of them given twice."""
    text = "Tolland praised Quill."
    tolland = {"from": 0, "to": 7, "mention": "Tolland", "polarity": 4.0}
    quill = {"from": 16, "to": 21, "mention": "Quill", "polarity": 6.0}
    row = {
        "primary_gid": "wires_12_3_4_Tolland_0_7",
        "sentence_normalized": text,
        "targets": [quill, tolland, quill],
    }
    other = {
        "primary_gid": "wires_13_1_1_Quill_0_5",
        "sentence_normalized": "Quill lied.",
        "targets": [{"from": 0, "to": 5, "mention": "Quill", "polarity": 2.0}],
    }
    put_json_lines(root / "test_mt.jsonl", row, other)
    return root


def factuality(root: Path) -> Path:
    """A certain predicate, one that did not happen, and one in between."""
    put_json_lines(
        root / "UW" / "test.jsonl",
        {
            "text": "She said they did n't `` leave '' .",
            "targets": [
                {"span1": [1, 2], "label": 3.0, "span_text": "said"},
                {"span1": [6, 7], "label": -2.5, "span_text": "leave"},
            ],
        },
        {
            "text": "It may rain .",
            "targets": [{"span1": [2, 3], "label": 0.5, "span_text": "rain"}],
        },
    )
    return root


def news_discourse(root: Path) -> Path:
    """A headline, two paragraphs of three numbered sentences, one of them without a label."""
    text = (
        "URL http://x.invalid/\n\nDATE/ AUTHOR 2031\n\nH Pier shuts\n\n"
        "S1 The pier shut on Monday.\nS2 “A pity,” said Quill.\n\nS3 Rain fell.\n"
    )
    labels = ["T1\tMain 60 62\tS1", "E1\tMain:T1 ", "T2\tDistant_Evaluation 80 82\tS2  "]
    labels += ["T3\tSpeech 80 82\tS2", "E2\tSpeech:T3 "]
    put(root / "Crime" / "wire_1.txt", text)
    put(root / "Crime" / "wire_1.ann", "\n".join(labels) + "\n")
    return root


def webis_editorials(root: Path) -> Path:
    """A title, two units and what is no unit between them."""
    put_json(
        root / "outlet" / "007-pier.json",
        {
            "paragraphs": [
                [{"number": 1, "text": "A pier.", "label": "title"}],
                [
                    {"number": 2, "text": "The pier should stay", "label": "assumption"},
                    {"number": 3, "text": ".", "label": "no-unit"},
                    {"number": 4, "text": "Still", "label": "no-unit"},
                    {"number": 5, "text": ",", "label": "no-unit"},
                    {"number": 6, "text": " it lost 9 planks", "label": "statistics"},
                    {"number": 7, "text": ".", "label": "no-unit"},
                ],
            ]
        },
    )
    return root


def semeval_frames(root: Path) -> Path:
    """Two articles with genre and frames."""
    put(root / "labels.tsv", "101\topinion\tMorality,Political\n102\treporting\tEconomic\n")
    put(root / "articles" / "article101.txt", "A pier\n\nIt is wrong to close it.\n")
    put(root / "articles" / "article102.txt", "Fares\n\nFares rise.\n")
    return root


ESSAY = "Piers\n\nPiers are good. They last, since oak is hard.\n\nSo keep piers.\n"


def aaec(root: Path) -> Path:
    """A major claim, a claim with a premise."""
    claim, premise, major = (
        span(ESSAY, part) for part in ("They last", "oak is hard", "keep piers")
    )
    lines = [
        f"T1\tMajorClaim {major[0]} {major[1]}\tkeep piers",
        f"T2\tClaim {claim[0]} {claim[1]}\tThey last",
        "A1\tStance T2 For",
        f"T3\tPremise {premise[0]} {premise[1]}\toak is hard",
        "R1\tsupports Arg1:T3 Arg2:T2\t",
    ]
    put(root / "essay001.ann", "\n".join(lines) + "\n")
    put(root / "essay001.txt", ESSAY)
    return root


def arg_microtexts(root: Path) -> Path:
    """A claim, an objection, an undercut of the objection, and a linked premise."""
    edges = [("s1", "e1", "a1", "seg"), ("s2", "e2", "a2", "seg"), ("s3", "e3", "a3", "seg")]
    edges += [("s4", "e4", "a4", "seg"), ("s5", "e5", "a4", "seg")]
    edges += [("c1", "a2", "a1", "reb"), ("c2", "a3", "c1", "und"), ("c3", "a4", "c2", "add")]
    texts = ["Keep the pier.", "It is old,", "but age is no fault,", "nor is rust", "or moss."]
    sides = {"a1": "pro", "a2": "opp", "a3": "pro", "a4": "pro"}
    lines = ["<?xml version='1.0' encoding='UTF-8'?>", '<arggraph id="micro_x1">']
    lines += [f'<edu id="e{n}"><![CDATA[{text}]]></edu>' for n, text in enumerate(texts, 1)]
    lines += [f'<adu id="{unit}" type="{side}"/>' for unit, side in sides.items()]
    lines += [f'<edge id="{i}" src="{a}" trg="{b}" type="{kind}"/>' for i, a, b, kind in edges]
    put(root / "part1" / "micro_x1.xml", "\n".join([*lines, "</arggraph>"]))
    return root


def ud(root: Path) -> Path:
    """Two paragraphs, a contraction, an empty node."""
    rows = [
        "# newdoc id = wire-1\n# newpar id = 1\n# text = Don't run.",
        "1-2\tDon't\t_\t_\t_\t_\t_\t_\t_\t_",
        "1\tDo\tdo\tAUX\t_\t_\t3\taux\t_\t_",
        "2\tn't\tnot\tPART\t_\t_\t3\tadvmod\t_\t_",
        "3\trun\trun\tVERB\t_\t_\t0\troot\t_\tSpaceAfter=No",
        "3.1\tgone\tgo\tVERB\t_\t_\t_\t_\t_\t_",
        "4\t.\t.\tPUNCT\t_\t_\t3\tpunct\t_\t_",
        "",
        "# text = Wait!",
        "1\tWait\twait\tVERB\t_\t_\t0\troot\t_\tSpaceAfter=No",
        "2\t!\t!\tPUNCT\t_\t_\t1\tpunct\t_\t_",
        "",
        "# newpar id = 2",
        "1\tOh\toh\tINTJ\t_\t_\t0\troot\t_\t_",
        "",
        "# newdoc id = wire-2",
        "1\tBye\tbye\tINTJ\t_\t_\t0\troot\t_\t_",
        "",
    ]
    put(root / "test.conllu", "\n".join(rows) + "\n")
    return root


def ner(root: Path) -> Path:
    """Names in BIO tags, one nested in another, after the line of the address."""
    rows = ["http://x.invalid/pier\tO", "", "The\tO", "Harbor\tB-Organization"]
    rows += ["of\tI-Organization", "Orla\tI-Organization\tB-Location", "hired\tO"]
    rows += ["Mira\tB-Person", "Quill\tB-Person", "(\tO", "Orla\tB-Location", ")\tO", ".\tO", ""]
    rows += ["Orla\tS-Location", "'s\tO", "pier\tO", ""]
    put(root / "or_wire_1.txt.tsv", "\n".join(rows) + "\n")
    return root


def sts(root: Path) -> Path:
    """Scored headlines, one pair without a score, and pairs that are no headlines."""
    pairs = "4.8\tPier shuts on Monday\tThe pier is shut on Monday\n\tNo score\tHere\n"
    put(root / "headlines.test.tsv", pairs + "0.2\tRain in Orla\tFares rise again\n")
    put(root / "images.test.tsv", "2\tA dog\tA cat\n")
    return root


MAKERS = {
    "ud": ud,
    "ner": ner,
    "polnear": polnear,
    "basil": basil,
    "babe": babe,
    "checkthat-subj": checkthat,
    "news-discourse": news_discourse,
    "webis-editorials": webis_editorials,
    "semeval2023-frames": semeval_frames,
    "factuality": factuality,
    "wiki-weasel": wiki_weasel,
    "newsmtsc": newsmtsc,
    "aaec": aaec,
    "arg-microtexts": arg_microtexts,
    "sts": sts,
    "basil-triples": basil_triples,
}
