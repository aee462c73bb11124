"""Nouns that name a party by its stance, or by what it gives.

"supporters of X", "its ally Russia", "X, Y's old enemy", "A and B are rivals".
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import product
from typing import TYPE_CHECKING

from imbroglio.claims.constructions.belonging.possession import actors_of, kind, leaders
from imbroglio.claims.constructions.candidate import Candidate
from imbroglio.claims.constructions.transfers import names_before
from imbroglio.claims.syntax import (
    Roles,
    agents,
    case_of,
    child,
    expand,
    in_name,
    is_plural,
    noun_lemma,
    noun_roles,
    one_of,
    prepositional,
    regarding,
    spread,
    subjects,
    thing,
    undergoers,
)
from imbroglio.knowledge.lexicon import Lexicon
from imbroglio.model import ActorKind, Mentions, Relation

if TYPE_CHECKING:
    from imbroglio.language.plain import Doc, Token

_THIRD = frozenset({"its", "their", "his", "her"})
_BEFORE = frozenset({"compound", "nmod", "nmod:desc"})
_LANDS = frozenset({ActorKind.STATE, ActorKind.PLACE})  # "his supporters in the US" are no state
_GIVEN = frozenset({Relation.ARMS, Relation.FUNDS, Relation.ASSISTS})


def find(doc: Doc, mentions: Mentions, lexicon: Lexicon) -> Iterator[Candidate]:
    """Candidates from agent nouns ("supporter of X"), mutual ones ("X's enemy") and patient nouns ("X's client").

    "Karam's mercenaries" are led by him and fight for whoever hires them.
    """
    for token in doc:
        if token.pos_ == "ADJ" and token.dep_ == "amod" and token.lemma_.lower() in lexicon.mutual_agents:
            yield from _before_name(token, lexicon, mentions)
        if token.pos_ not in ("NOUN", "PROPN") or in_name(token):
            continue
        lemma = noun_lemma(token)
        for table, both, reverse in (
            (lexicon.agents, False, False),
            (lexicon.mutual_agents, True, False),
            (lexicon.patients, False, True),
        ):
            if lemma in table and not leaders(token, mentions, lexicon):
                yield from _named(token, table[lemma], both, reverse, lexicon, mentions)
        if lemma in lexicon.groups["supplier"] | lexicon.groups["customer"]:
            yield from _by_goods(token, lemma in lexicon.groups["supplier"], lexicon, mentions)


def _named(
    noun: Token, relation: Relation, both: bool, reverse: bool, lexicon: Lexicon, mentions: Mentions
) -> Iterator[Candidate]:
    filled, bound = noun_roles(noun), reverse or both or relation.symmetric
    own = relation is Relation.BACKS and noun_lemma(noun) in lexicon.possessions  # "Union defenders" are the Union's
    own |= noun_lemma(noun) in lexicon.lessons  # and "CIA instructors" the CIA's
    before = [] if own else _names_before(noun, filled, bound)
    whose = filled.get("poss")
    if filled.get("of") and not any(t.pos_ == "PRON" or mentions.at(t.i) for t in whose):
        whose = []  # "the *world's* strongest supporter of X"
    held = noun_lemma(noun) in lexicon.groups["captive"]  # "handed prisoners to X", who has not taken them
    told = whose or filled.get("of") or before or ([] if held else filled.get("to"))
    if relation.symmetric:
        told = told or filled.get("with")
    others = [m for other in told for m in _meant(other, noun, mentions)]
    seated = _seated(noun, others, lexicon, mentions)
    holders, background = (seated, True) if seated else _holders(noun, others, relation, mentions)
    if not others and bound:
        others = [t for t in filled.get("mod") if holders and all(_is_foreign(t, h, mentions) for h in holders)]
    if not holders:
        holders, regarding = _regarded(noun, lexicon)
        pronoun = not others or others[0].pos_ == "PRON"  # "counts X as its friend": the subject says whose
        others, background = (regarding or others) if pronoun else others, False
        reverse, both = reverse or both, False  # "Y regards X as an enemy" says what Y holds, not X
    for holder in holders:
        for other in others:
            follows = holder.i == noun.i and _is_follower(noun, other, lexicon, mentions)
            stance = Relation.BACKS if follows else relation
            yield from _pair(holder, other, noun, stance, both and not follows, reverse, background)
    if not (told or others) and (both or relation.symmetric):
        for n, one in enumerate(holders):
            for other in holders[n + 1 :]:
                yield from _pair(one, other, noun, relation, both, False, background)


def _is_follower(noun: Token, other: Token, lexicon: Lexicon, mentions: Mentions) -> bool:
    """ "*Friends* of President X", who are nobody else's: they back him, where a state's friends are its allies."""
    return noun_lemma(noun) in lexicon.groups["follower"] and kind(other, mentions) is ActorKind.PERSON


def _is_foreign(adjective: Token, holder: Token, mentions: Mentions) -> bool:
    """ "Hezbollah, an *Iranian* client": it is from elsewhere, so that the word says whose client it is."""
    land, party = mentions.at(adjective.i), next(iter(actors_of(holder, mentions)), None)
    if land is None or land.form != "demonym" or party is None:
        return False
    return party.country is not None and party.country != land.actors[0]


def _seated(noun: Token, others: list[Token], lexicon: Lexicon, mentions: Mentions) -> list[Token]:
    """ "Its backers *in Tehran*", "Y's *Kigali* patrons": who rules there, where that is not his own country.

    A supporter or a friend in a capital may be anybody.
    """
    if noun_lemma(noun) not in lexicon.groups["patron"] or not is_plural(noun) or not others:
        return []
    inside = [m for case, t in prepositional(noun) if case == "in" for m in expand(t)]
    inside += [c for c in noun.children if c.dep_ == "compound" and c.i + 1 == noun.i]
    home = {actor.country or actor.id for t in others for actor in actors_of(t, mentions)}
    capitals = [t for t in inside if (m := mentions.at(t.i)) is not None and m.form == "metonym"]
    return [t for t in capitals if home.isdisjoint(actor.id for actor in actors_of(t, mentions))]


def _meant(other: Token, noun: Token, mentions: Mentions) -> list[Token]:
    """ "Armed *its* ally X": where nothing else tells whose, it is the subject's."""
    mention = mentions.at(other.i)
    if other.pos_ != "PRON" or other.lower_ not in _THIRD or (mention is not None and mention.actors):
        return [other]
    if noun.dep_ in ("nmod", "conj") and noun.head.i < other.i and mentions.at(noun.head.i) is not None:
        return [noun.head]  # "X, together with *its* ally Y"
    named = noun.pos_ == "PROPN" or any(c.dep_ in ("appos", "flat") for c in noun.children)
    return [t for t in subjects(noun.head) if t.pos_ == "PROPN"] if noun.dep_ == "obj" and named else [other]


