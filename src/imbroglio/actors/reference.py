"""Who "it", "they", "the group" and "both countries" are: the actors spoken of before, the likeliest first."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from functools import lru_cache

from imbroglio.actors.tree import Tree
from imbroglio.knowledge import load
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
    form: str = "name"
    main: bool = False  # the subject of a main clause


@dataclass(slots=True)
class Discourse:
    """What has been mentioned so far, in order."""

    tree: Tree
    seen: list[Seen] = field(default_factory=list)
    counts: dict[str, int] = field(default_factory=dict)  # mentions so far, by actor

    def add(self, one: Seen) -> None:
        """Remember a mention."""
        self.seen.append(one)
        for actor in one.actors:
            self.counts[actor] = self.counts.get(actor, 0) + 1

    def back(self, token: int, fits: Callable[[Seen], bool], reach: int = 1000) -> Iterator[Seen]:
        """Earlier mentions that fit, the nearest first."""
        line = self.tree.sentence[token]
        for one in reversed(self.seen):
            if one.token < token and line - one.sentence <= reach and one.actors and fits(one):
                yield one

    def candidates(self, token: int) -> list[tuple[Seen, list[str]]]:
        """Possible antecedents of a personal pronoun with their features; none for an "it" that stands for nothing."""
        sort = sort_of(self.tree.lower[token])
        if sort == "it" and empty(self.tree, token):
            return []
        barred = set(self.tree.ancestors(token))
        fits = _FITS[sort]
        found = [
            one
            for one in self.back(token, fits, REACH[sort])
            if one.token not in barred and not self.bound(token, one.token)
        ]
        return [(one, self.features(token, one, rank)) for rank, one in enumerate(found)]

    def pronoun(self, token: int) -> Seen | None:
        """The likeliest antecedent of a personal pronoun, or None where none fits."""
        table = weights()[sort_of(self.tree.lower[token])]
        scored = [
            (sum(table.get(f, 0.0) for f in features), -k, one)
            for k, (one, features) in enumerate(self.candidates(token))
        ]
        return max(scored, key=lambda s: s[:2])[2] if scored else None

    def features(self, token: int, one: Seen, rank: int) -> list[str]:
        """What speaks for or against an antecedent, as names of weights in `knowledge/reference.yaml`."""
        tree = self.tree
        gap = tree.sentence[token] - one.sentence
        dep = tree.dep[one.token].partition(":")[0]
        role = (
            "subject" if dep == "nsubj" else dep if dep in {"obj", "obl", "nmod", "appos", "conj", "root"} else "other"
        )
        if tree.possessive(one.token):
            role = "possessor"
        own = tree.dep[token].partition(":")[0]
        found = [
            f"gap {min(gap, 3)}",
            f"rank {min(rank, 6)}",
            f"role {role}",
            f"form {one.form}",
            f"kind {one.kind}",
            f"far {min((token - one.token) // 8, 6)}",
        ]
        if one.main:
            found.append("main subject" if gap == 0 else "main subject before")
        if gap == 0:
            found += self._near(token, one, role)
        if role == "subject" and own == "nsubj":
            found.append("both subjects")
        elif dep == own:
            found.append("same role")
        found.append("plural" if one.plural else "singular")
        if len(one.actors) > 1:
            found.append("several")
        mentions = self.counts.get(one.actors[0], 0)
        found.append(f"mentions {min(mentions, 4)}")
        if tree.first(one.token) or (one.token and tree.first(one.token - 1)):
            found.append("opens its sentence")
        return found

    def _near(self, token: int, one: Seen, role: str) -> list[str]:
        """Syntax between a pronoun and an antecedent in its own sentence."""
        tree = self.tree
        ancestors = list(tree.ancestors(token))
        if tree.head[one.token] not in ancestors:
            return ["other branch"]
        depth = ancestors.index(tree.head[one.token])
        sort = role if role in {"subject", "obj"} else "other"
        return (
            [f"over it {sort} {min(depth, 3)}", f"possessive {sort}"]
            if tree.possessive(token)
            else [f"over it {sort} {min(depth, 3)}"]
        )

    def bound(self, token: int, other: int) -> bool:
        """Two arguments of one verb are not the same party ("Iran armed it")."""
        tree = self.tree
        if tree.possessive(token) or tree.lower[token].endswith(("self", "selves")):
            return False
        arguments = ("nsubj", "obj", "iobj", "obl")
        while tree.dep[other] == "conj":
            other = tree.head[other]
        return (
            tree.head[token] == tree.head[other]
            and tree.dep[token].startswith(arguments)
            and tree.dep[other].startswith(arguments)
        )

    def pair(self, token: int, fits: Callable[[Seen], bool], count: int = 2) -> tuple[str, ...]:
        """The `count` actors that "both", "the two sides" stand for, in the order of the text.

        A coordination of as many just before counts as it stands, else those that are spoken of most in the sentences before.
        """
        last: dict[str, int] = {}
        for one in self.back(token, fits, 2):
            if len(one.actors) == count and not last:
                return one.actors
            if len(one.actors) == 1 and one.form != "demonym":
                last.setdefault(one.actors[0], one.token)
        chosen = sorted(last, key=lambda a: (-min(self.counts.get(a, 0), 3), -last[a]))[:count]
        return tuple(sorted(chosen, key=lambda a: last[a])) if len(chosen) == count else ()

    def listed(self, token: int) -> list[str]:
        """Different actors of the nearest sentence before the token that names two or more, in the order of the text."""
        lines: dict[int, list[str]] = {}
        for one in self.seen:
            if one.token < token and self.tree.sentence[token] - one.sentence <= 3 and one.form != "demonym":
                lines.setdefault(one.sentence, [])
                lines[one.sentence] += [a for a in one.actors if a not in lines[one.sentence] and is_party(one)]
        return next((found for _, found in sorted(lines.items(), reverse=True) if len(found) > 1), [])


def sort_of(word: str) -> str:
    """Which weights a pronoun takes: it, they or he."""
    return "it" if word in SINGULAR else "they" if word in PLURAL else "he"


@lru_cache(maxsize=1)
def weights() -> dict[str, dict[str, float]]:
    """Weights of the features by sort of pronoun, fitted by `benchmarks/reference.py`."""
    return {
        sort: {name: float(value) for name, value in table.items()}
        for sort, table in load.data("reference.yaml").items()
    }


def empty(tree: Tree, token: int) -> bool:
    """An "it" that stands for no one: "it is unclear whether", "it rained"."""
    if tree.dep[token].startswith("expl"):
        return True
    governor = tree.head[token]
    if tree.lemma[governor] in WEATHER:
        return True
    clause = any(
        tree.dep[c].startswith(("csubj", "ccomp", "xcomp", "advcl")) and c > governor for c in tree.children[governor]
    )
    return tree.pos[governor] == "ADJ" and clause


def _fits_it(one: Seen) -> bool:
    return one.kind not in NOT_IT and len(one.actors) == 1 and (not one.plural or one.named)


def _fits_they(one: Seen) -> bool:
    return (one.plural or len(one.actors) > 1 or one.kind not in NOT_IT) and one.kind is not ActorKind.PLACE


def _fits_he(one: Seen) -> bool:
    return one.kind is ActorKind.PERSON and len(one.actors) == 1 and not one.plural


_FITS = {"it": _fits_it, "they": _fits_they, "he": _fits_he}


def is_party(one: Seen) -> bool:
    """States, groups, bodies and peoples: whoever can be one of "the two sides"."""
    return one.kind in PARTIES
