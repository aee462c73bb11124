/** A span of time to choose: two handles over the months, and under them how many documents each month has. */
import {h, s} from "./dom.js";
import {change} from "./address.js";

/** The slider and two date fields for what the address asks. Claims may speak of times before the first document: its left end is open. */
export function timeRange(summary, query) {
  const months = allMonths(summary.months);
  const last = months.length - 1;
  const since = handle("since", "Earliest month", months, query.since ? place(months, query.since) : 0);
  const until = handle("until", "Latest month", months, query.until ? place(months, query.until) : last);
  const told = h("output", {class: "range-told"});
  const show = () => {
    if (+since.value > +until.value) [since.value, until.value] = [until.value, since.value];
    told.textContent = `${+since.value === 0 && !query.since ? "any time" : spelled(months[since.value].month)} – ${+until.value === last && !query.until ? "today" : spelled(months[until.value].month)}`;
    pictured.querySelectorAll("rect").forEach((bar, n) => bar.classList.toggle("in", n >= +since.value && n <= +until.value));
    for (const one of [since, until]) one.setAttribute("aria-valuetext", spelled(months[one.value].month));
  };
  const take = () => change({
    since: +since.value === 0 ? null : `${months[since.value].month}-01`, until: +until.value === last ? null : lastDay(months[until.value].month),
  });
  const pictured = histogram(months);
  for (const one of [since, until]) {
    one.addEventListener("input", show);
    one.addEventListener("change", take);
  }
  show();
  return h("div", {class: "range"}, told, h("div", {class: "range-track"}, pictured, last > 0 && [since, until]),
    h("small", {}, "Bars: documents by month of publication. Kept is what may hold on some day of the span."),
    h("div", {class: "range-days"}, day("since", "From", query.since), day("until", "To", query.until)));
}

function handle(key, label, months, value) {
  return h("input", {type: "range", id: `range-${key}`, class: `range-${key}`, "aria-label": label, min: 0, max: Math.max(months.length - 1, 0), step: 1, value});
}

function day(key, label, value) {
  return h("label", {}, label, h("input", {type: "date", id: `range-${key}-day`, value: value ?? "", on: {change: (event) => change({[key]: event.target.value || null})}}));
}

function histogram(months) {
  const most = Math.max(...months.map(({documents}) => documents), 1);
  return s("svg", {class: "range-months", viewBox: `0 0 ${months.length} 10`, preserveAspectRatio: "none", "aria-hidden": "true"},
    months.map(({documents}, n) => s("rect", {x: n + 0.1, width: 0.8, y: 10 - (documents / most) * 10, height: (documents / most) * 10})));
}

/** Every month between the first and the last, those without documents too. */
function allMonths(months) {
  const counts = new Map(months.map(({month, documents}) => [month, documents]));
  const found = [];
  const [first, last] = [months[0].month, months.at(-1).month].map(ordinal);
  for (let at = first; at <= last; at += 1) {
    const month = `${String(Math.floor(at / 12)).padStart(4, "0")}-${String((at % 12) + 1).padStart(2, "0")}`;
    found.push({month, documents: counts.get(month) ?? 0});
  }
  return found;
}

const ordinal = (month) => Number(month.slice(0, 4)) * 12 + Number(month.slice(5, 7)) - 1;
const place = (months, date) => Math.max(0, Math.min(months.length - 1, ordinal(date) - ordinal(months[0].month)));
const spelled = (month) => new Date(`${month}-01T00:00:00Z`).toLocaleDateString("en", {month: "short", year: "numeric", timeZone: "UTC"});
const lastDay = (month) => new Date(Date.UTC(month.slice(0, 4), Number(month.slice(5, 7)), 0)).toISOString().slice(0, 10);
