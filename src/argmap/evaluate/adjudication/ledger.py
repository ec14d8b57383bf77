"""What is still to decide and what was decided, kept in the provenance of the file itself."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping, Sequence
from typing import Any, TypeVar

from argmap.model.document import AnnotatedDocument, LabelRecord
from argmap.model.files import dumps
from argmap.model.labels import LabelStatus

_T = TypeVar("_T")
STANDS = "stands"
_DECIDED = (LabelStatus.CONFIRMED, LabelStatus.EDITED, LabelStatus.REJECTED)
_SHORT = 12


def settings_of(one: AnnotatedDocument, other: AnnotatedDocument, names: Sequence[str]) -> str:
    """What was adjudicated, by name and fingerprint, so that a change of it is seen."""
    prints = [
        hashlib.sha256(dumps(document).encode("utf-8", "surrogatepass")).hexdigest()[:_SHORT]
        for document in (one, other)
    ]
    said = (f"{name} {print_}" for name, print_ in zip(names, prints, strict=True))
    return f"adjudicated: {', '.join(said)}"


class Ledger:
    """Settles labels one by one and writes down what a person has to decide or decided.

    A record's `was` has what each annotator says; where the file says a third thing, `stands` goes
    before them. A person decides by setting the status, or just by changing the label.
    """

    def __init__(
        self,
        names: tuple[str, str],
        known: Mapping[str, LabelRecord] | None = None,
        *,
        unchanged: bool = False,
    ) -> None:
        self.names = names
        self.known = dict(known or {})
        self.continued = known is not None
        self.unchanged = unchanged
        self.records: dict[str, LabelRecord] = {}
        self.notes: list[str] = []

    def settle(
        self,
        key: str,
        labels: tuple[_T, _T],
        said: tuple[str | None, str | None],
        rule: str,
        *,
        standing: tuple[_T, str | None] | None = None,
        fixed: bool = False,
    ) -> _T:
        """The label that stands, with a record of it where there was a disagreement.

        Args:
            key: The place, such as `s5.role`.
            labels: What the two annotators say.
            said: The same in words; equal words are the same label.
            rule: The id of the guide's rule that decides.
            standing: What the file says, and in words; `None` where there is no file yet.
            fixed: Never give another label than the one that stands.
        """
        agreed = said[0] == said[1]
        if standing is None:
            if not agreed:
                self._dispute(key, said, rule)
            return labels[0]
        label, words = standing
        record = self.known.get(key)
        if record is not None and record.status in _DECIDED:
            self._keep(key, record, said)
        elif record is not None and _untouched(record, words):
            if agreed:
                return label if fixed else labels[0]
            self._dispute(key, said, rule, words)
        elif record is not None or (agreed and words != said[0]):
            self._write(key, LabelStatus.EDITED, said, rule)
        elif not agreed and self.unchanged:
            self._write(key, LabelStatus.CONFIRMED, said, rule)
        elif not agreed:
            self._dispute(key, said, rule, words)
        return label

    def present(self, key: str, said: tuple[str | None, str | None], rule: str, words: str) -> None:
        """Record an item of the file that one annotator marked and the other did not."""
        record = self.known.get(key)
        if record is not None and record.status in _DECIDED:
            self._keep(key, record, said)
        elif record is not None and words not in said:
            self._write(key, LabelStatus.EDITED, said, rule)
        elif record is None and self.continued and self.unchanged:
            self._write(key, LabelStatus.CONFIRMED, said, rule)
        else:
            self._dispute(key, said, rule)

    def rejected(self, said: tuple[str | None, str | None], items: set[str]) -> str | None:
        """The key under which a person took this item out of the file, `None` if nobody did."""
        given = {words for words in said if words is not None}
        for key, record in self.known.items():
            was = record.was if isinstance(record.was, dict) and key not in items else {}
            if given & {words for words in was.values() if words is not None}:
                return key
        return None

    def reject(self, key: str, said: tuple[str | None, str | None], rule: str) -> None:
        """Record that an item which an annotator marked is not in the file."""
        record = self.known.get(key)
        if record is not None and record.status in _DECIDED:
            self.records[key] = record
        else:
            self._write(key, LabelStatus.REJECTED, said, rule)

    def carry(self, items: set[str]) -> None:
        """Keep what a person recorded about items of the file that no disagreement touches."""
        for key, record in self.known.items():
            if key not in self.records and key.split(".")[0] in items and record.status in _DECIDED:
                self.records[key] = record

    def _dispute(
        self, key: str, said: tuple[str | None, str | None], rule: str, words: Any = None
    ) -> None:
        was = dict(zip(self.names, said, strict=True))
        if words is not None and words != said[0]:
            was = {STANDS: words, **was}
        self.records[key] = LabelRecord(status=LabelStatus.DISPUTED, was=was, note=rule)

    def _write(
        self, key: str, status: LabelStatus, said: tuple[str | None, str | None], rule: str
    ) -> None:
        known = self.known.get(key)
        self.records[key] = LabelRecord(
            status=status,
            by=known.by if known else None,
            was=dict(zip(self.names, said, strict=True)),
            note=known.note if known and known.note else rule,
        )

    def _keep(self, key: str, record: LabelRecord, said: tuple[str | None, str | None]) -> None:
        self.records[key] = record
        before = record.was if isinstance(record.was, dict) else {}
        for name, words in zip(self.names, said, strict=True):
            if name in before and before[name] != words:
                self.notes.append(
                    f"{key} was decided when {name} said {before[name] or 'not marked'}, and {name}"
                    f" now says {words or 'not marked'}; the decision stands."
                )


def _untouched(record: LabelRecord, words: str | None) -> bool:
    """Whether a disputed label still is what it was when the question was put."""
    was = record.was
    return isinstance(was, dict) and bool(was) and next(iter(was.values())) == words
