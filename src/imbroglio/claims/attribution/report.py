"""One attribution over tokens, while it is being put together."""

from __future__ import annotations

from dataclasses import dataclass, field

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
