/** Elements are made here and nowhere else; text only ever becomes text nodes, so no string can turn into markup. */

const SVG = "http://www.w3.org/2000/svg";
const ADDRESSES = new Set(["href", "src", "action", "formaction", "xlink:href"]);
const SAFE = new Set(["http:", "https:", "blob:", "file:"]);

/** An HTML element. `attrs`: class, dataset: {}, on: {click}, value, and attributes by name; true is an attribute without a value, null and false none. */
export function h(tag, attrs = {}, ...children) {
  return filled(document.createElement(tag), attrs ?? {}, children);
}

/** The same for SVG. */
export function s(tag, attrs = {}, ...children) {
  return filled(document.createElementNS(SVG, tag), attrs ?? {}, children);
}

/** Takes everything out of an element. */
export function clear(element) {
  element.replaceChildren();
  return element;
}

/** Words out of a document, a name or a note: they keep their own direction of writing. */
export const bdi = (text, attrs = {}) => h("bdi", attrs, text);

/** A link out of the explorer; only its words where the address is none of the web. */
export function outward(url, text = url) {
  return /^https?:\/\//i.test(url) ? h("a", {href: url, rel: "noreferrer noopener", target: "_blank"}, bdi(text)) : bdi(text);
}

function filled(element, {on = {}, dataset = {}, ...attrs}, children) {
  for (const [name, listener] of Object.entries(on)) element.addEventListener(name, listener);
  for (const [name, value] of Object.entries(dataset)) if (value !== null && value !== undefined) element.dataset[name] = value;
  for (const [name, value] of Object.entries(attrs)) {
    if (value === null || value === undefined || value === false) continue;
    if (ADDRESSES.has(name) && !safe(value)) continue;
    element.setAttribute(name, value === true ? "" : value);
  }
  for (const child of children.flat(Infinity)) {
    if (child !== null && child !== undefined && child !== false && child !== "") element.append(child instanceof Node ? child : String(child));
  }
  if ("value" in attrs && "value" in element && element.tagName !== "LI") element.value = attrs.value ?? "";
  return element;
}

function safe(address) {
  try {
    return SAFE.has(new URL(address, document.baseURI).protocol);
  } catch {
    return false;
  }
}
