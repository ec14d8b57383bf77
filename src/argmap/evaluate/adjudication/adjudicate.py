"""One document from two annotators': what both say is taken over, the rest is asked."""

from __future__ import annotations

from argmap.errors import InputError
from argmap.evaluate.agreement.disagreements import blocks_cut_otherwise, cut_labels
from argmap.evaluate.agreement.pairing import nearest
from argmap.guide import deciding_rule
from argmap.model import label_words as words
from argmap.model.document import AnnotatedDocument, Provenance, Segment

from .cast import attribution_items, source_items
from .groups import Documents
from .ledger import Ledger, settings_of
from .marks import relation_items, span_items


def adjudicate(
    one: AnnotatedDocument,
    other: AnnotatedDocument,
    names: tuple[str, str],
    *,
    kept: AnnotatedDocument | None = None,
    tool: str,
) -> tuple[AnnotatedDocument, tuple[str, ...]]:
    """Make one document of two annotators' and say what stays to be noted.

    Every label on which the two differ has a record in the provenance with the status `disputed`;
    the first annotator's label stands until somebody decides. Where `kept`, the file of an earlier
    adjudication, is given, no label that a person changed or confirmed there is touched.

    Raises InputError where the texts differ.
    """
    _check(one, other, kept, names)
    settings = settings_of(one, other, names)
    known = kept.provenance.labels if kept else None
    unchanged = kept is not None and kept.provenance.settings == settings
    ledger = Ledger(names, known, unchanged=unchanged)
    documents = Documents(one, other, kept)
    sources = source_items(documents, ledger)
    attributions = attribution_items(documents, ledger, sources.ids)
    segments = _segments(documents, ledger, attributions.ids)
    spans = span_items(documents, ledger, attributions.ids)
    relations = relation_items(documents, ledger, segments)
    _cuts(documents, ledger, segments)
    base = kept or one
    genre = ledger.settle(
        "article.genre",
        (one.article.genre, other.article.genre),
        (str(one.article.genre), str(other.article.genre)),
        deciding_rule("genre", ()).id,
        standing=(kept.article.genre, str(kept.article.genre)) if kept else None,
    )
    items = {"article", *(s.id for s in segments), *sources.present, *attributions.present}
    ledger.carry(items | {x.id for x in spans} | {r.id for r in relations})
    document = base.model_copy(
        update={
            "article": base.article.model_copy(update={"genre": genre}),
            "segments": segments,
            "attributions": attributions.items,
            "sources": sources.items,
            "spans": spans,
            "relations": relations,
            "provenance": Provenance(
                tool=tool,
                settings=settings,
                labels=dict(sorted(ledger.records.items(), key=_order)),
            ),
        }
    )
    return document, tuple(ledger.notes)


def _check(
    one: AnnotatedDocument,
    other: AnnotatedDocument,
    kept: AnnotatedDocument | None,
    names: tuple[str, str],
) -> None:
    if one.article.id != other.article.id or one.text != other.text:
        raise InputError(
            f"{names[0]} and {names[1]} are not of one text ({one.article.id} and"
            f" {other.article.id}); adjudicate two annotations of one text."
        )
    if kept is not None and kept.text != one.text:
        raise InputError(
            "The file to go on with is of another text than the two annotations; name another file"
            " with -o."
        )


def _segments(
    documents: Documents, ledger: Ledger, attributions: tuple[dict[str, str], dict[str, str]]
) -> tuple[Segment, ...]:
    base = documents.kept or documents.one
    found = []
    for place, segment in enumerate(base.segments):
        identifier = segment.id if documents.kept else f"s{place + 1}"
        a = nearest(segment, documents.one.segments)
        b = nearest(segment, documents.other.segments)
        if a is None or b is None:  # only blanks are in no segment, so there is always one
            found.append(segment)
            continue
        standing = segment if documents.kept else None
        found.append(_segment(segment, identifier, (a, b), standing, ledger, attributions))
    return tuple(found)


