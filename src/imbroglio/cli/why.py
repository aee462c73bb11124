"""`imbroglio why`: the words that stand behind a tie."""

from __future__ import annotations

import click

from imbroglio.cli.inputs import count, opened
from imbroglio.cli.options import about_files, example, formats, which_claims
from imbroglio.cli.show import show_claims


@click.command(
    epilog=example(
        'imbroglio why "United States" "Badr Organization" --case aleppo.case',
        'imbroglio why Iran "Syrian rebels" report.txt wire.html',
        "imbroglio why Washington PMU --case aleppo.case --roll-up",
    )
)
@click.argument("one")
@click.argument("other")
@click.argument("files", nargs=-1)
@click.option("--case", "casefile", metavar="CASE", envvar="IMBROGLIO_CASE", help="Ask this casefile, not files.")
@click.option("--roll-up", is_flag=True, help="Count members, bodies and leaders as the actors named.")
@about_files
@formats("text", "markdown", "json", "jsonl")
@which_claims
def why(
    one: str,
    other: str,
    files: tuple[str, ...],
    casefile: str | None,
    roll_up: bool,
    form: str,
    min_trust: float,
) -> None:
    """What is said between two actors.

    Every claim between them, either way: the words, who says so, where and when. Names may be any the actors go by.
    [Brackets] mark the parties in the quote, _underscores_ the words that say the relation; on a terminal, colours do.
    """
    from imbroglio.cli.names import Names
    from imbroglio.outputs.tables import clean

    inputs = files or ((casefile,) if casefile else ())
    with opened(inputs) as case:
        names = Names(case, roll_up)
        pair = names.ids(one), names.ids(other)
        found = case.claims(pair=pair, min_trust=min_trust)
        if form in ("text", "markdown"):
            left, right = (names.actors[ids[0]].name for ids in pair)
            documents = {claim.document for claim in found}
            seen = f"{count(len(found), 'claim')} in {count(len(documents), 'document')}"
            click.echo(f"{clean(left)} and {clean(right)}: {seen}\n")
            if not (found or roll_up):
                click.echo("--roll-up asks for their members, bodies and leaders too.")
        show_claims(case, found, form)
