"""Which country a text is about at each point, for "the army" and "rebels" that name none."""

from __future__ import annotations

from bisect import bisect
from collections.abc import Container, Mapping, Sequence
from dataclasses import dataclass, field

from imbroglio.actors.antecedents import BANDS
from imbroglio.actors.harm import meeting
from imbroglio.actors.named.find import Name
from imbroglio.actors.named.links import Link
from imbroglio.actors.named.metonyms import located
from imbroglio.actors.patrons import gives
from imbroglio.actors.registry import Registry
from imbroglio.actors.tree import Tree
from imbroglio.knowledge.lexicon import load_lexicon
from imbroglio.knowledge.load import words
from imbroglio.model import Actor, ActorKind

DISTANCE, AFTER = 0.4, 0.5  # what a sentence between costs, and that the country is only named later
GROUND, HOME, ACTOR = 3.0, 2.0, 1.0  # a country as the ground of events, as home of its army, as any other actor
VENUE = 0.5  # or only as where parties meet and sign
REBELS = 1.9  # or as home of an armed group: its war is there, while a state may be in it from afar
NEAREST = 40  # uses before and after that count
HOMES = frozenset({"organ", "government", "fighter", "people", "place"})
SIDED = frozenset({"on", "in", "at", "along", "from", "near"})
SEATED = frozenset({"in", "at"})
ABROAD = frozenset({"held"})  # places that armies keep in other countries: "American bases", "a Russian post"


@dataclass(slots=True)
class Theatre:
    """Uses of countries in order: `(token, sentence, state id, weight)`."""

    uses: list[tuple[int, int, str, float]] = field(default_factory=list)
    patrons: frozenset[str] = frozenset()  # states that give to others, while nothing places the war there

    def at(self, token: int, sentence: int, least: float = 0.0, but: Container[str] = ()) -> str | None:
        """The state that the words around the token are about, but for some; None if no use of that weight is there."""
        scores: dict[str, float] = {}
        middle = bisect(self.uses, (token, 0, "", 0.0))
        for place, line, state, weight in self.uses[max(0, middle - NEAREST) : middle + NEAREST]:
            if weight >= least and state not in but:
                gap = abs(sentence - line) * DISTANCE + (AFTER if place > token else 0.0)
                scores[state] = scores.get(state, 0.0) + weight / (1.0 + gap)
        return max(scores, key=lambda s: scores[s]) if scores else None

    def ground(self, token: int, sentence: int) -> str | None:
        """The only state on whose ground the sentence, as far as the token, says that things happen."""
        middle = bisect(self.uses, (token, 0, "", 0.0))
        near = self.uses[max(0, middle - NEAREST) : middle]
        states = {state for _, line, state, weight in near if line == sentence and weight == GROUND}
        return states.pop() if len(states) == 1 else None


def theatre_of(tree: Tree, registry: Registry, names: Sequence[Name], links: Mapping[int, Link]) -> Theatre:
    """The theatre of a text from its linked names."""
    theatre = Theatre()
    demonyms = {names[k].head for k, link in links.items() if link.form == "demonym"}
    giving: set[str] = set()
    homes: set[str] = set()
    for k, link in links.items():
        name, actor = names[k], link.actor
        state = actor if actor.kind is ActorKind.STATE else registry.get(actor.country or "")
        if state is None or actor.kind is ActorKind.MEDIA or (actor is state and _stands_behind(tree, name.head)):
            continue
        side = _side_of(tree, name.head)
        if side == name.head or side not in demonyms:  # not of the Arauca on whose "Venezuelan bank" it is
            weight = GROUND if side is not None and side in demonyms else _weight(tree, name, link)
            theatre.uses.append((name.head, tree.sentence[name.head], state.id, weight))
            gives_here = weight == ACTOR and gives(tree, name.head)
            home = (weight > ACTOR or actor is not state) and not name.dateline
            (giving if gives_here else homes if home else set()).add(state.id)
    if any(at not in tree.dateline for at, _, _, _ in theatre.uses):  # then a dateline says where it was written
        theatre.uses = [(at, n, s, VENUE if at in tree.dateline else w) for at, n, s, w in theatre.uses]
    theatre.uses.sort()
    theatre.patrons = frozenset(giving - homes)
    return theatre


