// The panels beside the article, as tabs. A new one is a class with `id`, `title`, `refresh` and,
// where it needs to know, `hide` and `selected`; it is shown where it stands in this list.

import { ArticlePanel } from "./article-panel.js";
import { CastPanel } from "./cast-panel.js";
import { disputedParts } from "./disputes.js";
import { DisputesPanel } from "./disputes-panel.js";
import { el } from "./dom.js";
import { LinksPanel } from "./links-panel.js";
import { MapPanel } from "./map-panel.js";
import { SegmentPanel } from "./segment-panel.js";

const PANELS = [DisputesPanel, SegmentPanel, CastPanel, MapPanel, LinksPanel, ArticlePanel];

export class Panels {
  constructor(app, tabs, host) {
    this.app = app;
    this.panels = new Map();
    this.tabs = new Map();
    const { documents } = app.desk;
    const disputed = documents.some((one) => one.disputed);
    for (const Panel of PANELS.filter((one) => one !== LinksPanel || documents.length > 1)) {
      const container = el("div", { class: `panel panel-${Panel.id}`, id: `panel-${Panel.id}`, role: "tabpanel", "aria-labelledby": `tab-${Panel.id}`, tabindex: "-1", hidden: true });
      host.append(container);
      this.panels.set(Panel.id, new Panel(app, container));
      const tab = el("button", {
        type: "button", role: "tab", id: `tab-${Panel.id}`, "aria-controls": `panel-${Panel.id}`, "aria-selected": "false", tabindex: "-1",
        on: { click: () => this.show(Panel.id), keydown: (event) => this.#move(event, Panel.id) },
      }, Panel.title);
      tab.hidden = Panel === DisputesPanel && !disputed;
      tabs.append(tab);
      this.tabs.set(Panel.id, tab);
    }
    this.current = null;
    for (const type of ["open", "change", "select", "machine", "settled"]) {
      app.addEventListener(type, () => { if (!app.holding) this.refresh(); });
    }
    // A file may come to be disputed while it is open: what `argmap merge` wrote is to be decided too.
    for (const type of ["open", "change"]) {
      app.addEventListener(type, () => { if (disputedParts(app.article.doc).size) this.tabs.get(DisputesPanel.id).hidden = false; });
    }
    app.addEventListener("panel", ({ detail }) => this.show(detail));
    app.addEventListener("selection", () => this.#panel()?.selected?.());
  }

  panel(id) {
    return this.panels.get(id);
  }

  async show(id) {
    if (!this.panels.has(id) || this.tabs.get(id).hidden) return;
    for (const [name, tab] of this.tabs) {
      const on = name === id;
      tab.setAttribute("aria-selected", String(on));
      tab.tabIndex = on ? 0 : -1;
      this.panels.get(name).container.hidden = !on;
      if (!on) this.panels.get(name).hide?.();
    }
    this.current = id;
    return this.refresh();
  }

  // Done when the panel has drawn itself; one that asks the server first takes a moment.
  async refresh() {
    if (this.app.article) await this.#panel()?.refresh();
  }

  #panel() {
    return this.panels.get(this.current);
  }

  #move(event, id) {
    const names = [...this.tabs.keys()].filter((name) => !this.tabs.get(name).hidden);
    const by = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
    if (!by) return;
    event.preventDefault();
    const next = names[(names.indexOf(id) + by + names.length) % names.length];
    this.show(next);
    this.tabs.get(next).focus();
  }
}
