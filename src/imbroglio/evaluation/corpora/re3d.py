"""re3d: is a pair of entities related as its labellers said?

A pair is two entities of re3d's own list, in either order; ends agree as in `matching.overlap`, each pair is used
once, and claims of ours about anything that the list lacks are left out. re3d's relations are not ours:
FightingAgainst takes in any stated will to defeat somebody, AlliesOf any help, InChargeOf the holding of places and
weapons, IsSynonymOf what we do not claim at all: an acronym in brackets, an apposition. So each is held against a group
of relations, and synonyms against neighbouring mentions of one actor. Praise, thanks and welcomes (`endorses`) are
re3d's Likes, which takes in much that nobody says, and are not measured.

The labels come from a crowd. In four of ten FightingAgainst one end is a weapon, a vehicle, a place or the word
"strikes"; of InChargeOf most is a place or a weapon held; BelongsTo has ships of a fleet and "we" of a speaker. Some
pairs have a confidence of .2 and nothing in the text that bears them out, while of the fights between actors that we
find and re3d lacks more than half stand in the text ("has flown over 870 missions … on ISIL targets"). All labels
count in the figures named as re3d names them; "between actors" leaves out those with an end that is no organisation,
person or nationality, on both sides.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from imbroglio.errors import GoldError
from imbroglio.evaluation.matching import overlap
from imbroglio.evaluation.measure import Measure, f1
from imbroglio.evaluation.reading import Progress, counted
from imbroglio.model import Claim, Mentions

OURS = {
    "FightingAgainst": frozenset("fights opposes coerces".split()),
    "AlliesOf": frozenset("backs arms funds assists fights_for fights_alongside allied_with shelters".split()),
    "BelongsTo": frozenset(["part_of"]),
    "InChargeOf": frozenset("leads controls".split()),
    "IsSynonymOf": frozenset(["same_as"]),
}
ACTORS = frozenset(["Organisation", "Person", "Nationality"])
_BESIDE = re.compile(r"[^\w\n]{1,3}")  # between a name and its other name: a bracket, a comma
Ends = tuple[int, int]
Pair = tuple[Ends, Ends]


@dataclass(slots=True)
class Labelled:
    """One document's text, its entities (type by span) and the pairs of each relation."""

    text: str
    entities: dict[Ends, str] = field(default_factory=dict)
    pairs: dict[str, list[Pair]] = field(default_factory=lambda: {name: [] for name in OURS})

    def types(self, end: Ends) -> set[str]:
        """The types of the entities that a span of ours, or one of theirs, stands on."""
        return {type_ for entity, type_ in self.entities.items() if overlap(entity, end)}

    def between_actors(self, pair: Pair) -> bool:
        return all(self.types(end) & ACTORS for end in pair)


def measure(folder: Path, progress: Progress = None) -> dict[str, Measure]:
    """F1 of each relation, of all together, and of fights and alliances between actors; `folder` has the sources'."""
    labelled = _load(folder)
    counts: dict[str, list[tuple[int, int, int]]] = {}
    for document, found in _read(labelled, progress):
        wanted = labelled[document]
        rows = {name: _count(found[name], wanted.pairs[name]) for name in OURS}
        for name in ("FightingAgainst", "AlliesOf"):
            one, two = (list(filter(wanted.between_actors, side[name])) for side in (found, wanted.pairs))
            rows[f"{name}, between actors"] = _count(one, two)
        rows["all five"] = tuple(sum(rows[name][k] for name in OURS) for k in range(3))  # type: ignore[assignment]
        for name, row in rows.items():
            counts.setdefault(name, []).append(row)
    return {name: Measure.of(rows, f1) for name, rows in counts.items()}


def _count(found: Sequence[Pair], wanted: Sequence[Pair]) -> tuple[int, int, int]:
    """Right, found, labelled: the best overlaps are matched first, each pair once."""
    scored = sorted(
        ((like, i, j) for i, w in enumerate(wanted) for j, f in enumerate(found) if (like := _likeness(w, f))),
        key=lambda row: (-row[0], row[1], row[2]),
    )
    used: set[tuple[str, int]] = set()
    for _, i, j in scored:
        if not used & {("wanted", i), ("found", j)}:
            used |= {("wanted", i), ("found", j)}
    return len(used) // 2, len(found), len(wanted)


def _likeness(one: Pair, two: Pair) -> float:
    straight, swapped = (overlap(one[0], two[k]) * overlap(one[1], two[1 - k]) for k in (0, 1))
    return max(straight, swapped)


def _load(folder: Path) -> dict[str, Labelled]:
    labelled: dict[str, Labelled] = {}
    for source in sorted(path.parent for path in folder.glob("*/documents.json")):
        labelled |= {row["_id"]: Labelled(row["text"]) for row in _rows(source / "documents.json")}
        for row in _rows(source / "entities.json"):
            labelled[row["documentId"]].entities[row["begin"], row["end"]] = row["type"]
        for row in _rows(source / "relations.json"):
            ends = (row["sourceBegin"], row["sourceEnd"]), (row["targetBegin"], row["targetEnd"])
            if row["type"] in OURS and ends[0] != ends[1]:
                document = labelled[row["documentId"]]
                for end in ends:
                    document.entities.setdefault(end, "unlisted")
                if ends[::-1] not in document.pairs[row["type"]] and ends not in document.pairs[row["type"]]:
                    document.pairs[row["type"]].append(ends)
    if not labelled:
        raise GoldError(f"{folder}: no */documents.json in it; give the folder that holds re3d's sources")
    return labelled


def _rows(path: Path) -> list[dict[str, Any]]:
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines() if line.strip()]


def _read(labelled: Mapping[str, Labelled], progress: Progress) -> Iterator[tuple[str, dict[str, list[Pair]]]]:
    """Each document's pairs by re3d's relations, as we read them."""
    from imbroglio.claims import read_claims
    from imbroglio.documents import make_document
    from imbroglio.pipeline import mentions_of

    documents = (make_document(one.text, id=id) for id, one in labelled.items())
    for document, doc, mentions in counted(mentions_of(documents), progress):
        one = labelled[document.id]
        claims = read_claims(document, doc, mentions).claims
        found = {name: list(_claimed(claims, ours)) for name, ours in OURS.items()}
        found["IsSynonymOf"] += _synonyms(mentions, one.text)
        yield document.id, {name: _known(pairs, one) for name, pairs in found.items()}


def _known(pairs: Iterable[Pair], document: Labelled) -> list[Pair]:
    """Those between entities of re3d's list, each once."""
    kept: list[Pair] = []
    for pair in pairs:
        if all(map(document.types, pair)) and not any(_likeness(pair, other) for other in kept):
            kept.append(pair)
    return kept


def _claimed(claims: Iterable[Claim], relations: frozenset[str]) -> Iterator[Pair]:
    for claim in claims:
        if claim.relation in relations and claim.polarity == "yes":
            one, two = claim.subject.span, claim.object.span
            yield (one.start, one.end), (two.start, two.end)


def _synonyms(mentions: Mentions, text: str) -> Iterator[Pair]:
    """Neighbouring mentions of one actor: "the Syrian Democratic Forces (SDF)"."""
    ordered = sorted(mentions.items, key=lambda m: (m.span.start, m.span.end))
    for n, one in enumerate(ordered):
        for two in ordered[n + 1 :]:
            if two.span.start > one.span.end + 3:
                break
            beside = one.span.end <= two.span.start and _BESIDE.fullmatch(text[one.span.end : two.span.start])
            if one.actors == two.actors and beside:
                yield (one.span.start, one.span.end), (two.span.start, two.span.end)
