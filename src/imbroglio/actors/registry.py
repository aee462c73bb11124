"""The actors that are known beforehand, by id, by name, and in running text."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import lru_cache

from imbroglio.actors.nouns import noun_of
from imbroglio.actors.pieces import Piece, pieces, same_case
from imbroglio.knowledge import load
from imbroglio.model import Actor, ActorKind, Bond, Name

Found = list[tuple[Actor, Name]]
Match = tuple[int, int, list[tuple[str, str]]]
Path = tuple[int, str, tuple[str, ...]]
SMALL = 3  # words of a name that may go on small after the first


@dataclass(slots=True)
class _Entry:
    """One name of one actor in the index."""

    actor: Actor
    name: Name
    raw: tuple[str, ...]


@dataclass(slots=True)
class Registry:
    """Known actors; `Registry.load()` gives the shipped ones, shared and read-only."""

    actors: dict[str, Actor]
    _index: dict[str, list[_Entry]] = field(default_factory=dict)
    _prefixes: set[str] = field(default_factory=set)
    _below: dict[tuple[str, str], list[tuple[str, Bond]]] = field(default_factory=dict)

    @staticmethod
    @lru_cache(maxsize=1)
    def load() -> Registry:
        """The registry of the knowledge files."""
        return Registry.of(load.actors())

    @staticmethod
    def of(actors: Sequence[Actor]) -> Registry:
        """A registry of the given actors."""
        made = Registry({a.id: a for a in actors})
        below: defaultdict[tuple[str, str], list[tuple[str, Bond]]] = defaultdict(list)
        for actor in actors:
            for name in actor.names:
                made._add(actor, name)
            for bond in actor.bonds:
                below[bond.kind, bond.target].append((actor.id, bond))
        made._below = dict(below)
        return made

    def _add(self, actor: Actor, name: Name) -> None:
        cut = name_pieces(name.text)
        if not cut:
            return
        key = ""
        for piece in cut[:-1]:
            key = f"{key} {piece.key}" if key else piece.key
            self._prefixes.add(key)
        key = f"{key} {cut[-1].key}" if key else cut[-1].key
        self._index.setdefault(key, []).append(_Entry(actor, name, tuple(p.raw for p in cut)))

    def get(self, ident: str) -> Actor | None:
        """The actor with this id, or None."""
        return self.actors.get(ident)

    def find(self, name: str, on: date | None = None) -> Found:
        """Actors that bear the name (on that day), with the record of the name; several if it is ambiguous.

        Apostrophes, hyphens, dots, diacritics, "the" and al-/Al- make no difference; acronyms keep their capitals.
        """
        cut = name_pieces(name)
        best: dict[str, tuple[Actor, Name]] = {}
        for entry in self._fitting(" ".join(p.key for p in cut), [p.raw for p in cut]):
            if _in_use(entry.name, on):
                best.setdefault(entry.actor.id, (entry.actor, entry.name))
        return list(best.values())

    def match(self, words: Sequence[str], on: date | None = None) -> list[Match]:
        """The known names in a tokenized text: `(start, end, [(actor id, name role), …])`, token offsets, half-open.

        Longest first from the left, without overlap. "The" before a name is no part of it.
        Sure bearers of the name come before ambiguous ones, those who still bear it before others, and those who bore
        it on that day alone count where there are some; a name that may be an ordinary word ("The Sun") does not count
        inside a longer capitalised phrase.
        """
        found: list[Match] = []
        cut = pieces(words)
        i = 0
        while i < len(cut):
            hit = self._longest(cut, i) if cut[i].start >= 0 and self._may_begin(cut[i]) else None
            if hit is None:
                i += 1
                continue
            stop, entries = hit
            i, begin = stop, i
            if all(_wants_room(e) for e in entries) and _inside(cut, begin, stop):
                continue
            if all(e.actor.kind is ActorKind.PERSON and len(e.raw) == 1 for e in entries) and _goes_on(cut, stop):
                continue
            entries = [e for e in entries if _in_use(e.name, on)] or entries
            entries.sort(key=lambda e: (e.name.ambiguous, e.name.end is not None))
            unique = {entry.actor.id: entry.name.role for entry in reversed(entries)}
            found.append((cut[begin].start, cut[stop - 1].end, list(reversed(unique.items()))))
        return found

    def _may_begin(self, piece: Piece) -> bool:
        """Whether any name begins with the piece; before an apostrophe it may be the half of one."""
        return piece.key in self._prefixes or piece.key in self._index or piece.joint == "apostrophe"

    def _longest(self, cut: list[Piece], start: int) -> tuple[int, list[_Entry]] | None:
        """The longest name that begins with the piece: the piece after it, and who bears it."""
        best: tuple[int, list[_Entry]] | None = None
        for stop, key, raw in self._paths(cut, start, "", ()):
            owned = stop - start == 2 and cut[start].joint == "apostrophe" and cut[stop - 1].key == "s"
            if owned or cut[stop - 1].end < 0:
                continue  # "the Emirate's" are no Emirates
            if (best is None or stop > best[0]) and (fitting := self._fitting(key, raw)):
                best = stop, fitting
        return best

    def _paths(self, cut: list[Piece], at: int, key: str, raw: tuple[str, ...]) -> Iterator[Path]:
        """All ways to read on from a piece; pieces with an apostrophe between them read as one or as two."""
        joined_key, joined_raw = "", ""
        for stop in range(at + 1, min(at + 3, len(cut)) + 1):
            joined_key, joined_raw = joined_key + cut[stop - 1].key, joined_raw + cut[stop - 1].raw
            longer = f"{key} {joined_key}" if key else joined_key
            if longer in self._index:
                yield stop, longer, (*raw, joined_raw)
            if longer in self._prefixes and stop < len(cut) and cut[stop - 1].joint != "stop":
                yield from self._paths(cut, stop, longer, (*raw, joined_raw))
            if cut[stop - 1].joint != "apostrophe":
                return

    def _fitting(self, key: str, raw: Sequence[str]) -> list[_Entry]:
        """Index entries under the key whose letter case the text allows."""
        return [entry for entry in self._index.get(key, ()) if _written(entry.raw, raw)]

    def bonds(self, ident: str, on: date | None = None, kind: str | None = None) -> list[Bond]:
        """What the actor is part of, leads or was renamed to (on that day; an undated bond always holds)."""
        actor = self.actors.get(ident)
        return [b for b in actor.bonds if _holds(b, on) and kind in (None, b.kind)] if actor else []

    def state_of(self, ident: str, on: date | None = None) -> str | None:
        """The id of the state that a government body, military or office holder acts for; a state is its own.

        Armed groups, media and private people have a country but act for no state: None.
        """
        seen: set[str] = set()
        queue = [ident]
        while queue:
            actor = self.actors.get(queue.pop(0))
            if actor is None or actor.id in seen:
                continue
            if actor.kind is ActorKind.STATE:
                return actor.id
            seen.add(actor.id)
            queue += [b.target for b in actor.bonds if b.kind != "renamed" and _holds(b, on)]
        return None

    def members(self, ident: str, on: date | None = None) -> list[str]:
        """The actors that are directly part of this one."""
        return [a for a, bond in self._below.get(("part_of", ident), ()) if _holds(bond, on)]

    def leader_of(self, ident: str, on: date | None = None) -> list[str]:
        """Who leads the actor (on that day), by id."""
        return [a for a, bond in self._below.get(("leads", ident), ()) if _holds(bond, on)]

    def body_of(self, state: str, noun: str) -> Actor | None:
        """The body of a state that a common noun names: `body_of("iran", "foreign ministry")`; None if it has none."""
        actor = self.actors.get(state)
        for name in actor.names if actor else ():
            if name.role in ("preferred", "demonym", "acronym"):
                for found, _ in self.find(f"{name.text} {noun}"):
                    if found.country == state:
                        return found
        return None

    def surnames(self) -> dict[str, list[str]]:
        """Persons by last word and by one-word names: `{"al-Assad": ["bashar-al-assad"], …}`."""
        found: defaultdict[str, list[str]] = defaultdict(list)
        for person in self.actors.values():
            if person.kind is ActorKind.PERSON:
                single = {name.text for name in person.names if " " not in name.text}
                for word in {person.name.split()[-1], *single}:
                    found[word].append(person.id)
        return dict(found)


BANDS = frozenset({"collective", "fighter"})  # uses of nouns that end the names of bands


def _written(name: Sequence[str], text: Sequence[str]) -> bool:
    """Whether a text's letters are the name's; a long name may go on small, and the noun at its end be plain.

    "Syrian democratic forces", "the Sinaloa cartel".
    """
    small = len(name) >= SMALL and name[0] == text[0]
    if len(name) > 1 and list(name[:-1]) == list(text[:-1]) and name[-1].istitle() and text[-1] == name[-1].lower():
        noun = noun_of(text[-1], text[-1])
        if noun is not None and noun.use in BANDS:
            return True
    return all(
        same_case(n, t, first=i == 0) or (small and n.istitle() and t.islower())
        for i, (n, t) in enumerate(zip(name, text, strict=True))
    )


def name_pieces(name: str) -> list[Piece]:
    """The pieces of a name, glued where an apostrophe stands, without a leading "the"."""
    joined: list[Piece] = []
    for piece in pieces(name.split()):
        if piece.start == -1 and joined and joined[-1].joint == "apostrophe":
            last = joined.pop()
            piece = piece._replace(key=last.key + piece.key, raw=last.raw + piece.raw, start=last.start)
        joined.append(piece)
    return joined[1:] if len(joined) > 1 and joined[0].key == "the" else joined


def _wants_room(entry: _Entry) -> bool:
    return entry.name.ambiguous and entry.name.role != "acronym"


def _goes_on(cut: list[Piece], stop: int) -> bool:
    """Whether a particle of names follows: "Hadi" in "Hadi al-Amiri" is a first name."""
    return stop < len(cut) and cut[stop - 1].joint == "open" and cut[stop].key in {"al", "bin", "ibn"}


def _inside(cut: list[Piece], start: int, stop: int) -> bool:
    """Whether a capitalised word stands right before or after the pieces: "National" in "National Army"."""
    after = cut[stop - 1].joint != "stop" and stop < len(cut) and cut[stop].raw[:1].isupper()
    before = start > 0 and cut[start - 1].joint != "stop" and cut[start - 1].raw[:1].isupper()
    return after or (before and cut[start - 1].key != "the")


def _in_use(name: Name, on: date | None) -> bool:
    return on is None or ((name.start is None or name.start <= on) and (name.end is None or on <= name.end))


def _holds(bond: Bond, on: date | None) -> bool:
    return on is None or ((bond.start is None or bond.start <= on) and (bond.end is None or on <= bond.end))
