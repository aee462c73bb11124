"""What the parser gets wrong time and again, put right in the tree that everything else reads."""

from __future__ import annotations

from typing import TYPE_CHECKING

from imbroglio.knowledge.lexicon import load_lexicon
from imbroglio.knowledge.speech import load_speech

if TYPE_CHECKING:
    from imbroglio.language.plain import Doc, Token

_VERBAL = frozenset({"VERB", "AUX"})
_SINGULAR, _PLURAL = frozenset({"has", "is", "was"}), frozenset({"have", "are", "were"})
_ARTICLES = frozenset({"a", "an", "the"})
_NOMINAL = frozenset({"NOUN", "PROPN"})
_CLAUSES = frozenset({"root", "ccomp", "conj", "parataxis", "advcl", "acl:relcl"})
_HUNG = frozenset({"xcomp", "parataxis", "ccomp", "advcl", "conj"})
_BEFORE_NOUN = frozenset({"det", "amod", "compound", "nmod:poss", "nummod", "nmod", "nmod:desc"})
_RELATIVE = frozenset({"who", "which", "that"})
_NEAR = 6  # words from a verb to the first of the noun before it, and to its object
_FAR = 8  # words from a second party that is accused to the end of what it is accused of


def mend(doc: Doc) -> None:
    """Hang some words elsewhere."""
    for rules in _RULES:
        repairs = [
            (token, *found) for token in doc if (found := next(filter(None, (rule(token) for rule in rules)), None))
        ]
        for token, head, dep in repairs:
            if head is token or token not in head.ancestors:  # what is mended stays a tree
                token.head, token.dep_ = head, dep
        if repairs:
            doc.link()


def _resumed(token: Token) -> tuple[Token, str] | None:
    """ "X, which is backed by A, and *Y* agreed": a comma ends what a comma has begun, and Y is listed with X."""
    first, joint = token.head, _child(token, "cc")
    clause = first.head
    if token.dep_ != "conj" or joint is None or clause.dep_ != "acl:relcl" or not clause.i < first.i < joint.i:
        return None
    opening = clause.left_edge
    parted = "," in (opening.text, _before(opening)) and _before(joint) == ","
    alone = sum(c.dep_ == "conj" for c in first.children) == 1
    return (clause.head, "conj") if parted and alone else None


def _spoken(token: Token) -> tuple[Token, str] | None:
    """ "The army said rebels attacked the base and *accused* Y": who accuses is who said it.

    So it is where the number of the verb tells: "X says its rivals staged a coup and *has* banned them".
    """
    inner = token.head
    saying = inner.head
    if token.dep_ != "conj" or inner.dep_ != "ccomp" or not saying.i < inner.i < token.i:
        return None
    if {token.pos_, inner.pos_, saying.pos_} - _VERBAL or _child(token, "nsubj", "nsubj:pass", "mark") is not None:
        return None
    speaker, doer = _child(saying, "nsubj"), _child(inner, "nsubj", "nsubj:pass")
    speech = load_speech()
    if speaker is None or doer is None or saying.lemma_ not in speech.verbs:
        return None
    in_turn = token.lower_ in speech.in_turn and inner.lower_ not in speech.in_turn
    return (saying, "conj") if in_turn or (_agrees(token, speaker) and not _agrees(token, doer)) else None


def _in_relative(token: Token) -> tuple[Token, str] | None:
    """ "The officers armed the Ferns, a group that left the army and *fights* it": it is the group that does."""
    first, own = token.head, _child(token.head, "nsubj")
    if token.dep_ != "conj" or first.dep_ == "acl:relcl" or own is None or {token.pos_, first.pos_} - _VERBAL:
        return None
    if _child(token, "nsubj", "nsubj:pass") is not None or _child(token, "cc") is None:
        return None
    clauses = [t for t in token.doc.tokens[first.i + 1 : token.i] if t.dep_ == "acl:relcl" and first in t.ancestors]
    inner = clauses[-1] if clauses else None
    if inner is None or (subject := _child(inner, "nsubj")) is None or subject.lower_ not in _RELATIVE:
        return None
    singular = "Plur" not in inner.head.morph.get("Number", [])
    return (inner, "conj") if singular and _is_singular(token) and not _agrees(token, own) else None


