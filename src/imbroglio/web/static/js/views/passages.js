/**
 * A document's text cut where something begins or ends, as elements: claims with their subject, cue and object, and who says
 * what. Offsets count characters (code points) as the API does, not the UTF-16 units of this language's strings.
 */
import {h} from "../core/dom.js";

const ROLES = ["subject", "cue", "object"];
const DEEPEST = 3; // shades of attribution that can be told apart

/** Code points of a text as an array, or the text itself where each is one unit. */
export function characters(text) {
  return /[\ud800-\udfff]/.test(text) ? Array.from(text) : text;
}

/** The words of a span. */
export function words(chars, start, end) {
  const part = chars.slice(start, end);
  return typeof part === "string" ? part : part.join("");
}

/** Paragraphs of the stretch `page` (a DocumentPage), as elements whose parts know their offset (`data-at`) and claims (`data-claims`). */
export function paragraphs(page) {
  const [first, last] = page.span;
  const chars = characters(page.text);
  const marks = [...page.claims.flatMap(ofClaim), ...page.quotations.flatMap((shade) => ofShade(shade, page.quotations)),
    ...page.skip.map(([start, end]) => ({start, end, skip: true}))];
  const cuts = new Set([first, last]);
  for (const {start, end} of marks) for (const cut of [start, end]) if (cut > first && cut < last) cuts.add(cut);
  for (let at = 0; at < chars.length; at += 1) if (chars[at] === "\n") cuts.add(first + at).add(first + at + 1);
  const edges = [...cuts].sort((a, b) => a - b);
  const covering = sweep(marks, edges);
  const found = [];
  let parts = [];
  const flush = () => {
    const unread = parts.every((one) => one.classList.contains("skipped"));
    if (parts.length) found.push(h("p", {dir: "auto", class: unread ? "unread" : null, title: unread ? "Not read: no part of the report" : null}, ...parts));
    parts = [];
  };
  for (let n = 0; n + 1 < edges.length; n += 1) {
    const piece = words(chars, edges[n] - first, edges[n + 1] - first);
    if (piece === "\n") flush();
    else if (piece.trim() || parts.length) parts.push(part(piece, edges[n], covering[n]));
  }
  flush();
  return found;
}

/** For each stretch between two edges, the marks that lie over it. */
function sweep(marks, edges) {
  const starting = [...marks].sort((a, b) => a.start - b.start);
  let next = 0;
  let open = [];
  return edges.slice(0, -1).map((edge) => {
    open = open.filter((mark) => mark.end > edge);
    while (next < starting.length && starting[next].start <= edge) {
      if (starting[next].end > edge) open.push(starting[next]);
      next += 1;
    }
    return open.slice();
  });
}

function ofClaim(claim) {
  const mark = (span, role) => ({start: span[0], end: span[1], claim: claim.id, role});
  return [mark(claim.quote, "quote"), mark(claim.subject.span, "subject"), mark(claim.cue, "cue"), mark(claim.object.span, "object")];
}

function ofShade(shade, all) {
  let depth = 1;
  for (let {parent} = shade; parent !== null && depth < DEEPEST; parent = all[parent].parent) depth += 1;
  const mark = ([start, end], more) => ({start, end, ...more});
  return [...shade.content.map((span) => mark(span, {depth, by: shade.speaker?.name})), ...(shade.source ? [mark(shade.source, {speaks: true})] : [])];
}

/** The smallest piece of text: its classes say which roles it plays; in which claims, `data-claims` and `data-roles` say. */
function part(text, at, marks) {
  const claims = [...new Set(marks.filter((mark) => mark.claim).map((mark) => mark.claim))];
  const roles = ROLES.filter((role) => marks.some((mark) => mark.role === role));
  const depth = Math.max(0, ...marks.map((mark) => mark.depth ?? 0));
  const by = marks.filter((mark) => mark.by).sort((a, b) => b.depth - a.depth).map((mark) => mark.by);
  const classes = [...roles.map((role) => `role-${role}`), depth && `said said-${depth}`, marks.some((mark) => mark.speaks) && "speaks",
    marks.some((mark) => mark.skip) && "skipped", claims.length && "claimed"];
  return h("span", {
    class: classes.filter(Boolean).join(" ") || null, dataset: {at, ...(claims.length ? {claims: claims.join(" ")} : {}),
      ...(roles.length ? {roles: rolesOf(marks)} : {})},
    title: by.length ? `said by ${by.join(", in the words of ")}` : null,
  }, text);
}

/** `claim:role` pairs, for the claim that is looked at. */
function rolesOf(marks) {
  return marks.filter((mark) => ROLES.includes(mark.role)).map((mark) => `${mark.claim}:${mark.role}`).join(" ");
}

/** Shows which words are those of one claim; without a claim, of none. */
export function lookAt(text, id) {
  text.classList.toggle("looking", Boolean(id));
  for (const one of text.querySelectorAll(".in-quote")) one.classList.remove("in-quote", "as-subject", "as-cue", "as-object");
  if (!id) return null;
  let first = null;
  for (const one of text.querySelectorAll(".claimed")) {
    if (!one.dataset.claims.split(" ").includes(id)) continue;
    first ??= one;
    one.classList.add("in-quote");
    for (const pair of (one.dataset.roles ?? "").split(" ")) if (pair.startsWith(`${id}:`)) one.classList.add(`as-${pair.slice(id.length + 1)}`);
  }
  return first;
}

/** The span of characters that is selected inside the text of a DocumentPage, without white space around it; null if none is. */
export function selected(text, page) {
  const selection = getSelection();
  if (!selection.rangeCount || selection.isCollapsed) return null;
  const {startContainer, startOffset, endContainer, endOffset} = selection.getRangeAt(0);
  const ends = [offset(text, startContainer, startOffset), offset(text, endContainer, endOffset)];
  if (ends.includes(null) || ends[1] <= ends[0]) return null;
  const [start, end] = ends.map((at) => at - page.span[0]);
  const told = words(characters(page.text), start, end);
  const lead = told.length - told.trimStart().length;
  const trail = told.length - told.trimEnd().length;
  return told.trim() ? [ends[0] + lead, ends[1] - trail] : null;
}

/** The span of words as they stand in the stretch, the occurrence nearest to a place; null if they do not. */
export function spanOf(told, page, near) {
  const text = characters(page.text);
  const whole = typeof text === "string" ? text : text.join("");
  let best = null;
  for (let at = whole.indexOf(told); told && at >= 0; at = whole.indexOf(told, at + 1)) {
    const start = page.span[0] + (typeof text === "string" ? at : Array.from(whole.slice(0, at)).length);
    if (!best || Math.abs(start - near) < Math.abs(best[0] - near)) best = [start, start + Array.from(told).length];
  }
  return best;
}

function offset(text, node, at) {
  const element = node.nodeType === Node.TEXT_NODE ? node.parentElement : node;
  if (!text.contains(element)) return null;
  const piece = element.closest("[data-at]");
  if (piece) return Number(piece.dataset.at) + Array.from(piece.textContent.slice(0, node.nodeType === Node.TEXT_NODE ? at : at && Infinity)).length;
  const next = [...text.querySelectorAll("[data-at]")].find((one) => range(node, at).comparePoint(one, 0) >= 0);
  return next ? Number(next.dataset.at) : null;
}

function range(node, at) {
  const made = document.createRange();
  made.setStart(node, at);
  made.collapse(true);
  return made;
}
