// Every change is saved by itself, against the revision that it was made to.

import { Refused, getDocument, getRevision, saveChanges } from "./api.js";
import { diff } from "./changes.js";
import { Merge } from "./merging.js";

const PAUSE = 250; // ms after a change
const LOOK = 4000; // ms between looks at the file
const TRIES = 3; // labels may be changed while others are saved

export class Saving {
  constructor(app, article) {
    this.app = app;
    this.article = article;
    this.state = "saved"; // saved, waiting, saving, failed, conflict
    this.problem = "";
    this.merge = null;
    this.timer = 0;
    setInterval(() => this.look(), LOOK);
    window.addEventListener("focus", () => this.look());
    document.addEventListener("visibilitychange", () => {
      if (document.hidden && this.state === "waiting") this.now();
    });
  }

  get isClean() {
    return this.state === "saved" && this.article.doc === this.article.base;
  }

  later() {
    if (this.state === "conflict") {
      this.#clash(this.merge.theirs, this.merge.revision);
      return;
    }
    if (this.state !== "saving") this.#set("waiting");
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.now(), PAUSE);
  }

  async now() {
    clearTimeout(this.timer);
    if (this.state === "conflict") return;
    if (this.state !== "saving") this.running = this.#save();
    await this.running;
  }

  // Save what is not saved yet; whether the file then says what the page says.
  async settled() {
    for (let tries = 0; tries < TRIES && !this.isClean; tries += 1) await this.now();
    return this.isClean;
  }

  async #save() {
    const { article } = this;
    const { doc } = article;
    const changes = diff(article.base, doc);
    if (!changes.length) {
      article.base = doc;
      this.#set("saved");
      return;
    }
    this.#set("saving");
    try {
      const { revision } = await saveChanges(article.name, article.revision, changes);
      article.base = doc;
      article.revision = revision;
      this.#set("saved");
      this.app.tell("saved", article);
    } catch (error) {
      if (!(error instanceof Refused)) throw error;
      if (error.status === 412 || error.status === 409) await this.#meet();
      else this.#set("failed", [error.message, ...error.problems].join(" "));
      return;
    }
    if (article.doc !== doc) this.later();
  }

  // See whether somebody else has written the file; take it over where nothing of ours clashes.
  async look() {
    if (document.hidden || this.state !== "saved" || this.looking) return;
    this.looking = true;
    try {
      const { revision, writable } = await getRevision(this.article.name);
      if (writable !== this.article.writable) {
        this.article.writable = writable;
        this.app.tell("saving");
      }
      if (this.state === "saved" && revision !== this.article.revision) await this.#meet();
    } catch (error) {
      if (!(error instanceof Refused)) throw error;
      this.app.tell("gone", error.message);
    } finally {
      this.looking = false;
    }
  }

  async #meet() {
    let found;
    try {
      found = await getDocument(this.article.name);
    } catch (error) {
      if (!(error instanceof Refused)) throw error;
      this.#set("failed", [error.message, ...error.problems].join(" "));
      return;
    }
    if (found.answer.document.text !== this.article.doc.text) {
      this.#set("failed", "The article’s text was changed in the file. Download your version, then open the file anew.");
      return;
    }
    this.#clash(found.answer.document, found.revision);
  }

  #clash(theirs, revision) {
    const { article } = this;
    this.merge = new Merge(article.base, article.doc, theirs, article.text);
    this.merge.revision = revision;
    if (this.merge.conflicts.length) {
      this.#set("conflict");
      this.app.tell("conflict", this);
      return;
    }
    const [mine, others] = [this.merge.myChanges.length, this.merge.theirChanges.length];
    this.settle(new Set());
    if (others) {
      this.app.say(`The file was changed elsewhere (${count(others, "label")})${mine ? `; your ${count(mine, "change")} were put beside that` : ""}.`);
    }
  }

  // End a clash: the names in `mine` stay as they are here, the others as in the file.
  settle(mine) {
    const { merge, article } = this;
    const result = merge.result(mine);
    article.base = merge.theirs;
    article.revision = merge.revision;
    this.merge = null;
    this.#set("waiting");
    this.app.replace(article, result);
    this.now();
  }

  #set(state, problem = "") {
    this.state = state;
    this.problem = problem;
    this.app.tell("saving", this.article);
  }
}

export const count = (number, word) => `${number} ${word}${number === 1 ? "" : "s"}`;