def _before_name(word: Token, lexicon: Lexicon, mentions: Mentions) -> Iterator[Candidate]:
    """ "Its rival ISWAP", "the guard and the rival Lions", where the noun is read as an adjective."""
    named = word.head
    owner = child(named, "nmod:poss")
    other = owner if owner is not None else named.head
    if (owner is not None and named.pos_ == "PROPN") or (named.dep_ == "conj" and other.pos_ == "PROPN"):
        for whose in _meant(other, named, mentions):
            yield from _pair(named, whose, word, lexicon.mutual_agents[word.lemma_.lower()], True, False, True)


def _names_before(noun: Token, filled: Roles, bound: bool) -> list[Token]:
    """ "Assad supporters"; in "Turkish hosts" and "Badr instructors" the word before says whose people they are.

    Where the noun is `bound` to another and a name follows, it says to whom: "the Iranian proxy Hezbollah".
    """
    behind = [c for c in noun.children if c.dep_ in ("appos", "flat")] + [noun.head] * (noun.dep_ in _BEFORE)
    named = bound and any(c.pos_ == "PROPN" and c.i == noun.i + 1 for c in behind)
    return [t for t in filled.get("mod") if t.pos_ == "PROPN" or (named and t.text[:1].isupper())]


def _pair(
    holder: Token, other: Token, noun: Token, relation: Relation, both: bool, reverse: bool, background: bool
) -> Iterator[Candidate]:
    if holder.i == other.i:
        return
    one, two = (other, holder) if reverse else (holder, other)
    cue = (noun.i, noun.i + 1)
    name = "own agent noun" if holder.i == noun.i else "agent noun"
    yield Candidate(one.i, relation, two.i, noun.i, cue, name, background=background)
    if both and not relation.symmetric:
        yield Candidate(two.i, relation, one.i, noun.i, cue, name, background=background)


