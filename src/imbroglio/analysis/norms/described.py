"""Reads the descriptions of a file of rules, and finds circles in them."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, NoReturn

from imbroglio.actors.registry import Registry
from imbroglio.analysis.norms.description import AllOf, AnyOf, Anyone, Description, NotThat
from imbroglio.analysis.norms.parties import Affiliated, Listed, MemberOf, Named, OfCountry, OfKind, PartyTo
from imbroglio.model import ActorKind, Relation

Wrong = Callable[[str, str, str], NoReturn]
DEEP, DEPTH = 20, 6
PARTS = 20_000  # descriptions that a file may unfold to
KEYS = (
    "name", "kind", "country", "member_of", "affiliated_with", "depth", "by", "listed", "party_to", "left_out_of",
    "any_of", "all_of", "not",
)  # fmt: skip
AGREEMENTS = ("ceasefire", "deal", "coalition")
_ADVICE = f"describe a party by a name or by some of {', '.join(KEYS)}"


class Describing:
    """Descriptions by name (`parties`) and lists of names (`lists`) of one file; `wrong` raises its errors."""

    def __init__(self, parties: Any, lists: Any, wrong: Wrong) -> None:
        self.wrong = wrong
        self.parties = self._mapping(parties, "parties")
        self.lists = {
            title: tuple(self._names(names, f"lists: {title}"))
            for title, names in self._mapping(lists, "lists").items()
        }
        self.within: list[str] = []  # the parties whose descriptions are being read
        self.parts = 0

    def check(self) -> None:
        """Reads all, so that a circle is told even where no rule leads into it."""
        for name in self.parties:
            self.read(name, f"parties: {name}")

    def read(self, found: Any, field: str, deep: int = 0) -> Description:
        """One description: a name, the name of a party, a list of either, or a mapping whose fields must all fit."""
        self.parts += 1
        if self.parts > PARTS:
            self.wrong(field, f"makes more than {PARTS:,} descriptions in all", "let fewer parties refer to others")
        if deep > DEEP:
            self.wrong(field, f"is more than {DEEP} descriptions deep", "write it flatter")
        if isinstance(found, str) and found.strip():
            return self._word(found.strip(), field, deep)
        if isinstance(found, list) and found:
            return AnyOf(tuple(self.read(one, field, deep + 1) for one in found))
        if isinstance(found, dict) and found:
            return self._fields(found, field, deep)
        self.wrong(field, f"{found!r} is no description", _ADVICE)

    def _word(self, word: str, field: str, deep: int) -> Description:
        if word in ("anybody", "anyone"):
            return Anyone()
        if word not in self.parties:
            return Named(word)
        if word in self.within:
            circle = " → ".join([*self.within[self.within.index(word) :], word])
            self.wrong(field, f"{word!r} describes itself: {circle}", "describe one of them without the others")
        self.within.append(word)
        made = self.read(self.parties[word], f"parties: {word}", deep + 1)
        self.within.pop()
        return made

    def _fields(self, found: dict[str, Any], field: str, deep: int) -> Description:
        parts: list[Description] = []
        for key, value in found.items():
            inside = f"{field}: {key}"
            if key not in KEYS:
                self.wrong(inside, "is no field of a description", _ADVICE)
            if key in ("any_of", "all_of", "not"):
                parts.append(self._combined(key, value, inside, deep))
            elif key not in ("depth", "by"):
                parts += [self._plain(key, name, found, inside) for name in self._grouped(key, value, inside)]
        if not parts:
            self.wrong(field, "says of nobody who it is", _ADVICE)
        return parts[0] if len(parts) == 1 else AllOf(tuple(parts))

    def _grouped(self, key: str, value: Any, field: str) -> list[Any]:
        """Kinds and listed names are told together, of other things any one will do."""
        names = self._names(value, field)
        if key == "listed":
            return [value]
        return [names] if key == "kind" or len(names) > 1 else names

    def _plain(self, key: str, value: Any, found: dict[str, Any], field: str) -> Description:
        if key == "kind":
            return OfKind(frozenset(self._kind(name, field) for name in value))
        if key == "listed":
            return self._listed(value, field)
        if isinstance(value, list):
            return AnyOf(tuple(self._plain(key, name, found, field) for name in value))
        if key == "country":
            return self._country(value, field)
        if key == "affiliated_with":
            return Affiliated(value, self._depth(found, field), self._by(found, field))
        if key in ("party_to", "left_out_of"):
            if value not in AGREEMENTS:
                self.wrong(field, f"{value!r} is no kind of agreement", f"the kinds are {', '.join(AGREEMENTS)}")
            return PartyTo(value, key == "left_out_of")
        return MemberOf(value) if key == "member_of" else Named(value)

    def _combined(self, key: str, value: Any, field: str, deep: int) -> Description:
        if key == "not":
            return NotThat(self.read(value, field, deep + 1))
        if not isinstance(value, list) or not value:
            self.wrong(field, "is no list", "write one description below the other")
        parts = tuple(self.read(one, field, deep + 1) for one in value)
        return AnyOf(parts) if key == "any_of" else AllOf(parts)

    def _kind(self, word: str, field: str) -> ActorKind:
        try:
            return ActorKind(word)
        except ValueError:
            self.wrong(field, f"{word!r} is no kind of actor", f"the kinds are {', '.join(ActorKind)}")

    def _country(self, name: str, field: str) -> OfCountry:
        states = [a for a, _ in Registry.load().find(name) if a.kind is ActorKind.STATE]
        if not states:
            self.wrong(field, f"{name!r} is no state that is known", "write its usual English name")
        return OfCountry(states[0].name, frozenset(state.id for state in states))

    def _listed(self, value: str | list[str], field: str) -> Listed:
        if isinstance(value, list):
            return Listed("the rule", tuple(value))
        if value not in self.lists:
            known = ", ".join(self.lists) or "none"
            self.wrong(field, f"{value!r} is no list", f"write names as a list, or one of the file's lists ({known})")
        return Listed(value, self.lists[value])

    def _depth(self, found: dict[str, Any], field: str) -> int:
        depth = found.get("depth", 1)
        if not isinstance(depth, int) or isinstance(depth, bool) or not 1 <= depth <= DEPTH:
            self.wrong(field, f"depth {depth!r} is no number of steps from 1 to {DEPTH}", "1 is a tie of its own")
        return depth

    def _by(self, found: dict[str, Any], field: str) -> frozenset[Relation]:
        words = self._names(found["by"], f"{field}: by") if "by" in found else []
        for word in words:
            if word not in set(Relation):
                self.wrong(f"{field}: by", f"{word!r} is no relation", f"the relations are {', '.join(Relation)}")
        return frozenset(map(Relation, words))

    def _names(self, value: Any, field: str) -> list[str]:
        names = value if isinstance(value, list) else [value]
        if not names or not all(isinstance(name, str) and name.strip() for name in names):
            self.wrong(field, f"{value!r} is no name or list of names", "write names as text")
        return [name.strip() for name in names]

    def _mapping(self, value: Any, field: str) -> dict[str, Any]:
        if value is not None and not (isinstance(value, dict) and all(isinstance(key, str) for key in value)):
            self.wrong(field, "is no mapping", "write each under a name of its own")
        return dict(value or {})
