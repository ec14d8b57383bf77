// Where segments begin and end. They go on partitioning the text: what one gives up, another takes.

import { entry, placeOf, position, same } from "./changes.js";
import { dropRecords, freeId, recordOf, setNote } from "./labels.js";

const ROUND = 1e4;

// The changes that make [start, end) one segment; those inside it are joined, those at its borders
// give way. `owner` is the segment that keeps its id and labels, by default the one most in it.
export function cutOut(doc, text, start, end, owner = null) {
  const stretch = text.trim(start, end);
  if (!stretch) return [];
  [start, end] = stretch;
  const touched = touching(doc, start, end);
  if (!touched.length) return [];
  const [first, last] = [touched[0], touched.at(-1)];
  const left = first.start < start ? text.trim(first.start, start) : null;
  const right = last.end > end ? text.trim(end, last.end) : null;
  const most = touched.reduce((best, item) => (overlap(item, start, end) > overlap(best, start, end) ? item : best));
  const ids = new FreshIds(doc);
  const leftId = left && first.id;
  const wanted = touched.find((item) => item.id === owner && item.id !== leftId);
  const free = touched.filter((item) => item.id !== leftId && !(right && item === last));
  let ownId = (wanted || (free.includes(most) ? most : free[0]))?.id;
  if (!ownId) ownId = last.id !== leftId && touched.length === 1 ? last.id : ids.next();
  const rightId = right && (last.id !== leftId && last.id !== ownId ? last.id : ids.next());
  const tones = touched.flatMap((item) => item.tone?.words ?? []);
  const model = touched.find((item) => item.id === owner) || most;
  const pieces = [
    left && piece(text, left, leftId, first, tones),
    piece(text, [start, end], ownId, entry(doc, "segments", ownId) || model, tones),
    right && piece(text, right, rightId, entry(doc, "segments", rightId) || last, tones),
  ].filter(Boolean);
  return settle(doc, touched, pieces, ownId);
}

export function split(doc, text, id, at) {
  const segment = entry(doc, "segments", id);
  return at > segment.start && at < segment.end ? cutOut(doc, text, at, segment.end) : [];
}

// Join a segment with the one after it (or before it); it keeps its id and labels.
export function merge(doc, text, id, step = 1) {
  const number = position(doc.segments, id);
  const [own, other] = [doc.segments[number], doc.segments[number + step]];
  if (!own || !other) return [];
  return cutOut(doc, text, Math.min(own.start, other.start), Math.max(own.end, other.end), id);
}

// Move a border of a segment by one word, outwards or inwards.
export function moveBorder(doc, text, id, side, step) {
  const number = position(doc.segments, id);
  const own = doc.segments[number];
  const other = doc.segments[number + (side === "end" ? 1 : -1)];
  if (!other) return [];
  const outwards = (side === "end") === step > 0;
  const giver = outwards ? other : own;
  const words = text.words(giver.start, giver.end);
  if (words.length < 2) return outwards ? merge(doc, text, id, side === "end" ? 1 : -1) : [];
  const taker = outwards ? own : other;
  const fromFront = giver.start > taker.start;
  const cut = fromFront ? words[1][0] : words.at(-1)[0];
  return fromFront
    ? cutOut(doc, text, taker.start, cut, taker.id)
    : cutOut(doc, text, cut, taker.end, taker.id);
}

export function touching(doc, start, end) {
  return doc.segments.filter((item) => item.start < end && start < item.end);
}

export function isPartition(doc, text) {
  let reached = 0;
  for (const { start, end } of doc.segments) {
    if (start < reached || text.trim(reached, start)) return false;
    reached = end;
  }
  return !text.trim(reached, text.length);
}

function overlap(item, start, end) {
  return Math.min(item.end, end) - Math.max(item.start, start);
}

// A segment at a new place. The words whose tone was scored go with the piece that holds them.
function piece(text, [start, end], id, model, tones) {
  const quote = text.quote(start, end);
  if (model.id === id && same(placeOf(model), quote)) return model;
  const words = quote.text.toLowerCase();
  return { ...model, ...quote, id, tone: mean(tones.filter(([word]) => words.includes(word))), confidence: null };
}

function mean(words) {
  if (!words.length) return null;
  const of = (place) => Math.round((words.reduce((sum, word) => sum + word[place], 0) / words.length) * ROUND) / ROUND;
  return { polarity: of(1), subjectivity: of(2), words };
}

// From the segments that were there to the pieces; what pointed at one that is gone points at `own`.
function settle(doc, touched, pieces, own) {
  const changes = [];
  for (const item of pieces) {
    const old = entry(doc, "segments", item.id);
    if (!old) changes.push({ part: "segments", id: item.id, key: null, was: null, now: item });
    else if (old !== item) {
      changes.push({ part: "segments", id: item.id, key: "place", was: placeOf(old), now: placeOf(item) });
      for (const key of ["tone", "confidence"]) {
        if (!same(old[key], item[key])) changes.push({ part: "segments", id: item.id, key, was: old[key], now: item[key] });
      }
    }
  }
  const kept = new Set(pieces.map((item) => item.id));
  const gone = new Set(touched.map((item) => item.id).filter((id) => !kept.has(id)));
  for (const id of gone) changes.push({ part: "segments", id, key: null, was: entry(doc, "segments", id), now: null });
  return gone.size ? [...changes, ...repoint(doc, gone, own), ...dropRecords(doc, gone), ...joinedNote(doc, gone, own)] : changes;
}

// What people noted on segments that are joined, all in one.
function joinedNote(doc, gone, own) {
  const ids = doc.segments.map(({ id }) => id).filter((id) => id === own || gone.has(id));
  const notes = [...new Set(ids.map((id) => recordOf(doc, id)?.note).filter(Boolean))];
  const by = ids.map((id) => recordOf(doc, id)?.by).find(Boolean);
  return notes.length ? setNote(doc, own, notes.join("\n"), recordOf(doc, own)?.by ?? by) : [];
}

function repoint(doc, gone, own) {
  const changes = [];
  const dropped = new Set();
  for (const relation of doc.relations) {
    const [source, target] = [relation.source, relation.target].map((id) => (gone.has(id) ? own : id));
    if (source === target) dropped.add(relation.id);
    else {
      if (source !== relation.source) changes.push({ part: "relations", id: relation.id, key: "source", was: relation.source, now: source });
      if (target !== relation.target) changes.push({ part: "relations", id: relation.id, key: "target", was: relation.target, now: target });
    }
  }
  const all = withUndercuts(doc, dropped);
  return [
    ...changes.filter((change) => !all.has(change.id)),
    ...[...all].map((id) => ({ part: "relations", id, key: null, was: entry(doc, "relations", id), now: null })),
    ...dropRecords(doc, all),
  ];
}

// These relations and every undercut of them, and of those.
export function withUndercuts(doc, ids) {
  const all = new Set(ids);
  for (let size = -1; size !== all.size; ) {
    size = all.size;
    for (const relation of doc.relations) if (relation.type === "undercuts" && all.has(relation.target)) all.add(relation.id);
  }
  return all;
}

class FreshIds {
  constructor(doc) {
    this.number = Number(freeId(doc, "s").slice(1));
  }

  next() {
    return `s${this.number++}`;
  }
}
