/** Search: actors, places, claims and documents that bear the words. `/` opens it over any view; it is a view of its own, too. */
import {go, keep} from "../core/address.js";
import {get} from "../core/api.js";
import {open} from "../core/dialog.js";
import {bdi, clear, h} from "../core/dom.js";
import {head, spoken} from "../core/parts.js";

const WAIT = 120; // milliseconds after the last key
const KINDS = [["actor", "Actors"], ["place", "Places"], ["claim", "Claims"], ["document", "Documents"]];
let count = 0;

export async function view(root, {state}) {
  const q = state.query.q ?? "";
  const part = field(q, 20, (words) => {
    document.title = `${words ? `Search: ${words.slice(0, 60)}` : "Search"} – Imbroglio`;
    keep({q: words});
  });
  clear(root).append(head("Search"), part.element);
  await part.look();
  part.input.focus();
  return {
    update({query}) {
      if ((query.q ?? "") === part.input.value.trim()) return;
      part.input.value = query.q ?? "";
      return part.look();
    },
  };
}

/** The search over whatever is shown. */
export function overlay() {
  const part = field("", 5);
  const box = open("Search", h("div", {class: "search-over"}, part.element, h("p", {class: "search-foot"}, h("kbd", {}, "↑"), h("kbd", {}, "↓"), " choose ", h("kbd", {}, "↵"), " open ", h("kbd", {}, "esc"), " close")),
    {wide: true, name: "search"});
  box?.addEventListener("click", (event) => {
    if (event.target.closest("a")) box.close("");
  });
}

/** A field and what it finds, moved through with the arrow keys; `told` hears what is looked for. */
function field(q, limit, told = () => {}) {
  const id = `search-${(count += 1)}`;
  const input = h("input", {id, type: "search", autocomplete: "off", spellcheck: "false", placeholder: "Actor, place, words of a report", "aria-label": "Search the case", dataset: {first: ""}});
  input.value = q;
  const results = h("div", {class: "search-results"});
  const said = h("p", {class: "search-said", role: "status"});
  let timer = 0;

  const look = async () => {
    const words = input.value.trim();
    told(words);
    const {hits} = words ? await get("/search", {q: words, limit}) : {hits: []};
    if (words !== input.value.trim()) return;
    said.textContent = !words ? "" : hits.length ? `${hits.length} found` : `Nothing bears “${words.slice(0, 60)}”. All words must occur; try fewer.`;
    clear(results).append(...KINDS.map(([kind, label]) => group(label, hits.filter((hit) => hit.kind === kind))).filter(Boolean));
  };
  input.addEventListener("input", () => {
    clearTimeout(timer);
    timer = setTimeout(look, WAIT);
  });
  const element = h("div", {class: "search", on: {keydown: move}}, input, said, results);
  return {element, input, look};

  function move(event) {
    const links = [...results.querySelectorAll("a")];
    const at = links.indexOf(document.activeElement);
    if (event.key === "Enter" && event.target === input && links[0]) {
      event.preventDefault();
      element.closest("dialog")?.close("");
      go(links[0].getAttribute("href"));
    } else if (event.key === "ArrowDown" || event.key === "ArrowUp") {
      event.preventDefault();
      const next = event.key === "ArrowDown" ? at + 1 : at - 1;
      (links[next] ?? (next < 0 ? input : links.at(-1)) ?? input).focus();
    }
  }
}

function group(label, hits) {
  if (!hits.length) return null;
  return h("section", {class: "hits"}, h("h2", {}, label), h("ul", {}, ...hits.map((hit) => h("li", {}, h("a", {href: (window.imbroglioOffline ? "#" : "") + hit.url},
    bdi(titled(hit), {class: "hit-title", title: titled(hit)}), bdi(hit.detail, {class: "hit-detail"}), hit.pieces.length > 0 && excerpt(hit))))));
}

/** A claim's relation is said as a reader says it. */
const titled = ({kind, title}) => (kind === "claim" ? title.replace(/→ (?:not: )?\w+ →/, spoken) : title);

function excerpt(hit) {
  return h("q", {class: "hit-words", dir: "auto"}, ...hit.pieces.map((piece) => {
    if (hit.kind === "claim") return piece.part ? h("span", {class: `role-${piece.part}`}, piece.words) : piece.words;
    return piece.part ? h("mark", {}, piece.words) : piece.words;
  }));
}
