"""Transcripts: "PRICE: We have seen the reports." Who speaks stands in capitals before a colon."""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter

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
    turns = [turn for i in _paragraphs(tree) if (turn := _turn(tree, i)) is not None]
    often = Counter(tree.word[turn.source] for turn in turns if turn.source is not None)
    return turns if max(often.values(), default=0) > 1 and len(often) > 1 else []


def outside(tree: Tree, quoted: list[Quoted], turns: list[Report]) -> list[Quoted]:
    """Quoted stretches without those that hold turns: marks around a whole transcript quote nobody in it."""
    starts = [tree.start[turn.head] for turn in turns]

    def holds_turn(q: Quoted) -> bool:
        n = bisect_right(starts, q.outer.start)
        return n < len(starts) and starts[n] < q.outer.end

    return [q for q in quoted if not holds_turn(q)]


def _paragraphs(tree: Tree) -> list[int]:
    """The first token of each paragraph."""
    return [i for i in range(len(tree)) if i == 0 or tree.para[i] != tree.para[i - 1]]


def _turn(tree: Tree, first: int) -> Report | None:
    end = next((k for k in range(first, len(tree)) if tree.para[k] != tree.para[first]), len(tree))
    name = first
    while name < end and (tree.word[name] in _MARKS or tree.pos[name] == "SPACE"):
        name += 1
    colon = name
    while colon < min(name + _LONGEST, end) and (tree.word[colon].isupper() or tree.word[colon] == "."):
        colon += 1
    if colon == name or colon + 1 >= end or tree.word[colon] != ":":
        return None
    last = end
    while name > first and tree.word[last - 1] in _MARKS:  # the mark that closes the whole transcript
        last -= 1
    return (
        Report((colon, colon), SAID, colon - 1, list(range(colon + 1, last)), quoted=True) if last > colon + 1 else None
    )
