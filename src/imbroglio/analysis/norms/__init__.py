"""Rules over the graph: those that documents state and those that users write, held against what is said to be done.

A description matches an actor, does not, or cannot be decided (Kleene's strong logic of three values): memberships and
affiliations that nobody speaks of are not known to be absent. So a rule is *broken* where some deed meets all of it,
*undecided* where a deed may, and *kept* where deeds or denials are told of and none does.
"""

from imbroglio.analysis.norms.check import Verdict, check
from imbroglio.analysis.norms.deeds import Deed
from imbroglio.analysis.norms.file import load_rules, shipped
from imbroglio.analysis.norms.rule import Excuse, Rule
from imbroglio.analysis.norms.text import from_text
from imbroglio.analysis.norms.world import World

__all__ = ["Deed", "Excuse", "Rule", "Verdict", "World", "check", "from_text", "load_rules", "shipped"]
