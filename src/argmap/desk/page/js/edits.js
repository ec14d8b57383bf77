// What keys and buttons do to the current segment, and to the words that are selected.

import { entry } from "./changes.js";
import { cutOut, merge, moveBorder, split, withUndercuts } from "./cuts.js";
import { dropRecords, freeId, removeEntry, setLabels } from "./labels.js";
import { near, newAttribution, quotesOf } from "./speakers.js";

const CERTAINTIES = ["certain", "probable", "possible", "uncommitted"];
const TYPES = { claim: "claim_type", evidence: "evidence_type" };
const NEAR = 400; // characters: an attribution farther away is no guess for a segment

export const typeKey = (role) => TYPES[role] ?? null;

export function setRole(app, role) {
  const segment = app.article.segment();
  const machine = app.article.suggestion(segment);
  const typed = machine?.role === role ? machine : segment;
  const first = { claim: "fact", evidence: segment.voice === "attributed" ? "testimony" : "event" };
  setSegment(app, {
    role,
    claim_type: role === "claim" ? (typed.claim_type ?? first.claim) : null,
    evidence_type: role === "evidence" ? (typed.evidence_type ?? first.evidence) : null,
  }, `Role: ${role}`);
}

export function setSegment(app, values, said) {
  const { doc, selected } = app.article;
  return app.commit(setLabels(doc, "segments", selected, values, app.by), said);
}

export function nextType(app, step) {
  const segment = app.article.segment();
  const key = typeKey(segment.role);
  if (!key) {
    app.say("Only a claim or evidence has a type.");
    return;
  }
  const values = app.words[key === "claim_type" ? "claimTypes" : "evidenceTypes"].map(({ value }) => value);
  const next = values[(values.indexOf(segment[key]) + step + values.length) % values.length];
  setSegment(app, { [key]: next }, next.replaceAll("_", " "));
}

export function nextCertainty(app, step) {
  const place = CERTAINTIES.indexOf(app.article.segment().certainty);
  const next = CERTAINTIES[(place + step + CERTAINTIES.length) % CERTAINTIES.length];
  setSegment(app, { certainty: next }, next);
}

export function turnPolarity(app) {
  const next = app.article.segment().polarity === "negative" ? "positive" : "negative";
  setSegment(app, { polarity: next }, next === "negative" ? "Says that it is not so" : "Says that it is so");
}

export function toggleFrame(app, frame) {
  const { frames } = app.article.segment();
  if (!frames.includes(frame) && frames.length >= 3) {
    app.say("A segment has at most three frames; take one away first.");
    return;
  }
  const next = frames.includes(frame) ? frames.filter((one) => one !== frame) : [...frames, frame];
  setSegment(app, { frames: next }, `Frames: ${next.map((one) => one.replaceAll("_", " ")).join(", ") || "none"}`);
}

// An attributed segment names its attribution: the one whose content it is, else a near or a new one.
export function setVoice(app, voice) {
  const { article } = app;
  const segment = article.segment();
  if (voice !== "attributed") {
    setSegment(app, { voice, attribution: voice === "author" ? null : segment.attribution }, voice === "author" ? "The author’s own voice" : "Mixed voice");
    return;
  }
  const found = segment.attribution ?? guessAttribution(article, segment);
  if (found) {
    setSegment(app, { voice, attribution: found }, "Attributed");
    return;
  }
  const { id, changes } = newAttribution(article.doc, article.text.quote(segment.start, segment.end));
  app.commit([...changes, ...setLabels(article.doc, "segments", segment.id, { voice, attribution: id }, app.by)], "Attributed; say to whom");
}

function guessAttribution(article, segment) {
  const { attributions } = article.doc;
  const holds = (item) => item.content.reduce((sum, { start, end }) => sum + Math.max(0, Math.min(end, segment.end) - Math.max(start, segment.start)), 0);
  const best = attributions.reduce((one, item) => (holds(item) > (one ? holds(one) : 0) ? item : one), null);
  if (best) return best.id;
  const [nearest] = near(attributions, segment.start, segment.end, 1, quotesOf);
  const far = nearest && Math.min(...quotesOf(nearest).map(({ start, end }) => Math.max(0, start - segment.end, segment.start - end)));
  return nearest && far <= NEAR && article.blockAt(nearest.content[0].start) === article.blockAt(segment.start) ? nearest.id : null;
}

