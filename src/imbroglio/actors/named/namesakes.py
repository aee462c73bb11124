"""Plain names, as many groups may bear them: "United Front for Change", "People's Defence Forces"."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from functools import lru_cache

from imbroglio.actors.named.find import Name
from imbroglio.actors.named.kinds import is_state
from imbroglio.actors.registry import Registry
from imbroglio.actors.tree import Tree
from imbroglio.knowledge.places import load_gazetteer
from imbroglio.model import ActorKind

PLAIN = 3  # countries in whose groups' names a word stands that tells of none
SHORTEST = 3  # words of a name that says nothing of a place
MOST = 500  # names that are looked at; bounds what a long text costs
GROUPS = frozenset({ActorKind.GROUP, ActorKind.UMBRELLA, ActorKind.OTHER})
GROUNDS = frozenset({ActorKind.STATE, ActorKind.BODY, ActorKind.PLACE})


@lru_cache(maxsize=1)
def _plain_words() -> frozenset[str]:
    """Words in names of known groups of several countries."""
    countries: defaultdict[str, set[str | None]] = defaultdict(set)
    for actor in Registry.load().actors.values():
        for name in actor.names if actor.kind in GROUPS else ():
            for word in name.text.lower().split():
                countries[word].add(actor.country)
    return frozenset(word for word, found in countries.items() if len(found) >= PLAIN)


def is_namesake(tree: Tree, registry: Registry, name: Name, names: Sequence[Name]) -> bool:
    """Whether a plain name, known as another name of some group, is used where others' countries are spoken of."""
    words = tree.lower[name.start : name.end]
    if len(name.known) != 1 or name.known[0][1] != "alias" or len(words) < SHORTEST:
        return False
    actor = registry.actors[name.known[0][0]]
    plain = actor.kind in GROUPS and actor.country is not None and _plain_words().issuperset(words)
    if not plain or any(one.kind is ActorKind.STATE for word in words for one, _ in registry.find(word.title())):
        return False
    others = [one for one in names[:MOST] if one.known != name.known]
    bearers = [registry.actors[one.known[0][0]] for one in others if one.known]
    places = [load_gazetteer().find(tree.text(one.start, one.end)) for one in others if not one.known]
    spoken = {place.country for place in places if place is not None}
    spoken |= {one.country for one in bearers if one.kind in GROUNDS}
    kin = any(one.country == actor.country for one in bearers)
    invented = any(not one.known and is_state(tree, one) for one in others)
    return not kin and actor.country not in spoken and (invented or not spoken <= {None})
