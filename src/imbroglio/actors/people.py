"""Who bears which title in a text, and for whom people speak: "Canadian Foreign Minister X", "X, the leader of Y"."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date

from imbroglio.actors.named.find import Name
from imbroglio.actors.named.identity import Link
from imbroglio.actors.registry import Registry
from imbroglio.actors.tree import Tree
from imbroglio.knowledge.load import words
from imbroglio.model import Actor, ActorKind

NEAR = 2  # words between an owner and a title, as in "Canadian [Deputy Foreign] Minister"
LONGEST_OFFICE = 3  # words before a name that say what he was: "former Malian president"


@dataclass(slots=True)
class People:
    """Titles and sides of the people of one document."""

    tree: Tree
    registry: Registry
    actors: dict[str, Actor]
    on: date | None
    sides: dict[str, str] = field(default_factory=dict)  # person → actor id
    homes: dict[str, str] = field(default_factory=dict)  # person → id of a state that he does not speak for
    titles: dict[str, list[tuple[int, str]]] = field(default_factory=dict)  # title → (token, person)
    gone: set[str] = field(default_factory=set)  # persons who are said to hold their office no more

    def read(self, names: Sequence[Name], links: dict[int, Link]) -> None:
        """Note the titles that stand before names."""
        for k, name in enumerate(names):
            if k in links and self._is_gone(name):
                self.gone.add(links[k].actor.id)
            if name.title is None or k not in links:
                continue
            person = links[k].actor.id
            self.bears(person, name.title)
            owner = links.get(k - 1)
            near = owner is not None and self._beside(names[k - 1].end, name.title)
            if owner is not None and near and owner.actor.kind is not ActorKind.PERSON:
                party = self._of_party(names[k - 1].end, name.title)
                (self.homes if party else self.sides).setdefault(person, owner.actor.id)

    def _is_gone(self, name: Name) -> bool:
        """ "*Former* president X", "the *ousted* Malian leader Y"."""
        before = range(max(0, name.start - LONGEST_OFFICE), name.start)
        return any(self.tree.lower[i] in words("gone") and self._beside(i + 1, name.start) for i in before)

    def _beside(self, end: int, title: int) -> bool:
        """Whether a name that ends there can own the title: nothing but a few words between them."""
        between = range(end, title)
        return 0 <= len(between) <= NEAR and end <= title and all(self.tree.pos[i] != "PUNCT" for i in between)

    def _of_party(self, end: int, title: int) -> bool:
        """ "Syrian *rebel* leader", "Malian *opposition* leader": he speaks for no state, which is only his home."""
        nouns = [self.tree.noun(i) for i in range(end, title) if self.tree.words[i].islower()]
        return any(noun is not None and noun.use in {"fighter", "collective"} for noun in nouns)

    def bears(self, person: str, title: int) -> None:
        """Note that a person was called by the title at the token."""
        self.titles.setdefault(self.tree.lemma[title], []).append((title, person))

    def titled(self, token: int) -> str | None:
        """The person who bears the title that the token repeats: the last one before, else the first after.

        "The Secretary met Philippine Secretary X" tells of two.
        """
        held, line = self.titles.get(self.tree.lemma[token], []), self.tree.sentence
        before = [person for place, person in held if place < token]
        after = [person for place, person in held if line[place] > line[token]]
        return before[-1] if before else next(iter(after), None)

    def called(self, token: int) -> str | None:
        """The one person called so before, the word before the office included: "the *Prime Minister*"."""
        tree = self.tree
        held = self.titles.get(tree.lemma[token], [])
        same = {p for place, p in held if 0 < place < token and tree.lower[place - 1] == tree.lower[token - 1]}
        return same.pop() if len(same) == 1 else None

    def ruler(self, state: Actor) -> str | None:
        """The person named in the text who leads the state; None if there are several."""
        leaders = [a for a in self.registry.leader_of(state.id, self.on) if a in self.actors]
        return leaders[0] if len(leaders) == 1 else None

    def side(self, person: str) -> Actor | None:
        """Whom a person speaks for, by this text or the registry."""
        side = self.sides.get(person) or self.registry.state_of(person, self.on)
        return self.actors.get(side) or self.registry.get(side) if side else None
