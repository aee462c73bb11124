"""What every casefile must do, whichever store it lives in."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date

import pytest
from hypothesis import HealthCheck, given, settings

from imbroglio.case import Case
from imbroglio.errors import CaseError
from imbroglio.model import Actor, Bond, Document, Name, Reading, Relation, Span
from tests import toy
from tests.case.samples import document, readings

Store = Callable[[], Case]

FIRST = document("first", "Norland arms River Front in Sorn, according to Daily Wire. Sudland fights Norland.")
SECOND = document(
    "second", "River Front fights Sudland in Sorn. Advert.", source="The Gazette", published=date(2016, 2, 14),
    title="T", url="page.html", path="/tmp/x", skip=(Span(36, 43),),
)  # fmt: skip


def full(case: Case, *documents: Document) -> Case:
    for one in documents:
        case.add(one, toy.reading(one), "1")
    return case


def test_documents_and_readings_come_back_equal_and_in_order(store: Store) -> None:
    case = full(store(), SECOND, FIRST)
    assert case.documents() == [SECOND, FIRST]
    assert case.readings() == [toy.reading(SECOND), toy.reading(FIRST)]
    assert case.claims() == [*toy.reading(SECOND).claims, *toy.reading(FIRST).claims]
    assert case.document("first") == FIRST


@settings(max_examples=25, deadline=None, suppress_health_check=list(HealthCheck))
@given(readings("a"))
def test_any_reading_comes_back_equal(store: Store, reading: Reading) -> None:
    with store() as case:
        case.add(document("a"), reading)
        assert case.readings() == [reading]
        assert case.claims() == list(reading.claims)
        before = case.dump()
        assert not case.add(document("a"), reading)
        assert case.add(document("a"), reading, again=True)
        assert case.dump() == before


def test_reading_a_document_twice_changes_nothing(store: Store) -> None:
    case = full(store(), FIRST, SECOND)
    before = case.dump()
    assert not case.add(FIRST, toy.reading(FIRST), "2")
    assert not case.add(replace(FIRST, id="copy"), Reading("copy"), "2")
    assert case.dump() == before


def test_again_replaces_the_reading_and_keeps_the_order(store: Store) -> None:
    case = full(store(), FIRST, SECOND)
    assert case.add(FIRST, Reading("first"), "2", again=True)
    assert [d.id for d in case.documents()] == ["first", "second"]
    assert {c.document for c in case.claims()} == {"second"}
    assert "norland" not in case.actors()
    assert case.add(FIRST, toy.reading(FIRST), "1", again=True)
    assert case.dump() == full(store(), FIRST, SECOND).dump()


def test_the_order_of_adding_leaves_no_trace_in_the_dump(store: Store) -> None:
    one, other = full(store(), FIRST, SECOND).dump(), full(store(), SECOND, FIRST).dump()
    assert one == other
    assert "Norland arms River Front" in one
    assert one != full(store(), FIRST).dump()


@pytest.mark.parametrize(
    ("filters", "found"),
    [
        ({}, ["arms", "fights", "fights"]),
        ({"actor": "river-front"}, ["arms", "fights"]),
        ({"actor": ["norland", "sudland"]}, ["arms", "fights", "fights"]),
        ({"actor": []}, []),
        ({"pair": ("norland", "sudland")}, ["fights"]),
        ({"pair": ("river-front", ["norland", "sudland"])}, ["arms", "fights"]),
        ({"relation": Relation.ARMS}, ["arms"]),
        ({"relation": [Relation.ARMS, Relation.FIGHTS]}, ["arms", "fights", "fights"]),
        ({"place": "Sorn"}, ["arms", "fights"]),
        ({"place": "Elsewhere"}, []),
        ({"document": "second"}, ["fights"]),
        ({"min_trust": 0.8}, ["arms"]),
        ({"actor": "river-front", "relation": Relation.FIGHTS, "place": "Sorn"}, ["fights"]),
    ],
)
def test_filters(filters: dict[str, object], found: list[str], store: Store) -> None:
    case = full(store(), FIRST, SECOND)
    assert [c.relation.value for c in case.claims(**filters)] == found  # type: ignore[arg-type]


def test_places_are_found_by_id_too(store: Store) -> None:
    case = store()
    reading = toy.reading(FIRST)
    case.add(FIRST, replace(reading, claims=tuple(replace(c, place_id="sorn-7") for c in reading.claims)))
    assert len(case.claims(place="sorn-7")) == 2


def test_what_documents_add_to_an_actor_is_put_together(store: Store) -> None:
    case = store()
    known = Actor("n", "Norland", names=(Name("Norland", "preferred"),), known=True)
    more = replace(
        known, names=(Name("NL", "acronym"), Name("Norland", "preferred")), bonds=(Bond("part_of", "league"),)
    )
    case.add(FIRST, Reading("first", actors=(known,)))
    case.add(SECOND, Reading("second", actors=(more,)))
    assert case.actors() == {"n": replace(more, names=(Name("Norland", "preferred"), Name("NL", "acronym")))}
    assert [r.actors for r in case.readings()] == [(known,), (more,)]


def test_two_printed_forms_of_a_known_name_give_way_to_the_preferred_one(store: Store) -> None:
    case = store()
    known = Actor("n", "Norland Guards", names=(Name("Norland Guard", "preferred"),), known=True)
    case.add(FIRST, Reading("first", actors=(known,)))
    assert case.actors()["n"].name == "Norland Guards"
    case.add(SECOND, Reading("second", actors=(replace(known, name="Guard of Norland"),)))
    assert case.actors()["n"].name == "Norland Guard"


def test_what_cannot_be_kept_is_refused_and_nothing_changes(store: Store) -> None:
    case = full(store(), FIRST)
    before = case.dump()
    other = document("first", "Another text altogether.")
    with pytest.raises(CaseError, match="another text"):
        case.add(other, Reading("first"))
    with pytest.raises(CaseError, match="of another document, second"):
        case.add(other, Reading("second"))
    with pytest.raises(CaseError, match="has this text as first"):
        case.add(replace(FIRST, id="copy"), Reading("copy"), again=True)
    with pytest.raises(CaseError, match="no document 'nobody'"):
        case.document("nobody")
    assert case.dump() == before


def test_a_document_is_kept_whole_or_not_at_all(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    case = full(store(), FIRST)
    before = case.dump()

    def break_off(*_: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("imbroglio.case.rows.of_records", break_off)
    with pytest.raises(KeyboardInterrupt):
        case.add(SECOND, toy.reading(SECOND))
    with pytest.raises(KeyboardInterrupt):
        case.add(FIRST, Reading("first"), again=True)
    assert case.dump() == before


def test_what_a_case_knows_of_a_text(store: Store) -> None:
    case = full(store(), FIRST)
    assert case.id_of(FIRST.hash) == "first"
    assert case.id_of(SECOND.hash) is None
    assert case.has("first") and not case.has("second")
