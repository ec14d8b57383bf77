// The desk's state and everything that may be done to it; views listen for its events:
// `open`, `change` (detail: changes), `panel` (show one), `settled`, `select`, `saving`, `saved`, `selection`, `pick`, `machine`.

import { getDocument, getMachine, getReasons } from "./api.js";
import { Article } from "./article.js";
import { withDecisions } from "./disputes.js";
import { confirmSegment, isConfirmed } from "./labels.js";
import { takeIn } from "./leaving.js";
import { Saving } from "./saving.js";

const READ_AT_ONCE = 30_000; // characters of an article whose reasons are asked for unasked

export class App extends EventTarget {
  #loading = new Map();

  constructor(desk) {
    super();
    this.desk = desk;
    this.by = desk.by;
    this.words = desk.vocabulary;
    this.articles = new Map();
    this.article = null;
    this.selection = null; // { start, end } of the article that is open
    this.picking = null; // { prompt, done }
  }

  tell(type, detail = null) {
    this.dispatchEvent(new CustomEvent(type, { detail }));
  }

  // Say something to everybody: on the screen's status line and to screen readers.
  say(sentence) {
    this.tell("say", sentence);
  }

  // An article is read once, however many ask for it at the same time.
  load(name) {
    if (!this.#loading.has(name)) {
      const reading = this.#read(name);
      reading.catch(() => this.#loading.delete(name));
      this.#loading.set(name, reading);
    }
    return this.#loading.get(name);
  }

  async #read(name) {
    const { answer, revision } = await getDocument(name);
    const article = new Article(name, answer, revision);
    article.saving = new Saving(this, article);
    this.articles.set(name, article);
    return article;
  }

  async open(name) {
    takeIn();
    this.article = await this.load(name);
    this.selection = null;
    this.cancelPick();
    this.tell("open");
    this.#askMachine(this.article);
  }

  async #askMachine(article) {
    if (article.askedMachine) return;
    article.askedMachine = true;
    try {
      article.setMachine(await getMachine(article.name));
    } catch {
      article.setMachine(null);
    }
    if (article === this.article) this.tell("machine");
    if (article.machine && article.text.length <= READ_AT_ONCE) await this.askReasons(article);
  }

  async askReasons(article = this.article) {
    if (article.reasonsState !== "none") return;
    article.reasonsState = "asked";
    this.tell("machine");
    try {
      article.setReasons(await getReasons(article.name));
    } catch {
      article.reasonsState = "failed";
    }
    if (article === this.article) this.tell("machine");
  }

  // Do several things and draw the panel once, when all are done.
  together(act) {
    this.holding = true;
    act();
    this.holding = false;
    this.tell("settled");
  }

  // Make changes: shown at once, undone by one step, saved by themselves.
  commit(changes, said = "") {
    const { article } = this;
    if (!changes.length) return false;
    if (!article.writable) {
      this.say("This file is read-only; make it writable to change it.");
      return false;
    }
    changes = withDecisions(article.doc, changes, this.by);
    article.change(changes);
    article.history.note(changes, said, article.selected);
    this.#show(article, changes);
    if (said) this.say(said);
    return true;
  }

  undo() {
    this.#step(this.article.history.undo(this.article.doc), "Undone");
  }

  redo() {
    this.#step(this.article.history.redo(this.article.doc), "Done again");
  }

  #step(step, word) {
    if (!step) this.say(word === "Undone" ? "There is nothing to undo." : "There is nothing to do again.");
    else if (step.stale) this.say("That step cannot be taken back: its labels were changed elsewhere.");
    else {
      this.article.change(step.changes);
      if (this.article.segment(step.selected)) this.article.selected = step.selected;
      this.#show(this.article, step.changes);
      this.tell("select", { focus: false });
      this.say(`${word}: ${step.said || "a change"}.`);
    }
  }

  #show(article, changes) {
    if (!article.segment()) {
      const gone = changes.find(({ part, id, was }) => part === "segments" && id === article.selected && was?.start !== undefined);
      article.selected = article.segmentAt(gone?.was.start ?? 0)?.id ?? null;
    }
    article.saving.later();
    this.tell("change", changes);
  }

  // Another version of the whole document came from the file.
  replace(article, doc) {
    article.doc = doc;
    if (!article.segment()) article.selected = doc.segments[0]?.id ?? null;
    if (article === this.article) this.tell("open");
  }

  select(id, { focus = true, keepSelection = false } = {}) {
    if (this.picking) {
      const { done } = this.picking;
      this.cancelPick();
      done(id);
      return;
    }
    if (!this.article.segment(id)) return;
    const other = this.article.selected !== id;
    this.article.selected = id;
    if (other && !keepSelection) this.setSelection(null);
    this.tell("select", { focus });
  }

  // Select another segment while one is looked for, without choosing it.
  visit(id) {
    this.article.selected = id;
    this.tell("select", { focus: true });
  }

  step(by) {
    const { segments } = this.article.doc;
    const next = segments[Math.max(0, Math.min(segments.length - 1, this.article.number() + by))];
    if (!next) return;
    if (this.picking) this.visit(next.id);
    else this.select(next.id);
  }

  setSelection(stretch) {
    this.selection = stretch;
    this.tell("selection");
  }

  // Have the person choose a segment; `done` gets its id.
  pick(prompt, done) {
    this.picking = { prompt, done, from: this.article.selected };
    this.tell("pick");
    this.say(prompt);
  }

  cancelPick() {
    if (!this.picking) return;
    const { from } = this.picking;
    this.picking = null;
    this.tell("pick");
    if (from && from !== this.article.selected && this.article.segment(from)) this.visit(from);
  }

  confirm(onwards = true) {
    const { article } = this;
    const on = !isConfirmed(article.doc, article.selected) || onwards;
    this.together(() => {
      this.commit(confirmSegment(article.doc, article.selected, this.by, on), on ? "Confirmed" : "No longer confirmed");
      if (onwards) this.step(1);
    });
  }

  // The segment that the machine is least sure of among those that nobody confirmed, then the next.
  leastCertain(direction = 1) {
    const { article } = this;
    const open = article.doc.segments
      .filter((item) => !isConfirmed(article.doc, item.id) && article.confidence(item) !== null)
      .map((item) => ({ id: item.id, score: article.confidence(item), start: item.start }))
      .sort((one, other) => one.score - other.score || one.start - other.start);
    if (!open.length) {
      this.say("Every label that the machine was unsure of is confirmed.");
      return;
    }
    const own = article.segment();
    const place = open.findIndex((item) => item.id === own?.id);
    const next = place < 0 ? 0 : (place + direction + open.length) % open.length;
    this.select(open[next].id);
    this.say(`${Math.round(open[next].score * 100)} % sure, ${next + 1} of ${open.length} that nobody confirmed.`);
  }
}
