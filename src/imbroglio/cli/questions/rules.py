"""`imbroglio rules`: who breaks which rule."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import click

from imbroglio.cli.inputs import opened
from imbroglio.cli.options import about_files, example, formats, which_claims
from imbroglio.cli.questions.answer import narrow, narrowed, show_answer
from imbroglio.errors import RuleError

if TYPE_CHECKING:
    from imbroglio.analysis.norms import Rule


@click.command(
    epilog=example(
        "imbroglio rules aleppo.case",
        "imbroglio rules aleppo.case assistance-bans truces",
        "imbroglio rules aleppo.case ours.yaml --no-text --format json",
        "imbroglio rules --shipped",
    )
)
@click.argument("case_or_file", metavar="CASE", required=False)
@click.argument("files", nargs=-1, metavar="[RULES.yaml]...")
@click.option("--no-text", is_flag=True, help="Leave out the rules that documents state.")
@click.option("--verdict", "words", multiple=True, type=click.Choice(["broken", "kept", "undecided"]),
              help="Only rules with this verdict; repeatable.")  # fmt: skip
@click.option("--shipped", "listing", is_flag=True, help="List the files of rules that come with the program, and end.")
@narrow
@about_files
@formats("table", "json")
@which_claims
def rules(
    case_or_file: str | None,
    files: tuple[str, ...],
    no_text: bool,
    words: tuple[str, ...],
    listing: bool,
    place: str | None,
    since: date | None,
    until: date | None,
    form: str,
    min_trust: float,
) -> None:
    """Who breaks which rule.

    CASE is a casefile, a file or a folder. Checked are the rules that documents state, and those of the files given:
    who may not do what toward whom, described by name, kind, country, membership, affiliation or a list, with
    exceptions and dates (docs/rules.md). A rule is broken where a deed meets all of it, with the chain of claims that
    say so; undecided where one may, with what is missing; kept where deeds or denials are told of and none does.
    """
    from imbroglio.analysis import Situation
    from imbroglio.analysis.norms import check, from_text, load_rules, shipped
    from imbroglio.outputs.answers import rules as told_as
    from imbroglio.outputs.answers.page import Told

    if listing:
        for name, path in shipped().items():
            click.echo(f"{name}: {path}")
        return
    if not case_or_file:
        raise click.UsageError("Give a casefile, or files to read (see --help).")
    written: list[Rule] = [rule for file in files for rule in load_rules(rule_file(file))]
    with opened((case_or_file,), min_trust=min_trust) as case:
        situation = Situation.of(case, narrowed(place, since, until))
        stated = [] if no_text else [rule for norm in situation.norms if (rule := from_text(norm, situation))]
        found = [one for one in check(situation, [*written, *stated]) if not words or one.word in words]
        told = Told(situation.documents, situation.actors)
        show_answer(form, lambda: told_as.page(found, told), lambda: [told_as.data(one, told) for one in found])


def rule_file(name: str) -> Path:
    """The file of this path, or the shipped one of this name; `RuleError` if there is neither."""
    from imbroglio.analysis.norms import shipped

    known = shipped()
    if Path(name).is_file():
        return Path(name)
    if name in known:
        return known[name]
    raise RuleError(f"{name}: no such file; give the path of a file of rules, or a shipped one: {', '.join(known)}")
