"""News of other things: sport borrows the verbs of war, and floods and budgets are fought as well."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from typing import TYPE_CHECKING

from imbroglio.claims.constructions.belonging.membership import is_second
from imbroglio.claims.constructions.candidate import Candidate
from imbroglio.claims.constructions.verbal.company import Beside
from imbroglio.claims.judging.proposal import GIVING
from imbroglio.claims.judging.staged import Staged
from imbroglio.claims.parties import Parties
from imbroglio.claims.stance import acquits, withheld
from imbroglio.claims.syntax import (
    antecedent,
    case_of,
    child,
    hyphened,
    is_plural,
    noun_lemma,
    prepositional,
    verb_lemma,
)
from imbroglio.claims.time.tense import tense
from imbroglio.knowledge.lexicon import load_lexicon
from imbroglio.knowledge.load import data, nouns, quiet, words
from imbroglio.knowledge.stance import load_stance
from imbroglio.model import ActorKind, Relation

if TYPE_CHECKING:
    from imbroglio.language.plain import Span, Token

_WARLIKE = frozenset(
    {Relation.FIGHTS, Relation.ADVANCES_ON, Relation.COERCES, Relation.THREATENS, Relation.OPPOSES, Relation.CONTROLS}
)
_FLYING = frozenset({ActorKind.STATE, ActorKind.BODY})
_OF_WAR = frozenset(
    {Relation.FIGHTS, Relation.FIGHTS_FOR, Relation.ADVANCES_ON, Relation.CONTROLS, Relation.COERCES}
    | {Relation.DEPLOYS_TO, Relation.SHELTERS}
)
_BANDS = frozenset({ActorKind.GROUP, ActorKind.UMBRELLA})
_LONG = 3  # sentences in which a text about a conflict will have told of it
_IN_ANGER = _WARLIKE | {Relation.ACCUSES}
_PLURAL = frozenset({"are", "were", "have"})
_ASKED = frozenset({"who", "whom", "which", "what", "whoever"})
_TELLING = ("amod", "nmod", "compound", "appos", "nummod")  # what tells whom a noun stands for
_IN_TEXT = 2  # words of sport in a text, or of a match beside one, that make all of it about sport


def _is_team(name: Token, parties: Parties) -> bool:
    """ "Nigeria *were* held": a country in the plural is its team; not in "if Iran were to", "the Philippines are"."""
    verb = name.head
    if name.dep_ not in ("nsubj", "nsubj:pass") or parties.kind(name.i) is not ActorKind.STATE:
        return False
    several = any(c.dep_ == "conj" for c in name.children) or not name.text.istitle() or name.text.endswith("s")
    supposed = any(c.dep_ == "mark" for c in verb.children)
    plural = any(c.lower_ in _PLURAL and c.i > name.i for c in (verb, *verb.children) if c.pos_ == "AUX")
    return plural and not several and not supposed


def _lemmas(words: Span) -> set[str]:
    return {t.lemma_.lower() for t in words}


@cache
def _never(end: str) -> dict[str, frozenset[str]]:
    """By relation, what is never its subject or object."""
    return {relation: frozenset(words.split()) for relation, words in data("cues/quiet.yaml")[end].items()}


def _is_nobody(noun: Token) -> bool:
    """ "Our allies", of whom nothing tells who they are; "our Kurdish allies" and "Chad, our ally" are somebody."""
    lexicon, lemma = load_lexicon(), noun_lemma(noun)
    if lemma not in lexicon.agents and lemma not in lexicon.mutual_agents:
        return False
    ours = any(k.dep_ == "nmod:poss" and k.lower_ == "our" for k in noun.children)
    called = noun.dep_ in ("appos", "xcomp", "root") or child(noun, "cop") is not None or case_of(noun) == "as"
    return ours and not called and not any(k.text[:1].isupper() and k.dep_ != "nmod:poss" for k in noun.children)


def _is_bare(noun: Token) -> bool:
    """ "People across Iraq", "a fighting position": nothing tells whose or of whom; not "the Syrian people"."""
    if child(noun, "nmod:poss") is not None:
        return False
    told = (k for k in noun.children if k.dep_ in ("amod", "compound", "nmod", "appos"))
    return not any(k.text[:1].isupper() and case_of(k) in ("", "of", "from") for k in told)


def _is_anyone(noun: Token, deed: Token) -> bool:
    """ "*Every army* that invades", "*which country* attacked?", "*who* attacked?": nobody in particular.

    With nothing to tell them from others, also whom the present tells of: "*rulers* blame *a neighbour*".
    """
    if noun.pos_ == "PRON":
        return noun.lower_ in _ASKED
    if noun.pos_ != "NOUN" or noun_lemma(noun) not in quiet("anyones"):
        return False
    determiner = next((k.lower_ for k in noun.children if k.dep_.startswith("det")), "")
    if determiner in quiet("any"):
        return True
    alone = not any(k.dep_.startswith(_TELLING) for k in noun.children) and noun.dep_ != "conj"
    anyone = determiner in ("a", "an", "another") or (not determiner and is_plural(noun))
    return alone and anyone and tense(noun.doc, deed.i) == "present"


class Quiet:
    """What of one document cannot be a claim, whatever its verbs say."""

    def __init__(self, parties: Parties) -> None:
        self._parties = parties
        self._doc = doc = parties.doc
        self._staged = Staged(parties)
        sport, trades = quiet("sport"), quiet("trades")
        lemmas = [t.lemma_.lower() for t in doc]
        self._sport = [
            t.i
            for t, lemma in zip(doc, lemmas, strict=True)
            if not sport.isdisjoint((lemma, t.lower_, hyphened(t, lemma)))
        ]
        self._sport += [t.i for t in doc if _is_team(t, parties) and not quiet("matches").isdisjoint(_lemmas(t.sent))]
        self._trades = [i for i, lemma in enumerate(lemmas) if lemma in trades and doc[i].dep_ == "nsubj"]
        self._lemmas = lemmas
        bands = any(actor.kind in _BANDS and not actor.described for actor in parties.mentions.actors.values())
        told = not quiet("arms").isdisjoint({*lemmas, *(t.lower_ for t in doc)})
        self._peace = len(list(doc.sents)) >= _LONG and not (bands or told)
        matches = len(quiet("matches").intersection(lemmas))
        enough = _IN_TEXT if self._sport else 2 * _IN_TEXT
        self._all = len({lemmas[i] for i in self._sport}) >= _IN_TEXT or matches >= enough

    def rules_out(self, c: Candidate, one: int, two: int) -> bool:
        """True for deeds of war in news of sport and of trades, and for parties that are none; `one` acts on `two`."""
        subject, object_ = self._lemmas[c.subject], self._lemmas[c.object]
        ends = (c.subject, c.object, two)
        if any(self._is_none(i) or self._is_see(i) for i in ends) or any(map(self._is_such, ends)):
            return True
        if self._is_anyone(c, one, two):
            return True
        if self._lemmas[two] in _never("no_bare_objects").get(c.relation, ()) and _is_bare(self._doc[two]):
            return True
        if object_ in _never("no_objects").get(c.relation, ()) and not self._passes(c, two):
            return True
        if self._tells_another_deed(c):
            return True
        if not {subject, self._lemmas[one]}.isdisjoint(_never("no_subjects").get(c.relation, ())):
            return True  # also "thousands of residents"
        if c.relation is Relation.FIGHTS and self._lemmas[one] in load_lexicon().groups["explosive"]:
            return True  # "killed by a mine" that nothing tells whose it was
        if c.relation.sign > 0 and c.relation is not Relation.ALLIED_WITH and _is_nobody(self._doc[c.object]):
            return True
        if c.probability is not None and self._is_misread(c):
            return True
        if c.relation is Relation.LEADS and self._leads_nobody(c, two):
            return True
        if c.relation in (Relation.LEADS, Relation.BACKS, Relation.TALKS_WITH) and self._is_of_match(c):
            return True  # "Pakistan's captain", "Kenya's champion", "will meet Mali in the final"
        if self._staged.holds(c) or self._is_of_peace(c, one, two):
            return True
        return c.relation in _WARLIKE and (self._is_pretended(c) or self._is_of_other_things(c))

    def _is_anyone(self, c: Candidate, one: int, two: int) -> bool:
        """Also "*which* of these men", "*its* enemy" where "it" is "a country"."""
        deed = self._doc[c.predicate]
        asked = antecedent(self._doc[c.subject])
        if any(_is_anyone(word, deed) for word in (self._doc[one], self._doc[two])) or asked.lower_ in _ASKED:
            return True
        referring = (m for i in (one, two) if (m := self._parties.mention(i)) is not None and m.form == "pronoun")
        meant = [self._parties.mentions.actors[a] for mention in referring for a in mention.actors]
        return any(a.described and a.kind is ActorKind.STATE and a.name in quiet("anyones") for a in meant)

    def _is_of_peace(self, c: Candidate, one: int, two: int) -> bool:
        """Deeds of war in a text that nothing else makes one about a conflict; gifts but those of state to state."""
        if not self._peace:
            return False
        kinds = {self._parties.kind(i) for i in (one, two)}
        given = c.relation in GIVING and not kinds <= _FLYING and ActorKind.GROUP not in kinds
        leads = c.relation is Relation.LEADS and self._parties.kind(one) is ActorKind.OTHER
        rivals = c.relation is Relation.OPPOSES and not kinds <= _FLYING
        return given or leads or rivals or c.relation in _OF_WAR

    def _is_of_match(self, c: Candidate) -> bool:
        return self._all or (bool(self._sport) and self._lemmas[c.cue[0]] in quiet("matches"))

    def _passes(self, c: Candidate, two: int) -> bool:
        """ "Let Libyan *convoys* pass", where somebody's aid is nobody's troops."""
        if c.construction != "passage" or not self._parties.known(two):
            return False
        return not any(k.lower_ in quiet("relief") for k in self._doc[c.object].children)

    def _leads_nobody(self, c: Candidate, two: int) -> bool:
        """ "X, including Y"; "its director", said of a film, since no state has one."""
        heads = self._lemmas[c.cue[0]] in quiet("no_rulers") and self._parties.kind(two) is ActorKind.STATE
        return heads or self._doc[c.cue[0]].lower_ == "including"

    def _is_of_other_things(self, c: Candidate) -> bool:
        """Whether the sentence or the text is about sport, or the sentence about a trade."""
        sentence = self._doc[c.predicate].sent
        if any(sentence.start <= i < sentence.end for i in self._trades):
            return True
        return self._all or any(sentence.start <= i < sentence.end for i in self._sport)

    def _is_misread(self, c: Candidate) -> bool:
        """Whether a learned arc takes the cue for what it is not."""
        cue, lexicon = self._doc[c.cue[0]], load_lexicon()
        if c.relation is Relation.LEADS and self._is_below(c):
            return True
        if c.relation is Relation.SAME_AS and cue.pos_ == "ADP":
            return True  # "X, alongside Y, attacked"
        if c.relation is Relation.ENDORSES and (cue.lower_ in lexicon.regard or cue.lower_ in lexicon.urging):
            return True  # "regards X as an extension of Y", "urges X to go": nobody is praised
        if c.relation is Relation.ENDORSES and self._is_of_pact(c):
            return True
        if c.relation is Relation.SANCTIONS and withheld(cue, load_stance()):
            return True  # "vetoed sanctions on X"
        return self._in_other_sense(c)

    def _is_pretended(self, c: Candidate) -> bool:
        """ "Stormed a village in a *mock* attack", "*practised* an assault on Y": no attack at all."""
        deed = self._doc[c.cue[0]]
        while deed.dep_ == "conj" and deed.head.pos_ == "NOUN":
            deed = deed.head
        below = deed.dep_ in ("obj", "nsubj:pass") and {deed.head.lemma_, deed.head.lower_}
        if below and not quiet("practising").isdisjoint(below):
            return True
        if case_of(self._doc[c.object]) == "on" and self._lemmas[c.object] in quiet("networks"):
            return True  # "claimed responsibility for the attack *on Telegram*"
        mocks = (t for t in self._doc[c.predicate].sent if t.lower_ in quiet("pretended"))
        return any(t.dep_ == "amod" and t.head.i > t.i for t in mocks)

    def _tells_another_deed(self, c: Candidate) -> bool:
        """ "Travel advice", "a price war", "a hunger strike": the word before the deed tells what it is."""
        cue = self._doc[c.cue[0] : c.cue[1] if c.relation is Relation.FIGHTS else c.cue[0] + 1]
        deeds = (word for word in cue if word.pos_ == "NOUN")
        before = {k.lemma_.lower() for word in deeds for k in word.children if k.dep_ == "compound"}
        if any(acquits(t, load_stance()) for t in self._of(c.cue[0])):
            return True  # "*cleared* the regiment of killing prisoners"
        return not quiet("other_deeds").isdisjoint(before)

    def _of(self, verb: int) -> Iterator[Token]:
        """What may be said of a verb or its object with "of"."""
        below = [k for k in self._doc[verb].children if k.i > verb]
        return (t for k in below for t in (k, *k.children))

    def _is_of_pact(self, c: Candidate) -> bool:
        """ "Welcomed the truce between X and Y" praises neither."""
        welcomed = (k for k in self._doc[c.cue[0]].children if k.dep_ == "obj")
        pacts = (k for k in welcomed if noun_lemma(k) in load_lexicon().groups["pact"])
        return any(k.left_edge.i <= c.object <= k.right_edge.i and k.i != c.object for k in pacts)

    def _is_below(self, c: Candidate) -> bool:
        """ "The deputy commander, X" leads nobody, nor "his Kenyan counterpart, X" the minister's own side."""
        lexicon, word = load_lexicon(), self._doc[c.cue[0]]
        if any(k.lower_ in lexicon.deputies for k in word.children) or is_second(word):
            return True
        kin = word.dep_ == "nmod" and noun_lemma(word.head) in words("kin")
        if kin and not word.left_edge.i <= c.subject <= word.right_edge.i:
            return True  # "X, a brother of the leader of Y"
        met = self._doc[c.subject].head
        return noun_lemma(met) in lexicon.counterparts and met.i not in (word.i, self._doc[c.object].head.i)

    def _is_none(self, i: int) -> bool:
        """ "Fire", "a typhoon"; but "*RAF Typhoons*" are the air force's."""
        return self._lemmas[i] in quiet("not_parties") and not (
            self._doc[i].pos_ == "PROPN" and self._parties.kind(i) in _FLYING
        )

    def _is_such(self, i: int) -> bool:
        """ "The budget line", "a television crew", "a column of evacuees": a noun of what is no party."""
        noun = self._doc[i]
        if noun.pos_ != "NOUN":
            return False
        before = {k.lemma_.lower() for k in noun.children if k.dep_ in ("compound", "amod")}
        unarmed = self._lemmas[i] in quiet("crews") and not before.isdisjoint(quiet("unarmed"))
        named = any(k.dep_ == "compound" and k.lemma_.lower() in quiet("not_parties") for k in noun.children)
        moved = {self._lemmas[t.i] for case, t in prepositional(noun) if case == "of"}
        people = self._lemmas[i] in nouns("forces", "units") and moved & _never("no_subjects")[Relation.ADVANCES_ON]
        return named or unarmed or bool(people)

    def _is_see(self, i: int) -> bool:
        """ "Loyal to *Rome*", said of a bishop."""
        if self._doc[i].lower_ not in quiet("sees"):
            return False
        beside = {t.lemma_.lower() for t in self._doc[i].sent}
        return not quiet("church").isdisjoint(beside) or len(quiet("church").intersection(self._lemmas)) >= _IN_TEXT

    def _in_other_sense(self, c: Candidate) -> bool:
        """A learned arc that takes "charges a toll" for a charge; grammar has looked at the verb's company itself."""
        verb, lexicon = self._doc[c.cue[0]], load_lexicon()
        senses = lexicon.verbs.get(verb_lemma(verb), ())
        beside = Beside(verb)
        if c.relation in _IN_ANGER and beside.turns(lexicon):
            return True
        plain = [s.frame.relation is c.relation for s in senses if not s.nouns and not s.particle]
        if c.relation is Relation.FIGHTS and any(plain):
            marked = [s for s in senses if s.preposition and s.nouns and not s.particle and beside.fits(s)]
            if [s.frame.relation for s in marked] == [Relation.SANCTIONS]:
                return True  # "struck X *from its list*"
        return any(s.frame.relation is c.relation for s in senses) and beside.means_another(lexicon)
