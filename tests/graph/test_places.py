"""The tree of places."""

from tests.analysis.making import PLACES


def test_places_lie_in_each_other_by_id_or_name():
    assert PLACES.within("Port City", "south") and PLACES.within("port", "Southland")
    assert not PLACES.within("Southland", "Port City")
    assert PLACES.country("port") == "Southland" and PLACES.country("nowhere") is None


def test_a_part_of_a_known_place_lies_where_that_does():
    assert PLACES.country("port/eastern") == "Southland"
    assert PLACES.within("port/eastern", "Port City") and not PLACES.within("Port City", "port/eastern")
    assert PLACES.within("port/eastern", "port/eastern") and not PLACES.within("port/eastern", "port/western")
    assert PLACES.apart("port/eastern", "Northland")
    assert PLACES.country("nowhere/eastern") is None and not PLACES.apart("nowhere/eastern", "Northland")


def test_only_known_places_are_apart():
    assert PLACES.apart("Northland", "Port City")
    assert not PLACES.apart("Southland", "Port City")
    assert not PLACES.apart("Northland", None)
    assert not PLACES.apart("Northland", "the valley and Port City")
