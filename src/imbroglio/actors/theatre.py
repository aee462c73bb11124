"""Which country a text is about at each point, for "the army" and "rebels" that name none."""

from __future__ import annotations

from bisect import bisect
from collections.abc import Container, Mapping, Sequence
from dataclasses import dataclass, field

from imbroglio.actors.named.find import Name
from imbroglio.actors.named.links import Link
from imbroglio.actors.named.metonyms import located
from imbroglio.actors.registry import Registry
from imbroglio.actors.tree import Tree
from imbroglio.model import Actor, ActorKind

DISTANCE, AFTER = 0.4, 0.5  # what a sentence between costs, and that the country is only named later
GROUND, HOME, ACTOR = 3.0, 2.0, 1.0  # a country as the ground of events, as home of its army, as any other actor
REBELS = 1.9  # or as home of an armed group: its war is there, while a state may be in it from afar
NEAREST = 40  # uses before and after that count
_WARRING = frozenset({ActorKind.GROUP, ActorKind.UMBRELLA})
HOMES = frozenset({"organ", "government", "fighter", "people", "place"})
ABROAD = frozenset({"held"})  # places that armies keep in other countries: "American bases", "a Russian post"


@dataclass(slots=True)
class Theatre:
    """Uses of countries in order: `(token, sentence, state id, weight)`."""

    uses: list[tuple[int, int, str, float]] = field(default_factory=list)

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
    for k, link in links.items():
        name, actor = names[k], link.actor
        state = actor if actor.kind is ActorKind.STATE else registry.get(actor.country or "")
        if state is None or actor.kind is ActorKind.MEDIA:
            continue
        stands_for_ground = link.form == "name" and actor is state and located(tree, name.head)
        ground = actor.kind is ActorKind.PLACE or name.dateline or stands_for_ground
        governor = tree.noun(tree.head[name.head])
        home = (
            link.form == "demonym" and governor is not None and governor.use in HOMES and governor.group not in ABROAD
        )
        ground = ground and not _elsewhere(tree, name.head)
        weight = HOME if home else GROUND if ground else REBELS if _is_at_war(actor) else ACTOR
        theatre.uses.append((name.head, tree.sentence[name.head], state.id, weight))
    theatre.uses.sort()
    return theatre


def _elsewhere(tree: Tree, head: int) -> bool:
    """ "Drones from Iran", "the road to China", "dealers in Bulgaria": things and people that are somewhere else."""
    noun = tree.noun(tree.head[head])
    if tree.case(head) == "in" and noun is not None and noun.use == "office" and noun.group == "others":
        return True
    return tree.case(head) == "from" or (tree.case(head) == "to" and tree.pos[tree.head[head]] == "NOUN")


def _is_at_war(actor: Actor) -> bool:
    """An armed group that its country's government does not send: the RSF, but not the Africa Corps."""
    sent = any(bond.kind == "part_of" and bond.target == actor.country for bond in actor.bonds)
    return actor.kind in _WARRING and not sent
