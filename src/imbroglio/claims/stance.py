"""Firmness and polarity: what the clause and everything above it make of a relation.

The walk goes from the relation word up to the root. Each step may meet a negation, a modal, a hedge or a governing word
("failed to", "vowed to", "accused of"); failure and denial turn the polarity, the strongest withdrawal of firmness
wins.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from imbroglio.claims.belief import belied_behind, disbelieved
from imbroglio.claims.marks import beside, denies, is_to_infinitive
from imbroglio.claims.syntax import ADJUNCT, blamed, case_of, whole
from imbroglio.knowledge.lexicon import load_lexicon
from imbroglio.knowledge.stance import StanceCues
from imbroglio.model.claim import Firmness, Polarity

if TYPE_CHECKING:
    from imbroglio.language.plain import Token

_RANK: dict[str, int] = {"fact": 0, "hedged": 1, "planned": 2, "hypothetical": 3, "norm": 4}
_SUBORDINATE = frozenset(
    {"xcomp", "ccomp", "acl", "advcl", "obj", "obl", "nmod", "conj", "csubj", "nsubj", "nsubj:pass"}
)
_DEPTH = 10
_GOVERNED = frozenset({"of", "from", "for", "to", "against", "at", "with", ""})
_GRANTED = frozenset({"over", "in", "during", "amid", "despite", "since"})
_APART = ADJUNCT | {"notwithstanding"}
_ASKED = frozenset({"who", "whom", "whose", "which", "what", "how", "why", "where", "when"})


@dataclass(frozen=True, slots=True)
class Stance:
    firmness: Firmness = "fact"
    polarity: Polarity = "yes"


def stance(predicate: Token, cues: StanceCues, background: bool = False) -> Stance:
    """How firmly, and whether, the relation said by `predicate` is put forward.

    A presupposed modifier ("Iran-backed") keeps its own firmness: what is denied of the clause is not denied of it. The
    same holds for a deed that is named as somebody's ("Iran's support for X").
    """
    if background:
        return Stance()
    if owned(predicate):
        told = [e for c in predicate.children if c.dep_ == "amod" for e in cues.adjectives.get(c.lower_, ())]
        told += [e for e in beside(predicate, cues, own=True) if e == "hedged"]
        return Stance(max(told, key=lambda e: _RANK[e], default="fact"))  # type: ignore[arg-type]
    met = list(_effects(predicate, cues))
    if any(blamed(t) for t in (predicate, *(c for c in predicate.children if c.dep_ == "obl"))):
        met.append("hedged")  # "an attack blamed on X"
    if _is_asked(predicate):
        met.append("hypothetical")
    firmest = max((e for e in met if e != "no"), key=lambda e: _RANK[e], default="fact")
    return Stance(firmest, "no" if "no" in met else "yes")  # type: ignore[arg-type]


def turned_down(held: Stance) -> Stance:
    """What becomes of something that a verb of refusal offers: "rejected talks" are none, "did not reject" may be."""
    return Stance(held.firmness, "no") if held.polarity == "yes" else Stance("hedged")


def _is_asked(predicate: Token) -> bool:
    """ "*Is* Iran supplying drones?", "*has* Rwanda sent troops?": what is asked is not said."""
    verb = predicate
    for _ in range(_DEPTH):
        if verb.pos_ in ("VERB", "AUX") or verb.head.i == verb.i:
            break
        verb = verb.head
    subject = next((c for c in verb.children if c.dep_.startswith("nsubj")), None)
    turned = subject is not None and any(c.dep_ in ("aux", "aux:pass") and c.i < subject.i for c in verb.children)
    end = verb.right_edge
    asks = "?" in (end.text, end.nbor().text if end.i + 1 < len(end.doc) else "")
    return turned and asks and verb.dep_ in ("root", "parataxis", "conj")


def withheld(cue: Token, cues: StanceCues) -> bool:
    """ "*Blocked* the money for X", "*turned down* a gift": such a verb says of a gift that it is not given."""
    parts = (f"{cue.lower_}+{c.lower_}" for c in cue.children if c.dep_ == "compound:prt")
    return cue.pos_ == "VERB" and any("no" in cues.governs.get(word, ()) for word in (cue.lemma_.lower(), *parts))


def is_promised(gift: Token, cues: StanceCues) -> bool:
    """ "*Pledged* weapons to X", "*approved* a sale of missiles to X": it is given later, if at all."""
    below = gift.dep_ in ("obj", "nsubj:pass") and gift.head.lower_ in cues.promises
    return below or gift.lower_ in cues.promises


def left_out(party: Token) -> bool:
    """A party that is named only to be left out: "the army *and not* the police", "Baku *rather than* Ankara"."""
    node = party
    denied = any(c.lower_ == "not" and c.i < party.i for c in party.children)
    if denied and any(k.lower_ == "but" for c in party.children if c.dep_ == "conj" for k in c.children):
        return True  # "not X but Y"
    for _ in range(_DEPTH):
        if node.dep_ in ("conj", "appos") and node.pos_ in ("NOUN", "PROPN", "PRON"):
            before = {c.lower_ for c in node.children if c.i < node.i and c.dep_ in ("advmod", "cc", "case", "fixed")}
            return bool(before & {"not", "rather"}) and not _is_limited(node)
        if node.dep_ not in ("compound", "flat", "nmod:poss", "amod") or node.head.i == node.i:
            return False
        node = node.head
    return False


def _is_limited(word: Token) -> bool:
    """ "Not only Y" is Y as well."""
    return any(c.lower_ in ("only", "just", "merely") for c in word.children)


def owned(word: Token) -> bool:
    """ "The rebels' fight against X", "the cooperation between X and Y": a noun that takes the deed for granted.

    Whose deed a pronoun says depends on the clause: "reiterated its support" asserts it.
    """
    if word.pos_ != "NOUN" or any(c.dep_ == "cop" for c in word.children):
        return False
    if any(c.dep_ == "det" and c.lower_ in ("a", "an", "no", "any") for c in word.children):
        return False
    reason = case_of(word) in _GRANTED  # "suspend the aid over its support for X", "to help X in its war on Y"
    named = any(c.dep_ in ("amod", "compound") and c.text[:1].isupper() and c.i < word.i for c in word.children)
    if named and any(c.dep_ == "det" and c.lower_ == "the" for c in word.children):
        return True  # "will answer the Israeli attack on X": it has taken place
    return any(
        (c.dep_ == "nmod:poss" and (reason or c.pos_ != "PRON"))
        or (c.dep_ == "nmod" and case_of(c) == "between")
        or c.lower_ in load_lexicon().mediating  # "refused to join the truce brokered between Y and Z"
        for c in word.children
    )


def acquits(deed: Token, cues: StanceCues) -> bool:
    """ "*Cleared* X *of arming* Y", whom X has not armed; parses hang the deed on the verb or on X."""
    verb = deed.head.head if deed.dep_ == "acl" and deed.head.dep_ in ("obj", "nsubj:pass") else deed.head
    return verb.lower_ in cues.acquitting and any(c.lower_ == "of" for c in deed.children if c.dep_ in ("mark", "case"))


def _effects(predicate: Token, cues: StanceCues) -> Iterator[str]:
    """What each step up from the predicate makes of the relation."""
    node, shares, own, undone = predicate, True, True, False
    for _ in range(_DEPTH):
        if shares:
            yield from (e for e in beside(node, cues, own) if e != "no" or not undone)
        above = node.head
        if above.i == node.i:
            return
        if (_is_content(node) and disbelieved(node, cues)) or belied_behind(node, cues):
            yield "no"
        if node.dep_ == "acl:relcl" and _is_any(above):
            yield "hypothetical"
        if node.dep_ not in _SUBORDINATE or _is_taken_for_granted(node):
            return
        governed = _governed(node, above, cues) if node.dep_ != "conj" else []
        undone = ("no" in governed and denies(above, cues)) or (undone and node.dep_ == "conj")
        if "no" in governed and undone:  # "did not deny arming": less than a word for it
            governed = ["hedged", *(e for e in governed if e != "no")]
        yield from governed
        if governed and not undone and denies(above, cues):
            yield "no"  # "nothing allows them to arm"
        if _leaves_clause(node) or above.lower_ in cues.reports:
            return
        shares = (node.dep_ != "conj" or _shares_mood(node, above)) and not (_is_but(node) or _is_open(node))
        lent = node.dep_ == "obj" and node.pos_ == "NOUN" and above.lower_ in load_lexicon().light
        own = own and (lent or _has_no_subject(node))  # "neither has joined the sanctions"
        node = above


def _is_any(noun: Token) -> bool:
    """ "*Any* unit that joins X will be paid no more": there may be none."""
    return any(c.dep_ == "det" and c.lower_ in ("any", "whichever") for c in noun.children)


def _is_taken_for_granted(clause: Token) -> bool:
    """ "Did not establish *which groups* got the weapons", "decides *who* arms them": not "whom to arm"."""
    return clause.dep_ == "ccomp" and clause.left_edge.lower_ in _ASKED and not is_to_infinitive(clause)


def _is_description(clause: Token) -> bool:
    """A participle behind a noun with no word before it: "led by X", not "of leading X"."""
    past = "Part" in clause.morph.get("VerbForm", []) and not clause.lower_.endswith("ing")
    return clause.dep_ == "acl" and past and all(c.dep_ not in ("mark", "case", "nsubj") for c in clause.children)


def _has_no_subject(verb: Token) -> bool:
    """ "*No* state admits to arming them", "*neither* admits having troops there": whose deed it is, is said above."""
    return verb.dep_ in ("xcomp", "ccomp") and all(not c.dep_.startswith("nsubj") for c in verb.children)


def _is_content(node: Token) -> bool:
    """A clause that says what somebody believes or claims: "the claim *that* Y arms X"; some are parsed as relative."""
    marked = any(c.dep_ == "mark" and c.lower_ == "that" for c in node.children)
    return marked and node.dep_ in ("acl", "acl:relcl", "ccomp", "csubj", "advcl", "xcomp")


def _shares_mood(node: Token, first: Token) -> bool:
    """ "did not arm or train X" denies both; "does not arm X, but trains Y" and "…, and Z trains Y" deny one."""
    if node.pos_ not in ("VERB", "AUX"):
        return True
    own = any(c.dep_ in ("nsubj", "nsubj:pass", "aux", "cop") for c in node.children)
    but = any(c.dep_ == "cc" and c.lower_ == "but" for c in node.children)
    finite = "Fin" in node.morph.get("VerbForm", []) and "Fin" not in first.morph.get("VerbForm", [])
    return not (own or but or finite)


def _is_but(node: Token) -> bool:
    """ "The trouble is *not* with X *but with Y's plan* to": what stands behind "but" is so."""
    but = any(c.dep_ == "cc" and c.lower_ == "but" for c in node.children)
    return node.dep_ == "conj" and but and any(c.lower_ == "not" and c.i < node.i for c in node.head.children)


def _is_open(clause: Token) -> bool:
    """ "It was not clear *whether* X armed Y": what is not clear is not denied."""
    asked = any(c.dep_ == "mark" and c.lower_ in ("whether", "if") for c in clause.children)
    return asked and clause.dep_ in ("ccomp", "csubj") and clause.head.pos_ in ("ADJ", "ADV")


def _leaves_clause(node: Token) -> bool:
    """Adjuncts and modifiers do not inherit the mood of what they modify, except purposes."""
    if node.dep_ == "advcl":
        return True  # what governs it, as in "accused of arming", has been met
    if node.dep_ == "obl" and case_of(node) in _APART:
        return True  # "did not disarm *despite pressure* on Y": there was pressure
    if node.dep_ in ("acl", "nmod", "obl", "nsubj", "nsubj:pass") and node.pos_ == "VERB":
        return node.dep_ != "acl" or not is_to_infinitive(node)
    return False


def _governed(node: Token, above: Token, cues: StanceCues) -> list[str]:
    beside = [c.lower_ for c in above.children if c.dep_ in ("advmod", "compound:prt", "xcomp")]
    words = (*(f"{above.lower_}+{word}" for word in beside), above.lower_, above.lemma_.lower())
    effects: frozenset[str] = next((cues.governs[w] for w in words if w in cues.governs), frozenset())
    if node.dep_ == "advcl" and any(c.dep_ == "mark" and c.lower_ == "against" for c in node.children):
        return ["hypothetical", *(e for e in effects if e == "no")]  # "warned Y against arming", "voted against it"
    if acquits(node, cues):
        return ["no"]
    if not effects or "fact" in effects or whole(node).i == above.i:
        return []  # "a set of strikes" is strikes
    if above.pos_ == "NOUN" and above.lemma_.lower() in load_lexicon().groups["permit"]:
        return []  # "suspended *permits* for arms sales": what is done with them tells
    if "hypothetical" in effects and above.lower_ in cues.accounts and _is_content(node):
        return []  # "the idea that X armed Y", not "of arming Y"
    if node.dep_ == "obj" and above.lower_ == "ordered" and any(c.lower_ == "the" for c in node.children):
        return []  # "ordered the killing of X", who was killed
    if node.pos_ in ("NOUN", "PROPN", "ADJ") and above.lower_ in load_lexicon().regard:
        return []  # "considered the bastion of Y" is what it is; "considered arming Y" is not
    if _is_description(node):
        return []  # "a mission *led by X*", where one "to lead X" is planned
    if node.dep_ in ("xcomp", "ccomp", "acl", "csubj", "obj", "nsubj:pass"):
        return list(effects)
    if node.dep_ == "advcl" and any(c.dep_ == "nsubj" for c in node.children):
        return []  # a clause of its own beside another: "France, whose envoy meets them, declined to come"
    case = case_of(node) or next((c.lower_ for c in node.children if c.dep_ == "mark"), "")
    if node.dep_ == "advcl" and not case and node.lower_.endswith("ing"):
        return []  # "ordered the arrest of X, *accusing* him"
    if node.dep_ in ("obl", "nmod", "advcl") and case in _GOVERNED:
        return list(effects) if node.dep_ != "obl" or node.pos_ == "VERB" or case in ("of", "from") else []
    return []
