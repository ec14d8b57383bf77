// Three versions into one: what both wrote is put together, and what clashes is left to the person.

import { PARTS, apply, diff, entry, nameOf, position, same, valueOf } from "./changes.js";
import { isPartition } from "./cuts.js";
import { freeId } from "./labels.js";

const isCut = ({ part, key }) => part === "segments" && (key === null || key === "place");

export class Merge {
  constructor(base, mine, theirs, text) {
    this.base = base;
    this.theirs = theirs;
    this.text = text;
    this.theirChanges = diff(base, theirs);
    this.mine = withOwnIds(mine, base, theirs);
    this.myChanges = diff(base, this.mine);
    this.conflicts = [];
    this.#find();
  }

  // Clashes: { name, changes (mine), base, mine, theirs }, or the cuts of the text as one of them.
  #find() {
    const theirs = new Map(this.theirChanges.map((change) => [nameOf(change), change]));
    const gone = new Set(this.theirChanges.filter(({ key, now }) => key === null && now === null).map(({ part, id }) => `${part}/${id}`));
    const touched = new Map();
    for (const change of this.theirChanges) touched.set(`${change.part}/${change.id}`, change);
    this.free = [];
    for (const change of this.myChanges) {
      const other = theirs.get(nameOf(change));
      const name = `${change.part}/${change.id}`;
      const clash = other
        ? !same(other.now, change.now)
        : (change.key !== null && gone.has(name)) || (change.key === null && change.now === null && change.was !== null && touched.has(name));
      if (!clash) this.free.push(change);
      else if (!isRecord(change)) this.conflicts.push({ name: nameOf(change), change, base: change.was, mine: change.now, theirs: valueOf(this.theirs, change) });
    }
    if (!this.#cutsFit()) {
      this.conflicts = this.conflicts.filter(({ change }) => !isCut(change));
      this.free = this.free.filter((change) => !isCut(change));
      this.conflicts.unshift({ name: "cuts", change: null, base: null, mine: this.mine.segments.length, theirs: this.theirs.segments.length });
    }
  }

  #cutsFit() {
    if (!this.myChanges.some(isCut) || !this.theirChanges.some(isCut)) return true;
    const cuts = this.conflicts.filter(({ change }) => isCut(change));
    return !cuts.length && isPartition(apply(this.theirs, this.free), this.text);
  }

  // The document with the free changes of both, and of the clashes those in `mine` (names) as mine.
  result(mine = new Set()) {
    const chosen = this.conflicts.filter(({ name, change }) => change && mine.has(name)).map(({ change }) => change);
    const records = this.myChanges.filter((change) => isRecord(change) && chosen.some(({ id, key }) => change.id === `${id}.${key}`));
    let start = this.theirs;
    if (mine.has("cuts")) start = { ...start, segments: this.#mySegments() };
    return repaired(apply(start, [...this.free, ...chosen, ...records]), [this.theirs, this.mine, this.base]);
  }

  // My cuts with their labels, where they changed some of a segment that I have too.
  #mySegments() {
    return this.mine.segments.map((item) => {
      const labels = this.theirChanges.filter(({ part, id, key }) => part === "segments" && id === item.id && key !== null && key !== "place");
      return labels.reduce((made, { key, now }) => ({ ...made, [key]: now }), item);
    });
  }
}

const isRecord = ({ part }) => part === "labels";

// Where both made a new entry with one id, mine gets another.
function withOwnIds(mine, base, theirs) {
  const renamed = new Map();
  for (const part of PARTS) {
    for (const item of mine[part]) {
      const other = entry(theirs, part, item.id);
      if (!other || entry(base, part, item.id) || same(other, item)) continue;
      const letter = item.id[0];
      const highest = [mine, theirs].map((doc) => Number(freeId(doc, letter).slice(1)));
      renamed.set(item.id, `${letter}${Math.max(...highest) + renamed.size}`);
    }
  }
  if (!renamed.size) return mine;
  const id = (value) => renamed.get(value) ?? value;
  const REFERENCES = ["id", "attribution", "speaker", "parent", "target"];
  const again = (item) => {
    const copy = { ...item };
    for (const key of REFERENCES) if (typeof copy[key] === "string") copy[key] = id(copy[key]);
    if (typeof copy.source === "string") copy.source = id(copy.source);
    return copy;
  };
  const labels = Object.entries(mine.provenance.labels).map(([name, value]) => {
    const [first, ...rest] = name.split(".");
    return [[id(first), ...rest].join("."), value];
  });
  return {
    ...mine,
    ...Object.fromEntries(PARTS.map((part) => [part, mine[part].map(again)])),
    provenance: { ...mine.provenance, labels: Object.fromEntries(labels) },
  };
}

// No reference to what is gone: speakers and attributions come back, relations without an end go.
function repaired(doc, others) {
  const next = { ...doc };
  const back = (part, id) => {
    const found = others.map((other) => entry(other, part, id)).find(Boolean);
    if (found) next[part] = [...next[part], found];
    return Boolean(found);
  };
  const has = (part, id) => id === null || position(next[part], id) >= 0 || back(part, id);
  const voiced = (item) => (has("attributions", item.attribution) ? item : { ...item, attribution: null, voice: "author" });
  next.segments = next.segments.map(voiced);
  next.spans = next.spans.map(voiced);
  for (let seen = 0; seen < next.attributions.length; seen += 1) {
    const item = next.attributions[seen];
    has("sources", item.speaker);
    has("attributions", item.parent);
  }
  for (let size = -1; size !== next.relations.length; ) {
    size = next.relations.length;
    const known = new Set(next.relations.map(({ id }) => id));
    next.relations = next.relations.filter(({ source, target, type }) =>
      position(next.segments, source) >= 0 && source !== target && (type === "undercuts" ? known.has(target) : position(next.segments, target) >= 0));
  }
  return next;
}
