/** Chains: aid by its channels, and, with two actors chosen, who ends up supporting whom. */
import {change, filters} from "../core/address.js";
import {at, get, href} from "../core/api.js";
import {actorLink} from "../core/claim.js";
import {bdi, clear, h} from "../core/dom.js";
import {filterBar} from "../core/filters.js";
import {count, empty, failed, head, loading, spoken} from "../core/parts.js";
import {actorField} from "../core/pick.js";
import {saveMenu} from "../core/save.js";
import {claimsById, side} from "../core/side.js";
import {follow} from "../flow/follow.js";
import {flowPicture} from "../flow/sankey.js";

const FEW = 40; // flows in the picture at once; the list has all

export async function view(root, {state, summary}) {
  document.title = `Chains – ${summary.name}`;
  const {query} = state, asked = filters(query);
  const [flows, one, other] = await Promise.all([get("/flows", asked), named(query.one), named(query.other)]);
  const panel = side();
  const answer = h("div", {class: "follow-answer"});
  const save = saveMenu({
    csv: href("/flows", asked, "csv"), links: (format) => href("/flows", asked, format), svg: flows.ribbons.length ? () => root.querySelector(".flow-picture") : null,
  });
  const swap = one && other && h("button", {type: "button", on: {click: () => change({one: other.id, other: one.id})}}, "Other way round");
  clear(root).append(
    head("Chains", {lead: "Who helps whom through what, and who ends up supporting whom.", actions: [save]}),
    filterBar(summary, query),
    h("section", {class: "section", "aria-labelledby": "follow"}, h("h2", {id: "follow"}, "Who ends up supporting whom"), asking(one, other, swap), answer),
    h("section", {class: "section", "aria-labelledby": "aid"}, h("h2", {id: "aid"}, "Aid by its channels"), aid(flows, panel)),
  );
  if (one && other) showChains(answer, one.id, other.id, asked);
  return {keys: swap ? {x: ["the other way round", () => swap.click()]} : {}};
}

async function named(id) {
  if (!id) return null;
  try {
    return (await get(at("actors", id))).actor;
  } catch {
    return null; // a link may be older than the case
  }
}

/** Two actors to choose. */
function asking(one, other, swap) {
  const from = actorField("one", "From", {actor: one}), to = actorField("other", "To", {actor: other});
  const told = h("p", {class: "wrong", role: "alert"});
  const submit = async (event) => {
    event.preventDefault();
    try {
      const [a, b] = await Promise.all([from.value(), to.value()]);
      if (a?.id && b?.id) change({one: a.id, other: b.id});
      else told.textContent = "Choose both actors from the list that opens as you type.";
    } catch (problem) {
      told.textContent = problem.message;
    }
  };
  return h("form", {class: "follow-form", on: {submit}}, from.element, h("span", {class: "follow-arrow", "aria-hidden": "true"}, "→"), to.element,
    h("button", {type: "submit", class: "primary"}, "Follow"), swap, told);
}

async function showChains(answer, one, other, asked) {
  answer.append(loading());
  try {
    const found = await follow(one, other, asked);
    clear(answer).append(found);
  } catch (problem) {
    clear(answer).append(failed(problem));
  }
}

function aid(flows, panel) {
  if (!flows.ribbons.length) return empty("No aid is told of", "No claim here says that somebody arms, funds, trains or otherwise helps somebody. Fewer filters may show some.");
  const largest = [...flows.ribbons].sort((a, b) => b.value - a.value || b.claims.length - a.claims.length).slice(0, FEW);
  const onPick = (ribbon) => panel.show(h("span", {}, bdi(ribbon.source.name), " → ", bdi(ribbon.target.name)), h("p", {class: "soft"}, ribbon.relations.map(spoken).join(", ")), claimsById(ribbon.claims));
  const note = largest.length < flows.ribbons.length && h("p", {class: "soft"}, `The ${FEW} flows with most independent sources of ${flows.ribbons.length}; the list has all.`);
  return h("div", {class: "with-side"},
    h("div", {class: "stack"}, h("p", {class: "soft"}, "A ribbon is as wide as it has independent sources. Pick one to read them."), flowPicture(largest, {onPick}), note, channelList(flows, panel)),
    panel.element);
}

/** The same as a table: each channel with who gives and who gets. */
function channelList({channels}, panel) {
  const people = (actors) => actors.map((actor, n) => [n > 0 && ", ", actorLink(actor)]);
  const pick = (channel) => panel.show(channel.name ? h("span", {}, "Through ", bdi(channel.name)) : "Given directly", claimsById([...channel.claims, ...channel.behind]));
  return h("details", {class: "more"}, h("summary", {}, `All ${count(channels.length, "channel")} as a list`), h("div", {class: "scroll"}, h("table", {class: "list"},
    h("thead", {}, h("tr", {}, ["From", "Through", "To", "What", "Sources"].map((name, n) => h("th", {scope: "col", class: n === 4 ? "number" : null}, name)))),
    h("tbody", {}, channels.map((channel) => h("tr", {},
      h("th", {scope: "row"}, people(channel.givers)), h("td", {}, channel.name ? bdi(channel.name) : h("span", {class: "soft"}, "directly")), h("td", {}, people(channel.recipients)),
      h("td", {}, channel.relations.map(spoken).join(", ")),
      h("td", {class: "number"}, h("button", {type: "button", class: "quiet", "aria-label": `${count(channel.roots, "source")}: show claims`, on: {click: () => pick(channel)}}, channel.roots))))))));
}
