"""Frames filled: who of those that stand with a verb or noun does it to whom, every subject to every object."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import TYPE_CHECKING

from imbroglio.claims.constructions.candidate import Candidate
from imbroglio.claims.constructions.verbal.patients import ended, is_utterance, meant, raided, struck
from imbroglio.claims.syntax import (
    Roles,
    behind_deed,
    child,
    expand,
    has_examples,
    is_attack,
    is_plural,
    is_reciprocal,
    named_place,
    noun_lemma,
    noun_roles,
    prepositional,
    seat,
)
from imbroglio.knowledge.lexicon import Frame, load_lexicon
from imbroglio.model import Relation

if TYPE_CHECKING:
    from imbroglio.language.plain import Token

_PENALTIES = frozenset({Relation.SANCTIONS, Relation.COERCES})


def from_frame(
    token: Token, filled: Roles, frame: Frame, cue: tuple[int, int], construction: str, background: bool = False
) -> Iterator[Candidate]:
    """Fill a frame's roles; every subject with every object."""
    if frame.patient in (("mutual",), ("between",)):
        yield from _mutual(token, filled, frame, cue, construction)
        return
    agents = first(filled, frame.agent)
    frame, patients = _acted_on(token, filled, frame, agents)
    if frame.relation is Relation.FIGHTS:
        agents = [a for agent in agents for a in behind_deed(agent)]  # "an Israeli strike killed"
    each_other = next(filter(is_reciprocal, patients), None)
    if each_other is not None and frame.relation.sign > 0 and child(each_other, "nmod:poss") is not None:
        return  # "armed each other's rebels" arms neither
    apart = each_other is not None and each_other.lower_ not in ("each", "one")  # "each side blamed the other"
    if each_other is not None and len(agents) == 1 and (apart or is_plural(agents[0])):  # "the two fought each other"
        made = _make(agents[0], agents[0], token, frame, cue, construction, background)
        yield replace(made, each_other=each_other.i)
        return
    if each_other is not None and len(agents) > 1:
        patients = agents  # "X and Y accused each other"
    for agent in agents:
        helps = frame.relation is Relation.BACKS and _is_machine(agent)
        told = replace(frame, relation=Relation.ASSISTS) if helps else frame
        for patient in (p for p in patients if p.i != agent.i):
            yield _make(agent, patient, token, told, cue, construction, background)
            if frame.both and not frame.relation.symmetric:
                yield _make(patient, agent, token, frame, cue, construction, background)


def _acted_on(token: Token, filled: Roles, frame: Frame, agents: list[Token]) -> tuple[Frame, list[Token]]:
    """Whom the words in a frame's place mean; they may make another relation of it."""
    patients = [named_place(p) for p in first(filled, frame.patient, but=agents)]
    if frame.relation is Relation.DEPLOYS_TO:
        patients = [seat(p) for p in patients]
    if frame.relation in _PENALTIES and "obj" not in frame.patient:  # "suspended arms sales" tells more elsewhere
        patients = [t for p in patients for t in _trading(p)]
    if frame.patient == ("within",):  # "advanced to within a mile of X"
        near = (p for p in patients if noun_lemma(p) in load_lexicon().groups["distance"])
        patients = [t for p in near for t in noun_roles(p).get("of")]
    if frame.relation is Relation.BACKS and (foes := [t for p in patients for t in ended(p)]):
        frame, patients = replace(frame, relation=Relation.FIGHTS), foes  # "commitment to the defeat of X"
    if frame.relation is Relation.BACKS and patients and all(map(is_utterance, patients)):
        frame = replace(frame, relation=Relation.ENDORSES)  # "supports X's plan"
    if frame.relation is Relation.OPPOSES and "obj" in frame.agent and any(map(is_attack, filled.subj)):
        frame = replace(frame, relation=Relation.FIGHTS)  # "the fighting pits X against Y"
    if frame.relation in (Relation.FIGHTS, Relation.COERCES):
        patients = raided(patients, token)
    if frame.relation is Relation.FIGHTS:
        return frame, struck(patients, filled, token)
    return frame, meant(patients, filled, frame.relation, token)


def _trading(goods: Token) -> list[Token]:
    """ "A ban on arms sales *to X*", "an embargo on imports from X": whom it is against."""
    if noun_lemma(goods) not in load_lexicon().groups["trade"]:
        return [goods]
    with_whom = [t for case, t in prepositional(goods) if case in ("to", "from", "with")]
    return [m for t in with_whom for m in expand(t)] or [goods]


def _make(
    agent: Token, patient: Token, token: Token, frame: Frame, cue: tuple[int, int], construction: str, background: bool
) -> Candidate:
    return Candidate(
        agent.i, frame.relation, patient.i, token.i, cue, construction, background=background, stop=frame.stop
    )


def _is_machine(agent: Token) -> bool:
    """ "Were supported by Nigerian *jets*": machines help, and back nobody."""
    return noun_lemma(agent) in load_lexicon().groups["vessel"] | load_lexicon().fleet


def _is_rival(party: Token) -> bool:
    """ "X and a *rival* gang fought", "the *two* sides have been fighting"."""
    before = [c for c in party.children if c.i < party.i]
    return any(c.lemma_ in load_lexicon().mutual_agents or c.lower_ == "two" for c in before)


def first(filled: Roles, names: tuple[str, ...], but: list[Token] | None = None) -> list[Token]:
    """What fills the first of these roles that is filled, but for some."""
    taken = {t.i for t in but or ()}
    for name in names:
        found = [t for t in filled.get(name) if t.i not in taken]
        if found:
            return found
    return []


def _mutual(token: Token, filled: Roles, frame: Frame, cue: tuple[int, int], construction: str) -> Iterator[Candidate]:
    """ "X and Y clashed", "a truce between X and Y": every pair in one coordinated phrase."""
    between = [t for t in filled.get("between") if not t.text.isdigit()] or filled.get("among")  # not 1998 and 2000
    parties = between if frame.agent == ("between",) else filled.get("subj")
    parties = filled.get("including") or parties if between else parties  # "among the players, including A, B and C"
    if len(parties) > 2:
        parties = [p for p in parties if not has_examples(p)]
    if frame.agent != ("between",) and any(other not in parties for other in filled.get("with")):
        return  # but "X fought together with Y"
    if frame.alone and not any(map(_is_rival, parties)):
        return  # "the army and the militia have been fighting" may be on one side
    if len(parties) == 1 and noun_lemma(parties[0]) in load_lexicon().groups["delegation"]:
        behind = noun_roles(parties[0])  # "delegations of X and Y held talks"
        parties = next((p for p in (behind.get("of"), behind.get("from")) if len(p) > 1), parties)
    if len(parties) == 1 and is_plural(parties[0]):
        yield _make(parties[0], parties[0], token, frame, cue, construction, False)  # "Thai and Cambodian troops met"
    for n, one in enumerate(parties):
        for other in parties[n + 1 :]:
            yield _make(one, other, token, frame, cue, construction, False)
            if not frame.relation.symmetric:
                yield _make(other, one, token, frame, cue, construction, False)
