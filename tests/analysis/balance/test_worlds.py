"""Worlds in which evidence is true or not."""

from __future__ import annotations

import numpy as np
import pytest

from imbroglio.analysis.balance import Piece, balance, interval, sample
from imbroglio.graph.signed import SignedGraph

SURE = [Piece("a", "b", 2, 1.0), Piece("b", "c", 1, 1.0), Piece("a", "c", -1.5, 1.0)]


def test_sure_evidence_makes_one_world() -> None:
    worlds = sample(SURE, worlds=50)
    assert worlds.index().low == worlds.index().high == 1 and worlds.balanced.tolist() == [0.0] * 50
    assert worlds.frustrated.sum() == 1 and worlds.present.tolist() == [1.0] * 3
    assert worlds.together("a", "b") == 1.0 and (worlds.checked, worlds.missed) == (50, 0)


def test_chances_are_kept_and_cancel_out() -> None:
    worlds = sample([Piece("a", "b", 1, 0.3), Piece("b", "c", 1, 1.0), Piece("b", "c", -1, 0.5)], worlds=20_000, seed=1)
    pairs = zip(worlds.graph.one.tolist(), worlds.graph.two.tolist(), strict=True)
    shares = dict(zip(pairs, worlds.present.tolist(), strict=True))
    assert shares[0, 1] == pytest.approx(0.3, abs=0.02) and shares[1, 2] == pytest.approx(0.5, abs=0.02)
    assert worlds.degree() is None and worlds.index().high == 0


def test_what_has_one_root_stands_or_falls_together() -> None:
    pieces = [Piece("a", "b", 1, 0.5, "agency"), Piece("b", "c", 1, 0.5, "agency"), Piece("a", "c", -1, 1.0)]
    joined = sample(pieces, worlds=4_000, seed=1)
    apart = sample([Piece(p.one, p.two, p.weight, p.chance) for p in pieces], worlds=4_000, seed=1)
    assert (joined.frustration == 1).mean() == pytest.approx(0.5, abs=0.04)
    assert (apart.frustration == 1).mean() == pytest.approx(0.25, abs=0.04)


def test_worlds_are_split_well_and_told_where_not(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("imbroglio.analysis.balance.worlds.EXACT_SECONDS", 60.0)  # a busy machine proves them as well
    rng = np.random.default_rng(2)
    pairs = [pair for pair in rng.integers(0, 25, (160, 2)).tolist() if pair[0] != pair[1]]
    pieces = [Piece(*pair, int(rng.choice([-2, -1, 1, 3])), float(rng.uniform(0.4, 1))) for pair in pairs]
    worlds = sample(pieces, worlds=300, seed=3)
    assert worlds.checked == 50 and worlds.missed <= 2  # signs at chance are as hard as it gets
    assert np.array_equal(worlds.sides, sample(pieces, worlds=300, seed=3).sides)
    assert not np.array_equal(worlds.sides, sample(pieces, worlds=300, seed=4).sides)
    whole = SignedGraph.of([(p.one, p.two, p.weight) for p in pieces])
    certain = sample([Piece(p.one, p.two, p.weight, 1.0) for p in pieces], worlds=5)
    assert set(certain.frustration.tolist()) == {balance(whole, count=False).frustration}


@pytest.mark.parametrize(
    ("pieces", "worlds", "told"),
    [
        ([], 10, "nothing to draw"),
        (SURE, 0, "nothing to draw"),
        ([Piece("a", "a", 1, 0.5)], 10, "to itself"),
        ([Piece("a", "b", 1, 1.5)], 10, "between 0 and 1"),
        ([Piece("a", "b", 1, float("nan"))], 10, "between 0 and 1"),
    ],
)
def test_what_cannot_be_drawn(pieces: list[Piece], worlds: int, told: str) -> None:
    with pytest.raises(ValueError, match=told):
        sample(pieces, worlds=worlds)


def test_interval() -> None:
    found = interval(np.arange(101), 0.9)
    assert (found.low, found.median, found.high) == pytest.approx((5, 50, 95))
