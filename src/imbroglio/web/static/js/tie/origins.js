/** As how many independent origins claims count, and why several reports are one. */
import {bdi, h} from "../core/dom.js";
import {count} from "../core/parts.js";

/** A list; `pick({key, name, claims})` is called for the origin that somebody chooses. */
export function originList({roots}, pick) {
  return h("ol", {class: "origins"}, roots.map((root) => {
    const key = `origin ${root.key}`;
    const size = [count(root.claims.length, "claim"), root.documents.length > 1 && `${root.documents.length} documents`].filter(Boolean).join(" in ");
    return h("li", {}, h("div", {}, h("strong", {class: "truncate"}, bdi(root.name, {title: root.name})), h("p", {class: "soft"}, bdi(root.why))),
      h("button", {type: "button", class: "quiet", dataset: {through: key}, "aria-pressed": "false", on: {click: () => pick({key, name: root.name, claims: root.claims})}}, size));
  }));
}
