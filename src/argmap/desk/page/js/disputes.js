// Labels on which people differ: who decides what, as changes. What each says, and what would make it
// so, comes from the server; whether a label is decided stands in the file's own records.

import { apply, diff, entry, same, valueOf } from "./changes.js";
import { cutOut } from "./cuts.js";
import { relationRemoval } from "./edits.js";
import { record, removeEntry } from "./labels.js";
import { removeAttribution, removeSource } from "./speakers.js";

const GOES_WITH = { claim_type: "role", evidence_type: "role", attribution: "voice", layer: "label" };
const known = new WeakMap();

// The ids of the parts with a label that nobody has decided.
export function disputedParts(doc) {
  const { labels } = doc.provenance;
  if (!known.has(labels)) {
    known.set(labels, new Set(Object.keys(labels).filter((key) => labels[key].status === "disputed").map((key) => key.split(".")[0])));
  }
  return known.get(labels);
}

export const isOpen = (doc, key) => doc.provenance.labels[key]?.status === "disputed";

// Who changes a label that is disputed has decided it, and who takes out a part too.
export function withDecisions(doc, changes, by) {
  changes = withWhatWasSaid(doc, changes, by);
  if (!disputedParts(doc).size) return changes;
  const made = new Map(changes.filter(({ part }) => part === "labels").map((change) => [change.id, change.now]));
  const decisions = new Map();
  const decide = (id, status) => {
    const was = doc.provenance.labels[id];
    if (was?.status !== "disputed" || made.get(id)) return;
    decisions.set(id, { part: "labels", id, key: null, was, now: record(status, by, was.was, was.note) });
  };
  for (const { part, id, key, now } of changes) {
    if (part === "labels") continue;
    if (key === null) {
      if (now === null) decide(id, "rejected");
    } else if (part === "article") decide(`article.${key}`, "edited");
    else {
      const place = part === "segments" ? "cut" : "text";
      decide(`${id}.${key === "place" ? place : (GOES_WITH[key] ?? key)}`, "edited");
      if (part !== "segments") decide(id, "edited");
    }
  }
  return decisions.size ? [...changes.filter(({ part, id }) => part !== "labels" || !decisions.has(id)), ...decisions.values()] : changes;
}

// What two people said of a part stays in the file when the part goes. Of a segment it goes on under
// the one that has its words now, as `s4.s5.role`; of other parts it stays where it is.
function withWhatWasSaid(doc, changes, by) {
  let next = null;
  const found = [];
  for (const change of changes) {
    const { part, id, was, now } = change;
    if (part !== "labels" || now || !isOfTwo(was)) {
      found.push(change);
      continue;
    }
    const kept = was.status === "disputed" ? record("rejected", by, was.was, was.note) : was;
    const ids = id.split(".");
    const segment = entry(doc, "segments", ids[0]);
    if (!segment) {
      if (!same(was, kept)) found.push({ ...change, now: kept });
      continue;
    }
    next ??= apply(doc, changes);
    const home = next.segments.find(({ end }) => end > segment.start);
    const key = `${home.id}.${ids.slice(/^s\d+$/.test(ids[1] ?? "") ? 1 : 0).join(".")}`;
    found.push(change, { part, id: key, key: null, was: doc.provenance.labels[key] ?? null, now: kept });
  }
  return found;
}

// Whether a record holds what each of two people said, decided or not.
function isOfTwo(found) {
  if (found?.status === "disputed") return true;
  const said = found && found.status !== "auto" && found.was && typeof found.was === "object" && !Array.isArray(found.was) ? Object.values(found.was) : [];
  return said.length > 1 && said.every((one) => one === null || typeof one === "string");
}

// The changes that make one of the labels stand, with the record of who decided.
export function decide(article, { key }, { stands, make }, by) {
  const { doc, text } = article;
  let next = doc;
  if (!stands && make.remove) next = apply(doc, removal(doc, make, by));
  else if (!stands) {
    for (const [start, end] of make.cuts) next = apply(next, cutOut(next, text, start, end));
    const { part, id } = make;
    const values = Object.entries(make.values).map(([name, now]) => ({ part, id, key: name, was: valueOf(doc, { part, id, key: name }), now }));
    next = apply(next, values.filter(({ was, now }) => !same(was, now)));
  }
  const was = doc.provenance.labels[key];
  const status = stands ? "confirmed" : make.remove ? "rejected" : "edited";
  const now = record(status, by, was.was, was.note);
  return diff(doc, apply(next, [{ part: "labels", id: key, key: null, was, now }]));
}

function removal(doc, { part, id }, by) {
  if (part === "relations") return relationRemoval(doc, id);
  if (part === "attributions") return removeAttribution(doc, id, by);
  return part === "sources" ? removeSource(doc, id, by) : removeEntry(doc, part, id);
}
