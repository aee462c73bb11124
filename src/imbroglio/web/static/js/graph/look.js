/** Colours and shapes of the graph, out of the style sheet, so that it follows light and dark. */
const NAMES = {
  page: "--page", ink: "--ink", soft: "--ink-soft", line: "--line", accent: "--accent", supports: "--supports", opposes: "--opposes",
  structure: "--structure", talks: "--talks", 0: "--faction-0", 1: "--faction-1", none: "--faction-none",
};

/** The colours now, each as `#rrggbb`. */
export function palette() {
  const style = getComputedStyle(document.documentElement);
  return Object.fromEntries(Object.entries(NAMES).map(([name, token]) => [name, long(style.getPropertyValue(token).trim())]));
}

const long = (hex) => (/^#[0-9a-f]{3}$/i.test(hex) ? `#${[...hex.slice(1)].map((one) => one + one).join("")}` : hex);

/** A colour over another: what one sees through it. Opaque, since thousands of see-through ties would add up to mud. */
export function through(hex, ground, share) {
  const [a, b] = [hex, ground].map((one) => [1, 3, 5].map((at) => parseInt(one.slice(at, at + 2), 16)));
  return `#${a.map((one, n) => Math.round(one * share + b[n] * (1 - share)).toString(16).padStart(2, "0")).join("")}`;
}

/** The colour of a tie: its sign; paler the fewer the origins, palest where it is never told as a fact. */
export function tieColour({klass, roots, hedged, presupposed}, colours, faint = 1) {
  const sign = {supports: "supports", opposes: "opposes", talk: "talks"}[klass] ?? "structure";
  const strength = hedged || presupposed ? 0.4 : 0.45 + 0.18 * Math.min(3, roots);
  return through(colours[sign], colours.page, strength * faint);
}

/** Draws an actor's name, over a ground that keeps it readable. */
export function drawLabel(pen, data, settings) {
  if (!data.label) return;
  const size = settings.labelSize, text = short(data.label);
  pen.font = `${data.highlighted ? 650 : 500} ${size}px ${settings.labelFont}`;
  const x = data.x + data.size + 4, y = data.y + size / 3;
  pen.lineWidth = 3;
  pen.lineJoin = "round";
  pen.strokeStyle = data.ground;
  pen.strokeText(text, x, y);
  pen.fillStyle = data.labelColour;
  pen.fillText(text, x, y);
}

/** A pointed-at or picked actor: a ring, and its whole name. */
export function drawHover(pen, data, settings) {
  pen.beginPath();
  pen.arc(data.x, data.y, data.size + 3, 0, Math.PI * 2);
  pen.lineWidth = 2;
  pen.strokeStyle = data.labelColour;
  pen.stroke();
  drawLabel(pen, {...data, highlighted: true}, settings);
}

/** Draws the sign of a tie at the middle of its curve, upright. */
export function drawSign(pen, tie, source, target, settings) {
  if (!tie.label) return;
  const dx = target.x - source.x, dy = target.y - source.y;
  if (Math.hypot(dx, dy) < source.size + target.size + 24) return; // no room on so short a tie
  const x = (source.x + target.x) / 2 + (dy * tie.curvature) / 2, y = (source.y + target.y) / 2 - (dx * tie.curvature) / 2;
  pen.font = `${settings.edgeLabelWeight} ${settings.edgeLabelSize}px ${settings.labelFont}`;
  pen.textAlign = "center";
  pen.lineWidth = 4;
  pen.strokeStyle = tie.ground;
  pen.strokeText(tie.label, x, y + 4);
  pen.fillStyle = tie.labelColour;
  pen.fillText(tie.label, x, y + 4);
  pen.textAlign = "start";
}

const short = (name) => (name.length > 34 ? `${name.slice(0, 33)}…` : name);
