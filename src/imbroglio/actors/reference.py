"""Who "it", "they", "the group" and "both countries" are: the actors spoken of before, the likeliest first."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field

from imbroglio.actors.tree import Tree
from imbroglio.model import ActorKind

SINGULAR = frozenset({"it", "its", "itself"})
PLURAL = frozenset({"they", "them", "their", "theirs", "themselves"})
PERSONAL = frozenset({"he", "him", "his", "himself", "she", "her", "hers", "herself"})
SPEAKER = frozenset({"i", "me", "my", "mine", "myself", "we", "us", "our", "ours", "ourselves"})
RELATIVE = frozenset({"who", "whom", "whose", "which", "that"})
COUNTING = frozenset({"both", "neither", "either", "two", "three", "four", "former", "latter", "other", "others"})
ORDINAL = frozenset({"first", "second", "third"})
NOT_IT = frozenset({ActorKind.PERSON, ActorKind.POPULATION})
PARTIES = frozenset(ActorKind) - {ActorKind.PLACE, ActorKind.MEDIA, ActorKind.PERSON}
REACH = {"it": 3, "they": 3, "he": 6}  # sentences that a pronoun looks back
WEATHER = frozenset({"rain", "snow", "seem", "appear", "happen", "matter", "emerge"})


@dataclass(slots=True)
class Seen:
    """One earlier mention as an antecedent; `weight` is higher the closer it is to the subject of a main clause."""

    token: int
    sentence: int
    actors: tuple[str, ...]
    kind: ActorKind
    plural: bool
    weight: float
    lemma: str
    name: str
    named: bool  # a name, not a description
    use: str = ""  # how its noun is used


@dataclass(slots=True)
class Discourse:
    """What has been mentioned so far, in order."""

    tree: Tree
    seen: list[Seen] = field(default_factory=list)

    def back(self, token: int, fits: Callable[[Seen], bool], reach: int = 1000) -> Iterator[Seen]:
        """Earlier mentions that fit, the nearest first."""
        line = self.tree.sentence[token]
        for one in reversed(self.seen):
            if one.token < token and line - one.sentence <= reach and one.actors and fits(one):
                yield one

    def pronoun(self, token: int) -> Seen | None:
        """The antecedent of a personal pronoun, or None where none fits or "it" stands for nothing."""
        word = self.tree.lower[token]
        sort = "it" if word in SINGULAR else "they" if word in PLURAL else "he"
        if sort == "it" and empty(self.tree, token):
            return None
        fits = {"it": _fits_it, "they": _fits_they, "he": _fits_he}[sort]
        best: tuple[float, Seen] | None = None
        barred = set(self.tree.ancestors(token))
        for one in self.back(token, fits, REACH[sort]):
            if one.token in barred or self.bound(token, one.token):
                continue
            score = self._score(token, one, sort)
            if best is None or score > best[0]:
                best = score, one
        return best[1] if best else None

    def _score(self, token: int, one: Seen, sort: str) -> float:
        tree = self.tree
        gap = tree.sentence[token] - one.sentence
        score = one.weight - 1.3 * gap - 0.012 * (token - one.token)
        if sort == "they":
            score += 0.8 if one.plural else -0.6
        if tree.possessive(token) and gap == 0 and tree.dep[one.token].startswith("nsubj") and tree.head[one.token] in set(tree.ancestors(token)):
            score += 1.0
        if tree.dep[token].startswith("nsubj") and one.weight >= 1.5:
            score += 0.3
        return score

    def bound(self, token: int, other: int) -> bool:
        """Two arguments of one verb are not the same party ("Iran armed it")."""
        tree = self.tree
        if tree.possessive(token) or tree.lower[token].endswith(("self", "selves")):
            return False
        arguments = ("nsubj", "obj", "iobj", "obl")
        while tree.dep[other] == "conj":
            other = tree.head[other]
        return tree.head[token] == tree.head[other] and tree.dep[token].startswith(arguments) and tree.dep[other].startswith(arguments)

    def pair(self, token: int, fits: Callable[[Seen], bool], count: int = 2) -> tuple[str, ...]:
        """The last `count` different actors that fit, in the order of the text; a coordination counts as it stands."""
        found: list[str] = []
        for one in self.back(token, fits, 3):
            if len(one.actors) == count and not found:
                return one.actors
            if len(one.actors) == 1 and one.actors[0] not in found:
                found.append(one.actors[0])
            if len(found) == count:
                return tuple(reversed(found))
        return ()


def empty(tree: Tree, token: int) -> bool:
    """An "it" that stands for no one: "it is unclear whether", "it rained"."""
    if tree.dep[token].startswith("expl"):
        return True
    governor = tree.head[token]
    if tree.lemma[governor] in WEATHER:
        return True
    clause = any(tree.dep[c].startswith(("csubj", "ccomp", "xcomp", "advcl")) and c > governor for c in tree.children[governor])
    return tree.pos[governor] == "ADJ" and clause


def _fits_it(one: Seen) -> bool:
    return one.kind not in NOT_IT and len(one.actors) == 1 and (not one.plural or one.named)


def _fits_they(one: Seen) -> bool:
    return (one.plural or len(one.actors) > 1 or one.kind not in NOT_IT) and one.kind is not ActorKind.PLACE


def _fits_he(one: Seen) -> bool:
    return one.kind is ActorKind.PERSON and len(one.actors) == 1 and not one.plural


def is_party(one: Seen) -> bool:
    """States, groups, bodies and peoples: whoever can be one of "the two sides"."""
    return one.kind in PARTIES
