// Links between claims of two articles: kept beside the annotation files, saved like them.

import { Refused, getLinks, saveLinks } from "./api.js";
import { same } from "./changes.js";

export class Links {
  constructor(app) {
    this.app = app;
    this.file = null;
    this.revision = "";
  }

  get all() {
    return this.file?.links ?? [];
  }

  async load() {
    const { answer, revision } = await getLinks();
    this.file = answer;
    this.revision = revision;
  }

  async add(from, to, kind, dimension) {
    const link = { from, to, kind, dimension: dimension || null, by: this.app.by ?? null, note: null };
    await this.#save((links) => {
      const others = links.filter((one) => !(same(one.from, from) && same(one.to, to)));
      const number = Math.max(0, ...links.map(({ id }) => Number(id.match(/\d+$/)?.[0] ?? 0))) + 1;
      return [...others, { id: `k${number}`, ...link }];
    });
  }

  remove(id) {
    return this.#save((links) => links.filter((link) => link.id !== id));
  }

  set(id, values) {
    return this.#save((links) => links.map((link) => (link.id === id ? { ...link, ...values } : link)));
  }

  // Each edit is made to the links as they stand in the file; where others wrote it, once more.
  async #save(edit) {
    for (let tries = 0; tries < 5; tries += 1) {
      const next = { ...this.file, links: edit(this.all) };
      try {
        const { revision } = await saveLinks(this.revision, next);
        this.file = next;
        this.revision = revision;
        return true;
      } catch (error) {
        if (!(error instanceof Refused)) throw error;
        if (error.status !== 412) {
          this.app.say(`The link was not saved: ${error.message}`);
          return false;
        }
        await this.load();
      }
    }
    this.app.say("The link was not saved: the file of links is being changed all the time.");
    return false;
  }

  // The links of a segment, each with the end that is not in this article.
  of(article, segment) {
    const id = article.doc.article.id;
    const covers = (end) => end.article === id && end.start < segment.end && segment.start < end.end && article.text.slice(end.start, end.end) === end.text;
    return this.all.filter((link) => covers(link.from) || covers(link.to)).map((link) => ({ link, other: covers(link.from) ? link.to : link.from, turned: !covers(link.from) }));
  }
}
