// Who says the current segment: its attribution, with source, cue and content.

import { button, choice, el, shortened } from "./dom.js";
import { chosen } from "./edits.js";
import { setLabels } from "./labels.js";
import { near, newAttribution, newSource, quotesOf, removeAttribution, speakerName } from "./speakers.js";

const MOST = 60; // entries of a list to choose from, the nearest first

export function sourceOptions(app, place) {
  const sources = near(app.article.doc.sources, place.start, place.end, MOST, (item) => item.mentions);
  return sources.map(({ id, name }) => ({ value: id, name: shortened(name, 48) }));
}

export function attributionOptions(app, place, present) {
  const { doc } = app.article;
  const found = near(doc.attributions, place.start, place.end, MOST, quotesOf);
  const own = app.article.entry("attributions", present);
  if (own && !found.includes(own)) found.unshift(own);
  return found.map((item) => ({
    value: item.id,
    name: `${item.id} ${shortened(speakerName(doc, item), 30)}: ${shortened(item.cue?.text ?? item.content[0].text, 24)}`,
  }));
}

export function attributionSection(app, segment) {
  if (segment.voice === "author") return null;
  const { article } = app;
  const item = article.entry("attributions", segment.attribution);
  const set = (values, said) => app.commit(setLabels(article.doc, "attributions", item.id, values, app.by), said);
  const pick = choice("Attribution", [
    ...(segment.voice === "mixed" ? [{ value: "", name: "none" }] : []),
    ...attributionOptions(app, segment, segment.attribution),
    { value: "+", name: "a new one" },
  ], segment.attribution, (value) => take(app, segment, value), { keep: `${segment.id}.attribution` });
  if (!item) return el("section", { class: "part" }, el("h3", {}, "Attribution"), pick);
  const shared = article.doc.segments.filter(({ attribution }) => attribution === item.id).length;
  return el("section", { class: "part" },
    el("h3", {}, "Attribution"),
    pick,
    shared > 1 && el("p", { class: "hint" }, `${shared} segments stand in ${item.id}; what you change here changes for all of them.`),
    choice("Speaker", [{ value: "", name: "not named" }, ...speakers(app, item), { value: "+", name: "a new source…" }], item.speaker,
      (value) => speak(app, item, value, set), { keep: `${item.id}.speaker` }),
    quoteLine(app, "Source words", item.source, `${item.id}.source`, (quote) => set({ source: quote }, "Source words set")),
    quoteLine(app, "Cue", item.cue, `${item.id}.cue`, (quote) => set({ cue: quote }, "Cue set")),
    content(app, item, set),
    choice("Inside", [{ value: "", name: "no other voice" }, ...attributionOptions(app, segment, item.parent).filter(({ value }) => !within(article, value, item.id))], item.parent,
      (value) => set({ parent: value || null }, "Parent set"), { keep: `${item.id}.parent` }),
    choice("Quotation", options(app.words.quotations), item.quote, (value) => set({ quote: value }, value), { keep: `${item.id}.quote` }),
    choice("Stance of the cue", options(app.words.stances), item.stance, (value) => set({ stance: value }, value), { keep: `${item.id}.stance` }),
    button("Delete attribution", () => app.commit(removeAttribution(article.doc, item.id, app.by), "Attribution deleted"), { class: "small", keep: `${item.id}.delete` }));
}

export const options = (entries) => entries.map(({ value, name, meaning }) => ({ value, name: meaning ? `${name}: ${meaning}` : name }));

function speakers(app, item) {
  const found = sourceOptions(app, item.content[0]);
  const own = app.article.entry("sources", item.speaker);
  return own && !found.some(({ value }) => value === own.id) ? [{ value: own.id, name: own.name }, ...found] : found;
}

// Whether an attribution is `id` or stands inside it, so that `id` cannot stand in it in turn.
function within(article, start, id) {
  const seen = new Set();
  for (let item = article.entry("attributions", start); item && !seen.has(item.id); item = article.entry("attributions", item.parent)) {
    if (item.id === id) return true;
    seen.add(item.id);
  }
  return false;
}

function take(app, segment, value) {
  const { article } = app;
  const voice = segment.voice;
  if (value !== "+") {
    app.commit(setLabels(article.doc, "segments", segment.id, { voice, attribution: value || null }, app.by), "Attribution chosen");
    return;
  }
  const { id, changes } = newAttribution(article.doc, article.text.quote(segment.start, segment.end));
  app.commit([...changes, ...setLabels(article.doc, "segments", segment.id, { attribution: id }, app.by)], "New attribution");
}

function speak(app, item, value, set) {
  if (value !== "+") {
    set({ speaker: value || null }, "Speaker set");
    return;
  }
  const { doc } = app.article;
  const quote = item.source ?? app.selection;
  const mention = quote && (quote.text ? quote : app.article.text.quote(quote.start, quote.end));
  const { id, changes } = newSource(doc, mention?.text ?? "New source", mention ? [mention] : []);
  app.commit([...changes, ...setLabels(doc, "attributions", item.id, { speaker: id }, app.by)], "New source; name it under Cast");
}

function quoteLine(app, name, quote, keep, set) {
  return el("div", { class: "field quote-line" },
    el("span", {}, name),
    el("span", {}, quote ? el("q", {}, shortened(quote.text, 80)) : el("i", {}, "none"), " ",
      button("Take selection", () => { const found = selected(app); if (found) set(found); }, { class: "small", keep: `${keep}-take`, "aria-label": `${name}: take the selected words` }),
      quote && button("Clear", () => set(null), { class: "small", keep: `${keep}-clear`, "aria-label": `${name}: clear` })));
}

function content(app, item, set) {
  const add = (keepOld) => {
    const found = selected(app);
    if (found) set({ content: [...(keepOld ? item.content : []), found].sort((one, other) => one.start - other.start) }, "Content set");
  };
  return el("div", { class: "field quote-line" },
    el("span", {}, "Content"),
    el("span", {}, item.content.map((quote) => el("q", { class: "block" }, shortened(quote.text, 90))),
      button("Take selection", () => add(false), { class: "small", keep: `${item.id}.content-take`, "aria-label": "Content: take the selected words" }),
      button("Add selection", () => add(true), { class: "small", keep: `${item.id}.content-add`, "aria-label": "Content: add the selected words" })));
}

function selected(app) {
  const found = chosen(app);
  return found && app.article.text.quote(found.start, found.end);
}
