// The article: paragraphs of segments, drawn once; a change draws only the paragraphs that it touches.

import { el } from "./dom.js";
import { disputedParts } from "./disputes.js";
import { isConfirmed, recordOf } from "./labels.js";
import { speakerName } from "./speakers.js";

const plain = (label) => label.replaceAll("_", " ");

export class ArticleView {
  constructor(app, container, { prefix, article, selected, marks = true }) {
    Object.assign(this, { app, container, prefix, article, marks });
    this.letters = Object.fromEntries(app.words.roles.map(({ value, letter }) => [value, letter]));
    this.starts = new WeakMap(); // text node -> code point where it begins
    this.current = selected;
    this.paragraphs = [];
    this.draw();
  }

  draw() {
    this.#sort();
    this.paragraphs = this.article.blocks.map((block, number) => {
      const made = el("div", { class: block[2] ? "para heading" : "para", role: "group", "aria-label": block[2] ? "Heading" : `Paragraph ${number + 1}` });
      this.#fill(made, number);
      return made;
    });
    this.container.replaceChildren(...this.paragraphs);
    this.mark(this.current);
  }

  // Draw again what a change touches: the paragraphs of its entries, before and after.
  refresh(changes) {
    this.#sort();
    const touched = new Set();
    const add = (item) => {
      if (item?.start === undefined) return;
      for (let number = this.article.blockAt(item.start); number <= this.article.blockAt(Math.max(item.start, item.end - 1)); number += 1) touched.add(number);
    };
    const speakers = new Set();
    for (const { part, id, was, now } of changes) {
      if (part === "segments" || part === "spans") [was, now, this.article.entry(part, id)].forEach(add);
      else if (part === "labels") add(this.article.segment(id.split(".")[0]));
      else if (part === "sources" || part === "attributions") speakers.add(id);
    }
    if (speakers.size) {
      for (const item of this.article.doc.segments) {
        const attribution = this.article.entry("attributions", item.attribution);
        if (attribution && (speakers.has(attribution.id) || speakers.has(attribution.speaker))) add(item);
      }
    }
    const focused = this.container.contains(document.activeElement);
    for (const number of touched) this.#fill(this.paragraphs[number], number);
    this.mark(this.article === this.app.article ? this.article.selected : this.current);
    if (focused && !this.container.contains(document.activeElement)) this.element(this.current)?.focus({ preventScroll: true });
  }

  element(id) {
    return id ? document.getElementById(`${this.prefix}${id}`) : null;
  }

  // Show which segment is the current one.
  mark(id) {
    for (const rest of this.container.getElementsByClassName("goes-on")) {
      const { parentElement } = rest;
      parentElement.classList.toggle("current", parentElement.dataset.segment === id);
    }
    const old = this.element(this.current);
    if (old) {
      old.setAttribute("aria-selected", "false");
      old.tabIndex = -1;
    }
    this.current = id;
    const now = this.element(id);
    if (!now) return;
    now.setAttribute("aria-selected", "true");
    now.tabIndex = 0;
  }

  show(id, focus) {
    this.mark(id);
    const now = this.element(id);
    if (!now) return;
    if (focus) now.focus({ preventScroll: true });
    now.scrollIntoView({ block: "nearest", inline: "nearest" });
  }

