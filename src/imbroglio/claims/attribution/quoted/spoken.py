"""The plainest direct speech: a whole quotation that ends in a comma or the like, then who said it."""

from __future__ import annotations

from imbroglio.claims.attribution.indirect.verbs import cue_range
from imbroglio.claims.attribution.quoted.direct import NEAR, continues, tokens_of, whole
from imbroglio.claims.attribution.quoted.marks import Quoted
from imbroglio.claims.attribution.report import Report
from imbroglio.claims.attribution.source import noun_group, source_of
from imbroglio.claims.tree import Tree
from imbroglio.knowledge.speech import SAID, Speech


def spoken_reports(tree: Tree, quoted: list[Quoted], speech: Speech) -> list[Report]:
    """The plainest shape of all: a whole quotation that ends in a comma or the like, then who said it."""
    out = []
    for q in quoted:
        tokens = tokens_of(tree, q)
        if q.depth or len(tokens) < 3 or not whole(tree, tokens) or tree.word[tokens[-1] - 1] == ".":
            continue
        if continues(tree, tokens):
            continue
        v = _cue_behind(tree, tokens[-1], speech)
        if v is not None:
            named = source_of(tree, v)
            if named is None or not tokens[-1] < named < v + NEAR:
                named = noun_group(tree, tokens[-1] + 1, v)
                named = named if named is not None else noun_group(tree, v + 1, min(v + NEAR, len(tree)))
            if named is not None:
                out.append(Report(cue_range(tree, v), SAID, named, tokens, quoted=True))
    return out


def _cue_behind(tree: Tree, last: int, speech: Speech) -> int | None:
    """The reporting verb between a quotation's last token and the next stop, if no other verb comes before it."""
    for v in range(last + 1, min(last + 1 + NEAR, len(tree))):
        if (
            tree.word[v] in ".;:?!“"
            or tree.para[v] != tree.para[last]
            or tree.lower[v] in ("and", "but", "that", "who")
        ):
            return None
        if tree.pos[v] == "VERB" and tree.dep[v] not in ("amod", "acl"):
            return v if tree.lemma[v] in speech.inserted else None
    return None
