"""Whom a pronoun, "the group", "the army" and "the government" take up, and whom they do not."""

from __future__ import annotations

import pytest

from tests.actors.parsed import listed

EXPECTED: dict[str, list[tuple[str, str, str]]] = {
    "they_soldiers": [  # beside soldiers, "they" are no monitor that speaks of them
        ("Amnesty", "name", "Amnesty International"),
        ("Kenyan", "demonym", "Kenya"),
        ("Kenyan soldiers", "description", "Kenya"),
        ("Goma", "name", "Goma"),
        ("they", "pronoun", "Kenya"),
        ("M23", "name", "March 23 Movement"),
    ],
    "they_train": [  # nor a body that praises them
        ("EU", "name", "European Union"),
        ("Italian", "demonym", "Italy"),
        ("Italian instructors", "description", "Italy"),
        ("They", "pronoun", "Italy"),
        ("Wazalendo", "name", "Wazalendo"),
    ],
    "whose_army": [  # nobody's army is that of whoever sells it drones or stands behind its foes
        ("Fighters", "description", "fighters"),
        ("Eritrea", "name", "Eritrea"),
        ("base", "description", "base"),
        ("army", "description", "army"),
        ("Iran", "name", "Iran"),
    ],
    "venue": [  # a government that a band meets is of the band's country, not of the town they meet in
        ("M23", "name", "March 23 Movement"),
        ("government", "description", "Congolese government"),
        ("Luanda", "name", "Luanda"),
    ],
    "its_bank": [  # on whose side of a place it is, there it is
        ("Rwandan", "demonym", "Rwanda"),
        ("Lake Kivu", "name", "Lake Kivu"),
        ("army", "description", "Rwanda Defence Force"),
        ("Congolese", "demonym", "Democratic Republic of the Congo"),
        ("Congolese rebels", "description", "Congolese rebels"),
    ],
    "who_tells": [  # "the group", "its" and "the paramilitaries" are those told of, not who tells it
        ("RSF", "name", "Rapid Support Forces"),
        ("Tuti", "name", "Tuti"),
        ("Nile Doctors Network", "name", "Nile Doctors Network"),
        ("Its", "pronoun", "Rapid Support Forces"),
        ("leader", "description", "Ali Sinan"),
        ("Ali Sinan", "name", "Ali Sinan"),
    ],
    "any_group": [  # the nearest band is the group, not a "Group" of experts of the sentence before
        ("Group of Experts", "name", "United Nations Group of Experts"),
        ("Goma", "name", "Goma"),
        ("Ugandan", "demonym", "Uganda"),
        ("Ugandan officers", "description", "Uganda"),
        ("Codeco", "name", "Cooperative for the Development of Congo"),
        ("Codeco recruits", "description", "Cooperative for the Development of Congo"),
        ("group", "description", "Cooperative for the Development of Congo"),
    ],
    "the_army": [  # "the army" is the state's, not that of a "Liberation Army"; "the force" may be "Forces"
        ("National Liberation Army", "name", "National Liberation Army (Colombia)"),
        ("Tibu", "name", "Tibú"),
        ("army", "description", "National Army of Colombia"),
        ("Rapid Support Forces", "name", "Rapid Support Forces"),
        ("Chad", "name", "Chad"),
        ("force", "description", "Rapid Support Forces"),
    ],
    "the_troops": [  # "the troops" are the soldiers before, not a band or a gunman
        ("Malian", "demonym", "Mali"),
        ("Malian soldiers", "description", "Mali"),
        ("gunman", "description", "gunman"),
        ("mayor", "description", "mayor"),
        ("troops", "description", "Mali"),
    ],
    "condemned_for": [  # whoever is condemned for them sells them; whoever gives thanks has received
        ("Chad", "name", "Chad"),
        ("Libya", "name", "Libya"),
        ("it", "pronoun", "Libya"),
        ("rebels", "description", "rebels"),
        ("Benin", "name", "Benin"),
        ("France", "name", "France"),
        ("Turkey", "name", "Turkey"),
        ("they", "pronoun", "France + Turkey"),
        ("its", "pronoun", "Benin"),
        ("army", "description", "Beninese military"),
    ],
    "thanked_for": [  # nobody gives to his own: "its" is of whoever gives thanks
        ("Togo", "name", "Togo"),
        ("Ghana", "name", "Ghana"),
        ("its", "pronoun", "Togo"),
        ("army", "description", "Togolese Armed Forces"),
    ],
    "judged_deal": [  # a deal that is praised is no party
        ("Hezbollah", "name", "Hezbollah"),
        ("Qatar", "name", "Qatar"),
    ],
    "says_it": [  # who says so, or acts for that reason, goes on as "it"
        ("CIA", "name", "CIA"),
        ("Kurds", "name", "Kurds"),
        ("Washington", "metonym", "United States"),
        ("it", "pronoun", "United States"),
        ("YPG", "name", "People's Protection Units"),
        ("Chad", "name", "Chad"),
        ("it", "pronoun", "Chad"),
    ],
    "his_office": [  # his office is that of the subject of what it says
        ("Haftar", "name", "Khalifa Haftar"),
        ("Omar Saleh", "name", "Omar Saleh"),
        ("Cairo", "name", "Cairo"),
        ("his", "pronoun", "Khalifa Haftar"),
        ("office", "description", "office of Khalifa Haftar"),
    ],
    "the_capital": [  # "the capital" is one, whatever town was named last
        ("army", "description", "Sudanese Armed Forces"),
        ("Khartoum", "name", "Khartoum"),
        ("RSF", "name", "Rapid Support Forces"),
        ("Kosti", "name", "Kosti"),
        ("Egypt", "name", "Egypt"),
        ("capital", "description", "Khartoum"),
    ],
    "our_units": [  # "our" is of whoever speaks, not of attackers, nor of whom a clause names beside it
        ("Eritrea", "name", "Eritrea"),
        ("Badme", "name", "Badme"),
        ("Kenya", "name", "Kenya"),
        ("us", "pronoun", "Ethiopian Defence Ministry"),
        ("Our", "pronoun", "Ethiopian Defence Ministry"),
        ("units", "description", "Ethiopian Defence Ministry"),
        ("town", "description", "Badme"),
        ("Ethiopian Defence Ministry", "name", "Ethiopian Defence Ministry"),
        ("Kenya", "name", "Kenya"),
    ],
    "by_sort": [  # "the Islamist group" is the last one named; a people bears no arms
        ("Hamas", "name", "Hamas"),
        ("Islamist group", "description", "Hamas"),
        ("Iran", "name", "Iran"),
        ("Kachin Independence Army", "name", "Kachin Independence Army"),
        ("Bhamo", "name", "Bhamo"),
        ("group", "description", "Kachin Independence Army"),
        ("ethnic group", "description", "ethnic group"),
    ],
    "next_group": [  # whom the sentence before is about, not who was "the group" above it
        ("Boko Haram", "name", "Boko Haram"),
        ("Baga", "name", "Baga"),
        ("jihadist group", "description", "Boko Haram"),
        ("bishop", "description", "bishop"),
        ("Rapid Support Forces", "name", "Rapid Support Forces"),
        ("Tuti", "name", "Tuti"),
        ("paramilitary group", "description", "Rapid Support Forces"),
    ],
    "no_armies": [  # "the army" is one, and not the armies spoken of before
        ("China", "name", "China"),
        ("ethnic armies", "description", "Burmese ethnic armies"),
        ("Myanmar", "name", "Myanmar"),
        ("army", "description", "Myanmar military"),
        ("Lashio", "name", "Lashio"),
    ],
    "back_them": [  # whom the militias back stands before them in the list
        ("M23", "name", "March 23 Movement"),
        ("Congolese", "demonym", "Democratic Republic of the Congo"),
        ("Congolese soldiers", "description", "Democratic Republic of the Congo"),
        ("Wazalendo militias", "name", "Wazalendo"),
        ("that", "pronoun", "Wazalendo"),
        ("them", "pronoun", "Democratic Republic of the Congo"),
    ],
    "report_by": [  # a report is whoever wrote it
        ("report", "description", "Amnesty International"),
        ("Amnesty International", "name", "Amnesty International"),
        ("Chad", "name", "Chad"),
        ("RSF", "name", "Rapid Support Forces"),
    ],
    "own_they": [  # not "the two who met" in the sentence before, where the sentence has a subject of its own
        ("Abiy", "name", "Abiy Ahmed"),
        ("Isaias", "name", "Isaias Afwerki"),
        ("Asmara", "name", "Asmara"),
        ("Houthis", "name", "Houthis"),
        ("they", "pronoun", "Houthis"),
    ],
    "traders_ships": [  # no merchant is attacked
        ("Houthi", "demonym", "Houthis"),
        ("Houthi fighters", "description", "Houthis"),
    ],
    "blockade_of": [  # a blockade of a town is not the town's
        ("RSF", "name", "Rapid Support Forces"),
        ("blockade", "description", "Rapid Support Forces"),
        ("Omdurman", "name", "Omdurman"),
    ],
    "for_hire": [  # men for hire do not tell where the text is set
        ("Mali", "name", "Mali"),
        ("French", "demonym", "France"),
        ("French spy", "description", "France"),
        ("Russian", "demonym", "Russia"),
        ("Russian mercenaries", "description", "Russian mercenaries"),
        ("junta", "description", "Malian junta"),
        ("parties", "description", "parties"),
    ],
    "national_army": [  # is the state's, whatever a group may call itself
        ("Russian", "demonym", "Russia"),
        ("Russian jets", "description", "Russia"),
        ("Idlib", "name", "Idlib"),
        ("Rebels", "description", "Syrian rebels"),
        ("national army", "description", "Syrian Arab Army"),
    ],
}


@pytest.mark.parametrize("name", EXPECTED)
def test_reference(name: str) -> None:
    assert listed(name) == EXPECTED[name]
