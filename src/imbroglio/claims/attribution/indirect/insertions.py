"""Sources set into a sentence between marks: "…, officials said.", "…, said the ministry, …", "…, according to X".

Their shape is so fixed that the marks around them tell more than a parse does: a parser must hang them somewhere, and
often hangs a piece of the sentence on them instead. Everything else in the sentence, as far as a semicolon, is content.
"""

from __future__ import annotations

from dataclasses import dataclass

from imbroglio.claims.attribution.report import Report
from imbroglio.claims.attribution.source import RELATIVES, joined, noun_group
from imbroglio.claims.tree import Tree
from imbroglio.knowledge.speech import SAID, Speech, load_speech
from imbroglio.knowledge.time import calendar

_OPEN, _CLOSE = frozenset({"“", "‘", "«", "``"}), frozenset({"”", "’", "»", "''", '"'})
_SPEECH = _OPEN | {'"', "''"}
_MARKS = frozenset({",", ".", ";", ":", "—", "–", "--", "―", "?", "!", "(", ")", "…"}) | _OPEN | _CLOSE
_BEFORE = _CLOSE | {",", "?", "!", "—", "–", "--", "―", ")", "…"}
_INSIDE = ("DET", "ADJ", "NOUN", "PROPN", "PRON", "NUM", "ADP", "PART", "ADV", "CCONJ", "AUX", "X", "SYM", "PUNCT")
_FRONTED = 7  # words of an adverbial before the clause
_LONGEST = 14  # words of an inserted source
_ADJUNCTS = frozenset(
    [
        "in",
        "on",
        "at",
        "during",
        "after",
        "before",
        "of",
        "late",
        "early",
        "to",
        "by",
        "through",
        "via",
        "with",
        "last",
        "this",
    ]
)
_CLAUSAL = frozenset(
    {"that", "whether", "if", "what", "how", "why", "who", "which", "where", "when", "because", "as", "to"}
)


@dataclass(frozen=True, slots=True)
class _Insertion:
    """Tokens `first` through `last` stand between marks; `source` is the head of the phrase that names who says it."""

    first: int
    last: int
    source: int


def inserted_reports(tree: Tree, speech: Speech) -> list[Report]:
    """Reports made by inserted clauses and by "according to" phrases, in order of the text."""
    out = []
    for i, lemma in enumerate(tree.lemma):
        if tree.lower[i] == "according" and i + 2 < len(tree) and tree.lower[i + 1] == "to":
            found, cue = _according(tree, i), (i, i + 1)
        elif lemma in speech.inserted and tree.pos[i] == "VERB" and _finite(tree, i):
            found, cue = _before(tree, i) or _inverted(tree, i), (i, i)
        else:
            continue
        if found is not None:
            content = _content(tree, found)
            if content:
                out.append(Report(cue, SAID, found.source, content))
    return out


def _finite(tree: Tree, v: int) -> bool:
    """No gerund, infinitive, passive or negation."""
    passive = any(tree.dep[k] == "aux:pass" and v - k < 4 and not _mark(tree, v - 1) for k in tree.kids[v])
    return not (
        tree.lower[v].endswith("ing") or passive or (v and tree.lower[v - 1] in ("to", "is", "was", "are", "were"))
    )


def _mark(tree: Tree, i: int) -> bool:
    return tree.word[i] in _MARKS


def _before(tree: Tree, v: int) -> _Insertion | None:
    """ ", officials said on Monday," and the like: behind a mark, a subject, then the cue and an adjunct."""
    start, end = tree.sents[tree.sent[v]]
    last = _adjunct_end(tree, v, end)
    if last is None:
        return None
    first = v
    while first > start and v - first < _LONGEST and not _mark(tree, first - 1) and tree.pos[first - 1] in _INSIDE:
        first -= 1
    subject = tree.child(v, "nsubj")
    if subject is not None and subject < v and tree.left[subject] < first and v - tree.left[subject] < 2 * _LONGEST:
        first = _with_apposition(tree, v, subject, first, start)
    if first == v:
        return _described(tree, v, last)
    if first <= start or tree.word[first - 1] not in _BEFORE or tree.pos[first] == "CCONJ":
        return None
    if tree.lower[first] in RELATIVES | {"whose"}:
        return None  # "the front, whose formation the radio announced, …"
    source = _head(tree, first, v, subject)
    return _Insertion(first, last, source) if source is not None else None


