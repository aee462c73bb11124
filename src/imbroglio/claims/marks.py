"""What stands beside a word and changes what it says: negations, modals, hedges, conditions."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from imbroglio.claims.syntax import case_of
from imbroglio.knowledge.lexicon import load_lexicon
from imbroglio.knowledge.stance import StanceCues

if TYPE_CHECKING:
    from imbroglio.language.plain import Token

_WOULD = frozenset({"would", "could", "might"})
_FUTURE, _LEAVE = frozenset({"will", "wo", "'ll", "’ll"}), frozenset({"may", "could", "can"})


def beside(node: Token, cues: StanceCues, own: bool) -> list[str]:
    """Effects of auxiliaries, adverbs, markers and determiners of one word."""
    out: list[str] = []
    for c in node.children:
        lower = c.lower_
        if lower == "longer" and c.i and c.nbor(-1).lower_ == "no":
            out.append("no")
        if c.dep_ in ("advmod", "det", "cc", "cc:preconj", "advmod:neg"):
            out += of_adverb(c, cues) if c.dep_ != "cc" or lower in ("nor", "rather") else ()
            out += cues.determiners.get(lower, ()) if c.dep_ == "det" else ()
        elif c.dep_ == "amod" and node.pos_ == "NOUN":
            out += cues.adjectives.get(lower, ())
        elif c.dep_ in ("aux", "aux:pass"):
            allowed = lower == "may" and own and "no" in _subjects_mood(node, cues)
            allowed = allowed or (lower in _LEAVE and _by_rule(node, cues))
            out += (
                ["planned"] if _means_will(c, node, cues) else ["norm"] if allowed else cues.auxiliaries.get(lower, ())
            )
            out += ["hypothetical"] if lower in _FUTURE and _on_condition(node, cues) else ()
        elif c.dep_ == "nsubj:outer":
            out += [e for e in cues.governs.get(lower, ()) if e == "hedged"]  # "the rumour was that …"
        elif c.dep_ == "mark":
            out += ["no"] if lower == "than" and _would_rather(node.head) else cues.marks.get(lower, ())
            out += cues.prepositions.get(lower, ())
        elif c.dep_ in ("obj", "nsubj", "nsubj:pass", "obl", "obl:agent") and own:
            first = [k for k in c.children if k.dep_ in ("det", "cc:preconj")]  # "no country", "neither X nor Y"
            out += [e for k in first for e in cues.determiners.get(k.lower_, ())]
            out += cues.determiners.get(lower, ()) if c.dep_ != "obl" and not _but(c) else ()
            out += ["no"] if _not_one(c.left_edge) else ()
        elif c.dep_ == "case":
            out += cues.prepositions.get(lower, ())
    if (node.dep_ == "advcl" or (node.dep_ == "acl" and own)) and _is_purpose(node, cues):
        out.append("planned")
    if _is_unreal(node):
        out.append("hypothetical")
    headline = node.dep_ == "root" or (node.dep_ == "ccomp" and node.head.i > node.i)
    if (headline and own and is_to_infinitive(node)) or _is_to(node):
        out.append("hypothetical" if _is_turned(node) else "planned")  # "US to arm rebels", "US to arm rebels, says X"
    return out


def _not_one(first: Token) -> bool:
    """ "*Not one* fighter", "*not a single* rebel", "*not one* of the militias", but "not one but two"."""
    behind = [t.lower_ for t in first.doc[first.i + 1 : first.i + 3]]
    return first.lower_ == "not" and (behind == ["a", "single"] or (behind[:1] == ["one"] and behind[1:] != ["but"]))


def _would_rather(verb: Token) -> bool:
    """ "Would *rather* arm them than talk", "would *sooner* fight"."""
    return any(c.lower_ in ("rather", "sooner") for c in verb.children)


def _is_to(verb: Token) -> bool:
    """ "The units *were to be absorbed*", "is *to* hand over its weapons", "is *due to*" do so."""
    to = next((c for c in verb.children if c.dep_ == "mark" and c.lower_ in ("to", "due")), None)
    return to is not None and any(c.lemma_ == "be" and c.i < to.i and c.pos_ == "AUX" for c in verb.children)


def _is_unreal(verb: Token) -> bool:
    """ "*Had X taken* the town, it would …": on no condition that was met."""
    doer = next((c for c in verb.children if c.dep_.startswith("nsubj") and c.i < verb.i), None)
    had = doer.doc[doer.left_edge.i - 1] if doer is not None and doer.left_edge.i else verb
    opens = had.lower_ == "had" and (had.i == had.sent.start or had.nbor(-1).is_punct)
    return opens and any(t.lower_ in _WOULD and t.i > verb.i for t in verb.sent)


def _is_turned(verb: Token) -> bool:
    """ "*Were* X *to* arm them, …": on condition that it does."""
    subject = next((c for c in verb.children if c.dep_.startswith("nsubj")), None)
    return subject is not None and any(c.lower_ == "were" and c.i < subject.i for c in verb.children)


def _subjects_mood(verb: Token, cues: StanceCues) -> set[str]:
    """What the subject's first word says: "*no* state may arm them" forbids it."""
    firsts = [k for c in verb.children if c.dep_.startswith("nsubj") for k in c.children if k.dep_ == "det"]
    return {effect for k in firsts for effect in cues.determiners.get(k.lower_, ())}


