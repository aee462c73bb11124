"""The theatre of a relation, and the gazetteer behind it."""

from __future__ import annotations

import pytest

from imbroglio import read_text
from imbroglio.claims.place import theatre
from imbroglio.errors import KnowledgeError
from imbroglio.knowledge.places import Gazetteer, key, load_gazetteer
from imbroglio.model import Place, Relation
from tests.claims.parsed import doc, token

GAZETTEER = load_gazetteer()


def where(name: str, cue: str, subject: str, object: str, relation: Relation = Relation.FIGHTS) -> Place | None:
    parsed = doc("place", name)
    return theatre(parsed, token(parsed, cue), {token(parsed, subject), token(parsed, object)}, GAZETTEER, relation)


@pytest.mark.parametrize(
    ("name", "cue", "subject", "object", "expected", "id"),
    [
        ("near", "shelled", "Rebels", "garrison", "Aleppo", "syria/aleppo"),
        ("fronted", "fights", "Turkey", "rebels", "northern Syria", "syria/northern"),
        ("before_subject", "fought", "army", "rebels", "Mali", "mali"),  # though the parse hangs it on "armed"
        ("before_subject", "armed", "junta", "them", "Niger", "niger"),
        ("town_of", "attacked", "Troops", "rebels", "Qaim", "iraq/al-qaim"),
        ("landmark", "killed", "Soldiers", "rebels", "Hamrin hills", "iraq/hamrin-hills"),
        ("object_inside", "killed", "army", "officers", "Aden", "yemen/aden"),
        ("pair", "struck", "coalition", "group", "Iraq and Syria", "place:iraq-and-syria"),
        ("unknown", "fought", "Guards", "rebels", "Deraz Bol", "place:deraz-bol"),
        ("broke_out", "Clashes", "army", "rebels", "Masisi", "democratic-republic-of-the-congo/masisi"),
        ("effect", "killing", "Kenya", "rebels", "Kobani", "syria/kobani"),  # where the first deed is done
        ("direction", "killed", "army", "rebels", "Aleppo", "syria/aleppo"),
        ("driven", "drove", "army", "rebels", "Qaim", "iraq/al-qaim"),
    ],
)
def test_places_are_named_as_the_document_names_them(
    name: str, cue: str, subject: str, object: str, expected: str, id: str
) -> None:
    place = where(name, cue, subject, object)
    assert place is not None and (place.name, place.id) == (expected, id)


@pytest.mark.parametrize(
    ("name", "cue", "subject", "object"),
    [
        ("dateline", "trained", "Jordan", "rebels"),
        ("weekday", "trained", "Jordan", "rebels"),
        ("mondays", "trains", "Jordan", "rebels"),
        ("said_elsewhere", "shelled", "rebels", "port"),
        ("on_a_side", "fights", "Burundi", "Congo"),
    ],
)
def test_no_place_is_made_up(name: str, cue: str, subject: str, object: str) -> None:
    assert where(name, cue, subject, object, Relation.ASSISTS) is None


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The convoy passed near Lom, where JNIM attacked the army.", "Lom"),
        ("A drone flew over Mopti, where JNIM attacked the army.", "Mopti"),
        ("JNIM said on X that it had attacked the army.", None),
    ],
)
def test_a_clause_tells_of_the_place_it_stands_behind(text: str, expected: str | None) -> None:
    assert [claim.place for claim in read_text(text).claims] == [expected]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The army drove M23 out of Byumba.", "Byumba"),
        ("The rebels were pushed out of Kidal by the army.", "Kidal"),
        ("The army drove the rebels out to Goma.", None),  # where to
    ],
)
def test_whoever_is_put_out_of_a_place_is_fought_there(text: str, expected: str | None) -> None:
    assert [claim.place for claim in read_text(text).claims] == [expected]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Kenya carried out air strikes on RSF supply lines near the Ilemi border area.", ["Ilemi border area"]),
        ("Mercenaries have fought on the side of the RSF in Darfur.", ["Darfur"]),
        ("Mercenaries have fought on the side of the RSF.", [None]),  # no group is a place
        ("The army struck M23 positions.", [None]),
        ("The army attacked M23 in Tanganyika state.", ["Tanganyika state"]),
    ],
)
def test_what_a_group_has_is_no_place(text: str, expected: list[str | None]) -> None:
    assert [claim.place for claim in read_text(text).claims] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Chad arms the RSF in Darfur.", "Darfur"),
        ("Chad arms rebels in Darfur.", None),  # at home there
        ("Abu Dhabi moved armoured cars to the RSF through an airstrip at Amdjarass in Chad.", None),  # a way there
    ],
)
def test_a_group_with_a_name_is_armed_where_it_is(text: str, expected: str | None) -> None:
    assert expected in [claim.place for claim in read_text(text).claims if claim.relation is Relation.ARMS]


def test_standing_has_no_theatre() -> None:
    assert where("near", "shelled", "Rebels", "garrison", Relation.LEADS) is None


def test_every_state_is_a_place_and_towns_lie_in_theirs() -> None:
    kobani = GAZETTEER.find("Kobane")
    assert kobani is not None and kobani.name == "Kobani"
    assert [p.id for p in GAZETTEER.path(kobani)] == ["syria/kobani", "syria/aleppo-province", "syria"]
    assert GAZETTEER.within("syria/kobani", "syria") and not GAZETTEER.within("syria", "syria/kobani")
    assert {p.kind for p in GAZETTEER.places.values()} == {"country", "province", "city", "area", "region"}
    assert all(p.parent is None or p.parent in GAZETTEER.places for p in GAZETTEER.places.values())


def test_a_shared_name_needs_the_country() -> None:
    assert (libya := GAZETTEER.find("Tripoli")) and (lebanon := GAZETTEER.find("Tripoli", "lebanon"))
    assert (libya.country, lebanon.country) == ("libya", "lebanon")


@pytest.mark.parametrize("written", ["al-Bab", "Al Bab", "the Bab", "AL-BAB"])
def test_articles_and_hyphens_do_not_matter(written: str) -> None:
    assert key(written) == "bab"


def test_a_place_stands_once() -> None:
    gazetteer = Gazetteer()
    gazetteer.add(Place("x", "X", "city"))
    with pytest.raises(KnowledgeError, match="stands twice"):
        gazetteer.add(Place("x", "X", "city"))
