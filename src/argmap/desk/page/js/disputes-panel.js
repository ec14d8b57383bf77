// What two people label differently, one after the other: what each says side by side, the guide's
// rule that decides, and the decision.

import { getDisputes } from "./api.js";
import { button, choice, el, field, redraw, shortened } from "./dom.js";
import { decide, disputedParts, isOpen } from "./disputes.js";
import { speakerName } from "./speakers.js";

const NAMES = {
  cut: "Where segments begin", text: "Which words", label: "Label", type: "Kind of relation", kind: "Kind of source", role: "Role", voice: "Voice",
  certainty: "Certainty", polarity: "Polarity", frames: "Frames", tone_towards: "Tone towards", quote: "Quotation", stance: "Stance of the cue",
  stance_to_frame: "Stance to the frame", source: "Source words", cue: "Cue", content: "Content", speaker: "Speaker", parent: "Inside", genre: "Genre",
};
const WHOLE = { a: "Attribution", x: "Span", r: "Relation", p: "Source", s: "Segment" };
const ELSEWHERE = { p: "cast" };

export class DisputesPanel {
  static id = "disputes";
  static title = "To decide";

  constructor(app, container) {
    this.app = app;
    this.container = container;
    this.lists = new Map(); // article -> its questions as the server told them, and of which version
    this.asking = new Map(); // article -> the version that is asked about, and the answer to come
    this.article = null;
    this.current = null;
    this.untouched = true; // the first step goes to the question that is shown
    this.turn = Promise.resolve(); // keys are acted on in their order, also those struck before the list is there
    app.addEventListener("saved", ({ detail }) => { if (this.lists.has(detail) || (detail === app.article && disputedParts(detail.doc).size)) this.#ask(detail); });
    app.addEventListener("open", () => this.#opened());
    container.addEventListener("keydown", (event) => this.#key(event));
  }

  get all() {
    return this.lists.get(this.app.article)?.questions ?? [];
  }

  get open() {
    return this.all.filter(({ key }) => isOpen(this.app.article.doc, key));
  }

  // Another article, or the same one as somebody else has written it: its place in the list stays.
  #opened() {
    const { article } = this.app;
    this.lists.delete(article);
    if (article === this.article) return;
    this.article = article;
    this.current = null;
    this.untouched = true;
  }

  async refresh() {
    const { article } = this.app;
    if (!this.lists.has(article)) await this.#ask(article);
    else this.#draw();
  }

  // The next question that is open, from the one that is shown; all of them where none is.
  step(by) {
    return this.#inTurn(async (article) => {
      if (!this.lists.has(article)) await this.#ask(article);
      if (article === this.app.article) this.#step(by);
    });
  }

  async #inTurn(act) {
    const { article } = this.app;
    const turn = this.turn.then(() => { if (article === this.app.article) return act(article); });
    this.turn = turn.catch(() => {}); // what failed is told where it was asked for, and holds up nothing
    return turn;
  }

