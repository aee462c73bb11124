"""Nouns and adjectives that name a deed or a stance.

"Iran's support for X", "the assault on Y by Z", "planes flew in support of X", "A and B are at war", "loyal to X".
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from imbroglio.claims.constructions.belonging.possession import kind
from imbroglio.claims.constructions.candidate import Candidate
from imbroglio.claims.constructions.verbal.filling import from_frame
from imbroglio.claims.syntax import (
    HYPHENS,
    Roles,
    agents,
    answering,
    case_of,
    child,
    claimers,
    conducted,
    expand,
    in_name,
    involved,
    is_deed,
    is_passive,
    is_plural,
    judge_of,
    named_place,
    noun_lemma,
    noun_roles,
    owner,
    prepositional,
    regarding,
    settled,
    subjects,
    thing,
    undergoers,
    verb_lemma,
    whole,
    with_means,
)
from imbroglio.knowledge.lexicon import Lexicon, load_lexicon
from imbroglio.model import ActorKind, Mentions, Relation, RelationClass

if TYPE_CHECKING:
    from imbroglio.language.plain import Doc, Token


_NAMES = frozenset({"PROPN", "ADJ"})
_ROLES = frozenset({"subj", "obj", "iobj", "poss", "mod", "mutual", "between", "noun", "head", "held", "self"})
_WHOLES = frozenset({ActorKind.GROUP, ActorKind.UMBRELLA, ActorKind.BODY, ActorKind.INTERNATIONAL})
_NEAR = 3  # words between a pair of names and the noun that they share
_OWN = frozenset({"by", "into", "against"})  # what a deed rather asks for than the verb above it
_SCENES = frozenset({"after", "following", "amid", "amidst", "during", "in", "despite"})


def find(doc: Doc, mentions: Mentions, lexicon: Lexicon) -> Iterator[Candidate]:
    """Candidates from deed nouns, fixed adverbials and predicate adjectives."""
    for token in doc:
        lemma = token.lemma_.lower()
        if token.pos_ in ("NOUN", "PROPN") and not in_name(token):
            lemma = noun_lemma(token)
            adverbial = (case_of(token), lemma) in lexicon.adverbials and not _is_own(token)
            deed = lemma in lexicon.nouns and not _is_seat_of_state(token, mentions, lexicon)
            if (adverbial or deed) and not _belongs_to_verb(token, lexicon):
                yield from (_adverbial if adverbial else _deed)(token, mentions, lexicon)
        elif token.pos_ == "VERB" and token.lower_ in lexicon.nouns and (_is_between(token) or _clashed(token, token)):
            yield from _deed(token, mentions, lexicon)
        elif token.pos_ in ("ADJ", "VERB", "ADV"):
            word = lemma if token.pos_ == "ADJ" and lemma in lexicon.adjectives else token.lower_
            if word in lexicon.adjectives:
                yield from _adjective(token, word, lexicon)


def _is_between(word: Token) -> bool:
    """ "*Fighting between* X and Y killed ten", which parses take for a verb."""
    return any(case == "between" for case, _ in prepositional(word))


def _belongs_to_verb(noun: Token, lexicon: Lexicon) -> bool:
    """ "cut ties with X" is one expression; what names its own parties tells of them as well.

    "Brokered a truce between X and Y", "broke X's siege of Y".
    """
    verb = noun.head
    senses = lexicon.verbs.get(verb_lemma(verb), ())
    case = case_of(noun) or None
    behind = {case for head in (noun, verb) for case, _ in prepositional(head)}
    fixed = noun.dep_ in ("obj", "obl") and any(
        noun_lemma(noun) in sense.nouns and sense.preposition == case and _can_fill(sense.frame.patient, behind)
        for sense in senses
        if not _is_deed_apart(noun, sense.frame.relation, lexicon)
    )
    owned = child(noun, "nmod:poss")
    named = owned is not None and owned.pos_ == "PROPN"
    own = any(case == "between" or (named and case == "of") for case, _ in prepositional(noun))
    return fixed and not own and not settled(noun)


def _is_deed_apart(noun: Token, relation: Relation, lexicon: Lexicon) -> bool:
    """ "Coordinate *attacks* on X": each attacks X as well; "sanctioned Y's offensive against X": Y fights."""
    praised = relation is Relation.ENDORSES and noun_lemma(noun) in lexicon.groups["attack"]
    return praised or relation is Relation.ALLIED_WITH


def _can_fill(roles: Sequence[str], behind: set[str]) -> bool:
    """Whether one of the roles may be there: "resume attacks *on* X" is not the verb's "resume attacks *against*"."""
    return any(role in behind or role in _ROLES for role in roles)


