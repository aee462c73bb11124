"""Whom a clause sets against a description, or across from it.

"The RSF killed twelve soldiers" tells that they are not the RSF's, "the army bought drones from Turkey" that it is not
Turkey's.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from typing import TYPE_CHECKING

from imbroglio.actors.antecedents import BANDS
from imbroglio.actors.harm import aimed, harming
from imbroglio.actors.named.metonyms import located
from imbroglio.actors.tree import Tree
from imbroglio.knowledge.lexicon import load_lexicon
from imbroglio.knowledge.load import words
from imbroglio.model import ActorKind, Relation

if TYPE_CHECKING:
    from imbroglio.actors.link import Linker

PARTNER = frozenset({"from", "by", "with", "to", "for", "against", "between", "via", "through"})
ARGUMENTS = ("obj", "iobj", "obl", "nsubj")
GO_BETWEENS = frozenset({"firm", "outlet", "relation"})  # uses of nouns for those who are their country's, and no state


def foes(linker: Linker, token: int) -> set[str]:
    """The actors that harm the phrase in its own clause, or that it turns on: "cut ties with Paris"."""
    tree = linker.tree
    token = counted_by(tree, token)
    verb, dep = tree.head[token], tree.dep[token]
    if dep in ("obj", "nsubj:pass") and tree.lemma[verb] in harming():
        against = [
            i for i in tree.kids(verb, "nsubj", "obl") if tree.dep[i].startswith("nsubj") or tree.case(i) == "by"
        ]
        if not against and tree.dep[verb] in ("conj", "advcl"):  # "stormed the base and killed nine soldiers"
            against = [i for i in tree.kids(tree.head[verb], "nsubj") if tree.dep[i] == "nsubj"]
    elif dep.startswith("nsubj"):
        against = [i for i in tree.kids(verb, "obl") if tree.case(i) in ("with", "against")]
        if dep == "nsubj" and tree.lemma[verb] in harming():
            against += [_inside(tree, i) for i in tree.kids(verb, "obj") if tree.pos[i] != "PRON"]
    elif dep == "obl" and tree.case(token) in aimed(tree.lemma[verb]):
        against = list(tree.kids(verb, "nsubj"))
    else:
        return set()
    against += [member for i in against for member in tree.kids(i, "conj")]
    return {actor for i in against if i != token for actor in linker.actors_at(i)}


def counted_by(tree: Tree, token: int) -> int:
    """The word that counts or carries the phrase: "dozens of soldiers", "a convoy carrying soldiers"."""
    carrier = tree.head[tree.head[token]]
    if tree.dep[token] == "obj" and tree.dep[tree.head[token]] == "acl" and tree.lemma[carrier] in words("carrying"):
        return carrier
    counts = tree.case(token) == "of" and tree.lemma[tree.head[token]] in words("counts") | words("carrying")
    return tree.head[token] if counts else token


def _inside(tree: Tree, count: int) -> int:
    """Of whom a word counts some: "killed three *of the attackers*"."""
    if tree.pos[count] != "NUM" and tree.lemma[count] not in words("counts"):
        return count
    return next((k for k in tree.kids(count, "nmod") if tree.case(k) == "of"), count)


def across(linker: Linker, head: int) -> set[str]:
    """The states that its clause sets beside a phrase, or behind whoever stands beside it.

    "Beijing armed the junta", "the junta charged Abidjan with", "bought drones from Ankara", "rebels backed by Kigali".
    """
    tree = linker.tree
    if tree.case(head) == "of" and tree.dep[tree.head[head]] == "nsubj":  # "a member of parliament criticised X"
        named = (actor for i in _beside(tree, tree.head[head]) for actor in linker.actors_at(i))
        return {actor for actor in named if linker.actors[actor].kind is ActorKind.STATE}
    beside = _beside(tree, head)
    actors = {actor for i in beside for actor in linker.actors_at(i)}
    behind = {backer for actor in actors for backer in linker.backed.get(actor, ())}
    behind |= {actor for i in beside for backer in _backers(tree, i) for actor in linker.actors_at(backer)}
    homes = {home for i in beside for home in _homes(linker, i)}
    return actors | _sent(linker, actors, head) | behind | homes | _borrowed(linker, head)


def _borrowed(linker: Linker, head: int) -> set[str]:
    """ "The army and its *Russian* auxiliaries", who are from elsewhere than the army."""
    tree = linker.tree
    own = (k for k in tree.kids(head, "conj") if any(tree.pos[p] == "PRON" for p in tree.kids(k, "nmod:poss", "nmod")))
    whence = (linker.named[a] for k in own for a in tree.kids(k, "amod") if a in linker.named)
    return {actor for token in whence for actor in linker.actors_at(token)}


def meets_band(linker: Linker, head: int) -> bool:
    """Whether its clause sets a phrase beside an armed group: "M23 held talks with *the government*"."""
    actors = (actor for i in _beside(linker.tree, head) for actor in linker.actors_at(i))
    return any(linker.actors[actor].kind in BANDS for actor in actors)


def _sent(linker: Linker, actors: set[str], head: int) -> set[str]:
    """The states of bodies and heads of state: "Africa Corps fights alongside the army", which is not Russia's.

    A president who tells the army what to do tells his own.
    """
    heard = linker.tree.lemma[linker.tree.head[head]] in words("heard")
    acting = [linker.actors[a] for a in actors if not (heard and linker.actors[a].kind is ActorKind.PERSON)]
    return {a.country for a in acting if a.country and any(bond.target == a.country for bond in a.bonds)}


def _beside(tree: Tree, head: int) -> list[int]:
    """The words in the places where the clause of a phrase has its other parties."""
    if tree.dep[head] == "compound":
        head = tree.head[head]  # "sold the junta jets", read as jets of a junta
    places = (i for i in _places(tree, head) if i != head)
    beside = [i for i in places if tree.pos[i] != "PRON" or i < head]  # whom a later pronoun means is not yet known
    return beside + [fellow for i in beside for fellow in tree.kids(i, "conj") if fellow != head]


def _places(tree: Tree, head: int) -> Iterator[int]:
    first = tree.head[head] if tree.dep[head] == "conj" else head
    fellows = (first, *tree.kids(first, "conj"))
    yield from (i for i in fellows if tree.case(first) == "between" or tree.pos[i] == "PROPN")  # "Russia and the junta"
    head = first
    verb, subject = tree.head[head], tree.dep[head].startswith("nsubj")
    if tree.dep[head] == "nmod" and tree.case(head) in PARTNER:  # "a pact with the junta", "drones for the army"
        yield from (k for k in tree.kids(verb, "nmod") if tree.possessive(k) or tree.case(k) in PARTNER)
        if not tree.dep[verb].startswith(("obj", "nsubj:pass")):
            in_talks = subject_of(tree, verb) if any(True for _ in tree.kids(verb, "cop", "case")) else None
            yield from () if in_talks is None else (in_talks,)
            return
        verb = tree.head[verb]
    elif (tree.lemma[verb] in _ruling() and tree.case(head) != "from") or not tree.dep[head].startswith(ARGUMENTS):
        return
    objects = list(tree.kids(verb, "obj", "iobj"))
    partners = [k for i in (verb, *objects) for k in tree.kids(i, "obl", "nmod") if tree.case(k) in PARTNER]
    yield from (i for i in partners if not _ground(tree, i))
    if subject:
        yield from objects
        return
    subjects = list(tree.kids(verb, "nsubj"))
    if not subjects and tree.dep[verb] in {"xcomp", "advcl"}:  # "hired a firm to train the army"
        subjects = list(tree.kids(tree.head[verb], "nsubj", "obj"))
        verb = tree.head[verb]
    if not subjects and (shared := subject_of(tree, verb)) is not None:  # "trained X and armed the army"
        subjects = [shared]
    yield from subjects


def subject_of(tree: Tree, verb: int) -> int | None:
    """The subject of a verb, or of the verb that it goes on from: "*Cuba* promised to send"."""
    while True:
        subject = next(tree.kids(verb, "nsubj"), None)
        above = tree.head[verb]
        if subject is None and (charged := _charged(tree, verb)) is not None:
            return charged
        controlled = tree.dep[verb] == "xcomp" and any(True for _ in tree.kids(above, "obj"))
        if subject is not None or tree.dep[verb] not in {"conj", "xcomp"} or controlled or above == verb:
            return subject
        verb = above


def _charged(tree: Tree, verb: int) -> int | None:
    """Whom a clause above charges with what the verb says: "accused *Rwanda* of sending troops"."""
    above = tree.head[verb]
    charges = tree.dep[verb] in {"xcomp", "advcl"} and tree.lower[above] in load_lexicon().judging
    if not charges or not any(tree.lower[k] == "of" for k in tree.kids(verb, "mark", "case")):
        return None
    return next(tree.kids(above, "obj", "nsubj:pass"), None)


def _ground(tree: Tree, token: int) -> bool:
    """Whether a partner is the ground instead: "the army withdrew from Mali", but not "drones from Turkey"."""
    if tree.case(token) == "from":
        return tree.lemma[tree.head[token]] in words("motion")
    return tree.pos[token] == "PROPN" and located(tree, token)


def _backers(tree: Tree, token: int) -> Iterator[int]:
    """Who is behind a party by its own clause: "rebels *backed by* Kigali"."""
    return (k for clause in tree.kids(token, "acl") for k in tree.kids(clause, "obl") if tree.case(k) == "by")


def _homes(linker: Linker, token: int) -> Iterator[str]:
    """The countries of traders, envoys and firms: a "Minsk broker" tells of no Belarusian junta."""
    noun = linker.tree.noun(token)
    trader = noun is not None and (
        noun.use in GO_BETWEENS or (noun.use == "office" and noun.group == "others") or noun.word in words("accredited")
    )
    for actor in linker.actors_at(token) if trader else ():
        ident = linker.people.sides.get(actor, actor)
        state = linker.state(ident)
        yield from (state.id,) if state is not None else ()


@cache
def _ruling() -> frozenset[str]:
    """Verbs of which a government's own country is the object: "the junta has ruled Mali"."""
    held = {Relation.LEADS, Relation.CONTROLS, Relation.ADVANCES_ON}
    senses = ((verb, sense) for verb, found in load_lexicon().verbs.items() for sense in found)
    return frozenset(
        verb
        for verb, sense in senses
        if sense.frame.relation in held and "obj" in sense.frame.patient and not sense.nouns
    )
