/** Short messages at the foot of the page that go by themselves; read out by screen readers. */
import {h} from "./dom.js";

const STAYS = 8000; // milliseconds

/** Says it, with at most one thing to do about it: `{label, run}`. A `lasting` message stays until it is closed. */
export function toast(text, {action = null, wrong = false, lasting = false} = {}) {
  const list = document.getElementById("toasts") ?? document.body.appendChild(h("div", {id: "toasts", role: "status", "aria-live": "polite"}));
  const away = () => one.remove();
  const act = () => {
    away();
    action.run();
  };
  const one = h("div", {class: wrong ? "toast wrong" : "toast"}, h("span", {dir: "auto"}, text),
    action && h("button", {type: "button", on: {click: act}}, action.label),
    h("button", {type: "button", class: "toast-close", "aria-label": "Close the message", on: {click: away}}, "×"));
  while (list.children.length > 2) list.firstChild.remove();
  list.append(one);
  if (!lasting) setTimeout(away, STAYS);
  return one;
}
