"""Who is found to say what, in every shape that English has for it."""

from __future__ import annotations

import pytest

from imbroglio.claims.attribution import find_quotations
from imbroglio.claims.attribution.quoted.marks import find_quoted
from imbroglio.model import Quotation
from imbroglio.outputs.quotes import quotation_rows
from tests.claims.parsed import doc


def found(name: str) -> list[tuple[str | None, str | None, str]]:
    """Source, cue and content of each quotation of a recorded text, in words."""
    parsed = doc("quotations", name)
    return [words(q, parsed.text) for q in find_quotations(parsed)]


def words(q: Quotation, text: str) -> tuple[str | None, str | None, str]:
    content = " … ".join(span.of(text) for span in q.content)
    return q.source.of(text) if q.source else None, q.cue.of(text) if q.cue else None, content


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("that_clause", ("The ministry", "said", "that rebels had shelled the port")),
        ("set_in_at_the_end", ("villagers", "said", "Militiamen seized two trucks")),
        ("set_in_between", ("officials", "said", "The convoy … carried rifles")),
        ("according_to", ("two diplomats", "According to", "Varnia arms the rebels")),
        ("accused", ("Varnia", "accused", "Orland of arming the rebels")),
        ("said_to", (None, "is said", "The group … to guard the mine")),
        ("denied", ("Orland", "denied", "arming the rebels")),
        ("headline", ("memo", "—", "Army shelled border town")),
        ("claim_by", ("the rebels", "claim", "that Orland had shelled the port")),
        ("as_reported", ("the Daily Lantern", "reported", "the rebels took the port")),
        ("vowed", ("The rebels", "vowed", "to retake the port")),
        ("its_envoy", ("Orland's envoy", "said", "that Varnia had armed the rebels")),
    ],
)
def test_each_shape_of_report(name: str, expected: tuple[str | None, str, str]) -> None:
    assert found(name) == [expected]


def test_direct_speech_goes_on_behind_its_cue() -> None:
    assert found("inverted") == [("Captain Omar Haddad", "said", "“We hold the bridge,” … “They left last night.”")]


def test_a_block_covers_the_paragraphs_that_keep_its_marks_open() -> None:
    (report,) = found("block")
    assert report[:2] == ("The report", "notes")
    assert report[2].startswith("“The militia holds the town.") and report[2].endswith("“It pays its men well.”")
    assert "mayor" not in report[2]


def test_what_is_cited_stands_inside_the_report() -> None:
    parsed = doc("quotations", "citing")
    outer, inner = find_quotations(parsed)
    assert (outer.speaker and outer.speaker.name, inner.speaker and inner.speaker.name) == ("agency", "officer")
    assert inner.parent == 0 and inner.content == outer.content


def test_an_outlet_that_was_told_is_outermost_and_a_parliament_is_not() -> None:
    parsed = doc("quotations", "told_an_outlet")
    outer, inner = find_quotations(parsed)
    assert outer.kind == "relayed" and outer.speaker and outer.speaker.name == "Daily Lantern"
    assert inner.parent == 0 and inner.speaker and inner.speaker.name == "colonel" and inner.speaker.anonymous
    assert len(find_quotations(doc("quotations", "told_parliament"))) == 1


def test_words_in_inverted_commas_are_nobody_s_speech() -> None:
    assert found("scare_quotes") == []


def test_speakers_are_named_as_the_document_names_them() -> None:
    by_name = {name: find_quotations(doc("quotations", name))[-1].speaker for name in ("its_envoy", "according_to")}
    assert by_name["its_envoy"] and (by_name["its_envoy"].name, by_name["its_envoy"].anonymous) == ("Lena Marek", False)
    assert by_name["according_to"] and by_name["according_to"].name == "two diplomats"
    assert by_name["according_to"].anonymous


def test_rows_leave_the_outlet_in_the_chain_only() -> None:
    parsed = doc("quotations", "told_an_outlet")
    (row,) = quotation_rows("d", parsed.text, find_quotations(parsed))
    assert [speaker["name"] for speaker in row["said_by"]] == ["Daily Lantern", "colonel"]
    assert parsed.text[slice(*row["cue"])] == "told" and row["kind"] == "indirect"


@pytest.mark.parametrize(
    ("text", "outer"),
    [
        ("“One,” he said, “two.”", ["“One,”", "“two.”"]),
        ('He said "one" and "two".', ['"one"', '"two"']),
        ("‘One’ and the rebels’ own ‘two’ words", ["‘One’", "‘two’"]),
        ("“One.\n\n“Two and ‘three’.”\n\nFour.", ["“One.", "“Two and ‘three’.”", "‘three’"]),
        ("“One\ntwo,” he said.", ["“One\ntwo,”"]),
        ("''It's one,'' he said. ''Two.''", ["''It's one,''", "''Two.''"]),
        ("two,”three “four”", ["“four”"]),
        ("an opening “mark that is never closed\n\nand a new paragraph", ["“mark that is never closed"]),
    ],
)
def test_marks_pair_up(text: str, outer: list[str]) -> None:
    assert [q.outer.of(text) for q in find_quoted(text)] == outer


def test_a_new_paragraph_s_mark_says_that_the_speaker_goes_on() -> None:
    assert [q.goes_on for q in find_quoted("“One.\n\n“Two.”\n\n“Three.”")] == [False, True, False]


def test_a_stray_mark_does_not_swallow_the_document() -> None:
    assert find_quoted("“" + "word " * 4000 + "”") == []
