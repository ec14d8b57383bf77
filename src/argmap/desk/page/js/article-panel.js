// What is known of the article, and how far the work has come.

import { choice, button, el, field, redraw } from "./dom.js";
import { isConfirmed, recordOf } from "./labels.js";

const FIELDS = { title: "Title", outlet: "Outlet", author: "Author", published: "Published", url: "Address" };

export class ArticlePanel {
  static id = "article";
  static title = "Article";

  constructor(app, container) {
    this.app = app;
    this.container = container;
  }

  refresh() {
    const { app } = this;
    const { doc } = app.article;
    const set = (key, now) => app.commit([{ part: "article", id: doc.article.id, key, was: doc.article[key], now }], `${FIELDS[key] ?? "Genre"}: ${now ?? "none"}`);
    const notes = doc.segments.filter(({ id }) => recordOf(doc, id)?.note);
    redraw(this.container,
      el("div", { class: "panel-head" }, el("h2", {}, "Article")),
      Object.entries(FIELDS).map(([key, name]) => field(name, doc.article[key], (typed) => set(key, typed || null), { keep: `article.${key}` })),
      choice("Genre", app.words.genres, doc.article.genre, (value) => set("genre", value)),
      el("section", { class: "part" }, el("h3", {}, "Notes ", el("span", { class: "count" }, notes.length)),
        el("ul", { class: "cast" }, notes.map((item) => el("li", { class: "entry" },
          button(item.id, () => app.select(item.id), { class: "small", keep: `note-${item.id}` }), " ", recordOf(doc, item.id).note)))),
      el("section", { class: "part" }, el("h3", {}, "By role"),
        el("ul", { class: "cast" }, app.words.roles.map(({ value, name }) => {
          const all = doc.segments.filter(({ role }) => role === value);
          const seen = all.filter(({ id }) => isConfirmed(doc, id)).length;
          return el("li", {}, `${name}: ${all.length}, ${seen} confirmed`);
        }))),
      button("Download this version", () => download(app.article), { keep: "download" }));
  }
}

// The document as it stands on the page, saved or not.
export function download(article) {
  const content = `${JSON.stringify(article.doc, null, 2)}\n`;
  const link = el("a", { href: URL.createObjectURL(new Blob([content], { type: "application/json" })), download: `${article.name}.json` });
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 1000);
}
