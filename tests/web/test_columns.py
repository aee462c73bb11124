"""What the explorer counts in columns is what the analysis counts claim by claim."""

from __future__ import annotations

import pytest

from imbroglio.analysis.factions import signed
from imbroglio.case import Case
from imbroglio.graph import Level, count_roots
from imbroglio.web import camps
from imbroglio.web.book import Book, Shelf
from imbroglio.web.query import Query
from imbroglio.web.views.matrix import matrix


@pytest.fixture(scope="module")
def book(war: Case) -> Book:
    return Shelf(war).book()


@pytest.mark.parametrize("level", Level)
def test_a_cell_has_the_roots_of_its_claims(book: Book, level: Level) -> None:
    from imbroglio.web.views.claims import cell

    shown = matrix(book, Query(level=level))
    assert shown["cells"]
    for one in shown["cells"]:
        subject, object_ = (shown["actors"][one[end]]["id"] for end in ("row", "column"))
        claims = book.claims_at(cell(book, Query(level=level), subject, object_).tolist())
        for sign, name in ((None, "roots"), (1, "plus"), (-1, "minus")):
            own = [claim for claim in claims if sign in (None, claim.sign)]
            assert one[name] == count_roots(own, book.documents, book.actors)


@pytest.mark.parametrize("level", Level)
def test_ties_weigh_what_their_claims_say(book: Book, level: Level) -> None:
    graph, _ = signed(book.view.standing(), book.actors, level)
    columns = camps.net_ties(book, level)

    def ties(of: object) -> dict[frozenset[object], int]:
        return {
            frozenset((of.names[a], of.names[b])): weight  # type: ignore[attr-defined]
            for a, b, weight in zip(of.one.tolist(), of.two.tolist(), of.weight.tolist(), strict=True)  # type: ignore[attr-defined]
        }

    exact, quick = ties(graph), ties(columns)
    assert exact.keys() == quick.keys() != set()
    # trust is kept to a thousandth there, which near certainty is a tenth of a claim's log-odds at most
    assert all(abs(weight - quick[pair]) <= max(15, abs(weight) / 20) for pair, weight in exact.items())


def test_in_a_large_case_everybody_who_takes_sides_has_a_camp(book: Book, monkeypatch: pytest.MonkeyPatch) -> None:
    exact = camps.camps(book, Level.STATE)
    monkeypatch.setattr(camps, "LARGE", 0)
    quick = camps.camps(book, Level.STATE)
    assert sorted(id for camp in quick for id in camp) == sorted(id for camp in exact for id in camp)
    assert len(quick[0]) >= len(quick[1])
