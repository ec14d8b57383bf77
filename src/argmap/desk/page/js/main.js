// The desk: the article on one side, what is said of it on the other.

import { getDesk } from "./api.js";
import { App } from "./app.js";
import { ArticleView } from "./article-view.js";
import { ConflictDialog, Help } from "./dialogs.js";
import { el } from "./dom.js";
import { listenToKeys } from "./keys.js";
import { Panels } from "./panels.js";
import { Selection } from "./selection.js";
import { TopBar } from "./top-bar.js";

const by = (id) => document.getElementById(id);

async function start() {
  const app = new App(await getDesk());
  const text = by("text");
  let view = null;
  const desk = { app, view: () => view };
  desk.help = new Help();
  desk.selection = new Selection(app, desk.view);
  desk.panels = new Panels(app, by("tabs"), by("panels"));
  new TopBar(app, by("top"), { help: desk.help, conflict: new ConflictDialog(app) });

  app.addEventListener("open", () => {
    const { article } = app;
    document.title = `${article.doc.article.title ?? article.name} – argmap`;
    text.lang = article.doc.article.language;
    text.setAttribute("aria-label", `Segments of ${article.doc.article.outlet ?? article.name}`);
    const focused = text.contains(document.activeElement);
    view = new ArticleView(app, text, { prefix: "seg-", article, selected: article.selected });
    view.show(article.selected, focused);
  });
  app.addEventListener("change", ({ detail }) => view.refresh(detail));
  app.addEventListener("select", ({ detail }) => view.show(app.article.selected, detail.focus));
  app.addEventListener("pick", () => {
    by("prompt").textContent = app.picking?.prompt ?? "";
    text.classList.toggle("picking", Boolean(app.picking));
    if (app.picking) view.element(app.article.selected)?.focus();
  });
  let line = 0;
  app.addEventListener("say", ({ detail }) => {
    clearTimeout(line);
    by("said").textContent = detail;
    line = setTimeout(() => { by("said").textContent = ""; }, 8000);
  });
  text.addEventListener("click", (event) => {
    const id = event.target.closest(".seg")?.dataset.segment;
    const words = document.getSelection();
    const dragged = words && !words.isCollapsed && text.contains(words.anchorNode);
    if (!id) return;
    if (!dragged && !app.picking) app.setSelection(null);
    app.select(dragged && !app.picking ? app.article.segmentAt(app.selection?.start ?? 0).id : id, { keepSelection: dragged });
  });
  listenToKeys(desk, text);

  await app.open(app.desk.documents[0].name);
  const deciding = Object.values(app.article.doc.provenance.labels).some(({ status }) => status === "disputed");
  desk.panels.show(deciding ? "disputes" : "segment");
  view.element(app.article.selected)?.focus();
  document.documentElement.dataset.ready = "";
}

start().catch((error) => {
  by("said").textContent = "";
  by("text").replaceChildren(el("p", { class: "no-map" }, error.message));
});
