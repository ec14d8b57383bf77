// Undo and redo of a person's own changes; what somebody else wrote meanwhile is never undone.

import { inverse, same, valueOf } from "./changes.js";

const LONGEST = 500;

export class History {
  constructor() {
    this.done = [];
    this.undone = [];
  }

  note(changes, said, selected) {
    this.done.push({ changes, said, selected });
    if (this.done.length > LONGEST) this.done.shift();
    this.undone = [];
  }

  undo(doc) {
    return this.#take(doc, this.done, this.undone);
  }

  redo(doc) {
    return this.#take(doc, this.undone, this.done);
  }

  // The changes that take the last step back, or null; `stale` where others have changed its labels.
  #take(doc, from, to) {
    const step = from.pop();
    if (!step) return null;
    const changes = inverse(step.changes);
    if (!fits(doc, changes)) return { ...step, stale: true, changes: [] };
    to.push({ ...step, changes });
    return { ...step, changes };
  }
}

// Each change finds the value that it replaces, those before it taken into account.
function fits(doc, changes) {
  const seen = new Set();
  for (const change of changes) {
    const name = `${change.part}/${change.id}`;
    if (!seen.has(name) && !same(valueOf(doc, change), change.was)) return false;
    if (change.key === null) seen.add(name);
  }
  return true;
}
