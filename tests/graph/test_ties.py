"""Claims gathered into ties, ordered and selected."""

from datetime import date

from imbroglio.graph import Level, Selection, earlier, gather, select
from imbroglio.model import RelationClass
from tests.analysis.making import ACTORS, PLACES, claim, document

DOCUMENTS = {
    d.id: d for d in (document("one", published=date(2016, 2, 1)), document("two", published=date(2017, 6, 1)))
}


def test_ties_keep_theatre_tense_and_class_apart():
    claims = [
        claim("patria", "arms", "rebels", place="Port City"),
        claim("patria", "funds", "rebels", place="Southland"),
        claim("patria", "arms", "rebels", place="Northland"),
        claim("patria", "arms", "rebels", place="Southland", tense="past"),
        claim("patria", "fights", "rebels", place="Southland"),
    ]
    ties = gather(claims, DOCUMENTS, ACTORS, places=PLACES)
    keys = {(tie.klass, tie.place, tie.tense): len(tie.claims) for tie in ties}
    assert keys == {
        (RelationClass.SUPPORTS, "Southland", "present"): 2,
        (RelationClass.SUPPORTS, "Northland", "present"): 1,
        (RelationClass.SUPPORTS, "Southland", "past"): 1,
        (RelationClass.OPPOSES, "Southland", "present"): 1,
    }


def test_roll_up_joins_a_body_with_its_state_and_drops_what_becomes_a_loop():
    claims = [
        claim("patrian-army", "arms", "rebels"),
        claim("patria", "arms", "rebels"),
        claim("patria", "funds", "patrian-army"),
        claim("patria", "arms", "rebels", polarity="no"),
    ]
    assert len(gather(claims, DOCUMENTS, ACTORS)) == 3
    rolled = gather(claims, DOCUMENTS, ACTORS, Level.STATE)
    assert [(tie.subject, tie.object, len(tie.claims)) for tie in rolled] == [("patria", "rebels", 2)]


def test_order_in_time_needs_tense_within_a_document_and_dates_across():
    past = claim("patria", "arms", "rebels", tense="past", document="two")
    now = claim("patria", "fights", "rebels", document="two")
    before = claim("patria", "arms", "rebels", document="one")
    assert earlier(past, now, DOCUMENTS) and not earlier(now, past, DOCUMENTS)
    assert earlier(before, now, DOCUMENTS)
    assert not earlier(past, before, DOCUMENTS) and not earlier(before, past, DOCUMENTS)
    undated = {d.id: d for d in (document("one"), document("two"))}
    assert not earlier(before, now, undated)


def test_selection_by_place_time_firmness_class_trust_and_background():
    here = claim("patria", "arms", "rebels", place="Port City", document="one")
    there = claim("patria", "fights", "hawks", place="Northland", document="two", firmness="hedged", trust=0.4)
    presupposed = claim("rivalia", "backs", "rebels", document="two", background=True)
    claims = [here, there, presupposed]

    def kept(**fields):
        return select(claims, Selection(**fields), DOCUMENTS, PLACES)

    assert kept() == claims
    assert kept(place="Southland") == [here]
    assert kept(start=date(2017, 1, 1)) == [there, presupposed]
    assert kept(end=date(2016, 12, 31)) == [here]
    assert kept(firmness=frozenset({"fact"})) == [here, presupposed]
    assert kept(classes=frozenset({RelationClass.OPPOSES})) == [there]
    assert kept(trust=0.5, background=False) == [here]
    assert kept(actors=frozenset({"rivalia"})) == [presupposed]