def _with_apposition(tree: Tree, v: int, subject: int, first: int, start: int) -> int:
    """ "…,” Anna Berg, a spokeswoman, said": the subject begins before the mark that is nearest."""
    left = tree.left[subject]
    if any(tree.pos[i] in ("VERB", "AUX") for i in range(subject, v)):
        return first
    plain = all(
        tree.dep[k].startswith(("appos", "flat", "compound", "amod", "det", "punct", "nmod", "case", "acl"))
        for k in tree.kids[subject]
    )
    return left if plain and left > start and _mark(tree, left - 1) else first


def _described(tree: Tree, v: int, last: int) -> _Insertion | None:
    """ "…, Omar Haddad, a spokesman for the group, said by telephone": a name and what is said of it."""
    marks = [i for i in range(max(tree.sents[tree.sent[v]][0], v - 3 * _LONGEST), v) if tree.word[i] == ","]
    if len(marks) < 3 or marks[-1] != v - 1:
        return None
    before, behind, _ = marks[-3:]
    name, about = range(before + 1, behind), range(behind + 1, v - 1)
    named = len(name) and all(tree.pos[i] == "PROPN" for i in name)
    if not named or any(tree.pos[i] in ("VERB", "AUX") for i in about) or tree.pos[behind + 1] == "PROPN":
        return None
    source = noun_group(tree, name.start, name.stop)
    return _Insertion(before + 1, last, source) if source is not None else None


def _inverted(tree: Tree, v: int) -> _Insertion | None:
    """ "…,” said the ministry": the cue right behind a mark, then a noun phrase."""
    start, end = tree.sents[tree.sent[v]]
    if v + 1 >= end or v == 0 or not _mark(tree, v - 1) or tree.word[v - 1] in _OPEN | {"(", ";"}:
        return None
    if (v == start and tree.word[v - 1] not in _CLOSE) or tree.pos[v + 1] == "ADP":
        return None
    last = v + 1
    while last < end and last - v <= _LONGEST and not _mark(tree, last) and tree.pos[last] in (*_INSIDE, "VERB"):
        if tree.pos[last] == "VERB" or tree.lower[last] in _CLAUSAL:
            break
        last += 1
    subject = tree.child(v, "nsubj")
    if subject is not None and subject < v:
        return None
    plain = tree.lemma[v] == "say" and tree.word[v - 1] == ","  # ", say farmers,"
    if (
        not plain
        and tree.word[v - 1] not in _CLOSE
        and (subject is None or subject > last or tree.dep[v] in ("conj", "xcomp"))
    ):
        return None
    source = _head(tree, v + 1, last, subject)
    closed = last >= end or _mark(tree, last) or tree.pos[last] == "VERB" or tree.lower[last] in RELATIVES
    if source is None or not closed:
        return None
    right = max(last - 1, tree.right[source]) if tree.head[source] == v else last - 1
    return _Insertion(v, min(right, end - 1), source)


def _adjunct_end(tree: Tree, v: int, end: int) -> int | None:
    """The last token of what may follow the cue: nothing, a time, "in a statement", or whom it told; else None."""
    i = v + 1
    if any(tree.lower[k] == "anonymity" for k in range(i, min(i + 6, end))):
        return end - 1 if tree.word[end - 1] not in ".”" else end - 2  # "on condition of anonymity because …"
    while i < end and not _mark(tree, i):
        if i - v > _LONGEST or tree.lower[i] in _CLAUSAL or tree.pos[i] in ("VERB", "AUX", "SCONJ"):
            return None
        i += 1
    tail = range(v + 1, i)
    if _introduces(tree, i, end, bool(tail)):
        return None
    if not tail or tree.lower[v + 1] in _ADJUNCTS or tree.pos[v + 1] == "ADV" or tree.lower[v + 1] in calendar():
        return i - 1
    told = tree.lemma[v] == "tell" and tree.pos[v + 1] in ("DET", "PROPN", "NOUN", "PRON", "ADJ", "NUM")
    return i - 1 if told else None


