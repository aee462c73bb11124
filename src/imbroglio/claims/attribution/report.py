"""One attribution over tokens, while it is being put together."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from imbroglio.claims.tree import Tree
from imbroglio.knowledge.speech import Manner


@dataclass(slots=True)
class Report:
    """Somebody (`source`, the head of a phrase) by a `cue` puts `content` (sorted tokens) forward.

    `relay` is the head of the outlet that passes it on: "X told *the Herald*". `resumed` is an earlier report whose
    speaker goes on without being named again. A report without a source hides its speaker: "is said to".
    """

    cue: tuple[int, int]  # first and last token
    manner: Manner
    source: int | None = None
    content: list[int] = field(default_factory=list)
    relay: int | None = None
    voice: bool = True
    kind: str = "indirect"
    resumed: Report | None = None
    cited: bool = False  # "citing X": X is inside whatever is reported with the same words
    colon: int = -1  # where an introduction ends
    quoted: bool = False  # holds at least one whole quotation

    @property
    def head(self) -> int:
        """The first cue word: where the report hangs in a larger one."""
        return self.cue[0]

    def extend(self, tokens: list[int]) -> None:
        """Add tokens to the content."""
        self.content = sorted({*self.content, *tokens})


class Shelf:
    """Reports by the paragraphs that they touch, so that a long document costs no more a line than a short one."""

    def __init__(self, tree: Tree, reports: Iterable[Report]) -> None:
        self._para = tree.para
        self._reports: dict[int, dict[int, Report]] = {}
        for r in reports:
            self.add(r)

    def add(self, r: Report) -> None:
        """Put a report where it belongs; again when it has grown."""
        for n in {self._para[r.head], *(self._para[i] for i in r.content)}:
            self._reports.setdefault(n, {})[id(r)] = r

    def near(self, tokens: list[int]) -> list[Report]:
        """The reports in the paragraphs of these tokens."""
        found: dict[int, Report] = {}
        for n in range(self._para[tokens[0]], self._para[tokens[-1]] + 1):
            found.update(self._reports.get(n, {}))
        return list(found.values())
