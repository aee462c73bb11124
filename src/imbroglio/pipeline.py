"""Documents in, readings out, into a case: the only file that knows every stage."""

from __future__ import annotations

import itertools
import logging
from collections import deque
from collections.abc import Callable, Generator, Iterable, Iterator
from contextlib import closing
from dataclasses import dataclass, field, replace
from datetime import date
from os import PathLike
from typing import TYPE_CHECKING, TypeAlias

from imbroglio import __version__
from imbroglio.errors import DocumentError, ImbroglioError
from imbroglio.model import Document, Mentions, Reading

if TYPE_CHECKING:
    import spacy

    from imbroglio.actors import Registry
    from imbroglio.case import Case
    from imbroglio.language.plain import Doc

Source: TypeAlias = str | PathLike[str] | Document
Result: TypeAlias = Reading | DocumentError
Reader: TypeAlias = Callable[[Iterable[Document]], Iterator[Result]]
"""Makes of each document, in order, its reading or the reason why there is none."""

Results: TypeAlias = Generator[tuple[Document, Result], None, None]

CHUNK = 8_000  # characters that a worker process gets at a time: about half a second's work

_log = logging.getLogger(__name__)


@dataclass(slots=True)
class Summary:
    """What became of the documents of one run, each list in the order of reading."""

    case: Case
    read: list[str] = field(default_factory=list)  # ids of documents that were read now
    known: list[str] = field(default_factory=list)  # ids of documents that the case had already
    failed: list[DocumentError] = field(default_factory=list)
    claims: int = 0  # found now

    @property
    def exit_code(self) -> int:
        """0 if every document was read or known, 1 if some were not, 2 if none was."""
        if not (self.read or self.known):
            return 2
        return 1 if self.failed else 0


def read(
    sources: Source | Iterable[Source],
    *,
    case: Case | None = None,
    source: str | None = None,
    published: date | None = None,
    again: bool = False,
    processes: int = 1,
    progress: Callable[[Summary], None] | None = None,
    reader: Reader | None = None,
) -> Summary:
    """Reads documents, or files (see `documents.open_documents`), into a case, by default one in memory.

    A document that cannot be read ends up in `Summary.failed`, the rest goes on. Texts that the case has are passed
    over unless `again`. Each document is kept with its reading in one transaction, in the order given, whatever the
    number of `processes`; `progress` is called after each. `source` (the outlet) and `published` are for documents that
    do not state theirs.
    """
    from imbroglio.case import Case

    summary = Summary(Case.memory() if case is None else case)
    documents = _new(_opened(sources, source, published), summary, again)
    with closing(_results(documents, reader or _read_all, processes)) as results:
        for document, result in results:
            if isinstance(result, DocumentError):
                summary.failed.append(result)
            else:
                summary.case.add(document, result, __version__, again=again)
                summary.read.append(document.id)
                summary.claims += len(result.claims)
            if progress:
                progress(summary)
    return summary


def read_documents(documents: Iterable[Document], *, processes: int = 1) -> Iterator[tuple[Document, Reading]]:
    """Each document with its reading, while the documents stream in.

    Raises:
        DocumentError: a document cannot be read; use `read` to go on after that.
    """
    with closing(_results(iter(documents), _read_all, processes)) as results:
        for document, result in results:
            if isinstance(result, DocumentError):
                raise result
            yield document, result


def read_text(text: str, *, id: str = "text") -> Reading:
    """The reading of one plain text."""
    from imbroglio.documents import make_document

    (_, reading), = read_documents([make_document(text, id=id)])  # fmt: skip
    return reading


def readable(document: Document) -> str:
    """The text with what is to be passed over blanked out, as long as the text itself, so that offsets stay true."""
    pieces, end = [], 0
    for span in document.skip:
        hidden = span.of(document.text)
        pieces += [document.text[end : span.start], "".join(c if c in "\r\n" else " " for c in hidden)]
        end = span.end
    return "".join([*pieces, document.text[end:]])


def _read_all(documents: Iterable[Document]) -> Iterator[Result]:
    """The reader that ships: syntax, then actors, then claims."""
    from imbroglio.actors import Registry, find_mentions
    from imbroglio.claims import read_claims
    from imbroglio.documents.limits import time_limit
    from imbroglio.language import add_claim_arcs
    from imbroglio.language.plain import plain

    registry = Registry.load()
    for document, parsed in _parsed(documents):
        try:
            with time_limit(document.id):
                doc = plain(parsed)
                mentions = find_mentions(doc, document, registry)
                add_claim_arcs(doc, mentions)
                reading = read_claims(document, doc, mentions)
            yield _with_wholes(reading, registry)
        except DocumentError as error:
            yield error
        except ImbroglioError as error:
            yield DocumentError(str(error), where=document.id, reason="reader")
        except Exception as error:  # one document must not end a night's work; the log keeps what went wrong
            _log.debug("reading %s", document.id, exc_info=True)
            message = f"the reader failed on it ({type(error).__name__}: {error}); please report this"
            yield DocumentError(message, where=document.id, reason="reader")


