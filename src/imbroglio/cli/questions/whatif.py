"""`imbroglio whatif`: what would change."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import click

from imbroglio.cli.inputs import opened
from imbroglio.cli.options import about_files, case_or_files, example, formats, which_claims
from imbroglio.cli.questions.answer import show_answer
from imbroglio.errors import CaseError
from imbroglio.model import FIRMNESS

if TYPE_CHECKING:
    from imbroglio.analysis.whatif import Matter
    from imbroglio.case import Standing
    from imbroglio.cli.names import Names


@click.command(
    epilog=example(
        'imbroglio whatif aleppo.case --drop-source "two Western diplomats"',
        'imbroglio whatif aleppo.case --drop-outlet "Northern Courier" --drop-firmness hedged',
        "imbroglio whatif aleppo.case --flip-tie Turkey Russia",
        'imbroglio whatif aleppo.case --add-tie Turkey arms "Ahrar al-Sham" --merge PMU "Badr Organization"',
        "imbroglio whatif aleppo.case --ties",
    )
)
@case_or_files
@click.option("--drop-source", "sources", multiple=True, metavar="NAME", help="Without what this speaker says.")
@click.option("--drop-outlet", "outlets", multiple=True, metavar="NAME", help="Without what this outlet prints.")
@click.option("--drop-claim", "claims", multiple=True, metavar="ID", help="Without this claim.")
@click.option("--drop-firmness", "firmness", multiple=True, type=click.Choice(FIRMNESS), help="Without such claims.")
@click.option("--drop-tie", "dropped", multiple=True, nargs=2, metavar="NAME NAME",
              help="Without support and hostility between these two.")  # fmt: skip
@click.option("--flip-tie", "flipped", multiple=True, nargs=2, metavar="NAME NAME",
              help="With support between these two opposing, and the reverse.")  # fmt: skip
@click.option("--add-tie", "added", multiple=True, nargs=3, metavar="NAME RELATION NAME", help="With this claim.")
@click.option("--merge", "merged", multiple=True, nargs=2, metavar="NAME NAME", help="With these two as one actor.")
@click.option("--ties", is_flag=True, help="Instead: each tie with the index without it, and with its sign turned.")
@click.option("--time-limit", type=click.FloatRange(0.1), default=20.0, show_default=True, metavar="SECONDS",
              help="For each split.")  # fmt: skip
@about_files
@formats("table", "json")
@which_claims
def whatif(
    inputs: tuple[str, ...],
    ties: bool,
    time_limit: float,
    form: str,
    min_trust: float,
    **edits: Any,
) -> None:
    """What would change: findings, camps and figures before and after.

    Options add up and may be repeated. The case stays as it is. The frustration index after the loss or the turn of a
    single tie follows from that tie's margin; otherwise the split is solved anew. Nobody changes camps where the old
    split is still as good as any.
    """
    from imbroglio.analysis.whatif import Matter, outcome
    from imbroglio.cli.names import Names
    from imbroglio.outputs.answers import whatif as told_as
    from imbroglio.outputs.answers.page import Told

    if not ties and not any(edits.values()):
        raise click.UsageError("Say what should be otherwise, e.g. --drop-source NAME (see --help), or --ties.")
    if ties and any(edits.values()):
        raise click.UsageError("--ties asks of every tie of the case as it is: leave the other changes out.")
    with opened(inputs, min_trust=min_trust) as case:
        if ties:
            _ties(case, time_limit, form)
            return
        before = Matter.of(case)
        after = edited(before, Names(case), edits)
        found = outcome(before, after, time_limit)
        told = Told({**before.documents, **after.documents}, before.actors)
        show_answer(form, lambda: told_as.page(found, told, title(edits)), lambda: told_as.data(found, told))


def _ties(case: Standing, seconds: float, form: str) -> None:
    from imbroglio.analysis.whatif import Matter, each_tie
    from imbroglio.outputs.answers import whatif as told_as
    from imbroglio.outputs.answers.page import Told

    matter = Matter.of(case)
    found = each_tie(matter.claims, matter.actors, seconds)
    if found is None:
        raise CaseError(f"{case.name}: no ties, or no proof within {seconds:g} s; raise --time-limit")
    told = Told(matter.documents, matter.actors)
    show_answer(form, lambda: told_as.ties_page(*found, told), lambda: told_as.ties_data(*found, told))


def edited(matter: Matter, names: Names, edits: dict[str, Any]) -> Matter:
    """The case with all edits, merges last, so that the others find the names they ask for."""
    from imbroglio.analysis import whatif
    from imbroglio.cli.names import relation

    for name in edits["sources"]:
        matter = whatif.drop_voice(matter, name, _ids(names, name))
    for name in edits["outlets"]:
        matter = whatif.drop_outlet(matter, name, _ids(names, name))
    for id in edits["claims"]:
        matter = whatif.drop_claim(matter, id)
    for word in edits["firmness"]:
        matter = whatif.drop_firmness(matter, word)
    for one, other in edits["dropped"]:
        matter = whatif.drop_tie(matter, names.ids(one), names.ids(other))
    for one, other in edits["flipped"]:
        matter = whatif.flip_tie(matter, names.ids(one), names.ids(other))
    for one, word, other in edits["added"]:
        matter = whatif.add_tie(matter, _one(names, one), relation(word), _one(names, other))
    for pair in edits["merged"]:
        one, other = (_one(names, name) for name in pair)
        matter = whatif.merge(matter, matter.merged.get(one, one), matter.merged.get(other, other))
    return matter


def _one(names: Names, name: str) -> str:
    """The only actor of this name; `CaseError` if it may be several."""
    ids = names.ids(name)
    if len(ids) > 1:
        listed = ", ".join(f"{names.actors[id].name} ({id})" for id in ids)
        raise CaseError(f"{name!r} may be {listed}; name one of them, or give the id")
    return ids[0]


def _ids(names: Names, name: str) -> list[str]:
    """Sources need not be actors."""
    try:
        return names.ids(name)
    except CaseError:
        return []


def title(edits: dict[str, Any]) -> str:
    """The edits in words."""
    words = {
        "sources": "without {}", "outlets": "without {}", "claims": "without claim {}", "firmness": "without {} claims",
        "dropped": "without a tie of {} and {}", "flipped": "the tie of {} and {} turned", "added": "{} {} {}",
        "merged": "{} and {} as one",
    }  # fmt: skip
    told = [
        text.format(*((value,) if isinstance(value, str) else value))
        for key, text in words.items()
        for value in edits[key]
    ]
    return f"What if: {', '.join(told)}"
