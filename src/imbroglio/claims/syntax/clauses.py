"""Who acts and who is acted on in a clause, with what English leaves unsaid.

Passives, relative clauses, participles, control and shared arguments of coordinated verbs are undone here, once (UD v2
guidelines, https://universaldependencies.org/u/dep/).
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from imbroglio.claims.syntax.control import (
    asked,
    is_felt,
    is_gapped,
    is_infinitive,
    lifted,
    shared_deed,
    so_do,
    thanked,
)
from imbroglio.claims.syntax.misread import (
    across,
    behind_opening,
    crossing,
    led_astray,
    second_subject,
    speaks_behind,
)
from imbroglio.claims.syntax.objects import has_gap_object, in_series, is_lent, is_passive, objects, own_objects
from imbroglio.claims.syntax.phrases import (
    DEPTH,
    RELATIVES,
    case_of,
    child,
    described,
    expand,
    is_plural,
    noun_lemma,
    prepositional,
    spread,
    verb_lemma,
    whole,
)
from imbroglio.knowledge.lexicon import load_lexicon
from imbroglio.knowledge.speech import load_speech
from imbroglio.model import Relation, RelationClass

if TYPE_CHECKING:
    from imbroglio.language.plain import Token

_OBJECT_CONTROL = frozenset({"of", "from", "for", "against", "into"})
_CHARGES = frozenset({"suspicion", "charge", "accusation"})
_THEN = frozenset({"then", "now", "once", "by", "later"})
_IN_COURSE = frozenset({"in", "at", "toward", "towards"})
_CHARGING = frozenset({"of", "with", "for"})
_HUNG = frozenset({"advcl", "acl", "conj", "appos", "nmod", "obl", "obl:agent", "obj", "xcomp"})
_SUBJECT_CONTROL = frozenset({"promise", "vow", "threaten"})
_SUBJECT = frozenset({"nsubj", "nsubj:pass", "nsubj:outer"})
_GIFTS = frozenset({Relation.ARMS, Relation.FUNDS, Relation.ASSISTS, Relation.SHELTERS})
_THIRD = frozenset({"its", "their", "his", "her"})


def subjects(verb: Token, depth: int = 0) -> list[Token]:
    """The surface subject of a verb or predicate, found through control, coordination and modification."""
    if depth > DEPTH:
        return []
    own = _own_subject(verb)
    if own is not None:
        return [*_first_of_two(own), *spread(own), *so_do(verb)]
    if (first := _first_passive(verb)) is not None:
        return subjects(first, depth + 1)
    head = verb.head
    if head == verb:
        return []
    if is_felt(verb):
        return []
    if (found := _accused(verb) or lifted(verb) or asked(verb) or thanked(verb)) is not None:
        return spread(found)
    if verb.dep_ == "conj":
        return subjects(head, depth + 1) if head.dep_ != "conj" or head.head != head else []
    if verb.dep_ == "xcomp" or (verb.dep_ == "advcl" and _is_object_controlled(verb)):
        controller = child(head, "obj", "iobj")
        lent = verb.dep_ == "xcomp" and controller is not None and is_lent(controller, verb)
        if controller is not None and not lent and not is_passive(head) and head.lemma_ not in _SUBJECT_CONTROL:
            undertaken = _is_undertaking(controller, head)  # "began its operation to isolate Y"
            return (owner(controller, depth + 1) if undertaken else []) or spread(controller)
        if controller is None and (used := _used_relative(verb)):
            return used
        return subjects(head, depth + 1)
    if verb.dep_ in ("advcl", "ccomp", "parataxis") and not _own_clause(verb):
        return _of_clause(verb, head, depth)
    return _of_modifier(verb, head, depth) if verb.dep_.startswith(("acl", "amod")) else []


def _used_relative(verb: Token) -> list[Token]:
    """ "The fifty *that X authorised to help* Y": they help, where the clause has what is helped itself."""
    head = verb.head
    told = has_gap_object(head) and not is_passive(head) and child(verb, "obj") is not None and is_infinitive(verb)
    if not told or head.lower_ not in load_lexicon().object_control or head.lower_ in load_lexicon().wanting:
        return []
    return described(head.head, verb)


def _of_modifier(verb: Token, head: Token, depth: int) -> list[Token]:
    """The subject of a clause that modifies a noun."""
    if verb.dep_ == "acl" and head.lemma_ in _CHARGES and head.dep_ in ("obl", "nmod") and head.head.pos_ == "VERB":
        return undergoers(head.head)  # "arrested X on suspicion of smuggling"
    if (
        verb.dep_ == "acl"
        and _is_object_controlled(verb)
        and (head.dep_ != "obj" or head.head.lower_ in load_lexicon().light)
    ):
        return owner(head, depth + 1) or (subjects(head.head, depth + 1) if head.dep_ == "obl" else [])
    if verb.dep_ == "acl" and _is_in_course(verb):
        return owner(head, depth + 1)
    if verb.dep_ == "acl" and head.dep_ == "appos" and is_infinitive(verb) and child(head, "nmod:poss") is None:
        return described(head, verb)  # "X, the last state *to recognise* Y"
    if verb.dep_ == "acl" and verb.lower_.endswith("ing") and _is_put_out(head):
        return subjects(head.head, depth + 1)
    done = child(verb, "aux:pass") is not None  # "a force to be led by X"
    if verb.dep_ == "acl:relcl" or (verb.dep_ in ("acl", "amod") and (done or not is_infinitive(verb))):
        return [] if has_gap_object(verb) else described(head, verb)
    if verb.dep_ == "acl":
        return _receivers(verb) if _has_relative(verb) and _gives(head) else owner(head, depth + 1)
    return []


def _is_put_out(text: Token) -> bool:
    """ "X issued *a statement* condemning Y": whoever puts out a text speaks in it."""
    speech = load_speech()
    return text.dep_ == "obj" and text.lemma_ in speech.texts and text.head.lemma_ in speech.issuing


def _then(verb: Token, head: Token) -> Token | None:
    """ "Armed the OLF, *then* led by X": set off right behind the object, it is said of that."""
    thing, first = child(head, "obj"), verb.left_edge
    if verb.dep_ != "advcl" or thing is None or thing.i > verb.i or child(verb, "mark") is not None:
        return None
    first = first.nbor() if first.text == "," and first.i + 1 < len(first.doc) else first
    near = thing.right_edge.i in (first.i - 2, first.i - 1)
    if near and verb.lower_ in load_lexicon().bearing:
        return thing  # "shelled a barracks housing soldiers"
    return thing if near and first.lower_ in _THEN and "Part" in verb.morph.get("VerbForm", []) else None


def _of_clause(verb: Token, head: Token, depth: int) -> list[Token]:
    """The subject of a clause below `head` that names none: mostly that of `head`, of a purpose often another."""
    purpose = verb.dep_ == "advcl" and is_infinitive(verb) and not _is_weighed(verb)
    venture = child(head, "obj") if purpose else None
    if venture is not None and noun_lemma(venture) in load_lexicon().nouns and child(venture, "nmod:poss") is not None:
        return owner(venture, depth + 1)  # "welcomed the army's offensive to retake X"
    if (of_object := _then(verb, head)) is not None:
        return spread(of_object)
    if _is_helped_in(verb, head) and (helped := objects(head)):
        return helped
    if verb.lower_.endswith("ing") and verb.i > head.i and is_passive(head) and (doers := agents(head, depth + 1)):
        return doers  # "was ambushed by X, killing ten"
    if purpose and (supplied := _supplied(head)):
        return supplied
    if purpose and is_passive(head) and head.lower_ in load_lexicon().instrument and (users := agents(head, depth + 1)):
        return users  # "drones were used by X to bomb Y"
    if purpose and head.lower_ in load_lexicon().object_control and (paid := objects(head)):
        users = subjects(head, depth + 1) if head.lower_ in load_lexicon().instrument else []
        paid = paid if not users else [t for t in paid if not _is_occasion(t)]  # "used *the truce* to ship rockets"
        return [*users, *paid]  # "paid the militia to fight"; "used a company to wire money"
    sent = (
        [t for t in objects(head) if not _is_bare_unit(t)] if purpose and head.lower_ in load_lexicon().sending else []
    )
    return [*subjects(head, depth + 1), *sent, *_fellows(verb, head)]  # "sent troops to fight": both do


def _is_helped_in(verb: Token, head: Token) -> bool:
    """ "Supported the army *in retaking* X": the army retakes it."""
    inside = any(c.dep_ in ("mark", "case") and c.lower_ == "in" for c in verb.children)
    helps = any(relation.sign > 0 for relation in load_lexicon().of_verb(verb_lemma(head)))
    joins = head.lower_ in load_lexicon().joint | load_lexicon().accompanying
    return inside and verb.lower_.endswith("ing") and helps and not joins and not is_passive(head)


def _is_weighed(verb: Token) -> bool:
    """ "*Rather than arm* X, Y armed Z", "would rather arm X *than talk* to Z": no purpose, but what is not done."""
    return any(c.dep_ == "mark" and c.lower_ in ("rather", "than") for c in verb.children)


def _is_occasion(noun: Token) -> bool:
    """A truce, an attack, a road or a camp: whoever uses it does the deed alone."""
    lexicon, lemma = load_lexicon(), noun_lemma(noun)
    deed = lemma in lexicon.nouns or lemma in lexicon.groups["pact"] or lemma in lexicon.groups["talks"]
    return noun.pos_ == "NOUN" and (deed or lemma in lexicon.struck or lemma in lexicon.settlements)


def _is_bare_unit(noun: Token) -> bool:
    """ "Sent two *battalions*", "sent several hundred *men* to fight": the sender's, where nothing else is told."""
    lexicon, own = load_lexicon(), noun_lemma(noun)
    hands = own in lexicon.groups["hands"]
    told = [c for c in noun.children if c.dep_ in ("amod", "compound", "nmod", "acl", "acl:relcl", "appos")]
    if hands:
        told = [c for c in told if c.dep_ != "amod" or c.text[:1].isupper()]
    return noun.pos_ == "NOUN" and (hands or own in lexicon.units) and not told


