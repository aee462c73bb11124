/** What an address asks, out of the parameters that the snapshot declares for it: as `web/api/asking.py` reads a query. */
import {Problem, written} from "../core/api.js";
import {ordinal} from "./days.js";

const wrong = (detail) => new Problem({status: 400, title: "Bad Request", detail});

/** The values of all parameters by name, defaults filled in. `takes` are the declared ones; days become numbers. */
export function asked(takes, params) {
  const query = written(params), known = new Map(takes.map((one) => [one.name, one])), found = {};
  for (const name of query.keys()) {
    if (!known.has(name)) throw wrong(`'${name.slice(0, 40)}' is no parameter here; what is: ${[...known.keys()].join(", ") || "none"}`);
  }
  for (const one of takes) {
    const values = query.getAll(one.name).map((text) => value(one, text));
    if (values.length > 1 && !one.many) throw wrong(`${one.name} is given ${values.length} times`);
    found[one.name] = values.length === 0 ? one.default ?? (one.many ? [] : null) : one.many ? values : values[0];
  }
  return found;
}

const READERS = {
  string: (text) => text,
  integer: (text) => (/^-?\d+$/.test(text) ? Number(text) : null),
  number: (text) => (text.trim() !== "" && Number.isFinite(Number(text)) ? Number(text) : null),
  date: ordinal,
  boolean: (text) => ({true: true, false: false})[text] ?? null,
};
const WANTED = {integer: "a whole number", number: "a number", date: "a date (YYYY-MM-DD)", boolean: "true or false"};

function value({name, kind, choices, least, most}, text) {
  if (choices.length && !choices.includes(text)) throw wrong(`${name} cannot be '${text.slice(0, 40)}'; choose one of ${choices.join(", ")}`);
  const found = READERS[kind](text);
  if (found === null) throw wrong(`${name} must be ${WANTED[kind]}, not '${text.slice(0, 40)}'`);
  if ((least !== null && found < least) || (most !== null && found > most)) {
    throw wrong(`${name} must be ${most === null ? `at least ${least}` : `between ${least} and ${most}`}`);
  }
  return found;
}
