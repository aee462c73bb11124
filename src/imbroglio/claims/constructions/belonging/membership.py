"""Titles and members.

"Badr leader Hadi al-Amiri", "X, commander of Y", "a spokesman for Y", "Russian Foreign Minister Z".
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from typing import TYPE_CHECKING

from imbroglio.claims.constructions.belonging.possession import is_person, kind
from imbroglio.claims.constructions.candidate import Candidate
from imbroglio.claims.syntax import (
    HYPHENS,
    antecedent,
    case_of,
    child,
    expand,
    hyphened,
    is_deed,
    is_plural,
    noun_lemma,
    one_of,
    prepositional,
    spread,
    subjects,
    undergoers,
)
from imbroglio.knowledge.lexicon import Lexicon
from imbroglio.knowledge.load import nouns, words
from imbroglio.model import ActorKind, Mentions, Relation

if TYPE_CHECKING:
    from imbroglio.language.plain import Doc, Token


_WORDS = frozenset({"compound", "amod", "flat", "nmod"})

_BODIES = frozenset({ActorKind.GROUP, ActorKind.UMBRELLA, ActorKind.BODY})
_UNITS = frozenset({ActorKind.GROUP, ActorKind.UMBRELLA})
_INSIDE = frozenset({"of", "for", "in", "at", "with", "from"})

_OPENING = frozenset({"—", "–", "(", ":"})
_APART = frozenset({"ADP", "VERB", "AUX", "DET", "PUNCT", "CCONJ", "PRON", "SPACE"})


def find(doc: Doc, mentions: Mentions, lexicon: Lexicon) -> Iterator[Candidate]:
    """Candidates from titles and membership nouns."""
    named = {i for m in mentions.items if m.form == "name" for i in range(m.start, m.end)}
    for token in doc:
        if token.pos_ not in ("NOUN", "PROPN"):
            continue
        yield from _told_one_by_one(token, mentions, lexicon)
        if token.i in named:
            yield from _one_of_body(token, mentions, lexicon)
            continue
        lemma = noun_lemma(token)
        if not lexicon.titles.isdisjoint((lemma, token.lower_, hyphened(token, token.lower_), _of_two(token))):
            lower = (
                _is_deputy(token, lexicon) or _is_of_a_part(token, mentions, lexicon) or _is_one_of_many(token, lexicon)
            )
            yield from _titled(token, mentions, Relation.PART_OF if lower else Relation.LEADS, lexicon)
        elif lemma in lexicon.members or is_second(token) or _is_rank_in(token, mentions, lexicon):
            yield from _titled(token, mentions, Relation.PART_OF, lexicon)
        elif lemma in lexicon.units | lexicon.possessions and one_of(token) is not token:
            yield from _one_of_several(token, mentions, lexicon)


def _is_rank_in(token: Token, mentions: Mentions, lexicon: Lexicon) -> bool:
    """ "The Indian army *general* X": a rank right behind the army it is held in, whose the text says."""
    if noun_lemma(token).rstrip(".") not in _ranks():
        return False
    bodies = (mentions.at(i) for i in _body_before(token, mentions, lexicon))
    armies = (m for m in bodies if m is not None and m.end - m.start > 1)
    return any(kind(token.doc[m.head], mentions) is ActorKind.BODY for m in armies)


@lru_cache(maxsize=1)
def _ranks() -> frozenset[str]:
    return nouns("offices", "ranks") | {word.rstrip(".").lower() for word in words("ranks_in_short")}


def _of_two(token: Token) -> str:
    """ "Secretary General" as it is written with a hyphen."""
    return f"{token.nbor(-1).lower_}-{token.lower_}" if token.i else ""


def is_second(token: Token) -> bool:
    """ "The army's second-in-command": parsers see several words."""
    before = [t.lower_ for t in token.doc[max(token.i - 4, 0) : token.i] if t.text not in HYPHENS]
    return token.lower_ == "command" and before[-2:] == ["second", "in"]


def _titled(title: Token, mentions: Mentions, relation: Relation, lexicon: Lexicon) -> Iterator[Candidate]:
    if is_gone(title, lexicon) or any(c.lower_ in lexicon.coming for c in title.children):
        return
    holders, background = _holders(title, mentions, lexicon)
    bodies = _bodies(title, mentions, lexicon) or _body_behind(title, relation) or _body_beside(title, mentions)
    if is_martial(title, lexicon):
        bodies = [body for body in bodies if kind(title.doc[body], mentions) is not ActorKind.STATE]
    first = title.i - 1 if _of_two(title) in lexicon.titles else _cue_start(title, bodies, holders)
    cue = (first, title.i + 1)
    for holder in holders:
        for body in bodies:
            mere = background and not is_person(title.doc[holder], mentions) and _is_sort(title.doc[body], mentions)
            if holder != body and holder != title.i and not mere:
                yield Candidate(holder, relation, body, title.i, cue, "title", background=background)


def is_gone(title: Token, lexicon: Lexicon) -> bool:
    """ "The *jailed* founder of X", "its late founder": whether he ever led it, or does, is not said."""
    return noun_lemma(title) in lexicon.founding and any(c.lower_ in lexicon.removed for c in title.children)


def is_martial(title: Token, lexicon: Lexicon) -> bool:
    """ "Iranian commander X", "Somali warlord Y", "the Ukrainian mayor Z": titles of those who lead no state."""
    return not lexicon.martial.isdisjoint((noun_lemma(title), hyphened(title, title.lower_)))


def _is_sort(body: Token, mentions: Mentions) -> bool:
    """ "X, a *Syrian* brigade", "a *jihadist* battalion": where it is from, or of what sort, and not whose."""
    mention = mentions.at(body.i)
    if mention is None or body.dep_ not in ("amod", "compound"):
        return False
    sort = mention.form == "description" and kind(body, mentions) is not ActorKind.BODY
    return sort or kind(body, mentions) is ActorKind.STATE


def _one_of_body(person: Token, mentions: Mentions, lexicon: Lexicon) -> Iterator[Candidate]:
    """ "Karim Dastan of the Lantern Front"; a "commander Karim of the Front" has a title that says more."""
    titled = any(noun_lemma(c) in lexicon.titles for c in person.children)
    if not is_person(person, mentions) or titled:
        return
    owner = child(person, "nmod:poss")
    if owner is not None and kind(owner, mentions) in _UNITS:
        # "Fatah's Jibril Rajoub", where an agency's is its reporter
        yield Candidate(person.i, Relation.PART_OF, owner.i, person.i, (owner.i, owner.i + 2), "title", background=True)
    for case, body in prepositional(person):
        whose = kind(body, mentions) if case in ("of", "from") and body.head == person else None
        party = whose is ActorKind.OTHER and noun_lemma(body) in nouns("parties", "organisations")
        member = party or whose in _BODIES  # "of the Democratic *Party*"
        if (member and (case == "of" or whose is not ActorKind.BODY)) or (whose is ActorKind.STATE and _reigns(person)):
            relation = Relation.PART_OF if member else Relation.LEADS
            of = next((c.i for c in body.children if c.lower_ == case), body.left_edge.i)  # may stand by its title
            yield Candidate(person.i, relation, body.i, person.i, (of, of + 1), "title", background=True)


def _reigns(person: Token) -> bool:
    """ "Haakon *VII* of Norway": only those who reign are numbered."""
    return any(
        c.dep_ in _WORDS | {"nummod"} and set(c.text) <= set("IVX") and c.text != "X"
        for c in person.children
        if c.i > person.i
    )


def _told_one_by_one(league: Token, mentions: Mentions, lexicon: Lexicon) -> Iterator[Candidate]:
    """ "The Northern Alliance — X, Y and Z —", "the bloc (X and Y)": dashes and brackets tell who is in it."""
    first = child(league, "appos")
    if first is None or first.left_edge.i == 0 or noun_lemma(league) not in lexicon.groups["bloc"]:
        return
    members = expand(first)
    named = all((m := mentions.at(t.i)) is not None and m.form in ("name", "metonym") for t in members)
    if first.left_edge.text in _OPENING or first.left_edge.nbor(-1).text in _OPENING:
        for member in members if named and len(members) > 1 else ():
            yield Candidate(member.i, Relation.PART_OF, league.i, league.i, (league.i, league.i + 1), "unit")


def _one_of_several(units: Token, mentions: Mentions, lexicon: Lexicon) -> Iterator[Candidate]:
    """ "X, one of three *groups* in the Alliance"; one of the groups in Syria is not Syria's."""
    for one in _titled(units, mentions, Relation.PART_OF, lexicon):
        if kind(units.doc[one.object], mentions) in (ActorKind.GROUP, ActorKind.UMBRELLA):
            yield one


