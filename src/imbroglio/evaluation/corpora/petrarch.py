"""PETRARCH's unit-test sentences: does the right pair come out, in the right direction?

Its parties are codes ("ARN" for Arnor, "GONGOV" for its government): a party fits if a word of its name begins with the
first three letters of the code. Each coded event counts; events without one of the parties ("---") are left out, as are
the categories of hostile words that our relations have none for.
"""

from __future__ import annotations

import re
from pathlib import Path

from imbroglio.errors import GoldError
from imbroglio.evaluation.corpora.measured import Measured, Progress, read, share
from imbroglio.model import Claim

_SENTENCE = re.compile(r'<Sentence[^>]*id="([^"]+)"[^>]*>(.*?)</Sentence>', re.DOTALL)
_EVENT = re.compile(r'<EventCoding[^>]*sourcecode="([^"]*)"[^>]*targetcode="([^"]*)"')
_TEXT = re.compile(r"<Text>(.*?)</Text>", re.DOTALL)
Event = tuple[str, str]


def measure(path: Path, progress: Progress = None) -> list[Measured]:
    """Shares of coded events whose pair comes out, in either direction and in the right one."""
    if path.is_dir():
        path = path / "PETR.UnitTest.records.xml"
    texts, events = {}, {}
    for id, body in _SENTENCE.findall(path.read_text(encoding="utf-8")):
        text, coded = _TEXT.search(body), [e for e in _EVENT.findall(body) if "---" not in "".join(e) and e[0] != e[1]]
        if text and coded and all(e[1] for e in coded):
            texts[id], events[id] = " ".join(text[1].split()), coded
    if not texts:
        raise GoldError(f"{path}: holds no coded sentences; give PETR.UnitTest.records.xml or its folder")
    pair: list[bool] = []
    directed: list[bool] = []
    for document, reading in read(texts, progress):
        for event in events[document.id]:
            directed.append(any(_fits(claim, event) for claim in reading.claims))
            pair.append(directed[-1] or any(_fits(claim, event[::-1]) for claim in reading.claims))
    return [share("pair", pair), share("pair and direction", directed)]


def _fits(claim: Claim, event: Event) -> bool:
    straight = _is(claim.subject.name, event[0]) and _is(claim.object.name, event[1])
    return straight or (
        claim.relation.symmetric and _is(claim.subject.name, event[1]) and _is(claim.object.name, event[0])
    )


def _is(name: str, code: str) -> bool:
    return any(word.upper().startswith(code[:3]) for word in re.findall(r"\w+", name))
