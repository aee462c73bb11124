"""Who holds a place, and who moves on it or has forces there, at a date."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Literal

from imbroglio.analysis.moments import FIRM, lasts, moment, told_by
from imbroglio.analysis.situation import Situation
from imbroglio.model import Claim, Relation, RelationClass

How = Literal["holds", "moves on", "has forces in", "governs"]
_HOW: dict[Relation, How] = {
    Relation.CONTROLS: "holds",
    Relation.ADVANCES_ON: "moves on",
    Relation.DEPLOYS_TO: "has forces in",
}


@dataclass(frozen=True, slots=True)
class Hold:
    """An actor's grip on a place or on a part of it (`where`).

    `governs` is what a state does in its own land where nobody is said to hold the whole of the place; it needs no
    claims. `as_of` is the day of the latest claim.
    """

    actor: str
    how: How
    where: str
    claims: tuple[Claim, ...] = ()
    as_of: date | None = None


def ground(situation: Situation, place: str, at: date | None = None) -> list[Hold]:
    """The grips on a place that hold at the date (by default: as last told), holders first.

    Who is said to hold a place that another was said to hold surely earlier has taken it; forces that are said to have
    left are gone. Marches are told of until somebody is later said to hold the place.
    """
    said = [claim for claim in situation.sure if _about(situation, claim, place) and _known(situation, claim, at)]
    grips: dict[tuple[str, How, str], list[Claim]] = {}
    for claim in said:
        if claim.trend != "stop" and claim.polarity == "yes" and not _over(situation, claim, said):
            key = (situation.parties(claim)[0], _HOW[claim.relation], claim.object.name)
            grips.setdefault(key, []).append(claim)
    found = [Hold(*key, tuple(claims), _latest(situation, claims)) for key, claims in grips.items()]
    state = _state(situation, place)
    whole = any(hold.how == "holds" and situation.places.within(place, hold.where) for hold in found)
    if state and not whole and not any(hold.actor == state and hold.how == "holds" for hold in found):
        found.append(Hold(state, "governs", place))
    order = ("holds", "governs", "moves on", "has forces in")
    return sorted(found, key=lambda hold: (order.index(hold.how), hold.where, hold.actor))


def _about(situation: Situation, claim: Claim, place: str) -> bool:
    """Of the place or a part of it; who holds the land around holds it too."""
    if claim.relation.klass is not RelationClass.PLACE:
        return False
    inside = situation.places.within(claim.object.name, place)
    return inside or (claim.relation is Relation.CONTROLS and situation.places.within(place, claim.object.name))


def _known(situation: Situation, claim: Claim, at: date | None) -> bool:
    """Told by then and neither planned nor supposed; a march counts though it is past, a hold must last."""
    if claim.firmness not in FIRM or claim.when.tense == "future" or not told_by(claim, at, situation.documents):
        return False
    ended = claim.trend == "stop" or claim.polarity == "no"
    return ended or claim.relation is Relation.ADVANCES_ON or lasts(claim, at, situation.documents)


def _over(situation: Situation, claim: Claim, said: list[Claim]) -> bool:
    """Whether something told later of the place, or of the land around it, ends the grip."""
    return any(
        _ends(situation, claim, other)
        for other in said
        if situation.earlier(claim, other) and situation.places.within(claim.object.name, other.object.name)
    )


def _ends(situation: Situation, claim: Claim, later: Claim) -> bool:
    """The same actor leaves or loses it; or somebody holds it, which ends other holds and every march."""
    same = situation.parties(later)[0] == situation.parties(claim)[0]
    if later.trend == "stop" or later.polarity == "no":
        return same and later.relation in (claim.relation, Relation.DEPLOYS_TO)
    if later.relation is not Relation.CONTROLS or claim.relation is Relation.DEPLOYS_TO:
        return False
    return not same or claim.relation is Relation.ADVANCES_ON


def _latest(situation: Situation, claims: list[Claim]) -> date | None:
    known = [when.day for claim in claims if (when := moment(claim, situation.documents))]
    return max(known, default=None)


def _state(situation: Situation, place: str) -> str | None:
    found = situation.places.place(place)
    return found.country if found else None
