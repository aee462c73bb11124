/** What signs, colours and lines mean, one key away from every view. */
import {open} from "./dialog.js";
import {h} from "./dom.js";
import {legend} from "./signs.js";

export function show() {
  open("Legend", h("div", {class: "legend-panel"}, h("h3", {}, "Ties"), legend(), h("h3", {}, "Quotes"), quotes(), h("h3", {}, "Time"), time()),
    {wide: true, name: "legend"});
}

function quotes() {
  return h("ul", {class: "legend-words"},
    h("li", {}, h("span", {class: "role-subject"}, "subject"), " who acts or holds the stance"),
    h("li", {}, h("span", {class: "role-cue"}, "cue"), " the words that say the relation"),
    h("li", {}, h("span", {class: "role-object"}, "object"), " whom it is about"),
    h("li", {}, h("span", {class: "said"}, "shaded"), " said by somebody else than the document; darker inside another’s words"),
    h("li", {}, h("i", {}, "the document ‹ outlet ‹ speaker"), " who says so, from the outside in; (unnamed) where no name is given"));
}

function time() {
  return h("ul", {class: "legend-words"}, h("li", {}, "solid: holds on each of these days"), h("li", {}, "dashed or fading: on at least one of them"),
    h("li", {}, "arrow: the end is open"));
}
