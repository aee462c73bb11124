/** Documents, and the places of the map: as `web/views/documents.py` and `places.py`. */
import {grouped} from "./book.js";
import {day} from "./days.js";
import {select, unfiltered} from "./select.js";
import {counts, page, theatres} from "./sums.js";
import {compare, fold} from "./words.js";

const NAMED = 6; // actors a theatre is told with

export function documents(book, query, {q, order, after, limit}) {
  const words = fold(q), found = [...book.documents.values()].map(({row}) => row).filter((row) => passes(row, query, words));
  if (order === "date") found.sort((a, b) => (a.published === null) - (b.published === null) || compare(b.published ?? "", a.published ?? ""));
  if (order === "title") found.sort((a, b) => compare(fold(a.title || a.id), fold(b.title || b.id)));
  const {total, shown, next} = page(found, {after, limit});
  return {version: book.version, total, documents: shown, next};
}

function passes({id, title, outlet, published}, query, q) {
  return (!query.outlet.length || query.outlet.includes(outlet ?? "")) && (!query.document.length || query.document.includes(id))
    && (query.since === null || (published && published >= day(query.since))) && (query.until === null || (published && published <= day(query.until)))
    && (!q || [title, outlet, id].some((text) => text && fold(text).includes(q)));
}

export function document(book, query, {id, start, length}) {
  const found = book.documents.get(id);
  if (!found) throw book.missing("document", id);
  const text = book.text(id), [first, last] = stretch(text, start, length);
  const inside = ([from, to]) => from < last && to > first;
  const claims = select(book, query).map((place) => book.claims[place]).filter((claim) => claim.document === id && inside(claim.quote));
  const {row, url, hash, skip, quotations, records} = found;
  return {
    version: book.version, document: row, url, path: null, hash, span: [first, last], next: last < text.length ? last : null,
    text: text.slice(first, last), skip: skip.filter(inside), claims, quotations: shades(quotations, inside), records: records.filter(({quote}) => inside(quote)),
  };
}

/** A stretch ends between two lines or words, where it can. */
function stretch(text, start, length) {
  const first = Math.min(start, text.length), last = Math.min(first + length, text.length), half = first + Math.floor(length / 2);
  if (last < text.length) {
    for (const mark of ["\n", " "]) {
      for (let at = last - 1; at >= half; at -= 1) if (at > first && text.slice(at, at + 1) === mark) return [first, at + 1];
    }
  }
  return [first, last];
}

/** Attributions that reach into the stretch, and those that these stand inside. */
function shades(quotations, inside) {
  const kept = new Set([...quotations.keys()].filter((n) => quotations[n].content.some(inside)));
  for (const n of kept) if (quotations[n].parent !== null) kept.add(quotations[n].parent);
  const order = [...kept].sort((a, b) => a - b);
  return order.map((n) => ({...quotations[n], parent: quotations[n].parent === null ? null : order.indexOf(quotations[n].parent)}));
}

export function places(book, query) {
  const selected = select(book, query), found = theatres(book, selected), named = parties(book, query, selected);
  return {
    version: book.version,
    theatres: found.filter(({id}) => id).map(({name, claims, plus, minus}) => ({
      ...book.standsUnder.get(name), claims, plus, minus, actors: named.get(name).map((code) => book.name(book.codes[code])),
    })),
    routes: routes(book, query, selected),
    unplaced: found.filter(({id}) => !id).reduce((sum, {claims}) => sum + claims, 0),
  };
}

/** Codes of the most named actors of each theatre. */
function parties(book, query, selected) {
  const [subject, object] = book.rolled[query.level];
  const most = (own) => [...counts(own.flatMap((place) => [...new Set([subject[place], object[place]])]))].sort(([, n], [, m]) => m - n).slice(0, NAMED).map(([code]) => code);
  return new Map([...grouped(selected, (place) => book.theatre(place))].map(([name, own]) => [name, most(own)]));
}

/** Routes told in documents that pass the filters, each once with all who tell of it. */
function routes(book, query, selected) {
  const seen = new Set(selected.map((place) => book.claims[place].document)), all = unfiltered(book, query);
  const told = book.routes.filter((route) => all || seen.has(route.document));
  return [...grouped(told, ({start, end, through}) => JSON.stringify([start, end, through])).values()].map((own) => {
    const {start, end, through, stops} = own[0], wanted = new Map(own.flatMap((route) => route.wanted_by).map((one) => [one.id, one]));
    return {start, end, through, stops, wanted_by: [...wanted.values()], records: own.map(({record}) => record)};
  });
}
