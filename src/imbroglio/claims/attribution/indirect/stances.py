"""Stances in adjectives and nouns: "confident that …", "Iran's pledge to …", "criticism of …"."""

from __future__ import annotations

from collections.abc import Iterator

from imbroglio.claims.attribution.indirect.contents import preposition_of
from imbroglio.claims.attribution.report import Report
from imbroglio.claims.tree import Tree
from imbroglio.knowledge.speech import Manner, Speech

_BELIEF = Manner("believe", ("clause",), voice=True, hedged=True)
_STANCE = Manner("stance", ("object",))
_HEARSAY = Manner("hearsay", ("clause",), unnamed=True)
_ABOUT = frozenset({"about", "of", "over", "with", "at"})
_OWNERS = frozenset({"by", "from", "of", "among"})


def stance_reports(tree: Tree, speech: Speech) -> Iterator[Report]:
    """All reports that an adjective or a noun of stance makes, in order of the text."""
    for n, pos in enumerate(tree.pos):
        if pos in ("ADJ", "VERB") and tree.lower[n] in speech.attitudes:
            yield from _adjective(tree, n, speech)
        elif pos == "NOUN" and tree.lemma[n] in speech.stances:
            yield from _noun(tree, n, speech.stances[tree.lemma[n]])


def hearsay_reports(tree: Tree, speech: Speech, found: list[Report]) -> Iterator[Report]:
    """ "The army reportedly shelled the town": said by nobody in particular, unless somebody is named for it too."""
    heads = {r.head for r in found}
    named = {i for r in found for i in r.content}
    for n, word in enumerate(tree.lower):
        if word in speech.hearsay and tree.pos[n] == "ADV" and tree.dep[n] == "advmod" and n not in named:
            clause = tree.head[n]
            apart = [n, *tree.children(clause, "parataxis", "advcl", "conj", "mark", "cc")]
            content = tree.subtree(clause, without=apart)
            if tree.pos[clause] in ("VERB", "AUX", "ADJ") and heads.isdisjoint(content) and len(content) > 1:
                yield Report((n, n), _HEARSAY, None, content, voice=False)


def _adjective(tree: Tree, n: int, speech: Speech) -> Iterator[Report]:
    clause = next((k for k in tree.children(n, "ccomp", "csubj", "advcl") if k > n and _finite(tree, k)), None)
    source = tree.child(n, "nsubj")
    if source is None or source > n or tree.lower[source] in ("i", "you", "it", "there", "this", "that"):
        return
    if clause is not None:
        yield Report((n, n), _BELIEF, source, tree.subtree(clause))
        return
    thing = next((k for k in tree.children(n, "obl", "advcl") if k > n and preposition_of(tree, k) in _ABOUT), None)
    if thing is not None:
        yield Report((n, n), _STANCE, source, tree.subtree(thing)[1:], voice=False)


def _finite(tree: Tree, k: int) -> bool:
    """A clause with "that", "whether" and the like, or with a subject of its own."""
    return tree.lower[tree.left[k]] in ("that", "whether", "if", "who", "what", "how", "why", "when", "where") or (
        tree.dep[k] == "ccomp" and tree.child(k, "nsubj") is not None
    )


def _noun(tree: Tree, n: int, prepositions: frozenset[str]) -> Iterator[Report]:
    """ "Iran's pledge to …", "criticism of the raid by the mayor": only with somebody whose stance it is."""
    things = [k for k in tree.children(n, "acl", "nmod", "advcl") if k > n and preposition_of(tree, k) in prepositions]
    if not things:
        return
    owners = [k for k in tree.children(n, "nmod") if k not in things]
    owner = next((k for k in owners if tree.dep[k] == "nmod:poss" or tree.case(k) in _OWNERS), None)
    if owner is not None and tree.lower[owner] not in ("my", "your", "our"):
        content = tree.subtree(things[0])
        yield Report((n, n), _STANCE, owner, content if tree.lower[content[0]] == "to" else content[1:], voice=False)
