// One annotation file on the desk: as it is saved, as it stands now, and what the machine said of it.

import { apply, entry, position } from "./changes.js";
import { History } from "./history.js";
import { ArticleText } from "./text.js";

export class Article {
  constructor(name, { document, blocks, writable }, revision) {
    this.name = name;
    this.base = document;
    this.doc = document;
    this.revision = revision;
    this.blocks = blocks;
    this.writable = writable;
    this.text = new ArticleText(document.text);
    this.history = new History();
    this.selected = document.segments[0]?.id ?? null;
    this.machine = null;
    this.reasons = new Map();
    this.reasonsState = "none"; // none, asked, here, failed
  }

  change(changes) {
    this.doc = apply(this.doc, changes);
  }

  entry(part, id) {
    return entry(this.doc, part, id);
  }

  segment(id = this.selected) {
    return entry(this.doc, "segments", id);
  }

  number(id = this.selected) {
    return position(this.doc.segments, id);
  }

  // The segment at a place, or the next behind it.
  segmentAt(point) {
    const { segments } = this.doc;
    let [low, high] = [0, segments.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if (segments[middle].end <= point) low = middle + 1;
      else high = middle;
    }
    return segments[low] ?? segments.at(-1) ?? null;
  }

  blockAt(point) {
    let [low, high] = [0, this.blocks.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if (this.blocks[middle][1] <= point) low = middle + 1;
      else high = middle;
    }
    return Math.min(low, this.blocks.length - 1);
  }

  setMachine(parts) {
    this.machine = parts;
    this.machineAt = new Map((parts?.segments ?? []).map((item) => [`${item.start}-${item.end}`, item]));
  }

  // What the machine said of the same stretch of text, or null.
  suggestion(segment) {
    return this.machineAt?.get(`${segment.start}-${segment.end}`) ?? null;
  }

  setReasons(found) {
    this.reasons = new Map(found.map((item) => [`${item.start}-${item.end}`, item]));
    this.reasonsState = "here";
  }

  reasonsOf(segment) {
    return this.reasons.get(`${segment.start}-${segment.end}`) ?? null;
  }

  // How sure the machine is of the least certain label of a segment; null where it does not say.
  confidence(segment) {
    const scores = [segment.confidence, this.entry("attributions", segment.attribution)?.confidence];
    const known = scores.filter((score) => typeof score === "number");
    return known.length ? Math.min(...known) : null;
  }
}
