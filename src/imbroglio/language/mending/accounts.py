"""What somebody has put about, and the sentence that calls it true or false."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from imbroglio.knowledge.speech import load_speech
from imbroglio.knowledge.stance import load_stance
from imbroglio.language.mending.words import Moves, Repair, awaits, child, hung_as

if TYPE_CHECKING:
    from imbroglio.language.plain import Token

_FAR = 6  # words from "the claim by X" to its "that"
_NAMED = frozenset({"NOUN", "ADJ"})
_CLAUSES = frozenset({"acl", "acl:relcl", "csubj", "ccomp", "nsubj"})


class _Told(NamedTuple):
    """The words of "the *claim* by Y *that* X *armed* Z is *false*"."""

    account: Token
    that: Token
    clause: Token
    verdict: Token


def accounts() -> frozenset[str]:
    """Nouns for what tells of a clause."""
    return frozenset(load_stance().accounts)


@awaits(accounts)
@hung_as("obj")
def that_joins(token: Token) -> tuple[Token, str] | None:
    """ "The claim *that* X armed Z", with the pronoun as if X armed it: the clause has an object of its own."""
    verb = token.head
    if token.lower_ != "that" or not verb.dep_.startswith("acl"):
        return None
    own = any(c.dep_ == "obj" and c.i > verb.i for c in verb.children)
    return (verb, "mark") if own and verb.head.lower_ in accounts() else None


@awaits("that")
@hung_as("acl", "acl:relcl", "obj")
def heard_from(token: Token) -> Repair | None:
    """ "Learned from two officers *that X had attacked* Y", read as told of the officers, or as if X attacked them."""
    clause = token.head if token.dep_ == "obj" else token
    teller, that = clause.head, next((c for c in clause.children if c.lower_ == "that"), None)
    verb, case = teller.head, child(teller, "case")
    if that is None or clause.left_edge is not that or not clause.dep_.startswith("acl") or teller.dep_ != "obl":
        return None
    joins = that.dep_ == "mark" or (that.dep_ == "obj" and sum(c.dep_ == "obj" for c in clause.children) > 1)
    whole = child(clause, "nsubj", "nsubj:pass") is not None and child(verb, "ccomp", "obj") is None
    told = case is not None and case.lower_ in ("from", "to") and verb.lemma_ in load_speech().verbs
    moved: Moves = {clause.i: (verb, "ccomp"), that.i: (clause, "mark")}
    return moved.get(token.i) if joins and whole and told else None


@awaits(accounts)
def judged(token: Token) -> tuple[Token, str] | None:
    """ "The claim by Y that X armed Z *is false*", of which parses make one clause or the other a part of the rest."""
    end = token.sent.end
    for that in token.doc.tokens[max(token.i - _FAR, token.sent.start) : min(token.i + 2 * _FAR, end)]:
        if that.lower_ != "that" or that.dep_ not in ("mark", "obj") or (told := _told(that)) is None:
            continue
        account, _, clause, verdict = told
        inside = account in verdict.ancestors
        moved = {
            that.i: (clause, "mark"),
            clause.i: (account, "acl"),
            account.i: (verdict, "nsubj"),
        }
        if inside:
            moved[verdict.i] = (verdict if account.head is account else account.head, account.dep_)
        if token.i in moved and (token.head, token.dep_) != moved[token.i]:
            return moved[token.i]
    return None


@awaits(accounts)
def judged_as(token: Token) -> Repair | None:
    """ "Dismissed *as nonsense claims that* X armed Y", with the claims as what they are called, or as a verb."""
    sentence = token.sent
    for mark in sentence.doc.tokens[max(token.i - _FAR, sentence.start) : min(token.i + _FAR, sentence.end)]:
        verb = mark.doc[mark.i - 1] if mark.i else mark
        if mark.lower_ != "as" or verb.pos_ != "VERB" or child(verb, "obj", "nsubj:pass") is not None:
            continue
        words = mark.doc.tokens[mark.i + 1 : min(mark.i + 2 * _FAR, sentence.end - 1)]
        account = next((t for t in words if t.lower_ in accounts() and t.doc[t.i + 1].lower_ == "that"), None)
        first = next((t for t in words if account is not None and t.i < account.i and t.pos_ in _NAMED), None)
        if account is None or first is None:
            continue
        name = next((t for t in words if first.i <= t.i < account.i and _ends_name(t, account)), first)
        that = account.doc[account.i + 1].head
        moved: Moves = {account.i: (verb, "obj", "NOUN"), name.i: (verb, "obl"), mark.i: (name, "case")}
        moved |= {that.i: (account, "acl")} if that.dep_ == "ccomp" and that.head is account else {}
        if token.i in moved and (token.head, token.dep_) != moved[token.i][:2]:
            return moved[token.i]
    return None


def _ends_name(word: Token, account: Token) -> bool:
    """Whether what the account is called ends here: its article, its own adjective or itself comes next."""
    behind = word.doc[word.i + 1 + word.doc[word.i + 1].is_quote]
    return word.pos_ in _NAMED and (behind is account or behind.head is account) and behind.dep_ != "punct"


def _told(that: Token) -> _Told | None:
    """What is told and what is said of it, unless the tree has it already."""
    doc, account = that.doc, None
    for word in reversed(doc.tokens[max(that.i - _FAR, that.sent.start) : that.i]):
        if word.is_punct:
            return None
        if word.lower_ in accounts() and word.pos_ == "NOUN":
            account = word
            break
    clause = next((t for t in doc.tokens[that.i + 1 : that.sent.end] if t.pos_ == "VERB"), None)
    if account is None or clause is None or clause.dep_ not in _CLAUSES or child(clause, "nsubj") is None:
        return None
    behind = clause.right_edge.i + 1
    opening = doc[behind] if behind < that.sent.end else that
    if opening.pos_ != "AUX":
        return None
    verdict = opening.head if opening.dep_ in ("aux", "cop") else opening
    own = [c for c in verdict.children if c.dep_.startswith("nsubj") and c is not account]
    if verdict.i < opening.i or own or verdict is clause:
        return None
    right = account.head is verdict and clause.head is account and that.head is clause and that.dep_ == "mark"
    return None if right else _Told(account, that, clause, verdict)
