// A person's edits of labels, as changes; each keeps who made it and what was there before.

import { entry, same } from "./changes.js";

export function record(status, by, was = null, note = null) {
  return { status, by: by ?? null, was, note };
}

const MADE = new Set(["attributions", "spans", "relations"]);

// Set several labels of one entry.
export function setLabels(doc, part, id, values, by) {
  const present = entry(doc, part, id);
  if (!present) return [];
  const changes = [];
  for (const [key, now] of Object.entries(values)) {
    const was = present[key];
    if (same(was, now)) continue;
    changes.push({ part, id, key, was, now });
    if (MADE.has(part) && present.confidence === null) continue; // an entry that a person made
    changes.push(...setRecord(doc, `${id}.${key}`, (old) => {
      const first = old && (old.status !== "confirmed" || old.was !== null) ? old.was : was;
      return same(first, now) ? null : record("edited", by, first, old?.note ?? null);
    }));
  }
  return changes;
}

export function setRecord(doc, id, make) {
  const was = doc.provenance.labels[id] ?? null;
  const now = make(was);
  return same(was, now) ? [] : [{ part: "labels", id, key: null, was, now }];
}

export const recordOf = (doc, id) => doc.provenance.labels[id] ?? null;
export const isConfirmed = (doc, id) => recordOf(doc, id)?.status === "confirmed";

// The person has looked at all labels of a segment and stands behind them, or no longer does.
export function confirmSegment(doc, id, by, on = true) {
  return setRecord(doc, id, (old) => {
    if (on) return record("confirmed", by, null, old?.note ?? null);
    return old?.note ? record("auto", old.by, null, old.note) : null;
  });
}

export function setNote(doc, id, note, by) {
  return setRecord(doc, id, (old) => {
    if (!note && (!old || old.status === "auto")) return null;
    return record(old?.status ?? "auto", by ?? old?.by, old?.was ?? null, note || null);
  });
}

// The machine's value of one label was looked at: it is right, or it is refused. What people had
// said of it, where they differed, stays in the record.
export function judgeLabel(doc, id, key, status, suggested, by) {
  return setRecord(doc, `${id}.${key}`, (old) =>
    record(status, by, old?.status === "disputed" ? old.was : status === "rejected" ? suggested : null, old?.note ?? null));
}

// An id that nothing in the document has, nor has had in this file as far as can be seen.
export function freeId(doc, letter) {
  let highest = 0;
  const look = (id) => {
    const number = id.startsWith(letter) ? Number(id.slice(1).match(/^\d+/)?.[0] ?? 0) : 0;
    if (number > highest) highest = number;
  };
  for (const part of ["segments", "attributions", "sources", "spans", "relations"]) for (const item of doc[part]) look(item.id);
  for (const key of Object.keys(doc.provenance.labels)) key.split(".").forEach(look);
  return `${letter}${highest + 1}`;
}

// Take away entries with all that is said of them.
export function removeEntry(doc, part, id) {
  const present = entry(doc, part, id);
  return present ? [{ part, id, key: null, was: present, now: null }, ...dropRecords(doc, new Set([id]))] : [];
}

export function dropRecords(doc, ids) {
  return Object.entries(doc.provenance.labels)
    .filter(([name]) => ids.has(name.split(".")[0]))
    .map(([id, was]) => ({ part: "labels", id, key: null, was, now: null }));
}
