"""`imbroglio compare`: what only one says."""

from __future__ import annotations

import calendar
import re
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import click

from imbroglio.cli.inputs import opened, standing
from imbroglio.cli.options import about_files, case_or_files, example, formats, which_claims
from imbroglio.cli.questions.answer import show_answer
from imbroglio.errors import CaseError

if TYPE_CHECKING:
    from imbroglio.analysis import Situation
    from imbroglio.analysis.compare import Comparison


@click.command(
    epilog=example(
        'imbroglio compare aleppo.case --outlets "Northern Courier" "Potomac Record"',
        "imbroglio compare aleppo.case --periods ..2016 2017..2019",
        "imbroglio compare ours.case theirs.case --format json",
    )
)
@case_or_files
@click.option("--outlets", nargs=2, metavar="OUTLET OUTLET", help="What these two print.")
@click.option("--periods", nargs=2, metavar="PERIOD PERIOD",
              help="What is told of these two: FROM..TO, each YYYY, YYYY-MM, YYYY-MM-DD or left out.")  # fmt: skip
@about_files
@formats("table", "json")
@which_claims
def compare(
    inputs: tuple[str, ...],
    outlets: tuple[str, str] | None,
    periods: tuple[str, str] | None,
    form: str,
    min_trust: float,
) -> None:
    """What only one says, and where two disagree.

    Two outlets, two periods, or two casefiles. A tie is said by both if both speak of the same class of relation
    between the two actors the same way round. Disagreements are of one time and place: support here and hostility
    there, or a claim and its denial; between periods, they are what has turned.
    """
    from imbroglio.analysis import Situation
    from imbroglio.analysis.compare import compare as ask
    from imbroglio.analysis.compare import of_outlet, of_period

    if outlets and periods:
        raise click.UsageError("Compare outlets or periods: leave out --outlets or --periods.")
    if not (outlets or periods):
        if len(inputs) != 2:
            raise click.UsageError("Give --outlets, --periods, or two casefiles.")
        _cases(inputs[0], inputs[1], form, min_trust)
        return
    with opened(inputs, min_trust=min_trust) as case:
        situation = Situation.of(case)
        if outlets:
            check_outlets(situation, outlets)
            first, second = (of_outlet(situation, outlet) for outlet in outlets)
            _show(ask(situation, first, second), situation, outlets, form)
        elif periods:
            first, second = (of_period(situation, *period(words)) for words in periods)
            _show(ask(situation, first, second, timeless=True), situation, periods, form)


def _cases(one: str, other: str, form: str, min_trust: float) -> None:
    """Two casefiles, whose actors are put together."""
    from imbroglio.analysis import Situation
    from imbroglio.analysis.compare import compare as ask
    from imbroglio.analysis.compare import told_apart
    from imbroglio.case import Case
    from imbroglio.case.rows import together

    with Case.open(one, create=False) as first, Case.open(other, create=False) as second:
        left, right = standing(first, min_trust), standing(second, min_trust)
        documents = {document.id: document for document in left.documents()}
        labels = (Path(one).stem, Path(other).stem)
        labels = (one, other) if labels[0] == labels[1] else labels
        further, claims = told_apart(right.documents(), right.claims(), documents, labels[1])
        documents |= {document.id: document for document in further}
        actors = left.actors()
        for id, actor in right.actors().items():
            actors[id] = together(actors[id], actor) if id in actors else actor
        situation = Situation(documents.values(), actors, [*left.claims(), *claims])
        _show(ask(situation, left.claims(), claims), situation, labels, form)


def _show(found: Comparison, situation: Situation, labels: tuple[str, str], form: str) -> None:
    from imbroglio.outputs.answers import compare as told_as
    from imbroglio.outputs.answers.page import Told

    told = Told(situation.documents, situation.actors)
    show_answer(form, lambda: told_as.page(found, told, labels), lambda: told_as.data(found, told, labels))


def check_outlets(situation: Situation, outlets: tuple[str, str]) -> None:
    """`CaseError` for an outlet that published none of the documents."""
    known = {
        document.source.casefold(): document.source for document in situation.documents.values() if document.source
    }
    for outlet in outlets:
        if outlet.casefold() not in known:
            listed = ", ".join(sorted(known.values())) or "none that is known"
            raise CaseError(f"no document is of the outlet {outlet!r}; the outlets are {listed}")


def period(words: str) -> tuple[date | None, date | None]:
    """Both ends of "2015..2016-03", "..2016", "2015"; `UsageError` for anything else."""
    start, dots, end = words.partition("..")
    days = (_days(start), _days(end if dots else start))
    if (not start and not end) or (days[0] and days[1] and days[1][1] < days[0][0]):
        raise click.UsageError(f"{words!r} is no period: write FROM..TO, e.g. 2015..2016-03, the earlier end first.")
    return days[0] and days[0][0], days[1] and days[1][1]


def _days(words: str) -> tuple[date, date] | None:
    """First and last day of a year, a month, a day."""
    if not words.strip():
        return None
    found = re.fullmatch(r"(\d{4})(?:-(\d\d))?(?:-(\d\d))?", words.strip())
    try:
        if not found:
            raise ValueError(words)
        year, month, day = (int(part) if part else None for part in found.groups())
        assert year is not None
        last = month or 12
        end = day or calendar.monthrange(year, last)[1]
        return date(year, month or 1, day or 1), date(year, last, end)
    except ValueError:
        raise click.UsageError(f"{words!r} is no date: write YYYY, YYYY-MM or YYYY-MM-DD.") from None
