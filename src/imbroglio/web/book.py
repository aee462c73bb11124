"""The case as all views see it: one state of documents and decisions, indexed; and the shelf that keeps the latest."""

from __future__ import annotations

import secrets
import threading
from collections.abc import Callable, Hashable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, cached_property, lru_cache
from typing import TYPE_CHECKING, Any, TypeVar

import numpy as np

from imbroglio import __version__
from imbroglio.graph import Affiliations, Level, PlaceTree
from imbroglio.model import FIRMNESS, STATUSES, Actor, Claim, Document, RelationClass
from imbroglio.web.columns import CLASSES, RELATIONS, Columns, Ints
from imbroglio.web.query import Query
from imbroglio.web.tension import Tensions, tensions

if TYPE_CHECKING:
    from imbroglio.case import Case
    from imbroglio.case.review import Base, Entry, Reviewed

T = TypeVar("T")
KEPT = 200  # answers of views that a book remembers


@dataclass(frozen=True)
class Structure:
    """Who acts for whom, as one state of the decisions has it; taken over while no decision touches it."""

    signature: Hashable
    affiliations: Affiliations
    rolled: dict[Level, tuple[Ints, Ints]]


class Book:
    """One state of a case. Positions are places in `claims`, which holds rejected claims too."""

    REJECTED = STATUSES.index("rejected")

    def __init__(self, case: Case, before: Book | None = None, read_only: bool = False) -> None:
        review = case.review
        self.case = case
        self.read_only = read_only
        self.base: Base = review.base()
        self.view: Reviewed = review.view()
        self.version = f"{case.state()}.{self.view.log}"
        self.documents: Mapping[str, Document] = self.base.documents
        self.actors: Mapping[str, Actor] = self.view.actors
        self.keys, self.claims = self.view.keys, self.view.claims
        same = before is not None and before.base is self.base
        self.tree: PlaceTree = before.tree if before else PlaceTree()
        self.read: Columns = before.read if before and same else self._columns()
        self.columns = self._patched()
        self.status = self._status()
        self._folded: Callable[[], dict[str, str]] = before._folded if before and same else cache(self._fold)
        self._last = before.__dict__.get("tensions") if before and same else None
        self._before = before.structure if before and same else None
        self._answers: dict[Hashable, Any] = {}
        self._making: dict[Hashable, threading.Lock] = {}
        self._lock = threading.Lock()
        self._mark: str = before._mark if before else secrets.token_hex(4)

    def _columns(self) -> Columns:
        return Columns.of(self.base.claims, self.documents, self.base.actors)

    def _patched(self) -> Columns:
        touched = sorted(self.view.touched)
        added = self.claims[len(self.base.claims) :]
        return self.read.patched(touched, [self.claims[i] for i in touched], added, self.documents, self.actors)

    def _fold(self) -> dict[str, str]:
        return {id: document.text.casefold() for id, document in self.documents.items()}

    def _status(self) -> Ints:
        status = np.full(len(self.claims), STATUSES.index("unreviewed"), np.int32)
        trust = self.columns["trust"]
        for key, entry in self.view.entries.items():
            for place in self.places(key):
                status[place] = STATUSES.index(entry.status)
                if entry.status == "accepted":
                    trust[place] = 1000
        return status

    @cached_property
    def _added(self) -> dict[str, int]:
        first = len(self.base.claims)
        return {key: place for place, key in enumerate(self.keys[first:], first)}

    def places(self, key: str) -> list[int]:
        """Where a claim stands; empty for an id that the case does not have."""
        return self.base.places.get(key) or ([self._added[key]] if key in self._added else [])

    def entry(self, place: int) -> Entry | None:
        return self.view.entries.get(self.keys[place])

    @property
    def _moved(self) -> list[int]:
        return sorted(self.view.touched)

    @cached_property
    def _where(self) -> dict[int, int]:
        """Positions of the claims by their identity, which is quicker to tell than their id."""
        return {id(claim): place for place, claim in enumerate(self.claims)}

    def place(self, claim: Claim) -> int:
        """Where a claim that an analysis gave back stands."""
        place = self._where.get(id(claim))
        return self.places(self.view.key(claim))[0] if place is None else place

    def key(self, claim: Claim) -> str:
        """The id by which a claim of an analysis is known."""
        place = self._where.get(id(claim))
        return self.view.key(claim) if place is None else self.keys[place]

    # Who acts for whom

    @cached_property
    def structure(self) -> Structure:
        signature = self._signature()
        if self._before and self._before.signature == signature:
            return self._before
        structural = (RelationClass.STRUCTURE,)
        wanted = np.isin(self.columns["klass"], [CLASSES.index(klass) for klass in structural])
        wanted &= self.status != self.REJECTED
        return Structure(signature, Affiliations(self.actors, (self.claims[i] for i in np.flatnonzero(wanted))), {})

    def _signature(self) -> Hashable:
        """What the structure rests on beside the reading: actors, and decisions about structural claims."""
        entries = (
            (key, entry.status == "rejected", entry.claim.id)
            for key, entry in self.view.entries.items()
            if RelationClass.STRUCTURE in {c.relation.klass for c in (entry.read, entry.claim) if c}
        )
        people = {id: actor.bonds for id, actor in self.actors.items() if self.base.actors.get(id) is not actor}
        return tuple(entries), tuple(people.items()), tuple(self.view.merged.items())

    @property
    def affiliations(self) -> Affiliations:
        return self.structure.affiliations

    def rolled(self, level: Level) -> tuple[Ints, Ints]:
        """Actor codes of every claim's subject and object at the level."""
        if level == Level.ACTOR:
            return self.columns["subject"], self.columns["object"]
        if level not in self.structure.rolled:
            self.structure.rolled[level] = self._roll(self.read, range(len(self.read)), level)
        read = self.structure.rolled[level]
        return read if self.columns is self.read else self.cached(("rolled", level), lambda: self._anew(read, level))

    def _anew(self, read: tuple[Ints, Ints], level: Level) -> tuple[Ints, Ints]:
        """The rolled columns as read, with what decisions changed and added."""
        touched = self._moved
        new = self._roll(self.columns, [*touched, *range(len(self.read), len(self.columns))], level)
        sides = []
        for old, anew in zip(read, new, strict=True):
            codes = np.concatenate([old, anew[len(touched) :]])
            codes[touched] = anew[: len(touched)]
            sides.append(codes)
        return sides[0], sides[1]

    def _roll(self, columns: Columns, places: Sequence[int], level: Level) -> tuple[Ints, Ints]:
        names, known = columns.vocabulary, self.affiliations
        published = [self.documents[id].published for id in names.document.names]
        where = np.fromiter(places, np.int32, len(places))
        made: dict[tuple[int, int], int] = {}
        sides = []
        for codes in (columns["subject"][where], columns["object"][where]):
            rolled = []
            for actor, document in zip(codes.tolist(), columns["document"][where].tolist(), strict=True):
                key = (actor, document if known.dated(names.actor.names[actor]) else -1)
                if key not in made:
                    made[key] = names.actor(known.roll(names.actor.names[actor], level, published[document]))
                rolled.append(made[key])
            sides.append(np.array(rolled, np.int32))
        return sides[0], sides[1]

    @cached_property
    def bound(self) -> dict[str, list[Actor]]:
        """By actor, those that have a bond to it."""
        found: dict[str, list[Actor]] = {}
        for actor in self.actors.values():
            for target in dict.fromkeys(bond.target for bond in actor.bonds):
                found.setdefault(target, []).append(actor)
        return found

    def code(self, actor: str, level: Level) -> int:
        """The code under which claims of the actor are counted at the level, -1 if none is.

        An actor that some claims are counted as (a group before it joined its umbrella) is meant itself.
        """
        codes = self.columns.vocabulary.actor.of
        own = codes.get(self.view.actor(actor), -1)
        return own if own in self._counted(level) else codes.get(self.roll(actor, level), -1)

    def _counted(self, level: Level) -> frozenset[int]:
        return self.cached(
            ("counted", level), lambda: frozenset(np.unique(np.concatenate(self.rolled(level))).tolist())
        )

    def roll(self, actor: str, level: Level) -> str:
        return self.affiliations.roll(self.view.actor(actor), level)

    @property
    def tag(self) -> str:
        """A word for the state of what the book can answer, findings that are still worked out included.

        Another case that is served at the same address afterwards has others, however alike the two are.
        """
        found = self.__dict__.get("tensions")
        return f"{__version__}-{self._mark}-{self.version}{'-pending' if found and found.pending else ''}"

    @cached_property
    def tensions(self) -> Tensions:
        """What does not add up."""
        return tensions(self, self._last)

    def factions(self, level: Level) -> dict[str, int]:
        """The camp (0 or 1) of each actor that takes sides, at the level; see `camps`."""
        return self.cached(("factions", level), lambda: self._factions(level))

    def _factions(self, level: Level) -> dict[str, int]:
        from imbroglio.web.camps import camps

        return {id: n for n, camp in enumerate(camps(self, level)) for id in camp}

    # Which claims

    @cached_property
    def claims_in(self) -> dict[str, int]:
        """How many claims each document has, but rejected ones."""
        shown = self.columns["document"][self.status != self.REJECTED]
        names = self.columns.vocabulary.document.names
        return dict(zip(names, np.bincount(shown, minlength=len(names)).tolist(), strict=True))

    def select(self, query: Query) -> Ints:
        """Positions of the claims that pass the filters, in order."""
        return self.cached(("select", query), lambda: np.flatnonzero(self._mask(query)).astype(np.int32))

    def _mask(self, query: Query) -> Any:
        columns, names = self.columns, self.columns.vocabulary
        keep = np.isin(self.status, [STATUSES.index(status) for status in query.status])
        if query.theatre:
            keep &= np.isin(columns["place"], self.within(query.theatre))
        if query.since:
            keep &= columns["until"] >= query.since.toordinal()
        if query.until:
            keep &= columns["since"] <= query.until.toordinal()
        if query.trust:
            keep &= columns["trust"] >= round(query.trust * 1000)
        if not query.background:
            keep &= columns["background"] == 0
        for name, wanted in (
            ("firmness", [FIRMNESS.index(value) for value in query.firmness]),
            ("relation", [RELATIONS.index(value) for value in query.relation]),
            ("klass", [CLASSES.index(value) for value in query.klass]),
        ):
            if wanted:
                keep &= np.isin(columns[name], wanted)  # type: ignore[index]
        if query.outlet:
            keep &= np.isin(columns["outlet"], names.outlet.known(query.outlet))
        if query.document:
            keep &= np.isin(columns["document"], names.document.known(query.document))
        if query.actor:
            subject, object_ = self.rolled(query.level)
            wanted = [self.code(actor, query.level) for actor in query.actor]
            keep &= np.isin(subject, wanted) | np.isin(object_, wanted)
        return keep

    @cached_property
    def claims_of(self) -> dict[str, list[int]]:
        """Positions of each document's claims."""
        found: dict[str, list[int]] = {}
        for place, claim in enumerate(self.claims):
            found.setdefault(claim.document, []).append(place)
        return found

    @cached_property
    def spoken(self) -> dict[str, int]:
        """How many claims that stand each actor is a party to."""
        shown = self.status != self.REJECTED
        both = np.concatenate([self.columns["subject"][shown], self.columns["object"][shown]])
        names = self.columns.vocabulary.actor.names
        return dict(zip(names, np.bincount(both, minlength=len(names)).tolist(), strict=True))

    @cached_property
    def names(self) -> dict[str, list[str]]:
        """By actor that is spoken of, all names in lower case."""
        return {
            id: list(dict.fromkeys([actor.name.casefold(), *(name.text.casefold() for name in actor.names)]))
            for id, actor in self.actors.items()
            if self.spoken.get(id)
        }

    @property
    def folded(self) -> dict[str, str]:
        """The documents' texts in lower case; kept as long as the documents are."""
        return self._folded()

    def within(self, theatres: Iterable[str]) -> list[int]:
        """Codes of the places that lie in any of these."""
        wanted = set(theatres)
        return [
            code
            for code, name in enumerate(self.columns.vocabulary.place.names)
            if name and (self.theatres[code] in wanted or any(self.tree.within(name, area) for area in wanted))
        ]

    @cached_property
    def theatres(self) -> list[str]:
        """By place code, the theatre: the country where it is known, else the place, "" for none."""
        vocabulary = self.columns.vocabulary
        found = []
        for code, key in enumerate(vocabulary.place.names):
            place = self.tree.place(key) if key else None
            found.append(self.tree.country(key or None) or (place.name if place else vocabulary.called[code]))
        return found

    @cached_property
    def theatre_names(self) -> list[str]:
        """The theatres once each, "" before all."""
        return list(dict.fromkeys(["", *self.theatres]))

    @cached_property
    def theatre_codes(self) -> Ints:
        """By place code, where in `theatre_names` its theatre stands."""
        code = {name: n for n, name in enumerate(self.theatre_names)}
        return np.array([code[name] for name in self.theatres], np.int32)

    def records(self, kind: str) -> Sequence[Any]:
        """Agreements, norms, goals or routes, as read."""
        return self.cached(("records", kind), lambda: self.case.records(kind))

    def claims_at(self, places: Iterable[int]) -> list[Claim]:
        return [self.claims[place] for place in places]

    def name(self, actor: str) -> str:
        found = self.actors.get(actor)
        return found.name if found else actor

    def cached(self, key: Hashable, make: Callable[[], T]) -> T:
        """The answer remembered under the key, made if it is not there; who asks meanwhile waits for it."""
        with self._lock:
            if key in self._answers:
                return self._remembered(key)
            making = self._making.setdefault(key, threading.Lock())
        with making:
            with self._lock:
                if key in self._answers:
                    return self._remembered(key)
            answer = make()
            with self._lock:
                self._answers[key] = answer
                self._making.pop(key, None)
                while len(self._answers) > KEPT:
                    self._answers.pop(next(iter(self._answers)))
            return answer

    def _remembered(self, key: Hashable) -> Any:
        """An answer, put behind the others, so that those that nobody asks for are forgotten first."""
        answer = self._answers[key] = self._answers.pop(key)
        return answer


class Shelf:
    """Gives the book of the case as it is now; made anew when a document was read or a decision taken."""

    def __init__(self, case: Case, read_only: bool = False) -> None:
        self.case = case
        self.read_only = read_only
        self._book: Book | None = None
        self._lock = threading.Lock()

    def book(self) -> Book:
        with self._lock:
            version = f"{self.case.state()}.{self.case.log()}"
            if self._book is None or self._book.version != version:
                self._book = Book(self.case, self._book, self.read_only)
            return self._book


@lru_cache(maxsize=1)
def country_codes() -> dict[str, str]:
    """ISO 3166 two-letter codes by state id, from the registry."""
    from imbroglio.knowledge import load

    return {actor.id: actor.ids["iso2"] for actor in load.actors() if "iso2" in actor.ids}
