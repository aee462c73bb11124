"""The casefile's tables.

A record is kept whole as JSON in `body`; the columns beside it are what one searches by. Only types that SQLite and
PostgreSQL share are used.
"""

from __future__ import annotations

from sqlalchemy import Boolean, Column, Date, Float, ForeignKey, Index, Integer, MetaData, String, Table, Text

VERSION = "2"
OLDER = {"1": ("decisions",)}  # versions that are brought up to date by making the tables they lack
CHANGES = "changes"  # the row of `about` that counts how often documents were added; no part of a dump

metadata = MetaData()

about = Table("about", metadata, Column("key", String, primary_key=True), Column("value", String, nullable=False))

documents = Table(
    "documents",
    metadata,
    Column("seq", Integer, primary_key=True),  # the order in which they were added
    Column("id", String, nullable=False, unique=True),
    Column("hash", String(64), nullable=False, unique=True),
    Column("text", Text, nullable=False),
    Column("source", String),
    Column("published", Date),
    Column("title", String),
    Column("url", String),
    Column("path", String),
    Column("skip", Text, nullable=False),  # JSON: the stretches passed over
    Column("reader", String, nullable=False),  # version of the reader whose reading is kept
)


def _document() -> Column[int]:
    return Column("document", ForeignKey("documents.seq", ondelete="CASCADE"), primary_key=True)


claims = Table(
    "claims",
    metadata,
    _document(),
    Column("position", Integer, primary_key=True),
    Column("id", String(16), nullable=False),
    Column("subject", String, nullable=False),
    Column("relation", String, nullable=False),
    Column("object", String, nullable=False),
    Column("place", String),
    Column("place_id", String),
    Column("trust", Float, nullable=False),
    Column("body", Text, nullable=False),
    Index("claims_id", "id"),
    Index("claims_subject", "subject"),
    Index("claims_object", "object"),
)

records = Table(  # quotations, agreements, norms, goals, routes, unresolved
    "records",
    metadata,
    _document(),
    Column("kind", String, primary_key=True),
    Column("position", Integer, primary_key=True),
    Column("body", Text, nullable=False),
)

actors = Table(  # as some reading knew them: two readings that differ about an actor are two rows
    "actors",
    metadata,
    Column("digest", String(64), primary_key=True),  # SHA-256 of `body`
    Column("id", String, nullable=False, index=True),
    Column("name", String, nullable=False),
    Column("kind", String, nullable=False),
    Column("known", Boolean, nullable=False),
    Column("body", Text, nullable=False),
)

readings_actors = Table(
    "readings_actors",
    metadata,
    _document(),
    Column("position", Integer, primary_key=True),
    Column("actor", ForeignKey("actors.digest"), nullable=False, index=True),
)

decisions = Table(  # the log: rows are added and never changed
    "decisions",
    metadata,
    Column("number", Integer, primary_key=True, autoincrement=False),  # two writers cannot take the same place
    Column("id", String(16), nullable=False, unique=True),
    Column("at", String, nullable=False),
    Column("who", String, nullable=False),
    Column("kind", String, nullable=False),
    Column("body", Text, nullable=False),
)
