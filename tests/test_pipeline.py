"""From documents to a case."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from imbroglio.case import Case
from imbroglio.documents import make_document, open_documents
from imbroglio.errors import DocumentError
from imbroglio.model import Actor, ActorKind, Bond, Document, Reading, Relation, Span
from imbroglio.pipeline import read, read_documents, readable
from tests import toy

EXAMPLES = Path(__file__).parents[1] / "examples"
ONE = make_document("Norland arms River Front.", id="one")
TWO = make_document("Sudland fights Norland.", id="two")


def test_documents_and_files_go_into_a_case_in_order(tmp_path: Path) -> None:
    (tmp_path / "b.txt").write_text("River Front fights Sudland.")
    (tmp_path / "a.txt").write_text("Sudland backs River Front. Sudland fights Norland.")
    summary = read([TWO, tmp_path, ONE], reader=toy.read)
    assert summary.read == ["two", "a", "b", "one"] == [d.id for d in summary.case.documents()]
    assert summary.claims == 5 == len(summary.case.claims())
    assert (summary.failed, summary.known, summary.exit_code) == ([], [], 0)


def test_one_path_or_document_need_not_be_in_a_list(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("Norland arms River Front.")
    assert read(str(tmp_path / "a.txt"), reader=toy.read).read == ["a"]
    assert read(ONE, reader=toy.read).read == ["one"]


def test_what_cannot_be_read_is_told_and_the_rest_is_read(tmp_path: Path) -> None:
    (tmp_path / "empty.txt").touch()
    strange = make_document("This is unreadable.", id="strange")
    summary = read([ONE, tmp_path / "empty.txt", strange, TWO], reader=toy.read)
    assert summary.read == ["one", "two"]
    assert sorted(e.reason for e in summary.failed) == ["empty", "reader"]
    assert summary.exit_code == 1
    assert read([tmp_path / "empty.txt"], reader=toy.read).exit_code == 2
    assert read([], reader=toy.read).exit_code == 2


def test_a_text_that_the_case_has_is_not_read_again() -> None:
    read_now: list[str] = []

    def reader(documents: Iterable[Document]) -> Iterator[Reading | DocumentError]:
        for document in documents:
            read_now.append(document.id)
            yield toy.reading(document)

    case = Case.memory()
    read([ONE, replace(ONE, id="copy")], case=case, reader=reader)
    summary = read([TWO, replace(ONE, id="copy")], case=case, reader=reader)
    assert read_now == ["one", "two"]
    assert (summary.read, summary.known, summary.exit_code) == (["two"], ["one"], 0)
    before = case.dump()
    summary = read([replace(ONE, id="copy")], case=case, again=True, reader=reader)
    assert summary.read == ["one"] and read_now[-1] == "one"
    assert case.dump() == before


def test_another_text_of_the_same_id_gets_an_id_of_its_own() -> None:
    case = Case.memory()
    read([ONE], case=case, reader=toy.read)
    summary = read([replace(TWO, id="one")], case=case, reader=toy.read)
    assert summary.read == [f"one-{TWO.hash[:8]}"]


def test_progress_is_told_after_each_document() -> None:
    seen: list[int] = []
    read([ONE, TWO], reader=toy.read, progress=lambda summary: seen.append(len(summary.read)))
    assert seen == [1, 2]


def test_processes_change_nothing_but_the_time() -> None:
    documents = [make_document(f"Norland {verb} Town {n}. " + "x " * 1500, id=f"{n:02}-{verb}")
                 for n in range(12) for verb in ("arms", "fights")]  # fmt: skip
    documents.insert(5, make_document("This is unreadable.", id="strange"))
    alone, spread = (read(documents, reader=toy.read, processes=n) for n in (1, 2))
    assert spread.case.documents() == alone.case.documents()
    assert spread.case.dump() == alone.case.dump()
    assert [str(e) for e in spread.failed] == [str(e) for e in alone.failed] != []


def test_a_reader_that_fails_ends_the_run_and_keeps_what_was_read() -> None:
    case = Case.memory()

    def reader(documents: Iterable[Document]) -> Iterator[Reading]:
        for document in documents:
            if document.id == "two":
                raise KeyboardInterrupt
            yield toy.reading(document)

    with pytest.raises(KeyboardInterrupt):
        read([ONE, TWO], case=case, reader=reader)
    assert [d.id for d in case.documents()] == ["one"]


def test_a_reading_holds_what_its_actors_belong_to() -> None:
    from imbroglio.actors import Registry
    from imbroglio.pipeline import _with_wholes

    guard = Actor("guard", "Guard", bonds=(Bond("part_of", "army"),))
    army = Actor("army", "Army", country="norland", bonds=(Bond("part_of", "guard"), Bond("part_of", "nowhere")))
    norland = Actor("norland", "Norland", ActorKind.STATE)
    registry = Registry.of([guard, army, norland, Actor("other", "Other")])
    reading = _with_wholes(Reading("a", actors=(guard,)), registry)
    assert [actor.id for actor in reading.actors] == ["guard", "army", "norland"]


@given(st.text(), st.lists(st.tuples(st.integers(0, 30), st.integers(0, 9))))
def test_what_is_passed_over_leaves_room_of_its_own_size(text: str, cuts: list[tuple[int, int]]) -> None:
    from imbroglio.documents.boilerplate import merged

    spans = merged(Span(min(a, len(text)), min(a + n, len(text))) for a, n in cuts)
    read_text = readable(Document("a", text, "", skip=spans))
    assert len(read_text) == len(text)
    for i, (char, before) in enumerate(zip(read_text, text, strict=True)):
        hidden = any(span.start <= i < span.end for span in spans)
        assert char == (before if not hidden or before in "\r\n" else " ")


def test_one_document_that_breaks_the_reader_does_not_end_the_run(monkeypatch: pytest.MonkeyPatch) -> None:
    def read_claims(document: Document, *_: object) -> Reading:
        if document.id == "slow":
            while True:
                pass
        if document.id == "broken":
            raise ValueError("oh no")
        return Reading(document.id)

    monkeypatch.setattr("imbroglio.language.parse", lambda texts: (None for _ in texts))
    monkeypatch.setattr("imbroglio.language.plain.plain", lambda doc: doc)
    monkeypatch.setattr("imbroglio.actors.find_mentions", lambda *_: None)
    monkeypatch.setattr("imbroglio.language.add_claim_arcs", lambda *_: None)
    monkeypatch.setattr("imbroglio.claims.read_claims", read_claims)
    monkeypatch.setattr("imbroglio.documents.limits.SECONDS", 0.05)
    summary = read([ONE, *(make_document(id, id=id) for id in ("broken", "slow")), TWO])
    assert summary.read == ["one", "two"]
    assert [str(error) for error in summary.failed] == [
        "broken: the reader failed on it (ValueError: oh no); please report this",
        "slow: takes more than 0.05 seconds to read; split it",
    ]
    with pytest.raises(DocumentError, match="oh no"):
        list(read_documents([make_document("broken", id="broken")]))


def test_what_is_read_in_a_document_does_not_depend_on_its_neighbours() -> None:
    documents = [d for d in open_documents([EXAMPLES]) if isinstance(d, Document)][:6]
    alone = [reading for document in documents for _, reading in read_documents([document])]
    assert [reading for _, reading in read_documents(documents)] == alone
    assert sum(len(reading.claims) for reading in alone) > 20


def test_the_shipped_reader_finds_claims_that_point_into_the_text() -> None:
    text = (
        "Iran has armed Hezbollah for years.\n\nAdvertisement\n\nTurkish jets bombed Islamic State fighters in Syria."
    )
    document = make_document(text, id="a")
    ((_, reading),) = read_documents([document])
    said = {(c.relation, c.subject.span.of(text), c.cue.of(text), c.object.span.of(text)) for c in reading.claims}
    assert (Relation.ARMS, "Iran", "armed", "Hezbollah") in said
    assert (Relation.FIGHTS, "Turkish jets", "bombed", "Islamic State fighters") in said
    assert not any(span.overlaps(claim.quote) for span in document.skip for claim in reading.claims)


def test_the_words_for_a_party_take_in_the_name_of_whose_it_is() -> None:
    text = "Kenya arrested three operatives of Boko Haram in the town of Isiolo."
    ((_, reading),) = read_documents([make_document(text, id="a")])
    (claim,) = reading.claims
    assert (claim.object.name, claim.object.span.of(text)) == ("Boko Haram", "operatives of Boko Haram")
