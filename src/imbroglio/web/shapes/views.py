"""The views of actors, pairs, findings and documents."""

from __future__ import annotations

from typing import Literal, TypedDict

from imbroglio.web.shapes.claims import ActorName, Claim, Offsets, Record, Root, Speaker
from imbroglio.web.shapes.review import Decision, Question

Glyph = Literal["+", "−", "±", "○", "·"]


class Actor(TypedDict):
    """An actor in a list: how many claims it is a party to under the filters, its camp (0 or 1), how many actors are
    counted as it at the level asked for."""

    id: str
    name: str
    kind: str
    country: str | None
    known: bool
    described: bool
    claims: int
    faction: int | None
    members: int


class Sum(TypedDict):
    """What is said of one actor toward another: a `Cell` without its place."""

    glyph: Glyph
    roots: int
    plus: int
    minus: int
    claims: int
    theatres: int
    split: bool
    disagree: bool
    presupposed: bool
    hedged: bool
    denied: int


class Cell(Sum):
    """What is said of a row's actor toward a column's; both are indexes into the matrix's `actors`.

    `glyph` is `+` supports, `−` opposes, `±` both, `·` talks only, `○` structure only. `roots` counts independent
    origins of all claims shown, `plus` and `minus` those of either sign, `theatres` the named theatres. `split`: the
    theatres differ in sign. `disagree`: one source denies what another affirms, or two say the opposite of the same
    theatre. `presupposed`: no claim asserts it. `hedged`: no claim says it as a fact. `denied` counts denials.
    """

    row: int
    column: int


class Matrix(TypedDict):
    """Who stands where with whom. `total` is how many actors pass the filters; `actors` are those shown, in order."""

    version: str
    level: str
    order: str
    total: int
    claims: int
    actors: list[Actor]
    cells: list[Cell]


class Actors(TypedDict):
    """Actors, those most is said of first; `next` is the `after` of the next page."""

    version: str
    total: int
    actors: list[Actor]
    next: int | None


class Arc(TypedDict):
    """A line of the small picture of a finding: what its claims say between two of its actors, given by id."""

    subject: str
    object: str
    sign: int


class ClaimName(TypedDict):
    """A claim in short: who does what to whom."""

    id: str
    statement: str


class Finding(TypedDict):
    """What does not add up. `sides` are claims that pull against each other, `records` what they run against.

    `resolves` are sets of claims, the smallest first: if all of one set are wrong, the finding is gone.
    `arcs` are the sides in short, between the finding's own actors: a member's claim counts as the whole's.
    `state` is what a person decided; `stale` is true when the claims have changed since.
    """

    id: str
    rule: str
    sentence: str
    actors: list[ActorName]
    place: str | None
    score: float
    sides: list[list[Claim]]
    arcs: list[Arc]
    records: list[Record]
    resolves: list[list[ClaimName]]
    state: Literal["open", "kept", "dismissed"]
    note: str
    who: str | None
    stale: bool


class Findings(TypedDict):
    """`pending` is true while the findings of the latest decisions are being worked out (in large cases)."""

    version: str
    total: int
    findings: list[Finding]
    next: int | None
    pending: bool


class Claims(TypedDict):
    """A page of claims; `next` is the `after` of the next page."""

    version: str
    total: int
    claims: list[Claim]
    next: int | None


class Direction(TypedDict):
    """One direction of a tie, summed up as in a cell of the matrix."""

    subject: ActorName
    object: ActorName
    glyph: Glyph
    plus: int
    minus: int
    roots: int
    claims: int


class Bar(TypedDict):
    """A claim on a time line. `since` and `until` are null where open or unknown; `stated` dates are the document's."""

    claim: str
    subject: ActorName
    object: ActorName
    relation: str
    sign: int
    theatre: str | None
    since: str | None
    until: str | None
    precise: bool
    stated: bool
    published: str | None


class Theatre(TypedDict):
    """A country (or a place in none) and what is said of it; `plus` and `minus` count claims."""

    id: str
    name: str
    claims: int
    plus: int
    minus: int


class VoiceChain(TypedDict):
    """A chain of speakers, outermost first behind the outlet, and the claims that came through it."""

    outlet: str | None
    documents: list[str]
    said_by: list[Speaker]
    claims: list[str]


class Tie(TypedDict):
    """All that is said between two actors, either way."""

    version: str
    one: Actor
    other: Actor
    total: int
    claims: list[Claim]
    directions: list[Direction]
    timeline: list[Bar]
    theatres: list[Theatre]
    chains: list[VoiceChain]
    roots: list[Root]


class Name(TypedDict):
    """One of an actor's names; `why` says what makes it one of this actor's."""

    text: str
    role: str
    start: str | None
    end: str | None
    why: str


class Bond(TypedDict):
    """A structural relation to another actor, from the registry or a decision (`claims` empty) or from claims."""

    kind: str
    actor: ActorName
    start: str | None
    end: str | None
    why: str
    claims: list[str]


class Partner(TypedDict):
    """Another actor and what is said of the two in one theatre; counts are of claims, `material` of deeds."""

    actor: ActorName
    theatre: str | None
    plus: int
    minus: int
    claims: int
    material: int


class DocumentRow(TypedDict):
    """A document in a list."""

    id: str
    title: str | None
    outlet: str | None
    published: str | None
    claims: int
    length: int


class ActorPage(TypedDict):
    """One actor: names and why they are one, wholes and members, partners by theatre, time line, documents, review.

    `patrons` support it, `clients` are supported by it, `allies` both or without direction.
    """

    version: str
    actor: Actor
    names: list[Name]
    ids: dict[str, str]
    umbrella: ActorName | None
    wholes: list[Bond]
    members: list[Bond]
    leaders: list[Bond]
    renamed: list[Bond]
    merged: list[ActorName]
    allies: list[Partner]
    patrons: list[Partner]
    clients: list[Partner]
    enemies: list[Partner]
    timeline: list[Bar]
    documents: list[DocumentRow]
    questions: list[Question]
    decisions: list[Decision]


class Documents(TypedDict):
    """A page of documents; `next` is the `after` of the next page."""

    version: str
    total: int
    documents: list[DocumentRow]
    next: int | None


class Shade(TypedDict):
    """One attribution of a document; `parent` is the place in this list of the one it stands inside."""

    content: list[Offsets]
    source: Offsets | None
    cue: Offsets | None
    speaker: Speaker | None
    parent: int | None
    kind: str


class DocumentPage(TypedDict):
    """A stretch of a document: `text` is what lies in `span`; all offsets count from the beginning of the whole text.

    `next` is the `start` of the next stretch. `skip` was passed over by the reader. The text is other people's: it goes
    into a page as text only.
    """

    version: str
    document: DocumentRow
    url: str | None
    path: str | None
    hash: str
    span: Offsets
    next: int | None
    text: str
    skip: list[Offsets]
    claims: list[Claim]
    quotations: list[Shade]
    records: list[Record]
