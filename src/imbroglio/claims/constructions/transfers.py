"""Giving and getting: "provided weapons to X", "supplied X with drones", "X bought rifles from Y", "arms deliveries to
X".

What is handed over decides the relation: weapons arm, money funds, training assists.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import product
from typing import TYPE_CHECKING

from imbroglio.claims.constructions.candidate import Candidate
from imbroglio.claims.syntax import (
    Roles,
    again,
    agents,
    case_of,
    child,
    expand,
    fought_beside,
    granting,
    is_plural,
    is_sum,
    noun_lemma,
    noun_roles,
    objects,
    prepositional,
    roles,
    subjects,
    thing,
    verb_lemma,
)
from imbroglio.knowledge.lexicon import Lexicon, load_lexicon
from imbroglio.model import Relation

if TYPE_CHECKING:
    from imbroglio.language.plain import Doc, Token


_BEFORE = frozenset({"amod", "compound", "nmod", "nmod:poss"})
_GIFTS = frozenset({Relation.ARMS, Relation.ASSISTS, Relation.FUNDS})
_THESE = frozenset({"them", "these", "those"})
_BACK = 15  # words back to what a pronoun stands for


def find(doc: Doc, lexicon: Lexicon) -> Iterator[Candidate]:
    """Candidates from transfer verbs and from nouns of delivery."""
    for token in doc:
        lemma = token.lemma_.lower()
        if token.pos_ == "VERB":
            lemma = verb_lemma(token)
            if lemma in lexicon.give or token.lower_ in lexicon.owe or hands_over(token, lexicon):
                yield from () if is_given_up(token) else _given(token, roles(token), lexicon)
                yield from (c for inside in again(token) for c in _given(token, inside, lexicon))
            elif lemma in lexicon.get or (lemma == "take" and _takes_gift(token, lexicon)):
                yield from _received(token, lexicon)
            elif token.lower_ in lexicon.entrust:
                yield from _put_at_disposal(token, lexicon)
        elif token.pos_ == "NOUN" and noun_lemma(token) in lexicon.deliveries:
            found = list(_delivery(token, lexicon))
            yield from found or _thing_to(token, lexicon)
        elif token.pos_ == "NOUN" and noun_lemma(token) in lexicon.things and not _is_content(token, lexicon):
            yield from _thing_to(token, lexicon)


def is_given_up(verb: Token) -> bool:
    """ "Gave up its weapons"; "handed over *its weapons*", "handed over *captured soldiers*" to somebody."""
    lexicon = load_lexicon()
    if any(c.dep_ == "compound:prt" and c.lower_ == "up" for c in verb.children):
        return True
    over = any(c.dep_ == "compound:prt" and c.lower_ == "over" for c in verb.children)
    given = [c for c in verb.children if c.dep_ in ("obj", "nsubj:pass") or (c.dep_ == "obl" and not case_of(c))]
    what = given if verb.lower_ in lexicon.ceding and over else []
    laid_down = (
        noun_lemma(t) in lexicon.groups["own_arms"]
        and any(k.dep_ == "nmod:poss" and k.pos_ == "PRON" for k in t.children)
        for t in what
    )
    return any(laid_down) or any(thing(t, lexicon) is Relation.FIGHTS_FOR for t in what)


def _is_content(token: Token, lexicon: Lexicon) -> bool:
    """ "a consignment of shells": the consignment speaks for the shells, and nobody is armed by what is given up."""
    if token.dep_ in ("obj", "nsubj:pass", "obl") and is_given_up(token.head):
        return True
    return token.dep_ == "nmod" and noun_lemma(token.head) in lexicon.deliveries


def _takes_gift(verb: Token, lexicon: Lexicon) -> bool:
    """Money is taken from who gives it; what is taken from soldiers and depots is spoils, from a name it is given."""
    taken = {thing(c, lexicon) for c in verb.children if c.dep_ == "obj"}
    named = any(t.pos_ == "PROPN" for t in roles(verb).get("from"))
    return Relation.FUNDS in taken or (named and bool(taken & {Relation.ARMS, Relation.ASSISTS}))


def hands_over(verb: Token, lexicon: Lexicon) -> bool:
    """True where the thing given is named: "supplied X with rifles" arms, whatever else "supply" may mean."""
    if verb_lemma(verb) not in lexicon.give | lexicon.aid_with:
        return False
    filled, gives = roles(verb), verb_lemma(verb) in lexicon.give
    people = {Relation.FIGHTS_FOR} if not (filled.iobj or filled.get("to") or filled.get("for")) else set()
    return any(
        thing(c, lexicon) not in {None, *people}  # "fed the soldiers": they are who is fed
        for c in verb.children
        if (gives and c.dep_ in ("obj", "nsubj:pass")) or (c.dep_ == "obl" and case_of(c) == "with")
    )


def is_make(word: Token, lexicon: Lexicon) -> bool:
    """ "Paid for American interceptors", "Chinese guns that Jordan passed on": whose make arms are does not tell who
    gives them, where somebody else is said to."""
    noun = word.head
    if word.i > noun.i or word.dep_ not in _BEFORE or thing(noun, lexicon) is not Relation.ARMS:
        return False
    handed = [c for c in noun.children if c.dep_ == "acl:relcl"]
    while noun.dep_ == "conj" or (noun.dep_ == "nmod" and case_of(noun) == "of"):
        noun = noun.head
    handed += [noun.head] if noun.dep_ in ("obj", "obl") else []
    return any(_moves(verb, lexicon) and agents(verb) for verb in handed)


def _moves(verb: Token, lexicon: Lexicon) -> bool:
    """A verb of giving or paying, or of buying for or from somebody."""
    lemma = verb_lemma(verb)
    if lemma in lexicon.get:
        return bool({"for", "from"} & {case for case, _ in prepositional(verb)})
    return lemma in lexicon.give or verb.lower_ in lexicon.owe


def _given(verb: Token, filled: Roles, lexicon: Lexicon) -> Iterator[Candidate]:
    if filled.iobj == filled.obj:  # "sent men to X", with the men as if something were given to them
        filled = Roles(filled.subj, filled.obj, preps=filled.preps)
    yield from _to_the_aid(verb, filled, lexicon)
    receivers = filled.iobj or _with_others(filled, "to") or filled.get("for") or filled.get("into")
    things = filled.obj
    beside = [] if filled.iobj else filled.get("with")
    if verb.lower_ in lexicon.post:  # "posted advisers with X"
        receivers = receivers or beside or [m for t in filled.obj for m in noun_roles(t).get("with")]
    elif any(thing(t, lexicon) for t in beside):  # "supplied X with drones": the object receives
        receivers, things = filled.obj, beside
    if not receivers and len(filled.obj) > 1:  # "the stipend that X pays Y"
        receivers = [t for t in filled.obj if t.dep_ in ("obj", "iobj") and thing(t, lexicon) is None]
    if verb.lower_ in lexicon.owe:
        things = [t for t in things if thing(t, lexicon) is Relation.FUNDS]
        receivers = receivers or [m for t in things for m in noun_roles(t).get("poss") or noun_roles(t).get("of")]
    if not receivers and things and not things[0].text[:1].isupper():  # "gave the militia rockets", read as a compound
        counted = next((c.i for c in things[0].children if c.dep_ == "nummod"), 0)  # "20,000 test kits"
        sure = counted or verb_lemma(verb) in lexicon.groups["dative"]
        places = range(verb.i + 1 + (not sure), counted or len(verb.doc))  # not "supplied *Hamas guns*"
        receivers = [c for c in things[0].children if _is_bare_owner(c) and c.i in places]
    if not receivers:  # "committed two billion in aid to X"
        inner = [t for head in (verb, *things) for case, t in prepositional(head) if case in ("in", "of")]
        receivers = [m for t in inner if thing(t, lexicon) for m in noun_roles(t).get("to")]
    if not receivers and all(thing(t, lexicon) in _GIFTS for t in things):
        receivers = fought_beside(verb)
    yield from pairs(verb, filled.subj, receivers, things, lexicon)


def _to_the_aid(verb: Token, filled: Roles, lexicon: Lexicon) -> Iterator[Candidate]:
    """ "Sent mercenaries *to the aid of X*", "sent the brigade to X's rescue": on behalf of X."""
    aid = [t for t in filled.get("to") if noun_lemma(t) in lexicon.groups["rescue"]]
    sent = [t for t in filled.obj if t.text[:1].isupper() or thing(t, lexicon) is Relation.FIGHTS_FOR]
    if verb.lower_ in lexicon.sending and sent:
        helped = [m for t in aid for m in noun_roles(t).get("of") or noun_roles(t).get("poss")]
        for giver, whom in product(filled.subj, helped):
            yield Candidate(giver.i, Relation.FIGHTS_FOR, whom.i, verb.i, (verb.i, sent[0].i + 1), "transfer")


def _put_at_disposal(verb: Token, lexicon: Lexicon) -> Iterator[Candidate]:
    """ "Put planes at X's disposal", "made rifles available to X"."""
    filled, ready = roles(verb), lexicon.groups["ready"]
    whose = [noun_roles(t) for case, t in prepositional(verb) if case == "at" and noun_lemma(t) in ready]
    receivers = [m for whom in whose for m in whom.get("poss") or whom.get("of")]
    made = [c for c in verb.children if c.dep_ == "xcomp" and c.lemma_.lower() in ready]
    receivers += [
        m for c in made for head in (c, verb) for case, t in prepositional(head) if case == "to" for m in expand(t)
    ]
    yield from pairs(verb, filled.subj, receivers, filled.obj, lexicon)


def _is_bare_owner(token: Token) -> bool:
    """ "Gave the Kurds guns", where a parse takes the Kurds for whose guns they are."""
    return token.dep_ == "compound" or (token.dep_ == "nmod:poss" and all(c.dep_ != "case" for c in token.children))


def committed(verb: Token, lexicon: Lexicon) -> tuple[Token, Token] | None:
    """Verb and troops of "*sent troops* to help Y"; whoever is sent to train Y only trains."""
    if verb.dep_ not in ("advcl", "acl", "xcomp") or verb.lower_ in lexicon.schooling:
        return None
    sender = verb.head.head if verb.dep_ == "acl" else verb.head
    if sender.lower_ not in lexicon.sending or child(verb, "nsubj") is not None or child(verb, "mark") is None:
        return None
    return next(
        ((sender, t) for t in objects(sender) or roles(sender).iobj if thing(t, lexicon) is Relation.FIGHTS_FOR), None
    )


def names_before(noun: Token) -> list[Token]:
    """Whose it is by a name before it: "Qatari money", "Iran's rockets"."""
    filled = noun_roles(noun)
    return [t for t in (*filled.get("poss"), *filled.get("mod")) if t.text[:1].isupper()]


def _shared_out(what: Token) -> list[Token]:
    """ "The lion's share of the agency's dollars": whose dollars they are."""
    of = [t for case, t in prepositional(what) if case == "of"]
    return [m for t in of for m in noun_roles(t).get("poss") if m.pos_ != "PRON"]


def _received(verb: Token, lexicon: Lexicon) -> Iterator[Candidate]:
    filled = roles(verb)
    out = any(c.lower_ == "out" and c.dep_ in ("advmod", "compound:prt") for c in verb.children)
    out |= any(case == "out" for case, _ in prepositional(verb))
    if child(verb, "xcomp") is not None or out or any(t.lower_ == "fire" for t in filled.obj):
        return  # "ordered French troops to leave", "out of the base", "received machine gun and rocket fire"
    givers = _with_others(filled, "from") or [m for t in filled.obj for m in noun_roles(t).get("from")]
    givers = givers or [m for t in filled.obj for m in names_before(t)]  # "took Qatari money"
    givers = givers or [m for t in filled.obj for m in _shared_out(t)]
    if verb.lower_ in lexicon.buy and any(noun_lemma(t) in lexicon.goods for t in filled.obj):
        for seller in givers:  # "bought oil from X"
            for buyer in filled.subj:
                yield Candidate(buyer.i, Relation.FUNDS, seller.i, verb.i, (verb.i, verb.i + 1), "transfer")
        return
    yield from pairs(verb, givers, filled.subj, filled.obj, lexicon)
    others = filled.iobj or filled.get("for") or filled.get("behalf")
    others = others or [m for t in filled.obj for m in noun_roles(t).get("for")]
    yield from pairs(verb, filled.subj, others, filled.obj, lexicon)  # "bought rifles for X"


def pairs(
    verb: Token,
    givers: list[Token],
    receivers: list[Token],
    things: list[Token],
    lexicon: Lexicon,
    stop: bool = False,
) -> Iterator[Candidate]:
    """Every giver to every receiver, by each sort of thing: "gave them shelter and rockets" shelters and arms."""
    sorts = _sorts(things, lexicon)
    if verb.lower_ in lexicon.ceding and (ground := sorts.pop(Relation.SHELTERS, None)) is not None:
        for holder in receivers if noun_lemma(ground) in lexicon.struck else ():  # "handed the base to the army"
            yield Candidate(holder.i, Relation.CONTROLS, ground.i, verb.i, (verb.i, verb.i + 1), "transfer", stop=stop)
    for relation, what in sorts.items():
        cue = (verb.i, what.i + 1) if 0 < what.i - verb.i < 8 else (verb.i, verb.i + 1)
        sails = noun_lemma(what) in lexicon.fleet or (noun_lemma(what) in lexicon.groups["vessel"] and _has_task(verb))
        sent = sails and verb.lower_ in lexicon.sending
        sent |= relation is Relation.ARMS and verb.lower_ in lexicon.stationing
        kinds = [Relation.DEPLOYS_TO] if sent else [relation]
        if relation is Relation.FIGHTS_FOR:  # troops sent to a place are deployed there; selection decides
            kinds.append(Relation.DEPLOYS_TO)
        mine = (_of_these(of, relation, things, lexicon) for of in (givers, receivers))
        for giver, receiver in product(*mine):
            if giver.i != receiver.i and not giver.text.isdigit():  # "has since 2022 sent", read as its subject
                for kind in kinds[-1:] if case_of(receiver) == "into" else kinds:
                    yield Candidate(giver.i, kind, receiver.i, verb.i, cue, "transfer", stop=stop)


def _has_task(verb: Token) -> bool:
    """ "Sent two aircraft to X *to search for survivors*": they go there themselves."""
    aims = (c for c in verb.children if c.dep_ in ("advcl", "xcomp") and c.i > verb.i)
    return any(mark.lower_ == "to" for c in aims for mark in c.children if mark.dep_ == "mark")


def _sorts(things: list[Token], lexicon: Lexicon) -> dict[Relation, Token]:
    """The relations that handing these over makes, each with its first thing; gear beside weapons is for arms."""
    sorts: dict[Relation, Token] = {}
    made = [(what, thing(_meant(what), lexicon)) for what in things if not _is_worth(what, things)]
    armed = any(relation is Relation.ARMS for _, relation in made)
    for what, relation in made:
        gear = armed and relation is Relation.ASSISTS and noun_lemma(what) in lexicon.groups["gear"]
        if relation is not None and not gear:
            sorts.setdefault(relation, what)
    return sorts


def _is_worth(what: Token, things: list[Token]) -> bool:
    """ "*$50 million* worth of rockets", read as a thing beside the rockets."""
    return is_sum(what) and any(other.left_edge.i == what.right_edge.i + 1 for other in things)


def _with_others(filled: Roles, case: str) -> list[Token]:
    """ "Sent money *to X* and guns *to Y*": the second may hang on its thing."""
    found = filled.get(case)
    return found + [m for t in filled.obj[1:] for m in noun_roles(t).get(case) if found and m not in found]


def _of_these(parties: list[Token], relation: Relation, things: list[Token], lexicon: Lexicon) -> list[Token]:
    """The parties of the things that make the relation: "sent *money to X* and *guns to Y*", each its own."""
    ordered = sorted(things, key=lambda t: t.i)
    ends = [*(t.i for t in ordered[1:]), len(parties[0].doc) if parties else 0]
    each = [[p for p in parties if t.i < p.i < end] for t, end in zip(ordered, ends, strict=True)]
    if len(ordered) < 2 or not all(each):
        return parties
    sorts = [thing(_meant(t), lexicon) or relation for t in ordered]
    return [p for sort, own in zip(sorts, each, strict=True) for p in own if sort is relation]


def _meant(what: Token) -> Token:
    """ "Makes drones and sells *them*", "the rifles are of a *batch* that": the nearest noun before in the plural."""
    inside = next((t for case, t in prepositional(what) if case == "of"), what)
    if inside.lower_ not in _THESE and noun_lemma(inside) not in load_lexicon().groups["batch"]:
        return what
    before = reversed(what.doc[max(what.sent.start, what.i - _BACK) : what.i])
    return next((t for t in before if t.pos_ == "NOUN" and is_plural(t) and t.i != what.i), what)


def _delivery(noun: Token, lexicon: Lexicon) -> Iterator[Candidate]:
    """ "Iranian arms shipments to the Houthis"."""
    filled = noun_roles(noun)
    what = [c for c in noun.children if c.dep_ in ("compound", "amod", "nmod")]
    what.sort(key=is_sum)  # "a $5m package of rockets"
    relation = next((r for t in what if (r := thing(t, lexicon))), None)
    if relation is None:
        return
    yield from _noun_pairs(noun, filled, relation, lexicon)


def _thing_to(noun: Token, lexicon: Lexicon) -> Iterator[Candidate]:
    """ "Iranian weapons for the Houthis", "U.S. military aid to the rebels"."""
    relation = thing(noun, lexicon)
    if relation in (None, Relation.FIGHTS_FOR, Relation.SHELTERS, Relation.BACKS):
        return
    yield from _noun_pairs(noun, noun_roles(noun), relation, lexicon)


def _is_handed_on(what: Token, lexicon: Lexicon) -> bool:
    """ "Iran smuggled rockets *from Libya* to X": somebody else gives them, and Libya is where they were."""
    verb = what.head
    return what.dep_ == "obj" and verb_lemma(verb) in lexicon.give and bool(subjects(verb))


def _noun_pairs(noun: Token, filled: Roles, relation: Relation, lexicon: Lexicon) -> Iterator[Candidate]:
    receivers = filled.get("to") or filled.get("for")
    givers = filled.get("poss") or filled.get("by") or ([] if _is_handed_on(noun, lexicon) else filled.get("from"))
    named = (t for t in filled.get("mod") if t.text[:1].isupper())  # "Russian", not "military"
    givers = givers or [t for t in named if noun_lemma(t) not in lexicon.things]  # nor "Mortar" in "Mortar rounds"
    verb = noun.head
    if noun.dep_ == "obj" and verb_lemma(verb) in lexicon.get and agents(verb) and filled.get("for"):
        return  # "bought Chinese rockets for X": it is the buyer who gives them
    if verb.lower_ in lexicon.stationing and noun.dep_ in ("obj", "nsubj:pass"):
        return  # "an aircraft deployed to X" is not handed over
    if (allows := granting(noun)) is not None:  # "suspended licences for the export of arms to X"
        givers, receivers = givers or subjects(allows), receivers or roles(allows).get("to")
    if noun.dep_ == "obj":
        if givers and givers[0].lower_ in ("its", "their", "his", "her"):
            givers = subjects(verb) or givers  # "Tehran stepped up its shipments"
        elif not givers and verb.lower_ in lexicon.light:
            givers = subjects(verb)  # "halted arms deliveries to X"
    goes = noun_lemma(noun) in lexicon.deliveries or verb.lower_ in lexicon.going  # not "trucks descend to X"
    given = noun.dep_ in ("obj", "nsubj:pass") or (noun.dep_ == "nsubj" and goes and not objects(verb))
    if given and verb.pos_ == "VERB" and not receivers:  # not in "military intelligence gave the rebels support"
        receivers = [m for case, t in prepositional(verb) if case == "to" for m in expand(t)]
    for giver in givers:
        for receiver in receivers:
            if giver.i != receiver.i:
                yield Candidate(giver.i, relation, receiver.i, noun.i, (noun.i, noun.i + 1), "delivery")
