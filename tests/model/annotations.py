"""Random annotations of an invented text, random edits of a person, random changes of the text."""

from __future__ import annotations

import copy
from random import Random
from typing import Any

from argmap.model.article import fingerprint
from argmap.model.labels import LABELS_OF_LAYER, Certainty, ClaimType, EvidenceType, Frame, Role

Value = dict[str, Any]
WORDS = [
    "harbor",
    "ferry",
    "island",
    "toll",
    "board",
    "fare",
    "crown",
    "winter",
    "boat",
    "council",
    "captain",
    "rope",
    "lantern",
    "gull",
    "tide",
    "keeper",
    "bridge",
    "orchard",
    "miller",
    "barley",
    "copper",
    "saddle",
    "meadow",
    "violet",
    "thicket",
    "granary",
    "lighthouse",
]


def make_text(random: Random, sentences: int) -> str:
    """Sentences of invented words; a word comes again and again, as in any text."""
    lines = []
    for _ in range(sentences):
        words = [random.choice(WORDS) for _ in range(random.randint(4, 12))]
        lines.append(" ".join(words).capitalize() + "." + random.choice((" ", "\n")))
    return "".join(lines)


def make_annotation(random: Random, text: str) -> Value:
    """A valid annotation of a text, as a machine might give it: ids in the order of the text."""
    value: Value = {
        "$schema": ".argmap/annotation-1.schema.json",
        "format": "argmap",
        "version": 1,
        "article": {
            "id": "ferry",
            "title": None,
            "outlet": None,
            "author": None,
            "published": None,
            "url": None,
            "language": "en",
            "genre": random.choice(("report", "opinion")),
            "sha256": fingerprint(text),
        },
        "text": text,
        "segments": [],
        "attributions": [],
        "sources": [],
        "spans": [],
        "relations": [],
        "provenance": {
            "tool": "argmap 0.1.0",
            "models": {"syntax": None, "discourse": None},
            "settings": None,
            "labels": {},
        },
    }
    for name in random.sample(("Mira Tolland", "the board", "Orlin", "a keeper"), 3):
        value["sources"].append(make_source(f"p{len(value['sources']) + 1}", name))
    for number, (start, end) in enumerate(cut(random, text), 1):
        segment = {"id": f"s{number}", **quoted(text, start, end), **labels(random)}
        value["segments"].append(segment)
        if random.random() < 0.3:
            attribution = make_attribution(random, value, f"a{len(value['attributions']) + 1}")
            attribution["content"] = [quoted(text, start, end)]
            value["attributions"].append(attribution)
            segment.update(voice="attributed", attribution=attribution["id"])
        if random.random() < 0.4:
            span = make_span(random, text, segment, f"x{len(value['spans']) + 1}")
            if not any(same_place(span, other) for other in value["spans"]):
                value["spans"].append(span)
    for number in range(1, len(value["segments"]) // 2):
        add_relation(random, value, f"r{number}")
    return value


def cut(random: Random, text: str) -> list[tuple[int, int]]:
    """Sentences, some of them in two pieces."""
    found, start = [], 0
    while start < len(text):
        end = text.index(".", start) + 1
        middle = text.find(" ", start + (end - start) // 2, end - 1)
        if middle > start and random.random() < 0.3:
            found += [(start, middle), (middle + 1, end)]
        else:
            found.append((start, end))
        start = end + 1
    return found


def quoted(text: str, start: int, end: int) -> Value:
    """A quote."""
    return {"start": start, "end": end, "text": text[start:end]}


def labels(random: Random) -> Value:
    """The labels of a segment in the author's voice."""
    role = random.choice(list(Role)).value
    return {
        "role": role,
        "claim_type": random.choice(list(ClaimType)).value if role == "claim" else None,
        "evidence_type": random.choice(list(EvidenceType)).value if role == "evidence" else None,
        "voice": "author",
        "attribution": None,
        "certainty": random.choice(list(Certainty)).value,
        "polarity": "positive",
        "tone": None,
        "tone_towards": [],
        "frames": [frame.value for frame in random.sample(list(Frame), random.randint(0, 2))],
        "confidence": round(random.random(), 2),
    }


def make_source(identifier: str, name: str) -> Value:
    """A speaker."""
    return {
        "id": identifier,
        "name": name,
        "kind": "named_person",
        "description": None,
        "mentions": [],
    }


def make_attribution(random: Random, value: Value, identifier: str) -> Value:
    """An attribution without its content."""
    speaker = random.choice(value["sources"])["id"] if value["sources"] else None
    return {
        "id": identifier,
        "source": None,
        "cue": None,
        "content": [],
        "speaker": speaker,
        "parent": None,
        "quote": "indirect",
        "stance": "neutral",
        "confidence": 0.5,
    }


def make_span(random: Random, text: str, segment: Value, identifier: str) -> Value:
    """A span on a word or two inside a segment."""
    words = segment["text"].split(" ")
    first = random.randrange(len(words))
    start = segment["start"] + len(" ".join(words[:first])) + (first > 0)
    end = start + len(" ".join(words[first : first + 2]))
    layer = random.choice(list(LABELS_OF_LAYER))
    return {
        "id": identifier,
        "layer": layer.value,
        "label": random.choice(LABELS_OF_LAYER[layer]).value,
        **quoted(text, start, end),
        "voice": "author",
        "attribution": None,
        "stance_to_frame": "uses" if layer == "framing" else None,
        "confidence": 0.5,
    }


def same_place(one: Value, two: Value) -> bool:
    """Whether two spans stand at one place in one layer."""
    return all(one[key] == two[key] for key in ("start", "end", "layer"))


def add_relation(random: Random, value: Value, identifier: str) -> Value | None:
    """Join two segments that nothing joins yet."""
    if len(value["segments"]) < 2:
        return None
    source, target = random.sample(value["segments"], 2)
    ends = {(item["source"], item["target"]) for item in value["relations"]}
    if (source["id"], target["id"]) in ends:
        return None
    relation = {
        "id": identifier,
        "source": source["id"],
        "target": target["id"],
        "type": random.choice(("supports", "attacks", "elaborates")),
        "cue": None,
        "confidence": 0.5,
    }
    value["relations"].append(relation)
    return relation


def edit(random: Random, value: Value, count: int, *, tag: str = "h") -> Value:
    """The annotation after so many edits of a person; ids of added parts begin with the tag."""
    value = copy.deepcopy(value)
    for number in range(count):
        random.choice(EDITS)(random, value, f"{tag}{number}")
    return value


def _relabel(random: Random, value: Value, name: str) -> None:
    segment = random.choice(value["segments"])
    new = labels(random)
    for key in ("role", "claim_type", "evidence_type"):
        segment[key] = new[key]
    value["provenance"]["labels"][f"{segment['id']}.role"] = {
        "status": "edited",
        "by": name,
        "was": None,
        "note": None,
    }


def _recertain(random: Random, value: Value, name: str) -> None:
    random.choice(value["segments"])["certainty"] = random.choice(list(Certainty)).value


def _split(random: Random, value: Value, name: str) -> None:
    number = random.randrange(len(value["segments"]))
    segment = value["segments"][number]
    middle = segment["text"].find(" ")
    if middle > 0:
        at = segment["start"] + middle
        rest = {**segment, "id": name, **labels(random)}
        rest.update(quoted(value["text"], at + 1, segment["end"]))
        segment.update(quoted(value["text"], segment["start"], at))
        value["segments"].insert(number + 1, rest)


def _join(random: Random, value: Value, name: str) -> None:
    if len(value["segments"]) < 3:
        return
    number = random.randrange(len(value["segments"]) - 1)
    one, two = value["segments"][number : number + 2]
    one.update(quoted(value["text"], one["start"], two["end"]))
    value["segments"].remove(two)
    value["relations"] = [
        item for item in value["relations"] if two["id"] not in (item["source"], item["target"])
    ]


def _add_span(random: Random, value: Value, name: str) -> None:
    span = make_span(random, value["text"], random.choice(value["segments"]), name)
    if not any(same_place(span, other) for other in value["spans"]):
        value["spans"].append(span)


def _delete_span(random: Random, value: Value, name: str) -> None:
    if value["spans"]:
        value["spans"].remove(random.choice(value["spans"]))


def _add_relation(random: Random, value: Value, name: str) -> None:
    add_relation(random, value, name)


def _delete_relation(random: Random, value: Value, name: str) -> None:
    if value["relations"]:
        value["relations"].remove(random.choice(value["relations"]))


def _describe_source(random: Random, value: Value, name: str) -> None:
    random.choice(value["sources"])["description"] = f"somebody known to {name}"


def _add_source(random: Random, value: Value, name: str) -> None:
    value["sources"].append(make_source(name, f"Speaker {name}"))


def _attribute(random: Random, value: Value, name: str) -> None:
    segment = random.choice(value["segments"])
    attribution = make_attribution(random, value, name)
    attribution["content"] = [quoted(value["text"], segment["start"], segment["end"])]
    value["attributions"].append(attribution)
    segment.update(voice="attributed", attribution=name)


def _delete_attribution(random: Random, value: Value, name: str) -> None:
    if not value["attributions"]:
        return
    gone = random.choice(value["attributions"])
    value["attributions"].remove(gone)
    for item in (*value["segments"], *value["spans"]):
        if item["attribution"] == gone["id"]:
            item.update(voice="author", attribution=None)


EDITS = (
    _relabel,
    _recertain,
    _split,
    _join,
    _add_span,
    _delete_span,
    _add_relation,
    _delete_relation,
    _describe_source,
    _add_source,
    _attribute,
    _delete_attribution,
)


def rewrite(random: Random, text: str, count: int) -> str:
    """The text after so many changes: a sentence gone, added or moved, or a word put in."""
    sentences = [part + "." for part in text.replace("\n", " ").split(". ") if part.strip(" .")]
    for _ in range(count):
        at = random.randrange(len(sentences))
        kind = random.choice(("drop", "add", "word"))
        if kind == "drop" and len(sentences) > 2:
            del sentences[at]
        elif kind == "add":
            sentences.insert(at, make_text(random, 1).strip())
        else:
            words = sentences[at].split(" ")
            words.insert(random.randrange(len(words)), random.choice(WORDS))
            sentences[at] = " ".join(words)
    return " ".join(part.rstrip(".") + "." for part in sentences) + "\n"
