"""Who speaks, who goes on speaking, and who is only spoken of."""

from __future__ import annotations

from itertools import takewhile
from typing import TYPE_CHECKING

from imbroglio.knowledge.lexicon import load_lexicon
from imbroglio.knowledge.speech import load_speech
from imbroglio.language.mending.words import (
    NOMINAL,
    RELATIVE,
    VERBAL,
    Moves,
    Repair,
    agrees,
    awaits,
    before,
    child,
    hung_as,
    inserted,
    is_past,
    name_head,
)

if TYPE_CHECKING:
    from imbroglio.language.plain import Token

_SAID = frozenset({"obj", "xcomp", "ccomp"})
_HUNG = frozenset({"xcomp", "parataxis", "ccomp", "advcl", "conj"})
_FAR = 15  # words of a quoted name, and of who speaks, at most
_BEFORE_VERB = frozenset({"aux", "aux:pass", "cop", "advmod"})
_SUBJECT = frozenset({"nsubj", "nsubj:pass"})
_NUMBER = frozenset({"no.", "nos.", "nr.", "number"})


@awaits(*_NUMBER)
def numbered(token: Token) -> Repair | None:
    """ "*Communiqué* No. 4 said", with the number as who said it, or as a second who did: it is one text's."""
    words = token.doc.tokens
    for word in (token, token.head, *(n for t in (token, token.head) for n in words[t.i + 1 : t.i + 2])):
        text, number = words[max(word.i - 1, 0)], words[min(word.i + 1, len(words) - 1)]
        if word.lower_ not in _NUMBER or number.pos_ != "NUM" or text.lemma_.lower() not in load_speech().texts:
            continue
        name = (text, word, number)
        above = [t for t in name if t.head not in name] or [t for t in name if t.head is t]
        said = next((c for c in words[number.i + 1 : number.i + 2] if _tells(c, name)), None)
        moved: Moves = {c.i: (text, c.dep_) for t in name[1:] for c in t.children if c not in name}
        moved |= {text.i: (*_place(text, above[0]), "NOUN"), word.i: (text, "flat", "SYM"), number.i: (text, "flat")}
        if said is not None:
            moved |= {text.i: (said, "nsubj", "NOUN"), said.i: (said, "root")}
        return moved.get(token.i)
    return None


def _place(text: Token, top: Token) -> tuple[Token, str]:
    """Where the first word of a name hangs whose top has been another."""
    return (text if top.head is top else top.head), top.dep_


def _tells(verb: Token, name: tuple[Token, ...]) -> bool:
    """Whether a verb behind a text that nothing stands above says what it does: "*accused* Y of", read as who was."""
    reporting = verb.pos_ == "VERB" and verb.lemma_ in load_speech().verbs
    return (
        reporting and verb.head in name and child(verb, "obj", "ccomp") is not None and any(t.head is t for t in name)
    )


@hung_as("conj")
def spoken(token: Token) -> tuple[Token, str] | None:
    """ "The army said rebels attacked the base and *accused* Y": who accuses is who said it.

    So it is where the number of the verb tells: "X says its rivals staged a coup and *has* banned them".
    """
    inner = token.head
    saying = inner.head
    if inner.dep_ != "ccomp" or not saying.i < inner.i < token.i:
        return None
    if {token.pos_, inner.pos_, saying.pos_} - VERBAL or child(token, "nsubj", "nsubj:pass", "mark") is not None:
        return None
    speaker, doer = child(saying, "nsubj"), child(inner, "nsubj", "nsubj:pass")
    speech = load_speech()
    if speaker is None or doer is None or saying.lemma_ not in speech.verbs:
        return None
    in_turn = token.lower_ in speech.in_turn and inner.lower_ not in speech.in_turn
    return (saying, "conj") if in_turn or (agrees(token, speaker) and not agrees(token, doer)) else None


def _saying() -> frozenset[str]:
    """Verbs that take what is said, and nobody whom it is said to."""
    return frozenset(load_speech().inserted) - {"tell"}


