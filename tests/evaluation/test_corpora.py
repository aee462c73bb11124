"""Other people's corpora, in small copies of our own words."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from imbroglio import pipeline
from imbroglio.errors import GoldError
from imbroglio.evaluation.corpora import CORPORA, gum, measure, petrarch, plover, re3d
from tests import toy


@pytest.fixture(autouse=True)
def _toy(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pipeline, "_read_all", toy.read)


@pytest.mark.parametrize("corpus", CORPORA)
def test_what_is_not_there_is_told(corpus: str, tmp_path: Path) -> None:
    with pytest.raises(GoldError, match="no such file or folder"):
        measure(corpus, tmp_path / "nowhere")
    with pytest.raises(GoldError, match=str(tmp_path)):
        measure(corpus, tmp_path)


@pytest.mark.parametrize("corpus", ["plover", "gum"])
def test_what_is_laid_out_otherwise_is_told(corpus: str, tmp_path: Path) -> None:
    (tmp_path / "file").write_text('{"event": nothing\n1\tword\n')
    with pytest.raises(GoldError, match="file: "):
        measure(corpus, tmp_path / "file")


def test_petrarch(tmp_path: Path) -> None:
    """Right, turned round, no such claim; and two events that cannot be asked for."""
    sentences = [
        ("Norland arms Sudland.", "NOR", "SUDGOV"), ("Norland arms Sudland.", "SUD", "NOR"),
        ("Norland fears Sudland.", "NOR", "SUD"), ("Norland arms Sudland.", "NOR", "---"),
        ("Norland arms Sudland.", "NOR", "HOB"), ("Great Isle backs Norland.", "GIS", "NOR"),
    ]  # fmt: skip
    (tmp_path / "PETR.UnitTest.records.xml").write_text(
        "\n".join(
            f'<Sentence date="1" id="A-1"><EventCoding sourcecode="{one}" targetcode="{two}" eventcode="1">'
            f"</EventCoding><Text>\n{text}\n</Text></Sentence>"
            for text, one, two in sentences
        )
    )
    (tmp_path / "Phoenix.Countries.actors.txt").write_text("GREAT_ISLE_ [GIS]\n+GREATER_ISLE_ # older\n\tKING_\n")
    found = petrarch.measure(tmp_path)
    assert {label: m.sums.tolist() for label, m in found.items()} == {"pair": [3, 4], "pair and direction": [2, 4]}


def test_polnear(tmp_path: Path) -> None:
    """Of two labelled attributions one is found, to the character; one that is found is not labelled."""
    text = "Norland arms Sorn, according to Daily Wire. It rains, says Ann.\nSudland backs Sorn according to Ann."
    for folder in ("text", "attributions"):
        (tmp_path / folder).mkdir()
    (tmp_path / "text" / "a.txt").write_text(text)
    lines = ["T1\tcontent 0 17\tx", "T2\tsource 32 42\tx", "T3\tcue 19 31\tx", "T4\tcontent 44 52\tx"]
    lines += ["E1\tattribution:T3 cue:T3 source:T2 content:T1", "E2\tattribution:T4 content:T4", "#1\tnote"]
    (tmp_path / "attributions" / "a_00ff.ann").write_text("\n".join(lines) + "\n")
    found = measure("polnear", tmp_path)
    assert {label: m.sums.tolist() for label, m in found.items()} == {
        "content": [1, 2, 2], "source": [1, 2, 2], "cue": [0, 2, 2], "exact": [1, 2, 2],
    }  # fmt: skip


A, B, C = (0, 10), (20, 30), (40, 50)


@pytest.mark.parametrize(
    ("found", "wanted", "counts"),
    [
        ([(A, B)], [(A, B)], (1, 1, 1)),
        ([(B, A)], [(A, B)], (1, 1, 1)),  # pairs have no order
        ([(A, (20, 26))], [(A, B)], (1, 1, 1)),
        ([(A, C)], [(A, B)], (0, 1, 1)),
        ([(A, B)], [(A, B), ((0, 8), B)], (1, 1, 2)),  # one pair answers once
        ([], [(A, B)], (0, 0, 1)),
    ],
)
def test_re3d_pairs(found, wanted, counts) -> None:
    assert re3d._count(found, wanted) == counts


def test_re3d_takes_pairs_between_its_own_entities_once() -> None:
    document = re3d.Labelled("", {A: "Organisation", B: "Weapon"})
    assert re3d._known([(A, B), (B, A), (A, C)], document) == [(A, B)]
    assert not document.between_actors((A, B))


def test_plover_records(tmp_path: Path) -> None:
    record = {"id": "1", "event": "AID", "text": "Norland's army and envoys sent grain to Sudland on\nMonday."}
    records = [
        record | {"source": [{"actorText": "Norland's ... envoys"}], "target": [{"actorText": "Sudland"}]},
        record | {"source": [{"actorText": "Norland"}]},
        record | {"event": "PROTEST"},
    ]
    kept = list(plover._records(",\n".join(map(json.dumps, records))))
    assert [r["event"] for r in kept] == ["AID", "AID"]
    one, two = plover._ends(kept[0])
    text = record["text"]
    assert [text[a:b] for a, b in (one, two)] == ["Norland's army and envoys", "Sudland"]
    assert plover._ends(kept[1]) is None
    both = {"source": [{"actorText": "Norland"}, {"actorText": "envoys"}]}
    assert [text[a:b] for a, b in plover._ends(record | both)] == ["Norland", "envoys"]
    target = {"target": [{"actorText": "Sudland"}]}
    assert [text[a:b] for a, b in plover._ends(record | both | target)] == ["Norland", "Sudland"]


GUM = """# newdoc id = GUM_news_sorn
# sent_id = 1
1	The	the	DET	_	_	2	det	_	Entity=(1-organization-new-2-coref
2	front	front	NOUN	_	_	3	nsubj	_	Entity=1)
3	left	leave	VERB	_	_	0	root	_	_
4	Sorn	Sorn	PROPN	_	_	3	obj	_	Entity=(2-place-new-1-sgl)
5	today	today	ADV	_	_	3	advmod	_	Entity=(3-time-new-1-coref)|SpaceAfter=No
6	.	.	PUNCT	_	_	3	punct	_	_

# newpar
# sent_id = 2
1-2	It's	_	_	_	_	_	_	_	_
1	It	it	PRON	_	_	3	nsubj	_	Entity=(1-organization-giv-1-ana)|SpaceAfter=No
2	's	be	AUX	_	_	3	cop	_	_
3	gone	go	VERB	_	_	0	root	_	_
4	here	here	ADV	_	_	3	advmod	_	Entity=(4-place-new-1-ana)
5	today	today	ADV	_	_	3	advmod	_	Entity=(3-time-giv-1-coref)
6	there	there	ADV	_	_	3	advmod	_	Entity=(4-place-giv-1-ana)|SpaceAfter=No
"""


def test_gum_brackets(tmp_path: Path) -> None:
    """Entities of other kinds, of one mention and places without a name are left out; heads stand for mentions."""
    (tmp_path / "gum.conllu").write_text(GUM)
    (text,) = gum._texts(tmp_path / "gum.conllu")
    assert text.text == "The front left Sorn today.\n\nIt's gone here today there"
    (entity,) = text.gold()
    assert sorted(text.text[i:].split()[0] for i in entity) == ["It's", "front"]
