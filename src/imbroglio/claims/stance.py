"""Firmness and polarity: what the clause and everything above it make of a relation.

The walk goes from the relation word up to the root. Each step may meet a negation, a modal, a hedge or a governing word
("failed to", "vowed to", "accused of"); failure and denial turn the polarity, the strongest withdrawal of firmness
wins.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import takewhile
from typing import TYPE_CHECKING

from imbroglio.claims.syntax import ADJUNCT, case_of, whole
from imbroglio.knowledge.lexicon import load_lexicon
from imbroglio.knowledge.speech import load_speech
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
_BY_WHICH = ["according", "to", "which"]
_GRANTED = frozenset({"over", "in", "during", "amid", "despite", "since"})
_APART = ADJUNCT | {"notwithstanding"}
_FUTURE, _LEAVE = frozenset({"will", "wo", "'ll", "’ll"}), frozenset({"may", "could", "can"})
_ASKED = frozenset({"who", "whom", "whose", "which", "what", "how", "why", "where", "when"})
_BEHIND = 5  # words behind a clause that say whether it is so


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
        return Stance("hedged") if "hedged" in _beside(predicate, cues, own=True) else Stance()
    met = list(_effects(predicate, cues))
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
        (c.dep_ == "nmod:poss" and (reason or c.pos_ != "PRON")) or (c.dep_ == "nmod" and case_of(c) == "between")
        for c in word.children
    )


def _effects(predicate: Token, cues: StanceCues) -> Iterator[str]:
    """What each step up from the predicate makes of the relation."""
    node, shares, own, undone = predicate, True, True, False
    for _ in range(_DEPTH):
        if shares:
            yield from (e for e in _beside(node, cues, own) if e != "no" or not undone)
        above = node.head
        if above.i == node.i:
            return
        if (_is_content(node) and disbelieved(node, cues)) or _belied_behind(node, cues):
            yield "no"
        if node.dep_ not in _SUBORDINATE or _is_taken_for_granted(node):
            return
        governed = _governed(node, above, cues) if node.dep_ != "conj" else []
        undone = ("no" in governed and _denies(above, cues)) or (undone and node.dep_ == "conj")
        if "no" in governed and undone:  # "did not deny arming": less than a word for it
            governed = ["hedged", *(e for e in governed if e != "no")]
        yield from governed
        if governed and not undone and _denies(above, cues):
            yield "no"  # "nothing allows them to arm"
        if _leaves_clause(node) or above.lower_ in cues.reports:
            return
        shares = node.dep_ != "conj" or _shares_mood(node, above)
        lent = node.dep_ == "obj" and node.pos_ == "NOUN" and above.lower_ in load_lexicon().light
        own = own and (lent or _has_no_subject(node))  # "neither has joined the sanctions"
        node = above


def _is_taken_for_granted(clause: Token) -> bool:
    """ "Did not establish *which groups* got the weapons", "decides *who* arms them": not "whom to arm"."""
    return clause.dep_ == "ccomp" and clause.left_edge.lower_ in _ASKED and not _to_infinitive(clause)


def _has_no_subject(verb: Token) -> bool:
    """ "*No* state admits to arming them", "*neither* admits having troops there": whose deed it is, is said above."""
    return verb.dep_ in ("xcomp", "ccomp") and all(not c.dep_.startswith("nsubj") for c in verb.children)


def _denies(word: Token, cues: StanceCues) -> bool:
    """Whether a word is denied itself, or nobody does it: "does *not* deny", "*nothing* allows", "*no* law bars"."""
    return "no" in _beside(word, cues, own=True)


def _is_content(node: Token) -> bool:
    """A clause that says what somebody believes or claims: "the claim *that* Y arms X"; some are parsed as relative."""
    marked = any(c.dep_ == "mark" and c.lower_ == "that" for c in node.children)
    return marked and node.dep_ in ("acl", "acl:relcl", "ccomp", "csubj", "advcl")


def disbelieved(clause: Token, cues: StanceCues) -> bool:
    """Whether a that-clause is called untrue, or nothing is found to show it.

    "It is *false* that …", "the claim that … is *baseless*", "*denied* a report in the press that …", "found *no
    evidence* that …", "*no sign* emerged that …".
    """
    above = clause.head
    for judge in (above, above.head) if above.dep_ == "nsubj" else (above,):
        if judge.lower_ in cues.untrue:
            return not _denies(judge, cues)
        if judge is not above and judge.lower_ in cues.agreeing and above.lower_ in cues.accounts:
            return _denies(judge, cues)  # "the claim that … *does not correspond* to reality"
    if above.pos_ == "NOUN" and above.dep_ in ("obj", "nsubj:pass") and _rejects(above.head):
        return not _denies(above.head, cues)
    shown = next(
        (t for t in (above, *(c for c in above.children if c.dep_ == "nsubj")) if t.lower_ in cues.proofs), None
    )
    return shown is not None and (_denies(shown, cues) or _is_not_had(shown, cues))


def _belied_behind(clause: Token, cues: StanceCues) -> bool:
    """ "Claims that X armed Y *were false*", "reports, according to which X armed Y, *do not correspond* to reality".

    What follows is looked for by its words, since parses hang it anywhere.
    """
    doc, first, end = clause.doc, clause.left_edge.i, clause.right_edge.i + 1
    first += doc[first].text == "," and first + 1 < len(doc)
    first -= first > 0 and doc[first - 1].lower_ == "that"
    told = doc[first].lower_ == "that" and first > 0 and doc[first - 1].lower_ in cues.accounts
    if end >= len(doc) or not (told or [t.lower_ for t in doc[first : first + 3]] == _BY_WHICH):
        return False
    end += doc[end].text == ","
    behind = list(takewhile(lambda t: not t.is_punct, doc[end : end + _BEHIND]))
    if not behind or behind[0].pos_ not in ("AUX", "VERB"):
        return False
    denied = any("no" in _of_adverb(t, cues) for t in behind)
    return any(t.lower_ in (cues.agreeing if denied else cues.untrue) for t in behind)


def _rejects(verb: Token) -> bool:
    return any(s.manner.denied for s in load_speech().verbs.get(verb.lemma_, ()))


def _is_not_had(proof: Token, cues: StanceCues) -> bool:
    """ "Did *not* find evidence", "*without* any sign"."""
    return proof.dep_ == "obj" and any(c.dep_ == "advmod" and "no" in _of_adverb(c, cues) for c in proof.head.children)


def _shares_mood(node: Token, first: Token) -> bool:
    """ "did not arm or train X" denies both; "does not arm X, but trains Y" and "…, and Z trains Y" deny one."""
    if node.pos_ not in ("VERB", "AUX"):
        return True
    own = any(c.dep_ in ("nsubj", "nsubj:pass", "aux", "cop") for c in node.children)
    but = any(c.dep_ == "cc" and c.lower_ == "but" for c in node.children)
    finite = "Fin" in node.morph.get("VerbForm", []) and "Fin" not in first.morph.get("VerbForm", [])
    return not (own or but or finite)


def _leaves_clause(node: Token) -> bool:
    """Adjuncts and modifiers do not inherit the mood of what they modify, except purposes."""
    if node.dep_ == "advcl":
        return True  # what governs it, as in "accused of arming", has been met
    if node.dep_ == "obl" and case_of(node) in _APART:
        return True  # "did not disarm *despite pressure* on Y": there was pressure
    if node.dep_ in ("acl", "nmod", "obl", "nsubj", "nsubj:pass") and node.pos_ == "VERB":
        return node.dep_ != "acl" or not _to_infinitive(node)
    return False


def _to_infinitive(node: Token) -> bool:
    return any(c.dep_ == "mark" and c.lower_ == "to" for c in node.children)


def _beside(node: Token, cues: StanceCues, own: bool) -> list[str]:
    """Effects of auxiliaries, adverbs, markers and determiners of one word."""
    out: list[str] = []
    for c in node.children:
        lower = c.lower_
        if lower == "longer" and c.i and c.nbor(-1).lower_ == "no":
            out.append("no")
        if c.dep_ in ("advmod", "det", "cc", "cc:preconj", "advmod:neg"):
            out += _of_adverb(c, cues) if c.dep_ != "cc" or lower in ("nor", "rather") else ()
            out += cues.determiners.get(lower, ()) if c.dep_ == "det" else ()
        elif c.dep_ in ("aux", "aux:pass"):
            allowed = lower == "may" and own and "no" in _subjects_mood(node, cues)
            allowed = allowed or (lower in _LEAVE and _by_rule(node, cues))
            out += (
                ["planned"] if _means_will(c, node, cues) else ["norm"] if allowed else cues.auxiliaries.get(lower, ())
            )
            out += ["hypothetical"] if lower in _FUTURE and _on_condition(node, cues) else ()
        elif c.dep_ == "nsubj:outer":
            out += [e for e in cues.governs.get(lower, ()) if e == "hedged"]  # "the rumour was that …"
        elif c.dep_ == "mark":
            out += ["no"] if lower == "than" and _would_rather(node.head) else cues.marks.get(lower, ())
            out += cues.prepositions.get(lower, ())
        elif c.dep_ in ("obj", "nsubj", "nsubj:pass", "obl", "obl:agent") and own:
            first = [k for k in c.children if k.dep_ in ("det", "cc:preconj")]  # "no country", "neither X nor Y"
            out += [e for k in first for e in cues.determiners.get(k.lower_, ())]
            out += cues.determiners.get(lower, ()) if c.dep_ != "obl" and not _but(c) else ()
            out += ["no"] if _not_one(c.left_edge) else ()
        elif c.dep_ == "case":
            out += cues.prepositions.get(lower, ())
    if (node.dep_ == "advcl" or (node.dep_ == "acl" and own)) and _is_purpose(node, cues):
        out.append("planned")
    headline = node.dep_ == "root" or (node.dep_ == "ccomp" and node.head.i > node.i)
    if (headline and own and _to_infinitive(node)) or _is_to(node):
        out.append("hypothetical" if _is_turned(node) else "planned")  # "US to arm rebels", "US to arm rebels, says X"
    return out


def _not_one(first: Token) -> bool:
    """ "*Not one* fighter", "*not a single* rebel", "*not one* of the militias", but "not one but two"."""
    behind = [t.lower_ for t in first.doc[first.i + 1 : first.i + 3]]
    return first.lower_ == "not" and (behind == ["a", "single"] or (behind[:1] == ["one"] and behind[1:] != ["but"]))


def _would_rather(verb: Token) -> bool:
    """ "Would *rather* arm them than talk", "would *sooner* fight"."""
    return any(c.lower_ in ("rather", "sooner") for c in verb.children)


def _is_to(verb: Token) -> bool:
    """ "The units *were to be absorbed*", "is *to* hand over its weapons", "is *due to*" do so."""
    to = next((c for c in verb.children if c.dep_ == "mark" and c.lower_ in ("to", "due")), None)
    return to is not None and any(c.lemma_ == "be" and c.i < to.i and c.pos_ == "AUX" for c in verb.children)


def _is_turned(verb: Token) -> bool:
    """ "*Were* X *to* arm them, …": on condition that it does."""
    subject = next((c for c in verb.children if c.dep_.startswith("nsubj")), None)
    return subject is not None and any(c.lower_ == "were" and c.i < subject.i for c in verb.children)


def _subjects_mood(verb: Token, cues: StanceCues) -> set[str]:
    """What the subject's first word says: "*no* state may arm them" forbids it."""
    firsts = [k for c in verb.children if c.dep_.startswith("nsubj") for k in c.children if k.dep_ == "det"]
    return {effect for k in firsts for effect in cues.determiners.get(k.lower_, ())}


