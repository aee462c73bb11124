/** The API, answered from the snapshot that lies in an exported file. Decisions have no address here. */
import {Problem} from "../core/api.js";
import {actor, actors} from "./actors.js";
import {asked} from "./asked.js";
import {Book} from "./book.js";
import {chains, flows} from "./chains.js";
import {claim, claims, tie} from "./claims.js";
import {document, documents, places} from "./documents.js";
import {decisions, finding, findings, queue} from "./findings.js";
import {graph, matrix} from "./matrix.js";
import {search} from "./search.js";

const ANSWERS = {
  "/case": (book) => book.summary,
  "/matrix": matrix, "/claims": claims, "/claims/{id}": claim, "/findings": findings, "/findings/{id}": finding, "/tie/{one}/{other}": tie,
  "/actors": actors, "/actors/{id}": actor, "/documents": documents, "/documents/{id}": document, "/graph": graph,
  "/chains/{one}/{other}": chains, "/flows": flows, "/places": places, "/search": search, "/queue": queue, "/decisions": decisions,
};

/** A function that answers `(path, params)` as the API does. */
export function answers(snapshot) {
  const book = new Book(snapshot);
  const addresses = snapshot.addresses.map(({path, takes}) => ({path, takes, segments: path.split("/")}));
  return async (path, params = {}) => {
    const given = path.split("/");
    const found = addresses.find(({segments}) => segments.length === given.length && segments.every((one, n) => one.startsWith("{") || one === given[n]));
    if (!found) throw new Problem({status: 404, title: "Not Found", detail: `there is nothing at ${path.slice(0, 200)}`});
    const values = asked(found.takes, params);
    found.segments.forEach((one, n) => {if (one.startsWith("{")) values[one.slice(1, -1)] = decodeURIComponent(given[n]);});
    return ANSWERS[found.path](book, values, values);
  };
}
