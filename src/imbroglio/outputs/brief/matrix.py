"""Who stands where: the matrix of the actors most is said of, and the ties behind its cells."""

from __future__ import annotations

from collections import defaultdict

from imbroglio.analysis import Situation
from imbroglio.analysis.weight import FIRMNESS, weight
from imbroglio.analysis.wording import listed, plural, verb
from imbroglio.graph import Level, clusters, gather
from imbroglio.model import ActorKind, Tie
from imbroglio.outputs.brief.data import Cell, Line, Matrix, Section, section
from imbroglio.outputs.brief.quotes import Quotes

ACTORS = 14  # rows; with names and three columns a cell this fits a terminal of 80 columns
MATRICES = 5
TIES = 150  # pairs told in words
_ABSENT = (ActorKind.PLACE, ActorKind.MEDIA, ActorKind.PROGRAMME)
_WHEN = {"past": "before", "present": "now", "future": "to come"}


def matrices(situation: Situation, quotes: Quotes) -> tuple[tuple[Matrix, ...], Section]:
    """A matrix for each circle of actors, and the section of the ties that they sum up.

    Government bodies and leaders count as what they act for.
    """
    affirmed = [claim for claim in situation.claims if FIRMNESS[claim.firmness] > FIRMNESS["hypothetical"]]
    ties = gather(affirmed, situation.documents, situation.actors, Level.STATE, situation.places)
    ties = [tie for tie in ties if not {situation.kind(tie.subject), situation.kind(tie.object)} & set(_ABSENT)]
    weights = _weights([tie for tie in ties if not {tie.subject, tie.object} & _nameless(situation)])
    groups = sorted(clusters(weights, ACTORS, MATRICES), key=lambda group: -_inside(weights, group))
    shown = tuple(_matrix(situation, group, ties, quotes) for group in groups)
    rank = {actor: place for place, actor in enumerate(dict.fromkeys(a for group in groups for a in group))}
    pairs: dict[tuple[int, int], list[Tie]] = defaultdict(list)
    for tie in ties:
        pairs[rank.get(tie.subject, len(rank)), rank.get(tie.object, len(rank))].append(tie)
    return shown, section(
        "Who stands where",
        "The ties behind the matrix, a row's actor toward a column's: what is said, where and when. Government bodies "
        "and leaders count as what they act for.",
        [group for _, together in sorted(pairs.items()) for group in _by_pair(together)],
        lambda group: _pair(situation, quotes, group),
        most=TIES,
    )


def _weights(ties: list[Tie]) -> dict[tuple[str, str], float]:
    """What binds each pair, in either direction; signs count double, since they are what the matrix is for."""
    total: dict[tuple[str, str], float] = defaultdict(float)
    for tie in ties:
        pair = (min(tie.subject, tie.object), max(tie.subject, tie.object))
        total[pair] += sum(map(weight, tie.claims)) * (2 if tie.sign else 1)
    return total


def _inside(weights: dict[tuple[str, str], float], group: list[str]) -> float:
    """What binds a circle together; the one with most to say comes first."""
    return sum(bound for pair, bound in weights.items() if set(pair) <= set(group))


def _nameless(situation: Situation) -> set[str]:
    """Actors of whom only a common noun is known ("group", "side"): they have no row, their claims stay below."""
    return {a.id for a in situation.actors.values() if a.described and a.name.islower() and " " not in a.name}


def _by_pair(ties: list[Tie]) -> list[list[Tie]]:
    found: dict[tuple[str, str], list[Tie]] = defaultdict(list)
    for tie in ties:
        found[tie.subject, tie.object].append(tie)
    return list(found.values())


def _matrix(situation: Situation, actors: list[str], ties: list[Tie], quotes: Quotes) -> Matrix:
    cells: dict[tuple[int, int], list[Tie]] = defaultdict(list)
    for tie in ties:
        if tie.subject in actors and tie.object in actors:
            row, column = actors.index(tie.subject), actors.index(tie.object)
            cells[row, column].append(tie)
            if all(claim.relation.symmetric for claim in tie.claims):
                cells[column, row].append(tie)
    filled = {pair: _cell(group, quotes) for pair, group in sorted(cells.items())}
    return Matrix(tuple(situation.actors[actor].name for actor in actors), filled)


def _cell(ties: list[Tie], quotes: Quotes) -> Cell:
    signs = {tie.sign for tie in ties} - {0}
    glyph = "±" if len(signs) == 2 else "+" if 1 in signs else "−" if -1 in signs else "○"
    counted = [claim for tie in ties for claim in tie.claims if tie.sign or not signs]
    return Cell(glyph, quotes.line("", counted).quotes)


def _pair(situation: Situation, quotes: Quotes, ties: list[Tie]) -> Line:
    """All that is said of one pair, a line a theatre, class and tense."""
    first = ties[0]
    head = f"{situation.actors[first.subject].name} → {situation.actors[first.object].name}"
    if len(ties) == 1:
        return quotes.line(f"{head}: {_tie(situation, first)}", first.claims)
    under = [quotes.line(_tie(situation, tie), tie.claims) for tie in ties]
    return Line(head, (), 0, tuple(under))


def _tie(situation: Situation, tie: Tie) -> str:
    glyph = {1: "+", -1: "−", 0: "○"}[tie.sign]
    many = plural(situation.actors.get(tie.subject))
    verbs = dict.fromkeys(verb(claim, many) for claim in sorted(tie.claims, key=weight, reverse=True))
    place = f"in {tie.place}, " if tie.place else ""
    roots = f", {tie.roots} independent sources" if tie.roots > 1 else ""
    return f"{glyph} {listed(list(verbs))} ({place}{_WHEN[tie.tense]}{roots})"
