"""The arguments of a predicate, by role: what constructions ask for."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from imbroglio.claims.syntax.clauses import agents, subjects
from imbroglio.claims.syntax.control import left_out
from imbroglio.claims.syntax.objects import is_passive, objects
from imbroglio.claims.syntax.phrases import (
    TOGETHER,
    case_of,
    expand,
    noun_lemma,
    prepositional,
    spread,
    verb_lemma,
    whole,
)
from imbroglio.knowledge.lexicon import load_lexicon
from imbroglio.model import Relation

if TYPE_CHECKING:
    from imbroglio.language.plain import Token

_OPENS = frozenset({"DET", "ADJ", "NUM", "NOUN", "PROPN", "PRON", "SYM"})  # of a phrase with no "and" before it
_VERDICTS = frozenset({Relation.ACCUSES, Relation.ENDORSES})
_DEEP = frozenset({"by", "against", "for", "from", "to", "into", "on"})


@dataclass(slots=True)
class Roles:
    """The arguments of one predicate. Every list holds head tokens, coordination already spread out."""

    subj: list[Token] = field(default_factory=list)
    obj: list[Token] = field(default_factory=list)
    iobj: list[Token] = field(default_factory=list)
    preps: dict[str, list[Token]] = field(default_factory=dict)

    def get(self, role: str) -> list[Token]:
        """Tokens in a role; a role that is none of subj, obj, iobj is a preposition (or the noun of a phrase)."""
        if role in ("subj", "obj", "iobj"):
            found: list[Token] = getattr(self, role)
            return found
        return self.preps.get(role, [])


def roles(predicate: Token) -> Roles:
    """All arguments of a verb, with the passive undone: what acts is in `subj`, what is acted on in `obj`."""
    out = Roles(subj=agents(predicate), obj=objects(predicate))
    out.iobj = [m for c in predicate.children if c.dep_ == "iobj" for m in spread(c)]
    behind = [c for c in predicate.children if c.dep_ == "obj" and c.i > predicate.i]
    if len(behind) == 2 and not out.iobj and _are_in_a_row(*behind):  # "dealt the rebels a blow", read as two objects
        out.iobj = spread(behind[0])
        out.obj = [t for t in out.obj if all(t.i != r.i for r in out.iobj)]
    if out.iobj and not out.obj and not is_passive(predicate):
        out.obj = out.iobj  # "accused the government of …": what stands alone is the object, whatever it is called
    if is_passive(predicate):
        surface = subjects(predicate)
        if out.obj:
            out.iobj += surface  # "rebels were given rifles"
        else:
            out.obj = surface
    for case, noun in prepositional(predicate):
        if (together := _joins(case, noun)) and out.subj:  # "Iran, along with Russia, backs X"
            added = "along" in together and any(predicate.i < t.i < noun.i for t in out.obj)
            if is_passive(predicate) or not added:
                out.subj = out.subj + spread(noun)
            elif "," in together:
                out.obj = out.obj + spread(noun)  # "backs X, along with Y"; without a comma it may be either
        if not (case == "by" and is_passive(predicate)):
            out.preps.setdefault(case, []).extend(spread(noun))
    if predicate.dep_ == "conj" and predicate.head.pos_ == predicate.pos_ and not out.obj and is_passive(predicate):
        out.obj = subjects(predicate)
    return out


def _are_in_a_row(one: Token, two: Token) -> bool:
    first = two.left_edge
    return one.right_edge.i + 1 == first.i and first.pos_ in _OPENS


def _joins(case: str, noun: Token) -> set[str]:
    """The words of "along with Russia", "together with Russia", by which Russia does the same; else none."""
    before = {t.lower_ for t in noun.doc[max(noun.left_edge.i - 1, 0) : noun.i]}
    return before if case in (*TOGETHER, "with") and before & TOGETHER else set()


def again(verb: Token) -> Iterator[Roles]:
    """ "Supplied X with tanks, *Y Z with jets*", "gave money to X, and *Y rifles to Z*", "… and *Y to Z*"."""
    for giver, other in left_out(verb):
        same = [t for t in objects(verb) if t.i < giver.i]
        own = Roles([giver], [other], preps=noun_roles(other).preps)
        yield Roles([giver], same, preps={case: [other]}) if (case := case_of(other)) else own


def _shared_behind(noun: Token) -> Iterator[tuple[str, Token]]:
    """ "Support *to*, and cooperation with, *X*", "trade with and investment *in X*": both have one object."""
    first = noun.head if noun.dep_ == "conj" else noun
    for other in (first, *(c for c in first.children if c.dep_ == "conj")):
        for target in (c for c in other.children if other.i != noun.i and c.dep_ == "nmod" and c.i > noun.i):
            bare = (k for k in noun.children if k.pos_ == "ADP" and not list(k.children) and other.dep_ == "conj")
            cases = (*bare, *(k for k in target.children if k.dep_ == "case"))
            yield from ((k.lower_, target) for k in cases if k.i == noun.i + 1)


def noun_roles(noun: Token) -> Roles:
    """Arguments of a noun that names a deed or stance.

    Possessor in `preps["poss"]`, each preposition under its name.
    """
    out = Roles(preps={"self": [noun]})
    for c in noun.children:
        if c.dep_ == "nmod:poss":
            out.preps.setdefault("poss", []).extend(spread(c))
        elif c.dep_ in ("compound", "amod", "nmod") and c.i < noun.i and not case_of(c):
            out.preps.setdefault("mod", []).extend([c] + [m for m in expand(c) if m.i != c.i])
    for case, target in (*prepositional(noun), *_shared_behind(noun)):
        out.preps.setdefault(case, []).extend(spread(target))
        if case == "of":  # "the abduction of X by Y", "a consignment of shells for Y", read one step too deep
            for inner, other in prepositional(target):
                if inner in _DEEP and inner not in out.preps:
                    out.preps[inner] = spread(other)
    return out


def answerable(token: Token) -> list[Token]:
    """Whose deed is praised or condemned; else the thing itself.

    "Condemned the attack by X", "praised Y's help", "welcomes the steps taken by X", "the role that Z played", "the
    agreement between X and Y".
    """
    if token.pos_ != "NOUN":
        return [token]
    filled, lexicon = noun_roles(token), load_lexicon()
    if noun_lemma(token) in lexicon.groups["troops"] | lexicon.groups["foes"]:
        return [token]  # "blamed militias paid by X"
    if doers := _doers_before(token):
        return doers
    clauses = (c for c in token.children if c.dep_ == "acl" and not (_judges(c) or _is_told(c)))
    done = [m for c in clauses for m in agents(c)]
    if noun_lemma(token) in lexicon.groups["conduct"]:  # "the role that X has played"
        done += [m for c in token.children if c.dep_ == "acl:relcl" for m in agents(c) if m.i != token.i]
        done = done or filled.get("poss") or filled.get("of")  # "the efforts of X and Y"
    if noun_lemma(token) in lexicon.groups["utterance"]:  # "rejected X's demand", "an offer from X", "a U.S. proposal"
        named = [t for t in filled.get("mod") if t.text[:1].isupper()]
        return filled.get("poss") or filled.get("by") or filled.get("from") or done or named
    if noun_lemma(token) in lexicon.groups["provocation"]:  # "protested the incursions of X"
        return filled.get("by") or done or filled.get("poss") or filled.get("of") or [token]
    if noun_lemma(token) not in lexicon.nouns:
        return done or filled.get("between") or [token]
    found = filled.get("by") or done or filled.get("poss") or _doers_across(token) or filled.get("between")
    return found or ([] if _is_suffered(token) else [token])


def _doers_before(deed: Token) -> list[Token]:
    """ "X entered Y, *a move* condemned by Z": what is set behind a clause sums it up, and who acts there answers."""
    head, lemma, lexicon = deed.head, noun_lemma(deed), load_lexicon()
    summing = lemma in lexicon.groups["summing"]
    if deed.dep_ not in ("parataxis", "appos", "dep") or not (summing or Relation.FIGHTS in lexicon.of_noun(lemma)):
        return []
    beside_object = summing and head.dep_ == "obj"  # "shut the border, a move", read as what it is
    clause = head.head if beside_object else head
    return agents(clause) if clause.pos_ == "VERB" else []


def _is_told(clause: Token) -> bool:
    """ "Rejected the claim *that* X armed Y": X is who is spoken of, and claims nothing."""
    return any(c.dep_ == "mark" and c.lower_ == "that" for c in clause.children)


def _judges(verb: Token) -> bool:
    """ "The attack *condemned* by X": it is not his."""
    senses = load_lexicon().verbs.get(verb_lemma(verb), ())
    return any(sense.frame.relation in _VERDICTS and not sense.nouns and not sense.particle for sense in senses)


def _doers_across(deed: Token) -> list[Token]:
    """ "Condemned the bombing of X by Y", where a parse hangs Y on the verb."""
    top = whole(deed)
    verb = top.head if top.dep_ == "obj" else deed
    if verb.pos_ != "VERB" or is_passive(verb):
        return []
    return [m for case, t in prepositional(verb) if case == "by" and t.i > deed.i for m in spread(t)]


def _is_suffered(deed: Token) -> bool:
    """ "Condemned the shelling of X": who stands behind "of" is its victim and answers for nothing."""
    frames = load_lexicon().nouns.get(noun_lemma(deed), ())
    return any(frame.relation.sign < 0 and "of" in frame.patient for frame in frames)


def regarding(noun: Token) -> Token | None:
    """The verb by which somebody regards a party as this, also across a clause or as a second object.

    "Regards X as a foe", "regards X, who shot its men, as a foe", "considers X its foe".
    """
    verb, regard = noun.head, load_lexicon().regard
    across = noun.dep_ == "obl" and case_of(noun) == "as" and verb.lower_ not in regard
    if across and verb.dep_ == "acl:relcl" and verb.head.dep_ == "obj":
        verb = verb.head.head
    second = noun.dep_ == "obj" and any(c.dep_ == "obj" and c.i < noun.i for c in verb.children)
    return verb if (noun.dep_ in ("xcomp", "obl") or second) and verb.lower_ in regard else None
