"""Relative clauses and participles: whom they tell of, and where they end."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from imbroglio.knowledge.lexicon import load_lexicon
from imbroglio.knowledge.load import nouns
from imbroglio.language.mending.words import (
    NOMINAL,
    RELATIVE,
    VERBAL,
    agrees,
    awaits,
    before,
    child,
    finite_of,
    follows,
    hung_as,
    is_by,
    is_past,
    is_singular,
    name_head,
)
from imbroglio.model import Relation

if TYPE_CHECKING:
    from imbroglio.language.plain import Token

# How a clause hangs that may tell of a noun.
_SEVERAL = frozenset({"have", "are", "were"})
_WHERE = frozenset({"in", "at", "near", "to", "into", "around", "outside"})
_BEHIND = frozenset({"acl:relcl", "advcl:relcl", "advcl", "parataxis", "ccomp"})


@hung_as("conj")
def resumed(token: Token) -> tuple[Token, str] | None:
    """ "X, which is backed by A, and *Y* agreed": a comma ends what a comma has begun, and Y is listed with X."""
    first, joint = token.head, child(token, "cc")
    clause = first.head
    if joint is None or clause.dep_ != "acl:relcl" or not clause.i < first.i < joint.i:
        return None
    opening = clause.left_edge
    parted = "," in (opening.text, before(opening)) and before(joint) == ","
    alone = sum(c.dep_ == "conj" for c in first.children) == 1
    return (clause.head, "conj") if parted and alone else None


@hung_as("conj")
def in_relative(token: Token) -> tuple[Token, str] | None:
    """ "The officers armed the Ferns, a group that left the army and *fights* it": it is the group that does."""
    first, own = token.head, child(token.head, "nsubj")
    if first.dep_ == "acl:relcl" or own is None or {token.pos_, first.pos_} - VERBAL:
        return None
    if child(token, "nsubj", "nsubj:pass") is not None or child(token, "cc") is None:
        return None
    clauses = [t for t in token.doc.tokens[first.i + 1 : token.i] if t.dep_ == "acl:relcl" and first in t.ancestors]
    inner = clauses[-1] if clauses else None
    if inner is None or (subject := child(inner, "nsubj")) is None or subject.lower_ not in RELATIVE:
        return None
    singular = "Plur" not in inner.head.morph.get("Number", [])
    return (inner, "conj") if singular and is_singular(token) and not agrees(token, own) else None


@hung_as("conj")
def begins(token: Token) -> tuple[Token, str] | None:
    """ "X trains the army, and *Y*, which bombed Z, keeps its bases": a new clause begins with Y."""
    joint, above = child(token, "cc"), token.head
    if joint is None or before(joint) != "," or token.pos_ == "VERB":
        return None
    while above.pos_ not in VERBAL and above.head is not above:
        above = above.head
    end = max([token.right_edge.i, *(c.right_edge.i for c in token.head.children if follows(c, token))])
    behind = [v for v in above.children if v.i > end and v.dep_ in ("conj", "parataxis")]
    verb = next((v for v in behind if v.pos_ in VERBAL and not child(v, "nsubj", "nsubj:pass", "cc")), None)
    if verb is None or "Fin" not in finite_of(verb).morph.get("VerbForm", []):
        return None
    return (verb, "nsubj") if verb.left_edge.i - end <= 2 else None


@hung_as("acl:relcl")
def of_all(token: Token) -> tuple[Token, str] | None:
    """ "The Front, an alliance of groups *that X leads*": X leads the alliance, and so where the verb is singular.

    So too "the Front is a group of factions *that is* led by X".
    """
    inner = token.head
    whole = inner.head
    called = (whole.dep_ == "appos" and whole.head.pos_ == "PROPN") or child(whole, "cop") is not None
    if inner.dep_ != "nmod" or not called:
        return None
    pronoun = next((c for c in token.children if c.lower_ in ("that", "which")), None)
    own = child(token, "nsubj", "nsubj:pass")
    if pronoun is None or own is None or "Plur" not in inner.morph.get("Number", []):
        return None
    singular = own.i != pronoun.i or "Sing" in finite_of(token).morph.get("Number", [])
    return (whole, token.dep_) if singular and "Plur" not in whole.morph.get("Number", []) else None


@hung_as("acl:relcl")
def of_one(token: Token) -> tuple[Token, str] | None:
    """ "The fighters of X, *who has* denounced Y": it is X who has."""
    many, own = token.head, child(token, "nsubj", "nsubj:pass")
    inside = [c for c in many.children if c.dep_ == "nmod" and many.i < c.i < token.left_edge.i]
    if own is None or own.lower_ not in RELATIVE or not inside:
        return None
    plural, one = "Plur" in many.morph.get("Number", []), inside[-1]
    singular = "Sing" in finite_of(token).morph.get("Number", []) and "Plur" not in one.morph.get("Number", [])
    return (one, token.dep_) if plural and singular and one.pos_ == "PROPN" else None


@hung_as("acl:relcl")
def of_thing(token: Token) -> tuple[Token, str] | None:
    """ "The head of X, *to which* Y has sent boats", "the leader of X, *which* fights": no person is a which."""
    person = token.head
    inside = [c for c in person.children if c.dep_ == "nmod" and person.i < c.i < token.left_edge.i]
    if not inside or person.lemma_ not in nouns("offices") or inside[-1].pos_ != "PROPN":
        return None
    opening = token.doc.tokens[token.left_edge.i : token.i]
    return (inside[-1], token.dep_) if any(t.lower_ == "which" for t in opening) else None


@hung_as("acl:relcl")
def of_person(token: Token) -> tuple[Token, str] | None:
    """ "The party of President X, *whom* Y has jailed": no party is a who, unless it is several ("who *have* fled")."""
    body = token.head
    inside = [c for c in body.children if c.dep_ == "nmod" and body.i < c.i < token.left_edge.i]
    if not inside or body.lemma_.lower() not in _bodies():
        return None
    opening = [t.lower_ for t in token.doc.tokens[token.left_edge.i : token.i]]
    asked, person = any(w in ("who", "whom") for w in opening), inside[-1]
    one = "Plur" not in body.morph.get("Number", []) and not any(w in _SEVERAL for w in opening)
    case = child(person, "case")
    titled = child(person, "nmod:desc") is not None or person.ent_type_ == "PERSON" or _has_parts(person)
    known = person.pos_ == "PROPN" and titled and case is not None and case.lower_ == "of"
    return (person, token.dep_) if asked and one and known and person.ent_type_ != "PLACE" else None


@hung_as("acl:relcl")
def of_leader(token: Token) -> tuple[Token, str] | None:
    """ "The leader of the Front, *whom* Y accuses", hung on the front: no name of a body is a who."""
    body = token.head
    leader, case = body.head, child(body, "case")
    if body.dep_ != "nmod" or case is None or case.lower_ != "of":
        return None
    opening = [t.lower_ for t in token.doc.tokens[token.left_edge.i : token.i]]
    asked = any(w in ("who", "whom") for w in opening) and not any(w in _SEVERAL for w in opening)
    named = body.pos_ == "PROPN" and body.ent_type_ != "PERSON" and child(body, "nmod:desc", "appos") is None
    leads = leader.lemma_.lower() in load_lexicon().titles and "Plur" not in leader.morph.get("Number", [])
    return (leader, token.dep_) if asked and named and leads else None


def _has_parts(name: Token) -> bool:
    """Whether a name is made of a first name and a family's: "Gibril *Ibrahim*"."""
    return any(c.dep_ == "flat" and c.pos_ == "PROPN" for c in name.children)


