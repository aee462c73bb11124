/** Two people decided about the same thing: what the other did, what one was about to do, and the choice. */
import {open} from "./dialog.js";
import {bdi, h} from "./dom.js";

/** Shows it. The promise gives true to decide all the same, on top of what the other did; false to leave it. */
export function conflict(problem, sent) {
  return new Promise((resolve) => {
    const since = problem.about.since ?? [];
    const button = (label, value, style) => h("button", {type: "button", class: style, on: {click: () => box.close(value)}}, label);
    const box = open("Somebody else decided about this", h("div", {class: "conflict"},
      h("p", {}, "While you looked at it, this happened. Nothing of yours was written yet, and nothing of theirs is lost."),
      h("ol", {class: "conflict-since"}, ...since.map((one) => h("li", {}, h("b", {}, bdi(one.who)), " ", bdi(one.says),
        one.why && h("q", {}, one.why), h("small", {}, moment(one.at))))),
      h("p", {}, "You were about to: ", h("b", {}, bdi(yours(sent)))),
      h("footer", {}, button("Leave it as it is now", "", "quiet"), button("Decide all the same", "again", "primary"))),
    {close: (value) => resolve(value === "again")});
  });
}

/** An ISO moment as people write it. */
export function moment(at) {
  return new Intl.DateTimeFormat(undefined, {dateStyle: "medium", timeStyle: "short"}).format(new Date(at));
}

function yours(sent) {
  const words = Object.entries(sent.after ?? {}).map(([name, value]) => `${name}: ${typeof value === "string" ? value : JSON.stringify(value)}`);
  const kind = (sent.kind ?? "undo or redo").replace("_", " ");
  return [kind, words.join(", "), sent.why && `because “${sent.why}”`].filter(Boolean).join(" — ");
}
