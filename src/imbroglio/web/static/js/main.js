/** Boots: shows the view of the address, keeps the header, and follows links within the page. */
import {get} from "./core/api.js";
import {go, link, onMove, state} from "./core/address.js";
import {slot} from "./core/decide.js";
import {h} from "./core/dom.js";
import {help, keys, listen} from "./core/keys.js";
import {show as legend} from "./core/legend.js";
import {failed, loading} from "./core/parts.js";
import {overlay} from "./views/search.js";

const VIEWS = {
  matrix: () => import("./views/matrix.js"),
  findings: () => import("./views/findings.js"),
  tie: () => import("./views/tie.js"),
  actors: () => import("./views/actors.js"),
  actor: () => import("./views/actor.js"),
  documents: () => import("./views/documents.js"),
  document: () => import("./views/document.js"),
  graph: () => import("./views/graph.js"),
  chains: () => import("./views/chains.js"),
  map: () => import("./views/map.js"),
  review: () => import("./views/review.js"),
  search: () => import("./views/search.js"),
};
const AT = {tie: "matrix", actor: "actors", document: "documents"}; // views that the navigation has under another

const main = document.getElementById("main");
const readOnly = document.body.dataset.readOnly === "true" || Boolean(window.imbroglioOffline);
let shown = {view: "", params: "", now: null};
let turn = 0;
let summary = null;

onMove(show);
document.addEventListener("click", followed);
document.addEventListener("click", closeMenus);
document.getElementById("theme").addEventListener("click", turnTheme);
opens("legend", legend);
opens("keys", help);
listen();
show();

/** Shows what the address says; a view that is already there may bring itself up to date. */
async function show({fresh = false, back = false} = {}) {
  const mine = (turn += 1);
  const at = state();
  const same = at.view === shown.view && JSON.stringify(at.params) === shown.params;
  header(at);
  main.setAttribute("aria-busy", "true");
  try {
    if (fresh || !summary) summary = await get("/case");
    told(summary);
    if (same && shown.now?.update && (await shown.now.update(at, {summary, fresh})) !== false) return;
    if (mine === turn) await anew(at, same, back);
  } catch (problem) {
    if (mine === turn) fail(problem);
  } finally {
    if (mine === turn) main.setAttribute("aria-busy", "false");
  }
}

async function anew(at, same, back) {
  const focus = document.activeElement;
  const scroll = same ? scrollY : 0;
  const mine = turn;
  if (!VIEWS[at.view]) throw Object.assign(new Error("There is no such page."), {status: 404});
  const {view} = await VIEWS[at.view]();
  if (mine !== turn) return;
  shown.now?.leave?.();
  const root = h("div", {class: `view view-${at.view}`}, loading());
  main.replaceChildren(root);
  document.body.dataset.view = at.view;
  shown = {view: at.view, params: JSON.stringify(at.params), now: null};
  const now = (await view(root, {state: at, summary, readOnly})) ?? {};
  if (mine !== turn) return void now.leave?.();
  shown.now = now;
  keys(now.keys ?? {});
  if (same) settle(focus, scroll);
  else if (!back && focus !== document.body) main.focus({preventScroll: true});
  if (!same && !back) scrollTo(0, 0);
}

/** After the same view was made anew, the reader is where they were. */
function settle(focus, scroll) {
  const again = focus?.isConnected ? focus : focus?.id && document.getElementById(focus.id);
  if (again && again !== document.body) again.focus({preventScroll: true});
  scrollTo(0, scroll);
}

function fail(problem) {
  shown.now?.leave?.();
  shown = {view: "", params: "", now: null};
  document.title = "That did not work – Imbroglio";
  if (!problem.status && !(problem.title && problem.detail)) console.error(problem);
  main.replaceChildren(h("div", {class: "view"}, failed(problem)));
}

/** Links of the header carry the filters along and say where one is. */
function header(at) {
  for (const a of document.querySelectorAll(".top a[data-view]")) {
    a.href = link(a.dataset.view);
    if ((AT[at.view] ?? at.view) === a.dataset.view && !a.classList.contains("brand")) a.setAttribute("aria-current", "page");
    else a.removeAttribute("aria-current");
  }
  document.querySelector("#views [aria-current]")?.scrollIntoView({block: "nearest", inline: "nearest"});
}

function told({name, who}) {
  const label = document.getElementById("case-name");
  label.textContent = name.split(/[/\\]/).at(-1).replace(/\.case$/, "");
  label.title = name;
  if (!readOnly) slot(document.getElementById("deciding"), {who, summary});
}

/** Links of this page are followed without loading it again. */
function followed(event) {
  const a = event.target.closest?.("a[href]");
  if (!a || event.defaultPrevented || event.button || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
  if (a.target || a.hasAttribute("download") || a.origin !== location.origin) return;
  const href = a.getAttribute("href");
  if (href === "#main") {
    event.preventDefault();
    main.focus();
  } else if (href.startsWith("#/") || (href.startsWith("/") && !href.startsWith("/api") && !href.startsWith("/static"))) {
    event.preventDefault();
    if (a.id === "search") overlay();
    else go(href);
  }
}

/** A menu closes when one clicks elsewhere, or opens another. */
function closeMenus(event) {
  for (const menu of document.querySelectorAll("details.menu[open]")) if (!menu.contains(event.target)) menu.open = false;
}

function turnTheme() {
  const root = document.documentElement;
  const dark = root.dataset.theme ? root.dataset.theme === "dark" : matchMedia("(prefers-color-scheme: dark)").matches;
  root.dataset.theme = dark ? "light" : "dark";
  try {
    localStorage.setItem("imbroglio-theme", root.dataset.theme);
  } catch {
    // It holds for this page then.
  }
  dispatchEvent(new CustomEvent("explorer:theme"));
}

function opens(id, run) {
  document.getElementById(id).addEventListener("click", run);
}