@cache
def _bodies() -> frozenset[str]:
    """Nouns for what one person may lead, and is no person."""
    groups = nouns("fighters", "groups") | nouns("forces", "units")
    return groups | nouns("collectives") | nouns("parties") | nouns("governments", "rule") | nouns("organs")


@hung_as("acl:relcl")
def of_second(token: Token) -> tuple[Token, str] | None:
    """ "X, whose men fled, and Y, *which* stayed": each has its own."""
    first = token.head
    start = token.left_edge.i - (token.left_edge.text != ",")
    last = name_head(token.doc[start - 1], token) if start > 1 else token
    if first.dep_ == "appos" and last.pos_ == "PROPN" and last.dep_ == "conj":
        joint = child(last, "cc")  # "X, an ally of Y, and Z, *which* stayed", told of the ally
        parted = joint is not None and before(joint) == "," and token.doc[start].text == ","
        return (last, token.dep_) if parted and first.i < last.i and token not in last.ancestors else None
    others = [c for c in first.children if c.dep_ == "conj" and first.i < c.i < token.left_edge.i]
    if not others or child(others[-1], "cc") is None:
        return None
    own = any(c.dep_ in ("acl:relcl", "appos", "acl") and first.i < c.i < others[-1].i for c in first.children)
    return (others[-1], token.dep_) if own and follows(token, others[-1]) else None


