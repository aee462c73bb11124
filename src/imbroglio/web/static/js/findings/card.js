/** A finding: the sentence, the words that conflict side by side, the parties as a small picture, and what a person makes of it. */
import {link, refresh} from "../core/address.js";
import {get} from "../core/api.js";
import {claimCard, speakers} from "../core/claim.js";
import {canDecide, decide, undo} from "../core/decide.js";
import {ask, field} from "../core/dialog.js";
import {bdi, h} from "../core/dom.js";
import {count} from "../core/parts.js";
import {parties} from "./parties.js";

const RESOLVING = 3; // claims told of what would resolve a finding

/** A card; `whole` shows all claims of every side at once. */
export function findingCard(finding, {whole = false} = {}) {
  const title = whole ? bdi(finding.sentence) : h("a", {href: link("findings", {}, {finding: finding.id})}, bdi(finding.sentence));
  return h("article", {class: `finding ${finding.state}`, tabindex: -1, dataset: {finding: finding.id}},
    h("div", {class: "finding-top"},
      h("div", {class: "finding-words"}, h("p", {class: "finding-rule"}, finding.rule, finding.place && [" · ", bdi(finding.place)]), h("h2", {}, title), verdict(finding), canDecide() && buttons(finding)),
      parties(finding)),
    h("div", {class: "finding-sides"}, finding.sides.map((claims, n) => side(claims, n, whole)), finding.records.map(record)), resolving(finding));
}

/** The least that would have to be wrong for the finding to be gone; each claim leads to its review. */
function resolving({resolves: [least = []]}) {
  if (!least.length) return null;
  const shown = least.slice(0, RESOLVING).map((one, n) => [n > 0 && "; ", h("a", {href: link("review", {}, {item: one.id})}, bdi(one.statement))]);
  return h("p", {class: "finding-resolves"}, least.length === 1 ? "Gone if this is wrong: " : "Gone if these are all wrong: ", shown, least.length > RESOLVING && `; ${least.length - RESOLVING} more`);
}

function side(claims, n, whole) {
  const [first, ...rest] = claims;
  const others = rest.map((claim) => claimCard(claim));
  return h("div", {class: "finding-side", role: "group", "aria-label": `Side ${n + 1}`}, first && claimCard(first),
    whole ? others : others.length > 0 && h("details", {class: "finding-more"}, h("summary", {}, count(others.length, "more like it", "more like it")), others));
}

function record({kind, text, words, said_by, document}) {
  const name = {agreement: "The agreement", norm: "The rule"}[kind] ?? kind;
  return h("div", {class: "finding-side finding-record", role: "group", "aria-label": name}, h("h3", {}, name),
    h("blockquote", {class: "quote", dir: "auto"}, words), h("p", {class: "statement"}, bdi(text)),
    speakers({document, id: null, title: null, outlet: null, said_by}));
}

function verdict({state, note, who, stale}) {
  if (state === "open") return null;
  return h("p", {class: `finding-verdict ${state}`}, h("strong", {}, state === "kept" ? "Kept" : "Dismissed"), who && [" by ", bdi(who)],
    note && [": ", bdi(note)], stale && h("span", {class: "finding-stale"}, " – the claims have changed since."));
}

function buttons(finding) {
  const button = (text, run, title) => h("button", {type: "button", title, on: {click: run}}, text);
  return h("div", {class: "row claim-actions"},
    finding.state !== "kept" && button("Keep", () => settle("keep", finding), "It stands: keep it in the list"),
    finding.state !== "dismissed" && button("Dismiss …", () => settle("dismiss", finding), "It is no contradiction: say why"),
    finding.state !== "open" && button("Reopen", () => reopen(finding), "Take the decision back"));
}

async function settle(kind, finding) {
  const label = kind === "keep" ? "Why it stands" : "Why it is none";
  const values = await ask(kind === "keep" ? "Keep this finding" : "Dismiss this finding", {
    lead: finding.sentence, submit: kind === "keep" ? "Keep" : "Dismiss", fields: [field("note", label, {kind: "area", hint: "Kept with the decision; may stay empty."})],
  });
  if (values) await decide(kind, [finding.id], {note: values.note});
}

/** A finding is open again when the decision about it is taken back. */
async function reopen(finding) {
  const {decisions} = await get("/decisions", {target: finding.id, kind: ["keep", "dismiss"]});
  const last = decisions.find((one) => one.active);
  if (last) await undo(last);
  else refresh();
}
