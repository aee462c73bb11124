/** The map: what is said to hold where, and the routes that documents tell of. */
import {change, filters, link} from "../core/address.js";
import {get, href} from "../core/api.js";
import {actorLink} from "../core/claim.js";
import {bdi, clear, h, s} from "../core/dom.js";
import {filterBar} from "../core/filters.js";
import {count, empty, head, segmented} from "../core/parts.js";
import {saveMenu} from "../core/save.js";
import {claimsOf, side} from "../core/side.js";
import {glyph} from "../core/signs.js";
import {ground, middle} from "../map/ground.js";
import {apart, arrow, markOf, routeOf, sized} from "../map/marks.js";

const NARROW = 560;

export async function view(root, {state, summary}) {
  document.title = `Map – ${summary.name}`;
  const {query} = state, asked = filters(query);
  const found = await get("/places", asked);
  const panel = side();
  const save = saveMenu({csv: href("/places", asked, "csv"), links: (format) => href("/places", asked, format), svg: () => root.querySelector(".map-picture")});
  const picked = found.theatres.find(({id}) => id === query.at);
  const reach = segmented("Show", "reach", [["told", "What is told of"], ["world", "The whole world"]], query.reach ?? "told");
  const onPick = (theatre) => change({at: theatre.id === query.at ? null : theatre.id});
  const routePick = (route) => showRoute(panel, route);
  const box = h("div", {class: "map"});
  const watch = new ResizeObserver(() => requestAnimationFrame(() => draw(box, found, query, picked, onPick, routePick)));
  clear(root).append(
    head("Map", {lead: leadOf(found), actions: [reach, save]}),
    filterBar(summary, query, {}),
    found.theatres.length + found.routes.length
      ? h("div", {class: "with-side"}, h("div", {class: "stack"}, box, h("p", {class: "soft map-note"}, "Marks stand in the middle of their country. Outlines: Natural Earth; borders there are no statement of ours."), theatreTable(found, query, onPick), routeList(found, routePick)), panel.element)
      : empty("No place is told", "No claim under these filters says where it holds, so there is nothing to put on a map."),
  );
  watch.observe(box);
  if (picked) showTheatre(panel, picked, asked);
  return {leave: () => watch.disconnect(), keys: {w: ["the whole world, or what is told of", () => change({reach: query.reach === "world" ? null : "world"})]}};
}

function leadOf({theatres, routes, unplaced}) {
  const parts = [count(theatres.length, "theatre"), routes.length && count(routes.length, "route"), unplaced && `${count(unplaced, "claim")} without a place`];
  return `${parts.filter(Boolean).join(", ")}.`;
}

function draw(box, {theatres, routes}, query, picked, onPick, routePick) {
  const width = Math.floor(box.clientWidth), height = Math.round(width < NARROW ? width * 1.05 : Math.min(width * 0.56, 640));
  if (!width || box.drawn === width) return;
  box.drawn = width;
  const placed = theatres.filter(({iso2}) => middle(iso2));
  const lines = routes.map((route) => [route, route.stops.map(({name, iso2}) => ({name, iso2, at: middle(iso2)})).filter(({at}) => at)]).filter(([, stops]) => stops.length > 1);
  const told = placed.map(({iso2}) => iso2);
  const shown = query.reach === "world" ? [] : picked?.iso2 ? [picked.iso2] : [...told, ...lines.flatMap(([, stops]) => stops.map(({iso2}) => iso2))];
  const {project, ground: below} = ground(width, height, told, shown);
  const marks = placed.map((theatre) => { const [x, y] = project(middle(theatre.iso2)); return {...sized(theatre), x, y}; }).filter(({x, y}) => x > 0 && y > 0 && x < width && y < height);
  box.replaceChildren(s("svg", {class: "map-picture", width, height, viewBox: `0 0 ${width} ${height}`, role: "group", "aria-label": "Map of theatres and routes"},
    arrow(), below, lines.map(([route, stops]) => routeOf(route, stops, project, routePick)),
    apart(marks, width, height).map((mark) => markOf(mark, mark.theatre.id === picked?.id, onPick))));
}

function showTheatre(panel, theatre, asked) {
  const params = {...asked, theatre: theatre.name, sort: "date"};
  panel.show(bdi(theatre.name),
    h("p", {class: "row"}, h("a", {href: link("matrix", {}, {theatre: theatre.name})}, "Matrix of this theatre"), h("a", {href: link("graph", {}, {theatre: theatre.name})}, "Graph")),
    claimsOf(params, theatre.claims));
}

function showRoute(panel, route) {
  panel.show(`Route ${route.stops.map(({name}) => name).join(" – ")}`,
    route.wanted_by.length > 0 && h("p", {}, "Wanted by ", route.wanted_by.map((actor, n) => [n > 0 && ", ", actorLink(actor)]), "."),
    route.records.map((record) => h("article", {class: "claim"},
      h("a", {class: "claim-quote", href: link("document", {id: record.document}, {at: record.quote[0]})}, h("blockquote", {class: "quote", dir: "auto"}, record.words)),
      record.said_by.length > 0 && h("p", {class: "speakers"}, record.said_by.map(({name, anonymous}, n) => [n > 0 && " ‹ ", bdi(name), anonymous && " (unnamed)"])))));
}

function theatreTable({theatres}, query, onPick) {
  const row = (theatre) => {
    const mark = theatre.plus && theatre.minus ? "±" : theatre.plus ? "+" : theatre.minus ? "−" : "○";
    return h("tr", {class: theatre.id === query.at ? "picked" : null},
      h("th", {scope: "row"}, h("button", {type: "button", class: "quiet map-pick", "aria-pressed": String(theatre.id === query.at), on: {click: () => onPick(theatre)}}, glyph({glyph: mark, plus: theatre.plus, minus: theatre.minus}, 16), bdi(theatre.name)), !theatre.iso2 && h("small", {}, " not on the map")),
      h("td", {class: "number"}, theatre.plus), h("td", {class: "number"}, theatre.minus), h("td", {class: "number"}, theatre.claims),
      h("td", {class: "map-actors"}, theatre.actors.slice(0, 4).map((actor, n) => [n > 0 && ", ", actorLink(actor)])));
  };
  return h("div", {class: "scroll"}, h("table", {class: "list"}, h("caption", {class: "visually-hidden"}, "Theatres"),
    h("thead", {}, h("tr", {}, ["Theatre", "+", "−", "Claims", "Most named"].map((name, n) => h("th", {scope: "col", class: ["", "number", "number", "number", "map-actors"][n] || null, "aria-label": {"+": "Support", "−": "Hostility"}[name]}, name)))),
    h("tbody", {}, theatres.map(row))));
}

function routeList({routes}, routePick) {
  if (!routes.length) return null;
  return h("section", {class: "section"}, h("h2", {}, "Routes"), h("ul", {class: "map-routes"}, routes.map((route) => h("li", {},
    h("button", {type: "button", class: "quiet map-pick", on: {click: () => routePick(route)}}, route.stops.map(({name}, n) => [n > 0 && " → ", bdi(name)])),
    route.wanted_by.length > 0 && h("span", {class: "soft"}, "wanted by ", route.wanted_by.map((actor, n) => [n > 0 && ", ", actorLink(actor)]))))));
}
