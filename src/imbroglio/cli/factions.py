"""`imbroglio factions`: the two camps of a case, and what does not fit."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

import click

from imbroglio.cli.inputs import opened
from imbroglio.cli.options import about_files, case_or_files, example, formats, which_claims
from imbroglio.cli.show import show_claims

if TYPE_CHECKING:
    from imbroglio.analysis.factions import Factions
    from imbroglio.case import Standing
    from imbroglio.model import Actor


@click.command(epilog=example("imbroglio factions aleppo.case", "imbroglio factions reports/ --format json"))
@case_or_files
@about_files
@formats("text", "json")
@which_claims
def factions(inputs: tuple[str, ...], form: str, min_trust: float) -> None:
    """Into which two camps the actors fall, and which ties contradict that.

    Members, bodies and leaders count as the state or umbrella they act for. Ties weigh what their claims' trust and
    origins say; the split that contradicts the least weight is proven to be so, or told with a bound. What contradicts
    it is shown with its claims.
    """
    from imbroglio.analysis.factions import factions as find

    with opened(inputs, min_trust=min_trust) as case:
        actors = case.actors()
        found = find(case.claims(), actors)
        if found is None:
            click.echo("Nobody is said to stand with or against anybody.")
        elif form == "json":
            from imbroglio.outputs.jsonl import to_json

            click.echo(to_json(_data(found, actors, case), indent=2))
        else:
            _tell(found, actors, case)


def _name(id: str, actors: Mapping[str, Actor]) -> str:
    return actors[id].name if id in actors else id


def _tell(found: Factions, actors: Mapping[str, Actor], case: Standing) -> None:
    from imbroglio.outputs.tables import clean

    for title, camp in zip(("One camp", "The other"), found.camps, strict=True):
        click.echo(f"{title}: {clean(', '.join(_name(id, actors) for id in camp)) or '–'}")
    proof = "proven" if found.balance.proven else f"at least {found.balance.lower_bound}"
    others = found.balance.optimal_splits
    single = {None: "", 1: "; no other split is as good"}.get(others, f"; {others} splits are as good")
    click.echo(f"Contradicted: {len(found.misfits)} ties of weight {found.balance.frustration} ({proof}{single})\n")
    for misfit in found.misfits:
        verb = "supports, though in the other camp" if misfit.sign > 0 else "opposes, though in the same camp"
        click.echo(clean(f"{_name(misfit.one, actors)} – {_name(misfit.other, actors)}: one {verb}") + "\n")
        show_claims(case, misfit.claims, "text")


def _data(found: Factions, actors: Mapping[str, Actor], case: Standing) -> dict[str, Any]:
    from imbroglio.outputs.jsonl import claim_rows

    return {
        "camps": [[_name(id, actors) for id in camp] for camp in found.camps],
        "frustration": found.balance.frustration,
        "lower_bound": found.balance.lower_bound,
        "proven": found.balance.proven,
        "optimal_splits": found.balance.optimal_splits,
        "misfits": [
            {
                "one": _name(m.one, actors), "other": _name(m.other, actors), "sign": m.sign,
                "claims": list(claim_rows(case, m.claims)),
            }
            for m in found.misfits
        ],
    }  # fmt: skip
