/** Actors: as `web/views/actors.py`. */
import {grouped} from "./book.js";
import {bar, sorted} from "./claims.js";
import {question} from "./findings.js";
import {ordered} from "./matrix.js";
import {between, select} from "./select.js";
import {counts, page} from "./sums.js";
import {compareAll, fold} from "./words.js";

const BARS = 300;

export function actors(book, query, {q, kind, order, after, limit}) {
  const [subject, object] = book.rolled[query.level];
  const spoken = [...counts(between(book, query).flatMap((place) => [subject[place], object[place]]))].sort(([a], [b]) => a - b);
  const found = spoken.map(([code, n]) => book.actor(book.codes[code], n, query.level))
    .filter((one) => (!kind.length || kind.includes(one.kind)) && (!q || fold(one.name).includes(fold(q))));
  const {total, shown, next} = page(ordered(book, found, order), {after, limit});
  return {version: book.version, total, actors: shown, next};
}

export function actor(book, query, asked) {
  const id = book.known(asked.id), places = own(book, query, id), person = book.people.get(id);
  return {
    version: book.version, actor: book.actor(id, places.length, query.level), ...person.page,
    questions: named(book.questions, person.questions).map((one) => question(book, one)), decisions: named(book.decisions, person.decisions),
    ...partners(book, query, id, places), timeline: places.slice(0, BARS).map((place) => bar(book, place)),
    documents: [...new Set(places.map((place) => book.claims[place].document))].map((one) => book.document(one)),
  };
}

function named(list, ids) {
  const byId = new Map(list.map((one) => [one.id, one]));
  return ids.map((id) => byId.get(id));
}

/** Places of the claims that speak of the actor itself or of those counted as it, the latest first. */
function own(book, query, id) {
  const code = book.codeOf.get(id) ?? -1;
  const sides = [book.columns.subject, book.columns.object, ...book.rolled[query.level]];
  return sorted(book, select(book, query).filter((place) => sides.some((side) => side[place] === code)), "date");
}

/** With and against whom, by theatre; support one way makes patron and client, the other ways allies. */
function partners(book, query, id, places) {
  const [subject, object] = book.rolled[query.level], sides = {allies: [], patrons: [], clients: [], enemies: []};
  for (const place of places) {
    const claim = book.claims[place], giver = book.codes[subject[place]], taker = book.codes[object[place]];
    const gives = id === giver || id === claim.subject.id, takes = id === taker || id === claim.object.id;
    if (!claim.sign || (gives && takes)) continue;
    const {symmetric, material} = book.relation.get(claim.relation);
    const kind = claim.sign < 0 ? "enemies" : symmetric ? "allies" : gives ? "clients" : "patrons";
    sides[kind].push({partner: gives ? taker : giver, theatre: book.theatre(place), sign: claim.sign, material});
  }
  return Object.fromEntries(Object.entries(sides).map(([kind, told]) => [kind, listed(book, told)]));
}

function listed(book, told) {
  const found = [...grouped(told, ({partner, theatre}) => JSON.stringify([partner, theatre])).values()];
  return found.sort((a, b) => compareAll([-a.length, a[0].partner, a[0].theatre], [-b.length, b[0].partner, b[0].theatre])).map((own) => ({
    actor: book.name(own[0].partner), theatre: own[0].theatre || null, plus: own.filter(({sign}) => sign > 0).length,
    minus: own.filter(({sign}) => sign < 0).length, claims: own.length, material: own.filter(({material}) => material).length,
  }));
}
