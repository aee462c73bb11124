"""Whether a name is that of somebody who gives from afar: "*Iran* armed it", "weapons from *Libya*"."""

from __future__ import annotations

from collections.abc import Iterator

from imbroglio.actors.harm import aiding
from imbroglio.actors.tree import Tree
from imbroglio.knowledge.lexicon import load_lexicon

CLAUSES = ("conj", "xcomp")  # whose subject is that of the verb above
CHARGES = ("advcl", "ccomp", "xcomp", "acl")


def gives(tree: Tree, token: int) -> bool:
    """Whether the name at the token is that of whoever arms, funds or trains somebody, or whence the means come."""
    while tree.dep[token] == "conj" and tree.head[token] != token:
        token = tree.head[token]
    verb, dep, case = tree.head[token], tree.dep[token], tree.case(token)
    if dep == "nsubj":
        return _is_abroad(tree, verb) or any(_aids(tree, one) for one in _deeds(tree, token, verb))
    if dep in {"obj", "obl"} and any(_charged(tree, one) for one in tree.kids(verb, *CHARGES) if one > token):
        return True  # "accused X of arming Y"
    if any(_aids(tree, one) for one in tree.kids(token, "acl") if tree.dep[one] == "acl:relcl"):
        return True
    if case == "by":
        return any(tree.dep[k].startswith("nsubj:pass") for k in tree.kids(verb, "nsubj")) and _aids(tree, verb)
    if dep.startswith("obl") and case in {"on", "from"}:
        lexicon = load_lexicon()
        receives = tree.lower[verb] in lexicon.lean or tree.lemma[verb] in lexicon.get
        return receives or (case == "from" and any(_is_thing(tree, k) for k in tree.kids(verb, "obj", "nsubj")))
    return case in {"", "from"} and dep != "nsubj" and _is_thing(tree, verb)


def clients(tree: Tree, token: int) -> Iterator[int]:
    """Whom the accuser helps, where a charge of helping the phrase stands: X in "A, which funds X, accused B of arming
    *the rebels*"."""
    charge = next((up for up in tree.ancestors(token) if tree.dep[up] in CHARGES and _charged(tree, up)), None)
    if charge is None:
        return
    accuser = next(tree.kids(tree.head[charge], "nsubj"), None)
    first = tree.head[tree.head[charge]] if tree.dep[tree.head[charge]] == "conj" else tree.head[charge]
    if accuser is None:
        accuser = next(tree.kids(first, "nsubj"), None)
    for verb in _deeds(tree, accuser, first) if accuser is not None else ():
        if _aids(tree, verb):
            yield from tree.kids(verb, "obj", "iobj", "obl")


def _deeds(tree: Tree, token: int, verb: int) -> Iterator[int]:
    """The verbs that have the token for a subject: its own, those joined to it, and those of a clause about it."""
    yield verb
    yield from (one for one in tree.kids(verb, *CLAUSES) if not any(True for _ in tree.kids(one, "nsubj")))
    yield from (one for one in tree.kids(token, "acl") if tree.dep[one] == "acl:relcl")


def _aids(tree: Tree, verb: int) -> bool:
    """Whether a verb tells that somebody is given help or means."""
    lexicon = load_lexicon()
    lemma = lexicon.verb(tree.lemma[verb], tree.lower[verb])
    objects = list(tree.kids(verb, "obj", "iobj", "nsubj"))
    means = lemma in lexicon.give and any(_is_thing(tree, k) for k in objects)
    paid = tree.lower[verb] in lexicon.owe and tree.lemma[verb] != "meet"
    return means or paid or lemma in aiding()


def _charged(tree: Tree, verb: int) -> bool:
    of = any(tree.lower[k] in {"of", "for"} for k in tree.kids(verb, "mark", "case"))
    return of and _aids(tree, verb)


def _is_thing(tree: Tree, token: int) -> bool:
    return tree.pos[token] == "NOUN" and load_lexicon().nominals.get(tree.lower[token]) in load_lexicon().things


def _is_abroad(tree: Tree, verb: int) -> bool:
    """ "Near X, *where* Sorbia has troops": who has some there has sent them."""
    return tree.dep[verb] == "acl:relcl" and any(tree.lower[k] == "where" for k in tree.kids(verb, "advmod"))
