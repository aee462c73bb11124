"""Circles of actors for tables."""

from imbroglio.graph import clusters


def test_two_wars_are_two_circles_though_one_power_is_in_both():
    north = {("a", "b"): 5.0, ("a", "c"): 3.0, ("b", "c"): 4.0, ("a", "power"): 1.0, ("b", "power"): 1.0}
    south = {("x", "y"): 4.5, ("x", "z"): 3.0, ("power", "x"): 2.0, ("power", "z"): 2.0}
    found = clusters(north | south, 14, 5)
    assert [set(group) for group in found] == [{"a", "b", "c", "power"}, {"x", "y", "z", "power"}]


def test_circles_keep_to_their_size_and_nothing_comes_of_nothing():
    star = {("hub", f"spoke{n}"): 1.0 for n in range(30)}
    found = clusters(star, 14, 2)
    assert len(found) == 2 and max(map(len, found)) == 14 and all("hub" in group for group in found)
    assert clusters({}, 14, 5) == [] and clusters({("a", "b"): 0.0}, 14, 5) == []


def test_a_single_pair_is_a_circle_only_when_it_is_all_there_is():
    assert clusters({("a", "b"): 1.0}, 14, 5) == [["a", "b"]]
    assert len(clusters({("a", "b"): 1.0, ("a", "c"): 1.0, ("x", "y"): 0.5}, 14, 5)) == 1
