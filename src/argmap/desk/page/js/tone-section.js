// How the segment speaks of a named target: a person's label, which argmap never sets.

import { button, choice, el, field } from "./dom.js";
import { setSegment } from "./edits.js";

const VALUES = ["2", "1", "0", "-1", "-2"].map((value) => ({
  value, name: { 2: "+2 warm", 1: "+1", 0: "0 neither", "-1": "−1", "-2": "−2 hostile" }[value],
}));

export function toneSection(app, segment) {
  const set = (items, said) => setSegment(app, { tone_towards: items }, said);
  const all = segment.tone_towards;
  const words = segment.tone?.words.map(([word, score]) => `${word} ${score > 0 ? "+" : ""}${score}`).join(", ");
  return el("section", { class: "part" },
    el("h3", {}, "Tone"),
    el("p", { class: "hint" }, words ? `Words with a tone: ${words}` : "No word of it has a tone in the word list."),
    all.map((item, number) => el("div", { class: "entry", role: "group", "aria-label": `Tone towards ${item.target}` },
      choice(`Towards ${item.target}`, VALUES, String(item.value), (value) => set(all.map((one) => (one === item ? { ...item, value: Number(value) } : one)), `Tone towards ${item.target}: ${value}`), { keep: `${segment.id}.tone-${number}` }),
      button("Remove", () => set(all.filter((one) => one !== item), "Tone removed"), { class: "small", keep: `${segment.id}.tone-${number}-remove`, "aria-label": `Remove tone towards ${item.target}` }))),
    field("Towards whom", "", (target) => target && set([...all, { target, value: 0 }], `Tone towards ${target}: say how`), { keep: `${segment.id}.tone-new-${all.length}` }));
}
