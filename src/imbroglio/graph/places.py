"""Where a claim holds, compared by the tree of places."""

from __future__ import annotations

from imbroglio.knowledge.places import Gazetteer, load_gazetteer
from imbroglio.model import Place


class PlaceTree:
    """Compares places, given by id or by name.

    An id that the gazetteer does not know may name a part of one that it does (`syria/aleppo/southern`); what else it
    does not know lies in nothing but itself.
    """

    def __init__(self, gazetteer: Gazetteer | None = None) -> None:
        self._gazetteer = gazetteer or load_gazetteer()

    def path(self, place: str | None) -> tuple[str, ...]:
        """The ids of the place and of all that it lies in, innermost first; empty for None."""
        if place is None:
            return ()
        found, own = self._nearest(place)
        return own + (tuple(step.id for step in self._gazetteer.path(found)) if found else ())

    def within(self, place: str | None, area: str) -> bool:
        """True when `place` is `area` or lies in it."""
        return self.path(area)[0] in self.path(place)

    def apart(self, one: str | None, other: str | None) -> bool:
        """True when both are known and neither lies in the other. Unknown places are never apart from anything."""
        if one is None or other is None or not (self.known(one) and self.known(other)):
            return False
        return not self.within(one, other) and not self.within(other, one)

    def place(self, place: str) -> Place | None:
        """The gazetteer's entry for an id or a name."""
        return self._find(place)

    def known(self, place: str) -> bool:
        return self._nearest(place)[0] is not None

    def country(self, place: str | None) -> str | None:
        """The name of the country a place lies in, if that is known."""
        found = self._nearest(place)[0] if place else None
        steps = self._gazetteer.path(found) if found else []
        return next((step.name for step in steps if step.kind == "country"), None)

    def _find(self, place: str) -> Place | None:
        return self._gazetteer.places.get(place) or self._gazetteer.find(place)

    def _nearest(self, place: str) -> tuple[Place | None, tuple[str, ...]]:
        """The known place that this one is or is a part of, and the ids on the way there."""
        found, whole = self._find(place), place.rpartition("/")[0]
        if found or not whole:
            return found, () if found else (place.casefold(),)
        known, own = self._nearest(whole)
        return known, (place.casefold(), *own)
