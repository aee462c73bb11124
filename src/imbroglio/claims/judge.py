"""Which candidates become claims, and how far each is to be trusted.

Grammar and learned arcs propose; a logistic regression gives each proposal a probability, fitted on labelled dispatches
that the arcs never saw (`training/claims/judge.py`). Its weights are a readable JSON file.
"""

from __future__ import annotations

import json
import math
from collections.abc import Iterable
from dataclasses import dataclass, replace
from functools import lru_cache
from importlib.resources import files
from typing import TYPE_CHECKING

from imbroglio.claims.constructions.candidate import Candidate
from imbroglio.claims.constructions.transfers import is_make, is_ware
from imbroglio.claims.parties import Parties
from imbroglio.claims.quiet import Quiet
from imbroglio.claims.selection import selects
from imbroglio.claims.syntax import noun_lemma, prepositional
from imbroglio.knowledge.lexicon import load_lexicon
from imbroglio.knowledge.load import data
from imbroglio.model import ActorKind, Relation, RelationClass

if TYPE_CHECKING:
    from spacy.tokens import Doc

LEARNED = "learned arc"
_FAR = 12  # tokens between the parties beyond which a candidate counts as far
FAMILY = {"channel": "transfer"}  # constructions too rare to be judged on their own
_GIVING = frozenset({Relation.ARMS, Relation.ASSISTS, Relation.FUNDS})
_RANKS = frozenset({Relation.LEADS, Relation.PART_OF})
Key = tuple[int, Relation, int]


@dataclass(slots=True)
class Proposal:
    """All candidates for one relation between the same two mentions."""

    key: Key
    candidates: list[Candidate]
    probability: float = 0.0  # of the learned arc

    @property
    def constructions(self) -> list[str]:
        return sorted({FAMILY.get(c.construction, c.construction) for c in self.candidates} - {LEARNED})

    @property
    def best(self) -> Candidate:
        """The candidate whose words are shown: grammar knows its cue better than the engine."""
        chosen = min(self.candidates, key=lambda c: (c.construction == LEARNED, -(c.probability or 0.0)))
        return replace(chosen, probability=self.probability or None)


@dataclass(frozen=True, slots=True)
class Judged:
    candidate: Candidate
    trust: float


class Judge:
    """A logistic regression with named features, and a line that sets its log-odds to those of plain news.

    `scale` and `shift` are Platt's (1999) calibration, fitted on labelled reports that neither grammar nor arcs were
    trained on, since the dispatches for training are harder than most reports.
    """

    def __init__(self, weights: dict[str, float], threshold: float, scale: float = 1.0, shift: float = 0.0) -> None:
        self.weights = weights
        self.threshold = threshold
        self.scale, self.shift = scale, shift

    @staticmethod
    @lru_cache(maxsize=1)
    def load() -> Judge:
        """The shipped judge."""
        data = json.loads(files("imbroglio.claims").joinpath("judge.json").read_text("utf-8"))
        return Judge(**data)

    def trust(self, features: dict[str, float]) -> float:
        """Probability that a proposal with these features is a claim."""
        z = self.shift + self.scale * sum(self.weights.get(name, 0.0) * value for name, value in features.items())
        return 1.0 / (1.0 + math.exp(-max(-30.0, min(30.0, z))))

    def decide(self, doc: Doc, parties: Parties, candidates: Iterable[Candidate]) -> list[Judged]:
        """The proposals that pass, each with its trust."""
        gathered = proposals(parties, candidates)
        table = features_of(doc, parties, gathered)
        judged = [Judged(p.best, self.trust(f)) for p, f in zip(gathered, table, strict=True)]
        trusted = _owners_alone(parties, [j for j in judged if j.trust >= self.threshold])
        return _of_one_mind(_said_once(_otherwise_tied(trusted)))


def _owners_alone(parties: Parties, judged: list[Judged]) -> list[Judged]:
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
    gifts = {gift for c in told if c.relation in _GIVING for gift in _gifts(c)}
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
    tied = {_pair(j.candidate) for j in judged if j.candidate.construction != LEARNED}
    guessed = (j.candidate.construction == LEARNED and j.candidate.relation in _RANKS for j in judged)
    return [j for j, guess in zip(judged, guessed, strict=True) if not guess or _pair(j.candidate) not in tied]


