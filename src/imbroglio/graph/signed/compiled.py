"""Compilation by numba, kept on disk where that can be written: beside the code, else in the user's cache folder."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, TypeVar, cast

from numba import njit

F = TypeVar("F", bound=Callable[..., Any])


def compiled(function: F) -> F:
    """A function whose loops run as machine code."""
    return _compiled(function, parallel=False)


def compiled_parallel(function: F) -> F:
    """The same, with `prange` loops on all cores."""
    return _compiled(function, parallel=True)


def _compiled(function: F, parallel: bool) -> F:
    try:
        made = njit(cache=True, nogil=True, parallel=parallel)(function)
    except RuntimeError:  # no folder to keep it in: compiled anew in each process
        made = njit(nogil=True, parallel=parallel)(function)
    return cast("F", made)
