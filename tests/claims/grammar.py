"""What grammar alone reads in recorded parses, in words: "Iran arms militia", with "no", "planned", "stop", "bg" … behind.

Parties are shown by the head word of their mention. Parses lie in `parses/`, made by `python -m tests.claims.record`.
"""

from __future__ import annotations

import re
from functools import lru_cache

from imbroglio.actors import Registry, find_mentions
from imbroglio.claims.constructions import candidates
from imbroglio.claims.judging import proposals
from imbroglio.claims.parties import Parties
from imbroglio.claims.stance import stance, turned_down
from imbroglio.documents import make_document
from imbroglio.knowledge.lexicon import load_lexicon
from imbroglio.knowledge.stance import load_stance
from tests.claims.parsed import doc

Table = dict[str, str]
"""A sentence, and what it says: claims joined by "; ", or nothing."""


def key(text: str) -> str:
    """The name under which a text's parse is recorded."""
    return re.sub(r"\W+", "-", text.lower()).strip("-")


@lru_cache(maxsize=1)
def _registry() -> Registry:
    return Registry.load()


def said(table: str, text: str) -> set[str]:
    """The claims of one recorded text whose two parties are both known."""
    parsed = doc(table, key(text))
    document = make_document(text, id="one")
    mentions = find_mentions(parsed, document, _registry())
    parties = Parties(parsed, mentions)
    out = set()
    for proposal in proposals(parties, candidates(parsed, mentions, load_lexicon())):
        best = proposal.best
        if parties.known(best.subject) and parties.known(best.object):
            held = stance(parsed[best.predicate], load_stance(), best.background)
            held = turned_down(held) if best.refused else held
            marks = [held.polarity] * (held.polarity == "no") + [held.firmness] * (held.firmness != "fact")
            marks += ["stop"] * best.stop + ["bg"] * best.background
            out.add(" ".join([parsed[best.subject].text, str(best.relation), parsed[best.object].text, *marks]))
    return out


def expected(row: str) -> set[str]:
    return {claim.strip() for claim in row.split(";") if claim.strip()}