def _pair(c: Candidate) -> frozenset[int]:
    return frozenset((c.subject, c.object))


def _deeds(c: Candidate) -> tuple[tuple[object, ...], ...]:
    """What a candidate's cue tells of each party: the relation, and which end the party is."""
    cues = range(*c.cue)
    return tuple((cue, c.relation, end) for cue in cues for end in (("by", c.subject), ("to", c.object)))


def _turned(c: Candidate) -> tuple[tuple[object, ...], ...]:
    """What the words of a gift or of backing cannot tell as well: that its receiver gives it, or its giver gets it."""
    cues = range(*c.cue) if c.relation in _GIVING or c.relation is Relation.BACKS else ()
    return tuple((cue, c.relation, end) for cue in cues for end in (("by", c.object), ("to", c.subject)))


def _gifts(c: Candidate) -> tuple[tuple[int, frozenset[int]], ...]:
    """The words that tell of a gift, with both ends: whoever relies on Y for weapons does not back Y by these words."""
    ends = frozenset((c.subject, c.object))
    return tuple((cue, ends) for cue in range(*c.cue)) if c.relation.sign > 0 else ()


def _of_one_mind(judged: list[Judged]) -> list[Judged]:
    """One word cannot put the same party for and against another: the reading that is trusted more stands.

    An arc alone does not against grammar: "regards X, who bombed it, as an enemy" endorses nobody.
    """
    judged = _unless_grammar_denies(judged)
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


def _unless_grammar_denies(judged: list[Judged]) -> list[Judged]:
    grammar = {
        (c.subject, c.object, c.relation.sign) for c in (j.candidate for j in judged) if c.construction != LEARNED
    }

    def denied(c: Candidate) -> bool:
        other = (c.subject, c.object, -c.relation.sign)
        return c.construction == LEARNED and c.relation.sign != 0 and other in grammar

    return [j for j in judged if not denied(j.candidate)]


def proposals(parties: Parties, candidates: Iterable[Candidate]) -> list[Proposal]:
    """Candidates gathered by mention pair and relation; symmetric relations in one order."""
    found: dict[Key, Proposal] = {}
    quiet = Quiet(parties)
    for c in candidates:
        one, two = _ends(parties, c)
        c = _in_words_only(parties, c, one, two)
        if c.probability is None and (one == two or not selects(c.relation, parties.kind(one), parties.kind(two))):
            continue
        if (
            quiet.rules_out(c)
            or _names_people(parties, c)
            or _names_make(parties, c, one, two)
            or (c.relation.klass is RelationClass.SUPPORTS and any(_is_ware(parties, i) for i in (one, two)))
            or _is_anothers_deed(parties, c)
            or (c.relation is Relation.LEADS and parties.kind(two) is ActorKind.PERSON)
            or (c.probability is None and _is_no_place(parties, c.relation, two))
        ):
            continue
        if c.relation.symmetric and one > two:
            one, two = two, one
        c = replace(c, subject=one, object=two)
        proposal = found.setdefault((one, c.relation, two), Proposal((one, c.relation, two), []))
        proposal.candidates.append(c)
        proposal.probability = max(proposal.probability, c.probability or 0.0)
    kept = [found[key] for key in sorted(found) if not _is_really_about_ground(parties, found[key], found)]
    _share(kept)
    return kept


def _share(gathered: list[Proposal]) -> None:
    """What arcs say of one member of a list counts for all: "troops, including Afghans and Pakistanis, fought"."""
    lists: dict[tuple[object, ...], list[Proposal]] = {}
    for p in gathered:
        for c in p.candidates if p.constructions else ():
            if c.probability is None:
                lists.setdefault((c.relation, c.cue, c.object), []).append(p)
    for members in lists.values():
        most = max(p.probability for p in members)
        for p in members:
            p.probability = most