def _weight(tree: Tree, name: Name, link: Link) -> float:
    """How much a name says of where a text is set."""
    actor = link.actor
    if tree.lemma[tree.head[name.head]] in words("borders"):  # "near the Libyan border" is not in Libya
        return VENUE
    stands_for_ground = link.form == "name" and actor.kind is ActorKind.STATE and located(tree, name.head)
    ground = actor.kind is ActorKind.PLACE or name.dateline or stands_for_ground
    if ground and not _elsewhere(tree, name.head):
        return VENUE if is_venue(tree, name.head) or _sits_there(tree, name.head) else GROUND
    governor = tree.noun(tree.head[name.head])
    at_home = governor is not None and governor.use in HOMES and governor.word not in words("hired")
    if link.form == "demonym" and governor is not None and at_home and governor.group not in ABROAD:
        return HOME
    return REBELS if _is_at_war(actor) else ACTOR


def _sits_there(tree: Tree, token: int) -> bool:
    """ "A broker in *Dubai*", "a diplomat in *Djibouti*, the capital of *Djibouti*", "a ship chartered in *Malta*".

    No war is where these sit.
    """
    who, place = tree.head[token], token
    if tree.dep[who] == "appos" and tree.case(token) == "of":
        place, who = tree.head[who], tree.head[tree.head[who]]
    if tree.dep[who].startswith("acl") and tree.lower[who] in words("registered"):
        return True
    called = {tree.lemma[who], *(tree.lemma[k] for k in tree.kids(who, "compound", "amod"))}
    if tree.case(place) in SEATED and not called.isdisjoint(words("watching")):
        return True
    noun = tree.noun(who)
    return noun is not None and noun.word in words("trading") and tree.case(place) in SEATED


def _stands_behind(tree: Tree, token: int) -> bool:
    """Whether a country is named as who backs somebody: "*Iran*-backed", "fighters trained by *Iran*"."""
    if tree.case(token) == "by":
        return tree.dep[tree.head[token]] == "acl"
    tied = token + 2 < len(tree) and tree.words[token + 1] == "-"
    return tied and tree.lower[token + 2] in words("stance")


def _side_of(tree: Tree, token: int) -> int | None:
    """The word that says whose side of a place it is: "the *Lebanese* side of the Golan", by that word or the place."""
    side = tree.head[token]
    places = [k for k in tree.kids(side, "nmod") if tree.case(k) == "of" and k > side]
    if tree.case(side) not in SIDED or not places or token not in (*places, *tree.kids(side, "amod")):
        return None
    return next(tree.kids(side, "amod"), None)


def is_venue(tree: Tree, place: int) -> bool:
    """Whether a place is where parties talk or sign: "talks with the government *in Doha*", "signed in Doha"."""
    governor = tree.head[place]
    if tree.case(place) not in SEATED:
        return False
    for _ in range(2):  # "a truce with the government in Geneva" is read as a government that is in Geneva
        if tree.dep[governor].partition(":")[0] in {"nmod", "obl"} and tree.case(governor) == "with":
            governor = tree.head[governor]
    topics = load_lexicon().groups["talks"] | load_lexicon().groups["pact"]
    said_of = tree.head[governor] if tree.dep[governor].startswith("acl") else governor  # "the accord signed in Doha"
    objects = [k for k in tree.kids(governor, "obj", "nsubj") if tree.dep[k] != "nsubj"]
    return tree.lemma[governor] in meeting() or any(tree.lemma[i] in topics for i in (said_of, *objects))


def _elsewhere(tree: Tree, head: int) -> bool:
    """ "Drones from Iran", "the road to China", "dealers in Bulgaria": things and people that are somewhere else."""
    noun = tree.noun(tree.head[head])
    if tree.case(head) == "in" and noun is not None and noun.use == "office" and noun.group == "others":
        return True
    return tree.case(head) == "from" or (tree.case(head) == "to" and tree.pos[tree.head[head]] == "NOUN")


def _is_at_war(actor: Actor) -> bool:
    """An armed group that its country's government does not send: the RSF, but not the Africa Corps."""
    sent = any(bond.kind == "part_of" and bond.target == actor.country for bond in actor.bonds)
    return actor.kind in BANDS and not sent
