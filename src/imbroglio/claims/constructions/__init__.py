"""One construction a file: each looks for its pattern in a parsed document and proposes candidates."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import chain
from typing import TYPE_CHECKING

from imbroglio.claims.constructions import (
    agents,
    arcs,
    channels,
    menaces,
    modifiers,
    nouns,
    passage,
    presence,
    receipts,
    refusals,
    told,
    transfers,
    verbs,
)
from imbroglio.claims.constructions.belonging import aliases, membership, possession
from imbroglio.claims.constructions.candidate import Candidate
from imbroglio.claims.constructions.verbal import joining
from imbroglio.knowledge.lexicon import Lexicon
from imbroglio.model import Mentions

if TYPE_CHECKING:
    from imbroglio.language.plain import Doc

__all__ = ["Candidate", "candidates"]


def candidates(doc: Doc, mentions: Mentions, lexicon: Lexicon) -> Iterator[Candidate]:
    """What grammar and engine propose, duplicates included."""
    done = menaces.find(doc, lexicon, chain(verbs.find(doc, lexicon), nouns.find(doc, mentions, lexicon)))
    handed = chain(transfers.find(doc, lexicon), receipts.find(doc, mentions, lexicon))
    yield from channels.with_principals(doc, chain(done, handed))
    yield from refusals.find(doc, lexicon)
    yield from told.find(doc, lexicon)
    yield from joining.find(doc, mentions, lexicon)
    yield from agents.find(doc, mentions, lexicon)
    yield from modifiers.find(doc, mentions, lexicon)
    yield from membership.find(doc, mentions, lexicon)
    yield from possession.find(doc, mentions, lexicon)
    yield from passage.find(doc, lexicon)
    yield from presence.find(doc, mentions, lexicon)
    yield from channels.find(doc, mentions, lexicon)
    yield from aliases.find(doc, mentions, lexicon)
    yield from arcs.find(doc)
