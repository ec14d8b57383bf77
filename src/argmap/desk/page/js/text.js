// An article's text by Unicode code points, as the annotation file counts; JavaScript counts UTF-16.

const OPENING = /["“‘«(]/;
const CLOSING = /["”»)]/;
const LETTER = /[\p{L}\p{M}\p{N}]/u;

export class ArticleText {
  constructor(string) {
    this.string = string;
    this.units = null; // where each code point begins; only where some take two units
    if (/[\ud800-\udbff][\udc00-\udfff]/.test(string)) {
      const units = new Uint32Array(string.length + 1);
      let count = 0;
      for (let unit = 0; unit < string.length; unit += string.codePointAt(unit) > 0xffff ? 2 : 1) units[count++] = unit;
      units[count] = string.length;
      this.units = units.subarray(0, count + 1);
    }
    this.length = this.units ? this.units.length - 1 : string.length;
  }

  unit(point) {
    return this.units ? this.units[Math.max(0, Math.min(point, this.length))] : point;
  }

  point(unit) {
    if (!this.units) return unit;
    let low = 0;
    let high = this.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (this.units[middle] < unit) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  slice(start, end) {
    return this.string.slice(this.unit(start), this.unit(end));
  }

  quote(start, end) {
    return { start, end, text: this.slice(start, end) };
  }

  // The stretch without blanks at either end; null where nothing is left.
  trim(start, end) {
    const part = this.slice(start, end);
    const left = part.length - part.trimStart().length;
    if (left === part.length) return null;
    const right = part.length - part.trimEnd().length;
    return [start + left, end - right]; // blanks are one unit each
  }

  // The stretch with the words whole that it begins and ends in.
  whole(start, end) {
    let [from, to] = [this.unit(start), this.unit(end)];
    const joined = (unit) => LETTER.test(this.string[unit - 1] ?? "") && LETTER.test(this.string[unit] ?? "");
    while (joined(from)) from -= 1;
    while (joined(to)) to += 1;
    return [this.point(from), this.point(to)];
  }

  // The stretch without a comma that follows it, a quotation mark or bracket whose other half is
  // outside, and the full stop of a sentence that begins before it.
  bare(start, end, segment) {
    const part = this.slice(start, end);
    let [from, to] = [0, part.length];
    const stop = start > segment.start && end === segment.end && /(^|[\s("“‘«])[^.\s]{2,}\.["”’»)]*$/.test(part);
    for (let before = -1; before !== to - from; ) {
      before = to - from;
      const [first, last] = [part[from], part[to - 1]];
      const inner = part.slice(from, to);
      if (/[,;:]/.test(last) || (stop && last === ".")) to -= 1;
      else if (CLOSING.test(last) && !OPENING.test(inner.slice(0, -1))) to -= 1;
      else if (OPENING.test(first) && !CLOSING.test(inner.slice(1))) from += 1;
    }
    return to > from ? [this.point(this.unit(start) + from), this.point(this.unit(start) + to)] : [start, end];
  }

  words(start, end) {
    const from = this.unit(start);
    const found = [];
    for (const match of this.slice(start, end).matchAll(/\S+/g)) {
      found.push([this.point(from + match.index), this.point(from + match.index + match[0].length)]);
    }
    return found;
  }
}
