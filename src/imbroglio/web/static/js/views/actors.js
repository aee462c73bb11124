/** All actors of a case that something is said of. */
import {change, filters, keep, link, list, plain} from "../core/address.js";
import {get, href} from "../core/api.js";
import {bdi, clear, h} from "../core/dom.js";
import {filterBar} from "../core/filters.js";
import {choose, count, empty, head} from "../core/parts.js";
import {saveMenu} from "../core/save.js";

const WAIT = 200; // milliseconds after the last key
const ORDERS = {activity: "most said of", name: "name", kind: "kind", faction: "camp"};

export async function view(root, {state, summary}) {
  const {query} = state;
  document.title = `Actors – ${summary.name}`;
  const params = () => ({...filters(query), q: query.q, kind: query.kind, order: query.order ?? "activity"});
  const body = h("tbody", {});
  const table = h("div", {class: "scroll"}, h("table", {class: "list actors"}, h("thead", {}, h("tr", {},
    ["Name", "Kind", "Camp", "Claims"].map((text) => h("th", {scope: "col", class: text === "Claims" ? "number" : text === "Name" ? null : "wide-only"}, text)))), body));
  const lead = h("span", {}), none = h("div", {});
  const more = h("button", {type: "button", on: {click: () => add(answer.next)}}, "Show more");
  let answer = await get("/actors", params());
  let most = 1;

  const fill = () => {
    lead.textContent = `${count(answer.total, "actor")} that something is said of.`;
    most = Math.max(most, ...answer.actors.map(({claims}) => claims));
    body.append(...answer.actors.map((actor) => row(actor, most)));
    more.hidden = answer.next === null;
    table.hidden = body.childElementCount === 0;
    clear(none).append(...(table.hidden ? [nothing(summary)] : []));
  };
  const add = async (after) => {
    answer = await get("/actors", {...params(), after});
    fill();
  };
  let timer = 0;
  const sift = (event) => {
    const q = event.target.value.trim();
    clearTimeout(timer);
    timer = setTimeout(async () => {
      query.q = q;
      keep({q: q || null});
      const found = await get("/actors", params());
      if (query.q !== q) return;
      answer = found;
      clear(body);
      fill();
    }, WAIT);
  };

  clear(root).append(
    head("Actors", {lead, actions: [saveMenu({csv: href("/actors", params(), "csv"), links: (format) => href("/actors", params(), format)})]}),
    filterBar(summary, query),
    h("div", {class: "row"}, h("input", {type: "search", id: "actors-q", placeholder: "Find a name", "aria-label": "Find a name", value: list(query.q)[0] ?? "", on: {input: sift}}),
      choose("Kind", "kind", [["", "any"], ...summary.kinds.map(({id, name, count: n}) => [id, `${name} (${n})`])], list(query.kind)[0] ?? "", (kind) => change({kind: kind || null})),
      choose("Order by", "order", summary.orders.map((id) => [id, ORDERS[id] ?? id]), query.order ?? "activity")),
    table, none, more);
  fill();
  return {leave: () => clearTimeout(timer)};
}

function row(actor, most) {
  const bar = h("span", {class: "claims-bar", "aria-hidden": "true"});
  bar.style.setProperty("--part", actor.claims / most);
  const camp = actor.faction === null ? "" : `camp ${actor.faction + 1}`;
  return h("tr", {}, h("th", {scope: "row"}, h("a", {href: link("actor", {id: actor.id}), title: actor.name}, bdi(actor.name)),
    actor.described && h("small", {title: "No proper name: known by this description only"}, " described"), h("small", {class: "narrow-only"}, [actor.kind, camp].filter(Boolean).join(" · "))),
  h("td", {class: "wide-only"}, actor.kind), h("td", {class: "wide-only"}, camp && h("span", {class: `camp camp-${actor.faction}`}, camp)), h("td", {class: "number"}, bar, actor.claims.toLocaleString("en")));
}

function nothing(summary) {
  return summary.empty ? empty("No actors yet", summary.explains)
    : empty("No actor passes", "No actor of that name or kind has a claim that passes the filters.", h("a", {class: "button", href: plain("actors")}, "Show all"));
}