def _with_wholes(reading: Reading, registry: Registry) -> Reading:
    """The reading with what its actors belong to, lead and come from, so that a case alone can roll up."""
    actors = {actor.id: actor for actor in reading.actors}
    queue = list(reading.actors)
    while queue:
        actor = queue.pop()
        for id in (actor.country, *(bond.target for bond in actor.bonds)):
            if id and id not in actors and (whole := registry.get(id)):
                actors[id] = whole
                queue.append(whole)
    return replace(reading, actors=tuple(actors.values()))


def mentions_of(documents: Iterable[Document]) -> Iterator[tuple[Document, Doc, Mentions]]:
    """Each document with its syntax, mentions and claim arcs: what the claims stage starts from."""
    from imbroglio.actors import Registry, find_mentions
    from imbroglio.language import add_claim_arcs
    from imbroglio.language.plain import plain

    registry = Registry.load()
    for document, parsed in _parsed(documents):
        doc = plain(parsed)
        mentions = find_mentions(doc, document, registry)
        add_claim_arcs(doc, mentions)
        yield document, doc, mentions


def _parsed(documents: Iterable[Document]) -> Iterator[tuple[Document, spacy.tokens.Doc]]:
    """Each document with its syntax.

    One at a time: the model's numbers are scaled by all that is in a batch, so that a document parsed beside others
    would come out a little different from the same document alone.
    """
    from imbroglio.language import parse

    for document in documents:
        yield document, next(parse([readable(document)]))


def _opened(
    sources: Source | Iterable[Source], source: str | None, published: date | None
) -> Iterator[Document | DocumentError]:
    from imbroglio.documents import open_documents

    if isinstance(sources, str | PathLike | Document):
        sources = [sources]
    for given, group in itertools.groupby(sources, key=lambda s: isinstance(s, Document)):
        if given:
            yield from (d for d in group if isinstance(d, Document))
        else:
            paths = (p for p in group if not isinstance(p, Document))
            yield from open_documents(paths, source=source, published=published)


def _new(outcomes: Iterable[Document | DocumentError], summary: Summary, again: bool) -> Iterator[Document]:
    """The documents that are to be read, under ids of their own; what became of the others goes into the summary."""
    ids: dict[str, str] = {}  # of this run, by hash
    taken: set[str] = set()
    for outcome in outcomes:
        if isinstance(outcome, DocumentError):
            summary.failed.append(outcome)
            continue
        kept = summary.case.id_of(outcome.hash)
        if outcome.hash in ids or (kept and not again):
            summary.known.append(ids.get(outcome.hash) or kept or outcome.id)
            continue
        id = kept or outcome.id
        if not kept and (id in taken or summary.case.has(id)):
            id = f"{id}-{outcome.hash[:8]}"
        ids[outcome.hash] = id
        taken.add(id)
        yield replace(outcome, id=id)


def _results(documents: Iterator[Document], reader: Reader, processes: int) -> Results:
    return _in_turn(documents, reader) if processes < 2 else _spread(documents, reader, processes)


def _in_turn(documents: Iterable[Document], reader: Reader) -> Results:
    documents, to_read = itertools.tee(documents)
    yield from zip(documents, reader(to_read), strict=True)


def _spread(documents: Iterator[Document], reader: Reader, processes: int) -> Results:
    """The same results in the same order, by worker processes that never hold more than a few chunks."""
    from concurrent.futures import Future, ProcessPoolExecutor
    from concurrent.futures.process import BrokenProcessPool
    from multiprocessing import get_context

    # Spawned, not forked: the model's runtime has threads, which a fork would leave dead.
    with ProcessPoolExecutor(processes, get_context("spawn"), initializer=_ignore_interrupts) as pool:
        waiting: deque[tuple[list[Document], Future[list[Result]]]] = deque()
        try:
            for chunk in _chunks(documents):
                waiting.append((chunk, pool.submit(_read_chunk, reader, chunk)))
                if len(waiting) > 2 * processes:
                    done, results = waiting.popleft()
                    yield from zip(done, results.result(), strict=True)
            for done, results in waiting:
                yield from zip(done, results.result(), strict=True)
        except BrokenProcessPool as error:
            message = "a worker process was ended from outside, perhaps for want of memory; try fewer processes"
            raise ImbroglioError(message) from error
        finally:
            pool.shutdown(wait=False, cancel_futures=True)


def _chunks(documents: Iterator[Document]) -> Iterator[list[Document]]:
    while chunk := list(itertools.islice(documents, 1)):
        while sum(len(d.text) for d in chunk) < CHUNK and (more := next(documents, None)):
            chunk.append(more)
        yield chunk


def _ignore_interrupts() -> None:
    """Ctrl-C is for the process that hands out the work."""
    import signal

    signal.signal(signal.SIGINT, signal.SIG_IGN)


def _read_chunk(reader: Reader, documents: list[Document]) -> list[Result]:
    return list(reader(documents))
