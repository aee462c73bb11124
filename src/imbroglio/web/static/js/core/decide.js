/** Decisions: each is sent with the number of the last one that the page has shown, so that nobody writes over what they have not seen. */
import {refresh} from "./address.js";
import {post} from "./api.js";
import {conflict} from "./conflict.js";
import {ask, field} from "./dialog.js";
import {toast} from "./toast.js";

export {merge, noteActor, rename, reparent, split} from "./people.js";
export {claimActions, correctParty, correctPlace, correctRelation, correctSpeaker, correctTime, note} from "./corrections.js";

let shown = 0; // the page shows the case as of this decision
const own = new Map(); // what we decided about since, by target: its number

/** Says which state of the log the page shows; views call it with the `log` of what they fetched. */
export function seen(log) {
  shown = Math.max(shown, log);
}

/** Called by the page with what it shows whenever that changed. */
export function slot(_, {summary}) {
  seen(summary.log);
}

/** Whether decisions may be taken here at all. */
export function canDecide() {
  return document.body.dataset.readOnly !== "true" && !window.imbroglioOffline;
}

/** The name that decisions are signed with in this browser; empty for the server's own. */
export function signature(name) {
  if (name !== undefined) localStorage.setItem("imbroglio.who", name.trim());
  return localStorage.getItem("imbroglio.who") ?? "";
}

export async function askSignature() {
  const values = await ask("Who decides?", {
    lead: "Decisions carry this name. It is kept in this browser.", submit: "Sign with it",
    fields: [field("who", "Your name", {value: signature(), hint: "Empty: the name of whoever runs the explorer."})],
  });
  if (values) signature(values.who);
  return values !== null;
}

/**
 * Takes a decision. Gives what was made, or null if it was not: refused (the reason is shown), in conflict and given up.
 * Afterwards the document hears `decided`, with what was made, and the view is brought up to date.
 */
export async function decide(kind, targets, after = {}, {why = ""} = {}) {
  return write("/decisions", {kind, targets, after, why}, targets);
}

/** Takes back a decision, by default the last own one. */
export async function undo(decision = null) {
  return write("/undo", decision ? {decision: decision.id} : {}, decision?.targets ?? [], "Nothing to undo");
}

export async function redo(decision = null) {
  return write("/redo", decision ? {decision: decision.id} : {}, decision?.targets ?? [], "Nothing to redo");
}

async function write(path, body, about, nothing = "") {
  if (!canDecide()) {
    toast("This explorer is read-only: decisions cannot be taken here.");
    return null;
  }
  const who = signature();
  const sent = {...body, seen: sight(about), ...(who ? {who} : {})};
  try {
    return made(path, await post(path, sent), about);
  } catch (problem) {
    if (problem.status === 409) {
      const again = await conflict(problem, sent);
      if (!again) return null;
      seen(problem.about.log);
      return write(path, body, about, nothing);
    }
    const none = nothing && problem.status === 422;
    toast(none ? `${nothing}: ${problem.detail}` : `Not saved: ${problem.detail ?? problem.message}`, {wrong: !none, lasting: !none});
    return null;
  }
}

/** The last decision that was seen about these. An undo without a decision is about what one did oneself. */
function sight(about) {
  const since = about.length ? about.map((target) => own.get(target) ?? 0) : [...own.values()];
  return Math.max(shown, about.length ? Math.min(...since) : Math.max(0, ...since));
}

function made(path, answer, about) {
  const {decision} = answer;
  for (const target of [...about, ...decision.targets, decision.id]) own.set(target, answer.log);
  if (answer.log === shown + 1) shown = answer.log;
  const back = path === "/decisions" ? {label: "Undo", run: () => undo({id: decision.id, targets: [...decision.targets, decision.id]})} : null;
  toast(decision.says.charAt(0).toUpperCase() + decision.says.slice(1), {action: back});
  document.dispatchEvent(new CustomEvent("decided", {detail: answer}));
  refresh();
  return answer;
}
