"""When a relation is said to hold."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from imbroglio.claims.time.dates import resolve
from imbroglio.claims.time.tense import perfect, predicate, tense
from imbroglio.claims.tree import Tree, tree_of
from imbroglio.knowledge.time import TimeWords, calendar, load_time
from imbroglio.model import Document, Interval
from imbroglio.model.interval import Tense

if TYPE_CHECKING:
    from imbroglio.language.plain import Doc

_DEPTH = 8
_ADVERBIAL = ("obl", "advmod", "nmod", "advcl", "obl:tmod", "obl:unmarked")
_COUNTS = frozenset({"once", "twice", "times"})
_UP = ("xcomp", "conj", "obj", "nsubj:pass", "obl", "nmod", "compound", "advcl", "acl")


def when(doc: Doc, token: int, document: Document, state: bool | None = None, background: bool = False) -> Interval:
    """The interval of the relation that `token` says: its tense, and the dates that its clause states.

    `state` is true for relations that are states ("backs"), false for deeds ("attacked"), None where the verb decides.
    `background` is true for what a modifier presupposes ("Iran-backed"): that holds now, unless it is called former.
    """
    tree, words = tree_of(doc), load_time()
    if background:
        past = any(tree.lower[k] in words.former for k in (*tree.kids[token], *tree.kids[tree.head[token]]))
        return Interval("past", "stated") if past else Interval("present")
    found: Tense = tense(doc, token, state)
    if tree.lower[token] in words.former:
        return Interval("past", "stated", words=tree.word[token])
    for phrase in _expressions(tree, token, words):
        text = tree.text[tree.start[phrase[0]] : tree.end[phrase[-1]]]
        drift = next((words.adverbs[tree.lower[i]] for i in phrase if tree.lower[i] in words.adverbs), None)
        if (
            tree.lower[phrase[0]] in ("since", "for")
            and perfect(tree, token)
            and (state or not _once(tree, token, phrase))
        ):
            found = "present"  # "has armed them since 2014" still does
        stretch = resolve(text, document.published, ahead=found == "future")
        if len(phrase) == 1 and drift and not stretch:
            return Interval(found if drift == "present" else drift, "stated", words=text)
        if stretch is not None:
            return Interval(found, "stated", stretch.start, stretch.end, stretch.exact, text)
        if drift or _since(tree, phrase):
            return Interval(found, "stated", words=text)
    return Interval(found)


def _once(tree: Tree, token: int, phrase: list[int]) -> bool:
    """ "Since then" and "three times since May" tell of deeds that were done in between."""
    v = predicate(tree, token)
    counted = v is not None and any(tree.lower[k] in _COUNTS for k in tree.kids[v])
    return tree.lower[phrase[0]] == "since" and (tree.lower[phrase[-1]] in ("since", "then") or counted)


def _since(tree: Tree, phrase: list[int]) -> bool:
    """ "Since the coup", "until the truce": stated, though no calendar tells the day."""
    return tree.lower[phrase[0]] in ("since", "until", "till", "before", "after", "during")


def _expressions(tree: Tree, token: int, words: TimeWords) -> Iterator[list[int]]:
    """Phrases of time that hang on the token or, above it, on the same clause; those nearest to it first."""
    days = calendar()
    below = token
    i = token
    for _ in range(_DEPTH):
        for k in sorted(tree.kids[i], key=lambda k: abs(k - token)):
            if (k != below and tree.dep[k] in _ADVERBIAL) or tree.dep[k].startswith(("obl", "advmod")):
                phrase = tree.trim(tree.subtree(k))
                if phrase and k != below and _of_time(tree, k, phrase, words, days):
                    yield phrase[:12]
        if tree.head[i] == i or tree.dep[i] not in _UP or (tree.dep[i] == "acl" and tree.pos[i] == "VERB"):
            return
        below, i = i, tree.head[i]


def _of_time(tree: Tree, k: int, phrase: list[int], words: TimeWords, days: frozenset[str]) -> bool:
    if len(phrase) == 1:
        return tree.lower[k] in words.adverbs or tree.lower[k] in days
    if tree.dep[k] == "advcl":
        return tree.lower[phrase[0]] in ("since", "until", "till")
    head = tree.lower[k]
    year = head.isdigit() and len(head) == 4
    timed = head in days or year or (head.rstrip("s").isdigit() and len(head) == 5)
    timed = timed or (any(tree.lower[i] in words.months for i in phrase) and tree.lower[phrase[0]] in words.openers)
    boundary = tree.lower[phrase[0]] in ("since", "until", "till") or tree.lower[k] in ("ago", "earlier", "longer")
    return timed or boundary
