"""Ceasefires, deals and coalitions: who is in them, who is left out, from when, and whether they stand yet."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, Literal

from imbroglio.claims.parties import Parties
from imbroglio.claims.phrase import is_one, object_of, parties_in, place_in, prepositional, span
from imbroglio.claims.stance import stance
from imbroglio.claims.syntax import antecedent, case_of, child, expand, is_passive, subjects
from imbroglio.claims.time import when
from imbroglio.knowledge.load import data
from imbroglio.knowledge.stance import load_stance
from imbroglio.model import ActorKind, Agreement, Document, Interval, Mentions, Party, Speaker

if TYPE_CHECKING:
    from imbroglio.language.plain import Doc, Token

Kind = Literal["ceasefire", "deal", "coalition"]
_KINDS: tuple[Kind, ...] = ("ceasefire", "deal", "coalition")
_NOMINAL = ("NOUN", "PROPN")
_WHERE = frozenset({"in", "across", "throughout"})
REACH = 3  # sentences after which "the deal" is no longer the one spoken of


@dataclass(slots=True)
class _Draft:
    """An agreement while its words are gathered: the nouns that tell something of it, and the last that names it."""

    kind: Kind
    last: Token
    words: list[Token] = field(default_factory=list)
    parties: dict[str, Party] = field(default_factory=dict)
    excluded: dict[str, Party] = field(default_factory=dict)
    place: str | None = None
    formed: bool = False

    @property
    def size(self) -> int:
        return len(self.parties) + len(self.excluded)

    def add(self, parties: Iterable[Party], excluded: bool = False) -> None:
        group = self.excluded if excluded else self.parties
        for party in parties:
            group.setdefault(party.actor, party)


def find_agreements(
    doc: Doc, document: Document, mentions: Mentions, chain: Callable[[int], tuple[Speaker, ...]]
) -> list[Agreement]:
    """The agreements that the document speaks of, each once however often it comes back to it."""
    cues = data("cues/agreements.yaml")
    parties = Parties(doc, mentions)
    drafts: list[_Draft] = []
    for token in doc:
        kind = _kind(token, cues)
        if kind is None:
            continue
        draft = _taken_up(token, kind, drafts, cues)
        if draft is None:
            draft = _Draft(kind, token)
            drafts.append(draft)
        draft.last = token
        draft.kind = min(draft.kind, kind, key=_KINDS.index)
        known = draft.size
        _read(token, draft, parties, cues)
        if draft.size > known or not draft.words:
            draft.words.append(token)
        _read_pronouns(token, draft, parties, cues)
    return [_record(draft, document, cues, chain) for draft in drafts if _is_news(draft)]


def _kind(token: Token, cues: Any) -> Kind | None:
    """What the noun names; None for parts of names and for trade deals."""
    if token.pos_ not in ("NOUN", "PROPN") or (token.dep_ in ("flat", "compound") and token.head.pos_ in _NOMINAL):
        return None
    before = [c for c in token.children if c.dep_ in ("compound", "amod") and c.i < token.i]
    if any(is_one(c, cues["not_this"]) for c in before):
        return None
    if any(is_one(c, cues["nouns"]["ceasefire"]) for c in (*before, token)):
        return "ceasefire"
    if is_one(token, cues["halts"]):
        return (
            "ceasefire" if any(is_one(c, cues["fighting"]) for c in prepositional(token, ("of", "to", "in"))) else None
        )
    kind = next((kind for kind in _KINDS if is_one(token, cues["nouns"][kind])), None)
    return None if kind == "coalition" and token.pos_ == "PROPN" else kind  # a name: "the Alliance of …"


def _taken_up(token: Token, kind: Kind, drafts: list[_Draft], cues: Any) -> _Draft | None:
    """The agreement that a word speaks of again: one of its kind, or a truce for "the deal", "that arrangement"."""
    for draft in reversed(drafts):
        between = sum(t.is_sent_start or False for t in token.doc[draft.last.i + 1 : token.i + 1])
        if between > REACH:
            return None
        pair = {kind, draft.kind}
        if kind == draft.kind or (pair == {"ceasefire", "deal"} and (between == 0 or is_one(token, cues["again"]))):
            return draft
    return None


def _read(token: Token, draft: _Draft, parties: Parties, cues: Any) -> None:
    """What hangs on the noun, and what its verb says."""
    for noun in prepositional(token, cues["among"], "nmod", "obl"):
        if not is_one(noun, cues["fighting"]):
            draft.add(parties_in(parties, noun))
    for noun in prepositional(token, cues["excepting"]):
        draft.add(parties_in(parties, noun), excluded=True)
    for node in token.subtree:
        if any(k.dep_ == "case" and is_one(k, cues["such_as"]) for k in node.children):
            draft.add(parties_in(parties, node))
        if draft.place is None and case_of(node) in _WHERE:
            draft.place = _place(node, parties)
    draft.add(p for noun in _between(token) for p in parties_in(parties, noun))
    draft.add(p for c in token.children if c.dep_ == "nmod:poss" for p in parties_in(parties, c))
    for c in token.subtree:
        if c.dep_ == "acl" and c.i > token.i and is_one(c, cues["party_verbs"]):
            draft.add(p for by in prepositional(c, ("by", "between")) for p in parties_in(parties, by))
            draft.formed = True
    governor = _governor(token)
    if governor is not None:
        _read_verb(token, governor, draft, parties, cues)
        if draft.place is None:
            draft.place = next((p for n in prepositional(governor, _WHERE) if (p := _place(n, parties))), None)


def _between(token: Token) -> Iterator[Token]:
    """What "between" right behind the noun governs, though the parse hangs it elsewhere: two parties, by "and"."""
    doc, case = token.doc, token.i + 1
    if case < len(doc) and doc[case].lower_ == "between" and doc[case].dep_ == "case":
        noun = doc[case].head
        if noun.head != token and any(c.dep_ == "conj" for c in noun.children):
            yield noun


def _place(noun: Token, parties: Parties) -> str | None:
    """ "In Syria", or "in the Syrian war"."""
    states = (c for c in noun.children if parties.kind(c.i) == ActorKind.STATE)
    return place_in(parties, noun) or next((parties.of(c.i)[0].name for c in states), None)


def _governor(token: Token) -> Token | None:
    """The verb whose subject, object or complement the noun is."""
    head: Token = token.head
    beside = next((c for c in head.children if c.dep_ == "xcomp" and c.i < token.i and object_of(c) == token), None)
    if beside is not None and token.dep_ == "xcomp":
        return beside
    if token.dep_ == "nmod" and head.pos_ == "NOUN":  # "the terms of the truce", "part of a deal"
        head = head.head
    return head if head.pos_ in ("VERB", "AUX") and head != token else None


def _read_verb(token: Token, verb: Token, draft: _Draft, parties: Parties, cues: Any) -> None:
    """Parties by "signed", "agreed to", "covers"; those left out by "excludes", "does not include"."""
    is_subject = token.dep_ in ("nsubj", "nsubj:pass")
    if is_subject and not is_passive(verb):
        _read_scope(verb, draft, parties, cues)
        return
    if not is_one(verb, cues["party_verbs"]):
        if not is_one(verb.head, cues["consenting"]):
            return
        verb = verb.head  # "agreed to a truce brokered by …", where parsers lose the way
    signers = list(prepositional(verb, ("by", "between"))) if is_passive(verb) else subjects(verb)
    signers += prepositional(verb, ("with", "between", "among"), "obl")
    draft.add(p for signer in signers for p in parties_in(parties, antecedent(signer)))
    draft.formed = draft.formed or is_one(verb, cues["forming"])


def _read_scope(verb: Token, draft: _Draft, parties: Parties, cues: Any) -> None:
    """The agreement covers some and leaves out others."""
    covers, excludes = is_one(verb, cues["covers"]), is_one(verb, cues["excludes"])
    if not (covers or excludes):
        return
    negated = any(c.lower_ in ("not", "n't", "n’t", "never") for c in verb.children)
    heads = [c for c in verb.children if c.dep_ == "obj"] + list(prepositional(verb, ("to",), "obl"))
    heads = heads or [found for found in [object_of(verb)] if found is not None]
    for member in (m for head in heads for m in expand(head)):
        but_not = member not in heads and any(c.lower_ == "not" for c in member.children)
        named = {p.actor: p for p in parties.of(member.i)} if parties.known(member.i) else {}
        draft.add(named.values(), excluded=(excludes != negated) != but_not)


def _read_pronouns(noun: Token, draft: _Draft, parties: Parties, cues: Any) -> None:
    """ "It does not include …" in the sentence after the one that names the agreement."""
    end = noun.sent.end
    if end >= len(noun.doc):
        return
    for token in noun.doc[end].sent:
        if token.lower_ in ("it", "this", "that") and token.dep_ == "nsubj":
            known = draft.size
            _read_scope(token.head, draft, parties, cues)
            if draft.size > known:
                draft.words.append(token)


def _is_news(draft: _Draft) -> bool:
    """Somebody is in it, and a coalition must be formed before our eyes: "the coalition said" names one."""
    draft.parties = {actor: party for actor, party in draft.parties.items() if actor not in draft.excluded}
    if draft.kind == "coalition":
        return draft.formed and bool(draft.parties)
    return len(draft.parties) > 1 or (bool(draft.parties) and (draft.formed or bool(draft.excluded)))


def _record(draft: _Draft, document: Document, cues: Any, chain: Callable[[int], tuple[Speaker, ...]]) -> Agreement:
    first, last = draft.words[0], draft.words[-1]
    time = next((t for t in (_time(w, document) for w in draft.words) if t.words or t.start), _time(first, document))
    return Agreement(
        document.id, draft.kind, tuple(draft.parties.values()), tuple(draft.excluded.values()),
        span(first.doc, first.sent.start, last.sent.end - 1), _firmness(draft, cues), time, draft.place, chain(first.i),
    )  # fmt: skip


def _time(word: Token, document: Document) -> Interval:
    """When it holds, by the word's own clause or the one that says when it begins."""
    begins = next((c for c in word.children if c.dep_ in ("acl", "acl:relcl")), None)
    governor = _governor(word)
    for token in (begins, begins and child(begins, "xcomp"), governor, word):
        if token is not None:
            found = when(word.doc, token.i, document)
            if found.words or found.start:
                return found
    return when(word.doc, (governor or word).i, document)


def _firmness(draft: _Draft, cues: Any) -> str:
    for word in draft.words:
        if any(is_one(c, cues["tentative"]) for c in word.children):
            return "planned"
        governor = _governor(word)
        if governor is None:
            continue
        held = stance(governor, load_stance())
        if held.firmness != "fact":
            return "planned" if is_one(governor.head, cues["attempts"]) else held.firmness
    return "fact"
