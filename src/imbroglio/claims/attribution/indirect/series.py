"""One speaker's reports in a row: "she said the road was open and warned that …", "he said …, noting that …".

A parser hangs the second reporting verb on the first one's content, as if somebody in it had spoken.
"""

from __future__ import annotations

from imbroglio.claims.attribution.report import Report
from imbroglio.claims.tree import Tree

_PERSONAL = frozenset({"he", "she", "they", "it", "i", "we"})
_ADDING = frozenset({"say", "grounds"})


def set_in_series(tree: Tree, reports: list[Report], spoken: set[int]) -> None:
    """Takes a speaker's second report out of the first one's content and names its speaker; changes the reports.

    `spoken` are the tokens between quotation marks, where a speaker's own words are left alone.
    """
    at: dict[int, list[Report]] = {}
    for r in reports:
        for i in range(r.cue[0], r.cue[1] + 1):
            if tree.pos[i] == "VERB" and i not in spoken:
                at.setdefault(i, []).append(r)
    for outer in sorted(reports, key=lambda r: r.head):
        v = next((i for i in range(outer.cue[0], outer.cue[1] + 1) if tree.pos[i] == "VERB"), None)
        if v is None or outer.source is None or outer.head in spoken or not outer.voice:
            continue
        for k in [i for i in outer.content if i in at and i > v]:
            if _again(tree, v, k) or any(_adding(tree, v, k, r) for r in at[k]):
                own = set(range(_start(tree, k), tree.right[k] + 1))
                outer.content = [i for i in outer.content if i not in own]
                for r in at[k]:
                    r.source = outer.source


def _start(tree: Tree, k: int) -> int:
    first = tree.left[k]
    while first > 0 and (tree.pos[first - 1] == "CCONJ" or tree.word[first - 1] == ","):
        first -= 1
    return first


def _again(tree: Tree, v: int, k: int) -> bool:
    """Whether a verb coordinated with the content has the cue's form and can hardly have the content's subject."""
    if tree.dep[k] != "conj" or tree.children(k, "nsubj", "aux") or _form(tree, v) != (form := _form(tree, k)):
        return False
    first = tree.head[k]
    while tree.dep[first] == "conj" and tree.head[first] != v:
        first = tree.head[first]
    subject = tree.child(first, "nsubj")
    if subject is None:
        return False
    other = _form(tree, first) != form or tree.pos[first] != "VERB" or tree.child(first, "aux") is not None
    return other or tree.lower[subject] in _PERSONAL


def _adding(tree: Tree, v: int, k: int, r: Report) -> bool:
    """ "…, noting that": a participle set off by a comma behind what a finite cue reports."""
    set_off = tree.lower[k].endswith("ing") and "," in (tree.word[tree.left[k]], tree.word[k - 1], tree.word[k - 2])
    return (
        set_off and tree.dep[k] in ("advcl", "conj") and r.manner.name in _ADDING and not tree.lower[v].endswith("ing")
    )


def _form(tree: Tree, v: int) -> str:
    word = tree.lower[v]
    if word.endswith("ing"):
        return "participle"
    return "present" if word in (tree.lemma[v], tree.lemma[v] + "s", tree.lemma[v][:-1] + "ies") else "past"