  #sort() {
    if (this.sorted === this.article.doc.spans) return;
    this.sorted = this.article.doc.spans;
    this.spans = [...this.article.doc.spans].sort((one, other) => one.start - other.start);
    this.longest = this.spans.reduce((most, { start, end }) => Math.max(most, end - start), 0);
  }

  // The spans that touch a stretch: those from the first that could reach it.
  #spansIn(start, end) {
    let [low, high] = [0, this.spans.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if (this.spans[middle].start < start - this.longest) low = middle + 1;
      else high = middle;
    }
    const found = [];
    for (; low < this.spans.length && this.spans[low].start < end; low += 1) if (this.spans[low].end > start) found.push(this.spans[low]);
    return found;
  }

  #fill(paragraph, number) {
    const [start, end] = this.article.blocks[number];
    const children = [];
    let reached = start;
    const { segments } = this.article.doc;
    const first = this.article.segmentAt(start);
    for (let place = first ? this.article.number(first.id) : 0; place < segments.length && segments[place].start < end; place += 1) {
      const item = segments[place];
      const [from, to] = [Math.max(item.start, start), Math.min(item.end, end)];
      if (from >= to) continue;
      if (from > reached) children.push(this.#words(reached, from));
      children.push(this.#segment(item, from, to));
      reached = to;
    }
    if (reached < end) children.push(this.#words(reached, end));
    paragraph.replaceChildren(...children);
  }

  #words(start, end) {
    const node = document.createTextNode(this.article.text.slice(start, end));
    this.starts.set(node, start);
    return node;
  }

  #segment(item, from, to) {
    const begins = from === item.start;
    const { doc } = this.article;
    const made = el("span", {
      class: `seg ${item.role} ${item.voice}`, role: "option", "aria-selected": "false", tabindex: "-1",
      id: begins ? `${this.prefix}${item.id}` : null, "data-segment": item.id,
    });
    if (!begins) { // the rest of a segment that began in another paragraph
      made.classList.toggle("current", item.id === this.current);
      made.append(el("span", { class: "vh" }, `${item.id} goes on: `), el("span", { class: "tag goes-on", "aria-hidden": "true" }, "…"));
    } else {
      const seen = isConfirmed(doc, item.id);
      made.append(
        el("span", { class: "vh" }, `${describe(this.article, item)}: `),
        el("span", { class: `tag ${item.role}`, "aria-hidden": "true" }, this.letters[item.role] + (seen ? " ✓" : "") + (recordOf(doc, item.id)?.note ? " ✎" : "") + (disputedParts(doc).has(item.id) ? " ≠" : "")),
      );
    }
    const said = el("span", { class: `said ${item.certainty}` });
    said.append(...(this.marks ? this.#runs(from, to) : [this.#words(from, to)]));
    made.append(said);
    return made;
  }

  // The words, cut where spans begin and end.
  #runs(start, end) {
    const spans = this.#spansIn(start, end);
    if (!spans.length) return [this.#words(start, end)];
    const cuts = [...new Set([start, end, ...spans.flatMap((item) => [Math.max(start, item.start), Math.min(end, item.end)])])].sort((one, other) => one - other);
    return cuts.slice(1).map((to, number) => {
      const from = cuts[number];
      const over = spans.filter((item) => item.start <= from && item.end >= to);
      if (!over.length) return this.#words(from, to);
      const title = over.map((item) => `${item.layer}: ${plain(item.label)}`).join("; ");
      return el("mark", { class: [...new Set(over.map(({ layer }) => layer))].join(" "), title }, this.#words(from, to));
    });
  }

  // The code point at a place of the DOM; null outside the words.
  pointOf(node, offset) {
    if (this.starts.has(node)) {
      const start = this.starts.get(node);
      return this.article.text.point(this.article.text.unit(start) + offset);
    }
    const host = node.nodeType === Node.ELEMENT_NODE ? node : node.parentElement;
    if (!host || !this.container.contains(host)) return null;
    const inside = node.nodeType === Node.ELEMENT_NODE ? [...host.childNodes].slice(offset) : [];
    for (const child of [...inside, host.closest(".seg")]) {
      const first = child && this.#firstWords(child);
      if (first) return this.starts.get(first);
    }
    const last = this.#lastWords(host);
    return last ? this.article.text.point(this.article.text.unit(this.starts.get(last)) + last.length) : null;
  }

  #firstWords(node) {
    if (this.starts.has(node)) return node;
    for (const child of node.childNodes) {
      const found = this.#firstWords(child);
      if (found) return found;
    }
    return null;
  }

  #lastWords(node) {
    if (this.starts.has(node)) return node;
    for (const child of [...node.childNodes].reverse()) {
      const found = this.#lastWords(child);
      if (found) return found;
    }
    return null;
  }

  // Where a code point stands in the DOM, as [text node, offset].
  domAt(point, atEnd = false) {
    const paragraph = this.paragraphs[this.article.blockAt(atEnd ? point - 1 : point)];
    const walker = document.createTreeWalker(paragraph, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      if (!this.starts.has(node)) continue;
      const { text } = this.article;
      const offset = text.unit(point) - text.unit(this.starts.get(node));
      if (atEnd ? offset > 0 && offset <= node.length : offset >= 0 && offset < node.length) return [node, offset];
    }
    return null;
  }
}

// All labels of a segment in words, for screen readers and titles.
export function describe(article, item) {
  const parts = [item.claim_type || item.evidence_type ? `${item.role}, ${plain(item.claim_type || item.evidence_type)}` : item.role];
  if (item.voice !== "author") {
    const name = speakerName(article.doc, article.entry("attributions", item.attribution));
    parts.push(item.voice === "mixed" ? `own voice with words of ${name ?? "nobody named"}` : `attributed to ${name ?? "nobody named"}`);
  }
  if (item.certainty !== "certain") parts.push(item.certainty);
  if (item.polarity === "negative") parts.push("negated");
  if (isConfirmed(article.doc, item.id)) parts.push("confirmed");
  if (disputedParts(article.doc).has(item.id)) parts.push("to decide");
  return parts.join(", ");
}
