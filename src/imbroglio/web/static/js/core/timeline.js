/** Claims over time: a row for each theatre, a bar for each claim. */
import {h, s} from "./dom.js";
import {day, spanSaid, ticks} from "./days.js";

const LANE = 16, BAR = 10, HEAD = 24, AXIS = 26, EDGE = 12, SMALLEST = 7, LEAST = 70; // pixels, and days for which there is a month to be named
const SIGNS = {1: "supports", "-1": "opposes", 0: "neither"};
const BEFORE = {1: "+", "-1": "−", 0: "○"};

/**
 * A picture of bars (`Bar` of the API). Precise spans are solid, imprecise ones dashed, those known by a tense only faint;
 * an open end is an arrow. `from` and `to` are ISO dates, by default the first and last told. `onPick` gets a claim's id.
 */
export function timeline(bars, {from, to, onPick} = {}) {
  const box = h("div", {class: "timeline"});
  const draw = () => {
    const width = Math.floor(box.clientWidth);
    if (width && width !== box.drawn) {
      box.drawn = width;
      box.replaceChildren(picture(bars, width, {from, to, onPick}));
    }
  };
  new ResizeObserver(() => requestAnimationFrame(draw)).observe(box);
  return box;
}

function picture(bars, width, {from, to, onPick}) {
  const spans = bars.map(spanOf);
  const [first, last] = domain(spans, day(from), day(to));
  const x = (at) => EDGE + ((at - first) / (last - first)) * (width - 2 * EDGE);
  const rows = [];
  let y = 4;
  for (const [theatre, own] of byTheatre(spans)) {
    rows.push(s("text", {class: "timeline-theatre", x: EDGE, y: y + 15}, theatre));
    y += HEAD;
    const lanes = [];
    for (const span of own) {
      const [left, right] = ends(span, x, first, last);
      const lane = free(lanes, left, right);
      rows.push(bar(span, left, right, y + lane * LANE, onPick));
    }
    y += lanes.length * LANE + 8;
  }
  return s("svg", {class: "timeline-picture", width, height: y + AXIS, role: "group", "aria-label": `Time line of ${bars.length} claims`},
    axis(first, last, x, y, width), ...rows);
}

function spanOf(bar) {
  const since = day(bar.since), until = day(bar.until);
  const known = since !== null || until !== null;
  const published = day(bar.published);
  return {bar, known, since: known ? since : published, until: known ? until : published};
}

function domain(spans, from, to) {
  const told = spans.flatMap(({since, until, bar}) => [since, until, day(bar.published)]).filter((at) => at !== null);
  const first = from ?? Math.min(...told), last = to ?? Math.max(...told);
  if (!Number.isFinite(first) || !Number.isFinite(last)) return [0, 1];
  const room = Math.max(10, (last - first) * 0.03, (LEAST - (last - first)) / 2);
  return [first - room, last + room];
}

function byTheatre(spans) {
  const rows = new Map();
  for (const span of spans.sort((a, b) => (a.since ?? -1e9) - (b.since ?? -1e9))) {
    const name = span.bar.theatre ?? "No theatre told";
    rows.set(name, [...(rows.get(name) ?? []), span]);
  }
  return [...rows].sort((a, b) => b[1].length - a[1].length);
}

function ends({since, until}, x, first, last) {
  const left = x(Math.min(last, Math.max(first, since ?? first))), right = x(Math.max(first, Math.min(last, until === null ? last : until + 1)));
  const short = Math.max(0, SMALLEST - (right - left)) / 2;
  return [left - short, right + short];
}

function free(lanes, left, right) {
  const found = lanes.findIndex((end) => end + 3 < left);
  const lane = found < 0 ? lanes.length : found;
  lanes[lane] = right;
  return lane;
}

function bar({bar: told, known, since, until}, left, right, y, onPick) {
  const look = !known ? "untold" : !told.precise ? "imprecise" : told.stated ? "precise" : "tense";
  const says = `${told.subject.name} ${told.relation.replaceAll("_", " ")} ${told.object.name}, ${known ? spanSaid(told.since, told.until) : "at a time not told"}` +
    (known && !told.precise ? " (on some day of it)" : "") + (known && !told.stated ? " (known by the tense only)" : "");
  const pick = () => onPick?.(told.claim);
  const onKey = (event) => {if (event.key === "Enter" || event.key === " ") {event.preventDefault(); pick();} };
  const operable = onPick ? {tabindex: 0, role: "button", on: {click: pick, keydown: onKey} } : {role: "img"};
  return s("g", {class: `timeline-bar ${look} ${SIGNS[told.sign]}`, "aria-label": `${BEFORE[told.sign]} ${says}`, ...operable},
    s("title", {}, says),
    s("path", {d: shape(left, right, y, since === null, until === null)}),
    s("text", {class: "timeline-sign", x: Math.min(right - 4, left + (since === null ? 12 : 8)), y: y + BAR - 1.5, "aria-hidden": "true"}, right - left > 18 ? BEFORE[told.sign] : ""));
}

/** A bar; an end that is open runs out into a point. */
function shape(left, right, y, openLeft, openRight) {
  const point = Math.min(6, (right - left) / 3), middle = y + BAR / 2, bottom = y + BAR;
  const start = openLeft ? `M${left + point},${bottom}L${left},${middle}L${left + point},${y}` : `M${left},${bottom}V${y}`;
  return start + (openRight ? `H${right - point}L${right},${middle}L${right - point},${bottom}Z` : `H${right}V${bottom}Z`);
}

function axis(first, last, x, y, width) {
  const marks = ticks(first, last, Math.max(2, Math.floor(width / 80)));
  return s("g", {class: "timeline-axis", "aria-hidden": "true"},
    s("line", {x1: EDGE, x2: width - EDGE, y1: y, y2: y}),
    ...marks.flatMap(({day: at, text}) => [
      s("line", {class: "timeline-grid", x1: x(at), x2: x(at), y1: 4, y2: y + 4}),
      s("text", {x: x(at), y: y + 18, "text-anchor": "middle"}, text),
    ]));
}
