"""`imbroglio chains`: who ends up supporting whom."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import click

from imbroglio.cli.inputs import count, opened
from imbroglio.cli.options import about_files, case_or_files, example, formats, which_claims
from imbroglio.cli.show import show_claims
from imbroglio.errors import CaseError

if TYPE_CHECKING:
    from imbroglio.analysis.chains import Chain, Reach
    from imbroglio.case import Standing
    from imbroglio.cli.names import Names

ARROWS = {"support": "→", "member": "⊃", "whole": "⊂"}
SHOWN = 20


@click.command(
    epilog=example(
        'imbroglio chains aleppo.case --from "United States" --to "Badr Organization"',
        "imbroglio chains reports/ --from Qatar --to HTS --longest 3 --format json",
    )
)
@case_or_files
@click.option("--from", "giver", required=True, metavar="NAME", help="Who gives.")
@click.option("--to", "taker", required=True, metavar="NAME", help="Who may get it in the end.")
@click.option(
    "--longest", type=click.IntRange(1, 8), default=5, show_default=True, metavar="N", help="Links of a chain."
)
@about_files
@formats("text", "json")
@which_claims
def chains(
    inputs: tuple[str, ...],
    giver: str,
    taker: str,
    longest: int,
    form: str,
    min_trust: float,
) -> None:
    """Does anything of A's reach B?

    Chains of support from one actor to another, through programmes, intermediaries, members (⊃) and umbrellas (⊂), the
    strongest first: a chain is as strong as its weakest link. Below them stand the fewest claims that carry them all:
    if those are wrong, nothing is left. Members, bodies and leaders of both count as themselves, so that each chain
    says how it gets there.
    """
    from imbroglio.analysis.chains import Flow
    from imbroglio.cli.names import Names

    with opened(inputs, min_trust=min_trust) as case:
        names = Names(case)
        ends = names.ids(giver), names.ids(taker)
        try:
            reach = Flow.of(case.claims(), names.actors).reach(*ends, longest)
        except ValueError as error:
            raise CaseError(f"{giver!r} and {taker!r} are one actor: {error}") from error
        if form == "json":
            from imbroglio.outputs.jsonl import to_json

            click.echo(to_json(_data(reach, names, case), indent=2))
            return
        _tell(reach, names, case, giver, taker)


def _tell(reach: Reach, names: Names, case: Standing, giver: str, taker: str) -> None:
    if not reach.chains:
        click.echo(f"Nothing said here makes a chain of support from {giver} to {taker}.")
        return
    click.echo(f"{count(len(reach.chains), 'chain')} of support from {giver} to {taker}\n")
    for chain in reach.chains[:SHOWN]:
        click.echo(f"  {chain.strength:.2f}  {_line(chain, names)}")
    if len(reach.chains) > SHOWN:
        click.echo(f"  … and {len(reach.chains) - SHOWN} weaker ones")
    if reach.certain:
        click.echo("\nOne of them rests on what is known of the actors alone: no claim could break it.")
        return
    click.echo(f"\nAll rest on {count(len(reach.cut), 'claim')}:\n")
    show_claims(case, reach.cut, "text")


def _line(chain: Chain, names: Names) -> str:
    from imbroglio.outputs.tables import clean

    parts = [_name(chain.links[0].giver, names)]
    for link in chain.links:
        parts += [ARROWS[link.kind], _name(link.taker, names)]
    return clean(" ".join(parts))


def _name(id: str, names: Names) -> str:
    return names.actors[id].name if id in names.actors else id


def _data(reach: Reach, names: Names, case: Standing) -> dict[str, Any]:
    from imbroglio.outputs.jsonl import claim_rows

    return {
        "chains": [
            {
                "strength": round(chain.strength, 3),
                "links": [
                    {
                        "from": _name(link.giver, names),
                        "to": _name(link.taker, names),
                        "kind": link.kind,
                        "claims": list(claim_rows(case, link.claims)),
                    }
                    for link in chain.links
                ],
            }
            for chain in reach.chains
        ],
        "cut": list(claim_rows(case, reach.cut)),
        "certain": reach.certain,
    }
