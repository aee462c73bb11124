/** Which claims an answer is about: the filters that all views share, as `Book.select` of the server has them. */

const LISTS = ["theatre", "firmness", "outlet", "relation", "klass", "document", "actor"];

/** Places of the claims that pass, in order. */
export function select(book, query) {
  const passes = tests(book, query);
  const found = [];
  for (let place = 0; place < book.claims.length; place += 1) if (passes.every((test) => test(place))) found.push(place);
  return found;
}

/** Whether no filter is set. */
export function unfiltered(book, query) {
  return query.level === "state" && query.background && !query.trust && query.since === null && query.until === null
    && LISTS.every((name) => query[name].length === 0) && (!query.status.length || query.status.join() === book.standing.join());
}

function tests(book, query) {
  const {claims, columns} = book, found = [];
  const among = (values, of) => {
    if (!values.length) return;
    const wanted = new Set(values);
    found.push((place) => wanted.has(of(claims[place])));
  };
  among(query.status.length ? query.status : book.standing, (claim) => claim.status);
  among(query.firmness, (claim) => claim.firmness);
  among(query.relation, (claim) => claim.relation);
  among(query.klass, (claim) => claim.klass);
  among(query.outlet, (claim) => claim.outlet ?? "");
  among(query.document, (claim) => claim.document);
  if (query.theatre.length) {
    const codes = book.within(query.theatre);
    found.push((place) => codes.has(columns.place[place]));
  }
  if (query.since !== null) found.push((place) => columns.until[place] >= query.since);
  if (query.until !== null) found.push((place) => columns.since[place] <= query.until);
  if (query.trust) found.push((place) => columns.trust[place] >= thousandths(query.trust));
  if (!query.background) found.push((place) => !claims[place].background);
  if (query.actor.length) {
    const [subject, object] = book.rolled[query.level], codes = new Set(query.actor.map((id) => book.code(id, query.level)));
    found.push((place) => codes.has(subject[place]) || codes.has(object[place]));
  }
  return found;
}

/** To the nearest, as the server rounds: halves go to the even one. */
function thousandths(number) {
  const whole = Math.round(number * 1000);
  return number * 1000 % 1 === 0.5 && whole % 2 ? whole - 1 : whole;
}

/** Places of the claims between two different parties that may be parties. */
export function between(book, query) {
  const [subject, object] = book.rolled[query.level];
  const out = book.once("no parties", () => new Set(book.out.map((id) => book.codeOf.get(id))));
  return select(book, query).filter((place) => subject[place] !== object[place] && !out.has(subject[place]) && !out.has(object[place]));
}
