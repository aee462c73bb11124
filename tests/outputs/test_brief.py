"""The brief: every line opens to words, hostile text stays text, nothing is lost."""

import re
from dataclasses import replace
from datetime import date

import pytest

from imbroglio.model import (
    Agreement,
    Document,
    Goal,
    Interval,
    Norm,
    Reading,
    Relation,
    Route,
    Span,
    Speaker,
    Unresolved,
)
from imbroglio.outputs.brief import Line, brief, render_markdown, render_text
from tests.analysis.making import ACTORS, TEXT, claim, document, party

CLAIMS = [
    claim("patria", "arms", "guard", place="Northland", trend="more", at=0),
    claim("patrian-army", "arms", "rebels", via="Desert Room", said_by=["wire", "rebels"], at=20),
    claim("guard", "fights", "rebels", at=40),
    claim("patria", "fights_alongside", "hawks", tense="past", at=60),
    claim("patria", "fights", "hawks", document="two", at=80),
    claim("hawks", "part_of", "front", at=100),
    claim("patria", "arms", "guard", document="two", at=120),
    claim("rivalia", "deploys_to", "thirdland", at=140),
]
DOCUMENTS = [document("one", "The Wire", date(2016, 1, 1)), document("two", published=date(2016, 8, 1))]
READINGS = [
    Reading(
        "one",
        agreements=(
            Agreement(
                "one", "ceasefire", (party("patria"), party("rivalia")), (party("guard"),), Span(200, 260),
                "planned", Interval(words="since Monday"), "Northland",
            ),
        ),
        norms=(Norm("one", "forbids", "Patrian law", party("patria"), (Relation.ARMS,), "militias", Span(300, 330)),),
        goals=(Goal("one", party("front"), "to open a road to the sea", Span(340, 370)),),
        routes=(Route("one", "Hill Town", "Port City", ("Ford",), Span(380, 400), (party("front"),)),),
        unresolved=(Unresolved("one", Span(410, 420), "who “they” are"),),
    )
]  # fmt: skip


@pytest.fixture
def made():
    return brief(DOCUMENTS, CLAIMS, ACTORS, READINGS)


def _all(lines):
    for line in lines:
        yield line
        yield from _all(line.under)


def test_every_line_opens_to_words(made):
    numbers = {quote.number for quote in made.quotes}
    for section in made.sections:
        for line in _all(section.lines):
            assert line.quotes or line.under, (section.title, line.text)
            assert set(line.quotes) <= numbers
    assert all(cell.quotes for matrix in made.matrices for cell in matrix.cells.values())
    used = {n for section in made.sections for line in _all(section.lines) for n in line.quotes}
    cells = [cell for matrix in made.matrices for cell in matrix.cells.values()]
    assert used | {n for cell in cells for n in cell.quotes} == numbers


def test_quotes_are_the_exact_words_with_their_parts(made):
    for quote in made.quotes:
        words = "".join(piece.words for piece in quote.pieces)
        assert words.split() == TEXT[quote.start : quote.end].split()
    first = next(quote for quote in made.quotes if (quote.document, quote.start) == ("one", 20))
    assert {piece.part for piece in first.pieces} >= {"cue"}
    assert first.source == "The Wire (one, 2016-01-01) ‹ The Wire ‹ northern rebels"


def test_the_matrix_shows_signs_of_rows_toward_columns(made):
    (matrix,) = made.matrices
    at = {name: place for place, name in enumerate(matrix.names)}
    cells = matrix.cells

    def glyph(row, column):
        return cells[at[row], at[column]].glyph

    assert glyph("Patria", "Home Guard") == "+"
    assert glyph("Patria", "northern rebels") == "+"  # its army's deed
    assert glyph("Home Guard", "northern rebels") == "−"
    assert glyph("Patria", "Hawks") == "±"
    assert glyph("Hawks", "Patria") == "+"  # alongside is mutual
    assert glyph("Hawks", "Free Front") == "○"
    assert (at["northern rebels"], at["Home Guard"]) not in cells


def _section(made, title):
    return next(section for section in made.sections if section.title == title)


