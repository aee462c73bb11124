"""The sections of a brief that come from records beside claims: agreements, rules, goals, routes, open questions."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from imbroglio.analysis.wording import listed
from imbroglio.knowledge.load import data
from imbroglio.model import Agreement, Goal, Norm, Party, Reading, Route, Unresolved
from imbroglio.outputs.brief.data import Line, Section, section
from imbroglio.outputs.brief.quotes import Quotes
from imbroglio.outputs.tables import clean, time

_BY = {"ceasefire": "of", "deal": "of", "coalition": "around"}
_FIRMNESS = {"hedged": "reported", "planned": "planned", "hypothetical": "supposed", "norm": "demanded"}


@dataclass(frozen=True, slots=True)
class Records:
    """The records of all readings."""

    readings: tuple[Reading, ...]

    @property
    def agreements(self) -> tuple[Agreement, ...]:
        return tuple(record for reading in self.readings for record in reading.agreements)

    @property
    def norms(self) -> tuple[Norm, ...]:
        return tuple(record for reading in self.readings for record in reading.norms)

    @property
    def goals(self) -> tuple[Goal, ...]:
        return tuple(record for reading in self.readings for record in reading.goals)

    @property
    def routes(self) -> tuple[Route, ...]:
        return tuple(record for reading in self.readings for record in reading.routes)

    @property
    def unresolved(self) -> tuple[Unresolved, ...]:
        return tuple(record for reading in self.readings for record in reading.unresolved)


def truces_and_deals(records: Records, quotes: Quotes) -> Section:
    """Ceasefires, deals and coalitions, with their words: what a coalition is for stands nowhere else."""

    def tell(record: Agreement) -> Line:
        number = quotes.words(record.document, record.quote, record.said_by)
        return Line(agreement_text(record), (number,), 0, (Line(f"“{quotes.shown(number)}”", (number,)),))

    return section("Truces, deals and coalitions", "", records.agreements, tell)


def agreement_text(record: Agreement) -> str:
    """ "Ceasefire of X and Y; without Z; in Syria"."""
    parts = [
        f"{record.kind.capitalize()} {_BY[record.kind]} {_names(record.parties)}"
        if record.parties
        else record.kind.capitalize(),
        f"without {_names(record.excluded)}" if record.excluded else "",
        f"in {record.place}" if record.place else "",
        time(record.when) if record.when.words or record.when.start or record.when.end else "",
        _FIRMNESS.get(record.firmness, ""),
    ]
    return "; ".join(part for part in parts if part)


def rules(records: Records, quotes: Quotes) -> Section:
    """Who may, must and must not do what."""
    about = "Who may, must or must not do what toward whom."

    def tell(record: Norm) -> Line:
        return Line(norm_text(record), (quotes.words(record.document, record.quote, record.said_by),))

    return section("Rules", about, records.norms, tell)


def norm_text(record: Norm) -> str:
    """Who forbids, permits or obliges whom to do what."""
    verbs = data("wording.yaml")["verbs"]
    deeds = listed([verbs[relation][1] for relation in record.relations], "or") if record.relations else "act toward"
    authority = record.authority or "Somebody"
    bound = record.bound.name if record.bound else "everybody"
    return f"{authority} {record.mode} {bound} to {deeds} {record.toward}"


def goals(records: Records, quotes: Quotes) -> Section:
    """What actors are said to want; those who want the same in the same words stand together."""
    together: dict[tuple[str, str], list[Goal]] = {}
    for goal in records.goals:
        together.setdefault((goal.document, goal.wants), []).append(goal)

    def tell(group: list[Goal]) -> Line:
        numbers = tuple(quotes.words(goal.document, goal.quote, goal.said_by) for goal in group)
        return Line(goal_text(*group), numbers)

    return section("Goals", "What actors are said to want.", list(together.values()), tell)


def goal_text(*goals: Goal) -> str:
    """Who wants what; all of them want the same."""
    return f"{_names(goal.actor for goal in goals)}: {clean(goals[0].wants)}"


def routes(records: Records, quotes: Quotes) -> Section:
    """The corridors, each once with all who tell of it."""
    together: dict[tuple[str, str, tuple[str, ...]], list[Route]] = {}
    for route in records.routes:
        together.setdefault((route.start, route.end, route.through), []).append(route)

    def tell(group: list[Route]) -> Line:
        numbers = tuple(quotes.words(route.document, route.quote, route.said_by) for route in group)
        return Line(route_text(group), numbers)

    return section("Routes", "", list(together.values()), tell)


def route_text(group: list[Route]) -> str:
    """A corridor, and everybody who wants it."""
    route, wanting = group[0], [party for one in group for party in one.wanted_by]
    through = f" through {listed(list(route.through))}" if route.through else ""
    wanted = f", wanted by {_names(wanting)}" if wanting else ""
    return f"Route {route.start} – {route.end}{through}{wanted}"


def _names(parties: Iterable[Party]) -> str:
    return listed(list(dict.fromkeys(party.name for party in parties)))


def unresolved(records: Records, quotes: Quotes) -> Section:
    """What the reader saw and could not settle."""
    return section(
        "What the reader could not settle",
        "",
        records.unresolved,
        lambda record: Line(record.why, (quotes.words(record.document, record.span),)),
    )


RECORDS: tuple[Callable[[Records, Quotes], Section], ...] = (truces_and_deals, rules, goals, routes)
