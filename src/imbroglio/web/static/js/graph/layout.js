/**
 * Where actors stand: ForceAtlas2 (Jacomy et al. 2014) over a signed graph. Support and structure draw together, hostility
 * hardly does, so that sides come apart. It runs in small steps between frames, and the page stays alive.
 */
import {iterate} from "../../vendor/graphology-layout-forceatlas2-0.10.1/forceatlas2.js";

const PULL = {supports: 1, structure: 1.2, place: 0.4, talk: 0.3, opposes: 0.12};
const STEPS = {few: 400, many: 160}; // iterations
const LARGE = 300; // actors; a smaller graph is laid out before it is shown
const BUDGET = 14; // milliseconds of a frame
const GOLDEN = Math.PI * (3 - Math.sqrt(5)); // turns of a sunflower: no two starts coincide
const known = new Map(); // positions by actor, so that a filter does not throw everything about

/** Lays `graph` out, calling `moved` now and then and `done` at the end. Gives a function that stops it. */
export function layOut(graph, moved, done) {
  const ids = graph.nodes(), matrix = nodeMatrix(graph, ids), pulls = edgeMatrix(graph, ids);
  const large = ids.length > LARGE;
  const settings = {
    linLogMode: false, outboundAttractionDistribution: false, adjustSizes: false, edgeWeightInfluence: 1, scalingRatio: large ? 6 : 10,
    strongGravityMode: true, gravity: large ? 0.02 : 0.06, slowDown: 1 + Math.log(ids.length + 1), barnesHutOptimize: large, barnesHutTheta: 0.7,
  };
  let left = large ? STEPS.many : STEPS.few, stopped = false, frame = 0;
  const step = (until) => {
    while (left > 0 && until()) {
      iterate(settings, matrix, pulls);
      left -= 1;
    }
  };
  const place = () => {
    ids.forEach((id, n) => known.set(id, [matrix[n * 10], matrix[n * 10 + 1]]));
    graph.updateEachNodeAttributes((id, attributes) => { const [x, y] = known.get(id); return {...attributes, x, y}; }, {attributes: ["x", "y"]});
  };
  const turn = () => {
    if (stopped) return;
    const from = performance.now();
    step(() => performance.now() - from < BUDGET);
    frame += 1;
    if (left && frame % 6 === 0) { place(); moved(); }
    if (left) requestAnimationFrame(turn);
    else { place(); done(); }
  };
  if (!large) {
    step(() => true);
    place();
    queueMicrotask(() => stopped || done());
  } else {
    place();
    requestAnimationFrame(turn);
  }
  return () => { stopped = true; };
}

/** Rows of x, y, dx, dy, old dx, old dy, mass, convergence, size, fixed, as the library wants them. */
function nodeMatrix(graph, ids) {
  const matrix = new Float32Array(ids.length * 10);
  ids.forEach((id, n) => {
    const {node, size} = graph.getNodeAttributes(id), side = node.faction === null ? 0 : node.faction ? 1 : -1;
    const [x, y] = known.get(id) ?? [side * 60 + 8 * Math.sqrt(n) * Math.cos(n * GOLDEN), 8 * Math.sqrt(n) * Math.sin(n * GOLDEN)];
    matrix.set([x, y, 0, 0, 0, 0, 1 + graph.degree(id), 1, size, 0], n * 10);
  });
  return matrix;
}

/** Rows of source, target, weight: all ties of two actors as one. */
function edgeMatrix(graph, ids) {
  const row = new Map(ids.map((id, n) => [id, n * 10])), pairs = new Map();
  graph.forEachEdge((_, {edge}, source, target) => {
    const [a, b] = source < target ? [source, target] : [target, source], key = `${a}\n${b}`;
    const pair = pairs.get(key) ?? [row.get(a), row.get(b), 0];
    pair[2] += (PULL[edge.klass] ?? 0.3) * Math.min(3, edge.roots || 1);
    pairs.set(key, pair);
  });
  return new Float32Array([...pairs.values()].flat());
}
