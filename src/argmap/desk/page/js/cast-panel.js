// The cast: every source of the article, to rename, to join with another, to give mentions.

import { entry } from "./changes.js";
import { button, choice, el, field, redraw, shortened } from "./dom.js";
import { chosen } from "./edits.js";
import { setLabels } from "./labels.js";
import { addMention, mergeSources, newSource, removeSource, speaking } from "./speakers.js";

const AT_ONCE = 60;

export class CastPanel {
  static id = "cast";
  static title = "Cast";

  constructor(app, container) {
    this.app = app;
    this.container = container;
    this.shown = AT_ONCE;
    this.open = null;
    this.search = "";
  }

  refresh() {
    const { app } = this;
    const { sources } = app.article.doc;
    const wanted = this.search.toLowerCase();
    const found = sources.filter(({ name }) => name.toLowerCase().includes(wanted));
    redraw(this.container,
      el("div", { class: "panel-head" },
        el("h2", {}, "Cast ", el("span", { class: "count" }, sources.length)),
        button("New source", () => this.#add())),
      sources.length > 12 && this.#search(),
      el("ul", { class: "cast" }, found.slice(0, this.shown).map((item) => this.#row(item))),
      found.length > this.shown && button(`Show ${found.length - this.shown} more`, () => { this.shown += 200; this.refresh(); }, { keep: "more" }));
  }

  #add() {
    const { app } = this;
    const stretch = app.selection;
    const quote = stretch && app.article.text.quote(stretch.start, stretch.end);
    const { id, changes } = newSource(app.article.doc, quote?.text ?? "New source", quote ? [quote] : []);
    this.open = id;
    this.search = "";
    this.shown = app.article.doc.sources.length + 1;
    app.commit(changes, "New source");
    const name = this.container.querySelector(`[data-keep="${id}.name"]`);
    name?.focus();
    name?.select();
  }

  #search() {
    const made = field("Search", this.search, () => {}, { keep: "cast-search" });
    made.querySelector("input").addEventListener("input", ({ target }) => { this.search = target.value; this.refresh(); });
    return made;
  }

  #row(item) {
    const said = speaking(this.app.article.doc, item.id).length;
    const opened = this.open === item.id;
    return el("li", { class: "entry" },
      button(item.name, () => { this.open = opened ? null : item.id; this.refresh(); }, { class: "plain", "aria-expanded": String(opened), keep: `${item.id}.open` }),
      el("span", { class: "grounds" }, ` ${said} said, ${item.mentions.length} mention${item.mentions.length === 1 ? "" : "s"}`),
      opened && this.#details(item));
  }

  #details(item) {
    const { app } = this;
    const { doc } = app.article;
    const set = (values, words) => app.commit(setLabels(doc, "sources", item.id, values, app.by), words);
    const others = doc.sources.filter(({ id }) => id !== item.id).slice(0, 300).map(({ id, name }) => ({ value: id, name: shortened(name, 48) }));
    return el("div", { class: "details", role: "group", "aria-label": item.name },
      field("Name", item.name, (name) => (name ? set({ name }, "Renamed") : app.say("A source needs a name.")), { keep: `${item.id}.name` }),
      choice("Kind", app.words.sourceKinds.map(({ value, name }) => ({ value, name })), item.kind, (kind) => set({ kind }, "Kind set"), { keep: `${item.id}.kind` }),
      field("Description", item.description, (text) => set({ description: text || null }, "Description set"), { keep: `${item.id}.description` }),
      el("ul", { class: "mentions" }, item.mentions.map((quote) => el("li", {},
        button(shortened(quote.text, 40), () => app.select(app.article.segmentAt(quote.start).id), { class: "plain", keep: `${item.id}.${quote.start}` }), " ",
        button("Remove", () => set({ mentions: item.mentions.filter((one) => one !== quote) }, "Mention removed"), { class: "small", keep: `${item.id}.${quote.start}-remove`, "aria-label": `Remove mention ${shortened(quote.text, 40)}` })))),
      button("Add selection as mention", () => {
        const found = chosen(app);
        if (found) app.commit(addMention(doc, item.id, app.article.text.quote(found.start, found.end), app.by), "Mention added");
      }, { class: "small", keep: `${item.id}.mention` }),
      choice("Is the same as", [{ value: "", name: "choose to merge…" }, ...others], "", (into) => this.#merge(item.id, into), { keep: `${item.id}.merge` }),
      button("Delete source", () => app.commit(removeSource(doc, item.id, app.by), "Source deleted"), { class: "small", keep: `${item.id}.delete` }));
  }

  #merge(from, into) {
    if (!into) return;
    const { app } = this;
    const { name } = entry(app.article.doc, "sources", into);
    this.open = into;
    app.commit(mergeSources(app.article.doc, from, into, app.by), `Merged into ${name}`);
    this.container.querySelector(`[data-keep="${into}.open"]`)?.focus();
  }
}
