"""Who is spoken of in our own recorded sentences, and what holds of every text."""

from __future__ import annotations

import sys

import pytest
import spacy
from hypothesis import given, settings
from hypothesis import strategies as st
from spacy.tokens import Doc

from imbroglio.actors import Registry, find_mentions
from imbroglio.model import Actor, ActorKind, Document
from tests.actors.parsed import blocks, listed, read

Row = tuple[str, str, str]
EXPECTED: dict[str, list[Row]] = {
    "stance": [  # the phrase leaves the stance out; a state as ground of events is a mention too
        ("Iran", "name", "Iran"),
        ("militias", "description", "Iraqi militias"),
        ("Iraq", "name", "Iraq"),
        ("U.S.", "name", "United States"),
        ("Kurdish forces", "description", "Iraqi Kurdish forces"),
    ],
    "one_group": [  # the country of the militias spoken of before, not of the war; backed by the same, so the same
        ("Iraqi", "demonym", "Iraq"),
        ("Iraqi militias", "description", "Iraqi Shia militias"),
        ("Hama", "name", "Hama"),
        ("Shia militias", "description", "Iraqi Shia militias"),
        ("U.S.", "name", "United States"),
        ("rebels", "description", "Syrian rebels"),
        ("Syria", "name", "Syria"),
        ("U.S.", "name", "United States"),
        ("forces", "description", "Syrian rebels"),
        ("Idlib", "name", "Idlib"),
    ],
    "turned": [  # "anti-" is said of the name behind the title, whose state tells the country
        ("Kyiv", "metonym", "Ukraine"),
        ("Russian", "name", "Vladimir Putin"),
        ("president", "description", "Vladimir Putin"),
        ("Vladimir Putin", "name", "Vladimir Putin"),
        ("fighters", "description", "Russian fighters"),
    ],
    "foes": [  # whom they were killed by cannot be whose they are
        ("RSF", "name", "Rapid Support Forces"),
        ("soldiers", "description", "Sudanese soldiers"),
        ("El Fasher", "name", "El Fasher"),
    ],
    "his_movement": [  # whom the registry knows to lead a group speaks of that
        ("Hassan Nasrallah", "name", "Hassan Nasrallah"),
        ("his", "pronoun", "Hassan Nasrallah"),
        ("movement", "description", "Hezbollah"),
        ("Israel", "name", "Israel"),
    ],
    "causes": [  # those who fight for a cause are not the volunteers spoken of before
        ("army", "description", "army"),
        ("volunteers", "description", "volunteers"),
        ("jihadists", "description", "jihadists"),
    ],
    "make": [("Germany", "name", "Germany"), ("Ukraine", "name", "Ukraine")],  # the name of arms is no actor
    "of_arms": [  # an army's name is one
        ("Sudan", "name", "Sudan"),
        ("Ashmarch", "name", "Ashmarch"),
        ("Ashmarch army", "description", "Ashmarch army"),
    ],
    "sent": [  # who is sent belongs to the sender
        ("Kenya", "name", "Kenya"),
        ("police", "description", "Kenya Police"),
        ("police officers", "description", "Kenya Police"),
        ("Haiti", "name", "Haiti"),
        ("gangs", "description", "Haitian gangs"),
    ],
    "own_government": [  # nobody arms a government of its own
        ("Beijing", "metonym", "China"),
        ("junta", "description", "junta"),
    ],
    "armies": [  # several armies are not that of a state
        ("United Wa State Army", "name", "United Wa State Army"),
        ("other ethnic armies", "description", "Burmese ethnic armies"),
    ],
    "on_his_side": [  # a side that is taken is no party
        ("Zimbabwe", "name", "Zimbabwe"),
        ("Congo", "name", "Democratic Republic of the Congo"),
        ("Kabila", "name", "Joseph Kabila"),
        ("Rwanda", "name", "Rwanda"),
        ("rebels", "description", "Congolese rebels"),
    ],
    "turned_on": [  # a government that turns on Paris is not that of France
        ("France", "name", "France"),
        ("Niger", "name", "Niger"),
        ("junta", "description", "Nigerien junta"),
        ("Paris", "metonym", "France"),
    ],
    "numbered": [  # the number is part of a unit's name
        ("Mutinous soldiers", "description", "Fifth Corps"),
        ("Fifth Corps", "name", "Fifth Corps"),
        ("several tanks", "description", "Third Armoured Division"),
        ("Third Armoured Division", "name", "Third Armoured Division"),
        ("harbour", "description", "harbour"),
        ("first army", "description", "Chadian National Army"),
        ("that", "pronoun", "Chadian National Army"),
        ("Chad", "name", "Chad"),
    ],
    "portfolio": [  # the state of a secretary is not the person's name, a region of a governor is one
        ("envoy", "description", "envoy"),
        ("Secretary", "description", "Carla Benn"),
        ("State", "description", "state"),
        ("Carla Benn", "name", "Carla Benn"),
        ("governor", "description", "governor of Western Ituri"),
        ("Western Ituri", "name", "Western Ituri"),
    ],
    "rebels_home": [  # the army is that of the country whose rebels are spoken of, not of who arms them
        ("Uganda", "name", "Uganda"),
        ("M23", "name", "March 23 Movement"),
        ("Congo", "name", "Democratic Republic of the Congo"),
        ("Kampala", "metonym", "Uganda"),
        ("it", "pronoun", "March 23 Movement"),
        ("army", "description", "Armed Forces of the Democratic Republic of the Congo"),
        ("Goma", "name", "Goma"),
    ],
    "charged": [  # whom a junta charges is not its own state
        ("Mali", "name", "Mali"),
        ("envoys", "description", "Algeria"),
        ("Algeria", "name", "Algeria"),
        ("junta", "description", "Malian junta"),
        ("Algiers", "metonym", "Algeria"),
    ],
    "spokesman": [  # whose spokesman he is, that is his movement
        ("CMA", "name", "Coordination of Azawad Movements"),
        ("CMA spokesman", "description", "Coordination of Azawad Movements spokesman"),
        ("Almou Ag Tari", "name", "Almou Ag Tari"),
        ("his", "pronoun", "Coordination of Azawad Movements spokesman"),
        ("movement", "description", "Coordination of Azawad Movements"),
        ("town", "description", "town"),
    ],
    "several": [
        ("Residents", "description", "residents"),
        ("VDPs", "name", "Volunteers for the Defence of the Homeland"),
        ("PMUs", "name", "Popular Mobilization Units"),
    ],
    "kin": [  # a relative bears the same surname, whoever is best known by the first name
        ("Paul Kagame", "name", "Paul Kagame"),
        ("Paul Kagame's cousin", "description", "Saddam Kagame"),
        ("Saddam", "name", "Saddam Kagame"),
        ("envoy", "description", "envoy"),
        ("Chad", "name", "Chad"),
        ("Saddam", "name", "Saddam Hussein"),
    ],
    "some_people": [  # so many of them are not their state
        ("Turkey", "name", "Turkey"),
        ("Syrians", "description", "Syrians"),
        ("Syrians", "noun", "Syria"),
        ("Libyans", "description", "Libyans"),
    ],
    "origins": [
        ("Fighters", "description", "Chadian fighters + Nigerien fighters"),
        ("Chad", "name", "Chad"),
        ("Niger", "name", "Niger"),
        ("gunmen", "description", "Boko Haram"),
        ("Boko Haram", "name", "Boko Haram"),
    ],
    "sorts": [
        ("Malian", "demonym", "Mali"),
        ("Other Malian rebel groups", "description", "Malian rebels"),
        ("rebel units", "description", "Malian rebels"),
    ],
    "quantity": [("Cuba", "name", "Cuba"), ("many foreign troops", "description", "foreign troops")],
    "acronym": [  # the text's own acronym wins over the registry's
        ("Sava Defence Front", "name", "Sava Defence Front"),
        ("SDF", "name", "Sava Defence Front"),
        ("port", "description", "Marsh"),
        ("Marsh", "name", "Marsh"),
        ("SDF", "name", "Sava Defence Front"),
        ("Moscow", "metonym", "Russia"),
    ],
    "alias": [
        ("Harbour Council", "name", "Harbour Council"),
        ("Lantern League", "name", "Harbour Council"),
        ("Qatar", "name", "Qatar"),
        ("League", "description", "Harbour Council"),
        ("its", "pronoun", "Harbour Council"),
        ("leaders", "description", "Harbour Council"),
    ],
    "invented": [
        ("Velmark", "name", "Velmark"),
        ("Otter Militia", "name", "Otter Militia"),
        ("Velmarkian", "demonym", "Velmark"),
        ("Velmarkian officers", "description", "Velmark"),
        ("it", "pronoun", "Otter Militia"),
    ],
    "prefix": [
        ("Assad", "name", "Bashar al-Assad"),
        ("fighters", "description", "Syrian fighters"),
        ("Iranian", "demonym", "Iran"),
        ("militias", "description", "Syrian militias"),
        ("Aleppo", "name", "Aleppo"),
    ],
    "made": [("rebels", "description", "rebels")],  # neither "Chinese-made" nor "in Arabic"
    "relation": [
        ("ally", "description", "Russia"),
        ("Russia", "name", "Russia"),
        ("Syrian government", "name", "Syrian government"),
        ("Jordan", "name", "Jordan"),
        ("Jordan's allies", "description", "allies of Jordan"),
    ],
    "government": [
        ("Assad's regime", "name", "Syrian government"),
        ("government", "description", "Libyan government in Tripoli"),
        ("Tripoli", "name", "Tripoli"),
        ("junta", "description", "Malian junta"),
        ("Mali", "name", "Mali"),
    ],
    "army": [
        ("Mali", "name", "Mali"),
        ("army", "description", "Malian Armed Forces"),
        ("militants", "description", "Nigerien militants"),
        ("Niger", "name", "Niger"),
    ],
    "latter": [
        ("Chad", "name", "Chad"),
        ("Lake Front", "name", "Lake Front"),
        ("Desert Covenant", "name", "Desert Covenant"),
        ("former", "pronoun", "Lake Front"),
        ("latter", "pronoun", "Desert Covenant"),
    ],
    "title": [
        ("Badr", "name", "Badr Organization"),
        ("Badr leader", "description", "Hadi al-Amiri"),
        ("Hadi al-Amiri", "name", "Hadi al-Amiri"),
        ("Iranian", "demonym", "Iran"),
        ("Minister", "description", "Javad Zarif"),
        ("Javad Zarif", "name", "Javad Zarif"),
    ],
    "title-again": [
        ("Minister", "description", "Elke Marten"),
        ("Elke Marten", "name", "Elke Marten"),
        ("rebels", "description", "rebels"),
        ("minister", "description", "Elke Marten"),
        ("they", "pronoun", "rebels"),
        ("her", "pronoun", "Elke Marten"),
    ],
    "nationality": [
        ("Fighters", "description", "Desert Covenant"),
        ("Desert Covenant", "name", "Desert Covenant"),
        ("airport", "description", "airport"),
        ("Covenant", "description", "Desert Covenant"),
        ("Covenant's men", "description", "Desert Covenant"),
    ],
    "loyal": [
        ("Troops", "description", "Libyan National Army"),
        ("Khalifa Haftar", "name", "Khalifa Haftar"),
        ("Zawiya", "name", "Zawiya"),
    ],
    "surname": [
        ("General", "description", "Otho Brenn"),
        ("Otho Brenn", "name", "Otho Brenn"),
        ("Fen Partisans", "name", "Fen Partisans"),
        ("Brenn", "name", "Otho Brenn"),
        ("Reuters", "name", "Reuters"),
        ("his", "pronoun", "Otho Brenn"),
        ("fighters", "description", "fighters of Otho Brenn"),
        ("bridge", "description", "bridge"),
    ],
}
WORDS = [
    "Iran",
    "U.S.",
    "-",
    "backed",
    "rebels",
    "it",
    "they",
    "the",
    "both",
    "of",
    "Guard",
    "General",
    "“",
    "”",
    "we",
    "said",
    "al",
    "'s",
]
TAGS = ["NOUN", "PROPN", "ADJ", "VERB", "PRON", "PUNCT", "DET", "ADP", "PART"]
RELATIONS = ["nsubj", "obj", "amod", "compound", "nmod", "conj", "case", "acl:relcl", "appos", "nmod:poss", "flat"]


