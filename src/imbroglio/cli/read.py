"""`imbroglio read`: documents into a case, or straight to what they say."""

from __future__ import annotations

import click

from imbroglio.cli.inputs import opened, read_files
from imbroglio.cli.options import about_files, example, formats, which_claims
from imbroglio.cli.serve import explore
from imbroglio.cli.show import show


@click.command(
    epilog=example(
        "imbroglio read report.txt page.html",
        "imbroglio read reports/ --case kivu.case --processes 2",
        "imbroglio read wire.txt --source Reuters --published 2016-02-14 --case aleppo.case",
        "imbroglio read documents.jsonl --format jsonl > claims.jsonl",
    )
)
@click.argument("files", nargs=-1, required=True)
@click.option("--case", "casefile", metavar="CASE", envvar="IMBROGLIO_CASE", help="Keep what is read in this casefile.")
@click.option("--again", is_flag=True, help="Read documents anew that the case has already.")
@about_files
@formats("text", "markdown", "json", "jsonl")
@which_claims
@click.option("--serve", "serving", is_flag=True, help="Open the explorer on what was read (see imbroglio serve).")
@click.pass_context
def read(
    ctx: click.Context,
    files: tuple[str, ...],
    casefile: str | None,
    again: bool,
    form: str,
    min_trust: float,
    serving: bool,
) -> None:
    """Read FILES into a case, or print what they say.

    With --case, documents and everything found in them are kept in that file, made if need be; a text that it has
    already is passed over. Nothing is printed then, unless --format asks for the case as it stands. Without --case,
    the brief is printed (or, with --format jsonl, the claims) and nothing is kept. With --serve, the explorer opens
    instead; without --case, decisions taken there are gone when it ends.
    """
    if casefile is None:
        with opened(files, min_trust=min_trust) as case:
            if serving:
                explore(case.case)
            else:
                show(case, form)
        return
    from imbroglio.case import Case

    with Case.open(casefile) as case:
        summary = read_files(files, case=case, again=again)
    if ctx.get_parameter_source("form") is not click.core.ParameterSource.DEFAULT:
        with opened([casefile], min_trust=min_trust) as case:
            show(case, form)
    if serving and summary.exit_code < 2:
        with opened([casefile], min_trust=min_trust) as case:
            explore(case.case)
    ctx.exit(summary.exit_code)
