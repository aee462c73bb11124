"""Whose side somebody is on, and who is another: several parties in one phrase, victims and whoever hurts them."""

from __future__ import annotations

import pytest

from tests.actors.parsed import listed

EXPECTED: dict[str, list[tuple[str, str, str]]] = {
    "led_coalition": [  # whom a coalition is led by, or stands against, is spoken of as well
        ("U.S.", "name", "United States"),
        ("coalition", "name", "Global Coalition against Daesh"),
        ("ISIL", "name", "Islamic State"),
        ("coalition", "name", "Global Coalition against Daesh"),
    ],
    "peoples": [  # fighters of two peoples are two groups, presidents of two states two people
        ("Kurdish and Yazidi fighters", "description", "Kurdish fighters + Yazidi fighters"),
        ("Kenyan", "demonym", "Kenya"),
        ("Ugandan", "demonym", "Uganda"),
        ("Kenyan and Ugandan presidents", "description", "Kenyan president + Ugandan president"),
    ],
    "side_by_side": [  # the same, where a parse hangs both peoples on the militias
        ("Druze", "description", "druze"),
        ("Bedouin militias", "description", "Syrian Druze militias + Bedouin militias"),
        ("Sweida", "name", "Suwayda"),
    ],
    "town": [  # a town that is shelled, or falls, is no person
        ("Goma", "name", "Goma"),
    ],
    "dozens": [  # whom fighters kill by dozens they are not
        ("army", "description", "Sudanese Armed Forces"),
        ("RSF", "name", "Rapid Support Forces"),
        ("RSF", "name", "Rapid Support Forces"),
        ("its", "pronoun", "Rapid Support Forces"),
        ("fighters", "description", "Rapid Support Forces"),
        ("soldiers", "description", "Sudanese Armed Forces"),
    ],
    "their_aim": [  # whom the militias mean to crush they are not
        ("militias", "description", "militias"),
        ("Russian", "demonym", "Russia"),
        ("Iranian", "demonym", "Iran"),
        ("Russian and Iranian forces", "description", "Russia + Iran"),
        ("rebels", "description", "rebels"),
    ],
    "ministry": [  # a ministry that somebody else runs is not the state's
        ("people", "description", "people"),
        ("Houthi", "demonym", "Houthis"),
        ("health ministry", "description", "Yemeni Houthi-run health ministry"),
    ],
    "general": [  # a city that stands for a government is here a general
        ("Gen.", "description", "Michael Langley"),
        ("Michael Langley", "name", "Michael Langley"),
        ("president", "description", "Somali president"),
        ("Somalia", "name", "Somalia"),
        ("Langley", "name", "Michael Langley"),
        ("troops", "description", "troops"),
    ],
    "own_soldiers": [  # nobody kills his own soldiers
        ("South Africa", "name", "South Africa"),
        ("M23", "name", "March 23 Movement"),
        ("Rwandan", "demonym", "Rwanda"),
        ("Rwandan troops", "description", "Rwanda"),
        ("its", "pronoun", "South Africa"),
        ("soldiers", "description", "South Africa"),
    ],
    "says_them": [  # whoever says that somebody arms them speaks of themselves
        ("Iran", "name", "Iran"),
        ("troops", "description", "Iran"),
        ("Syria", "name", "Syria"),
        ("Syrian", "demonym", "Syria"),
        ("Syrian rebels", "description", "Syrian rebels"),
        ("United States", "name", "United States"),
        ("them", "pronoun", "Syrian rebels"),
    ],
    "its_allies": [  # allies of a state are a state, those of a militia are not
        ("Hezbollah", "name", "Hezbollah"),
        ("its", "pronoun", "Hezbollah"),
        ("Iraqi", "demonym", "Iraq"),
        ("Iraqi allies", "description", "Iraqi allies of Hezbollah"),
        ("Israel", "name", "Israel"),
        ("Russia", "name", "Russia"),
        ("its", "pronoun", "Russia"),
        ("Syrian", "demonym", "Syria"),
        ("Syrian allies", "description", "Syria"),
        ("Idlib", "name", "Idlib"),
    ],
    "the_coalition": [  # the coalition is the one against whom the text names
        ("ISIL", "name", "Islamic State"),
        ("Sinjar", "name", "Sinjar"),
        ("Coalition", "description", "Global Coalition against Daesh"),
    ],
    "held_ground": [  # ground is called by whom it is held, and where
        ("army", "description", "Yemeni Armed Forces"),
        ("Houthi", "demonym", "Houthis"),
        ("territory", "description", "Houthis-held territory in Yemen"),
        ("Yemen", "name", "Yemen"),
    ],
    "ministry_we": [  # a ministry's people say "we" of their country
        ("Pentagon", "name", "Pentagon"),
        ("Pentagon Press", "description", "Pentagon press"),
        ("Secretary", "description", "Peter Cook"),
        ("Peter Cook", "name", "Peter Cook"),
        ("We", "pronoun", "United States"),
        ("al-Qaida", "name", "Al-Qaeda"),
        ("our", "pronoun", "United States"),
        ("allies", "description", "allies of United States"),
    ],
    "put_out": [  # whoever puts out a statement speaks in it
        ("Gen.", "description", "Stephen J. Townsend"),
        ("Stephen Townsend", "name", "Stephen J. Townsend"),
        ("commander", "description", "Stephen J. Townsend"),
        ("Inherent Resolve", "name", "Inherent Resolve"),
        ("We", "pronoun", "Inherent Resolve"),
        ("Raqqa", "name", "Raqqa"),
    ],
    "not_its_givers": [  # an army that is armed is not that of who arms it
        ("Russia", "name", "Russia"),
        ("Iran", "name", "Iran"),
        ("army", "description", "Sudanese Armed Forces"),
        ("exchange", "description", "exchange"),
        ("Port Sudan", "name", "Port Sudan"),
    ],
    "chief": [  # an army's chief tells whose it is
        ("Burhan", "name", "Abdel Fattah al-Burhan"),
        ("army", "description", "Sudanese Armed Forces"),
        ("army chief", "description", "Abdel Fattah al-Burhan"),
        ("Cairo", "name", "Cairo"),
        ("Egyptian", "demonym", "Egypt"),
        ("Egyptian president", "description", "Egyptian president"),
    ],
    "our_forces": [  # our forces are not of the country where they are
        ("Our", "pronoun", ""),
        ("forces", "description", "forces"),
        ("Iraq", "name", "Iraq"),
        ("Peshmerga", "name", "Peshmerga"),
    ],
    "shared_name": [  # what two countries share is no name of one
        ("Taliban", "name", "Taliban"),
        ("U.S.", "name", "United States"),
        ("Afghan", "demonym", "Afghanistan"),
        ("U.S. and Afghan forces", "description", "United States + Afghanistan"),
        ("Helmand", "name", "Helmand"),
    ],
    "his_son": [  # a son has his father's name
        ("Haftar", "name", "Khalifa Haftar"),
        ("his", "pronoun", "Khalifa Haftar"),
        ("son", "description", "Saddam Haftar"),
        ("Saddam", "name", "Saddam Haftar"),
        ("Russian", "demonym", "Russia"),
        ("Russian officials", "description", "Russia"),
    ],
    "adf": [  # an acronym is that of a group before that of another country's army
        ("ADF", "name", "Allied Democratic Forces"),
        ("ADF fighters", "description", "Allied Democratic Forces"),
        ("Beni", "name", "Beni"),
    ],
    "the_parties": [  # parties to a conflict are not whoever speaks of them
        ("Council", "description", "council"),
        ("states", "description", "states"),
        ("parties", "description", "parties"),
    ],
    "two_leaders": [  # they are the two who met
        ("President", "description", "Shavkat Mirziyoyev"),
        ("Mirziyoyev", "name", "Shavkat Mirziyoyev"),
        ("President", "description", "Vladimir Putin"),
        ("Putin", "name", "Vladimir Putin"),
        ("Moscow", "name", "Moscow"),
        ("They", "pronoun", "Shavkat Mirziyoyev + Vladimir Putin"),
    ],
    "embedded": [  # "the group" is whom the sentence before is about, not a group inside it
        ("PJAK", "name", "Kurdistan Free Life Party"),
        ("which", "pronoun", "Kurdistan Free Life Party"),
        ("PKK", "name", "Kurdistan Workers' Party"),
        ("Marivan", "name", "Marivan"),
        ("group", "description", "Kurdistan Free Life Party"),
        ("Iran", "name", "Iran"),
    ],
    "two_before": [  # two parties are those who were the subject together
        ("PKK", "name", "Kurdistan Workers' Party"),
        ("KDP", "name", "Kurdistan Democratic Party"),
        ("mountains", "description", "mountains"),
        ("Turkey", "name", "Turkey"),
        ("parties", "description", "Kurdistan Workers' Party + Kurdistan Democratic Party"),
    ],
    "taken_city": [  # a capital that is taken is a place, one that signs is a government
        ("rebels", "description", "Central African rebels"),
        ("Bangui", "name", "Bangui"),
        ("Bangui", "metonym", "Central African Republic"),
    ],
    "field": [  # the field of an office is no part of a name
        ("Minister", "description", "Ray Collins"),
        ("Ray Collins", "name", "Ray Collins"),
        ("president", "description", "president"),
    ],
    "machines": [  # what stands behind the name of a force acts for it
        ("RAF", "name", "Royal Air Force"),
        ("Tornados", "description", "Royal Air Force"),
        ("Raqqa", "name", "Raqqa"),
        ("French", "demonym", "France"),
        ("Rafales", "description", "France"),
        ("Mosul", "name", "Mosul"),
    ],
    "charged_it": [  # whom a case is against is accused, not the court
        ("Sudan", "name", "Sudan"),
        ("UAE", "name", "United Arab Emirates"),
        ("International Court of Justice", "name", "International Court of Justice"),
        ("it", "pronoun", "United Arab Emirates"),
        ("RSF", "name", "Rapid Support Forces"),
    ],
    "namesake": [  # whoever has another first name is another person
        ("Luis Maduro", "name", "Luis Maduro"),
        ("who", "pronoun", "Luis Maduro"),
        ("Huerto Cartel", "name", "Huerto Cartel"),
    ],
    "dealers": [  # the country of dealers is not that of the rebels who buy from them
        ("rebels", "description", "rebels"),
        ("dealers", "description", "dealers"),
        ("Bulgaria", "name", "Bulgaria"),
    ],
    "nationals": [  # people of a state who are told apart are not the state
        ("Americans", "description", "Americans"),
        ("who", "pronoun", "Americans"),
        ("Dawn Front", "name", "Dawn Front"),
        ("it", "pronoun", "Dawn Front"),
        ("Turks", "noun", "Turkey"),
        ("who", "pronoun", "Turkey"),
    ],
    "ethnic": [  # officials who are ethnic Albanians are not Albania's
        ("Northern Shield", "description", "northern shield"),
        ("Albanian", "description", "ethnic Albanian"),
        ("ethnic Albanian officials", "description", "ethnic Albanian"),
    ],
    "two_word_title": [  # a title of two words is one person's
        ("UN", "name", "United Nations"),
        ("General", "description", "António Guterres"),
        ("Antonio Guterres", "name", "António Guterres"),
        ("NATO", "name", "NATO"),
        ("General", "description", "Mark Rutte"),
        ("Mark Rutte", "name", "Mark Rutte"),
    ],
    "typhoon": [  # a storm has a name and is no party
        ("Kyushu", "name", "Kyushu"),
    ],
    "same_coalition": [  # what both are part of is neither
        ("groups", "description", "Coast Coalition + Hill Front"),
        ("Coast Coalition", "name", "Coast Coalition"),
        ("Hill Front", "name", "Hill Front"),
        ("same coalition", "description", "coalition"),
    ],
    "dateline": [  # agencies and towns before a dispatch are no parties
        ("Rebels", "description", "Lebanese rebels"),
    ],
    "young": [  # some people of a country are not the country
        ("network", "description", "network"),
        ("Cubans", "description", "Cubans"),
    ],
    "rebel_alliance": [  # what says which alliance it is is nobody, and the rebels after it are the alliance
        ("Fighters", "description", "fighters"),
        ("Kivu rebel alliance", "description", "Kivu rebel alliance"),
        ("Rwanda", "name", "Rwanda"),
        ("rebels", "description", "fighters"),
    ],
    "backed_group": [  # the group that somebody backs is the one spoken of
        ("Hezbollah", "name", "Hezbollah"),
        ("Israel", "name", "Israel"),
        ("Iran", "name", "Iran"),
        ("group", "description", "Hezbollah"),
    ],
    "militia_beside": [  # gunmen of a group, a militia: the militia is the group
        ("Gunmen", "description", "Eastern Shield"),
        ("Eastern Shield", "name", "Eastern Shield"),
        ("militia", "description", "Eastern Shield"),
        ("road", "description", "road"),
        ("militia", "description", "Eastern Shield"),
    ],
    "liberation_army": [  # an army of liberation is one of rebels
        ("Wabe Liberation Army", "name", "Wabe Liberation Army"),
        ("rebels", "description", "Wabe Liberation Army"),
    ],
    "small_group": [  # whom an apposition calls a group is one
        ("Saor Uladh Nua", "name", "Saor Uladh Nua"),
        ("small militant group", "description", "Saor Uladh Nua"),
        ("group", "description", "Saor Uladh Nua"),
    ],
    "jets": [  # jets are those of a state
        ("Nigerian", "demonym", "Nigeria"),
        ("Nigerian troops", "description", "Nigeria"),
        ("Boko Haram", "name", "Boko Haram"),
        ("militants", "description", "Boko Haram"),
        ("jets", "description", "Nigeria"),
    ],
}


@pytest.mark.parametrize("name", EXPECTED)
def test_sides(name: str) -> None:
    assert listed(name) == EXPECTED[name]