@pytest.mark.parametrize("name", EXPECTED)
def test_mentions(name: str) -> None:
    assert listed(name) == EXPECTED[name]


def test_troops_are_their_state_and_a_named_place_is_a_place() -> None:
    parsed, mentions = read("troops")
    by_words = {m.span.of(parsed.text): m for m in mentions.items}
    assert by_words["Iranian troops"].actors == ("iran",)
    assert mentions.actors[by_words["Maarat"].actors[0]].kind is ActorKind.PLACE
    assert by_words["town"].actors == by_words["Maarat"].actors == ("place:maarat",)


def test_a_capital_is_a_government_only_where_it_acts() -> None:
    parsed, mentions = read("capital")
    found = [(m.span.of(parsed.text), m.actors) for m in mentions.items if m.form != "description"]
    assert found == [
        ("Washington", ("united-states",)),
        ("Baghdad", ("place:baghdad",)),
        ("Baghdad", ("place:baghdad",)),
    ]


def test_both_countries() -> None:
    parsed, mentions = read("both")
    both = next(m for m in mentions.items if m.span.of(parsed.text) == "countries")
    assert both.actors == ("kenya", "uganda")


def test_unnamed_people_are_marked() -> None:
    parsed, mentions = read("anonymous")
    assert [m.span.of(parsed.text) for m in mentions.items if m.anonymous] == ["U.S. defense officials"]


