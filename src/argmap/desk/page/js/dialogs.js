// The help with all keys, and the two versions of labels that two people changed at once.

import { count } from "./saving.js";
import { download } from "./article-panel.js";
import { button, el, shortened } from "./dom.js";
import { KEYS } from "./keys.js";

export class Help {
  constructor() {
    this.dialog = el("dialog", { class: "help", "aria-labelledby": "help-title" },
      el("div", { class: "dialog-head" }, el("h2", { id: "help-title" }, "Keys"), button("Close", () => this.dialog.close())),
      el("p", { class: "hint" }, "They work while the article has the focus; everything can be done with the mouse too."),
      el("div", { class: "key-groups" }, KEYS.map(({ group, entries }) => el("section", {},
        el("h3", {}, group),
        el("dl", {}, entries.filter(({ does }) => does).map(({ shown, does }) => el("div", {},
          el("dt", {}, shown.map((key) => el("kbd", {}, key))), el("dd", {}, does))))))));
    document.body.append(this.dialog);
  }

  show() {
    if (!this.dialog.open) this.dialog.showModal();
  }
}

export class ConflictDialog {
  constructor(app) {
    this.app = app;
    this.body = el("div", {});
    this.dialog = el("dialog", { class: "conflict", "aria-labelledby": "conflict-title" },
      el("h2", { id: "conflict-title" }, "This file was changed elsewhere too"), this.body);
    document.body.append(this.dialog);
    app.addEventListener("conflict", ({ detail }) => { if (detail.article === app.article) this.show(detail); });
  }

  show(saving) {
    this.saving = saving;
    const { merge, article } = saving;
    const picks = new Map();
    const done = button("Save what is chosen", () => {
      this.dialog.close();
      saving.settle(new Set([...picks].filter(([, side]) => side === "mine").map(([name]) => name)));
    }, { disabled: true, class: "main-button" });
    const choose = (name, side) => {
      picks.set(name, side);
      done.disabled = picks.size < merge.conflicts.length;
    };
    const rows = merge.conflicts.map((conflict, number) => row(article, merge, conflict, number, choose));
    const all = (side) => () => {
      for (const { name } of merge.conflicts) choose(name, side);
      for (const input of this.body.querySelectorAll(`input[value="${side}"]`)) input.checked = true;
    };
    this.body.replaceChildren(
      el("p", { class: "hint" }, `Nothing was overwritten. ${count(merge.conflicts.length, "label")} ${merge.conflicts.length === 1 ? "has" : "have"} one value in the file and another here; choose for each. All other changes of both sides are kept.`),
      el("p", { class: "row" }, button("All as in the file", all("theirs")), button("All as here", all("mine"))),
      el("div", { class: "conflict-rows" }, rows),
      el("p", { class: "row" }, done,
        button("Download your version", () => download(article)),
        button("Decide later", () => this.dialog.close())));
    if (!this.dialog.open) this.dialog.showModal();
  }
}

function row(article, merge, { name, change, mine, theirs }, number, choose) {
  const radio = (side, heading, value) => el("label", { class: "version" },
    el("input", { type: "radio", name: `conflict-${number}`, value: side, on: { change: () => choose(name, side) } }),
    el("span", {}, el("b", {}, heading), el("span", { class: "value" }, value)));
  const cuts = name === "cuts";
  return el("fieldset", { class: "conflict-row" },
    el("legend", {}, cuts ? "Where segments begin and end" : title(article, merge, change)),
    radio("theirs", "In the file", cuts ? count(theirs, "segment") : show(theirs, change)),
    radio("mine", "Here", cuts ? count(mine, "segment") : show(mine, change)));
}

function title(article, merge, { part, id, key }) {
  const item = article.entry(part, id) ?? merge.theirs[part]?.find?.((one) => one.id === id);
  const words = item?.text ?? item?.name ?? item?.cue?.text ?? "";
  return [id, key?.replaceAll("_", " "), words && `“${shortened(words, 60)}”`].filter(Boolean).join(" ");
}

function show(value, { key }) {
  if (value === null || value === undefined) return key === null ? "deleted" : "none";
  if (Array.isArray(value)) return value.map((one) => (typeof one === "object" ? (one.text ?? one.target) : String(one))).join(", ").replaceAll("_", " ") || "none";
  if (typeof value === "object") return shortened(value.text ?? value.name ?? JSON.stringify(value), 160);
  return String(value).replaceAll("_", " ");
}
