// Another article beside this one: claims of the two are linked.

import { ArticleView } from "./article-view.js";
import { button, choice, chips, el, redraw, shortened } from "./dom.js";
import { Links } from "./links.js";
import { keyedList } from "./moving.js";

export class LinksPanel {
  static id = "links";
  static title = "Side by side";

  constructor(app, container) {
    this.app = app;
    this.container = container;
    this.links = new Links(app);
    this.kind = "same";
    this.dimension = "";
    this.others = [];
    this.form = el("div", {});
    this.list = el("div", { class: "beside words-of-text", role: "listbox", "aria-label": "The other article’s segments" });
    this.list.addEventListener("click", (event) => {
      const id = event.target.closest(".seg")?.dataset.segment;
      if (id) this.#choose(id);
    });
    keyedList(this.list, (step) => this.#step(step), () => this.#link());
  }

  async refresh() {
    const { app } = this;
    this.isShown = true;
    const names = app.desk.documents.filter(({ name }) => name !== app.article.name);
    if (!this.container.contains(this.list)) {
      this.head = el("div", {});
      this.container.replaceChildren(this.head, this.form, this.list);
    }
    if (!this.links.file) {
      try {
        await this.links.load();
      } catch (error) {
        redraw(this.head, el("p", { class: "no-map" }, error.message));
        return;
      }
    }
    if (!names.some(({ name }) => name === this.name)) this.name = names[0]?.name;
    redraw(this.head,
      el("div", { class: "panel-head" }, el("h2", {}, "Side by side")),
      choice("Other article", names.map(({ name, outlet, article }) => ({ value: name, name: outlet ?? article })), this.name, (name) => { this.name = name; this.refresh(); }));
    const other = await app.load(this.name);
    if (this.view?.article !== other || this.seen !== other.doc) {
      this.seen = other.doc;
      this.view = new ArticleView(app, this.list, { prefix: "beside-", article: other, selected: this.view?.article === other ? this.view.current : other.doc.segments[0]?.id, marks: false });
    }
    this.#draw();
  }

  hide() {
    this.isShown = false;
  }

  #step(step) {
    const { segments } = this.view.article.doc;
    const place = segments.findIndex(({ id }) => id === this.view.current);
    this.#choose(segments[Math.max(0, Math.min(segments.length - 1, place + step))].id);
  }

  #choose(id) {
    this.view.show(id, true);
    this.#draw();
  }

  #draw() {
    const { app } = this;
    const own = app.article.segment();
    const other = this.view.article.segment(this.view.current);
    if (!own || !other) return;
    const found = this.links.of(app.article, own);
    for (const node of this.list.querySelectorAll(".linked")) node.classList.remove("linked");
    for (const { other: end } of found) {
      if (end.article === this.view.article.doc.article.id) this.view.element(this.view.article.segmentAt(end.start)?.id)?.classList.add("linked");
    }
    redraw(this.form,
      el("p", { class: "pair" }, el("b", {}, own.id), " ", el("q", {}, shortened(own.text, 80))),
      el("p", { class: "pair" }, el("b", {}, "⇄"), " ", el("q", {}, shortened(other.text, 80))),
      chips("The other tells it", this.app.words.links, this.kind, (kind) => { this.kind = kind; this.#draw(); }, { keep: "link-kind" }),
      this.#needsDimension(this.kind) && choice("In what respect", [{ value: "", name: "not said" }, ...app.words.dimensions], this.dimension, (value) => { this.dimension = value; }),
      button("Link the two", () => this.#link(), { title: "Enter" }),
      found.length > 0 && el("ul", { class: "cast" }, found.map((item) => this.#row(item))));
  }

  #needsDimension(kind) {
    return ["stronger", "weaker", "contradicts"].includes(kind);
  }

  #row({ link, other, turned }) {
    const outlet = this.app.desk.documents.find(({ article }) => article === other.article)?.outlet ?? other.article;
    const kind = `${link.kind}${link.dimension ? `: ${link.dimension}` : ""}`;
    const said = turned && ["stronger", "weaker"].includes(link.kind) ? `this one is ${kind}` : kind;
    return el("li", { class: "entry" },
      el("b", {}, outlet), " ", el("span", { class: "grounds" }, said), " ", el("q", {}, shortened(other.text, 70)), " ",
      button("Unlink", async () => { if (await this.links.remove(link.id)) { this.app.say("Link removed"); this.#draw(); } }, { class: "small", keep: `${link.id}.remove`, "aria-label": `Unlink ${shortened(other.text, 40)}` }));
  }

  async #link() {
    const [one, other] = [this.app.article, this.view.article];
    const end = (article, id) => {
      const { start, end: to, text } = article.segment(id);
      return { start, end: to, text, article: article.doc.article.id };
    };
    await this.links.add(end(one, one.selected), end(other, this.view.current), this.kind, this.#needsDimension(this.kind) ? this.dimension : null);
    this.app.say("Linked");
    this.#draw();
  }
}