@awaits(*RELATIVE, "whom")
def asked_within(token: Token) -> tuple[Token, str] | None:
    """ "Rebels *who* experts say are armed by Y": the pronoun belongs to the clause that is said.

    So does that of "rebels *whom* he says Y is arming".
    """
    saying = token.head
    if token.dep_ == "obj" and token.lower_ in {*RELATIVE, "whom"} and saying.lemma_ in _saying():
        told = child(saying, "ccomp") if saying.dep_ == "acl:relcl" and child(saying, "nsubj") else None
        lacks = told is not None and child(told, "nsubj") is not None and child(told, "obj", "ccomp", "mark") is None
        verbs = load_lexicon().verbs.get(told.lemma_, ()) if told is not None and lacks else ()
        takes = any("obj" in sense.frame.patient for sense in verbs)
        return (told, "obj") if told is not None and takes else None
    if token.lower_ not in RELATIVE or saying.dep_ != "acl:relcl" or saying.lemma_ not in load_speech().verbs:
        return None
    speaker, told = [c for c in saying.children if c.dep_ == "nsubj" and c is not token], child(saying, "ccomp")
    if not speaker or told is None or child(told, "nsubj", "nsubj:pass", "mark") is not None:
        return None
    return told, "nsubj:pass" if child(told, "aux:pass") is not None else "nsubj"


@awaits(inserted)
@hung_as("acl:relcl")
def told_within(token: Token) -> Repair | None:
    """ "Rifles that X says *came* from Y", read as two clauses about rifles: the second is what X says."""
    own = child(token, "nsubj", "nsubj:pass", "obj")
    for saying in token.head.children:
        speaker = child(saying, "nsubj") if saying.dep_ == "acl:relcl" and saying is not token else None
        if own is None or own.lower_ not in RELATIVE or speaker is None or child(saying, "ccomp") is not None:
            continue
        if own.i < speaker.i < saying.i < token.i and saying.lemma_ in load_speech().inserted:
            return saying, "ccomp"
    return None


@hung_as("advcl")
def speaks_on(token: Token) -> tuple[Token, str] | None:
    """ "Rebels killed ten, an official said, *blaming X*", with the blame hung on the killing: he lays it."""
    deed = token.head
    saying = deed.head
    before_it = saying.i < token.i and child(saying, "nsubj") is not None and deed.dep_ == "ccomp" and deed.i < saying.i
    lexicon = load_lexicon()
    judges = token.lower_.endswith("ing") and (token.lower_ in lexicon.judging or token.lower_ in lexicon.thanking)
    told = saying.lemma_ in load_speech().verbs
    return (saying, "advcl") if before_it and judges and told else None


@awaits(inserted)
def said_within(token: Token) -> tuple[Token, str] | tuple[Token, str, str] | None:
    """ "A group that X says *Y arms*", read as arms of Y's that X says, or as if Y were armed."""
    above = (token, token.head, token.head.head)
    saying = next((t for t in above if t.dep_ == "acl:relcl" and t.lemma_ in load_speech().inserted), None)
    speaker = child(saying, "nsubj") if saying is not None else None
    if saying is None or speaker is None or speaker.lower_ in RELATIVE or speaker.i > saying.i:
        return None
    verb = next((c for c in saying.children if c.i > saying.i and c.dep_ in _SAID and _ends(c)), None)
    doer = verb.doc[verb.i - 1] if verb is not None else saying
    if verb is None or doer.head is not verb or doer.i == saying.i or not doer.text[:1].isupper():
        return None
    whom = next((c for t in (saying, verb) for c in t.children if c.lower_ in {*RELATIVE, "whom"}), None)
    if whom is None or child(verb, "case", "mark", "aux", "aux:pass", "cop") is not None:
        return None
    if token.head is verb and saying.i < token.i < doer.i:
        return doer, token.dep_
    if token is whom:
        return verb, "obj"
    return {verb.i: (saying, "ccomp", "VERB"), doer.i: (verb, "nsubj", "PROPN")}.get(token.i)