@hung_as("acl:relcl")
def of_object(token: Token) -> tuple[Token, str] | None:
    """ "Said a trader, blaming soldiers *he said* had fled": told of the soldiers, and of no trader."""
    opening = token.left_edge
    if opening.dep_ != "nsubj" or opening.head is not token or opening.lower_ in RELATIVE:
        return None
    noun = token.doc[opening.i - 1] if opening.i else token
    apart = noun.pos_ == "NOUN" and token.head not in (noun, *noun.ancestors) and noun.i > token.head.i
    return (noun, token.dep_) if apart and token not in noun.ancestors else None


@hung_as("conj", "nsubj", "dep", "obj")
def whom(token: Token) -> tuple[Token, str] | None:
    """ "Who fled and *whom* X accuses", with the pronoun joined to one before, or hung on the verb of the sentence."""
    if token.lower_ != "whom" or token.i + 1 == len(token.doc):
        return None
    own = token.doc[token.i + 1]
    verb = own.head if token.dep_ == "obj" and own.dep_ == "nsubj" else token.head
    astray = verb.pos_ == "VERB" and token.i < verb.i and (token.dep_ != "obj" or verb is not token.head)
    return (verb, "obj") if astray and child(verb, "obj") is None else None


@hung_as("acl:relcl")
def of_deed(token: Token) -> tuple[Token, str] | None:
    """ "An attack on a post *that killed* ten", hung on the post: a post kills nobody."""
    place = token.head
    deed = place.head
    if place.dep_ != "nmod" or deed.pos_ != "NOUN" or deed.i > place.i:
        return None
    lexicon, own = load_lexicon(), child(token, "nsubj")
    fights = Relation.FIGHTS in lexicon.of_noun(deed.lemma_)
    kills = Relation.FIGHTS in lexicon.of_verb(token.lemma_)
    told = own is not None and own.lower_ in RELATIVE and place.lemma_ in lexicon.struck | lexicon.bystanders
    return (deed, token.dep_) if fights and kills and told else None


@hung_as("acl")
def of_unit(token: Token) -> tuple[Token, str] | None:
    """ "A faction of X *led* by Z", hung on X: it is the faction that Z leads.

    So too "a coalition of gangs *led* by Z", where Z is one person.
    """
    inner, lexicon = token.head, load_lexicon()
    unit = inner.head
    if inner.dep_ != "nmod" or child(token, "obl:agent", "obl") is None:
        return None
    leads = Relation.LEADS in lexicon.of_verb(token.lemma_)
    one = any(c.dep_ == "det" and c.lower_ in ("a", "an") for c in unit.children) and child(inner, "case") is not None
    known = unit.lower_ in lexicon.units | lexicon.detachments | lexicon.possessions
    known = known or (unit.lower_ in nouns("collectives", "leagues") and _is_by_one(token))
    return (unit, "acl") if leads and one and known and before(token) != "," else None


def _is_by_one(deed: Token) -> bool:
    """Whether one name stands behind "by"."""
    agents = [c for c in deed.children if c.dep_ in ("obl:agent", "obl") and c.pos_ == "PROPN"]
    return len(agents) == 1 and child(agents[0], "conj") is None and "Plur" not in agents[0].morph.get("Number", [])


