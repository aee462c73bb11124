/** Theatres and how much of either sign is said of each. */
import {change, list} from "../core/address.js";
import {bdi, h} from "../core/dom.js";

/** A table; a theatre's name keeps the view to it. */
export function theatreList(theatres, query) {
  const most = Math.max(...theatres.map(({plus, minus}) => Math.max(plus, minus)), 1);
  const rows = theatres.map(({id, name, claims, plus, minus}) => h("tr", {}, h("th", {scope: "row"}, id ? only(id, name, query) : h("span", {class: "soft"}, "no theatre told")),
    cell(plus, most, "supports", "+"), cell(minus, most, "opposes", "−"), h("td", {class: "number"}, claims)));
  return h("div", {class: "scroll"}, h("table", {class: "list theatres"}, h("thead", {}, h("tr", {}, ["Theatre", "Support", "Hostility", "Claims"].map((text, n) => h("th", {scope: "col", class: n === 3 ? "number" : null}, text)))), h("tbody", {}, rows)));
}

function cell(n, most, klass, mark) {
  const bar = h("span", {class: `tally-bar ${klass}`, "aria-hidden": "true"});
  bar.style.setProperty("--part", n / most);
  return h("td", {}, n > 0 ? h("span", {class: "tally-cell"}, h("span", {class: `word ${klass}`}, h("span", {"aria-hidden": "true"}, mark), n), bar) : h("span", {class: "soft", "aria-label": "none"}, "–"));
}

function only(id, name, query) {
  const on = list(query.theatre).includes(id);
  return h("button", {type: "button", class: "as-link", "aria-pressed": String(on), title: on ? "Show all theatres" : "Show this theatre only", on: {click: () => change({theatre: on ? null : id})}}, bdi(name));
}
