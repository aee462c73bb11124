/** One document as it was read: its text with the claims in place, beside it the claims; a new claim from selected words. */
import {FILTERS, change, filters, keep, link} from "../core/address.js";
import {at, get, href} from "../core/api.js";
import {chips, relation, speaker} from "../core/claim.js";
import {canDecide, claimActions, correctRelation, decide, note} from "../core/decide.js";
import {bdi, clear, h, outward} from "../core/dom.js";
import {count, head, spoken} from "../core/parts.js";
import {same} from "../core/same.js";
import {saveMenu} from "../core/save.js";
import {draft} from "./draft.js";
import {lookAt, paragraphs} from "./passages.js";

const STRETCH = 60000; // characters shown at once
const BEFORE = 5000; // characters shown before a claim far into a long document

export async function view(root, {state}) {
  const {query, params} = state;
  const path = at("documents", params.id);
  const asked = {...filters(query), document: null, start: query.start ?? (await startOf(query.claim)), length: STRETCH};
  const text = h("article", {class: "text", lang: "und", "aria-label": "Text of the document"});
  const rail = h("ol", {class: "rail-claims"});
  const side = h("aside", {class: "rail", "aria-label": "What was read in it"});
  let page;
  let chosen = query.claim ?? null;
  let adding = null;

  const load = async () => {
    page = await get(path, asked);
    page.claims.sort((a, b) => a.quote[0] - b.quote[0] || a.cue[0] - b.cue[0]);
    clear(text).append(...paragraphs(page));
    show();
  };
  const show = () => {
    clear(rail).append(...page.claims.map((claim) => row(claim, claim.id === chosen, pick)));
    clear(side).append(railHead(page, query, add), adding?.element ?? "", page.claims.length ? rail : h("p", {class: "empty"}, none(query)), records(page));
    lookAt(text, chosen);
  };
  const pick = (id, {scroll = true, focus = false} = {}) => {
    chosen = id === chosen ? null : id;
    keep({claim: chosen});
    show();
    const first = lookAt(text, chosen);
    const card = rail.querySelector("[aria-current]");
    if (scroll) first?.scrollIntoView({block: "center", behavior: "auto"});
    card?.scrollIntoView({block: "nearest"});
    if (focus) card?.querySelector("button")?.focus({preventScroll: true});
  };
  const step = (by) => {
    const at = page.claims.findIndex((claim) => claim.id === chosen);
    const next = page.claims[at < 0 ? (by > 0 ? 0 : page.claims.length - 1) : at + by];
    if (next) pick(next.id, {focus: true});
  };
  const add = () => {
    adding ??= draft({text, page: () => page, done: () => {
      adding = null;
      show();
    }});
    show();
    adding.focus();
  };
  const about = (run) => () => {
    const claim = page.claims.find((one) => one.id === chosen);
    if (claim) run(claim);
  };

  joined(text, rail, () => page.claims, () => chosen, pick);
  await load();
  clear(root).append(top(page, query, path, asked), stretches(page, "Stretches") ?? "", h("div", {class: "reading"}, text, side), stretches(page, "Stretches, below") ?? "");
  if (chosen) lookAt(text, chosen)?.scrollIntoView({block: "center"});
  rail.querySelector("[aria-current]")?.scrollIntoView({block: "nearest"});
  document.title = `${page.document.title || page.document.id} – Imbroglio`;

  const deciding = canDecide() ? {
    "+": ["add a claim", add], a: ["accept the claim", about((one) => decide("accept", [one.id]))],
    r: ["reject it", about((one) => decide("reject", [one.id]))], c: ["correct its relation", about(correctRelation)],
    s: ["swap subject and object", about((one) => decide("swap", [one.id]))], q: ["unsure", about((one) => decide("unsure", [one.id]))],
    n: ["note", about(note)], 1: ["selected words are the subject", () => adding?.take("subject")],
    2: ["… the cue", () => adding?.take("cue")], 3: ["… the object", () => adding?.take("object")],
  } : {};
  return {
    keys: {j: ["next claim", () => step(1)], k: ["previous claim", () => step(-1)], Escape: ["look at no claim", () => chosen && pick(chosen, {scroll: false})], ...deciding},
    update({query: now}, {fresh}) {
      if (fresh) return load();
      if (!same(now, query, "claim")) return false;
      if ((now.claim ?? null) !== chosen) pick(now.claim ?? chosen);
    },
  };
}

/** Where the stretch should start so that a claim is in it. */
async function startOf(id) {
  if (!id) return null;
  try {
    const {quote} = await get(at("claims", id));
    return quote[0] > STRETCH / 2 ? quote[0] - BEFORE : null;
  } catch {
    return null; // the claim has gone; the document is still there
  }
}

function top({document: about, url}, query, path, asked) {
  const facts = [about.outlet && bdi(about.outlet), about.published && h("time", {datetime: about.published}, about.published), count(about.claims, "claim"),
    count(about.length, "character"), /^https?:/i.test(url ?? "") && outward(url, "as published")].filter(Boolean);
  const save = saveMenu({csv: href(path, asked, "csv"), links: (format) => href(path, asked, format)});
  const crumb = h("a", {class: "crumb", href: link("documents")}, "Documents");
  return h("div", {class: "stack"}, crumb, head(bdi(about.title || about.id), {lead: h("span", {class: "facts"}, facts.map((fact) => h("span", {}, fact))), actions: [save]}));
}