@awaits(inserted)
@hung_as("obj", "compound", "nmod:unmarked", "appos")
def said_to_do(token: Token) -> Repair | None:
    """ "The UN says *Rwanda arms* M23", read as arms of Rwanda's that it says."""
    for verb in (token, token.head, *(c for c in token.head.children if c.dep_ == "obj")):
        saying, doer = verb.head, verb.doc[verb.i - 1]
        if (
            verb.dep_ != "obj"
            or saying.lemma_ not in _saying()
            or doer.left_edge.i != saying.i + 1
            or doer.head is not verb
        ):
            continue
        behind = [c for c in (*verb.children, *saying.children) if c.left_edge.i == verb.i + 1 and c.pos_ in NOMINAL]
        does = verb.pos_ == "NOUN" and verb.lower_.endswith("s") and verb.lower_ in load_lexicon().forms
        if does and doer.pos_ == "PROPN" and behind and behind[0].text[:1].isupper():
            moved: Moves = {verb.i: (saying, "ccomp", "VERB"), doer.i: (verb, "nsubj")}
            return (moved | {behind[0].i: (verb, "obj")}).get(token.i)
    return None


def _ends(word: Token) -> bool:
    """Whether a word that may be a verb ends its clause: "… says Y *arms*"."""
    behind = (c for c in word.children if c.i > word.i and not c.is_punct)
    return word.pos_ in ("NOUN", "ADJ", "VERB") and word.lower_ in load_lexicon().forms and not any(behind)


@awaits(*RELATIVE)
def who_says(token: Token) -> tuple[Token, str] | None:
    """ "A group that *X* says is armed by Y", "the *army*, which left, said it had won": X and the army speak."""
    told = token.head
    saying = told.head
    if not token.dep_.startswith("nsubj") or told.dep_ != "ccomp" or saying.lemma_ not in load_speech().verbs:
        return None
    if any(c.dep_.startswith("nsubj") and token.i < saying.i < c.i < told.i for c in told.children):
        return (saying, "nsubj") if child(saying, "nsubj", "nsubj:pass", "aux:pass") is None else None
    first = [c for c in told.children if c.dep_.startswith("nsubj") and c.i < token.i]
    astray = token.i < saying.i < told.i and first and first[0].lower_ in RELATIVE
    return (saying, "nsubj") if astray and child(saying, "nsubj") is None else None


@awaits(",")
@hung_as(*_HUNG, *_SUBJECT, "nsubj:outer")
def says_at_end(token: Token) -> tuple[Token, str] | None:
    """ "…, two *people* briefed on the talks said": they speak, and were briefed by the way."""
    subject = token if token.dep_.startswith("nsubj") else child(token, "nsubj", "nsubj:pass")
    if subject is None or subject.head.pos_ != "VERB" or subject.i > subject.head.i:
        return None
    told, opening = subject.head, subject.left_edge
    end = told.right_edge.i + 1
    saying = token.doc[end] if end < len(token.doc) else told
    bare = child(told, "aux", "aux:pass", "cop", "mark", "obj") is None and told.dep_ in _HUNG
    if not bare or saying.pos_ != "VERB" or saying.lemma_ not in load_speech().verbs:
        return None
    if "," not in (opening.text, before(opening)):
        return None
    if child(saying, "nsubj", "nsubj:pass") is not None or saying not in told.ancestors:
        return None
    return {subject.i: (saying, "nsubj"), told.i: (subject, "acl")}.get(token.i)


@hung_as("advcl")
def says_when(token: Token) -> tuple[Token, str] | None:
    """ "…, the minister said *after meeting* X", hung on what he said: it is when he said it."""
    told, mark = token.head, child(token, "mark", "case")
    if mark is None or mark.lower_ not in ("after", "before", "while", "when"):
        return None
    saying = token.doc[token.left_edge.i - 1] if token.left_edge.i else token
    fits = told.i < saying.i and saying in told.ancestors and saying.lemma_ in load_speech().inserted
    return (saying, "advcl") if fits and child(saying, "nsubj") is not None else None


