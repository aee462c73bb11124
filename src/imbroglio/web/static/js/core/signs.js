/** The mark of a tie, the same in every view: sign as colour and glyph, fill strength as independent roots. */
import {h, s} from "./dom.js";

const SIZE = 20, STEP = 5;
const CLASS = {"+": "supports", "−": "opposes", "±": "both", "○": "structure", "·": "talks"};
const WORDS = {"+": "support", "−": "hostility", "±": "support and hostility", "○": "structure only", "·": "talks only"};
const DRAWN = new Map(); // what was drawn once is copied: a matrix has thousands

/** The class of a sign, for other pictures: `supports`, `opposes`, `both`, `structure`, `talks`. */
export const classOf = (glyph) => CLASS[glyph] ?? "structure";

/** The glyph of a sign and class of relation, for ties that come without one. */
export const glyphOf = (sign, klass = "") => (sign > 0 ? "+" : sign < 0 ? "−" : klass === "talk" ? "·" : "○");

/**
 * A small picture of a `Cell` (or anything with a glyph and some of its fields): strength by `roots`, a diagonal split where
 * theatres differ, a corner dot where sources disagree, hollow where presupposed only, hatched where never told as a fact.
 */
export function glyph(cell, size = SIZE) {
  const look = [
    cell.glyph, strength(cell.plus || cell.roots), strength(cell.minus || cell.roots), cell.split, cell.disagree, cell.presupposed, cell.hedged,
  ];
  const key = look.map(String).join();
  if (!DRAWN.has(key)) DRAWN.set(key, drawn(...look));
  const mark = DRAWN.get(key).cloneNode(true);
  mark.setAttribute("width", size);
  mark.setAttribute("height", size);
  return mark;
}

/** What a mark says, in words: for labels and titles. */
export function inWords(cell) {
  const more = [
    cell.roots && `${cell.roots} independent ${cell.roots === 1 ? "origin" : "origins"}`, cell.split && "theatres differ", cell.disagree && "sources disagree",
    cell.presupposed && "presupposed only", cell.hedged && "never told as a fact", cell.denied > 0 && `${cell.denied} denied`,
  ].filter(Boolean);
  return [WORDS[cell.glyph] ?? "said", ...more].join(", ");
}

const strength = (roots = 1) => Math.max(1, Math.min(3, roots));

function drawn(sign, plus, minus, split, disagree, hollow, hatched) {
  const parts = sign === "±" ? halves(plus, minus, split, hollow, hatched) : sign === "○" || sign === "·" ? plain(sign, plus, hollow, hatched)
    : [area(CLASS[sign], sign === "−" ? minus : plus, hollow, hatched, square), stroke(sign, 10, 10, 4.5, sign === "−" ? minus : plus, hollow || hatched)];
  const dot = disagree && s("circle", {class: "sign-dot", cx: 17, cy: 3, r: 3});
  return s("svg", {class: `sign ${CLASS[sign] ?? "structure"}`, viewBox: `0 0 ${SIZE} ${SIZE}`, "aria-hidden": "true"}, parts, dot);
}

const square = {path: "M0 0H20V20H0Z", inner: "M.75 .75H19.25V19.25H.75Z", from: 0, to: 20};
const left = {path: "M0 0H10V20H0Z", inner: "M.75 .75H9.5V19.25H.75Z", from: 0, to: 10};
const right = {path: "M10 0H20V20H10Z", inner: "M10.5 .75H19.25V19.25H10.5Z", from: 10, to: 20};
const upper = {path: "M0 0H20L0 20Z", inner: "M.75 .75H18.2L.75 18.2Z", from: 0, to: 20, sums: [0, 20]};
const lower = {path: "M20 0V20H0Z", inner: "M19.25 1.8V19.25H1.8Z", from: 0, to: 20, sums: [20, 40]};

/** Both signs stand side by side and never blend; along the diagonal where they hold in different theatres. */
function halves(plus, minus, split, hollow, hatched) {
  const [one, other] = split ? [upper, lower] : [left, right];
  const [a, b] = split ? [[6, 6], [14, 14]] : [[5, 10], [15, 10]];
  return [
    area("supports", plus, hollow, hatched, one), area("opposes", minus, hollow, hatched, other),
    stroke("+", ...a, 3, plus, hollow || hatched), stroke("−", ...b, 3, minus, hollow || hatched),
  ];
}

function plain(sign, level, hollow, hatched) {
  if (sign === "·") return [s("circle", {class: `sign-talk strength-${level}${hollow ? " hollow" : ""}`, cx: 10, cy: 10, r: 3.5})];
  return [s("circle", {class: `sign-ring strength-${level}`, cx: 10, cy: 10, r: 5.5, "stroke-dasharray": hatched ? "2.5 2" : null})];
}

function area(klass, level, hollow, hatched, shape) {
  const border = (hollow || hatched) && s("path", {class: `sign-border ${klass}`, d: shape.inner, "stroke-dasharray": hollow && hatched ? "3 2" : null});
  if (hollow) return [border];
  if (hatched) return [s("path", {class: `sign-hatch ${klass} strength-${level}`, d: hatch(shape)}), border];
  return [s("path", {class: `sign-area ${klass} strength-${level}`, d: shape.path})];
}

/** Lines along x + y = sum, inside the shape. */
function hatch({from, to, sums: [least, most] = [from, to + SIZE]}) {
  const lines = [];
  for (let sum = Math.ceil((least + 1) / STEP) * STEP; sum < most; sum += STEP) {
    const x1 = Math.max(from, sum - SIZE), x2 = Math.min(to, sum);
    lines.push(`M${x1} ${sum - x1}L${x2} ${sum - x2}`);
  }
  return lines.join("");
}

function stroke(sign, x, y, arm, level, onPage) {
  const d = `M${x - arm} ${y}H${x + arm}${sign === "+" ? `M${x} ${y - arm}V${y + arm}` : ""}`;
  const klass = `sign-stroke ${CLASS[sign]}${onPage || level < 3 ? "" : " on-fill"}`;
  return [onPage && s("path", {class: "sign-halo", d}), s("path", {class: klass, d})];
}

/** What every mark means. */
export function legend() {
  const rows = [
    ["supports", {glyph: "+", plus: 3}], ["opposes", {glyph: "−", minus: 3}], ["both", {glyph: "±", plus: 3, minus: 3}],
    ["both, in different theatres", {glyph: "±", plus: 3, minus: 3, split: true}], ["structure only: part of, leads, renamed", {glyph: "○", roots: 3}],
    ["talks only", {glyph: "·", roots: 3}], ["one independent origin", {glyph: "+", plus: 1}], ["two", {glyph: "+", plus: 2}],
    ["three or more", {glyph: "+", plus: 3}], ["sources disagree", {glyph: "±", plus: 2, minus: 2, disagree: true}],
    ["presupposed only, never asserted", {glyph: "+", plus: 1, presupposed: true}], ["hedged, planned or hypothetical only", {glyph: "−", minus: 3, hedged: true}],
  ];
  return h("ul", {class: "legend"}, rows.map(([text, cell]) => h("li", {}, glyph(cell), h("span", {}, text))));
}
