"""Headlines: a verb among nouns without articles that is read as a noun, and who says so at the end."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from imbroglio.knowledge.lexicon import load_lexicon
from imbroglio.knowledge.load import data
from imbroglio.knowledge.speech import load_speech
from imbroglio.language.mending.words import IN_NAME, NOMINAL, Moves, Repair, child, hung_as, name_head
from imbroglio.model import Relation

if TYPE_CHECKING:
    from imbroglio.language.plain import Token

_LONG = 25  # words of a headline at most
_INSIDE = frozenset({"det", "amod", "compound", "nummod", "nmod:poss", "flat"})
_FILES = {
    "fighters": ("people", "groups"),
    "forces": ("people", "units"),
    "organs": ("arms",),
    "governments": ("rule",),
}


def plain_verb(token: Token) -> Repair | None:
    """ "Rebels *shell* army base", "Army *shells* Goma", "Iran *arms* Houthis, says Riyadh": no heap of nouns."""
    sentence = token.sent
    if len(sentence) > _LONG:
        return None
    for verb in sentence:
        part = verb.pos_ in IN_NAME or verb.dep_ == "compound"
        if not part and verb.text != ":" and not _owns(verb):
            return None
        if _may_be_verb(verb) and (moved := _moved(verb)):
            return moved.get(token.i)
    return None


@hung_as("nsubj", "acl")
def to_do(token: Token) -> Repair | None:
    """ "Iran *to disarm* X, says Y", with Iran as a speaker beside Y: it is what Y says of Iran."""
    doer = token if token.dep_ == "nsubj" else token.head
    saying, deed = doer.head, child(doer, "acl")
    if doer.dep_ != "nsubj" or deed is None or not deed.i < saying.i or saying.lemma_ not in load_speech().verbs:
        return None
    to = deed.left_edge
    behind = any(c.dep_ == "nsubj" and c.i > saying.i for c in saying.children)
    if not behind or to.lower_ != "to" or to.i != doer.i + 1 or saying.doc[saying.i - 1].text != ",":
        return None
    return {doer.i: (deed, "nsubj"), deed.i: (saying, "ccomp")}.get(token.i)


@cache
def _parties() -> frozenset[str]:
    """Common nouns, in the singular, for those who do something to each other."""
    groups = (data(f"nouns/{name}.yaml")["nouns"][group] for name, given in _FILES.items() for group in given)
    return frozenset(word for words in groups for word in words.split())


def _may_be_verb(word: Token) -> bool:
    """Whether a noun is also a verb that wants an object, in the number of the noun before it."""
    lexicon = load_lexicon()
    lemma = lexicon.forms.get(word.lower_)
    noun = word.pos_ == "NOUN" or (word.pos_ == "VERB" and word.dep_ == "compound")  # "Chad *bombs* hospital"
    if not noun or lemma is None or not word.text.islower() or word.i == word.sent.start:
        return False
    subject = word.doc[word.i - 1]
    several = "Plur" in subject.morph.get("Number", [])
    one = not several and word.lower_ != lemma and word.lower_.endswith("s")
    fits = one or ((several or subject.lower_.endswith("s")) and word.lower_ == lemma)
    plain = any("obj" in s.frame.patient and not s.nouns and not s.particle for s in lexicon.verbs.get(lemma, ()))
    return subject.pos_ in NOMINAL and fits and plain


def _moved(verb: Token) -> Moves:
    """Where the words of a headline hang if this is its verb; nothing where it may be a noun."""
    sentence, doc = verb.sent, verb.doc
    start = end = verb.i
    while start > sentence.start and (doc[start - 1].pos_ in IN_NAME or _owns(doc[start - 1])):
        start -= 1
    while end + 1 < sentence.end and doc[end + 1].pos_ in IN_NAME:
        end += 1
    before, behind = doc.tokens[start : verb.i], doc.tokens[verb.i + 1 : end + 1]
    heads = [t for t in behind if t.pos_ in NOMINAL and t.head not in behind]
    heads += [t for t in behind if t.pos_ in NOMINAL and t.dep_ == "root"]
    if not heads or not (_opens_party(behind) or _is_struck(verb, heads[-1])):
        return {}
    doer, thing = name_head(before[-1], verb), heads[-1]
    top = next((t for t in (thing, verb) if t.head not in (*before, verb, *behind) or t.dep_ == "root"), None)
    if top is None:
        return {}
    moved = _above(verb, thing, top)
    moved |= {doer.i: (verb, "nsubj"), thing.i: (verb, "obj")} if moved else {}
    for one, name in ((doer, before), (thing, behind)):
        others = [t for t in name if t is not one and (t.head not in name or t.head is t)]
        moved |= {t.i: (one, t.dep_ if t.dep_ in _INSIDE else "compound") for t in others} if moved else {}
    return moved


def _above(verb: Token, thing: Token, top: Token) -> Moves:
    """Where the verb hangs: where the noun hung that it was a part of, beside what is said of it or done next."""
    after = top.head
    if top.dep_ == "root":
        return {verb.i: (verb, "root", "VERB")}
    if top.dep_ != "nsubj" or after.pos_ != "VERB":
        return {verb.i: (after, "parataxis", "VERB")}
    if after.i < thing.i or after.left_edge.i > verb.i or verb.doc[after.i - 1].text != ",":
        return {}
    if after.lemma_ not in load_speech().verbs:
        place = (verb, "root") if after.dep_ == "root" else (after.head, after.dep_)
        return {verb.i: (*place, "VERB"), after.i: (verb, "conj")}
    told = child(after, "obj", "iobj")  # "…, warns Riyadh"
    return {verb.i: (after, "ccomp", "VERB")} | ({told.i: (after, "nsubj")} if told is not None else {})


def _owns(word: Token) -> bool:
    """The sign of a possessor: "Chad*'s* army"."""
    return word.pos_ == "PART" and word.dep_ == "case"


def _is_struck(verb: Token, thing: Token) -> bool:
    """ "Army shells *town*": a verb of fighting, and a place that may be fought for."""
    lexicon = load_lexicon()
    return Relation.FIGHTS in lexicon.of_verb(lexicon.forms[verb.lower_]) and thing.lemma_ in lexicon.struck


def _opens_party(name: list[Token]) -> bool:
    """Whether a phrase begins with a name or with a noun for fighters, troops or rulers: "army base", no "deal"."""
    first = next((t for t in name if t.pos_ not in ("DET", "NUM")), None)
    if first is None:
        return False
    return first.text[:1].isupper() or not {first.lemma_, first.lower_}.isdisjoint(_parties())