def _has_relative(verb: Token) -> bool:
    return any(c.lower_ in RELATIVES for c in verb.children)


def _gives(noun: Token) -> bool:
    """ "Gave the rebels guns and a base", of either thing."""
    first = noun.head if noun.dep_ == "conj" else noun
    lexicon = load_lexicon()
    return first.dep_ == "obj" and verb_lemma(first.head) in lexicon.give


def _receivers(verb: Token) -> list[Token]:
    """Who acts from what was given: "gave the rebels a base from which to raid Y"."""
    thing = verb.head.head if verb.head.dep_ == "conj" else verb.head
    whom = [c for c in thing.head.children if c.dep_ == "iobj" or (c.dep_ == "obl" and case_of(c) == "to")]
    return [m for c in whom for m in spread(c)]


def _supplied(verb: Token) -> list[Token]:
    """Whose purpose it is: "sent weapons to the rebels to fight Y", where the rebels do; troops that are sent go by it.

    Of "sent the rebels rifles" a parse may make rifles of a kind; but words that tell a kind stand in the singular.
    """
    lexicon = load_lexicon()
    given = [
        c for c in verb.children if c.dep_ in ("obj", "nsubj:pass") and lexicon.things.get(noun_lemma(c)) in _GIFTS
    ]
    if verb_lemma(verb) not in lexicon.give or not given or _sail(verb, given):
        return []
    whom = [c for c in verb.children if c.dep_ == "iobj" or (c.dep_ == "obl" and case_of(c) in ("to", "for"))]
    whom = whom or [c for thing in given for c in thing.children if c.dep_ == "compound" and is_plural(c)]
    return [m for c in whom for m in spread(c)]


