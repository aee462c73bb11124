"""Joins names, descriptions and references into the mentions of one document."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from imbroglio.actors import descriptions
from imbroglio.actors.identity import Book, Link
from imbroglio.actors.metonyms import located
from imbroglio.actors.names import Name, find_names
from imbroglio.actors.phrases import phrase_at
from imbroglio.actors.reference import (
    COUNTING,
    ORDINAL,
    PERSONAL,
    PLURAL,
    RELATIVE,
    SINGULAR,
    SPEAKER,
    Discourse,
    Seen,
    is_party,
)  # fmt: skip
from imbroglio.actors.registry import Registry
from imbroglio.actors.speakers import SELF, Speakers
from imbroglio.actors.theatre import Theatre
from imbroglio.actors.tree import Tree
from imbroglio.model import Actor, ActorKind, Document, Mention, Mentions
from imbroglio.model.mention import Form

if TYPE_CHECKING:
    from spacy.tokens import Doc

ROLES = {
    "nsubj": 1.5,
    "obj": 1.0,
    "iobj": 1.0,
    "obl": 0.7,
    "nmod": 0.5,
    "root": 1.2,
    "appos": 0.6,
    "amod": 0.2,
    "compound": 0.2,
}


def find_mentions(
    doc: Doc, document: Document, registry: Registry, speakers: Mapping[int, tuple[str, ...]] | None = None
) -> Mentions:
    """Every mention of an actor or place in a parsed document.

    `doc` must hold Universal Dependencies tags, heads and sentence starts. `speakers` gives, for a token of "we", "us", "I" and the like, the
    ids of the actors who speak; without it these mentions have no actors, to be filled in when the speaker is known.
    """
    return Linker(Tree(doc), document, registry, speakers or {}).run()


class Linker:
    """One document being linked, from left to right."""

    def __init__(
        self, tree: Tree, document: Document, registry: Registry, speakers: Mapping[int, tuple[str, ...]]
    ) -> None:
        self.tree, self.document, self.registry, self.given = tree, document, registry, speakers
        self.speakers = Speakers(tree)
        self.names = find_names(tree, registry)
        self.book = Book(tree, registry)
        self.links = self.book.read(self.names)
        self.actors: dict[str, Actor] = self.book.actors
        self.discourse = Discourse(tree)
        self.theatre = Theatre()
        self.found: dict[int, list[Mention]] = {}
        self.named: dict[int, int] = {}
        self.name_at: dict[int, int] = {}
        for k, name in enumerate(self.names):
            if k in self.links:
                self.name_at[name.head] = k
                self.named.update(dict.fromkeys(range(name.start, name.end), name.head))
        self.titles = {
            name.title: name.head for k, name in enumerate(self.names) if name.title is not None and k in self.links
        }
        self.sides: dict[str, str] = {}  # a person → whom the person speaks for
        self.offices: dict[str, list[tuple[int, str]]] = {}  # title → persons who were given it, with the token
        self._read_titles()
        self.open: set[int] = set()
        self.groups: dict[int, tuple[str, ...]] = {}
        self._set_theatre()

    def run(self) -> Mentions:
        """Read all tokens in order and give back the mentions."""
        for token in range(len(self.tree)):
            self.visit(token)
        mentions = Mentions()
        for token in sorted(self.found):
            for mention in self.found[token]:
                mentions.add(mention, [self.actors[a] for a in mention.actors])
        return mentions

    def actors_at(self, token: int) -> tuple[str, ...]:
        """The actors that the mention headed by the token stands for, resolved now if it was not yet."""
        self.visit(token)
        found = self.found.get(token)
        return found[0].actors if found else ()

    def new(self, actor: Actor, reason: str) -> descriptions.Found:
        """Keep an actor and give it back as found."""
        self.actors.setdefault(actor.id, actor)
        return descriptions.Found((actor.id,), reason)

    def state(self, ident: str) -> Actor | None:
        """The state that an actor is, belongs to or lies in."""
        actor = self.actors.get(ident) or self.registry.get(ident)
        if actor is None or actor.kind is ActorKind.STATE:
            return actor
        state = self.registry.state_of(ident, self.document.published) or actor.country
        return self.registry.get(state) or self.actors.get(state) if state else None

    def visit(self, token: int) -> None:
        """Make the mention that the token heads, once."""
        if token in self.open:
            return
        self.open.add(token)
        if token in self.name_at:
            self._name(self.names[self.name_at[token]], self.links[self.name_at[token]])
        elif token not in self.named:
            word = self.tree.lower[token]
            if word in _REFERRING and self.tree.pos[token] in {"PRON", "DET", "NUM", "ADJ", "NOUN"}:
                self._reference(token, word)
            else:
                self._description(token)

    def _read_titles(self) -> None:
        """Who bears which title, and for whom: "Canadian Foreign Minister X"."""
        for k, name in enumerate(self.names):
            if name.title is None or k not in self.links:
                continue
            person = self.links[k].actor.id
            self.bears(person, name.title)
            before = k - 1
            if (
                before >= 0
                and before in self.links
                and 0 < name.title - self.names[before].end + 1 <= 3
                and self.links[before].actor.kind is not ActorKind.PERSON
            ):
                self.sides.setdefault(person, self.links[before].actor.id)

    def bears(self, person: str, title: int) -> None:
        """Note that a person was called by the title at the token."""
        self.offices.setdefault(self.tree.lemma[title], []).append((title, person))

    def titled(self, token: int) -> str | None:
        """The person who bears the title that the token repeats: the last one before, else the first after."""
        held = self.offices.get(self.tree.lemma[token], [])
        before = [person for place, person in held if place < token]
        return before[-1] if before else held[0][1] if held else None

    def _set_theatre(self) -> None:
        for k, name in enumerate(self.names):
            link = self.links.get(k)
            if link is None:
                continue
            state = link.actor if link.actor.kind is ActorKind.STATE else self.registry.get(link.actor.country or "")
            if state is None:
                continue
            ground = (
                link.actor.kind is ActorKind.PLACE
                or name.dateline
                or (link.form == "name" and link.actor is state and located(self.tree, name.head))
            )
            weight = 3.0 if ground else 1.0
            governor = self.tree.noun(self.tree.head[name.head])
            if (
                link.form == "demonym"
                and governor
                and governor.use in {"organ", "government", "fighter", "people", "place"}
            ):
                weight = 2.0
            self.theatre.add(name.head, self.tree.sentence[name.head], state.id, weight)

    def _add(
        self,
        token: int,
        start: int,
        end: int,
        actors: tuple[str, ...],
        form: Form,
        reason: str,
        *,
        anonymous: bool = False,
    ) -> None:
        mention = Mention(start, end, token, self._span(start, end), actors, form, reason, anonymous)
        self.found.setdefault(token, []).append(mention)
        if actors:
            self._remember(token, mention)

    def _span(self, start: int, end: int):  # type: ignore[no-untyped-def]
        return self.tree.span(start, end)

    def _remember(self, token: int, mention: Mention) -> None:
        """Let later words refer to it; a coordination can be referred to as a whole."""
        tree, actor = self.tree, self.actors[mention.actors[0]]
        weight = ROLES.get(tree.dep[token].partition(":")[0], 0.4)
        if tree.dep[token].startswith("nsubj") and tree.dep[tree.head[token]] == "root":
            weight += 0.5
        if mention.form == "demonym":
            weight = 0.1
        plural = tree.number[token] == "plural" and actor.kind is not ActorKind.STATE
        if mention.form == "pronoun":
            plural = tree.lower[token] in PLURAL
        named = mention.form in {"name", "metonym"}
        lemma = tree.lemma[token] if mention.form == "description" else ""
        noun = tree.noun(token) if lemma else None
        use = noun.use if noun else ""
        if tree.dep[token] == "conj":
            self._join(token, mention)
            weight = max(weight, ROLES.get(tree.dep[tree.head[token]].partition(":")[0], 0.4) - 0.2)
        main = tree.dep[token].startswith("nsubj") and tree.dep[tree.head[token]] == "root"
        several = plural or len(mention.actors) > 1
        self.discourse.add(
            Seen(
                token,
                tree.sentence[token],
                mention.actors,
                actor.kind,
                several,
                weight,
                lemma,
                actor.name,
                named,
                use,
                mention.form,
                main,
            )
        )

    def _join(self, token: int, mention: Mention) -> None:
        """ "Russia and Iran" as one antecedent of "they"."""
        first = self.tree.head[token]
        before = self.groups.get(first) or (self.found[first][0].actors if first in self.found else ())
        if not before or set(mention.actors) <= set(before):
            return
        self.groups[first] = both = tuple(dict.fromkeys([*before, *mention.actors]))
        kind = self.actors[before[0]].kind
        weight = ROLES.get(self.tree.dep[first].partition(":")[0], 0.4) + 0.3
        self.discourse.seen.append(Seen(token, self.tree.sentence[token], both, kind, True, weight, "", "", False))

    def _name(self, name: Name, link: Link) -> None:
        if name.dateline and link.actor.kind in {ActorKind.STATE, ActorKind.PLACE}:
            return
        self._add(name.head, name.start, name.end, (link.actor.id,), link.form, link.reason)

    def _description(self, token: int) -> None:
        if token in self.titles:
            return self._add(
                token, token, token + 1, self.actors_at(self.titles[token]), "description", "title of the name after it"
            )
        phrase = phrase_at(self.tree, token, self.named)
        if phrase is None:
            return self._inside_word(token)
        for owner in phrase.owners:
            self.visit(owner)
        found = descriptions.resolve(self, phrase)
        if found is None or not found.actors:
            return
        for ident in found.actors:
            if ident not in self.actors:
                self.actors[ident] = self.registry.actors[ident]
        use = phrase.noun.use
        anonymous = (use == "office" or (use == "force" and phrase.noun.group == "people")) and not self._named_person(
            found.actors
        )
        self._add(token, phrase.start, phrase.end, found.actors, "description", found.reason, anonymous=anonymous)

    def _named_person(self, actors: tuple[str, ...]) -> bool:
        return any(self.actors[a].kind is ActorKind.PERSON and not self.actors[a].described for a in actors)

    def _inside_word(self, token: int) -> None:
        """The party in "anti-Assad" or "pro-Iranian", written as one word."""
        word = self.tree.words[token]
        prefix, hyphen, rest = word.partition("-")
        if not hyphen or prefix.lower() not in {"anti", "pro"} or not rest:
            return
        for actor, name in self.registry.find(rest, self.document.published) or self._local(rest):
            start = self.tree.ends[token] - len(rest)
            from imbroglio.model import Span

            self.actors.setdefault(actor.id, actor)
            form: Form = (
                "demonym" if name.role == "demonym" else "metonym" if name.role in {"capital", "metonym"} else "name"
            )
            self.found.setdefault(token, []).append(
                Mention(
                    token,
                    token + 1,
                    token,
                    Span(start, self.tree.ends[token]),
                    (actor.id,),
                    form,
                    "name after anti- or pro-",
                )
            )
            return

    def _local(self, text: str):  # type: ignore[no-untyped-def]
        return [(a, n) for a in self.actors.values() for n in a.names if n.text == text or n.text.split()[-1] == text][
            :1
        ]

    def _reference(self, token: int, word: str) -> None:
        tree = self.tree
        if word in SPEAKER:
            return self._first_person(token, word)
        if word in SINGULAR | PLURAL | PERSONAL:
            one = self.discourse.pronoun(token)
            if one is not None:
                self._add(
                    token, token, token + 1, one.actors, "pronoun", f"pronoun for {self.actors[one.actors[0]].name}"
                )
        elif word in RELATIVE:
            self._relative(token)
        elif tree.dep[token].partition(":")[0] in {"nsubj", "obj", "obl", "nmod", "iobj", "root", "conj"}:
            self._count(token, word)

    def _first_person(self, token: int, word: str) -> None:
        """ "I" is the speaker, "we" the side that the speaker speaks for."""
        actors, reason = tuple(self.given.get(token, ())), "first person: the speaker given"
        speaker = self.speakers.of(token) if not actors else None
        if (speaker is not None and speaker not in self.open) or speaker in self.found:
            actors, reason = self.actors_at(speaker), "first person: subject of the reporting verb"
        if not actors and token not in self.speakers.inside:
            actors, reason = self._author(), "first person: whose statement the text is"
        if word not in SELF and len(actors) == 1 and self.actors[actors[0]].kind is ActorKind.PERSON:
            side = self.sides.get(actors[0]) or self.registry.state_of(actors[0], self.document.published)
            if side is not None and (side in self.actors or self.registry.get(side)):
                self.actors.setdefault(side, self.actors.get(side) or self.registry.actors[side])
                actors = (side,)
        self._add(token, token, token + 1, actors, "pronoun", reason if actors else "first person: speaker unknown")

    def _author(self) -> tuple[str, ...]:
        """The first subject of the text that can make a statement."""
        for one in self.discourse.seen:
            if one.main and one.kind in {
                ActorKind.STATE,
                ActorKind.BODY,
                ActorKind.GROUP,
                ActorKind.INTERNATIONAL,
                ActorKind.UMBRELLA,
            }:
                return one.actors
        return ()

    def _relative(self, token: int) -> None:
        """The noun that a relative clause is about."""
        tree = self.tree
        for up in tree.ancestors(token):
            if tree.dep[up] == "acl:relcl":
                actors = self.actors_at(tree.head[up])
                if actors and tree.head[up] < token:
                    self._add(token, token, token + 1, actors, "pronoun", "relative pronoun")
                return

    def _count(self, token: int, word: str) -> None:
        """ "both", "neither", "the latter", "all three", "the other": some of the last parties."""
        tree = self.tree
        determiner = any(tree.lower[c] in {"the", "these", "those", "all"} for c in tree.kids(token, "det"))
        if word in ORDINAL | {"three", "four", "two", "other", "others"} and not determiner:
            return
        place = {"former": 0, "first": 0, "second": 1, "third": 2, "latter": -1, "other": -1, "others": -1}.get(word)
        if place is None:
            actors = self.discourse.pair(token, is_party, {"three": 3, "four": 4}.get(word, 2))
        else:
            parties = self.discourse.listed(token)
            subject = next((s for s in tree.kids(tree.head[token], "nsubj") if s != token), None)
            if place == -1 and word != "latter" and subject is not None and subject < token:
                parties = [p for p in parties if p not in self.actors_at(subject)]
            actors = tuple(parties[place:][:1])
        if not actors:
            return
        self._add(token, token, token + 1, actors, "pronoun", f"{word} of the last parties")


_REFERRING = SINGULAR | PLURAL | PERSONAL | SPEAKER | RELATIVE | COUNTING | ORDINAL