  #step(by) {
    if (this.untouched && this.current) {
      this.#show(this.current);
      return;
    }
    const wanted = this.open.length ? this.open : this.all;
    if (!wanted.length) return;
    const place = this.all.findIndex(({ key }) => key === this.current);
    const after = wanted.filter(({ key }) => (this.all.findIndex((one) => one.key === key) - place) * by > 0);
    this.#show((by > 0 ? after[0] ?? wanted[0] : after.at(-1) ?? wanted.at(-1)).key);
  }

  // Ask once for each version of the file.
  #ask(article) {
    const known = this.asking.get(article);
    if (known?.base === article.base) return known.answer;
    const asked = { base: article.base };
    asked.answer = this.#fetch(article).finally(() => { if (this.asking.get(article) === asked) this.asking.delete(article); });
    this.asking.set(article, asked);
    return asked.answer;
  }

  async #fetch(article) {
    try {
      const { answer, revision } = await getDisputes(article.name);
      const doc = revision === article.revision ? article.base : null;
      const known = this.lists.get(article);
      if (known && doc !== article.doc && (doc === null || known.doc === article.doc)) return; // older than what is here
      this.lists.set(article, { questions: answer, doc });
    } catch (error) {
      if (article === this.app.article) redraw(this.container, el("p", { class: "no-map" }, error.message));
      return;
    }
    if (article === this.app.article && !this.container.hidden) this.#draw();
  }

  // Whether the list is of the article as it stands here; what is not saved yet is saved first.
  async #isCurrent(article) {
    const known = () => this.lists.get(article)?.doc === article.doc;
    if (known()) return true;
    if (!(await article.saving.settled())) return false;
    if (!known()) await this.#ask(article);
    return known();
  }

  // What a label can be made to be depends on all others: a choice waits for the list that knows them.
  // It is of the question that was shown when its turn came, or of none.
  async #choose(article, key, which) {
    const current = await this.#isCurrent(article);
    if (article !== this.app.article) return;
    const question = this.all.find((one) => one.key === key);
    const option = question && which(question);
    if (!current) this.app.say("Not decided: the file does not say yet what this page says. Once it is saved, decide again.");
    else if (option) this.#decide(question, option);
  }

  #show(key, focus = true) {
    this.current = key;
    this.untouched = false;
    const { app } = this;
    const question = this.all.find((one) => one.key === key);
    app.cancelPick();
    const home = app.article.segmentAt(question.start);
    if (home && question.end > question.start) {
      app.select(home.id, { focus: false });
      if (/^[axp]/.test(key)) app.setSelection({ start: question.start, end: question.end });
    }
    this.#draw();
    const shown = this.container.querySelector(".question h3");
    if (focus) shown?.focus();
  }

  #draw() {
    const { app, all } = this;
    const left = this.open.length;
    const question = all.find(({ key }) => key === this.current) ?? this.open[0] ?? all[0];
    this.current = question?.key ?? null;
    redraw(this.container,
      el("div", { class: "panel-head" }, el("h2", {}, "To decide ", el("span", { class: "count" }, `${left} of ${all.length}`)),
        el("p", { class: "row" }, button("Before", () => this.step(-1), { title: "Shift+d" }), button("Next", () => this.step(1), { title: "d" }))),
      all.length === 0 && el("p", { class: "hint" }, "Nobody differs on a label of this file."),
      all.length > 0 && el("progress", { max: all.length, value: all.length - left, "aria-label": "Decided" }),
      all.length > 0 && left === 0 && el("p", { class: "all-decided" }, "Everything is decided. The file holds each decision with who made it."),
      question && this.#question(question),
      all.length > 0 && this.#name(),
      all.length > 0 && el("details", { class: "part", open: this.listed, on: { toggle: ({ target }) => { this.listed = target.open; } } },
        el("summary", { "data-keep": "all-questions" }, `All ${all.length}`),
        el("ol", { class: "questions" }, all.map((one) => this.#row(one)))));
  }

  // At each key, so that a decision by the mouse has the name that is being typed.
  #name() {
    const made = field("Decided by", this.app.by ?? "", () => {}, { keep: "decided-by" });
    made.querySelector("input").addEventListener("input", ({ target }) => { this.app.by = target.value.trim() || null; });
    return made;
  }

  #row({ key, quote }) {
    const { doc } = this.app.article;
    return el("li", {}, button(title(key), () => this.#show(key), { class: "plain small", keep: `question-${key}`, "aria-current": key === this.current ? "true" : null }), " ",
      el("q", {}, shortened(quote, 44)), " ", el("span", { class: `status ${doc.provenance.labels[key]?.status ?? ""}` }, verdict(doc, key)));
  }

  #question(question) {
    const { app } = this;
    const { article } = app;
    const { key, quote, rule, choices, others } = question;
    const words = (said) => inWords(article, key, said);
    const more = others.filter(({ make, stands }) => make && !stands);
    return el("section", { class: "part question", "aria-label": title(key) },
      el("h3", { tabindex: "-1", "data-keep": "question" }, title(key), " ", el("span", { class: "count" }, verdict(article.doc, key))),
      quote && el("p", {}, el("q", {}, shortened(quote, 240))),
      el("div", { class: "sides" }, choices.map((option, number) => el("button", {
        type: "button", class: "side", "data-keep": `side-${number}`, "aria-pressed": String(option.stands), disabled: !option.make && !option.stands,
        on: { click: () => this.#inTurn((here) => this.#choose(here, key, (one) => one.choices[number])) },
      }, el("span", { class: "who" }, el("kbd", {}, number + 1), " ", option.by === "stands" ? "the file" : option.by),
      el("span", { class: "what" }, words(option.said)),
      el("span", { class: "grounds" }, option.stands ? "stands in the file" : option.make ? "" : "has no place in the file any more")))),
      rule && el("p", { class: "rule" }, el("b", {}, "The guide: "), rule.text, " ", el("span", { class: "grounds" }, rule.id)),
      more.length > 0 && choice("A third label", [{ value: "", name: "choose…" }, ...more.map(({ said }, number) => ({ value: String(number), name: words(said) }))], "",
        (value) => this.#inTurn((here) => this.#choose(here, key, ({ others: all }) => all.find(({ said }) => said === more[value]?.said))), { keep: "third" }),
      key.startsWith("article") ? null : el("p", { class: "hint" }, "Something else? ",
        button(ELSEWHERE[key[0]] ? "Change it under Cast" : "Change it under Segment", () => app.tell("panel", ELSEWHERE[key[0]] ?? "segment"), { class: "small", keep: "elsewhere" }), " Any change of this label decides."));
  }

  #decide(question, option) {
    const { app } = this;
    if (!option.stands && !option.make) return;
    if (!isOpen(app.article.doc, question.key) && option.stands) return;
    const alone = aloneChanges(question, option);
    const changes = decide(app.article, question, option, app.by);
    if (!app.commit(changes, `Decided: ${title(question.key)}, ${inWords(app.article, question.key, option.said)}`)) return;
    for (const one of [...question.choices, ...question.others]) one.stands = one.said === option.said;
    if (alone) this.lists.get(app.article).doc = app.article.doc;
    if (this.open.length) this.#step(1);
    else this.#draw();
  }

  #key(event) {
    if (event.ctrlKey || event.metaKey || event.altKey || event.target.matches("input, select, textarea")) return;
    if (!/^[dD1-9]$/.test(event.key)) return;
    event.preventDefault();
    if (event.key === "d") this.step(1);
    else if (event.key === "D") this.step(-1);
    else this.#inTurn((article) => this.#choose(article, this.current, ({ choices }) => choices[event.key - 1]));
  }
}

