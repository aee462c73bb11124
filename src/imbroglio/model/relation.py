"""The closed vocabulary of relations, with what each means for alignment."""

from __future__ import annotations

from enum import StrEnum


class RelationClass(StrEnum):
    """The coarse kind of a relation: what a reader of a matrix sees first."""

    SUPPORTS = "supports"
    OPPOSES = "opposes"
    STRUCTURE = "structure"
    PLACE = "place"
    TALK = "talk"


class Relation(StrEnum):
    """One word of the contract; see `docs/relations.md` for the meaning of each."""

    ARMS = "arms"
    FUNDS = "funds"
    ASSISTS = "assists"
    FIGHTS_FOR = "fights_for"
    FIGHTS_ALONGSIDE = "fights_alongside"
    BACKS = "backs"
    ALLIED_WITH = "allied_with"
    ENDORSES = "endorses"
    SHELTERS = "shelters"
    AGREES_WITH = "agrees_with"
    TIED_TO = "tied_to"
    TALKS_WITH = "talks_with"
    PART_OF = "part_of"
    LEADS = "leads"
    SAME_AS = "same_as"
    CONTROLS = "controls"
    ADVANCES_ON = "advances_on"
    DEPLOYS_TO = "deploys_to"
    FIGHTS = "fights"
    OPPOSES = "opposes"
    ACCUSES = "accuses"
    THREATENS = "threatens"
    SANCTIONS = "sanctions"
    COERCES = "coerces"

    @property
    def klass(self) -> RelationClass:
        """The class the relation belongs to."""
        return _CLASS[self]

    @property
    def sign(self) -> int:
        """+1 supports, −1 opposes, 0 neither."""
        return {RelationClass.SUPPORTS: 1, RelationClass.OPPOSES: -1}.get(self.klass, 0)

    @property
    def symmetric(self) -> bool:
        """True when the order of the parties carries no meaning."""
        return self in _SYMMETRIC

    @property
    def material(self) -> bool:
        """True for deeds (weapons, money, force, ground), false for words and stances."""
        return self in _MATERIAL


_CLASS: dict[Relation, RelationClass] = {
    Relation(name): klass
    for klass, names in {
        RelationClass.SUPPORTS: "arms funds assists fights_for fights_alongside backs allied_with endorses shelters "
        "agrees_with tied_to",
        RelationClass.STRUCTURE: "part_of leads same_as",
        RelationClass.PLACE: "controls advances_on deploys_to",
        RelationClass.TALK: "talks_with",
        RelationClass.OPPOSES: "fights opposes accuses threatens sanctions coerces",
    }.items()
    for name in names.split()
}
_SYMMETRIC = frozenset(map(Relation, "fights_alongside allied_with agrees_with tied_to talks_with same_as".split()))
_MATERIAL = frozenset(
    map(
        Relation,
        "arms funds assists fights_for fights_alongside shelters controls advances_on deploys_to fights sanctions "
        "coerces".split(),
    )
)
