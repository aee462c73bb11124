/** The matrix where there is no room for one: pair by pair, those most is said of first. */
import {bdi, h} from "../core/dom.js";
import {count} from "../core/parts.js";
import {glyph, inWords} from "../core/signs.js";

const STEP = 60; // pairs at once

/** The same as `grid`. */
export function pairs({actors, cells}, choose) {
  const ranked = [...cells].sort((a, b) => b.roots - a.roots || b.claims - a.claims);
  const list = h("ul", {class: "pairs"});
  const more = h("button", {type: "button", on: {click: () => next()}});
  const buttons = new Map();
  let shown = 0;
  function next() {
    for (const cell of ranked.slice(shown, shown + STEP)) {
      const [one, other] = [actors[cell.row], actors[cell.column]];
      const button = h("button", {type: "button", class: "pair", on: {click: () => choose(one.id, other.id)}}, glyph(cell, 22),
        h("span", {class: "pair-names"}, bdi(one.name, {class: "truncate", title: one.name}), h("span", {class: "toward", "aria-label": "toward"}, "→"), bdi(other.name, {class: "truncate", title: other.name})),
        h("small", {}, h("span", {class: "visually-hidden"}, `${inWords(cell)}, `), count(cell.claims, "claim")));
      buttons.set(`${one.id}\n${other.id}`, button);
      list.append(h("li", {}, button));
    }
    shown += STEP;
    more.textContent = `Show ${Math.min(STEP, ranked.length - shown)} more of ${ranked.length - shown} pairs`;
    more.hidden = shown >= ranked.length;
  }
  next();
  return {
    element: h("div", {class: "stack"}, list, more),
    mark: (from, to) => buttons.forEach((button, key) => button.setAttribute("aria-pressed", String(key === `${from}\n${to}`))),
  };
}