def _sail(verb: Token, things: list[Token]) -> bool:
    """ "Sent two aircraft to Y *to search for Z*", "sent instructors to Y to train Z": whoever sent them does."""
    lexicon = load_lexicon()
    vessels = lexicon.groups["vessel"] | lexicon.fleet
    sent = verb.lower_ in lexicon.sending and child(verb, "iobj") is None
    return sent and all(noun_lemma(c) in vessels or (noun_lemma(c) in lexicon.lessons and is_plural(c)) for c in things)


def _own_subject(verb: Token) -> Token | None:
    """The subject that a clause has itself; of several in front of the verb the nearest, as one is stray.

    Where a parse hangs it across the verb on the object ("Abu Dhabi bankrolls the force"), it is taken from there.
    """
    found = [c for c in verb.children if c.dep_ in _SUBJECT and not speaks_behind(c, verb)]
    before = [c for c in found if c.i < verb.i]
    if found:
        return before[-1] if before else found[0]
    return across(verb) or led_astray(verb) or behind_opening(verb) or crossing(verb)


def _first_of_two(subject: Token) -> list[Token]:
    """ "M23 and, Pretoria says, Rwandan regulars attacked", where an aside parts two that act together."""
    before = [c for c in subject.head.children if c.dep_ == subject.dep_ and c.i < subject.i]
    if not before or before[-1].right_edge.i + 1 == len(subject.doc):  # a parse that crosses may end the text with it
        return []
    return spread(before[-1]) if before[-1].right_edge.nbor().lower_ in ("and", "as") else []


