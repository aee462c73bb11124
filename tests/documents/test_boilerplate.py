"""What is no report, and what only looks like it."""

from __future__ import annotations

import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from imbroglio.documents.boilerplate import boilerplate, merged
from imbroglio.model import Span

REPORT = "Norland has armed the Lion’s Guard since 2014.\n\n{}\n\nThe Guard denied it, and shelled the port of Sorn.\n"


def skipped(text: str) -> list[str]:
    return [span.of(text) for span in boilerplate(text)]


@pytest.mark.parametrize(
    "line",
    [
        "Advertisement",
        "--- ADVERTISEMENT ---",
        "our proud Gazette sponsor our proud Gazette sponsor",
        "Official Gazette sponsor",
        "This story was brought to you by Acme Tyres",
        "Story continues below",
        "Subscribe to our morning letter for $2 a week",
        "Sign up for alerts",
        "Follow us on Telegram",
        "Read more: Five things to know about Sorn",
        "READ ALSO > The port that feeds two armies",
        "Click here to see the pictures",
        "Related stories",
        "Share  Tweet  Email",
        "Photo: A. Writer/Gazette",
        "© 2016 The Gazette. No part may be copied.",
        "The Gazette 2016. All rights reserved.",
        "Reporting by A. Writer; Editing by B. Writer",
        "Enter your email address:",
    ],
)
def test_lines_that_are_no_report(line: str) -> None:
    assert skipped(REPORT.format(line)) == [line]


@pytest.mark.parametrize(
    "line",
    [
        "Supported by Norland, the Guard advances on Sorn",
        "Norland's official sponsors are said to be two banks, which fund the Lion's Guard and deny it.",
        "Follow the money, a Sorn minister told his allies, and it leads to Norland.",
        "Related groups, among them the River Front, fight alongside the Guard.",
        "Share of blame for the shelling falls on Norland, the ministry said.",
        "Photographs show Norland's trucks delivering shells to the Lion's Guard.",
        "Subscribers to the peace deal include Norland, Sorn and the River Front.",
        "Updated rules bar the army from arming militias.",
        "We will fight on, we will fight on for Sorn, the general said.",
        "Join the Guard or be its enemy, its leader said.",
    ],
)
def test_lines_of_the_report_stay(line: str) -> None:
    assert skipped(REPORT.format(line)) == []


def test_lines_that_come_back_are_furniture_unless_they_are_sentences() -> None:
    text = "World news from Sorn\n\nThe Guard fired.\n\nWorld news from Sorn\n\nThe Guard fired.\n"
    assert skipped(text) == ["World news from Sorn"] * 2


def test_a_line_broken_at_a_fixed_width_is_not_judged_by_its_half() -> None:
    text = "The minister asked readers of the paper to\nsubscribe to the plan that Norland\nhas drawn up for Sorn.\n"
    assert skipped(text) == []


def test_credits_inside_a_line_are_cut_out_of_it() -> None:
    text = "Fighters of the Lion’s Guard, armed by Norland, near Sorn. (A. Writer/Getty Images)\n"
    assert skipped(text) == ["(A. Writer/Getty Images)"]


def test_line_ends_make_no_difference() -> None:
    text = REPORT.format("Advertisement")
    assert skipped(text.replace("\n", "\r\n")) == skipped(text) == ["Advertisement"]


@given(st.lists(st.tuples(st.integers(0, 40), st.integers(0, 9)).map(lambda p: Span(p[0], p[0] + p[1]))))
def test_merged_spans_cover_the_same_and_do_not_touch(spans: list[Span]) -> None:
    out = merged(spans)
    assert {i for s in out for i in range(s.start, s.end)} == {i for s in spans for i in range(s.start, s.end)}
    assert all(a.end < b.start for a, b in itertools.pairwise(out))
    assert merged(out) == out
