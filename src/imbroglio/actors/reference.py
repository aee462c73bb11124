"""Who "it", "they" and "the group" are: the actors spoken of before, the likeliest first."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Sequence
from dataclasses import dataclass, field
from functools import lru_cache

from imbroglio.actors import antecedents
from imbroglio.actors.harm import backing, harming
from imbroglio.actors.settled import certain
from imbroglio.actors.settled.matters import of_a_matter
from imbroglio.actors.tree import Tree
from imbroglio.knowledge import load
from imbroglio.knowledge.lexicon import load_lexicon
from imbroglio.knowledge.load import words
from imbroglio.model import Actor, ActorKind, Mention

SINGULAR = frozenset({"it", "its", "itself"})
PLURAL = frozenset({"they", "them", "their", "theirs", "themselves"})
NOT_IT = frozenset({ActorKind.PERSON, ActorKind.POPULATION})
NO_SIDES = frozenset({ActorKind.PLACE, ActorKind.MEDIA})
PARTIES = frozenset(ActorKind) - NO_SIDES - {ActorKind.PERSON}
REACH = {"it": 3, "they": 3, "he": 6}  # sentences that a pronoun looks back
TOWARD = frozenset({"with", "on", "against", "to", "for", "from"})  # behind a deed: whom it is done to
NEXT = 5  # words between a name and "its allies" that is listed with it
FARTHEST = 40  # sentences that any reference looks back; bounds what a long text costs
EMPTY = frozenset({"rain", "snow", "seem", "appear", "happen", "matter", "emerge"})  # verbs whose "it" is no one
ROLES = {"nsubj": 1.5, "obj": 1.0, "iobj": 1.0, "obl": 0.7, "nmod": 0.5, "root": 1.2, "appos": 0.6}  # how salient
OTHER_ROLE, MAIN, DEMONYM, SHARED = 0.4, 0.5, 0.1, 0.3


@dataclass(frozen=True, slots=True)
class Seen:
    """One earlier mention as an antecedent; `weight` is higher the closer it is to the subject of a main clause."""

    token: int
    sentence: int
    actors: tuple[str, ...]
    kind: ActorKind
    name: str
    form: str
    plural: bool
    weight: float
    main: bool = False  # the subject of a main clause
    lemma: str = ""  # of a description's noun
    use: str = ""  # how that noun is used
    tells: antecedents.Telling = ""  # only reports what others do

    @property
    def named(self) -> bool:
        return self.form in {"name", "metonym"}


@dataclass(slots=True)
class Discourse:
    """What has been mentioned so far, in order."""

    tree: Tree
    seen: list[Seen] = field(default_factory=list)
    counts: dict[str, int] = field(default_factory=dict)  # mentions so far, by actor
    _states: dict[str, str] = field(default_factory=dict)  # whose the bodies are that were mentioned
    joined: dict[int, tuple[str, ...]] = field(default_factory=dict)  # actors of coordinations, by first token

    def add(self, mention: Mention, actors: Sequence[Actor]) -> None:
        """Remember a mention, and the coordination it ends: "Russia and Iran" as one antecedent of "they"."""
        tree, token = self.tree, mention.head
        dep = tree.dep[token].partition(":")[0]
        main = antecedents.leads_line(tree, token)
        weight = DEMONYM if mention.form == "demonym" else ROLES.get(dep, OTHER_ROLE) + (MAIN if main else 0.0)
        if dep == "conj":
            weight = max(weight, self._join(token, mention.actors, actors[0].kind) - SHARED)
        acronym = mention.form == "name" and tree.words[token].isupper()  # "ISIS" looks like a plural to parsers
        plural = tree.number[token] == "plural" and actors[0].kind is not ActorKind.STATE and not acronym
        if mention.form == "pronoun":
            plural = tree.lower[token] in PLURAL
        noun = tree.noun(token) if mention.form == "description" else None
        lemma, use = (tree.lemma[token], noun.use) if noun else ("", "")
        several, name = plural or len(actors) > 1, actors[0].name
        if mention.form == "name":  # as it stands here: "ELN" is not taken up by "the army"
            name = tree.text(mention.start, mention.end)
        where = token, tree.sentence[token], mention.actors
        tells = antecedents.tells(tree, token, actors[0])
        self.seen.append(Seen(*where, actors[0].kind, name, mention.form, several, weight, main, lemma, use, tells))
        self._states |= {a.id: a.country for a in actors if a.kind is ActorKind.BODY and a.country}
        for actor in mention.actors:
            self.counts[actor] = self.counts.get(actor, 0) + 1

    def _join(self, token: int, actors: tuple[str, ...], kind: ActorKind) -> float:
        """Remember a coordination with the member at the token; returns its weight."""
        first = self.tree.head[token]
        weight = ROLES.get(self.tree.dep[first].partition(":")[0], OTHER_ROLE) + SHARED
        before = self.joined.get(first) or next((one.actors for one in reversed(self.seen) if one.token == first), ())
        self.joined[first] = both = tuple(dict.fromkeys([*before, *actors]))
        if before and len(both) > len(before):
            where = token, self.tree.sentence[token], both
            main = antecedents.leads_line(self.tree, first)
            self.seen.append(Seen(*where, kind, "", "description", plural=True, weight=weight, main=main))
        return weight

    def back(self, token: int, fits: Callable[[Seen], bool], reach: int = FARTHEST) -> Iterator[Seen]:
        """Earlier mentions that fit, the nearest first."""
        line = self.tree.sentence[token]
        for one in reversed(self.seen):
            if line - one.sentence > reach + 1:  # a mention may be read one sentence early
                return
            if one.token < token and line - one.sentence <= reach and fits(one):
                yield one

    def candidates(self, token: int) -> list[tuple[Seen, list[str]]]:
        """Possible antecedents of a personal pronoun with their features; none for an "it" that stands for nothing."""
        sort = sort_of(self.tree.lower[token])
        if sort == "it" and (empty(self.tree, token) or of_a_matter(self.tree, token, {o.token for o in self.seen})):
            return []
        if antecedents.of_reporters(self.tree, token, {o.token for o in self.seen}):
            return []
        barred = self._around(token) - {certain.some_of(self.tree, token)}
        beside = self.beside(token)
        beside |= {(state,) for one in beside for actor in one if (state := self._states.get(actor))}
        near = self.back(token, _FITS[sort], REACH[sort])
        found = [one for one in near if one.token not in barred and one.actors not in beside]
        found = [one for one in found if not antecedents.hears(self.tree, token, one)]
        found = [one for one in found if not antecedents.weighs(self.tree, token, one)] or found
        found = [one for one in found if not antecedents.mistitled(self.tree, token, one)]
        if sort == "they" and any(self.speaks_of_itself(token, one) for one in found):
            found = [one for one in found if one.plural or one.sentence == self.tree.sentence[token]]
        found = antecedents.doers(self.tree, token, found) if sort != "he" else found
        if sort == "they":
            found = antecedents.they(self.tree, token, antecedents.together(self.tree, token, found))
        elif sort == "it":
            found = antecedents.of_a_state(self.tree, token, antecedents.one_alone(self.tree, token, found))
        return [(one, self.features(token, one, rank)) for rank, one in enumerate(found)]

    def beside(self, token: int) -> set[tuple[str, ...]]:
        """Who stands in the same clause as another party, by whatever words."""
        return {one.actors for one in self.back(token, lambda one: self.bound(token, one.token), 0)}

    def actors_beside(self, token: int) -> set[str]:
        """The same, each actor by itself."""
        return {actor for actors in self.beside(token) for actor in actors}

    def speaks_of_itself(self, token: int, one: Seen) -> bool:
        """ "*Rebels* say that X sends *them* arms": no state of the sentences before is meant."""
        tree = self.tree
        over = tree.head[one.token] in tree.ancestors(token) and tree.dep[one.token] == "nsubj"
        return one.plural and over and tree.sentence[one.token] == tree.sentence[token]

    def _around(self, token: int) -> set[int]:
        """Heads of the phrases that the pronoun is in; in "the States and its allies" it may be the States.

        "The *soldiers* in X, *where* they fight" may be the soldiers: the clause is one of X.
        """
        found: set[int] = set()
        while self.tree.head[token] != token and self.tree.dep[token] != "conj":
            clause, token = token, self.tree.head[token]
            if not any(self.tree.lower[k] == "where" for k in self.tree.kids(clause, "advmod")):
                found.add(token)
        return found

    def pronoun(self, token: int, but: Collection[str] = ()) -> Seen | None:
        """The likeliest antecedent of a personal pronoun, not one of the actors `but`, or None where none fits."""
        table = weights()[sort_of(self.tree.lower[token])]
        found = [one for one in self.candidates(token) if set(one[0].actors).isdisjoint(but)]
        if any(antecedents.is_he(self.tree, token, one) for one, _ in found):
            found = [one for one in found if one[0].sentence >= self.tree.sentence[token] - 1]
            over = any(antecedents.is_he(self.tree, token, one, over=True) for one, _ in found)
            found = [one for one in found if not over or one[0].sentence == self.tree.sentence[token]]
        if self.tree.lower[token + 1 : token + 2] == ["own"]:  # "starves *its own* people": of whoever does it
            found = [one for one in found if "its own subject" in one[1]] or found
        tree = self.tree
        rules = (
            certain.own_speaker,
            certain.says_more,
            certain.denier,
            certain.charged,
            certain.some_of,
            certain.own_part,
            certain.acted_on,
            certain.relates,
            certain.helped_too,
            certain.itself,
        )
        surely = (self._fellow(token), *(rule(tree, token) for rule in rules))
        for sure in (*surely, certain.goes_on(tree, token, {one.token for one, _ in found})):
            found = [one for one in found if one[0].token == sure] or found
        scores = [sum(table.get(feature, 0.0) for feature in features) for _, features in found]
        return found[scores.index(max(scores))][0] if found else None

    def _fellow(self, token: int) -> int | None:
        """ "Russia and *its* allies", "the army and the men who back *it*": who stands before them in the list."""
        tree, listed, near = self.tree, self.tree.head[token], NEXT
        is_object = tree.dep[token] in {"obj", "iobj"}
        while is_object and tree.dep[listed] in {"xcomp", "advcl"} and tree.head[listed] < token:
            listed = tree.head[listed]  # "the army and the men *sent to reinforce it*"
        if is_object and tree.dep[listed].startswith("acl"):
            listed, near = tree.head[listed], 3 * NEXT
        elif not tree.possessive(token):
            return None
        first = tree.head[listed]
        return first if tree.dep[listed] == "conj" and first < token <= first + near else None

    def features(self, token: int, one: Seen, rank: int) -> list[str]:
        """What speaks for or against an antecedent, as names of weights in `knowledge/reference.yaml`."""
        tree = self.tree
        gap = tree.sentence[token] - one.sentence
        first = antecedents.first_of(tree, one)
        dep, own = tree.dep[first].partition(":")[0], tree.dep[token].partition(":")[0]
        role = "possessor" if tree.possessive(one.token) else "subject" if dep == "nsubj" else dep
        found = [
            f"gap {min(gap, 3)}",
            f"rank {min(rank, 6)}",
            f"far {min((token - one.token) // 8, 6)}",
            f"role {role}",
            f"form {one.form}",
            f"kind {one.kind}",
            f"mentions {min(self.counts.get(one.actors[0], 0), 4)}",
            "plural" if one.plural else "singular",
        ]
        if one.main:
            found.append("main subject" if gap == 0 else "main subject before")
        if dep == own:
            found.append("both subjects" if role == "subject" else "same role")
        if len(one.actors) > 1:
            found.append("several")
        if tree.first(one.token) or (one.token and tree.first(one.token - 1)):
            found.append("opens its sentence")
        return found + (self._near(token, one, role) if gap == 0 else [])

    def _near(self, token: int, one: Seen, role: str) -> list[str]:
        """Syntax between a pronoun and an antecedent in its own sentence."""
        ancestors = list(self.tree.ancestors(token))
        if one.token in ancestors:
            return ["coordinated with it"]
        if self.tree.head[one.token] not in ancestors:
            return ["other branch"]
        depth = min(ancestors.index(self.tree.head[one.token]), 3)
        sort = role if role in {"subject", "obj"} else "other"
        found = [f"over it {sort} {depth}"]
        if self.tree.possessive(token):
            found.append(f"possessive {sort}")
        if sort == "subject":
            found += self._rules(token, one.token, ancestors)
        return found

    def _rules(self, token: int, subject: int, ancestors: list[int]) -> list[str]:
        """Whether the subject is that of the pronoun's own clause, and whether it says what the pronoun is in."""
        tree, verb = self.tree, self.tree.head[subject]
        below = [token, *ancestors][: ancestors.index(verb) + 1]
        inside = [i for i in below if any(True for _ in tree.kids(i, "nsubj")) and i != token]
        found = [] if inside else ["its own subject"]
        if any(tree.dep[i] in {"ccomp", "parataxis"} for i in below):
            found.append("says it possessive" if tree.possessive(token) else f"says it as {self._as(token)}")
        return found

    def _as(self, token: int) -> str:
        return "subject" if self.tree.dep[token].startswith("nsubj") else "other"

    def bound(self, token: int, other: int) -> bool:
        """Two arguments of one verb are not the same party ("Iran armed it")."""
        tree = self.tree
        if tree.possessive(token):
            return self._harms_own(token, other) or self._backs_fight(token, other)
        if tree.lower[token].endswith(("self", "selves")):
            return False
        arguments = ("nsubj", "obj", "iobj", "obl")
        if tree.dep[token] == "nmod" and tree.case(token) in TOWARD and tree.dep[tree.head[token]] == "obj":
            token = tree.head[token]  # "X has no alliance *with the jihadists*"
        while tree.dep[other] == "conj" and tree.head[other] != other:
            other = tree.head[other]
        if not (tree.dep[token].startswith(arguments) and tree.dep[other].startswith(arguments)):
            return False
        verb = tree.head[token]
        if tree.dep[other] == "nsubj":
            verb = self._shared_by(verb)  # "X has stopped aid to Y but still sells *it* rifles"
        return verb == tree.head[other] or self._acts_on(tree.head[token], other)

    def _shared_by(self, verb: int) -> int:
        """The first of several verbs with one subject."""
        tree = self.tree
        while tree.dep[verb] == "conj" and tree.head[verb] < verb and not any(True for _ in tree.kids(verb, "nsubj")):
            verb = tree.head[verb]
        return verb

    def _harms_own(self, owner: int, other: int) -> bool:
        """Nobody kills his own: "X and Y killed thirteen of *its* soldiers", "accused X of attacking *its* troops"."""
        tree, hurt = self.tree, self.tree.head[owner]
        for _ in range(2):  # "thirteen of", "dozens of"
            if tree.case(hurt) == "of" and tree.dep[hurt].startswith("nmod"):
                hurt = tree.head[hurt]
        verb = tree.head[hurt]
        if tree.dep[hurt] not in ("obj", "nsubj:pass") or tree.lemma[verb] not in harming():
            return False
        while tree.dep[other] == "conj" and tree.head[other] != other:
            other = tree.head[other]
        acts = tree.dep[other] == "nsubj" if tree.dep[hurt] == "obj" else tree.case(other) == "by"
        return (acts and tree.head[other] == verb) or self._acts_on(verb, other)

    def _backs_fight(self, owner: int, other: int) -> bool:
        """ "X will support *its fight* against Z": that of another."""
        tree, fight = self.tree, self.tree.head[owner]
        verb = tree.head[fight]
        backed = tree.dep[fight] == "obj" and tree.lemma[fight] in words("own_causes") and tree.lemma[verb] in backing()
        return backed and tree.dep[other].startswith("nsubj") and tree.head[other] in (verb, self._shared_by(verb))

    def _acts_on(self, verb: int, other: int) -> bool:
        """Whoever has an aim does not aim at himself: "the militia joined hands with Y to crush *the rebels*"."""
        tree, above = self.tree, self.tree.head[verb]
        if tree.dep[verb] not in ("xcomp", "advcl") or any(True for _ in tree.kids(verb, "nsubj")):
            return False
        links = {"of", "for"} if tree.lower[above] in load_lexicon().judging else {"of"}
        charged = any(tree.lower[k] in links for k in tree.kids(verb, "mark", "case"))  # "accused X of attacking"
        controlled = (charged or tree.dep[verb] == "xcomp") and any(True for _ in tree.kids(above, "obj"))
        helped = controlled and tree.lemma[above] in load_lexicon().helping  # "helped Y fight *the rebels*"
        if (helped or not controlled) and tree.dep[other] == "nsubj":
            return tree.head[other] in (above, self._shared_by(above))  # "X said so and agreed not *to fight them*"
        return controlled and tree.dep[other] == "obj" and tree.head[other] == above