def _is_seat_of_state(noun: Token, mentions: Mentions, lexicon: Lexicon) -> bool:
    """A capital, which tells who holds it only where a group has one, or calls it so itself."""
    if noun_lemma(noun) != "capital":
        return False
    claimed = any(t.lower_ in lexicon.claimed for t in noun.doc[max(noun.i - 4, 0) : noun.i])
    filled = noun_roles(noun)
    owners = [t for role in ("poss", "mod", "of") for t in filled.get(role)]
    return not claimed and not any(kind(t, mentions) is ActorKind.GROUP for t in owners)


def _deed(noun: Token, mentions: Mentions, lexicon: Lexicon) -> Iterator[Candidate]:
    filled = _noun_roles(noun, mentions)
    if child(noun, "cop", "nsubj"):
        filled.subj = subjects(noun)
    elif noun.dep_ == "appos" and _says_what_it_is(noun, lexicon):
        named = [t for t in expand(noun.head) if t.i < noun.i]  # "X, the bastion of Y", "W and X, part of Y"
        filled.subj = named if is_plural(noun) else named[-1:]
    elif (verb := regarding(noun)) is not None and case_of(noun) in ("", "as"):
        filled.subj = [t for t in undergoers(verb) if t.i != noun.i]  # "X is considered the bastion of Y"
    _borrow(noun, filled, lexicon)
    filled.preps["self"] = _allies(noun, filled) or [noun]
    own = noun_lemma(noun) in lexicon.things  # not "the resupply of camps"
    given = thing(noun, lexicon) if own else None  # "air support" assists, "financial support" funds
    for frame in lexicon.nouns[noun_lemma(noun)]:
        if given is not None and frame.relation in (Relation.BACKS, Relation.ASSISTS):
            frame = replace(frame, relation=given)
        yield from from_frame(noun, filled, frame, (noun.i, noun.i + 1), "noun")


def _says_what_it_is(noun: Token, lexicon: Lexicon) -> bool:
    """ "The bastion of Y", "part of Y"; a "member of Y" has a title."""
    klasses = {f.relation.klass for f in lexicon.nouns[noun_lemma(noun)]}
    titled = noun_lemma(noun) in lexicon.titles | lexicon.members
    return RelationClass.PLACE in klasses or (RelationClass.STRUCTURE in klasses and not titled)


def _noun_roles(noun: Token, mentions: Mentions) -> Roles:
    """The arguments of a deed. Before it a name or a party tells whose it is; "air assault", "heavy siege" do not."""
    filled = noun_roles(noun)
    things = load_lexicon().things  # "artillery support" is not the artillery's
    before = [t for t in filled.get("mod") if t.pos_ == "PROPN" or t.text[:1].isupper() or mentions.at(t.i)]
    before = [t for t in before if t.lower_ not in things]
    filled.preps["mod"] = before
    own = filled.get("poss")
    ahead = noun.dep_ == "obl" and noun.i < noun.head.i and own and not mentions.at(own[0].i)
    if ahead and own[0].pos_ == "PRON":
        filled.preps["poss"] = subjects(noun.head) or own  # "despite *its* rivalry with X, Y has …"
    return filled


