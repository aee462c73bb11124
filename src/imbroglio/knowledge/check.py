"""Checks that the knowledge files agree with each other: `python -m imbroglio.knowledge.check`.

Prints one problem a line and exits with 1 if there is any.
"""

from __future__ import annotations

import re
import sys
import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from itertools import combinations

from imbroglio.errors import KnowledgeError
from imbroglio.knowledge import check_lexicon, load
from imbroglio.model import Actor, Bond, Name


def problems() -> list[str]:
    """Everything that is wrong with the knowledge files, in words."""
    broken = list(unreadable())
    if broken:
        return broken
    try:
        actors = load.actors()
    except KnowledgeError as e:
        return [str(e)]
    return [p for rule in RULES for p in rule(actors)]


def unreadable() -> Iterator[str]:
    """Files that are no valid YAML."""
    for path in sorted(load.FOLDER.rglob("*.yaml")):
        try:
            load.parse(path)
        except KnowledgeError as e:
            yield str(e)


def repeated_ids(actors: Sequence[Actor]) -> Iterator[str]:
    seen: dict[str, str] = {}
    for actor in actors:
        if actor.id in seen:
            yield f"{actor.id}: two actors have this id ({seen[actor.id]}, {actor.name}); rename or join them"
        seen[actor.id] = actor.name


def dangling_references(actors: Sequence[Actor]) -> Iterator[str]:
    known = {actor.id for actor in actors}
    for actor in actors:
        for bond in actor.bonds:
            if bond.target not in known:
                yield f"{actor.id}: {bond.kind} {bond.target}, which is no actor; correct the id or add the actor"
        if actor.country and actor.country not in known:
            yield f"{actor.id}: country {actor.country} is no state; correct the id"


def circles(actors: Sequence[Actor]) -> Iterator[str]:
    """An actor that is, by steps, part of itself or renamed to itself."""
    for kind in ("part_of", "renamed"):
        up = {a.id: [b.target for b in a.bonds if b.kind == kind] for a in actors}
        for start in up:
            seen: set[str] = set()
            queue = list(up[start])
            while queue:
                step = queue.pop()
                if step not in seen:
                    seen.add(step)
                    queue += up.get(step, [])
            if start in seen:
                yield f"{start}: is {kind} itself by steps; remove one of the bonds"


def backward_dates(actors: Sequence[Actor]) -> Iterator[str]:
    for actor in actors:
        items: list[Name | Bond] = [*actor.names, *actor.bonds]
        for item in items:
            if item.start and item.end and item.end < item.start:
                yield f"{actor.id}: {item} ends before it begins"


def shared_names(actors: Sequence[Actor]) -> Iterator[str]:
    """A name of two actors at one time; all bearers but one must mark it `ambiguous: true`."""
    bearers: defaultdict[str, list[tuple[Actor, Name]]] = defaultdict(list)
    for actor in actors:
        for name in actor.names:
            bearers[plain(name.text)].append((actor, name))
    for found in bearers.values():
        for (one, a), (two, b) in combinations(found, 2):
            if one.id != two.id and not (a.ambiguous or b.ambiguous) and _overlap(a, b):
                yield f"{a.text!r} names both {one.id} and {two.id}; mark it 'ambiguous: true' in one, or give dates"


def plain_words(actors: Sequence[Actor]) -> Iterator[str]:
    """A name that is one word in small letters would be found everywhere."""
    for actor, name in _names(actors):
        if name.text.isalpha() and name.text.islower():
            yield f"{actor.id}: {name.text!r} is an ordinary word; remove it"


def small_acronyms(actors: Sequence[Actor]) -> Iterator[str]:
    for actor, name in _names(actors):
        if name.role == "acronym" and sum(c.isupper() or c.isdigit() for c in name.text) < 2:
            yield f"{actor.id}: {name.text!r} is no acronym in capitals; put it under aliases"


RULES = (
    repeated_ids,
    dangling_references,
    circles,
    backward_dates,
    shared_names,
    plain_words,
    small_acronyms,
)


def plain(text: str) -> str:
    """A name without what does not tell names apart; capitals count only in acronyms."""
    text = "".join(c for c in unicodedata.normalize("NFKD", text) if not unicodedata.combining(c))
    words = re.findall(r"\w+", re.sub(r"[.'’]", "", text).removeprefix("The ").removeprefix("the "))
    return " ".join(w if w.isupper() else w.lower() for w in words)


def _names(actors: Iterable[Actor]) -> Iterator[tuple[Actor, Name]]:
    return ((actor, name) for actor in actors for name in actor.names)


def _overlap(a: Name, b: Name) -> bool:
    return not (a.end and b.start and a.end < b.start) and not (b.end and a.start and b.end < a.start)


def main() -> int:
    found = [*problems(), *check_lexicon.problems()]
    for problem in found or [check_lexicon.listing()]:
        print(problem)
    print(f"{len(found)} problems" if found else f"{len(load.actors())} actors, no problem", file=sys.stderr)
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