def _in_words_only(parties: Parties, c: Candidate, one: int, two: int) -> Candidate:
    """ "The senator attacked the governor": between two persons such verbs accuse."""
    word = parties.doc[c.predicate]
    persons = parties.kind(one) is ActorKind.PERSON and parties.kind(two) is ActorKind.PERSON
    if c.relation is Relation.FIGHTS and persons and word.lower_ in load_lexicon().verbal:
        return replace(c, relation=Relation.ACCUSES)
    return c


def _names_people(parties: Parties, c: Candidate) -> bool:
    """ "Russian fighters of the Wagner Group": a word that names somebody, and no deed, tells of no fight."""
    if c.construction != LEARNED or c.relation is not Relation.FIGHTS:
        return False
    cue = parties.doc[c.cue[0]]
    return cue.pos_ == "NOUN" and parties.known(cue.i) and noun_lemma(cue) not in load_lexicon().nouns


def _names_make(parties: Parties, c: Candidate, one: int, two: int) -> bool:
    """ "Paid for American guns for Y": America does nothing here, and nothing is done to it."""
    mention = parties.mention(two)
    ends = [one] + [two] * (mention is not None and mention.form == "demonym")  # "fed the Kurds guns"
    return c.relation in _GIVING and any(is_make(parties.doc[i], load_lexicon()) for i in ends)


def _is_ware(parties: Parties, i: int) -> bool:
    """ "The $61m bought it tanks", "let no rifle pass": money and arms give and get nothing; aircraft do fight."""
    word, mention = parties.doc[i], parties.mention(i)
    known = mention is not None and any(not parties.mentions.actors[a].described for a in mention.actors)
    ware = word.pos_ == "SYM" or (word.pos_ == "NOUN" and is_ware(word, load_lexicon()))
    return ware and not known


def _is_anothers_deed(parties: Parties, c: Candidate) -> bool:
    """An arc that has the wrong word of a subject act: "*weapons* for rebels seized", "a *nephew* of X sits on"."""
    if c.construction != LEARNED:
        return False
    heads = (k for k in parties.doc[c.cue[0]].children if k.dep_ in ("nsubj", "nsubj:pass"))
    inside = ((head, case, part) for head in heads for case, part in prepositional(head))
    return any(
        part.left_edge.i <= c.subject <= part.right_edge.i
        and ((case == "of" and noun_lemma(head) in _kin()) or (case == "for" and is_ware(head, load_lexicon())))
        for head, case, part in inside
    )


@lru_cache(maxsize=1)
def _kin() -> frozenset[str]:
    return frozenset(data("nouns/lists.yaml")["kin"].split())


def _is_no_place(parties: Parties, relation: Relation, i: int) -> bool:
    """ "Pulled out of negotiations", "deploying in the summer": nouns that no actor or place is known by."""
    return relation.klass is RelationClass.PLACE and not parties.known(i) and parties.doc[i].pos_ == "NOUN"


def _is_really_about_ground(parties: Parties, p: Proposal, found: dict[Key, Proposal]) -> bool:
    """ "seized the town" takes ground and coerces nobody.

    Where a place relation fits the same words, it stands alone; a state that was seized may be ground or party, so
    there grammar and arcs may agree on the other.
    """
    one, relation, two = p.key
    led = found.get((one, Relation.LEADS, two))
    if led is not None and led.constructions and _is_state(parties, two):
        return relation is Relation.CONTROLS  # "the party that rules Chad" leads the state and holds no ground
    if relation.klass is RelationClass.PLACE:
        return False
    if p.probability and p.constructions and parties.kind(two) is not ActorKind.PLACE:
        return False
    grounds = (found.get((one, other, two)) for other in Relation if other.klass is RelationClass.PLACE)
    return any(ground is not None and ground.constructions for ground in grounds)


def _is_state(parties: Parties, i: int) -> bool:
    """A state by its own name; a capital that stands for one is ground as well: "rebels govern Sanaa"."""
    mention = parties.mention(i)
    return parties.kind(i) is ActorKind.STATE and mention is not None and mention.form != "metonym"


