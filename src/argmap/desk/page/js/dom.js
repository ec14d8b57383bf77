// Building elements. Text goes in as text, never as markup.

import { whenLeft } from "./leaving.js";

export function el(tag, attributes = {}, ...children) {
  const made = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (value === null || value === undefined || value === false) continue;
    if (name === "on") for (const [event, act] of Object.entries(value)) made.addEventListener(event, act);
    else if (name === "value") made.value = value;
    else if (name === "checked" || name === "disabled" || name === "hidden") made[name] = true;
    else made.setAttribute(name, value === true ? "" : String(value));
  }
  made.append(...children.flat(3).filter((child) => child !== null && child !== undefined && child !== false));
  return made;
}

// New children, with the focus, the scrolling and what is being typed where they were: elements are
// known by `data-keep`, which names their entry too.
let drawing = 0;

// Whether a field loses the focus because it is drawn again, and not because it is left.
export const isDrawing = () => drawing > 0;

// How far an element is scrolled, kept while it scrolls: to ask for it lays the whole page out.
const tops = new WeakMap();

function scrolledTo(container) {
  if (!tops.has(container)) {
    tops.set(container, container.scrollTop);
    container.addEventListener("scroll", () => { if (!drawing) tops.set(container, container.scrollTop); }, { passive: true });
  }
  return tops.get(container);
}

export function redraw(container, ...children) {
  const active = document.activeElement;
  const inside = container !== active && container.contains(active);
  const kept = inside ? active.dataset.keep : null;
  const typed = inside && active.matches("input[type=text], textarea") ? { value: active.value, at: active.selectionStart } : null;
  const top = scrolledTo(container);
  drawing += 1;
  container.replaceChildren(...children.flat(3).filter(Boolean));
  drawing -= 1;
  if (top) container.scrollTop = top;
  if (!inside) return;
  const again = kept && container.querySelector(`[data-keep="${CSS.escape(kept)}"]`);
  if (again && typed) {
    again.value = typed.value;
    again.setSelectionRange(typed.at, typed.at);
  }
  const first = again || container.querySelector("button, input, select, textarea");
  (first || container).focus({ preventScroll: true });
}

export function button(words, act, more = {}) {
  return el("button", { type: "button", "data-keep": more.keep ?? words, on: { click: act }, ...without(more, "keep") }, words);
}

// A labelled select; `options` are { value, name, group? }.
export function choice(label, options, value, act, more = {}) {
  const select = el("select", { "data-keep": more.keep ?? label, on: { change: () => act(select.value) } });
  let group = null;
  for (const option of options) {
    if (option.group && group?.label !== option.group) {
      group = el("optgroup", { label: option.group });
      select.append(group);
    }
    (option.group ? group : select).append(el("option", { value: option.value }, option.name));
  }
  select.value = value ?? "";
  return el("label", { class: "field" }, el("span", {}, label), select);
}

// A line to type in; `act` gets what was typed when it is left, or at Enter.
export function field(label, value, act, more = {}) {
  const input = el("input", { type: "text", value: value ?? "", "data-keep": more.keep ?? label, maxlength: 500 });
  let taken = value ?? "";
  const done = () => {
    const typed = input.value.trim();
    if (typed === taken) return;
    taken = typed;
    act(typed);
  };
  input.addEventListener("blur", () => { if (!isDrawing()) whenLeft(done); });
  input.addEventListener("keydown", (event) => { if (event.key === "Enter") done(); });
  return el("label", { class: "field" }, el("span", {}, label), input);
}

// One of several, as radio buttons in a row.
export function chips(legend, options, value, act, more = {}) {
  const name = more.keep ?? legend;
  return el("fieldset", { class: "chips" },
    el("legend", { class: more.hideLegend ? "vh" : null }, legend),
    options.map((option) => {
      const input = el("input", {
        type: "radio", name, value: option.value, checked: option.value === value, "data-keep": `${name}-${option.value}`,
        on: { change: () => act(option.value) },
      });
      return el("label", { class: `chip ${option.value}`, title: option.meaning || null }, input, el("span", {}, option.letter && option.letter !== "–" ? el("b", { "aria-hidden": "true" }, `${option.letter} `) : null, option.name));
    }));
}

export const shortened = (text, most = 60) => {
  const plain = text.replace(/\s+/g, " ").trim();
  const points = Array.from(plain);
  return points.length <= most ? plain : `${points.slice(0, most - 1).join("")}…`;
};

export const percent = (score) => (score === null || score === undefined ? "" : `${Math.round(score * 100)} %`);

function without(object, ...names) {
  return Object.fromEntries(Object.entries(object).filter(([name]) => !names.includes(name)));
}
