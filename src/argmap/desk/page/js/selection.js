// Words that are selected in the article, by mouse or by arrow keys, as offsets of the text.

export class Selection {
  constructor(app, view) {
    this.app = app;
    this.view = view;
    this.anchor = null; // of the words chosen by keyboard: places in `words`
    this.reach = null;
    document.addEventListener("selectionchange", () => this.#read());
    app.addEventListener("selection", () => this.#paint());
  }

  // The browser's selection, where it lies in the article; it is kept when the focus moves on.
  #read() {
    const view = this.view();
    const found = document.getSelection();
    if (!view || !found || found.isCollapsed || !view.container.contains(found.anchorNode) || !view.container.contains(found.focusNode)) return;
    const range = found.getRangeAt(0);
    const ends = [view.pointOf(range.startContainer, range.startOffset), view.pointOf(range.endContainer, range.endOffset)];
    if (ends.includes(null)) return;
    const { text } = view.article;
    const marked = text.trim(Math.min(...ends), Math.max(...ends));
    const stretch = marked && text.whole(...marked);
    const old = this.app.selection;
    if (!stretch || (old && old.start === stretch[0] && old.end === stretch[1])) return;
    this.app.setSelection({ start: stretch[0], end: stretch[1] });
  }

  // Move by words through the segment and those beside it; `extend` keeps the other end.
  move(step, extend) {
    const { article } = this.app;
    const number = article.number();
    const near = article.doc.segments.slice(Math.max(0, number - 1), number + 2);
    const words = near.flatMap((item) => article.text.words(item.start, item.end));
    const own = article.segment();
    const chosen = this.app.selection;
    if (!own || !words.length) return;
    if (!chosen) {
      this.anchor = this.reach = step > 0 ? words.findIndex(([start]) => start >= own.start) : words.findLastIndex(([, end]) => end <= own.end);
    } else {
      const [first, last] = [words.findIndex(([, end]) => end > chosen.start), words.findLastIndex(([start]) => start < chosen.end)];
      const backwards = this.reach !== null && this.anchor !== null && this.reach < this.anchor;
      [this.anchor, this.reach] = backwards ? [last, first] : [first, last];
      this.reach = Math.max(0, Math.min(words.length - 1, this.reach + step));
      if (!extend) this.anchor = this.reach;
    }
    const [from, to] = [Math.min(this.anchor, this.reach), Math.max(this.anchor, this.reach)];
    const stretch = { start: words[from][0], end: words[to][1] };
    const home = article.segmentAt(words[this.reach][0]);
    if (home && home.id !== own.id && !extend) this.app.select(home.id, { keepSelection: true });
    this.app.setSelection(stretch);
    this.app.say(`Selected: ${article.text.slice(stretch.start, stretch.end)}`);
  }

  // Show the words as selected, whoever has the focus.
  #paint() {
    const view = this.view();
    const stretch = this.app.selection;
    if (!stretch) {
      this.anchor = this.reach = null;
      globalThis.CSS?.highlights?.delete("chosen");
      const found = document.getSelection();
      if (found && !found.isCollapsed && view?.container.contains(found.anchorNode)) found.removeAllRanges();
      return;
    }
    const [start, end] = [view.domAt(stretch.start), view.domAt(stretch.end, true)];
    if (!start || !end) return;
    const range = new Range();
    range.setStart(...start);
    range.setEnd(...end);
    if (globalThis.CSS?.highlights) CSS.highlights.set("chosen", new Highlight(range));
    else document.getSelection().setBaseAndExtent(...start, ...end);
  }
}
