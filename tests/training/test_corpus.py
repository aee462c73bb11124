"""The corpus: its notation, its problems told by line, and that every dispatch of it is sound."""

from __future__ import annotations

from pathlib import Path

import pytest

from training.corpus import claims_of, read
from training.corpus.sentences import spans
from training.corpus.tables import every

SOUND = """#P wire
T Iran-backed fighters stormed Ataq. "They hold it," said two elders.
0 Iran | backs | backed | fighters=Yemeni fighters | bg
0 fighters=Yemeni fighters | advances_on | stormed | Ataq | past
1 They=Yemeni fighters | controls | hold | it=Ataq | by=two elders*
T Nothing happened.
-
"""


@pytest.fixture
def written(tmp_path: Path):
    def write(text: str) -> Path:
        path = tmp_path / "wire.txt"
        path.write_text(text, encoding="utf-8")
        return path

    return write


def test_labels_become_claims_with_spans(written) -> None:
    dispatches, problems = read(written(SOUND))
    assert not problems
    assert [(d.id, d.phenomenon, d.quiet) for d in dispatches] == [
        ("wire-0001", "wire", False),
        ("wire-0002", "wire", True),
    ]
    text, claims = dispatches[0].text, claims_of(dispatches)
    words = [[text[slice(*claim[f"{part}_span"])] for part in ("subject", "cue", "object")] for claim in claims]
    assert words == [["Iran", "backed", "fighters"], ["fighters", "stormed", "Ataq"], ["They", "hold", "it"]]
    assert [claim["background"] for claim in claims] == [True, False, False]
    assert claims[2]["said_by"] == [{"name": "two elders", "anonymous": True}]


@pytest.mark.parametrize(
    ("line", "told"),
    [
        ("0 Iran | backs | backed", "a label is"),
        ("0 Iran | adores | backed | fighters", "adores"),
        ("0 Iran | backs | sent | fighters", "'sent' does not stand"),
        ("0 Iran | backs | backed | fighters#2", "2 times"),
        ("0 Iran | backs | backed | fighters=Iran", "itself"),
        ("0 Iran | backs | backed | fighters | often", "unknown option"),
        ("0 Iran | backs | backed | fighters | place=Kabul", "does not stand in the text"),
        ("7 Iran | backs | backed | fighters", "out of range"),
        ("-", "not both"),
    ],
)
def test_problems_say_where(written, line: str, told: str) -> None:
    label = "0 fighters | advances_on | stormed | Ataq" if line == "-" else ""
    _, problems = read(written(f"T Iran-backed fighters stormed Ataq.\n{label}\n{line}\n"))
    assert any(told in problem.what and problem.line for problem in problems)


def test_sentences_end_where_readers_end_them() -> None:
    text = "“No,” he said. “Go!” They went to St Abbs at 4.30 p.m. and slept.\nA last line"
    assert [text[a:b] for a, b in spans(text)] == [
        "“No,” he said.", "“Go!”", "They went to St Abbs at 4.30 p.m. and slept.", "A last line",
    ]  # fmt: skip


def test_every_dispatch_is_sound() -> None:
    dispatches, problems = every()
    assert not problems
    assert len({d.text for d in dispatches}) == len(dispatches), "a dispatch stands twice"
