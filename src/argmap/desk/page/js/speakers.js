// Attributions and the cast, as changes.

import { entry } from "./changes.js";
import { dropRecords, freeId, removeEntry, setLabels } from "./labels.js";

export function newAttribution(doc, content, speaker = null) {
  const now = {
    id: freeId(doc, "a"), source: null, cue: null, content: [content], speaker, parent: null,
    quote: "indirect", stance: "neutral", confidence: null,
  };
  return { id: now.id, changes: [{ part: "attributions", id: now.id, key: null, was: null, now }] };
}

export function newSource(doc, name, mentions = []) {
  const now = { id: freeId(doc, "p"), name, kind: "named_person", description: null, mentions };
  return { id: now.id, changes: [{ part: "sources", id: now.id, key: null, was: null, now }] };
}

export function addMention(doc, id, quote, by) {
  const mentions = entry(doc, "sources", id).mentions;
  return setLabels(doc, "sources", id, { mentions: ordered([...mentions, quote]) }, by);
}

// One speaker instead of two: all mentions and all that was said go to `into`.
export function mergeSources(doc, from, into, by) {
  const [old, kept] = [entry(doc, "sources", from), entry(doc, "sources", into)];
  return [
    ...setLabels(doc, "sources", into, {
      mentions: ordered([...kept.mentions, ...old.mentions]),
      description: kept.description ?? old.description,
    }, by),
    ...speaking(doc, from).flatMap((item) => setLabels(doc, "attributions", item.id, { speaker: into }, by)),
    ...removeEntry(doc, "sources", from),
  ];
}

export function removeSource(doc, id, by) {
  return [
    ...speaking(doc, id).flatMap((item) => setLabels(doc, "attributions", item.id, { speaker: null }, by)),
    ...removeEntry(doc, "sources", id),
  ];
}

// Take an attribution away; what stood in it is the author's own from then on.
export function removeAttribution(doc, id, by) {
  const changes = [];
  for (const part of ["segments", "spans"]) {
    for (const item of doc[part].filter((one) => one.attribution === id)) {
      const voice = item.voice === "attributed" ? "author" : item.voice;
      changes.push(...setLabels(doc, part, item.id, { voice, attribution: null }, by));
    }
  }
  for (const item of doc.attributions.filter((one) => one.parent === id)) {
    changes.push(...setLabels(doc, "attributions", item.id, { parent: null }, by));
  }
  return [...changes, { part: "attributions", id, key: null, was: entry(doc, "attributions", id), now: null }, ...dropRecords(doc, new Set([id]))];
}

export const speaking = (doc, source) => doc.attributions.filter((item) => item.speaker === source);

export function speakerName(doc, attribution) {
  if (!attribution) return null;
  return entry(doc, "sources", attribution.speaker)?.name ?? attribution.source?.text ?? "somebody who is not named";
}

const AROUND = 4000; // characters; what stands farther away is looked at only where little is near

// The entries near a place, the nearest first.
export function near(items, start, end, most, placesOf) {
  const far = (item) => placesOf(item).reduce((least, quote) => Math.min(least, Math.max(0, quote.start - end, start - quote.end)), Infinity);
  const measured = items.map((item) => [far(item), item]);
  const around = measured.filter(([distance]) => distance <= AROUND);
  return (around.length >= most ? around : measured).sort((one, other) => one[0] - other[0]).slice(0, most).map(([, item]) => item);
}

export const quotesOf = (attribution) => [attribution.source, attribution.cue, ...attribution.content].filter(Boolean);

function ordered(quotes) {
  const seen = new Map(quotes.map((quote) => [`${quote.start}-${quote.end}`, quote]));
  return [...seen.values()].sort((one, other) => one.start - other.start);
}