def _is_singular(verb: Token) -> bool:
    """Whether the form of a verb wants one subject: "fights", "has fought"."""
    finite = _finite(verb)
    return finite.lower_ in _SINGULAR or ("Sing" in finite.morph.get("Number", []) and finite.lower_.endswith("s"))


def _agrees(verb: Token, subject: Token) -> bool:
    """Whether the number of the verb's auxiliary, if it tells one, fits the subject."""
    words = {c.lower_ for c in verb.children if c.dep_ in ("aux", "aux:pass", "cop")}
    words |= {"has"} if _is_singular(verb) else set()
    several = "Plur" in subject.morph.get("Number", []) or _child(subject, "conj") is not None
    return words.isdisjoint(_SINGULAR if several else _PLURAL)


def _beside(token: Token) -> tuple[Token, str] | None:
    """ "Arming the Front, *a group* with ties to X": two objects, of which the second says what the first is."""
    comma = token.left_edge.i - (token.left_edge.text != ",")
    if token.dep_ != "obj" or token.pos_ != "NOUN" or comma < 0 or token.doc[comma].text != ",":
        return None
    if token.lemma_ in load_speech().nouns:
        return None  # "accused X of arming Y, *a charge* that …", which is said of the whole
    others = [c for c in token.head.children if c.dep_ == "obj" and c.i < token.i]
    told = token.doc[comma + 1].lower_ in _ARTICLES and len(others) == 1 and _child(token, "cc") is None
    return (others[0], "appos") if told and others[0].right_edge.i == comma - 1 else None


def _each_its_own(token: Token) -> tuple[Token, str] | None:
    """ "Sold tanks to X and *jets* to Y": jets are sold as well, and are no companions of X."""
    first = token.head
    if token.dep_ != "conj" or token.pos_ != "NOUN" or first.dep_ not in ("obl", "nmod"):
        return None
    verb, case = first.head, _child(first, "case")
    own = token.doc[token.i + 1] if token.i + 1 < len(token.doc) else token
    thing = _child(verb, "obj") if verb.pos_ == "VERB" else None
    again = case is not None and own.dep_ == "case" and own.lower_ == case.lower_ and own.head.head in (verb, token)
    return (thing, "conj") if thing is not None and again and _child(token, "case") is None else None


def _begins(token: Token) -> tuple[Token, str] | None:
    """ "X trains the army, and *Y*, which bombed Z, keeps its bases": a new clause begins with Y."""
    joint, above = _child(token, "cc"), token.head
    if token.dep_ != "conj" or joint is None or _before(joint) != "," or token.pos_ == "VERB":
        return None
    while above.pos_ not in _VERBAL and above.head is not above:
        above = above.head
    end = max([token.right_edge.i, *(c.right_edge.i for c in token.head.children if _follows(c, token))])
    behind = [v for v in above.children if v.i > end and v.dep_ in ("conj", "parataxis")]
    verb = next((v for v in behind if v.pos_ in _VERBAL and not _child(v, "nsubj", "nsubj:pass", "cc")), None)
    if verb is None or "Fin" not in _finite(verb).morph.get("VerbForm", []):
        return None
    return (verb, "nsubj") if verb.left_edge.i - end <= 2 else None


def _follows(clause: Token, noun: Token) -> bool:
    """Whether a relative clause stands right behind the noun, whatever it hangs on."""
    return clause.dep_ == "acl:relcl" and 0 < clause.left_edge.i - noun.right_edge.i <= 2


def _finite(verb: Token) -> Token:
    return _child(verb, "aux", "aux:pass", "cop") or verb