def _borrow(noun: Token, filled: Roles, lexicon: Lexicon) -> None:
    """Arguments that stand with the verb or before the noun: "X launched an attack on Y", "Turkish strikes on Y"."""
    first = _phrase_head(noun)
    verb, poss = first.head, filled.get("poss")
    filled.preps["poss"] = poss = _accused_owner(noun, first, lexicon) or poss
    owned = bool(poss) and poss[0].pos_ == "PRON"
    before = [t for t in filled.get("mod") if t.pos_ == "PROPN" or t.text[:1].isupper()]  # "Turkish", not "last"
    own = owned and verb.pos_ == "VERB" and not _is_on_another(verb, noun, lexicon)
    if first.dep_ == "obj" and (verb.lower_ in lexicon.light or own):
        if not before and (not poss or owned):  # "reiterated its support": the subject names whom "its" stands for
            deed = owned and any(t.pos_ == "NOUN" and child(t, "nmod:poss") for t in subjects(verb))
            filled.preps["poss"] = poss if deed else subjects(verb) or poss  # "X's patronage of Y outlived *its* war"
        for case, target in [*prepositional(verb), *with_means(verb, first)]:
            filled.preps.setdefault(case, []).extend(expand(target))
    elif poss and poss[0].pos_ == "PRON" and noun.dep_ in ("obl", "nmod") and case_of(noun) in ("in", "for", "over"):
        filled.preps["poss"] = _helped(noun) or poss  # "support the people in their fight against Y"
    elif not poss and judge_of(noun) is not None:
        if not filled.get("by"):
            filled.preps["poss"] = answering(noun)  # "condemned the group for the bombing of Y"
    elif not poss and not before and noun.dep_ == "obl" and _is_ones_own(noun, lexicon):
        filled.preps["poss"] = subjects(verb)
    elif not poss and noun.dep_ == "nsubj:pass" and verb.lower_ in lexicon.light:
        filled.preps.setdefault("by", agents(verb))  # "sanctions on Y were imposed by X"
    elif not poss and noun.dep_ == "nmod" and case_of(noun) == "of":
        filled.preps["poss"] = owner(noun) or _clashed(noun, noun.head)  # "after two days of clashes with Y"
    elif not poss and (owners := _owners_up(noun, lexicon) or _having(noun) or _clashed(noun, first)):
        filled.preps["poss"] = owners
    for case, target in conducted(noun):
        filled.preps.setdefault(case, []).extend(expand(target))
    if noun.dep_ == "obl" and case_of(noun) in ("with", "under", "through"):  # "with the support of X, Y took …"
        filled.preps.setdefault("to", []).extend(subjects(verb))
    elif _is_given(noun):
        filled.preps.setdefault("to", []).extend(expand(noun.head))
    elif noun.dep_ == "obl" and case_of(noun) == "for" and verb.lower_ in lexicon.thanking and not _is_told(noun):
        filled.preps.setdefault("to", subjects(verb))  # "X thanked Y for its support"
    _take_back(noun, first, filled, lexicon)
    if noun.dep_ == "nsubj":  # "clashes broke out between X and Y"
        filled.preps.setdefault("between", []).extend(_across(verb))
    filled.preps.setdefault("between", []).extend(_paired(noun) or settled(noun))
    before = before or [t for t in filled.get("mod") if t.pos_ != "ADJ"]
    if not filled.get("poss") and not filled.get("by") and before:
        filled.preps["poss"] = before


def _is_on_another(verb: Token, noun: Token, lexicon: Lexicon) -> bool:
    """ "Bombed *their* bases in X", "backed *its* fight against X": whose they are is somebody else."""
    fight = any(frame.relation is Relation.FIGHTS for frame in lexicon.nouns[noun_lemma(noun)])
    backs = lexicon.of_verb(verb_lemma(verb)) & {Relation.BACKS, Relation.ASSISTS, Relation.ENDORSES}
    return verb.lower_ in lexicon.striking or (fight and bool(backs))


def _accused_owner(noun: Token, first: Token, lexicon: Lexicon) -> list[Token]:
    """ "Condemned *the regime's* violence and its detention of X": the detention is the regime's as well."""
    whose, its = child(first, "nmod:poss"), child(noun, "nmod:poss")
    second = its is not None and its.pos_ == "PRON" and first.i != noun.i and first.dep_ == "obj"
    judged = first.head.lower_ in lexicon.judging
    return [whose] if second and judged and whose is not None and whose.pos_ != "PRON" else []


def _is_ones_own(deed: Token, lexicon: Lexicon) -> bool:
    """ "Took part *in the assault* on Y", "responded *with strikes* on Y": of whoever did."""
    verb, case = deed.head, case_of(deed)
    joins = case == "in" and verb.lower_ in lexicon.participation
    return joins or (case == "with" and verb_lemma(verb) in lexicon.groups["reply"])


def _is_told(deed: Token) -> bool:
    """ "For the support *that it gave to Z*": a clause says whose it was and to whom."""
    return child(deed, "acl:relcl") is not None


def _across(verb: Token) -> list[Token]:
    """ "Clashes broke out *between X and Y*", also where a parse hangs them on the town or the day."""
    scenes = [c for c in verb.children if c.dep_ == "obl" and (c.pos_ == "PROPN" or named_place(c).i != c.i)]
    phrases = [phrase for head in (verb, *scenes) for phrase in prepositional(head)]
    return [t for case, target in phrases if case in ("between", "among") for t in expand(target)]


