/** Dialogs: the browser's own <dialog>, so focus, Escape and what lies behind are taken care of. */
import {h} from "./dom.js";

let count = 0;

/** Opens a modal dialog of a title and content; `close` is called with the value that closed it, once. */
export function open(title, content, {wide = false, name = "", close = () => {}} = {}) {
  if (name && document.querySelector(`dialog[open][data-name="${name}"]`)) return null;
  const id = `dialog-${(count += 1)}`;
  const cross = h("button", {type: "button", class: "dialog-close", "aria-label": "Close", on: {click: () => box.close("")}}, "×");
  const box = h("dialog", {class: wide ? "dialog wide" : "dialog", tabindex: "-1", "aria-labelledby": id, dataset: {name}},
    h("header", {}, h("h2", {id}, title), cross), content);
  const back = document.activeElement;
  box.addEventListener("close", () => {
    box.remove();
    if (back?.isConnected) back.focus();
    close(box.returnValue);
  });
  box.addEventListener("click", (event) => {
    if (event.target === box) box.close("");
  });
  document.body.append(box);
  box.showModal();
  (box.querySelector("[data-first], input, select, textarea") ?? box).focus();
  return box;
}

/**
 * Asks for some values. `fields` are made by `field` or `actorField`; the promise gives their values by name, or null.
 * `check(values)` may return a sentence that says what is missing; nothing that was typed is lost then.
 */
export function ask(title, {lead = null, fields = [], submit = "Save", check = () => ""} = {}) {
  return new Promise((resolve) => {
    const wrong = h("p", {class: "dialog-wrong", role: "alert"});
    let given = null;
    const send = async (event) => {
      event.preventDefault();
      try {
        const values = Object.fromEntries(await Promise.all(fields.map(async (one) => [one.name, await one.value()])));
        wrong.textContent = check(values);
        if (wrong.textContent) return;
        given = values;
        box.close("given");
      } catch (problem) {
        wrong.textContent = problem.message;
      }
    };
    const form = h("form", {method: "dialog", on: {submit: send}},
      lead && h("div", {class: "dialog-lead"}, lead), ...fields.map((one) => one.element), wrong,
      h("footer", {},
        h("button", {type: "button", class: "quiet", on: {click: () => box.close("")}}, "Cancel"),
        h("button", {type: "submit", class: "primary"}, submit)));
    form.addEventListener("keydown", (event) => {
      if (event.key !== "Enter" || !(event.ctrlKey || event.metaKey || event.target.tagName === "SELECT")) return;
      event.preventDefault();
      form.requestSubmit();
    });
    const box = open(title, form, {close: () => resolve(given)});
  });
}

/** A labelled control for `ask`: `{name, element, value()}`. `kind` is text, area, date or select (with `choices`). */
export function field(name, label, {kind = "text", value = "", choices = [], hint = ""} = {}) {
  const id = `field-${(count += 1)}`;
  const described = hint ? {"aria-describedby": `${id}-hint`} : {};
  const control = {
    area: () => h("textarea", {id, rows: "3", ...described}),
    select: () => h("select", {id, ...described}, ...choices.map(option)),
  }[kind]?.() ?? h("input", {id, type: kind, autocomplete: "off", ...described});
  control.value = value ?? "";
  const told = hint && h("small", {id: `${id}-hint`}, hint);
  return {name, control, element: h("p", {class: "field"}, h("label", {for: id}, label), control, told), value: () => control.value.trim()};
}

/** A choice is a value, or [value, label], or [group, [choices]]. */
function option(choice) {
  const [value, label] = Array.isArray(choice) ? choice : [choice, choice];
  return Array.isArray(label) ? h("optgroup", {label: value}, ...label.map(option)) : h("option", {value}, label);
}
