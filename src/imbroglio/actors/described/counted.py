"""A description that counts several who were spoken of: "both countries", "the two sides", "the three juntas"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from imbroglio.actors.described.make import ARMED, RULERS, Found
from imbroglio.actors.described.phrases import Phrase
from imbroglio.actors.reference import ROLES, Seen
from imbroglio.actors.referring import several
from imbroglio.knowledge.load import words
from imbroglio.model import ActorKind

if TYPE_CHECKING:
    from imbroglio.actors.link import Linker

COUNTS = {"both": 2, "two": 2, "three": 3, "four": 4, "2": 2, "3": 3, "4": 4}
COUNTED = {  # what "both …" may stand for, by the use of its noun; anything armed else
    "place": frozenset({ActorKind.PLACE}),
    "office": frozenset({ActorKind.PERSON}),
    "relation": RULERS | ARMED,
}
RULED = frozenset({"polity", "government"})
EITHER = frozenset({"either", "neither", "each"})
SIDES = frozenset({"side", "army", "party", "force"})


def counted(linker: Linker, phrase: Phrase) -> Found | None:
    """ "both countries", "the two sides", "all three groups", "each side"."""
    count = COUNTS.get(phrase.numeral)
    if count is None and phrase.noun.use == "office" and phrase.plural and phrase.determiner == "the" and phrase.bare:
        met = several.met(linker.discourse, phrase.head)
        return Found(met, "the two who met") if met else None  # "X met Y. *The ministers* discussed Z"
    if phrase.determiner in EITHER and phrase.noun.word in SIDES and not phrase.plural:
        count = 2
    elif count is None or not phrase.plural or not (phrase.definite or phrase.numeral == "both"):
        return None
    if phrase.owners or (phrase.noun.use == "place" and _is_told_which(linker, phrase)):
        return None
    if _of_states(phrase):
        near = far = _states(linker, phrase)
        if not phrase.before:  # "the two *Gulf* states" are named as such
            far = _states(linker, phrase, abroad=True)
        ways = ((near, 1), (far, 1), (near, 2), (far, 2), (near, 0))
        pairs = (several.pair(linker.discourse, phrase.head, parties, count, lines=lines) for parties, lines in ways)
        found = next(filter(None, pairs), ())
    else:
        found = several.pair(linker.discourse, phrase.head, _parties(linker, phrase), count)
    return Found(found, f"last {count} of their kind") if found else None


def _is_told_which(linker: Linker, phrase: Phrase) -> bool:
    """ "The two villages *beneath the dam*" were not spoken of before."""
    return phrase.restricted or any(k > phrase.head for k in linker.tree.kids(phrase.head, "nmod", "acl"))


def _of_states(phrase: Phrase) -> bool:
    """Whether only states are so called: "the two countries", "the neighbours", "the three capitals"."""
    return phrase.noun.use in RULED or phrase.noun.word in words("of_states_too") | {"capital"}


def _beside(linker: Linker, phrase: Phrase) -> set[str]:
    """Whom the clause sets apart: "Chad urged both sides", "Qatar and Turkey, who brokered a truce between the two"."""
    tree, beside = linker.tree, {actor for one in linker.discourse.beside(phrase.head) for actor in one}
    for up in tree.ancestors(phrase.head):
        if tree.dep[up] == "acl:relcl" and any(tree.pos[k] == "PRON" for k in tree.kids(up, "nsubj")):
            first = tree.head[up]
            beside |= {actor for k in (first, tree.head[first], *tree.kids(first, "conj")) for actor in _at(linker, k)}
            return beside
    return beside


def _at(linker: Linker, token: int) -> tuple[str, ...]:
    return linker.found[token].actors if token in linker.found else ()


def _parties(linker: Linker, phrase: Phrase) -> several.Parties:
    kinds = COUNTED.get(phrase.noun.use, RULERS | ARMED if phrase.noun.word in SIDES else ARMED)
    people = {"force", "office", "people"} if kinds is ARMED else set()
    beside = _beside(linker, phrase)

    def parties(one: Seen) -> tuple[str, ...]:
        fits = one.kind in kinds and one.use not in people and beside.isdisjoint(one.actors)
        fits = fits and not (one.kind is ActorKind.PERSON and any(linker.actors[a].described for a in one.actors))
        return one.actors if fits and (one.form != "demonym" or len(one.actors) > 1) else ()

    return parties


def _states(linker: Linker, phrase: Phrase, *, abroad: bool = False) -> several.Parties:
    """States, by whatever of theirs is named: "the Iraqi ministry asked its Israeli counterpart".

    Or by a place or band of theirs: "*Pakistani jets* struck *Khost*".
    """
    beside = {state.id for a in _beside(linker, phrase) if (state := linker.state(a)) is not None}

    def parties(one: Seen) -> tuple[str, ...]:
        near = one.weight >= ROLES["obj"] or one.sentence == linker.tree.sentence[phrase.head]
        wider = abroad and one.named and one.kind in {ActorKind.PLACE, ActorKind.GROUP}
        if one.kind is not ActorKind.STATE and not (one.kind is ActorKind.BODY and near) and not wider:
            return ()
        states = [state for actor in one.actors if (state := linker.state(actor)) is not None]
        return linker.keep(list(dict.fromkeys(states))) if beside.isdisjoint(s.id for s in states) else ()

    return parties
