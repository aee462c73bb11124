/** A field in which an actor is found by name: an ARIA combobox over the case's actors. */
import {get} from "./api.js";
import {bdi, clear, h} from "./dom.js";

const WAIT = 150; // milliseconds after the last key
export const NOBODY = "No actor has this name. Choose one from the list that opens as you type.";
let count = 0;

/**
 * `{name, element, value(), set(words)}`; the value, given once the case was asked for what stands in the field, is {id, name} of
 * an actor, {name} where none is called so, or null. `fresh` offers to make a new one; `without` leaves out one id.
 */
export function actorField(name, label, {words = "", actor = null, fresh = false, without = "", hint = ""} = {}) {
  const id = `pick-${(count += 1)}`;
  let picked = actor;
  let found = [];
  let looked = ""; // the words that were asked for
  let at = -1;
  let timer = 0;
  const list = h("ul", {id: `${id}-list`, role: "listbox", class: "pick-list", "aria-label": label, hidden: true});
  const input = h("input", {
    id, type: "text", role: "combobox", autocomplete: "off", spellcheck: "false", "aria-expanded": "false", "aria-autocomplete": "list",
    "aria-controls": `${id}-list`, ...(hint ? {"aria-describedby": `${id}-hint`} : {}),
  });
  input.value = actor?.name ?? words;

  const show = (open) => {
    list.hidden = !open;
    input.setAttribute("aria-expanded", String(open));
    if (!open) at = -1;
    mark();
  };
  const mark = () => {
    [...list.children].forEach((row, place) => row.setAttribute("aria-selected", String(place === at)));
    input.setAttribute("aria-activedescendant", at < 0 ? "" : `${id}-${at}`);
    list.children[at]?.scrollIntoView({block: "nearest"});
  };
  const take = (one) => {
    picked = one;
    input.value = one.name;
    show(false);
  };
  const look = async () => {
    const q = input.value.trim();
    const answer = q ? await get("/actors", {q, level: "actor", limit: 8}) : {actors: []};
    if (q !== input.value.trim()) return;
    looked = q;
    found = answer.actors.filter((one) => one.id !== without).map((one) => ({id: one.id, name: one.name, kind: one.kind, claims: one.claims}));
    if (fresh && q && !found.some((one) => one.name.toLowerCase() === q.toLowerCase())) found.push({name: q, kind: "new actor"});
    clear(list).append(...found.map((one, place) => h("li", {
      id: `${id}-${place}`, role: "option", "aria-selected": "false",
      on: {mousedown: (event) => event.preventDefault(), click: () => take(one)},
    }, bdi(one.name, {title: one.name}), h("small", {}, one.id ? `${one.kind} · ${one.claims}` : "make a new actor"))));
    show(found.length > 0 && document.activeElement === input);
  };
  input.addEventListener("input", () => {
    picked = null;
    clearTimeout(timer);
    timer = setTimeout(look, WAIT);
  });
  input.addEventListener("blur", () => show(false));
  input.addEventListener("keydown", (event) => {
    if (event.key === "ArrowDown" || event.key === "ArrowUp") {
      event.preventDefault();
      if (list.hidden) look();
      else at = (at + (event.key === "ArrowDown" ? 1 : -1) + found.length) % found.length;
      mark();
    } else if (event.key === "Enter" && !list.hidden) {
      event.preventDefault();
      take(found[Math.max(at, 0)]);
    } else if (event.key === "Escape" && !list.hidden) {
      event.preventDefault();
      event.stopPropagation();
      show(false);
    }
  });

  const told = hint && h("small", {id: `${id}-hint`}, hint);
  return {
    name, control: input, element: h("p", {class: "field pick"}, h("label", {for: id}, label), input, list, told),
    async value() {
      clearTimeout(timer);
      if (!picked && looked !== input.value.trim()) await look();
      show(false);
      return picked ?? known();
    },
    blank: () => !input.value.trim(),
    set(given) {
      input.value = given;
      picked = null;
      look();
    },
  };

  /** What was typed: the actor that is called so, or the words alone. */
  function known() {
    const q = input.value.trim();
    const same = found.filter((one) => one.id && one.name.toLowerCase() === q.toLowerCase());
    return same[0] ?? (q ? {name: q} : null);
  }
}
