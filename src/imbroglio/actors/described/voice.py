"""Whose statement a text is, where it does not say so: "*the UK* has sanctioned X. We will …", "the Government"."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from imbroglio.actors.described.make import Found
from imbroglio.actors.harm import acting_on
from imbroglio.actors.speakers import SELF
from imbroglio.knowledge.load import words
from imbroglio.model import Actor, ActorKind, Relation

if TYPE_CHECKING:
    from imbroglio.actors.described.phrases import Phrase
    from imbroglio.actors.link import Linker

OFFICIAL = frozenset({ActorKind.STATE, ActorKind.BODY, ActorKind.INTERNATIONAL})
UNION = {"council": "council-of-the-european-union", "commission": "european-commission"}
FIRST = SELF | {"we", "us", "our", "ours", "ourselves"}


def voice(linker: Linker) -> Actor | None:
    """The state or union that most main clauses outside quotations tell of, if it is the first and attacks nobody."""
    tree, inside = linker.tree, linker.speakers.inside
    told: Counter[str] = Counter()
    for token in sorted(linker.links):
        actor, verb = linker.links[token][1].actor, tree.head[token]
        if tree.dep[token] != "nsubj" or tree.dep[verb] != "root" or token in inside or actor.kind not in OFFICIAL:
            continue
        side = actor if actor.kind is ActorKind.INTERNATIONAL else linker.state(actor.id)
        if side is not None:
            told[side.id] += 1
            if tree.lemma[verb] in acting_on(Relation.FIGHTS) and len(told) == 1:
                return None
    first = next(iter(told), None)
    if first is None or any(count >= told[first] for ident, count in told.items() if ident != first):
        return None
    return linker.actors.get(first) or linker.registry.get(first)


def of_official(linker: Linker, person: str) -> Actor | None:
    """The side of a minister or secretary of whom the text does not say whose he is: "the Foreign Secretary said"."""
    borne = {title for title, held in linker.people.titles.items() if any(bearer == person for _, bearer in held)}
    called = {linker.actors[person].name.lower().split()[-1]} if linker.actors[person].described else set()
    return voice(linker) if (borne | called) & words("of_a_cabinet") else None


def own_body(linker: Linker, phrase: Phrase) -> Found | None:
    """ "*The Government* has listed X" in a minister's own statement; "*the Council* adopted" in one of the Union."""
    named = phrase.bare and phrase.determiner == "the" and linker.tree.capital(phrase.head)
    if not named or linker.tree.first(phrase.head) or phrase.plural:
        return None
    if phrase.noun.use == "government" and speaks_for_itself(linker):
        side = voice(linker)
        body = linker.registry.body_of(side.id, "government") if side is not None else None
    elif phrase.noun.word in UNION and (side := voice(linker)) is not None and side.id == "european-union":
        called = linker.discourse.back(phrase.head, lambda one: phrase.noun.word in one.name.lower().split())
        body = linker.registry.get(UNION[phrase.noun.word]) if next(called, None) is None else None
    else:
        return None
    return linker.new(body, f"{phrase.noun.word} of whoever makes the statement") if body is not None else None


def speaks_for_itself(linker: Linker) -> bool:
    """Whether the text is a statement in the first person: "*our* trainers came home"."""
    words_ = enumerate(linker.tree.lower)
    return any(word in FIRST and i not in linker.speakers.inside and linker.tree.pos[i] == "PRON" for i, word in words_)
