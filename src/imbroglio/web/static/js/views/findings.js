/** What does not add up: findings as cards, the weightiest first. */
import {change, filters, link, list} from "../core/address.js";
import {at, get, href} from "../core/api.js";
import {clear, h} from "../core/dom.js";
import {filterBar} from "../core/filters.js";
import {choose, count, empty, head, segmented} from "../core/parts.js";
import {saveMenu} from "../core/save.js";
import {findingCard} from "../findings/card.js";

const STATES = {open: ["open", "kept"], dismissed: ["dismissed"], all: ["open", "kept", "dismissed"]};
const RULES = [
  ["", "any rule"], ["both sides", "both sides"], ["shared client", "shared client"], ["divided alignment", "divided alignment"],
  ["unbalanced triad", "unbalanced triad"], ["unbalanced cycle", "unbalanced cycle"], ["sources disagree", "sources disagree"], ["turned", "turned"],
  ["against its own rule", "against its own rule"], ["truce in doubt", "truce in doubt"],
];
const WAIT = 1500; // milliseconds until findings that are being worked out are asked for again

export async function view(root, {state, summary}) {
  const {query} = state;
  document.title = `What does not add up – ${summary.name}`;
  if (query.finding) return one(root, query.finding);
  const shown = STATES[query.state] ? query.state : "open";
  const params = {...filters(query), state: STATES[shown], rule: query.rule};
  let answer = await get("/findings", params);
  const cards = h("div", {class: "findings"}, answer.findings.map((finding) => findingCard(finding)));
  const more = h("button", {type: "button", hidden: answer.next === null, on: {click: next}}, "Show more");
  clear(root).append(
    head("What does not add up", {lead: lead(answer), actions: [choices(query, shown), saveMenu({csv: href("/findings", params, "csv"), links: (format) => href("/findings", params, format)})]}),
    filterBar(summary, query, {without: ["level", "status"]}),
    answer.findings.length > 0 ? cards : nothing(summary, query, answer), more);

  async function next() {
    more.disabled = true;
    answer = await get("/findings", {...params, after: answer.next});
    cards.append(...answer.findings.map((finding) => findingCard(finding)));
    more.disabled = false;
    more.hidden = answer.next === null;
  }
  const again = answer.pending ? setTimeout(() => change({}, {replace: true}), WAIT) : 0;
  return {keys: {j: ["next finding", () => step(cards, 1)], k: ["finding before", () => step(cards, -1)]}, leave: () => clearTimeout(again)};
}

async function one(root, id) {
  const finding = await get(at("findings", id));
  document.title = finding.sentence;
  clear(root).append(h("p", {}, h("a", {href: link("findings")}, "‹ All that does not add up")), h("h1", {class: "visually-hidden"}, "What does not add up"),
    findingCard(finding, {whole: true}));
}

function choices(query, shown) {
  return [
    segmented("Which", "state", [["open", "Open"], ["dismissed", "Dismissed"], ["all", "All"]], shown),
    choose("Found by", "rule", RULES, list(query.rule)[0] ?? "", (rule) => change({rule: rule || null})),
  ];
}

const lead = ({total, pending}) =>
  `${count(total, "tension")} among what is said, the weightiest first.${pending ? " Your latest decisions are still being worked in …" : ""}`;

function nothing(summary, query, {pending}) {
  if (pending) return empty("Working it out", "The findings of the latest decisions are on their way.");
  if (summary.empty) return empty("Nothing to compare yet", summary.explains);
  if (Object.keys(query).length > 0) return empty("Nothing here passes these filters", "Findings are shown when each of their sides has a claim that passes.", h("a", {class: "button", href: link("findings", {}, Object.fromEntries(Object.keys(filters(query)).map((key) => [key, null])))}, "Show all"));
  return empty("Everything adds up", "No rule found claims of this case that pull against each other. That says nothing about whether they are true.");
}

/** The card before or after the one that has the focus. */
function step(cards, by) {
  const all = [...cards.children];
  const at = all.indexOf(document.activeElement.closest?.(".finding"));
  const to = all[Math.max(0, Math.min(all.length - 1, at + by))];
  to?.focus();
  to?.scrollIntoView({block: "start"});
}
