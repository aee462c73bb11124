/** What is picked in the graph: an actor with its ties, or a tie with its claims. */
import {link} from "../core/address.js";
import {actorLink} from "../core/claim.js";
import {bdi, h} from "../core/dom.js";
import {spanSaid} from "../core/days.js";
import {count} from "../core/parts.js";
import {claimsWhere} from "../core/side.js";
import {glyph, inWords} from "../core/signs.js";
import {holds, keyOf} from "./model.js";
import {cellOf} from "./table.js";

const MANY = 60; // ties of one actor at once

/** The actor and its ties, those told by most first. */
export function showActor(panel, graph, id, asked, at) {
  const {node} = graph.getNodeAttributes(keyOf(id));
  const ties = graph.filterEdges(keyOf(id), (_, tie) => holds(tie, at)).map((key) => ({key, ...graph.getEdgeAttributes(key).edge})).sort((a, b) => b.roots - a.roots || b.claims - a.claims);
  const row = (tie) => {
    const out = tie.source === id, other = out ? tie.target : tie.source;
    return h("li", {}, h("button", {type: "button", class: "graph-tie", on: {click: () => showTie(panel, graph, tie.key, asked, () => showActor(panel, graph, id, asked, at))}, "aria-label": `${out ? "toward" : "from"} ${graph.getNodeAttribute(keyOf(other), "label")}: ${inWords(cellOf(tie))}`},
      h("span", {class: "graph-way", "aria-hidden": "true"}, out ? "→" : "←"), glyph(cellOf(tie), 16), bdi(graph.getNodeAttribute(keyOf(other), "label"), {class: "truncate"}), h("small", {}, tie.theatre ? bdi(tie.theatre) : "", ` ${tie.claims}`)));
  };
  panel.show(actorLink(node), h("p", {class: "soft"}, `${node.kind}, ${count(node.claims, "claim")}`), h("ul", {class: "graph-ties"}, ties.slice(0, MANY).map(row)),
    ties.length > MANY && h("p", {class: "soft"}, `and ${count(ties.length - MANY, "tie")} more, on the actor’s page`));
}

/** The claims of a tie; `back` leads to where one came from. */
export function showTie(panel, graph, id, asked, back) {
  const {edge} = graph.getEdgeAttributes(id), [source, target] = [edge.source, edge.target].map((one) => graph.getNodeAttribute(keyOf(one), "label"));
  const params = {...asked, subject: edge.source, object: edge.target, klass: edge.klass, ...(edge.theatre ? {theatre: edge.theatre} : {})};
  panel.show(h("span", {}, bdi(source), " → ", bdi(target)),
    back && h("p", {}, h("button", {type: "button", class: "quiet", on: {click: back}}, "‹ All ties of it")),
    h("p", {class: "row"}, glyph(cellOf(edge), 16), [edge.klass, edge.theatre, edge.since || edge.until ? spanSaid(edge.since, edge.until) : ""].filter(Boolean).join(", ")),
    h("p", {}, h("a", {href: link("tie", {one: edge.source, other: edge.target})}, "Everything between the two")),
    claimsWhere(params, edge.claims, (claim) => claim.polarity === "yes" && (claim.theatre ?? null) === edge.theatre));
}
