"""Who does what in a clause: grammatical roles over Universal Dependencies, with what English leaves unsaid.

Passives, relative clauses, participles, control and shared arguments of coordinated verbs are undone here, once, so
that constructions only ask for roles (UD v2 guidelines, https://universaldependencies.org/u/dep/).
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from imbroglio.knowledge.lexicon import load_lexicon

if TYPE_CHECKING:
    from spacy.tokens import Token

RELATIVES = frozenset({"who", "which", "that", "whom", "whose"})
EXAMPLES = frozenset({"including", "include", "like", "such", "namely"})
TOGETHER = frozenset({"along", "together"})
_OBJECT_CONTROL = frozenset({"of", "from", "for"})
_DEEP = frozenset({"by", "against", "for"})
_SUBJECT_CONTROL = frozenset({"promise", "vow", "threaten"})
_MOST = 24  # members of one coordination that are read; more are a list, not a side
_DEPTH = 12  # how far control and coordination are followed; parses of hostile text can be arbitrarily deep


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


def child(token: Token, *deps: str) -> Token | None:
    """The first child with one of the relations, or None."""
    return next((c for c in token.children if c.dep_ in deps), None)


def noun_lemma(token: Token) -> str:
    """The lemma of a noun, by its form where the lexicon knows it: parsers guess lemmas of rare words wrongly."""
    return load_lexicon().nominals.get(token.lower_) or token.lemma_.lower()


def case_of(token: Token) -> str:
    """The preposition before a noun: "against", "alongside"; the first of several ("from" in "from within")."""
    for c in token.children:
        if c.dep_ == "case" and c.i < token.i and c.lower_ not in ("'s", "’s"):
            return str(c.lower_)
    return ""


def is_passive(verb: Token, depth: int = 0) -> bool:
    """True for "was armed", and for bare participles that modify a noun or clause ("rebels armed by")."""
    if child(verb, "nsubj:pass", "aux:pass", "csubj:pass", "obl:agent"):
        return True
    if child(verb, "nsubj"):
        return False
    if verb.dep_ == "conj" and verb.head.pos_ == "VERB" and not child(verb, "nsubj", "aux", "cop"):
        return depth < _DEPTH and is_passive(
            verb.head, depth + 1
        )  # "was ambushed and killed"; in "crossed it and fired on X" both are active
    if "Pass" in verb.morph.get("Voice", []):
        return True
    if "Part" not in verb.morph.get("VerbForm", []) or "Past" not in verb.morph.get("Tense", []):
        return False
    if child(verb, "aux", "cop"):
        return False
    return verb.dep_ in ("acl", "amod", "advcl", "root", "parataxis", "acl:relcl") and not child(verb, "obj")


def expand(token: Token, depth: int = 0) -> list[Token]:
    """The parties a phrase stands for: its coordination, and the members that an apposition or "including" names."""
    if depth > _DEPTH:
        return [token]
    return _members(token, depth)[:_MOST]


def _members(token: Token, depth: int) -> list[Token]:
    out = [token]
    for c in token.children:
        if (c.dep_ == "conj" and c.pos_ not in ("VERB", "AUX")) or (
            c.dep_ == "nmod" and any(k.lower_ in EXAMPLES for k in c.children if k.dep_ == "case")
        ):
            out += expand(c, depth + 1)
        elif c.dep_ == "advmod" and c.lower_ in TOGETHER:
            out += [m for o in c.children if case_of(o) == "with" for m in expand(o, depth + 1)]
        elif c.dep_ == "acl" and c.lower_ == "including":
            out += [m for o in c.children if o.dep_ == "obj" for m in expand(o, depth + 1)]
        elif c.dep_ in ("appos", "parataxis", "dep") and c.text[:1].isupper() and c.i > token.i:
            if is_plural(token):
                named = expand(c, depth + 1)
                out = [m for m in out if m.i != token.i or len(named) == 1] + named  # "three militias — A, B and C"
            elif token.dep_ == "appos" and is_plural(token.head):
                out += expand(c, depth + 1)  # B read as an apposition to A
    return out


def has_examples(token: Token) -> bool:
    """ "players, including A and B": the examples say who is meant."""
    return any(k.lower_ in EXAMPLES for c in token.children for k in (c, *c.children) if c.dep_ in ("nmod", "acl"))


def is_reciprocal(token: Token) -> bool:
    """ "each other", "one another"."""
    first = token.i - (token.lower_ in ("other", "another"))
    return token.doc[max(first, 0) : first + 2].text.lower() in ("each other", "one another")


def named_place(token: Token) -> Token:
    """ "the city of Raqqa": the name, not the word for what it is."""
    if noun_lemma(token) not in load_lexicon().settlements:
        return token
    return next((c for c in token.children if c.dep_ == "nmod" and c.pos_ == "PROPN" and case_of(c) == "of"), token)


def answerable(token: Token) -> list[Token]:
    """Whose deed is praised or condemned: "condemned the attack by X", "praised Y's help"; else the thing itself."""
    if token.pos_ != "NOUN" or noun_lemma(token) not in load_lexicon().nouns:
        return [token]
    filled = noun_roles(token)
    done = [m for c in token.children if c.dep_ == "acl" for m in agents(c)]
    return filled.get("by") or done or filled.get("poss") or [token]


def is_bystander(token: Token) -> bool:
    """ "civilians", "a market": attacked, but no party; "Yazidi civilians" are a side."""
    if noun_lemma(token) not in load_lexicon().bystanders or token.pos_ != "NOUN":
        return False
    return not any(c.text[:1].isupper() for c in token.children)


def in_name(token: Token) -> bool:
    """ "Support" in "Rapid Support Forces" names no deed."""
    return token.pos_ == "PROPN" and token.dep_ in ("compound", "flat") and token.head.pos_ == "PROPN"


def is_plural(token: Token) -> bool:
    return "Plur" in token.morph.get("Number", [])


def antecedent(token: Token) -> Token:
    """What a relative pronoun stands for, else the token itself."""
    if token.lower_ not in RELATIVES:
        return token
    clause = token.head
    for _ in range(_DEPTH):
        if clause.dep_ == "acl:relcl":
            return clause.head
        if clause.head == clause:
            break
        clause = clause.head
    return token


def _spread(token: Token) -> list[Token]:
    return expand(antecedent(token))


def subjects(verb: Token, depth: int = 0) -> list[Token]:
    """The surface subject of a verb or predicate, found through control, coordination and modification."""
    if depth > _DEPTH:
        return []
    own = child(verb, "nsubj", "nsubj:pass", "nsubj:outer")
    if own is not None:
        return _spread(own)
    head = verb.head
    if head == verb:
        return []
    if verb.dep_ == "conj":
        return subjects(head, depth + 1) if head.dep_ != "conj" or head.head != head else []
    if verb.dep_ == "xcomp" or (verb.dep_ == "advcl" and _is_object_controlled(verb)):
        controller = child(head, "obj", "iobj")
        lent = verb.dep_ == "xcomp" and controller is not None and _is_lent(controller, verb)
        if controller is not None and not lent and not is_passive(head) and head.lemma_ not in _SUBJECT_CONTROL:
            return _spread(controller)
        return subjects(head, depth + 1)
    if verb.dep_ in ("advcl", "ccomp", "parataxis") and not _own_clause(verb):
        purpose = verb.dep_ == "advcl" and _is_infinitive(verb)
        if purpose and head.lower_ in load_lexicon().object_control and (paid := objects(head)):
            return paid  # "paid the militia to fight"
        sent = objects(head) if purpose and head.lower_ in load_lexicon().sending else []
        return [*subjects(head, depth + 1), *sent, *_fellows(verb, head)]  # "sent troops to fight": both do
    if (
        verb.dep_ == "acl"
        and _is_object_controlled(verb)
        and (head.dep_ != "obj" or head.head.lower_ in load_lexicon().light)
    ):
        return owner(head, depth + 1) or (subjects(head.head, depth + 1) if head.dep_ == "obl" else [])
    if verb.dep_ == "acl:relcl" or (verb.dep_ in ("acl", "amod") and not _is_infinitive(verb)):
        return [] if _has_gap_object(verb) else expand(head)
    if verb.dep_ == "acl":
        return owner(head, depth + 1)
    return []


def _is_lent(relative: Token, verb: Token) -> bool:
    """ "the group that Y wants to isolate": the pronoun is what Y wants isolated, not who isolates."""
    wanting = relative.head.lower_ in load_lexicon().wanting
    return wanting and relative.lower_ in RELATIVES and child(verb, "obj") is None


def _fellows(verb: Token, head: Token) -> list[Token]:
    """Who shares a purpose: "collaborates with Y to crush Z" has Y crush Z as well."""
    if not _is_infinitive(verb) or head.lower_ not in load_lexicon().joint:
        return []
    return [m for case, noun in prepositional(head) if case in ("with", "alongside") for m in _spread(noun)]


def _is_object_controlled(verb: Token) -> bool:
    """ "accused X of arming", "barred X from aiding", "praised X for fighting": X is who arms, aids and fights."""
    return verb.dep_ in ("advcl", "acl") and any(
        c.dep_ in ("mark", "case") and c.lower_ in _OBJECT_CONTROL for c in verb.children
    )


def _own_clause(verb: Token) -> bool:
    """Finite clauses bring their own subject; what has none there was lost by the parser or never said."""
    return "Fin" in verb.morph.get("VerbForm", []) and verb.dep_ != "advcl"


def _is_infinitive(verb: Token) -> bool:
    return "Inf" in verb.morph.get("VerbForm", []) or any(c.dep_ == "mark" and c.lower_ == "to" for c in verb.children)


def _has_gap_object(verb: Token) -> bool:
    """True in "rebels (that) Iran backs": the noun before the clause is its object."""
    own = child(verb, "nsubj")
    if verb.dep_ != "acl:relcl" or own is None or child(verb, "ccomp"):
        return False
    stranded = any(c.dep_ == "obl" and c.lower_ in RELATIVES for c in verb.children)  # "for which Z fought"
    return not stranded and own.lower_ not in RELATIVES and all(c.lower_ != "whose" for c in own.children)


def _gap(verb: Token) -> Token | None:
    """The noun whose place a clause leaves empty, through control: "the militia that he helped to hunt"."""
    node = verb
    for _ in range(_DEPTH):
        taken = child(node.head, "obj")
        if node.dep_ != "xcomp" or (taken is not None and not _is_lent(taken, node)):
            break
        node = node.head
    return node.head if _has_gap_object(node) and not (node.i == verb.i and child(verb, "xcomp")) else None


def owner(noun: Token, depth: int = 0) -> list[Token]:
    """Whose plan it is: "Iran's plan to arm …", "Iran has a plan to arm …"."""
    whose = child(noun, "nmod:poss")
    if whose is not None:
        return _spread(whose)
    verb = whole(noun).head
    if verb.lower_ in load_lexicon().sending and whole(noun).dep_ == "obj":
        return [*agents(verb, depth + 1), *expand(noun)]  # "sent thousands of troops to fight"
    if whole(noun).i != noun.i and depth < _DEPTH:
        return owner(noun.head, depth + 1)  # "began the third phase of the effort to isolate Y"
    if noun.dep_ == "root" and noun.pos_ == "PROPN":
        return _spread(noun)  # headlines: "US to arm rebels"
    if noun.dep_ in ("obj", "obl", "nsubj:pass") and noun.head.lower_ in load_lexicon().light:
        return agents(noun.head, depth)
    return []


def whole(noun: Token) -> Token:
    """The noun that counts or measures this one: "thousands of troops", "the second phase of the offensive"."""
    counted = noun.dep_ == "nmod" and case_of(noun) == "of" and noun.head.lower_ in load_lexicon().phases
    return noun.head if counted else noun


def agents(verb: Token, depth: int = 0) -> list[Token]:
    if is_passive(verb):
        by = _by(verb) or next((a for c in verb.children if c.dep_ == "conj" and (a := _by(c))), None)
        return _spread(by) if by is not None else []
    return subjects(verb, depth)


def _by(verb: Token) -> Token | None:
    """The agent of a passive; "were surrounded and attacked by Y" shares it."""
    return child(verb, "obl:agent") or next((c for c in verb.children if c.dep_ == "obl" and case_of(c) == "by"), None)


def objects(verb: Token) -> list[Token]:
    found = [m for c in verb.children if c.dep_ == "obj" for m in _spread(c)]
    if found or is_passive(verb):
        return found
    if (gap := _gap(verb)) is not None:
        return expand(gap)
    if verb.dep_ == "conj" and (shared := child(verb.head, "obj")) is not None and shared.i > verb.i:
        return _spread(shared)
    return [m for sharer in _sharers(verb) for c in sharer.children if c.dep_ == "obj" for m in _spread(c)]


def undergoers(verb: Token) -> list[Token]:
    """What is acted on: the object, or the subject of a passive."""
    return objects(verb) or (subjects(verb) if is_passive(verb) else [])


def _sharers(verb: Token) -> list[Token]:
    """The last verb of "hosted, armed and financed the rebels", whose object the ones before share."""
    first = verb.head if verb.dep_ == "conj" else verb
    chain = [c for c in first.children if c.dep_ == "conj" and c.pos_ == "VERB" and not child(c, "nsubj")]
    if not chain or chain[-1].i <= verb.i or child(verb, "ccomp", "xcomp", "obl"):
        return []
    return chain[-1:]


def prepositional(token: Token) -> Iterator[tuple[str, Token]]:
    """(preposition, noun) of each prepositional phrase; for "on behalf of X" also ("behalf", X)."""
    for c in token.children:
        if c.dep_ not in ("obl", "nmod", "obl:agent", "advcl", "xcomp", "acl", "advmod", "obl:unmarked"):
            continue
        case = case_of(c)
        if not case and c.pos_ == "ADP" and (noun := child(c, "obj")) is not None:
            case, c = str(c.lower_), noun  # a preposition read as the head of its phrase
        if not case:
            continue
        yield case, c
        for inner in c.children:
            if inner.dep_ == "nmod" and case_of(inner) in ("of", "to"):
                yield noun_lemma(c), inner


def roles(predicate: Token) -> Roles:
    """All arguments of a verb, with the passive undone: what acts is in `subj`, what is acted on in `obj`."""
    out = Roles(subj=agents(predicate), obj=objects(predicate))
    out.iobj = [m for c in predicate.children if c.dep_ == "iobj" for m in _spread(c)]
    if is_passive(predicate):
        surface = subjects(predicate)
        if out.obj:
            out.iobj += surface  # "rebels were given rifles"
        else:
            out.obj = surface
    for case, noun in prepositional(predicate):
        if out.subj and _joins(case, noun):
            out.subj = out.subj + _spread(noun)  # "Iran, along with Russia, backs X"
        if not (case == "by" and is_passive(predicate)):
            out.preps.setdefault(case, []).extend(_spread(noun))
    if predicate.dep_ == "conj" and predicate.head.pos_ == predicate.pos_ and not out.obj and is_passive(predicate):
        out.obj = subjects(predicate)
    return out


def _joins(case: str, noun: Token) -> bool:
    """Russia does the same in "along with Russia", "together with Russia"."""
    before = {t.lower_ for t in noun.doc[max(noun.left_edge.i - 1, 0) : noun.i]}
    return case in (*TOGETHER, "with") and bool(before & TOGETHER)


def noun_roles(noun: Token) -> Roles:
    """Arguments of a noun that names a deed or stance.

    Possessor in `preps["poss"]`, each preposition under its name.
    """
    out = Roles(preps={"self": [noun]})
    for c in noun.children:
        if c.dep_ == "nmod:poss":
            out.preps.setdefault("poss", []).extend(_spread(c))
        elif c.dep_ in ("compound", "amod", "nmod") and c.i < noun.i and not case_of(c):
            out.preps.setdefault("mod", []).extend([c] + [m for m in expand(c) if m.i != c.i])
    for case, target in prepositional(noun):
        out.preps.setdefault(case, []).extend(_spread(target))
        if case == "of":  # "the abduction of X by Y", "a consignment of shells for Y", read one step too deep
            for inner, other in prepositional(target):
                if inner in _DEEP and inner not in out.preps:
                    out.preps[inner] = _spread(other)
    return out
