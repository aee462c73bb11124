"""Whether a place name means the ground or who rules it: "in Baghdad" against "Baghdad denied"."""

from __future__ import annotations

from imbroglio.actors.tree import Tree

GROUND = frozenset(
    [
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
        "toward",
        "towards",
        "via",
        "beyond",
        "over",
        "along",
        "off",
        "above",
        "below",
        "behind",
        "beneath",
        "round",
        "past",
        "up",
        "down",
        "amid",
        "north",
        "south",
        "east",
        "west",
        "opposite",
    ]
)
MOTION = frozenset(
    [
        "go",
        "come",
        "travel",
        "fly",
        "move",
        "return",
        "arrive",
        "march",
        "drive",
        "advance",
        "flee",
        "head",
        "sail",
        "walk",
        "ride",
        "retreat",
        "withdraw",
        "lead",
        "cross",
        "carry",
        "deploy",
        "rush",
        "march",
        "spread",
        "escape",
        "airlift",
        "invite",
        "summon",
        "retire",
        "migrate",
        "back",
        "trip",
        "visit",
        "journey",
        "flight",
        "road",
        "way",
        "route",
        "withdrawal",
        "arrival",
        "march",
        "convoy",
        "pipeline",
        "train",
        "highway",
        "corridor",
    ]
)
HUMANS = frozenset({"force", "fighter", "people", "office", "collective"})


def located(tree: Tree, token: int) -> bool:
    """Whether the name headed by the token is used as a place."""
    while tree.dep[token] == "conj" and tree.head[token] != token:
        if tree.case(token):
            break
        token = tree.head[token]
    case, governor = tree.case(token), tree.head[token]
    if case in GROUND:
        return not _spoken_of(tree, governor)
    if case == "on":
        return tree.lemma[governor] in MOTION
    if case in {"from", "to"}:
        noun = tree.noun(governor)
        return tree.lemma[governor] in MOTION or bool(noun and case == "from" and noun.use in HUMANS)
    if case == "of":
        noun = tree.noun(governor)
        return (noun is not None and noun.use == "place") or tree.lemma[governor] in {
            "fall",
            "capture",
            "battle",
            "siege",
            "north",
            "south",
            "east",
            "west",
        }
    if case == "between":
        return tree.lemma[governor] in MOTION or tree.lemma[governor] in {"border", "frontier"}
    return (
        tree.dep[token] in {"appos", "nmod:unmarked", "list"}
        and tree.pos[governor] == "PROPN"
        and not tree.possessive(token)
        and _after_comma(tree, token)
    )


def _spoken_of(tree: Tree, governor: int) -> bool:
    """ "our friends in Doha", "nobody in Warsaw": whoever rules there."""
    noun = tree.noun(governor)
    return tree.pos[governor] == "PRON" or (noun is not None and noun.use == "relation")


def _after_comma(tree: Tree, token: int) -> bool:
    """ "Homs, Syria": a bare name between commas after another."""
    return token > 0 and tree.lower[token - 1] == "," and tree.head[token] == token - 2
