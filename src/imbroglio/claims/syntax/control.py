"""Who acts in a clause that names nobody, by what stands above it: said of, asked of, felt by somebody."""

from __future__ import annotations

from typing import TYPE_CHECKING

from imbroglio.claims.syntax.phrases import RELATIVES, case_of, child, expand, noun_lemma, prepositional, spread
from imbroglio.knowledge.lexicon import load_lexicon
from imbroglio.knowledge.speech import load_speech

if TYPE_CHECKING:
    from imbroglio.language.plain import Token

_NOMINAL = frozenset({"NOUN", "PROPN", "PRON"})
_STANDING_IN = frozenset({"do", "have", "be"})
_NOR = frozenset({"nor", "neither"})


def is_gapped(token: Token, by: Token) -> bool:
    """ "X was armed by A and *Y* by B": Y arms nobody, and a parse lists it with A."""
    return token.i > by.i and case_of(token) == "" and _by_behind(token, by) is not None


def _by_behind(token: Token, by: Token) -> Token | None:
    """B, which is listed with the two or hung on Y."""
    listed = next((t for t in sorted(expand(by), key=lambda t: t.i) if t.i > token.i and case_of(t) == "by"), None)
    return listed or next((c for c in token.children if c.dep_ == "nmod" and case_of(c) == "by"), None)


def gapped(by: Token) -> list[tuple[Token, Token]]:
    """(agent, patient) of what such a clause leaves out: B and Y."""
    behind = ((one, _by_behind(one, by)) for one in expand(by) if is_gapped(one, by))
    return [(two, one) for one, two in behind if two is not None]


def left_out(verb: Token) -> list[tuple[Token, Token]]:
    """(agent, patient) of the clauses behind that leave this verb out: "X armed Y, *W the rebels*"."""
    again = (c for c in verb.children if c.dep_ == "conj" and c.pos_ in _NOMINAL)
    return [(one, two) for c in again if (rest := child(c, "orphan")) for one in expand(c) for two in expand(rest)]


def lifted(verb: Token) -> Token | None:
    """ "The group, *which* he said *was* paying X": what the relative stands for pays, whatever he only says."""
    if (thing := _said_of(verb)) is not None:
        return thing
    saying = verb.head
    own = child(saying, "nsubj")
    if verb.dep_ != "ccomp" or own is None or saying.dep_ != "acl:relcl" or saying.i + 1 >= len(verb.doc):
        return None
    pronouns = [c for v in (verb, saying) for c in v.children if c.lower_ in RELATIVES and c.i < own.i]
    goes_on = saying.nbor()
    if not pronouns or goes_on.pos_ not in ("VERB", "AUX") or goes_on not in (verb, *verb.children):
        return None
    before = (t for t in reversed(verb.doc[saying.sent.start : pronouns[0].i]) if t.pos_ in _NOMINAL)
    return next(before, None)


def _said_of(verb: Token) -> Token | None:
    """ "Firms *it said* were linked to X": the firms are, whatever clause the parse hangs it on."""
    bare = not child(verb, "nsubj") and not any(c.lower_ in RELATIVES for c in verb.children)
    if verb.dep_ not in ("ccomp", "acl:relcl", "advcl") or not bare:
        return None
    places = (verb.head, *(k for c in verb.head.children for k in (c, *c.children)))
    for saying in places:
        near = saying.dep_ == "acl:relcl" and saying.i < verb.i and saying.head.pos_ in ("NOUN", "PROPN")
        own = child(saying, "nsubj") if near else None
        if own is None or own.lower_ in RELATIVES or saying.i + 1 >= len(verb.doc) or saying.lemma_ != "say":
            continue
        if saying.nbor() in (verb, *verb.children) and not any(c.lower_ in RELATIVES for c in saying.children):
            return saying.head
    return None


def asked(verb: Token) -> Token | None:
    """ "Called on X to leave", "appealed to X to disarm Y", "relies on X to": X, by a preposition."""
    if verb.dep_ not in ("xcomp", "advcl") or not is_infinitive(verb):
        return None
    senses = load_speech().verbs.get(verb.head.lemma_.lower(), ())
    cases = {s.preposition for s in senses if "infinitive" in s.manner.content}
    cases |= {"on", "upon"} if verb.head.lower_ in load_lexicon().lean else set()
    return next((noun for case, noun in prepositional(verb.head) if case in cases and noun.i < verb.i), None)


def thanked(verb: Token) -> Token | None:
    """ "Expressed gratitude to X *for leading* the mission", "is grateful to X *for leading* it": X led it.

    As well "imposed sanctions on X *for arming* Y".
    """
    marked = any(c.dep_ in ("mark", "case") and c.lower_ == "for" for c in verb.children)
    if verb.dep_ not in ("advcl", "acl") or not marked:
        return None
    governor = verb.head.head if verb.head.pos_ == "NOUN" else verb.head
    for given in (governor, *governor.children):
        fit = given.pos_ == "ADJ" or (given.dep_ in ("obj", "nsubj:pass") and given.pos_ == "NOUN")
        sides = _sides(given) if fit else ()
        phrases = [*prepositional(governor), *prepositional(given)] if sides else []
        if sides:
            return next((noun for case, noun in phrases if case in sides and noun.i < verb.i), None)
    return None


def _sides(given: Token) -> tuple[str, ...]:
    """What stands before whoever is thanked or punished."""
    lexicon = load_lexicon()
    if given.lower_ in lexicon.thanking:
        return ("to",)
    return ("on", "against") if noun_lemma(given) in lexicon.groups["penalty"] else ()


def shared_deed(verb: Token) -> Token | None:
    """ "Joined Y *in bombing* Z", which Y does as well."""
    if verb.lower_ not in load_lexicon().accompanying or child(verb, "obj") is None:
        return None
    deeds = (c for c in verb.children if c.dep_ == "advcl" and c.lower_.endswith("ing") and c.i > verb.i)
    return next((c for c in deeds if any(k.dep_ in ("mark", "case") and k.lower_ == "in" for k in c.children)), None)


def is_felt(verb: Token) -> bool:
    """ "Is concerned *by fighting* in X": whoever is concerned does not fight."""
    marked = any(c.dep_ in ("mark", "case") and c.lower_ in ("by", "at") for c in verb.children)
    return verb.dep_ == "advcl" and verb.head.pos_ == "ADJ" and marked and verb.lower_.endswith("ing")


def is_infinitive(verb: Token) -> bool:
    return "Inf" in verb.morph.get("VerbForm", []) or any(c.dep_ == "mark" and c.lower_ == "to" for c in verb.children)


def so_do(verb: Token) -> list[Token]:
    """ "X backs Y, and *so does Z*", "as does Z"; "does not back Y. *Nor does Z*"."""
    again = [c for c in verb.children if c.dep_ in ("conj", "parataxis", "advcl") and c.i > verb.i]
    if verb.dep_ == "root" and verb.sent.end < len(verb.doc):
        opening = verb.doc[verb.sent.end]
        again += [opening.head] if opening.head.dep_ == "root" else []
    denied = any(c.lower_ in ("not", "never", "n't", "n’t") for c in verb.children)
    too = _NOR if denied else {"so", "as"}
    same = (c for c in again if c.lemma_ in _STANDING_IN and child(c, "obj", "xcomp", "ccomp") is None)
    same = (c for c in same if any(k.lower_ in too and k.i < c.i for k in c.children))
    return [t for c in same for k in c.children if k.dep_ == "nsubj" and k.i > c.i for t in spread(k)]
