"""What a claim says beside who and what: how firmly, whether, when, where, through what and according to whom."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import cached_property
from typing import TYPE_CHECKING

from imbroglio.claims.attribution import Attribution, find_quotations
from imbroglio.claims.constructions.candidate import Candidate
from imbroglio.claims.constructions.channels import channel_of, named_beside
from imbroglio.claims.place import theatre
from imbroglio.claims.stance import Stance, is_promised, left_out, owned, stance, turned_down, withheld
from imbroglio.claims.syntax import verb_lemma
from imbroglio.claims.time import when
from imbroglio.claims.time.trend import trend
from imbroglio.knowledge.lexicon import load_lexicon
from imbroglio.knowledge.places import load_gazetteer
from imbroglio.knowledge.stance import load_stance
from imbroglio.model import (
    ActorKind,
    Document,
    Interval,
    Mention,
    Mentions,
    Place,
    Quotation,
    Relation,
    RelationClass,
    Speaker,
)
from imbroglio.model.claim import Trend

if TYPE_CHECKING:
    from imbroglio.language.plain import Doc, Token

_BANDS = frozenset({ActorKind.GROUP, ActorKind.UMBRELLA, ActorKind.PERSON})
_STATES = frozenset(
    {
        Relation.BACKS,
        Relation.ALLIED_WITH,
        Relation.OPPOSES,
        Relation.TIED_TO,
        Relation.CONTROLS,
        Relation.SHELTERS,
        Relation.FIGHTS_ALONGSIDE,
        Relation.FIGHTS_FOR,
    }
)
_FINITE = ("aux", "mark", "nsubj", "cop")


@dataclass(frozen=True)
class Context:
    """One parsed document, and the questions a claim asks of it."""

    document: Document
    doc: Doc
    mentions: Mentions

    @cached_property
    def quotations(self) -> list[Quotation]:
        return find_quotations(self.doc, self.mentions)

    @cached_property
    def attribution(self) -> Attribution:
        return Attribution(self.doc, self.mentions, self.quotations, self.document.source)

    def said_by(self, token: int) -> tuple[Speaker, ...]:
        return self.attribution.chain(token)

    def background(self, c: Candidate) -> bool:
        """Whether the claim is presupposed and not asserted: what a modifier says, also "rebels *backed by X*"."""
        return c.background or _restricts(self.doc[c.predicate], {c.subject, c.object})

    def claimed_by(self, c: Candidate, actor: str) -> tuple[Speaker, ...]:
        """Who says a candidate of which `actor` is the subject."""
        said = c.cue[0] if c.relation is Relation.SAME_AS else c.predicate
        alone = (i for i in (c.object, c.subject) if self.attribution.set_in(i, said))
        return self.attribution.chain(next(alone, said), actor)

    def stance(self, c: Candidate) -> Stance:
        """Firmness and polarity from the clause, its hedges and who denies it."""
        if c.relation is Relation.SAME_AS:
            return Stance()  # a name is a name, whatever is done to its bearer
        held = stance(self.doc[self._moment(c)], load_stance(), c.background)
        firmness, polarity = held.firmness, held.polarity
        mention = self.mentions.at(c.subject)
        charged = self.attribution.charge(c.predicate, frozenset(mention.actors if mention else ()))
        given = c.construction in ("transfer", "delivery")
        if firmness == "fact" and not c.background:
            doubted = charged or self.attribution.hedge(c.predicate) or self._is_doubted(c.subject)
            firmness = "hedged" if doubted else "fact"
        if firmness == "fact" and given and is_promised(self.doc[c.predicate], load_stance()):
            firmness = "planned"
        if not c.background and self.attribution.denied(c.predicate):
            polarity = "no"
        if not c.background and polarity == "yes" and any(left_out(self.doc[i]) for i in (c.subject, c.object)):
            polarity = "no"
        if c.refused:
            return turned_down(Stance(firmness, polarity))
        if polarity == "yes" and c.relation.klass is RelationClass.SUPPORTS and self._is_withheld(c):
            polarity = "no"
        return Stance(firmness, polarity)

    def _is_doubted(self, party: int) -> bool:
        """ "*Suspected* X militants attacked Y"."""
        mention = self.mentions.at(party)
        first = mention.start if mention is not None else party
        return any(t.lower_ in load_stance().doubted for t in self.doc[max(first - 1, 0) : party])

    def _is_withheld(self, c: Candidate) -> bool:
        """Only where nobody but an arc reads a gift into the verb: the lexicon knows what its own verbs mean.

        What is given up ("renounced Y's pay") has been had.
        """
        if c.probability is None or c.cue[0] != c.predicate or not withheld(self.doc[c.predicate], load_stance()):
            return False
        return self.trend(c) != "stop"

    def when(self, c: Candidate) -> Interval:
        going_on = self.trend(c) in ("more", "less")  # "aid has been boosted": it flows now
        state = going_on or c.relation in _STATES or c.relation.klass is RelationClass.STRUCTURE
        known = c.background or (c.relation is Relation.SAME_AS and not c.stop)
        found = when(self.doc, self._moment(c), self.document, state, known)
        if found.tense == "future" and owned(self.doc[c.predicate]):
            struck = c.relation is Relation.FIGHTS and self.doc[c.predicate].lower_ not in load_stance().ventures
            return replace(found, tense="past" if struck else "present")  # "joins the rebels' fight": it is under way
        if found.tense == "present" and c.relation is Relation.FIGHTS and self._condemned(self.doc[c.predicate]):
            return replace(found, tense="past")
        return found

    def _condemned(self, deed: Token) -> bool:
        """ "Condemns the attack by Y on X": it has been struck, unless it is a war that goes on."""
        verb, lexicon = deed.head, load_lexicon()
        if deed.pos_ != "NOUN" or deed.dep_ != "obj" or deed.lower_ in load_stance().ventures:
            return False
        senses = lexicon.verbs.get(verb_lemma(verb), ())
        return any(s.frame.relation is Relation.ACCUSES for s in senses)

    def _moment(self, c: Candidate) -> int:
        """The word in whose clause mood and tense are read: "sent men to fight for X" says that they were sent."""
        word = self.doc[c.predicate]
        if c.relation is Relation.FIGHTS_FOR and word.dep_ in ("advcl", "xcomp", "acl"):
            return int(word.head.i) if word.head.lemma_.lower() in load_lexicon().sending else c.predicate
        return c.predicate

    def trend(self, c: Candidate) -> Trend | None:
        """The change that its clause tells; a verb that the lexicon takes for the relation has none to tell beside."""
        if c.stop or c.background:
            return "stop" if c.stop else None
        return trend(self.doc, c.predicate, said=c.construction == "verb")

    def place(self, c: Candidate) -> Place | None:
        return theatre(self.doc, c.predicate, self._nowhere | {c.subject, c.object}, load_gazetteer(), c.relation)

    @cached_property
    def _nowhere(self) -> frozenset[int]:
        """Heads of names that are no places: "serve under *HTS*"."""
        named = ((m, self.mentions.actors[m.actors[0]]) for m in self.mentions.items if m.form == "name" and m.actors)
        return frozenset(m.head for m, actor in named if actor.kind in _BANDS)

    def via(self, c: Candidate) -> tuple[str, str | None] | None:
        """The channel of a clause, by name, and its actor's id if it is one: "aid through a programme known as …"."""
        if c.via is not None:
            return self._channel(self.doc[c.via])
        node = self.doc[c.predicate]
        for _ in range(4):
            for word in node.children:
                if (channel := channel_of(word)) is not None:
                    return self._channel(channel)
            if node.head.i == node.i or node.dep_ in ("ccomp", "advcl", "parataxis", "acl:relcl"):
                return None
            node = node.head
        return None

    def _channel(self, word: Token) -> tuple[str, str | None]:
        """A channel by its own name ("known as the MOC") or its actor's, else by its words."""
        named = next((m for t in word.subtree if (m := self.mentions.at(t.i)) and self._is_programme(m)), None)
        beside = named_beside(word)
        called = (m for t in beside.subtree if (m := self.mentions.at(t.i))) if beside is not None else iter(())
        mention = named or next(called, None) or self.mentions.at(word.i)
        if mention is not None and mention.actors:
            actor = self.mentions.actors.get(mention.actors[0])
            return (actor.name if actor else mention.actors[0]), mention.actors[0]
        first = min([word.i, *(k.i for k in word.children if k.dep_ in ("compound", "amod") and k.i < word.i)])
        last = _run_by(word) if word.pos_ in ("NUM", "PRON", "DET") else word.i
        return self.doc[first : last + 1].text, None

    def _is_programme(self, mention: Mention) -> bool:
        return any(
            a in self.mentions.actors and self.mentions.actors[a].kind is ActorKind.PROGRAMME for a in mention.actors
        )


def _run_by(word: Token) -> int:
    """The last word of "one run by the Pentagon", said of a channel that has no noun of its own."""
    participle = next((c for c in word.children if c.dep_ == "acl"), word.head if word.dep_ == "nsubj:pass" else None)
    agents = [c for c in participle.children if c.dep_ in ("obl:agent", "obl")] if participle is not None else []
    return max([word.i, *(int(c.i) for c in agents)])


def _restricts(verb: Token, parties: set[int]) -> bool:
    """ "Rebels *backed by X*", "the company *paying the rebels*": a participle behind a party, with no comma before."""
    first = verb
    while first.dep_ == "conj" and first.head.i < first.i:
        first = first.head
    noun = first.head
    bare = "Part" in first.morph.get("VerbForm", []) and not any(c.dep_.startswith(_FINITE) for c in first.children)
    joined = not any(t.is_punct for t in verb.doc[noun.i + 1 : first.i])
    return first.dep_ == "acl" and noun.i in parties and noun.i < first.i and bare and joined
