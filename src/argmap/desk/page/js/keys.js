// The keys of the article, in one list that the help shows too. They work while the article has the
// focus, and nowhere else; Ctrl+Z works everywhere but in a field where something is typed.

import { border, joinNext, nextCertainty, nextType, segmentOfSelection, setRole, setVoice, splitHere, turnPolarity } from "./edits.js";
import { acceptAll } from "./suggestions.js";
import { spanOfSelection } from "./segment-panel.js";
import { startRelation } from "./relations-section.js";

export const KEYS = [
  { group: "Going about", entries: [
    { keys: ["ArrowDown", "j"], shown: ["↓", "j"], does: "next segment", act: ({ app }) => app.step(1) },
    { keys: ["ArrowUp", "k"], shown: ["↑", "k"], does: "segment before", act: ({ app }) => app.step(-1) },
    { keys: ["Home"], shown: ["Home"], does: "first segment", act: ({ app }) => app.step(-Infinity) },
    { keys: ["End"], shown: ["End"], does: "last segment", act: ({ app }) => app.step(Infinity) },
    { keys: ["u"], shown: ["u"], does: "the segment that the machine is least sure of, then the next", act: ({ app }) => app.leastCertain(1) },
    { keys: ["U"], shown: ["Shift", "u"], does: "the one before that", act: ({ app }) => app.leastCertain(-1) },
  ] },
  { group: "Deciding between people", entries: [
    { keys: ["d"], shown: ["d"], does: "the next label on which people differ (Shift: the one before); in its panel 1, 2 … decide", act: ({ panels, app }) => nextDispute(panels, app, 1) },
    { keys: ["D"], act: ({ panels, app }) => nextDispute(panels, app, -1) },
  ] },
  { group: "Judging", entries: [
    { keys: ["Enter"], shown: ["Enter"], does: "confirm all labels of the segment and go on", act: ({ app }) => app.confirm() },
    { keys: ["y"], shown: ["y"], does: "accept all that argmap suggests for it", act: ({ app }) => acceptAll(app) },
    { keys: ["n"], shown: ["n"], does: "write a note", act: ({ panels }) => toPanel(panels, "segment", "#note") },
  ] },
  { group: "Labels", entries: [
    { keys: ["1", "2", "3", "4", "5", "6"], shown: ["1", "…", "6"], does: "claim, evidence, framing, report, background, boilerplate", act: ({ app }, key) => setRole(app, app.words.roles[Number(key) - 1].value) },
    { keys: ["t"], shown: ["t"], does: "next type of claim or evidence (Shift: the one before)", act: ({ app }) => nextType(app, 1) },
    { keys: ["T"], act: ({ app }) => nextType(app, -1) },
    { keys: ["a"], shown: ["a"], does: "the author’s own voice", act: ({ app }) => setVoice(app, "author") },
    { keys: ["q"], shown: ["q"], does: "attributed", act: ({ app }) => setVoice(app, "attributed") },
    { keys: ["m"], shown: ["m"], does: "own voice with quoted words", act: ({ app }) => setVoice(app, "mixed") },
    { keys: ["w"], shown: ["w"], does: "who says it: to the list of speakers", act: (desk) => toSpeaker(desk) },
    { keys: ["c"], shown: ["c"], does: "less certain, then certain again (Shift: back)", act: ({ app }) => nextCertainty(app, 1) },
    { keys: ["C"], act: ({ app }) => nextCertainty(app, -1) },
    { keys: ["p"], shown: ["p"], does: "says that it is so, or that it is not", act: ({ app }) => turnPolarity(app) },
    { keys: ["f"], shown: ["f"], does: "choose frames", act: ({ panels }) => toPanel(panels, "segment", "[data-keep^='frame-']:not(:disabled)") },
  ] },
  { group: "Words and borders", entries: [
    { keys: ["ArrowRight"], shown: ["→"], does: "select the next word (Shift: more words)", act: ({ selection }, _, shift) => selection.move(1, shift) },
    { keys: ["ArrowLeft"], shown: ["←"], does: "select the word before (Shift: more words)", act: ({ selection }, _, shift) => selection.move(-1, shift) },
    { keys: ["e"], shown: ["e"], does: "make the selected words a segment", act: ({ app }) => segmentOfSelection(app) },
    { keys: ["s"], shown: ["s"], does: "split the segment before the selected words", act: ({ app }) => splitHere(app) },
    { keys: ["g"], shown: ["g"], does: "join with the next segment", act: ({ app }) => joinNext(app) },
    { keys: ["]", "["], shown: ["]", "["], does: "end one word later, earlier", act: ({ app }, key) => border(app, "end", key === "]" ? 1 : -1) },
    { keys: ["}", "{"], shown: ["}", "{"], does: "begin one word later, earlier", act: ({ app }, key) => border(app, "start", key === "}" ? 1 : -1) },
    { keys: ["x"], shown: ["x"], does: "make the selected words a span", act: async ({ panels, app }) => { await panels.show("segment"); spanOfSelection(app); } },
  ] },
  { group: "More", entries: [
    { keys: ["r"], shown: ["r"], does: "relate to another segment: go there, then Enter", act: ({ app, panels }) => { if (panels.current !== "map") panels.show("segment"); startRelation(app); } },
    { keys: ["l"], shown: ["l"], does: "link with a claim of another article", act: ({ panels }) => toPanel(panels, "links", ".beside [aria-selected='true']") },
    { keys: ["i"], shown: ["i"], does: "to the panel beside the article (Esc: back)", act: ({ panels }) => toPanel(panels, panels.current, "button, input") },
    { keys: ["z"], shown: ["z"], does: "undo (Shift: redo); Ctrl+Z too", act: ({ app }) => app.undo() },
    { keys: ["Z"], act: ({ app }) => app.redo() },
    { keys: ["Escape"], shown: ["Esc"], does: "give up a choice or a selection", act: ({ app }) => (app.picking ? app.cancelPick() : app.setSelection(null)) },
    { keys: ["?"], shown: ["?"], does: "this help", act: ({ help }) => help.show() },
  ] },
];

