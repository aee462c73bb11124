"""`brief`, `claims` and `actors`: what a case, or files, say."""

from __future__ import annotations

import click

from imbroglio.cli.inputs import opened
from imbroglio.cli.options import about_files, case_or_files, dismissed, example, formats, which_claims
from imbroglio.cli.show import show, show_claims, show_rows


@click.command(epilog=example("imbroglio brief kivu.case", "imbroglio brief kivu.case --format markdown > brief.md"))
@case_or_files
@about_files
@formats("text", "markdown", "json")
@which_claims
@dismissed
def brief(
    inputs: tuple[str, ...],
    form: str,
    min_trust: float,
    dismissed: bool,
) -> None:
    """Who stands where, and what does not add up.

    The brief of a casefile, or of files that are read for it, every line with its sources. `--format json` gives the
    whole case as data.
    """
    with opened(inputs, min_trust=min_trust) as case:
        show(case, form, dismissed)


@click.command(
    epilog=example(
        "imbroglio claims kivu.case --actor M23 --relation arms --relation funds",
        'imbroglio claims report.txt --between "United States" Iran --format jsonl',
        "imbroglio claims aleppo.case --place Syria --min-trust 0.7",
    )
)
@case_or_files
@click.option("--actor", "actors", multiple=True, metavar="NAME", help="With this party; repeat for any of several.")
@click.option("--between", nargs=2, metavar="NAME NAME", help="Between these two, either way.")
@click.option("--relation", "relations", multiple=True, metavar="WORD", help="Of this relation, e.g. arms; repeatable.")
@click.option("--place", "places", multiple=True, metavar="PLACE", help="Said to hold in this place; repeatable.")
@click.option("--document", "documents", multiple=True, metavar="ID", help="Of this document; repeatable.")
@click.option("--roll-up", is_flag=True, help="Count members, bodies and leaders as the actors named.")
@about_files
@formats("text", "markdown", "json", "jsonl")
@which_claims
def claims(
    inputs: tuple[str, ...],
    actors: tuple[str, ...],
    between: tuple[str, str] | None,
    relations: tuple[str, ...],
    places: tuple[str, ...],
    documents: tuple[str, ...],
    roll_up: bool,
    form: str,
    min_trust: float,
) -> None:
    """Who does what to whom, with the words.

    All claims, or those that pass every filter given.
    """
    from imbroglio.cli.names import Names, relation

    wanted = [relation(word) for word in relations]
    with opened(inputs) as case:
        names = Names(case, roll_up)
        found = case.claims(
            actor=[id for name in actors for id in names.ids(name)] if actors else None,
            pair=(names.ids(between[0]), names.ids(between[1])) if between else None,
            relation=wanted or None,
            place=places or None,
            document=documents or None,
            min_trust=min_trust,
        )
        show_claims(case, found, form)


@click.command(epilog=example("imbroglio actors kivu.case", "imbroglio actors report.txt --format jsonl"))
@case_or_files
@about_files
@formats("text", "markdown", "json", "jsonl")
@which_claims
def actors(inputs: tuple[str, ...], form: str, min_trust: float) -> None:
    """Who the claims speak of.

    The most spoken of come first. A + marks an actor that the registry does not know: it was found in the text.
    """
    from imbroglio.outputs import tables
    from imbroglio.outputs.jsonl import actor_rows

    with opened(inputs, min_trust=min_trust) as case:
        if form in ("json", "jsonl"):
            show_rows(actor_rows(case), form)
        else:
            render = tables.actors_text if form == "text" else tables.actors_markdown
            click.echo(render(actor_rows(case)), nl=False)
