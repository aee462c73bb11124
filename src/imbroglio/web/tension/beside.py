"""Findings of a large case, worked out by a process of its own, so that pages stay quick meanwhile.

The process (`worker`) opens the case for itself, and tells findings with the numbers of their claims among those that
stand.
"""

from __future__ import annotations

import atexit
import json
import pickle
import subprocess
import sys
from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import Any

from imbroglio.model import Claim, Finding


class Beside:
    """The process that works out the findings of a case, at the version that it is in now."""

    def __init__(self, case: str, version: str) -> None:
        # -P: a file of the folder that one happens to work in is not taken for a module
        command = [sys.executable, "-P", "-m", "imbroglio.web.worker"]
        self._process = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE)
        self._asked = json.dumps({"case": case, "version": version}).encode()
        atexit.register(self.stop)

    def findings(self, claims: Sequence[Claim]) -> list[Finding] | None:
        """Waits for them; `claims` are those that stand, in order. None if the case has moved on, or it was stopped.

        Raises:
            ChildProcessError: it failed.
        """
        answer, _ = self._process.communicate(self._asked)
        atexit.unregister(self.stop)
        if self._process.returncode > 0:
            raise ChildProcessError(f"the process that works out findings ended with {self._process.returncode}")
        if self._process.returncode or not answer:
            return None
        return [told(finding, claims.__getitem__) for finding in pickle.loads(answer)]

    def stop(self) -> None:
        self._process.kill()


def told(finding: Finding, other: Callable[[Any], Any]) -> Finding:
    """The finding with something else in the place of each claim."""
    sides, resolves = (tuple(tuple(map(other, lot)) for lot in lots) for lots in (finding.sides, finding.resolves))
    return replace(finding, sides=sides, resolves=resolves)
