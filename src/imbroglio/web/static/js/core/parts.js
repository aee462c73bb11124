/** Parts that every view has: its head, and what it says where there is nothing or something failed. */
import {h} from "./dom.js";
import {change, list} from "./address.js";

/** The title of a view, a sentence under it, and what one can do with the whole. */
export function head(title, {lead = null, actions = []} = {}) {
  return h("div", {class: "head"},
    h("div", {class: "head-words"}, h("h1", {}, title), lead && h("p", {class: "lead"}, lead)),
    actions.length > 0 && h("div", {class: "head-actions"}, actions));
}

/** Nothing to show: what that means, and what to do. */
export function empty(title, text, ...actions) {
  return h("div", {class: "state"}, h("h2", {}, title), h("p", {}, text), actions.length > 0 && h("p", {class: "row"}, actions));
}

/** It failed: what the API said. */
export function failed(problem) {
  const again = h("button", {type: "button", on: {click: () => location.reload()}}, "Try again");
  return h("div", {class: "state wrong", role: "alert"}, h("h1", {}, problem.status === 404 ? "Not in this case" : "That did not work"),
    h("p", {}, problem.detail ?? problem.message), h("p", {class: "row"}, again));
}

/** It is on its way. Shown only if that takes a while (by the style sheet), so that quick answers do not flicker. */
export function loading() {
  return h("div", {class: "state loading", role: "status"}, h("p", {}, "Loading …"));
}

/** Several choices of one thing, of which one holds: `choices` are [value, label]. Writes the address, or calls `pick`. */
export function segmented(label, key, choices, value, pick = (chosen) => change({[key]: chosen})) {
  return h("div", {class: "segmented", role: "group", "aria-label": label},
    choices.map(([id, text, title]) => h("button", {
      type: "button", id: `${key}-${id}`, title, "aria-pressed": String(id === value), on: {click: () => pick(id)},
    }, text)));
}

/** Choices of one thing in a drop-down list. */
export function choose(label, key, choices, value, pick = (chosen) => change({[key]: chosen})) {
  return h("label", {class: "choose"}, h("span", {}, label),
    h("select", {id: `choose-${key}`, on: {change: (event) => pick(event.target.value)}},
      choices.map(([id, text]) => h("option", {value: id, selected: id === value}, text))));
}

/** Adds a value to a key of the address or takes it away. */
export function toggled(query, key, value) {
  const now = list(query[key]);
  return now.includes(value) ? now.filter((one) => one !== value) : [...now, value];
}

/** `3 claims`, `1 claim`. */
export const count = (n, one, many = `${one}s`) => `${n.toLocaleString("en")} ${n === 1 ? one : many}`;

/** A word of the vocabulary as one reads it. */
export const spoken = (word) => String(word).replaceAll("_", " ");
