"""An "it" that is a deal, a charge or a mutiny, and no party."""

from __future__ import annotations

from collections.abc import Collection, Iterator

from imbroglio.actors.antecedents import reports
from imbroglio.actors.harm import aiding, harming, judging
from imbroglio.actors.tree import Tree
from imbroglio.knowledge.lexicon import load_lexicon
from imbroglio.knowledge.load import words
from imbroglio.knowledge.speech import load_speech

SHARING = frozenset({"conj", "xcomp", "advcl", "acl"})  # clauses whose subject is that of the verb above
PLACES = frozenset({"obj", "nsubj:pass", "obl", "obl:agent"})


def of_a_matter(tree: Tree, token: int, parties: Collection[int]) -> bool:
    """Whether an "it" stands for no party; `parties` are the heads of the mentions so far."""
    if tree.dep[token] == "nsubj":
        return _opens_another(tree, token)
    if tree.possessive(token):
        return _has_a_crew(tree, token)
    if tree.dep[token] not in PLACES:
        return False
    return _is_told(tree, token) or _is_kept(tree, token) or _is_judged(tree, token) or _goes_on(tree, token, parties)


def _opens_another(tree: Tree, token: int) -> bool:
    """ "*The deal* spared Idlib. *It* exempted X": the subject of the sentence before."""
    line = tree.sentence[token]
    if not tree.first(token) or reports(tree, tree.head[token]):
        return False
    for i in range(token - 1, -1, -1):
        if line - tree.sentence[i] > 1:
            return False
        if tree.sentence[i] == line - 1 and tree.dep[i] == "root":
            return any(is_matter(tree, k) for k in tree.kids(i, "nsubj"))
    return False


def _has_a_crew(tree: Tree, token: int) -> bool:
    """ "Shot down *a jet*, killing *its pilot*": a machine has one."""
    owned = tree.head[token]
    verb = tree.head[tree.head[owned]]
    crew = tree.lemma[owned] in words("crews") and tree.dep[owned] in {"obj", "nsubj:pass"}
    return crew and any(k < token for k in (*tree.kids(tree.head[owned], "obj"), *tree.kids(verb, "obj", "nsubj:pass")))


def _is_told(tree: Tree, token: int) -> bool:
    """ "Kyiv denies *it*": what is denied is what somebody said; "denied *it* arms" is of a party."""
    verb = tree.head[token]
    alone = tree.dep[token] == "obj" and sum(1 for _ in tree.kids(verb, "obj", "iobj")) == 1
    said = tree.lemma[verb] in words("of_what_is_said")
    return alone and said and not any(tree.case(k) == "of" for k in tree.kids(verb, "obl"))


def _is_kept(tree: Tree, token: int) -> bool:
    """ "Signed *it*", "will not be bound by *it*": a deal."""
    verb, case = tree.lemma[tree.head[token]], tree.case(token)
    return verb in words("of_deals") if not case else f"{verb} {case}" in words("of_deals_with")


def _is_judged(tree: Tree, token: int) -> bool:
    """Whether an "it" that is praised or condemned is a deal, plan or talks spoken of just before.

    "They rejected *the plan*. France criticised it."
    """
    verb = tree.head[token]
    judged = tree.lemma[verb] in judging() or _is_called_a_thing(tree, verb)
    if tree.dep[token] not in {"obj", "nsubj:pass"} or not judged:
        return False
    for i in range(token - 1, -1, -1):
        if tree.sentence[token] - tree.sentence[i] > 1:
            return False
        if is_matter(tree, i):
            return tree.dep[i].partition(":")[0] in {"obj", "obl", "nsubj"}
    return False


def is_matter(tree: Tree, token: int) -> bool:
    """Whether the token is a noun of a deal, of talks or of what is said."""
    groups = load_lexicon().groups
    matters = load_speech().matters | groups["talks"] | groups["pact"] | groups["utterance"]
    return tree.lemma[token] in matters and tree.pos[token] == "NOUN"


def _is_called_a_thing(tree: Tree, verb: int) -> bool:
    """ "Called it *the worst proposal*", but not "called it *a gang*"."""
    named = list(tree.kids(verb, "xcomp")) if tree.lemma[verb] in words("naming") else []
    return bool(named) and all(tree.pos[k] == "NOUN" and tree.noun(k) is None for k in named)


def _goes_on(tree: Tree, token: int, parties: Collection[int]) -> bool:
    """ "Welcomed *the mutiny* but stopped short of joining *it*": what the same subject did something to before.

    Not where it is a party that things are done to: "issued *a warning* and attacked *it*".
    """
    verb = tree.head[token]
    if tree.dep[token] == "obj" and tree.lemma[verb] in harming() | aiding():
        return False
    return any(_is_thing(tree, i, parties) for i in _objects_before(tree, verb) if i < token)


def _objects_before(tree: Tree, verb: int) -> Iterator[int]:
    """The objects of the verbs before that have the same subject."""
    while tree.dep[verb].partition(":")[0] in SHARING and tree.dep[verb] != "acl:relcl" and tree.head[verb] != verb:
        if any(True for _ in tree.kids(verb, "nsubj")):
            return
        verb = tree.head[verb]
        yield from (k for k in tree.kids(verb, "obj") if tree.pos[verb] == "VERB")


def _is_thing(tree: Tree, token: int, parties: Collection[int]) -> bool:
    """Whether a phrase is one thing that is no party and has none in it."""
    noun = tree.noun(token)
    if tree.pos[token] != "NOUN" or tree.number[token] == "plural" or (noun is not None and noun.group != "deeds"):
        return False
    inside = (i for i in parties if i != token and not tree.possessive(i))
    return not any(token in tree.ancestors(i) for i in inside)
