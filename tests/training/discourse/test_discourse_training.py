"""A toy run on invented texts: it goes on exactly where it stopped, and it learns."""

from collections.abc import Sequence
from pathlib import Path

import pytest

torch = pytest.importorskip("torch")
pytest.importorskip("safetensors")

from tokenizers import Tokenizer, models, pre_tokenizers  # noqa: E402
from training.discourse.checkpoint import load_weights  # noqa: E402
from training.discourse.config import DEFAULT, Config, SetConfig, read_config  # noqa: E402
from training.discourse.encoder import Encoder  # noqa: E402
from training.discourse.measure import measure  # noqa: E402
from training.discourse.network import Network, scorer  # noqa: E402
from training.discourse.plan import Plan  # noqa: E402
from training.discourse.train import train  # noqa: E402

from argmap.discourse.batch import Collator  # noqa: E402
from argmap.discourse.document import Arc, Document, Label  # noqa: E402
from argmap.discourse.tasks import TASKS  # noqa: E402
from argmap.discourse.windows import Packing  # noqa: E402

NAMES = ("Orr", "Vale", "Quist", "Brandt")
VERBS = ("said", "claims", "insisted")
THINGS = ("fares rose", "the dam holds", "votes fell", "rain stays")
WORDS = ["[UNK]", ".", *NAMES, *VERBS, *dict.fromkeys(" ".join(THINGS).split())]


def sayings() -> list[Document]:
    """Short texts in which somebody says something."""
    documents = []
    for number in range(24):
        name, verb, thing = (row[number % len(row)] for row in (NAMES, VERBS, THINGS))
        text = f"{name} {verb} {thing} ."
        cue = len(name) + 1, len(name) + 1 + len(verb)
        source, content = (0, len(name)), (cue[1] + 1, len(text) - 2)
        documents.append(
            Document(
                id=str(number),
                text=text,
                sentences=((0, len(text)),),
                tags={
                    "attribution": (
                        Label(*source, "source"),
                        Label(*cue, "cue"),
                        Label(*content, "content"),
                    )
                },
                arcs={
                    "attribution-arcs": (
                        Arc(*source, "source", (cue,), (cue,)),
                        Arc(*content, "content", (cue,), (cue,)),
                    )
                },
            )
        )
    return documents


def moods() -> list[Document]:
    """Single sentences with a class and a number."""
    return [
        Document(
            id=str(number),
            text=f"{THINGS[number % 4]} .",
            sentences=((0, len(THINGS[number % 4]) + 2),),
            spans={
                "biased": (Label(0, len(THINGS[number % 4]), ("neutral", "biased")[number % 2]),)
            },
        )
        for number in range(24)
    ]


DOCUMENTS = {"polnear": sayings(), "babe": moods()}


def settings(epochs: int) -> Config:
    """The recipe's own settings, on two small sets."""
    full = read_config(DEFAULT)
    sets = {
        "polnear": SetConfig(("attribution", "attribution-arcs"), "whole", epochs),
        "babe": SetConfig(("biased",), "join", epochs),
    }
    values = {name: getattr(full, name) for name in Config.__dataclass_fields__}
    changed = {
        "sets": sets,
        "packing": Packing(64, 4, 4),
        "batch_characters": 120,
        "share": 1.0,
        "learning_rate": 1e-3,
    }
    return Config(**{**values, **changed})


def toy(config: Config) -> tuple[Network, Collator]:
    """A network of one layer with random word vectors, and a tokenizer of whole words."""
    torch.manual_seed(3)
    encoder = Encoder(dropout=0.1, layers=1)
    encoder.words.normal_(0.0, 0.5)
    for parameter in encoder.parameters():
        if parameter.dim() > 1:
            torch.nn.init.normal_(parameter, 0.0, 0.02)
    tokenizer = Tokenizer(models.WordLevel({w: n for n, w in enumerate(WORDS)}, unk_token="[UNK]"))
    tokenizer.pre_tokenizer = pre_tokenizers.WhitespaceSplit()
    return Network(encoder, config.tasks), Collator(tokenizer, config.packing)


