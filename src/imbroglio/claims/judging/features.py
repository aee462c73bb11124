"""What the judge looks at in a proposal, by name."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

from imbroglio.claims.judging.proposal import Proposal
from imbroglio.claims.parties import Parties

if TYPE_CHECKING:
    from imbroglio.language.plain import Doc

_FAR = 12  # tokens between the parties beyond which a candidate counts as far


def features_of(doc: Doc, parties: Parties, gathered: list[Proposal]) -> list[dict[str, float]]:
    """One row of features a proposal; `training/claims/judge.py` fits weights to the same rows.

    Grammar and arcs are weighed apart: an arc can speak for what grammar found, its absence says nothing against it,
    since the arcs know the wording of their training and grammar that of the language.
    """
    by_pair: dict[tuple[int, int], list[Proposal]] = {}
    for p in gathered:
        by_pair.setdefault((p.key[0], p.key[2]), []).append(p)
    return [(_of_grammar if p.by_grammar else _of_arc)(doc, parties, p, by_pair) for p in gathered]


Pairs = dict[tuple[int, int], list[Proposal]]


def _of_grammar(doc: Doc, parties: Parties, p: Proposal, by_pair: Pairs) -> dict[str, float]:
    out = {"bias": 1.0, "arc support": logit(p.probability) - logit(0.0), f"grammar {p.key[1]}": 1.0}
    out |= {f"construction {construction}": 1.0 for construction in p.constructions}
    return out | _shared("grammar", doc, parties, p, by_pair)


def _of_arc(doc: Doc, parties: Parties, p: Proposal, by_pair: Pairs) -> dict[str, float]:
    one, relation, two = p.key
    rivals, reverse = _others(p, by_pair), by_pair.get((two, one), [])
    out = {
        "arc": logit(p.probability),
        "arc alone": 1.0,
        "rival arc": max((q.probability for q in rivals), default=0.0),
        "kin arc": max((q.probability for q in rivals if q.key[1].klass is relation.klass), default=0.0),
        "reversed arc": max((q.probability for q in reverse if q.key[1] is relation), default=0.0),
    }
    return out | _shared("arc", doc, parties, p, by_pair)


def _shared(kind: str, doc: Doc, parties: Parties, p: Proposal, by_pair: Pairs) -> dict[str, float]:
    """What counts for both, each with weights of its own."""
    one, _, two = p.key
    out = {
        f"{kind} rival grammar": float(any(q.by_grammar for q in _others(p, by_pair))),
        f"{kind} far": min(1.0, max(0.0, (abs(one - two) - _FAR) / _FAR)),
        f"{kind} across sentences": float(doc[one].sent.start != doc[two].sent.start),
        f"{kind} subject {_kind(parties, one)}": 1.0,
        f"{kind} object {_kind(parties, two)}": 1.0,
    }
    return {name: value for name, value in out.items() if value}


def _others(p: Proposal, by_pair: Pairs) -> list[Proposal]:
    """What else is proposed of the pair; two things given in one go are no rivals ("shelter and rockets")."""
    given = {c.predicate for c in p.candidates if c.construction == "transfer"}
    return [
        q
        for q in by_pair[p.key[0], p.key[2]]
        if q is not p and not any(c.construction == "transfer" and c.predicate in given for c in q.candidates)
    ]


def _kind(parties: Parties, i: int) -> str:
    mention = parties.mention(i)
    return "unknown" if mention is None else f"{mention.form} {parties.kind(i) or 'unknown'}"


def logit(p: float) -> float:
    """Log-odds, clipped; no arc counts like one far less likely than any that is kept."""
    p = min(max(p, 0.03), 0.98)
    return math.log(p / (1 - p))
