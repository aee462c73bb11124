/** One thing to decide about: a claim with its text and what was read in it, or a question of identity. */
import {link} from "../core/address.js";
import {at, get} from "../core/api.js";
import {quote, relation, speakers, statement} from "../core/claim.js";
import {correctParty, correctPlace, correctRelation, correctSpeaker, correctTime, note} from "../core/corrections.js";
import {canDecide, decide} from "../core/decide.js";
import {bdi, h} from "../core/dom.js";
import {characters, lookAt, paragraphs, words} from "./passages.js";

const AROUND = 500; // characters of the document shown on either side of a quote
const SHOWN = 3; // claims about one actor of a question
const FIRM = {fact: "told as a fact", hedged: "hedged", planned: "planned", hypothetical: "hypothetical", norm: "a rule"};

/** A claim: `{element, keys}`; `decided(made, {stay})` hears of every decision. */
export async function claimItem({claim, why}, decided) {
  const go = (run) => async () => decided(await run());
  const stay = (run) => async () => decided(await run(), {stay: true});
  const keys = {
    a: go(() => decide("accept", [claim.id])), r: go(() => decide("reject", [claim.id])), q: go(() => decide("unsure", [claim.id])),
    c: stay(() => correctRelation(claim)), s: stay(() => decide("swap", [claim.id])), p: stay(() => correctPlace(claim)),
    t: stay(() => correctTime(claim)), b: stay(() => correctSpeaker(claim)), n: stay(() => note(claim)),
    1: stay(() => correctParty(claim, "subject")), 2: stay(() => correctParty(claim, "object")),
  };
  const element = h("article", {class: "item", dataset: {item: claim.id}}, h("div", {class: "item-text"}, source(claim), await context(claim)),
    h("div", {class: "item-read"}, extraction(claim, keys),
      canDecide() && h("div", {class: "verdicts", role: "group", "aria-label": "Decide"}, verdict("Accept", "a", keys, "primary"), verdict("Reject", "r", keys),
        verdict("Swap", "s", keys), verdict("Unsure", "q", keys), verdict("Note", "n", keys)),
      h("p", {class: "item-why"}, "Asked because ", bdi(why)), reasons(claim)));
  return {element, keys: canDecide() ? keys : {}};
}

/** A question whether two actors are one: `{element, keys}`. */
export async function questionItem({question}, decided) {
  const {one, other} = question;
  const answer = (value) => async () => decided(await decide("answer", [one.id, other.id], {answer: value}));
  const keys = {1: answer("same"), 2: answer("part_of"), 3: answer("renamed_from"), 4: answer("different"), q: answer("unsure")};
  const name = (actor) => h("a", {href: link("actor", {id: actor.id}), title: actor.name}, bdi(actor.name));
  const element = h("article", {class: "item question", dataset: {item: question.id}},
    h("div", {class: "item-text"}, question.claims.length ? said("What is said of them", question.claims) : await Promise.all([one, other].map(alone))),
    h("div", {class: "item-read"}, h("h2", {class: "asked"}, "Is ", name(one), " the same as ", name(other), "?"), h("p", {class: "item-why"}, "Asked because ", bdi(question.why)),
      canDecide() && h("div", {class: "verdicts column", role: "group", "aria-label": "Answer"},
        verdict("The same: two names of one actor", "1", keys, question.suggests === "same" ? "primary" : ""),
        verdict(h("span", {}, bdi(one.name), " is part of ", bdi(other.name)), "2", keys, question.suggests === "part_of" ? "primary" : ""),
        verdict(h("span", {}, bdi(one.name), " was renamed from ", bdi(other.name)), "3", keys, question.suggests === "renamed_from" ? "primary" : ""),
        verdict("Different: neither of these", "4", keys), verdict("Unsure", "q", keys))));
  return {element, keys: canDecide() ? keys : {}};
}

/** The first claims about one actor, where none shows both. */
async function alone(actor) {
  const {claims} = await get("/claims", {actor: actor.id, level: "actor", limit: SHOWN});
  return said(bdi(actor.name), claims);
}

function said(title, claims) {
  const rows = claims.map((claim) => h("div", {}, quote(claim), statement(claim), speakers(claim)));
  return h("section", {class: "said-of"}, h("h2", {}, title), rows.length ? rows : h("p", {class: "soft"}, "No claim names it."));
}

function verdict(label, key, keys, style = "") {
  return h("button", {type: "button", class: style || null, "aria-keyshortcuts": key, on: {click: keys[key]}}, label, " ", h("kbd", {}, key));
}

