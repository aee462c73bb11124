/** A claim that a person adds: words are selected in the text, or typed as they stand in it; parties found by name. */
import {get} from "../core/api.js";
import {decide} from "../core/decide.js";
import {field} from "../core/dialog.js";
import {h} from "../core/dom.js";
import {actorField} from "../core/pick.js";
import {characters, selected, spanOf, words} from "./passages.js";

const PARTS = [["subject", "Subject", "who acts"], ["cue", "Cue", "the words that say the relation"], ["object", "Object", "whom it is about"]];
const FIRM = [["fact", "told as a fact"], ["hedged", "hedged"], ["planned", "planned"], ["hypothetical", "hypothetical"], ["norm", "a rule"]];

/** The panel: `{element, take(part), focus()}`. `page()` gives the stretch that is shown in `text`; `done()` is called at the end. */
export function draft({text, page, done}) {
  const spans = {};
  const inputs = {};
  const wrong = h("p", {class: "dialog-wrong", role: "alert"});
  const who = {subject: actorField("subject", "stands for", {fresh: true}), object: actorField("object", "stands for", {fresh: true})};
  const relation = field("relation", "Relation", {kind: "select", choices: ["backs"], value: "backs"});
  const firmness = field("firmness", "How firmly", {kind: "select", choices: FIRM, value: "fact"});
  const polarity = field("polarity", "The words", {kind: "select", choices: [["yes", "say so"], ["no", "deny it"]], value: "yes"});
  get("/case").then(({relations}) => {
    relation.control.replaceChildren(...relations.map((one) => h("option", {value: one.id}, `${one.id.replaceAll("_", " ")} — ${one.means}`)));
    relation.control.value = "backs";
  });

  const set = (name, span) => {
    spans[name] = span;
    const {text: whole, span: [first]} = page();
    inputs[name].value = span ? words(characters(whole), span[0] - first, span[1] - first).replace(/\s+/g, " ") : inputs[name].value;
    inputs[name].setAttribute("aria-invalid", String(!span));
    if (span && who[name]?.blank()) who[name].set(inputs[name].value.replace(/^the /i, ""));
  };
  const take = (name) => {
    const span = selected(text, page());
    wrong.textContent = span ? "" : "Select words in the text first.";
    if (span) set(name, span);
  };
  const typed = (name) => set(name, spanOf(inputs[name].value.trim(), page(), Object.values(spans).find(Boolean)?.[0] ?? page().span[0]));
  const unsaid = () => {
    const words = PARTS.find(([name]) => !spans[name]);
    if (words) return `Which words are the ${words[0]}? Select them, or type them as they stand in the text.`;
    const nobody = Object.keys(who).find((name) => who[name].blank());
    return nobody ? `Whom does the ${nobody} stand for?` : "";
  };
  const party = async (name) => {
    const {id, name: called} = await who[name].value();
    return {span: spans[name], ...(id ? {id} : {name: called})};
  };
  const save = async () => {
    wrong.textContent = unsaid();
    if (wrong.textContent) return;
    const after = {
      document: page().document.id, relation: relation.value(), cue: spans.cue, subject: await party("subject"), object: await party("object"),
      fields: {firmness: firmness.value(), polarity: polarity.value()},
    };
    if (await decide("add", [], after)) done();
  };
  const submit = async (event) => {
    event.preventDefault();
    add.disabled = true; // pressed twice, it would be there twice
    await save().catch((problem) => { wrong.textContent = problem.message; });
    add.disabled = false;
  };
  const add = h("button", {type: "submit", class: "primary"}, "Add it");
  const row = ([name, label, means]) => {
    inputs[name] = h("input", {id: `draft-${name}`, type: "text", autocomplete: "off", placeholder: means, on: {change: () => typed(name)}});
    const number = PARTS.findIndex(([one]) => one === name) + 1;
    const use = h("button", {type: "button", class: "quiet", title: `Selected words (${number})`, on: {mousedown: (event) => event.preventDefault(), click: () => take(name)}}, "Use selection ", h("kbd", {}, String(number)));
    return h("div", {class: "draft-part"}, h("label", {for: `draft-${name}`}, h("span", {class: `role-${name}`}, label)), h("div", {class: "draft-words"}, inputs[name], use), who[name]?.element);
  };
  const element = h("form", {class: "card draft", "aria-label": "A new claim", on: {submit}}, h("h3", {}, "A new claim"),
    h("p", {class: "hint"}, "Select words in the text and press 1, 2 or 3; or type them as they stand."), ...PARTS.map(row),
    relation.element, h("div", {class: "pair"}, firmness.element, polarity.element), wrong,
    h("footer", {}, h("button", {type: "button", class: "quiet", on: {click: done}}, "Cancel"), add));
  return {element, take, focus: () => inputs.subject.focus()};
}