@awaits("whom", "which")
@hung_as(*_BEHIND)
def of_whom(token: Token) -> tuple[Token, str] | None:
    """ "An ally of the clans of X, *many of whom* had fought Y": the clans had, who are several."""
    first = token.left_edge.i + (token.left_edge.text == ",")
    opening = token.doc.tokens[first : first + 3]
    if len(opening) < 3 or first < 2 or before(opening[0]) != ",":
        return None
    if opening[1].lower_ != "of" or opening[2].lower_ not in ("whom", "which") or opening[2].i > token.i:
        return None
    noun = name_head(token.doc[first - 2], token)
    while "Plur" not in noun.morph.get("Number", []) and noun.dep_ == "nmod" and noun.head is not noun:
        noun = noun.head
    return (noun, "acl:relcl") if noun.pos_ in NOMINAL and token not in noun.ancestors else None


@hung_as("acl:relcl")
def of_nearest(token: Token) -> tuple[Token, str] | None:
    """ "Killed protesters in the valley, *which surrounds* X": what is one cannot be told of several, nor of people."""
    many, own = token.head, child(token, "nsubj")
    comma = token.left_edge.i - (token.left_edge.text != ",")
    several = _are_several(many) or many.lower_ == "one"  # "is one of the groups armed by X, *which* is led by Y"
    if own is None or own.lower_ != "which" or not several:
        return None
    people = many.lemma_ in load_lexicon().bystanders | load_lexicon().groups["hands"] | nouns("offices")
    alone = is_singular(token) or (people and finite_of(token).lower_ not in _SEVERAL)  # no villagers are a which
    if comma < 1 or token.doc[comma].text != "," or not alone:
        return None
    noun = name_head(token.doc[comma - 1], token)
    single = noun.pos_ in NOMINAL and "Plur" not in noun.morph.get("Number", []) and child(noun, "conj") is None
    return (noun, token.dep_) if single and noun.i > many.i and token not in noun.ancestors else None


@cache
def _ground() -> frozenset[str]:
    """Verbs whose object is ground that is taken, held or closed in on."""
    verbs, kinds = load_lexicon().verbs.items(), {Relation.ADVANCES_ON, Relation.CONTROLS}
    taking = {verb for verb, senses in verbs for s in senses if s.frame.relation in kinds and "obj" in s.frame.patient}
    return frozenset(taking) | load_lexicon().groups["siege"]


@hung_as(*_BEHIND)
def of_place(token: Token) -> tuple[Token, str] | None:
    """ "Dropped bombs on Mogok, *which* they *captured*", "went to Goma, *held* by X", hung further back.

    What is taken or held is the place that stands right before.
    """
    opening, lexicon = _opening(token), load_lexicon()
    if opening.i < 2 or before(opening) != ",":
        return None
    place = name_head(token.doc[opening.i - 2], opening)
    if not _is_ground(place) or place in (token.head, token) or token in place.ancestors:
        return None
    if lexicon.verb(token.lemma_.lower(), token.lower_) not in _ground() or token.head.ent_type_ == "PLACE":
        return None
    own = child(token, "nsubj")
    if opening.lower_ == "which" and token.dep_ == "acl:relcl":
        return (place, token.dep_) if own is not None and own.i > opening.i else None
    bare = child(token, "nsubj", "nsubj:pass", "mark", "aux", "aux:pass") is None and is_past(token)
    by = any(c.dep_.startswith("obl") and is_by(c) for c in token.children)
    return (place, "acl") if bare and by and token.dep_ == "advcl" else None


@awaits("which")
@hung_as("acl:relcl")
def of_crossed(token: Token) -> tuple[Token, str] | None:
    """ "Killed ten men and accused *Chad*, *which* arms Y", hung on the men across the verb between: told of Chad."""
    opening, many = _opening(token), token.head
    if opening.lower_ != "which" or opening.i < 2 or before(opening) != ",":
        return None
    noun = name_head(token.doc[opening.i - 2], opening)
    over = [up for up in noun.ancestors if up.i > many.i]
    crossed = many not in noun.ancestors and noun.i > many.i and any(up.pos_ in VERBAL for up in over)
    return (noun, token.dep_) if crossed and noun.pos_ in NOMINAL and token not in noun.ancestors else None


def _opening(clause: Token) -> Token:
    """The word that a clause begins with, be its comma a part of it or not."""
    first = clause.left_edge
    return first.nbor() if first.text == "," and first is not clause else first


