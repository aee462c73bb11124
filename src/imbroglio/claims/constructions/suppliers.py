"""Who is called by what goes between two: "X is Y's main arms supplier", "Y, the largest buyer of Russian weapons"."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import product
from typing import TYPE_CHECKING

from imbroglio.claims.constructions.agents import bearers
from imbroglio.claims.constructions.candidate import Candidate
from imbroglio.claims.constructions.transfers import names_before, thing
from imbroglio.claims.syntax import child, expand, noun_lemma, noun_roles, prepositional
from imbroglio.knowledge.lexicon import Lexicon
from imbroglio.model import Relation

if TYPE_CHECKING:
    from imbroglio.language.plain import Doc, Token

_GIVEN = frozenset({Relation.ARMS, Relation.FUNDS, Relation.ASSISTS})


def find(doc: Doc, lexicon: Lexicon) -> Iterator[Candidate]:
    """Candidates from suppliers and customers of what makes a relation: of arms, money or training, not of gas."""
    suppliers, customers = lexicon.groups["supplier"], lexicon.groups["customer"]
    for token in doc:
        lemma = noun_lemma(token)
        if token.pos_ != "NOUN" or lemma not in suppliers | customers:
            continue
        for what in _goods(token, lexicon):
            relation, others = thing(what, lexicon), _others(token, what, supplied=lemma in suppliers)
            if relation is None:
                continue
            called, background = bearers(token, others, relation)
            cue = (min(token.i, what.i), max(token.i, what.i) + 1)
            for one, other in product((t for t in called if t.i != token.i), others):
                giver, receiver = (one, other) if lemma in suppliers else (other, one)
                yield Candidate(giver.i, relation, receiver.i, token.i, cue, "agent noun", background=background)


def _goods(noun: Token, lexicon: Lexicon) -> list[Token]:
    """ "*Arms* supplier", "supplier of *arms* and *money*"."""
    before = [c for c in noun.children if c.dep_ in ("compound", "amod")]
    behind = [m for case, t in prepositional(noun) if case == "of" for m in expand(t)]
    return [t for t in (*before, *behind) if thing(t, lexicon) in _GIVEN]


def _others(noun: Token, what: Token, *, supplied: bool) -> list[Token]:
    """Whose supplier or customer: "*Chad's*", "to *Chad*", "source of *Chad's* arms", "buyer of *French* ones"."""
    if (owner := child(noun, "nmod:poss")) is not None:
        return expand(owner)
    if not supplied:
        return names_before(what) or noun_roles(what).get("from")
    behind = (t for head in (noun, what, noun.head) for case, t in prepositional(head) if case in ("to", "for"))
    whom = next(behind, None)
    return expand(whom) if whom is not None else names_before(what)
