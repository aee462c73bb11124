"""Rules from the norms that documents state."""

from __future__ import annotations

from imbroglio.analysis.norms.description import AllOf, AnyOf, Anyone, Description, NotThat
from imbroglio.analysis.norms.match import Match
from imbroglio.analysis.norms.parties import Affiliated, OfCountry, OfKind, These
from imbroglio.analysis.norms.rule import MUST, MUST_NOT, Rule
from imbroglio.analysis.norms.world import World
from imbroglio.analysis.situation import Situation
from imbroglio.model import ActorKind, Norm


class _Unread:
    """Words that nobody could read as a description."""

    def __init__(self, words: str) -> None:
        self.words = words

    def match(self, world: World, actor: str) -> Match:
        return Match(None, (), (f"who is meant by “{self.words}”",))


def from_text(norm: Norm, situation: Situation) -> Rule | None:
    """The rule that a document states; None for a permission, which nobody can break."""
    if norm.mode == "permits":
        return None
    who: Description = These(frozenset({norm.bound.actor}), norm.bound.name) if norm.bound else Anyone()
    authority = norm.authority or "A rule"
    mode = MUST_NOT if norm.mode == "forbids" else MUST
    return Rule(
        f"{authority} {norm.mode}", who, mode, norm.relations, _toward(norm, situation), record=norm,  # type: ignore[arg-type]
    )  # fmt: skip


def _toward(norm: Norm, situation: Situation) -> Description:
    """The described group by itself, or whoever fits the description: of the country, tied to the third party."""
    parts: list[Description] = []
    if norm.toward_country:
        state = situation.actors.get(norm.toward_country)
        ids = frozenset({norm.toward_country})
        parts += [OfCountry(state.name if state else norm.toward_country, ids)]
        parts += [NotThat(OfKind(frozenset({ActorKind.STATE, ActorKind.BODY})))]  # "Iraqi groups" are not Iraq
    if tied := norm.toward_tied_to:
        parts.append(Affiliated(tied.name, ids=frozenset({situation.stands_for(tied.actor)})))
    named = norm.toward_party
    known = situation.actors.get(named.actor) if named else None
    own = (
        [These(frozenset({named.actor}), named.name)]
        if named and (known is None or not known.described or parts)
        else []
    )
    if not (parts or own):
        return _Unread(norm.toward)
    fitting: list[Description] = [AllOf(tuple(parts))] if parts else []
    return AnyOf((*own, *fitting)) if len(own) + len(fitting) > 1 else (*own, *fitting)[0]
