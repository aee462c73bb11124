"""Which earlier mentions the place of a pronoun rules out, whatever speaks for them otherwise."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from imbroglio.actors.tree import Tree
from imbroglio.model import ActorKind

if TYPE_CHECKING:
    from imbroglio.actors.reference import Seen

ONE_BODY = frozenset({ActorKind.STATE, ActorKind.INTERNATIONAL, ActorKind.MEDIA, ActorKind.OTHER})
HUMAN = frozenset({"force", "fighter"})  # uses of nouns for armed people


def people(tree: Tree, one: Seen) -> bool:
    """Whether a mention describes people by what each of them is: "soldiers", "a lawmaker"."""
    noun = tree.noun(one.token)
    return one.form == "description" and noun is not None and noun.group == "people" and noun.use in HUMAN


def they(tree: Tree, token: int, found: Sequence[Seen]) -> list[Seen]:
    """Antecedents of a subject "they": beside "soldiers", here or in the sentence before, no state or monitor is meant.

    The state whose soldiers they are may be.
    """
    near = tree.sentence[token] - 1
    men = [one for one in found if one.sentence >= near and people(tree, one) and tree.number[one.token] == "plural"]
    if not men or not tree.dep[token].startswith("nsubj"):
        return list(found)
    theirs = {one.actors for one in men}

    def alone(one: Seen) -> bool:
        body = one.kind in ONE_BODY and one.form != "description"
        return (body or people(tree, one)) and not one.plural and one.actors not in theirs

    left = [one for one in found if not alone(one)]
    here = [one for one in left if one.sentence == tree.sentence[token]]
    placed = any(tree.lower[k] == "where" for k in tree.kids(tree.head[token], "advmod"))
    return here if placed and here else left  # "has soldiers in X, *where* they train Y"
