/** The matrix, home of a case: actors by actors, and in each cell what is said of the row's toward the column's. */
import {change, filters, link, plain} from "../core/address.js";
import {get, href} from "../core/api.js";
import {bdi, h} from "../core/dom.js";
import {filterBar} from "../core/filters.js";
import {choose, count, empty, head, spoken} from "../core/parts.js";
import {saveMenu} from "../core/save.js";
import {claimsOf, side} from "../core/side.js";
import {glyph, inWords} from "../core/signs.js";
import {pairs} from "../matrix/pairs.js";
import {picture} from "../matrix/picture.js";
import {grid} from "../matrix/grid.js";

const NARROW = "(max-width: 40rem)";
const ROWS = ["30", "60", "100", "150"];
const ORDERS = {faction: "camp", name: "name", kind: "kind", activity: "most said of"};

export async function view(root, {state, summary}) {
  document.title = `Matrix – ${summary.name}`;
  root.classList.add("wide");
  const panel = side(() => change({from: null, to: null}));
  const narrow = matchMedia(NARROW);
  let answer = null, shown = null, asked = "";

  async function update(at, {summary: now = summary, fresh = false} = {}) {
    summary = now;
    const params = parameters(at.query);
    if (fresh || asked !== JSON.stringify(params)) {
      answer = await get("/matrix", params);
      asked = JSON.stringify(params);
      draw(at.query, params);
    }
    pick(at.query);
  }

  function draw(query, params) {
    shown = answer.actors.length > 0 ? (narrow.matches ? pairs : grid)(answer, chosen) : null;
    root.replaceChildren(
      head("Who stands where with whom", {lead: lead(answer, narrow.matches), actions: actions(summary, query, params, () => picture(answer))}),
      filterBar(summary, query),
      shown ? h("div", {class: "with-side"}, shown.element, panel.element) : nothing(summary));
  }

  function pick({from, to}) {
    const cell = from && to && answer.cells.find(({row, column}) => answer.actors[row].id === from && answer.actors[column].id === to);
    shown?.mark(from, to);
    if (from && to) tell(panel, answer, from, to, cell, filters(current()));
    else if (!panel.element.hidden) panel.close();
  }

  const current = () => parametersNow;
  let parametersNow = state.query;
  const redraw = () => answer && (draw(parametersNow, parameters(parametersNow)), pick(parametersNow));
  narrow.addEventListener("change", redraw);
  await update(state);
  return {
    update: (at, more) => ((parametersNow = at.query), update(at, more)),
    leave: () => narrow.removeEventListener("change", redraw),
    keys: {Enter: ["open the cell: its claims beside it", () => {}], ArrowRight: ["move between cells, with all four arrows", () => shown?.focus?.()]},
  };
}

const parameters = (query) => ({...filters(query), order: query.order ?? "faction", rows: query.rows ?? "60"});
const chosen = (from, to) => change({from, to});

function lead({actors, total, claims}, narrow) {
  const which = actors.length < total ? `the ${actors.length} of ${total.toLocaleString("en")} actors that most is said of` : count(total, "actor");
  return narrow ? `${count(claims, "claim")} between ${which}, pair by pair.` : `${count(claims, "claim")} between ${which}. A row’s actor acts toward a column’s.`;
}

function actions({orders}, query, params, svg) {
  const save = saveMenu({csv: href("/matrix", params, "csv"), links: (format) => href("/matrix", params, format), svg});
  return [
    choose("Order by", "order", orders.map((id) => [id, ORDERS[id] ?? id]), params.order), choose("Actors", "rows", ROWS.map((n) => [n, n]), params.rows), save,
  ];
}

function nothing(summary) {
  if (summary.empty) return empty(summary.documents ? "Nobody backs, arms or fights anybody here" : "An empty case", summary.explains);
  const all = h("a", {class: "button", href: plain("matrix")}, "Show everything");
  return empty("Nothing passes these filters", "No claim of this case passes all of them at once. Take one away, or start again.", all);
}

/** The panel: what is said of the one toward the other, quote first. */
function tell(panel, {actors}, from, to, cell, params) {
  const [one, other] = [from, to].map((id) => actors.find((actor) => actor.id === id) ?? {id, name: id});
  const title = [bdi(one.name), h("span", {class: "toward", "aria-label": "toward"}, " → "), bdi(other.name)];
  const ways = h("p", {class: "said-ways"}, h("a", {href: link("tie", {one: one.id, other: other.id})}, "Everything between the two"),
    h("a", {href: link("actor", {id: one.id})}, bdi(one.name)), h("a", {href: link("actor", {id: other.id})}, bdi(other.name)));
  if (!cell) return panel.show(title, h("p", {class: "soft"}, "Nothing is said of the first toward the second under these filters."), ways);
  const sum = h("p", {class: "said-sum"}, glyph(cell, 24), h("span", {}, `${spoken(inWords(cell))}; ${count(cell.claims, "claim")}`));
  panel.show(title, sum, ways, claimsOf({...params, subject: from, object: to}, cell.claims));
}
