"""Where a claim holds, compared by the tree of places."""

from __future__ import annotations

from collections.abc import Iterable

from imbroglio.model import Place


class PlaceTree:
    """Places by id and by name. A name that the tree does not know stands for itself and lies in nothing."""

    def __init__(self, places: Iterable[Place] = ()) -> None:
        self._by_id = {place.id: place for place in places}
        self._ids: dict[str, str] = {}
        for place in self._by_id.values():
            for name in (place.name, *place.names):
                self._ids.setdefault(name.casefold(), place.id)

    def path(self, place: str | None) -> tuple[str, ...]:
        """The place (id or name) and all that it lies in, innermost first; empty for None.

        >>> tree = PlaceTree([Place("syria", "Syria", "country"), Place("homs", "Homs", "city", parent="syria")])
        >>> tree.path("Homs")
        ('homs', 'syria')
        >>> tree.path("the southern desert")
        ('the southern desert',)
        """
        if place is None:
            return ()
        found = self._by_id.get(place) or self._by_id.get(self._ids.get(place.casefold(), ""))
        if found is None:
            return (place.casefold(),)
        path = [found.id]
        while found.parent and found.parent not in path:
            path.append(found.parent)
            parent = self._by_id.get(found.parent)
            if parent is None:
                break
            found = parent
        return tuple(path)

    def within(self, place: str | None, area: str) -> bool:
        """True when `place` is `area` or lies in it."""
        return self.path(area)[0] in self.path(place)

    def apart(self, one: str | None, other: str | None) -> bool:
        """True when both are known and neither lies in the other. Unknown places are never apart from anything."""
        if one is None or other is None or not (self.known(one) and self.known(other)):
            return False
        return not self.within(one, other) and not self.within(other, one)

    def known(self, place: str) -> bool:
        return place in self._by_id or place.casefold() in self._ids

    def name(self, place: str) -> str:
        """The preferred name of a place given by id or name; the words themselves where the tree does not know it."""
        found = self._by_id.get(self.path(place)[0])
        return found.name if found else place

    def country(self, place: str | None) -> str | None:
        """The name of the country a place lies in, if the tree knows."""
        for step in self.path(place):
            found = self._by_id.get(step)
            if found and found.kind == "country":
                return found.name
        return None
