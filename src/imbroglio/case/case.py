"""The casefile: documents in, records out, one transaction a document."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from os import PathLike, fspath
from pathlib import Path
from types import TracebackType
from typing import Any

from sqlalchemy import (
    ColumnElement,
    Connection,
    Engine,
    and_,
    create_engine,
    delete,
    event,
    func,
    insert,
    inspect,
    or_,
    select,
    update,
)
from sqlalchemy.exc import DBAPIError, IntegrityError
from sqlalchemy.pool import StaticPool

from imbroglio.case import rows, schema
from imbroglio.case.codec import loads
from imbroglio.case.review import Review
from imbroglio.errors import CaseError
from imbroglio.model import Actor, Claim, Decision, Document, Reading, Relation


class Case:
    """One investigation's documents and what was read in them.

    Made by `open` (a file, or a database address) or `memory`. What it gives back is in the order in which documents
    were added and, within one, in the order of the reading.
    """

    def __init__(self, engine: Engine, name: str) -> None:
        self.name = name
        self._engine = engine
        self._review: Review | None = None
        if engine.dialect.name == "sqlite":
            event.listen(engine, "connect", lambda raw, _: raw.execute("PRAGMA foreign_keys = ON"))

    @classmethod
    def open(cls, path: str | PathLike[str], *, create: bool = True) -> Case:
        """The casefile at this path (or database address, `postgresql://…`), made if it is not there yet.

        Raises:
            CaseError: it is missing and `create` is false, it is no casefile, or it is of another version.
        """
        name = fspath(path)
        if "://" in name:
            return cls(create_engine(name), name)._ready()
        file = Path(name)
        if not create and not file.is_file():
            raise CaseError(f"{name}: no such casefile; make one with: imbroglio read FILES --case {name}")
        if file.exists() and file.stat().st_size and not is_casefile(file):
            raise CaseError(f"{name}: is not a casefile; give another path to --case")
        if not file.parent.is_dir():
            raise CaseError(f"{name}: the folder {file.parent} does not exist; make it first")
        return cls(create_engine(f"sqlite:///{file}"), name)._ready()

    @classmethod
    def memory(cls) -> Case:
        """A case that lives as long as the object."""
        engine = create_engine("sqlite://", poolclass=StaticPool, connect_args={"check_same_thread": False})
        return cls(engine, "memory")._ready()

    @property
    def shared(self) -> bool:
        """Whether others can open the same case by its name: all can but those that live in memory."""
        return bool(self._engine.url.database)

    def add(self, document: Document, reading: Reading, reader_version: str = "", *, again: bool = False) -> bool:
        """Keeps a document with its reading; True if that changed the case.

        A text that the case already has (by its hash) is left alone, unless `again`: then the new reading replaces the
        old one, under the id that the document has in the case.

        Raises:
            CaseError: another text has this id, or the reading is of another document.
        """
        if reading.document != document.id:
            raise CaseError(f"{document.id}: the reading is of another document, {reading.document}")
        with self._write() as connection:
            known = connection.execute(select(schema.documents).where(_same_text_or_id(document))).all()
            if any(row.hash != document.hash for row in known):
                raise CaseError(f"{document.id}: another text in {self.name} has this id; give it a new one")
            if known and not again:
                return False
            if known and known[0].id != document.id:
                raise CaseError(f"{document.id}: {self.name} has this text as {known[0].id}; read it under that id")
            if known:
                _forget(connection, known[0].seq)
            _keep(connection, document, reading, reader_version, known[0].seq if known else None)
            _changed(connection)
        return True

    def document(self, id: str) -> Document:
        """The document of this id; `CaseError` if there is none."""
        for document in self._documents(schema.documents.c.id == id):
            return document
        raise CaseError(f"{self.name} has no document {id!r}; `imbroglio brief` lists those it has")

    def id_of(self, hash: str) -> str | None:
        """The id under which the case has the text with this SHA-256, or None."""
        with self._read() as connection:
            found: str | None = connection.scalar(select(schema.documents.c.id).where(schema.documents.c.hash == hash))
        return found

    def has(self, id: str) -> bool:
        """True if a document has this id."""
        with self._read() as connection:
            return connection.scalar(select(schema.documents.c.seq).where(schema.documents.c.id == id)) is not None

    def documents(self) -> list[Document]:
        """All documents."""
        return self._documents()

    def claims(
        self,
        *,
        actor: str | Iterable[str] | None = None,
        pair: tuple[str | Iterable[str], str | Iterable[str]] | None = None,
        relation: Relation | Iterable[Relation] | None = None,
        place: str | Iterable[str] | None = None,
        document: str | Iterable[str] | None = None,
        min_trust: float = 0.0,
    ) -> list[Claim]:
        """Claims that pass every filter given; a filter with several values lets any of them pass.

        `actor` is an actor id on either side, `pair` two of them in either order, `place` a place's name or id.
        """
        c = schema.claims.c
        wanted = [c.trust >= min_trust]
        if actor is not None:
            wanted.append(or_(c.subject.in_(_several(actor)), c.object.in_(_several(actor))))
        if pair is not None:
            one, other = map(_several, pair)
            wanted.append(
                or_(and_(c.subject.in_(one), c.object.in_(other)), and_(c.subject.in_(other), c.object.in_(one)))
            )
        if relation is not None:
            wanted.append(c.relation.in_(_several(relation)))
        if place is not None:
            wanted.append(or_(c.place.in_(_several(place)), c.place_id.in_(_several(place))))
        if document is not None:
            wanted.append(schema.documents.c.id.in_(_several(document)))
        query = select(c.body).join(schema.documents).where(*wanted).order_by(c.document, c.position)
        with self._read() as connection:
            return [rows.claim(body) for body in connection.scalars(query)]

    def readings(self) -> list[Reading]:
        """What was read in each document, in the order of `documents`."""
        with self._read() as connection:
            return rows.readings(connection)

    def actors(self) -> dict[str, Actor]:
        """Every actor that a reading refers to, by id; names and bonds that readings added are put together."""
        found: dict[str, Actor] = {}
        a, r = schema.actors.c, schema.readings_actors.c
        query = select(a.body).join(schema.readings_actors).order_by(r.document, r.position)
        with self._read() as connection:
            for body in dict.fromkeys(connection.scalars(query)):
                actor = rows.actor(body)
                found[actor.id] = rows.together(found[actor.id], actor) if actor.id in found else actor
        return found

    def reading(self, document: str) -> Reading:
        """What was read in the document of this id; `CaseError` if there is none."""
        self.document(document)
        with self._read() as connection:
            (found,) = rows.readings(connection, document)
        return found

    def records(self, kind: str) -> list[Any]:
        """All records of this kind (`agreements`, `norms`, `goals`, `routes`, `quotations`, `unresolved`)."""
        r = schema.records.c
        query = select(r.body).where(r.kind == kind).order_by(r.document, r.position)
        with self._read() as connection:
            return [rows.record(kind, body) for body in connection.scalars(query)]

    def state(self) -> int:
        """A number that grows whenever a document is read into the case, or read again."""
        with self._read() as connection:
            return int(connection.scalar(select(schema.about.c.value).where(schema.about.c.key == schema.CHANGES)) or 0)

    def decisions(self, after: int = 0) -> list[Decision]:
        """The log of decisions, in order, behind number `after`."""
        c = schema.decisions.c
        with self._read() as connection:
            found = connection.scalars(select(c.body).where(c.number > after).order_by(c.number))
            return [loads(Decision, body) for body in found]

    def log(self) -> int:
        """The number of the last decision, 0 before the first."""
        with self._read() as connection:
            return connection.scalar(select(func.max(schema.decisions.c.number))) or 0

    def keep(self, decision: Decision) -> bool:
        """Adds a decision to the log; False if somebody has taken its number, and nothing is written."""
        try:
            with self._write() as connection:
                connection.execute(insert(schema.decisions).values(rows.of_decision(decision)))
        except CaseError as error:
            if isinstance(error.__cause__, IntegrityError):
                return False
            raise
        return True

    @property
    def review(self) -> Review:
        """Decisions over what was read: to take them, and to see the case as they leave it."""
        if self._review is None:
            self._review = Review(self)
        return self._review

    def dump(self) -> str:
        """The whole case as text that is equal for equal cases, whatever order they were filled in."""
        with self._read() as connection:
            return rows.dump(connection)

    def close(self) -> None:
        """Lets the database go; an in-memory case is gone then."""
        self._engine.dispose()

    def __enter__(self) -> Case:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        self.close()

    def _documents(self, *wanted: ColumnElement[bool]) -> list[Document]:
        query = select(schema.documents).where(*wanted).order_by(schema.documents.c.seq)
        with self._read() as connection:
            return [rows.document(row) for row in connection.execute(query)]

    def _ready(self) -> Case:
        """Makes the tables of a new case; refuses another version and other programs' databases."""
        about = schema.about.c
        with self._read() as connection:
            tables = set(inspect(connection).get_table_names())
        if not tables:
            with self._write() as connection:
                schema.metadata.create_all(connection)
                connection.execute(insert(schema.about).values(key="version", value=schema.VERSION))
        elif not tables >= set(schema.metadata.tables) - {name for new in schema.OLDER.values() for name in new}:
            raise CaseError(f"{self.name}: is not a casefile; give another path to --case")
        with self._read() as connection:
            found = connection.scalar(select(about.value).where(about.key == "version"))
        if found in schema.OLDER:
            with self._write() as connection:
                schema.metadata.create_all(connection)
                connection.execute(update(schema.about).where(about.key == "version").values(value=schema.VERSION))
        elif found != schema.VERSION:
            message = f"{self.name}: is a casefile of version {found}, this program writes {schema.VERSION}"
            raise CaseError(f"{message}; read the documents into a new one")
        return self

    @contextmanager
    def _read(self) -> Iterator[Connection]:
        with self._named_errors(), self._engine.connect() as connection:
            yield connection

    @contextmanager
    def _write(self) -> Iterator[Connection]:
        with self._named_errors(), self._engine.begin() as connection:
            yield connection

    @contextmanager
    def _named_errors(self) -> Iterator[None]:
        try:
            yield
        except DBAPIError as error:
            raise CaseError(f"{self.name}: {error.orig}; is it writable, not full, and not in use?") from error


