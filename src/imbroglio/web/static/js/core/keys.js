/** The keyboard: one table of what every key does, here and everywhere; `?` shows it. Never fires while somebody types. */
import {overlay} from "../views/search.js";
import {go, link} from "./address.js";
import {canDecide, redo, undo} from "./decide.js";
import {open} from "./dialog.js";
import {h} from "./dom.js";
import {show as legend} from "./legend.js";

const GO = {m: "matrix", f: "findings", a: "actors", d: "documents", g: "graph", c: "chains", p: "map", r: "review", s: "search"};
const SOON = 2000; // milliseconds in which the second of two keys must come

let own = {};
let first = "";
let forgotten = 0;

const looking = {
  "/": ["search", () => overlay()],
  "?": ["this list", () => help()],
  l: ["the legend: what signs and colours mean", () => legend()],
};
const deciding = {u: ["undo your last decision", () => undo()], "Shift+U": ["redo it", () => redo()]};
const everywhere = () => (canDecide() ? {...looking, ...deciding} : looking);

/** Sets the keys of the view: `{key: [what it does, function]}`. A key is `a`, `Shift+A`, `Enter`, `ArrowDown`, or two: `g m`. */
export function keys(table = {}) {
  own = table;
}

/** Listens; called once. */
export function listen() {
  document.addEventListener("keydown", pressed);
}

function pressed(event) {
  if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey || typing(event.target)) return;
  if (document.querySelector("dialog[open]")) return;
  const key = event.shiftKey && /^\p{L}$/u.test(event.key) ? `Shift+${event.key.toUpperCase()}` : event.key;
  const two = first && event.timeStamp < forgotten ? `${first} ${key}` : "";
  first = "";
  const run = find(two) ?? find(key);
  if (run) {
    event.preventDefault();
    run(event);
  } else if (starts(key)) {
    first = key;
    forgotten = event.timeStamp + SOON;
  }
}

function find(key) {
  const found = own[key] ?? everywhere()[key];
  if (found) return found[1];
  const view = key.startsWith("g ") && GO[key.slice(2)];
  return view ? () => go(link(view)) : null;
}

function starts(key) {
  return key === "g" || Object.keys(own).some((other) => other.startsWith(`${key} `));
}

/** Keys belong to fields while one types; to buttons and links only Enter and the space bar do, which are not in any table here. */
function typing(target) {
  if (target.closest?.("dialog:not([open])")) return false; // closed by Escape, its field has the focus a moment longer
  const field = target.closest?.("input, textarea, select, [contenteditable]");
  return Boolean(field) && !["checkbox", "radio", "button", "range"].includes(field.type);
}

/** Lists them. */
export function help() {
  const views = Object.entries(GO).map(([key, view]) => [`g ${key}`, [`go to ${TITLES[view] ?? view}`]]);
  const part = (title, rows) => rows.length > 0 && h("section", {}, h("h3", {}, title), h("dl", {class: "keys"},
    ...rows.flatMap(([key, [does]]) => [h("dt", {}, ...caps(key)), h("dd", {}, does)])));
  open("Keys", h("div", {class: "keys-list"}, part("In this view", Object.entries(own).sort(([a], [b]) => /\d/.test(a) - /\d/.test(b))),
    part("Everywhere", Object.entries(everywhere())), part("Views", views)), {wide: true, name: "keys"});
}

const TITLES = {matrix: "the matrix", findings: "what does not add up", graph: "the graph", chains: "chains", map: "the map", review: "the review"};
const SHOWN = {ArrowDown: "↓", ArrowUp: "↑", ArrowLeft: "←", ArrowRight: "→", Enter: "↵", Escape: "esc"};

function caps(key) {
  return key.split(/ |\+(?=.)/).map((one) => h("kbd", {}, SHOWN[one] ?? one));
}
