/** A claim as one reads it: its words first, then what they were read as, who says so, when and where. */
import {bdi, h} from "./dom.js";
import {link} from "./address.js";
import {said, spanSaid} from "./days.js";
import {canDecide, claimActions} from "./decide.js";
import {spoken} from "./parts.js";
import {classOf, glyphOf} from "./signs.js";

/** A card of a claim. `link` false leaves out the way to its document; `actions` adds the buttons that decide about it. */
export function claimCard(claim, {link: linked = true, actions = false} = {}) {
  const card = h("article", {class: `claim ${claim.status.replaceAll(" ", "-")}`, dataset: {claim: claim.id}},
    linked ? h("a", {class: "claim-quote", href: place(claim), title: "Open in the document"}, quote(claim)) : quote(claim),
    statement(claim), speakers(claim), chips(claim), (claim.notes ?? []).map(note));
  if (actions && canDecide()) card.append(h("div", {class: "claim-actions"}, claimActions(claim)));
  return card;
}

const LEAD = /^[\s,;–—]+/; // a clause may carry the comma before it

/** The quote, with subject, cue and object underlined in the colours of their roles. */
export function quote(claim) {
  return h("blockquote", {class: "quote", dir: "auto"}, claim.pieces.map(({words, part}, n) => (part ? h("span", {class: `role-${part}`, title: part}, words) : n ? words : words.replace(LEAD, ""))));
}

/** What it was read as: who, what, whom. */
export function statement(claim) {
  const denied = claim.polarity === "no" && h("strong", {class: "denied"}, "denied: ");
  return h("p", {class: "statement"}, denied, actorLink(claim.subject), " ", relation(claim), " ", actorLink(claim.object));
}

/** A relation in the colour of its sign, with the glyph. */
export function relation({relation: word, sign, klass}) {
  const mark = glyphOf(sign, klass);
  return h("span", {class: `word ${classOf(mark)}`}, h("span", {"aria-hidden": "true"}, mark), spoken(word));
}

/** An actor's name that leads to its page. */
export function actorLink({id, name}) {
  return h("a", {class: "actor", href: link("actor", {id}), title: name}, bdi(name));
}

/** Where a claim stands in its document. */
export const place = (claim) => link("document", {id: claim.document}, {claim: claim.id});

/** The chain of speakers outward: the document ‹ the outlet ‹ who says it. */
export function speakers(claim) {
  const document = h("a", {href: place(claim), title: claim.title ?? claim.document}, bdi(claim.title ?? claim.document));
  const links = [claim.outlet, ...claim.said_by].filter(Boolean);
  return h("p", {class: "speakers"}, document, links.map((one) => [h("span", {class: "speakers-by", "aria-label": "told by"}, " ‹ "), speaker(one)]));
}

/** One link of a chain: an outlet's name, or a speaker. */
export function speaker(one) {
  if (typeof one === "string") return bdi(one, {class: "outlet"});
  const name = one.actor ? actorLink({id: one.actor, name: one.name}) : bdi(one.name);
  return [name, one.anonymous && h("span", {class: "soft"}, " (unnamed)")];
}

/** When, where, how firmly, how sure, and what a person decided: only what says something. */
export function chips(claim) {
  const {when} = claim;
  const dates = when.start || when.end ? spanSaid(when.start, when.end) + (when.precise ? "" : ", some day of it") : "";
  const found = [
    ["when", dates || when.words, when.words && `“${when.words}”`], ["place", claim.place], ["via", claim.via && `via ${claim.via}`],
    ["firmness", claim.firmness !== "fact" && claim.firmness], ["background", claim.background && "presupposed"], ["trend", claim.trend && TRENDS[claim.trend]],
    ["trust", `trust ${Math.round(claim.trust * 100)}%`, "The reader’s own estimate that it read this rightly"], ["status", claim.status !== "unreviewed" && claim.status],
    ["added", claim.added && "added by a person"], ["published", claim.published && `published ${said(claim.published)}`],
  ];
  return h("ul", {class: "chips"}, found.filter(([, text]) => text).map(([kind, text, title]) =>
    h("li", {class: `chip-${kind}${kind === "status" ? ` ${claim.status.replaceAll(" ", "-")}` : ""}`, title: title || null}, bdi(text))));
}

const TRENDS = {more: "growing", less: "shrinking", begin: "begins", stop: "ends"};

function note({who, at, text}) {
  return h("p", {class: "note"}, bdi(text), h("small", {}, " – ", bdi(who), at && `, ${said(at.slice(0, 10))}`));
}
