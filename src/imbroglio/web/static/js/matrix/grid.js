/** The matrix as a table: heads that stay, arrow keys from cell to cell, the row and column one is in lit up. */
import {link} from "../core/address.js";
import {bdi, h} from "../core/dom.js";
import {count} from "../core/parts.js";
import {glyph, inWords} from "../core/signs.js";

const STEPS = {ArrowUp: [-1, 0], ArrowDown: [1, 0], ArrowLeft: [0, -1], ArrowRight: [0, 1]};

/** `{element, mark(from, to), focus()}`; `choose(from, to)` is called with the ids of a cell that somebody opens. */
export function grid({actors, cells, order}, choose) {
  const starts = breaks(actors, order);
  const columns = actors.map((_, n) => h("col", {class: starts.has(n) ? "starts" : null}));
  const tops = actors.map((actor, n) => h("th", {scope: "col", class: `top-head ${camp(actor)}${starts.has(n) ? " starts" : ""}`, title: about(actor)}, name(actor)));
  const rows = actors.map((actor, n) => row(actor, n, actors, starts));
  const size = actors.length <= 20 ? ["airy", 28] : actors.length <= 32 ? ["roomy", 22] : ["", 18];
  for (const cell of cells) fill(rows[cell.row].children[cell.column + 1], cell, actors, size[1]);
  const table = h("table", {class: `matrix ${size[0]}`, role: "grid", "aria-label": "What is said of each row’s actor toward each column’s"},
    h("colgroup", {}, h("col"), columns), h("thead", {}, h("tr", {}, h("th", {scope: "col", class: "corner"}, h("span", {}, "who ↓ toward whom →")), tops)), h("tbody", {}, rows));
  const state = {actors, rows, tops, columns, at: [0, cells.find(({row: r}) => r === 0)?.column ?? 0], lit: []};
  here(state, ...state.at, false);
  listen(table, state, choose);
  return {
    element: h("div", {class: "matrix-box", tabindex: "-1"}, table),
    mark: (from, to) => mark(state, from, to),
    focus: () => td(state, ...state.at).focus(),
  };
}

function row(actor, n, actors, starts) {
  const blank = actors.map((other, m) => h("td", {
    role: "gridcell", tabindex: -1, class: [n === m && "same", starts.has(m) && "starts"].filter(Boolean).join(" ") || null, dataset: {n, m},
    "aria-label": n === m ? `${actor.name}` : `${actor.name} toward ${other.name}: nothing said`,
  }));
  return h("tr", {class: starts.has(n) ? "starts" : null}, h("th", {scope: "row", class: `side-head ${camp(actor)}`, title: about(actor)}, name(actor)), blank);
}

function fill(td, cell, actors, size) {
  const says = `${actors[cell.row].name} toward ${actors[cell.column].name}: ${inWords(cell)}, ${count(cell.claims, "claim")}`;
  td.classList.add("said");
  td.setAttribute("aria-label", says);
  td.title = says;
  td.append(glyph(cell, size));
}

const name = (actor) => h("a", {href: link("actor", {id: actor.id}), tabindex: -1}, bdi(actor.name));
const camp = ({faction}) => `camp-${faction ?? "none"}`;
const about = ({name: own, kind, claims, members, faction}) =>
  [own, kind, count(claims, "claim"), members > 0 && `with ${members} counted as it`, faction !== null && `camp ${faction + 1}`].filter(Boolean).join(" · ");

/** Where a camp or kind begins. */
function breaks(actors, order) {
  const key = {faction: "faction", kind: "kind"}[order];
  return new Set(key ? actors.map((actor, n) => n).filter((n) => n > 0 && actors[n][key] !== actors[n - 1][key]) : []);
}

function listen(table, state, choose) {
  const cellOf = (event) => event.target.closest("td");
  const open = (cell) => cell.dataset.n !== cell.dataset.m && choose(state.actors[cell.dataset.n].id, state.actors[cell.dataset.m].id);
  table.addEventListener("click", (event) => {
    const cell = cellOf(event);
    if (!cell) return;
    here(state, +cell.dataset.n, +cell.dataset.m, true);
    if (cell.classList.contains("said")) open(cell);
  });
  table.addEventListener("keydown", (event) => {
    const cell = cellOf(event);
    if (!cell || event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.key === "Enter" || event.key === " ") open(cell);
    else if (!move(state, event.key)) return;
    event.preventDefault();
    event.stopPropagation();
  });
  table.addEventListener("focusin", (event) => cellOf(event) && light(state, cellOf(event)));
  table.addEventListener("mouseover", (event) => light(state, cellOf(event)));
  table.addEventListener("mouseleave", () => light(state, null));
}

function move(state, key) {
  const [n, m] = state.at;
  const last = state.actors.length - 1;
  const to = STEPS[key] ? [n + STEPS[key][0], m + STEPS[key][1]] : key === "Home" ? [n, 0] : key === "End" ? [n, last] : key === "PageUp" ? [0, m] : key === "PageDown" ? [last, m] : null;
  if (!to) return false;
  here(state, ...to.map((at) => Math.max(0, Math.min(last, at))), true);
  return true;
}

const td = ({rows}, n, m) => rows[n].children[m + 1];

/** One cell at a time can be reached by Tab. */
function here(state, n, m, focus) {
  td(state, ...state.at).tabIndex = -1;
  state.at = [n, m];
  const cell = td(state, n, m);
  cell.tabIndex = 0;
  if (focus) cell.focus();
}

function light(state, cell) {
  for (const element of state.lit) element.classList.remove("lit");
  const {n, m} = cell?.dataset ?? {};
  state.lit = cell ? [state.rows[n], state.columns[m], state.tops[m]] : [];
  for (const element of state.lit) element.classList.add("lit");
}

function mark(state, from, to) {
  state.marked?.removeAttribute("aria-selected");
  const [n, m] = [from, to].map((id) => state.actors.findIndex((actor) => actor.id === id));
  state.marked = n < 0 || m < 0 ? null : td(state, n, m);
  state.marked?.setAttribute("aria-selected", "true");
  if (state.marked) here(state, n, m, false);
}