def _whose_clause(token: Token) -> tuple[Token, str] | None:
    """ "…, and Y, *which* bombed Z, keeps …": told of Y, where Y begins a clause and a parse hangs it further back.

    "Crossed into Y, *whose* army disarmed them" is told of Y as well, and no clause beside the first.
    """
    opening = token.left_edge
    opening = token.doc[opening.i + 1] if opening.text == "," else opening
    if opening.lower_ == "whose" and token.dep_ in ("advcl", "parataxis") and opening.i > 1 and _before(opening) == ",":
        noun = _name_head(token.doc[opening.i - 2], opening)
        return (noun, "acl:relcl") if noun.pos_ in _NOMINAL and token not in noun.ancestors else None
    if token.dep_ != "acl:relcl" or opening.lower_ not in ("which", "who") or opening.i < 2:
        return None
    noun = _name_head(token.doc[opening.i - 2], opening) if _before(opening) == "," else token
    return (noun, token.dep_) if noun.dep_ == "nsubj" and token.head.i < noun.i else None


def _name_head(noun: Token, end: Token) -> Token:
    """The word that the others of a name hang on."""
    while noun.dep_ in ("flat", "compound") and noun.head is not noun and noun.head.i < end.i:
        noun = noun.head
    return noun


def _of_all(token: Token) -> tuple[Token, str] | None:
    """ "The Front, an alliance of groups *that X leads*": X leads the alliance, and so where the verb is singular."""
    inner = token.head
    whole = inner.head
    if token.dep_ != "acl:relcl" or inner.dep_ != "nmod" or whole.dep_ != "appos" or whole.head.pos_ != "PROPN":
        return None
    pronoun, own = next((c for c in token.children if c.lower_ in ("that", "which")), None), _child(token, "nsubj")
    if pronoun is None or own is None or "Plur" not in inner.morph.get("Number", []):
        return None
    singular = own.i != pronoun.i or "Sing" in _finite(token).morph.get("Number", [])
    return (whole, token.dep_) if singular and "Plur" not in whole.morph.get("Number", []) else None


def _of_one(token: Token) -> tuple[Token, str] | None:
    """ "The fighters of X, *who has* denounced Y": it is X who has."""
    many, own = token.head, _child(token, "nsubj", "nsubj:pass")
    inside = [c for c in many.children if c.dep_ == "nmod" and many.i < c.i < token.left_edge.i]
    if token.dep_ != "acl:relcl" or own is None or own.lower_ not in _RELATIVE or not inside:
        return None
    plural, one = "Plur" in many.morph.get("Number", []), inside[-1]
    singular = "Sing" in _finite(token).morph.get("Number", []) and "Plur" not in one.morph.get("Number", [])
    return (one, token.dep_) if plural and singular and one.pos_ == "PROPN" else None


def _who_says(token: Token) -> tuple[Token, str] | None:
    """ "A group that *X* says is armed by Y": X speaks, and is not armed."""
    told = token.head
    saying = told.head
    if not token.dep_.startswith("nsubj") or told.dep_ != "ccomp" or saying.lemma_ not in load_speech().verbs:
        return None
    before = [c for c in told.children if c.dep_.startswith("nsubj") and c.i < token.i]
    astray = token.i < saying.i < told.i and before and before[0].lower_ in _RELATIVE
    return (saying, "nsubj") if astray and _child(saying, "nsubj") is None else None


def _says_at_end(token: Token) -> tuple[Token, str] | None:
    """ "…, two *people* briefed on the talks said": they speak, and were briefed by the way."""
    subject = token if token.dep_.startswith("nsubj") else _child(token, "nsubj", "nsubj:pass")
    if subject is None or subject.head.pos_ != "VERB" or subject.i > subject.head.i:
        return None
    told, opening = subject.head, subject.left_edge
    end = told.right_edge.i + 1
    saying = token.doc[end] if end < len(token.doc) else told
    bare = _child(told, "aux", "aux:pass", "cop", "mark", "obj") is None and told.dep_ in _HUNG
    if not bare or saying.pos_ != "VERB" or saying.lemma_ not in load_speech().verbs:
        return None
    if "," not in (opening.text, _before(opening)):
        return None
    if _child(saying, "nsubj", "nsubj:pass") is not None or saying not in told.ancestors:
        return None
    return {subject.i: (saying, "nsubj"), told.i: (subject, "acl")}.get(token.i)


