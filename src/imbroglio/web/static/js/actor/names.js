/** An actor's names, and what makes each a name of this actor. */
import {spanSaid} from "../core/days.js";
import {bdi, h} from "../core/dom.js";

export function names({names: listed, merged, ids}) {
  const rows = [
    ...listed.map(({text, start, end, why}) => [text, why, start || end ? spanSaid(start, end) : ""]),
    ...merged.map(({name}) => [name, "a person decided that it is the same", ""]),
  ];
  const known = Object.entries(ids);
  return [
    h("dl", {class: "names"}, rows.flatMap(([text, why, when]) => [h("dt", {}, bdi(text)), h("dd", {}, why, when && ` (${when})`)])),
    known.length > 0 && h("p", {class: "ids"}, known.map(([scheme, id], n) => [n > 0 && " · ", h("span", {class: "soft"}, `${scheme} `), bdi(id)])),
  ];
}
