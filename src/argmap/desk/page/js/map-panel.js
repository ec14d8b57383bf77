// The argument map, drawn anew after each saving; relations are drawn from node to node with the mouse.

import { getMap } from "./api.js";
import { button, el, redraw } from "./dom.js";
import { relate } from "./edits.js";
import { relationsSection } from "./relations-section.js";

const STEP = 1.25;

export class MapPanel {
  static id = "map";
  static title = "Map";

  constructor(app, container) {
    this.app = app;
    this.container = container;
    this.scale = 0.75;
    this.pane = el("div", { class: "map-pane", tabindex: "0", role: "region", "aria-label": "Argument map" });
    this.outline = el("div", { class: "outline" });
    this.relations = el("div", {});
    this.drawn = "";
    this.#drag();
    app.addEventListener("saved", ({ detail }) => { if (detail === app.article && this.isShown) this.draw(); });
  }

  refresh() {
    this.isShown = true;
    if (!this.container.contains(this.pane)) {
      this.container.replaceChildren(
        el("div", { class: "panel-head" }, el("h2", {}, "Map"),
          el("span", { class: "row" },
            button("−", () => this.#zoom(1 / STEP), { class: "small", "aria-label": "Smaller" }),
            button("+", () => this.#zoom(STEP), { class: "small", "aria-label": "Larger" }))),
        el("p", { class: "hint" }, "Click a node to go to its sentence; drag from one node to another to relate them."),
        this.pane, this.relations,
        el("details", { class: "part" }, el("summary", {}, "The same as an outline"), this.outline));
    }
    const segment = this.app.article.segment();
    redraw(this.relations, segment && relationsSection(this.app, segment, `Relations of ${segment.id}`));
    const key = `${this.app.article.name} ${this.app.article.revision} ${this.answer?.whole === false ? this.app.article.selected : ""}`;
    if (key !== this.drawn) this.draw(key);
    else this.#mark();
  }

  hide() {
    this.isShown = false;
  }

  async draw(key = "") {
    const { article } = this.app;
    this.drawn = key || `${article.name} ${article.revision} ${this.answer?.whole === false ? article.selected : ""}`;
    const asked = (this.asked = Symbol("map"));
    let answer;
    try {
      answer = await getMap(article.name, article.selected);
    } catch (error) {
      answer = { svg: null, reason: error.message, outline: [] };
    }
    if (asked !== this.asked || article !== this.app.article) return;
    this.answer = answer;
    this.pane.replaceChildren(answer.svg ? picture(answer.svg) : el("p", { class: "no-map" }, answer.reason));
    this.outline.replaceChildren(this.#list(answer.outline));
    this.svg = this.pane.querySelector("svg");
    if (this.svg) {
      this.size = ["width", "height"].map((name) => Number(this.svg.getAttribute(name)));
      this.#nodes();
      this.#zoom(1);
    }
    this.#mark(true);
  }

  #nodes() {
    this.byId = new Map();
    for (const link of this.pane.querySelectorAll("a[href^='#']")) {
      const id = link.getAttribute("href").slice(1).replace(`${this.app.article.doc.article.id}-`, "");
      link.removeAttribute("href");
      link.removeAttribute("id");
      link.setAttribute("tabindex", "0");
      link.setAttribute("role", "button");
      link.dataset.segment = id;
      link.addEventListener("click", () => this.app.select(id, { focus: false }));
      link.addEventListener("keydown", (event) => { if (event.key === "Enter") this.app.select(id); });
      this.byId.set(id, link);
    }
  }

  #mark(scroll = false) {
    for (const node of this.pane.querySelectorAll(".chosen-node")) node.classList.remove("chosen-node");
    const node = this.byId?.get(this.app.article.selected);
    if (!node) return;
    node.classList.add("chosen-node");
    const box = node.getBoundingClientRect();
    const frame = this.pane.getBoundingClientRect();
    const outside = box.left < frame.left || box.right > frame.right || box.top < frame.top || box.bottom > frame.bottom;
    if (scroll || outside) {
      this.pane.scrollLeft += box.left + box.width / 2 - frame.left - frame.width / 2;
      this.pane.scrollTop += box.top + box.height / 2 - frame.top - frame.height / 2;
    }
  }

  #zoom(factor) {
    this.scale = Math.max(0.15, Math.min(3, this.scale * factor));
    if (!this.svg) return;
    this.svg.setAttribute("width", Math.round(this.size[0] * this.scale));
    this.svg.setAttribute("height", Math.round(this.size[1] * this.scale));
  }

  // From one node to another: a relation.
  #drag() {
    const nodeAt = (event) => document.elementFromPoint(event.clientX, event.clientY)?.closest("a[data-segment]");
    let from = null;
    this.pane.addEventListener("pointerdown", (event) => {
      from = event.button === 0 ? (nodeAt(event)?.dataset.segment ?? null) : null;
      if (from) event.preventDefault();
    });
    this.pane.addEventListener("pointermove", (event) => {
      this.pane.classList.toggle("drawing", Boolean(from) && nodeAt(event)?.dataset.segment !== from);
    });
    this.pane.addEventListener("pointerup", (event) => {
      const to = nodeAt(event)?.dataset.segment;
      this.pane.classList.remove("drawing");
      if (from && to && from !== to && !this.app.picking) {
        const source = from;
        this.app.select(source, { focus: false });
        relate(this.app, source, to);
      }
      from = null;
    });
    this.pane.addEventListener("dragstart", (event) => event.preventDefault());
  }

  #list(items) {
    if (!items.length) return el("p", { class: "hint" }, "There is nothing to list.");
    return el("ul", {}, items.map((item) => el("li", {},
      item.relation && el("span", { class: `relation ${item.type ?? ""}` }, `${item.relation}: `),
      item.id ? button(item.text, () => this.app.select(item.id), { class: "plain", keep: null }) : el("b", {}, item.text),
      item.label && el("span", { class: "outline-label" }, ` ${item.label}`),
      item.children.length ? this.#list(item.children) : null)));
  }
}

// The server has cleaned the picture; it is parsed as XML and never as HTML, and nothing in it runs.
function picture(svg) {
  const parsed = new DOMParser().parseFromString(svg, "image/svg+xml");
  if (parsed.querySelector("parsererror")) return el("p", { class: "no-map" }, "The map cannot be shown.");
  return document.importNode(parsed.documentElement, true);
}