def _segment(
    segment: Segment,
    identifier: str,
    pair: tuple[Segment, Segment],
    standing: Segment | None,
    ledger: Ledger,
    attributions: tuple[dict[str, str], dict[str, str]],
) -> Segment:
    a, b = pair
    role_rule = deciding_rule("role", [a.role, b.role])
    if a.role == b.role and a.claim_type != b.claim_type:
        role_rule = deciding_rule("claim_type", [a.claim_type, b.claim_type])
    if a.role == b.role and a.evidence_type != b.evidence_type:
        role_rule = deciding_rule("evidence_type", [a.evidence_type, b.evidence_type])
    role = ledger.settle(
        f"{identifier}.role",
        ((a.role, a.claim_type, a.evidence_type), (b.role, b.claim_type, b.evidence_type)),
        (words.role(a), words.role(b)),
        role_rule.id,
        standing=(
            (standing.role, standing.claim_type, standing.evidence_type),
            words.role(standing),
        )
        if standing
        else None,
    )
    hangs = tuple(ids.get(s.attribution or "") for ids, s in zip(attributions, pair, strict=True))
    voice_layer = "voice" if a.voice != b.voice else "parent"
    voice = ledger.settle(
        f"{identifier}.voice",
        ((a.voice, hangs[0]), (b.voice, hangs[1])),
        (words.voice(a, hangs[0]), words.voice(b, hangs[1])),
        deciding_rule(voice_layer, [a.voice, b.voice] if voice_layer == "voice" else ()).id,
        standing=(
            (standing.voice, standing.attribution),
            words.voice(standing, standing.attribution),
        )
        if standing
        else None,
        fixed=True,
    )
    certainty = ledger.settle(
        f"{identifier}.certainty",
        (a.certainty, b.certainty),
        (str(a.certainty), str(b.certainty)),
        deciding_rule("certainty", [a.certainty, b.certainty]).id,
        standing=(standing.certainty, str(standing.certainty)) if standing else None,
    )
    polarity = ledger.settle(
        f"{identifier}.polarity",
        (a.polarity, b.polarity),
        (str(a.polarity), str(b.polarity)),
        deciding_rule("polarity", [a.polarity, b.polarity]).id,
        standing=(standing.polarity, str(standing.polarity)) if standing else None,
    )
    frames = ledger.settle(
        f"{identifier}.frames",
        (a.frames, b.frames),
        (words.frames(a), words.frames(b)),
        deciding_rule("frames", sorted(set(a.frames) ^ set(b.frames))).id,
        standing=(standing.frames, words.frames(standing)) if standing else None,
    )
    tone = ledger.settle(
        f"{identifier}.tone_towards",
        (a.tone_towards, b.tone_towards),
        (words.tone(a), words.tone(b)),
        deciding_rule("tone_towards", ()).id,
        standing=(standing.tone_towards, words.tone(standing)) if standing else None,
    )
    return segment.model_copy(
        update={
            "id": identifier,
            "role": role[0],
            "claim_type": role[1],
            "evidence_type": role[2],
            "voice": voice[0],
            "attribution": voice[1],
            "certainty": certainty,
            "polarity": polarity,
            "frames": frames,
            "tone_towards": tone,
            "confidence": None,
        }
    )


def _cuts(documents: Documents, ledger: Ledger, segments: tuple[Segment, ...]) -> None:
    """Ask about each stretch that the two cut differently; the cuts of the file stay."""
    for start, end in blocks_cut_otherwise(documents.one, documents.other):
        parts = [
            [s.text for s in document.segments if start <= s.start < end]
            for document in (documents.one, documents.other)
        ]
        here = [s for s in segments if s.start <= start < s.end or start <= s.start < end]
        standing = " | ".join(s.text for s in here)
        ledger.settle(
            f"{here[0].id}.cut",
            (None, None),
            (" | ".join(parts[0]), " | ".join(parts[1])),
            deciding_rule("cut", cut_labels(*parts)).id,
            standing=(None, standing) if documents.kept else None,
            fixed=True,
        )


def _order(item: tuple[str, object]) -> tuple[str, int, str]:
    """Records by kind, then number, then label, so that a small change makes a small diff."""
    identifier, _, label = item[0].partition(".")
    number = identifier.lstrip("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ")
    return identifier.removesuffix(number), int(number) if number.isdigit() else 0, label