function stretches(page, label) {
  const [first, last] = page.span;
  const length = page.document.length;
  if (first === 0 && page.next === null) return null;
  const to = (name, start, can) => h("button", {type: "button", disabled: !can, on: {click: () => change({start: start || null, claim: null})}}, name);
  return h("nav", {class: "pager", "aria-label": label}, to("Back", Math.max(first - STRETCH, 0), first > 0),
    h("span", {}, `characters ${first.toLocaleString()}–${last.toLocaleString()} of ${length.toLocaleString()}`), to("On", page.next, page.next !== null));
}

function railHead(page, query, add) {
  return h("header", {class: "rail-head"}, h("h2", {}, count(page.claims.length, "claim")),
    canDecide() && h("button", {type: "button", class: "quiet", on: {click: add}}, "Add a claim ", h("kbd", {}, "+")), filtered(query) && h("button", {type: "button", class: "chip", on: {click: () => change(NONE)}}, "filtered ×"));
}

const filtered = (query) => Object.keys(filters(query)).some((name) => !["level", "document"].includes(name));
const NONE = Object.fromEntries(FILTERS.map((name) => [name, null]));

function none(query) {
  return filtered(query) ? "No claim in this stretch passes the filters." : "Nothing was read in this stretch: no passage says that somebody backs, arms or fights anybody.";
}

/** A claim in the rail: one line, and where it is the one looked at all that is known of it. */
function row(claim, open, pick) {
  const status = claim.status !== "unreviewed" && h("span", {class: `chip-status ${claim.status.replaceAll(" ", "-")}`}, claim.status);
  const line = h("button", {type: "button", class: "rail-line", "aria-expanded": String(open), on: {click: () => pick(claim.id, {focus: true})}},
    h("span", {}, claim.polarity === "no" && h("span", {class: "denied"}, "denied: "), bdi(claim.subject.name), " ", relation(claim), " ", bdi(claim.object.name)), status);
  return h("li", {class: `rail-claim ${claim.status.replaceAll(" ", "-")}`, dataset: {claim: claim.id}, "aria-current": open ? "true" : null}, line, open && opened(claim));
}

function opened(claim) {
  const actions = claimActions(claim);
  return h("div", {class: "rail-open"}, chain(claim), chips(claim), claim.notes.map((one) => h("p", {class: "note"}, bdi(one.text), h("small", {}, " – ", bdi(one.who)))),
    h("details", {class: "why"}, h("summary", {}, "Why it was read so"), h("ul", {}, claim.why.map((one) => h("li", {}, bdi(one))))),
    h("p", {class: "facts"}, ["subject", "object"].map((side) => h("span", {}, h("a", {href: link("actor", {id: claim[side].id}), title: claim[side].name}, bdi(claim[side].name)))),
      h("span", {}, h("a", {href: link("tie", {one: claim.subject.id, other: claim.object.id})}, "all between them"))),
    actions.length > 0 && h("div", {class: "claim-actions", role: "group", "aria-label": "Decide about this claim"}, actions));
}

/** Who says so, outward from the document. */
function chain({outlet, said_by: chain}) {
  if (!chain.length) return h("p", {class: "speakers"}, "said by the document itself");
  return h("p", {class: "speakers"}, h("i", {}, "the document"), [outlet, ...chain.toReversed()].filter(Boolean).map((one) => [h("span", {class: "speakers-by"}, " ‹ "), speaker(one)]));
}

function records({records: found}) {
  if (!found.length) return "";
  return h("section", {class: "records"}, h("h2", {}, "Also read"), h("ul", {}, found.map((one) => h("li", {}, h("span", {class: "chip"}, one.kind === "norm" ? "rule" : spoken(one.kind)), " ", bdi(one.text)))));
}

/** Hover joins text and rail: what is under the pointer or has the focus on one side shows on the other. */
function joined(text, rail, claims, chosen, pick) {
  const mark = (id) => {
    for (const one of rail.children) one.classList.toggle("is-looked", one.dataset.claim === id);
    lookAt(text, id ?? chosen());
  };
  const at = (event) => {
    const ids = event.target.closest?.(".claimed")?.dataset.claims.split(" ") ?? [];
    return claims().filter((one) => ids.includes(one.id)).sort((a, b) => a.quote[1] - a.quote[0] - (b.quote[1] - b.quote[0])).map((one) => one.id);
  };
  text.addEventListener("pointerover", (event) => mark(at(event)[0] ?? null));
  text.addEventListener("pointerleave", () => mark(null));
  text.addEventListener("click", (event) => {
    const ids = at(event);
    if (!ids.length || !getSelection().isCollapsed) return;
    pick(ids[(ids.indexOf(chosen()) + 1) % ids.length], {scroll: false});
  });
  for (const name of ["pointerover", "focusin"]) rail.addEventListener(name, (event) => mark(event.target.closest("[data-claim]")?.dataset.claim ?? null));
  for (const name of ["pointerleave", "focusout"]) rail.addEventListener(name, () => mark(null));
}
