/** The parties of a finding as a small picture: who is with and against whom. */
import {h, s} from "../core/dom.js";
import {classOf, glyph, glyphOf} from "../core/signs.js";

const WIDTH = 264, HEIGHTS = [168, 168, 168, 168, 168, 190, 208, 236], RADIUS = 5, BADGE = 14, LONGEST = 19, BEND = 13, OUT = 0.3;

/** A figure; lines come from the finding's `arcs`. */
export function parties({actors: all, arcs}) {
  const met = all.filter(({id}) => arcs.some(({subject, object}) => subject === id || object === id));
  const actors = met.length > 1 ? met : all;
  const height = HEIGHTS[actors.length] ?? HEIGHTS.at(-1);
  const at = new Map(actors.map(({id}, n) => [id, spot(n, actors.length, height)]));
  const lines = merged(arcs).filter(({subject, object}) => at.has(subject) && at.has(object));
  const says = lines.map(({subject, object, sign, both}) => `${name(actors, subject)} ${sign > 0 ? "supports" : "opposes"} ${name(actors, object)}${both ? " and the other way round" : ""}`);
  return h("figure", {class: "parties"}, s("svg", {viewBox: `0 0 ${WIDTH} ${height}`, role: "img", "aria-label": says.join("; ")},
    lines.map((line) => arc(line, at.get(line.subject), at.get(line.object), lines)),
    actors.map((actor) => node(actor, at.get(actor.id), height))));
}

/** Two lines of one sign, there and back, are one without an arrow. */
function merged(arcs) {
  const found = [];
  for (const one of arcs) {
    const back = found.find((other) => other.subject === one.object && other.object === one.subject && other.sign === one.sign);
    if (back) back.both = true;
    else found.push({...one});
  }
  return found;
}

function spot(n, all, height) {
  const angle = (2 * Math.PI * n) / all - Math.PI / 2 + (all === 4 || all === 2 ? Math.PI / all : 0);
  return {x: WIDTH / 2 + Math.cos(angle) * 84, y: height / 2 + 2 + Math.sin(angle) * (height / 2 - 28)};
}

function arc(line, from, to, lines) {
  const twin = lines.some((other) => other !== line && [other.subject, other.object].sort().join() === [line.subject, line.object].sort().join());
  const [dx, dy] = [to.x - from.x, to.y - from.y];
  const length = Math.hypot(dx, dy);
  const [ux, uy] = [dx / length, dy / length];
  const bend = twin ? BEND * (line.subject < line.object ? 1 : -1) * line.sign : 0;
  const middle = {x: (from.x + to.x) / 2 - uy * bend, y: (from.y + to.y) / 2 + ux * bend};
  const control = {x: (from.x + to.x) / 2 - uy * bend * 2, y: (from.y + to.y) / 2 + ux * bend * 2};
  const end = {x: to.x - ux * (RADIUS + 3), y: to.y - uy * (RADIUS + 3)};
  const sign = glyphOf(line.sign);
  const badge = glyph({glyph: sign, roots: 3}, BADGE);
  badge.setAttribute("x", middle.x - BADGE / 2);
  badge.setAttribute("y", middle.y - BADGE / 2);
  return s("g", {class: `parties-arc ${classOf(sign)}`}, s("path", {d: `M${from.x} ${from.y}Q${control.x} ${control.y} ${end.x} ${end.y}`}),
    !line.both && s("path", {class: "parties-head", d: `M${end.x} ${end.y}l${-ux * 7 - uy * 3.5} ${-uy * 7 + ux * 3.5}l${uy * 7} ${-ux * 7}Z`}), badge);
}

/** Names stand outside of the ring, and a bit to its sides. */
function node({name: full}, {x, y}, height) {
  const short = full.length > LONGEST ? `${full.slice(0, LONGEST - 1)}…` : full;
  const above = y < height / 2;
  const half = short.length * 3.1;
  const left = Math.max(half + 1, Math.min(WIDTH - half - 1, x + (x - WIDTH / 2) * OUT));
  return s("g", {}, s("title", {}, full), s("circle", {class: "parties-node", cx: x, cy: y, r: RADIUS}), s("text", {x: left, y: above ? y - 10 : y + 19, "text-anchor": "middle"}, short));
}

const name = (actors, id) => actors.find((actor) => actor.id === id)?.name ?? id;
