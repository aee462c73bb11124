"""One document's syntax and mentions in, its reading out: every construction asked, every candidate judged."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from itertools import accumulate
from typing import TYPE_CHECKING

from imbroglio.claims.agreements import find_agreements
from imbroglio.claims.attributes import Context
from imbroglio.claims.constructions import Candidate, candidates
from imbroglio.claims.goals import find_goals
from imbroglio.claims.judging import Judge, Judged
from imbroglio.claims.norms import find_norms
from imbroglio.claims.parties import Parties
from imbroglio.claims.routes import find_routes
from imbroglio.claims.syntax import is_plural
from imbroglio.knowledge.lexicon import load_lexicon
from imbroglio.model import Claim, Document, Mentions, Party, Reading, Relation, Span

if TYPE_CHECKING:
    from imbroglio.language.plain import Doc


def read_claims(document: Document, doc: Doc, mentions: Mentions) -> Reading:
    """All claims and records of a parsed document."""
    parties = Parties(doc, mentions)
    context = Context(document, doc, mentions)
    claims = judged_claims(context, parties, candidates(doc, mentions, load_lexicon()))
    return Reading(
        document.id,
        claims=claims,
        quotations=tuple(context.quotations),
        agreements=tuple(find_agreements(doc, document, mentions, context.said_by)),
        norms=tuple(find_norms(doc, document, mentions, context.said_by)),
        goals=tuple(find_goals(doc, document, mentions, context.said_by)),
        routes=tuple(find_routes(doc, document, mentions, context.said_by)),
        actors=tuple(mentions.actors.values()),
    )


def judged_claims(context: Context, parties: Parties, proposed: Iterable[Candidate]) -> tuple[Claim, ...]:
    """The claims that the judge makes of what was proposed."""
    doc = context.doc
    sentences = list(accumulate(int(bool(t.is_sent_start) and t.i > 0) for t in doc))
    return _once_a_sentence(
        claim
        for verdict in Judge.load().decide(doc, parties, proposed)
        for claim in claims_of(context, parties, verdict, sentences[verdict.candidate.predicate])
    )


def claims_of(context: Context, parties: Parties, verdict: Judged, sentence: int = 0) -> Iterator[Claim]:
    """One claim for each pair of actors that the two mentions stand for."""
    c, doc = verdict.candidate, context.doc
    held, when, trend, place, via = (
        context.stance(c),
        context.when(c),
        context.trend(c),
        context.place(c),
        context.via(c),
    )
    quote, cue = quote_of(doc, c), Span(doc[c.cue[0]].idx, doc[c.cue[1] - 1].idx + len(doc[c.cue[1] - 1]))
    for subject, object_ in pairs(parties, c):
        if c.each_other is not None:
            last = doc[c.each_other + (doc[c.each_other].lower_ in ("each", "one"))]
            first = doc[last.i - 1]
            object_ = replace(object_, span=Span(first.idx, last.idx + len(last)))
        if c.relation is Relation.SAME_AS:
            subject, object_ = both_names(subject, object_, context.document.text)
        yield Claim(
            document=context.document.id,
            subject=subject,
            relation=c.relation,
            object=object_,
            quote=_around(quote, cue, subject.span, object_.span),
            cue=cue,
            polarity=held.polarity,
            firmness=held.firmness,
            background=context.background(c),
            trend=trend,
            when=when,
            place=place.name if place else None,
            place_id=place.id if place else None,
            via=via[0] if via else None,
            via_actor=via[1] if via else None,
            said_by=context.claimed_by(c, subject.actor),
            sentence=sentence,
            construction=c.construction,
            trust=round(verdict.trust, 3),
        )


def both_names(one: Party, other: Party, text: str) -> tuple[Party, Party]:
    """The two names of one actor, which are all that such a claim says: the one it is known by, and the words."""
    words = one.span.of(text), other.span.of(text)
    if one.actor != other.actor or one.name in words:
        return replace(one, name=words[0]), replace(other, name=words[1])
    if other.name in words[1]:  # "Daesh, as they call the Islamic State group"
        return replace(one, name=words[0]), other
    return one, replace(other, name=words[1])


def pairs(parties: Parties, c: Candidate) -> Iterator[tuple[Party, Party]]:
    """The actors at both ends. Nobody acts on itself; only a plural that is one actor agrees or talks with itself."""
    led = c.relation is Relation.LEADS
    subjects, objects = parties.of(c.subject), (parties.unit if led else parties.of)(c.object)
    plural = c.relation is Relation.SAME_AS or (c.subject == c.object and is_plural(parties.doc[c.subject]))
    itself = c.relation.symmetric and len(subjects) == len(objects) == 1 and plural
    for subject in subjects:
        for object_ in objects:
            if subject.actor != object_.actor or itself:
                yield subject, object_


def quote_of(doc: Doc, c: Candidate) -> Span:
    """The smallest clause that holds both parties and the cue, else the sentence."""
    wanted = (c.subject, c.object, *c.cue[:1])
    node = doc[c.predicate]
    while True:
        left, right = node.left_edge.i, node.right_edge.i
        if node.pos_ in ("VERB", "AUX") and all(left <= i <= right for i in wanted):
            break
        if node.head.i == node.i:
            left, right = node.sent.start, node.sent.end - 1
            break
        node = node.head
    while right > left and doc[right].is_space:  # line ends, and what was passed over
        right -= 1
    return Span(doc[left].idx, doc[right].idx + len(doc[right]))


def _around(quote: Span, *inside: Span) -> Span:
    return Span(min(quote.start, *(s.start for s in inside)), max(quote.end, *(s.end for s in inside)))


def _once_a_sentence(claims: Iterable[Claim]) -> tuple[Claim, ...]:
    """Each claim is stated once a sentence, however often the sentence repeats it; the most trusted wording stands."""
    best: dict[tuple[object, ...], Claim] = {}
    for claim in claims:
        pair: tuple[object, ...] = (claim.subject.actor, claim.object.actor)
        if claim.relation.symmetric:
            pair = tuple(sorted(map(str, pair)))
        if claim.relation is Relation.SAME_AS:  # names of one actor differ in their words alone
            pair = tuple(sorted((claim.subject.span, claim.object.span)))
        key = (claim.sentence, claim.relation, pair)
        if key not in best or claim.trust > best[key].trust:
            best[key] = claim
    return tuple(sorted(best.values(), key=lambda c: (c.cue.start, c.subject.span.start, c.object.span.start)))
