"""Names: what the registry knows, and runs of capitalised words that it does not."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date

from imbroglio.actors.named.owners import Owners, Stretch
from imbroglio.actors.named.runs import HYPHENS, MEN, ORGANISED, Match, Runs
from imbroglio.actors.nouns import Noun
from imbroglio.actors.registry import Registry
from imbroglio.actors.tree import Tree
from imbroglio.knowledge.lexicon import load_lexicon
from imbroglio.knowledge.load import words
from imbroglio.model import ActorKind

_BREAK = re.compile(r"[^\w\s'’.&/‐‑-]")
_NICKNAME = re.compile(r" [“\"‘'«(][^“”\"‘’'«»()]+[”\"’'»)] ")
_PLURAL = re.compile(r"^([A-Z]{3,})s$")  # "VDPs" are the VDP
DESCRIBED = frozenset({"organ", "government", "office", "place", "polity", "outlet"})  # "Defence Ministry" is no name
MEMBERS = frozenset({"people", "machines", "deeds"})  # "Taliban fighters", "NATO jets" are no names either


@dataclass(slots=True)
class Name:
    """A name in the text. `known` are registry actors with the role of the name, `label` the engine's type, `title` the
    token of a title before it ("General"), `dateline` whether it opens a dispatch as the place of writing, `rest`
    whether it is what remains of a longer name without the party in it ("coalition" of "U.S.-led coalition")."""

    start: int
    end: int
    head: int
    known: Sequence[tuple[str, str]]
    label: str = ""
    title: int | None = None
    dateline: bool = False
    rest: bool = False


def text_of(tree: Tree, name: Name) -> str:
    """The name as it is written, without a nickname in quotation marks inside it."""
    text = tree.text(name.start, name.end)
    return _NICKNAME.sub(" ", text) if name.end - name.start > 4 else text


def find_names(tree: Tree, registry: Registry, on: date | None = None) -> list[Name]:
    """All names in order, without overlap; `on` is the day of the text, for names that changed hands."""
    runs = Runs(tree, list(_matches(tree, registry, on)))
    cutter = _Cutter(tree, registry, runs, on)
    found: list[Name] = []
    for start, end in runs:
        for name in cutter.split(start, end):
            name.dateline = name.start in tree.dateline
            found.append(name)
    return found


def _matches(tree: Tree, registry: Registry, on: date | None) -> Iterator[Match]:
    """Registry names, looked for between breaks: no name runs over a comma or a sentence end."""
    begin = 0
    for i in range(len(tree) + 1):
        stop = i == len(tree) or _BREAK.match(tree.words[i]) is not None
        if stop or (i and tree.sentence[i] != tree.sentence[i - 1]):
            told = [_PLURAL.sub(r"\1", word) for word in tree.words[begin:i]]
            for start, end, known in registry.match(told, on) if i > begin else ():
                first, last = begin + start, begin + end
                if _goes_on(tree, registry, first, last, known):
                    continue
                if _is_shared(tree, first, last) or _are_troops(tree, registry, first, last, known):
                    known = [(a.id, n.role) for a, n in registry.find(tree.words[first], on)]
                    last = first + 1  # "U.S. and Afghan forces"
                if not all(word.islower() for word in tree.words[first:last]):
                    yield first, last, known
            begin = i + 1 if stop else i


def _goes_on(tree: Tree, registry: Registry, start: int, end: int, known: Sequence[tuple[str, str]]) -> bool:
    """Whether a person known by title and name has another name here: "General Idris *Kane*" is no Salim Idris."""
    noun = tree.noun(start)
    titled = tree.words[start] in words("titles") or (noun is not None and noun.use == "office")
    if not titled or end - start != 2 or end == len(tree):
        return False
    bearers = [registry.actors[ident] for ident, _ in known]
    if any(one.kind is not ActorKind.PERSON or tree.words[start] in one.name.split() for one in bearers):
        return False  # "Sheikh Hasina Wazed"
    return tree.dep[end] == "flat" and tree.pos[end] == "PROPN" and tree.capital(end)


def _is_shared(tree: Tree, start: int, end: int) -> bool:
    """Whether another name is joined to the first word before a common noun: "U.S. and *Afghan forces*"."""
    common = end - start == 2 and tree.words[end - 1].islower() and tree.number[end - 1] == "plural"
    return common and start > 1 and tree.lower[start - 1] == "and" and tree.capital(start - 2)


def _are_troops(tree: Tree, registry: Registry, start: int, end: int, known: Sequence[tuple[str, str]]) -> bool:
    """Whether a small noun makes the name of a group plain troops of a state: "Lebanese forces", not "Forces"."""
    noun = tree.noun(end - 1)
    if end - start != 2 or not tree.words[end - 1].islower() or noun is None or noun.use != "force":
        return False
    names = [name.text.split()[-1] for _, name in registry.find(tree.text(start, end))]
    group = all(registry.actors[ident].kind is ActorKind.GROUP for ident, _ in known)
    adjective = any(name.role == "demonym" for _, name in registry.find(tree.words[start]))
    return group and adjective and not any(word.islower() for word in names)


class _Cutter:
    """Cuts a run into names: titles go, a demonym before an office or a person stands alone."""

    def __init__(self, tree: Tree, registry: Registry, runs: Runs, on: date | None) -> None:
        self.tree, self.registry, self.runs = tree, registry, runs
        self._on = on
        self._owners = Owners(tree, registry, runs.label, on)

    def split(self, start: int, end: int) -> Iterator[Name]:
        """The names of a run."""
        tree, at = self.tree, self.runs.at
        if tree.words[start] in HYPHENS and start + 1 < end:
            start += 1  # "Secretary-General" is a title in three words
        known = at[start][1] if start in at and at[start][0] == end else ()
        two = self._owners.cut(start, end, bool(known))
        if two is not None:
            yield from self._owned(*two, known)
            return
        if self._is_portfolio(start, end):
            return
        if known:
            against = self._against(start, end)
            yield replace(self._name(start + against, end, known), rest=against)
            return
        title = self._title(start, end)
        if title is not None:
            yield from self._before_title(start, title)
            behind = title + 1 + (tree.lower[title + 1] in {"of", "for"})  # "Secretary for Foreign Affairs"
            for name in self.split(behind, end):
                yield replace(name, title=title) if name.start == title + 1 else name
            return
        joined = end - start > 2 and _behind_of(tree, end - 1)  # "Council of Elders", "Covenant of the Imam"
        if self._is_office(end - 1) and end - start > 1 and not joined and not self._plain(start, end):
            yield from self.split(start, end - 1)  # "the Inherent Resolve Commander", of whatever that is
            return
        person = self._person_behind(start, end)
        if person is not None:
            for name in self.split(person, end):
                name.title = name.title or start - 2
                yield name
            return
        inside = [(i, *at[i]) for i in range(start, end) if i in at]
        cut = self._parts(start, end, inside) if inside else None
        if cut is not None:
            for a, b in cut:
                yield from self.split(a, b)
        elif inside or not self._plain(start, end):
            kept = self._numbered(start, end) or self.runs.surname(start) or self.runs.inside_line(start)
            dropped = tree.lower[start] in words("drop") and start + 1 < end and not kept
            yield from self.split(start + 1, end) if dropped else [self._name(start, end, ())]

    def _is_portfolio(self, start: int, end: int) -> bool:
        """Whether plain words say what a minister is minister of, whoever else is called so: "Foreign Affairs"."""
        if start < 2 or self.tree.lower[start - 1] not in {"of", "for"}:
            return False
        office = self.tree.noun(start - 2)
        plain = all(self.tree.words[i] in words("general") or self.tree.lower[i] == "for" for i in range(start, end))
        return plain and office is not None and office.use in {"office", "organ"}

    def _against(self, start: int, end: int) -> bool:
        """Whether a known name opens with a word that tells whom it is against: "the *counter-ISIL* coalition"."""
        prefix, hyphen, rest = self.tree.lower[start].partition("-")
        return bool(hyphen and rest) and end - start > 1 and prefix in load_lexicon().prefixes

    def _owned(self, first: Stretch, second: Stretch, known: Sequence[tuple[str, str]]) -> Iterator[Name]:
        """The two names of a run that tells whose it is; a known whole is known by the last of them as well."""
        for start, end in (first, second):
            found = [(actor.id, name.role) for actor, name in self.registry.find(self.tree.text(start, end), self._on)]
            bearers = found or (known if (start, end) == second else ())
            if bearers:
                yield replace(self._name(start, end, bearers), rest=not found)
            else:
                yield from self.split(start, end)

    def _plain(self, start: int, end: int) -> bool:
        """Whether the run only has words that by themselves name nothing, and no group's: it is a description."""
        if not all(self._general(i) for i in range(start, end)) or self._numbered(start, end):
            return False
        noun = self.tree.noun(end - 1)
        if end - start == 2 and noun is not None and noun.use == "organ" and self.tree.capital(end - 1):
            return self.tree.lower[start] not in words("directions")  # "the Western Command"
        return end - start == 1 or noun is None or noun.use in DESCRIBED or self.tree.first(start)

    def _title(self, start: int, end: int) -> int | None:
        """The last title before a person's name in the run."""
        tree, last = self.tree, self.tree.noun(end - 1)
        known = next((i for i in range(start, end) if i in self.runs.at and self.runs.at[i][0] == end), end)
        if _organised(last) and tree.words[end - 1] not in words("titles") and known in {start, end}:
            return None  # "General Staff", "King Salman Brigade"
        for i in range(end - 2, start - 1, -1):
            noun = tree.noun(i)
            if (tree.lower[i + 1] == "of" and tree.lower[i] in MEN) or _is_tied(tree, i, end):
                continue
            if tree.pos[i + 1] == "PART" or (i - start > 1 and _behind_of(tree, i) and _organised(tree.noun(start))):
                continue  # "the Imam's Brigades", "the Company of Saint Tamar"
            if i not in self.runs.covered and (tree.words[i] in words("titles") or (noun and noun.use == "office")):
                return i
        return None

    def _is_office(self, i: int) -> bool:
        noun = self.tree.noun(i)
        return noun is not None and noun.use == "office" and noun.group != "ranks" and i not in self.runs.covered

    def _numbered(self, start: int, end: int) -> bool:
        """Whether the number or side of a unit opens its name: "the Fourth Army", "the Eastern Command"."""
        last, first = self.tree.noun(end - 1), self.tree.lower[start]
        unit = last is not None and (last.group == "units" or last.use == "organ")
        sided = first in words("directions") and self.tree.lower[end - 1] in words("sided_units") and end - start == 2
        return (sided or (unit and first in words("ordinals"))) and not self.tree.first(start)

    def _person_behind(self, start: int, end: int) -> int | None:
        """Where a name begins behind the field of an office: "Secretary of *State* X", "Minister for *Africa* X"."""
        tree, person = self.tree, start
        noun = tree.noun(start - 2) if start >= 2 and tree.lower[start - 1] in {"of", "for"} else None
        while person < end and tree.words[person] in words("portfolios"):
            person += 1
        titled = noun is not None and noun.use == "office" and self.runs.label.get(end - 1) == "PERSON"
        return person if titled and start < person < end else None

    def _before_title(self, start: int, end: int) -> Iterator[Name]:
        """Names before a title: "Belarian" in "Belarian Foreign Minister"."""
        while end > start and (self._general(end - 1) or self.tree.words[end - 1] in HYPHENS):
            end -= 1
        if end > start:
            yield from self.split(start, end)

    def _parts(self, start: int, end: int, inside: Sequence[Match]) -> list[tuple[int, int]] | None:
        """Where to cut a run that holds known names; None if the run is one name."""
        first, stop, known = inside[0]
        kind = self.registry.actors[known[0][0]].kind
        if stop - first == 1 and kind is ActorKind.PERSON:
            opens = first > start and stop == end and self.tree.first(start)
            return [(first, end)] if opens and self.runs.label.get(start) != "PERSON" else None  # "Luis Maduro"
        if first > start or self._is_first_name(first, stop, end):
            return None  # "South Ossetia", "Martyr Yasin Brigade", "Chad Miller"
        of = next((i for i in range(stop + 1, end) if self.tree.lower[i] in {"of", "for"}), end)
        last = self.tree.noun(of - 1)
        if last is not None and last.use == "relation":
            return [(a, b) for a, b, _ in inside]  # "US Iraqi Allies" in a headline
        if last is not None and _organised(last) and not self._members(of - 1, last):
            described = last.use in {"organ", "government"} or last.group == "units"
            plain = described and kind is ActorKind.STATE and all(self._general(i) for i in range(stop, end))
            return [(first, stop)] if plain else None  # "Malian Army", but "Libyan Dawn Brigade"
        tied = self.tree.lower[stop] in {"of", "for", "and", "-"} or self.tree.pos[stop] == "PART"
        outlet = kind is ActorKind.MEDIA and self.tree.lower[stop] in words("joints")  # "El Faro de Lom"
        branch = kind is ActorKind.UMBRELLA and end - stop == 1 and self.tree.dep[stop] == "flat"  # "Mai-Mai Kalenga"
        tied = tied or outlet or branch or (kind is ActorKind.POPULATION and self._unknown_group(stop, end))
        return None if tied else [(first, stop), (stop, end)]

    def _unknown_group(self, start: int, end: int) -> bool:
        """Whether what stands behind a people's name is no person or people: "Acholi *Redeemers*"."""
        one = end - start == 1 and start not in self.runs.covered and self.runs.label.get(start) != "PERSON"
        return one and self.tree.noun(start) is None and self.tree.pos[start] in {"PROPN", "NOUN"}

    def _is_first_name(self, first: int, stop: int, end: int) -> bool:
        """Whether a country's name before a single word is a person's: "*Chad* Miller, the commander"."""
        tree, known = self.tree, self.runs.at[first][1]
        flat = tree.dep[stop] == "flat" and tree.head[stop] == first and end - stop == 1 == stop - first
        country = any(
            self.registry.actors[ident].kind is ActorKind.STATE and role != "demonym" for ident, role in known
        )
        offices = (tree.noun(k) for k in tree.kids(first, "appos"))
        borne = any(noun is not None and noun.use == "office" for noun in offices)
        return flat and country and (borne or self.runs.label.get(first) == self.runs.label.get(stop) == "PERSON")

    def _members(self, i: int, noun: Noun) -> bool:
        """Whether the last word of a run says who or what acts for the name before it: "Taliban Fighters"."""
        one_body = noun.word == "guard" and self.tree.number[i] == "singular"  # "Maritime Guard"
        return noun.use in {"force", "fighter"} and noun.group in MEMBERS and not one_body

    def _general(self, i: int) -> bool:
        """A word that by itself names nothing."""
        if i in self.runs.covered:
            return False
        word = self.tree.words[i]
        lists = ("general", "titles", "title_parts")
        return self.tree.noun(i) is not None or any(word in words(name) for name in lists)

    def _name(self, start: int, end: int, known: Sequence[tuple[str, str]]) -> Name:
        head = head_of(self.tree, start, end)
        return Name(start, end, head, known, self.runs.label.get(head) or self.runs.label.get(start, ""))


def _is_tied(tree: Tree, i: int, end: int) -> bool:
    """Whether a hyphen makes a title the first part of a name: "*Saint*-Marc"; a title may be one of two words."""
    last = tree.tied(i)
    noun = tree.noun(last) if last is not None and last < end else None
    return last is not None and last < end and not (noun is not None and noun.use == "office")


def _behind_of(tree: Tree, i: int) -> bool:
    """Whether the word before, but for an article, is "of" or "for"."""
    before = i - 1 - (tree.lower[i - 1] in {"the", "a", "an"})
    return tree.lower[before] in {"of", "for"}


def _organised(noun: Noun | None) -> bool:
    return noun is not None and noun.use in ORGANISED


def head_of(tree: Tree, start: int, end: int) -> int:
    """The token of a stretch that the others depend on; the last nominal one if the parse cuts the stretch up."""
    outside = [i for i in range(start, end) if not start <= tree.head[i] < end or tree.head[i] == i]
    nominal = [i for i in outside if tree.pos[i] in {"NOUN", "PROPN", "ADJ", "PRON", "X"}]
    if len(nominal) == 2 and tree.case(nominal[1]):
        return nominal[0]
    return (nominal or outside or [end - 1])[-1]
