"""News of other things: sport borrows the verbs of war, and floods and budgets are fought as well."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from imbroglio.claims.constructions.candidate import Candidate
from imbroglio.knowledge.load import data
from imbroglio.model import Relation

if TYPE_CHECKING:
    from spacy.tokens import Doc

_WARLIKE = frozenset(
    {Relation.FIGHTS, Relation.ADVANCES_ON, Relation.COERCES, Relation.THREATENS, Relation.OPPOSES, Relation.CONTROLS}
)
_IN_TEXT = 2  # words of sport in a text that make all of it about sport


@lru_cache(maxsize=1)
def _words() -> tuple[frozenset[str], frozenset[str]]:
    groups = data("cues/quiet.yaml")
    return frozenset(groups["sport"].split()), frozenset(groups["not_parties"].split())


class Quiet:
    """What of one document cannot be a claim, whatever its verbs say."""

    def __init__(self, doc: Doc) -> None:
        self._doc = doc
        sport, self._not_parties = _words()
        self._sport = [t.i for t in doc if t.lower_ in sport or t.lemma_.lower() in sport]
        self._all = len({doc[i].lemma_.lower() for i in self._sport}) >= _IN_TEXT

    def rules_out(self, c: Candidate) -> bool:
        """True for deeds of war in news of sport, and for parties that are none."""
        if any(self._doc[i].lemma_.lower() in self._not_parties for i in (c.subject, c.object)):
            return True
        if c.relation not in _WARLIKE or not self._sport:
            return False
        sentence = self._doc[c.predicate].sent
        return self._all or any(sentence.start <= i < sentence.end for i in self._sport)
