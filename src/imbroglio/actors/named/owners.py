"""Names that tell whose they are: "Russia's Africa Corps" and "the Sixth Brigade of the Army of Sur" are two each."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from imbroglio.actors.named.runs import HYPHENS
from imbroglio.actors.registry import Registry
from imbroglio.actors.tree import Tree
from imbroglio.knowledge.lexicon import load_lexicon
from imbroglio.knowledge.load import words
from imbroglio.model import ActorKind

_APOSTROPHES = frozenset({"'s", "'"})
_NO_OWNERS = frozenset({ActorKind.PLACE, ActorKind.PROGRAMME, ActorKind.MEDIA, ActorKind.POPULATION})
Stretch = tuple[int, int]


class Owners:
    """Finds the owner inside a run; `label` are the engine's types by token."""

    def __init__(self, tree: Tree, registry: Registry, label: Mapping[int, str], on: date | None) -> None:
        self.tree, self.registry, self.label, self.on = tree, registry, label, on

    def cut(self, start: int, end: int, whole_known: bool) -> tuple[Stretch, Stretch] | None:
        """The two names of a run, in order; None if it is one."""
        for i in range(start + 1, end - 1):
            if self.tree.pos[i] == "PART" and self.tree.lower[i] in _APOSTROPHES:
                return self._possessed(start, i, end)
            if self.tree.lower[i] == "of" and not whole_known:
                return self._part(start, i, end)
            if whole_known and self._led(start, i):
                return (start, i), (i + 2, end)
        return None

    def _led(self, start: int, hyphen: int) -> bool:
        """ "The *U.S.-led* coalition" is the name of one, and tells as well who leads it."""
        tree, told = self.tree, load_lexicon().participles
        glued = tree.words[hyphen] in HYPHENS and tree.tight(hyphen - 1) and tree.tight(hyphen)
        return glued and tree.lower[hyphen + 1] in told and bool(self._actors(start, hyphen))

    def _possessed(self, start: int, mark: int, end: int) -> tuple[Stretch, Stretch] | None:
        """ "Haftar's National Army", "Iran's Quds Force"; the Lord's Resistance Army is nobody's."""
        if self.tree.lower[mark - 1] in words("possessors"):
            return None  # "Veterans' Sports Association"
        named = self._organised(mark + 1, end) or bool(self._actors(mark + 1, end))
        owned = self._owns(start, mark) and named and self.tree.capital(mark + 1) and not self._general(mark + 1, end)
        return ((start, mark), (mark + 1, end)) if owned else None

    def _part(self, start: int, of: int, end: int) -> tuple[Stretch, Stretch] | None:
        """ "The Sixth Brigade of the Lebanese Army"; "the Joint Forces of Rashid Karam", who leads them."""
        right = of + 1 + (self.tree.lower[of + 1] == "the")
        kinds = self._actors(right, end) if right < end else frozenset()
        whole = kinds.isdisjoint(_NO_OWNERS) if kinds else self._organised(right, end) and not self._general(right, end)
        unit = self.tree.lower[of - 1] in load_lexicon().units and whole
        led = self._organised(start, of) and kinds == {ActorKind.PERSON}
        return ((start, of), (right, end)) if (unit or led) and of - start > 1 else None

    def _owns(self, start: int, end: int) -> bool:
        kinds = self._actors(start, end)
        if kinds:
            return kinds.isdisjoint(_NO_OWNERS)
        return self._person(start, end) or (end - start > 1 and self._organised(start, end))

    def _actors(self, start: int, end: int) -> frozenset[ActorKind]:
        found = self.registry.find(self.tree.text(start, end), self.on)
        return frozenset(actor.kind for actor, _ in found)

    def _person(self, start: int, end: int) -> bool:
        return all(self.label.get(i) == "PERSON" for i in range(start, end))

    def _organised(self, start: int, end: int) -> bool:
        noun = self.tree.noun(end - 1)
        return noun is not None and noun.use in {"force", "fighter", "organ", "collective"} and end - start > 1

    def _general(self, start: int, end: int) -> bool:
        """Whether the words by themselves name nothing: "Foreign Ministry"."""
        known = bool(self._actors(start, end))
        lists = words("general") | words("title_parts")
        return not known and all(
            self.tree.noun(i) is not None or self.tree.words[i] in lists for i in range(start, end)
        )
