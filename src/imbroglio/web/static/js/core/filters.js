/** The filters that all views share: one row of menus, and what is chosen as chips that take it away again. */
import {bdi, clear, h} from "./dom.js";
import {FILTERS, change, list, state} from "./address.js";
import {said} from "./days.js";
import {segmented, spoken, toggled} from "./parts.js";
import {glyphOf, classOf} from "./signs.js";
import {timeRange} from "./range.js";

const LEVELS = {actor: ["As named", "Every actor as the documents name it"], state: ["States", "Government bodies and leaders count as their state"], umbrella: ["Umbrellas", "Armed groups count as their umbrella, too"]};
const TRUSTED = [["", "any"], ["0.5", "50%"], ["0.7", "70%"], ["0.85", "85%"], ["0.95", "95%"]];
const FOLDS = 7; // places and outlets below the first so many are found by typing

let bar = null;

/** The bar of a case for what the address asks. It is one element, moved from view to view, so menus stay open and focus stays put. */
export function filterBar(summary, query, {without = []} = {}) {
  bar ??= h("section", {class: "filters", "aria-label": "Filters"});
  const open = [...bar.querySelectorAll("details[open]")].map((one) => one.id);
  const focus = bar.contains(document.activeElement) ? document.activeElement.id : "";
  const chosen = chips(query, without);
  const wide = matchMedia("(min-width: 48.01rem)").matches;
  const fold = h("details", {class: "filters-fold", id: "filters-fold", open: wide},
    h("summary", {}, "Filters", chosen.length > 0 && h("span", {class: "badge"}, chosen.length)),
    h("div", {class: "filters-row"}, menus(summary, query).filter(([name]) => !without.includes(name)).map(([, element]) => element)));
  clear(bar).append(fold);
  if (chosen.length > 0) bar.append(h("div", {class: "filters-chosen"}, chosen, h("button", {type: "button", class: "quiet", id: "filters-clear", on: {click: reset}}, "Clear all")));
  for (const id of open) bar.querySelector(`#${id}`)?.setAttribute("open", "");
  if (focus) queueMicrotask(() => bar.querySelector(`#${CSS.escape(focus)}`)?.focus({preventScroll: true}));
  return bar;
}

function menus(summary, query) {
  const levels = summary.levels.map((id) => [id, ...(LEVELS[id] ?? [id])]);
  const relations = summary.relations.filter((row) => row.count > 0).sort((a, b) => b.sign - a.sign || b.count - a.count);
  return [
    ["level", segmented("Count actors", "level", levels, query.level ?? "state")],
    ["time", summary.first && menu("time", "Time", timeRange(summary, query), list(query.since).length + list(query.until).length)],
    ["theatre", summary.theatres.length > 0 && menu("theatre", "Theatre", boxes("theatre", summary.theatres, query), list(query.theatre).length)],
    ["relation", menu("relation", "Relation", boxes("relation", relations.map(relationRow), query), list(query.relation).length)],
    ["firmness", menu("firmness", "Firmness", firmness(summary, query), list(query.firmness).length + (query.background === "false"))],
    ["outlet", summary.outlets.length > 0 && menu("outlet", "Outlet", boxes("outlet", summary.outlets, query), list(query.outlet).length)],
    ["trust", menu("trust", "Trust", trusted(query), list(query.trust).length)],
    ["status", menu("status", "Status", boxes("status", Object.entries(summary.statuses).map(([id, n]) => ({id, name: id, count: n})), query), list(query.status).length)],
  ];
}

function menu(name, label, content, chosen) {
  const element = h("details", {class: `menu filter-${name}`, id: `filter-${name}`}, h("summary", {id: `filter-${name}-label`, class: chosen > 0 ? "chosen" : null}, label), h("div", {}, content));
  element.addEventListener("keydown", (event) => {
    if (event.key !== "Escape" || !element.open) return;
    event.stopPropagation();
    element.open = false;
    element.querySelector("summary").focus();
  });
  return element;
}

function boxes(key, rows, query) {
  const options = rows.map((row, n) => option(key, row, list(query[key]).includes(row.id), n));
  if (rows.length <= FOLDS) return h("ul", {class: "options"}, options);
  const sift = (event) => {
    const q = event.target.value.trim().toLowerCase();
    options.forEach((element, n) => (element.hidden = !rows[n].name.toLowerCase().includes(q)));
  };
  return [h("input", {type: "search", id: `filter-${key}-sift`, placeholder: "Find …", "aria-label": `Find in ${key}`, on: {input: sift}}), h("ul", {class: "options"}, options)];
}

function option(key, {id, name, count, mark, title}, checked, n) {
  return h("li", {}, h("label", {title},
    h("input", {type: "checkbox", id: `filter-${key}-${n}`, checked, on: {change: () => change({[key]: toggled(state().query, key, id)})}}),
    mark && h("span", {class: `word ${classOf(mark)}`, "aria-hidden": "true"}, mark), bdi(name, {class: "truncate"}), h("span", {class: "tally"}, count.toLocaleString("en"))));
}

const relationRow = ({id, sign, klass, count, means}) => ({id, name: spoken(id), count, mark: glyphOf(sign, klass), title: means});

function firmness(summary, query) {
  const presupposed = h("input", {type: "checkbox", id: "filter-background", checked: query.background !== "false", on: {change: (event) => change({background: event.target.checked ? null : "false"})}});
  return [boxes("firmness", summary.firmness, query), h("label", {class: "option-apart"}, presupposed, "with what is merely presupposed")];
}

function trusted(query) {
  return h("fieldset", {class: "options"}, h("legend", {}, "Read rightly, by the reader’s own estimate, with at least"),
    TRUSTED.map(([value, label]) => h("label", {}, h("input", {
      type: "radio", name: "trust", id: `filter-trust-${value || "any"}`, value, checked: (query.trust ?? "") === value, on: {change: () => change({trust: value || null})},
    }), label)));
}

function chips(query, without) {
  const hidden = new Set(["level", ...without]);
  const found = [];
  const add = (key, text, patch) => found.push(h("button", {
    type: "button", class: "chip", title: `Take away: ${text}`, "aria-label": `Take away the filter ${text}`, on: {click: () => change(patch)},
  }, h("span", {class: "soft"}, `${key} `), bdi(text), h("span", {"aria-hidden": "true"}, "×")));
  for (const key of FILTERS) {
    if (hidden.has(key)) continue;
    for (const value of list(query[key])) {
      if (key === "since" || key === "until") add(key, /^\d{4}-\d\d-\d\d$/.test(value) ? said(value) : value, {[key]: null});
      else if (key === "trust") add("trust at least", `${Math.round(value * 100)}%`, {trust: null});
      else if (key === "background") add("without", "presupposed", {background: null});
      else add(key === "klass" ? "class" : key, spoken(value), {[key]: list(query[key]).filter((one) => one !== value)});
    }
  }
  return found;
}

function reset() {
  change(Object.fromEntries(FILTERS.filter((name) => name !== "level").map((name) => [name, null])));
}
