"""Words and noun phrases of a dependency tree: cases, coordination, apposition, names and what they count."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from imbroglio.knowledge.lexicon import load_lexicon
from imbroglio.knowledge.time import calendar
from imbroglio.model import Relation

if TYPE_CHECKING:
    from imbroglio.language.plain import Token

RELATIVES = frozenset({"who", "which", "that", "whom", "whose"})
EXAMPLES = frozenset({"including", "include", "like", "such", "namely"})
TOGETHER = frozenset({"along", "together"})
HYPHENS = frozenset("-‐‑–")
ADJUNCT = frozenset({"after", "following", "amid", "amidst", "despite", "because", "since"})  # not in a clause's mood
_ALL = frozenset({"both", "all", "neither", "each"})  # of a list
_WHERE = frozenset({"in", "near", "at", "around", "outside", "inside", "across", "on", "of"})
_TOWARD = frozenset({"on", "to", "for", "with", "against"})
_NUMBERS = ("", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")
DEPTH = 12  # how far control and coordination are followed; parses of hostile text can be arbitrarily deep
_MOST = 24  # members of one coordination that are read; more are a list, not a side


def child(token: Token, *deps: str) -> Token | None:
    """The first child with one of the relations, or None."""
    for c in token.children:
        if c.dep_ in deps:
            return c
    return None


def noun_lemma(token: Token) -> str:
    """The lemma of a noun, by its form where the lexicon knows it: parsers guess lemmas of rare words wrongly."""
    nominals = load_lexicon().nominals
    words, i = token.doc, token.i
    if i > 1 and words[i - 1].text in HYPHENS:  # "cease-fire", "counter-offensive"
        joined = nominals.get(words[i - 2].lower_ + token.lower_)
        if joined is not None:
            return joined
    return nominals.get(token.lower_) or token.lemma_.lower()


def verb_lemma(token: Token) -> str:
    """The lemma of a verb, likewise: under it the lexicon keeps what the verb means."""
    return load_lexicon().verb(token.lemma_.lower(), token.lower_)


def hyphened(last: Token, ending: str) -> str:
    """The word that ends here with `ending`, where a hyphen has cut it in three: "secretary-general"; else nothing."""
    i, doc = last.i, last.doc
    return f"{doc[i - 2].lower_}-{ending}" if i > 1 and doc[i - 1].text in HYPHENS else ""


def case_of(token: Token) -> str:
    """The preposition before a noun: "against"; of several the first, but "within" of "to within a mile of X" and "in"
    of "coordinated with and in support of X"."""
    found = [c for c in token.children if c.dep_ == "case" and c.i < token.i and c.lower_ not in ("'s", "’s")]
    if found:
        other = found[-1].i - found[0].i == 2 and found[0].nbor().dep_ == "cc"
        if other or (found[0].lower_ == "to" and found[0].nbor().lower_ == "within"):
            return str(found[-1].lower_) if other else "within"
        return str(found[0].lower_)
    title = child(token, "nmod:desc")
    return case_of(title) if title is not None and title.i < token.i else ""  # "with Secretary of Defense X"


def prepositional(token: Token) -> Iterator[tuple[str, Token]]:
    """(preposition, noun) of each prepositional phrase but those of time; for "on behalf of X" also ("behalf", X)."""
    for c in token.children:
        out_of = c.dep_ == "obj" and case_of(c) == "out"  # "pulled out of the town", read as an object
        if not out_of and c.dep_ not in ("obl", "nmod", "obl:agent", "advcl", "xcomp", "acl", "advmod", "obl:unmarked"):
            continue
        if c.dep_ == "advmod" and c.lower_ in TOGETHER:
            yield from ((case_of(o), o) for o in c.children if case_of(o) == "with")  # "X, together with Y, raided"
            continue
        case = case_of(c)
        if not case and c.pos_ == "ADP" and (noun := child(c, "obj")) is not None:
            case, c = str(c.lower_), noun  # a preposition read as the head of its phrase
        if not case or is_when(c):
            continue
        yield case, c
        for inner in c.children:
            own = inner.dep_ == "nmod:poss" and c.lower_ == "behalf"  # "on X's behalf"
            if own or (inner.dep_ == "nmod" and case_of(inner) in ("of", "to")):
                yield noun_lemma(c), inner


def is_when(noun: Token) -> bool:
    """ "On *Monday*", "in the *spring*"; "Black *September*" is a group."""
    return noun.lower_ in calendar() and not any(
        c.pos_ in ("PROPN", "ADJ") and c.text[:1].isupper() and c.lower_ not in calendar() for c in noun.children
    )


def expand(token: Token, depth: int = 0) -> list[Token]:
    """The parties a phrase stands for: its coordination, and the members that an apposition or "including" names."""
    if depth > DEPTH:
        return [token]
    return [*_members(token, depth), *_parallel(token, depth), *_theirs(token, depth)][:_MOST]


def _theirs(token: Token, depth: int) -> list[Token]:
    """ "Soldiers of the force and their partners", where the partners are hung on the force."""
    if token.pos_ != "NOUN" or not is_plural(token):
        return []
    inside = (c for c in token.children if c.dep_ == "nmod" and case_of(c) == "of" and not is_plural(c))
    hung = (k for c in inside for k in c.children if k.dep_ == "conj" and is_plural(k))
    return [m for k in hung if any(p.lower_ == "their" for p in k.children) for m in expand(k, depth + 1)]


def _parallel(token: Token, depth: int) -> list[Token]:
    """ "Lost men in the hills to the army and to the clans", where the second is hung on the hills.

    Also "between X and Y", where Y is hung beside X.
    """
    case, behind = case_of(token), token.right_edge.i + 1
    if not case or behind >= len(token.doc) or token.doc[behind].dep_ != "cc":
        return []
    other = token.doc[behind].head
    alike = case_of(other) == case or (case == "between" and not case_of(other))
    astray = other.dep_ == "conj" and other.head != token and other.i > behind and alike
    astray |= other.dep_ == token.dep_ and other.head == token.head and other.i > behind and not case_of(other)
    return expand(other, depth + 1) if astray else []


def _members(token: Token, depth: int) -> list[Token]:
    out = [token]
    for c in token.children:
        if c.dep_ == "conj" and (_is_brought(c) or _is_matched(c) or _is_elsewhere(c, token)):
            break
        if (c.dep_ == "conj" and c.pos_ not in ("VERB", "AUX")) or (
            c.dep_ == "nmod" and any(k.lower_ in {*EXAMPLES, "them"} for k in c.children if k.dep_ == "case")
        ):
            out += [m for one in (c, *_astray(c)) for m in expand(one, depth + 1)]
        elif c.dep_ == "appos" and token.dep_ == "nsubj" and _is_headline_pair(c, token):
            out += expand(c, depth + 1)  # "Congo, Rwanda sign peace deal"
        elif c.dep_ == "compound" and c.pos_ == "PROPN" and _stands_beside(c, token):
            out.append(c)
        elif c.dep_ == "nmod" and is_plural(token) and not is_plural(c):  # "players in the war, including A and B"
            out += [m for k in c.children if k.dep_ == "nmod" and case_of(k) in EXAMPLES for m in expand(k, depth + 1)]
        elif c.dep_ == "advmod" and c.lower_ in TOGETHER:
            out += [m for o in c.children if case_of(o) == "with" for m in expand(o, depth + 1)]
        elif c.dep_ == "nmod" and c.i > token.i and case_of(c) in TOGETHER:
            out += expand(c, depth + 1)  # "X, along with Y, attacked"
        elif c.dep_ == "acl" and c.lower_ == "including":
            out += [m for o in c.children if o.dep_ == "obj" for m in expand(o, depth + 1)]
        elif c.dep_ in ("appos", "parataxis", "dep") and c.text[:1].isupper() and c.i > token.i:
            if is_plural(token):
                named = expand(c, depth + 1)
                out = [m for m in out if m.i != token.i or len(named) == 1] + named  # "three militias — A, B and C"
            elif token.dep_ == "appos" and is_plural(token.head):
                out += expand(c, depth + 1)  # B read as an apposition to A
    return out


def _is_headline_pair(two: Token, one: Token) -> bool:
    """Two names with a comma between and none behind, before a verb in its plain form."""
    verb, end = one.head, two.right_edge.i + 1
    names = one.pos_ == two.pos_ == "PROPN" and one.i == one.sent.start
    plain = verb.i == end and verb.lower_ == verb.lemma_.lower() and not verb.lower_.endswith("s")
    return names and plain and two.i > one.i and "," in (two.left_edge.text, two.left_edge.nbor(-1).text)


def _stands_beside(name: Token, head: Token) -> bool:
    """ "*Amnesty International* and news reports": a name that "and" joins to what a parse has it belong to."""
    between = list(name.doc[name.i + 1 : head.i])
    return bool(between) and between[0].dep_ == "cc" and all(t.pos_ == "NOUN" and t.text.islower() for t in between[1:])


def _is_elsewhere(token: Token, first: Token) -> bool:
    """ "Called on X to end its support for Y, and *on Z* to …": Z goes with X, whatever it is hung on."""
    case = case_of(token)
    return case in _TOWARD and case != case_of(first) and child(token, "cc") is not None


def _is_matched(token: Token) -> bool:
    """ "The Cubans who taught X and the Poles who taught Y": the Poles match the Cubans, and were taught by nobody."""
    clause = token.head.head
    own = child(token, "acl:relcl")
    return own is not None and clause.dep_ == "acl:relcl" and clause.lemma_ == own.lemma_


def _is_brought(token: Token) -> bool:
    """ "X, who marched with Y's blessing, Z's planes and hired guns, …": the planes are no fellows of X."""
    clause = next((c for c in token.head.children if c.dep_ == "acl:relcl" and c.i < token.i), None)
    if clause is None or child(token, "cc") or not token.left_edge.i or token.left_edge.nbor(-1).text != ",":
        return False
    before = token.left_edge.i - 1
    brought = (c for c in clause.children if c.dep_ == "obl" and case_of(c) == "with")
    return any(c.right_edge.i in (before - 1, before) for c in brought)


def _astray(token: Token) -> list[Token]:
    """People listed after "members of X" that a parse hangs on X: "members of X, gunmen from Y and fighters from Z"."""
    if token.pos_ != "NOUN" or not is_plural(token):
        return []
    names = [c for c in token.children if c.dep_ == "nmod" and c.pos_ == "PROPN" and case_of(c) == "of"]
    listed = (c for name in names for c in name.children if c.dep_ in ("conj", "appos"))
    return [c for c in listed if c.pos_ == "NOUN" and is_plural(c) and c.text.islower()]


def has_examples(token: Token) -> bool:
    """ "players, including A and B", "three neighbours, A, B and C": the examples say who is meant."""
    named = [t for t in expand(token) if t.i > token.i and t.pos_ == "PROPN"]
    if len(named) > 1 and any(c.dep_ == "nummod" and _count(c) == len(named) for c in token.children):
        return True
    return any(k.lower_ in EXAMPLES for c in token.children for k in (c, *c.children) if c.dep_ in ("nmod", "acl"))


def _count(number: Token) -> int:
    return _NUMBERS.index(number.lower_) if number.lower_ in _NUMBERS else 0


def is_plural(token: Token) -> bool:
    """Whether a word tells of several, as "the two" and "both" do by themselves."""
    counting = token.dep_.startswith("nsubj") and (_count(token) > 1 or token.lower_ == "both")
    return counting or "Plur" in token.morph.get("Number", [])


def is_reciprocal(token: Token) -> bool:
    """ "each other", "one another", or their men; "the other (side)" where each of two does it."""
    whose = child(token, "nmod:poss")
    if whose is not None and whose.i > token.head.i:
        return is_reciprocal(whose)  # "killed *each other's soldiers*"
    first = token.i - (token.lower_ in ("other", "another"))
    return token.doc[max(first, 0) : first + 2].text.lower() in ("each other", "one another") or _is_other_of_two(token)


def _is_other_of_two(token: Token) -> bool:
    """ "Each accused *the other*", "both X and Y blame *the other side*"."""
    before = {c.lower_ for c in token.children if c.i < token.i}
    other = token.lower_ == "other" or ("other" in before and not is_plural(token))
    verb = token.head.head if token.dep_ == "nmod" else token.head
    doers = [c for c in verb.children if c.dep_.startswith("nsubj")]
    words = {k.lower_ for t in (verb, *doers) for k in (t, *t.children) if k.i < verb.i}
    return other and "the" in before and bool(words & {"each", "both"}) and token.i > verb.i


def _counts_relative(token: Token) -> bool:
    """ "*Many* of whom", "*two* of which": those the pronoun stands for; "none of whom" are nobody."""
    counting = token.pos_ in ("DET", "ADJ", "PRON", "NUM") and token.lower_ != "none"
    return counting and any(c.lower_ in ("whom", "which") and case_of(c) == "of" for c in token.children)


def antecedent(token: Token) -> Token:
    """What a relative pronoun stands for, alone or counted, else the token itself."""
    if token.lower_ not in RELATIVES and not _counts_relative(token):
        return token
    clause = token.head
    for _ in range(DEPTH):
        if clause.dep_ == "acl:relcl":
            listed = clause.head.dep_ == "conj" and token.lower_ in _ALL and token.lower_ not in RELATIVES
            return clause.head.head if listed else clause.head  # "X and Y, *both* of which"
        if clause.head == clause:
            break
        clause = clause.head
    return token


def spread(token: Token) -> list[Token]:
    return described(antecedent(token), token)


def described(noun: Token, clause: Token) -> list[Token]:
    """ "Y, who leads Z, and X met": a clause does not tell of who is joined to the noun behind it."""
    if noun.dep_ == "appos" and is_plural(noun) and noun.head.i < noun.i < clause.i:
        listed = [t for t in expand(noun.head) if t.i < noun.i]  # "X and Y, two groups *backed by Z*"
        if len(listed) > 1:
            return listed
    if any(c.lower_ in ("who", "whom") for c in (clause, *clause.children)):
        people = [t for t in expand(noun) if (t.ent_type_ != "PLACE" or is_plural(t)) and t.i < clause.i]
        return people or expand(noun)  # "between Damascus and the Kurds, *who* hold X"
    closed = any(c.dep_ == "conj" and c.left_edge.i > clause.i > noun.i for c in noun.children)
    return [t for t in expand(noun) if t.i < clause.i] if closed else expand(noun)


def whole(noun: Token) -> Token:
    """The noun that counts or measures this one: "thousands of troops", "the second phase of the offensive"."""
    case = ("of", "to") if noun.head.lower_ in ("end", "halt") else ("of",)  # "announced an end to its raids on X"
    counted = noun.dep_ in ("nmod", "obl") and case_of(noun) in case and noun.head.lower_ in load_lexicon().phases
    return noun.head if counted else noun


def one_of(noun: Token) -> Token:
    """ "One of the group's commanders", "two of its components": the word that counts them stands for them."""
    counted = noun.dep_ == "nmod" and case_of(noun) == "of" and noun.head.pos_ in ("NUM", "PRON", "DET")
    return noun.head if counted else noun


def in_name(token: Token) -> bool:
    """ "Support" in "Rapid Support Forces" names no deed."""
    return token.pos_ == "PROPN" and token.dep_ in ("compound", "flat") and token.head.pos_ == "PROPN"


def named_place(token: Token) -> Token:
    """ "the city of Raqqa": the name, not the word for what it is."""
    if noun_lemma(token) not in load_lexicon().settlements or is_plural(token):
        return token  # "areas of X" are some of it
    return next((c for c in token.children if c.dep_ == "nmod" and c.pos_ == "PROPN" and case_of(c) == "of"), token)


def seat(token: Token) -> Token:
    """Where "an air base in Agadez" is, which has no name of its own; where they fought "in the war in Agadez"."""
    lexicon, lemma = load_lexicon(), noun_lemma(token)
    venture = Relation.FIGHTS in lexicon.of_noun(lemma) or lemma in lexicon.groups["delegation"]
    if token.pos_ == "NOUN" and venture:  # "sent to the training mission in X"
        return next((t for case, t in prepositional(token) if case == "in" and t.pos_ == "PROPN"), token)
    named = lemma not in lexicon.settlements | lexicon.struck or any(c.pos_ == "PROPN" for c in token.lefts)
    seats = (token, *(t for case, t in prepositional(token) if case == "of" and t.pos_ == "NOUN"))
    places = (c for n in seats for c in n.children if c.dep_ == "nmod" and c.pos_ == "PROPN" and case_of(c) in _WHERE)
    return token if named else next(places, token)


def is_bystander(token: Token) -> bool:
    """ "civilians", "a market": attacked, but no party; "Yazidi civilians" are a side."""
    if noun_lemma(token) not in load_lexicon().bystanders or token.pos_ != "NOUN":
        return False
    told = (c for c in token.children if c.i < token.i or case_of(c) in ("of", "from"))
    return not any(map(_is_name, told))  # where they were hit tells nothing of them


def _is_name(word: Token) -> bool:
    """Also "al-Qaida", which begins small."""
    return (
        word.text[:1].isupper()
        or word.pos_ == "PROPN"
        or any(k.dep_ == "flat" and k.text[:1].isupper() for k in word.children)
    )


def struck_place(thing: Token, verb: Token) -> list[Token]:
    """ "bombed radar stations near Hodeidah", "shelled three sites in Pakistan": what is hit lies in a place."""
    lexicon = load_lexicon()
    if verb.lower_ not in lexicon.striking or not is_nobodys(thing):
        return []
    behind = (t for head in (thing, verb) for case, t in prepositional(head) if case in _WHERE and _is_called(t))
    return [m for t in list(behind)[:1] for m in expand(t) if m is t or _is_called(m)]


def whose_behind(thing: Token) -> list[Token]:
    """ "Targets *linked to X*", "sites used by X", "drones launched by X": whose they are is told behind."""
    lexicon = load_lexicon()
    if noun_lemma(thing) in lexicon.flying:
        launched = (c for c in thing.children if c.dep_ == "acl" and c.lower_ in lexicon.launching)
        return [m for c in launched for case, t in prepositional(c) if case == "by" for m in expand(t)]
    if noun_lemma(thing) not in lexicon.struck | lexicon.bystanders | lexicon.groups["vessel"]:
        return []
    places = (t for n in (thing, thing.head) for case, t in prepositional(n) if case in _WHERE)
    told = [c for n in (thing, *places) for c in n.children if c.dep_ in ("acl", "amod") and c.i > thing.i]
    told += [c for c in thing.head.children if c.dep_ == "advcl" and c.i > thing.i]
    if inside := [
        m for c in told if c.lower_ in lexicon.bearing for k in c.children if k.dep_ == "obj" for m in expand(k)
    ]:
        return inside  # "a barracks housing soldiers"
    owned = ((c, case, t) for c in told for case, t in prepositional(c))
    return [
        m
        for c, case, t in owned
        if (case in ("to", "with") and c.lower_ in lexicon.owned) or (case == "by" and c.lower_ in lexicon.used)
        for m in expand(t)
    ]


def _is_called(place: Token) -> bool:
    """A name, or a noun with one before it: "Hodeidah", "Syria's Homs province"."""
    return place.pos_ == "PROPN" or any(c.pos_ == "PROPN" and c.i < place.i for c in place.children)


def is_nobodys(thing: Token) -> bool:
    """ "A base", "three sites": struck, and nothing tells whose they are."""
    return noun_lemma(thing) in load_lexicon().struck and not _is_somebodys(thing) and not whose_behind(thing)


def _is_somebodys(thing: Token) -> bool:
    """ "Army positions", "its camps", "Houthi radars", "bases of the rebels": what is hit tells whose it is."""
    partitives = load_lexicon().partitives
    told = (c for c in thing.children if c.i < thing.i or case_of(c) == "of")
    return any(c.dep_ == "nmod:poss" or _is_name(c) or c.lemma_ in partitives for c in told)
