"""`imbroglio timeline`: when sides were changed, and who moved first."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import click

from imbroglio.cli.inputs import opened
from imbroglio.cli.options import about_files, example, formats, which_claims
from imbroglio.cli.questions.answer import day, narrow, narrowed, show_answer

if TYPE_CHECKING:
    from imbroglio.analysis import Situation
    from imbroglio.outputs.answers.page import Told


@click.command(
    epilog=example(
        "imbroglio timeline aleppo.case Turkey",
        'imbroglio timeline aleppo.case "United States" "Kata\'ib Hezbollah"',
        "imbroglio timeline aleppo.case Turkey --at 2016-01-01 --and 2017-01-01",
    )
)
@click.argument("case_or_file", metavar="CASE")
@click.argument("actor")
@click.argument("other", required=False)
@day("--at", "at", "How things stood on this day (YYYY-MM-DD), as last told by then.")
@day("--and", "then", "With --at: what is different on this day.")
@narrow
@about_files
@formats("table", "json")
@which_claims
def timeline(
    case_or_file: str,
    actor: str,
    other: str | None,
    at: date | None,
    then: date | None,
    place: str | None,
    since: date | None,
    until: date | None,
    form: str,
    min_trust: float,
) -> None:
    """Day by day: what is told of an actor, or between two.

    CASE is a casefile, a file or a folder. Changes of side come first, with who moved first: whose deeds are the first
    told of on the new side. Theatres are kept apart, and nothing is averaged: a day may be of both sides. Days are
    those that the words state, else those of the reports. Members, bodies and leaders of states count as the state.
    """
    from imbroglio.analysis import Situation
    from imbroglio.cli.names import Names
    from imbroglio.outputs.answers.page import Told

    if then and not at:
        raise click.UsageError("--and needs --at: the two days to compare.")
    inputs = (case_or_file,)
    with opened(inputs, min_trust=min_trust) as case:
        names, situation = Names(case), Situation.of(case, narrowed(place, since, until))
        ones, others = names.ids(actor), names.ids(other) if other else []
        told = Told(situation.documents, situation.actors)
        title = told.name(situation.stands_for(ones[0]))
        if others:
            title += f" and {told.name(situation.stands_for(others[0]))}"
        if at:
            _states(situation, told, ones, others, title, at, then, form)
        else:
            _all(situation, told, ones, others, title, form)


def _all(situation: Situation, told: Told, ones: list[str], others: list[str], title: str, form: str) -> None:
    from imbroglio.analysis.timeline import timeline as ask
    from imbroglio.outputs.answers import timeline as told_as

    found = ask(situation, ones, others)
    show_answer(form, lambda: told_as.page(found, told, title), lambda: told_as.data(found, told))


def _states(
    situation: Situation,
    told: Told,
    ones: list[str],
    others: list[str],
    title: str,
    at: date,
    then: date | None,
    form: str,
) -> None:
    from imbroglio.analysis.timeline import shifts, standings
    from imbroglio.outputs.answers import timeline as told_as

    found = standings(situation, ones, others, at)
    if then is None:
        show_answer(
            form,
            lambda: told_as.standing_page(found, told, f"{title} on {at}"),
            lambda: told_as.standing_data(found, told, at),
        )
        return
    changed = shifts(found, standings(situation, ones, others, then))
    show_answer(
        form,
        lambda: told_as.shift_page(changed, told, f"{title}: {at} and {then}"),
        lambda: told_as.shift_data(changed, told, at, then),
    )
