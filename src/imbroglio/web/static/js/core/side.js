/** The panel beside a picture: what one has picked in it, down to the claims. */
import {at, get} from "./api.js";
import {claimCard} from "./claim.js";
import {clear, h} from "./dom.js";
import {count} from "./parts.js";

const SHOWN = 12; // claims at once
const MOST = 500; // claims of one answer

/** `{element, show(title, ...children), close()}`; `onClose` is told when somebody closes it. */
export function side(onClose) {
  const body = h("div", {class: "side-body"});
  const shut = h("button", {type: "button", class: "side-close", "aria-label": "Close", on: {click: () => close()}}, "×");
  const element = h("aside", {class: "side", "aria-live": "polite", hidden: true}, shut, body);
  element.addEventListener("keydown", (event) => event.key === "Escape" && close());
  const close = () => {
    element.hidden = true;
    clear(body);
    onClose?.();
  };
  const show = (title, ...children) => {
    clear(body).append(h("h2", {}, title), ...children.flat().filter(Boolean));
    element.hidden = false;
    element.scrollTop = 0;
  };
  return {element, show, close};
}

/** A list of claims by their ids; the first ones at once, the rest on demand. */
export function claimsById(ids) {
  return claimList(ids.length, (from, to) => Promise.all(ids.slice(from, to).map((id) => get(at("claims", id)))));
}

/** A list of the claims that a query gives. */
export function claimsOf(params, total) {
  return claimList(total, async (from, to) => (await get("/claims", {...params, after: from, limit: to - from})).claims);
}

/** The claims of a query that `keep` keeps, where the API has no filter for it. */
export function claimsWhere(params, total, keep) {
  let kept = null;
  return claimList(total, async (from, to) => {
    kept ??= (await get("/claims", {...params, limit: MOST})).claims.filter(keep);
    return kept.slice(from, to);
  });
}

function claimList(total, load) {
  const list = h("div", {class: "claims"});
  const more = h("button", {type: "button", on: {click: () => next()}});
  const box = h("div", {class: "claim-list"}, list, more);
  let shown = 0;
  async function next() {
    more.disabled = true;
    more.textContent = "Loading …";
    try {
      const claims = await load(shown, Math.min(total, shown + SHOWN));
      list.append(...claims.map((claim) => claimCard(claim)));
      shown = claims.length ? shown + SHOWN : total;
      more.textContent = `Show ${count(Math.max(0, total - shown), "more claim")}`;
    } catch (problem) {
      list.append(h("p", {class: "wrong", role: "alert"}, problem.detail ?? problem.message));
    }
    more.disabled = false;
    more.hidden = shown >= total;
  }
  next();
  return box;
}
