/** With whom and against whom an actor stands, by theatre. */
import {link} from "../core/address.js";
import {bdi, h} from "../core/dom.js";
import {count} from "../core/parts.js";

const FIRST = 8; // partners of a kind at once
const KINDS = [
  ["patrons", "Patrons", "support it", "supports"], ["clients", "Clients", "it supports", "supports"],
  ["allies", "Allies", "stand with it", "supports"], ["enemies", "Enemies", "against it, or it against them", "opposes"],
];

/** Four lists; each other actor once, with the theatres behind it. */
export function partners(page) {
  return KINDS.map(([kind, title, means, klass]) => {
    const rows = gathered(page[kind]).map((one) => row(page.actor, one, klass));
    const rest = rows.slice(FIRST);
    return h("section", {class: `partners ${klass}`}, h("h2", {}, title, h("small", {}, ` ${means}`)),
      rows.length > 0 ? h("ul", {}, rows.slice(0, FIRST)) : h("p", {class: "soft"}, "None is told."),
      rest.length > 0 && h("details", {}, h("summary", {}, `${rest.length} more`), h("ul", {}, rest)));
  });
}

function gathered(found) {
  const by = new Map();
  for (const one of found) {
    const sum = by.get(one.actor.id) ?? {actor: one.actor, claims: 0, material: 0, theatres: []};
    sum.claims += one.claims;
    sum.material += one.material;
    if (one.theatre) sum.theatres.push([one.theatre, one.claims]);
    by.set(one.actor.id, sum);
  }
  return [...by.values()].sort((a, b) => b.claims - a.claims);
}

function row(actor, {actor: other, claims, material, theatres}, klass) {
  const where = theatres.flatMap(([name, n], at) => [at > 0 && ", ", bdi(name), n < claims && ` ${n}`]);
  return h("li", {}, h("a", {class: "truncate", href: link("tie", {one: actor.id, other: other.id}), title: `${other.name}: everything between the two`}, bdi(other.name)),
    h("span", {class: `word ${klass}`, title: `${count(claims, "claim")}, ${material} of them of deeds`}, h("span", {"aria-hidden": "true"}, klass === "opposes" ? "−" : "+"), claims),
    where.length > 0 && h("small", {}, "in ", where));
}
