"""From a token to the actor it stands for, with the words and the reason."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from imbroglio.claims.syntax import HYPHENS, antecedent, case_of, is_plural, noun_lemma, prepositional
from imbroglio.knowledge.lexicon import load_lexicon
from imbroglio.knowledge.slug import slug
from imbroglio.knowledge.stance import load_stance
from imbroglio.model import Actor, ActorKind, Mention, Mentions, Party, Relation, Span

if TYPE_CHECKING:
    from imbroglio.language.plain import Doc, Token

_KEEP = frozenset({"compound", "amod", "flat", "nummod", "goeswith", "fixed"})
_DEPTH = 4
_RANKS = frozenset({ActorKind.GROUP, ActorKind.UMBRELLA, ActorKind.BODY})  # what people are "from" as its members
_PHRASES = frozenset({"name", "metonym", "noun", "description"})


class Parties:
    """The parties of one document. `known` says whether a token is a mention; `of` gives the parties it stands for."""

    def __init__(self, doc: Doc, mentions: Mentions) -> None:
        self.doc = doc
        self.mentions = mentions
        self._partitives = load_lexicon().partitives
        self._covering: dict[int, Mention] = {}
        for mention in sorted(mentions.items, key=lambda m: m.start - m.end):
            for i in range(mention.start, mention.end):
                self._covering[i] = mention  # shorter mentions come later and win

    @cached_property
    def _text(self) -> str:
        return str(self.doc.text)  # put together from the tokens anew each time it is asked for

    def head(self, i: int) -> int:
        """The token that heads the mention a token is in, or that of what a "which" is about; else the token itself."""
        i = antecedent(self.doc[i]).i
        mention = self.mention(i)
        return mention.head if mention is not None else i

    def mention(self, i: int) -> Mention | None:
        """The mention headed by the token, else the shortest one that covers it as part of a name."""
        found = self.mentions.at(i)
        if found is not None:
            return found
        covering = self._covering.get(i)
        return covering if covering is not None and covering.form in _PHRASES else None

    def known(self, i: int) -> bool:
        return self.mention(i) is not None

    def anchor(self, i: int, place: bool = False) -> int:
        """The token that names the party a phrase is about, for a phrase whose head does not name it itself.

        "fighters of X", "four of the attackers", "X's positions", "RSF fuel depots", "the militia, X": the party is X.
        Where nothing names one, the token stays what it is. `place` asks for a place: "the positions of X" stays one.
        """
        i = antecedent(self.doc[i]).i
        for _ in range(_DEPTH):
            further = self._closer(self.doc[i], place)
            if further is None or further == i:
                break
            i = further
        return self.head(i)

    def _closer(self, token: Token, place: bool) -> int | None:
        mention = self.mentions.at(token.i)
        if mention is not None and (mention.form in ("name", "metonym", "pronoun", "demonym") or _are_several(mention)):
            return None
        if token.dep_ == "appos" and self._same(token, token.head):
            return int(token.head.i)  # "the Hill Front, a force of former soldiers"
        ranks = self._owner(token, by_modifier=False) if token.dep_ == "appos" else None
        if ranks is not None:
            return ranks  # "members of the Guards, fighters from Hezbollah": a list, whatever the parser makes of it
        if token.dep_ == "appos" and (self._named(token.head.i) or self._introduced(token)):
            return int(token.head.i)
        if (said := self._said_of(token)) is not None:
            return said
        if (sender := self._sender(token)) is not None:
            return sender
        named = [c.i for c in token.children if c.dep_ in ("appos", "flat") and self._named(c.i)]
        if len(named) == 1 and not any(c.dep_ == "conj" for c in self.doc[named[0]].children):
            return int(named[0])
        is_place = mention is not None and self.kind(token.i) is ActorKind.PLACE
        if is_place and place and mention is not None:
            return None
        if mention is not None and not is_place and noun_lemma(token) not in self._partitives:
            return None
        return self._owner(token, mention is None or is_place)

    def _owner(self, token: Token, by_modifier: bool) -> int | None:
        """The mention inside a phrase: behind "of", or before the noun."""
        partitive = noun_lemma(token) in self._partitives
        for c in token.children:
            cases = {k.lower_ for k in c.children if k.dep_ == "case"} if c.dep_ == "nmod" else set()
            if c.lower_ == "own":
                continue  # "a force *of his own*"
            counts = partitive and self.mentions.at(token.i) is None  # but "accused the brigades of mutiny"
            if (
                "of" in cases
                and self.kind(c.i) is ActorKind.PLACE
                and noun_lemma(token) in load_lexicon().groups["troops"]
            ):
                continue  # "the garrison *of Goma*" is not Goma
            if not partitive and _is_hold(token):
                continue  # "*control of the army* belongs to X": it is not the army that does
            if "of" in cases and (counts or self.mentions.at(c.i) is not None) and not self._leads(c, token):
                return int(c.i)
            if "from" in cases and partitive and self.kind(c.i) in _RANKS and not _others_come_between(token, c):
                return int(c.i)  # "fighters from the militia"
        if not by_modifier or not partitive:
            return None
        told = [c for c in token.children if c.dep_ in ("nmod:poss", "compound", "amod", "nmod") and c.i < token.i]
        before = [k.i for c in told for k in ((c, *c.children) if c.lower_ in load_lexicon().held else (c,))]
        before = [i for i in before if not _is_opposed(self.doc[i])]
        return next((int(i) for i in before if self.mentions.at(i) is not None and not self._lives_there(i)), None)

    def _leads(self, person: Token, led: Token) -> bool:
        """ "The army of General X" is the army, not he."""
        own = self.mentions.at(led.i) is not None and led.lemma_.lower() in load_lexicon().possessions
        return own and self.kind(person.i) is ActorKind.PERSON

    def _lives_there(self, i: int) -> bool:
        """ "A refugee camp": whoever is hit there is nobody's side."""
        return self.doc[i].pos_ == "NOUN" and self.kind(i) is ActorKind.POPULATION

    def _introduced(self, token: Token) -> bool:
        """ "The guards of Rukban, a force of 600": an apposition with "a" speaks of who stands before it."""
        indefinite = any(c.lower_ in ("a", "an") for c in token.children if c.dep_ == "det")
        return indefinite and token.pos_ == "NOUN" and self.mentions.at(token.head.i) is not None

    def _said_of(self, token: Token) -> int | None:
        """ "Hezbollah is a party armed by Iran": what is said of somebody with "a" is that somebody.

        Also "Hamas, which he called a group armed by Iran", and "the SNC is the only group that France supports".
        """
        indefinite = any(c.lower_ in ("a", "an") for c in token.children if c.dep_ == "det")
        if token.pos_ != "NOUN" or not (indefinite or _told_apart(token)):
            return None
        if token.dep_ in ("obj", "xcomp") and token.head.lower_ in load_lexicon().regard:
            before = (c.i for c in token.head.children if c.i < token.i and c.dep_ in ("obj", "xcomp", "nsubj:pass"))
            return next((i for i in before if self.known(i)), None)
        if not any(c.dep_ == "cop" for c in token.children):
            return None
        subject = next((c.i for c in token.children if c.dep_ == "nsubj"), None)
        mention = self.mentions.at(subject) if subject is not None else None
        described = mention is not None and mention.form == "description" and not indefinite
        return subject if subject is not None and (described or self._named(subject)) else None

    def _sender(self, hull: Token) -> int | None:
        """ "Moscow has sent *warplanes*, which have bombed X": whoever has sent them does it."""
        lexicon, verb = load_lexicon(), hull.head
        told = any(c.dep_ == "acl:relcl" for c in hull.children) and self.mentions.at(hull.i) is None
        sent = hull.dep_ == "obj" and verb.lower_ in lexicon.sending and told
        if not sent or noun_lemma(hull) not in lexicon.groups["vessel"] | lexicon.fleet:
            return None
        return next((c.i for c in verb.children if c.dep_ == "nsubj" and self.known(c.i)), None)

    def _same(self, one: Token, other: Token) -> bool:
        mine, theirs = self.mentions.at(one.i), self.mentions.at(other.i)
        if mine is None or theirs is None or (mine.form, theirs.form) != ("description", "name"):
            return False
        return mine.actors == theirs.actors

    def _named(self, i: int) -> bool:
        mention = self.mentions.at(i)
        return mention is not None and mention.form == "name"

    def kind(self, i: int) -> ActorKind | None:
        mention, actors = self.mention(i), self.mentions.actors
        return next((actors[a].kind for a in mention.actors if a in actors), None) if mention is not None else None

    def actors(self, i: int) -> list[Actor]:
        """The actors that a mention at a token stands for."""
        mention = self.mention(i)
        return [self.mentions.actors[a] for a in mention.actors if a in self.mentions.actors] if mention else []

    def of(self, i: int) -> list[Party]:
        """The parties at a token: those of its mention, else one described by its own words."""
        mention = self.mention(i)
        if mention is not None and mention.actors:
            out = []
            for actor_id in mention.actors:
                actor = self.mentions.actors.get(actor_id)
                out.append(
                    Party(
                        actor_id, actor.name if actor else actor_id, self._own_span(mention, actor_id), mention.reason
                    )
                )
            return out
        return [self._described(self.doc[i], mention)]

    def is_unit(self, i: int) -> bool:
        """Whether a token stands for one body of somebody's troops: "the third battalion of the army"."""
        lexicon, token, mention = load_lexicon(), self.doc[i], self.mentions.at(i)
        unit = token.lower_ in lexicon.units | lexicon.detachments and not is_plural(token)
        return unit and mention is not None and mention.form == "description"

    def _whose(self, i: int, mention: Mention) -> list[Mention]:
        """The mentions inside the phrase of a unit, where it has no actor that they have not."""
        told = (c for c in self.doc[i].children if not c.dep_.startswith("acl"))
        inside = [m for c in told for t in c.subtree if (m := self.mentions.at(t.i)) is not None]
        return inside if set(mention.actors) <= {a for m in inside for a in m.actors} else []

    def unit(self, i: int) -> list[Party]:
        """A unit as a party of its own, apart from whose it is: whoever leads it leads no more than that."""
        mention = self.mentions.at(i)
        if mention is not None and self.are_troops(i):
            return [self._called(mention.span.of(self._text), mention.span)]
        if mention is None or not self.is_unit(i) or not self._whose(i, mention):
            return self.of(i)
        whole = next((t for case, t in prepositional(self.doc[i]) if case == "of" and self.mentions.at(t.i)), None)
        known = self.of(whole.i)[0].name if whole is not None else None
        span = Span(min(mention.span.start, phrase(self.doc[i]).start), mention.span.end)
        return [self._called(span.of(self._text) + (f" of {known}" if known else ""), span)]

    def are_troops(self, i: int) -> bool:
        """Whether a token stands for troops that act for their state: whoever commands them does not lead the state."""
        mention = self.mentions.at(i)
        troops = noun_lemma(self.doc[i]) in load_lexicon().groups["troops"] and self.kind(i) is ActorKind.STATE
        return troops and mention is not None and mention.form == "description"

    def _own_span(self, mention: Mention, actor: str) -> Span:
        """ "Russian and Iranian forces", "ministers of Chad and Niger": the words of each.

        The last has the noun as well, if that stands behind it.
        """
        if len(mention.actors) == 1:
            return self._with_owner(mention)
        told = self.mentions.actors.get(actor)
        whose = {(actor,), (told.country if told else None,)}
        inner = (m for i in self._inside(mention) for m in self.mentions.by_head.get(i, ()) if m is not mention)
        own = next((m for m in inner if m.actors in whose), None)
        first = own.span if own is not None else self._own_word(mention, actor)
        if first is None:
            return mention.span
        last = actor == mention.actors[-1] and first.start < mention.span.end
        return Span(first.start, mention.span.end) if last else first

    def _inside(self, mention: Mention) -> list[int]:
        """The words of a phrase before its noun, and those of whom it is "of" or "from"."""
        head = self.doc[mention.head]
        of = [t.i for case, one in prepositional(head) if case in ("of", "from") for t in one.subtree]
        return [*range(min(head.left_edge.i, mention.start), mention.end), *of]

    def _with_owner(self, mention: Mention) -> Span:
        """ "Operatives *of Ansar al-Jalil*": where these are the group's, its name belongs to the words for it."""
        behind = (c for c in self.doc[mention.head].children if c.i >= mention.end and case_of(c) == "of")
        owners = (self.mentions.at(c.i) for c in behind) if mention.form == "description" else ()
        owner = next((m for m in owners if m is not None and m.form == "name" and m.actors == mention.actors), None)
        return Span(mention.span.start, owner.span.end) if owner is not None else mention.span

    def _own_word(self, mention: Mention, actor: str) -> Span | None:
        """ "Kurdish" of "Kurdish and Yazidi fighters": what only this one's name has."""
        names = {a: set(self.mentions.actors[a].name.split()) for a in mention.actors if a in self.mentions.actors}
        others = set().union(*(words for a, words in names.items() if a != actor))
        own = (t for t in self.doc[mention.start : mention.end] if t.text in names.get(actor, set()) - others)
        word = next(own, None)
        return Span(word.idx, word.idx + len(word)) if word is not None else None

    def _described(self, token: Token, mention: Mention | None) -> Party:
        span = mention.span if mention is not None else phrase(token)
        return self._called(span.of(self._text), span)

    def _called(self, name: str, span: Span) -> Party:
        actor = Actor(f"described:{slug(name)}", name, ActorKind.OTHER, described=True)
        self.mentions.actors.setdefault(actor.id, actor)
        return Party(actor.id, name, span, "described in the text; no such actor is known")