def test_the_speaker_may_be_given() -> None:
    parsed, mentions = read("firstperson")
    we = next(m for m in mentions.items if m.span.of(parsed.text) == "We")
    assert we.actors == ("dawn-brigade",)  # the speaker's side
    _, given = read("firstperson", we=Actor("ferryman", "Ferryman"))
    spoken = given.at(we.head)
    assert spoken is not None
    assert (spoken.actors, spoken.reason) == (("ferryman",), "first person: the speaker given")


def test_every_link_has_a_reason_and_exact_words() -> None:
    for name in blocks():
        parsed, mentions = read(name)
        for m in mentions.items:
            assert m.reason
            assert m.start <= m.head < m.end
            words = parsed[m.start : m.end].text
            assert m.span.of(parsed.text) in words
            assert set(m.actors) <= mentions.actors.keys()


@settings(deadline=None, max_examples=60)
@given(st.data())
def test_any_tree_is_read(data: st.DataObject) -> None:
    """Whatever the parse is like, nothing breaks and spans lie in the text."""
    words = data.draw(st.lists(st.sampled_from(WORDS), min_size=1, max_size=25))
    n = len(words)
    doc = Doc(
        spacy.blank("en").vocab,
        words=words,
        pos=data.draw(st.lists(st.sampled_from(TAGS), min_size=n, max_size=n)),
        deps=data.draw(st.lists(st.sampled_from(RELATIONS), min_size=n, max_size=n)),
        heads=[data.draw(st.integers(0, max(0, i - 1))) for i in range(n)],
        lemmas=[w.lower() for w in words],
    )
    for m in find_mentions(doc, Document("d", doc.text, ""), Registry.load()).items:
        assert 0 <= m.start <= m.head < m.end <= n
        assert m.span.of(doc.text)


@pytest.mark.parametrize("word", ["Guard", "General", "members", "of", "it", "Tolvian", "“", "IS"])
def test_endless_repetition_takes_work_in_proportion(word: str) -> None:
    def calls(n: int) -> int:
        doc = Doc(
            spacy.blank("en").vocab,
            words=[word, "of"] * n,
            pos=["PROPN", "ADP"] * n,
            deps=["nmod", "case"] * n,
            heads=[max(0, i - 2) if i % 2 == 0 else min(i + 1, 2 * n - 1) for i in range(2 * n)],
            lemmas=[word.lower(), "of"] * n,
            sent_starts=[i % 40 == 0 for i in range(2 * n)],
        )
        count = 0

        def tally(frame: object, event: str, argument: object) -> None:
            nonlocal count
            count += event == "call"

        before = sys.getprofile()
        sys.setprofile(tally)
        try:
            find_mentions(doc, Document("d", doc.text, ""), Registry.load())
        finally:
            sys.setprofile(before)
        return count

    calls(20)  # what is loaded once does not count
    assert calls(1000) < 20 * calls(100)
