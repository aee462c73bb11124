/** The chains of speakers through which claims came, drawn as chains: the document's outlet first, then whom it passes on. */
import {link} from "../core/address.js";
import {speaker} from "../core/claim.js";
import {bdi, h} from "../core/dom.js";
import {count} from "../core/parts.js";

const FIRST = 8; // chains at once

/** A list; `pick({key, name, claims})` is called for the chain that somebody chooses. */
export function chainList({chains, claims}, pick) {
  const rows = chains.map((chain, n) => row(chain, n, claims, pick));
  const rest = rows.slice(FIRST);
  return h("div", {class: "voices"}, rows.slice(0, FIRST), rest.length > 0 && h("details", {}, h("summary", {}, `${count(rest.length, "more chain")}`), rest));
}

function row(chain, n, claims, pick) {
  const key = `chain ${n}`;
  const links = [origin(chain, claims), ...chain.said_by.map((one) => ({text: speaker(one), kind: one.anonymous ? "unnamed" : "named"}))];
  const show = h("button", {type: "button", class: "quiet voice-claims", dataset: {through: key}, "aria-pressed": "false", on: {click: () => pick({key, name: said(chain, claims), claims: chain.claims})}}, count(chain.claims.length, "claim"));
  return h("div", {class: "voice"}, h("ol", {class: "voice-chain"}, links.map(({text, kind}) => h("li", {class: kind}, h("span", {}, text)))), show);
}

function origin({outlet, documents}, claims) {
  const title = claims.find((claim) => claim.document === documents[0])?.title ?? documents[0];
  const name = outlet ?? title;
  const text = documents.length === 1 ? h("a", {href: link("document", {id: documents[0]}), title}, bdi(name)) : [bdi(name), h("span", {class: "soft"}, ` (${documents.length} documents)`)];
  return {text, kind: "outlet"};
}

const said = (chain, claims) => [chain.outlet ?? claims.find((claim) => claim.document === chain.documents[0])?.title ?? chain.documents[0], ...chain.said_by.map(({name}) => name)].join(" ‹ ");