def _ends(parties: Parties, c: Candidate) -> tuple[int, int]:
    """The tokens that name the parties. Learned arcs already point at them."""
    if c.probability is not None:
        return _head(parties, c.subject), _head(parties, c.object)
    if c.construction == "possessive":  # "forces of Haftar": they are meant, not he
        return parties.anchor(c.subject), _head(parties, c.object)
    two = parties.anchor(c.object, place=c.relation.klass is RelationClass.PLACE)
    if c.relation in (Relation.ACCUSES, Relation.ENDORSES) and not parties.known(two):
        two = next((k.i for k in parties.doc[two].children if k.dep_ == "nmod:poss" and parties.known(k.i)), two)
    return parties.anchor(c.subject), two  # "condemned Chad's involvement": Chad, as nobody else is named


def _head(parties: Parties, i: int) -> int:
    mention = parties.mention(i)
    return mention.head if mention is not None else i


def features_of(doc: Doc, parties: Parties, gathered: list[Proposal]) -> list[dict[str, float]]:
    """One row of features a proposal; `training/claims/judge.py` fits weights to the same rows.

    Grammar and arcs are weighed apart: an arc can speak for what grammar found, its absence says nothing against it,
    since the arcs know the wording of their training and grammar that of the language.
    """
    by_pair: dict[tuple[int, int], list[Proposal]] = {}
    for p in gathered:
        by_pair.setdefault((p.key[0], p.key[2]), []).append(p)
    return [(_of_grammar if p.constructions else _of_arc)(doc, parties, p, by_pair) for p in gathered]


Pairs = dict[tuple[int, int], list[Proposal]]


def _of_grammar(doc: Doc, parties: Parties, p: Proposal, by_pair: Pairs) -> dict[str, float]:
    out = {"bias": 1.0, "arc support": logit(p.probability) - logit(0.0), f"grammar {p.key[1]}": 1.0}
    out |= {f"construction {construction}": 1.0 for construction in p.constructions}
    return out | _shared("grammar", doc, parties, p, by_pair)


def _of_arc(doc: Doc, parties: Parties, p: Proposal, by_pair: Pairs) -> dict[str, float]:
    one, relation, two = p.key
    rivals, reverse = _others(p, by_pair), by_pair.get((two, one), [])
    out = {
        "arc": logit(p.probability),
        "arc alone": 1.0,
        "rival arc": max((q.probability for q in rivals), default=0.0),
        "kin arc": max((q.probability for q in rivals if q.key[1].klass is relation.klass), default=0.0),
        "reversed arc": max((q.probability for q in reverse if q.key[1] is relation), default=0.0),
    }
    return out | _shared("arc", doc, parties, p, by_pair)


def _shared(kind: str, doc: Doc, parties: Parties, p: Proposal, by_pair: Pairs) -> dict[str, float]:
    """What counts for both, each with weights of its own."""
    one, _, two = p.key
    out = {
        f"{kind} rival grammar": float(any(q.constructions for q in _others(p, by_pair))),
        f"{kind} far": min(1.0, max(0.0, (abs(one - two) - _FAR) / _FAR)),
        f"{kind} across sentences": float(doc[one].sent.start != doc[two].sent.start),
        f"{kind} subject {_kind(parties, one)}": 1.0,
        f"{kind} object {_kind(parties, two)}": 1.0,
    }
    return {name: value for name, value in out.items() if value}


def _others(p: Proposal, by_pair: Pairs) -> list[Proposal]:
    """What else is proposed of the pair; two things given in one go are no rivals ("shelter and rockets")."""
    given = {c.predicate for c in p.candidates if c.construction == "transfer"}
    return [
        q
        for q in by_pair[p.key[0], p.key[2]]
        if q is not p and not any(c.construction == "transfer" and c.predicate in given for c in q.candidates)
    ]


def _kind(parties: Parties, i: int) -> str:
    mention = parties.mention(i)
    return "unknown" if mention is None else f"{mention.form} {parties.kind(i) or 'unknown'}"


def logit(p: float) -> float:
    """Log-odds, clipped; no arc counts like one far less likely than any that is kept."""
    p = min(max(p, 0.03), 0.98)
    return math.log(p / (1 - p))
