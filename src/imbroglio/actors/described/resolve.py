"""Who a described group is: "Russian bombers" are Russia, "Shiite militias" an actor of its own."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from imbroglio.actors.described import forces, others
from imbroglio.actors.described.beside import beside_name
from imbroglio.actors.described.earlier import (
    backed_before,
    earlier_mention,
    of_country,
    of_sort,
    same_described,
)
from imbroglio.actors.described.make import ARMED, Found, seat_of
from imbroglio.actors.described.phrases import Phrase
from imbroglio.actors.described.several import counted
from imbroglio.actors.described.states import state_again
from imbroglio.actors.described.turned import turned
from imbroglio.actors.described.voice import own_body
from imbroglio.actors.nouns import peoples
from imbroglio.model import Actor, ActorKind

if TYPE_CHECKING:
    from imbroglio.actors.link import Linker

RULES = {
    "force": forces.force,
    "fighter": forces.fighter,
    "organ": forces.organ,
    "government": forces.government,
    "office": others.office,
    "relation": others.relation,
    "collective": others.collective,
    "people": others.people,
    "firm": others.plain,
    "outlet": others.plain,
    "programme": others.plain,
    "polity": others.polity,
    "place": others.place,
}


def resolve(linker: Linker, phrase: Phrase) -> Found | None:
    """The actors a phrase stands for; None if it stands for none."""
    if forces.is_campaign(linker.tree, phrase.head):
        return forces.campaign(linker, phrase)
    if phrase.joined and phrase.plural:
        return _each(linker, phrase)
    found = beside_name(linker, phrase) or counted(linker, phrase) or own_body(linker, phrase)
    if found is not None:
        return found
    owners = list(dict.fromkeys(linker.actors[a] for token in phrase.owners for a in linker.actors_at(token)))
    owners = _called(linker, phrase) or owners
    if phrase.pronoun >= 0 and not owners:  # "our forces in X" are not those of X
        phrase = replace(phrase, origins=[])
    if not owners and phrase.noun.use in {"government", "organ"} and not phrase.led.endswith("installed"):
        owners = _rulers(linker, phrase)
    if not owners and phrase.noun.use in {"force", "fighter"}:
        owners = _groups(linker, phrase)
    if not owners and phrase.stance and phrase.noun.use in {"force", "collective"}:
        found = backed_before(linker, phrase)
    if found is None and len(owners) == 1 and owners[0].kind is ActorKind.STATE:
        found = of_country(linker, phrase, owners[0].id)
    placed = phrase.origins and not _taken_up(phrase)
    inner = phrase.noun.use == "force" and phrase.inner >= 0 and linker.actors_at(phrase.inner)
    if found is None and not owners:
        found = turned(linker, phrase) or state_again(linker, phrase) or forces.sent_along(linker, phrase)
    if found is None and not owners and not placed and not inner and not _is_led_apart(phrase):
        if phrase.before:
            found = same_described(linker, phrase) or of_sort(linker, phrase)
        else:
            found = earlier_mention(linker, phrase)
    return found or _of_each(linker, phrase, owners) or RULES[phrase.noun.use](linker, phrase, owners)


def _of_each(linker: Linker, phrase: Phrase, owners: list[Actor]) -> Found | None:
    """ "The governments of Chad and Niger" are two."""
    each_one = phrase.plural and phrase.noun.use in {"government", "organ"}
    if len(owners) < 2 or not each_one or any(owner.kind is not ActorKind.STATE for owner in owners):
        return None
    found = [one for owner in owners if (one := RULES[phrase.noun.use](linker, phrase, [owner])) is not None]
    return Found(tuple(dict.fromkeys(a for one in found for a in one.actors)), found[0].reason) if found else None


def _each(linker: Linker, phrase: Phrase) -> Found | None:
    """ "Kurdish and Yazidi fighters" are two groups, "the Arakan, Kokang and Ta'ang armies" three."""
    tree = linker.tree
    words = {token: peoples().get(tree.lower[token], tree.words[token]) for token in phrase.joined}
    shared = tuple(word for word in phrase.before if word not in words.values())
    kept = [owner for owner in phrase.owners if owner not in {linker.named.get(token) for token in words}]
    made = []
    for token, word in words.items():
        owners, before = ([*kept, linker.named[token]], shared) if token in linker.named else (kept, (*shared, word))
        made.append(resolve(linker, replace(phrase, joined=(), owners=owners, before=before)))
    found = [one for one in made if one is not None]
    actors = tuple(dict.fromkeys(actor for one in found for actor in one.actors))
    return Found(actors, found[0].reason) if found else None


def _called(linker: Linker, phrase: Phrase) -> list[Actor]:
    """The group of "its *Defence Force* units", which is no part of whoever "its" is beside it."""
    inside = [t for t in phrase.owners if phrase.pronoun >= 0 and phrase.pronoun < t < phrase.head]
    actors = [linker.actors[a] for token in inside for a in linker.actors_at(token)]
    force = phrase.noun.use == "force" and bool(actors)
    return actors if force and all(a.kind in ARMED and not a.described for a in actors) else []


def _is_led_apart(phrase: Phrase) -> bool:
    """Whether whoever leads it makes it another one: "the U.S.-led coalition", but not "the Iran-backed group"."""
    taken_up = _taken_up(phrase) and phrase.noun.group != "leagues" and phrase.led.endswith("backed")
    return bool(phrase.led) and phrase.noun.use != "fighter" and not taken_up


def _taken_up(phrase: Phrase) -> bool:
    """ "Talks with the group in Muscat": which group is known, the place is that of the talks."""
    return phrase.definite and not phrase.plural and phrase.noun.use == "collective"


def _groups(linker: Linker, phrase: Phrase) -> list[Actor]:
    """The group of "gunmen from Boko Haram"."""
    here = [linker.actors[ident] for token in phrase.origins for ident in linker.actors_at(token)]
    return [actor for actor in here if actor.kind in ARMED and not actor.described]


def _rulers(linker: Linker, phrase: Phrase) -> list[Actor]:
    """The state of "the government in Tripoli", "authorities in Aden"."""
    seat = seat_of(linker, phrase)
    return [seat] if seat is not None else []