def _take_back(noun: Token, first: Token, filled: Roles, lexicon: Lexicon) -> None:
    """Phrases that the deed asks for, its verb does not, and a parse hangs there.

    "Condemned Chad's incursions into Sudan", "left the base after a siege by the rebels".
    """
    verb = first.head
    if first.dep_ not in ("obj", "obl") or verb.pos_ != "VERB" or is_passive(verb):
        return
    asked = {role for frame in lexicon.nouns[noun_lemma(noun)] for role in (*frame.agent, *frame.patient)}
    senses = lexicon.verbs.get(verb_lemma(verb), ())
    asked &= _OWN - {role for sense in senses for role in sense.frame.patient} - filled.preps.keys()
    for case, target in prepositional(verb):
        if case in asked and target.i > noun.i:
            filled.preps.setdefault(case, []).extend(expand(target))


def _owners_up(noun: Token, lexicon: Lexicon) -> list[Token]:
    """ "X claimed responsibility for the attack on Y", "the raid on Y was the work of X"."""
    if doers := involved(noun):
        return doers
    if noun.dep_ == "nsubj" and noun_lemma(noun.head) in lexicon.groups["authorship"]:
        return noun_roles(noun.head).get("of") or noun_roles(noun.head).get("poss")
    return claimers(noun)


def _having(noun: Token) -> list[Token]:
    """ "X, a group with ties to Y", "a state with control of the strait": who has what."""
    if noun.dep_ != "nmod" or case_of(noun) != "with" or noun.head.pos_ not in ("NOUN", "PROPN") or _is_given(noun):
        return []
    return expand(noun.head.head if noun.head.dep_ == "appos" else noun.head)


def _clashed(noun: Token, first: Token) -> list[Token]:
    """ "Seized the town *after clashes* with Y", "amid fighting with Y": whoever took it had clashed."""
    with_whom = any(case == "with" for case, _ in prepositional(noun))
    if first.dep_ == "obj" and first.head.lower_ in _SCENES:  # "following fighting", read as a verb
        first = first.head
    link = child(first, "mark")
    scene = case_of(first) or (link.lower_ if link is not None else first.lower_)
    verb = next((t for t in first.ancestors if t.pos_ == "VERB"), None)
    if not with_whom or scene not in _SCENES or verb is None or is_passive(verb):
        return []
    return subjects(verb)


def _is_given(noun: Token) -> bool:
    """ "Brigades, with *the* support *of* X, took Y": it is X who gives it, where "a group with ties to X" has them."""
    given = any(k.dep_ == "det" and k.lower_ == "the" for k in noun.children)
    return noun.dep_ == "nmod" and case_of(noun) == "with" and given and any(c == "of" for c, _ in prepositional(noun))


def _allies(noun: Token, filled: Roles) -> list[Token]:
    """Who is in "an alliance of A and B against C"; A and B as well where they "settled into an alliance"."""
    entered = noun.dep_ == "obl" and case_of(noun) in ("into", "in")
    return filled.get("between") or filled.get("of") or (subjects(noun.head) if entered else [])


def _paired(noun: Token) -> list[Token]:
    """ "The Iran-Iraq war", "Russia–Ukraine talks": two parties joined by a hyphen before a noun."""
    for i in range(max(noun.i - _NEAR, noun.sent.start + 2), noun.i):  # a dateline's dash joins nobody
        two, hyphen = noun.doc[i], noun.doc[i - 1]
        if hyphen.text in HYPHENS and two.text[:1].isupper() and two.pos_ in _NAMES:
            one = noun.doc[i - 2]
            if two.i + 1 != noun.i and noun.i not in (two.head.i, one.head.i):
                continue  # "the Secretary-General welcomed the truce"
            if one.text[:1].isupper() and one.pos_ in _NAMES:
                return [one, two]
    return []


def _is_own(noun: Token) -> bool:
    """ "in its support of X" is a deed of its own; "under his command" stays an adverbial."""
    return child(noun, "nmod:poss") is not None and any(case == "of" for case, _ in prepositional(noun))