// The words that are selected, or null with a sentence that says how to select some.
export function chosen(app) {
  if (!app.selection) app.say("Select words first: with the mouse, or with the left and right arrow keys and Shift.");
  return app.selection;
}

export function splitHere(app) {
  const stretch = chosen(app);
  if (!stretch) return;
  const { article } = app;
  const own = article.segmentAt(stretch.start);
  const at = stretch.start > own.start ? stretch.start : stretch.end;
  const changes = split(article.doc, article.text, own.id, at);
  if (app.commit(changes, "Split")) app.select(article.segmentAt(at).id);
  else app.say("A segment is split before a word inside it; this one begins there already.");
}

export function segmentOfSelection(app) {
  const stretch = chosen(app);
  if (!stretch) return;
  const { article } = app;
  if (app.commit(cutOut(article.doc, article.text, stretch.start, stretch.end), "New segment")) {
    app.select(article.segmentAt(stretch.start).id);
  } else app.say("These words are a segment already.");
}

export function joinNext(app) {
  const { article } = app;
  const own = article.segment();
  const next = article.doc.segments[article.number() + 1];
  const apart = next && article.blockAt(next.start) !== article.blockAt(own.end - 1);
  const said = apart ? "Joined with the next segment, which stands in another paragraph; z takes it back" : "Joined with the next segment";
  if (!app.commit(merge(article.doc, article.text, own.id), said)) app.say("There is no segment after this one.");
}

export function border(app, side, step) {
  const { article } = app;
  const said = side === "end" ? "End" : "Beginning";
  if (!app.commit(moveBorder(article.doc, article.text, article.selected, side, step), `${said} moved`)) {
    app.say("This border cannot be moved further: a segment keeps one word.");
  }
}

// A span of the selected words, as a name for the situation until a label is chosen for it.
export function newSpan(app, label = "loaded_word") {
  const stretch = chosen(app);
  if (!stretch) return null;
  const { article } = app;
  const segment = article.segmentAt(stretch.start);
  const { layer } = app.words.spanLabels.find(({ value }) => value === label);
  const id = freeId(article.doc, "x");
  const now = {
    id, layer, label, ...article.text.quote(...article.text.bare(stretch.start, stretch.end, segment)), voice: segment.voice,
    attribution: segment.attribution, stance_to_frame: firstStance(layer, segment.voice), confidence: null,
  };
  if (app.article.selected !== segment.id) app.select(segment.id, { focus: false, keepSelection: true });
  app.commit([{ part: "spans", id, key: null, was: null, now }], `Span “${now.text}”`);
  return id;
}

export const firstStance = (layer, voice) => (layer === "framing" ? (voice === "attributed" ? "reports" : "uses") : null);

export function setSpanLabel(app, id, label) {
  const span = app.article.entry("spans", id);
  const { layer } = app.words.spanLabels.find(({ value }) => value === label);
  const stance = layer === "framing" ? (span.stance_to_frame ?? firstStance(layer, span.voice)) : null;
  app.commit(setLabels(app.article.doc, "spans", id, { layer, label, stance_to_frame: stance }, app.by), "Span changed");
}

export function removeSpan(app, id) {
  app.commit(removeEntry(app.article.doc, "spans", id), "Span deleted");
}

export function relate(app, source, target, type = "supports") {
  const { doc } = app.article;
  const present = doc.relations.find((item) => item.source === source && item.target === target);
  if (source === target || present) {
    app.say(present ? "These two are related already." : "A segment cannot bear on itself.");
    return null;
  }
  const id = freeId(doc, "r");
  const now = { id, source, target, type, cue: null, confidence: null };
  app.commit([{ part: "relations", id, key: null, was: null, now }], `${source} ${type} ${target}`);
  return id;
}

export function removeRelation(app, id) {
  const changes = relationRemoval(app.article.doc, id);
  const deleted = changes.filter(({ part }) => part === "relations").length;
  app.commit(changes, deleted > 1 ? "Relation deleted with what undercuts it" : "Relation deleted");
}

// Take a relation away with what undercuts it.
export function relationRemoval(doc, id) {
  const all = withUndercuts(doc, new Set([id]));
  return [...[...all].map((one) => ({ part: "relations", id: one, key: null, was: entry(doc, "relations", one), now: null })), ...dropRecords(doc, all)];
}
