"""Whether a place name means the ground or who rules it: "in Baghdad" against "Baghdad denied"."""

from __future__ import annotations

from functools import cache

from imbroglio.actors.tree import Tree
from imbroglio.knowledge.lexicon import load_lexicon
from imbroglio.knowledge.load import words
from imbroglio.model import Relation

GROUND = frozenset(
    {
        *(
            "in",
            "at",
            "near",
            "inside",
            "outside",
            "around",
            "within",
            "across",
            "throughout",
            "into",
            "onto",
            "through",
        ),
        *("toward", "towards", "via", "beyond", "over", "along", "off", "above", "below", "behind", "beneath", "round"),
        *("past", "up", "down", "amid", "north", "south", "east", "west", "opposite"),
    }
)
HUMANS = frozenset({"force", "fighter", "people", "office", "collective"})


@cache
def taking() -> frozenset[str]:
    """Verbs that have ground for an object: it is taken, held or shelled."""
    ground = {Relation.CONTROLS, Relation.ADVANCES_ON}
    senses = ((verb, sense) for verb, found in load_lexicon().verbs.items() for sense in found)
    taken = {verb for verb, sense in senses if sense.frame.relation in ground and sense.frame.patient == ("obj",)}
    return frozenset((taken - words("run_by_all")) | words("shelling"))


def located(tree: Tree, token: int) -> bool:
    """Whether the name headed by the token is used as a place."""
    while tree.dep[token] == "conj" and tree.head[token] != token and not tree.case(token):
        token = tree.head[token]
    case, governor = tree.case(token), tree.head[token]
    noun, lemma = tree.noun(governor), tree.lemma[governor]
    if case in GROUND:  # but "our friends in Doha", "nobody in Warsaw" are whoever rules there
        return not (tree.pos[governor] == "PRON" or (noun is not None and noun.use == "relation"))
    if not case and tree.dep[token] in {"obj", "nsubj:pass"} and lemma in taking():
        return True  # "seized Bangui", "Kabul was shelled"
    if tree.dep[token] == "compound" and governor == token + 1 and lemma in load_lexicon().groups["pact"]:
        return True  # "the Havana agreement"
    if tree.dep[token] == "compound" and governor == token + 1 and noun is not None and noun.use == "place":
        return True  # "Tripoli airport"
    if case in {"on", "to"}:
        return lemma in words("motion")
    if case == "from":
        human = noun is not None and noun.use in HUMANS and lemma not in words("accredited")
        return human or lemma in words("motion")
    if case == "of":
        return lemma in words("ground_of") or (noun is not None and noun.use == "place")
    if case == "between":
        return lemma in words("motion") or (noun is not None and noun.group == "lines")
    if _is_called_town(tree, token):
        return True
    listed = tree.dep[token] in {"appos", "nmod:unmarked", "list"} and tree.pos[governor] == "PROPN"
    return listed and governor == token - 2 and tree.lower[token - 1] == ","  # "Homs, Syria"


def _is_called_town(tree: Tree, token: int) -> bool:
    """ "Yemen's capital, *Sanaa*", "the capital *Kyiv*", "*Kabul*, the Afghan capital"."""
    beside = [tree.head[token]] if tree.dep[token].partition(":")[0] in {"appos", "flat"} else []
    beside += [k for k in tree.kids(token, "appos") if k > token]
    return any((noun := tree.noun(i)) is not None and noun.group == "settlements" for i in beside)


def struck(tree: Tree, token: int) -> bool:
    """Whether a town is struck by arms: "attacked Erbil"; not "attacked Moscow for its war", "hit it with tariffs".

    A minister or a senator attacks whoever rules there.
    """
    verb, lexicon = tree.head[token], load_lexicon()
    if tree.dep[token] not in {"obj", "nsubj:pass"} or tree.case(token) or tree.lower[verb] not in lexicon.striking:
        return False
    if tree.dep[verb] != "root" and tree.lower[tree.head[verb]] in lexicon.menacing:
        return False  # whom one threatens to strike is threatened
    if any(tree.lower[m] == "for" for k in tree.kids(verb, "advcl") for m in tree.kids(k, "mark")):
        return False
    means = [k for k in tree.kids(verb, "obl", "advcl") if tree.case(k) in {"for", "over", "with"}]
    agents = [k for k in tree.kids(verb, "nsubj", "obl") if k != token and tree.case(k) in {"", "by"}]
    people = {i for start, end, label in tree.entities if label == "PERSON" for i in range(start, end)}
    person = any(k in people or ((noun := tree.noun(k)) is not None and noun.use == "office") for k in agents)
    return not person and all(tree.case(k) == "with" and _is_weapon(tree, k) for k in means)


def _is_weapon(tree: Tree, token: int) -> bool:
    noun = tree.noun(token)
    machine = noun is not None and noun.use == "force" and noun.group in {"machines", "deeds", "units"}
    return machine or load_lexicon().things.get(tree.lemma[token]) is Relation.ARMS