def _are_several(mention: Mention) -> bool:
    """ "The governments of Chad and Niger", "members of X and of Y"."""
    return mention.form == "description" and len(mention.actors) > 1


def _is_hold(noun: Token) -> bool:
    """ "Control", "siege": what somebody has of somebody; a capital is a place."""
    lexicon, lemma = load_lexicon(), noun_lemma(noun)
    held = lexicon.of_noun(lemma) & {Relation.CONTROLS, Relation.COERCES}
    return noun.pos_ == "NOUN" and bool(held) and lemma not in lexicon.settlements


def _is_opposed(name: Token) -> bool:
    """ "Counter-*ISIL* operations" are not ISIL's."""
    if name.i < 2 or name.nbor(-1).text not in HYPHENS:
        return False
    return name.nbor(-2).lower_ in load_lexicon().prefixes


def _told_apart(noun: Token) -> bool:
    """ "The (only) group *that France supports*", "the last town *held by Y*"; not one that it is said not to be."""
    clause = any(c.dep_ in ("acl", "acl:relcl") for c in noun.children)
    words = {c.lower_ for c in noun.children if c.i < noun.i}
    return clause and "the" in words and ("only" in words or words.isdisjoint(load_stance().adverbs))


def _others_come_between(token: Token, phrase: Token) -> bool:
    """ "Malian soldiers and fighters from the corps": the soldiers have a country of their own."""
    own = any(k.i < token.i and k.text[:1].isupper() for k in token.children)
    return own and any(k.dep_ == "conj" and token.i < k.i < phrase.i for k in token.children)


def phrase(token: Token) -> Span:
    """The compact noun phrase of a token: modifiers in front of it, no determiner, no clause."""
    start = token
    for c in token.children:
        joined = any(t.dep_ == "cc" for t in token.doc[c.i : token.i])  # "Amnesty and news reports"
        if c.i < start.i and c.dep_ in _KEEP and token.i - c.i <= 4 and not joined:
            start = c
    return Span(start.idx, token.idx + len(token.text))
