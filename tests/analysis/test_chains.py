"""Chains of support, and the claims that carry them."""

from __future__ import annotations

import pytest
from click.testing import CliRunner

from imbroglio.analysis.chains import Flow
from imbroglio.cli import commands
from tests.analysis.making import ACTORS, claim


def reach(claims, giver="patria", taker="hawks", longest=5):
    return Flow.of(claims, ACTORS).reach([giver], [taker], longest)


def test_through_an_umbrella_and_an_intermediary():
    found = reach([claim("patria", "funds", "guard"), claim("guard", "arms", "front", trust=0.6)])
    (chain,) = found.chains
    assert chain.actors == ("patria", "guard", "front", "hawks")
    assert [link.kind for link in chain.links] == ["support", "support", "member"]
    assert chain.strength == 0.6


def test_the_strongest_chain_comes_first_and_the_cut_is_the_least():
    weak = claim("patria", "arms", "hawks", trust=0.4)
    first, second = claim("patria", "funds", "guard", trust=0.9), claim("guard", "arms", "hawks", trust=0.8)
    again = claim("guard", "funds", "hawks", trust=0.7)
    found = reach([weak, first, second, again])
    assert [chain.strength for chain in found.chains] == [0.8, 0.4]
    assert set(found.cut) == {weak, first} and not found.certain


def test_a_programme_stands_between():
    (chain,) = reach([claim("patria", "arms", "hawks", via="Desert Room", via_actor="guard")]).chains
    assert chain.actors == ("patria", "guard", "hawks")


@pytest.mark.parametrize(
    "claims",
    [
        [claim("patria", "arms", "hawks", polarity="no")],
        [claim("patria", "arms", "hawks", firmness="hypothetical")],
        [claim("patria", "fights", "hawks")],
        [claim("patria", "allied_with", "hawks")],
        [claim("patria", "arms", "doves")],  # from one member to the next nothing goes by itself
        [claim("hawks", "arms", "patria")],
    ],
    ids=["denied", "supposed", "hostile", "allied", "sideways", "backwards"],
)
def test_what_makes_no_chain(claims):
    found = reach(claims)
    assert found.chains == () and found.cut == ()


def test_chains_are_simple_and_no_longer_than_asked_for():
    claims = [claim("patria", "funds", "guard"), claim("guard", "funds", "patria"), claim("guard", "arms", "hawks")]
    assert [chain.actors for chain in reach(claims).chains] == [("patria", "guard", "hawks")]
    assert reach(claims, longest=1).chains == ()


def test_nobody_is_at_both_ends():
    with pytest.raises(ValueError, match="both ends"):
        reach([], "patria", "patria")


def test_the_command(tmp_path):
    report = tmp_path / "report.txt"
    report.write_text("Qatar has funded the Tarvok Front. The Tarvok Front armed the Ulmar Brigades.", encoding="utf-8")
    run = CliRunner().invoke(commands, ["chains", str(report), "--from", "Qatar", "--to", "Ulmar Brigades"])
    assert "Qatar → Tarvok Front → Ulmar Brigades" in run.stdout and "All rest on 1 claim" in run.stdout
    none = CliRunner().invoke(commands, ["chains", str(report), "--from", "Ulmar Brigades", "--to", "Qatar"])
    assert "makes a chain" in none.stdout
    same = CliRunner().invoke(commands, ["chains", str(report), "--from", "Qatar", "--to", "Qatar"])
    assert same.exit_code == 2 and "one actor" in same.stderr
