"""Who stands where: the matrix of the actors most is said of, and the ties behind its cells."""

from __future__ import annotations

from collections import defaultdict

from imbroglio.analysis import Situation
from imbroglio.analysis.weight import FIRMNESS, weight
from imbroglio.analysis.wording import listed, plural, verb
from imbroglio.graph import Level, gather
from imbroglio.model import ActorKind, Tie
from imbroglio.outputs.brief.data import Cell, Line, Matrix, Section, section
from imbroglio.outputs.brief.quotes import Quotes

ACTORS = 14  # rows; with names and three columns a cell this fits a terminal of 80 columns
_ABSENT = (ActorKind.PLACE, ActorKind.MEDIA, ActorKind.PROGRAMME)
_WHEN = {"past": "before", "present": "now", "future": "to come"}


def matrix(situation: Situation, quotes: Quotes) -> tuple[Matrix, Section]:
    """The matrix, and the section of the ties it sums up; government bodies and leaders count as what they act for."""
    affirmed = [claim for claim in situation.claims if FIRMNESS[claim.firmness] > FIRMNESS["hypothetical"]]
    ties = gather(affirmed, situation.documents, situation.actors, Level.STATE, situation.places)
    ties = [tie for tie in ties if not {situation.kind(tie.subject), situation.kind(tie.object)} & set(_ABSENT)]
    shown = _strongest(ties)
    pairs: dict[tuple[int, int], list[Tie]] = defaultdict(list)
    mirrored: dict[tuple[int, int], list[Tie]] = defaultdict(list)
    for tie in ties:
        if tie.subject in shown and tie.object in shown:
            row, column = shown.index(tie.subject), shown.index(tie.object)
            pairs[row, column].append(tie)
            if all(claim.relation.symmetric for claim in tie.claims):
                mirrored[column, row].append(tie)
    cells = {pair: _cell(pairs.get(pair, []) + mirrored.get(pair, []), quotes) for pair in sorted({*pairs, *mirrored})}
    told = section(
        "Who stands where",
        "The ties behind the matrix, a row's actor toward a column's: what is said, where and when. Government bodies "
        "and leaders count as what they act for.",
        [pairs[pair] for pair in sorted(pairs)],
        lambda group: _pair(situation, quotes, group),
        most=ACTORS * ACTORS,
    )
    return Matrix(tuple(situation.actors[actor].name for actor in shown), cells), told


def _strongest(ties: list[Tie]) -> list[str]:
    """The actors with the weightiest ties; signs count double, since they are what the matrix is for."""
    total: dict[str, float] = defaultdict(float)
    for tie in ties:
        for actor in (tie.subject, tie.object):
            total[actor] += sum(map(weight, tie.claims)) * (2 if tie.sign else 1)
    return sorted(total, key=lambda actor: (-total[actor], actor))[:ACTORS]


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
