/** The log of decisions: who decided what, when and why; anything can be taken back and put back, nothing is lost. */
import {change, link} from "../core/address.js";
import {get} from "../core/api.js";
import {moment} from "../core/conflict.js";
import {canDecide, redo, seen, undo} from "../core/decide.js";
import {bdi, clear, h} from "../core/dom.js";
import {empty} from "../core/parts.js";
import {same} from "../core/same.js";

const PAGE = 100;

export async function log(body, query) {
  const load = async () => {
    const found = await get("/decisions", {after: query.after, who: query.who, target: query.target, limit: PAGE});
    seen(found.log);
    clear(body).append(found.total ? table(found, query) : nothing(query));
  };
  await load();
  return {
    update({query: now}, {fresh}) {
      return fresh ? load() : same(now, query, "item");
    },
  };
}

function table(found, query) {
  const after = Number(query.after ?? 0);
  const columns = ["", "Decision", "Why", "Who", "When", ""];
  return h("div", {},
    query.who || query.target ? h("p", {class: "chips"}, h("button", {type: "button", class: "chip", on: {click: () => change({who: null, target: null, after: null})}}, "Only some are shown ×")) : null,
    h("div", {class: "scroll", tabindex: "0", role: "region", "aria-label": "Decisions"}, h("table", {class: "list log"},
      h("thead", {}, h("tr", {}, ...columns.map((label, n) => (label ? h("th", {scope: "col"}, label) : h("td", {"aria-hidden": n === 0 ? "true" : null}))))),
      h("tbody", {}, ...found.decisions.map(row)))),
    found.next !== null || after ? h("nav", {class: "pager", "aria-label": "Pages"},
      h("button", {type: "button", disabled: !after, on: {click: () => change({after: Math.max(after - PAGE, 0) || null})}}, "Later ones"),
      h("button", {type: "button", disabled: found.next === null, on: {click: () => change({after: found.next})}}, "Earlier ones")) : null);
}

function row(one) {
  const reverses = ["undo", "redo"].includes(one.kind);
  const back = {id: one.id, targets: [...one.targets, one.id]};
  const act = !canDecide() || reverses ? null : one.active
    ? h("button", {type: "button", class: "quiet", on: {click: () => undo(back)}}, "Undo")
    : h("button", {type: "button", class: "quiet", on: {click: () => redo(back)}}, "Redo");
  return h("tr", {class: one.active ? null : "undone"}, h("td", {class: "number"}, String(one.number)),
    h("th", {scope: "row"}, bdi(one.says), !one.active && h("span", {class: "chip"}, "undone"),
      !one.attached && h("span", {class: "chip warn", title: "What it is about is no longer in the case, as after a document was read again."}, "no longer attached")),
    h("td", {}, bdi(one.why)), h("td", {}, h("a", {href: link("review", {}, {kind: "log", who: one.who})}, bdi(one.who))),
    h("td", {class: "day"}, h("time", {datetime: one.at}, moment(one.at))), h("td", {}, act));
}

function nothing({who, target}) {
  if (who || target) return empty("No such decision", "Nothing was decided by this person about this.", h("button", {type: "button", on: {click: () => change({who: null, target: null})}}, "Show all"));
  return empty("Nothing is decided yet", "Every decision is kept here: who took it, when and why, and what it changed. Any can be taken back.",
    h("a", {class: "button", href: link("review")}, "Begin with what is most worth a look"));
}
