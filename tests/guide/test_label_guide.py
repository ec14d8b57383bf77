"""The guide's page, the rules in the code and the table of labels are in step."""

from __future__ import annotations

import re
from collections import Counter
from enum import StrEnum
from itertools import combinations
from pathlib import Path

import pytest

from argmap.guide import RULES, deciding_rule
from argmap.guide.keys import CHOICES, choose
from argmap.model import labels
from argmap.model.labels import LABELS_OF_LAYER

GUIDE = (Path(__file__).parents[2] / "docs" / "label-guide.md").read_text(encoding="utf-8")
LAYERS: dict[str, list[str]] = {
    "role": [*labels.Role],
    "claim_type": [*labels.ClaimType],
    "evidence_type": [*labels.EvidenceType],
    "voice": [*labels.Voice],
    "certainty": [*labels.Certainty],
    "polarity": [*labels.Polarity],
    "frames": [*labels.Frame],
    "quote": [*labels.Quotation],
    "stance": [*labels.Stance],
    "kind": [*labels.SourceKind],
    "stance_to_frame": [*labels.FrameStance],
    "relation": [*labels.RelationType],
    "genre": [*labels.Genre],
    **{str(layer): [*found] for layer, found in LABELS_OF_LAYER.items()},
}
NOT_LABELLED = {"LabelStatus", "AlignmentKind", "Dimension", "SpanLayer", "SpanLabel"}
ROW = re.compile(r"^\| `(\w+)` \| (.+) \| (.+) \| (.+) \|$", re.MULTILINE)


def test_every_rule_stands_in_the_guide_once_with_its_sentence() -> None:
    """The anchor, the id and the sentence; and the guide has no rule that the code lacks."""
    for rule in RULES:
        assert GUIDE.count(f'- <a id="{rule.id}"></a>**{rule.id}** {rule.text}\n') == 1, rule.id
    anchors = re.findall(r'<a id="([\w-]+)"></a>', GUIDE)
    assert sorted(anchors) == sorted(rule.id for rule in RULES)
    headings = {
        line[3:].lower().replace(" ", "-") for line in GUIDE.splitlines() if line[:3] == "## "
    }
    for target in re.findall(r"\]\(#([\w-]+)\)", GUIDE):
        assert target in {*headings, *anchors}, target
    for name in re.findall(r"by `([a-z]+-[\w-]+)`", GUIDE):
        assert name in anchors, name


def test_every_label_has_a_test_an_example_and_a_near_miss() -> None:
    """Each label of the model once for each layer that has it, and no other label."""
    rows = Counter(found[0] for found in ROW.findall(GUIDE))
    assert rows == Counter(str(label) for found in LAYERS.values() for label in found)
    assert all(cell.strip(" –-") for found in ROW.findall(GUIDE) for cell in found)


def test_no_label_set_of_the_model_is_forgotten() -> None:
    """A new enumeration of labels needs a page in the guide, or a reason not to."""
    sets = {
        name
        for name, value in vars(labels).items()
        if isinstance(value, type) and issubclass(value, StrEnum) and value is not StrEnum
    }
    told = {type(label).__name__ for found in LAYERS.values() for label in found}
    assert sets - NOT_LABELLED == told - {"SpanLabel"}


@pytest.mark.parametrize("layer", LAYERS)
def test_each_pair_of_labels_has_a_rule_of_its_layer(layer: str) -> None:
    """Whatever two annotators say, one rule decides, and it speaks of one of the labels."""
    for one, other in combinations([*map(str, LAYERS[layer]), None], 2):
        rule = deciding_rule(layer, [one, other])
        assert rule.layer == layer
        assert not rule.labels or rule.labels & {one, other}
        assert rule == deciding_rule(layer, [other, one])


def test_rules_speak_of_labels_that_exist() -> None:
    """No rule of a label that was renamed; ids are anchors."""
    for rule in RULES:
        assert re.fullmatch(r"[a-z]+(-[a-z]+)+", rule.id)
        known = set(map(str, LAYERS.get(rule.layer, ())))
        assert rule.labels <= known or rule.labels == {"because"}, rule.id


def test_an_unknown_layer_is_an_error() -> None:
    """A typing error does not find some rule."""
    with pytest.raises(KeyError):
        deciding_rule("rolle", ["claim"])


@pytest.mark.parametrize("layer", CHOICES)
def test_a_drill_offers_all_labels_by_keys_that_differ(layer: str) -> None:
    """Number, key, name and a beginning that only one has mean the label."""
    assert [choice.label for choice in CHOICES[layer]] == [str(label) for label in LAYERS[layer]]
    assert len({choice.key for choice in CHOICES[layer]}) == len(CHOICES[layer])
    for number, choice in enumerate(CHOICES[layer], start=1):
        for answer in (str(number), choice.key, choice.label, f" {choice.label.upper()} "):
            assert choose(layer, answer) == choice.label
        assert choose(layer, choice.label[:-1]) == choice.label
    for answer in ("", "0", "99", "xyzzy", "²"):
        assert choose(layer, answer) is None
