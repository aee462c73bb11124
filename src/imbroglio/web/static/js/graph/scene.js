/** The graph on the screen: sigma with our colours, what is pointed at in the foreground and the rest behind it. */
import {EdgeRectangleProgram, NodeCircleProgram, Sigma, createEdgeCurveProgram} from "../../vendor/sigma-3.0.3/sigma.js";
import {glyphOf} from "../core/signs.js";
import {drawHover, drawLabel, drawSign, palette, through, tieColour} from "./look.js";
import {actorOf, holds, keyOf} from "./model.js";

const FEW = 500; // ties of which each bears its sign
const ARROW = {arrowHead: {extremity: "target", lengthToThicknessRatio: 3.2, widenessToThicknessRatio: 2.4}, drawLabel: drawSign};

/**
 * Shows `graph` in `box`. `on` is told of {node(id), tie(id), ground()} clicked and {moved()}. The scene has a `state` of
 * {day, pick}: `set` changes it.
 */
export function scene(box, graph, on) {
  const small = graph.size <= FEW, state = {day: null, pick: null};
  let hover = null, hoverTie = null, colours = palette(), near = null, active = null;
  const sigma = new Sigma(graph, box, {
    allowInvalidContainer: true, defaultEdgeType: "curved", edgeProgramClasses: {curved: createEdgeCurveProgram(ARROW), thin: EdgeRectangleProgram}, nodeProgramClasses: {circle: NodeCircleProgram},
    nodeReducer, edgeReducer, defaultDrawNodeLabel: drawLabel, defaultDrawNodeHover: drawHover,
    enableEdgeEvents: graph.size <= 3000, hideEdgesOnMove: graph.size > 3000, renderEdgeLabels: true, edgeLabelSize: 13, edgeLabelWeight: "700", edgeLabelColor: {attribute: "labelColour"},
    labelFont: getComputedStyle(document.body).fontFamily, labelSize: 12, labelDensity: 0.7, labelGridCellSize: 110, labelRenderedSizeThreshold: 5,
    minCameraRatio: 0.03, maxCameraRatio: 3, stagePadding: 40, zIndex: true,
  });

  function nodeReducer(id, actor) {
    const focus = hover ?? state.pick, colour = colours[actor.node.faction ?? "none"];
    const base = {...actor, color: colour, labelColour: colours.ink, ground: colours.page, zIndex: 1};
    if (id === focus || id === state.pick) return {...base, highlighted: true, forceLabel: true, zIndex: 3};
    if (near?.has(id)) return {...base, forceLabel: near.size < 40, zIndex: 2};
    if (near || (active && !active.has(id))) return {...base, color: through(colour, colours.page, near ? 0.15 : 0.25), label: "", zIndex: 0};
    return base;
  }

  function edgeReducer(id, tie) {
    const focus = hover ?? state.pick, {edge} = tie;
    if (!holds(tie, state.day)) return {...tie, hidden: true};
    const [source, target] = graph.extremities(id), own = focus && (source === focus || target === focus);
    if (focus && !own) return {...tie, hidden: true};
    const colour = tieColour(edge, colours, id === hoverTie ? 1.4 : own || small ? 1 : 0.55), sign = glyphOf(edge.sign, edge.klass);
    return {
      ...tie, color: colour, labelColour: colour, ground: colours.page, type: own ? "curved" : tie.type, size: (own ? Math.max(1.2, tie.size) : tie.size) * (id === hoverTie ? 2 : 1),
      label: own || small ? sign : null, forceLabel: Boolean(own || small), zIndex: edge.sign ? 1 : 0,
    };
  }

  function weigh() {
    const focus = hover ?? state.pick;
    near = focus && new Set(graph.filterEdges(focus, (_, tie) => holds(tie, state.day)).flatMap((id) => graph.extremities(id)));
    active = state.day === null ? null : new Set();
    if (active) graph.forEachEdge((_, tie, source, target) => { if (holds(tie, state.day)) active.add(source).add(target); });
    sigma.refresh();
  }

  const set = ({pick, ...patch}) => { Object.assign(state, patch, pick === undefined ? {} : {pick: pick === null ? null : keyOf(pick)}); weigh(); };
  const point = (id) => { hover = id; box.classList.toggle("pointing", Boolean(id)); weigh(); };
  const recolour = () => { colours = palette(); weigh(); };
  sigma.on("enterNode", ({node}) => point(node));
  sigma.on("leaveNode", () => point(null));
  sigma.on("clickNode", ({node}) => on.node(actorOf(node)));
  sigma.on("enterEdge", ({edge}) => { hoverTie = edge; box.classList.add("pointing"); sigma.refresh(); });
  sigma.on("leaveEdge", () => { hoverTie = null; box.classList.remove("pointing"); sigma.refresh(); });
  sigma.on("clickEdge", ({edge}) => on.tie(edge));
  sigma.on("clickStage", () => on.ground());
  sigma.getCamera().on("updated", () => on.moved());
  const scheme = matchMedia("(prefers-color-scheme: dark)");
  scheme.addEventListener("change", recolour);
  addEventListener("explorer:theme", recolour);

  return {
    sigma, set, refresh: () => sigma.refresh(), shows: (id) => holds(graph.getEdgeAttributes(id), state.day),
    fit: () => sigma.getCamera().animatedReset({duration: calm(300)}),
    zoom: (by) => sigma.getCamera().animate({ratio: sigma.getCamera().getState().ratio / by}, {duration: calm(200)}),
    goTo(id) { const {x, y} = sigma.getNodeDisplayData(keyOf(id)); sigma.getCamera().animate({x, y, ratio: Math.min(0.5, sigma.getCamera().getState().ratio)}, {duration: calm(400)}); },
    end() { scheme.removeEventListener("change", recolour); removeEventListener("explorer:theme", recolour); sigma.kill(); },
  };
}

const calm = (duration) => (matchMedia("(prefers-reduced-motion: reduce)").matches ? 1 : duration);
