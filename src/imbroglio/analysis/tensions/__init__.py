"""What does not add up: one rule a file, each a function from the situation to findings.

Signs are never added up over time or theatres before a rule has looked at them; every finding names the claims on
either side and is left for a person to judge.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable

from imbroglio.analysis.situation import Situation
from imbroglio.analysis.tensions.both_sides import both_sides
from imbroglio.analysis.tensions.cycles import unbalanced_cycle
from imbroglio.analysis.tensions.disagree import sources_disagree
from imbroglio.analysis.tensions.divided import divided_alignment
from imbroglio.analysis.tensions.own_rule import against_own_rule
from imbroglio.analysis.tensions.shared_client import shared_client
from imbroglio.analysis.tensions.triads import unbalanced_triad
from imbroglio.analysis.tensions.truce import truce_in_doubt
from imbroglio.analysis.tensions.turned import turned
from imbroglio.model import Finding

RULES: tuple[Callable[[Situation], Iterable[Finding]], ...] = (
    both_sides,
    divided_alignment,
    turned,
    shared_client,
    against_own_rule,
    sources_disagree,
    truce_in_doubt,
)


def tensions(situation: Situation) -> list[Finding]:
    """All findings, the weightiest first.

    Findings that rest on presupposed relations alone ("Iran-backed") are dropped, and a triad or a longer cycle is told
    only where no other rule has already said more about its actors.
    """
    found: list[Finding] = [finding for rule in RULES for finding in rule(situation) if _asserted(finding)]
    for rule in (unbalanced_triad, unbalanced_cycle):
        told = [set(finding.actors) for finding in found]
        further = (finding for finding in rule(situation) if _asserted(finding))
        found += [cycle for cycle in further if not any(set(cycle.actors) <= actors for actors in told)]
    return sorted(found, key=lambda finding: (-finding.score, finding.rule, finding.actors))


def _asserted(finding: Finding) -> bool:
    return any(not claim.background for claim in finding.claims)
