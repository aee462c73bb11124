/** Sums up claims: the cell of a pair, independent roots, theatres. As `web/cells.py`. */
import {grouped} from "./book.js";
import {compareAll} from "./words.js";

/** What a cell of the matrix tells of the claims at these places. */
export function summed(book, places) {
  const {claims} = book;
  const side = (sign) => places.filter((place) => book.sign(place) === sign);
  const [plus, minus] = [side(1), side(-1)];
  const signed = places.filter((place) => book.relation.get(claims[place].relation).sign);
  const counted = signed.length ? signed : places;
  return {
    glyph: glyph(plus.length, minus.length, new Set(places.map((place) => claims[place].klass))),
    roots: roots(book, places), plus: roots(book, plus), minus: roots(book, minus), claims: places.length,
    theatres: theatresOf(book, places).size, split: split(book, plus, minus), disagree: disagree(book, signed, plus, minus),
    presupposed: counted.every((place) => claims[place].background), hedged: counted.every((place) => claims[place].firmness !== "fact"),
    denied: places.filter((place) => claims[place].polarity !== "yes").length,
  };
}

function glyph(plus, minus, classes) {
  if (plus || minus) return plus && minus ? "±" : plus ? "+" : "−";
  return classes.size === 1 && classes.has("talk") ? "·" : "○";
}

/** Independent roots: origins, those joined that the same words come from. */
export function roots(book, places) {
  if (places.length < 2) return places.length;
  const leader = new Map(), spoken = new Map();
  const top = (one) => {
    while (leader.get(one) !== one) one = leader.get(one);
    return one;
  };
  for (const place of places) {
    const [origin, words] = [book.columns.origin[place], book.columns.words[place]];
    if (!leader.has(origin)) leader.set(origin, origin);
    if (book.unprintedWords.has(words)) continue;
    if (!spoken.has(words)) spoken.set(words, origin);
    leader.set(top(origin), top(spoken.get(words)));
  }
  return [...leader].filter(([one, up]) => one === up).length;
}

const theatresOf = (book, places) => new Set(places.map((place) => book.theatre(place)).filter(Boolean));
const originsOf = (book, places) => new Set(places.map((place) => book.columns.origin[place]));

/** One theatre has support alone and another hostility alone. */
function split(book, plus, minus) {
  const [friendly, hostile] = [theatresOf(book, plus), theatresOf(book, minus)];
  return [...friendly].some((one) => !hostile.has(one)) && [...hostile].some((one) => !friendly.has(one));
}

/** A root denies what another affirms, or two say the opposite of one theatre. */
function disagree(book, signed, plus, minus) {
  for (const same of grouped(signed, (place) => book.claims[place].klass).values()) {
    const said = (yes) => originsOf(book, same.filter((place) => (book.claims[place].polarity === "yes") === yes));
    const [affirming, denying] = [said(true), said(false)];
    if (affirming.size && denying.size && new Set([...affirming, ...denying]).size > 1) return true;
  }
  const [friendly, hostile] = [plus, minus].map((places) => grouped(places, (place) => book.theatre(place)));
  return [...hostile].some(([theatre, places]) => friendly.has(theatre) && originsOf(book, [...places, ...friendly.get(theatre)]).size > 1);
}

/** Theatres of the claims, those with most first; claims without one stand under "" at the end. */
export function theatres(book, places) {
  const found = [...grouped(places, (place) => book.theatre(place))].map(([name, own]) => {
    const signs = own.map((place) => book.sign(place));
    return {id: name, name, claims: own.length, plus: signs.filter((sign) => sign > 0).length, minus: signs.filter((sign) => sign < 0).length};
  });
  return found.sort((a, b) => compareAll([!a.name, -a.claims, a.name], [!b.name, -b.claims, b.name]));
}

/** A page of a list: the rows, and where the next page starts. */
export function page(list, {after, limit}) {
  return {total: list.length, shown: list.slice(after, after + limit), next: after + limit < list.length ? after + limit : null};
}

/** How often each code comes up, by code. */
export function counts(codes) {
  const found = new Map();
  for (const code of codes) found.set(code, (found.get(code) ?? 0) + 1);
  return found;
}
