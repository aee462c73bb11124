"""Finds every attribution of a document."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from dataclasses import replace
from typing import TYPE_CHECKING

from imbroglio.claims.attribution.indirect.insertions import inserted_reports
from imbroglio.claims.attribution.indirect.nouns import citing_reports, noun_reports
from imbroglio.claims.attribution.indirect.series import set_in_series
from imbroglio.claims.attribution.indirect.stances import hearsay_reports, stance_reports
from imbroglio.claims.attribution.indirect.verbs import verb_reports
from imbroglio.claims.attribution.quoted.blocks import introduce
from imbroglio.claims.attribution.quoted.direct import attach, tokens_of
from imbroglio.claims.attribution.quoted.marks import Quoted, find_quoted
from imbroglio.claims.attribution.quoted.spoken import spoken_reports
from imbroglio.claims.attribution.quoted.turns import outside, speaker_turns
from imbroglio.claims.attribution.relays import mark_relays
from imbroglio.claims.attribution.report import Report
from imbroglio.claims.attribution.source import joined, phrase
from imbroglio.claims.attribution.speakers import Sources, Spoken
from imbroglio.claims.tree import Tree, tree_of
from imbroglio.knowledge.speech import SAID, Manner, load_speech
from imbroglio.knowledge.stance import load_stance
from imbroglio.model import Mentions, Quotation, Span, Speaker

if TYPE_CHECKING:
    from imbroglio.language.plain import Doc

MANNERS = "imbroglio.manners"  # in the document's user data: what reporting in each quotation means
JOINT = "imbroglio.joint"  # there as well: all who say it together, where several are one source
_SELF = frozenset({"i", "we", "us", "me", "my", "our"})
RELAYED = "relayed"  # the kind of the outer quotation in "X told the Herald that …", whose cue is the inner one's


def find_quotations(doc: Doc, mentions: Mentions | None = None) -> list[Quotation]:
    """Who puts what forward in a parsed document, in order of the cues.

    Speakers are named after the actors that `mentions` link; without mentions, after the words. "X told the Herald that
    …" gives two quotations, the outer one, the Herald's, of kind "relayed".
    """
    tree, speech = tree_of(doc), load_speech()
    sources = Sources(tree, speech, mentions)
    turns = speaker_turns(tree)
    quoted = outside(tree, find_quoted(tree.text), turns)
    reports = turns + spoken_reports(tree, quoted, speech)
    taken = {r.cue[1] for r in reports}
    reports += [r for r in inserted_reports(tree, speech) if r.cue[1] not in taken]
    taken = {i for r in reports for i in range(r.cue[0], r.cue[1] + 1)}
    full, bare = verb_reports(tree, speech, reports)
    reports += full + [r for r in noun_reports(tree, speech) if r.head not in taken]
    taken |= {i for r in reports for i in range(r.cue[0], r.cue[1] + 1)}
    reports += [r for r in stance_reports(tree, speech) if r.head not in taken]
    reports += citing_reports(tree, speech, reports)
    set_in_series(tree, reports, {i for q in quoted for i in tokens_of(tree, q)})
    introduce(tree, quoted, reports, bare, sources)
    attach(tree, quoted, reports, bare)
    reports = [r for r in reports if not _is_audience(tree, r)]
    reports += hearsay_reports(tree, speech, reports)
    mark_relays(tree, speech, reports, sources)
    _untangle(tree, reports)
    reports = sorted((r for r in reports if r.content), key=lambda r: (r.head, -len(r.content)))
    joint: dict[Quotation, list[Speaker]] = {}
    found = _records(tree, reports, quoted, sources, joint)
    doc.user_data[MANNERS], doc.user_data[JOINT] = dict(found), joint
    return [q for q, _ in found]


def _is_audience(tree: Tree, r: Report) -> bool:
    """ "Chad armed rebels, *court told*": nobody tells without telling somebody, so it is the court that was told."""
    end = tree.sents[tree.sent[r.head]][1]
    last = all(tree.pos[i] in ("PUNCT", "SPACE") for i in range(r.head + 1, end))
    return tree.lower[r.head] == "told" and last and r.source is not None and r.source < r.head


def _untangle(tree: Tree, reports: list[Report]) -> None:
    """ "A, X said, Y reports": of two cues set into one clause the later is the outer, and no part of what X said."""
    at = {r.head: r for r in reports}
    for r in reports:
        later = [at[i] for i in r.content if i in at and i > r.head and r.head in at[i].content]
        for other in later:
            if r.head in set(other.content):
                own = set(tree.subtree(other.cue[1]))
                r.content = [i for i in r.content if i not in own]


def _records(
    tree: Tree, reports: list[Report], quoted: list[Quoted], sources: Sources, joint: dict[Quotation, list[Speaker]]
) -> list[tuple[Quotation, Manner]]:
    parents = _parents(reports)
    index: dict[int, int] = {}  # report → its quotation
    out: list[tuple[Quotation, Manner]] = []
    spoken = Spoken()
    speech = [q.outer for q in quoted if not q.depth]
    starts = [s.start for s in speech]
    for n in sorted(range(len(reports)), key=lambda n: _depth(parents, n)):
        r, above = reports[n], parents[n]
        parent = index[above] if above is not None else None
        content = tree.spans(r.content)
        if not content:
            parents = [above if p == n else p for p in parents]
            continue
        cue = tree.span(*r.cue)
        kind = _kind(content, speech, starts)
        several = _several(tree, r.source, sources)
        for head in [r.relay] if r.relay is not None else several[:-1]:
            outer = Quotation(content, _span(tree, head), cue, sources.speaker(head), parent, RELAYED)
            out.append((outer, SAID))
            parent = len(out) - 1
        speaker = _speaker(several[-1], spoken, sources) if several else None
        if parent is not None and _thinks(tree, r):
            speaker = out[parent][0].speaker
        source = _span(tree, r.source) if r.source is not None else None
        index[n] = len(out)
        out.append((Quotation(content, source, cue, speaker, parent, kind), replace(r.manner, voice=r.voice)))
        spoken.add(out[-1][0])
        if (together := _together(tree, r.source, sources)) and len(several) == 1:
            joint[out[-1][0]] = together
    return out


def _together(tree: Tree, source: int | None, sources: Sources) -> list[Speaker]:
    """ "*Iran and Syria* deny arming X": each speaks for itself."""
    heads = [source, *tree.children(source, "conj")] if source is not None else []
    found = [sources.speaker(head) for head in heads] if len(heads) > 1 else []
    return [speaker for speaker in found if speaker is not None]


def _several(tree: Tree, source: int | None, sources: Sources) -> list[int]:
    """The sources that are links of their own: outlets and people named together; unnamed ones are one."""
    if source is None:
        return []
    before = joined(tree, source)
    heads = [*([before] if before is not None else []), source, *tree.children(source, "conj")]
    apart = len(heads) > 1 and not all(map(sources.anonymous, heads)) and not any(map(sources.acts, heads))
    return heads if apart else heads[:1]


def _thinks(tree: Tree, r: Report) -> bool:
    """ "Officials said that they believe …", "“We believe …,” they said" speak of the officials' own belief."""
    word = tree.lower[r.source] if r.source is not None else ""
    return word in _SELF or (word in ("he", "she", "they", "it") and r.manner.name in ("believe", "find", "want"))


