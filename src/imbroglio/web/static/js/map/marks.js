/** What stands on the map: a signed mark for each theatre, a line for each route. */
import {s} from "../core/dom.js";
import {count} from "../core/parts.js";
import {geoInterpolate} from "../../vendor/d3-geo-3.1.2/geo.js";

const HEIGHT = 20, LETTER = 7, NAME = 14, STEPS = 24, ROUNDS = 60;

/** Places marks near where they belong, so that none covers another. Each has x, y (where it belongs), width, height. */
export function apart(marks, width, height) {
  for (const mark of marks) Object.assign(mark, {at: [mark.x, mark.y]});
  for (let round = 0; round < ROUNDS; round += 1) {
    let moved = false;
    for (const [n, one] of marks.entries()) for (const two of marks.slice(n + 1)) moved = pushed(one, two) || moved;
    for (const mark of marks) {
      mark.at[0] = Math.min(width - mark.width / 2 - 2, Math.max(mark.width / 2 + 2, mark.at[0]));
      mark.at[1] = Math.min(height - mark.height / 2 - 2, Math.max(mark.height / 2 + 2, mark.at[1]));
    }
    if (!moved) break;
  }
  return marks;
}

function pushed(one, two) {
  const x = (one.width + two.width) / 2 + 4 - Math.abs(one.at[0] - two.at[0]);
  const y = (one.height + two.height) / 2 + 2 - Math.abs(one.at[1] - two.at[1]);
  if (x <= 0 || y <= 0) return false;
  const axis = x < y ? 0 : 1, by = Math.min(x, y) / 2 + 0.5, sign = one.at[axis] <= two.at[axis] ? -1 : 1;
  one.at[axis] += sign * by;
  two.at[axis] -= sign * by;
  return true;
}

/** The size of a theatre's mark: two halves with a count each, and its name under them. */
export function sized(theatre) {
  const [plus, minus] = texts(theatre);
  const halves = [plus, minus].filter(Boolean).map((text) => Math.max(22, text.length * LETTER + 10));
  const pill = halves.reduce((a, b) => a + b, 0) || 22;
  return {theatre, pill, halves, width: Math.max(pill, theatre.name.length * 7.2 + 8), height: HEIGHT + NAME + 2};
}

const texts = ({plus, minus}) => [plus && `+${plus}`, minus && `−${minus}`];

/** A mark: support blue, hostility vermilion, side by side; a grey dot where only talk or structure is told. */
export function markOf(mark, picked, onPick) {
  const {theatre, pill, halves} = mark;
  const [x, y] = mark.at, left = x - pill / 2, top = y - mark.height / 2;
  const says = `${theatre.name}: ${count(theatre.plus, "claim")} of support, ${theatre.minus} of hostility, ${theatre.claims} in all`;
  const pick = () => onPick(theatre);
  let from = left, n = 0;
  const parts = [["supports", texts(theatre)[0]], ["opposes", texts(theatre)[1]]].filter(([, text]) => text).map(([klass, text]) => {
    const wide = halves[n], start = from;
    from += wide;
    n += 1;
    return [s("rect", {class: `map-half ${klass}`, x: start, y: top, width: wide, height: HEIGHT, rx: 2}), s("text", {class: "map-count", x: start + wide / 2, y: top + 14}, text)];
  });
  const plain = !parts.length && [s("rect", {class: "map-half plain", x: left, y: top, width: pill, height: HEIGHT, rx: 2}), s("text", {class: "map-count", x, y: top + 14}, theatre.claims)];
  const far = Math.hypot(mark.at[0] - mark.x, mark.at[1] - mark.y) > 12;
  return s("g", {
    class: `map-mark${picked ? " picked" : ""}`, tabindex: 0, role: "button", "aria-label": says, "aria-pressed": String(Boolean(picked)),
    on: {click: pick, keydown: (event) => { if (event.key === "Enter" || event.key === " ") { event.preventDefault(); pick(); } }},
  }, s("title", {}, says), far && [s("line", {class: "map-lead", x1: mark.x, y1: mark.y, x2: x, y2: y}), s("circle", {class: "map-spot", cx: mark.x, cy: mark.y, r: 2.5})],
  parts, plain, s("text", {class: "map-name", x, y: top + HEIGHT + NAME - 2}, theatre.name));
}

/** A route through its stops `[{name, at: [longitude, latitude]}]`: along great circles, dashed, since it is wanted and not had. */
export function routeOf(route, stops, project, onPick) {
  const points = stops.slice(1).flatMap((stop, n) => {
    const between = geoInterpolate(stops[n].at, stop.at);
    return Array.from({length: STEPS + 1}, (_, step) => project(between(step / STEPS)));
  });
  const d = `M${points.map((point) => point.map((one) => one.toFixed(1)).join(",")).join("L")}`;
  const pick = () => onPick(route);
  const says = `Route ${stops.map(({name}) => name).join(" – ")}`;
  return s("g", {
    class: "map-route", tabindex: 0, role: "button", "aria-label": says,
    on: {click: pick, keydown: (event) => { if (event.key === "Enter" || event.key === " ") { event.preventDefault(); pick(); } }},
  }, s("title", {}, says), s("path", {class: "map-route-reach", d}), s("path", {class: "map-route-line", d, "marker-end": "url(#map-arrow)"}),
  stops.map((stop) => { const [cx, cy] = project(stop.at); return s("circle", {class: "map-stop", cx, cy, r: 3}); }));
}

/** The head of a route's arrow. */
export const arrow = () => s("defs", {}, s("marker", {id: "map-arrow", viewBox: "0 0 8 8", refX: 7, refY: 4, markerWidth: 7, markerHeight: 7, orient: "auto-start-reverse"}, s("path", {class: "map-arrow", d: "M0 0L8 4L0 8Z"})));
