/** A view taken along: its address, footnotes, table and picture. */
import {whole} from "./api.js";
import {h} from "./dom.js";

const NOTES = [["markdown", "Footnotes (Markdown)"], ["bibtex", "References (BibTeX)"], ["csl-json", "References (CSL-JSON)"]];
/** What of a picture's look stands in style sheets and has to travel inside the file. */
const LOOK = [
  "fill", "fill-opacity", "stroke", "stroke-width", "stroke-opacity", "stroke-dasharray", "stroke-linecap", "stroke-linejoin",
  "opacity", "font-family", "font-size", "font-weight", "font-style", "text-anchor", "dominant-baseline", "letter-spacing",
  "display", "visibility", "paint-order", "mix-blend-mode",
];
const SCALE = 2; // pixels of a PNG for one of the page

/**
 * A menu that offers what the view can give.
 * `csv` is the table's address; `links` gives the address of the footnotes in a format (a function, or an object by format);
 * `svg` gives the SVG element shown; `png` gives a canvas, and is made from `svg` where it is left out.
 */
export function saveMenu({csv, links, svg, png, label = "Save"} = {}) {
  const status = h("span", {class: "save-status", role: "status"});
  const address = (format) => (typeof links === "function" ? links(format) : links?.[format]);
  const picture = png ?? (svg && (() => canvasOf(svg())));
  const act = (text, deed) =>
    h("li", {}, h("button", {type: "button", on: {click: async () => (status.textContent = (await told(deed)) ?? "")} }, text));
  const get = (text, href) => href && h("li", {}, h("a", {href, download: ""}, text));
  const menu = h("details", {class: "menu save"},
    h("summary", {}, label),
    h("ul", {},
      act("Copy link", copyLink),
      ...NOTES.map(([format, text]) => links && get(text, address(format))),
      get("Table (CSV)", csv),
      picture && act("Picture (PNG)", async () => download(await blobOf(await picture()), "png")),
      svg && act("Picture (SVG)", () => download(new Blob([standalone(svg())], {type: "image/svg+xml"}), "svg")),
      get("All of the explorer, as one file (HTML)", whole()),
      act("Print", () => {menu.open = false; window.print();})),
    status);
  menu.addEventListener("keydown", (event) => {if (event.key === "Escape" && menu.open) {event.stopPropagation(); shut(menu);} });
  menu.addEventListener("focusout", ({relatedTarget}) => {if (relatedTarget && !menu.contains(relatedTarget)) menu.open = false;});
  return menu;
}

function shut(menu) {
  menu.open = false;
  menu.querySelector("summary").focus();
}

async function told(deed) {
  try {
    return await deed();
  } catch (error) {
    return `That did not work: ${error.message}`;
  }
}

async function copyLink() {
  try {
    await navigator.clipboard.writeText(location.href);
    return "Link copied.";
  } catch {
    return `Copy it from here: ${location.href}`; // a page that was not opened over https or on this machine may not write there
  }
}

/** Has the browser keep a blob under the page's name. */
export function download(blob, extension) {
  const href = URL.createObjectURL(blob);
  const name = document.title.replace(/[^\p{L}\p{N}]+/gu, "-").replace(/^-+|-+$/g, "").slice(0, 80).toLowerCase() || "imbroglio";
  h("a", {href, download: `${name}.${extension}`}).click();
  setTimeout(() => URL.revokeObjectURL(href), 60_000);
}

/** The text of an SVG file that looks as the element does now. */
export function standalone(svg) {
  const copy = svg.cloneNode(true);
  const {width, height} = svg.getBoundingClientRect();
  const copies = [copy, ...copy.querySelectorAll("*")];
  [svg, ...svg.querySelectorAll("*")].forEach((one, n) => {
    const look = getComputedStyle(one);
    for (const name of LOOK) copies[n].setAttribute(name, look.getPropertyValue(name));
    copies[n].removeAttribute("style");
  });
  copy.setAttribute("width", width);
  copy.setAttribute("height", height);
  copy.setAttribute("xmlns", "http://www.w3.org/2000/svg");
  return new XMLSerializer().serializeToString(copy);
}

async function canvasOf(svg) {
  const href = URL.createObjectURL(new Blob([standalone(svg)], {type: "image/svg+xml"}));
  try {
    const image = new Image();
    image.src = href;
    await image.decode();
    const {width, height} = svg.getBoundingClientRect();
    return onPaper(width, height, (pen) => pen.drawImage(image, 0, 0, width, height));
  } finally {
    URL.revokeObjectURL(href);
  }
}

/** A canvas with the page's ground, in pixels of a sharp screen, on which `draw` has drawn. */
export function onPaper(width, height, draw) {
  const canvas = document.createElement("canvas");
  canvas.width = width * SCALE;
  canvas.height = height * SCALE;
  const pen = canvas.getContext("2d");
  pen.scale(SCALE, SCALE);
  pen.fillStyle = getComputedStyle(document.body).backgroundColor;
  pen.fillRect(0, 0, width, height);
  draw(pen);
  return canvas;
}

const blobOf = (canvas) =>
  new Promise((done, fail) => canvas.toBlob((blob) => (blob ? done(blob) : fail(new Error("the picture is too large"))), "image/png"));
