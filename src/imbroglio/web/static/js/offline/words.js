/** Words compared and looked up as the server does it: in code points, without case. Offsets of the API count code points. */

const SURROGATE = /[\ud800-\udfff]/;
const UNSEEN = /[\x00-\x08\x0b-\x1f\x7f-\x9f\u200e\u200f\u202a-\u202e\u2066-\u2069]/g;
const SPACES = /[\t-\r \u00a0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000]+/;

/** Without case: full case folding, to which going up and down again comes (a dotless i stays one). */
export function fold(text) {
  return text.split("ı").map((part) => part.toUpperCase().toLowerCase().replaceAll("ς", "σ")).join("ı");
}

/** Orders two strings by code point; where UTF-16 has pairs, that is another order than `<`. */
export function compare(one, other) {
  const length = Math.min(one.length, other.length);
  for (let n = 0; n < length; n += 1) {
    const [a, b] = [one.charCodeAt(n), other.charCodeAt(n)];
    if (a !== b) return rank(a) - rank(b);
  }
  return one.length - other.length;
}

const rank = (unit) => (unit >= 0xd800 && unit <= 0xdfff ? unit + 0x10000 : unit);

/** Orders lists by their first values that differ; values are numbers, booleans and strings. */
export function compareAll(one, other) {
  for (let n = 0; n < one.length && n < other.length; n += 1) {
    const found = typeof one[n] === "string" ? compare(one[n], other[n]) : one[n] - other[n];
    if (found) return found;
  }
  return one.length - other.length;
}

/** A text that is cut by code points. */
export class Text {
  constructor(text) {
    this.text = text;
    this.points = SURROGATE.test(text) ? Array.from(text) : null;
    this.length = (this.points ?? text).length;
  }

  slice(start, end) {
    return this.points ? this.points.slice(start, end).join("") : this.text.slice(start, end);
  }

  /** The code points before a place in the string. */
  before(unit) {
    return this.points ? Array.from(this.text.slice(0, unit)).length : unit;
  }
}

/** The words between spaces. */
export const split = (text) => text.split(SPACES).filter(Boolean);

/** The words on one line, without characters that nobody sees. */
export const clean = (words) => split(words.replaceAll("\r", "\n").replace(UNSEEN, "")).join(" ");

/** The name of a place as it is looked up: see `knowledge.places.key`. */
export function key(name) {
  const plain = name.toLowerCase().normalize("NFKD").replace(/[^\x00-\x7f]/g, "");
  return split(plain.replace(/['`.]/g, "").replace(/\b(?:the|al|ar|as|el|an)\b[- ](?=\w)/g, "").replace(/\W+/g, " ")).join(" ");
}

/** An id as a segment of an address, everything escaped but letters, digits and `_.-~`. */
export const segment = (id) => encodeURIComponent(id).replace(/[!'()*]/g, (one) => `%${one.charCodeAt(0).toString(16).toUpperCase()}`);

/** A word as a pattern that finds it alone. */
export const literal = (word) => word.replace(/[\^$\\.*+?()[\]{}|/]/g, "\\$&");