@awaits("under")
def under_secretary(token: Token) -> tuple[Token, str] | None:
    """ "…”, said *Under Secretary* John Hurley", with "under" read as a preposition."""
    under = token if token.text == "Under" else child(token, "case")
    if under is None or under.text != "Under" or under.dep_ != "case":
        return None
    name, title = under.head, under.doc[under.i + 1]
    if title.lower_ != "secretary" or not title.text[:1].isupper() or name.dep_ not in ("obl", "nmod"):
        return None
    verb = name.head
    speaks = verb.pos_ == "VERB" and verb.lemma_ in load_speech().verbs
    if not speaks or child(verb, "nsubj", "nsubj:pass") is not None:
        return None
    return {under.i: (title, "compound"), name.i: (verb, "nsubj")}.get(token.i)


@awaits("tell")
@hung_as("nsubj")
def told_whom(token: Token) -> tuple[Token, str] | None:
    """ "Berg told the paper *Aftenposten*", "Berg told *Le Monde*", read as another subject behind the verb."""
    telling = token.head
    if telling.lemma_ != "tell" or token.i < telling.i or token.pos_ != "PROPN":
        return None
    whom = child(telling, "iobj", "obj")
    if child(telling, "nsubj") is token or any(c.pos_ == "VERB" for c in token.children):
        return None
    if whom is None:
        return (telling, "iobj") if token.left_edge.i == telling.i + 1 else None
    return (whom, "appos") if whom.i == token.left_edge.i - 1 and whom.pos_ == "NOUN" else None


def is_name(token: Token) -> tuple[Token, str] | tuple[Token, str, str] | None:
    """ "Through a businessman, *Said* al-Jamal", "Yusuf *Said* leads it", read as if somebody had said it."""
    for word in (token, token.head, token.head.head, *(c for c in token.children if c.i > token.i)):
        if word.pos_ == "VERB" and word.text[:1].isupper() and (moved := _named(word) or _surname(word)):
            return moved.get(token.i)
    return None


def _surname(word: Token) -> dict[int, tuple[Token, str] | tuple[Token, str, str]]:
    """Where the words of "General Omar *Said*, a commander, met X", "General *Said* Omar met X" belong."""
    told, first = child(word, "ccomp"), child(word, "nsubj")
    if told is None and word.dep_ == "ccomp" and word.head.i == word.i + 1 and child(word.head, "nsubj") is None:
        told = word.head  # "Omar *Said* met X", "Omar *Said* said"
    if told is None or first is None or first.pos_ != "PROPN" or word.lemma_ not in load_speech().verbs:
        return {}
    if first.right_edge.i != word.i - 1 or told.i < word.i or not told.text.islower() or told.pos_ != "VERB":
        return {}
    own, above = child(told, "nsubj", "nsubj:pass"), told if word.head is word else word.head
    moved: dict[int, tuple[Token, str] | tuple[Token, str, str]] = {}
    if told is not word.head:
        moved[told.i] = above, word.dep_
    behind = word.doc[word.i + 1]
    if own is not None and own.i == word.i + 1 and own.pos_ == "PROPN" and own.text[:1].isupper():
        return moved | {first.i: (own, "nmod:desc"), word.i: (own, "compound", "PROPN")}
    if own is None:
        role = "nsubj:pass" if child(told, "aux:pass") is not None else "nsubj"
    elif behind.text == "," and own.left_edge.i <= word.i + 2:
        role, moved[own.i] = own.dep_, (first, "appos")
    else:
        return {}
    return moved | {first.i: (told, role), word.i: (first, "flat", "PROPN")}


