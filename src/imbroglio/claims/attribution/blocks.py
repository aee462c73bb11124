"""Reports that introduce what follows: 'The article notes:' above a paragraph, 'Radio X: …' before a sentence."""

from __future__ import annotations

from imbroglio.claims.attribution.marks import Quoted
from imbroglio.claims.attribution.report import Report
from imbroglio.claims.attribution.speakers import Sources
from imbroglio.claims.tree import Tree
from imbroglio.knowledge.speech import SAID

_PREFIX = 6  # longest "name:" at the start of a line


def introduce(tree: Tree, quoted: list[Quoted], reports: list[Report], bare: list[Report], sources: Sources) -> None:
    """Gives reports that end in a colon at a paragraph's end the paragraphs that follow; changes the lists."""
    lines = _paragraphs(tree)
    opening = [_introduction(tree, line, reports, bare) for line in lines]
    for n, found in enumerate(opening):
        if found is None:
            continue
        following = lines[n + 1 :]
        stop = next((k for k, later in enumerate(opening[n + 1 :]) if later is not None), len(following))
        block = [i for line in _extent(tree, following[:stop], quoted, bare) for i in line]
        if block:
            if found in bare:
                bare.remove(found)
                reports.append(found)
            found.extend(block)
            found.quoted = True
    for line in lines:
        reports += _prefixed(tree, line, sources)


def _paragraphs(tree: Tree) -> list[list[int]]:
    out: list[list[int]] = []
    for i in range(len(tree)):
        if tree.pos[i] == "SPACE":
            continue
        if not out or tree.para[i] != tree.para[out[-1][-1]]:
            out.append([])
        out[-1].append(i)
    return out


def _introduction(tree: Tree, line: list[int], reports: list[Report], bare: list[Report]) -> Report | None:
    """The report whose content a paragraph's last sentence, ending in a colon, still owes."""
    if tree.word[line[-1]] != ":":
        return None
    sentence = {i for i in line if tree.sent[i] == tree.sent[line[-1]]}
    owing = [r for r in bare if r.head in sentence]
    owing += [r for r in reports if r.manner is SAID and r.head in sentence and r.source is not None]
    return max(owing, key=lambda r: r.head, default=None)


def _extent(tree: Tree, following: list[list[int]], quoted: list[Quoted], bare: list[Report]) -> list[list[int]]:
    """Paragraphs that an introduction covers: while quotation marks go on, or plain text until somebody is quoted."""
    if not following:
        return []
    spans = [q.outer for q in quoted if not q.depth]
    told = [r.head for r in bare]
    inside = [any(s.start <= tree.start[line[0]] < s.end for s in spans) for line in following]
    if not inside[0]:
        talk = [any(line[0] <= i <= line[-1] for i in told) for line in following]
        return following[: talk.index(True, 1)] if True in talk[1:] else following
    return following[: inside.index(False)] if False in inside else following


def _prefixed(tree: Tree, line: list[int], sources: Sources) -> list[Report]:
    """ "Radio X: …" where X publishes or is a person or people that speak; a place before a colon is only a topic."""
    colon = next((n for n, i in enumerate(line[1 : _PREFIX + 1], 1) if tree.word[i] == ":"), None)
    if colon is None or colon + 2 >= len(line):
        return []
    words = [i for i in line[:colon] if tree.pos[i] in ("PROPN", "NOUN")]
    if not words or any(tree.pos[i] in ("VERB", "AUX") for i in line[:colon]):
        return []
    head = next((i for i in words if tree.head[i] not in words), words[-1])
    if not (sources.outlet(head) or tree.lemma[words[-1]] in sources.speech.people):
        return []
    return [Report((line[colon], line[colon]), SAID, head, line[colon + 1 :])]
