/** What can be decided about a claim, as buttons and dialogs. Each gives what was made, or null. */
import {get} from "./api.js";
import {canDecide, decide} from "./decide.js";
import {ask, field} from "./dialog.js";
import {bdi, h} from "./dom.js";
import {NOBODY, actorField} from "./pick.js";

const CLASSES = {supports: "Supports +", opposes: "Opposes −", talk: "Talks ·", structure: "Structure ○", place: "Holds or enters a place"};
const FIRM = [
  ["fact", "told as a fact"], ["hedged", "hedged: reportedly, alleged"], ["planned", "planned: expected, vows"],
  ["hypothetical", "hypothetical: if, may, could"], ["norm", "a rule: must, prohibited"],
];
const why = () => field("why", "Why", {hint: "Kept with the decision; may stay empty."});
const lead = (claim) => h("p", {}, "The reader has: ", bdi(claim.statement, {class: "name"}));

/** Buttons for a claim's card; none where nothing can be decided. */
export function claimActions(claim) {
  if (!canDecide()) return [];
  const button = (label, run, title) => h("button", {type: "button", class: "quiet", title, on: {click: run}}, label);
  return [
    button("Accept", () => decide("accept", [claim.id]), "The passage says so"),
    button("Reject", () => decide("reject", [claim.id]), "The passage does not say so"),
    button("Correct", () => correctRelation(claim), "Another relation, another firmness, a denial"),
    button("Unsure", () => decide("unsure", [claim.id]), "Somebody else should look"),
    button("Note", () => note(claim), "Words about it")];
}

/** Another relation, polarity or firmness. */
export async function correctRelation(claim) {
  const {relations} = await get("/case");
  const groups = Object.entries(CLASSES).map(([klass, label]) => [
    label, relations.filter((one) => one.klass === klass).map((one) => [one.id, `${one.id.replaceAll("_", " ")} — ${one.means}`]),
  ]);
  const values = await ask("Correct the relation", {
    lead: lead(claim),
    fields: [
      field("relation", "Relation", {kind: "select", choices: groups, value: claim.relation}),
      field("polarity", "The words", {kind: "select", choices: [["yes", "say so"], ["no", "deny it"]], value: claim.polarity}),
      field("firmness", "How firmly", {kind: "select", choices: FIRM, value: claim.firmness}), why(),
    ],
  });
  return values && correct(claim, values, ["relation", "polarity", "firmness"]);
}

/** Another actor on one side. */
export async function correctParty(claim, side) {
  const values = await ask(`Correct the ${side}`, {
    lead: h("p", {}, "Whom do the words ", h("q", {}, bdi(claim[side].words)), " stand for?"),
    fields: [actorField(side, "Actor", {actor: claim[side]}), why()],
    check: (given) => (given[side]?.id ? "" : NOBODY),
  });
  return values && correct(claim, {[side]: values[side].id, why: values.why}, [side], claim[side].id);
}

/** Where the relation holds. */
export async function correctPlace(claim) {
  const {theatres} = await get("/case");
  const known = theatres.map((one) => one.name).join(", ");
  const values = await ask("Set the place", {
    lead: lead(claim),
    fields: [field("place", "Where it holds", {value: claim.place ?? "", hint: known ? `In this case: ${short(known)}. Empty: not said.` : "Empty: not said."}), why()],
  });
  if (!values || values.place === (claim.place ?? "")) return null;
  const after = {place: values.place || null, ...(claim.place_id ? {place_id: null} : {})};
  return decide("correct", [claim.id], after, {why: values.why});
}

/** When it holds. */
export async function correctTime(claim) {
  const {when} = claim;
  const values = await ask("Set the time", {
    lead: lead(claim),
    fields: [
      field("start", "From", {kind: "date", value: when.start, hint: "Empty: open."}), field("end", "To", {kind: "date", value: when.end, hint: "Empty: open."}),
      field("precise", "It holds", {kind: "select", choices: [["yes", "on each of these days"], ["no", "on at least one of them"]], value: when.precise ? "yes" : "no"}),
      field("tense", "Told as", {kind: "select", choices: ["past", "present", "future"], value: when.tense}), why(),
    ],
    check: ({start, end}) => (start && end && end < start ? "It ends before it starts." : ""),
  });
  if (!values) return null;
  const dated = values.start || values.end;
  const after = {
    tense: values.tense, basis: dated ? "stated" : "tense", start: values.start || null, end: values.end || null,
    precise: values.precise === "yes", words: when.words,
  };
  return decide("correct", [claim.id], {when: after}, {why: values.why});
}

/** Who says so: a chain, one speaker a line, the outermost first. */
export async function correctSpeaker(claim) {
  const lines = claim.said_by.map((one) => (one.anonymous ? `${one.name} (unnamed)` : one.name)).join("\n");
  const values = await ask("Set who says so", {
    lead: lead(claim),
    fields: [field("chain", "Speakers", {kind: "area", value: lines, hint: "One a line, the outermost first: who is behind the second is quoted by the first. (unnamed) behind a description. Empty: the document itself."}), why()],
  });
  if (!values) return null;
  const known = new Map(claim.said_by.map((one) => [one.name, one.actor]));
  const chain = values.chain.split("\n").map((line) => line.trim()).filter(Boolean).map((line) => {
    const name = line.replace(/\s*\(unnamed\)$/i, "");
    return {name, actor: known.get(name) ?? null, anonymous: name !== line, span: null};
  });
  return decide("correct", [claim.id], {said_by: chain}, {why: values.why});
}

/** Words about a claim. */
export async function note(claim) {
  const values = await ask("Note", {lead: lead(claim), fields: [field("text", "Note", {kind: "area"})], check: ({text}) => (text ? "" : "Write something.")});
  return values && decide("note", [claim.id], {text: values.text});
}

function correct(claim, values, names, before) {
  const after = Object.fromEntries(names.filter((one) => values[one] !== (before ?? claim[one])).map((one) => [one, values[one]]));
  return Object.keys(after).length ? decide("correct", [claim.id], after, {why: values.why}) : null;
}

function short(text) {
  return text.length > 120 ? `${text.slice(0, 119)}…` : text;
}
