/** What an actor belongs to, what belongs to it, who leads it, what it was called before. */
import {link} from "../core/address.js";
import {actorLink} from "../core/claim.js";
import {spanSaid} from "../core/days.js";
import {h} from "../core/dom.js";
import {count} from "../core/parts.js";

const FIRST = 10; // of a kind at once

export function bonds(page) {
  const umbrella = page.umbrella && !page.wholes.some(({actor}) => actor.id === page.umbrella.id) ? [{actor: page.umbrella, why: "through what it is part of", start: null, end: null, claims: []}] : [];
  const kinds = [["Part of", [...page.wholes, ...umbrella]], ["Members", page.members], ["Leaders", page.leaders], ["Renamed from or to", page.renamed]].filter(([, rows]) => rows.length > 0);
  if (kinds.length === 0) return h("p", {class: "soft"}, "Nothing is known or told that it is part of, nor anything that is part of it.");
  return h("div", {class: "bonds"}, kinds.map(([title, rows]) => [h("h3", {}, title), list(rows.map((bond) => row(bond, page.actor)))]));
}

function list(rows) {
  const rest = rows.slice(FIRST);
  return [h("ul", {class: "lines"}, rows.slice(0, FIRST)), rest.length > 0 && h("details", {}, h("summary", {}, `${rest.length} more`), h("ul", {class: "lines"}, rest))];
}

function row({actor, start, end, why, claims}, self) {
  const when = start || end ? `, ${spanSaid(start, end)}` : "";
  const shown = claims.length > 0 ? h("a", {href: link("tie", {one: self.id, other: actor.id}, {level: "actor"})}, count(claims.length, "claim")) : null;
  return h("li", {}, actorLink(actor), h("small", {}, ` ${why}${when}`, shown && [" · ", shown]));
}