def run(config: Config, out: Path, pieces: Sequence[int]) -> dict[str, torch.Tensor]:
    """Train in pieces of so many steps, each with a network made anew, and return the weights."""
    out.mkdir()
    for steps in pieces:
        network, collate = toy(config)
        train(network, config, DOCUMENTS, collate, out, steps=steps, save_every=2)
    return network.state_dict()


def test_a_run_in_pieces_gives_the_weights_of_a_run_in_one_go(tmp_path: Path) -> None:
    """Stopping and going on changes not one bit of the weights."""
    torch.set_num_threads(1)
    config = settings(epochs=2)
    whole = run(config, tmp_path / "whole", [9])
    parts = run(config, tmp_path / "parts", [4, 3, 2])
    assert all(torch.equal(whole[name], parts[name]) for name in whole)


def test_other_settings_do_not_go_on_with_a_checkpoint(tmp_path: Path) -> None:
    """A checkpoint of another plan is refused with its path."""
    run(settings(epochs=2), tmp_path / "run", [2])
    network, collate = toy(settings(epochs=3))
    with pytest.raises(ValueError, match=r"checkpoint\.pt belongs to other settings"):
        train(network, settings(epochs=3), DOCUMENTS, collate, tmp_path / "run", steps=1)


def test_the_toy_is_learned(tmp_path: Path) -> None:
    """After some rounds the network finds who says what, links it, and knows the classes."""
    torch.set_num_threads(1)
    config = settings(epochs=30)
    network, collate = toy(config)
    assert train(network, config, DOCUMENTS, collate, tmp_path)
    scores = scorer(network, torch.device("cpu"))
    tasks = ["attribution", "attribution-arcs"]
    found = measure(scores, DOCUMENTS["polnear"], collate, tasks)
    assert found["linked_f1"] > 0.95
    assert found["content_exact_f1"] > 0.95
    biased = measure(scores, DOCUMENTS["babe"], collate, ["biased"])
    assert biased["macro_f1"] > 0.95


def test_saved_weights_measure_as_the_run_did(tmp_path: Path) -> None:
    """A new network with the saved weights gives the same scores, but for half floats."""
    config = settings(epochs=2)
    trained = run(config, tmp_path / "run", [3])
    network, _ = toy(config)
    load_weights(tmp_path / "run", network)
    for name, tensor in network.state_dict().items():
        assert torch.allclose(tensor, trained[name], atol=1e-3), name


def test_the_plan_reads_every_document_once_an_epoch() -> None:
    """The plan is the same each time it is made, mixes the sets, and leaves no document out."""
    config = settings(epochs=2)
    plans = [Plan(config, DOCUMENTS) for _ in range(2)]
    assert plans[0].steps == plans[1].steps
    read: dict[tuple[str, int], list[str]] = {}
    for step in plans[0].steps:
        documents = plans[0].documents(step)
        assert [d.id for d in documents] == [d.id for d in plans[1].documents(step)]
        ids = [name for d in documents for name in d.id.split("+")]
        read.setdefault((step.name, step.epoch), []).extend(ids)
    wanted = sorted(d.id for d in DOCUMENTS["polnear"])
    assert sorted(read) == [(n, e) for n in ("babe", "polnear") for e in range(2)]
    assert all(sorted(ids) == wanted for ids in read.values())
    half = [step.name for step in plans[0].steps[: len(plans[0].steps) // 2]]
    assert set(half) == {"babe", "polnear"}


def test_every_task_of_the_settings_has_a_head() -> None:
    """The settings and the table of tasks name the same tasks."""
    assert set(read_config(DEFAULT).tasks) == set(TASKS)


def test_a_share_of_the_plan_is_its_beginning() -> None:
    """A run that ends early makes the first steps of the whole one."""
    whole = settings(epochs=2)
    values = {name: getattr(whole, name) for name in Config.__dataclass_fields__}
    part = Plan(Config(**{**values, "share": 0.5}), DOCUMENTS).steps
    steps = Plan(whole, DOCUMENTS).steps
    assert part == steps[: round(len(steps) / 2)]
