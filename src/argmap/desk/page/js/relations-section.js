// How the current segment bears on others, and they on it.

import { button, choice, el, percent, shortened } from "./dom.js";
import { options } from "./attribution-section.js";
import { chosen, relate, removeRelation } from "./edits.js";
import { setLabels } from "./labels.js";
import { adoptRelation, missing } from "./suggestions.js";

export function relationsSection(app, segment, heading = "Relations") {
  const { doc } = app.article;
  const own = doc.relations.filter(({ source }) => source === segment.id);
  const onIt = doc.relations.filter((item) => item.type !== "undercuts" && item.target === segment.id);
  const others = missing(app.article, "relations", segment);
  return el("section", { class: "part" },
    el("h3", {}, `${heading} `, el("span", { class: "count" }, own.length + onIt.length)),
    button("Relate to…", () => startRelation(app), { keep: "relate", title: "r" }),
    own.map((item) => row(app, item, false)),
    onIt.map((item) => row(app, item, true)),
    others.map((item) => el("p", { class: "suggestion differs" },
      "argmap: ", el("b", {}, `${item.source} ${item.type} ${item.target}`), ` ${percent(item.confidence)} `,
      button("Accept", () => app.commit(adoptRelation(app, item), "Relation accepted"), { class: "small", keep: `m-${item.id}-accept`, "aria-label": `Accept ${item.source} ${item.type} ${item.target}` }))));
}

// Choose the segment that the current one bears on.
export function startRelation(app) {
  const source = app.article.selected;
  app.pick(`Choose the segment that ${source} bears on: click it, or go there and press Enter. Esc gives up.`, (target) => {
    app.visit(source);
    const id = relate(app, source, target);
    if (id) document.querySelector(`[data-keep="${id}.type"]`)?.focus();
  });
}

function row(app, item, incoming) {
  const { article } = app;
  const cut = item.type === "undercuts" ? article.entry("relations", item.target) : null;
  const other = article.segment(incoming ? item.source : (cut?.source ?? item.target));
  const set = (values, said) => app.commit(setLabels(article.doc, "relations", item.id, values, app.by), said);
  const name = `${item.source} ${item.type} ${item.target}`;
  const types = options(app.words.relations).filter(({ value }) => value === "undercuts" === (item.type === "undercuts"));
  return el("div", { class: "entry relation-entry", role: "group", "aria-label": `Relation ${name}` },
    el("p", {}, el("b", {}, incoming ? `${item.source} → here` : cut ? `here ⊣ ${cut.source} → ${cut.target}` : `here → ${item.target}`), " ",
      el("q", {}, shortened(other?.text ?? "", 70)), " ", el("span", { class: "grounds" }, percent(item.confidence))),
    choice("Kind", types, item.type, (value) => set({ type: value }, value), { keep: `${item.id}.type` }),
    el("p", { class: "row" },
      other && button("Go there", () => app.select(other.id), { class: "small", keep: `${item.id}.go`, "aria-label": `Go to ${other.id}` }),
      button(item.cue ? `Cue: ${shortened(item.cue.text, 20)}` : "Cue from selection", () => {
        const found = chosen(app);
        if (found) set({ cue: article.text.quote(found.start, found.end) }, "Cue set");
      }, { class: "small", keep: `${item.id}.cue` }),
      button("Undercut…", () => undercut(app, item), { class: "small", keep: `${item.id}.undercut`, "aria-label": `Undercut ${name}` }),
      button("Delete", () => removeRelation(app, item.id), { class: "small", keep: `${item.id}.delete`, "aria-label": `Delete ${name}` })));
}

function undercut(app, item) {
  app.pick(`Choose the segment that denies that ${item.source} bears on ${item.target}. Esc gives up.`, (source) => {
    app.visit(source);
    relate(app, source, item.id, "undercuts");
  });
}
