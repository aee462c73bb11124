"""`imbroglio routes`: who can pass where."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import click

from imbroglio.cli.inputs import opened
from imbroglio.cli.options import about_files, case_or_files, example, formats, which_claims
from imbroglio.cli.questions.answer import day, show_answer
from imbroglio.errors import CaseError

if TYPE_CHECKING:
    from imbroglio.analysis import Situation


@click.command(
    epilog=example(
        "imbroglio routes aleppo.case",
        "imbroglio routes aleppo.case --from Tehran --to Beirut --through Iraq,Syria --for Iran --at 2016-12-01",
    )
)
@case_or_files
@click.option("--from", "start", metavar="PLACE", help="Where the corridor begins.")
@click.option("--to", "end", metavar="PLACE", help="Where it ends.")
@click.option("--through", metavar="PLACE,PLACE", default="", help="The places between, in order.")
@click.option("--for", "travellers", multiple=True, metavar="NAME", help="Who wants to pass; repeatable.")
@day("--at", "at", "On this day (YYYY-MM-DD); by default as last told.")
@about_files
@formats("table", "json")
@which_claims
def routes(
    inputs: tuple[str, ...],
    start: str | None,
    end: str | None,
    through: str,
    travellers: tuple[str, ...],
    at: date | None,
    form: str,
    min_trust: float,
) -> None:
    """Who can pass where: corridors, open, contested or blocked.

    The corridors that documents speak of, or the one from --from to --to. At each place stand those who are said to
    hold it, move on it or have forces there, and how they stand to whoever wants to pass (--for; by default who is said
    to want the corridor, else everybody on it). Blocked: enemies hold a place and no friend is there. Contested: both
    are there, or enemies move on it. Where nobody is said to hold the whole of a place, its state governs it.
    """
    from imbroglio.analysis import Situation
    from imbroglio.analysis.routes import corridor, told_routes
    from imbroglio.cli.names import Names
    from imbroglio.outputs.answers import routes as told_as
    from imbroglio.outputs.answers.page import Told

    if bool(start) != bool(end) or (through and not start):
        raise click.UsageError("A corridor of your own needs both --from and --to.")
    with opened(inputs, min_trust=min_trust) as case:
        names, situation = Names(case), Situation.of(case)
        passing = [id for name in travellers for id in names.ids(name)]
        if start and end:
            places = [start, *(place.strip() for place in through.split(",") if place.strip()), end]
            check_places(situation, places)
            found = [corridor(situation, places, passing, at)]
        else:
            found = told_routes(situation, case.records("routes"), at)
            if passing:
                found = [corridor(situation, one.places, passing, at, one.records) for one in found]
        told = Told(situation.documents, situation.actors)
        show_answer(form, lambda: told_as.page(found, told), lambda: [told_as.data(one, told) for one in found])


def check_places(situation: Situation, places: list[str]) -> None:
    """`CaseError` for a place that neither the gazetteer nor any claim knows, and for a corridor that goes nowhere."""
    spoken = {name.casefold() for claim in situation.claims for name in (claim.place, claim.object.name) if name}
    for place in places:
        if not situation.places.known(place) and place.casefold() not in spoken:
            raise CaseError(
                f"{place!r} is no place that is known or spoken of; correct the name, or give a larger place"
            )
    if len({situation.places.path(place) for place in places}) < 2:
        raise CaseError(f"a corridor from {places[0]!r} to {places[-1]!r} goes nowhere; give two places")
