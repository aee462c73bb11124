"""What an endpoint is: its path, what it takes, what it gives, and the function that answers."""

from __future__ import annotations

import inspect
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Literal

from imbroglio.model import Claim
from imbroglio.outputs.footnotes import FORMATS

Kind = Literal["string", "integer", "number", "date", "boolean"]


@dataclass(frozen=True, slots=True)
class Parameter:
    """One query parameter. `many` ones may be repeated and let any of their values pass; `least` and `most` bound
    numbers."""

    name: str
    about: str
    kind: Kind = "string"
    many: bool = False
    choices: tuple[str, ...] = ()
    default: Any = None
    least: float | None = None
    most: float | None = None


@dataclass(frozen=True, slots=True)
class Endpoint:
    """One address of the API.

    `answer` takes what the request asks and gives data of the shape `returns`. `table` makes of the answer the rows
    that `?format=csv` gives; `sources` takes what `answer` takes and gives the claims whose footnotes
    `?format=markdown` (or `bibtex`, `csl-json`) gives; where it is not set, those are all claims that pass the filters.
    A POST has a `body`: name, type and meaning of each field.
    """

    path: str
    answer: Callable[..., Any]
    returns: Any
    takes: tuple[Parameter, ...] = ()
    method: Literal["GET", "POST"] = "GET"
    table: Callable[[Any], Iterable[Mapping[str, Any]]] | None = None
    sources: Callable[..., Iterable[Claim]] | None = None
    body: Sequence[tuple[str, str, str]] = ()

    @property
    def filtered(self) -> bool:
        """Whether the answer is of a query."""
        return "query" in inspect.signature(self.answer).parameters

    @property
    def formats(self) -> tuple[str, ...]:
        """What the address gives beside JSON."""
        noted = self.sources is not None or (self.filtered and self.method == "GET")
        return ("csv",) * (self.table is not None) + FORMATS * noted

    @property
    def about(self) -> str:
        """What the answering function's documentation says."""
        return " ".join((self.answer.__doc__ or "").split())
