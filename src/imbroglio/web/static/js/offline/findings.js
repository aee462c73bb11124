/** What does not add up, the log and the queue: as `web/views/findings.py` and `review.py`. */
import {select, unfiltered} from "./select.js";
import {page} from "./sums.js";

const WAITING = ["unreviewed", "needs work", "in conflict"];

export function findings(book, query, {state, rule, after, limit}) {
  const keep = unfiltered(book, query) ? null : new Set(select(book, query));
  const passes = ({sides}) => !keep || sides.every((side) => side.some((id) => book.placesAt(id).some((place) => keep.has(place))));
  const found = book.findings.filter((one) => state.includes(one.state) && (!rule.length || rule.includes(one.rule)) && passes(one));
  const {total, shown, next} = page(found, {after, limit});
  return {version: book.version, total, findings: shown.map((one) => whole(book, one)), next, pending: false};
}

export function finding(book, _, {id}) {
  const found = book.findings.find((one) => one.id === id);
  if (!found) throw book.missing("finding", id, "; a decision may have settled it");
  return whole(book, found);
}

const whole = (book, one) => ({...one, sides: one.sides.map((side) => book.rows(side))});

/** A question of identity with its claims. */
export const question = (book, one) => ({...one, claims: book.rows(one.claims)});

export function decisions(book, _, {target, kind, who, after, limit}) {
  const found = book.decisions.filter((one) => (!target || one.targets.includes(target) || (one.after.claims ?? []).includes(target))
    && (!kind.length || kind.includes(one.kind)) && (!who || one.who === who));
  const {total, shown, next} = page(found, {after, limit});
  const [undo, redo] = new Map(Object.entries(book.undo)).get(who || book.summary.who) ?? [null, null];
  return {version: book.version, log: book.log, total, decisions: shown, next, can_undo: undo, can_redo: redo};
}

export function queue(book, query, {kind, after, limit}) {
  const asked = kind === "claims" ? [] : book.questions;
  const places = new Set(kind === "questions" ? [] : select(book, query).filter((place) => WAITING.includes(book.claims[place].status)));
  const waiting = book.queue.filter(([place]) => places.has(place));
  const questions = asked.slice(after, after + limit).map((one) =>
    ({kind: "question", why: one.why, weight: one.weight, claim: null, question: question(book, one)}));
  const first = Math.max(after - asked.length, 0);
  const claims = waiting.slice(first, first + limit - questions.length).map(([place, weight, why]) =>
    ({kind: "claim", why, weight, claim: book.rows([book.key(place)])[0], question: null}));
  return {version: book.version, log: book.log, total: asked.length + places.size, done: book.done, items: [...questions, ...claims]};
}
