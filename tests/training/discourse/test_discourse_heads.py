"""The heads without PyTorch compute what the trained heads compute."""

import pytest

torch = pytest.importorskip("torch")
pytest.importorskip("safetensors")

import numpy as np  # noqa: E402
from tokenizers import Tokenizer, models, pre_tokenizers  # noqa: E402
from training.discourse.calibrate import choose_offsets  # noqa: E402
from training.discourse.encoder import WIDTH, Encoder  # noqa: E402
from training.discourse.network import Network, to_tensors  # noqa: E402

from argmap.discourse.batch import Batch, Collator  # noqa: E402
from argmap.discourse.document import Arc, Document, Label  # noqa: E402
from argmap.discourse.heads import head_scores  # noqa: E402
from argmap.discourse.tasks import TASKS  # noqa: E402
from argmap.discourse.windows import Packing  # noqa: E402

WORDS = ["[UNK]", "Orr", "said", "fares", "rose", "."]
TEXT = "Orr said fares rose .\nfares rose . Orr said fares rose ."
SENTENCES = ((0, 21), (22, 34), (35, 56))


def collator() -> Collator:
    """A collator with a tokenizer of whole words."""
    tokenizer = Tokenizer(models.WordLevel({w: n for n, w in enumerate(WORDS)}, unk_token="[UNK]"))
    tokenizer.pre_tokenizer = pre_tokenizers.WhitespaceSplit()
    return Collator(tokenizer, Packing(16, 2, 2))


def documents() -> list[Document]:
    """Two texts with a label for every task."""
    spans = {}
    for task in TASKS.values():
        if task.kind in ("span", "number"):
            value = task.classes[-1] if task.classes else 1.5
            spans[task.name] = tuple(Label(*place, value) for place in ((0, 8), *SENTENCES))
    arcs = {
        task.name: tuple(
            Arc(start, start + 5, kind, ((4, 8),), ((4, 8), (22, 27), (39, 43)))
            for start in (9, 29)
            for kind in task.classes
        )
        for task in TASKS.values()
        if task.kind == "arcs"
    }
    tags = {
        task.name: (Label(0, 3, task.classes[0]),) for task in TASKS.values() if task.kind == "tags"
    }
    article = {
        task.name: task.classes[:1]
        for task in TASKS.values()
        if task.kind in ("article", "articles")
    }
    return [
        Document(
            id=name,
            text=TEXT,
            sentences=SENTENCES,
            spans=spans,
            arcs=arcs,
            tags=tags,
            article=article,
        )
        for name in ("one", "two")
    ]


def test_the_offset_is_chosen_that_finds_most() -> None:
    """A head that stays silent by a little is told to speak, by no more than it needs."""

    def shy(batch: Batch) -> dict[str, np.ndarray]:
        labels = batch.targets["uncertain"].labels
        return {"uncertain": np.stack([np.full(len(labels), 0.7), labels * 1.0], axis=1) * 2}

    rows = [
        Document(
            id=str(number),
            text=TEXT,
            sentences=SENTENCES,
            spans={"uncertain": (Label(0, 21, ("certain", "uncertain")[number % 2]),)},
        )
        for number in range(6)
    ]

    def timid(batch: Batch) -> dict[str, np.ndarray]:
        return {"uncertain": shy(batch)["uncertain"] - np.array([[0.0, 1.0]])}

    documents, tasks = {"wiki-weasel": rows}, ["uncertain", "frames"]
    assert choose_offsets(shy, documents, collator(), tasks) == {}
    assert choose_offsets(timid, documents, collator(), tasks) == {"uncertain": 0.5}
    assert choose_offsets(timid, documents, collator(), ["frames"]) == {}


@pytest.mark.parametrize("name", sorted(TASKS))
def test_both_ways_agree(name: str) -> None:
    """For every task of the table, both give the same scores on the same states."""
    torch.manual_seed(5)
    network = Network(Encoder(layers=0), [name]).eval()
    for parameter in network.heads.parameters():
        torch.nn.init.normal_(parameter, 0.0, 0.3)
    batch = collator()(documents(), [name])
    target = batch.targets[name]
    states = np.random.default_rng(1).normal(size=(len(batch.gather), WIDTH)).astype(np.float32)

    head = {key: value.numpy() for key, value in network.heads[name].state_dict().items()}
    plain = head_scores(TASKS[name], head, states, target)
    tensors = to_tensors(batch, torch.device("cpu")).targets[name]
    with torch.no_grad():
        trained = network.heads[name](torch.from_numpy(states), tensors)

    assert plain.shape == tuple(trained.shape)
    assert len(plain) >= 2
    np.testing.assert_allclose(plain, trained.numpy(), rtol=1e-4, atol=1e-3)
