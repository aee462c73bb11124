"""The shipped knowledge agrees with itself, and the check finds what it is made to find."""

from datetime import date

import pytest

from imbroglio.knowledge import check
from imbroglio.model import Actor, ActorKind, Bond, Name


def actor(ident: str, *names: Name, bonds: tuple[Bond, ...] = (), country: str | None = None) -> Actor:
    return Actor(ident, ident, ActorKind.GROUP, country, names, bonds)


def test_shipped_knowledge_has_no_problem() -> None:
    assert check.problems() == []


@pytest.mark.parametrize(
    ("rule", "actors", "words"),
    [
        (check.repeated_ids, [actor("a"), actor("a")], "two actors"),
        (check.dangling_references, [actor("a", bonds=(Bond("part_of", "b"),))], "no actor"),
        (check.dangling_references, [actor("a", country="norland")], "no state"),
        (check.circles, [actor(a, bonds=(Bond("part_of", b),)) for a, b in ("ab", "ba")], "itself"),
        (check.backward_dates, [actor("a", Name("A", start=date(2015, 1, 1), end=date(2014, 1, 1)))], "ends before"),
        (check.shared_names, [actor("a", Name("Red Hand")), actor("b", Name("the Red-Hand"))], "names both"),
        (check.plain_words, [actor("a", Name("front"))], "ordinary word"),
        (check.small_acronyms, [actor("a", Name("Raf", "acronym"))], "no acronym"),
    ],
)  # fmt: skip
def test_rule_finds(rule, actors, words) -> None:
    found = list(rule(actors))
    assert found
    assert words in found[0]


def test_names_may_be_shared_if_marked_or_apart_in_time() -> None:
    old, new = Name("SRA", "acronym", end=date(2010, 1, 1)), Name("SRA", "acronym", start=date(2011, 1, 1))
    assert not list(check.shared_names([actor("a", old), actor("b", new)]))
    assert not list(check.shared_names([actor("a", Name("SRA")), actor("b", Name("SRA", ambiguous=True))]))
    assert not list(check.shared_names([actor("a", Name("IS")), actor("b", Name("is"))]))
