"""Which actor a name stands for: known, met before under a longer or shorter name, or new."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from imbroglio.actors.named.aliases import acronym_of, introduced
from imbroglio.actors.named.find import Name, text_of
from imbroglio.actors.named.kinds import BEHIND, head_noun, is_land, is_state
from imbroglio.actors.named.known import elsewhere, is_loose, known
from imbroglio.actors.named.links import Link, modifies
from imbroglio.actors.named.metonyms import located
from imbroglio.actors.named.namesakes import is_namesake
from imbroglio.actors.named.runs import OPEN
from imbroglio.actors.named.unknown import alike, is_machine, is_short_of_state, unknown
from imbroglio.actors.registry import Registry
from imbroglio.actors.tree import Tree
from imbroglio.knowledge.forms import is_designation
from imbroglio.knowledge.load import words
from imbroglio.knowledge.places import load_gazetteer
from imbroglio.model import Actor, ActorKind
from imbroglio.model import Name as ActorName

STEM = 6  # letters by which words are compared, so that "Corp" and "Corps", "Guard" and "Guards" are alike
MOST_LETTERS = 6  # of an acronym
MOST = 200  # names that are looked at for one short name; bounds what a long text costs


@dataclass(frozen=True, slots=True)
class Entry:
    """A name met in the text, in lower-case words, with its actor and first token."""

    words: tuple[str, ...]
    actor: str
    start: int


@dataclass(slots=True)
class Book:
    """The names of one document and the actors they stand for."""

    tree: Tree
    registry: Registry
    actors: dict[str, Actor] = field(default_factory=dict)
    entries: dict[str, list[Entry]] = field(default_factory=dict)  # by each word, and by ";" and the first letter
    words: dict[str, list[Name]] = field(
        default_factory=dict
    )  # names by each lower-case word, and by ";" and the first letter
    heads: dict[int, str] = field(default_factory=dict)  # the actors of names by their last token
    aliases: dict[str, tuple[str, str]] = field(default_factory=dict)  # text, lower case → actor id, reason
    near: frozenset[str] = frozenset()  # ids of the states that the text speaks of
    spoken: dict[str, set[str]] = field(default_factory=dict)  # by state, the known actors of it that are named

    def read(self, names: list[Name]) -> dict[int, Link]:
        """A link for each name by its position in the list; names that stand for no actor have none.

        Known names come first, then unknown ones from long to short, so that "Guard" finds its "Ashmarch Guard"; last
        come known ones that are a common noun: "Congress" may be the "Moro National Congress" of the text.
        """
        links: dict[int, Link] = {}
        self._index(names)
        self.near = self._countries(names)
        strange = [self._strangers(n) or is_namesake(self.tree, self.registry, n, names) for n in names]
        names = [replace(n, known=self._bearer(n)) if apart else n for n, apart in zip(names, strange, strict=True)]
        self._index(names)
        self._introduce(names)
        for k in sorted(range(len(names)), key=lambda k: self._order(names[k])):
            link = self.link(names[k])
            if link is not None:
                links[k] = link
                self.actors.setdefault(link.actor.id, link.actor)
                self.heads[names[k].end - 1] = link.actor.id
                if link.form in {"name", "metonym"}:
                    self._enter(names[k], link.actor.id)
        # What an adjective has shown to be a state is one wherever it is named.
        return {k: replace(link, actor=self.actors[link.actor.id]) for k, link in links.items()}

    def _index(self, names: list[Name]) -> None:
        self.words = {}
        for name in names:
            for word in {*self.tree.lower[name.start : name.end], ";" + self.tree.lower[name.start][:1]}:
                self.words.setdefault(word, []).append(name)

    def link(self, name: Name) -> Link | None:
        """The actor of one name among all names of the text."""
        text = text_of(self.tree, name)
        alone = name.end - name.start == 1
        if text.lower() in self.aliases:
            ident, reason = self.aliases[text.lower()]
            return Link(self.actors[ident], "name", reason)
        if name.known:
            met = self._met(name, text) if self._common(name) else None
            return met or known(self.tree, self.registry, self.actors, self.near, name)
        if name.dateline or (alone and self._sets_apart(name)) or self._is_make(name):
            return None
        if (machines := self._machines(name)) is not None or (alone and is_designation(text)):
            return machines  # "American C-130s", "C-130s"
        return self._met(name, text) or self._ruled(name) or unknown(self.tree, self.actors, name, self.words)

    def _machines(self, name: Name) -> Link | None:
        """ "RAF *Typhoons*", "French *Rafale* and British Tornado jets": they act for the force named right before."""
        tree, before = self.tree, self.heads.get(name.start - 1)
        if before is None or name.end - name.start != 1 or tree.head[name.start - 1] != name.head:
            return None
        owner = self.actors[before]
        several = tree.words[name.head].endswith("s") or any(is_machine(tree, k) for k in tree.kids(name.head, "conj"))
        if owner.kind is ActorKind.BODY or (owner.kind is ActorKind.STATE and several and name.label != "PERSON"):
            return Link(owner, "description", f"{tree.words[name.head]} of {owner.name}")
        return None

    def _ruled(self, name: Name) -> Link | None:
        """ "The *Albanese Government*": that of the state which somebody of this surname leads."""
        noun = self.tree.noun(name.end - 1) if name.end - name.start == 2 else None
        if noun is None or noun.use != "government" or noun.group != "rule":
            return None
        heads = [a.id for a, _ in self.registry.find(self.tree.words[name.start]) if a.kind is ActorKind.PERSON]
        led = {bond.target for head in heads for bond in self.registry.bonds(head, None, "leads")}
        bodies = {self.registry.body_of(ident, "government") for ident in led} - {None}
        body = bodies.pop() if len(bodies) == 1 else None
        return Link(body, "name", f"government of {body.country}") if body is not None else None

    def _is_make(self, name: Name) -> bool:
        """Whether a name behind that of a state is one of arms: "French *Mirage* jets", "U.S. *Black Hawk* planes"."""
        tree, before = self.tree, self.heads.get(name.start - 1)
        if name.end - name.start > 1 and head_noun(tree, name) is not None:
            return False  # "Sudanese Hill Front drones"
        machine = modifies(tree, name.head) and is_machine(tree, tree.head[name.head])
        return machine and before is not None and self.actors[before].kind is ActorKind.STATE

    def _common(self, name: Name) -> bool:
        """Whether the name is one common noun: "Congress"."""
        return name.end - name.start == 1 and self.tree.noun(name.start) is not None and not name.rest

    def _order(self, name: Name) -> tuple[int, int, int]:
        if name.known:
            return (2, 0, name.start) if self._common(name) else (0, 0, name.start)
        return (1, name.start - name.end, name.start)

    def _countries(self, names: list[Name]) -> frozenset[str]:
        """The states that the text speaks of, by name, through an actor of theirs, or by a place."""
        bearers = [[self.registry.actors[ident] for ident, _ in name.known] for name in names]
        told = [self._is_sure(name, one) for name, one in zip(names, bearers, strict=True)]
        sure = [one[0] for one, is_sure in zip(bearers, told, strict=True) if is_sure]
        unsure = any(one and not is_sure for one, is_sure in zip(bearers, told, strict=True))
        texts = {self.tree.text(n.start, n.end) for n in names if not n.known} if unsure else ()
        places = [place for text in texts if (place := load_gazetteer().find(text))]
        for actor in (one[0] for one in bearers if one and one[0].country):
            self.spoken.setdefault(actor.country or "", set()).add(actor.id)
        return frozenset(filter(None, (*(one.country for one in sure), *(one.country for one in places))))

    def _is_sure(self, name: Name, bearers: Sequence[Actor]) -> bool:
        """Whether a name tells of a country: all its bearers are of one, and not many are called so."""
        one = len({actor.country for actor in bearers}) == 1 and bearers[0].name[-1] != ")"
        return one and not is_loose(self.registry, name, text_of(self.tree, name))

    def _strangers(self, name: Name) -> bool:
        """Whether a known name is here that of somebody else."""
        if not name.known:
            return False
        strange = (
            elsewhere(self.registry, self.near, name, text_of(self.tree, name))
            or self._spelled_out(name)
            or self._is_surname(name)
        )
        return strange or self._is_land(name) or self._is_forgotten(name) or self._begins_another(name)

    def _begins_another(self, name: Name) -> bool:
        """ "Fateh troops", where the text has a "Fateh Force" and nothing of the country of the group so spelled."""
        ident, role = name.known[0]
        country = self.registry.actors[ident].country
        longer = (one for one in self._surnamed(name)[0] if not one.known and one.start + 1 < one.end)
        begins = any(self.tree.lower[one.start] == self.tree.lower[name.start] for one in longer)
        others = self.spoken.get(country or "", set()) - {ident}
        return role == "alias" and len(name.known) == 1 and begins and country is not None and not others

    def _is_land(self, name: Name) -> bool:
        """Whether a known surname is a country or a town of the text: "the republic of *Soro*"."""
        person = self._is_person(name) and name.end - name.start == 1
        return person and any(is_land(self.tree, one) for one in self._same(name))

    def _is_forgotten(self, name: Name) -> bool:
        """Whether a lone surname is that of somebody who leads nobody now, while nothing of his country is spoken of.

        Who has led a state is known everywhere.
        """
        actor = self.registry.actors[name.known[0][0]]
        lone = actor.kind is ActorKind.PERSON and name.end - name.start == 1 and len(name.known) == 1
        led = [(bond.end, self.registry.get(bond.target)) for bond in actor.bonds if bond.kind == "leads"]
        if (
            not lone
            or name.title is not None
            or any(end is None or (of and of.kind is ActorKind.STATE) for end, of in led)
        ):
            return False
        own = {actor.id, *(bond.target for bond in actor.bonds)}
        told = (
            set().union(*self.spoken.values()) & own - {actor.id} or self.spoken.get(actor.country or "", set()) - own
        )
        given = any(other.known == name.known for other in self._surnamed(name)[0])
        return bool(self.near - {actor.country}) and not told and not given

    def _same(self, name: Name) -> list[Name]:
        """Where the text has the same words for a name, if it has no title."""
        return alike(self.tree, name, self.words)

    def _is_surname(self, name: Name) -> bool:
        """Whether a place that may stand for a government is a person of the text: "Gen. Michael *Langley*".

        Or a known surname that of another: "Kabila" where the text has told of Laurent-Désiré, and of no Joseph.
        """
        several, bearers = self._surnamed(name)
        if all(role in {"capital", "metonym"} for _, role in name.known):
            return bool(bearers)
        told = {ident for other in several for ident, _ in other.known}
        person = all(self.registry.actors[i].kind is ActorKind.PERSON and i not in told for i, _ in name.known)
        return person and any(other.start < name.start for other in bearers)

    def _bearer(self, name: Name) -> Sequence[tuple[str, str]]:
        """The known person of the text whose surname the name is, if there is one."""
        _, bearers = self._surnamed(name)
        return next((n.known for n in reversed(bearers) if n.start < name.start and self._is_person(n)), [])

    def _surnamed(self, name: Name) -> tuple[list[Name], list[Name]]:
        """The names of several words that hold a name of one word, and those of persons whose last word it is."""
        word = self.tree.lower[name.start]
        found = self.words.get(word, ())[:MOST] if name.end - name.start == 1 else ()
        several = [other for other in found if other.end - other.start > 1]
        persons = (other for other in several if other.label == "PERSON" or self._is_person(other))
        return several, [other for other in persons if self.tree.lower[other.end - 1] == word]

    def _is_person(self, name: Name) -> bool:
        return any(self.registry.actors[ident].kind is ActorKind.PERSON for ident, _ in name.known)

    def _spelled_out(self, name: Name) -> bool:
        """Whether a known acronym is that of a longer name in this very text, of somebody else."""
        text = self.tree.text(name.start, name.end)
        if not name.known or not text.isupper() or "." in text or not 2 <= len(text) <= MOST_LETTERS:
            return False  # "U.S." is no "USS Stockdale"
        initials = self.words.get(";" + text[0].lower(), ())[:MOST]
        longer = [one for one in initials if one.end - one.start > 1]
        longer = [one for one in longer if acronym_of(text, self.tree.words[one.start : one.end])]
        bearers = {ident for ident, _ in name.known}
        if any(not bearers.isdisjoint(ident for ident, _ in one.known) for one in longer):
            return False
        return any(one.known or self._strange(one, name) for one in longer)

    def last_called(self, word: str) -> Actor | None:
        """The actor last named by, or with, a word."""
        found = self.entries.get(word.lower())
        return self.actors[found[-1].actor] if found else None

    def _enter(self, name: Name, actor: str) -> None:
        entry = Entry(tuple(self.tree.lower[name.start : name.end]), actor, name.start)
        for key in {*entry.words, ";" + entry.words[0][:1]}:
            self.entries.setdefault(key, []).append(entry)

    def _introduce(self, names: list[Name]) -> None:
        """Read the aliases that the text introduces, so that they hold everywhere in it."""
        for one, other in introduced(self.tree, names):
            spelled = acronym_of(self.tree.text(other.start, other.end), self.tree.words[one.start : one.end])
            if one.known and other.known and (set(one.known) & set(other.known) or not spelled):
                continue
            if other.known and not one.known and not (spelled and self._strange(one, other)):
                one, other = other, one
            link = self.link(one)
            if link is not None and link.actor.kind is not ActorKind.PLACE:
                text = self.tree.text(other.start, other.end)
                acronym = text.isupper()
                self.actors[link.actor.id] = _called(self.actors.get(link.actor.id, link.actor), text, acronym)
                reason = f"{'acronym' if acronym else 'other name'} introduced at {self.tree.starts[other.start]}"
                self.aliases[text.lower()] = link.actor.id, reason
                self._enter(one, link.actor.id)

    def _strange(self, one: Name, other: Name) -> bool:
        """Whether the name shares hardly a word with the known actor whose acronym it has, and so is another actor."""
        mine = {word[:STEM] for word in self.tree.lower[one.start : one.end]}
        names = self.registry.actors[other.known[0][0]].names
        shared = max(len(mine & {word[:STEM] for word in n.text.lower().split()}) for n in names)
        return 2 * shared < len(mine)

    def _met(self, name: Name, text: str) -> Link | None:
        """An actor whose longer name, or whose initials, these words are; an earlier one rather than a later."""
        tree = self.tree
        short = tuple(tree.lower[name.start : name.end])
        best: Entry | None = None
        near = self.entries.get(short[-1], [])[-MOST:]
        for entry in near + (self.entries.get(";" + short[0][:1], [])[-MOST:] if text.isupper() else []):
            if entry.words == short:
                return Link(self.actors[entry.actor], "name", "same name")
            longer = tree.words[entry.start : entry.start + len(entry.words)]
            spelled = text.isupper() and acronym_of(text, longer)
            if spelled or (self._part(short, entry) and self._alike(name, entry)):
                earlier = entry.start < name.start
                if best is None or (earlier and (best.start > name.start or entry.start > best.start)):
                    best = entry
        if best is None:
            return None
        actor = self.actors[best.actor]
        return Link(actor, "name", f"short for {actor.name}")

    def _alike(self, name: Name, entry: Entry) -> bool:
        """A place is no short name of an organisation, nor an organisation of a person, unless it is his surname."""
        kind, same = self.actors[entry.actor].kind, self._same(name)
        if kind is ActorKind.STATE:
            return True
        if any(is_land(self.tree, one) for one in same):
            return False
        if any(located(self.tree, one.head) for one in (name, *same) if one is name or kind is ActorKind.PERSON):
            return False
        if kind is ActorKind.PERSON and entry.words[-1] == self.tree.lower[name.end - 1]:
            return True  # "Tembo's army", of the president
        if any(is_state(self.tree, one) for one in same) or name.label == "PLACE":
            return False  # "the government of Bukwera" is not that of an "Alliance of Bukwera"
        banner = len(entry.words) == 2 and entry.words[0] in words("foreign_heads")  # "Laskar Harimau"
        firm = kind is ActorKind.OTHER and entry.words[0] == self.tree.lower[name.start] and name.title is None
        above = self.tree.noun(self.tree.head[name.head]) if modifies(self.tree, name.head) else None
        theirs = above is not None and above.use in {"force", "fighter"} and kind is not ActorKind.PERSON
        firm = firm or (theirs and entry.words[0] == self.tree.lower[name.start])  # "Fateh troops", of a "Fateh Force"
        return banner or firm or name.label != ("ORG" if kind is ActorKind.PERSON else "PERSON")

    def _part(self, short: tuple[str, ...], entry: Entry) -> bool:
        """Whether the words are a surname or a shortened name of the entry."""
        if len(short) >= len(entry.words) or not set(short) <= set(entry.words):
            return False
        kind = self.actors[entry.actor].kind
        if kind is ActorKind.STATE:
            return is_short_of_state(short, entry.words)
        if kind is ActorKind.PLACE or all(w in words("general") | words("joints") for w in short):
            return False
        if kind is ActorKind.PERSON:
            return short[-1] == entry.words[-1] or len(short) == 1 or not OPEN.isdisjoint(entry.words)  # nickname
        behind = next((i for i, word in enumerate(entry.words) if word in BEHIND), 0)
        if behind and set(short) <= set(entry.words[behind:]):
            return False  # "Bukwera" of the "Alliance for Bukwera"
        return entry.words[-1] in short or entry.words[0] in short

    def _sets_apart(self, name: Name) -> bool:
        """A lone unknown word before a noun, as in "Masalit militia", says which group it is and is no party itself."""
        tree, head = self.tree, name.head
        noun = tree.noun(tree.head[head])
        if noun is None or noun.use not in {"fighter", "collective", "people"} or not modifies(tree, head):
            return False
        others = (n for n in self.words[tree.lower[head]] if n is not name)
        return name.label not in {"ORG", "PLACE"} and all(modifies(tree, n.head) for n in others)


def _called(actor: Actor, text: str, acronym: bool) -> Actor:
    """The actor with one more name."""
    if any(n.text == text for n in actor.names):
        return actor
    return replace(actor, names=(*actor.names, ActorName(text, "acronym" if acronym else "alias")))
