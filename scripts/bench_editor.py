"""Measure the editor on a very long article in a real browser: opening it, and each key.

Usage: python scripts/bench_editor.py [WORDS [KEY_KEY ...]]   (default 100000)

The article is the bundled story's annotations, one behind the other, again and again. A key's time
is from the key's event to the next frame that is painted: the best of several, since other work on
the machine only ever adds time, and the median beside it.
"""

from __future__ import annotations

import itertools
import json
import statistics
import sys
import tempfile
import threading
import time
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from playwright.sync_api import Page, sync_playwright

from argmap.desk import Desk, build_app, listen
from argmap.desk.server import server_of
from argmap.model.article import fingerprint
from argmap.model.files import as_value, loads_document, read_document, write_text
from argmap.model.matching import LAYERS
from argmap.model.store import AnnotationStore
from argmap.story import story_files

ROOT = Path(__file__).parent.parent
TOKEN = "a-token-of-the-bench"
TIMES = 7
KEYS = tuple(keys.split("_") for keys in sys.argv[2:]) or (
    ("ArrowDown",), ("ArrowUp",), ("1",), ("4",), ("t",), ("c",), ("p",), ("q",), ("a",), ("m",),
    ("y",), ("u",), ("Enter",), ("ArrowRight",), ("Shift+ArrowRight",), ("ArrowRight", "s"),
    ("g",), ("]",), ("[",), ("ArrowRight", "x", "Escape"), ("ArrowRight", "e"),
    ("r", "ArrowDown", "Enter", "Escape"),
    ("z",), ("Shift+z",), ("End",), ("Home",), ("d",),
)  # fmt: skip
WATCH = """
() => {
  window.took = [];
  document.addEventListener('keydown', () => {
    const begun = performance.now();
    requestAnimationFrame(() => setTimeout(() => window.took.push(performance.now() - begun), 0));
  }, true);
}
"""


def shifted(value: Any, by: int, tail: str) -> Any:
    """A part with its offsets moved and its ids, and those that it names, made other ones."""
    if isinstance(value, list):
        return [shifted(item, by, tail) for item in value]
    if not isinstance(value, dict):
        return value
    found = {}
    for key, item in value.items():
        if key in ("start", "end"):
            found[key] = item + by
        elif key in ("id", "attribution", "speaker", "parent", "source", "target") and isinstance(
            item, str
        ):
            found[key] = f"{item}{tail}"
        else:
            found[key] = shifted(item, by, tail)
    return found


def long_article(words: int) -> dict[str, Any]:
    """An annotation of so many words."""
    parts = [
        as_value(read_document(ROOT / "annotations" / f"{path.stem}.json"))
        for path in story_files()
    ]
    whole: dict[str, Any] = {**parts[0], "text": "", **{layer: [] for layer in LAYERS}}
    for number, part in enumerate(itertools.cycle(parts)):
        if len(whole["text"].split()) >= words:
            break
        for layer in LAYERS:
            whole[layer] += shifted(part[layer], len(whole["text"]), f"_{number}")
        whole["text"] += part["text"].rstrip() + "\n\n"
    whole["article"] = {**whole["article"], "id": "long", "sha256": fingerprint(whole["text"])}
    whole["provenance"] = {**whole["provenance"], "labels": {}}
    return whole


def key_times(page: Page, keys: Sequence[str]) -> tuple[float, float]:
    """How long the slowest of some keys takes until the next frame, best and median, in ms."""
    rounds: list[list[float]] = []
    for _ in range(TIMES):
        page.evaluate("window.took = []")
        for key in keys:
            page.keyboard.press(key)
            page.wait_for_timeout(60)
        page.wait_for_timeout(700)  # until it is saved
        rounds.append(page.evaluate("window.took"))
    each = list(zip(*rounds, strict=False))
    return max(map(min, each)), max(map(statistics.median, each))


def main() -> None:
    """Build the article, open it, press the keys, print the times."""
    words = int(sys.argv[1]) if len(sys.argv) > 1 else 100_000
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        document = loads_document(json.dumps(long_article(words)), name="long")
        store = AnnotationStore(Path(folder))
        path = store.write(store.plan(document))
        listener = listen(0)
        port = listener.getsockname()[1]
        begun = time.perf_counter()
        server = server_of(build_app(Desk({"long": path}), port=port, token=TOKEN))
        print(f"{len(document.text.split())} words, {len(document.segments)} segments;", end=" ")
        print(f"the desk is up after {time.perf_counter() - begun:.2f} s")
        threading.Thread(target=server.run, kwargs={"sockets": [listener]}, daemon=True).start()
        browser = playwright.chromium.launch(executable_path="/usr/bin/chromium")
        opened = []
        for _ in range(3):
            page = browser.new_page(viewport={"width": 1400, "height": 900})
            begun = time.perf_counter()
            page.goto(f"http://127.0.0.1:{port}/{TOKEN}/")
            page.wait_for_selector("html[data-ready]")
            page.evaluate("new Promise((done) => requestAnimationFrame(() => setTimeout(done, 0)))")
            opened.append(time.perf_counter() - begun)
        print(f"open: best {min(opened):.2f} s, worst {max(opened):.2f} s")
        page.evaluate(WATCH)
        page.wait_for_timeout(3000)
        print(f"{'keys':36} best ms, median of the slowest key")
        for keys in KEYS:
            best, median = key_times(page, keys)
            print(f"{' '.join(keys):36} {best:7.0f} {median:7.0f}", flush=True)
        browser.close()
        server.should_exit = True
        write_text(path, "")


if __name__ == "__main__":
    main()
