"""HiGHS as we use it: silent, on one thread."""

from __future__ import annotations

from typing import Any


def make_solver() -> Any:
    """A HiGHS object that prints nothing, not even its banner, which must not stand before our JSON."""
    import highspy

    class Quiet(highspy.Highs):
        def enableCallbacks(self) -> Any:  # called while it is made, and what prints the banner
            self.silent()
            return super().enableCallbacks()  # type: ignore[no-untyped-call]

    solver = Quiet()  # type: ignore[no-untyped-call]
    solver.setOptionValue("threads", 1)
    return solver
