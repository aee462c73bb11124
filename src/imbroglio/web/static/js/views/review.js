/** The review: what waits, the most worth looking at first; text beside the extraction; one key a decision; the log. */
import {filters, keep, link} from "../core/address.js";
import {at as pathOf, get} from "../core/api.js";
import {askSignature, canDecide, seen, signature} from "../core/decide.js";
import {bdi, clear, h} from "../core/dom.js";
import {filterBar} from "../core/filters.js";
import {empty, head} from "../core/parts.js";
import {same} from "../core/same.js";
import {claimItem, questionItem} from "./item.js";
import {log} from "./log.js";

const AHEAD = 30; // items fetched at once
const LOW = 5; // items left when more are fetched
const KINDS = [["all", "All"], ["claims", "Claims"], ["questions", "Who is who"], ["log", "Decisions"]];

export async function view(root, ctx) {
  const {query} = ctx.state;
  const kind = KINDS.some(([one]) => one === query.kind) ? query.kind : "all";
  document.title = `${kind === "log" ? "Decisions" : "Review"} – Imbroglio`;
  const body = h("div", {class: "review-body"});
  const progress = h("div", {class: "progress"});
  clear(root).append(head("Review", {lead: signed(ctx.summary)}), h("div", {class: "review-bar"}, tabs(kind, query), progress), kind === "log" ? "" : filterBar(ctx.summary, query, {without: ["level"]}), body);
  if (kind === "log") return log(body, query);
  return queue(body, progress, ctx, kind);
}

async function queue(body, progress, {state, summary}, kind) {
  const {query} = state;
  const handled = new Set();
  let items = [];
  let total = 0;
  let done = 0;
  let at = 0;
  let part = null;

  const fetchMore = async () => {
    const waiting = Math.min(AHEAD + items.length + handled.size, 200);
    const found = await get("/queue", {...filters(query), kind, limit: waiting});
    ({total, done} = found);
    seen(found.log);
    const known = new Set(items.map(idOf));
    items.push(...found.items.filter((item) => !handled.has(idOf(item)) && !known.has(idOf(item))));
  };
  const named = async () => {
    if (!query.item) return;
    const place = items.findIndex((item) => idOf(item) === query.item);
    if (place >= 0) at = place;
    else await claimNamed(query.item).then((item) => item && items.unshift(item));
  };
  const show = async () => {
    if (items.length - at <= LOW && items.length + handled.size < total) await fetchMore();
    at = Math.max(0, Math.min(at, items.length - 1));
    const item = items[at];
    clear(progress).append(bar(done, total, at, items.length));
    if (!item) {
      part = null;
      keep({item: null});
      clear(body).append(nothing(summary, done));
      return;
    }
    keep({item: idOf(item)});
    part = await (item.kind === "claim" ? claimItem(item, decided) : questionItem(item, decided));
    clear(body).append(part.element, h("nav", {class: "pager", "aria-label": "Queue"},
      button("The one before", "k", () => step(-1), at === 0), button("Next, without deciding", "j", () => step(1), at + 1 >= items.length)));
  };
  const step = (by) => {
    at += by;
    return show();
  };
  /** After a decision: on to the next, or where the item is only changed, the same anew. */
  const decided = async (made, {stay = false} = {}) => {
    if (!made) return;
    if (stay) {
      const anew = made.claims.find((claim) => claim.id === idOf(items[at]));
      if (anew) items[at] = {...items[at], claim: anew};
    } else {
      handled.add(idOf(items[at]));
      items.splice(at, 1);
      done += 1;
      total -= 1;
    }
    await show();
  };
  const back = async ({detail}) => {
    if (!["undo", "redo"].includes(detail.decision.kind)) return;
    handled.clear();
    items = [];
    await fetchMore();
    const claim = detail.claims[0];
    if (claim) {
      items = items.filter((item) => idOf(item) !== claim.id);
      items.unshift({kind: "claim", why: "you took back or put back what you decided about it", weight: 0, claim, question: null});
    }
    at = 0;
    await show();
  };
  await fetchMore();
  await named();
  await show();
  document.addEventListener("decided", back);
  const press = (key) => () => part?.keys[key]?.();
  return {
    keys: {
      ...Object.fromEntries(Object.entries(MEANINGS).map(([key, label]) => [key, [label, press(key)]])),
      j: ["next, without deciding", () => step(1)], k: ["the one before", () => step(-1)],
    },
    leave: () => document.removeEventListener("decided", back),
    update({query: now}) {
      return same(now, query, "item"); // decisions are followed above
    },
  };
}

const MEANINGS = {
  a: "accept the claim", r: "reject it", c: "correct relation or firmness", s: "swap subject and object", p: "set the place", t: "set the time",
  b: "set who says so", q: "unsure", n: "note", 1: "correct the subject; or: the same", 2: "correct the object; or: part of", 3: "renamed from", 4: "different",
};

const idOf = (item) => item[item.kind].id;

async function claimNamed(id) {
  try {
    const claim = await get(pathOf("claims", id));
    return {kind: "claim", why: "opened by its link", weight: 0, claim, question: null};
  } catch {
    return null; // it has gone: begin with what waits
  }
}

function tabs(kind, query) {
  return h("nav", {class: "tabs", "aria-label": "What to review"}, ...KINDS.map(([value, label]) => h("a", {
    href: link("review", {}, {...query, kind: value === "all" ? null : value, item: null}), "aria-current": value === kind ? "page" : null,
  }, label)));
}

function signed({who}) {
  if (!canDecide()) return "This explorer is read-only: look, but decisions cannot be taken.";
  const name = bdi(signature() || who, {class: "signature"});
  const sign = async () => {
    if (await askSignature()) name.textContent = signature() || who;
  };
  return h("span", {}, "What is most worth a look comes first. You sign as ", name, " ", h("button", {type: "button", class: "linklike", on: {click: sign}}, "change"));
}

function bar(done, total, at, here) {
  const all = done + total;
  if (!all) return "";
  const meter = h("progress", {max: String(all), value: String(done), "aria-label": "Decided"});
  return h("p", {class: "progress-line"}, meter, h("span", {}, h("b", {}, done.toLocaleString()), " decided, ", h("b", {}, total.toLocaleString()), " waiting"),
    here > 0 && at > 0 ? h("span", {}, `${at} passed over`) : null);
}

function button(label, key, run, disabled = false) {
  return h("button", {type: "button", class: "quiet", disabled, on: {click: run}}, label, " ", h("kbd", {}, key));
}

function nothing(summary, done) {
  if (summary.empty) return empty("Nothing was read yet", summary.explains);
  return empty(done ? "All decided" : "Nothing waits", done ? "Everything that passes the filters is decided." : "Nothing that passes the filters waits for a decision.",
    h("a", {class: "button", href: link("review", {}, {kind: "log"})}, "What was decided"), h("a", {class: "button", href: link("matrix")}, "Go to the matrix"));
}