def _means_will(aux: Token, verb: Token, cues: StanceCues) -> bool:
    """ "Said that it *would* go", "*would* like to go"; not "it would go if …", nor the words of a quotation."""
    if aux.lower_ != "would":
        return False
    if "planned" in cues.governs.get(verb.lower_, ()):
        return True
    reported = verb.dep_ == "ccomp" and verb.head.lower_ in cues.reports
    first = verb.left_edge
    quoted = first.is_quote or (first.i > 0 and first.nbor(-1).is_quote)
    return reported and not quoted and not _on_condition(verb, cues)


def _on_condition(verb: Token, cues: StanceCues) -> bool:
    """ "… *if the talks fail*"."""
    return any(
        c.dep_ == "advcl"
        and {"mark", "nsubj"} <= {m.dep_ for m in c.children if m.dep_ != "mark" or m.lower_ in cues.marks}
        for c in verb.children
    )


def _by_rule(verb: Token, cues: StanceCues) -> bool:
    """ "*Under the treaty* neither side may arm them": what is or is not allowed."""
    return any(c.dep_ == "obl" and case_of(c) == "under" and c.lower_ in cues.rules for c in verb.children)


def _is_purpose(verb: Token, cues: StanceCues) -> bool:
    """ "Paid them *to fight*"; not what is under way or over: "the *first* to arm them", "said *to have* armed"."""
    head = verb.head
    if verb.dep_ == "advcl" and verb.lower_.endswith("ing"):
        return False  # "pleaded guilty *to supporting* X"
    ranked = {head.lower_, *(c.lower_ for c in head.children if c.dep_ == "amod")} & set(cues.ranks)
    over = any(c.dep_ == "aux" and c.lower_ == "have" for c in verb.children)
    under_way = head.lower_ in cues.ventures or (verb.dep_ == "advcl" and _is_used(head))
    return _to_infinitive(verb) and not under_way and not ranked and not over


