"""`imbroglio balance` and `imbroglio census`."""

from __future__ import annotations

import json

from click.testing import CliRunner

from imbroglio.cli import commands


def test_the_command(tmp_path) -> None:  # type: ignore[no-untyped-def]
    path = tmp_path / "ties.csv"
    path.write_text("source,target,sign\nA,B,+\nB,C,+\nA,C,-\nD,E,-\n", encoding="utf-8")
    run = CliRunner().invoke(commands, ["balance", str(path), "--format", "json"])
    answer = json.loads(run.stdout)
    assert (answer["frustration"], answer["lower_bound"], answer["proven"], answer["optimal_splits"]) == (1, 1, True, 6)
    assert sorted(map(len, answer["factions"])) in ([1, 4], [2, 3])
    each = json.loads(CliRunner().invoke(commands, ["balance", str(path), "--ties", "--format", "json"]).stdout)
    assert each["optimal_splits"] == 6 and {tie["contradicted"] for tie in each["ties"]} == {"some", "none"}
    three = json.loads(CliRunner().invoke(commands, ["balance", str(path), "--k", "3", "--format", "json"]).stdout)
    assert three["frustration"] == 1 and {"seconds", "loading_seconds"} <= three.keys() & each.keys() & answer.keys()
    text = CliRunner().invoke(commands, ["balance", str(path)]).stdout
    assert "frustration 1 (proven" in text and "6 splits are as good" in text
    counts = json.loads(CliRunner().invoke(commands, ["census", str(path), "--format", "json"]).stdout)
    assert counts["triangles"] == {"0": 0, "1": 1, "2": 0, "3": 0} and counts["balanced"] == 0.0
    assert "0.00% of the triangles are balanced" in CliRunner().invoke(commands, ["census", str(path)]).stdout
    bad = CliRunner().invoke(commands, ["balance", str(tmp_path / "none.csv")])
    assert bad.exit_code == 2 and "no such file" in bad.stderr