def _is_deputy(title: Token, lexicon: Lexicon) -> bool:
    before = title.nbor(-1).lower_ if title.i else ""
    return before in lexicon.deputies or any(
        c.lower_ in lexicon.deputies and c.dep_ != "case" and c.i < title.i for c in title.children
    )


def _is_one_of_many(title: Token, lexicon: Lexicon) -> bool:
    """ "*A senior* commander of X" is under another."""
    words = {c.lower_ for c in title.children if c.i < title.i}
    return bool(words & {"a", "an"} and words & lexicon.groups["lesser"])


def _is_of_a_part(title: Token, mentions: Mentions, lexicon: Lexicon) -> bool:
    """ "Al-Shabaab's head of taxation", "the NATO director of operations" lead an office of it, a minister a state."""
    before = child(title, "nmod:poss", "compound")
    if noun_lemma(title) not in lexicon.departmental or before is None or before.i > title.i:
        return False
    behind = [t for case, t in prepositional(title) if case == "of"]
    return any(t.pos_ == "NOUN" and mentions.at(t.i) is None for t in behind)


def _cue_start(title: Token, bodies: list[int], holders: list[int]) -> int:
    start = title.i
    taken = {*bodies, *holders}
    while start > 0 and title.doc[start - 1].head.i == title.i and title.doc[start - 1].dep_ in ("amod", "compound"):
        if start - 1 in taken:
            break
        start -= 1
    return start


