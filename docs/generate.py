"""Writes what is made from code and knowledge: `python -m docs.generate`.

Each page is one function without arguments in `PAGES`; sessions shown in other pages are run anew. A test fails while a
committed page differs from what would be written.
"""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Callable, Iterable
from pathlib import Path

from docs import sessions
from docs.api_page import api
from docs.cli_page import cli
from imbroglio.knowledge import load
from imbroglio.model import Actor, ActorKind, Relation, RelationClass

FOLDER = Path(__file__).parent
SIGNS = {1: "+", -1: "−", 0: "0"}

RELATIONS = """# Relations

Made by `make docs` from `model/relation.py` and `knowledge/relations.yaml`.

`+` supports, `−` opposes, `0` neither. *Symmetric*: the order of the parties carries no meaning. *Material*: a deed
(weapons, money, force, ground) rather than words or a stance. PLOVER is the nearest kind of event there.
"""
LEXICON = """## The lexicon

Which words say a relation stands in `src/imbroglio/knowledge/lexicon/`, one file a class. An entry lists words by
grammatical frame: `subj>obj` reads "the subject of the verb acts on its object", `subj>against` "… on what stands
behind *against*", `poss|by|of>on` "whoever is the possessor, or behind *by* or *of*, acts on what stands behind
*on*". `<>` means that both act; `mutual` and `between` take both parties from one phrase; `speaker` is
whoever says the clause ("X said that Y bears responsibility"). A frame that begins with
`stop` says that the relation ends.

A verb is given by its lemma. `prop+up` is a verb and its particle, `wage=war` a verb and its object, `come~to=aid` a
verb and a noun behind a preposition. Other lists of an entry: `nouns`, `adjectives`, `agents` ("backer of"),
`mutual_agents` ("rival"), `patients` ("protégé"), `participles` ("backed" in "X-backed"), `reverse_participles`
("X-backing"), `prefixes` ("pro-X") and `adverbials` (`at=war`: "X is at war with Y"). `sign=@pact` stands for a verb
with any noun of a group in `groups.yaml`.
`python -m imbroglio.knowledge.check_lexicon` finds entries that contradict each other.
"""
ACTORS = """# Actors

Made by `make docs` from `knowledge/actors/*.yaml`: the preferred names. Other names, dates and bonds are there.
The bodies that every state has (government, military, ministries …) come from `knowledge/templates.yaml` and are only
counted here.
"""


def relations() -> str:
    """The closed vocabulary by class."""
    known = load.data("relations.yaml")
    lines = [RELATIONS]
    for klass in RelationClass:
        members = [relation for relation in Relation if relation.klass is klass]
        lines += [f"## {klass.value}", "", "| relation | sign | means | | PLOVER |", "|---|---|---|---|---|"]
        for relation in members:
            marks = ["symmetric"] * relation.symmetric + ["material"] * relation.material
            entry = known[relation.value]
            cells = (f"`{relation}`", SIGNS[relation.sign], entry["means"], ", ".join(marks), entry.get("plover", "–"))
            lines.append("| " + " | ".join(cells) + " |")
        lines.append("")
    return "\n".join([*lines, LEXICON])


def actors() -> str:
    """Who is in the registry: counts, then the preferred names by kind and country."""
    everyone = load.actors()
    names = {actor.id: actor.name for actor in everyone}
    lines = [ACTORS]
    lines += ["| kind | actors |", "|---|---|"]
    counts = Counter(actor.kind for actor in everyone)
    lines += [f"| {kind.value} | {counts[kind]} |" for kind in ActorKind if counts[kind]]
    written = {entry["id"] for file in load.ACTORS.glob("*.yaml") for entry in load.parse(file)}
    for kind in ActorKind:
        members = [actor for actor in everyone if actor.kind is kind and actor.id in written]
        if members:
            lines += ["", f"## {kind.value}", "", *by_country(members, names)]
    return "\n".join(lines) + "\n"


def by_country(members: Iterable[Actor], names: dict[str, str]) -> list[str]:
    """One line a country; those without one, and states themselves, come in one line."""
    groups: dict[str, list[str]] = {}
    for actor in members:
        country = "" if actor.kind is ActorKind.STATE else names.get(actor.country or "", "")
        groups.setdefault(country, []).append(actor.name)
    listed = {country: " · ".join(sorted(found, key=str.casefold)) for country, found in groups.items()}
    return [f"- {f'**{country}**: ' if country else ''}{listed[country]}" for country in sorted(listed)]


PAGES: dict[str, Callable[[], str]] = {"relations.md": relations, "actors.md": actors, "cli.md": cli, "api.md": api}


def main() -> int:
    for name, page in PAGES.items():
        (FOLDER / name).write_text(page(), encoding="utf-8")
    for path in sessions.PAGES:
        path.write_text(sessions.refresh(path.read_text(encoding="utf-8")), encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
