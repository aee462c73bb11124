"""Joins names, descriptions and references into the mentions of one document."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from functools import cached_property
from typing import TYPE_CHECKING

from imbroglio.actors.described.make import Found
from imbroglio.actors.described.merge import for_their_states, one_group
from imbroglio.actors.described.nearest import backers
from imbroglio.actors.described.phrases import Phrase, is_gone, name_turned, phrase_at
from imbroglio.actors.described.resolve import resolve
from imbroglio.actors.named.find import Name, find_names, text_of
from imbroglio.actors.named.identity import Book, Link
from imbroglio.actors.named.printed import as_printed
from imbroglio.actors.nouns import noun_of
from imbroglio.actors.people import People
from imbroglio.actors.reference import Discourse
from imbroglio.actors.referring.pronouns import REFERRING, SPEAKER, refer, third_persons
from imbroglio.actors.registry import Registry
from imbroglio.actors.speakers import Speakers
from imbroglio.actors.theatre import Theatre, theatre_of
from imbroglio.actors.tree import Tree
from imbroglio.knowledge.lexicon import load_lexicon
from imbroglio.model import Actor, ActorKind, Document, Mention, Mentions, Relation, Span
from imbroglio.model.mention import Form

if TYPE_CHECKING:
    from imbroglio.language.plain import Doc

DEEPEST = 12  # owners of owners that are followed; bounds recursion
LONGEST_GLUED = 4  # words of a name that a prefix may be glued to
POINTING = frozenset({"PRON", "DET", "NUM", "ADJ", "NOUN"})


def find_mentions(
    doc: Doc, document: Document, registry: Registry, speakers: Mapping[int, Sequence[Actor]] | None = None
) -> Mentions:
    """Every mention of an actor or place in a parsed document.

    `doc` must hold Universal Dependencies tags, heads and sentence starts. `speakers` gives, for a token of "we", "us",
    "I" and the like, the actors who speak; without it the nearest reporting verb decides. A mention whose
    speaker stays unknown has no actors.
    """
    return Linker(Tree(doc), document, registry, speakers or {}).run()


class Linker:
    """One document being linked, from left to right."""

    def __init__(
        self, tree: Tree, document: Document, registry: Registry, given: Mapping[int, Sequence[Actor]]
    ) -> None:
        self.tree, self.document, self.registry, self.given = tree, document, registry, given
        names = find_names(tree, registry, document.published)
        self.book = Book(tree, registry)
        links = self.book.read(names)
        self.actors: dict[str, Actor] = self.book.actors
        printed = ((text_of(tree, names[k]), link.actor) for k, link in sorted(links.items()) if link.form == "name")
        self.actors.update(as_printed(printed))
        self.people = People(tree, registry, self.actors, document.published)
        self.people.read(names, links)
        self.theatre: Theatre = theatre_of(tree, registry, names, links)
        self.speakers, self.discourse = Speakers(tree), Discourse(tree)
        self.links: dict[int, tuple[Name, Link]] = {names[k].head: (names[k], link) for k, link in links.items()}
        self.named = {i: name.head for name, _ in self.links.values() for i in range(name.start, name.end)}
        self.titles = {name.title: name.head for name, _ in self.links.values() if name.title is not None}
        self.found: dict[int, Mention] = {}
        self.glued: set[int] = set()  # words behind the first of a name with a prefix: "pro-Islamic *State*"
        self.guessed: set[str] = set()  # described groups whose country is only what the text is about
        self.abroad: dict[str, str] = {}  # ministers without a name, and for whom they deal with others
        self.backed: dict[str, set[str]] = {}  # actors that stand behind a group, by "X-backed"
        self._visited: set[int] = set()
        self._depth = 0

    def run(self) -> Mentions:
        """Read all tokens in order and give back the mentions."""
        for token in range(len(self.tree)):
            self.visit(token)
        one_group(self)
        for_their_states(self)
        mentions = Mentions()
        for _, mention in sorted(self.found.items()):
            mentions.add(mention, [self.actors[a] for a in mention.actors])
        return mentions

    @cached_property
    def thirds(self) -> set[str]:
        """Whom the text names beside a "we", so that they are not who speaks."""
        return third_persons(self)

    def actors_at(self, token: int) -> tuple[str, ...]:
        """The actors that the mention headed by the token stands for, resolved now if it was not yet."""
        if self._depth < DEEPEST:
            self._depth += 1
            self.visit(token)
            self._depth -= 1
        return self.found[token].actors if token in self.found else ()

    def new(self, actor: Actor, reason: str) -> Found:
        """Keep an actor and give it back as found."""
        self.actors.setdefault(actor.id, actor)
        return Found((actor.id,), reason)

    def keep(self, actors: Sequence[Actor]) -> tuple[str, ...]:
        """Keep several actors; their ids."""
        return tuple(self.new(actor, "").actors[0] for actor in actors)

    def state(self, ident: str) -> Actor | None:
        """The state that an actor is, belongs to or lies in."""
        actor = self.actors.get(ident) or self.registry.get(ident)
        if actor is None or actor.kind is ActorKind.STATE:
            return actor
        state = self.registry.state_of(ident, self.document.published) or actor.country
        return self.registry.get(state) or self.actors.get(state) if state else None

    def visit(self, token: int) -> None:
        """Make the mention that the token heads, once."""
        if token in self._visited or token in self.tree.dateline:
            return
        self._visited.add(token)
        if token in self.links:
            name, link = self.links[token]
            self._add(token, name.start, name.end, Found((link.actor.id,), link.reason), link.form)
        elif token in self.titles:
            person = Found(self.actors_at(self.titles[token]), "title of the name after it")
            self._add(token, token, token + 1, person, "description")
        elif token not in self.named:
            self._common(token)

    def _tells_sort(self, token: int) -> bool:
        """ "A *rebel* alliance", "the *separatist* Hill Council": they are not somebody beside it."""
        tree, above = self.tree, self.tree.head[token]
        noun = tree.noun(above)
        before = tree.dep[token] in {"compound", "amod"} and token < above
        body = noun is not None and noun.use == "collective" and noun.group != "emblems"
        return before and (above in self.named or body)

    def _tells_creed(self, token: int) -> bool:
        """ "A *communist*-led alliance", "a *civilian*-led government": of what sort its leaders are, and not who."""
        tree, lexicon = self.tree, load_lexicon()
        after = tree.tied(token)
        if after is None or lexicon.participles.get(tree.lower[after]) is not Relation.LEADS:
            return False
        ruled = tree.noun(tree.head[after])  # "jihadist-controlled territory" does have a holder
        return tree.lower[token] in lexicon.unnamed and (ruled is None or ruled.use != "place")

    def _common(self, token: int) -> None:
        """A word that is no part of a name: a pronoun, a description, "anti-Assad"."""
        if token in self.glued:
            return
        word, pos = self.tree.lower[token], self.tree.pos[token]
        if word in REFERRING and pos in POINTING and not (word in SPEAKER and pos == "NOUN"):  # "a gold *mine*"
            referent = refer(self, token)
            if referent is not None:
                self._add(token, token, token + 1, Found(*referent), "pronoun")
            return
        phrase = phrase_at(self.tree, token, self.named)
        if phrase is None:
            return self._inside_word(token)
        if phrase.noun.use == "place" and self.tree.dep[token] == "compound":
            return None  # the border of "border post"
        gone = self.tree.dep[token] == "compound" and is_gone(self.tree, self.tree.head[token])
        if gone and phrase.noun.use in {"government", "organ"}:
            return None  # the regime of "former regime officers"
        if self._tells_creed(token) or (phrase.noun.use == "fighter" and self._tells_sort(token)):
            return None
        found = resolve(self, phrase)
        if found is not None and found.actors:
            for actor in found.actors if phrase.backers else ():
                self.backed.setdefault(actor, set()).update(backers(self, phrase))
            self._add(token, phrase.start, phrase.end, found, "description", anonymous=self._anonymous(phrase, found))
            if phrase.cut in self.found:  # the name is no party beside them
                self.found[phrase.cut] = replace(self.found[phrase.cut], actors=found.actors, reason=found.reason)

    def _add(self, token: int, start: int, end: int, found: Found, form: Form, *, anonymous: bool = False) -> None:
        span = self.tree.span(start, end)
        self.found[token] = Mention(start, end, token, span, found.actors, form, found.reason, anonymous)
        if found.actors:
            self.discourse.add(self.found[token], [self.actors[a] for a in found.actors])

    def _anonymous(self, phrase: Phrase, found: Found) -> bool:
        """People who are described and not named: "U.S. defense officials", "two elders"."""
        people = phrase.noun.use == "office" or (phrase.noun.use == "force" and phrase.noun.group == "people")
        actors = [self.actors[a] for a in found.actors]
        return people and not any(a.kind is ActorKind.PERSON and not a.described for a in actors)

    def _inside_word(self, token: int) -> None:
        """The party in "anti-Assad", "pro-Iranian" or "anti-junta", written as one word."""
        prefix, hyphen, rest = self.tree.words[token].partition("-")
        if not (hyphen and rest) or prefix.lower() not in load_lexicon().prefixes:
            return
        form: Form
        name, last = name_turned(self.tree, token, self.named), self._last_of(token, rest)
        if name is not None:
            actors, form = self.actors_at(name), "name"
        else:
            words = [rest, *self.tree.words[token + 1 : last + 1]]
            actors, form = self._called(token, " ".join(words))
        if actors:
            reason = f"name after {prefix.lower()}-"
            span = Span(self.tree.ends[token] - len(rest), self.tree.ends[last])
            self.found[token] = Mention(token, last + 1, token, span, actors, form, reason)
            self.glued.update(range(token + 1, last + 1))

    def _last_of(self, token: int, rest: str) -> int:
        """Where a known name of several words ends that a prefix is glued to: "pro-Islamic *State*"."""
        words = self.tree.words
        for last in range(min(token + LONGEST_GLUED, len(words)) - 1, token, -1):
            name = " ".join([rest, *words[token + 1 : last + 1]])
            if all(map(self.tree.capital, range(token + 1, last + 1))) and self.registry.find(name):
                return last
        return token

    def _called(self, token: int, word: str) -> tuple[tuple[str, ...], Form]:
        """Whom a word inside another stands for, and how."""
        named = self.registry.find(word, self.document.published)
        if named:
            actor, name = named[0]
            return self.new(actor, "").actors, "demonym" if name.role == "demonym" else "name"
        met = self.book.last_called(word)
        if met is not None:
            return (met.id,), "name"
        noun = noun_of(word.lower(), word.lower())
        same = self.discourse.back(
            token, lambda one: noun is not None and len(one.actors) == 1 and word.lower() in {one.lemma, one.use}
        )
        ruled = self.theatre.at(token, self.tree.sentence[token]) if noun and noun.use == "government" else None
        body = self.registry.body_of(ruled, "government") if ruled else None
        found = next((one.actors for one in same), self.new(body, "").actors if body else ())
        return found, "description"
