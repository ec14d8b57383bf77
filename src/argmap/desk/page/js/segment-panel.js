// Everything about the current segment.

import { attributionSection } from "./attribution-section.js";
import { button, el, isDrawing, redraw, shortened } from "./dom.js";
import { border, joinNext, newSpan, segmentOfSelection, splitHere } from "./edits.js";
import { isConfirmed, recordOf, setNote } from "./labels.js";
import { labelsSection } from "./labels-section.js";
import { whenLeft } from "./leaving.js";
import { relationsSection } from "./relations-section.js";
import { spansSection } from "./spans-section.js";
import { toneSection } from "./tone-section.js";

const TYPING = 500; // ms without a key before a note is kept

export class SegmentPanel {
  static id = "segment";
  static title = "Segment";

  constructor(app, container) {
    this.app = app;
    this.container = container;
    this.note = null;
  }

  refresh() {
    const { app } = this;
    const segment = app.article.segment();
    if (!segment) {
      redraw(this.container, el("p", { class: "hint" }, "The article has no segment."));
      return;
    }
    redraw(this.container,
      this.#head(segment),
      el("div", { class: "selection-bar" }, selectionBar(app)),
      el("section", { class: "part labels-part" }, labelsSection(app, segment), this.#why()),
      attributionSection(app, segment),
      spansSection(app, segment),
      relationsSection(app, segment),
      toneSection(app, segment),
      this.#note(segment));
  }

  // The selection alone has changed: nothing else is drawn again.
  selected() {
    const bar = this.container.querySelector(".selection-bar");
    if (bar) redraw(bar, selectionBar(this.app));
  }

  #head(segment) {
    const { app } = this;
    const seen = isConfirmed(app.article.doc, segment.id);
    return el("div", { class: "panel-head" },
      el("h2", {}, segment.id, " ", el("span", { class: "count" }, `${app.article.number() + 1} of ${app.article.doc.segments.length}`)),
      button(seen ? "Confirmed ✓" : "Confirm and go on", () => (seen ? app.confirm(false) : app.confirm()), { "aria-pressed": String(seen), keep: "confirm", title: "Enter" }));
  }

  #why() {
    const { article } = this.app;
    if (!article.machine) return el("p", { class: "hint" }, "Beside this file stands no reading of argmap’s own, so there is nothing to suggest.");
    if (article.reasonsState === "none") return button("Ask argmap for its reasons", () => this.app.askReasons(), { class: "small", keep: "why" });
    if (article.reasonsState === "asked") return el("p", { class: "hint" }, "argmap reads the article again for its reasons…");
    return article.reasonsState === "failed" ? el("p", { class: "hint" }, "The reasons could not be had.") : null;
  }

  #note(segment) {
    const { app } = this;
    const { article } = app;
    if (this.note?.segment !== segment.id || this.note.article !== article) {
      this.note?.flush();
      this.note = noteOf(app, article, segment.id);
    } else if (document.activeElement !== this.note.area && !this.note.pending) {
      this.note.area.value = recordOf(article.doc, segment.id)?.note ?? "";
    }
    return this.note.section;
  }
}

function noteOf(app, article, id) {
  const area = el("textarea", { id: "note", rows: 3, maxlength: 4000, "data-keep": `${id}.note`, value: recordOf(article.doc, id)?.note ?? "" });
  // The section stays the same element while its segment is the current one, so that typing goes on.
  const section = el("section", { class: "part" }, el("h3", {}, el("label", { for: "note" }, "Note")), area);
  const made = { article, segment: id, area, section, pending: 0, flush };
  function flush() {
    clearTimeout(made.pending);
    made.pending = 0;
    const note = area.value.trim();
    if (app.article === article && article.segment(id) && note !== (recordOf(article.doc, id)?.note ?? "")) {
      app.commit(setNote(article.doc, id, note, app.by), note ? `Note on ${id} kept` : `Note on ${id} taken away`);
    }
  }
  area.addEventListener("input", () => {
    clearTimeout(made.pending);
    made.pending = setTimeout(flush, TYPING);
  });
  area.addEventListener("blur", () => { if (!isDrawing()) whenLeft(flush); });
  return made;
}

function selectionBar(app) {
  const { article } = app;
  const found = app.selection;
  const borders = [
    ["end", -1, "◂ End", "[", "End one word earlier"], ["end", 1, "End ▸", "]", "End one word later"],
    ["start", -1, "◂ Beginning", "{", "Begin one word earlier"], ["start", 1, "Beginning ▸", "}", "Begin one word later"],
  ];
  return [
    found && el("p", { class: "chosen-words" }, el("q", {}, shortened(article.text.slice(found.start, found.end), 90))),
    found && el("p", { class: "row" },
      button("Make a segment", () => segmentOfSelection(app), { title: "e" }),
      button("Split here", () => splitHere(app), { title: "s" }),
      button("Make a span", () => spanOfSelection(app), { title: "x" })),
    el("p", { class: "row" },
      borders.map(([side, step, words, key, label]) => button(words, () => border(app, side, step), { class: "small", title: key, "aria-label": label, keep: `${side}${step}` })),
      button("Join next", () => joinNext(app), { class: "small", title: "g", "aria-label": "Join with the next segment" })),
  ];
}

export function spanOfSelection(app) {
  const id = newSpan(app);
  if (id) document.querySelector(`[data-keep="${id}.label"]`)?.focus();
}
