"""Turns actor entries, as people write them, into complete rows; gives every state its usual bodies."""

from __future__ import annotations

import re
import unicodedata
from calendar import monthrange
from collections import defaultdict
from collections.abc import Iterable, Iterator
from typing import Any

from imbroglio.errors import KnowledgeError
from imbroglio.model import ActorKind

Entry = dict[str, Any]

NAME_ROLES = {
    "aliases": "alias",
    "acronyms": "acronym",
    "demonyms": "demonym",
    "capitals": "capital",
    "metonyms": "metonym",
    "former": "former",
}
BONDS = ("part_of", "leads", "renamed")
OTHER = ("id", "name", "kind", "country", "ids", "ambiguous", "adjectives", "bodies", "body")
FIELDS = {*OTHER, *NAME_ROLES, *BONDS}
KINDS = {kind.value for kind in ActorKind}
_SLUG = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*$")
_DATE = re.compile(r"(\d{4})(?:-(\d\d))?(?:-(\d\d))?$")


def checked(entry: Any, file: str) -> Entry:
    """The entry with its file's name, or `KnowledgeError` if its form is wrong."""
    ident = entry.get("id") if isinstance(entry, dict) else None
    if not isinstance(ident, str) or not _SLUG.match(ident):
        raise _wrong(file, ident or entry, "needs an id of small letters, digits and hyphens: 'id: badr-organization'")
    if not isinstance(entry.get("name"), str):
        raise _wrong(file, ident, "needs a name; put one that YAML would read as a number or as null in quotes")
    if unknown := set(entry) - FIELDS:
        raise _wrong(file, ident, f"unknown field {', '.join(sorted(unknown))}; use {', '.join(sorted(FIELDS))}")
    if entry.get("kind", "other") not in KINDS:
        raise _wrong(file, ident, f"unknown kind {entry['kind']!r}; use one of {', '.join(sorted(KINDS))}")
    return {**entry, "file": file}


def _wrong(file: str, entry: Any, problem: str) -> KnowledgeError:
    return KnowledgeError(f"{file}, entry {entry}: {problem}")


def with_bodies(entries: Iterable[Entry], templates: list[Entry]) -> Iterator[Entry]:
    """The entries, and for every state the bodies of the templates.

    An entry that says `body: military` takes the place of the default body of its country and also bears its names. A
    regular name that some entry gives as its own ("Iraqi Army") goes to that entry, written small ("Iraqi army") too.
    """
    entries = list(entries)
    own = {(country(e), e["body"]): e["id"] for e in entries if "body" in e}
    taken = {text_of(n).lower(): e["id"] for e in entries for n in (e["name"], *e.get("aliases", []))}
    adopted: defaultdict[str, list[str]] = defaultdict(list)
    made: list[Entry] = []
    for state in entries:
        for template in templates if state.get("kind") == "state" else ():
            names: list[str] = []
            for name in body_names(state, template):
                bearer = taken.get(name.lower()) or own.get((state["id"], template["body"]))
                (adopted[bearer] if bearer else names).append(name)
            if names and template["body"] in state.get("bodies", [t["body"] for t in templates]):
                made.append(_body(state, template, names))
    for entry in entries:
        yield {**entry, "aliases": [*entry.get("aliases", []), *adopted[entry["id"]]]}
    yield from made


def body_names(state: Entry, template: Entry) -> list[str]:
    """The regular names of a state's body, the preferred one first: "Malian army", "army of Mali"."""
    nouns = template["nouns"]
    return [f"{a} {n}" for n in nouns for a in adjectives(state)] + [f"{n} of {state['name']}" for n in nouns]


def adjectives(state: Entry) -> list[str]:
    """The words that stand before "government": by default the first demonym."""
    return state.get("adjectives") or [text_of(d) for d in state.get("demonyms", [])[:1]] or [state["name"]]


def _body(state: Entry, template: Entry, names: list[str]) -> Entry:
    plain = unicodedata.normalize("NFKD", adjectives(state)[0]).encode("ascii", "ignore").decode().lower()
    stem = re.sub(r"[^a-z0-9]+", "-", plain).strip("-")
    return {
        "id": f"{stem}-{template['body']}",
        "name": names[0],
        "kind": "government body",
        "country": state["id"],
        "aliases": names[1:],
        "part_of": [{"id": state["id"]}],
        "file": "templates.yaml",
    }


def row(entry: Entry) -> list[Any]:
    """The entry as `[id, name, kind, country, names, bonds, ids]`.

    A name is `[text, role, start, end, ambiguous]`, a bond `[kind, target, start, end]`. `ambiguous: true` on an entry
    is said of its preferred name.
    """
    names = [[entry["name"], "preferred", None, None, bool(entry.get("ambiguous"))]]
    for field, role in NAME_ROLES.items():
        names += [[text_of(n), role, *dates(n, entry), _is_ambiguous(n)] for n in entry.get(field) or []]
    unique = {(text, start, end): [text, role, start, end, mark] for text, role, start, end, mark in reversed(names)}
    bonds = [[bond, *_bond(item, entry)] for bond in BONDS for item in entry.get(bond) or []]
    kind, ids = entry.get("kind", "other"), entry.get("ids") or {}
    return [entry["id"], entry["name"], kind, country(entry), list(reversed(unique.values())), bonds, ids]


def _is_ambiguous(name: Any) -> bool:
    return isinstance(name, dict) and bool(name.get("ambiguous"))


def _bond(bond: Any, entry: Entry) -> list[str | None]:
    if isinstance(bond, str):
        return [bond, None, None]
    if "on" in bond:  # renamed: {to: y, on: 2016-07-28}
        return [bond["to"], _day(bond["on"], entry, last=False), None]
    if "id" not in bond:
        raise _wrong(entry["file"], entry["id"], f"{bond} names no actor; write {{id: …, from: …, to: …}}")
    return [bond["id"], *dates(bond, entry)]


def country(entry: Entry) -> str | None:
    """The id of the entry's state; the first where several are given, itself for a state."""
    given = entry.get("country") or (entry["id"] if entry.get("kind") == "state" else None)
    return given[0] if isinstance(given, list) else given


def text_of(name: Any) -> str:
    return str(name["name"] if isinstance(name, dict) else name)


def dates(item: Any, entry: Entry) -> list[str | None]:
    """First day of `from` and last day of `to`; partial dates mean the whole year or month."""
    if not isinstance(item, dict):
        return [None, None]
    return [_day(item.get("from"), entry, last=False), _day(item.get("to"), entry, last=True)]


def _day(given: Any, entry: Entry, *, last: bool) -> str | None:
    if given is None:
        return None
    found = _DATE.match(str(given))
    if not found:
        raise _wrong(entry["file"], entry["id"], f"{given!r} is no date; write 2014, 2014-06 or 2014-06-29")
    year, month, day = (int(part) if part else None for part in found.groups())
    month = month or (12 if last else 1)
    return f"{year:04}-{month:02}-{day or (monthrange(year or 1, month)[1] if last else 1):02}"
