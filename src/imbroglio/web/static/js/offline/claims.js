/** Claims, and everything between two actors: as `web/views/claims.py` and `tie.py`. */
import {grouped} from "./book.js";
import {select} from "./select.js";
import {page, summed, theatres} from "./sums.js";
import {compareAll, fold} from "./words.js";

const BARS = 500; // claims of a pair that are shown; the firmest

export function claims(book, query, {subject, object, sort, after, limit}) {
  const {total, shown, next} = page(sorted(book, cell(book, query, subject, object), sort), {after, limit});
  return {version: book.version, total, claims: shown.map((place) => book.claims[place]), next};
}

export function claim(book, _, {id}) {
  const [place] = book.placesAt(id);
  if (place === undefined) throw book.missing("claim", id);
  return book.claims[place];
}

/** Places of the claims from one actor to another; null is anybody. */
function cell(book, query, one, other) {
  const [subject, object] = book.rolled[query.level];
  const [from, to] = [one, other].map((id) => (id === null ? null : book.code(id, query.level)));
  const runs = (a, b) => (from === null || a === from) && (to === null || b === to);
  return select(book, query).filter((place) => runs(subject[place], object[place])
    || (book.relation.get(book.claims[place].relation).symmetric && runs(object[place], subject[place])));
}

/** By firmness, assertion and trust; by the time it holds; by trust; or as they were read. */
export function sorted(book, places, sort) {
  const {claims: rows, columns, lists} = book;
  const by = {
    firm: (place) => [lists.firmness.indexOf(rows[place].firmness), rows[place].background, -columns.trust[place], place],
    date: (place) => [-columns.since[place], place],
    trust: (place) => [-columns.trust[place], place],
    document: (place) => [place],
  }[sort];
  return places.map((place) => [by(place), place]).sort(([a], [b]) => compareAll(a, b)).map(([, place]) => place);
}

export function tie(book, query, asked) {
  const [one, other] = [book.known(asked.one), book.known(asked.other)];
  const forth = cell(book, query, one, other), back = cell(book, query, other, one);
  const places = [...new Set([...forth, ...back])].sort((a, b) => a - b);
  const shown = sorted(book, places, "firm").slice(0, BARS);
  return {
    version: book.version, one: book.actor(one, places.length, query.level), other: book.actor(other, places.length, query.level),
    total: places.length, claims: shown.map((place) => book.claims[place]),
    directions: [[one, other, forth], [other, one, back]].filter(([, , own]) => own.length).map(([a, b, own]) => direction(book, a, b, own)),
    timeline: shown.map((place) => bar(book, place)), theatres: theatres(book, places), chains: chains(book, shown), roots: origins(book, shown),
  };
}

function direction(book, subject, object, places) {
  const {glyph, plus, minus, roots, claims: n} = summed(book, places);
  return {subject: book.name(subject), object: book.name(object), glyph, plus, minus, roots, claims: n};
}

/** A claim on a time line. */
export function bar(book, place) {
  const {id, subject, object, relation, sign, when, published} = book.claims[place];
  return {
    claim: id, subject: book.name(subject.id), object: book.name(object.id), relation, sign, theatre: book.theatre(place) || null,
    since: when.since, until: when.until, precise: when.precise, stated: Boolean(when.start || when.end), published,
  };
}

/** The distinct chains of speakers, those that carry most first. */
function chains(book, places) {
  const found = grouped(places, (place) => {
    const {outlet, document, said_by: links} = book.claims[place];
    return JSON.stringify([outlet || document, ...links.map(({actor, name, anonymous}) => [actor || fold(name), anonymous])]);
  });
  return [...found.values()].sort((a, b) => b.length - a.length).map((own) => ({
    outlet: book.claims[own[0]].outlet, documents: documentsOf(book, own), said_by: book.claims[own[0]].said_by, claims: own.map((place) => book.key(place)),
  }));
}

const documentsOf = (book, places) => [...new Set(places.map((place) => book.claims[place].document))];

/** The claims by origin, those with most claims first, and why each lot is one. */
function origins(book, places) {
  let groups = [];
  for (const [n, place] of places.entries()) {
    const words = book.columns.words[place];
    const keys = [book.claims[place].root, ...(book.unprintedWords.has(words) ? [] : [words])];
    const [into = {keys: new Set(), own: []}, ...others] = groups.filter((group) => keys.some((one) => group.keys.has(one)));
    groups = groups.filter((group) => !others.includes(group));
    if (!into.own.length) groups.push(into);
    into.keys = new Set([...into.keys, ...others.flatMap((group) => [...group.keys]), ...keys]);
    into.own = [...into.own, ...others.flatMap(({own}) => own), n].sort((a, b) => a - b);
  }
  return groups.map(({own}) => own.map((n) => places[n])).sort((a, b) => b.length - a.length).map((own) => {
    const keys = new Set(own.map((place) => book.claims[place].root)), documents = documentsOf(book, own);
    return {
      key: [...keys][0], name: book.more[own[0]].root, why: why(book, own, keys.size, documents), claims: own.map((place) => book.key(place)), documents,
    };
  });
}

function why(book, [first, ...rest], keys, documents) {
  const {root, spoken} = book.more[first];
  if (keys > 1) return `the same words stand in several reports (${book.lists.reprint} letters and more agree): one text, reprinted`;
  if (spoken) return documents.length > 1 ? `all of it goes back to ${root}` : `${root} says it`;
  return rest.length ? `all of it is ${root}'s own report` : `${root} reports it`;
}