const BY_KEY = new Map(KEYS.flatMap(({ entries }) => entries).flatMap((entry) => entry.keys.map((key) => [key, entry])));
const WHILE_PICKING = new Set(["ArrowDown", "ArrowUp", "j", "k", "Home", "End", "Escape", "?"]);

export function listenToKeys(desk, container) {
  container.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented) return;
    const entry = BY_KEY.get(event.key) ?? BY_KEY.get(event.key.length === 1 ? event.key.toLowerCase() : event.key);
    if (!entry || !desk.app.article.segment()) return;
    event.preventDefault();
    if (desk.app.picking && event.key === "Enter") desk.app.select(desk.app.article.selected);
    else if (!desk.app.picking || WHILE_PICKING.has(event.key)) entry.act(desk, event.key, event.shiftKey);
  });
  document.addEventListener("keydown", (event) => {
    const key = event.key.toLowerCase();
    if (document.querySelector("dialog[open]")) return;
    const typing = event.target.matches?.("textarea, input[type=text]");
    if ((event.ctrlKey || event.metaKey) && !event.altKey && (key === "z" || key === "y") && !typing) {
      event.preventDefault();
      if (key === "y" || event.shiftKey) desk.app.redo();
      else desk.app.undo();
    } else if (event.key === "Escape" && !container.contains(event.target)) {
      desk.app.cancelPick();
      desk.view()?.element(desk.app.article.selected)?.focus();
    } else if (event.key === "?" && !typing && !container.contains(event.target)) {
      desk.help.show();
    }
  });
}

async function nextDispute(panels, app, step) {
  const panel = panels.panel("disputes");
  if (panels.tabs.get("disputes").hidden) {
    app.say("Nobody differs on a label of this file.");
    return;
  }
  panels.show("disputes");
  panel.container.focus(); // so that no key that follows falls on the article
  await panel.step(step);
}

async function toSpeaker({ app, panels }) {
  const { attribution } = app.article.segment();
  if (attribution) await toPanel(panels, "segment", `[data-keep="${attribution}.speaker"]`);
  else app.say("The author says it; press q where somebody else does.");
}

async function toPanel(panels, id, selector) {
  await panels.show(id);
  const host = document.getElementById(`panel-${id}`);
  (host?.querySelector(selector) ?? host)?.focus();
}
