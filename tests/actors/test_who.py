"""Whom pronouns and descriptions over several sentences take up, and whom they do not."""

from __future__ import annotations

import pytest

from tests.actors.parsed import listed

# Mentions that are no names: (words, names of the actors).
EXPECTED: dict[str, list[tuple[str, str]]] = {
    "joining_it": [  # what the same subject did something to is no party
        ("Varunda army", "Varunda army"),
        ("it", "Varunda army"),
    ],
    "bound_by_it": [  # nor is a deal that binds somebody
        ("they", "Houthis"),
    ],
    "denies_it": [  # nor what is denied
    ],
    "governments_of_two": [  # of two states are two
        ("governments", "Chadian government + Nigerien government"),
        ("armies", "Chadian National Army + Niger Armed Forces"),
    ],
    "denied_it_arms": [  # but whom something is denied is one
    ],
    "warned_and_attacked_it": [  # and whom one attacks, whatever was issued before
        ("it", "Rapid Support Forces"),
    ],
    "deal_spared": [  # the deal goes on, not the town that it spared
    ],
    "their_villages": [  # of the pronoun that is the subject
        ("hunters", "hunters"),
        ("elders", "elders"),
        ("They", "hunters"),
        ("their", "hunters"),
        ("villages", "villages of hunters"),
    ],
    "help_its_neighbour": [  # of the subject, not of the army before
        ("soldiers", "Burundi"),
        ("its", "Burundi"),
        ("neighbour", "neighbour of Burundi"),
    ],
    "its_soldiers": [  # nobody attacks his own
        ("its", "Chad"),
        ("soldiers", "Chad"),
    ],
    "letting_its_citizens": [  # of whoever is accused
        ("its", "China"),
        ("citizens", "Chinese citizens"),
    ],
    "although_its_premier": [  # of whoever refuses, not of whom he refuses it
        ("its", "South Korea"),
        ("premier", "premier of South Korea"),
    ],
    "its_leader_named": [  # of the band that he leads, not of the subject before
        ("group", "Houthis"),
        ("Its", "Houthis"),
        ("leader", "Abdul-Malik al-Houthi"),
    ],
    "his_men_near": [  # of the subject over it, not of a person of the sentence before
        ("Gran Grif leader", "Luckson Elan"),
        ("police", "police"),
        ("his", "Luckson Elan"),
        ("men", "Gran Grif"),
    ],
    "it_behind_a_denial": [  # whoever denied goes on
        ("ministry", "Congolese ministry"),
        ("It", "Rwanda"),
        ("its", "Rwanda"),
        ("troops", "Rwanda"),
    ],
    "out_of_a_list": [  # one of three is no "it"
        ("SADC mission", "Southern African Development Community"),
        ("It", "Southern African Development Community"),
        ("men", "men"),
    ],
    "its_foreign_minister": [  # a state has one, a band has none
        ("Its", "Oman"),
        ("foreign minister", "Oman"),
    ],
    "three_juntas": [  # with those whose partners they are, and nobody accused before; one junta is Mali's
        ("Mali's partners", "partners of Mali"),
        ("troops", "Burkina Faso + Niger"),
        ("juntas", "Burkina Faso + Niger + Mali"),
        ("junta", "Malian junta"),
    ],
    "two_states": [  # by a ministry and a demonym, not two of the sentence before
        ("its", "Iraqi Foreign Ministry"),
        ("Israeli counterpart", "Israel"),
        ("states", "Iraq + Israel"),
    ],
    "two_neighbours": [  # are countries, by the place that was struck, and not those who broker
        ("Pakistani jets", "Pakistan"),
        ("who", "Qatar"),
        ("neighbours", "Pakistan + Afghanistan"),
    ],
    "not_two_of_three": [  # two are not the first of three
        ("governments", "governments"),
    ],
    "both_who_clashed": [  # not whoever arms one of them
        ("both", "Giants Brigades + Hamas"),
    ],
    "the_other_one": [  # not whom the clause has just named
        ("other", "Calarca Cordoba"),
    ],
    "officers_of_no_officer": [  # officers are not one of before, nor of whoever gets arms from them
        ("TNLA officer", "Ta'ang National Liberation Army"),
        ("officers", "Burmese officers"),
    ],
    "soldiers_there": [  # who are trained in a country are of it
        ("soldiers", "Nigerien soldiers"),
    ],
    "the_gangs": [  # are no one gang
        ("Gangs", "Haitian gangs"),
        ("gangs", "Haitian gangs"),
    ],
    "the_council": [  # whoever is called so
        ("council", "Southern Transitional Council"),
    ],
    "no_council": [  # and no band for want of one
        ("council", "council"),
    ],
    "the_group_again": [  # the band that has been the subject since
        ("group", "Tehrik-e Taliban Pakistan"),
        ("group's chief", "chief of Tehrik-e Taliban Pakistan"),
        ("group", "Baloch Liberation Army"),
    ],
    "new_wing": [  # what was just set up
        ("faction", "faction"),
        ("wing", "armed wing"),
        ("group", "armed wing"),
    ],
    "mutineers": [  # the general's men, not the army they fight
        ("Soldiers", "soldiers of Obed Kassange"),
        ("General", "Obed Kassange"),
        ("mutineers", "soldiers of Obed Kassange"),
    ],
    "mutineers_alone": [  # or a side of their own
        ("mutineers", "mutineers"),
    ],
    "renegade_soldiers": [  # a band that split from the army
        ("which", "Sable Brigade"),
        ("army", "army"),
        ("dam", "dam"),
        ("mutinous soldiers", "Sable Brigade"),
    ],
    "the_wounded": [  # are no fighters
    ],
    "convoy_no_holder": [  # soldiers are no convoy's
        ("convoy", "Burmese convoy"),
        ("soldiers", "Burmese soldiers"),
        ("junta", "Myanmar military junta"),
        ("junta soldiers", "Myanmar military junta"),
    ],
    "sent_soldiers": [  # are the sender's
        ("Congolese soldiers", "Democratic Republic of the Congo"),
        ("sappers", "North Korea"),
    ],
    "rockets_by_nobody": [  # of no health ministry
        ("Lebanese health ministry", "Lebanese health ministry"),
    ],
    "the_invaders": [  # are not of the country that they invade
        ("village", "village"),
        ("invaders", "invaders"),
    ],
    "sacked_commander": [  # has a band no more
        ("sacked commander", "Obed Kassange"),
        ("Kassange's men", "men of Obed Kassange"),
    ],
    "leader_in_text": [  # his men are the band that he leads
        ("Highmoor Front commander", "Ilo Branec"),
        ("His", "Ilo Branec"),
        ("men", "Highmoor Front"),
    ],
    "the_kingdom": [  # the last state that is one
        ("kingdom", "Saudi Arabia"),
        ("sultanate", "Oman"),
    ],
    "the_country_goes_on": [  # the subject of the sentence before, where it goes on acting
        ("country", "Ecuador"),
    ],
    "the_country_stays": [  # else the country that the text is about
        ("country", "Colombia"),
    ],
    "insurgents_again": [  # who was called the rebels, not a band beside
        ("rebels", "March 23 Movement"),
        ("insurgents", "March 23 Movement"),
    ],
    "insurgents_near": [  # unless another is the subject since
        ("rebels", "March 23 Movement"),
        ("insurgents", "Democratic Forces for the Liberation of Rwanda"),
    ],
    "sent_to_reinforce": [  # whoever stands in the list with them
        ("militiamen", "Congolese militiamen"),
        ("who", "Congolese militiamen"),
        ("it", "Armed Forces of the Democratic Republic of the Congo"),
    ],
    "they_wrote": [  # who reports it, and is no party
    ],
    "talks_in_qatar": [  # of whoever fights them, not of the venue
        ("gang", "Gulf Clan"),
        ("government", "Colombian government"),
    ],
    "would_support": [  # not that of whoever supports it
        ("its", "France"),
        ("instructors", "France"),
        ("army", "army of Zandara"),
    ],
    "french_trained": [  # those who trained somebody are not one of the two
        ("Eagles", "Eagles"),
        ("Eagles", "Eagles"),
        ("commandos", "Malian commandos"),
        ("countries", "Chad + Mali"),
    ],
}


@pytest.mark.parametrize("name", EXPECTED)
def test_who(name: str) -> None:
    assert [(words, names) for words, form, names in listed(name) if form in {"pronoun", "description"}] == EXPECTED[
        name
    ]
