"""Who does what is done: behind an attack or a push that a clause has for its subject, or in which people die."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from imbroglio.claims.syntax.clauses import agents, subjects, undergoers
from imbroglio.claims.syntax.objects import is_passive
from imbroglio.claims.syntax.phrases import (
    RELATIVES,
    antecedent,
    case_of,
    child,
    expand,
    noun_lemma,
    prepositional,
    spread,
    verb_lemma,
)
from imbroglio.claims.syntax.roles import noun_roles
from imbroglio.knowledge.lexicon import load_lexicon
from imbroglio.knowledge.stance import load_stance
from imbroglio.model import Relation

if TYPE_CHECKING:
    from imbroglio.language.plain import Token

_FORCE = frozenset({Relation.FIGHTS, Relation.ADVANCES_ON})
_INSIDE = frozenset({"in", "during"})
_CHARGED = frozenset({"for", "of", "over", "from"})


def behind_deed(token: Token, doers: list[Token] | None = None) -> list[Token]:
    """Who strikes in "an Israeli strike killed" and pushes in "repelled a push by X"; else the thing itself.

    `doers` stand behind a "by" that the parse hangs on the verb. "A wave of strikes" is strikes.
    """
    counted = [c for c in token.children if c.dep_ == "nmod" and case_of(c) == "of"]
    if counted and token.lemma_.lower() in load_lexicon().partitives:
        found = behind_deed(counted[0], doers)
        return found if found != counted[:1] else [token]
    if not is_force(token) and not _is_attempt(token):
        return _planted_by(token) or [token]
    filled = noun_roles(token)
    named = [t for t in filled.get("mod") if t.text[:1].isupper()]
    claimed = claimers(token) or answering(token)
    return filled.get("by") or filled.get("poss") or named or claimed or doers or filled.get("of") or [token]


def _is_attempt(noun: Token) -> bool:
    """ "Foiled *an attempt* by X to storm the base"."""
    return noun_lemma(noun) in load_lexicon().groups["attempt"] and child(noun, "acl") is not None


def _planted_by(weapon: Token) -> list[Token]:
    """ "A mine laid *by X* killed ten": not who made or sold it."""
    lexicon = load_lexicon()
    set_off = lexicon.groups["planting"]
    done = (
        c for c in weapon.children if c.dep_ == "acl" and (c.lower_ in lexicon.launching or verb_lemma(c) in set_off)
    )
    explodes = noun_lemma(weapon) in lexicon.flying | lexicon.groups["explosive"]
    return [m for c in done if explodes for m in agents(c)]


def is_force(noun: Token) -> bool:
    """Whether a noun is a deed of war: "assault", "push"."""
    return noun.pos_ == "NOUN" and not _FORCE.isdisjoint(load_lexicon().of_noun(noun_lemma(noun)))


def attackers(verb: Token) -> list[Token]:
    """Who kills where nobody is said to: "were killed *in a raid by X*", "died in clashes *with X*"."""
    hurt = {t.i for t in subjects(verb)}
    deeds = [antecedent(t) for case, t in prepositional(verb) if case in _INSIDE]
    found = [t for deed in deeds if is_attack(deed) for t in _doers(deed)]
    return [t for t in found if t.i not in hurt]


def killers(death: Token) -> list[Token]:
    """Whose deed it is that leads to it: "a raid by X resulted *in the death of Y*"."""
    verb = death.head
    if case_of(death) not in ("in", "to") or verb.lower_ not in load_lexicon().causing:
        return []
    conducted = child(verb.head, "obj") if verb.dep_ == "advcl" else None
    deeds = [conducted] if conducted is not None else [antecedent(t) for t in subjects(verb)]
    return [t for deed in deeds if is_attack(deed) for t in _doers(deed)]


def leavers(verb: Token) -> list[Token]:
    """Whose attack it was: "a raid by X *left* ten soldiers *dead*"; who leaves their own dead has killed nobody."""
    deeds = [antecedent(t) for t in subjects(verb)] if leaves_hurt(verb) else []
    return [t for deed in deeds if is_attack(deed) for t in _doers(deed)]


def leaves_hurt(verb: Token) -> bool:
    """ "*Left* ten soldiers *dead*", who are not kept there."""
    if verb_lemma(verb) != "leave":
        return False
    told = [c for c in verb.children if c.dep_ == "xcomp"]
    told += [c for t in verb.children if t.dep_ == "obj" for c in t.children if c.i > t.i]
    return any(c.lower_ in load_lexicon().groups["hurt"] for c in told)


def is_attack(noun: Token) -> bool:
    """Whether a noun is a deed against somebody: "assault", not "push"."""
    return noun.pos_ == "NOUN" and Relation.FIGHTS in load_lexicon().of_noun(noun_lemma(noun))


def _doers(deed: Token) -> list[Token]:
    done = [t for t in behind_deed(deed) if t.i != deed.i]
    victims = noun_roles(deed).get("of")
    return noun_roles(deed).get("with") or [t for t in done if all(t.i != v.i for v in victims)]


def claimers(deed: Token) -> list[Token]:
    """ "An attack *claimed by X*", "X claimed responsibility for an attack", "an attack for which X claimed it"."""
    lexicon, above = load_lexicon(), deed.head
    if suspects := blamed(deed):
        return suspects
    told = [c for c in deed.children if c.dep_.startswith("acl") and c.lower_ in lexicon.claiming | lexicon.light]
    if by := [m for c in told for case, t in prepositional(c) if case == "by" for m in spread(t)]:
        return by
    claimed = (c for c in told if c.dep_ == "acl:relcl" and c.lower_ in lexicon.claiming and not is_passive(c))
    if own := [m for c in claimed if _is_about(c) for m in subjects(c)]:
        return own
    if deed.dep_ == "nmod" and noun_lemma(above) in lexicon.groups["responsibility"] and above.dep_ == "obj":
        return subjects(above.head) if above.head.lower_ in lexicon.claiming | lexicon.involving else []
    if deed.dep_ == "obj" and (above.lower_ in lexicon.claiming or above.lower_ in lexicon.light):
        return subjects(above)
    if case_of(deed) == "with" and deed.dep_ in ("obj", "obl") and verb_lemma(above) in lexicon.groups["reply"]:
        return subjects(above)  # "answered *with a strike*"
    behind = child(deed, "cop") is not None and case_of(deed) == "behind"
    return [m for c in deed.children if behind and c.dep_ == "nsubj" for m in expand(c)]


def blamed(deed: Token) -> list[Token]:
    """ "An attack blamed *on X*", "that the army attributed *to X*", "pinned the raid *on X*": whose it may be."""
    verbs = [c for c in deed.children if c.dep_.startswith("acl")]
    verbs += [deed.head] if deed.dep_ in ("obj", "nsubj:pass") else []
    if not verbs:
        return []
    groups = load_lexicon().groups
    put = {"on": groups["blaming"], "to": groups["attributing"]}
    return [
        m
        for verb in verbs
        for case, t in prepositional(verb)
        if case in put and verb_lemma(verb) in put[case] and t.i > verb.i
        for m in spread(t)
    ]


def _is_about(clause: Token) -> bool:
    """ "*Which* X claimed", "*for which* X claimed responsibility"."""
    return any(c.lower_ in RELATIVES and c.i < clause.i and not c.dep_.startswith("nsubj") for c in clause.children)


def judge_of(deed: Token) -> Token | None:
    """The verb that holds somebody to account for a deed, also where a parse hangs the deed on who is judged."""
    below = deed.dep_ == "obl" or (deed.dep_ == "nmod" and deed.head.dep_ == "obj")
    verb = deed.head.head if deed.dep_ == "nmod" else deed.head
    return verb if below and case_of(deed) in _CHARGED and verb.lower_ in load_lexicon().judging else None


def answering(deed: Token) -> list[Token]:
    """Who is judged for a deed: "condemned *the group* for the bombing of Y"; nobody where the verb is denied.

    Who stands behind "by" has done it, whoever answers for that: "condemned the state for the bombing of Y *by X*".
    """
    verb = judge_of(deed)
    if verb is None:
        return []
    behind = [] if is_passive(verb) else [t for case, t in prepositional(verb) if case == "by" and t.i > deed.i]
    doers = [m for t in behind for m in spread(t)]
    return doers or ([] if _is_denied(verb) else undergoers(verb))


def _is_denied(verb: Token) -> bool:
    """ "Did *not* blame X for it", "*refused* to blame X", "*nobody* blamed X"."""
    cues = load_stance()
    refused = verb.dep_ == "xcomp" and "no" in cues.governs.get(verb.head.lemma_.lower(), ())
    doers = [c for c in verb.children if c.dep_ == "nsubj"]
    nobody = any("no" in cues.determiners.get(k.lower_, ()) for c in doers for k in (c, *c.children))
    denied = any("no" in cues.adverbs.get(c.lower_, ()) for c in verb.children if c.dep_ == "advmod")
    return refused or nobody or denied


def with_means(verb: Token, deed: Token) -> list[tuple[str, Token]]:
    """ "Conducted strikes *using drones* against X", where a parse hangs X on the drones."""
    means = (c for head in (verb, deed) for c in head.children if c.lower_ == "using" and c.dep_ in ("advcl", "acl"))
    return [(case, t) for using in means for case, t in prepositional(using) if case in ("against", "on")]


def conducted(deed: Token) -> Iterator[tuple[str, Token]]:
    """ "The attack *launched by X against Y*"."""
    for done in deed.children:
        if done.dep_ == "acl" and done.lower_ in load_lexicon().light:
            yield from prepositional(done)
            inner = ((c, *phrase) for c in done.children for phrase in prepositional(c))
            yield from ((case, t) for c, case, t in inner if case != "of" or case_of(c) != "by")  # "by forces *of X*"


def involved(deed: Token) -> list[Token]:
    """ "The participation of X in the assault on Y", "denied any role in it", "accused X of involvement in it"."""
    lexicon = load_lexicon()
    if case_of(deed) != "in" or deed.dep_ not in ("nmod", "obl"):
        return []
    part = deed.head if deed.dep_ == "nmod" else child(deed.head, "obj")  # "had a hand in the assault"
    if part is None or part.lower_ not in lexicon.involvement:
        return []
    filled, verb = noun_roles(part), part.head
    if judge_of(part) is not None:
        return answering(part)
    plays = part.dep_ == "obj" and verb.lower_ in lexicon.involving
    return filled.get("poss") or filled.get("of") or filled.get("by") or (subjects(verb) if plays else [])


def settled(pact: Token) -> list[Token]:
    """ "The truce that X brokered *between Y and Z*", "the truce signed *by Y and Z*": between whom it is."""
    lexicon = load_lexicon()
    if noun_lemma(pact) not in lexicon.groups["pact"]:
        return []
    clauses = [c for c in pact.children if c.dep_.startswith("acl")]
    brokered = [phrase for c in clauses if c.lower_ in lexicon.mediating for phrase in prepositional(c)]
    both = [t for case, target in brokered if case == "between" for t in expand(target)]
    signed = [t for c in clauses if c.lower_ in lexicon.settling for t in agents(c)]
    return both or (signed if len(signed) > 1 else [])


def fought_beside(verb: Token) -> list[Token]:
    """ "*With Iran supplying the drones*, the army retook X": whose deed of war a clause stands beside."""
    with_whom = any(c.dep_ in ("mark", "case") and c.lower_ == "with" for c in verb.children)
    beside = verb.dep_ in ("advcl", "acl") and with_whom and child(verb, "nsubj") is not None
    main = verb.head.head if verb.dep_ == "acl" else verb.head
    war = not _FORCE.isdisjoint(load_lexicon().of_verb(verb_lemma(main))) and not is_passive(main)
    return subjects(main) if beside and war and main.lower_ not in load_lexicon().light else []


def granting(noun: Token) -> Token | None:
    """The verb by which somebody gives or takes back a licence for this: "revoked permits for *sales* to X"."""
    permits, above = load_lexicon().groups["permit"], noun.head
    if case_of(noun) not in ("for", "on", "of"):
        return None
    if noun_lemma(above) in permits:
        return above.head if above.dep_ == "obj" else None
    hung_on_verb = (c for c in above.children if c.dep_ == "obj" and c.i < noun.i and noun_lemma(c) in permits)
    return above if any(hung_on_verb) else None