def _adverbial(noun: Token, mentions: Mentions, lexicon: Lexicon) -> Iterator[Candidate]:
    """ "Planes flew in support of X", "X and Y are at war", "the men are under Z's command"."""
    filled = _noun_roles(noun, mentions)
    if child(noun, "cop") or noun.dep_ in ("obl", "advcl", "xcomp"):
        filled.subj = subjects(noun) if child(noun, "nsubj") or noun.dep_ == "advcl" else subjects(noun.head)
    elif noun.dep_ in ("nmod", "acl", "acl:relcl"):
        filled.subj = expand(noun.head)
    filled.subj = [doer for t in filled.subj for doer in (subjects(t.head) if _is_performed(t, lexicon) else [t])]
    filled.preps["noun"] = filled.subj
    held = child(noun.head, "obj") if noun.dep_ == "obl" else None
    if held is not None and held.right_edge.i + 1 == noun.left_edge.i:
        filled.preps["held"] = expand(held)  # "disarm the company in the pay of Y"
    for frame in lexicon.adverbials[case_of(noun), noun_lemma(noun)]:
        if frame.relation is Relation.ASSISTS and noun.head.lower_ in lexicon.demonstrating:
            frame = replace(frame, relation=Relation.BACKS)  # "marched in support of Y"
        if frame.relation is Relation.ASSISTS and noun.head.lower_ in lexicon.lodging:
            frame = replace(frame, relation=Relation.SHELTERS)  # "lives under Y's protection"
        if frame.relation is Relation.PART_OF:  # "flies *as part of the group*", not "as part of the deal"
            filled.preps["noun"] = [t for t in filled.subj if not is_deed(t)]
            filled.preps["of"] = [t for t in filled.get("of") if kind(t, mentions) in _WHOLES]
        yield from from_frame(noun, filled, frame, (noun.i - 1, noun.i + 1), "adverbial")


def _is_performed(deed: Token, lexicon: Lexicon) -> bool:
    """ "Conducted *strikes* in support of X": of who conducted them."""
    return deed.dep_ == "obj" and noun_lemma(deed) in lexicon.nouns and deed.head.lower_ in lexicon.light


def _phrase_head(noun: Token) -> Token:
    """ "support for X and (support) for Y", "the second phase of the offensive": the noun that stands with the verb."""
    for _ in range(4):
        noun = noun.head if noun.dep_ == "conj" else whole(noun)
    return noun


def _helped(noun: Token) -> list[Token]:
    if noun.dep_ == "nmod":
        whom = noun_roles(noun.head)  # "its support for the people in their fight", read as the support's fight
        return whom.get("for") or whom.get("to") or whom.get("of") or expand(noun.head)
    if noun.i < noun.head.i:
        return subjects(noun.head)  # "In their march on Y, the rebels …"
    target = child(noun.head, "obj") or child(noun.head, "iobj")
    if case_of(noun) == "over":  # "suspend aid to X over its support for Y", "fell out with X over its …"
        named = prepositional(target if target is not None else noun.head)
        target = next((t for case, t in named if case in ("to", "on", "against", "with")), target)
    if target is None and noun.head.lower_ in load_lexicon().thanking:
        target = next((t for case, t in prepositional(noun.head) if case == "to"), None)
    backs = any(relation.sign > 0 for relation in load_lexicon().of_verb(verb_lemma(noun.head)))
    if target is None and backs:  # "stands by X in its fight against Y"
        target = next((t for case, t in prepositional(noun.head) if case in ("by", "with", "behind")), None)
    its = child(noun, "nmod:poss")
    if target is not None and its is not None and its.lower_ == "its" and is_plural(target):
        return subjects(noun.head)  # "conscripts Tigrayans for *its* war on Y"
    return expand(target) if target is not None else subjects(noun.head)


def _adjective(word: Token, lemma: str, lexicon: Lexicon) -> Iterator[Candidate]:
    """ "X is loyal to Y"; "militias loyal to Y"."""
    filled = noun_roles(word)
    if child(word, "cop") and child(word, "nsubj"):
        bearers, background = subjects(word), False
    elif word.dep_ in ("amod", "acl") and word.head.i < word.i:
        bearers, background = expand(_unit_of(word.head, lexicon)), True
    else:
        bearers, background = _astray(word) or subjects(word), False
    filled.preps["noun"] = [t for t in bearers if noun_lemma(t) not in lexicon.struck]
    for frame in lexicon.adjectives[lemma]:
        yield from from_frame(word, filled, frame, (word.i, word.i + 1), "adjective", background)


def _unit_of(noun: Token, lexicon: Lexicon) -> Token:
    """ "A *faction* of X loyal to Y": it is the faction that is loyal."""
    part = noun.head.lower_ in lexicon.units and noun.dep_ == "nmod" and case_of(noun) == "of"
    return noun.head if part else noun


def _astray(word: Token) -> list[Token]:
    """ "Struck targets in X *linked to Y*", "met rebels *loyal to Y*", hung on the verb with no comma before."""
    first = word.left_edge
    thing = child(word.head, "obj") if word.dep_ == "advcl" and word.head.i < word.i else None
    parted = first.i > 0 and first.nbor(-1).is_punct
    return expand(thing) if thing is not None and thing.i < word.i and not parted else []
