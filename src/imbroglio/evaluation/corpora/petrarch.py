"""PETRARCH's unit-test sentences: does the right pair come out, in the right direction?

Parties are codes: of a country ("ARN", Arnor; "LBY", Libya) with roles behind ("GONGOV", Gondor's government). A party
fits if its name has a word that begins with the country's code or a name that the Phoenix dictionary beside the
sentences gives for it. Events with a party that the sentence names in neither way are left out (the sentences' own
dictionary, where "Slinker" is a hobbit, is not part of the corpus). Any relation counts: many of the events ("restore
diplomatic ties", "will meet") are none of ours, so this is a floor under syntax and no score to aim high in.
"""

from __future__ import annotations

import re
from collections import defaultdict
from pathlib import Path

from imbroglio.errors import GoldError
from imbroglio.evaluation.measure import Measure, share
from imbroglio.evaluation.reading import Progress, read_texts
from imbroglio.model import Claim

_SENTENCE = re.compile(r'<Sentence[^>]*id="([^"]+)"[^>]*>(.*?)</Sentence>', re.DOTALL)
_EVENT = re.compile(r'<EventCoding[^>]*sourcecode="([^"]*)"[^>]*targetcode="([^"]*)"')
_TEXT = re.compile(r"<Text>(.*?)</Text>", re.DOTALL)
_COUNTRY = re.compile(r"^([A-Z_]+?)_*\s*\[([A-Z]{3})\]")
Event = tuple[str, str]
Names = defaultdict[str, set[str]]


def measure(path: Path, progress: Progress = None) -> dict[str, Measure]:
    """Shares of coded events whose pair comes out, in either direction and in the right one."""
    path = path / "PETR.UnitTest.records.xml" if path.is_dir() else path
    names = _names(path.with_name("Phoenix.Countries.actors.txt"))
    texts, events = {}, {}
    for number, (id, body) in enumerate(_SENTENCE.findall(path.read_text(encoding="utf-8"))):
        text = _TEXT.search(body)
        words = " ".join(text[1].split()) if text else ""
        coded = {(a[:3], b[:3]) for a, b in _EVENT.findall(body)}
        named = [(a, b) for a, b in sorted(coded) if a != b and all(_is(words, code, names) for code in (a, b))]
        if named:
            id = f"{number}-{id}"  # some ids are there twice
            texts[id], events[id] = words, named
    if not texts:
        raise GoldError(f"{path}: holds no coded sentences; give PETR.UnitTest.records.xml or its folder")
    pair: list[tuple[int, int]] = []
    directed: list[tuple[int, int]] = []
    for document, reading in read_texts(texts, progress):
        of = events[document.id]
        straight = {event for event in of if any(_fits(claim, event, names) for claim in reading.claims)}
        reverse = {event for event in of if any(_fits(claim, event[::-1], names) for claim in reading.claims)}
        directed.append((len(straight), len(of)))
        pair.append((len(straight | reverse), len(of)))
    return {"pair": Measure.of(pair, share), "pair and direction": Measure.of(directed, share)}


def _names(dictionary: Path) -> Names:
    """Names of countries in lower case, by code; the entry's own and those on the lines that begin with +."""
    names: Names = defaultdict(set)
    code = ""
    for line in dictionary.read_text(encoding="utf-8", errors="replace").splitlines() if dictionary.is_file() else ():
        if entry := _COUNTRY.match(line):
            code = entry[2]
            names[code].add(_plain(entry[1]))
        elif line.startswith("+") and code:
            names[code].add(_plain(line[1:]))
        elif line.strip() and not line[0].isspace():
            code = ""
    return names


def _plain(name: str) -> str:
    return " ".join(name.partition("#")[0].replace("_", " ").lower().split())


def _is(name: str, code: str, names: Names) -> bool:
    words = re.findall(r"\w+", name.lower())
    if code.isalpha() and any(word.startswith(code.lower()) for word in words):
        return True
    plain = f" {' '.join(words)} "
    return any(f" {known} " in plain for known in names.get(code, ()))


def _fits(claim: Claim, event: Event, names: Names) -> bool:
    one, two = claim.subject.name, claim.object.name
    straight = _is(one, event[0], names) and _is(two, event[1], names)
    return straight or (claim.relation.symmetric and _is(one, event[1], names) and _is(two, event[0], names))