def _speaker(head: int, spoken: Spoken, sources: Sources) -> Speaker | None:
    """Who it is; a bare pronoun that links to nobody stands for whoever spoke last."""
    tree = sources.tree
    if tree.lower[head] in ("it", "he", "she") and tree.lemma[tree.head[head]] in sources.speech.resuming:
        last = next((q.speaker for q in spoken.before(tree.start[head])), None)
        if last is not None and sources.impersonal(last) == (tree.lower[head] == "it"):
            return last
    goes_on = sources.unnamed_before(head)
    if goes_on is not None:
        return sources.speaker(goes_on)
    found = sources.speaker(head)
    if found is not None:
        if tree.lower[head] in ("he", "she") and sources.impersonal(found):
            spoke = (q.speaker for q in spoken.before(tree.start[head]) if q.speaker is not None)
            return next((s for s in spoke if not sources.impersonal(s)), found)
        known = found.actor is not None and not sources.described(found.actor)
        return found if known else sources.again(head, spoken) or found
    if tree.pos[head] != "PRON" or tree.lower[head] in load_stance().determiners:
        return None
    return next((q.speaker for q in spoken.before(tree.start[head])), None)


def _span(tree: Tree, head: int) -> Span:
    words = phrase(tree, head) or [head]
    return tree.span(words[0], words[-1])


def _parents(reports: list[Report]) -> list[int | None]:
    """For each report the smallest other whose content holds its cue; of two with one content the later is inside."""
    at: dict[int, list[int]] = {}
    for n, r in enumerate(reports):
        at.setdefault(r.head, []).append(n)
    around: list[list[int]] = [[] for _ in reports]
    for m, other in enumerate(reports):
        for i in other.content:
            for n in at.get(i, ()):
                if n != m:
                    around[n].append(m)
    first: dict[tuple[int, ...], int] = {}
    for n, r in sorted(enumerate(reports), key=_inward):
        twin = first.setdefault(tuple(r.content), n)
        if twin != n:
            around[n].append(twin)
            first[tuple(r.content)] = n
    out = [min(found, key=lambda m: (len(reports[m].content), -m), default=None) for found in around]
    return [None if _cyclic(out, n) else p for n, p in enumerate(out)]


def _inward(item: tuple[int, Report]) -> tuple[bool, bool]:
    """The outer report first: of "X reported, citing Y" the first, of "As X said, “…”, reported Y" the last."""
    r = item[1]
    return r.cited, bool(r.content) and r.head < r.content[0]


def _cyclic(parents: list[int | None], n: int) -> bool:
    seen, k = {n}, parents[n]
    while k is not None:
        if k in seen:
            return True
        seen.add(k)
        k = parents[k]
    return False


def _depth(parents: list[int | None], n: int) -> tuple[int, int]:
    depth, k = 0, parents[n]
    while k is not None:
        depth, k = depth + 1, parents[k]
    return depth, n


def _kind(content: tuple[Span, ...], speech: list[Span], starts: list[int]) -> str:
    def near(c: Span) -> list[Span]:
        return speech[max(0, bisect_right(starts, c.start) - 1) : bisect_left(starts, c.end)]

    if all(any(s.contains(c) for s in near(c)) for c in content):
        return "direct"
    return "mixed" if any(s.overlaps(c) for c in content for s in near(c)) else "indirect"
