/** The documents of the case: a list to look through. */
import {change, filters, link} from "../core/address.js";
import {get, href} from "../core/api.js";
import {bdi, clear, h} from "../core/dom.js";
import {filterBar} from "../core/filters.js";
import {choose, count, empty, head} from "../core/parts.js";
import {saveMenu} from "../core/save.js";

const PAGE = 100;
const ABOUT_CLAIMS = ["level", "theatre", "relation", "firmness", "trust", "status"]; // filters that say nothing about a document
const ORDERS = [["date", "latest first"], ["title", "by title"], ["read", "as read"]];

export async function view(root, {state, summary}) {
  const {query} = state;
  const asked = {...filters(query), q: query.q, order: query.order ?? "date", after: query.after, limit: PAGE};
  const found = await get("/documents", asked);
  document.title = "Documents – Imbroglio";
  const search = h("input", {id: "documents-q", type: "search", placeholder: "Title or outlet", "aria-label": "Look for a title or an outlet", autocomplete: "off", value: query.q ?? ""});
  const look = (event) => {
    event.preventDefault();
    change({q: search.value.trim(), after: null});
  };
  const save = saveMenu({csv: href("/documents", asked, "csv"), links: (format) => href("/documents", asked, format)});
  clear(root).append(
    head("Documents", {lead: counted(found, summary), actions: [save]}), filterBar(summary, query, {without: ABOUT_CLAIMS}),
    h("form", {class: "row", role: "search", on: {submit: look}}, search, choose("Order", "order", ORDERS, asked.order, (order) => change({order, after: null}))),
    found.documents.length ? table(found.documents) : nothing(summary, query), pager(found, query) ?? "");
  return {keys: {"Shift+F": ["look for a title", () => search.focus()]}};
}

function counted(found, summary) {
  const all = summary.documents;
  return found.total === all ? `${count(all, "report")} read` : `${found.total.toLocaleString("en")} of ${count(all, "report")}`;
}

function table(rows) {
  const columns = [["Title", ""], ["Outlet", ""], ["Published", ""], ["Claims", "number"]];
  return h("div", {class: "scroll", tabindex: "0", role: "region", "aria-label": "Documents"}, h("table", {class: "list documents"},
    h("thead", {}, h("tr", {}, columns.map(([label, style]) => h("th", {scope: "col", class: style}, label)))),
    h("tbody", {}, rows.map((one) => h("tr", {},
      h("th", {scope: "row"}, h("a", {href: link("document", {id: one.id}), title: one.title ?? one.id}, bdi(one.title || one.id))),
      h("td", {}, one.outlet ? bdi(one.outlet) : h("span", {class: "soft"}, "not known")),
      h("td", {class: "day"}, one.published ? h("time", {datetime: one.published}, one.published) : h("span", {class: "soft"}, "not known")),
      h("td", {class: "number"}, one.claims.toLocaleString("en")))))));
}

function nothing(summary, query) {
  if (summary.empty) return empty("Nothing was read yet", summary.explains);
  const all = h("button", {type: "button", on: {click: () => change({q: null, outlet: null, since: null, until: null, document: null, after: null})}}, "Show all documents");
  return empty("No such document", query.q ? ["No title or outlet has “", bdi(query.q), "” and passes the filters."] : "None passes the filters.", all);
}

function pager(found, query) {
  const after = Number(query.after ?? 0);
  if (!after && found.next === null) return null;
  const to = (label, value, can) => h("button", {type: "button", disabled: !can, on: {click: () => change({after: value || null})}}, label);
  return h("nav", {class: "pager", "aria-label": "Pages"}, to("Back", Math.max(after - PAGE, 0), after > 0),
    h("span", {}, `${after + 1}–${after + found.documents.length} of ${found.total.toLocaleString("en")}`), to("On", found.next, found.next !== null));
}
