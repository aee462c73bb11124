"""Reports that introduce what follows: 'The article notes:' above a paragraph, 'Radio X: …' before a sentence."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from itertools import takewhile

from imbroglio.claims.attribution.indirect.nouns import announcement
from imbroglio.claims.attribution.quoted.direct import whole
from imbroglio.claims.attribution.quoted.marks import Quoted
from imbroglio.claims.attribution.report import Report
from imbroglio.claims.attribution.speakers import Sources
from imbroglio.claims.tree import Tree
from imbroglio.knowledge.speech import SAID

_HEADING = 24  # words before a colon that opens a statement
_OPENING = frozenset({"“", "‘", "«", '"', "''", "``"})
_PREFIX = 6  # longest "name:" at the start of a line


def introduce(tree: Tree, quoted: list[Quoted], reports: list[Report], bare: list[Report], sources: Sources) -> None:
    """Gives reports that end in a colon the text that follows; changes the lists.

    What a text or an outlet "notes:" is an excerpt of one paragraph, or as long as the quotation marks go on. What a
    person or body "said:" in plain text is a statement: it runs to the end, or until somebody else is introduced or
    quoted.
    """
    lines = paragraphs(tree)
    at: dict[int, list[Report]] = {}
    for r in [*bare, *reports]:
        at.setdefault(tree.sent[r.cue[1]], []).append(r)
    opening = [_introduction(tree, line, at, sources) for line in lines]
    told = _quoting(tree, quoted, [*reports, *bare])
    for n, found in enumerate(opening):
        if found is None:
            continue
        later = next((k for k in range(n + 1, len(lines)) if opening[k] is not None), len(lines))
        following = lines[n + 1 : later]
        rest = [i for i in lines[n] if i > found.colon]
        if rest:
            following = [rest, *following]
        block = [i for line in _extent(tree, found, following, quoted, told, sources) for i in line]
        if block:
            if not found.content:
                reports.append(found)
            found.content = sorted({*found.content, *block}) if found.manner is SAID else block
            found.quoted = True
    bare[:] = [r for r in bare if not r.content]
    turns = {r.cue for r in reports}
    for line in lines:
        reports += [r for r in _prefixed(tree, line, sources) if r.cue not in turns]


def paragraphs(tree: Tree) -> list[list[int]]:
    """The tokens of each paragraph, without spaces."""
    out: list[list[int]] = []
    for i in range(len(tree)):
        if tree.pos[i] == "SPACE":
            continue
        if not out or tree.para[i] != tree.para[out[-1][-1]]:
            out.append([])
        out[-1].append(i)
    return out


def _quoting(tree: Tree, quoted: list[Quoted], reports: list[Report]) -> set[int]:
    """Paragraphs in which somebody is named and quoted."""
    starts = [bisect_left(tree.start, q.outer.start) for q in quoted if not q.depth]
    speech = {tree.para[i] for i in starts if i < len(tree) and whole(tree, [i])}
    return speech & {tree.para[r.head] for r in reports if r.source is not None}


def _introduction(tree: Tree, line: list[int], at: dict[int, list[Report]], sources: Sources) -> Report | None:
    """The report whose content stands behind the colon that ends a paragraph, or behind "X said:" at its start."""
    colon = line[-1] if tree.word[line[-1]] == ":" else _early_colon(tree, line)
    if colon is None:
        return None
    sentence = {i for i in line if tree.sent[i] == tree.sent[colon] and i < colon}
    owing = [r for r in at.get(tree.sent[colon], ()) if r.cue[1] < colon and r.source is not None and not r.quoted]
    owing = [r for r in owing if not r.content or r.manner is SAID or r.content[-1] > colon]
    found = max(owing, key=lambda r: r.head, default=None) or announcement(tree, sorted(sentence), sources.speech)
    if found is not None:
        found.colon = colon
    return found


def _early_colon(tree: Tree, line: list[int]) -> int | None:
    """The colon of "Anna Berg said: We will …" where plain text follows in the same paragraph."""
    for n, i in enumerate(line[1:_HEADING], 1):
        if tree.word[i] == ":" and tree.pos[line[n - 1]] == "VERB" and n + 1 < len(line):
            return i if tree.word[line[n + 1]] not in _OPENING else None
    return None


def _extent(
    tree: Tree, found: Report, following: list[list[int]], quoted: list[Quoted], told: set[int], sources: Sources
) -> list[list[int]]:
    if not following:
        return []
    spans = [q.outer for q in quoted if not q.depth]
    starts = [s.start for s in spans]

    def inside(line: list[int]) -> bool:
        n = bisect_right(starts, tree.start[line[0]]) - 1
        return n >= 0 and tree.start[line[0]] < spans[n].end

    if inside(following[0]):
        return list(takewhile(inside, following))
    if found.source is not None and (sources.outlet(found.source) or tree.lemma[found.source] in sources.speech.texts):
        return following[:1]
    return following[:1] + list(takewhile(lambda line: tree.para[line[0]] not in told, following[1:]))


def _prefixed(tree: Tree, line: list[int], sources: Sources) -> list[Report]:
    """ "Radio X: …" where X publishes or is a person or people that speak; a place before a colon is only a topic."""
    colon = next((n for n, i in enumerate(line[1 : _PREFIX + 1], 1) if tree.word[i] == ":"), None)
    if colon is None or colon + 2 >= len(line):
        return []
    words = [i for i in line[:colon] if tree.pos[i] in ("PROPN", "NOUN")]
    if not words or any(tree.pos[i] in ("VERB", "AUX") for i in line[:colon]):
        return []
    head = next((i for i in words if tree.head[i] == i or tree.head[i] not in words), words[-1])
    person = tree.entity[head] == "PERSON" or tree.lemma[words[-1]] in sources.speech.people
    text = tree.lemma[head] in sources.speech.texts and head == line[colon - 1] and tree.lower[line[0]] != "editor"
    told = any(tree.pos[i] in ("VERB", "AUX") for i in line[colon + 1 :])
    if not (sources.outlet(head) or person or text) or not told:
        return []
    return [Report((line[colon], line[colon]), SAID, head, line[colon + 1 :])]
