"""A claim that a person adds: words selected in a document, and what they say."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from typing import Any

from imbroglio.case.review.fields import corrected, text
from imbroglio.errors import DecisionError
from imbroglio.knowledge.slug import slug
from imbroglio.model import Actor, ActorKind, Claim, Document, Interval, Name, Party, Relation, Span

LONGEST = 5_000  # characters of a quote


def made(
    document: Document, after: Mapping[str, Any], actors: Mapping[str, Actor], merged: Mapping[str, str], who: str
) -> tuple[Claim, list[Actor]]:
    """The claim that plain data describes, and the actors that are new with it.

    `subject` and `object` are `{"span", "id"}` of a known actor or `{"span", "name"}` of a new one; `fields` hold
    whatever else is to be said, as in a correction.

    Raises:
        DecisionError: a span lies outside the text, an actor or the relation is not known.
    """
    new: list[Actor] = []

    def party(role: str) -> Party:
        given = after.get(role)
        if not isinstance(given, dict):
            raise DecisionError(f"{role} must have a span and an id or a name")
        span = _span(given.get("span"), document, f"the words of the {role}")
        id = given.get("id")
        if id is not None and merged.get(str(id), id) in actors:
            actor = actors[merged.get(str(id), id)]
        elif id is None or "name" in given:
            actor = _actor(given, {*actors, *merged, *(a.id for a in new)})
            new.append(actor)
        else:
            raise DecisionError(f"the case has no actor {str(id)[:80]!r}; give a name to make one")
        return Party(actor.id, actor.name, span, f"added by {who}")

    if after.get("relation") not in {*Relation}:
        raise DecisionError(f"{str(after.get('relation'))[:80]!r} is no relation")
    subject, object_ = party("subject"), party("object")
    cue = _span(after.get("cue"), document, "the words that say the relation")
    spans = (subject.span, cue, object_.span)
    around = Span(min(s.start for s in spans), max(s.end for s in spans))
    quote = _span(after["quote"], document, "the quote") if after.get("quote") else around
    if quote.end - quote.start > LONGEST or not all(quote.contains(span) for span in spans):
        raise DecisionError(f"the quote must hold subject, cue and object, and no more than {LONGEST:,} characters")
    claim = Claim(
        document.id, subject, Relation(after["relation"]), object_, quote, cue, when=Interval(),
        construction=f"added by {who}",
    )  # fmt: skip
    fields = after.get("fields") or {}
    if not isinstance(fields, dict) or {"relation", "subject", "object"} & set(fields):
        raise DecisionError("fields must be an object without relation, subject and object")
    return corrected(claim, fields, actors), new


def new_id(name: str, taken: Collection[str]) -> str:
    """A slug of the name that nobody has."""
    first = slug(name) or "actor"
    numbers = (f"{first}-{n}" for n in range(2, len(taken) + 3))
    return first if first not in taken else next(id for id in numbers if id not in taken)


def _actor(given: Mapping[str, Any], taken: Collection[str]) -> Actor:
    name = text(given.get("name"), "the name of a new actor")
    kind = given.get("kind", ActorKind.OTHER.value)
    if kind not in {*ActorKind}:
        raise DecisionError(f"{str(kind)[:80]!r} is no kind of actor; choose one of {', '.join(ActorKind)}")
    return Actor(new_id(name, taken), name, ActorKind(kind), names=(Name(name, "preferred"),))


def _span(given: Any, document: Document, what: str) -> Span:
    fits = isinstance(given, list | tuple) and len(given) == 2 and all(type(n) is int for n in given)
    if not fits or not 0 <= given[0] < given[1] <= len(document.text):
        raise DecisionError(f"{what} must be [start, end) in the {len(document.text):,} characters of {document.id}")
    return Span(*given)
