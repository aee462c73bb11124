"""Records to JSON and back, by their type hints: what is stored comes back equal.

Fields that have their default value are left out, so that a field added to a record later reads old casefiles.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Hashable
from dataclasses import MISSING, fields, is_dataclass
from datetime import date
from enum import Enum
from functools import cache
from types import NoneType, UnionType
from typing import Any, Literal, TypeVar, Union, cast, get_args, get_origin, get_type_hints

T = TypeVar("T")


def dumps(record: Any) -> str:
    """The record (or list of records) as one line of JSON, always the same for equal records."""
    return json.dumps(_plain(record), ensure_ascii=False, separators=(",", ":"), sort_keys=True)


def loads(kind: type[T], line: str) -> T:
    """The record of this type that `dumps` made the line from."""
    made: T = _maker(cast(Hashable, kind))(json.loads(line))
    return made


def plain(record: Any) -> Any:
    """The record as plain data, as it goes into JSON."""
    return _plain(record)


def of_plain(kind: Any, data: Any) -> Any:
    """The value of this type (a hint) that plain data stands for.

    Raises:
        ValueError, TypeError, KeyError, AttributeError: the data does not fit the type.
    """
    return _maker(kind)(data)


def _plain(value: Any) -> Any:
    if is_dataclass(value):
        stated = ((name, getattr(value, name), default) for name, default in _defaults(cast(Hashable, type(value))))
        return {name: _plain(v) for name, v, default in stated if v != default}
    if isinstance(value, dict):
        return {key: _plain(v) for key, v in value.items()}
    if isinstance(value, tuple | list):
        return [_plain(v) for v in value]
    if isinstance(value, date):
        return value.isoformat()
    return value.value if isinstance(value, Enum) else value


@cache
def _defaults(kind: Any) -> tuple[tuple[str, Any], ...]:
    """The fields of a record by name, each with its default value; no value is equal to that of a field without one."""
    return tuple((f.name, f.default_factory() if f.default_factory is not MISSING else f.default) for f in fields(kind))


@cache
def _maker(hint: Any) -> Callable[[Any], Any]:
    """A function from plain JSON data to a value of the hinted type; made once a type."""
    origin, inner = get_origin(hint), get_args(hint)
    if origin in (Union, UnionType):
        (some,) = (t for t in inner if t is not NoneType)
        make = _maker(some)
        return lambda data: None if data is None else make(data)
    if origin is tuple:
        make = _maker(inner[0])
        return lambda data: tuple(map(make, data))
    if origin in (Literal, dict) or hint in (str, int, float, bool):
        return _same
    if hint is date:
        return date.fromisoformat
    if is_dataclass(hint):
        return _record_maker(hint)
    if isinstance(hint, type) and issubclass(hint, Enum):
        return hint
    raise TypeError(f"no way to store {hint!r}")


def _record_maker(kind: Any) -> Callable[[Any], Any]:
    hints = get_type_hints(kind)
    makers = {f.name: _maker(hints[f.name]) for f in fields(kind)}
    return lambda data: kind(**{name: makers[name](value) for name, value in data.items()})


def _same(data: Any) -> Any:
    return data
