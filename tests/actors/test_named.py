"""Names that no registry holds: how far they go, what kind they are and who else they are; parses in `named.conllu`."""

from __future__ import annotations

import pytest

from tests.actors.parsed import read

# by sentence, the words of each name in order: (words, name, kind)
NAMED: dict[str, list[tuple[str, str, str]]] = {
    # a country, though the registry knows a man of that name
    "land_republic": [
        ("Soro", "Soro", "state"),
        ("Hill Front", "Hill Front", "armed group"),
        ("Soro", "Soro", "state"),
        ("Soran", "Soro", "state"),
    ],
    "land_person": [
        ("Guillaume Soro", "Guillaume Soro", "person"),
        ("Hill Front", "Hill Front", "armed group"),
        ("Abidjan", "Abidjan", "place"),
        ("Soro", "Guillaume Soro", "person"),
    ],
    # a part of a country, and a country
    "land_province": [("Kanda", "Kanda", "place"), ("Durvia", "Durvia", "state")],
    # an army is a state's, unless a president has the name
    "president": [
        ("Haile Tembo", "Haile Tembo", "person"),
        ("Tembo", "Haile Tembo", "person"),
        ("Mbesi", "Mbesi", "place"),
    ],
    # a hyphen keeps a name together, unless a road runs between two
    "hyphens": [
        ("Saint-Marc", "Saint-Marc", "place"),
        ("Novy Brod-on-Tissa", "Novy Brod-on-Tissa", "place"),
        ("Lom", "Lom", "place"),
        ("Osk", "Osk", "place"),
    ],
    "nickname": [
        ('Kakule "Mundo" Sivira', "Kakule Sivira", "person"),
        ("Sivira", "Kakule Sivira", "person"),
        ("Mundo", "Kakule Sivira", "person"),
    ],
    "nickname_not": [("Hill Dawn", "Hill Dawn", "armed group")],
    "foreign": [
        ("Union pour la Patrie et le Travail", "Union pour la Patrie et le Travail", "armed group"),
        ("Comando Unificado do Norte", "Comando Unificado do Norte", "armed group"),
        ("Lac d'Or SARL", "Lac d'Or SARL", "other"),
    ],
    # what a movement is for goes on with its name, and is not the movement
    "aims": [
        ("Movement for the Defence of Wadi Asal", "Movement for the Defence of Wadi Asal", "armed group"),
        ("MDWA", "Movement for the Defence of Wadi Asal", "armed group"),
        ("Wadi Asal", "Wadi Asal", "place"),
        ("MDWA", "Movement for the Defence of Wadi Asal", "armed group"),
    ],
    "aims_land": [
        ("Alliance for the Restoration of Bukwera", "Alliance for the Restoration of Bukwera", "armed group"),
        ("Bukwera", "Bukwera", "state"),
    ],
    # an acronym in the order of another language
    "abroad": [
        ("Luvale Armed Forces", "Luvale Armed Forces", "armed group"),
        ("FAL", "Luvale Armed Forces", "armed group"),
        ("FAL", "Luvale Armed Forces", "armed group"),
    ],
    "polity": [
        ("Kigezi Republic", "Kigezi Republic", "state"),
        ("Kigezi", "Kigezi Republic", "state"),
        ("Rutovu", "Rutovu", "place"),
    ],
    # a state by its adjective
    "adjective": [
        ("Tirkan National Gendarmerie", "Tirkan National Gendarmerie", "government body"),
        ("Tirka", "Tirka", "state"),
        ("Azna Front", "Azna Front", "armed group"),
    ],
    # who writes and is told things
    "outlets": [
        ("La Voz Libre", "La Voz Libre", "media"),
        ("Lom Observer", "Lom Observer", "media"),
        ("El Faro de Lom", "El Faro de Lom", "media"),
    ],
    "region": [
        ("Ndaba", "General Ndaba", "person"),
        ("21st Military Region", "21st Military Region", "government body"),
    ],
    # what is said beside it
    "said": [("Djarra", "Djarra", "state"), ("Sawit", "Sawit", "other")],
    "locals": [
        ("Ansar al-Huda", "Ansar al-Huda", "armed group"),
        ("Mashabi", "Ansar al-Huda", "armed group"),
        ("Ancuro", "Ancuro", "place"),
        ("Mashabi", "Ansar al-Huda", "armed group"),
    ],
    "numbers": [("Battalion 313", "Battalion 313", "armed group")],
    # whose adjective it is, where no plain name stands
    "republics": [
        ("Kigezi Republic", "Kigezi Republic", "state"),
        ("Kigezians", "Kigezi Republic", "state"),
    ],
    "initials": [
        ("United Hill Front", "United Hill Front", "armed group"),
        ("French", "France", "state"),
        ("FUC", "United Hill Front", "armed group"),
        ("FUC", "United Hill Front", "armed group"),
    ],
    "a_gang": [("Los Sargentos", "Los Sargentos", "armed group")],
    "firm": [("Umkhaya Risk", "Umkhaya Risk", "other"), ("Umkhaya", "Umkhaya Risk", "other")],
    # a region and its forces are one body; who is sent some is none of them
    "special": [("Qatar", "Qatar", "state"), ("Afar", "Afar special forces", "armed group")],
    "special_not": [("Qatar", "Qatar", "state"), ("Mali", "Mali", "state")],
    "tied": [("Tolvian", "Tolvia", "state")],
    "called_unit": [
        ("Zhurba", "Anton Zhurba", "person"),
        ("9th Brigade", "9th Brigade", "armed group"),
        ("Anton Zhurba", "Anton Zhurba", "person"),
        ("Sparta", "Sparta", "other"),
    ],
    # the Emirate is a description here, and no Emirates
    "emirate": [("Sangin Emirate", "Sangin Emirate", "state")],
    "emirates": [("Emirates", "United Arab Emirates", "state")],
    # a group is spelled like one of another country
    "begins_another": [
        ("Hill Council", "Hill Council", "armed group"),
        ("Fateh Force", "Fateh Force", "armed group"),
        ("Fateh", "Fateh Force", "armed group"),
        ("Zarafshan", "Zarafshan", "place"),
    ],
    "pour_la": [
        ("Rassemblement pour la Paix", "Rassemblement pour la Paix", "other"),
        ("RP", "Rassemblement pour la Paix", "other"),
        ("Force d'Intervention Rapide", "Force d'Intervention Rapide", "armed group"),
        ("Le Courrier du Golfe", "Le Courrier du Golfe", "media"),
    ],
    # a treaty of a town is neither
    "directions": [("Outer Halvern", "Outer Halvern", "place")],
    # known by title and name, unless another name follows
    "another_general": [
        ("Idris Kane", "Idris Kane", "person"),
        ("French", "France", "state"),
        ("Chad", "Chad", "state"),
        ("General Idris", "Salim Idris", "person"),
    ],
    # whose son he is, of whom the text has spoken
    "his_kin": [
        ("Paul Kagame", "Paul Kagame", "person"),
        ("Kenyan", "Kenya", "state"),
        ("Saddam", "Saddam Kagame", "person"),
        ("Tariq Brigade", "Tariq Brigade", "armed group"),
    ],
    # the army of one name is a state's
    "known_army": [
        ("Quorra", "Quorra", "state"),
        ("Sarlo", "Sarlo", "person"),
        ("Karim Dastan", "Karim Dastan", "person"),
        ("Sarlo", "Sarlo", "person"),
    ],
}


@pytest.mark.parametrize("sentence", NAMED)
def test_names_of_actors_nobody_has_met(sentence: str) -> None:
    parsed, mentions = read(sentence)
    found = [m for m in mentions.items if m.actors and m.form in {"name", "demonym", "noun"}]
    actors = [(m.span.of(parsed.text), mentions.actors[m.actors[0]]) for m in found]
    named = [(words, actor.name, actor.kind.value) for words, actor in actors]
    assert [one for one in named if one[0] != "Lom" or sentence == "hyphens"] == NAMED[sentence]
