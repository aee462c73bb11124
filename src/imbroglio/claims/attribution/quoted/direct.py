"""Direct speech: gives every quoted stretch to the report that it belongs to."""

from __future__ import annotations

from bisect import bisect_left

from imbroglio.claims.attribution.indirect.nouns import announcement
from imbroglio.claims.attribution.quoted.marks import Quoted
from imbroglio.claims.attribution.report import Report, Shelf
from imbroglio.claims.tree import Tree
from imbroglio.knowledge.speech import SAID, load_speech

SCARE = 5  # a quoted phrase of up to so many words, without a verb, quotes a word rather than a speaker
_PREFIX = 6  # longest "name:" before a quotation
NEAR = 24  # words between a quotation and its cue
_STARTS = frozenset([".", "?", "!", ":", ",", ";", "—", "–", "--", "”", "’’", "''", "»", "…", ")"]) | {'"'}
_DASHES = frozenset("-–—―") | {"--"}


def attach(tree: Tree, quoted: list[Quoted], reports: list[Report], bare: list[Report]) -> None:
    """Extends reports to the whole quotations they touch, then finds speakers for what is left; changes the lists."""
    pieces = [(q, tokens) for q in quoted if (tokens := tokens_of(tree, q))]
    shelf, owing = Shelf(tree, reports), Shelf(tree, bare)
    for _, tokens in pieces:
        _take_in(tree, tokens, shelf)
    speeches: dict[int, list[list[int]]] = {}
    for q, tokens in pieces:
        if not q.depth and _speech(tree, tokens) and whole(tree, tokens):
            for n in range(tree.para[tokens[0]], tree.para[tokens[-1]] + 1):
                speeches.setdefault(n, []).append(tokens)
    for r in reports:
        _set_straight(tree, r, speeches.get(tree.para[r.head], []))
    last: Report | None = None
    for q, tokens in pieces:
        if q.depth:
            continue
        owner = _covering(tokens, shelf.near(tokens))
        if owner is None:
            owner = _find_speaker(tree, q, tokens, shelf.near(tokens), owing.near(tokens), last)
            if owner is None:
                continue
            if not owner.content:
                reports.append(owner)
            owner.extend(tokens)
            owner.quoted = True
            shelf.add(owner)
        if owner.quoted:
            last = owner
    bare[:] = [r for r in bare if not r.content]


def tokens_of(tree: Tree, q: Quoted) -> list[int]:
    """Tokens of the quoted stretch, its marks included."""
    a, b = bisect_left(tree.start, q.outer.start), bisect_left(tree.start, q.outer.end)
    if a and tree.end[a - 1] > q.inner.start:  # the mark sits inside a token
        a -= 1
    return list(range(a, b))


def _take_in(tree: Tree, tokens: list[int], shelf: Shelf) -> None:
    """A report cannot end in the middle of a quotation, nor reach out of one that it stands in."""
    inside = set(tokens)
    for r in shelf.near(tokens):
        if r.head in inside:
            r.content = [i for i in r.content if i in inside]
        elif len(tokens) > 2 and not inside.isdisjoint(r.content):
            inner = [i for i in r.content if i in inside]
            if len(inner) * 2 >= len(tokens) or r.content[0] in inside or r.content[-1] in inside or len(tokens) < 12:
                r.extend(tokens)
                r.quoted = r.quoted or _speech(tree, tokens)
                shelf.add(r)


def whole(tree: Tree, tokens: list[int]) -> bool:
    """Whether a quotation stands by itself, not as part of a sentence in the writer's voice: 'called it "a mess"'."""
    first = tokens[0]
    return first == 0 or tree.para[first - 1] != tree.para[first] or tree.word[first - 1] in _STARTS


def continues(tree: Tree, tokens: list[int]) -> bool:
    """Whether quoted words are the second half of a sentence: they begin small, behind a comma."""
    first = next((i for i in tokens if tree.pos[i] not in ("PUNCT", "SPACE")), tokens[0])
    return tokens[0] > 0 and tree.word[first].islower() and tree.word[tokens[0] - 1] == ","


def _set_straight(tree: Tree, r: Report, speeches: list[list[int]]) -> None:
    """Where a whole quotation stands right before the cue, or behind its colon, it is the content, not what follows."""
    for tokens in speeches:
        inside = set(tokens)
        if r.head in inside or not inside.issubset(r.content) or _goes_on_in(tree, r, tokens):
            continue
        before = tokens[-1] < r.cue[0] and r.cue[0] - tokens[-1] <= NEAR
        between = range(tokens[-1] + 1, r.cue[0]) if before else range(r.cue[1] + 1, tokens[0])
        behind = r.cue[1] < tokens[0] and tree.word[tokens[0] - 1] in (",", ":") and len(between) <= NEAR
        if (before or behind) and not any(tree.pos[i] == "VERB" or tree.word[i] in ".?!;" for i in between):
            whole = {
                i for other in speeches for i in other if other[0] >= tokens[0] and tree.para[i] == tree.para[r.head]
            }
            r.content = [i for i in r.content if i in whole]
            return


def _goes_on_in(tree: Tree, r: Report, tokens: list[int]) -> bool:
    """Whether quoted words go on with what is reported: 'The lawyers, he said, “have no case”'."""
    return r.content[0] < tokens[0] and continues(tree, tokens)


