"""Which actor a name stands for: known, met before under a longer or shorter name, or new."""

from __future__ import annotations

from dataclasses import dataclass, field, replace

from imbroglio.actors.aliases import acronym_of, introduced
from imbroglio.actors.kinds import head_noun, kind_of
from imbroglio.actors.metonyms import located
from imbroglio.actors.names import Name
from imbroglio.actors.normal import slug
from imbroglio.actors.nouns import words
from imbroglio.actors.registry import Registry
from imbroglio.actors.tree import Tree
from imbroglio.knowledge.places import load_gazetteer
from imbroglio.model import Actor, ActorKind
from imbroglio.model import Name as Known
from imbroglio.model.mention import Form

ENDINGS = ("ian", "ean", "ese", "an", "ish", "i")


@dataclass(frozen=True, slots=True)
class Link:
    """The actor of a name, how the name stands for it, and why."""

    actor: Actor
    form: Form
    reason: str


@dataclass(slots=True)
class Entry:
    """A name met in the text, in words, with its actor."""

    words: tuple[str, ...]
    actor: str
    start: int


@dataclass(slots=True)
class Book:
    """The names of one document and the actors they stand for."""

    tree: Tree
    registry: Registry
    actors: dict[str, Actor] = field(default_factory=dict)
    entries: list[Entry] = field(default_factory=list)
    aliases: dict[str, tuple[str, str]] = field(default_factory=dict)  # text → actor id, reason

    def read(self, names: list[Name]) -> dict[int, Link]:
        """A link for each name by its position in the list; names that stand for no actor have none."""
        links: dict[int, Link] = {}
        order = sorted(
            range(len(names)),
            key=lambda k: (
                not names[k].known,
                names[k].start - names[k].end if not names[k].known else 0,
                names[k].start,
            ),
        )
        self._introduce(names)
        for k in order:
            name = names[k]
            link = self._link(name, names)
            if link is not None:
                links[k] = link
                self.actors.setdefault(link.actor.id, link.actor)
                if link.form in {"name", "metonym"}:
                    self.entries.append(Entry(tuple(self.tree.lower[name.start : name.end]), link.actor.id, name.start))
        return links

    def _introduce(self, names: list[Name]) -> None:
        """Read the aliases that the text introduces, so that they hold everywhere in it."""
        for one, other in introduced(self.tree, names):
            spelled = acronym_of(self.tree.text(other.start, other.end), self.tree.words[one.start : one.end])
            if one.known and other.known and (set(one.known) & set(other.known) or not spelled):
                continue
            if other.known and not one.known:
                one, other = other, one
            link = self._link(one, names)
            if link is not None and link.actor.kind is not ActorKind.PLACE:
                text = self.tree.text(other.start, other.end)
                kind = "acronym" if text.isupper() else "other name"
                self.actors[link.actor.id] = _named(
                    self.actors.get(link.actor.id, link.actor), text, acronym=text.isupper()
                )
                self.aliases[text.lower()] = link.actor.id, f"{kind} introduced at {self.tree.starts[other.start]}"
                self.entries.append(Entry(tuple(self.tree.lower[one.start : one.end]), link.actor.id, one.start))

    def _link(self, name: Name, names: list[Name]) -> Link | None:
        text = self.tree.text(name.start, name.end)
        if text.lower() in self.aliases:
            ident, reason = self.aliases[text.lower()]
            return Link(self.actors[ident], "name", reason)
        if name.known:
            common = name.end - name.start == 1 and self.tree.noun(name.start) is not None
            return (self._met(name, text) if common else None) or self._known(name)
        if name.dateline:
            return None
        return self._unknown(name, text, names)

    def _known(self, name: Name) -> Link | None:
        ident, role = self._choose(name)
        actor = self.registry.get(ident)
        if actor is None:
            return None
        tree, head = self.tree, name.head
        if actor.kind is ActorKind.POPULATION and _modifies(tree, head):
            return None  # "Kurdish forces": says which, is no party
        if role == "demonym":
            if not self._demonym_counts(name):
                return None
            noun = tree.number[head] == "plural" or (
                tree.pos[head] in {"NOUN", "PROPN"}
                and tree.dep[head].partition(":")[0] in {"nsubj", "obj", "obl", "iobj", "nmod", "root", "conj"}
                and not _modifies(tree, head)
            )
            return Link(actor, "noun" if noun else "demonym", "demonym in registry")
        if role == "capital":
            if located(tree, head):
                place = tree.text(name.start, name.end)
                return Link(
                    Actor("place:" + slug(place), place, ActorKind.PLACE, country=actor.id),
                    "name",
                    "capital as a location",
                )
            return Link(actor, "metonym", "capital stands for its government")
        if role == "metonym":
            return Link(actor, "metonym", "metonym in registry")
        ground = actor.kind is ActorKind.STATE and located(tree, head)
        return Link(
            actor,
            "name",
            "name in registry, as a location"
            if ground
            else f"{'acronym' if role == 'acronym' else 'name'} in registry",
        )

    def _choose(self, name: Name) -> tuple[str, str]:
        """One of several bearers of a name: the one whose country the text also speaks of, else the first."""
        if len(name.known) > 1:
            for ident, role in name.known:
                actor = self.registry.get(ident)
                if actor and (actor.id in self.actors or (actor.country in self.actors and actor.country != actor.id)):
                    return ident, role
        return name.known[0]

    def _demonym_counts(self, name: Name) -> bool:
        """Not "Chinese-made", "in French", "speaks Arabic"."""
        tree, end = self.tree, name.end
        if end + 1 < len(tree) and tree.words[end] in {"-", "‐", "‑"} and tree.lower[end + 1] in words().craft:
            return False
        bare = (
            tree.pos[name.head] in {"PROPN", "NOUN"}
            and not tree.children[name.head][1:]
            and tree.number[name.head] == "singular"
        )
        if bare and not _modifies(tree, name.head):
            return not (
                tree.case(name.head) in words().languages_after
                or tree.lemma[tree.head[name.head]] in words().languages_of
            )
        return True

    def _unknown(self, name: Name, text: str, names: list[Name]) -> Link | None:
        if name.end - name.start == 1 and self._just_modifier(name, names):
            return None
        met = self._met(name, text)
        if met is not None:
            return met
        origin = self._invented(name, names)
        if origin is not None:
            return origin
        if self.tree.words[name.end - 1] in words().events:
            return None
        noun = head_noun(self.tree, name)
        alone = name.end - name.start == 1 and name.title is None and noun is None
        if alone and name.label in {"EVENT", "MISC"} and not _argument(self.tree, name.head):
            return None
        place = self._place(name, text)
        if place is not None:
            return place
        kind = kind_of(self.tree, name)
        if kind is ActorKind.PERSON and name.title is not None and name.end - name.start == 1:
            text = f"{self.tree.words[name.title]} {text}"
        ident = ("place:" if kind is ActorKind.PLACE else "") + slug(text)
        actor = self.actors.get(ident) or Actor(
            ident, text, kind, country=ident if kind is ActorKind.STATE else None, names=(Known(text, "preferred"),)
        )
        return Link(actor, "name", "new name" if kind is not ActorKind.PLACE else "place name")

    def _place(self, name: Name, text: str) -> Link | None:
        """A town or province of the gazetteer."""
        if name.title is not None or (name.label in {"PERSON", "ORG"} and not located(self.tree, name.head)):
            return None
        states = [a.id for a in self.actors.values() if a.kind is ActorKind.STATE]
        found = next(
            (p for s in states if (p := load_gazetteer().find(text, s)) and p.country == s), None
        ) or load_gazetteer().find(text)
        if found is None or found.kind == "country":
            return None
        name_ = text if set(text.lower().split()) <= set(found.name.lower().split()) else found.name
        return Link(
            Actor("place:" + slug(found.name), name_, ActorKind.PLACE, country=found.country),
            "name",
            "place in gazetteer",
        )

    def _met(self, name: Name, text: str) -> Link | None:
        """An actor whose longer name, or whose initials, these words are; an earlier one rather than a later."""
        tree = self.tree
        short = tuple(tree.lower[name.start : name.end])
        best: Entry | None = None
        for entry in self.entries:
            if entry.words == short:
                return Link(self.actors[entry.actor], "name", "same name")
            longer = tree.words[entry.start : entry.start + len(entry.words)]
            if (text.isupper() and acronym_of(text, longer)) or (self._part(short, entry) and self._alike(name, entry)):
                earlier = entry.start < name.start
                if best is None or (earlier and (best.start > name.start or entry.start > best.start)):
                    best = entry
        if best is None:
            return None
        return Link(self.actors[best.actor], "name", f"short for {self.actors[best.actor].name}")

    def _alike(self, name: Name, entry: Entry) -> bool:
        """A place is no short name of an organisation, nor an organisation of a person."""
        person = self.actors[entry.actor].kind is ActorKind.PERSON
        if name.label == "PLACE" or located(self.tree, name.head):
            return False
        return not (name.label == "PERSON" and not person) and not (name.label == "ORG" and person)

    def _part(self, short: tuple[str, ...], entry: Entry) -> bool:
        """Whether the words are a surname or a shortened name of the entry."""
        if len(short) >= len(entry.words) or entry.actor not in self.actors:
            return False
        kind = self.actors[entry.actor].kind
        if kind in {ActorKind.STATE, ActorKind.PLACE}:
            return False
        if not set(short) <= set(entry.words) or all(w in words().general or w in words().joints for w in short):
            return False
        if kind is ActorKind.PERSON:
            return short[-1] == entry.words[-1] or len(short) == 1
        heads = {entry.words[-1], entry.words[0]}
        return bool(heads & set(short))

    def _just_modifier(self, name: Name, names: list[Name]) -> bool:
        """A lone unknown word before a noun, as in "Masalit militia", says what the group is and is no party itself."""
        tree, head = self.tree, name.head
        noun = tree.noun(tree.head[head])
        if (
            not noun
            or noun.use not in {"fighter", "collective", "people"}
            or not _modifies(tree, head)
            or name.label in {"ORG", "PLACE"}
        ):
            return False
        word = tree.lower[head]
        return not any(
            other is not name and word in tree.lower[other.start : other.end] and not _modifies(tree, other.head)
            for other in names
        )

    def _invented(self, name: Name, names: list[Name]) -> Link | None:
        """ "Velmarkian" goes with a "Velmark" in the text; a lone "Tolvian" is taken for a state of that adjective."""
        tree, word = self.tree, self.tree.lower[name.head]
        ending = next((e for e in ENDINGS if word.endswith(e) and len(word) - len(e) > 2), None)
        if name.end - name.start != 1 or ending is None:
            return None
        adjective = tree.pos[name.head] == "ADJ" or _modifies(tree, name.head) or word.endswith(("ians", "eans"))
        for other in names:
            base = tree.lower[other.start]
            if (
                other.end - other.start == 1
                and not other.known
                and base != word
                and len(base) >= 4
                and _stem(word, ending, base)
            ):
                text = tree.words[other.start]
                actor = Actor(
                    slug(text),
                    text,
                    ActorKind.STATE,
                    country=slug(text),
                    names=(Known(text, "preferred"), Known(tree.words[name.head], "demonym")),
                )
                self.actors[actor.id] = actor
                return Link(actor, "demonym" if adjective else "noun", f"adjective of {text}")
        if tree.pos[name.head] == "ADJ" and ending in {"ian", "ean", "ese"}:
            text = tree.words[name.head][: -1 if ending in {"ian", "ean"} else -3]
            actor = Actor(
                slug(text),
                text,
                ActorKind.STATE,
                country=slug(text),
                names=(Known(text, "preferred"), Known(tree.words[name.head], "demonym")),
            )
            return Link(actor, "demonym", "adjective of an unknown state")
        return None


def _stem(word: str, ending: str, base: str) -> bool:
    """Whether word is base with an adjective's ending: velmarkian/velmark, lorvian/lorvia, kandri/kandra."""
    stem = word[: -len(ending)]
    return len(stem) >= 3 and base.startswith(stem) and len(base) - len(stem) <= 2


def _modifies(tree: Tree, token: int) -> bool:
    head = tree.head[token]
    return (
        tree.dep[token].partition(":")[0] in {"amod", "compound", "nmod", "flat"}
        and head > token
        and not tree.case(token)
        and not tree.possessive(token)
    )


def _argument(tree: Tree, token: int) -> bool:
    return tree.dep[token].partition(":")[0] in {"nsubj", "obj", "iobj"}


def _named(actor: Actor, text: str, *, acronym: bool) -> Actor:
    if any(n.text == text for n in actor.names):
        return actor
    return replace(actor, names=(*actor.names, Known(text, "acronym" if acronym else "alias")))
