"""The pair score in PyTorch is the one of the package, and a step moves the layers alone."""

from collections.abc import Iterator
from copy import deepcopy
from pathlib import Path

import pytest

torch = pytest.importorskip("torch")
pytest.importorskip("safetensors")
pytest.importorskip("sklearn")

import numpy as np  # noqa: E402
from tokenizers import Tokenizer  # noqa: E402
from training.compare.network import PairNetwork  # noqa: E402
from training.compare.pairs import StoryPairs, joined, story_pairs  # noqa: E402
from training.compare.stories import Story, read  # noqa: E402
from training.compare.tune import OPENINGS, TRIPLES, TUNING, loss_of  # noqa: E402
from training.discourse.encoder import Encoder  # noqa: E402

from argmap.compare.pair_score import WITH_VECTORS  # noqa: E402
from argmap.discourse.similarity import SentenceSimilarity  # noqa: E402
from argmap.evaluate.datasets.basil_triples import Gold  # noqa: E402
from argmap.models import FOLDER  # noqa: E402
from argmap.pipeline import build  # noqa: E402
from argmap.sources import read_article  # noqa: E402
from argmap.story import story_files  # noqa: E402
from training.compare import tune  # noqa: E402

TOKENIZER = Tokenizer.from_file(str(FOLDER / "discourse" / "tokenizer.json"))
TOKENIZER.no_truncation()
TOKENIZER.no_padding()


@pytest.fixture(scope="module")
def encoder() -> Encoder:
    """One layer with weights drawn from a seed."""
    torch.manual_seed(0)
    made = Encoder(dropout=0.0, layers=1)
    made.words.normal_()
    return made.eval()


@pytest.fixture(scope="module")
def story(encoder: Encoder) -> Story:
    """The bundled story as the package reads it with that layer; its first sentences are one."""

    def states(ids: np.ndarray, forms: np.ndarray, mask: np.ndarray) -> np.ndarray:
        with torch.no_grad():
            return encoder(*map(torch.from_numpy, (ids, forms, mask))).numpy()

    reader = SentenceSimilarity(states, TOKENIZER, weights=(), intercept=0.0)
    articles = tuple(read_article(str(path))[0] for path in story_files())
    sentences = {article.id: ((0, len(article.text)),) for article in articles}
    claim = frozenset((article.id, 0) for article in articles[:2])
    gold = Gold("story", articles, sentences, (claim,), (), "training")
    return read(build(), gold, reader)


@pytest.fixture
def one_thread() -> Iterator[None]:
    """Several add up in an order that changes from run to run."""
    before = torch.get_num_threads()
    torch.set_num_threads(1)
    yield
    torch.set_num_threads(before)


def network(encoder: Encoder) -> PairNetwork:
    """Above that layer, with the weights of the package for both kinds."""
    return PairNetwork(encoder, {TRIPLES: WITH_VECTORS, OPENINGS: WITH_VECTORS})


def features(network: PairNetwork, story: StoryPairs) -> np.ndarray:
    """Without gradients."""
    with torch.no_grad():
        return network.features(story).numpy()


def test_the_features_are_those_of_the_package(encoder: Encoder, story: Story) -> None:
    """Vectors, rivals and neighbours are computed alike, up to rounding."""
    found = features(network(encoder), story_pairs(story, TOKENIZER))
    expected = np.array(list(story.features.values()))
    assert len(found) > 100
    np.testing.assert_allclose(found, expected, atol=2e-3)


def test_joined_stories_say_what_each_says_alone(encoder: Encoder, story: Story) -> None:
    """Rows, pairs, rivals and neighbours of the second story are moved behind the first."""
    one = story_pairs(story, TOKENIZER)
    alone = features(network(encoder), one)
    both = features(network(encoder), joined([one, one]))
    np.testing.assert_allclose(both, np.concatenate([alone, alone]), atol=1e-4)


def test_a_step_moves_layers_and_weights_but_no_word(encoder: Encoder, story: Story) -> None:
    """What both stacks of layers share stays as it is."""
    tuned = network(encoder)
    loss_of(tuned, TRIPLES, [story_pairs(story, TOKENIZER)]).backward()
    moved = {name for name, one in tuned.named_parameters() if one.grad is not None}
    assert {"weights.triples", "levels.triples", "encoder.layers.0.qkv.weight"} <= moved
    shared = ("encoder.positions", "encoder.forms", "encoder.norm.weight", "encoder.norm.bias")
    assert not moved.intersection((*shared, "weights.openings", "levels.openings"))


@pytest.mark.usefixtures("one_thread")
def test_a_broken_run_ends_in_the_weights_of_an_unbroken_one(
    encoder: Encoder, story: Story, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What is saved after a pass is enough to go on from."""
    pairs = story_pairs(story, TOKENIZER)
    stories = {TRIPLES: [pairs], OPENINGS: [pairs], TUNING: [pairs]}
    monkeypatch.setattr(tune, "make_network", lambda _: network(deepcopy(encoder)))
    (tmp_path / "whole").mkdir()
    whole = tune.train(stories, tmp_path / "whole", 2)

    read_loss, steps = tune.loss_of, []

    def breaking(*given: object) -> torch.Tensor:
        steps.append(given)
        if len(steps) > 3:  # in the second pass
            raise KeyboardInterrupt
        return read_loss(*given)

    monkeypatch.setattr(tune, "loss_of", breaking)
    with pytest.raises(KeyboardInterrupt):
        tune.train(stories, tmp_path, 2)
    monkeypatch.setattr(tune, "loss_of", read_loss)
    again = tune.train(stories, tmp_path, 2)
    for name, tensor in whole.state_dict().items():
        assert torch.equal(again.state_dict()[name], tensor), name
    moved = "layers.0.qkv.weight"
    assert not torch.equal(whole.encoder.state_dict()[moved], encoder.state_dict()[moved])