def _holders(title: Token, mentions: Mentions, lexicon: Lexicon) -> tuple[list[int], bool]:
    """The person: the name right behind the title, in apposition either way, or the subject of the copula."""
    following = _name_after(title, mentions)
    if following is not None:
        return [following], True
    if title.dep_ == "nmod:desc" and _is_name(title.head.i, mentions):
        return [title.head.i], True  # "US Secretary of State John Kerry", "General Votel, commander"
    one = one_of(title)
    if child(one, "cop") and (subject := child(one, "nsubj")):
        return [t.i for t in spread(subject)], False
    if title.lower_ in lexicon.units and one.dep_ == "appos" and is_person(one.head, mentions):
        return _named_before(one, mentions), True  # "X, a leader of the Quds Force, *an arm* of Y": no person is one
    if one.dep_ == "appos" and _is_name(one.head.i, mentions) and not _is_what_is_led(one, mentions):
        return [one.head.i], True
    if apposed := _apposed(title, mentions) or _apposed(one, mentions):
        return apposed, True
    behind = [k.i for c in title.children if c.dep_ == "nmod" for k in c.children if _is_set_off(k)]
    if behind and (is_person(title.doc[behind[0]], mentions) or _is_same(title, behind[0], mentions)):
        return behind[:1], True  # "a spokesman for the Houthis, Yahya Saree"
    if title.dep_ == "nmod" and case_of(title) == "as" and _is_name(title.head.i, mentions):
        return [title.head.i], False
    told_of = child(title.head, "obj") is not None and title.head.pos_ == "VERB"  # "whom X recognises as head of Y"
    if title.dep_ == "obj" and title.head.lower_ in lexicon.appointing:  # "appointed X head of Y"
        return [t.i for c in title.head.children if c.dep_ == "obj" and c.i < title.i for t in expand(c)], False
    called = told_of or title.head.lower_ in lexicon.regard  # "whom the army describes as an officer of X"
    if title.dep_ in ("xcomp", "obl") and case_of(title) in (("as", "") if called else ("as",)):
        return [t.i for t in (undergoers if called else subjects)(title.head)], False
    return _named_before(one, mentions), True


