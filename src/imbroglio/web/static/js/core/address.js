/** Where one is. The state of a view lives in its address alone, so a link reopens exactly what was seen. */
import {written} from "./api.js";

const PAGES = {
  matrix: "/", findings: "/findings", tie: "/tie/{one}/{other}", actors: "/actors", actor: "/actor/{id}", documents: "/documents",
  document: "/document/{id}", graph: "/graph", chains: "/chains", map: "/map", review: "/review", search: "/search",
};
/** Filters that all views share, and that links from one view to another carry along. */
export const FILTERS = [
  "level", "theatre", "since", "until", "firmness", "outlet", "trust", "relation", "klass", "status", "background", "document", "actor",
];
const CARRIED = FILTERS.filter((name) => name !== "document" && name !== "actor");

/** An exported file has one path only: there the address stands behind the `#`. */
const offline = () => Boolean(window.imbroglioOffline);
const here = () => new URL(offline() ? location.hash.slice(1) || "/" : location.href, "http://localhost");

/** `{view, params, query}`; values of `query` are strings, or lists where a key is repeated. */
export function state() {
  const {pathname, searchParams} = here();
  const found = Object.entries(PAGES).map(([view, page]) => ({view, params: matched(page, pathname)})).find(({params}) => params);
  const query = Object.create(null);
  for (const name of new Set(searchParams.keys())) {
    const values = searchParams.getAll(name);
    query[name] = values.length > 1 ? values : values[0];
  }
  return {view: found?.view ?? "", params: found?.params ?? {}, query};
}

/** All values of a key of the query. */
export const list = (value) => (value === undefined || value === null || value === "" ? [] : [value].flat());

/** The API's filter parameters out of a page's query. */
export function filters(query) {
  return Object.fromEntries(FILTERS.filter((name) => query[name] !== undefined).map((name) => [name, query[name]]));
}

/** The address of a view. Filters of the page one is on are carried along; `query` adds to them, null takes one away. */
export function link(view, params = {}, query = {}) {
  const now = state().query;
  const carried = Object.fromEntries(CARRIED.filter((name) => now[name] !== undefined).map((name) => [name, now[name]]));
  const path = PAGES[view].replace(/\{(\w+)\}/g, (_, name) => encodeURIComponent(params[name]));
  return made(path, {...carried, ...query});
}

/** The address of a view without any filter. */
export const plain = (view) => made(PAGES[view], {});

/** Goes to an address of the explorer. */
export function go(url, {replace = false} = {}) {
  history[replace ? "replaceState" : "pushState"](null, "", url);
  moved();
}

/** Replaces keys of the query (null takes one away) and shows the view anew. */
export function change(patch, {replace = false} = {}) {
  const {pathname} = here();
  const query = {...state().query, ...patch};
  go(made(pathname, query), {replace});
}

/** Writes into the address what the view shows already. */
export function keep(patch) {
  history.replaceState(null, "", made(here().pathname, {...state().query, ...patch}));
}

/** Shows the view anew, with the case as it is now: after a decision. */
export const refresh = () => moved({fresh: true});

/** Calls back whenever the address has changed (or `refresh` was called, then with `{fresh: true}`). */
export function onMove(listener) {
  addEventListener("explorer:moved", (event) => listener(event.detail));
  addEventListener("popstate", () => listener({back: true}));
}

function moved(detail = {}) {
  dispatchEvent(new CustomEvent("explorer:moved", {detail}));
}

function made(path, query) {
  const asked = written(query).toString();
  return `${offline() ? "#" : ""}${path}${asked && "?"}${asked}`;
}

function matched(page, path) {
  const names = [...page.matchAll(/\{(\w+)\}/g)].map(([, name]) => name);
  const found = new RegExp(`^${page.replace(/\{\w+\}/g, "([^/]+)")}$`).exec(path);
  return found && Object.fromEntries(names.map((name, n) => [name, decoded(found[n + 1])]));
}

function decoded(segment) {
  try {
    return decodeURIComponent(segment);
  } catch {
    return segment;
  }
}
