"""Who is who after decisions: actors merged, split, renamed, put under another whole."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import Any

from imbroglio.case.codec import of_plain
from imbroglio.case.rows import together
from imbroglio.model import Actor, ActorKind, Bond, Claim, Decision, Name, Party


@dataclass
class People:
    """Actors by id. `merged` maps an id to the one it was merged into (which may be merged itself later); `changed` are
    ids whose claims must be told anew."""

    actors: dict[str, Actor]
    merged: dict[str, str] = field(default_factory=dict)
    changed: set[str] = field(default_factory=set)

    def resolve(self, id: str) -> str:
        while id in self.merged:
            id = self.merged[id]
        return id

    def resolved(self, after: Mapping[str, Any]) -> dict[str, Any]:
        """Corrected fields with parties by the id they have now."""
        parties = {
            name: self.resolve(after[name]) for name in ("subject", "object") if isinstance(after.get(name), str)
        }
        return {**after, **parties}

    def merges(self) -> dict[str, str]:
        return {id: self.resolve(id) for id in self.merged}

    def add(self, data: Any) -> None:
        """An actor that a person made, unless the case has it."""
        actor = of_plain(Actor, data)
        if self.resolve(actor.id) not in self.actors:
            self.actors[actor.id] = actor

    def merge(self, decision: Decision) -> bool:
        """The first target takes in the others; False if it or all of them are gone."""
        kept, *others = map(self.resolve, decision.targets)
        others = [id for id in dict.fromkeys(others) if id != kept and id in self.actors]
        if kept not in self.actors or not others:
            return False
        for id in others:
            gone = self.actors.pop(id)
            names = tuple(replace(n, role="alias") if n.role == "preferred" else n for n in gone.names)
            named = {n.text for n in (*names, *self.actors[kept].names)} | {self.actors[kept].name}
            extra = () if gone.name in named else (Name(gone.name),)
            self.actors[kept] = together(self.actors[kept], replace(gone, names=names + extra))
            self.merged[id] = kept
            self.changed.add(id)
        return True

    def split(self, decision: Decision) -> str | None:
        """Makes the new actor that is split off; its id, or None if the old one is gone."""
        old = self.actors.get(self.resolve(decision.targets[0]))
        if old is None:
            return None
        new, name = decision.after["id"], decision.after["name"]
        kind = ActorKind(decision.after.get("kind", old.kind))
        self.actors[new] = Actor(new, name, kind, old.country, (Name(name, "preferred"),))
        return new

    def moved(self, claim: Claim, old: str, new: str) -> Claim:
        """The claim with the new actor wherever it had the old one."""
        old = self.resolve(old)

        def party(party: Party) -> Party:
            if self.resolve(party.actor) != old:
                return party
            return replace(party, actor=new, name=self.actors[new].name, reason=f"{party.reason} · split by a person")

        return replace(claim, subject=party(claim.subject), object=party(claim.object))

    def rename(self, decision: Decision) -> bool:
        id = self.resolve(decision.targets[0])
        if id not in self.actors:
            return False
        old, name = self.actors[id], decision.after["name"]
        kept = tuple(
            replace(n, role="alias") if n.role == "preferred" else n for n in old.names if n.text != name
        )  # fmt: skip
        former = () if any(n.text == old.name for n in kept) else (Name(old.name),)
        self.actors[id] = replace(old, name=name, names=(Name(name, "preferred"), *kept, *former))
        self.changed.add(id)
        return True

    def reparent(self, decision: Decision) -> bool:
        id, parent = self.resolve(decision.targets[0]), decision.after["parent"]
        if id not in self.actors or (parent is not None and self.resolve(parent) not in self.actors):
            return False
        bonds = tuple(bond for bond in self.actors[id].bonds if bond.kind != "part_of")
        settled = Bond("part_of", self.resolve(parent) if parent else "", settled=True)
        self.actors[id] = replace(self.actors[id], bonds=(*bonds, settled))
        return True

    def answer(self, decision: Decision) -> bool:
        """Same: merged; part of, renamed from: a bond; anything else changes nothing."""
        one, other = map(self.resolve, decision.targets)
        match decision.after["answer"]:
            case "same":
                return self.merge(decision)
            case "part_of":
                return self._bind(one, Bond("part_of", other))
            case "renamed_from":
                return self._bind(other, Bond("renamed", one))
        return {one, other} <= set(self.actors)

    def _bind(self, id: str, bond: Bond) -> bool:
        if not {id, bond.target} <= set(self.actors) or id == bond.target:
            return False
        actor = self.actors[id]
        if any(known.settled for known in actor.bonds if known.kind == bond.kind):
            bond = replace(bond, settled=True)
        self.actors[id] = replace(actor, bonds=tuple(dict.fromkeys((*actor.bonds, bond))))
        return True

    def known(self, claim: Claim) -> Claim:
        """The claim with everybody under the id and name that they have now."""
        speakers = tuple(replace(s, actor=self.resolve(s.actor)) if s.actor else s for s in claim.said_by)
        via = self.resolve(claim.via_actor) if claim.via_actor else None
        return replace(
            claim, subject=self._party(claim.subject), object=self._party(claim.object), said_by=speakers, via_actor=via
        )

    def _party(self, party: Party) -> Party:
        id = self.resolve(party.actor)
        name = self.actors[id].name if id in self.changed or id != party.actor else party.name
        reason = party.reason if id == party.actor else f"{party.reason} · merged by a person"
        return replace(party, actor=id, name=name, reason=reason)

    def settled(self) -> dict[str, Actor]:
        """The actors, with bonds to those that were merged pointing at what they were merged into."""
        if not self.merged:
            return self.actors
        return {id: self._rebound(actor) for id, actor in self.actors.items()}

    def _rebound(self, actor: Actor) -> Actor:
        if not any(bond.target in self.merged for bond in actor.bonds) and actor.country not in self.merged:
            return actor
        bonds = (replace(bond, target=self.resolve(bond.target)) for bond in actor.bonds)
        country = self.resolve(actor.country) if actor.country else None
        kept = tuple(dict.fromkeys(bond for bond in bonds if bond.target != actor.id))
        return replace(actor, bonds=kept, country=country)
