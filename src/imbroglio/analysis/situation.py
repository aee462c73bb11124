"""All that the rules look at: claims as signed relations between actors that act for themselves."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import timedelta
from functools import cached_property
from typing import TYPE_CHECKING

from imbroglio.analysis.compared import Compared, Holding, paired
from imbroglio.analysis.weight import FIRMNESS, weight
from imbroglio.graph import Affiliations, Level, PlaceTree, Roots, Selection, earlier, is_over, period, select
from imbroglio.model import Actor, ActorKind, Agreement, Claim, Document, Norm, Relation

if TYPE_CHECKING:
    from imbroglio.case import Case, Standing

Pair = tuple[str, str]

NEAR = timedelta(days=730)
"""Claims whose times lie further apart than this do not contradict each other: wars change."""

SURE = 0.3
"""The least trust of a claim that a finding may rest on: what is twice as likely misread as not contradicts nothing."""

_NO_PATRONAGE = frozenset({Relation.AGREES_WITH, Relation.TIED_TO})


class Situation:
    """Claims indexed for the rules, but those of too little trust.

    Bodies and leaders count as what they act for; groups are not rolled up.

    `supports[p, a]` are claims that p supports a, `hostile[a, b]` claims that a acts or stands against b: affirmed and
    not merely supposed. Denials are in `denied`. Relations without a direction stand both ways.
    """

    def __init__(
        self,
        documents: Iterable[Document],
        actors: Mapping[str, Actor],
        claims: Iterable[Claim],
        places: PlaceTree | None = None,
        agreements: Iterable[Agreement] = (),
        norms: Iterable[Norm] = (),
    ) -> None:
        self.documents = {document.id: document for document in documents}
        self.actors = actors
        self.claims = tuple(claims)
        self.sure = tuple(claim for claim in self.claims if claim.trust >= SURE)
        self.places = places or PlaceTree()
        self.agreements = tuple(agreements)
        self.norms = tuple(norms)
        self.affiliations = Affiliations(actors, self.claims)
        self.roots = Roots(self.documents, actors)
        self.supports: dict[Pair, list[Claim]] = {}
        self.hostile: dict[Pair, list[Claim]] = {}
        self.denied: list[Claim] = []
        self._parties: dict[int, Pair] = {}  # by identity
        for claim in self.sure:
            self._parties[id(claim)] = self.parties(claim)
            self._index(claim)
        self.supports = {pair: kept for pair, found in self.supports.items() if (kept := self._believed(pair, found))}
        self._clients = self._find_clients()
        self.enemies: dict[str, set[str]] = {}  # whom each actor acts against, or is acted against by
        for one, other in self.hostile:
            self.enemies.setdefault(one, set()).add(other)
            self.enemies.setdefault(other, set()).add(one)
        self.members: dict[str, list[str]] = {}  # of armed umbrellas, as far as somebody fights them
        for actor in sorted(self.enemies):
            for umbrella in self.affiliations.umbrellas(actor):
                self.members.setdefault(umbrella, []).append(actor)

    @classmethod
    def of(cls, case: Case | Standing, selection: Selection | None = None) -> Situation:
        """All that a case holds, or those claims that the selection keeps: `Case` as read, `Standing` as reviewed."""
        documents, claims, places = case.documents(), case.claims(), PlaceTree()
        if selection:
            claims = select(claims, selection, {document.id: document for document in documents}, places)
        agreements, norms = case.records("agreements"), case.records("norms")
        return cls(documents, case.actors(), claims, places, agreements, norms)

    def _index(self, claim: Claim) -> None:
        subject, object_ = self.parties(claim)
        if subject == object_ or self._described_by(subject, object_) or self._place(object_):
            return
        if FIRMNESS[claim.firmness] <= FIRMNESS["hypothetical"]:
            return
        if claim.polarity == "no":
            self.denied.append(claim)
        elif claim.relation.sign and claim.trend != "stop":
            index = self.supports if claim.relation.sign > 0 else self.hostile
            index.setdefault((subject, object_), []).append(claim)
            if claim.relation.symmetric:
                index.setdefault((object_, subject), []).append(claim)

    def _described_by(self, one: str, other: str) -> bool:
        """ "Allies of X" and X: where they stand is what the description says."""
        names = [self.actors[actor].name if actor in self.actors else actor for actor in (one, other)]
        return names[0].endswith(f" of {names[1]}") or names[1].endswith(f" of {names[0]}")

    def _believed(self, pair: Pair, friendly: list[Claim]) -> list[Claim]:
        """Those supports that the same document does not outweigh by hostility at the same time and place.

        Such a document is likelier misread than torn.
        """
        hostile: dict[tuple[str, str], list[Claim]] = {}
        for claim in self.against(*pair):
            hostile.setdefault((claim.document, claim.when.tense), []).append(claim)

        def outweighed(claim: Claim) -> bool:
            there = hostile.get((claim.document, claim.when.tense), ())
            return weight(claim) < sum(weight(other) for other in there if not self.apart(claim, other))

        return [claim for claim in friendly if not outweighed(claim)]

    def parties(self, claim: Claim) -> Pair:
        """Subject and object, rolled up to what they act for."""
        found = self._parties.get(id(claim))
        return found or (self.stands_for(claim.subject.actor, claim), self.stands_for(claim.object.actor, claim))

    def stands_for(self, actor: str, claim: Claim | None = None) -> str:
        document = self.documents.get(claim.document) if claim else None
        return self.affiliations.roll(actor, Level.STATE, document.published if document else None)

    def clients(self, patron: str) -> dict[str, list[Claim]]:
        """Whom the patron supports by deed or stance.

        Truces and loose ties are no patronage, nor is a group a state's patron where words like "allied with" give no
        direction.
        """
        return self._clients.get(patron, {})

    def _find_clients(self) -> dict[str, dict[str, list[Claim]]]:
        found: dict[str, dict[str, list[Claim]]] = {}
        for (patron, client), claims in self.supports.items():
            if not self.kin(patron, client):
                kept = [c for c in claims if c.relation not in _NO_PATRONAGE and not self._upward(c, patron, client)]
                if kept:
                    found.setdefault(patron, {})[client] = kept
        return found

    def bound(self, one: str, other: str) -> list[Claim]:
        """Supports between the two in either direction, truces and loose ties left out."""
        both = self.supports.get((one, other), []) + self.supports.get((other, one), [])
        return [claim for claim in both if claim.relation not in _NO_PATRONAGE]

    def patrons(self) -> list[str]:
        return sorted({subject for subject, _ in self.supports})

    def against(self, one: str, other: str) -> list[Claim]:
        """Hostile claims between the two, in either direction."""
        return self.hostile.get((one, other), []) + self.hostile.get((other, one), [])

    def hostile_pairs(self) -> Iterator[Pair]:
        """Every pair with hostile claims, once, in alphabetical order."""
        yield from sorted({(min(pair), max(pair)) for pair in self.hostile})

    def kin(self, one: str, other: str) -> bool:
        return self.affiliations.kin(one, other)

    def place(self, claim: Claim) -> str | None:
        return claim.place_id or claim.place

    def theatre(self, claims: Iterable[Claim]) -> str | None:
        """The place of the weightiest claim that has one."""
        placed = [claim for claim in claims if claim.place]
        return max(placed, key=weight).place if placed else None

    def apart(self, one: Claim, other: Claim) -> bool:
        """True when the two are surely said of different theatres."""
        return self.places.apart(self.place(one), self.place(other))

    def earlier(self, one: Claim, other: Claim) -> bool:
        return earlier(one, other, self.documents)

    def near(self, one: Claim, other: Claim) -> bool:
        """False when dates put the two claims further apart than `NEAR`, or one is over and the other goes on."""
        if one.document == other.document and (_gave_way(one, other) or _gave_way(other, one)):
            return False
        (start, end), (start2, end2) = period(one, self.documents), period(other, self.documents)
        if end and start2 and end + NEAR < start2:
            return False
        return not (end2 and start and end2 + NEAR < start)

    @cached_property
    def deeds(self) -> dict[Relation, dict[Pair, list[tuple[int, Claim]]]]:
        """By relation and parties as named, the claims trusted enough, with their numbers in the order of reading."""
        found: dict[Relation, dict[Pair, list[tuple[int, Claim]]]] = {}
        for number, claim in enumerate(self.sure):
            pair = claim.subject.actor, claim.object.actor
            found.setdefault(claim.relation, {}).setdefault(pair, []).append((number, claim))
        return found

    @cached_property
    def memberships(self) -> dict[Pair, list[Claim]]:
        """Claims that one is part of the other, by their parties."""
        found: dict[Pair, list[Claim]] = {}
        for claim in self.sure:
            if claim.relation == Relation.PART_OF:
                found.setdefault(self.parties(claim), []).append(claim)
        return found

    @cached_property
    def _holding(self) -> Holding:
        return Holding(self.sure, self.documents, self.places)

    def compared(self, ones: Iterable[Claim], others: Iterable[Claim]) -> Compared:
        """Each of `ones` against each of `others`: what `near`, `apart` and `earlier` say of two. Of claims trusted
        enough."""
        return Compared(self._holding, ones, others, NEAR)

    def meet(self, ones: Sequence[Claim], others: Sequence[Claim]) -> tuple[list[Claim], list[Claim]]:
        """Those of either side that lie near in time to some claim of the other."""
        return paired(ones, others, self.compared(ones, others).near)

    def beside(self, ones: Sequence[Claim], others: Sequence[Claim]) -> tuple[list[Claim], list[Claim]]:
        """Those of either side that are not said of a theatre apart from all of the other."""
        return paired(ones, others, ~self.compared(ones, others).apart)

    def kind(self, actor: str) -> ActorKind:
        return self.actors[actor].kind if actor in self.actors else ActorKind.OTHER

    def _upward(self, claim: Claim, patron: str, client: str) -> bool:
        return claim.relation.symmetric and self.kind(client) == ActorKind.STATE != self.kind(patron)

    def _place(self, actor: str) -> bool:
        return self.kind(actor) == ActorKind.PLACE


def _gave_way(one: Claim, other: Claim) -> bool:
    return is_over(one) and other.when.tense == "present"
