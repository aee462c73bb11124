/** Who is who: dialogs that merge, split, rename and re-parent actors. Each gives what was made, or null. */
import {get} from "./api.js";
import {decide} from "./decide.js";
import {ask, field} from "./dialog.js";
import {bdi, h} from "./dom.js";
import {NOBODY, actorField} from "./pick.js";

const why = () => field("why", "Why", {hint: "Kept with the decision; may stay empty."});
const name = (actor) => bdi(actor.name, {class: "name"});

/** The actor takes in another: both are one, under this one's name. */
export async function merge(actor) {
  const values = await ask("Merge two actors", {
    lead: h("p", {}, "Another name of ", name(actor), ". What is said of it is counted as said of this one; its names are kept."),
    fields: [actorField("other", "Who is the same", {without: actor.id}), why()], submit: "Merge",
    check: ({other}) => (other?.id ? "" : NOBODY),
  });
  return values && decide("merge", [actor.id, values.other.id], {}, {why: values.why});
}

/** In some claims it is somebody else. */
export async function split(actor) {
  const {claims} = await get("/claims", {actor: actor.id, level: "actor", limit: 100, sort: "date"});
  const boxes = claims.filter((claim) => [claim.subject.id, claim.object.id].includes(actor.id)).map((claim) => {
    const input = h("input", {type: "checkbox", value: claim.id});
    return {input, row: h("label", {class: "check"}, input, h("span", {}, bdi(claim.statement), h("small", {}, bdi(claim.source))))};
  });
  const chosen = {
    name: "claims", element: h("fieldset", {class: "checks"}, h("legend", {}, "In which claims"), ...boxes.map(({row}) => row)),
    value: () => boxes.filter(({input}) => input.checked).map(({input}) => input.value),
  };
  const values = await ask("Split an actor", {
    lead: h("p", {}, "Somebody else who was taken for ", name(actor), "."),
    fields: [field("name", "Name of the other"), chosen, why()], submit: "Split",
    check: (given) => (!given.name ? "Give the other a name." : given.claims.length ? "" : "Choose the claims in which it is the other."),
  });
  return values && decide("split", [actor.id], {name: values.name, claims: values.claims}, {why: values.why});
}

/** Another preferred name; the old one stays among the names. */
export async function rename(actor) {
  const values = await ask("Rename an actor", {
    lead: h("p", {}, name(actor), " keeps this name beside the new one."), fields: [field("name", "Preferred name", {value: actor.name}), why()],
    submit: "Rename", check: (given) => (!given.name ? "Give a name." : given.name === actor.name ? "That is its name already." : ""),
  });
  return values && decide("rename", [actor.id], {name: values.name}, {why: values.why});
}

/** It is part of another actor, or of none. */
export async function reparent(actor) {
  const values = await ask("Part of", {
    lead: h("p", {}, "What is ", name(actor), " part of? It is taken out of whatever it was part of before."),
    fields: [actorField("parent", "The whole", {without: actor.id, hint: "Empty: part of nothing."}), why()], submit: "Save",
    check: ({parent}) => (parent && !parent.id ? NOBODY : ""),
  });
  return values && decide("reparent", [actor.id], {parent: values.parent?.id ?? null}, {why: values.why});
}

/** Words about an actor. */
export async function noteActor(actor) {
  const values = await ask("Note", {
    lead: h("p", {}, "About ", name(actor)), fields: [field("text", "Note", {kind: "area"})], check: ({text}) => (text ? "" : "Write something."),
  });
  return values && decide("note", [actor.id], {text: values.text});
}
