"""The tree of places."""

from tests.analysis.making import PLACES


def test_places_lie_in_each_other_by_id_or_name():
    assert PLACES.within("Port City", "south") and PLACES.within("port", "Southland")
    assert not PLACES.within("Southland", "Port City")
    assert PLACES.country("port") == "Southland" and PLACES.country("nowhere") is None


def test_only_known_places_are_apart():
    assert PLACES.apart("Northland", "Port City")
    assert not PLACES.apart("Southland", "Port City")
    assert not PLACES.apart("Northland", None)
    assert not PLACES.apart("Northland", "the valley and Port City")
