"""Names for the same thing: "X, also known as Y and Z", "X (formerly Y)", "X [Y, Z]"."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from imbroglio.claims.constructions.belonging.possession import is_person
from imbroglio.claims.constructions.candidate import Candidate
from imbroglio.claims.syntax import case_of, child, roles
from imbroglio.knowledge.lexicon import Lexicon
from imbroglio.model import Mention, Mentions, Relation

if TYPE_CHECKING:
    from imbroglio.language.plain import Doc, Token

_JOINERS = frozenset({",", "and", "or", "/", "the", "“", "”", '"', "‘", "’", "'", "as"})
_SELF = frozenset({"itself", "themselves", "himself", "herself"})
_OPENERS = frozenset({",", "(", "-", "–", "—", "["})


def find(doc: Doc, mentions: Mentions, lexicon: Lexicon) -> Iterator[Candidate]:
    """Candidates from alias phrases, from verbs of naming, and from several names listed in brackets."""
    for token in doc:
        if token.pos_ == "VERB" and token.lower_ in lexicon.naming and not _in_phrase(token, lexicon):
            yield from _naming(token)
    named = sorted(
        (m for m in mentions.items if m.form in ("name", "description", "noun")), key=lambda m: (m.start, -m.end)
    )
    for mention in named:
        phrase = _phrase_after(doc, mention.end, lexicon)
        if phrase is not None:
            start, end = phrase
            for other in _listed(doc, end, named):
                forms = {mention.form, other.form}
                if "name" not in forms or (len(forms) > 1 and is_person(doc[other.head], mentions)):
                    continue  # "the facility (or facilities)", "a man known as Abu Karam"
                if _owns_what_follows(doc, other):
                    continue  # "formerly X's branch", "once the wing of X"
                called = _whole(doc, mention, mentions)
                yield Candidate(called, Relation.SAME_AS, other.head, called, (start, end), "alias")
        yield from _bracketed(doc, mention, named)


def _whole(doc: Doc, last: Mention, mentions: Mentions) -> int:
    """ "The UN mission *in Congo*, known as MONUSCO": the mission, of which a place is only where it is."""
    token = doc[last.head]
    inside = token.dep_ == "nmod" and case_of(token) in ("in", "at", "near", "on") and mentions.at(token.head.i)
    return token.head.i if inside else last.head


def _owns_what_follows(doc: Doc, name: Mention) -> bool:
    owned = doc[name.head].dep_ == "nmod:poss" and doc[name.head].head.i >= name.end
    part = doc[name.head].dep_ == "nmod" and case_of(doc[name.head]) == "of"
    return name.form == "name" and (owned or part)


def _in_phrase(token: Token, lexicon: Lexicon) -> bool:
    """True for "known" in "also known as", which is read as a phrase."""
    doc, i = token.doc, token.i
    return any(
        tuple(t.lower_ for t in doc[first : first + len(phrase)]) == phrase
        for phrase in lexicon.aliases
        if token.lower_ in phrase
        for first in range(max(0, i - len(phrase) + 1), i + 1)
    )


def _naming(verb: Token) -> Iterator[Candidate]:
    """ "X calls itself Y", "X, which the police call Y", "X, renamed Y in May"; "called him a thief" names nobody."""
    filled = roles(verb)
    given = [c for c in verb.children if c.dep_ in ("xcomp", "obl", "obl:unmarked") and case_of(c) in ("as", "")]
    given += filled.obj if filled.iobj else [c for c in verb.children if c.dep_ == "obj"][1:]
    named = filled.iobj or [o for o in filled.obj if all(o.i != g.i for g in given)]
    if verb.lemma_ == "become" or (named and named[0].lower_ in _SELF):
        named = filled.subj
    for one in named[:1]:
        if one.pos_ not in ("PROPN", "PRON"):
            continue  # "a band called the Pamir Wolves" introduces a name, it does not add one
        for other in given:
            if other.text[:1].isupper() and one.i != other.i and not child(other, "nsubj"):
                yield Candidate(one.i, Relation.SAME_AS, other.i, verb.i, (verb.i, verb.i + 1), "naming")


def _phrase_after(doc: Doc, i: int, lexicon: Lexicon) -> tuple[int, int] | None:
    """The alias phrase that follows a name, past an opening comma or bracket."""
    opened = False
    while i < len(doc) and doc[i].text in _OPENERS | {"which", "who", "is", "are", "was", "were"}:
        opened = True
        i += 1
    longest = max(map(len, lexicon.aliases))
    words = tuple(t.lower_ for t in doc[i : i + longest])
    for phrase in lexicon.aliases:
        if words[: len(phrase)] == phrase and (opened or len(phrase) > 1):
            return i, i + len(phrase)
    return None


def _listed(doc: Doc, i: int, named: list[Mention]) -> list[Mention]:
    """The names that follow, joined by commas and "and"."""
    out: list[Mention] = []
    by_start = {m.start: m for m in reversed(named)}
    while i < len(doc) and len(out) < 6:
        if i in by_start:
            out.append(by_start[i])
            i = by_start[i].end
        elif out and doc[i].text == "(" and i + 2 < len(doc) and doc[i + 2].text == ")":
            i += 3  # "the Popular Front (PF) and …"
        elif doc[i].lower_ in _JOINERS and (not out or doc[i].text != ","):
            i += 1
        elif out and doc[i].text == "," and i + 1 in by_start:
            break
        else:
            break
    return out


def _bracketed(doc: Doc, mention: Mention, named: list[Mention]) -> Iterator[Candidate]:
    """ "the Islamic State (ISIS/ISIL)": two names or more in brackets are the same; one is a mere acronym."""
    i = mention.end
    if i >= len(doc) or doc[i].text not in "([":
        return
    close = next((t.i for t in doc[i : i + 14] if t.text in ")]"), None)
    if close is None:
        return
    inner = [m for m in named if i < m.start and m.end <= close]
    tokens = {t for m in inner for t in range(m.start, m.end)}
    rest = [t for t in doc[i + 1 : close] if t.i not in tokens and t.lower_ not in _JOINERS]
    members = any(t.lower_ == "and" for t in doc[i:close])  # "the bloc (X and Y)"
    if len(inner) >= 2 and not rest and not members:
        for other in inner:
            yield Candidate(
                mention.head, Relation.SAME_AS, other.head, mention.head, (i, close + 1), "bracket", background=True
            )