def _is_ground(name: Token) -> bool:
    """Whether a name is one of a place, by itself or by what stands before it."""
    case = child(name, "case")
    return name.ent_type_ == "PLACE" or (name.pos_ == "PROPN" and case is not None and case.lower_ in _WHERE)


def _are_several(noun: Token) -> bool:
    groups = load_lexicon().groups
    return "Plur" in noun.morph.get("Number", []) or noun.lemma_ in nouns("offices") | groups["hands"]


@awaits("whose")
def whose(token: Token) -> tuple[Token, str] | None:
    """ "X, *whose* Front fought Y", read as a second subject."""
    behind = token.doc.tokens[token.i + 1 : token.i + 2]
    noun = behind[0] if token.lower_ == "whose" and token.dep_ != "nmod:poss" and behind else None
    return (noun, "nmod:poss") if noun is not None and noun.pos_ in NOMINAL and noun.dep_ == "nsubj" else None


@hung_as("acl:relcl", "advcl", "parataxis")
def whose_clause(token: Token) -> tuple[Token, str] | None:
    """ "…, and Y, *which* bombed Z, keeps …": told of Y, where Y begins a clause and a parse hangs it further back.

    "Crossed into Y, *whose* army disarmed them" is told of Y as well, and no clause beside the first.
    """
    opening = _opening(token)
    if opening.lower_ == "whose" and token.dep_ in ("advcl", "parataxis") and opening.i > 1 and before(opening) == ",":
        noun = name_head(token.doc[opening.i - 2], opening)
        return (noun, "acl:relcl") if noun.pos_ in NOMINAL and token not in noun.ancestors else None
    if token.dep_ != "acl:relcl" or opening.lower_ not in ("which", "who") or opening.i < 2:
        return None
    noun = name_head(token.doc[opening.i - 2], opening) if before(opening) == "," else token
    return (noun, token.dep_) if noun.dep_ == "nsubj" and token.head.i < noun.i else None


@awaits("whose")
@hung_as("nsubj")
def whose_object(token: Token) -> tuple[Token, str] | None:
    """ "X, *whose army* Y accuses of", read as two subjects: it is accused."""
    verb, owner = token.head, child(token, "nmod:poss")
    if owner is None or owner.lower_ != "whose" or child(verb, "obj") is not None:
        return None
    other = next((c for c in verb.children if c.dep_ == "nsubj" and token.i < c.i < verb.i), None)
    return (verb, "obj") if other is not None and other.left_edge.i == token.right_edge.i + 1 else None


def counted_whom(token: Token) -> tuple[Token, str] | None:
    """ "The mercenaries, *several hundred* of whom *were paid* by X": those hundreds are told of, and nobody above."""
    for count in (token, *token.children, *token.head.children):
        many = count.head
        whom = next((c for c in count.children if c.lower_ in ("whom", "which") and c.dep_ == "nmod"), None)
        if whom is None or count.dep_ != "appos" or count.i < many.i:
            continue
        behind = token.doc.tokens[whom.i + 1 : token.sent.end]
        verb = next((t for t in behind if t.pos_ == "VERB" and t.dep_ != "case"), None)
        if verb is None or child(verb, "nsubj", "nsubj:pass", "mark") is not None or many in verb.subtree:
            continue
        passive = child(verb, "aux:pass") is not None
        found = {count.i: (verb, "nsubj:pass" if passive else "nsubj"), verb.i: (many, "acl:relcl")}.get(token.i)
        if found is not None:
            return found
    return None


@hung_as("advcl", "nsubj", "nsubj:pass")
def of_subject(token: Token) -> tuple[Token, str] | None:
    """ "*Villagers* *opposed* to X joined Y", read as if they had joined being opposed."""
    clause = token if token.dep_ == "advcl" else token.head
    doer, verb = child(clause, "nsubj", "nsubj:pass"), clause.head
    if clause.dep_ != "advcl" or doer is None or child(verb, "nsubj", "nsubj:pass") is not None:
        return None
    if not clause.i - 1 == doer.right_edge.i < verb.i or child(clause, "mark", "aux", "aux:pass", "cop") is not None:
        return None
    if doer.pos_ not in NOMINAL or any(t.text == "," for t in token.doc[clause.i : verb.i]):
        return None
    return (doer, "acl") if token is clause else (verb, "nsubj") if token is doer else None
