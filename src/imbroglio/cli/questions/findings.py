"""`imbroglio findings`: what does not add up, and what would resolve it."""

from __future__ import annotations

from datetime import date

import click

from imbroglio.cli.inputs import opened
from imbroglio.cli.options import about_files, case_or_files, dismissed, example, formats, which_claims
from imbroglio.cli.questions.answer import narrow, narrowed, show_answer


@click.command(
    epilog=example(
        "imbroglio findings aleppo.case",
        'imbroglio findings aleppo.case --actor Turkey --rule "divided alignment"',
        "imbroglio findings reports/ --format json",
    )
)
@case_or_files
@click.option("--actor", "actors", multiple=True, metavar="NAME", help="About this actor; repeat for any of several.")
@click.option("--rule", "rules", multiple=True, metavar="RULE", help="Found by this rule, e.g. turned; repeatable.")
@click.option("--most", type=click.IntRange(1), default=40, show_default=True, metavar="N", help="Print so many.")
@narrow
@dismissed
@about_files
@formats("table", "json")
@which_claims
def findings(
    inputs: tuple[str, ...],
    actors: tuple[str, ...],
    rules: tuple[str, ...],
    most: int,
    place: str | None,
    since: date | None,
    until: date | None,
    dismissed: bool,
    form: str,
    min_trust: float,
) -> None:
    """What does not add up, and what would resolve it.

    Both sides, divided alignment, turned, shared client, against its own rule, sources disagree, truce in doubt,
    unbalanced triads and longer cycles; the firmest, best sourced and most material first. Under each stand the words
    on either side, and the fewest claims that would have to be wrong for it to be gone.
    """
    from imbroglio.analysis import Situation, tensions
    from imbroglio.case.review import undismissed
    from imbroglio.cli.names import Names
    from imbroglio.outputs.answers import findings as told_as
    from imbroglio.outputs.answers.page import Told

    with opened(inputs, min_trust=min_trust) as case:
        names = Names(case)
        wanted = {id for name in actors for id in names.ids(name)}
        situation = Situation.of(case, narrowed(place, since, until))
        wanted |= {situation.stands_for(id) for id in wanted}
        every = tensions(situation)
        found = [
            finding
            for finding in (every if dismissed else undismissed(every, case.verdicts))
            if (not wanted or wanted & set(finding.actors)) and (not rules or finding.rule in rules)
        ]
        told = Told(situation.documents, situation.actors)
        verdicts = case.verdicts
        show_answer(
            form,
            lambda: told_as.page(found, told, most, verdicts),
            lambda: [told_as.row(one, told, verdicts.get(one.id)) for one in found[:most]],
        )
