/** The matrix and the graph: as `web/views/matrix.py` and `graph.py`. */
import {grouped} from "./book.js";
import {OPEN, day} from "./days.js";
import {between} from "./select.js";
import {counts, roots, summed} from "./sums.js";
import {compare, compareAll, fold} from "./words.js";

export function matrix(book, query, {order, rows}) {
  const places = between(book, query), [subject, object] = book.rolled[query.level];
  const spoken = mostSpoken(places, subject, object), members = membersAt(book, query.level);
  const actors = ordered(book, spoken.slice(0, rows).map(([code, n]) =>
    book.actor(book.codes[code], n, query.level, members.get(book.codes[code]) ?? 0)), order);
  const row = new Map(actors.map(({id}, n) => [book.codeOf.get(id), n]));
  const cells = pairs(book, places, subject, object, row).map(([one, two, own]) => ({row: row.get(one), column: row.get(two), ...summed(book, own)}));
  return {version: book.version, level: query.level, order, total: spoken.length, claims: places.length, actors, cells};
}

/** Codes and counts of the actors of these claims, those most is said of first. */
function mostSpoken(places, subject, object) {
  return [...counts(places.flatMap((place) => [subject[place], object[place]]))].sort(([a, n], [b, m]) => m - n || a - b);
}

/** Places by ordered pair among the rows, in the order of the codes; what has no direction stands in both. */
function pairs(book, places, subject, object, row) {
  const found = grouped(places.flatMap((place) => {
    const [one, two] = [subject[place], object[place]];
    if (!row.has(one) || !row.has(two)) return [];
    return book.relation.get(book.claims[place].relation).symmetric ? [[one, two, place], [two, one, place]] : [[one, two, place]];
  }), ([one, two]) => `${one} ${two}`);
  return [...found.values()].map((group) => [group[0][0], group[0][1], group.map(([, , place]) => place)]).sort((a, b) => a[0] - b[0] || a[1] - b[1]);
}

/** Actors by camp (those that take no side last), name, kind or activity. */
export function ordered(book, actors, order) {
  const by = {
    name: (a, b) => compare(fold(a.name), fold(b.name)),
    kind: (a, b) => compareAll([book.lists.kinds.indexOf(a.kind), -a.claims, a.name], [book.lists.kinds.indexOf(b.kind), -b.claims, b.name]),
    faction: (a, b) => compareAll([a.faction === null, a.faction ?? 0, -a.claims, a.name], [b.faction === null, b.faction ?? 0, -b.claims, b.name]),
    activity: (a, b) => compareAll([-a.claims, a.name], [-b.claims, b.name]),
  };
  return actors.sort(by[order]);
}

/** How many other actors are counted as each. */
function membersAt(book, level) {
  return book.once(`members ${level}`, () =>
    counts([...book.people].filter(([, {listed}]) => listed).map(([id]) => [id, book.roll(id, level)]).filter(([id, whole]) => id !== whole).map(([, whole]) => whole)));
}

const SIGN = {supports: 1, opposes: -1};

export function graph(book, query, {nodes, edges}) {
  const places = between(book, query).filter((place) => book.claims[place].polarity === "yes"), [subject, object] = book.rolled[query.level];
  const spoken = mostSpoken(places, subject, object), shown = spoken.slice(0, nodes), codes = new Set(shown.map(([code]) => code));
  const made = ties(book, places.filter((place) => codes.has(subject[place]) && codes.has(object[place])), subject, object)
    .sort((a, b) => b.roots - a.roots || b.claims - a.claims).slice(0, edges);
  const [plus, minus] = [1, -1].map((sign) => counts(made.filter((edge) => edge.sign === sign).flatMap(({source, target}) => [source, target])));
  const node = ({id, name, kind, country, faction, claims}) =>
    ({id, name, kind, country, faction, claims, plus: plus.get(id) ?? 0, minus: minus.get(id) ?? 0});
  return {
    version: book.version, level: query.level, total: spoken.length,
    nodes: shown.map(([code, n]) => node(book.actor(book.codes[code], n, query.level))), edges: made,
  };
}

/** One edge for each class and theatre of an ordered pair, in the order of all four. */
function ties(book, places, subject, object) {
  const theatre = new Map([...new Set(book.theatreOf)].map((name, n) => [name, n]));
  const of = (place) => [subject[place], object[place], book.lists.classes.indexOf(book.claims[place].klass), theatre.get(book.theatre(place))];
  const groups = [...grouped(places, (place) => of(place).join(" ")).values()].map((own) => [of(own[0]), own]);
  return groups.sort(([a], [b]) => compareAll(a, b)).map(([[one, two], own]) => edge(book, book.codes[one], book.codes[two], own));
}

function edge(book, source, target, own) {
  const {claims, columns} = book, {klass} = claims[own[0]];
  return {
    source, target, klass, sign: SIGN[klass] ?? 0, theatre: book.theatre(own[0]) || null, roots: roots(book, own), claims: own.length,
    since: day(own.reduce((least, place) => Math.min(least, columns.since[place]), OPEN)),
    until: day(own.reduce((most, place) => Math.max(most, columns.until[place]), -OPEN)),
    hedged: own.every((place) => claims[place].firmness !== "fact"), presupposed: own.every((place) => claims[place].background),
  };
}
