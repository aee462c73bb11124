/** Chains of support and the least claims that carry them: as `analysis/chains.py`, which says what they mean. */
import {compare, compareAll} from "./words.js";

const MOST = 200;
const SUPPOSED = ["hypothetical", "norm"];
const CARRIES = ["arms", "funds", "assists", "backs", "fights_for", "shelters"];
const STRUCTURE = ["part_of", "leads"];
const SIDEWAYS = ["member whole", "whole member"];

/** All links of the claims at these places and of the bonds in the registry: giver, taker, kind, places. */
export class Flow {
  constructor(book, places) {
    this.book = book;
    this.links = new Map(); // by giver and taker, the places by kind
    this.next = new Map();
    for (const place of places) this.add(place);
    for (const [part, whole] of book.ties) this.tie(part, whole, null);
  }

  add(place) {
    const {subject: {id: one}, object: {id: two}, relation, polarity, firmness, via_actor: via} = this.book.claims[place];
    if (polarity === "no" || SUPPOSED.includes(firmness) || one === two) return;
    if (STRUCTURE.includes(relation)) return this.tie(one, two, place);
    if (!CARRIES.includes(relation)) return;
    const way = via && via !== one && via !== two ? [one, via, two] : [one, two];
    way.slice(1).forEach((taker, n) => this.link(way[n], taker, "support", place));
  }

  tie(part, whole, place) {
    this.link(whole, part, "member", place);
    this.link(part, whole, "whole", place);
  }

  link(giver, taker, kind, place) {
    if (giver === taker) return;
    for (const id of [giver, taker]) if (!this.next.has(id)) this.next.set(id, new Set());
    this.next.get(giver).add(taker);
    const name = JSON.stringify([giver, taker]);
    if (!this.links.has(name)) this.links.set(name, new Map());
    const kinds = this.links.get(name);
    if (!kinds.has(kind)) kinds.set(kind, []);
    if (place !== null) kinds.get(kind).push(place);
  }

  kinds(giver, taker) {
    return this.links.get(JSON.stringify([giver, taker]));
  }

  /** Chains of up to so many links from any giver to any taker, the strongest first, and their least cut. */
  reach(givers, takers, longest) {
    const [first, last] = [givers, takers].map((ids) => [...ids].filter((id) => this.next.has(id)).sort(compare));
    const ends = new Set([...first, ...last]), chains = [];
    for (const path of this.paths(first, last, longest)) {
      if (path.slice(1, -1).some((id) => ends.has(id)) || !this.carries(path)) continue;
      if (chains.push(this.chain(path)) === MOST) break;
    }
    chains.sort((a, b) => compareAll([-a.strength, a.links.length, ...a.actors], [-b.strength, b.links.length, ...b.actors]));
    return {chains, ...this.cut(first, last, chains)};
  }

  * paths(first, last, longest) {
    for (const one of first) for (const two of last) yield* this.from([one], two, longest);
  }

  * from(path, target, longest) {
    for (const taker of this.next.get(path.at(-1))) {
      if (path.includes(taker)) continue;
      if (taker === target) yield [...path, taker];
      else if (path.length < longest) yield* this.from([...path, taker], target, longest);
    }
  }

  /** A chain is not made of memberships alone, nor goes sideways from member to member. */
  carries(path) {
    const kinds = this.chain(path).links.map(({kind}) => kind);
    return kinds.includes("support") && !kinds.some((kind, n) => n > 0 && SIDEWAYS.includes(`${kinds[n - 1]} ${kind}`));
  }

  chain(path) {
    const links = path.slice(1).map((taker, n) => this.best(path[n], taker));
    return {actors: path, links, strength: Math.min(...links.map(({strength}) => strength))};
  }

  /** The strongest way from one to the next, support before membership. */
  best(giver, taker) {
    let found = null;
    for (const [kind, places] of this.kinds(giver, taker)) {
      const one = {giver, taker, kind, places, strength: places.reduce((most, place) => Math.max(most, this.book.more[place].trust), places.length ? 0 : 1)};
      if (!found || compareAll([one.kind === "support", one.strength], [found.kind === "support", found.strength]) > 0) found = one;
    }
    return found;
  }

  /** The least claims on the chains' links that separate the ends; whether no claim could. */
  cut(first, last, chains) {
    if (!chains.length) return {cut: [], certain: false};
    const pairs = new Map(chains.flatMap(({links}) => links.map(({giver, taker}) => [JSON.stringify([giver, taker]), [giver, taker]])));
    const arcs = [...pairs.values()].map(([giver, taker]) => ({from: giver, to: taker, most: this.capacity(giver, taker)}));
    const far = behind(arcs, new Set(first), new Set(last));
    if (!far) return {cut: [], certain: true};
    const places = arcs.filter(({from, to}) => !far.has(from) && far.has(to)).flatMap(({from, to}) => [...this.kinds(from, to).values()].flat());
    const claims = [...new Map(places.map((place) => [this.book.more[place].id, place])).values()];
    const order = (place) => [this.book.claims[place].document, ...this.book.claims[place].quote.slice(0, 1), this.book.more[place].id];
    return {cut: claims.sort((a, b) => compareAll(order(a), order(b))), certain: false};
  }

  capacity(giver, taker) {
    const kinds = [...this.kinds(giver, taker).values()];
    return kinds.some((places) => !places.length) ? Infinity : new Set(kinds.flat().map((place) => this.book.more[place].id)).size;
  }
}

/**
 * The side of the takers of a minimum cut (Ford & Fulkerson 1956), the smallest there is: whoever still reaches a taker once
 * no more can flow. Null where a way that no claim carries leads from end to end.
 */
function behind(arcs, first, last) {
  const residual = arcs.flatMap(({from, to, most}) => {
    const there = {from, to, left: most}, back = {from: to, to: from, left: 0};
    there.back = back;
    back.back = there;
    return [there, back];
  });
  const into = new Map();
  for (const arc of residual) into.set(arc.to, [...(into.get(arc.to) ?? []), arc]);
  for (;;) {
    const {seen, start} = backward(into, first, last);
    if (start === null) return new Set(seen.keys());
    const way = [];
    for (let arc = seen.get(start); arc; arc = seen.get(arc.to)) way.push(arc);
    const most = Math.min(...way.map(({left}) => left));
    if (most === Infinity) return null;
    for (const arc of way) {
      arc.left -= most;
      arc.back.left += most;
    }
  }
}

/** From the takers back along what can still flow: each that is reached with the arc on from it, and a giver if one is. */
function backward(into, first, last) {
  const seen = new Map([...last].map((id) => [id, null]));
  for (const id of seen.keys()) {
    if (first.has(id)) return {seen, start: id};
    for (const arc of into.get(id) ?? []) if (arc.left > 0 && !seen.has(arc.from)) seen.set(arc.from, arc);
  }
  return {seen, start: null};
}
