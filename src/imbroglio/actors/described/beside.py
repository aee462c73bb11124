"""A description beside a name: "Badr leader Hadi al-Amiri", "its ally Russia", "a programme known as the MOC"."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from imbroglio.actors.antecedents import BANDS
from imbroglio.actors.described.make import Found
from imbroglio.actors.described.phrases import INDEFINITE, Phrase, is_gone
from imbroglio.knowledge.load import words
from imbroglio.model import ActorKind

if TYPE_CHECKING:
    from imbroglio.actors.link import Linker

NAMING = frozenset({"known", "called", "dubbed", "named", "nicknamed"})
THEMSELVES = frozenset({"itself", "themselves"})
BEARERS = frozenset({"office", "force", "fighter"})  # uses of nouns that can be said of a person
GROUNDS = frozenset({ActorKind.PLACE, ActorKind.STATE})
SETTLEMENTS = frozenset({"city", "town", "village", "province", "district", "region", "capital", "island", "port"})


def beside_name(linker: Linker, phrase: Phrase) -> Found | None:
    """The actors of the name that the phrase is said of, or that names it."""
    for name, reason in _names(linker, phrase):
        actors = linker.actors_at(name)
        if phrase.plural and name > phrase.head:
            members = [linker.named.get(c, c) for c in linker.tree.kids(name, "conj")]
            actors = tuple(dict.fromkeys([*actors, *(a for member in members for a in linker.actors_at(member))]))
        if actors and _agree(linker, phrase, actors):
            _note_office(linker, phrase, actors)
            return Found(actors, reason)
    return None


def _names(linker: Linker, phrase: Phrase) -> Iterator[tuple[int, str]]:
    """Heads of names that stand in a naming relation to the phrase."""
    tree, head, named = linker.tree, phrase.head, linker.named
    dep, governor = tree.dep[head], tree.head[head]

    def far(name: int) -> bool:  # "the group in Gaza, *Hamas*, said": Hamas is not said of Gaza
        return phrase.noun.use == "office" or _is_group_beside_place(linker, name)

    apart = phrase.plural and any(t in named for t in (*phrase.owners, *phrase.origins))  # "the X, gunmen from Y"
    attached = not apart and dep in {"nmod:desc", "appos", "flat"}
    attached = attached or (dep == "compound" and phrase.noun.use in {"office", "relation"})
    if attached and governor in named and not tree.possessive(head):
        yield named[governor], "said of the name beside it"
    if phrase.noun.use in {"office", "relation"} and head + 1 in named and head not in tree.children[named[head + 1]]:
        yield named[head + 1], "said of the name after it"
    twin = named.get(head + 1)
    if dep == "nsubj" and twin is not None and tree.dep[twin] == dep and tree.head[twin] == governor:
        yield twin, "said of the name after it"  # "the operation ASPIDES said", read as two subjects
    for child in tree.children[head]:
        if child not in named:
            continue
        if not phrase.plural and phrase.noun.group == "leagues" and any(True for _ in tree.kids(child, "conj")):
            continue  # "the coalition (X and Y)" is neither
        if child > head and (tree.dep[child] == "nmod:desc" or tree.dep[child].partition(":")[0] in {"appos", "flat"}):
            yield named[child], "named beside it"
        elif tree.lemma[head] in SETTLEMENTS and (tree.case(child) == "of" or tree.dep[child] == "compound"):
            kinds = {linker.actors[a].kind for a in linker.actors_at(named[child])}
            yield from [(named[child], "named place")] if kinds == {ActorKind.PLACE} else []
    if phrase.noun.use in {"office", "collective", "fighter"} and not phrase.plural:
        yield from ((named[one], "named behind it") for one in tree.set_off(head) if one in named and far(one))
    several = phrase.noun.use == "collective" or phrase.noun.group == "groups"
    if several and not phrase.plural and dep != "nsubj" and phrase.determiner in INDEFINITE:
        before = min((k for k in tree.kids(head, "det")), default=head) - 2
        if before > 0 and tree.words[before + 1] == "," and before in named and _is_group(linker, named[before]):
            yield named[before], "said of the name before it"  # "gunmen from the Shield, a militia"
    yield from _named_by_clauses(linker, head)
    if (told := _told_of(linker, phrase)) is not None:
        yield named[told], "said of the subject"


def _named_by_clauses(linker: Linker, head: int) -> Iterator[tuple[int, str]]:
    """ "A programme known as *the MOC*", "insurgents who call themselves *the Sons of Lenn*"."""
    tree, named = linker.tree, linker.named
    for clause in tree.kids(head, "acl"):
        if tree.lower[clause] in NAMING:
            yield from ((named[c], "named by the clause after it") for c in tree.children[clause] if c in named)
    for clause in tree.kids(head, "acl:relcl"):
        themselves = any(tree.lower[k] in THEMSELVES for k in tree.kids(clause, "obj"))
        if themselves and tree.lower[clause] in words("callers"):
            yield from (
                (named[c], "what they call themselves") for c in tree.kids(clause, "xcomp", "obj") if c in named
            )


def _told_of(linker: Linker, phrase: Phrase) -> int | None:
    """ "*The Clan* is a trafficking organisation": the name of the band that a sentence says this of."""
    tree, head = linker.tree, phrase.head
    band = phrase.noun.word in words("told_by_sort") or (phrase.noun.use == "fighter" and phrase.noun.group == "groups")
    if not band or phrase.plural or phrase.determiner not in {"a", "an"} or phrase.noun.word == "cell":
        return None
    held = any(tree.lower[k] in words("held_to_be") for k in tree.kids(head, "cop"))
    doubted = any(tree.dep[k] in {"aux", "advmod"} and tree.lower[k] in words("unlike") for k in tree.children[head])
    subject = next(tree.kids(head, "nsubj"), None)
    named = held and not doubted and subject is not None and subject in linker.named
    return subject if named and subject is not None and _is_group(linker, linker.named[subject]) else None


def _is_group(linker: Linker, name: int) -> bool:
    return any(linker.actors[a].kind in BANDS for a in linker.actors_at(name))


def _is_group_beside_place(linker: Linker, name: int) -> bool:
    kinds = [
        {linker.actors[a].kind for a in linker.actors_at(linker.named.get(one, one))}
        for one in (name, linker.tree.head[name])
    ]
    return linker.tree.dep[name] == "appos" and kinds[0] <= BANDS and bool(kinds[1]) and kinds[1] <= GROUNDS


def _note_office(linker: Linker, phrase: Phrase, actors: tuple[str, ...]) -> None:
    """Remember the office of a person, and for whom it is held."""
    person = actors[0]
    if phrase.noun.use in BEARERS and len(actors) == 1 and linker.actors[person].kind is ActorKind.PERSON:
        linker.people.bears(person, phrase.head)
        note_side(linker, phrase, person)


def note_side(linker: Linker, phrase: Phrase, person: str) -> None:
    """For whom an office is held: "a Syrian minister" speaks for Syria, "a Syrian rebel leader" for his rebels."""
    owners = [i for owner in phrase.owners for i in linker.actors_at(owner) if i != person]
    inner = linker.tree.noun(phrase.inner) if phrase.inner >= 0 else None
    party = linker.actors_at(phrase.inner) if inner is not None and inner.use in {"fighter", "collective"} else ()
    if is_gone(linker.tree, phrase.head):
        return  # "the sacked commander of the army" has none any more
    for ident in party or owners:
        linker.people.sides.setdefault(person, ident)
    for ident in owners if party else ():
        linker.people.homes.setdefault(person, ident)


def _agree(linker: Linker, phrase: Phrase, actors: tuple[str, ...]) -> bool:
    """Whether a description of this kind can be said of the actors."""
    kinds = {linker.actors[a].kind for a in actors}
    if phrase.noun.use == "office":
        return kinds <= {ActorKind.PERSON}
    if phrase.noun.use == "place":
        return kinds <= {ActorKind.PLACE, ActorKind.STATE}
    if phrase.noun.use in {"force", "people"}:
        return ActorKind.PERSON not in kinds or not phrase.plural
    return True