def _speech(tree: Tree, tokens: list[int]) -> bool:
    """Whether quoted words are speech rather than a word in inverted commas."""
    return len(tokens) - 2 > SCARE or any(tree.pos[i] in ("VERB", "AUX") for i in tokens)


def _covering(tokens: list[int], reports: list[Report]) -> Report | None:
    inside = set(tokens)
    found = [r for r in reports if r.head not in inside and len(inside.intersection(r.content)) * 2 > len(tokens)]
    return min(found, key=lambda r: len(r.content), default=None)


def _find_speaker(
    tree: Tree, q: Quoted, tokens: list[int], reports: list[Report], bare: list[Report], last: Report | None
) -> Report | None:
    speech = _speech(tree, tokens)
    owing = [r for r in bare if not r.content]
    near = _adjacent(tree, tokens, owing) if speech or _set_off(tree, tokens) else None
    named = near or _named_before(tree, tokens) or (_announced(tree, tokens) if speech else None)
    named = named or (_named_behind(tree, tokens) if speech else None)
    if named is not None:
        return named
    if not speech:
        return None
    split = _adjacent(tree, tokens, [r for r in reports if r.quoted])
    if split is not None:
        return split
    if last is not None and (q.goes_on or _same_breath(tree, last, tokens)):
        return last
    return None


def _adjacent(tree: Tree, tokens: list[int], reports: list[Report]) -> Report | None:
    """The nearest cue in the same paragraph with only its own clause between it and the quotation."""
    best, distance = None, 40
    for r in reports:
        if tree.para[r.head] != tree.para[tokens[0]] or tokens[0] <= r.head <= tokens[-1]:
            continue
        behind = r.head > tokens[-1]
        first, end = (tokens[-1], r.cue[0]) if behind else (r.cue[1], tokens[0])
        stops = sum(tree.word[i] in ".?!" for i in range(first + 1, end))
        if behind and tree.word[tokens[-1] - 1] == "." and tree.sent[r.head] != tree.sent[tokens[-1]]:
            continue  # the next sentence reports something else
        if stops == 0 and end - first < distance:
            best, distance = r, end - first
    return best


def _set_off(tree: Tree, tokens: list[int]) -> bool:
    before = tree.word[tokens[0] - 1] if tokens[0] else ""
    return before in (",", ":") or tree.word[tokens[-1] - 1] == ","


def _named_before(tree: Tree, tokens: list[int]) -> Report | None:
    """'PKK: "…"': a short name and a colon at the start of a line or sentence."""
    colon = tokens[0] - 1
    if colon < 1 or tree.word[colon] != ":":
        return None
    first = colon
    while (
        first > 0
        and colon - first <= _PREFIX
        and tree.para[first - 1] == tree.para[colon]
        and tree.word[first - 1] not in ".?!;"
    ):
        first -= 1
    words = [i for i in range(first, colon) if tree.pos[i] not in ("SPACE", "PUNCT")]
    if not words or colon - first > _PREFIX or any(tree.pos[i] in ("VERB", "AUX") for i in words):
        return None
    nominal = [i for i in words if tree.pos[i] in ("PROPN", "NOUN")]
    return Report((colon, colon), SAID, _top(tree, nominal)) if nominal else None


def _announced(tree: Tree, tokens: list[int]) -> Report | None:
    """'The ministry released a statement: "…"'."""
    colon = tokens[0] - 1
    if colon < 1 or tree.word[colon] != ":":
        return None
    return announcement(tree, list(range(tree.sents[tree.sent[colon]][0], colon)), load_speech())


def _named_behind(tree: Tree, tokens: list[int]) -> Report | None:
    """'"…" — X': a dash and a name up to the end of the line."""
    dash = next((i for i in range(tokens[-1] + 1, len(tree)) if tree.pos[i] != "SPACE"), len(tree))
    if dash >= len(tree) or tree.word[dash] not in _DASHES or tree.para[dash] > tree.para[tokens[-1]] + 1:
        return None
    words = [i for i in range(dash + 1, min(len(tree), dash + 14)) if tree.para[i] == tree.para[dash]]
    if not words or tree.pos[words[0]] not in ("PROPN", "NOUN", "DET") or any(tree.pos[i] == "VERB" for i in words[:4]):
        return None
    nominal = [i for i in words[:4] if tree.pos[i] in ("PROPN", "NOUN")]
    return Report((dash, dash), SAID, _top(tree, nominal)) if nominal else None


def _top(tree: Tree, words: list[int]) -> int:
    """The word that the others hang on."""
    return next((i for i in words if tree.head[i] == i or tree.head[i] not in words), words[-1])


def _same_breath(tree: Tree, last: Report, tokens: list[int]) -> bool:
    """Further words of the speaker: later in the paragraph, or in a paragraph of nothing but speech right behind."""
    end = max(last.cue[1], last.content[-1] if last.content else 0)
    here, there = tree.para[tokens[0]], tree.para[end]
    if here == there:
        return True
    before = next((i for i in range(tokens[0] - 1, -1, -1) if tree.pos[i] != "SPACE"), None)
    behind = next((i for i in range(tokens[-1] + 1, len(tree)) if tree.pos[i] != "SPACE"), None)
    alone = all(i is None or tree.para[i] != here for i in (before, behind))
    return alone and here - there == 1
