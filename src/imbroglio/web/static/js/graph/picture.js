/** The graph as a picture to keep: a bitmap of what the screen shows, or its shapes. */
import {s} from "../core/dom.js";
import {onPaper} from "../core/save.js";
import {glyphOf} from "../core/signs.js";

/** A canvas with what the scene shows now. */
export function bitmap({sigma}) {
  const {width, height} = sigma.getDimensions();
  sigma.refresh(); // what WebGL drew is there only until the frame ends
  const layers = Object.entries(sigma.getCanvases()).filter(([name]) => name !== "mouse").map(([, canvas]) => canvas);
  return onPaper(width, height, (pen) => layers.forEach((canvas) => pen.drawImage(canvas, 0, 0, width, height)));
}

/** The same as SVG: ties as curves with their signs, actors as circles with their names. */
export function shapes({sigma, shows}, graph) {
  const {width, height} = sigma.getDimensions();
  const place = (id) => sigma.framedGraphToViewport(sigma.getNodeDisplayData(id));
  const radius = (id) => sigma.scaleSize(sigma.getNodeDisplayData(id).size);
  const ties = graph.filterEdges((id) => shows(id) && !sigma.getEdgeDisplayData(id).hidden).map((id) => {
    const [source, target] = graph.extremities(id), data = sigma.getEdgeDisplayData(id), {edge} = graph.getEdgeAttributes(id);
    return tie(place(source), place(target), data.curvature ?? 0, data, glyphOf(edge.sign, edge.klass), graph.size < 500);
  });
  const actors = graph.mapNodes((id) => {
    const {x, y} = place(id), data = sigma.getNodeDisplayData(id);
    const name = data.label && s("text", {x: x + radius(id) + 4, y: y + 4, fill: data.labelColour, "font-size": 12}, data.label);
    return s("g", {}, s("circle", {cx: x, cy: y, r: radius(id), fill: data.color}), name);
  });
  return s("svg", {class: "graph-shapes", width, height, viewBox: `0 0 ${width} ${height}`}, ties, actors);
}

function tie(from, to, bend, {color, size}, sign, signed) {
  const middle = [(from.x + to.x) / 2 - (to.y - from.y) * bend, (from.y + to.y) / 2 + (to.x - from.x) * bend];
  const half = [0.25 * from.x + 0.5 * middle[0] + 0.25 * to.x, 0.25 * from.y + 0.5 * middle[1] + 0.25 * to.y];
  return s("g", {}, s("path", {d: `M${from.x} ${from.y}Q${middle[0]} ${middle[1]} ${to.x} ${to.y}`, fill: "none", stroke: color, "stroke-width": size}),
    signed && s("text", {x: half[0], y: half[1] + 4, "text-anchor": "middle", "font-size": 12, "font-weight": 700, fill: color}, sign));
}
