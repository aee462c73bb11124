/** Search: as `web/views/search.py`. */
import {clean, compare, compareAll, fold, literal, segment, split} from "./words.js";

const AROUND = 80; // characters shown on either side of a hit
const LONGEST = 200; // characters of a query that are looked at

export function search(book, _, {q, limit}) {
  const words = split(Array.from(fold(q)).slice(0, LONGEST).join("")), hits = [];
  if (words.length) for (const kind of [actors, places, claims, documents]) hits.push(...first(kind(book, words), limit));
  return {version: book.version, query: q, hits};
}

function* first(found, limit) {
  let count = 0;
  for (const one of found) {
    yield one;
    if ((count += 1) >= limit) return;
  }
}

const hit = (kind, id, title, detail, url, pieces = []) => ({kind, id, title, detail, url, pieces});

/** Names that are the query first, then those that begin with it, then the rest; the most spoken of first. */
function* actors(book, words) {
  const phrase = words.join(" "), ranked = [];
  for (const [id, {names, spoken}] of book.people) {
    const hits = names.filter((name) => words.every((word) => name.includes(word)));
    if (!hits.length) continue;
    const [rank] = hits.map((name) => [name !== phrase, !name.startsWith(phrase)]).sort(compareAll);
    ranked.push([...rank, -spoken, id, hits[0]]);
  }
  for (const [, , count, id, name] of ranked.sort(compareAll)) {
    const {row} = book.people.get(id);
    const also = name === fold(row.name) ? "" : ` · also “${clean(name)}”`;
    yield hit("actor", id, row.name, `${row.kind} · ${-count} claim${count === -1 ? "" : "s"}${also}`, `/actor/${segment(id)}`);
  }
}

function* places(book, words) {
  for (const name of [...new Set(book.theatreOf)].filter(Boolean).sort(compare)) {
    if (words.every((word) => fold(name).includes(word))) yield hit("place", name, name, "theatre", `/?theatre=${segment(name)}`);
  }
}

function* documents(book, words) {
  for (const [id, {row}] of book.documents) {
    const title = fold(`${row.title ?? ""} ${row.outlet ?? ""} ${id}`), folded = book.folded(id);
    if (!words.every((word) => folded.includes(word) || title.includes(word))) continue;
    const detail = [row.outlet, row.published].filter(Boolean).join(" · ");
    yield hit("document", id, row.title || id, detail, `/document/${segment(id)}`, pieces(around(book.text(id), words), words));
  }
}

function* claims(book, words) {
  for (const id of book.documents.keys()) {
    const folded = book.folded(id);
    if (!words.every((word) => folded.includes(word))) continue;
    for (const place of book.claimsOf.get(id) ?? []) {
      const row = book.claims[place], said = fold(`${book.text(id).slice(...row.quote)} ${row.subject.name} ${row.object.name}`);
      if (row.status === "rejected" || !words.every((word) => said.includes(word))) continue;
      yield hit("claim", row.id, row.statement, row.source, `/document/${segment(id)}?claim=${row.id}`, row.pieces);
    }
  }
}

/** The words around the first place where the query, or its first word that is there, stands. */
function around(text, words) {
  for (const wanted of [words.map(literal).join("\\s+"), ...words.map(literal)]) {
    const found = new RegExp(wanted, "iu").exec(text.text);
    if (found) return text.slice(Math.max(text.before(found.index) - AROUND, 0), text.before(found.index + found[0].length) + AROUND);
  }
  return text.slice(0, 2 * AROUND);
}

/** The excerpt with the query's words marked as cues. */
function pieces(excerpt, words) {
  const parts = clean(excerpt).split(new RegExp(`(${words.map(literal).join("|")})`, "iu"));
  return parts.map((part, n) => ({words: part, part: n % 2 ? "cue" : ""})).filter((piece) => piece.words);
}
