"""Which two actors may be one, part of one another, or one under a later name: questions for a person.

Nothing is merged by likeness of names; likeness only asks. Names are compared by their words, so that word order and
"the" do not matter (Levenshtein ratio of sorted tokens, as in RapidFuzz's `token_sort_ratio`).
"""

from __future__ import annotations

import hashlib
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import combinations
from typing import Literal

from imbroglio.model import Actor, ActorKind, Claim, Relation

ALIKE = 88
"""Likeness (of 100) from which two names are worth a question."""

COMMON = 40
"""A word that more actors than this have in their names says nothing."""

SURE = 0.6
"""Claims of membership that are trusted less are worth a question."""

Suggestion = Literal["same", "part_of", "renamed_from"]
_NO_PARTY = (ActorKind.PLACE, ActorKind.MEDIA)


@dataclass(frozen=True, slots=True)
class Question:
    """Is `one` the same as, part of, or renamed from `other`? `why` says what makes one ask, `claims` say so."""

    one: str
    other: str
    suggests: Suggestion
    why: str
    weight: float
    claims: tuple[Claim, ...] = ()

    @property
    def id(self) -> str:
        return hashlib.sha256(f"{self.one}\n{self.other}\n{self.suggests}".encode()).hexdigest()[:16]


def questions(claims: Iterable[Claim], actors: Mapping[str, Actor]) -> list[Question]:
    """All questions, one a pair, those that most claims hang on first.

    Actors that nothing is said of are not asked about.
    """
    claims = tuple(claims)
    said: dict[str, int] = defaultdict(int)
    for claim in claims:
        for party in {claim.subject.actor, claim.object.actor}:
            said[party] += 1
    spoken = {id: actor for id, actor in actors.items() if said.get(id) and actor.kind not in _NO_PARTY}
    found: dict[tuple[str, str], Question] = {}
    for question in (*_told(claims, actors), *_shared_names(spoken), *_alike(spoken)):
        one, other = question.one, question.other
        if one in spoken and other in spoken and not _settled(actors[one], actors[other]):
            found.setdefault((min(one, other), max(one, other)), question)
    return sorted(found.values(), key=lambda q: (-q.weight * min(said[q.one], said[q.other]), q.one, q.other))


def _told(claims: Iterable[Claim], actors: Mapping[str, Actor]) -> Iterator[Question]:
    """What the documents say of identity: other names, and memberships that the reader is unsure of."""
    groups: dict[tuple[Relation, str, str], list[Claim]] = defaultdict(list)
    for claim in claims:
        one, other = claim.subject.actor, claim.object.actor
        if claim.relation in (Relation.SAME_AS, Relation.PART_OF) and claim.polarity == "yes" and one != other:
            groups[claim.relation, one, other].append(claim)
    for (relation, one, other), group in groups.items():
        if relation == Relation.SAME_AS:
            yield Question(one, other, "same", "documents give one as another name of the other", 1.0, tuple(group))
        elif max(claim.trust for claim in group) < SURE:
            why = "documents seem to say so, but the reader is unsure"
            yield Question(one, other, "part_of", why, 0.5, tuple(group))


def _shared_names(actors: Mapping[str, Actor]) -> Iterator[Question]:
    """Two actors that bear one name."""
    bearers: dict[str, list[tuple[str, str]]] = defaultdict(list)
    for id, actor in actors.items():
        bearers[actor.name.casefold()].append((id, "preferred"))
        for other_name in actor.names:
            if other_name.role in ("alias", "acronym", "former") and other_name.text != actor.name:
                bearers[other_name.text.casefold()].append((id, other_name.role))
    for name, own in bearers.items():
        for (one, role), (other, role2) in combinations(own[:COMMON], 2):
            if one == other:
                continue
            if role == "former":
                one, other, role2 = other, one, role
            suggests: Suggestion = "renamed_from" if role2 == "former" else "same"
            yield Question(one, other, suggests, f"both go by “{name}”", 0.9)


def _alike(actors: Mapping[str, Actor]) -> Iterator[Question]:
    """Names that are nearly the same, or one inside the other, of actors of one country (or of none known)."""
    from rapidfuzz import fuzz

    words = {id: frozenset(actor.name.casefold().replace("-", " ").split()) for id, actor in actors.items()}
    having: dict[str, list[str]] = defaultdict(list)
    for id, own in words.items():
        for word in own - {"the", "of"}:
            having[word].append(id)
    pairs = {pair for ids in having.values() if len(ids) <= COMMON for pair in combinations(sorted(ids), 2)}
    for one, other in sorted(pairs):
        first, second = actors[one], actors[other]
        if first.known and second.known:
            continue
        if first.country and second.country and first.country != second.country:
            continue
        likeness = fuzz.token_sort_ratio(first.name.casefold(), second.name.casefold())
        inside = (
            len(words[one]) > 1 and len(words[other]) > 1 and (words[one] < words[other] or words[other] < words[one])
        )
        if likeness >= ALIKE:
            yield Question(one, other, "same", "nearly the same name" + _where(first, second), likeness / 100)
        elif inside:
            part, whole = (one, other) if words[other] < words[one] else (other, one)
            yield Question(part, whole, "part_of", "one name is inside the other" + _where(first, second), 0.4)


def _where(one: Actor, other: Actor) -> str:
    return ", same country" if one.country and one.country == other.country else ""


def _settled(one: Actor, other: Actor) -> bool:
    """The registry, or a person, has said already how they hang together."""
    return any(bond.target == other.id for bond in one.bonds) or any(bond.target == one.id for bond in other.bonds)