def _whose(token: Token) -> tuple[Token, str] | None:
    """ "X, *whose* Front fought Y", read as a second subject."""
    behind = token.doc.tokens[token.i + 1 : token.i + 2]
    noun = behind[0] if token.lower_ == "whose" and token.dep_ != "nmod:poss" and behind else None
    return (noun, "nmod:poss") if noun is not None and noun.pos_ in _NOMINAL and noun.dep_ == "nsubj" else None


def _part_of_verb(token: Token) -> tuple[Token, str] | None:
    """ "The armed *wing* shot dead two", with the subject as if it were a part of the verb."""
    verb = token.head
    if verb.pos_ != "VERB" or token.i > verb.i or _child(verb, "nsubj", "nsubj:pass") is not None:
        return None
    parts = [c for c in verb.children if c.dep_ == "compound" and c.i < verb.i and c.pos_ in _NOMINAL]
    if not parts or parts[-1].i != verb.i - 1 or verb.dep_ not in _CLAUSES:
        return None
    if not _is_past(verb) and _child(verb, "obj", "ccomp") is None:
        return None
    if token is parts[-1]:
        return verb, "nsubj"
    return (parts[-1], token.dep_) if token.dep_ in _BEFORE_NOUN else None


def _as_noun(token: Token) -> tuple[Token, str] | None:
    """ "The minister *accused* agents of murder", read as agents whom ministers accused."""
    noun = token if token.dep_ == "root" else token.head
    verb = noun.doc[noun.left_edge.i]
    verb = next(
        (c for c in noun.children if c.dep_ in ("amod", "compound") and c.pos_ == "VERB" and c.i < noun.i), verb
    )
    subject = noun.doc[verb.i - 1] if verb.i else verb
    if noun.dep_ != "root" or noun.pos_ not in _NOMINAL or verb.pos_ != "VERB" or subject.pos_ not in _NOMINAL:
        return None
    if subject.head is not noun or subject.dep_ != "compound" or not _is_past(verb) or _child(noun, "cop") is not None:
        return None
    moved = {verb.i: (verb, "root"), noun.i: (verb, "obj"), subject.i: (verb, "nsubj")}
    if token.is_punct and token.i > noun.i:
        return verb, token.dep_
    return moved.get(token.i, (subject, token.dep_) if token.i < subject.i and token.head is noun else None)


def _is_past(verb: Token) -> bool:
    return "Past" in verb.morph.get("Tense", []) or verb.lower_.endswith("ed")


def _charged(token: Token) -> tuple[Token, str] | None:
    """ "X was accused by Y *of arming* Z", hung on Y as if Y armed Z; also "accused in a report of"."""
    agent, marks = token.head, {c.lower_ for c in token.children if c.dep_ == "mark"}
    verb = agent.head
    passive = agent.dep_ in ("obl:agent", "obl") and _child(verb, "nsubj:pass") is not None
    accuses = any(sense.manner.name == "accuse" for sense in load_speech().verbs.get(verb.lemma_, ()))
    told = token.dep_ == "acl" and ("of" in marks or _before(token) == "of")
    return (verb, "advcl") if told and passive and accuses else None


def _helped(token: Token) -> tuple[Token, str] | None:
    """ "Helped *the army* fight Y", with the noun hung on the verb behind it, or on Y as part of its name."""
    for verb in token.doc.tokens[max(token.i - _NEAR, 1) : token.i + _NEAR]:
        if verb.pos_ == "VERB" and verb.dep_ in ("xcomp", "compound") and (moved := _help(verb)):
            helped, inside = verb.doc[verb.i - 1], token.head is verb.head and verb.dep_ == "compound"
            crossing = inside or (token.head is _foe(verb) and token.head is not token)
            if token.i in moved:
                return moved[token.i]
            if crossing and helped.head is token.head and token.i < helped.i:
                return helped, token.dep_
    return None


def _foe(verb: Token) -> Token | None:
    """What stands behind the verb as its object, or as a noun that the verb is read as a part of."""
    if verb.dep_ == "compound":
        return verb.head
    return next((c for c in verb.children if c.dep_ == "obj" and c.i > verb.i), None)


