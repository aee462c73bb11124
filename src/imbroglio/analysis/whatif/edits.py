"""A case with something left out, turned, added or merged; the case itself stays as it is."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import replace

from imbroglio.analysis.whatif.matter import Matter
from imbroglio.errors import CaseError
from imbroglio.graph import Affiliations, Level
from imbroglio.model import Actor, Claim, Document, Party, Relation, Span, Speaker

SUPPOSED = "what-if"  # the document of claims that are added
_TURNED = {1: Relation.OPPOSES, -1: Relation.BACKS}


def drop_voice(matter: Matter, name: str, ids: Collection[str] = ()) -> Matter:
    """Without what this speaker says or passes on. Raises `CaseError` if nothing is said by anybody of that name."""
    left = matter.keeping(lambda _, said_by: not any(_is(speaker, name, ids) for speaker in said_by))
    return _changed(matter, left, f"nobody called {name!r} is a source; `imbroglio quotes` lists who said what")


def drop_outlet(matter: Matter, name: str, ids: Collection[str] = ()) -> Matter:
    """Without what this outlet published, and what others pass on from it. Raises `CaseError` if that is nothing."""
    own = {id for id, document in matter.documents.items() if (document.source or "").casefold() == name.casefold()}
    left = matter.keeping(lambda id, said_by: id not in own and not any(_is(one, name, ids) for one in said_by))
    known = ", ".join(sorted({document.source for document in matter.documents.values() if document.source}))
    return _changed(matter, left, f"nothing is of the outlet {name!r}; the outlets are {known or 'not known'}")


def drop_claim(matter: Matter, id: str) -> Matter:
    """Without one claim, given by its id or the beginning of it. Raises `CaseError` if it fits none or several."""
    fitting = [claim for claim in matter.claims if id and claim.id.startswith(id)]
    if len(fitting) != 1:
        many = f"{len(fitting)} claims begin so" if fitting else "no claim has it"
        raise CaseError(f"claim {id!r}: {many}; `imbroglio claims CASE --format jsonl` prints their ids")
    return replace(matter, claims=tuple(claim for claim in matter.claims if claim is not fitting[0]))


def drop_firmness(matter: Matter, firmness: str) -> Matter:
    """Without claims of this firmness: hedged, planned …"""
    left = replace(matter, claims=tuple(claim for claim in matter.claims if claim.firmness != firmness))
    return _changed(matter, left, f"no claim is {firmness!r}")


def drop_tie(matter: Matter, ones: Collection[str], others: Collection[str]) -> Matter:
    """Without support and hostility between two actors, those that act for them included."""
    between = _between(matter, ones, others)
    left = replace(matter, claims=tuple(claim for claim in matter.claims if claim.id not in between))
    return _changed(matter, left, "nothing is said of support or hostility between the two")


def flip_tie(matter: Matter, ones: Collection[str], others: Collection[str]) -> Matter:
    """With what supports between two actors opposing, and the reverse."""
    between = _between(matter, ones, others)
    claims = tuple(
        replace(claim, relation=_TURNED[claim.relation.sign]) if claim.id in between else claim
        for claim in matter.claims
    )
    left = replace(matter, claims=claims)
    return _changed(matter, left, "nothing is said of support or hostility between the two")


def add_tie(matter: Matter, one: str, relation: Relation, other: str) -> Matter:
    """With a claim that somebody supposes; its words are those of the supposition. The ids must be the case's."""
    names = [matter.actors[id].name for id in (one, other)]
    said = matter.documents[SUPPOSED].text if SUPPOSED in matter.documents else ""
    start = len(said)
    text = f"{said}{names[0]} {relation.value} {names[1]} (supposed).\n"
    first = Span(start, start + len(names[0]))
    cue = Span(first.end + 1, first.end + 1 + len(relation.value))
    second = Span(cue.end + 1, cue.end + 1 + len(names[1]))
    parties = (
        Party(id, name, span, "supposed") for id, name, span in zip((one, other), names, (first, second), strict=True)
    )
    subject, object_ = parties
    claim = Claim(SUPPOSED, subject, relation, object_, Span(start, len(text) - 1), cue, construction="what-if")
    documents = {**matter.documents, SUPPOSED: Document(SUPPOSED, text, SUPPOSED, source="what if")}
    return replace(matter, documents=documents, claims=(*matter.claims, claim))


def merge(matter: Matter, one: str, other: str) -> Matter:
    """With two actors as one, under the first's name; what is said between them falls away. Raises `CaseError` where
    they are one already."""
    if one == other:
        raise CaseError(f"{matter.actors[one].name} is one actor already; name two")
    name = matter.actors[one].name

    def party(found: Party) -> Party:
        return replace(found, actor=one, name=name) if found.actor == other else found

    claims = tuple(replace(c, subject=party(c.subject), object=party(c.object)) for c in matter.claims)
    agreements = tuple(
        replace(a, parties=tuple(map(party, a.parties)), excluded=tuple(map(party, a.excluded)))
        for a in matter.agreements
    )
    norms = tuple(
        replace(
            n,
            bound=n.bound and party(n.bound),
            toward_party=n.toward_party and party(n.toward_party),
            toward_tied_to=n.toward_tied_to and party(n.toward_tied_to),
        )
        for n in matter.norms
    )
    merged = {id: one if into == other else into for id, into in matter.merged.items()} | {other: one}
    return Matter(matter.documents, _merged(matter.actors, one, other), claims, agreements, norms, merged)


def _merged(actors: Mapping[str, Actor], one: str, other: str) -> dict[str, Actor]:
    """The actors with all bonds of and to the second one at the first."""
    made = {}
    for id, actor in actors.items():
        bonds = actor.bonds + (actors[other].bonds if id == one else ())
        bonds = tuple(replace(bond, target=one) if bond.target == other else bond for bond in bonds)
        if id != other:
            made[id] = replace(actor, bonds=tuple(bond for bond in bonds if bond.target != id))
    return made


def _between(matter: Matter, ones: Collection[str], others: Collection[str]) -> set[str]:
    """Ids of the signed claims between two actors as factions count them."""
    affiliations = Affiliations(matter.actors, matter.claims)
    first, second = ({affiliations.roll(id, Level.STATE) for id in ids} for ids in (ones, others))
    found = set()
    for claim in matter.claims:
        a, b = (affiliations.roll(party.actor, Level.STATE) for party in (claim.subject, claim.object))
        if claim.relation.sign and a != b and ((a in first and b in second) or (a in second and b in first)):
            found.add(claim.id)
    return found


def _is(speaker: Speaker, name: str, ids: Collection[str]) -> bool:
    return speaker.actor in ids or speaker.name.casefold() == name.casefold()


def _changed(before: Matter, after: Matter, problem: str) -> Matter:
    if after == before:
        raise CaseError(problem)
    return after
