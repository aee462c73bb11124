"""From names on the command line to the actors of a case."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from imbroglio.errors import CaseError
from imbroglio.model import Actor, Relation

if TYPE_CHECKING:
    from imbroglio.actors.registry import Registry
    from imbroglio.case import Case
    from imbroglio.graph import Affiliations


@dataclass(slots=True)
class Names:
    """The names under which a case's actors, and the registry's, can be asked for."""

    actors: dict[str, Actor]
    registry: Registry  # of the case's own actors
    affiliations: Affiliations | None  # where members and bodies count as the actor

    @classmethod
    def of(cls, case: Case, roll_up: bool = False) -> Names:
        """The names of a case."""
        from imbroglio.actors.registry import Registry
        from imbroglio.graph import Affiliations

        actors = case.actors()
        return cls(actors, Registry.of(list(actors.values())), Affiliations(actors, case.claims()) if roll_up else None)

    def ids(self, name: str) -> list[str]:
        """Ids of the case's actors that bear the name, with their members, bodies and leaders where these count.

        Raises:
            CaseError: no actor of the case has the name; the message offers the nearest.
        """
        from imbroglio.actors.registry import Registry

        plain = name.casefold()
        found = [a.id for a, _ in self.registry.find(name)]
        found += [a.id for a in self.actors.values() if plain in (a.id, a.name.casefold())]
        if not found:  # the registry may know it by a name that the documents do not use
            found = [a.id for a, _ in Registry.load().find(name) if a.id in self.actors or self.affiliations]
        found += [id for id in self.actors for whole in found if self._belongs(id, whole)]
        found = [id for id in dict.fromkeys(found) if id in self.actors]
        if not found:
            raise CaseError(f"nothing is said of {name!r}{self._suggestions(name)}")
        return found

    def _belongs(self, id: str, whole: str) -> bool:
        known = self.affiliations
        return known is not None and (whole in known.wholes(id) or known.roll(id) == whole)

    def _suggestions(self, name: str) -> str:
        from rapidfuzz import fuzz, process, utils

        owners = {text: a.name for a in self.actors.values() for text in (a.name, *(n.text for n in a.names))}
        near = process.extract(
            name, list(owners), scorer=fuzz.WRatio, processor=utils.default_process, limit=10, score_cutoff=65
        )
        best = list(dict.fromkeys(owners[text] for text, _, _ in near))[:4]
        if not best:
            return "; `imbroglio actors` lists who is spoken of"
        return "; did you mean " + " or ".join(repr(actor) for actor in best) + "?"


def relation(word: str) -> Relation:
    """The relation of this word; `CaseError` with all of them if there is none."""
    try:
        return Relation(word.replace("-", "_").lower())
    except ValueError:
        raise CaseError(f"{word!r} is no relation; the relations are {', '.join(Relation)}") from None