def _first_passive(verb: Token) -> Token | None:
    """ "Was arrested by A, decorated by B and expelled by C", where B's deed is hung on A as if A were decorated."""
    above = verb.head.head
    comma = verb.i > 0 and verb.nbor(-1).text == ","
    if verb.dep_ != "acl" or not comma or verb.head != _by(above) or not child(above, "aux:pass"):
        return None
    series = [c for v in (verb, above) for c in v.children if c.dep_ == "conj" and c.i > verb.i and _by(c)]
    return above if _by(verb) is not None and series else None


def _is_undertaking(noun: Token, verb: Token) -> bool:
    """ "Its operation", "a campaign" that somebody begins, wages or joins: it does nothing itself."""
    lexicon = load_lexicon()
    light = verb.lower_ in lexicon.light and verb.lower_ not in lexicon.object_control
    return light and noun.pos_ == "NOUN" and not is_plural(noun)


def _fellows(verb: Token, head: Token) -> list[Token]:
    """Who shares a purpose: "collaborates with Y to crush Z" has Y crush Z as well, "joined Y in bombing Z" bomb it."""
    if (joined := shared_deed(head)) is not None and joined.i == verb.i:
        return objects(head)
    if not is_infinitive(verb) or head.lower_ not in load_lexicon().joint:
        return []
    return [m for case, noun in prepositional(head) if case in ("with", "alongside") for m in spread(noun)]


def _is_object_controlled(verb: Token) -> bool:
    """ "accused X of arming", "barred X from aiding", "praised X for fighting": X is who arms, aids and fights."""
    return verb.dep_ in ("advcl", "acl") and any(
        c.dep_ in ("mark", "case") and c.lower_ in _OBJECT_CONTROL for c in verb.children
    )


def _accused(verb: Token) -> Token | None:
    """ "Accused both X and Y, known as Z, *of arming* …", "charged X *with arming* …": X, wherever it is hung."""
    marks = {c.lower_ for c in verb.children if c.dep_ in ("mark", "case")}
    node = verb
    if verb.dep_ == "acl" and verb.head.dep_ == "obj" and verb.head != child(verb.head.head, "obj", "iobj"):
        return verb.head if marks & _CHARGING else None  # "accused X of arming Y *and Z of training* W"
    for _ in range(DEPTH):
        if not marks & _CHARGING or node.dep_ not in _HUNG or node.head == node:
            return None
        node = node.head
        if node.pos_ == "VERB" and any(s.manner.name == "accuse" for s in load_speech().verbs.get(node.lemma_, ())):
            if is_passive(node) and node.i < verb.i:  # "X, accused by Y *of arming* Z", hung on Y
                return next(iter(undergoers(node)), None) if child(node, "obl:agent") else None
            accused = child(node, "obj", "iobj") or second_subject(node)
            active = accused is not None and accused.i < verb.i and not is_passive(node)
            return accused if active else None
    return None


def _is_in_course(verb: Token) -> bool:
    """ "Made gains *in* taking Y", "has a hand *in* arming Y": whoever makes and has them does it."""
    return any(c.dep_ in ("mark", "case") and c.lower_ in _IN_COURSE for c in verb.children)


def _own_clause(verb: Token) -> bool:
    """Finite clauses bring their own subject; what has none there was lost by the parser or never said."""
    return "Fin" in verb.morph.get("VerbForm", []) and verb.dep_ != "advcl"


