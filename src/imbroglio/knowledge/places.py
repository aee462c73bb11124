"""Places: every state, and the provinces, towns and regions that wars of the last forty years are told of.

`places/*.yaml` lists them as people write them; states come from the actors' files. Names are shared ("Tripoli",
"Beni"), so that looking one up may need the state that the text is about.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Any

from imbroglio.errors import KnowledgeError
from imbroglio.knowledge import load
from imbroglio.knowledge.slug import slug
from imbroglio.model import ActorKind, Place

_KINDS = {"towns": "city", "areas": "area"}


def key(name: str) -> str:
    """A name as it is looked up: without case, accents, apostrophes, hyphens and the articles "the" and "al-"."""
    plain = unicodedata.normalize("NFKD", name.lower()).encode("ascii", "ignore").decode()
    plain = re.sub(r"\b(?:the|al|ar|as|el|an)\b[- ](?=\w)", "", re.sub(r"['`.]", "", plain).replace("‐", "-"))
    return " ".join(re.sub(r"[^\w]+", " ", plain).split())


@dataclass(slots=True)
class Gazetteer:
    """Places by id, and by name; each name may belong to several."""

    places: dict[str, Place] = field(default_factory=dict)
    names: dict[str, list[str]] = field(default_factory=dict)

    def add(self, place: Place) -> None:
        """Add a place. Raises `KnowledgeError` if its id is taken."""
        if place.id in self.places:
            raise KnowledgeError(f"places: {place.id!r} stands twice; write it once, with all its names")
        self.places[place.id] = place
        for name in (place.name, *place.names):
            known = self.names.setdefault(key(name), [])
            if place.id not in known:
                known.append(place.id)

    def find(self, name: str, country: str | None = None) -> Place | None:
        """The place of that name: in `country` (a state id) if there is one there, else the first that is listed."""
        found = self.names.get(key(name), [])
        if country is not None:
            found = [id for id in found if self.places[id].country == country] or found
        return self.places[found[0]] if found else None

    def path(self, place: Place) -> list[Place]:
        """The place and all it lies in, innermost first."""
        out: list[Place] = []
        while place not in out:
            out.append(place)
            if place.parent is None or place.parent not in self.places:
                break
            place = self.places[place.parent]
        return out

    def within(self, inner: str, outer: str) -> bool:
        """Whether the place with id `inner` is, or lies in, the one with id `outer`."""
        place = self.places.get(inner)
        return place is not None and any(p.id == outer for p in self.path(place))


@lru_cache(maxsize=1)
def load_gazetteer() -> Gazetteer:
    """All places of `places/*.yaml` and the states. Raises `KnowledgeError` on an unknown state or a broken entry."""
    gazetteer = Gazetteer()
    for actor in load.actors():
        if actor.kind is ActorKind.STATE:
            names = tuple(n.text for n in actor.names if n.role in ("preferred", "alias", "acronym", "former"))
            gazetteer.add(Place(actor.id, actor.name, "country", None, names, actor.id))
    for path in sorted((load.FOLDER / "places").glob("*.yaml")):
        for state, entry in load.data(f"places/{path.name}").items():
            for place in _places(state, entry or {}, path.name, gazetteer):
                gazetteer.add(place)
    return gazetteer


def _places(state: str, entry: dict[str, Any], file: str, gazetteer: Gazetteer) -> Iterator[Place]:
    if state == "regions":
        yield from _regions(entry)
        return
    if state not in gazetteer.places:
        raise KnowledgeError(f"places/{file}: {state!r} is no state that actors/*.yaml knows; use its id")
    if unknown := set(entry) - {"provinces", "towns", "areas"}:
        raise KnowledgeError(f"places/{file}: {state}: {sorted(unknown)} is none of provinces, towns, areas")
    for group, kind in _KINDS.items():
        for names in entry.get(group) or ():
            yield _place(names, kind, state, state)
    for names, towns in (entry.get("provinces") or {}).items():
        province = _place(names, "province", state, state)
        yield province
        for town in towns:
            yield _place(town, "city", province.id, state)


def _regions(entry: dict[str, list[str]]) -> Iterator[Place]:
    for region, parts in entry.items():
        yield _place(region, "region", None, None)
        for part in parts:
            yield _place(part, "region", slug(region), None)


def _place(written: str, kind: str, parent: str | None, country: str | None) -> Place:
    name, *others = (part.strip() for part in written.split("="))
    id = (
        slug(name)
        if country is None
        else f"{country}/{slug(name)}"
        + ("-town" if kind == "city" and parent and parent.endswith("/" + slug(name)) else "")
    )
    return Place(id, name, kind, parent, tuple(others), country)
