"""What a name is linked to, and small questions of syntax that linking asks."""

from __future__ import annotations

from dataclasses import dataclass

from imbroglio.actors.tree import Tree
from imbroglio.model import Actor
from imbroglio.model.mention import Form


@dataclass(frozen=True, slots=True)
class Link:
    """The actor of a name, how the name stands for it, and why."""

    actor: Actor
    form: Form
    reason: str


def modifies(tree: Tree, token: int) -> bool:
    """Whether the word stands before a noun as its adjective or the first part of a compound, or is joined to such."""
    head = tree.head[token]
    if tree.dep[token] == "conj" and head < token and tree.pos[head] in {"ADJ", "PROPN"} and tree.head[head] > token:
        token, head = head, tree.head[head]  # "Kurdish and Yazidi fighters"
    before = head > token and tree.dep[token].partition(":")[0] in {"amod", "compound", "nmod", "flat"}
    return before and not tree.case(token) and not tree.possessive(token)


def argues(tree: Tree, token: int) -> bool:
    """Whether the word is a subject or object."""
    return tree.dep[token].partition(":")[0] in {"nsubj", "obj", "iobj"}
