"""From a query string to what a view takes."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date
from typing import Any

from imbroglio.graph import Level
from imbroglio.web.api.declare import Endpoint, Parameter
from imbroglio.web.api.parameters import FILTERS
from imbroglio.web.problems import AskedWrongly
from imbroglio.web.query import Query

MOST_VALUES = 100  # of one parameter
LONGEST = 500  # characters of a value
_FILTERS = frozenset(parameter.name for parameter in FILTERS)


def asked(endpoint: Endpoint, given: Iterable[tuple[str, str]]) -> dict[str, Any]:
    """The arguments of the endpoint's view; filters become its `query`.

    Raises:
        AskedWrongly: an unknown parameter, or a value that it cannot have.
    """
    known = {parameter.name: parameter for parameter in endpoint.takes}
    found: dict[str, list[str]] = {}
    for name, value in given:
        if name not in known:
            raise AskedWrongly(f"{name[:40]!r} is no parameter here; what is: {', '.join(known) or 'none'}")
        found.setdefault(name, []).append(value)
    values = {p.name: _values(p, found[p.name]) for p in endpoint.takes if p.name in found}
    filters = {name: value for name, value in values.items() if name in _FILTERS}
    rest = {name: value for name, value in values.items() if name not in _FILTERS}
    return {"query": query(**filters), **rest} if endpoint.filtered else {**filters, **rest}


def query(**filters: Any) -> Query:
    """The filters, with the level as what it is."""
    return Query(**filters | ({"level": Level(filters["level"])} if "level" in filters else {}))


def _values(parameter: Parameter, given: Sequence[str]) -> Any:
    if len(given) > (MOST_VALUES if parameter.many else 1):
        raise AskedWrongly(f"{parameter.name} is given {len(given)} times")
    values = tuple(_value(parameter, text) for text in given)
    return values if parameter.many else values[0]


def _value(parameter: Parameter, text: str) -> Any:
    name = parameter.name
    if len(text) > LONGEST:
        raise AskedWrongly(f"{name} is longer than {LONGEST} characters")
    if parameter.choices and text not in parameter.choices:
        raise AskedWrongly(f"{name} cannot be {text[:40]!r}; choose one of {', '.join(parameter.choices)}")
    try:
        match parameter.kind:
            case "integer":
                return _bounded(parameter, int(text))
            case "number":
                return _bounded(parameter, float(text))
            case "date":
                return date.fromisoformat(text)
            case "boolean":
                return {"true": True, "false": False}[text]
    except (ValueError, KeyError):
        raise AskedWrongly(f"{name} must be {_WANTED[parameter.kind]}, not {text[:40]!r}") from None
    return text


_WANTED = {"integer": "a whole number", "number": "a number", "date": "a date (YYYY-MM-DD)", "boolean": "true or false"}


def _bounded(parameter: Parameter, number: float) -> float:
    low, high = parameter.least, parameter.most
    if not (number == number and (low is None or number >= low) and (high is None or number <= high)):
        bounds = f"at least {low}" if high is None else f"between {low} and {high}"
        raise AskedWrongly(f"{parameter.name} must be {bounds}")
    return number
