"""Who passed it on: "X told *the Herald*", "a memo seen by *the Herald*", "*the Herald* quoted X as saying"."""

from __future__ import annotations

from imbroglio.claims.attribution.report import Report
from imbroglio.claims.attribution.source import passive, source_of
from imbroglio.claims.attribution.speakers import Sources
from imbroglio.claims.tree import Tree
from imbroglio.knowledge.speech import Speech

_SETTINGS = frozenset(
    {"interview", "comment", "statement", "remark", "conversation", "note", "message", "call", "briefing"}
)


def mark_relays(tree: Tree, speech: Speech, reports: list[Report], sources: Sources) -> None:
    """Sets `relay` on reports that an outlet was told, or that it quotes; changes the reports."""
    for r in reports:
        if r.source is None or not r.voice or r.relay is not None:
            continue
        r.relay = _quoting(tree, speech, r) or _told(tree, r, sources) or _seen_by(tree, speech, r.source, sources)
        if r.relay == r.source:
            r.relay = None


def _quoting(tree: Tree, speech: Speech, r: Report) -> int | None:
    """ "The Herald quoted X as saying …", "the Herald, which quoted X": the one that quotes."""
    v = r.cue[1]
    h = tree.head[v]
    if tree.dep[v] in ("advcl", "xcomp", "acl") and tree.lemma[h] in speech.citing and not passive(tree, h):
        return source_of(tree, h)
    if r.source is not None and tree.dep[r.source] == "obj" and tree.lemma[tree.head[r.source]] in speech.citing:
        quoter = tree.head[r.source]
        return None if quoter == v or tree.lower[quoter].endswith("ing") else source_of(tree, quoter)
    return None


def _told(tree: Tree, r: Report, sources: Sources) -> int | None:
    for v in range(r.cue[0], r.cue[1] + 1):
        behind = sources.told(v) if tree.lemma[v] == "tell" else None
        if behind is not None and behind != r.source:
            return behind
        for k in tree.children(v, "obj", "iobj", "obl"):
            direct = not tree.dep[k].startswith("obl") or tree.case(k) == "to"
            if k != r.source and k not in r.content and direct and sources.outlet(k):
                return k  # "dismissed the reports that …": they are what is dismissed
            if tree.lemma[k] in _SETTINGS and tree.case(k) in ("in", "during", "on"):
                inner = next((m for m in tree.children(k, "nmod") if tree.case(m) in ("with", "to", "for", "on")), None)
                if inner is not None and sources.outlet(inner):
                    return inner
    return None


def _seen_by(tree: Tree, speech: Speech, source: int, sources: Sources) -> int | None:
    """Whoever has seen or reached the source; "reached *by telephone*" names nobody."""
    for k in tree.children(source, "acl"):
        if tree.lemma[k] in speech.relayed and passive(tree, k):
            seer = source_of(tree, k)
            return seer if seer is not None and (tree.pos[seer] != "NOUN" or sources.outlet(seer)) else None
    return None