// Whether what the other labels can be made to be stays as the server told it.
function aloneChanges({ key }, { stands, make }) {
  return stands || !(make.remove || make.cuts.length || key.endsWith(".parent"));
}

function title(key) {
  const [id, label, was] = key.split(".");
  if (was && label.startsWith("s")) return `${title(key.slice(id.length + 1))}, joined into ${id}`;
  if (id === "article") return NAMES[label] ?? label;
  return label ? `${NAMES[label] ?? label.replaceAll("_", " ")}, ${id}` : `${WHOLE[id[0]] ?? "Part"} ${id}: is it one?`;
}

function verdict(doc, key) {
  const record = doc.provenance.labels[key];
  if (!record) return "";
  return record.status === "disputed" ? "to decide" : `decided${record.by ? ` by ${record.by}` : ""} ✓`;
}

// A label for people: without offsets, and names instead of the ids of speakers.
function inWords(article, key, said) {
  if (said === null) return key.includes(".") ? "none" : "not marked";
  const { doc } = article;
  const name = (id) => speakerName(doc, article.entry("attributions", id)) ?? id;
  if (key.endsWith(".speaker")) return article.entry("sources", said)?.name ?? said;
  if (key.endsWith(".parent")) return `inside ${said}, ${name(said)}`;
  const ends = /^(\w+) (\S+) → (\S+)$/.exec(said);
  if (ends && key.startsWith("r")) return `${ends[1]}: ${ends.slice(2).map((id) => `${id} “${shortened(article.segment(id)?.text ?? "", 70)}”`).join(" → ")}`;
  if (key.endsWith(".cut")) return said.split(" | ").map((piece) => shortened(piece, 110)).join("  ┃  ");
  return shortened(said.replace(/\d+-\d+ (?=“)/g, "").replace(/\((a\d+)\)/, (_, id) => `to ${name(id)}, ${id}`).replaceAll("_", " "), 240);
}
