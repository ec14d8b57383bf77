// The labels of the current segment: role and type, voice, certainty, polarity, frames.

import { same } from "./changes.js";
import { chips, el } from "./dom.js";
import { setLabels } from "./labels.js";
import { setRole, setSegment, setVoice, toggleFrame, typeKey } from "./edits.js";
import { speakerName } from "./speakers.js";
import { acceptVoice, machineAttribution, sameAttribution, suggestionLine } from "./suggestions.js";

const plain = (value) => String(value).replaceAll("_", " ");

export function labelsSection(app, segment) {
  const { article } = app;
  const machine = article.suggestion(segment);
  const why = article.reasonsOf(segment)?.labels ?? {};
  const line = (keep, keys, words, more = {}) =>
    suggestionLine(app, segment, {
      keys, keep, machine, words,
      reason: why[keep]?.reason ?? null,
      confidence: more.confidence ?? null,
      agrees: more.agrees ?? (machine !== null && keys.every((key) => same(machine[key], segment[key]))),
      accept: more.accept ?? (() => setLabels(article.doc, "segments", segment.id, Object.fromEntries(keys.map((key) => [key, machine[key]])), app.by)),
    });
  const key = typeKey(segment.role);
  const types = key && app.words[key === "claim_type" ? "claimTypes" : "evidenceTypes"];
  const own = article.entry("attributions", segment.attribution);
  const theirs = machine && machineAttribution(article, machine);
  return [
    group("Role",
      chips("Role", app.words.roles, segment.role, (value) => setRole(app, value)),
      key && chips(key === "claim_type" ? "Type of claim" : "Type of evidence", types, segment[key], (value) => setSegment(app, { [key]: value }, plain(value))),
      line("role", ["role", "claim_type", "evidence_type"], (item) => plain([item.role, item.claim_type ?? item.evidence_type].filter(Boolean).join(", ")), { confidence: machine?.confidence })),
    group("Voice",
      chips("Voice", app.words.voices, segment.voice, (value) => setVoice(app, value)),
      line("voice", ["voice", "attribution"], (item) => (item.voice === "author" ? "own voice" : `${item.voice}${theirs ? `, ${speakerName({ ...article.machine, provenance: article.doc.provenance }, theirs)}` : ""}`), {
        confidence: theirs?.confidence,
        agrees: machine !== null && machine.voice === segment.voice && sameAttribution(own, theirs),
        accept: () => acceptVoice(app, segment, machine),
      })),
    group("Certainty",
      chips("Certainty", app.words.certainties, segment.certainty, (value) => setSegment(app, { certainty: value }, value)),
      line("certainty", ["certainty"], (item) => item.certainty)),
    group("Polarity",
      chips("Polarity", app.words.polarities, segment.polarity, (value) => setSegment(app, { polarity: value }, value)),
      line("polarity", ["polarity"], (item) => item.polarity)),
    group("Frames", frames(app, segment),
      line("frames", ["frames"], (item) => item.frames.map(plain).join(", ") || "none")),
  ];
}

function group(name, ...children) {
  return el("div", { class: `label-group ${name.toLowerCase()}` }, ...children);
}

function frames(app, segment) {
  return el("fieldset", { class: "chips" },
    el("legend", {}, "Frames", el("span", { class: "hint" }, " at most three")),
    app.words.frames.map(({ value, name }) => {
      const on = segment.frames.includes(value);
      return el("label", { class: "chip" },
        el("input", {
          type: "checkbox", checked: on, disabled: !on && segment.frames.length >= 3, "data-keep": `frame-${value}`,
          on: { change: () => toggleFrame(app, value) },
        }),
        el("span", {}, name));
    }));
}
