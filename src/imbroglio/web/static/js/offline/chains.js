/** Who ends up supporting whom, and aid by its channels: as `web/views/flows.py`. */
import {grouped} from "./book.js";
import {Flow} from "./flow.js";
import {select} from "./select.js";
import {roots} from "./sums.js";

const SHOWN = 50, CLAIMS = 4, CHANNELS = 150;
const AID = ["arms", "funds", "assists"];
const BEHIND = ["backs", "funds", "leads", "assists"];
const TOLD = ["fact", "hedged", "planned"];

export function chains(book, query, asked) {
  const [one, other] = [book.known(asked.one), book.known(asked.other)];
  const counted = (id) => new Set([id, ...[...book.people].filter(([part, {listed}]) => listed && book.roll(part, "state") === id).map(([part]) => part)]);
  const [givers, takers] = [counted(one), counted(other)];
  const apart = (ids, others) => [...ids].filter((id) => !others.has(id));
  const found = new Flow(book, select(book, query)).reach(apart(givers, takers), apart(takers, givers), asked.longest);
  const rows = (places) => book.rows(places.map((place) => book.key(place)));
  return {
    version: book.version, one: book.name(one), other: book.name(other), cut: rows(found.cut), certain: found.certain,
    chains: found.chains.slice(0, SHOWN).map(({actors, links, strength}) => ({
      actors: actors.map((id) => book.name(id)), strength: rounded(book, links, strength),
      links: links.map((link) => ({
        giver: book.name(link.giver), taker: book.name(link.taker), kind: link.kind, strength: rounded(book, [link], link.strength),
        claims: rows(link.places.slice(0, CLAIMS)),
      })),
    })),
  };
}

/** A strength is the trust of a claim: as that is shown. */
function rounded(book, links, strength) {
  const place = links.flatMap(({places}) => places).find((one) => book.more[one].trust === strength);
  return place === undefined ? strength : book.more[place].rounded;
}

export function flows(book, query) {
  const found = channels(book, select(book, query)).slice(0, CHANNELS);
  return {version: book.version, channels: found.map((one) => channel(book, one)), ribbons: found.flatMap((one) => ribbons(book, one))};
}

/** Named channels first, then direct aid pair by pair; each group by the weight of its claims: as `analysis/channels.py`. */
function channels(book, places) {
  const aid = places.map((place) => [place, book.claims[place]])
    .filter(([, {relation, polarity, firmness}]) => AID.includes(relation) && polarity !== "no" && TOLD.includes(firmness));
  const named = grouped(aid.filter(([, {via}]) => via), ([, {via, via_actor: actor}]) => actor || book.channelOf.get(via).key);
  const direct = grouped(aid.filter(([, {via, object}]) => !via && !named.has(object.id)), ([, {subject, object}]) => JSON.stringify([subject.id, object.id]));
  const lots = [...named].map(([key, own]) => ({name: own[0][1].via, places: own.map(([place]) => place), behind: behind(book, key, places)}));
  const pairs = [...direct.values()].map((own) => ({name: null, places: own.map(([place]) => place), behind: []}));
  return [lots, pairs].flatMap((some) => some.map((one) => [total(book, one), one]).sort(([a], [b]) => b - a).map(([, one]) => one));
}

function behind(book, key, places) {
  return places.filter((place) => {
    const {object, relation, polarity} = book.claims[place];
    return object.id === key && BEHIND.includes(relation) && polarity === "yes";
  });
}

/** The weight of a channel; sums that differ by rounding alone are one. */
const total = (book, {places}) => Math.round(places.reduce((sum, place) => sum + book.more[place].weight, 0) * 1e9);

function channel(book, {name, places, behind: own}) {
  const names = (some, side) => [...new Set(some.map((place) => book.claims[place][side].id))].map((id) => book.name(id));
  return {
    name, givers: names([...places, ...own], "subject"), recipients: names(places, "object"), relations: relations(book, places),
    roots: independent(book, places), claims: places.map((place) => book.key(place)), behind: own.map((place) => book.key(place)),
  };
}

const relations = (book, places) => [...new Set(places.map((place) => book.claims[place].relation))];

/** Giver to channel to recipient, or giver to recipient where there is no channel. */
function ribbons(book, {name, places, behind: own}) {
  const middle = name && {id: book.channelOf.get(name).id, name}, runs = [];
  for (const place of places) {
    const {subject, object} = book.claims[place], [giver, taker] = [book.name(subject.id), book.name(object.id)];
    if (middle) runs.push([giver, middle, place], [middle, taker, place]);
    else runs.push([giver, taker, place]);
  }
  if (middle) for (const place of own) runs.push([book.name(book.claims[place].subject.id), middle, place]);
  return [...grouped(runs, ([source, target]) => JSON.stringify([source.id, target.id])).values()].map((lot) => {
    const at = lot.map(([, , place]) => place);
    return {source: lot[0][0], target: lot[0][1], value: independent(book, at), relations: relations(book, at), claims: at.map((place) => book.key(place))};
  });
}

const independent = (book, places) => roots(book, [...new Set(places.flatMap((place) => book.placesAt(book.key(place)).slice(0, 1)))]);
