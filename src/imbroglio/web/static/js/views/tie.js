/** A tie: everything said between two actors, when, where, by whom, and as how many independent origins it counts. */
import {filters, keep, link} from "../core/address.js";
import {at, get, href} from "../core/api.js";
import {actorLink, claimCard} from "../core/claim.js";
import {bdi, clear, h} from "../core/dom.js";
import {filterBar} from "../core/filters.js";
import {count, empty, head} from "../core/parts.js";
import {saveMenu} from "../core/save.js";
import {glyph, inWords} from "../core/signs.js";
import {timeline} from "../core/timeline.js";
import {chainList} from "../tie/chains.js";
import {originList} from "../tie/origins.js";
import {theatreList} from "../tie/theatres.js";

export async function view(root, {state, summary}) {
  const {params: {one, other}, query} = state;
  const path = at("tie", one, other);
  const tie = await get(path, filters(query));
  document.title = `${tie.one.name} and ${tie.other.name} – ${summary.name}`;
  const shown = h("div", {class: "tie-claims"});
  const pick = (through) => {
    keep({through: through?.key ?? null});
    tell(shown, tie, through, pick);
  };
  const flash = (id) => {
    if (!shown.querySelector(`[data-claim="${CSS.escape(id)}"]`)) pick(null);
    found(shown, id);
  };
  const dated = tie.timeline.some((bar) => bar.since || bar.until || bar.published);
  const times = dated && timeline(tie.timeline, {onPick: flash});
  const save = saveMenu({
    csv: href(path, filters(query), "csv"), links: (format) => href(path, filters(query), format), ...(times ? {svg: () => times.querySelector("svg")} : {}),
  });
  const title = [actorLink(tie.one), h("span", {class: "toward"}, " and "), actorLink(tie.other)];
  clear(root).append(head(title, {lead: `${count(tie.total, "claim")} between the two, either way.`, actions: [save]}), filterBar(summary, query));
  if (tie.total === 0) return void root.append(nothing(one, other));
  root.append(
    h("ul", {class: "directions"}, tie.directions.map(direction)),
    section("Over time and theatre", times || h("p", {class: "soft"}, "No claim of the two has a date, nor has its document.")),
    h("div", {class: "tie-sources"},
      section("Who says so", chainList(tie, pick)), section(`${count(tie.roots.length, "independent origin")}`, originList(tie, pick))),
    section("Theatres", theatreList(tie.theatres, query)),
    section("Claims", shown));
  tell(shown, tie, throughOf(tie, query.through), pick);
}

const section = (title, ...children) => h("section", {class: "section"}, h("h2", {}, title), children);

function direction(way) {
  return h("li", {}, glyph(way, 26), h("span", {}, actorLink(way.subject), h("span", {class: "toward", "aria-label": "toward"}, " → "), actorLink(way.object)),
    h("span", {class: "soft"}, `${inWords(way)}, ${count(way.claims, "claim")}`));
}

/** The chain or origin that the address names. */
function throughOf({chains, roots}, key) {
  if (!key) return null;
  return [...roots.map((root) => ({key: `origin ${root.key}`, name: root.name, claims: root.claims})), ...chains.map((chain, n) => ({key: `chain ${n}`, name: "one chain of sources", claims: chain.claims}))]
    .find((one) => one.key === key) ?? null;
}

function tell(shown, tie, through, pick) {
  const claims = through ? tie.claims.filter((claim) => through.claims.includes(claim.id)) : tie.claims;
  const chosen = through && h("p", {class: "row"}, `Only what came through`, h("button", {type: "button", class: "chip", "aria-label": `Show all, not only what came through ${through.name}`, on: {click: () => pick(null)}}, bdi(through.name), h("span", {"aria-hidden": "true"}, "×")));
  clear(shown).append(...[chosen].filter(Boolean), ...claims.map((claim) => claimCard(claim, {actions: true})));
  if (tie.claims.length < tie.total) shown.append(h("p", {class: "soft"}, `The ${tie.claims.length} firmest of ${count(tie.total, "claim")}; the table has all.`));
  for (const button of document.querySelectorAll(".tie-sources [data-through]")) button.setAttribute("aria-pressed", String(button.dataset.through === through?.key));
}

function found(shown, id) {
  const card = shown.querySelector(`[data-claim="${CSS.escape(id)}"]`);
  if (!card) return;
  shown.querySelector(".found")?.classList.remove("found");
  card.classList.add("found");
  card.scrollIntoView({block: "center", behavior: "smooth"});
}

function nothing(one, other) {
  return empty("Nothing is said between the two", "Under these filters no claim has one of them on either side of the other.",
    h("a", {class: "button", href: link("actor", {id: one})}, "Open the first"), h("a", {class: "button", href: link("actor", {id: other})}, "Open the second"));
}
