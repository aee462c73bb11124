"""What is threatened is not done: "threatened to bomb X", "swore to hang X", "warned that it would sink X"."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import TYPE_CHECKING

from imbroglio.claims.constructions.candidate import Candidate
from imbroglio.claims.syntax import child, noun_lemma, subjects
from imbroglio.knowledge.lexicon import Lexicon
from imbroglio.knowledge.load import words
from imbroglio.model import Relation

if TYPE_CHECKING:
    from imbroglio.language.plain import Doc, Token

_HARM = frozenset(
    {Relation.FIGHTS, Relation.COERCES, Relation.SANCTIONS, Relation.ADVANCES_ON, Relation.OPPOSES, Relation.CONTROLS}
)


def find(doc: Doc, lexicon: Lexicon, proposed: Iterable[Candidate]) -> Iterator[Candidate]:
    """The candidates, those of harm below a verb of menace as threats by who utters it."""
    for c in proposed:
        verb = (
            _menace(_threatened(doc[c.predicate], lexicon), lexicon)
            if c.relation in _HARM and c.probability is None
            else None
        )
        if verb is None and (threat := _threat(doc[c.predicate])) is not None and c.relation in _HARM:
            cue = (threat.i, threat.i + 1)  # "renewed its threat to attack X"
            yield replace(c, relation=Relation.THREATENS, predicate=threat.i, cue=cue, stop=False)
            continue
        if verb is None:
            yield c
            continue
        for one in subjects(verb):
            if one.i != c.object:
                cue = (verb.i, verb.i + 1)
                yield replace(c, subject=one.i, relation=Relation.THREATENS, predicate=verb.i, cue=cue, stop=False)


def _threatened(word: Token, lexicon: Lexicon) -> Token:
    """The verb that is threatened with: of "threatened to resume *its strikes*" resume."""
    done = word.pos_ == "NOUN" and word.dep_ == "obj" and word.head.lower_ in lexicon.light
    return word.head if done else word


def _menace(verb: Token, lexicon: Lexicon) -> Token | None:
    """The verb of menace right above: with an infinitive, or with a clause in "would" and nobody who is warned."""
    above = verb.head
    if above.i == verb.i or above.lower_ not in lexicon.menacing:
        return None
    if verb.dep_ in ("xcomp", "ccomp", "advcl") and any(c.dep_ == "mark" and c.lower_ == "to" for c in verb.children):
        return above
    would = any(c.dep_ == "aux" and c.lower_ in ("would", "will", "'d", "'ll") for c in verb.children)
    own = child(verb, "nsubj")
    itself = own is None or own.pos_ == "PRON" or noun_lemma(own) in words("any_group")
    return above if verb.dep_ == "ccomp" and would and itself and child(above, "obj", "iobj") is None else None


def _threat(verb: Token) -> Token | None:
    """The noun of menace right above an infinitive."""
    told = verb.dep_ == "acl" and verb.head.lemma_.lower() == "threat"
    return verb.head if told and any(c.dep_ == "mark" and c.lower_ == "to" for c in verb.children) else None
