// Changes of single labels: how two states of a document differ, and how one becomes the other.
// A change is { part, id, key, was, now }; without a key it sets or takes away a whole entry.

export const PARTS = ["segments", "attributions", "sources", "spans", "relations"];
const PLACED = new Set(["segments", "spans"]);
const PLACE = new Set(["start", "end", "text"]);
const positions = new WeakMap();

export function same(one, other) {
  if (one === other) return true;
  if (typeof one !== "object" || typeof other !== "object" || !one || !other) return false;
  if (Array.isArray(one) !== Array.isArray(other)) return false;
  const keys = Object.keys(one);
  return keys.length === Object.keys(other).length && keys.every((key) => Object.hasOwn(other, key) && same(one[key], other[key]));
}

export function placeOf(entry) {
  return { start: entry.start, end: entry.end, text: entry.text };
}

export function position(entries, id) {
  let found = positions.get(entries);
  if (!found) {
    found = new Map(entries.map((entry, number) => [entry.id, number]));
    positions.set(entries, found);
  }
  return found.get(id) ?? -1;
}

export function entry(doc, part, id) {
  return doc[part][position(doc[part], id)] ?? null;
}

export function valueOf(doc, change) {
  if (change.part === "labels") return doc.provenance.labels[change.id] ?? null;
  if (change.part === "article") return doc.article[change.key] ?? null;
  const found = entry(doc, change.part, change.id);
  if (change.key === null || !found) return found;
  return change.key === "place" ? placeOf(found) : found[change.key];
}

// A new document; entries that no change touches are shared with the old one.
export function apply(doc, changes) {
  const next = { ...doc };
  const copied = new Set();
  const removed = new Set();
  for (const { part, id, key, now } of changes) {
    if (part === "article") {
      next.article = { ...next.article, [key]: now };
      continue;
    }
    if (part === "labels") {
      if (!copied.has(part)) next.provenance = { ...doc.provenance, labels: { ...doc.provenance.labels } };
      copied.add(part);
      if (now === null) delete next.provenance.labels[id];
      else next.provenance.labels[id] = now;
      continue;
    }
    if (!copied.has(part)) next[part] = [...doc[part]];
    copied.add(part);
    const entries = next[part];
    const number = position(doc[part], id);
    if (key !== null) {
      if (number < 0) {
        const added = entries.findIndex((item) => item?.id === id);
        if (added >= 0) entries[added] = { ...entries[added], ...(key === "place" ? now : { [key]: now }) };
      } else if (entries[number]) {
        entries[number] = { ...entries[number], ...(key === "place" ? now : { [key]: now }) };
      }
    } else if (now === null) {
      if (number >= 0) entries[number] = null;
      else removed.add(id);
    } else if (number >= 0) entries[number] = now;
    else entries.push(now);
  }
  for (const part of PARTS) {
    if (!copied.has(part)) continue;
    next[part] = next[part].filter((item) => item !== null && !removed.has(item.id));
    if (part === "segments") next[part].sort((one, other) => one.start - other.start);
  }
  return next;
}

export function diff(before, after) {
  const found = [];
  for (const key of Object.keys(after.article)) {
    if (!same(before.article[key], after.article[key])) {
      found.push({ part: "article", id: after.article.id, key, was: before.article[key], now: after.article[key] });
    }
  }
  for (const part of PARTS) {
    if (before[part] === after[part]) continue;
    for (const old of before[part]) {
      if (position(after[part], old.id) < 0) found.push({ part, id: old.id, key: null, was: old, now: null });
    }
    for (const item of after[part]) {
      const old = entry(before, part, item.id);
      if (old !== item) found.push(...differing(part, old, item));
    }
  }
  const [old, now] = [before.provenance.labels, after.provenance.labels];
  if (old !== now) {
    for (const id of new Set([...Object.keys(old), ...Object.keys(now)])) {
      if (!same(old[id] ?? null, now[id] ?? null)) found.push({ part: "labels", id, key: null, was: old[id] ?? null, now: now[id] ?? null });
    }
  }
  return found;
}

function* differing(part, old, item) {
  const { id } = item;
  if (!old) {
    yield { part, id, key: null, was: null, now: item };
    return;
  }
  const placed = PLACED.has(part);
  if (placed && !same(placeOf(old), placeOf(item))) yield { part, id, key: "place", was: placeOf(old), now: placeOf(item) };
  for (const key of Object.keys(item)) {
    if ((placed && PLACE.has(key)) || same(old[key], item[key])) continue;
    yield { part, id, key, was: old[key], now: item[key] };
  }
}

export function inverse(changes) {
  return changes.map((change) => ({ ...change, was: change.now, now: change.was })).reverse();
}

export const nameOf = ({ part, id, key }) => `${part}/${id}/${key ?? ""}`;
