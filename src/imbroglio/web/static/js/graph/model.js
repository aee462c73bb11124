/** The graph that sigma draws: actors as nodes, one curved arrow for each tie of a class in a theatre. */
import {MultiDirectedGraph} from "../../vendor/graphology-0.26.0/graphology.js";
import {day} from "../core/days.js";

const SIZES = {least: 3, most: 16};
const MANY = 3000; // ties; above it they are drawn straight and thin
const BEND = 0.22; // how far apart ties of one pair lie, as a share of their length

/** Under which an actor is in the graph. Libraries keep nodes in plain objects, where the bare ids `__proto__` and `constructor` do harm. */
export const keyOf = (id) => `@${id}`;
export const actorOf = (key) => key.slice(1);

/** A graph of the answer of `/graph`. Ties between the same two lie side by side, theatre by theatre. */
export function graphOf({nodes, edges}) {
  const graph = new MultiDirectedGraph();
  const most = Math.max(1, ...nodes.map(({claims}) => claims));
  const small = nodes.length > 400 ? 0.6 : 1;
  for (const node of nodes) {
    graph.addNode(keyOf(node.id), {node, label: node.name, size: small * (SIZES.least + (SIZES.most - SIZES.least) * Math.sqrt(node.claims / most)), x: 0, y: 0});
  }
  const pairs = new Map(), straight = edges.length > MANY;
  edges.forEach((edge, n) => {
    const [source, target] = [edge.source, edge.target].map(keyOf);
    if (source === target || !graph.hasNode(source) || !graph.hasNode(target)) return;
    const key = source < target ? `${source}\n${target}` : `${target}\n${source}`;
    const place = pairs.get(key) ?? 0;
    pairs.set(key, place + 1);
    graph.addEdgeWithKey(`${n}`, source, target, {edge, place, since: day(edge.since), until: day(edge.until), size: straight ? 0.5 : 0.8 + 0.9 * Math.min(3, edge.roots)});
  });
  graph.forEachEdge((id, {edge, place}, source, target) => {
    const forward = source < target ? 1 : -1, total = pairs.get(forward > 0 ? `${source}\n${target}` : `${target}\n${source}`);
    graph.mergeEdgeAttributes(id, {curvature: forward * (total > 1 ? BEND * (place - (total - 1) / 2) * (total > 4 ? 4 / total : 1) : 0.08), type: straight ? "thin" : "curved", edge});
  });
  return graph;
}

/** Whether a tie may hold on a day; one without a date always may. `at` null is any time. */
export const holds = ({since, until}, at) => at === null || ((since === null || since <= at) && (until === null || until >= at));

/** First and last day that any tie tells, or null where none does. */
export function days(graph) {
  const told = [];
  graph.forEachEdge((_, {since, until}) => told.push(since, until));
  const known = told.filter((at) => at !== null);
  return known.length ? [known.reduce((a, b) => Math.min(a, b)), known.reduce((a, b) => Math.max(a, b))] : null;
}
