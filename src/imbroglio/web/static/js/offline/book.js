/** The snapshot, with what the answers look up in it: as `web/book.py`, whose names these are. A place is a claim's number. */
import {Problem} from "../core/api.js";
import {Text, fold, key} from "./words.js";

/** What no filter says: a claim of any status but this is shown. */
const HIDDEN = "rejected";

export class Book {
  constructor(data) {
    const {claims, documents, people, codes, relations} = Object.assign(this, data, {relations: data.summary.relations});
    this.people = new Map(Object.entries(people));
    this.codeOf = new Map(codes.map((id, code) => [id, code]));
    this.documents = new Map(documents.map((one) => [one.row.id, one]));
    this.relation = new Map(relations.map((one) => [one.id, one]));
    this.mergedInto = new Map(Object.entries(data.merged));
    this.channelOf = new Map(Object.entries(data.channels));
    this.standsUnder = new Map(Object.entries(data.theatres));
    this.levels = new Map(Object.entries(data.levels).map(([name, {counted, factions}]) =>
      [name, {counted: new Map(Object.entries(counted)), factions: new Map(Object.entries(factions))}]));
    this.standing = data.lists.statuses.filter((status) => status !== HIDDEN);
    this.theatreOf = data.places.map(({theatre}) => theatre);
    this.unprintedWords = new Set(data.unprinted);
    this.placesOf = grouped(claims.keys(), (place) => claims[place].id);
    this.claimsOf = grouped(claims.keys(), (place) => claims[place].document);
    this.keyOf = new Map(claims.flatMap(({id}, place) => (this.more[place].id === id ? [] : [[this.more[place].id, id]])));
    this.kept = new Map();
  }

  /** Where claims of an id stand. */
  placesAt(id) {
    return this.placesOf.get(id) ?? [];
  }

  /** The id under which the claim at a place is known. */
  key(place) {
    const {id} = this.more[place];
    return this.keyOf.get(id) ?? id;
  }

  /** The rows of claims by id; what the case does not have is left out. */
  rows(ids) {
    return ids.flatMap((id) => this.placesAt(id).slice(0, 1)).map((place) => this.claims[place]);
  }

  sign(place) {
    return this.claims[place].polarity === "yes" ? this.relation.get(this.claims[place].relation).sign : 0;
  }

  theatre(place) {
    return this.theatreOf[this.columns.place[place]];
  }

  now(id) {
    return this.mergedInto.get(id) ?? id;
  }

  /** The id under which an actor is known now. */
  known(id) {
    const found = this.now(id);
    if (!this.people.has(found)) throw this.missing("actor", id);
    return found;
  }

  missing(kind, id, more = "") {
    return new Problem({status: 404, title: "Not Found", detail: `${this.summary.name} has no ${kind} '${id.slice(0, 80)}'${more}`});
  }

  name(id) {
    return {id, name: this.people.get(id)?.row.name ?? id};
  }

  /** An actor in a list. */
  actor(id, claims, level, members = 0) {
    const row = this.people.get(id)?.row ?? {id, name: id, kind: "other", country: null, known: false, described: false};
    return {...row, claims, faction: this.levels.get(level).factions.get(id) ?? null, members};
  }

  document(id) {
    return this.documents.get(id).row;
  }

  /** The text of a document, to be cut. */
  text(id) {
    return this.once(`text ${id}`, () => new Text(this.documents.get(id).text));
  }

  /** The same without case. */
  folded(id) {
    return this.once(`folded ${id}`, () => fold(this.documents.get(id).text));
  }

  /** Whom an actor is counted as at a level. */
  roll(id, level) {
    const now = this.now(id);
    return this.levels.get(level).counted.get(now) ?? now;
  }

  /** The code under which claims of an actor are counted at a level, -1 if none is. */
  code(id, level) {
    const counted = this.once(`counted ${level}`, () => new Set(this.rolled[level].flat()));
    const own = this.codeOf.get(this.now(id)) ?? -1;
    return counted.has(own) ? own : (this.codeOf.get(this.roll(id, level)) ?? -1);
  }

  /** Codes of the places that lie in any of these. */
  within(theatres) {
    const wanted = theatres.map((area) => ({area, name: key(area), own: fold(area)}));
    const lies = ({theatre, ids, names}) => wanted.some(({area, name, own}) =>
      theatre === area || ids.includes(area) || names.includes(name) || ids.includes(own));
    return new Set(this.places.flatMap((place, code) => (place.ids.length && lies(place) ? [code] : [])));
  }

  once(name, make) {
    if (!this.kept.has(name)) this.kept.set(name, make());
    return this.kept.get(name);
  }
}

/** Values by what they have in common, in the order in which that comes up. */
export function grouped(values, by) {
  const found = new Map();
  for (const one of values) {
    const name = by(one);
    if (found.has(name)) found.get(name).push(one);
    else found.set(name, [one]);
  }
  return found;
}
