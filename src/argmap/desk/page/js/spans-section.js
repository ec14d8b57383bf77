// The spans in the current segment: label, whose voice, and what that voice does with the frame.

import { attributionOptions, options } from "./attribution-section.js";
import { button, choice, el, percent, shortened } from "./dom.js";
import { removeSpan, setSpanLabel } from "./edits.js";
import { recordOf, setLabels } from "./labels.js";
import { adoptSpan, missing } from "./suggestions.js";

export const spanLabelOptions = (app) => app.words.spanLabels.map(({ value, name, layer }) => ({ value, name, group: layer }));

export function spansSection(app, segment) {
  const { doc } = app.article;
  const spans = doc.spans.filter(({ start, end }) => start < segment.end && segment.start < end);
  const others = missing(app.article, "spans", segment);
  const reasons = app.article.reasonsOf(segment)?.spans ?? [];
  return el("section", { class: "part" },
    el("h3", {}, "Spans ", el("span", { class: "count" }, spans.length)),
    !spans.length && !others.length && el("p", { class: "hint" }, "None. Select words and press ", el("kbd", {}, "x"), "."),
    spans.map((span) => row(app, span, reasons)),
    others.map((span) => el("p", { class: "suggestion differs" },
      "argmap: ", el("q", {}, shortened(span.text)), " ", el("b", {}, span.label.replaceAll("_", " ")), ` ${percent(span.confidence)} `,
      button("Accept", () => app.commit(adoptSpan(app, span), "Span accepted"), { class: "small", keep: `m-${span.id}-accept`, "aria-label": `Accept span ${shortened(span.text)}` }))));
}

function row(app, span, reasons) {
  const { doc } = app.article;
  const set = (values, said) => app.commit(setLabels(doc, "spans", span.id, values, app.by), said);
  const reason = reasons.find(({ text, label }) => text === span.text && label === span.label)?.reason;
  const status = recordOf(doc, `${span.id}.label`);
  return el("div", { class: `entry ${span.layer}`, role: "group", "aria-label": `Span ${shortened(span.text)}` },
    el("p", {}, el("mark", { class: span.layer }, shortened(span.text, 90)), " ",
      el("span", { class: "grounds" }, [percent(span.confidence), reason && `because of ${reason}`, status?.status === "edited" && "changed"].filter(Boolean).join(", "))),
    choice("Label", spanLabelOptions(app), span.label, (value) => setSpanLabel(app, span.id, value), { keep: `${span.id}.label` }),
    span.layer === "framing" && choice("The voice", options(app.words.frameStances), span.stance_to_frame, (value) => set({ stance_to_frame: value }, value), { keep: `${span.id}.stance` }),
    (span.layer === "framing" || span.layer === "loaded") && [
      choice("Whose", app.words.voices.map(({ value, name }) => ({ value, name })), span.voice,
        (value) => set({ voice: value, attribution: value === "author" ? null : (span.attribution ?? app.article.segment().attribution) }, value), { keep: `${span.id}.voice` }),
      span.voice !== "author" && choice("Owner", [{ value: "", name: "nobody named" }, ...attributionOptions(app, span, span.attribution)], span.attribution,
        (value) => set({ attribution: value || null }, "Owner set"), { keep: `${span.id}.owner` }),
    ],
    button("Delete span", () => removeSpan(app, span.id), { class: "small", keep: `${span.id}.delete`, "aria-label": `Delete span ${shortened(span.text)}` }));
}
