"""What claims of one text cannot all say: where grammar knows better, arcs that tell otherwise are not believed."""

from __future__ import annotations

from dataclasses import replace

from imbroglio.claims.constructions.candidate import Candidate
from imbroglio.claims.judging.proposal import GIVING, LEARNED, Judged
from imbroglio.claims.parties import Parties
from imbroglio.model import ActorKind, Relation, RelationClass

_RANKS = frozenset({Relation.LEADS, Relation.PART_OF})


def consistent(parties: Parties, judged: list[Judged]) -> list[Judged]:
    """Those of the trusted proposals that can stand beside each other."""
    judged = _said_once(_otherwise_tied(owners_alone(parties, judged)))
    return _of_one_mind(_unless_grammar_denies(parties, judged))


def owners_alone(parties: Parties, judged: list[Judged]) -> list[Judged]:
    """ "Hit a Russian oil depot": Russia is struck, and the depot is only where, not struck beside it."""
    struck = {(j.candidate.subject, j.candidate.object) for j in judged if j.candidate.relation is Relation.FIGHTS}

    def stands_beside(c: Candidate) -> bool:
        mention = parties.mention(c.object)
        if c.relation is not Relation.FIGHTS or mention is None or parties.kind(c.object) is not ActorKind.PLACE:
            return False
        return any((c.subject, i) in struck for i in range(mention.start, mention.end) if i != c.object)

    return [j for j in judged if not stands_beside(j.candidate)]


def _said_once(judged: list[Judged]) -> list[Judged]:
    """Where grammar knows whose deed a word tells, or who suffers it, arcs that put others there are not believed.

    "They fight rebels armed by Chad": it is the rebels who are armed.
    """
    told = [j.candidate for j in judged if j.candidate.construction != LEARNED]
    known = {deed for c in told for deed in (*_deeds(c), *_turned(c))}
    gifts = {gift for c in told if c.relation in GIVING for gift in _gifts(c)}
    return [
        j
        for j in judged
        if j.candidate.construction != LEARNED
        or (known.isdisjoint(_deeds(j.candidate)) and gifts.isdisjoint(_gifts(j.candidate)))
    ]


def _otherwise_tied(judged: list[Judged]) -> list[Judged]:
    """Where grammar knows what there is between two parties, an arc that has one lead the other is not believed.

    "A unit close to the prime minister", "the Front's deputy chairman": his title says whom he leads, and not here.
    """
    told = [j.candidate for j in judged if j.candidate.construction != LEARNED]
    tied = {_pair(c) for c in told}
    by_words = {(_pair(c), c.cue[0]) for c in told}

    def stands(c: Candidate) -> bool:
        if c.construction != LEARNED:
            return True
        if c.relation.klass is RelationClass.PLACE:  # "pulled its ambassador out of X": no troops
            return (_pair(c), c.cue[0]) not in by_words
        return c.relation not in _RANKS or _pair(c) not in tied

    return [j for j in judged if stands(j.candidate)]


def _pair(c: Candidate) -> frozenset[int]:
    return frozenset((c.subject, c.object))


def _deeds(c: Candidate) -> tuple[tuple[object, ...], ...]:
    """What a candidate's cue tells of each party: the relation, and which end the party is."""
    cues = range(*c.cue)
    return tuple((cue, c.relation, end) for cue in cues for end in (("by", c.subject), ("to", c.object)))


def _turned(c: Candidate) -> tuple[tuple[object, ...], ...]:
    """What the words of a gift, of backing or of rank cannot tell as well: that its receiver gives it, and so on."""
    cues = range(*c.cue) if c.relation in GIVING or c.relation is Relation.BACKS or c.relation in _RANKS else ()
    return tuple((cue, c.relation, end) for cue in cues for end in (("by", c.object), ("to", c.subject)))


def _gifts(c: Candidate) -> tuple[tuple[int, frozenset[int]], ...]:
    """The words that tell of a gift, with both ends: whoever relies on Y for weapons does not back Y by these words."""
    ends = frozenset((c.subject, c.object))
    return tuple((cue, ends) for cue in range(*c.cue)) if c.relation.sign > 0 else ()


def _of_one_mind(judged: list[Judged]) -> list[Judged]:
    """One word cannot put the same party for and against another: the reading that is trusted more stands."""
    best: dict[tuple[int, int, int], Judged] = {}
    for j in judged:
        c = j.candidate
        key = (min(c.subject, c.object), max(c.subject, c.object), c.cue[0])
        if c.relation.sign and (key not in best or j.trust > best[key].trust):
            best[key] = j
    kept = []
    for j in judged:
        c = j.candidate
        rival = best.get((min(c.subject, c.object), max(c.subject, c.object), c.cue[0]))
        if rival is None or c.relation.sign * rival.candidate.relation.sign >= 0:
            kept.append(j)
    return kept


def _unless_grammar_denies(parties: Parties, judged: list[Judged]) -> list[Judged]:
    """An arc alone does not stand against grammar, by whatever words they name the two.

    "Regards X, who bombed it, as an enemy" endorses nobody, "mercenaries of X fight alongside Y" fights no Y.
    """

    def told(c: Candidate, sign: int) -> tuple[object, ...]:
        return (_who(parties, c.subject), _who(parties, c.object), sign)

    by_grammar = [j.candidate for j in judged if j.candidate.construction != LEARNED]
    known = {told(c, c.relation.sign) for c in by_grammar}
    known |= {
        told(replace(c, subject=c.object, object=c.subject), c.relation.sign)
        for c in by_grammar
        if c.relation.symmetric
    }

    def denied(c: Candidate) -> bool:
        return c.construction == LEARNED and c.relation.sign != 0 and told(c, -c.relation.sign) in known

    return [j for j in judged if not denied(j.candidate)]


def _who(parties: Parties, i: int) -> object:
    """The actors of a mention, or the word where it names none."""
    mention = parties.mention(i)
    return mention.actors if mention is not None and mention.actors else i
