/** The graph: everybody and all ties at once; signed, directed, theatre by theatre, as of a day or of any time. */
import {change, filters, go, link, state as address} from "../core/address.js";
import {get, href} from "../core/api.js";
import {bdi, clear, h} from "../core/dom.js";
import {day as dayOf, iso} from "../core/days.js";
import {filterBar} from "../core/filters.js";
import {count, empty, head, segmented} from "../core/parts.js";
import {saveMenu} from "../core/save.js";
import {side} from "../core/side.js";
import {clock} from "../graph/clock.js";
import {days, graphOf, holds, keyOf} from "../graph/model.js";
import {layOut} from "../graph/layout.js";
import {bitmap, shapes} from "../graph/picture.js";
import {showActor, showTie} from "../graph/picked.js";
import {scene} from "../graph/scene.js";
import {tieTable} from "../graph/table.js";

const SETTLE = 400; // milliseconds after which where one looks goes into the address

export async function view(root, {state, summary}) {
  document.title = `Graph – ${summary.name}`;
  const asked = filters(state.query), answer = await get("/graph", asked);
  const bar = filterBar(summary, state.query);
  if (!answer.nodes.length) {
    clear(root).append(head("Graph"), bar, empty("Nobody to draw", summary.empty ? summary.explains : "No claim passes these filters. Take one away to see more."));
    return {};
  }
  const graph = graphOf(answer), span = days(graph), panel = side(() => address().query.pick && change({pick: null}));
  const stage = h("div", {class: "graph-stage"}), controls = h("div", {class: "graph-controls"}), other = h("div", {class: "graph-other"});
  const shown = {query: state.query, now: null, stop: () => {}};
  const look = (query) => segmented("Show as", "as", [["graph", "Graph"], ["table", "Table", "t"]], query.as ?? "graph", (as) => change({as: as === "graph" ? null : as}));
  const save = saveMenu({
    csv: href("/graph", asked, "csv"), links: (format) => href("/graph", asked, format), png: () => bitmap(shown.now), svg: () => shapes(shown.now, graph),
  });
  const time = span && span[0] < span[1] ? clock(span, dayOf(state.query.day), onDay) : null;
  const looks = h("div", {}, look(state.query));
  clear(root).append(head("Graph", {lead: lead(answer), actions: [looks, save]}), bar, time?.element ?? "",
    h("div", {class: "with-side"}, h("div", {class: "stack"}, h("div", {class: "graph-box"}, stage, controls), other, key()), panel.element));

  let waiting = 0;
  function keep(patch) {
    clearTimeout(waiting);
    waiting = setTimeout(() => root.isConnected && go(link("graph", {}, {...address().query, ...patch}), {replace: true}), SETTLE);
  }
  function onDay(day) {
    shown.now?.set({day});
    keep({day: day === null ? null : iso(day)});
    if (address().query.as === "table") table({...address().query, day: day === null ? null : iso(day)});
  }
  function draw() {
    try {
      shown.now = scene(stage, graph, {
        node: (id) => change({pick: id === address().query.pick ? null : id}), tie: (id) => showTie(panel, graph, id, asked),
        ground: () => address().query.pick && change({pick: null}), moved: () => {},
      });
    } catch (error) {
      console.warn(error);
      other.append(h("p", {class: "soft"}, "This browser does not draw the graph (no WebGL); the table has all of it."));
      return false;
    }
    shown.stop = layOut(graph, () => shown.now.refresh(), () => { stage.dataset.settled = ""; shown.now.refresh(); });
    controls.replaceChildren(...buttons(shown.now), finder(answer.nodes, (id) => { shown.now.goTo(id); change({pick: id}); }));
    return true;
  }
  function table(query) {
    const at = dayOf(query.day), names = new Map(answer.nodes.map(({id, name}) => [id, name]));
    const rows = graph.mapEdges((id, tie) => ({id, tie, edge: tie.edge})).filter(({tie}) => holds(tie, at)).map(({id, edge}) => ({id, edge, source: names.get(edge.source), target: names.get(edge.target)}));
    clear(other).append(tieTable(rows, ({id}) => showTie(panel, graph, id, asked)));
  }
  function show(query) {
    const asTable = query.as === "table" || !shown.now;
    looks.replaceChildren(look(query));
    stage.parentElement.hidden = asTable;
    clear(other);
    if (asTable) table(query);
    const pick = graph.hasNode(keyOf(query.pick ?? "")) ? query.pick : null;
    shown.now?.set({pick, day: dayOf(query.day)});
    if (pick) showActor(panel, graph, pick, asked, dayOf(query.day));
    else if (!panel.element.hidden && shown.query.pick) panel.close();
    shown.query = query;
  }
  draw();
  show(state.query);
  return {
    update(at, {fresh}) {
      if (fresh || JSON.stringify(filters(at.query)) !== JSON.stringify(asked)) return false;
      if (JSON.stringify(at.query) !== JSON.stringify(shown.query)) show(at.query);
      return true;
    },
    leave() { clearTimeout(waiting); time?.stop(); shown.stop(); shown.now?.end(); },
    keys: {
      t: ["graph or table", () => change({as: address().query.as === "table" ? null : "table"})], 0: ["see the whole graph", () => shown.now?.fit()],
      "+": ["closer", () => shown.now?.zoom(1.5)], "-": ["farther", () => shown.now?.zoom(1 / 1.5)], ...(time ? {".": ["a step later", () => time.move(1)], ",": ["a step earlier", () => time.move(-1)], k: ["run through time, or stop", time.toggle]} : {}),
    },
  };
}

function lead({nodes, edges, total}) {
  const some = total > nodes.length ? `The ${nodes.length.toLocaleString("en")} actors most is said of, out of ${total.toLocaleString("en")}` : count(total, "actor");
  return `${some}, and ${count(edges.length, "tie")} between them.`;
}

function buttons(now) {
  const button = (text, label, deed) => h("button", {type: "button", "aria-label": label, title: label, on: {click: deed}}, text);
  return [button("+", "Closer", () => now.zoom(1.5)), button("−", "Farther", () => now.zoom(1 / 1.5)), button("Fit", "See the whole graph", () => now.fit())];
}

function finder(nodes, found) {
  const input = h("input", {type: "search", id: "graph-find", list: "graph-names", placeholder: "Find an actor", "aria-label": "Find an actor in the graph"});
  const byName = new Map(nodes.map(({id, name}) => [name.toLowerCase(), id]));
  input.addEventListener("change", () => byName.has(input.value.trim().toLowerCase()) && found(byName.get(input.value.trim().toLowerCase())));
  return h("span", {class: "graph-find"}, input, h("datalist", {id: "graph-names"}, nodes.map(({name}) => h("option", {value: name}))));
}

function key() {
  const dot = (klass, text) => h("li", {}, h("span", {class: `graph-dot ${klass}`, "aria-hidden": "true"}), text);
  const tie = (klass, sign, text) => h("li", {}, h("span", {class: `graph-line ${klass}`, "aria-hidden": "true"}, sign), text);
  return h("ul", {class: "graph-key", "aria-label": "Key"}, dot("faction-0", "one camp"), dot("faction-1", "the other"), dot("faction-none", "in neither"),
    tie("supports", "+", "supports"), tie("opposes", "−", "opposes"), tie("structure", "○", "structure"), tie("talks", "·", "talks"), h("li", {}, "thicker: more independent origins; paler: hedged or presupposed"));
}
