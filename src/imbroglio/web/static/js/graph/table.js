/** The graph as a table: every tie, those told by most first. */
import {link} from "../core/address.js";
import {bdi, h} from "../core/dom.js";
import {spanSaid} from "../core/days.js";
import {count} from "../core/parts.js";
import {glyph, glyphOf, inWords} from "../core/signs.js";

const STEP = 200; // rows at once

/** Ties `[{edge, source, target}]` (names of the two) as a table; `onPick` gets the tie. */
export function tieTable(ties, onPick) {
  const body = h("tbody");
  const more = h("button", {type: "button", on: {click: () => next()}});
  let shown = 0;
  const next = () => {
    body.append(...ties.slice(shown, shown + STEP).map((tie) => row(tie, onPick)));
    shown = Math.min(ties.length, shown + STEP);
    more.textContent = `Show more of ${count(ties.length, "tie")}`;
    more.hidden = shown >= ties.length;
  };
  next();
  const names = ["From", "Tie", "To", "Theatre", "When", "Origins", "Claims"];
  return h("div", {class: "stack"}, h("div", {class: "scroll"}, h("table", {class: "list graph-table"}, h("caption", {class: "visually-hidden"}, "All ties of the graph"),
    h("thead", {}, h("tr", {}, names.map((name, n) => h("th", {scope: "col", class: n > 4 ? "number" : null}, name)))), body)), more);
}

function row(tie, onPick) {
  const {edge, source, target} = tie;
  const actor = (id, name) => h("a", {class: "actor", href: link("actor", {id}), title: name}, bdi(name));
  return h("tr", {},
    h("th", {scope: "row"}, actor(edge.source, source)),
    h("td", {}, h("span", {class: "row graph-sign", title: inWords(cellOf(edge))}, glyph(cellOf(edge), 16), edge.klass)),
    h("td", {}, actor(edge.target, target)), h("td", {}, edge.theatre ? bdi(edge.theatre) : ""), h("td", {class: "graph-when"}, edge.since || edge.until ? spanSaid(edge.since, edge.until) : ""),
    h("td", {class: "number"}, edge.roots), h("td", {class: "number"}, h("button", {type: "button", class: "quiet", "aria-label": `${count(edge.claims, "claim")}: show`, on: {click: () => onPick(tie)}}, edge.claims)));
}

/** A tie as a cell of the visual grammar. */
export const cellOf = (edge) => ({glyph: glyphOf(edge.sign, edge.klass), roots: edge.roots, plus: edge.roots, minus: edge.roots, hedged: edge.hedged, presupposed: edge.presupposed});
