"""Claims in words."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from imbroglio.model import Claim, Document, Interval, Party, Relation, Span, Speaker
from imbroglio.outputs import tables

TEXT = "Officials said Norland-backed\nfighters  *left*\nADVERT\nthe port."
DOCUMENT = Document("r-1", TEXT, "", source="The Gazette", published=date(2016, 2, 14), skip=(Span(47, 54),))


def party(words: str, name: str) -> Party:
    start = TEXT.index(words)
    return Party(name.lower(), name, Span(start, start + len(words)))


CLAIM = Claim(
    "r-1", party("Norland", "Norland"), Relation.BACKS, party("Norland-backed\nfighters", "River Front"),
    quote=Span(15, len(TEXT)), cue=Span(23, 29), said_by=(Speaker("Wire"), Speaker("officials", anonymous=True)),
)  # fmt: skip


def text_of(claim: Claim) -> str:
    return tables.claims_text([claim], {"r-1": DOCUMENT})


def test_marks_stay_apart_where_one_party_stands_inside_the_other() -> None:
    assert text_of(CLAIM).splitlines()[0] == "“[Norland]-_backed_ [fighters] *left* the port.”"


def test_the_chain_of_sources_runs_outermost_first() -> None:
    assert tables.sources(CLAIM, DOCUMENT) == "The Gazette (r-1, 2016-02-14) ‹ Wire ‹ officials (unnamed)"
    bare = replace(DOCUMENT, source=None, published=None)
    assert tables.sources(replace(CLAIM, said_by=()), bare) == "the document (r-1)"


def test_a_denial_says_so() -> None:
    assert tables.statement(CLAIM) == "Norland → backs → River Front"
    assert tables.statement(replace(CLAIM, polarity="no")) == "Norland → not: backs → River Front"


def test_particulars_in_order() -> None:
    when = Interval("past", "stated", start=date(2014, 1, 1), words="since 2014")
    claim = replace(CLAIM, place="Sorn", via="the MOC", when=when, trend="more", firmness="hedged", background=True)
    assert tables.particulars(claim) == (
        "in Sorn · via the MOC · since 2014 (2014-01-01 to …) · growing · hedged · in passing · trust 1.00"
    )


@pytest.mark.parametrize(
    ("when", "words"),
    [
        (Interval(), "present"),
        (Interval("past", words="previously"), "previously"),
        (Interval("past", start=date(2014, 1, 1), end=date(2014, 1, 1)), "2014-01-01"),
        (Interval("past", end=date(2014, 5, 1)), "… to 2014-05-01"),
        (Interval("past", start=date(2014, 1, 1), end=date(2014, 5, 1)), "2014-01-01 to 2014-05-01"),
    ],
)
def test_time(when: Interval, words: str) -> None:
    assert tables.time(when) == words


def test_markdown_of_a_document_is_escaped() -> None:
    made = tables.claims_markdown([CLAIM], {"r-1": DOCUMENT})
    assert made.startswith("- “**Norland**-*backed* **fighters** \\*left\\* the port.”  \n")
    assert tables.markdown("<b>&\x1b[1m|x|\u202e\n\n# y") == "\\<b\\>&amp;\\[1m\\|x\\| \\# y"


def test_actors_in_columns() -> None:
    row = {"id": "n", "name": "Norland", "kind": "state", "known": True, "claims": 12, "names": list("abcdef")}
    other = {**row, "name": "River Front", "known": False, "claims": 3, "names": []}
    assert tables.actors_text([row, other]) == (
        "claims  actor          kind   also\n"
        "    12  Norland        state  a; b; c; d; …\n"
        "     3  River Front +  state\n"
    )