def _means_will(aux: Token, verb: Token, cues: StanceCues) -> bool:
    """ "Said that it *would* go", "*would* like to go"; not "it would go if …", nor the words of a quotation."""
    if aux.lower_ != "would" or any(c.dep_ == "aux" and c.lower_ == "have" for c in verb.children):
        return False  # "*would have* fallen" did not
    if "planned" in cues.governs.get(verb.lower_, ()):
        return True
    reported = verb.dep_ == "ccomp" and verb.head.lower_ in cues.reports
    first = verb.left_edge
    quoted = first.is_quote or (first.i > 0 and first.nbor(-1).is_quote)
    return reported and not quoted and not _on_condition(verb, cues)


def _on_condition(verb: Token, cues: StanceCues) -> bool:
    """ "… *if the talks fail*"."""
    return any(
        c.dep_ == "advcl"
        and {"mark", "nsubj"} <= {m.dep_ for m in c.children if m.dep_ != "mark" or m.lower_ in cues.marks}
        for c in verb.children
    )


def _by_rule(verb: Token, cues: StanceCues) -> bool:
    """ "*Under the treaty* neither side may arm them": what is or is not allowed."""
    return any(c.dep_ == "obl" and case_of(c) == "under" and c.lower_ in cues.rules for c in verb.children)


def _is_purpose(verb: Token, cues: StanceCues) -> bool:
    """ "Paid them *to fight*"; not what is under way or over: "the *first* to arm them", "said *to have* armed"."""
    head = verb.head
    if verb.dep_ == "advcl" and (verb.lower_.endswith("ing") or _is_outcome(verb)):
        return False  # "pleaded guilty *to supporting* X"
    ranked = {head.lower_, *(c.lower_ for c in head.children if c.dep_ == "amod")} & set(cues.ranks)
    over = any(c.dep_ == "aux" and c.lower_ == "have" for c in verb.children)
    under_way = head.lower_ in cues.ventures or (verb.dep_ == "advcl" and _is_used(head))
    under_way |= head.pos_ == "NOUN" and "no" in cues.governs.get(head.lemma_.lower(), ())  # "its refusal to arm them"
    return is_to_infinitive(verb) and not under_way and not ranked and not over


def _is_outcome(verb: Token) -> bool:
    """ "Reached the town, *only to be* driven off": it was."""
    return any(c.lower_ == "only" and c.i + 1 < verb.i and c.nbor().lower_ == "to" for c in verb.children)


def _is_used(verb: Token) -> bool:
    """ "*Used the truce* to ship rockets", which were shipped; "was used" tells only what for."""
    return verb.lower_ in load_lexicon().instrument and any(c.dep_ == "obj" for c in verb.children)


def _but(word: Token) -> bool:
    """ "Nothing *but* rifles" is something."""
    return word.i + 1 < len(word.doc) and word.nbor().lower_ in ("but", "except")


def denies(word: Token, cues: StanceCues) -> bool:
    """Whether a word is denied itself, or nobody does it: "does *not* deny", "*nothing* allows", "*no* law bars"."""
    return "no" in beside(word, cues, own=True)


def of_adverb(adverb: Token, cues: StanceCues) -> Iterable[str]:
    """What an adverb says, alone or with the word at its side: "not", but "not *only*"; "yet *to*"."""
    lower, i, doc = adverb.lower_, adverb.i, adverb.doc
    pairs = [f"{lower}+{doc[i + 1].lower_}"] if i + 1 < len(doc) else []
    pairs += [f"{doc[i - 1].lower_}+{lower}"] if i else []
    found: frozenset[str] = next((cues.adverbs[w] for w in (*pairs, lower) if w in cues.adverbs), frozenset())
    return found - {"fact"}


def is_to_infinitive(node: Token) -> bool:
    return any(c.dep_ == "mark" and c.lower_ == "to" for c in node.children)
