"""Who "both countries", "the two sides" and "the latter" are: several of those spoken of before."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING

from imbroglio.actors.described.make import ARMED, RULERS, Found
from imbroglio.actors.described.phrases import Phrase
from imbroglio.actors.harm import attacks, meeting
from imbroglio.actors.reference import NO_SIDES, ROLES, Discourse, Seen
from imbroglio.actors.tree import Tree
from imbroglio.knowledge.lexicon import load_lexicon
from imbroglio.knowledge.load import words
from imbroglio.model import ActorKind, Relation

if TYPE_CHECKING:
    from imbroglio.actors.link import Linker

Parties = Callable[[Seen], tuple[str, ...]]  # which actors a mention may be one of; none if it does not fit
BACK = 2  # sentences
FIGHT = 3  # sentences back to a fight whose sides are spoken of
COUNTS = {"both": 2, "two": 2, "three": 3, "four": 4, "2": 2, "3": 3, "4": 4}
COUNTED = {  # what "both …" may stand for, by the use of its noun; anything armed else
    "place": frozenset({ActorKind.PLACE}),
    "office": frozenset({ActorKind.PERSON}),
    "relation": RULERS | ARMED,
}
RULED = frozenset({"polity", "government"})
EITHER = frozenset({"either", "neither", "each"})
SIDES = frozenset({"side", "army", "party", "force"})


def pair(discourse: Discourse, token: int, parties: Parties, count: int = 2, *, lines: int = 0) -> tuple[str, ...]:
    """The `count` actors that "both", "the two sides" stand for, in the order of the text.

    A coordination of as many just before counts as it stands, then a sentence that names just as many, else those that
    are spoken of most; with `lines`, only those whom so many sentences before name, and nobody else.
    """
    rules = (_joined_before, _opposed, _counted_before)
    if (found := next(filter(None, (rule(discourse, token, parties, count) for rule in rules)), ())) != ():
        return found
    last: dict[str, int] = {}
    told: dict[int, dict[str, float]] = {}
    apart = _of_longer_lists(discourse, count)
    for one in discourse.back(token, lambda one: bool(parties(one)), BACK):
        if discourse.tree.dep[token] == "obj" and _acts(discourse.tree, one.token, discourse.tree.head[token]):
            continue  # "Israel has fought *both*"
        actors = parties(one) if one.token not in apart else ()
        if len(actors) == count and last.keys() <= set(actors):
            return actors  # "X and the Y-linked Z …, though *both* …"
        if len(actors) == 1:
            last.setdefault(actors[0], one.token)
            line = told.setdefault(one.sentence, {})
            line[actors[0]] = max(one.weight, line.get(actors[0], 0.0))
    chosen = _just_as_many(discourse, token, told, count, lines or BACK)
    if not chosen and not lines:
        chosen = sorted(last, key=lambda a: (-min(discourse.counts.get(a, 0), 3), -last[a]))[:count]
    return tuple(sorted(chosen, key=lambda a: last[a])) if len(chosen) == count else ()


def _counted_before(discourse: Discourse, token: int, parties: Parties, count: int) -> tuple[str, ...]:
    """Those told of as so many: "*Two militias* merged. The army fears the larger of *the two*"."""
    tree = discourse.tree
    for one in discourse.back(token, lambda one: one.form == "description" and bool(parties(one)), BACK):
        noun = tree.noun(one.token)
        bands = noun is not None and (noun.use == "collective" or noun.group == "groups")
        if bands and any(COUNTS.get(tree.lower[k]) == count for k in tree.kids(one.token, "nummod")):
            return parties(one)
    return ()


def _just_as_many(
    discourse: Discourse, token: int, told: dict[int, dict[str, float]], count: int, back: int
) -> list[str]:
    """Those of a sentence that names as many: this one, the one before, only its subjects, or two lines together."""
    line = discourse.tree.sentence[token]
    here, before, earlier = (told.get(line - k, {}) for k in range(BACK + 1))
    subjects = [actor for actor, weight in before.items() if weight >= ROLES["nsubj"]]
    sets = [[*here], [*before], subjects, [*(here | before)]]
    sets += [[*(before | earlier)]] if back > 1 else []
    return next((found for found in sets if len(found) == count), [])


def _of_longer_lists(discourse: Discourse, count: int) -> set[int]:
    """The members of lists that are too long: "the two governments" are not two of three."""
    longer = [first for first, actors in discourse.joined.items() if len(actors) > count]
    return {one for first in longer for one in (first, *discourse.tree.kids(first, "conj"))}


def _acts(tree: Tree, token: int, verb: int) -> bool:
    return tree.head[token] == verb and tree.dep[token].startswith("nsubj")


def _joined_before(discourse: Discourse, token: int, parties: Parties, count: int) -> tuple[str, ...]:
    """The parties that are the subject of the sentence before together: "X and Y shared the hills until Z came".

    Or, for a subject, of the clause before: "when X and Y attacked Z, both were sanctioned". "X and Y, Z's partners"
    are three, and "talks between X and Y" are theirs.
    """
    tree, line = discourse.tree, discourse.tree.sentence[token]
    lines = (line - 1, line) if tree.dep[token].startswith("nsubj") else (line - 1,)
    for one in discourse.back(token, lambda one: len(one.actors) > 1, 1):
        first = tree.head[one.token] if tree.dep[one.token] == "conj" else one.token
        if len(discourse.joined.get(first, ())) > len(one.actors):
            continue  # the first two of three
        if one.sentence not in lines or (one.weight < ROLES["nsubj"] and tree.case(first) != "between"):
            continue
        actors = _fitting(discourse, one, parties)
        for extra in ((), _companions(discourse, first, parties)):
            both = tuple(dict.fromkeys([*actors, *extra]))
            if len(both) == count:
                return both
    return ()


def _fitting(discourse: Discourse, one: Seen, parties: Parties) -> tuple[str, ...]:
    """The parties of a coordination: of its members where these were mentioned each, else as it stands."""
    return parties(one) if one.name else tuple(dict.fromkeys(one.actors)) if parties(one) else ()


def _companions(discourse: Discourse, first: int, parties: Parties) -> tuple[str, ...]:
    """Whose partners the coordination is said to be: Z in "X and Y, *Z's* partners"."""
    tree = discourse.tree
    members = (first, *tree.kids(first, "conj"))
    beside = [k for member in members for k in tree.kids(member, "appos") if _is_fellow(tree, k)]
    owners = {k for one in beside for k in tree.kids(one, "nmod") if tree.possessive(k) or tree.case(k) == "of"}
    return tuple(actor for one in discourse.seen if one.token in owners for actor in parties(one))


def _is_fellow(tree: Tree, token: int) -> bool:
    noun = tree.noun(token)
    return noun is not None and noun.use == "relation"


def _fought(discourse: Discourse, token: int, parties: Parties) -> tuple[str, ...]:
    """The two sides of the last fight: "*X and Y* exchanged fire. Z says … NATO warned both sides"."""
    tree = discourse.tree
    for back in range(1, FIGHT + 1):
        line = tree.sentence[token] - back
        for one in discourse.back(token, lambda one: len(one.actors) == 2, back):
            first = tree.head[one.token]
            fight = tree.dep[first].startswith("nsubj") and _is_fight(tree, tree.head[first])
            if one.sentence == line and fight and len(both := _fitting(discourse, one, parties)) == 2:
                return both
        if found := _opposed(discourse, token, parties, 2, back):
            return found
    return ()


def _is_fight(tree: Tree, verb: int) -> bool:
    """Whether those who are the subject together fight each other: "clashed", "exchanged fire"."""
    lexicon, objects = load_lexicon(), [tree.lemma[k] for k in tree.kids(verb, "obj")]
    senses = lexicon.verbs.get(tree.lemma[verb], ())
    mutual = (one for one in senses if one.frame.relation is Relation.FIGHTS and one.frame.both)
    return any(not one.nouns or not set(one.nouns).isdisjoint(objects) for one in mutual)


def _opposed(discourse: Discourse, token: int, parties: Parties, count: int, back: int = 1) -> tuple[str, ...]:
    """The two of whom a sentence before says last that one fights or meets the other: "X clashed with Y"."""
    tree, line = discourse.tree, discourse.tree.sentence[token] - back
    if count != 2:
        return ()
    near = [one for one in discourse.seen if one.sentence == line and len(parties(one)) == 1]
    for one in reversed(near):
        verb = tree.head[one.token]
        if tree.dep[one.token] == "nsubj" and (attacks(tree, verb) or tree.lemma[verb] in meeting()):
            foe = next((k for k in near if tree.head[k.token] == verb and _is_met(tree, k.token)), None)
            if foe is not None and parties(foe) != parties(one):
                return (*parties(one), *parties(foe))
    return ()


def _is_met(tree: Tree, token: int) -> bool:
    return tree.dep[token] == "obj" or tree.case(token) in {"with", "against"}


def met(discourse: Discourse, token: int) -> tuple[str, ...]:
    """The two of whom the sentence before says that one met the other: "X met Y. *They* agreed"; else none."""
    tree, before = discourse.tree, discourse.tree.sentence[token] - 1
    if any(discourse.speaks_of_itself(token, one) for one in discourse.back(token, lambda one: one.plural, 0)):
        return ()
    people = [one for one in discourse.seen if one.sentence == before and one.kind is ActorKind.PERSON]
    for host in people:
        verb = tree.head[host.token]
        if tree.dep[host.token] != "nsubj" or tree.lemma[verb] not in meeting():
            continue
        for guest in people:
            beside = tree.head[guest.token] == verb and guest.actors != host.actors
            if beside and (tree.dep[guest.token] == "obj" or tree.case(guest.token) == "with"):
                return (*host.actors, *guest.actors)
    return ()


def listed(discourse: Discourse, token: int, kind: ActorKind | None = None) -> list[str]:
    """Different actors, of a kind, of the nearest sentence before the token that names two or more, in order.

    Where the sentence coordinates some ("the Front and the Council"), these alone.
    """
    lines: dict[int, dict[str, int]] = {}

    def fits(one: Seen) -> bool:
        return one.kind not in NO_SIDES and one.form != "demonym" and kind in (None, one.kind)

    for one in discourse.back(token, fits, 3):
        if len(one.actors) > 1 and lines.get(one.sentence, {}).keys() <= set(one.actors):
            return list(one.actors)
        for actor in reversed(one.actors):
            lines.setdefault(one.sentence, {})[actor] = one.token
    found = next((line for _, line in sorted(lines.items(), reverse=True) if len(line) > 1), {})
    return sorted(found, key=lambda a: found[a])


def mentioned(discourse: Discourse, token: int) -> Iterator[Seen]:
    """Mentions of the same sentence before the token."""
    return discourse.back(token, lambda one: one.form != "demonym", 0)


def counted(linker: Linker, phrase: Phrase) -> Found | None:
    """ "both countries", "the two sides", "all three groups", "each side"."""
    count = COUNTS.get(phrase.numeral)
    if count is None and phrase.noun.use == "office" and phrase.plural and phrase.determiner == "the" and phrase.bare:
        ministers = met(linker.discourse, phrase.head)
        return Found(ministers, "the two who met") if ministers else None  # "X met Y. *The ministers* discussed Z"
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
        pairs = (pair(linker.discourse, phrase.head, parties, count, lines=lines) for parties, lines in ways)
        found = next(filter(None, pairs), ())
    else:
        parties = _parties(linker, phrase)
        sides = _fought(linker.discourse, phrase.head, parties) if phrase.noun.word == "side" and count == 2 else ()
        found = sides or pair(linker.discourse, phrase.head, parties, count)
    return Found(found, f"last {count} of their kind") if found else None


def _is_told_which(linker: Linker, phrase: Phrase) -> bool:
    """ "The two villages *beneath the dam*" were not spoken of before."""
    return phrase.restricted or any(k > phrase.head for k in linker.tree.kids(phrase.head, "nmod", "acl"))


def _of_states(phrase: Phrase) -> bool:
    """Whether only states are so called: "the two countries", "the neighbours", "the three capitals"."""
    return phrase.noun.use in RULED or phrase.noun.word in words("of_states_too") | {"capital"}


def _beside(linker: Linker, phrase: Phrase) -> set[str]:
    """Whom the clause sets apart: "Chad urged both sides", "Qatar and Turkey, who brokered a truce between the two"."""
    tree, beside = linker.tree, linker.discourse.actors_beside(phrase.head)
    for up in tree.ancestors(phrase.head):
        if tree.dep[up] == "acl:relcl" and any(tree.pos[k] == "PRON" for k in tree.kids(up, "nsubj")):
            first = tree.head[up]
            beside |= {actor for k in (first, tree.head[first], *tree.kids(first, "conj")) for actor in _at(linker, k)}
            return beside
    return beside


def _at(linker: Linker, token: int) -> tuple[str, ...]:
    return linker.found[token].actors if token in linker.found else ()


def _parties(linker: Linker, phrase: Phrase) -> Parties:
    kinds = COUNTED.get(phrase.noun.use, RULERS | ARMED if phrase.noun.word in SIDES else ARMED)
    people = {"force", "office", "people"} if kinds is ARMED else set()
    beside = _beside(linker, phrase)

    def parties(one: Seen) -> tuple[str, ...]:
        fits = one.kind in kinds and one.use not in people and beside.isdisjoint(one.actors)
        fits = fits and not (one.kind is ActorKind.PERSON and any(linker.actors[a].described for a in one.actors))
        return one.actors if fits and (one.form != "demonym" or len(one.actors) > 1) else ()

    return parties


def _states(linker: Linker, phrase: Phrase, *, abroad: bool = False) -> Parties:
    """States, by whatever of theirs is named: "the Iraqi ministry asked its Israeli counterpart".

    Or by a place or band of theirs: "*Pakistani jets* struck *Khost*".
    """
    beside = {state.id for a in _beside(linker, phrase) if (state := linker.state(a)) is not None}

    def parties(one: Seen) -> tuple[str, ...]:
        near = one.weight >= ROLES["obj"] or one.sentence == linker.tree.sentence[phrase.head]
        if one.form == "demonym" and linker.tree.tied(one.token) is not None:
            return ()  # "*French*-trained commandos" are hardly France
        wider = abroad and one.named and one.kind in {ActorKind.PLACE, ActorKind.GROUP}
        if one.kind is not ActorKind.STATE and not (one.kind is ActorKind.BODY and near) and not wider:
            return ()
        states = [state for actor in one.actors if (state := linker.state(actor)) is not None]
        return linker.keep(list(dict.fromkeys(states))) if beside.isdisjoint(s.id for s in states) else ()

    return parties
