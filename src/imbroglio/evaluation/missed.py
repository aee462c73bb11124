"""Why a labelled claim was missed: the first step of the reading at which it got lost."""

from __future__ import annotations

from dataclasses import fields
from typing import TYPE_CHECKING

from imbroglio.evaluation.gold import Row
from imbroglio.evaluation.matching import overlap
from imbroglio.evaluation.reading import Inspected

if TYPE_CHECKING:
    from imbroglio.claims.parties import Parties
    from imbroglio.knowledge.lexicon import Lexicon
    from imbroglio.language.plain import Doc, Span, Token

MISSED = {
    "party": "no mention of the subject or of the object was found",
    "anaphor": "the same, where the party is a pronoun or a phrase such as “the group”",
    "span": "a mention touches the words of the subject or of the object, and is much too long or too short",
    "sentence": "the parties stand in different sentences for the reader",
    "word unknown": "nothing was proposed between the two, and the lexicon does not know the cue's words",
    "attachment": "nothing was proposed between the two, although the lexicon knows the cue",
    "direction": "it was proposed the other way round",
    "relation": "only another relation was proposed",
    "judged away": "it was proposed and not trusted",
    "one actor": "it was trusted, and both parties were taken for the same actor",
    "taken": "it was trusted; another claim took its place",
}
_DEFINITE = frozenset("the this these those that its their his her both".split())


def why_missed(claim: Row, seen: Inspected, least: float) -> str:
    """The cause; `least` is the trust below which nothing was taken."""
    from imbroglio.model import Relation

    doc, parties = seen.doc, seen.parties
    subjects, objects = (_heads(claim[key], parties) for key in ("subject_span", "object_span"))
    if not subjects or not objects:
        return _no_party(claim, doc, parties)
    ends = [(a, b) for a in subjects for b in objects if a != b]
    if not any(doc[a].sent == doc[b].sent for a, b in ends):
        return "sentence"
    relation = Relation(claim["relation"])
    forth = {key for key in seen.trust if (key[0], key[2]) in ends}
    back = {key for key in seen.trust if (key[2], key[0]) in ends}
    same = {key for key in (forth | back if relation.symmetric else forth) if key[1] is relation}
    if trusted := [key for key in same if seen.trust[key] >= least]:
        return "one actor" if all(_one_actor(parties, one, two) for one, _, two in trusted) else "taken"
    if same:
        return "judged away"
    if any(key[1] is relation for key in back):
        return "direction"
    if forth:
        return "relation"
    return "attachment" if _known(claim.get("cue_span"), doc) else "word unknown"


def _heads(span: list[int], parties: Parties) -> list[int]:
    return [m.head for m in parties.mentions.items if overlap(span, [m.span.start, m.span.end])]


def _no_party(claim: Row, doc: Doc, parties: Parties) -> str:
    for key in ("subject_span", "object_span"):
        if not _heads(claim[key], parties):
            start, end = claim[key]
            if any(m.span.start < end and start < m.span.end for m in parties.mentions.items):
                return "span"
            words = _words(doc, claim[key])
            if words is not None and (words.root.pos_ == "PRON" or words[0].lower_ in _DEFINITE):
                return "anaphor"
    return "party"


def _one_actor(parties: Parties, one: int, two: int) -> bool:
    return {party.actor for party in parties.of(one)} == {party.actor for party in parties.of(two)}


def _words(doc: Doc, span: list[int] | None) -> Span | None:
    return doc.char_span(span[0], span[1]) if span else None


def _known(cue: list[int] | None, doc: Doc) -> bool:
    """Whether the lexicon has an entry for one of the cue's content words."""
    from imbroglio.knowledge.lexicon import load_lexicon

    span = _words(doc, cue)
    return span is not None and any(_has_entry(token, load_lexicon()) for token in span)


def _has_entry(token: Token, lexicon: Lexicon) -> bool:
    tables = (getattr(lexicon, field.name) for field in fields(lexicon))
    return any(token.lemma_.lower() in words for words in tables if isinstance(words, dict | frozenset))