def owner(noun: Token, depth: int = 0) -> list[Token]:
    """Whose plan it is: "Iran's plan to arm …", "Iran has a plan to arm …"."""
    whose = child(noun, "nmod:poss")
    verb = whole(noun).head
    if whose is not None:
        return (_meant(whose, noun, depth) if whose.pos_ == "PRON" else []) or spread(whose)
    if verb.lower_ in load_lexicon().sending and whole(noun).dep_ == "obj":
        return [*agents(verb, depth + 1), *expand(noun)]  # "sent thousands of troops to fight"
    if whole(noun).i != noun.i and depth < DEPTH:
        return owner(noun.head, depth + 1)  # "began the third phase of the effort to isolate Y"
    if noun.dep_ == "root" and noun.pos_ == "PROPN":
        return spread(noun)  # headlines: "US to arm rebels"
    inside = next((t for case, t in prepositional(noun) if case == "of" and is_deed(t)), None)
    aimed = any(c.dep_ == "acl" and is_infinitive(c) for c in noun.children)
    if inside is not None and aimed and depth < DEPTH and not is_deed(noun):
        return owner(inside, depth + 1)  # "the start of Iraqi operations to retake X"
    if noun.dep_ in ("obj", "obl", "nsubj:pass") and noun.head.lower_ in load_lexicon().light:
        return agents(noun.head, depth)
    by = [t for case, t in prepositional(noun) if case == "by"]
    if by:
        return [m for t in by for m in spread(t)]  # "an attempt by X to take Y"
    before = (c for c in noun.children if c.dep_ in ("compound", "amod", "nmod") and c.i < noun.i)
    return [m for c in before if c.text[:1].isupper() and not case_of(c) for m in spread(c)]  # "the U.S. plan to arm"


def is_deed(noun: Token) -> bool:
    """A noun for what somebody does to somebody: "operations", "support"; no "division" of an army."""
    told = load_lexicon().of_noun(noun_lemma(noun)) if noun.pos_ == "NOUN" else ()
    return any(relation.klass is not RelationClass.STRUCTURE for relation in told)


def _meant(pronoun: Token, noun: Token, depth: int) -> list[Token]:
    """Whom the clause itself names for a pronoun: "X has begun its operation to", "praised X for their efforts to"."""
    verb = noun.head
    if depth > DEPTH or verb.pos_ != "VERB" or pronoun.lower_ not in _THIRD:
        return []
    if noun.dep_ == "obj":
        return agents(verb, depth + 1)
    if noun.dep_ == "obl" and case_of(noun) in ("in", "for"):
        return own_objects(verb) or agents(verb, depth + 1)
    return []


def agents(verb: Token, depth: int = 0) -> list[Token]:
    if is_passive(verb):
        by = _by(verb) or next((a for c in in_series(verb) if not _has_own(verb, c) and (a := _by(c))), None)
        if by is None and verb.dep_ == "conj":  # "trained, armed and paid by X", "trained and armed by X"
            shared = (a for c in (verb.head, *verb.head.children) if c.i != verb.i and (a := _by(c)))
            by = next((a for a in shared if verb.pos_ == "ADJ" or a.i > verb.i), None)
        return [t for t in spread(by) if not is_gapped(t, by)] if by is not None else []
    return subjects(verb, depth)


def _has_own(verb: Token, further: Token) -> bool:
    """ "*Allied with X* and equipped by Y": what stands behind a verb closes it before the next."""
    return any(c.dep_ == "obl" and verb.i < c.i < further.i for c in verb.children)


def _by(verb: Token) -> Token | None:
    """The agent of a passive: "attacked by Y", "killed at the hands of Y"."""
    by = child(verb, "obl:agent") or next((c for c in verb.children if c.dep_ == "obl" and case_of(c) == "by"), None)
    if by is not None:
        return by
    hands = (c for c in verb.children if c.dep_ == "obl" and case_of(c) == "at" and c.lower_ == "hands")
    return next((t for noun in hands for case, t in prepositional(noun) if case == "of"), None)


def undergoers(verb: Token) -> list[Token]:
    """What is acted on: the object, or the subject of a passive."""
    return objects(verb) or (subjects(verb) if is_passive(verb) else [])
