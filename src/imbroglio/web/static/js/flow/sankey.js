/** Who helps whom through what, as a Sankey diagram: ribbons as wide as they have independent sources. */
import {h, s} from "../core/dom.js";
import {count, spoken} from "../core/parts.js";
import {sankey, sankeyLeft, sankeyLinkHorizontal} from "../../vendor/d3-sankey-0.12.3/sankey.js";

const NODE = 8, UNIT = 12, GAP = 14, LINE = 17, LETTER = 6.6, NARROW = 560;

/** The ribbons as a picture that fits its box. `onPick` gets a ribbon; ribbons of `picked` ids (`source>target`) stay lit. */
export function flowPicture(ribbons, {onPick} = {}) {
  const box = h("div", {class: "flow"});
  new ResizeObserver(() => requestAnimationFrame(() => {
    const width = Math.floor(box.clientWidth);
    if (!width || width === box.drawn) return;
    box.drawn = width;
    box.replaceChildren(picture(ribbons, width, onPick));
  })).observe(box);
  return box;
}

/**
 * Nodes and links without a circle. d3-sankey asks for that, but who gives may be given to in turn: a ribbon that would close
 * a circle ends in a second box of the same actor.
 */
export function acyclic(ribbons) {
  const nodes = new Map(), out = new Map(), links = [];
  const node = (key, actor) => nodes.get(key) ?? nodes.set(key, {key, actor, again: key !== actor.id}).get(key);
  const reaches = (from, to, seen = new Set()) =>
    from === to || (!seen.has(from) && seen.add(from) && (out.get(from) ?? []).some((next) => reaches(next, to, seen)));
  for (const ribbon of [...ribbons].sort((a, b) => b.value - a.value)) {
    const closes = reaches(ribbon.target.id, ribbon.source.id);
    const source = node(ribbon.source.id, ribbon.source), target = node(closes ? `${ribbon.target.id} again` : ribbon.target.id, ribbon.target);
    out.set(source.key, [...(out.get(source.key) ?? []), target.key]);
    links.push({source: source.key, target: target.key, value: ribbon.value, ribbon});
  }
  return {nodes: [...nodes.values()], links};
}

function picture(ribbons, width, onPick) {
  const {nodes, links} = acyclic(ribbons);
  const made = laid(nodes, links, width);
  const columns = Math.max(...made.nodes.map((node) => node.layer)) + 1;
  const step = (width - NODE) / Math.max(1, columns - (width < NARROW ? 1 : 0));
  const room = (node) => (width < NARROW ? (node.layer >= columns - 2 ? step / 2 : step) - 14 // the last names stand before their boxes
    : Math.min(step - 14, width - node.x1 - 8));
  const svg = s("svg", {class: "flow-picture", width, height: made.height, role: "group", "aria-label": `Aid: ${count(ribbons.length, "flow")}`});
  const paths = made.links.map((link) => ribbonPath(link, onPick));
  const lit = (node) => paths.forEach((path, n) => path.classList.toggle("dim", Boolean(node) && !connected(node, made.links[n])));
  svg.append(s("g", {class: "flow-ribbons"}, paths), s("g", {class: "flow-nodes"}, made.nodes.map((node) => box(node, room, width, lit))));
  return svg;
}

function laid(nodes, links, width) {
  const labels = Math.min(190, Math.max(90, width / 6));
  const layout = sankey().nodeId((node) => node.key).nodeAlign(sankeyLeft).nodeWidth(NODE).nodePadding(GAP + 4).iterations(24);
  const first = layout.extent([[0, 0], [width, 1000]])({nodes: nodes.map((node) => ({...node})), links: links.map((link) => ({...link}))});
  const columns = Object.values(Object.groupBy(first.nodes, (node) => node.layer));
  const height = Math.max(120, ...columns.map((own) => own.reduce((sum, node) => sum + node.value * UNIT, 0) + (own.length - 1) * (GAP + 4)));
  const right = width < NARROW ? width : width - labels;
  return {...layout.extent([[0, LINE], [right, LINE + height]])({nodes, links}), height: height + 2 * LINE};
}

function ribbonPath(link, onPick) {
  const {ribbon} = link;
  const says = `${ribbon.source.name} to ${ribbon.target.name}: ${ribbon.relations.map(spoken).join(", ")}, ${count(ribbon.value, "independent source")}`;
  const pick = () => onPick?.(ribbon);
  return s("path", {
    class: `flow-ribbon roots-${Math.min(3, ribbon.value)}`, d: sankeyLinkHorizontal()(link), "stroke-width": Math.max(2, link.width),
    tabindex: 0, role: "button", "aria-label": says,
    on: {click: pick, keydown: (event) => { if (event.key === "Enter" || event.key === " ") { event.preventDefault(); pick(); } }},
  }, s("title", {}, says));
}

const connected = (node, link) => upstream(node).has(link) || downstream(node).has(link);
const upstream = (node, seen = new Set()) => { for (const link of node.targetLinks) if (!seen.has(link)) { seen.add(link); upstream(link.source, seen); } return seen; };
const downstream = (node, seen = new Set()) => { for (const link of node.sourceLinks) if (!seen.has(link)) { seen.add(link); downstream(link.target, seen); } return seen; };

/** A box and its name: beside it, or on the other side of it where the picture ends. */
function box(node, room, width, lit) {
  const {actor, x0, x1, y0, y1} = node;
  const turned = width < NARROW && x1 > width - 20 && x0 > 0;
  const channel = actor.id.startsWith("channel:");
  const label = s("text", {
    x: turned ? x0 - 5 : x1 + 6, y: (y0 + y1) / 2, dy: "0.35em", "text-anchor": turned ? "end" : "start",
  }, cut(actor.name, room(node)) + (node.again ? " ↺" : ""));
  const group = s("g", {class: channel ? "flow-node channel" : "flow-node"},
    s("title", {}, actor.name + (node.again ? " (again: what it gives is drawn at its other box)" : "")),
    s("rect", {x: x0, y: y0, width: x1 - x0, height: Math.max(3, y1 - y0), rx: channel ? 4 : 1}), label);
  group.addEventListener("pointerenter", () => lit(node));
  group.addEventListener("pointerleave", () => lit(null));
  return group;
}

/** A name in so many pixels; the whole stands in its title. */
export function cut(name, room) {
  const most = Math.max(6, Math.floor(room / LETTER));
  return name.length <= most ? name : `${name.slice(0, most - 1).trimEnd()}…`;
}
