// Above the article: which one, how far the work has come, whether it is saved.

import { button, el, redraw } from "./dom.js";
import { download } from "./article-panel.js";
import { isConfirmed } from "./labels.js";
import { takeIn } from "./leaving.js";

const WORDS = { saved: "Saved", waiting: "Not saved yet", saving: "Saving…", failed: "Not saved", conflict: "Not saved: changed elsewhere too" };

export class TopBar {
  constructor(app, container, { help, conflict }) {
    this.app = app;
    this.progress = el("progress", { id: "progress", max: 1, value: 0, "aria-label": "Confirmed segments" });
    this.confirmed = el("span", { class: "count" });
    this.state = el("span", { class: "save-state", role: "status" });
    this.trouble = el("div", { class: "trouble", role: "alert" });
    this.conflict = conflict;
    this.choice = el("div", {});
    container.append(
      this.choice,
      el("p", { class: "work" }, this.progress, " ", this.confirmed),
      el("p", { class: "row tools" },
        this.state,
        button("Undo", () => app.undo(), { title: "z" }), button("Redo", () => app.redo(), { title: "Shift+z" }),
        button("Least certain", () => app.leastCertain(), { title: "u" }),
        button("Keys", () => help.show(), { title: "?" })),
      this.trouble);
    for (const type of ["open", "change", "saved"]) app.addEventListener(type, () => this.#count());
    app.addEventListener("open", () => { this.#articles(); this.#saving(); });
    app.addEventListener("saving", () => this.#saving());
    app.addEventListener("gone", ({ detail }) => this.#warn(detail));
    window.addEventListener("beforeunload", (event) => {
      document.activeElement?.blur();
      takeIn();
      if (![...app.articles.values()].every(({ saving }) => saving.isClean)) event.preventDefault();
    });
  }

  #articles() {
    const { documents } = this.app.desk;
    const own = documents.find(({ name }) => name === this.app.article.name);
    if (documents.length === 1) {
      redraw(this.choice, el("h1", {}, own.outlet ?? own.article, el("span", { class: "file" }, ` ${own.file}`)));
      return;
    }
    redraw(this.choice, el("h1", { class: "vh" }, own.outlet ?? own.article), el("div", { class: "article-tabs", role: "group", "aria-label": "Articles" },
      documents.map(({ name, outlet, article }) => button(outlet ?? article, () => this.app.open(name), { "aria-pressed": String(name === own.name), keep: `open-${name}` }))));
  }

  #count() {
    const { doc } = this.app.article;
    const seen = doc.segments.filter(({ id }) => isConfirmed(doc, id)).length;
    this.progress.max = Math.max(1, doc.segments.length);
    this.progress.value = seen;
    this.confirmed.textContent = `${seen} of ${doc.segments.length} confirmed`;
  }

  #saving() {
    const { article } = this.app;
    const { saving } = article;
    this.state.textContent = article.writable ? WORDS[saving.state] : "Read-only";
    this.state.dataset.state = saving.state;
    if (saving.state === "failed") this.#warn(saving.problem, saving);
    else if (saving.state === "conflict") this.#warn("Two versions of some labels: choose between them.", saving);
    else if (!article.writable) this.#warn("This file is read-only; make it writable to change it.");
    else if (saving.state === "saved") this.trouble.replaceChildren();
  }

  #warn(sentence, saving = null) {
    const { article } = this.app;
    this.trouble.replaceChildren(
      el("p", {}, sentence), el("p", { class: "row" },
        saving?.state === "conflict" && button("Choose", () => this.conflict.show(saving)),
        saving?.state === "failed" && button("Try again", () => saving.now()),
        !saving?.isClean && button("Download your version", () => download(article))));
  }
}