def _is_what_is_led(title: Token, mentions: Mentions) -> bool:
    """ "Paid the Front, *its* leader, Karam, said": the Front is no leader of anybody's."""
    whose = child(title, "nmod:poss")
    return whose is not None and whose.pos_ == "PRON" and kind(title.head, mentions) in _BODIES


def _is_same(title: Token, name: int, mentions: Mentions) -> bool:
    """ "X's affiliate in the Sahel, *JNIM*, said": both were found to be one."""
    one, other = mentions.at(title.i), mentions.at(name)
    if one is None or other is None or is_plural(title):
        return False
    return other.form == "name" and one.actors == other.actors


def _is_set_off(name: Token) -> bool:
    """ "The premier of X, *Y*, met …", which may be read as one of a list."""
    listed = name.dep_ in ("conj", "compound") and not child(name, "cc") and name.i > name.head.i
    listed = listed and name.nbor(-1).text == ","
    return name.dep_ == "appos" or listed


def _apposed(title: Token, mentions: Mentions) -> list[int]:
    """The name behind: "its leader, Comrade X"; several where there are several: "two components, X and Y"."""
    beside = [c for c in title.children if c.dep_ in ("appos", "flat", "flat:name")]
    beside += [k for c in beside for k in c.children if k.dep_ == "flat"]
    named = [c for c in beside if _is_name(c.i, mentions)]
    if named and (is_plural(title) or title.pos_ == "NUM"):
        return [t.i for t in expand(named[0])]
    return [c.i for c in named[:1]]


def _named_before(title: Token, mentions: Mentions) -> list[int]:
    """ "X, the armed wing of Y, fled": a name, a comma, an article and no verb up to the next comma, however parsed."""
    doc = title.doc
    first = min((c.i for c in title.children if c.dep_ == "det"), default=title.i)
    named = [m.head for m in mentions.items if m.end == first - 1 and m.form == "name"]
    if not named or doc[first - 1].text != ",":
        return []
    for token in doc[title.i + 1 : title.sent.end]:
        if token.pos_ in ("VERB", "AUX", "CCONJ"):
            return []
        if token.is_punct:
            return named[:1]
    return []


def _is_name(i: int, mentions: Mentions) -> bool:
    mention = mentions.at(i)
    return mention is not None and mention.form in ("name", "metonym", "pronoun")


def _name_after(title: Token, mentions: Mentions) -> int | None:
    for mention in mentions.items:
        if mention.form == "name" and mention.start <= title.i + 1 < mention.end and mention.start >= title.i:
            return mention.head if mention.head != title.i else None
    return None