def is_casefile(path: str | PathLike[str]) -> bool:
    """True for a file that SQLite wrote."""
    try:
        with open(path, "rb") as file:
            return file.read(16) == b"SQLite format 3\x00"
    except OSError:
        return False


def _same_text_or_id(document: Document) -> ColumnElement[bool]:
    c = schema.documents.c
    return or_(c.hash == document.hash, c.id == document.id)


def _several(values: str | Iterable[str]) -> list[str]:
    return [str(values)] if isinstance(values, str) else [str(v) for v in values]


def _changed(connection: Connection) -> None:
    about = schema.about.c
    before = connection.scalar(select(about.value).where(about.key == schema.CHANGES))
    connection.execute(delete(schema.about).where(about.key == schema.CHANGES))
    connection.execute(insert(schema.about).values(key=schema.CHANGES, value=str(int(before or 0) + 1)))


def _forget(connection: Connection, seq: int) -> None:
    for table in (schema.claims, schema.records, schema.readings_actors):
        connection.execute(delete(table).where(table.c.document == seq))
    connection.execute(delete(schema.documents).where(schema.documents.c.seq == seq))
    in_use = select(schema.readings_actors.c.actor)
    connection.execute(delete(schema.actors).where(schema.actors.c.digest.not_in(in_use)))


def _keep(connection: Connection, document: Document, reading: Reading, reader: str, seq: int | None) -> None:
    place = {"seq": seq} if seq is not None else {}
    made = connection.execute(insert(schema.documents).values(**place, **rows.of_document(document, reader)))
    assert made.inserted_primary_key is not None
    seq = made.inserted_primary_key[0]
    new, links = rows.of_actors(reading.actors, seq)
    digest = schema.actors.c.digest
    known = set(connection.scalars(select(digest).where(digest.in_(row["digest"] for row in new))))
    for table, values in (
        (schema.actors, [row for row in new if row["digest"] not in known]),
        (schema.readings_actors, links),
        (schema.claims, rows.of_claims(reading.claims, seq)),
        (schema.records, rows.of_records(reading, seq)),
    ):
        if values:
            connection.execute(insert(table), values)
