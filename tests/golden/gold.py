"""Gold rows as claims, so that what stands after the reader can be tested without it."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

from imbroglio.model import Actor, ActorKind, Bond, Claim, Document, Interval, Party, Relation, Span, Speaker

SHARED = Path(__file__).parents[3] / "shared"
GOLD = SHARED / "gold" / "dev"

_BODIES = {  # enough of a registry to read the two founding articles
    "united-states-military": "united-states", "cia": "united-states", "pentagon": "united-states",
    "trump-administration": "united-states", "syrian-government": "syria", "syrian-government-forces": "syria",
    "syrian-arab-army": "syria", "islamic-revolutionary-guard-corps": "iran", "government-of-iran": "iran",
    "government-of-iraq": "iraq", "iraqi-government": "iraq", "iraqi-government-forces": "iraq",
}  # fmt: skip
_STATES = ["united-states", "iran", "iraq", "syria", "russia", "jordan", "saudi-arabia"]
_MEDIA = ["reuters", "the-daily-beast", "al-jazeera", "al-mayadeen-tv"]
_UMBRELLAS = ("popular-mobilization-units",)
_PERSONS = {"bashar-al-assad": "syria", "donald-trump": "united-states", "hadi-al-amiri": "badr-organization"}
_DESCRIBED = re.compile(r"rebels|militias|fighters|troops|groups|allies|states$|officials|reports")


def slug(name: str) -> str:
    return re.sub(r"\W+", "-", name.lower()).strip("-")


def load(prefix: str) -> tuple[list[Document], list[Claim], dict[str, Actor]]:
    """Documents, claims and actors of the gold documents whose id begins so."""
    rows = [json.loads(line) for line in (GOLD / "documents.jsonl").read_text().splitlines()]
    documents = [
        Document(row["id"], row["text"], row.get("sha256", "")) for row in rows if row["id"].startswith(prefix)
    ]
    actors: dict[str, Actor] = {}
    texts = {document.id: document.text for document in documents}
    lines = (GOLD / "claims.jsonl").read_text().splitlines()
    kept = [row for row in map(json.loads, lines) if row["doc"] in texts and not row.get("optional")]
    return documents, [_claim(row, texts[row["doc"]], actors) for row in kept], actors


def _claim(row: dict[str, Any], text: str, actors: dict[str, Actor]) -> Claim:
    also = row.get("also", {})
    spans = {key: Span(*row[f"{key}_span"]) for key in ("subject", "cue", "object")}
    quote = Span(min(s.start for s in spans.values()), max(s.end for s in spans.values()))
    parties = [
        Party(_actor(also.get(f"{key}_is") or row[f"{key}_is"], actors), row[f"{key}_is"], spans[key])
        for key in ("subject", "object")
    ]
    said_by = also.get("said_by") or row["said_by"]
    return Claim(
        row["doc"], parties[0], Relation(row["relation"]), parties[1], quote, spans["cue"], row["polarity"],
        row["firmness"], row["background"], row["trend"], Interval(row["tense"]), row["place"], None, row["via"], None,
        tuple(Speaker(s["name"], _actor(s["name"], actors), s["anonymous"]) for s in said_by), row["s"],
    )  # fmt: skip


def _actor(name: str, actors: dict[str, Actor]) -> str:
    id = slug(name)
    if id not in actors:
        described = bool(_DESCRIBED.search(name)) and id not in _STATES
        bonds: tuple[Bond, ...] = ()
        kind, country = ActorKind.OTHER, None
        if id in _STATES:
            kind = ActorKind.STATE
        elif id in _MEDIA:
            kind = ActorKind.MEDIA
        elif id in _BODIES:
            kind, country = ActorKind.BODY, _BODIES[id]
            bonds = (Bond("part_of", country),)
        elif id in _PERSONS:
            kind, bonds = ActorKind.PERSON, (Bond("leads", _PERSONS[id]),)
        elif re.search(r"border|aleppo$|province|mosul|^syria$|territory|southeast", id):
            kind = ActorKind.PLACE
        elif id in _UMBRELLAS:
            kind, country = ActorKind.UMBRELLA, "iraq"
        elif described or re.search("organization|hezbollah|asa-ib|islamic-state", id):
            kind = ActorKind.GROUP
            country = "iraq" if "iraqi" in id else "syria" if "syrian" in id else None
        actors[id] = Actor(id, name, kind, country, bonds=bonds, described=described)
        if country:
            _actor({"united-states": "United States"}.get(country, country.title()), actors)
    return id
