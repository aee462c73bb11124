/** The time slider: the graph as it is said to be on a day, or at any time; it can be set running. */
import {h} from "../core/dom.js";
import {iso, said, ticks} from "../core/days.js";

const FRAMES = 120, PAUSE = 80; // steps of the whole span, milliseconds between two

/** `{element, set(day), stop()}`; `onDay` gets days since 1970, or null for any time. */
export function clock([first, last], start, onDay) {
  let at = start, timer = 0;
  const step = Math.max(1, Math.round((last - first) / FRAMES));
  const told = h("output", {class: "clock-day", for: "clock"});
  const slider = h("input", {id: "clock", type: "range", min: first, max: last, step: 1, value: start ?? last, "aria-label": "Day", on: {input: () => { halt(); show(Number(slider.value)); }}});
  const any = h("button", {type: "button", id: "clock-any", on: {click: () => { halt(); show(null); }}}, "Any time");
  const play = h("button", {type: "button", id: "clock-play", class: "clock-play", on: {click: () => (timer ? halt() : run())}});
  const marks = ticks(first, last, 6).map(({day, text}) => {
    const mark = h("span", {"aria-hidden": "true"}, text);
    mark.style.setProperty("--at", (day - first) / (last - first || 1));
    return mark;
  });
  const element = h("div", {class: "clock", role: "group", "aria-label": "Time"}, any, play, h("div", {class: "clock-track"}, slider, h("div", {class: "clock-marks"}, marks)), told);

  function show(day, quiet = false) {
    at = day;
    any.setAttribute("aria-pressed", String(day === null));
    element.classList.toggle("any", day === null);
    if (day !== null) slider.value = day;
    slider.setAttribute("aria-valuetext", day === null ? "any time" : said(iso(day)));
    told.textContent = day === null ? "Ties of any time" : said(iso(day));
    if (!quiet) onDay(day);
  }
  function run() {
    if (at === null || at >= last) show(first);
    timer = setInterval(() => { show(Math.min(last, at + step)); if (at >= last) halt(); }, PAUSE);
    label();
  }
  function halt() {
    clearInterval(timer);
    timer = 0;
    label();
  }
  function label() {
    play.textContent = timer ? "Pause" : "Play";
  }
  label();
  show(start, true);
  return {element, toggle: () => play.click(), move: (by) => { halt(); show(Math.min(last, Math.max(first, (at ?? last) + by * step))); }, stop: halt};
}
