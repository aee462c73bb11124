"""Transcripts: "PRICE: We have seen the reports." Who speaks stands in capitals before a colon."""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter

from imbroglio.claims.attribution.quoted.blocks import paragraphs
from imbroglio.claims.attribution.quoted.marks import Quoted
from imbroglio.claims.attribution.report import Report
from imbroglio.claims.tree import Tree
from imbroglio.knowledge.speech import SAID

_LONGEST = 8  # tokens of a speaker's name with rank: "LT. GEN. STEPHEN J. TOWNSEND"
_MARKS = frozenset({"“", '"', "”", "‘", "’", "''", "``"})


def speaker_turns(tree: Tree) -> list[Report]:
    """The turns of a transcript, each to the end of its paragraph; none unless somebody speaks twice.

    A single line of that shape is a headline's: "WATCH: …", "UPDATE: …".
    """
    turns = [turn for line in paragraphs(tree) if (turn := _turn(tree, line)) is not None]
    often = Counter(tree.word[turn.source] for turn in turns if turn.source is not None)
    return turns if max(often.values(), default=0) > 1 and len(often) > 1 else []


def outside(tree: Tree, quoted: list[Quoted], turns: list[Report]) -> list[Quoted]:
    """Quoted stretches without those that hold turns: marks around a whole transcript quote nobody in it."""
    starts = [tree.start[turn.head] for turn in turns]

    def holds_turn(q: Quoted) -> bool:
        n = bisect_right(starts, q.outer.start)
        return n < len(starts) and starts[n] < q.outer.end

    return [q for q in quoted if not holds_turn(q)]


def _turn(tree: Tree, line: list[int]) -> Report | None:
    name = next((n for n, i in enumerate(line) if tree.word[i] not in _MARKS), len(line))
    colon = name
    while colon < min(name + _LONGEST, len(line)) and (
        tree.word[line[colon]].isupper() or tree.word[line[colon]] == "."
    ):
        colon += 1
    if colon == name or colon + 1 >= len(line) or tree.word[line[colon]] != ":":
        return None
    content = line[colon + 1 :]
    while name and content and tree.word[content[-1]] in _MARKS:  # the mark that closes the whole transcript
        content.pop()
    return Report((line[colon], line[colon]), SAID, line[colon - 1], content, quoted=True) if content else None