def test_sections_tell_what_was_read(made):
    told = {section.title: " / ".join(line.text for line in section.lines) for section in made.sections}
    assert "Both sides: " in told["What does not add up"] and "Turned: " in told["What does not add up"]
    assert "Through Desert Room: Patrian Army → northern rebels" in told["Aid and its channels"]
    assert "Rivalia: have forces in Thirdland" in told["On the ground"]
    assert (
        "Ceasefire of Patria and Rivalia; without Home Guard; in Northland; since Monday; planned"
        in (told["Truces, deals and coalitions"])
    )
    assert told["Rules"] == "Patrian law forbids Patria to arm militias"
    assert told["Goals"] == "Free Front: to open a road to the sea"
    assert told["Routes"] == "Route Hill Town – Port City through Ford, wanted by Free Front"
    assert "northern rebels: 1 claim, as passed on by The Wire" in told["Who said what"]
    assert "More: Patria arms Home Guard in Northland" in told["What changed over time"]
    assert "Patria → Home Guard: support (one and two; 2 independent sources)" in told["What joins the documents"]
    assert "Hawks is part of Free Front" in told["Who is who"]
    assert told["What the reader could not settle"] == "who “they” are"


def test_findings_quote_both_sides(made):
    finding = next(line for line in _section(made, "What does not add up").lines if line.text.startswith("Both sides"))
    *evidence, resolving = finding.under
    assert len(evidence) >= 3 and all(line.text.startswith("“") for line in evidence)
    assert resolving.text.startswith("Gone if this is wrong: ") and resolving.quotes


def test_long_sections_say_what_they_leave_out():
    actors = dict(ACTORS)
    many = []
    for number in range(60):
        actors[f"g{number}"] = replace(ACTORS["guard"], id=f"g{number}", name=f"Guard {number}")
        one = claim("patria", "arms", "guard", at=number)
        many.append(replace(one, object=replace(one.object, actor=f"g{number}", name=f"Guard {number}")))
    section = _section(brief(DOCUMENTS, many, actors), "Aid and its channels")
    assert len(section.lines) == 40 and "20 further ones are left out" in section.about


def test_a_brief_of_nothing_is_short():
    made = brief([document()], [], ACTORS)
    assert made.sections == () and made.quotes == ()
    assert "0 claims" in render_text(made)
    assert "Matrix" not in render_markdown(made)


HOSTILE = "\x1b[31m<script>alert(1)</script> [x](javascript:y) | `a` \u202e*b* _c_\r\n# Head\n- item \x07"


@pytest.fixture
def hostile():
    actors = dict(ACTORS) | {"guard": replace(ACTORS["guard"], name=HOSTILE)}
    text = HOSTILE * 4
    told = [
        replace(
            claim("patria", "arms", "guard", at=0, place=HOSTILE, via=HOSTILE),
            quote=Span(0, len(text)),
            said_by=(Speaker(HOSTILE, None, True),),
        ),
        claim("guard", "fights", "rebels", at=30),
        claim("patria", "arms", "rebels", at=50),
    ]
    documents = [Document("one", text, "h", HOSTILE, None, HOSTILE)]
    readings = [Reading("one", unresolved=(Unresolved("one", Span(0, 40), HOSTILE),))]
    return brief(documents, told, actors, readings)


def test_a_terminal_sees_no_control_characters(hostile):
    shown = render_text(hostile, 80)
    assert not {c for c in shown if (ord(c) < 32 and c != "\n") or 0x7F <= ord(c) < 0xA0 or c in "\u202e\u2066"}


def test_markdown_holds_no_markup_from_documents(hostile):
    page = render_markdown(hostile)
    assert "<script" not in page.replace("\\<", "")
    assert "](javascript" not in page.replace("\\]", "")
    assert "\n# Head" not in page and "\x1b" not in page and "\u202e" not in page
    for line in page.splitlines():
        assert not line.startswith("- item")
    rows = [line for line in page.splitlines() if line.startswith("|")]
    assert rows and len({line.replace("\\|", "").count("|") for line in rows}) == 1


def test_text_keeps_to_its_width(made):
    for width in (60, 100):
        assert max(map(len, render_text(made, width).splitlines())) <= width
    assert "\x1b[" in render_text(made, 100, color=True)
    assert "\x1b[" not in render_text(made, 100)


def test_markdown_references_lead_somewhere(made):
    page = render_markdown(made)
    anchors = set(re.findall(r'<a id="(q\d+)"></a>', page))
    assert anchors == {f"q{quote.number}" for quote in made.quotes}
    assert set(re.findall(r"\(#(q\d+)\)", page)) == anchors
    assert "- + " not in page


def test_lines_are_plain_data():
    assert Line("x").under == ()
