"""Labels of real text: written without its words, joined with them again, and wrong in no place unnoticed."""

from __future__ import annotations

from pathlib import Path

import pytest

from training.claims.data import REAL, labelled, times
from training.corpus.__main__ import main
from training.corpus.real import standoff, tables
from training.corpus.real.pin import pinned
from training.corpus.real.treebank import Source, sources
from training.corpus.tables import write

CONLLU = """# newdoc id = GUM_news_ataq
# newpar
# text = Ataq falls

# newpar
# text = Iran-backed fighters stormed Ataq.

# text = They hold it.

# newdoc id = GUM_news_quiet
# text = Nothing happened.
"""
QUOTING = """D GUM_news_ataq CC BY 2.5
1 Iran | backs | backed | fighters=Yemeni fighters | bg
1 fighters=Yemeni fighters | advances_on | stormed | Ataq | past; hedged; begin; place=Ataq; by=Reuters>two elders*
2 They=Yemeni fighters | controls | hold | it=Ataq | no; hyp
D GUM_news_quiet CC BY 2.5
-
"""


@pytest.fixture
def texts(tmp_path: Path) -> dict[str, Source]:
    (tmp_path / tables.TREEBANK).write_text(CONLLU, encoding="utf-8")
    return sources(tmp_path / tables.TREEBANK)


@pytest.fixture
def lines(tmp_path: Path, texts: dict[str, Source]) -> list[str]:
    (tmp_path / "quoting.txt").write_text(QUOTING, encoding="utf-8")
    written, problems = pinned(tmp_path / "quoting.txt", texts)
    assert not problems
    return written


def read(folder: Path, lines: list[str], texts: dict[str, Source]):
    (folder / "labels.txt").write_text("\n".join(lines), encoding="utf-8")
    return standoff.read(folder / "labels.txt", texts)


def test_text_has_a_line_for_each_paragraph(texts) -> None:
    source = texts["GUM_news_ataq"]
    assert source.text == "Ataq falls\nIran-backed fighters stormed Ataq. They hold it."
    assert [source.text[a:b] for a, b in source.sentences] == [
        "Ataq falls", "Iran-backed fighters stormed Ataq.", "They hold it.",
    ]  # fmt: skip


def test_labels_come_back_as_they_were_written(tmp_path, lines, texts) -> None:
    assert not any(word in line for line in lines for word in ("stormed", "backed", "hold"))
    dispatches, problems = read(tmp_path, lines, texts)
    assert not problems
    assert [line for d in dispatches for line in standoff.written(d, texts[d.id])] == lines
    claims = dispatches[0].claims
    assert [[c["subject"], c["cue"], c["object"]] for c in claims] == [
        ["Iran", "backed", "fighters"], ["fighters", "stormed", "Ataq"], ["They", "hold", "it"],
    ]  # fmt: skip
    assert claims[1]["said_by"] == [
        {"name": "Reuters", "anonymous": False}, {"name": "two elders", "anonymous": True},
    ]  # fmt: skip
    assert (claims[1]["firmness"], claims[1]["tense"], claims[1]["trend"]) == ("hedged", "past", "begin")
    assert (claims[2]["polarity"], claims[2]["firmness"], claims[0]["background"]) == ("no", "hypothetical", True)
    assert dispatches[1].quiet


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        ("29-33=Ataq", "29-99=Ataq", "not inside the sentence"),
        ("29-33=Ataq", "29-32=Ataq", "cuts a word"),
        ("21-28", "12-20", "not the words that were labelled"),
        ("29-33=Ataq", "Ataq", "is not a span"),
        ("advances_on", "adores", "adores"),
        ("hedged", "often", "unknown option"),
        ("place=Ataq", "place=Kabul", "does not stand in the text"),
        ("1 0-4=Iran", "7 0-4=Iran", "out of range"),
        ("D GUM_news_ataq ", "D GUM_news_ataq 0", "not the text that was labelled"),
        ("GUM_news_ataq", "GUM_news_aden", "no such document"),
        ("\n-", "\n", "lone minus"),
    ],
)
def test_problems_say_where(tmp_path, lines, texts, old: str, new: str, told: str) -> None:
    whole = "\n".join(lines)
    assert old in whole
    _, problems = read(tmp_path, whole.replace(old, new, 1).split("\n"), texts)
    assert any(told in problem.what and problem.line for problem in problems)


def test_a_text_that_was_changed_is_found(tmp_path, lines, texts) -> None:
    texts["GUM_news_quiet"].text = "Nothing happens."
    _, problems = read(tmp_path, lines, texts)
    assert ["not the text that was labelled" in p.what for p in problems] == [True]


def test_a_document_is_labelled_once(tmp_path, lines, texts) -> None:
    folder = tmp_path / "labels"
    folder.mkdir()
    for name in ("one.txt", "two.txt"):
        (folder / name).write_text("\n".join(lines), encoding="utf-8")
    _, problems = tables.every(tmp_path, folder)
    assert [(p.file, "twice" in p.what) for p in problems] == [("two.txt", True)] * 2


def test_gold_documents_count_as_real(tmp_path, lines, texts) -> None:
    dispatches, _ = read(tmp_path, lines, texts)
    folder = tmp_path / tables.FOLDER
    write(dispatches, folder)
    assert times(folder) == REAL != times(tmp_path / "corpus")
    (id, text, claims), (_, _, none) = labelled(folder)
    assert (id, len(claims), none) == ("GUM_news_ataq", 3, [])
    assert text[slice(*claims[2]["object_span"])] == "it"


def test_without_the_treebank_labels_are_passed_over(tmp_path, monkeypatch, capsys) -> None:
    with pytest.raises(tables.TreebankMissing, match="passed over"):
        tables.every(tmp_path / "nowhere")
    monkeypatch.setattr("sys.argv", ["corpus", "--treebanks", str(tmp_path / "nowhere")])
    main()
    assert "the labels of real text were passed over" in capsys.readouterr().out


def test_every_label_is_sound() -> None:
    try:
        dispatches, problems = tables.every()
    except tables.TreebankMissing as missing:
        pytest.skip(str(missing))
    assert not problems
    assert all("_news_" not in d.id or d.source == "CC BY 2.5" for d in dispatches)
