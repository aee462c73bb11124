"""From the linear program to a proof: cycles are added until none is missed, then cases are told apart.

A case fixes one tie as frustrated or not. Every case ends with a weighting of cycles that proves it (see
`certificate`), or the time is up and what it has proved so far counts.
"""

from __future__ import annotations

from dataclasses import dataclass, field

import numpy as np

from imbroglio.analysis.balance.certificate import Certificate, Fork, Leaf
from imbroglio.analysis.balance.covering import Answer, Covering
from imbroglio.analysis.balance.heuristic import descended, split
from imbroglio.graph.signed.graph import Ints

SEEDS = ((5, 0.3), (15, 0.2))  # rounds of the first cycles and how fast ties grow longer in them
STALLED, PROGRESS = 4, 0.02  # rounds without closing that share of the gap, after which cases are told apart
DEEPEST = 200


@dataclass
class Search:
    """Looks for a split that frustrates less than `side`, or for the proof that there is none.

    With `fixed` ties (1 frustrated, 0 not) it looks among the splits that keep to them. `found` is the frustration to
    go below; it falls, and `side` changes, with each better split.
    """

    covering: Covering
    side: Ints
    deadline: float
    seed: int = 0
    fixed: dict[int, int] = field(default_factory=dict)
    found: int = field(init=False)

    def __post_init__(self) -> None:
        self.found = self.covering.graph.frustration(self.side)

    def run(self) -> Certificate:
        """The proof; `side` and `found` are then the best split seen."""
        leaf = self.covering.pack(self.side)
        if self.covering.least(leaf, {}) >= self.found:
            self.covering.root = leaf
            return Certificate(tuple(self.covering.cycles), leaf)
        for rounds, growth in SEEDS:
            self.covering.seed(self.side, rounds, growth, self.deadline)
            answer = self.covering.solve(self.deadline)
            if answer is None:
                break
            leaf = self._stronger(leaf, answer, {})
            if self._proves(answer):
                break
            self._take(split(self.covering.graph, self.seed, thorough=True))
        tree = self._case(self.fixed, leaf)
        return Certificate(tuple(self.covering.cycles), tree)

    def least(self) -> tuple[int, Leaf | None]:
        """What the splits that keep to the fixed ties do not go below, as far as the time allows, and the weighting of
        cycles that says so, if one was enough."""
        tree = self._case(self.fixed, Leaf({}))
        return self.covering.least(tree, self.fixed), tree if isinstance(tree, Leaf) else None

    def _proves(self, answer: Answer) -> bool:
        return self.covering.lattice.up(answer.value - 1e-6 * self.covering.unit) >= self.found

    def _case(self, fixed: dict[int, int], known: Leaf) -> Leaf | Fork:
        answer, leaf = self._tighten(fixed, known)
        if not fixed:
            self.covering.root = leaf
        if answer is None or len(fixed) >= DEEPEST or self.covering.least(leaf, fixed) >= self.found:
            return leaf
        tie = self._choice(answer)
        branches: dict[int, Leaf | Fork] = {}
        for value in (1, 0):
            self.covering.fix(tie, value)
            branches[value] = self._case({**fixed, tie: value}, leaf)
            self.covering.fix(tie, None)
        return Fork(tie, branches[0], branches[1])

    def _tighten(self, fixed: dict[int, int], leaf: Leaf) -> tuple[Answer | None, Leaf]:
        """Add missed cycles until the case is proved, none is missed, or it does not help any more; without an answer,
        if the time is up, but with the best weighting until then."""
        best, stalled, last = -np.inf, 0, None
        while (answer := self.covering.solve(self.deadline)) is not None:
            last = answer
            if self._proves(answer):
                break
            self._round(answer, fixed)
            stalled = 0 if answer.value - best > PROGRESS * (self.found - answer.value) else stalled + 1
            best = max(best, answer.value)
            if stalled >= STALLED or not self._missed(answer, fixed):
                break
        return answer, leaf if last is None else self._stronger(leaf, last, fixed)

    def _stronger(self, leaf: Leaf, answer: Answer, fixed: dict[int, int]) -> Leaf:
        """The weighting of the answer, if it proves as much as `leaf` does."""
        proof = self.covering.leaf(answer.packing)
        return proof if self.covering.least(proof, fixed) >= self.covering.least(leaf, fixed) else leaf

    def _missed(self, answer: Answer, fixed: dict[int, int]) -> int:
        """Add cycles that are missed: through the tie that was fixed last if there are any, else through all actors."""
        near = self.covering.ends[next(iter(fixed))] if fixed and fixed == self.fixed else None
        added = self.covering.separate(answer.ties, fixed, near) if near is not None else 0
        return added or self.covering.separate(answer.ties, fixed)

    def _choice(self, answer: Answer) -> int:
        """The tie that the program is least sure of, the heaviest of such."""
        doubt = np.minimum(answer.ties, 1 - answer.ties)
        return int(np.argmax(doubt * np.sqrt(np.array(self.covering.weight))))

    def _round(self, answer: Answer, fixed: dict[int, int]) -> None:
        """A split in the sense of the program: ties that it leaves in peace agree, and fixed ones are as they must."""
        from imbroglio.analysis.balance.loops.paths import spanning_split

        graph, ties = self.covering.graph, list(fixed)
        changes, keys, weight = self.covering.changes.copy(), answer.ties.copy(), graph.weight.copy()
        if ties:
            turned = np.array([fixed[tie] for tie in ties])
            changes[ties] ^= turned
            keys[ties] = -1.0
            weight[ties] = np.where(changes[ties] == 1, -1, 1) * int(np.abs(weight).sum())
        order = np.argsort(keys, kind="stable")
        self._take(descended(graph, spanning_split(self.covering.ends, changes, order, graph.actors), weight))

    def _take(self, side: Ints) -> None:
        graph = self.covering.graph
        found = graph.frustration(side)
        if found < self.found and all(graph.frustrated(side)[tie] == value for tie, value in self.fixed.items()):
            self.side, self.found = side, found
