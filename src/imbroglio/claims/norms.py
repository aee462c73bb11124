"""Rules: who forbids, permits or obliges whom to do what toward whom."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING, Any, Literal

from imbroglio.claims.parties import Parties
from imbroglio.claims.phrase import is_one, parties_in, prepositional, sentence, span
from imbroglio.claims.stance import stance
from imbroglio.claims.syntax import child, is_passive, subjects
from imbroglio.knowledge.load import data
from imbroglio.knowledge.stance import load_stance
from imbroglio.model import ActorKind, Document, Mentions, Norm, Party, Relation, Speaker

if TYPE_CHECKING:
    from imbroglio.language.plain import Doc, Token

Mode = Literal["forbids", "permits", "obliges"]
_MODES: tuple[Mode, ...] = ("forbids", "permits", "obliges")
_REVERSED: dict[Mode, Mode | None] = {"forbids": "permits", "permits": "forbids", "obliges": None}
_DEED = ("advcl", "xcomp", "ccomp", "obl", "acl")
_TOWARD = ("to", "for", "with", "against", "of", "on", "in")


def find_norms(
    doc: Doc, document: Document, mentions: Mentions, chain: Callable[[int], tuple[Speaker, ...]]
) -> list[Norm]:
    """Every rule that the document states, one a rule word."""
    cues = data("cues/norms.yaml")
    parties = Parties(doc, mentions)
    found = []
    for token in doc:
        for norm in (_by_verb, _by_modal, _by_noun):
            made = norm(token, cues, parties)
            if made is not None:
                found.append(_record(document, made, parties, cues, chain(token.i)))
                break
    return [norm for norm in found if norm.relations and norm.toward]


class _Found:
    """A rule while it is put together: the word that states it, who makes it, whom it binds, what it is about."""

    def __init__(self, token: Token, mode: Mode, maker: Token | None, bound: Token | None, deed: Token) -> None:
        self.token, self.mode, self.maker, self.bound, self.deed = token, mode, maker, bound, deed


def _by_verb(token: Token, cues: Any, parties: Parties) -> _Found | None:
    """ "The law bars the army from arming them", "the army is banned from arming them"."""
    if token.pos_ not in ("VERB", "AUX"):
        return None
    for mode in _MODES:
        listed = cues["modes"][mode]
        if not is_one(token, listed["verbs"]) and not is_one(token, listed["rule_only"]):
            continue
        passive = is_passive(token)
        maker = next(iter(prepositional(token, ("by", "under"))), None) if passive else child(token, "nsubj")
        if is_one(token, listed["rule_only"]) and not passive and (maker is None or not is_one(maker, cues["rules"])):
            return None
        if passive and is_one(token, listed["rule_only"]) and _told(token):
            return None
        bound = child(token, "nsubj:pass") if passive else child(token, "obj", "iobj")
        deed = next((c for c in token.children if c.dep_ in _DEED and c.i > token.i and _deed(c)), None)
        if bound is None:  # "prohibits X from giving" is parsed with X under either verb
            bound = next(iter(subjects(token)), None) if passive else deed and child(deed, "nsubj")
        turned = _turned(token, mode)
        return _Found(token, turned, maker, bound, deed) if deed is not None and turned else None
    return None


def _told(token: Token) -> bool:
    """ "Was allowed to" tells an event, "is allowed to" a rule."""
    return any(c.dep_ in ("aux", "aux:pass") and c.lower_ in ("was", "were", "been", "had") for c in token.children)


def _by_modal(token: Token, cues: Any, parties: Parties) -> _Found | None:
    """ "Under the treaty neither side may arm the rebels", "the army must not arm them"."""
    modal = next((c for c in token.children if c.dep_ == "aux" and c.lemma_ in ("must", "may", "shall", "can")), None)
    if token.pos_ != "VERB" or modal is None:
        return None
    rule = next((c for c in prepositional(token, cues["under"], "obl") if is_one(c, cues["rules"])), None)
    if rule is None and modal.lemma_ != "must":
        return None  # "may" and "shall" speak of chance and future as well
    negated = any(c.lower_ in ("not", "n't", "n’t", "never") for c in token.children)
    words = f"{modal.lemma_} not" if negated else modal.lemma_
    mode = next((mode for mode in _MODES if words in cues["modes"][mode]["modals"]), None)
    bound = child(token, "nsubj")
    if mode is None or bound is None or is_passive(token):
        return None
    return _Found(token, mode, rule, bound, token)


def _by_noun(token: Token, cues: Any, parties: Parties) -> _Found | None:
    """ "A UN arms embargo on Libya", "a ban on arming the rebels"."""
    if token.pos_ != "NOUN":
        return None
    mode = next((mode for mode in _MODES if is_one(token, cues["modes"][mode]["nouns"])), None)
    deed = next(iter(prepositional(token, ("on", "against"), "nmod", "acl")), None)
    if mode is None or deed is None:
        return None
    return _Found(token, mode, _maker(token, cues, parties), None, deed)


def _maker(noun: Token, cues: Any, parties: Parties) -> Token | None:
    """ "A United Nations embargo", "the French ban", "France has imposed a ban"."""
    owner = child(noun, "nmod:poss")
    if owner is None:
        before = [noun.doc[i] for i in range(noun.i - 1, max(noun.sent.start, noun.i - 4) - 1, -1)]
        plain = next((n for n, t in enumerate(before) if t.pos_ != "NOUN"), len(before))  # "arms" in "the UN arms ban"
        joined = (t for n, t in enumerate(before) if t.dep_ in ("amod", "compound") or n == plain)
        owner = next((t for t in joined if parties.mentions.at(t.i)), None)
    if owner is None and is_one(noun.head, cues["imposing"]):
        owner = next(iter(subjects(noun.head)), None)
    return owner


def _turned(token: Token, mode: Mode) -> Mode | None:
    """The mode after negation ("does not prohibit"); None for rules that are only wished for or supposed."""
    held = stance(token, load_stance())
    if held.firmness not in ("fact", "hedged", "norm"):
        return None
    return mode if held.polarity == "yes" else _REVERSED[mode]


def _deed(token: Token) -> bool:
    return token.pos_ == "VERB" or any(c.dep_ in ("case", "mark") and c.lower_ == "from" for c in token.children)


def _record(document: Document, found: _Found, parties: Parties, cues: Any, said_by: tuple[Speaker, ...]) -> Norm:
    deeds = list(_deeds(found.deed))
    relations: tuple[Relation, ...] = ()
    target: Token | None = None
    for deed in deeds:
        named, toward = _what(deed, found, cues)
        relations += tuple(relation for relation in named if relation not in relations)
        target = target or toward
    party, country, tied = _description(target, parties, cues) if target is not None else (None, None, None)
    words = span(found.token.doc, _start(target), target.right_edge.i).of(document.text) if target is not None else ""
    bound = next(iter(parties_in(parties, found.bound)), None) if found.bound is not None else None
    quote = sentence(found.token)
    return Norm(
        document.id, found.mode, _name(found.maker), bound, relations, words, quote, party, country, tied, said_by
    )  # fmt: skip


def _deeds(token: Token) -> Iterator[Token]:
    yield token
    yield from (c for c in token.children if c.dep_ == "conj" and c.pos_ == "VERB")


def _what(deed: Token, found: _Found, cues: Any) -> tuple[tuple[Relation, ...], Token | None]:
    """The relations that a deed stands for, and the head of the phrase toward whom."""
    if found.token.pos_ == "NOUN" and deed.pos_ != "VERB":
        before = found.token.doc[found.token.i - 1] if found.token.i else found.token
        named = next((key for key, words in cues["embargoed"].items() if is_one(before, words)), None)
        return (_relations(named) if named else ()), deed
    thing = child(deed, "obj") or (deed if deed.pos_ == "NOUN" else None)
    things = [thing, *(c for c in thing.children if c.dep_ == "conj")] if thing is not None else []
    named_by = [key for one in things for key, words in cues["objects"].items() if is_one(one, words)]
    if named_by:
        toward = child(deed, "iobj") or next(iter(prepositional(deed, _TOWARD, "obl", "nmod")), None)
        toward = toward or next((t for one in things for t in prepositional(one, _TOWARD, "nmod")), None)
        return tuple(r for key in dict.fromkeys(named_by) for r in _relations(key)), toward
    key = next((key for key, words in cues["deeds"].items() if is_one(deed, words)), None)
    around = next(iter(prepositional(deed, _TOWARD, "obl", "nmod")), None)
    toward = (around if key == "deploys_to" else None) or thing or around or child(deed, "obl")
    return (_relations(key) if key else ()), toward


def _relations(words: str) -> tuple[Relation, ...]:
    return tuple(map(Relation, words.split()))


def _description(target: Token, parties: Parties, cues: Any) -> tuple[Party | None, str | None, Party | None]:
    """The described group, its country, and whom it is tied to."""
    party = next(iter(parties_in(parties, target)), None) if parties.mentions.at(target.i) else None
    country = None
    tied = None
    for part in target.subtree:
        if tied is None and is_one(part, cues["ties"]) and part != target:
            tied = _tied(part, parties)
        elif country is None and part.head == target and parties.kind(part.i) == ActorKind.STATE:
            country = parties.of(part.i)[0].actor
    actor = parties.mentions.actors.get(party.actor) if party else None
    if country is None and actor is not None and not actor.described:
        country = actor.country
    return party, country, tied


def _tied(word: Token, parties: Parties) -> Party | None:
    """ "Affiliated with X", "backed by X", "X-backed"."""
    for c in word.children:
        if parties.mentions.at(c.i):
            return parties.of(c.i)[0]
    return next((p for c in word.children for p in parties_in(parties, c)), None)


def _start(target: Token) -> int:
    """Past the preposition and the article."""
    start: int = target.left_edge.i
    while start < target.i:
        token = target.doc[start]
        passed = token.dep_ in ("case", "mark", "punct") or token.lower_ in ("a", "an", "the") or token.is_space
        if not passed:
            break
        start += 1
    return start


def _name(maker: Token | None) -> str | None:
    """The rule maker in its own words, without the article."""
    if maker is None:
        return None
    last = max([maker.i, *(c.i for c in maker.children if c.dep_ in ("flat", "fixed"))])
    nmod = [c for c in maker.children if c.dep_ == "nmod" and c.i == maker.i + 2]
    last = max([last, *(c.right_edge.i for c in nmod)])
    return str(maker.doc[_start(maker) : last + 1].text)