function source(claim) {
  const facts = [claim.outlet && bdi(claim.outlet), claim.published && h("time", {datetime: claim.published}, claim.published)].filter(Boolean);
  return h("header", {class: "item-source"}, h("h2", {}, h("a", {href: link("document", {id: claim.document}, {claim: claim.id})}, bdi(claim.title || claim.document))),
    h("p", {class: "facts"}, ...facts.map((fact) => h("span", {}, fact))));
}

/** The paragraphs around the quote, with the claim's words marked in them. */
async function context(claim) {
  const [first, last] = claim.quote;
  const start = Math.max(0, first - AROUND);
  const page = await get(at("documents", claim.document), {start, length: Math.max(1000, last - start + AROUND)});
  const cut = shortened(page, first);
  const text = h("div", {class: "text"}, ...paragraphs({...cut, claims: [claim]}));
  const before = cut.span[0] > page.span[0] && !cut.whole && h("p", {class: "more", "aria-hidden": "true"}, "…");
  const after = page.next !== null && h("p", {class: "more", "aria-hidden": "true"}, "…");
  lookAt(text, claim.id);
  return h("div", {class: "item-context"}, before, text, after);
}

/** The stretch from the first whole sentence on, and behind what the reader passed over. */
function shortened(page, quoted) {
  const chars = characters(page.text);
  const before = words(chars, 0, quoted - page.span[0]);
  const skipped = Math.max(0, ...page.skip.map(([, end]) => end).filter((end) => end <= quoted).map((end) => end - page.span[0]));
  const sentence = page.span[0] > 0 ? characters(before.slice(0, before.search(/[.!?\n]["”’)]?\s/) + 2)).length : 0;
  const from = Math.max(skipped, sentence);
  return {...page, text: words(chars, from, chars.length), span: [page.span[0] + from, page.span[1]], whole: from === skipped && from > 0};
}

function extraction(claim, keys) {
  const {when} = claim;
  const party = (one) => h("span", {}, h("b", {}, bdi(one.name, {title: one.name})), one.words !== one.name && [" ", h("q", {class: "words"}, bdi(one.words))]);
  const read = h("span", {}, relation(claim), claim.polarity === "no" && " — denied", claim.trend && ` — ${claim.trend}`,
    h("span", {class: "words"}, ` ${FIRM[claim.firmness]}${claim.background ? ", presupposed" : ""}`));
  const rows = [
    ["Subject", party(claim.subject), "1", "subject"], ["Relation", read, "c", "relation"], ["Object", party(claim.object), "2", "object"],
    ["Place", claim.place ? bdi(claim.place) : none(), "p", "place"], ["Time", time(when), "t", "when"],
    ["Said by", claim.said_by.length ? speakers(claim) : "the document itself", "b", "said_by"], claim.via && ["Through", bdi(claim.via), null, "via"],
    claim.notes.length && ["Notes", h("ul", {}, ...claim.notes.map((one) => h("li", {}, bdi(one.text), h("small", {}, " ", bdi(one.who))))), null, ""],
  ].filter(Boolean);
  return h("dl", {class: "extraction"}, ...rows.map(([label, value, key, name]) => h("div", {class: name in claim.changed ? "row changed" : "row"},
    h("dt", {}, ["subject", "object"].includes(name) ? h("span", {class: `role-${name}`}, label) : name === "relation" ? h("span", {class: "role-cue"}, label) : label),
    h("dd", {}, value, name in claim.changed && h("small", {class: "was"}, "corrected")),
    key && canDecide() && h("dd", {class: "change"}, h("button", {type: "button", class: "quiet", "aria-label": `Change: ${label.toLowerCase()}`, on: {click: keys[key]}}, h("kbd", {}, key))))));
}

function none() {
  return h("span", {class: "none"}, "not said");
}

function time(when) {
  const dates = when.basis === "stated" || when.start || when.end ? `${when.start ?? "…"} – ${when.end ?? "…"}` : "";
  const told = [when.tense, dates && (when.precise ? dates : `within ${dates}`)].filter(Boolean).join(", ");
  return h("span", {}, told, when.words && [" ", h("q", {class: "words"}, bdi(when.words))]);
}

function reasons(claim) {
  return h("section", {class: "why"}, h("h3", {}, "Why it was read so"), h("ul", {}, ...claim.why.map((one) => h("li", {}, bdi(one)))),
    h("p", {class: "trust"}, `The reader trusts this ${Math.round(claim.trust * 100)} of 100.`));
}