def sort_of(word: str) -> str:
    """Which weights a pronoun takes: it, they or he."""
    return "it" if word in SINGULAR else "they" if word in PLURAL else "he"


@lru_cache(maxsize=1)
def weights() -> dict[str, dict[str, float]]:
    """Weights of the features by sort of pronoun, fitted by `benchmarks/reference.py`."""
    tables = load.data("reference.yaml")
    return {sort: {name: float(value) for name, value in table.items()} for sort, table in tables.items()}


def empty(tree: Tree, token: int) -> bool:
    """An "it" that stands for no one: "it is unclear whether", "it rained"."""
    governor = tree.head[token]
    if tree.dep[token].startswith("expl") or tree.lemma[governor] in EMPTY:
        return True
    clauses = (c for c in tree.kids(governor, "csubj", "ccomp", "xcomp", "advcl") if c > governor)
    return tree.pos[governor] == "ADJ" and next(clauses, None) is not None


def is_party(one: Seen) -> bool:
    """States, groups, bodies and peoples: whoever can be one of "the two sides"."""
    return one.kind in PARTIES


_FITS: dict[str, Callable[[Seen], bool]] = {
    "it": lambda one: one.kind not in NOT_IT and len(one.actors) == 1 and (one.named or not one.plural),
    "they": lambda one: one.kind is not ActorKind.PLACE and (one.plural or one.kind not in NOT_IT),
    "he": lambda one: one.kind is ActorKind.PERSON and len(one.actors) == 1 and not one.plural,
}
