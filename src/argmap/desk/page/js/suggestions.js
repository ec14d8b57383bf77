// What the machine said of a segment, beside what stands now: to accept or to refuse.

import { entry, same } from "./changes.js";
import { button, el, percent } from "./dom.js";
import { freeId, judgeLabel, recordOf, setLabels } from "./labels.js";
import { quotesOf } from "./speakers.js";

// The line below a label. `own` and `machine` are the values of `keys`; `words` says one in words.
export function suggestionLine(app, segment, { keys, machine, reason, confidence, words, accept, agrees, keep }) {
  const { article } = app;
  const { doc } = article;
  const records = keys.map((key) => recordOf(doc, `${segment.id}.${key}`)).filter(Boolean);
  const status = records.find(({ status: one }) => one !== "auto");
  const said = status && el("span", { class: `status ${status.status}` }, statusWords(status, machine !== null));
  if (!machine) return said ? el("p", { class: "suggestion" }, said) : null;
  const judge = (verdict, sentence) => () =>
    app.commit(judgeLabel(doc, segment.id, keys[0], verdict, machine[keys[0]], app.by), sentence);
  const grounds = [percent(confidence), reason].filter(Boolean).map((one) => ` · ${one}`).join("");
  const accepting = agrees ? judge("confirmed", "Accepted") : () => app.commit(accept(), "Accepted");
  const refusing = judge("rejected", agrees ? "Refused; choose another" : "Refused");
  return el("div", { class: `suggestion ${agrees ? "agrees" : "differs"}` },
    el("p", {},
      agrees ? el("span", {}, "as argmap read it") : ["argmap: ", el("b", {}, words(machine))],
      el("span", { class: "grounds" }, grounds), said && " · ", said),
    el("p", { class: "verdict" },
      agrees && status?.status === "confirmed" ? null : button("accept", accepting, { class: "plain small", keep: `${keep}-accept`, "aria-label": `Accept argmap’s ${keep}` }),
      ["rejected", "disputed"].includes(status?.status) ? null : button("refuse", refusing, { class: "plain small", keep: `${keep}-refuse`, "aria-label": `Refuse argmap’s ${keep}` })));
}

function statusWords({ status, by, was }, suggested) {
  const who = by ? ` by ${by}` : "";
  if (status === "edited") return typeof was === "string" && !suggested ? `changed${who}, was ${was.replaceAll("_", " ")}` : `changed${who}`;
  if (status === "disputed") return "people differ: to decide";
  if (status === "rejected") return `argmap’s refused${who}`;
  return `accepted${who}`;
}

const places = (attribution) => (attribution ? quotesOf(attribution).map(({ start, end }) => `${start}-${end}`).join(" ") : "");

export function sameAttribution(one, other) {
  return one === other || (Boolean(one) && Boolean(other) && places(one) === places(other));
}

export const machineAttribution = (article, item) => article.machine?.attributions.find(({ id }) => id === item.attribution) ?? null;

// The machine's attribution in this document: the one at its place, or a copy with its speaker.
function adopted(article, attribution) {
  const { doc } = article;
  if (!attribution) return { id: null, changes: [] };
  const present = doc.attributions.find((item) => sameAttribution(item, attribution));
  if (present) return { id: present.id, changes: [] };
  const changes = [];
  const source = article.machine.sources.find(({ id }) => id === attribution.speaker);
  let speaker = null;
  if (source) {
    speaker = doc.sources.find(({ name }) => name === source.name)?.id;
    if (!speaker) {
      speaker = entry(doc, "sources", source.id) ? freeId(doc, "p") : source.id;
      changes.push({ part: "sources", id: speaker, key: null, was: null, now: { ...source, id: speaker } });
    }
  }
  const id = entry(doc, "attributions", attribution.id) ? freeId(doc, "a") : attribution.id;
  changes.push({ part: "attributions", id, key: null, was: null, now: { ...attribution, id, speaker, parent: null } });
  return { id, changes };
}

export function acceptVoice(app, segment, machine) {
  const { article } = app;
  const { id, changes } = adopted(article, machineAttribution(article, machine));
  return [...changes, ...setLabels(article.doc, "segments", segment.id, { voice: machine.voice, attribution: id }, app.by)];
}

// Every label of the machine's reading of a segment.
export function acceptAll(app) {
  const { article } = app;
  const segment = article.segment();
  const machine = segment && article.suggestion(segment);
  if (!machine) {
    app.say("argmap has no reading of this stretch of text.");
    return;
  }
  const keys = ["role", "claim_type", "evidence_type", "certainty", "polarity", "frames"];
  const values = Object.fromEntries(keys.filter((key) => !same(machine[key], segment[key])).map((key) => [key, machine[key]]));
  const voice = machine.voice !== segment.voice || !sameAttribution(machineAttribution(article, machine), article.entry("attributions", segment.attribution));
  const changes = [...setLabels(article.doc, "segments", segment.id, values, app.by), ...(voice ? acceptVoice(app, segment, machine) : [])];
  if (!app.commit(changes, "argmap’s labels taken")) app.say("The labels are argmap’s already.");
}

// A list by what tells its entries apart, made once as long as the list is the same.
const indexes = new WeakMap();

function indexOf(entries, keyed) {
  if (!indexes.has(entries)) indexes.set(entries, new Map(entries.map(keyed)));
  return indexes.get(entries);
}

// The machine's spans and relations that this document lacks.
export function missing(article, part, segment) {
  const { machine, doc } = article;
  if (!machine) return [];
  if (part === "spans") {
    const own = indexOf(doc.spans, ({ start, end, label }) => [`${start}-${end}-${label}`, true]);
    return machine.spans.filter(({ start, end, label }) => start < segment.end && segment.start < end && !own.has(`${start}-${end}-${label}`));
  }
  const here = article.suggestion(segment);
  if (!here) return [];
  const now = indexOf(doc.segments, (item) => [`${item.start}-${item.end}`, item.id]);
  const own = indexOf(doc.relations, ({ source, target, type }) => [`${source}-${target}-${type}`, true]);
  return machine.relations
    .filter(({ source, target, type }) => type !== "undercuts" && (source === here.id || target === here.id))
    .map((item) => {
      const [source, target] = [item.source, item.target].map((id) => {
        const said = entry(machine, "segments", id);
        return now.get(`${said?.start}-${said?.end}`);
      });
      return { ...item, source, target };
    })
    .filter(({ source, target, type }) => source && target && !own.has(`${source}-${target}-${type}`));
}

export function adoptSpan(app, span) {
  const { article } = app;
  const { id: attribution, changes } = adopted(article, machineAttribution(article, span));
  const id = entry(article.doc, "spans", span.id) ? freeId(article.doc, "x") : span.id;
  return [...changes, { part: "spans", id, key: null, was: null, now: { ...span, id, attribution } }];
}

export function adoptRelation(app, relation) {
  const { doc } = app.article;
  const id = entry(doc, "relations", relation.id) ? freeId(doc, "r") : relation.id;
  return [{ part: "relations", id, key: null, was: null, now: { ...relation, id } }];
}