def _help(verb: Token) -> dict[int, tuple[Token, str]]:
    """Where the words of "helped the army *fight* Y" belong; nothing where they hang there already."""
    helped, foe = verb.doc[verb.i - 1], _foe(verb)
    helper = foe.head if foe is not None and verb.dep_ == "compound" else verb.head
    if helper.lemma_ not in load_lexicon().helping or not helper.i < helped.i or helped.pos_ not in _NOMINAL:
        return {}
    if helped.head is verb and helped.dep_ == "obj":
        return {helped.i: (helper, "obj")}
    if foe is None or helped.head is not foe or foe.dep_ != "obj":
        return {}
    return {helped.i: (helper, "obj"), verb.i: (helper, "xcomp"), foe.i: (verb, "obj")}


def _asked_within(token: Token) -> tuple[Token, str] | None:
    """ "Rebels *who* experts say are armed by Y": the pronoun belongs to the clause that is said."""
    saying = token.head
    if token.lower_ not in _RELATIVE or saying.dep_ != "acl:relcl" or saying.lemma_ not in load_speech().verbs:
        return None
    speaker, told = [c for c in saying.children if c.dep_ == "nsubj" and c is not token], _child(saying, "ccomp")
    if not speaker or told is None or _child(told, "nsubj", "nsubj:pass", "mark") is not None:
        return None
    return told, "nsubj:pass" if _child(told, "aux:pass") is not None else "nsubj"


def _accused(token: Token) -> tuple[Token, str] | None:
    """ "Accuses *X* of arming Y", with X as if something were given to it."""
    verb = token.head
    accuses = any(sense.manner.name == "accuse" for sense in load_speech().verbs.get(verb.lemma_, ()))
    return (verb, "obj") if token.dep_ == "iobj" and accuses and _child(verb, "obj") is None else None


def _charged_too(token: Token) -> tuple[Token, str] | None:
    """ "Accused X of arming Y and *Z* of training W": Z is the second that is accused, and no companion of Y."""
    for other in token.doc.tokens[max(token.i - _FAR, 0) : token.i + 1]:
        if other.dep_ != "conj" or (deed := _deed_of(other)) is None or (accuser := _accuser(other)) is None:
            continue
        moved = {other.i: (accuser, "obj"), deed.i: (other, "acl")}
        if deed.dep_ == "compound":  # "training officers", read as officers for training
            moved[deed.head.i] = (deed, "obj")
            moved |= {c.i: (deed, "mark") for c in deed.head.children if c.i == deed.i - 1}
        return moved.get(token.i)
    return None


def _deed_of(noun: Token) -> Token | None:
    """The participle right behind a name and the preposition of a charge."""
    words, end = noun.doc.tokens, noun.i + 1
    while end < len(words) and words[end].dep_ == "flat":
        end += 1
    behind = words[end : end + 2]
    found = len(behind) == 2 and behind[0].lower_ in ("of", "for") and behind[1].pos_ == "VERB"
    return behind[1] if found and behind[1].lower_.endswith("ing") else None


def _accuser(second: Token) -> Token | None:
    """The verb of charge above that has charged somebody with a first deed already."""
    for verb in second.ancestors:
        if any(sense.manner.name == "accuse" for sense in load_speech().verbs.get(verb.lemma_, ())):
            first = _child(verb, "obj", "iobj")
            below = [*verb.children, *first.children] if first is not None else []
            deeds = [c.i for c in below if c.pos_ == "VERB" or c.dep_ == "obl"]
            return verb if first is not None and any(first.i < deed < second.i for deed in deeds) else None
    return None


def _child(token: Token, *deps: str) -> Token | None:
    return next((c for c in token.children if c.dep_ in deps), None)


def _before(token: Token) -> str:
    """The word before the token."""
    return token.doc[token.i - 1].text if token.i else ""


# Applied in turn; what the second repairs may hang on what the first has moved.
_RULES = (
    (_resumed, _spoken, _in_relative, _beside, _each_its_own, _begins, _of_all, _of_one),
    (_charged, _accused, _charged_too, _helped, _asked_within),
    (_who_says, _says_at_end, _whose, _part_of_verb, _as_noun),
    (_whose_clause,),
)
