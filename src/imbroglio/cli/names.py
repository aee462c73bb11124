"""From names on the command line to the actors of a case."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from imbroglio.errors import CaseError
from imbroglio.model import Actor, Relation

if TYPE_CHECKING:
    from imbroglio.actors.registry import Registry
    from imbroglio.case import Standing
    from imbroglio.graph import Affiliations


class Names:
    """The names under which a case's actors can be asked for.

    With `roll_up`, the members, bodies and leaders of an actor count as that actor.
    """

    def __init__(self, case: Standing, roll_up: bool = False) -> None:
        self._case = case
        self._roll_up = roll_up

    @cached_property
    def actors(self) -> dict[str, Actor]:
        return self._case.actors()

    @cached_property
    def _own(self) -> Registry:
        from imbroglio.actors.registry import Registry

        return Registry.of(list(self.actors.values()))

    @cached_property
    def _affiliations(self) -> Affiliations | None:
        from imbroglio.graph import Affiliations

        return Affiliations(self.actors, self._case.claims()) if self._roll_up else None

    def ids(self, name: str) -> list[str]:
        """Ids of the case's actors that bear the name.

        Raises:
            CaseError: no actor of the case has the name; the message offers the nearest.
        """
        from imbroglio.actors.registry import Registry

        plain = name.casefold()
        found = [a.id for a, _ in self._own.find(name)]
        found += [a.id for a in self.actors.values() if plain in (a.id, a.name.casefold())]
        if not found:  # the registry may know it by a name that the documents do not use
            found = [a.id for a, _ in Registry.load().find(name) if a.id in self.actors or self._roll_up]
        found += [id for id in self.actors for whole in found if self._belongs(id, whole)]
        found = [id for id in dict.fromkeys(found) if id in self.actors]
        if not found:
            raise CaseError(f"nothing is said of {name!r}{self._suggestions(name)}")
        return found

    def _belongs(self, id: str, whole: str) -> bool:
        known = self._affiliations
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