def _introduces(tree: Tree, i: int, end: int, tail: bool) -> bool:
    """Whether the mark behind a cue opens speech: "Asked why, she said, “…”", where nothing quoted stands before."""
    if i >= end:
        return False
    if tree.word[i] == ":" or (tree.word[i] in _SPEECH and tail):
        return True
    opens = tree.word[i] == "," and i + 2 < end and tree.word[i + 1] in _SPEECH and not tree.word[i + 2].islower()
    return opens and not any(tree.word[k] in _CLOSE for k in range(tree.sents[tree.sent[i]][0], i))


def _according(tree: Tree, i: int) -> _Insertion | None:
    end = tree.sents[tree.sent[i]][1]
    last = i + 2
    while last < end and not (_mark(tree, last) and tree.word[last] not in ("(", ")")):
        last += 1
    source = _head(tree, i + 2, last, None)
    if source is None or tree.lower[i + 2] in _CLAUSAL:
        return None
    return _Insertion(i, _explained(tree, source, last, end) - 1, source)


def _explained(tree: Tree, source: int, last: int, end: int) -> int:
    """Where ", a spokesman for the group," or ", who led the raid," behind a source ends."""
    if last + 1 >= end or tree.word[last] != ",":
        return last
    about = (k for k in (last + 1, *tree.ancestors(last + 1)) if tree.head[k] == source)
    own = tree.lower[last + 1] in RELATIVES or tree.dep[next(about, last)].startswith(("appos", "acl"))
    return next((k for k in range(last + 1, end) if _mark(tree, k)), end) if own else last


def _head(tree: Tree, first: int, last: int, subject: int | None) -> int | None:
    """The head of the noun phrase in `[first, last)`: the subject where the parse has one there."""
    if subject is not None and first <= subject < last:
        return subject
    found = noun_group(tree, first, last)
    if found is not None and first <= tree.head[found] < last and joined(tree, tree.head[found]) == found:
        return tree.head[found]  # "Amnesty and news reports"
    return found


def _content(tree: Tree, found: _Insertion) -> list[int]:
    """What the insertion speaks of: all before it at the end of a sentence, all behind it at the beginning, and in
    between the phrase it interrupts."""
    start, end = tree.sents[tree.sent[found.first]]
    first, last = found.first, found.last + 1
    while first > start and tree.word[first - 1] not in (";", ".", "?", "!"):
        first -= 1
    while last < end and tree.word[last] != ";":
        last += 1
    before = tree.trim([i for i in range(first, found.first) if tree.pos[i] != "SPACE"])
    behind = tree.trim([i for i in range(found.last + 1, last) if tree.pos[i] != "SPACE"])
    if not before or not behind or all(_mark(tree, i) for i in behind):
        bare = before and tree.pos[before[0]] == "ADP" and not any(tree.pos[i] in ("VERB", "AUX") for i in before)
        return [] if bare else before or behind  # "On Friday morning, the envoy said yes"
    adds = tree.lower[behind[0]].endswith("ing") and tree.lemma[behind[0]] in load_speech().verbs  # "he said, adding"
    if adds:
        return before
    if tree.pos[behind[0]] == "CCONJ":
        return before if tree.lower[behind[0]] == "but" else sorted({*before, *behind})
    if tree.pos[behind[0]] == "SCONJ":
        return sorted({*before, *behind})
    if not any(tree.pos[i] in ("VERB", "AUX") for i in before) and tree.pos[before[0]] != "ADP":
        return sorted({*before, *behind})  # "The museum, he said, would …"
    if len(before) <= _FRONTED and not any(tree.pos[i] == "VERB" for i in before) and tree.pos[before[0]] == "ADP":
        return behind  # "Behind the scenes, officials said, …"
    inserted = range(found.first, found.last + 1)
    top = _interrupted(tree, before[-1], behind[0], inserted)
    return (
        [i for i in tree.subtree(top) if i not in inserted and i in {*before, *behind}] if top is not None else before
    )


def _interrupted(tree: Tree, left: int, right: int, inserted: range) -> int | None:
    """The head of the smallest phrase that holds the words on both sides."""
    above = [i for i in (left, *tree.ancestors(left)) if i not in inserted]
    for i in (right, *tree.ancestors(right)):
        if i in above:
            return i
    return None
