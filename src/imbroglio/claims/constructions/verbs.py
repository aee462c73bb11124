"""Verbs and their frames: active, passive, controlled, coordinated ("X armed and trained Y", "Y is backed by X")."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import TYPE_CHECKING

from imbroglio.claims.constructions import transfers
from imbroglio.claims.constructions.candidate import Candidate
from imbroglio.claims.constructions.verbal.company import Beside, companions
from imbroglio.claims.constructions.verbal.fellowship import fellows, in_battle, joined_in
from imbroglio.claims.constructions.verbal.filling import first, from_frame
from imbroglio.claims.syntax import (
    HYPHENS,
    Roles,
    attackers,
    behind_deed,
    case_of,
    child,
    expand,
    gapped,
    in_series,
    is_attack,
    killers,
    leavers,
    leaves_hurt,
    left_out,
    noun_lemma,
    noun_roles,
    objects,
    prepositional,
    roles,
    subjects,
    verb_lemma,
    whole,
)
from imbroglio.knowledge.lexicon import Frame, Lexicon, VerbSense, load_lexicon
from imbroglio.knowledge.load import words
from imbroglio.model import Relation

if TYPE_CHECKING:
    from imbroglio.language.plain import Doc, Token


_NO_FOES = frozenset({"PLACE", "PERSON"})
_HELPING = frozenset({Relation.ASSISTS, Relation.BACKS})


def find(doc: Doc, lexicon: Lexicon) -> Iterator[Candidate]:
    """Candidates from every verb that the lexicon knows."""
    for token in doc:
        if token.lower_ in lexicon.dying and _is_predicate(token):
            yield from _died(token, attackers(token), subjects(token))
        if token.pos_ == "VERB" and (doers := leavers(token)):
            yield from _died(token, doers, objects(token))
        if token.pos_ == "NOUN" and token.lemma_ == "death":
            yield from _died(token, killers(token), noun_roles(token).get("of"))
        senses = lexicon.verbs.get(verb_lemma(token))
        if senses and _is_predicate(token) and not _is_aim_of_war(token):
            filled = roles(token)
            for sense in _applicable(token, senses, lexicon, filled):
                if (sense.frame.alone and _says_more(filled)) or _on_one_side(filled, sense, senses):
                    continue
                if sense.frame.relation is Relation.FIGHTS and not filled.subj:
                    filled = Roles(attackers(token), filled.obj, filled.iobj, filled.preps)
                told = in_battle(token, sense)
                if told is None or _tells_another(token, filled, sense, lexicon):
                    continue
                sense = told
                fuller = joined_in(_with_aim(token, _with_companion(token, filled, sense), sense.frame), sense.frame)
                if sense.frame.relation in _HELPING and (sent := transfers.committed(token, lexicon)):
                    yield from _committed(*sent, first(fuller, sense.frame.patient))
                    continue
                if sense.frame.relation is Relation.DEPLOYS_TO and token.lower_ in lexicon.sending:
                    fuller = _where_they_go(token, fuller)
                if sense.frame.relation is Relation.DEPLOYS_TO and (keepers := _keepers(token)):
                    fuller = replace(fuller, subj=keepers, obj=[])
                yield from from_frame(token, fuller, sense.frame, _cue(token, sense), "verb")
                for side, frame in fellows(token, filled, fuller, sense):
                    yield from from_frame(token, side, frame, (token.i, token.i + 1), "verb")
                yield from _fought_off(token, filled, sense)
                yield from _taken_from(token, fuller, sense)
                yield from _deserted(token, filled, sense)
                yield from _left_out(token, sense)


def _tells_another(token: Token, filled: Roles, sense: VerbSense, lexicon: Lexicon) -> bool:
    """Whether what stands with the verb makes another sense of it, which is told elsewhere.

    "Supplied Semtex to X", which is what is given; "relies on X for weapons"; "trained soldiers alongside men from X".
    """
    frame, plain = sense.frame, not (sense.nouns or sense.preposition or sense.particle)
    if plain and frame.patient == ("obj",) and verb_lemma(token) in lexicon.give and filled.get("to"):
        return True
    if frame.agent == ("on",) and filled.get("for"):
        return True
    if frame.relation is Relation.FIGHTS_ALONGSIDE and token.lower_ in lexicon.schooling and filled.obj:
        return True
    if frame.relation is Relation.DEPLOYS_TO and (_is_envoy_moved(filled, lexicon) or leaves_hurt(token)):
        return True
    counsels = frame.relation is Relation.ASSISTS and plain and verb_lemma(token) in words("counselling")
    if counsels and any(k.lower_ == "to" for c in token.children if c.dep_ == "xcomp" for k in c.children):
        return True  # "advises travellers to leave"
    return frame.relation is Relation.PART_OF and _serves_as(token, filled, lexicon)


def _died(token: Token, killed_by: list[Token], killed: list[Token]) -> Iterator[Candidate]:
    """ "Four soldiers died in an attack by X", "a raid by X led to the death of Y"."""
    filled = Roles(killed_by, killed)
    yield from from_frame(token, filled, Frame(Relation.FIGHTS, ("subj",), ("obj",)), (token.i, token.i + 1), "verb")


def _is_envoy_moved(filled: Roles, lexicon: Lexicon) -> bool:
    """ "Pulled its ambassador out of X", "sent an envoy to X": no troops."""
    return bool(filled.obj) and all(noun_lemma(moved) in lexicon.groups["envoy"] for moved in filled.obj)


def _serves_as(verb: Token, filled: Roles, lexicon: Lexicon) -> bool:
    """ "In X he served *as its leader*": what he was there says more than that he was."""
    return verb.lower_ in lexicon.serving and any(noun_lemma(t) in lexicon.titles for t in filled.get("as"))


def _committed(verb: Token, sent: Token, helped: list[Token]) -> Iterator[Candidate]:
    """ "Sent troops to help Y" commits them on behalf of Y."""
    frame = Frame(Relation.FIGHTS_FOR, ("subj",), ("obj",))
    yield from from_frame(verb, Roles(subjects(verb), helped), frame, (verb.i, sent.i + 1), "transfer")


def _left_out(token: Token, sense: VerbSense) -> Iterator[Candidate]:
    """ "X was armed by A and Y *by B*", "A armed X, *B Y*"."""
    for agent, patient in left_out(token) if "obj" in sense.frame.patient else ():
        yield from from_frame(token, Roles([agent], [patient]), sense.frame, _cue(token, sense), "verb")
    by = next((c for c in token.children if c.dep_ == "obl:agent" or case_of(c) == "by"), None)
    if by is None or sense.frame.agent != ("subj",) or "obj" not in sense.frame.patient:
        return
    for agent, patient in gapped(by):
        yield from from_frame(token, Roles([agent], [patient]), sense.frame, _cue(token, sense), "verb")


def _fought_off(token: Token, filled: Roles, sense: VerbSense) -> Iterator[Candidate]:
    """ "Repelled *an attack by Y*" has Y attack as well, if it is not told on whom else."""
    if sense.frame.relation is not Relation.FIGHTS or token.lower_ not in load_lexicon().repelling:
        return
    for deed in filled.obj:
        for doer in behind_deed(deed, filled.get("by")):
            if doer.i != deed.i and is_attack(deed):
                frame = Frame(Relation.FIGHTS, ("subj",), ("obj",))
                aims = noun_roles(deed).get("on") or noun_roles(deed).get("against") or filled.get("on")
                whom = [t for t in aims if _is_somebodys(t)] or filled.subj
                yield from from_frame(deed, Roles([doer], whom), frame, (deed.i, deed.i + 1), "noun")


def _taken_from(token: Token, filled: Roles, sense: VerbSense) -> Iterator[Candidate]:
    """ "Took the town *from Y's fighters*", "tried to seize Goma from the rebels": by force."""
    lexicon = load_lexicon()
    if sense.frame.relation is not Relation.ADVANCES_ON or sense.nouns or "obj" not in sense.frame.patient:
        return
    ground = lexicon.settlements | lexicon.struck
    taken = [t for t in filled.obj if t.pos_ == "PROPN" or noun_lemma(t) in ground]
    behind = filled.get("from") or [m for t in taken for m in noun_roles(t).get("from")]
    foes = lexicon.groups["troops"] | lexicon.groups["foes"] | lexicon.groups["rulers"]
    behind = [t for t in behind if noun_lemma(t) in foes or (t.pos_ == "PROPN" and t.ent_type_ not in _NO_FOES)]
    if taken and behind:
        filled = Roles(filled.subj, preps={"from": behind})
        frame = Frame(Relation.FIGHTS, ("subj",), ("from",))
        yield from from_frame(token, filled, frame, (token.i, token.i + 1), "verb")


def _is_somebodys(aim: Token) -> bool:
    """ "On *Benghazi*", "on *Chad's* positions", where "on a base" tells of whoever is in it."""
    return aim.pos_ == "PROPN" or any(c.i < aim.i and c.text[:1].isupper() for c in aim.children)


def _deserted(token: Token, filled: Roles, sense: VerbSense) -> Iterator[Candidate]:
    """ "An officer *of X* has defected to Y": of X he is no more."""
    if token.lower_ in load_lexicon().deserting and sense.frame.relation is Relation.PART_OF and not sense.frame.stop:
        frame = Frame(Relation.PART_OF, ("subj",), ("of", "in"), stop=True)
        for one in (t for t in filled.subj if t.pos_ == "PROPN" or noun_lemma(t) in load_lexicon().members):
            left = Roles([one], preps=noun_roles(one).preps)
            yield from from_frame(token, left, frame, (token.i, token.i + 1), "verb")


def _is_aim_of_war(verb: Token) -> bool:
    """ "Wages a war *to topple* Y" says that it fights Y."""
    lexicon = load_lexicon()
    above = verb.head.head if verb.dep_ == "acl" and verb.head.dep_ == "obj" else verb.head
    aim = verb.lower_ in lexicon.toppling and verb.dep_ in ("advcl", "acl", "xcomp") and child(verb, "mark") is not None
    return aim and above.lower_ in lexicon.warring


def _with_aim(token: Token, filled: Roles, frame: Frame) -> Roles:
    """Who fights to overthrow Y fights against Y; a campaign to unseat a president is none."""
    if frame.relation is not Relation.FIGHTS or frame.patient != ("against",) or filled.get("against"):
        return filled
    hung = [k for c in (token, *token.children) if c.i == token.i or c.dep_ == "obj" for k in c.children]
    foes = [t for k in hung if _is_aim_of_war(k) for t in objects(k)]
    return Roles(filled.subj, filled.obj, filled.iobj, {**filled.preps, "against": foes}) if foes else filled


def _where_they_go(token: Token, filled: Roles) -> Roles:
    """ "sent troops to fight for Y in Z": where they fight is where they are sent."""
    if any(filled.get(case) for case in ("in", "to", "into", "at")):
        return filled
    behind = token.doc[token.i : min(token.right_edge.i + 1, token.i + 24)]
    places = [t for t in behind if t.pos_ == "PROPN" and t.dep_ in ("obl", "nmod") and case_of(t) == "in"]
    return Roles(filled.subj, filled.obj, filled.iobj, {**filled.preps, "in": places[:1]})


def _keepers(token: Token) -> list[Token]:
    """ "*X* has a large force deployed in Y": the force of whoever has it there."""
    troops = token.head
    kept = token.dep_ == "acl" and troops.dep_ == "obj" and noun_lemma(troops) in load_lexicon().groups["troops"]
    told = any(c.text[:1].isupper() for c in troops.children if c.i < troops.i)
    return subjects(troops.head) if kept and not told and troops.head.lower_ in load_lexicon().light else []


def _with_companion(token: Token, filled: Roles, sense: VerbSense) -> Roles:
    """What stands with the fixed noun counts as the verb's.

    "expelled the ambassador of X", "came to the rescue of X".
    """
    beside = [c for c in token.children if c.dep_ == "obl"] if sense.preposition else companions(token)
    nouns = [t for t in beside if noun_lemma(t) in sense.nouns and t.i > token.i]
    fuller = (t for t in nouns if any(noun_roles(t).get(role) for role in sense.frame.patient))
    noun = next(fuller, nouns[0] if nouns else None)  # "a ban and *a freeze on X*"
    if noun is None and sense.frame.patient in (("of",), ("from",)):  # "cleared the town of X", read as one phrase
        noun = child(token, "obj")
    if noun is None:
        return filled
    doubled = [t for _, t in prepositional(token) if t.lower_ == noun.lower_ and t.i != noun.i]
    heads = (*doubled, whole(noun), noun)  # "thousands of strikes *on X*", hung on the thousands
    preps = {case: found for n in heads for case, found in noun_roles(n).preps.items() if n is noun or case != "of"}
    named = [t for t in preps.get("mod", ()) if t.pos_ != "ADJ" or t.text[:1].isupper()]
    preps |= {"mod": named} if "mod" in preps else {}  # "Libyan", not "terrorist"
    own = preps if noun.dep_ == "conj" else {}  # "gave rifles to X and *shelter to Y*"
    preps = {**preps, **filled.preps, **own}  # also "shoulder to shoulder with X"
    for done in noun.children:
        if done.dep_ in ("acl", "acl:relcl") and done.lower_ in load_lexicon().light:  # "the freeze imposed on X"
            for case, target in prepositional(done):
                preps.setdefault(case, expand(target))
    return Roles(filled.subj, filled.obj, filled.iobj, preps)


def _is_predicate(token: Token) -> bool:
    """A verb that heads a clause; an adjective only with an agent: "armed by X", not "the best armed of them"."""
    if token.dep_ in ("amod", "compound") and token.head.i > token.i:
        return False
    if token.lower_ in load_lexicon().holding and token.i > 1 and token.nbor(-1).text in HYPHENS:
        return False  # "rebel-run Sarlo"
    if token.pos_ == "ADJ":
        shared = (k for c in in_series(token) if c.pos_ == "VERB" for k in c.children)
        told = any(case_of(c) == "by" for c in (*token.children, *shared))  # "armed and backed by X"
        return told or (token.dep_ == "conj" and token.head.pos_ == "VERB")
    return token.pos_ in ("VERB", "AUX")


def _applicable(token: Token, senses: list[VerbSense], lexicon: Lexicon, filled: Roles) -> list[VerbSense]:
    """Senses whose fixed companions stand beside the verb; a sense with companions silences the plain ones.

    "Leads an alliance against Y" opposes Y; where it is against nobody, an alliance is led.
    """
    beside = Beside(token)
    fitting = [sense for sense in senses if beside.fits(sense)]
    if any(sense.frame.relation is Relation.LEADS for sense in fitting) and not filled.get("against"):
        fitting = [sense for sense in fitting if not sense.nouns & lexicon.groups["bloc"]]
    handed = transfers.hands_over(token, lexicon)
    if handed:  # "handed over boats to X", who are no prisoners
        fitting = [sense for sense in fitting if sense.frame.relation is not Relation.COERCES]
    marked = [sense for sense in fitting if sense.particle or sense.nouns or sense.preposition]
    if beside.turns(lexicon):
        return []
    if not marked and (handed or beside.means_another(lexicon)):
        return []
    if marked and all(s.frame.relation is Relation.FIGHTS_ALONGSIDE for s in marked) and beside.means_another(lexicon):
        return []  # "fight the *election* together"
    foes = filled.get("against") or filled.obj
    if marked and all(s.frame.relation is Relation.FIGHTS_ALONGSIDE for s in marked) and foes:
        return [s for s in fitting if s in marked or s.frame.relation is Relation.FIGHTS]  # "side by side against Y"
    if foes and all(s.preposition and s.frame.patient == ("mutual",) for s in marked):
        return fitting  # "fought Y for control of Z", where nothing is said of each other
    return marked or fitting


def _says_more(filled: Roles) -> bool:
    """True where a verb of fighting names whom it is against or alongside; then where it happens is only a place."""
    return bool(filled.obj) or any(
        filled.get(word) for word in ("on", "against", "alongside", "beside", "with", "for", "behalf")
    )


def _on_one_side(filled: Roles, sense: VerbSense, senses: list[VerbSense]) -> bool:
    """ "The army and the militia battled the rebels", "met the rebels": whoever does so to a third does it together."""
    mutual = sense.frame.patient == ("mutual",) and sense.frame.relation in (Relation.FIGHTS, Relation.TALKS_WITH)
    if sense.frame.relation is Relation.TALKS_WITH:
        others = (frame for frame in senses if frame.frame.relation is Relation.TALKS_WITH)
        mutual &= any("obj" in other.frame.patient for other in others)
    elsewhere = [t for t in filled.get("in") if not t.text.isdigit()]  # "Britain and France fought a war in Mali"
    third = filled.get("against") or (filled.obj and not sense.nouns) or ("war" in sense.nouns and elsewhere)
    return mutual and bool(third)


def _cue(token: Token, sense: VerbSense) -> tuple[int, int]:
    """The verb with what belongs to it: particle, fixed noun."""
    extra = [
        c.i for c in token.children if (sense.particle and c.lower_ == sense.particle) or noun_lemma(c) in sense.nouns
    ]
    last = max([token.i, *(i for i in extra if i - token.i <= 4)])
    return token.i, last + 1
