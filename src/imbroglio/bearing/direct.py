"""What grammar and engine propose between two given parties, whether it would become a claim or not."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from imbroglio.bearing.record import Bearing, comes_to
from imbroglio.claims.attributes import Context
from imbroglio.claims.constructions import candidates
from imbroglio.claims.judging import Judge, Judged, features_of, proposals
from imbroglio.claims.parties import Parties
from imbroglio.claims.read import claims_of
from imbroglio.knowledge.lexicon import load_lexicon
from imbroglio.knowledge.stance import load_stance
from imbroglio.model import Span

if TYPE_CHECKING:
    from imbroglio.language.plain import Token

_PART = frozenset({"nmod", "nmod:poss", "compound", "amod", "appos", "flat"})
_NEAR = 0.5  # how far what is said of a part of a party counts as said of the party


def head_of(parties: Parties, span: Span) -> Token | None:
    """The word of a stretch of text under which its other words stand."""
    inside = parties.doc.char_span(span.start, span.end)
    return inside.root if inside is not None and len(inside) else None


def proposed(context: Context, parties: Parties, one: Token, two: Token) -> Iterator[Bearing]:
    """One bearing for each proposal that holds both parties."""
    gathered = proposals(parties, candidates(context.doc, context.mentions, load_lexicon()))
    judge = Judge.load()
    for p, row in zip(gathered, features_of(context.doc, parties, gathered), strict=True):
        near = max(
            _near(parties, p.key[0], one) * _near(parties, p.key[2], two),
            _near(parties, p.key[0], two) * _near(parties, p.key[2], one),
        )
        if not near:
            continue
        trust = judge.trust(row)
        for claim in claims_of(context, parties, Judged(p.best, trust)):
            klass = comes_to(claim, p.best.stop)
            words = "grammar" if p.by_grammar else "a learned arc"
            why = f"{words}: {claim.relation}" + (
                "" if near == 1 else ", said of a part of a party or of who speaks for it"
            )
            yield Bearing(klass, claim.relation, claim.quote, round(near * trust, 3), claim.firmness, why)


def _near(parties: Parties, i: int, given: Token) -> float:
    """1 where the token is the given party or stands for it; less for what the party is part of, and for its "they"."""
    mention, own = parties.mention(i), parties.mention(given.i)
    token = parties.doc[i]
    if i == given.i or (mention and mention.start <= given.i < mention.end):
        return 1.0
    if mention and own and set(mention.actors) & set(own.actors):
        return 1.0
    if _reaches(given, i) or _reaches(token, given.i) or _speaks_as(token, given):
        return _NEAR
    return 0.0


def _reaches(token: Token, i: int) -> bool:
    """ "The camp of X", "X's offices", "the village in X": whether `i` is a phrase that the token is part of."""
    for _ in range(4):
        if token.dep_ not in _PART:
            return False
        token = token.head
        if token.i == i:
            return True
    return False


def _speaks_as(token: Token, given: Token) -> bool:
    """ "The rebels said they would …"."""
    if token.pos_ != "PRON":
        return False
    return any(
        c.dep_ == "nsubj" and (c.i == given.i or _reaches(given, c.i))
        for above in token.ancestors
        if above.lower_ in load_stance().reports
        for c in above.children
    )
