"""Whether what somebody tells is called untrue: "it is false that …", "claims that … are baseless"."""

from __future__ import annotations

from itertools import takewhile
from typing import TYPE_CHECKING

from imbroglio.claims.marks import denies, of_adverb
from imbroglio.knowledge.lexicon import load_lexicon
from imbroglio.knowledge.speech import load_speech
from imbroglio.knowledge.stance import StanceCues

if TYPE_CHECKING:
    from imbroglio.language.plain import Token

_BEHIND = 5  # words behind a clause that say whether it is so
_BY_WHICH = ["according", "to", "which"]


def disbelieved(clause: Token, cues: StanceCues) -> bool:
    """Whether a that-clause is called untrue, or nothing is found to show it.

    "It is *false* that …", "the claim that … is *baseless*", "*denied* a report in the press that …", "found *no
    evidence* that …", "*no sign* emerged that …".
    """
    above = clause.head
    for judge in (above, above.head) if above.dep_ == "nsubj" else (above,):
        if judge.lower_ in cues.untrue:
            return not denies(judge, cues)
        if judge is not above and judge.lower_ in cues.agreeing and above.lower_ in cues.accounts:
            return denies(judge, cues)  # "the claim that … *does not correspond* to reality"
    if above.pos_ == "NOUN" and above.dep_ in ("obj", "nsubj:pass") and _turns_down(above.head, clause, cues):
        return not denies(above.head, cues)
    if above.lower_ in cues.proving and _by_nothing(above, cues):
        return True
    verb = above.head if above.dep_ == "obl" else above  # "no evidence has come to *light* that …"
    named = (above, *(c for c in verb.children if c.dep_ == "nsubj"))
    shown = next((t for t in named if t.lower_ in cues.proofs), None)
    return shown is not None and (denies(shown, cues) or _is_not_had(shown, cues))


def belied_behind(clause: Token, cues: StanceCues) -> bool:
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
    denied = any("no" in of_adverb(t, cues) for t in behind)
    proves = not denied and behind[0].lower_ in cues.proving
    if proves and any(t.lower_ in cues.disproved for t in behind):
        return True  # "proved wrong", where "it was wrong that …" tells what was done
    return any(t.lower_ in (cues.agreeing if denied else cues.untrue) for t in behind)


def _turns_down(verb: Token, clause: Token, cues: StanceCues) -> bool:
    """ "*Rejected* a report that …", "described *as baseless* a report that …", "called the report that … *a lie*"."""
    judged = [c for c in verb.children if c.dep_ == "obl" and any(k.lower_ == "as" for k in c.children)]
    called = [clause.right_edge] if verb.lower_ in load_lexicon().regard else []
    return load_speech().denies(verb.lemma_) or any(t.lower_ in cues.untrue for t in (*judged, *called))


def _by_nothing(verb: Token, cues: StanceCues) -> bool:
    """ "*Nothing* proves that …", "*nobody* has shown that …", "there is *nothing* to show that …"."""
    subjects = [c for c in verb.children if c.dep_ == "nsubj"] + ([verb.head] if verb.dep_ == "acl" else [])
    return any("no" in cues.determiners.get(k.lower_, ()) for c in subjects for k in (c, *c.children))


def _is_not_had(proof: Token, cues: StanceCues) -> bool:
    """ "Did *not* find evidence", "*without* any sign"."""
    return proof.dep_ == "obj" and any(c.dep_ == "advmod" and "no" in of_adverb(c, cues) for c in proof.head.children)