def _holders(noun: Token, others: list[Token], relation: Relation, mentions: Mentions) -> tuple[list[Token], bool]:
    """Who is called so: subject of the copula, the apposed name, the name behind "in", or the phrase itself."""
    one = one_of(noun)
    if child(one, "cop") and (subject := child(one, "nsubj")):
        return spread(subject), False
    if one.i != noun.i and one.dep_ == "appos":
        return [t for t in expand(one.head) if t.i < noun.i], False
    if one.dep_ == "nsubj" and one.i != noun.i and child(one.head, "cop") and one.head.pos_ in ("NOUN", "PROPN"):
        return [one.head], False  # "one of its partners is X"
    if noun.dep_ in ("conj", "xcomp", "ccomp") and child(noun, "cop"):
        return subjects(noun), False  # "signed a treaty and have been enemies since", "are said to be enemies"
    if noun.dep_ == "nsubj" and child(noun.head, "cop") and noun.head.pos_ in ("NOUN", "PROPN"):
        return [noun.head], False  # "its closest partner is X"
    if noun.dep_ == "obj" and noun.head.dep_ == "acl" and noun.head.i + 1 == noun.i and not child(noun, "det"):
        return expand(noun.head.head), False  # "X and Y, sworn enemies", read as something they swore
    if noun.dep_ == "conj" and child(noun.head, "cop") and noun.head.pos_ == "NOUN":
        return subjects(noun.head), False
    if noun.dep_ == "conj" and noun.head.dep_ == "appos" and not is_plural(noun):  # "X, a party and an ally of Y"
        return [t for t in expand(noun.head.head) if t.i < noun.head.i], False
    if noun.dep_ == "appos" or (noun.dep_ == "parataxis" and noun.head.pos_ in ("NOUN", "PROPN")):
        before = [t for t in expand(noun.head) if t.i < noun.i]  # "X, an ally of Y, and Z met": Z is none
        return before or expand(noun.head), False  # "X and Y, now sworn enemies, met"
    named = [m for c in noun.children if c.dep_ in ("appos", "flat") and c.pos_ == "PROPN" for m in expand(c)]
    if named:
        return named, True
    if noun.dep_ in _BEFORE and noun.head.i > noun.i and noun.head.pos_ == "PROPN":
        return [noun.head], True
    hung = prepositional(noun.head) if noun.dep_ in ("obj", "obl") else ()
    right = [t for case, t in hung if case == "in" and t.left_edge.i == noun.right_edge.i + 1]  # read as the verb's
    inside = [t for case, t in prepositional(noun) if case in ("in", "of", "at") and _is_long_name(t)]
    inside += [t for t in right if _is_long_name(t)]
    inside = [t for t in inside if all(t.i != o.i for o in others) and kind(t, mentions) not in _LANDS]
    if inside and others:
        return inside[:1], True  # "X's rivals in the Salvation Front": the front is the rival
    if case_of(noun) in ("as", "") and (noun.dep_ in ("xcomp", "obl") or regarding(noun) is not None):
        return [], True
    if not others or (others[0].pos_ == "PRON" and not relation.symmetric and relation.sign > 0):
        return [], True  # "its patrons" says too little; "our allies" is a tie
    if relation.sign > 0 and not is_plural(noun) and child(noun, "nmod:poss"):
        return [], True  # "Y's last patron": nobody in particular
    return [noun], True


def _is_long_name(token: Token) -> bool:
    """A name of several words or with an article, which is rarely a place."""
    return token.text[:1].isupper() and any(c.dep_ in ("compound", "flat", "det", "amod") for c in token.children)


def _regarded(noun: Token, lexicon: Lexicon) -> tuple[list[Token], list[Token]]:
    """ "Y regards X as an enemy": X bears the name, Y gives it."""
    verb = noun.head
    if noun.dep_ in ("xcomp", "obl") and verb.lower_ in lexicon.serving and case_of(noun) == "as":
        served = [*prepositional(noun), *prepositional(verb)]
        return subjects(verb), [m for case, t in served if case in ("for", "to") for m in expand(t)]
    above = regarding(noun)
    return ([t for t in undergoers(above) if t.i != noun.i], agents(above)) if above is not None else ([], [])


def _by_goods(noun: Token, supplies: bool, lexicon: Lexicon, mentions: Mentions) -> Iterator[Candidate]:
    """ "X is Y's main arms supplier", "Y, the largest buyer of Russian weapons"; of gas it says nothing."""
    for what in _goods(noun, lexicon):
        relation, others = thing(what, lexicon), _others(noun, what, supplies)
        if relation is None:
            continue
        called, background = _holders(noun, others, relation, mentions)
        cue = (min(noun.i, what.i), max(noun.i, what.i) + 1)
        for one, other in product((t for t in called if t.i != noun.i), others):
            giver, receiver = (one, other) if supplies else (other, one)
            yield Candidate(giver.i, relation, receiver.i, noun.i, cue, "agent noun", background=background)


def _goods(noun: Token, lexicon: Lexicon) -> list[Token]:
    """ "*Arms* supplier", "supplier of *arms* and *money*"."""
    before = [c for c in noun.children if c.dep_ in ("compound", "amod")]
    behind = [m for case, t in prepositional(noun) if case == "of" for m in expand(t)]
    return [t for t in (*before, *behind) if thing(t, lexicon) in _GIVEN]


def _others(noun: Token, what: Token, supplies: bool) -> list[Token]:
    """Whose supplier or customer: "*Chad's*", "to *Chad*", "source of *Chad's* arms", "buyer of *French* ones"."""
    if (owner := child(noun, "nmod:poss")) is not None:
        return expand(owner)
    if not supplies:
        return names_before(what) or noun_roles(what).get("from")
    behind = (t for head in (noun, what, noun.head) for case, t in prepositional(head) if case in ("to", "for"))
    whom = next(behind, None)
    return expand(whom) if whom is not None else names_before(what)
