/** The matrix as one SVG picture, to be saved. */
import {s} from "../core/dom.js";
import {glyph} from "../core/signs.js";

const CELL = 22, MARK = 18, NAMES = 200, LONGEST = 28;
const AWAY = 10_000; // milliseconds for which the picture is in the page, so that its look can be read off

/** An element that stands in the page, out of sight, for a moment. */
export function picture({actors, cells}) {
  const size = NAMES + actors.length * CELL + 8;
  const middle = (n) => NAMES + n * CELL + CELL / 2;
  const short = ({name}) => (name.length > LONGEST ? `${name.slice(0, LONGEST - 1)}…` : name);
  const svg = s("svg", {class: "matrix-picture", width: size, height: size, viewBox: `0 0 ${size} ${size}`},
    s("rect", {class: "ground", width: size, height: size}),
    actors.map((actor, n) => [
      s("text", {x: NAMES - 8, y: middle(n) + 4, "text-anchor": "end"}, short(actor)),
      s("text", {transform: `translate(${middle(n) + 4} ${NAMES - 8}) rotate(-90)`}, short(actor)),
      s("rect", {class: "same", x: middle(n) - CELL / 2, y: middle(n) - CELL / 2, width: CELL, height: CELL}),
    ]),
    Array.from({length: actors.length + 1}, (_, n) => s("path", {class: "rule", d: `M${NAMES} ${NAMES + n * CELL}H${size - 8}M${NAMES + n * CELL} ${NAMES}V${size - 8}`})),
    cells.map((cell) => {
      const mark = glyph(cell, MARK);
      mark.setAttribute("x", middle(cell.column) - MARK / 2);
      mark.setAttribute("y", middle(cell.row) - MARK / 2);
      return mark;
    }));
  document.body.append(svg);
  setTimeout(() => svg.remove(), AWAY);
  return svg;
}