def _bodies(title: Token, mentions: Mentions, lexicon: Lexicon) -> list[int]:
    """The organisation: before the title ("Badr leader", "Syria's president") or behind "of", "for", "in".

    What is behind may be mere business: "X's head of taxation", "a director of operations".
    """
    behind = [c for c in title.children if c.dep_ in ("nmod", "obl") and case_of(c) in _INSIDE]
    owned = child(title, "nmod:poss") is not None  # "X's affiliate in the Sahel"
    behind = [c for c in behind if case_of(c) == "of"] or ([] if owned else behind)  # "the component of X in the south"
    behind = [t for c in behind for t in expand(c) if f"{title.lower_}-of-{t.lower_}" not in lexicon.titles]
    made_of = title.lower_ in lexicon.units  # "a unit of Russians" is no unit of Russia
    behind = [t for t in behind if not (made_of and _is_people(t, mentions))]
    out = [t.i for t in behind if _is_party(t, mentions)]
    if out and all(case_of(t) == "for" for t in behind) and (before := _body_before(title, mentions, lexicon)):
        return before  # "the United Nations envoy for Sudan"
    if out and title.lower_ == "member" and [t.lower_ for t in behind] == ["parliament"]:
        return _body_before(title, mentions, lexicon) or out  # "the TNA member of parliament X"
    if out:
        return out
    if not behind and title.dep_ == "obl" and title.head.lower_ in lexicon.serving and case_of(title) == "as":
        where = [t for case, t in prepositional(title.head) if case in ("in", "for")]  # "in X he served as leader"
        out = [t.i for t in where if kind(t, mentions) in _BODIES]
    if out:
        return out
    out = [antecedent(c).i for c in title.children if c.dep_ == "nmod:poss" and c.i < title.i]
    before = _body_before(title, mentions, lexicon)
    of_state = bool(before and out) and kind(title.doc[out[-1]], mentions) is ActorKind.STATE
    nearer = mentions.at(before[0]) if of_state and noun_lemma(title) in lexicon.titles else None
    if nearer is not None and nearer.form == "description" and title.doc[before[0]].dep_ in ("compound", "amod"):
        return before  # "Venezuela's *opposition* leader"
    return out[-1:] or before


def _is_people(token: Token, mentions: Mentions) -> bool:
    mention = mentions.at(token.i)
    return mention is not None and mention.form == "noun"


def _is_party(token: Token, mentions: Mentions) -> bool:
    """Whether a word stands for somebody, or for what belongs to somebody: "the council of the Front".

    "Foreign Affairs" is nobody, of whatever state.
    """
    named = token.pos_ != "NOUN" and any(m.start <= token.i < m.end for m in mentions.items)
    if named or mentions.at(token.i) is not None:
        return True
    return any(mentions.at(t.i) is not None for _, t in prepositional(token))


def _body_behind(title: Token, relation: Relation) -> list[int]:
    """ "Commander X of the Lions", behind the name; members may merely come from a place of one word."""
    name = title.head
    if title.dep_ not in ("nmod:desc", "compound") or name.pos_ != "PROPN":
        return []
    behind = [t for case, t in prepositional(name) if case == "of" and t.pos_ == "PROPN"]
    return [t.i for t in behind if relation is Relation.LEADS or any(c.dep_ in _WORDS for c in t.children)]


def _body_beside(title: Token, mentions: Mentions) -> list[int]:
    """ "General X, commander, *Central Command*", as armies write it."""
    between = title.i + 1 < len(title.doc) and title.nbor().text == "," and child(title, "det") is None
    beside = (m for m in mentions.items if m.form == "name" and m.start == title.i + 2) if between else ()
    return [m.head for m in beside if kind(title.doc[m.head], mentions) in _BODIES][:1]


def _is_where(place: Token, mentions: Mentions) -> bool:
    """ "In Turkey Minister X met …": where he was, not what he is minister of."""
    mention = mentions.at(place.i)
    return bool(mention and mention.start and place.doc[mention.start - 1].lower_ in ("in", "at", "from", "to"))


def _body_before(title: Token, mentions: Mentions, lexicon: Lexicon) -> list[int]:
    """ "Badr leader", "Sudan army chief".

    The nearest party right before the title, with nothing but modifiers between.
    """
    for t in reversed(title.doc[max(0, title.i - 4) : title.i]):
        if t.pos_ in _APART and t.text not in HYPHENS:
            break
        if is_deed(t) and Relation.OPPOSES not in lexicon.of_noun(noun_lemma(t)):
            break  # "the Pentagon's *operations* director"
        mention = mentions.at(t.i) if t.lower_ not in lexicon.deputies else None
        if mention is not None and title.doc[max(mention.end, t.i + 1)].text not in HYPHENS:
            return [] if _is_where(t, mentions) else [t.i]
    return []
