"""What all tests share: a small annotated document, and one browser."""

from __future__ import annotations

import os
import shutil
import signal
from collections.abc import Iterator

import pytest
from hypothesis import settings
from playwright.sync_api import Browser, sync_playwright

from argmap.model.article import fingerprint
from argmap.model.document import (
    AnnotatedDocument,
    ArticleInfo,
    Attribution,
    Provenance,
    Quote,
    Relation,
    Segment,
    Source,
    Span,
)

# A busy machine fails no test, and a run in continuous integration can be had again.
settings.register_profile("argmap", deadline=None, derandomize=bool(os.environ.get("CI")))
settings.load_profile("argmap")

TEXT = (
    "Ferry Fares Rise\n"
    "Fares on the Orla ferry may double, the harbor board said.\n"
    "It is a “new toll wall” because islanders have no other road.\n"
)


# A shell starts what runs in its background with Ctrl-C ignored, and so would be what tests start.
signal.signal(signal.SIGINT, signal.default_int_handler)


def quote(text: str, part: str) -> Quote:
    """A quote of the first place where `part` stands in `text`."""
    start = text.index(part)
    return Quote(start=start, end=start + len(part), text=part)


@pytest.fixture
def document() -> AnnotatedDocument:
    """A small annotated document with every layer in it."""
    heading = quote(TEXT, "Ferry Fares Rise")
    attributed = quote(TEXT, "Fares on the Orla ferry may double, the harbor board said.")
    claim = quote(TEXT, "It is a “new toll wall”")
    reason = quote(TEXT, "because islanders have no other road.")
    return AnnotatedDocument(
        article=ArticleInfo(
            id="ferry", title=heading.text, genre="report", sha256=fingerprint(TEXT)
        ),
        text=TEXT,
        segments=(
            Segment(id="s1", role="report", voice="author", certainty="certain", **dict(heading)),
            Segment(
                id="s2",
                role="claim",
                claim_type="prediction",
                voice="attributed",
                attribution="a1",
                certainty="possible",
                frames=("economic",),
                confidence=0.8,
                **dict(attributed),
            ),
            Segment(
                id="s3",
                role="claim",
                claim_type="value",
                voice="mixed",
                certainty="certain",
                tone={"polarity": -0.5, "subjectivity": 0.5, "words": (("wall", -0.5, 0.5),)},
                tone_towards=({"target": "the harbor board", "value": -1},),
                **dict(claim),
            ),
            Segment(
                id="s4",
                role="evidence",
                evidence_type="event",
                voice="author",
                certainty="certain",
                polarity="negative",
                **dict(reason),
            ),
        ),
        attributions=(
            Attribution(
                id="a1",
                source=quote(TEXT, "the harbor board"),
                cue=quote(TEXT, "said"),
                content=(quote(TEXT, "Fares on the Orla ferry may double"),),
                speaker="p1",
                quote="indirect",
            ),
        ),
        sources=(
            Source(
                id="p1",
                name="the harbor board",
                kind="named_org",
                mentions=(quote(TEXT, "the harbor board"),),
            ),
        ),
        spans=(
            Span(
                id="x1",
                layer="framing",
                label="label",
                voice="author",
                stance_to_frame="uses",
                **dict(quote(TEXT, "new toll wall")),
            ),
        ),
        relations=(
            Relation(
                id="r1", source="s4", target="s3", type="supports", cue=quote(TEXT, "because")
            ),
        ),
        provenance=Provenance(tool="argmap test"),
    )


CHROMIUM_OPTIONS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """Headless Chromium, started once."""
    program = shutil.which("chromium") or "/usr/bin/chromium"
    with sync_playwright() as playwright:
        found = playwright.chromium.launch(executable_path=program, args=CHROMIUM_OPTIONS)
        yield found
        found.close()