def _named(word: Token) -> dict[int, tuple[Token, str]]:
    """Where the words of a name belong that begins like a verb; nothing in a headline, whose verbs are all so."""
    aside = word.dep_ == "parataxis" and word.head.i > word.i  # "its leader, *Said* Nuri, lived in Kabul"
    told, other = word.head if aside else child(word, "ccomp"), child(word, "nsubj")
    if told is None or other is None or word.i < 2 or before(word) != "," or other.i != word.i + 1:
        return {}
    plain = told.pos_ == "VERB" and told.text.islower() and word.lemma_ in load_speech().verbs
    noun = name_head(word.doc[word.i - 2], word)
    if not plain or (not aside and told.i > word.i) or other.pos_ != "PROPN" or noun.pos_ not in NOMINAL:
        return {}
    if aside:
        subject = child(told, "nsubj", "nsubj:pass")
        return {word.i: (noun, "appos"), other.i: (word, "flat")} if noun is subject else {}
    above = told if word.head is word else word.head
    return {told.i: (above, word.dep_), word.i: (noun, "appos"), other.i: (word, "flat")}


@hung_as("ccomp")
def said_to_be(token: Token) -> tuple[Token, str] | None:
    """ "X is said *to be a rival* of Y", read as what X says: it is said of X."""
    verb = token.head
    passive = child(verb, "nsubj:pass") is not None and child(verb, "aux:pass") is not None
    to = any(c.dep_ == "mark" and c.lower_ == "to" for c in token.children)
    bare = to and child(token, "nsubj", "nsubj:pass") is None
    return (verb, "xcomp") if passive and bare else None


def split_quotation(token: Token) -> tuple[Token, str] | None:
    """ "“*Iran*,” an elder said, “is arming the rebels”", where the elder is read as who arms them."""
    sentence = token.sent
    if not sentence[0].is_quote or (parts := _halves(list(sentence))) is None:
        return None
    name, saying, verb = parts
    own = [c for c in verb.children if c.dep_ in _SUBJECT and c is not name]
    if not agrees(verb, name) or any(not name.i < c.i < verb.i for c in own):
        return None
    passive = child(verb, "aux:pass") is not None
    moved = {name.i: (verb, "nsubj:pass" if passive else "nsubj")} | {c.i: (saying, "nsubj") for c in own}
    if name.dep_ == "root":
        speaker = next((c for c in name.children if c.dep_ in _SUBJECT and c.i > name.i), None)
        moved |= {saying.i: (saying, "root")} | ({speaker.i: (saying, "nsubj")} if speaker is not None else {})
    return moved.get(token.i)


def _halves(words: list[Token]) -> tuple[Token, Token, Token] | None:
    """The name that is all of the first quotation, the verb of saying, and the verb that the second begins with."""
    first = list(takewhile(lambda t: t.text != "," and not t.is_quote, words[1 : _FAR + 2]))
    end = 2 + len(first)  # behind the name stand a comma and a mark, in either order
    marks = words[end - 1 : end + 1]
    if not first or len(marks) < 2 or not any(t.is_quote for t in marks) or "," not in [t.text for t in marks]:
        return None
    between = list(takewhile(lambda t: not t.is_quote, words[end + 1 : end + _FAR + 2]))
    opening = end + 1 + len(between)
    heads = [t for t in first if t.head not in first or t.dep_ == "root"]
    named = first[0].pos_ in ("PROPN", "DET") and not any(t.pos_ in VERBAL for t in first) and len(heads) == 1
    if not named or not between or between[-1].text != "," or opening + 1 >= len(words):
        return None
    said = [t for t in between if t.pos_ == "VERB" and t.dep_ not in ("amod", "acl", "acl:relcl")]
    verb = words[opening + 1]
    verb = verb.head if verb.dep_ in _BEFORE_VERB else verb
    told = len(said) == 1 and said[0].lemma_ in {*load_speech().inserted, "tell"}
    return (heads[0], said[0], verb) if told and _begins(verb, words[opening]) else None


def _begins(verb: Token, opening: Token) -> bool:
    """Whether a quotation begins with this verb or its auxiliary, and lacks a subject: "is arming", no "and arms"."""
    before = [t for t in verb.doc[opening.i + 1 : verb.i] if not t.is_punct]
    finite = child(verb, "aux", "aux:pass", "cop") is not None or is_past(verb) or verb.lower_.endswith("s")
    return opening.i < verb.i and finite and all(t.head is verb and t.dep_ in _BEFORE_VERB for t in before)
