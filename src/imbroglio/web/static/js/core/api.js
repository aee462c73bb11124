/** The JSON API. In an exported file the same questions are answered from what lies in it. */

/** What the API says went wrong (RFC 9457): `status`, `title`, `detail`, and for conflicts what came between (`about`). */
export class Problem extends Error {
  constructor({status = 0, title = "It failed", detail = "", ...more} = {}) {
    super(detail || title);
    Object.assign(this, {status, title, detail: detail || title, about: more});
  }
}

/** A path of the API or of a page with ids in it: `at("tie", one, other)` is `/tie/…/…`. */
export const at = (...segments) => `/${segments.map(encodeURIComponent).join("/")}`;

/** The answer at a path. `params` are strings, numbers or lists of them; empty ones are left out. */
export async function get(path, params = {}) {
  const offline = window.imbroglioOffline;
  if (offline) return offline.answer(path, params);
  return answered(() => fetch(href(path, params), {headers: {Accept: "application/json"}}));
}

/** Sends something to be written. */
export async function post(path, body) {
  return answered(() => fetch(`/api${path}`, {method: "POST", headers: {"Content-Type": "application/json"}, body: JSON.stringify(body)}));
}

/** The address of an answer, in another format where one is named: for downloads. Null in an exported file, which has none. */
export function href(path, params = {}, format = "") {
  if (format && window.imbroglioOffline) return null;
  const query = written(format ? {...params, format} : params).toString();
  return `/api${path}${query && "?"}${query}`;
}

/** The address of the whole explorer as one file. An exported file is one already. */
export const whole = () => (window.imbroglioOffline ? null : "/export.html");

/** Parameters as they stand in an address. */
export function written(params) {
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries(params)) {
    for (const one of Array.isArray(value) ? value : [value]) if (one !== null && one !== undefined && one !== "") query.append(name, one);
  }
  return query;
}

async function answered(ask) {
  let answer;
  try {
    answer = await ask();
  } catch {
    throw new Problem({title: "No answer", detail: "The explorer does not answer. Is `imbroglio serve` still running? Start it again and reload."});
  }
  const told = await answer.json().catch(() => ({}));
  if (!answer.ok) throw new Problem({status: answer.status, title: answer.statusText, ...told});
  return told;
}
