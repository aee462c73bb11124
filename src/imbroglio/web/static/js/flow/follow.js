/** Who ends up supporting whom: every chain from one actor to another, its weakest link, and what would break them all. */
import {at, get} from "../core/api.js";
import {actorLink, claimCard} from "../core/claim.js";
import {bdi, h} from "../core/dom.js";
import {count, empty} from "../core/parts.js";

const KINDS = {support: "supports", member: "has as a member", whole: "is part of"};
const FIRST = 8; // chains at once

/** The answer to whether support gets from `one` to `other`. */
export async function follow(one, other, asked) {
  const found = await get(at("chains", one, other), asked);
  if (!found.chains.length) {
    return empty("No chain", `Nothing in the case carries support from ${found.one.name} to ${found.other.name} in five steps or fewer. The other way round, or fewer filters, may tell more.`);
  }
  return h("div", {class: "stack follow"}, verdict(found), breaking(found), chains(found));
}

function verdict({one, other, chains}) {
  const best = Math.round(100 * chains[0].strength);
  return h("p", {class: "follow-verdict"}, actorLink(one), " ends up supporting ", actorLink(other), ` by ${count(chains.length, "chain")}; the strongest is as strong as its weakest link, ${best}%.`);
}

function breaking({cut, certain}) {
  if (certain) return h("section", {class: "follow-cut"}, h("h3", {}, "No claim would break it"), h("p", {class: "soft"}, "One chain holds by what the registry knows alone."));
  const these = cut.length === 1 ? "All of it rests on one claim" : `All of it rests on these ${cut.length} claims`;
  return h("section", {class: "follow-cut"}, h("h3", {}, these), h("p", {class: "soft"}, "The fewest without which no chain is left. If they fall, so does the conclusion."), cut.map((claim) => claimCard(claim)));
}

function chains({chains: found}) {
  const list = h("ol", {class: "chains"}, found.slice(0, FIRST).map(chainRow));
  const rest = found.slice(FIRST);
  const more = rest.length > 0 && h("button", {type: "button", on: {click: () => { list.append(...rest.map(chainRow)); more.remove(); }}}, `Show ${count(rest.length, "more chain")}`);
  return h("section", {class: "section"}, h("h3", {}, "Chains, the strongest first"), list, more);
}

/** A chain, drawn from left to right; a link opens its claims. */
function chainRow(chain) {
  const weakest = chain.links.length > 1 ? chain.links.reduce((a, b) => (b.strength < a.strength ? b : a)) : null;
  const open = h("div", {class: "chain-claims", hidden: true});
  const buttons = [];
  const steps = chain.links.flatMap((link) => [step(link, link === weakest, open, buttons), h("span", {class: "chain-actor"}, actorLink(link.taker))]);
  return h("li", {class: "chain"}, h("div", {class: "chain-row"}, h("span", {class: "chain-actor"}, actorLink(chain.links[0].giver)), steps), open);
}

function step(link, weakest, open, buttons) {
  const known = !link.claims.length;
  const says = `${KINDS[link.kind]}${known ? ", says the registry" : ` ${Math.round(100 * link.strength)}%`}`;
  const klass = `chain-link ${link.kind}${weakest ? " weakest" : ""}`;
  const parts = [h("span", {class: "chain-says"}, says, weakest && h("em", {}, " weakest")), h("span", {class: "chain-arrow", "aria-hidden": "true"})];
  if (known) return h("span", {class: klass}, parts);
  const button = h("button", {type: "button", class: klass, "aria-expanded": "false", title: `${count(link.claims.length, "claim")}: show`}, parts);
  buttons.push(button);
  button.addEventListener("click", () => {
    const shown = button.getAttribute("aria-expanded") === "true";
    for (const other of buttons) other.setAttribute("aria-expanded", String(other === button && !shown));
    open.hidden = shown;
    open.replaceChildren(...(shown ? [] : [h("p", {class: "soft"}, bdi(link.giver.name), ` ${KINDS[link.kind]} `, bdi(link.taker.name)), ...link.claims.map((claim) => claimCard(claim))]));
  });
  return button;
}
