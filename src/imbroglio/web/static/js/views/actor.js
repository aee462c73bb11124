/** One actor: its names and why they are one, what it belongs to, with whom and against whom it stands, and when. */
import {filters, go, link} from "../core/address.js";
import {at, get, href} from "../core/api.js";
import {canDecide, merge, noteActor, rename, reparent, split} from "../core/decide.js";
import {said} from "../core/days.js";
import {bdi, clear, h} from "../core/dom.js";
import {filterBar} from "../core/filters.js";
import {count, head} from "../core/parts.js";
import {saveMenu} from "../core/save.js";
import {timeline} from "../core/timeline.js";
import {bonds} from "../actor/bonds.js";
import {names} from "../actor/names.js";
import {partners} from "../actor/partners.js";

export async function view(root, {state, summary}) {
  const {params: {id}, query} = state;
  const path = at("actors", id);
  const page = await get(path, filters(query));
  const {actor} = page;
  document.title = `${actor.name} – ${summary.name}`;
  const dated = page.timeline.some((bar) => bar.since || bar.until || bar.published);
  const times = dated && timeline(page.timeline, {onPick: (claim) => open(page, claim)});
  const save = saveMenu({
    csv: href(path, filters(query), "csv"), links: (format) => href("/claims", {...filters(query), actor: actor.id}, format), ...(times ? {svg: () => times.querySelector("svg")} : {}),
  });
  clear(root).append(
    head(bdi(actor.name), {lead: lead(actor), actions: [canDecide() && decisions(actor), save].filter(Boolean)}),
    filterBar(summary, query),
    h("div", {class: "actor-sides"}, partners(page)),
    section("Over time and theatre", times || h("p", {class: "soft"}, "No claim about it has a date, nor has its document.")),
    h("div", {class: "actor-facts"}, section("Names, and why they are one", names(page)), section("Belongs together", bonds(page))),
    ...questions(page), section("Documents", documents(page)), ...log(page));
}

const section = (title, ...children) => h("section", {class: "section"}, h("h2", {}, title), children);

function lead({kind, country, claims, faction, described, id}) {
  const parts = [kind, country && country !== id && h("a", {href: link("actor", {id: country})}, bdi(titled(country))), described && "known by this description only", faction !== null && h("span", {class: `camp camp-${faction}`}, `camp ${faction + 1}`), count(claims, "claim")];
  return parts.filter(Boolean).flatMap((part, n) => (n ? [" · ", part] : [part]));
}

/** Ids of states are their names in small letters. */
const titled = (id) => id.split("-").map((word) => word.charAt(0).toUpperCase() + word.slice(1)).join(" ");

function decisions(actor) {
  const acts = [["Rename …", rename], ["Same as …", merge], ["Part of …", reparent], ["Split …", split], ["Note …", noteActor]];
  const menu = h("details", {class: "menu"}, h("summary", {}, "Correct"), h("ul", {}, acts.map(([label, run]) => h("li", {}, h("button", {type: "button", on: {click: () => {
    menu.open = false;
    run(actor);
  }}}, label)))));
  return menu;
}

/** A bar of the time line opens the tie that its claim belongs to. */
function open({actor, timeline: bars}, claim) {
  const {subject, object} = bars.find((bar) => bar.claim === claim);
  const other = subject.id === actor.id ? object : subject;
  go(link("tie", {one: actor.id, other: other.id}));
}

function questions({questions: asked}) {
  if (asked.length === 0) return [];
  const rows = asked.map((question) => h("li", {}, h("a", {href: link("review", {}, {kind: "questions", item: question.id})}, "Is ", bdi(question.one.name), " the same as ", bdi(question.other.name), "?"), h("small", {}, ` ${question.answer ? `answered: ${question.answer.replaceAll("_", " ")}` : question.why}`)));
  return [section("Open questions", h("ul", {class: "lines"}, rows))];
}

function documents({documents: rows}) {
  if (rows.length === 0) return h("p", {class: "soft"}, "None under these filters.");
  return h("ul", {class: "lines"}, rows.map(({id, title, outlet, published}) => h("li", {}, h("a", {href: link("document", {id})}, bdi(title ?? id)), h("small", {}, [outlet && bdi(outlet), published && said(published)].filter(Boolean).flatMap((part) => [" · ", part])))));
}

function log({decisions: made}) {
  if (made.length === 0) return [];
  return [section("Decisions about it", h("ul", {class: "lines"}, made.map(({says, who, at: when, active, why}) => h("li", {class: active ? null : "undone"}, bdi(says), why && [" – ", bdi(why)], h("small", {}, " ", bdi(who), `, ${said(when.slice(0, 10))}`, !active && ", undone")))))];
}
