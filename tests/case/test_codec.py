"""Records to JSON and back."""

from __future__ import annotations

import json
from datetime import date

import pytest
from hypothesis import HealthCheck, given, settings

from imbroglio.case.codec import dumps, loads
from imbroglio.model import Actor, ActorKind, Bond, Claim, Interval, Name, Party, Reading, Relation, Span
from tests.case.samples import readings


@settings(max_examples=60, deadline=None, suppress_health_check=list(HealthCheck))
@given(readings("a"))
def test_whatever_is_stored_comes_back_equal(reading: Reading) -> None:
    line = dumps(reading)
    assert loads(Reading, line) == reading
    assert dumps(loads(Reading, line)) == line
    assert "\n" not in line


def test_ids_and_types_come_back_too() -> None:
    claim = Claim(
        "a", Party("n", "Norland", Span(0, 7)), Relation.ARMS, Party("g", "Guard", Span(18, 23)),
        quote=Span(0, 24), cue=Span(8, 12), when=Interval("past", "stated", start=date(2014, 1, 1)),
    )  # fmt: skip
    back = loads(Claim, dumps(claim))
    assert back.id == claim.id
    assert back.relation is Relation.ARMS and type(back.when.start) is date


def test_fields_that_have_their_default_take_no_room() -> None:
    assert json.loads(dumps(Actor("n", "Norland"))) == {"id": "n", "name": "Norland"}


def test_a_line_written_before_a_field_was_added_reads_as_its_default() -> None:
    actor = Actor("n", "Norland", ActorKind.STATE, names=(Name("NL", "acronym"),), bonds=(Bond("part_of", "x"),))
    line = json.loads(dumps(actor))
    del line["bonds"]
    assert loads(Actor, json.dumps(line)).bonds == ()


def test_equal_records_make_equal_lines() -> None:
    one, other = Actor("n", "N", ids={"a": "1", "b": "2"}), Actor("n", "N", ids={"b": "2", "a": "1"})
    assert dumps(one) == dumps(other)


def test_a_type_it_cannot_store_is_refused() -> None:
    with pytest.raises(TypeError, match="no way to store"):
        loads(set, "[]")
