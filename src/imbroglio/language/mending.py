"""What the parser gets wrong time and again, put right in the tree that everything else reads."""

from __future__ import annotations

from typing import TYPE_CHECKING

from imbroglio.knowledge.speech import load_speech

if TYPE_CHECKING:
    from imbroglio.language.plain import Doc, Token

_VERBAL = frozenset({"VERB", "AUX"})
_SINGULAR, _PLURAL = frozenset({"has", "is", "was"}), frozenset({"have", "are", "were"})
_ARTICLES = frozenset({"a", "an", "the"})


def mend(doc: Doc) -> None:
    """Hang some words elsewhere."""
    for rules in _RULES:
        repairs = [
            (token, *found) for token in doc if (found := next(filter(None, (rule(token) for rule in rules)), None))
        ]
        for token, head, dep in repairs:
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


def _agrees(verb: Token, subject: Token) -> bool:
    """Whether the number of the verb's auxiliary, if it tells one, fits the subject."""
    words = {c.lower_ for c in verb.children if c.dep_ in ("aux", "aux:pass", "cop")}
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
    """ "…, and Y, *which* bombed Z, keeps …": told of Y, where Y begins a clause and a parse hangs it further back."""
    opening = token.left_edge
    opening = token.doc[opening.i + 1] if opening.text == "," else opening
    if token.dep_ != "acl:relcl" or opening.lower_ not in ("which", "who") or opening.i < 2:
        return None
    noun = token.doc[opening.i - 2] if _before(opening) == "," else token
    while noun.dep_ in ("flat", "compound") and noun.head.i < opening.i:
        noun = noun.head
    return (noun, token.dep_) if noun.dep_ == "nsubj" and token.head.i < noun.i else None


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
    if token.dep_ != "acl:relcl" or own is None or own.lower_ not in ("who", "which", "that") or not inside:
        return None
    plural, one = "Plur" in many.morph.get("Number", []), inside[-1]
    singular = "Sing" in _finite(token).morph.get("Number", []) and "Plur" not in one.morph.get("Number", [])
    return (one, token.dep_) if plural and singular and one.pos_ == "PROPN" else None


def _charged(token: Token) -> tuple[Token, str] | None:
    """ "X was accused by Y *of arming* Z", hung on Y as if Y armed Z; also "accused in a report of"."""
    agent, marks = token.head, {c.lower_ for c in token.children if c.dep_ == "mark"}
    verb = agent.head
    passive = agent.dep_ in ("obl:agent", "obl") and _child(verb, "nsubj:pass") is not None
    accuses = any(sense.manner.name == "accuse" for sense in load_speech().verbs.get(verb.lemma_, ()))
    told = token.dep_ == "acl" and ("of" in marks or _before(token) == "of")
    return (verb, "advcl") if told and passive and accuses else None


def _child(token: Token, *deps: str) -> Token | None:
    return next((c for c in token.children if c.dep_ in deps), None)


def _before(token: Token) -> str:
    """The word before the token."""
    return token.doc[token.i - 1].text if token.i else ""


# Applied in turn; what the second repairs may hang on what the first has moved.
_RULES = ((_resumed, _spoken, _beside, _begins, _of_all, _of_one, _charged), (_whose_clause,))
