"""A known actor goes by the full name that the report prints, where it is a form of the preferred one."""

import pytest

from imbroglio.actors.named.printed import as_printed
from imbroglio.model import Actor, ActorKind, Name

ARMY = Actor(
    "army", "Orlan Defence Army", ActorKind.GROUP, known=True, names=(
        Name("Orlan Defence Army", "preferred"), Name("Orlan Defence Force"), Name("ODA", "acronym"),
        Name("Sons of Dawn"), Name("Red Army of Orlan", "former"), Name("Orlan army"), Name("Defence Army"),
    ),
)  # fmt: skip
FRONT = Actor("front", "Dawn Front (Orlan)", ActorKind.GROUP, known=True, names=(Name("Dawn Front"),))
GENERAL = Actor("general", "Abdul Karim Mosse", ActorKind.PERSON, known=True, names=(Name("Abdul Karim Mosse"),))
STATE = Actor("state", "Orlan", ActorKind.STATE, known=True, names=(Name("Republic of Orlan"), Name("New Orlan Land")))
RULE = Actor(
    "rule", "Orlanian government", ActorKind.BODY, known=True,
    names=(Name("Orlanian government"), Name("government of Orlan")),
)  # fmt: skip
STRANGER = Actor("stranger", "Vale Watch", ActorKind.GROUP, names=(Name("Vale Watch", "preferred"),))


@pytest.mark.parametrize(
    ("texts", "actor", "name"),
    [
        (["Orlan Defence Force"], ARMY, "Orlan Defence Force"),
        (["Orlan Defence Force", "Orlan Defence Army"], ARMY, None),
        (["ORLAN DEFENCE FORCE"], ARMY, None),
        (["Orlan army"], ARMY, None),
        (["Defence Army"], ARMY, None),
        (["Orlan Defences"], ARMY, None),
        (["Sons of Dawn"], ARMY, None),
        (["Orlan Defense Corp"], ARMY, None),
        (["Red Army of Orlan"], ARMY, None),
        (["ODA", "Orlan Defence Force"], ARMY, "Orlan Defence Force"),
        (["Dawn Front"], FRONT, "Dawn Front"),
        (["Abdul Kareem Mosse"], GENERAL, "Abdul Kareem Mosse"),
        (["Karim Mosse"], GENERAL, "Karim Mosse"),
        (["Mosse"], GENERAL, None),
        (["General Mosse"], GENERAL, None),
        (["Republic of Orlan"], STATE, None),
        (["Government of Orlan"], RULE, "Government of Orlan"),
        (["Government of Orlan", "Orlanian Government"], RULE, None),
        (["government of Orlan"], RULE, None),
        (["Orlanian regime"], RULE, None),
        (["Vale Guard Watch"], STRANGER, None),
    ],
)
def test_the_printed_form(texts: list[str], actor: Actor, name: str | None) -> None:
    found = as_printed((text, actor) for text in texts)
    assert [a.name for a in found.values()] == [name] * (name is not None)
    assert all(a.id == actor.id and a.names == actor.names for a in found.values())