def _is_used(verb: Token) -> bool:
    """ "*Used the truce* to ship rockets", which were shipped; "was used" tells only what for."""
    return verb.lower_ in load_lexicon().instrument and any(c.dep_ == "obj" for c in verb.children)


def _but(word: Token) -> bool:
    """ "Nothing *but* rifles" is something."""
    return word.i + 1 < len(word.doc) and word.nbor().lower_ in ("but", "except")


def _of_adverb(adverb: Token, cues: StanceCues) -> Iterable[str]:
    """What an adverb says, alone or with the word at its side: "not", but "not *only*"; "yet *to*"."""
    lower, i, doc = adverb.lower_, adverb.i, adverb.doc
    beside = [f"{lower}+{doc[i + 1].lower_}"] if i + 1 < len(doc) else []
    beside += [f"{doc[i - 1].lower_}+{lower}"] if i else []
    found: frozenset[str] = next((cues.adverbs[w] for w in (*beside, lower) if w in cues.adverbs), frozenset())
    return found - {"fact"}


def _governed(node: Token, above: Token, cues: StanceCues) -> list[str]:
    beside = [c.lower_ for c in above.children if c.dep_ in ("advmod", "compound:prt", "xcomp")]
    words = (*(f"{above.lower_}+{word}" for word in beside), above.lower_, above.lemma_.lower())
    effects: frozenset[str] = next((cues.governs[w] for w in words if w in cues.governs), frozenset())
    if node.dep_ == "advcl" and any(c.dep_ == "mark" and c.lower_ == "against" for c in node.children):
        return ["hypothetical", *(e for e in effects if e == "no")]  # "warned Y against arming", "voted against it"
    if not effects or "fact" in effects or whole(node).i == above.i:
        return []  # "a set of strikes" is strikes
    if "hypothetical" in effects and above.lower_ in cues.accounts and _is_content(node):
        return []  # "the idea that X armed Y", not "of arming Y"
    if node.dep_ == "obj" and above.lower_ == "ordered" and any(c.lower_ == "the" for c in node.children):
        return []  # "ordered the killing of X", who was killed
    if node.pos_ in ("NOUN", "PROPN", "ADJ") and above.lower_ in load_lexicon().regard:
        return []  # "considered the bastion of Y" is what it is; "considered arming Y" is not
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
