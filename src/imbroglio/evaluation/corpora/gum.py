"""GUM: are the mentions of one person, organisation or place found to be one actor's?

Mentions are compared by their head word: the labelled span's syntactic head against the head of ours, since where a
phrase ends is a matter of convention. Entity brackets: `Entity=` in MISC, GUM's documentation of the CoNLL-U format.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from imbroglio.errors import GoldError
from imbroglio.evaluation.coreference import Counts, b_cubed, ceaf, muc
from imbroglio.evaluation.corpora.measured import Measured, Progress

KINDS = frozenset({"person", "organization", "place"})
_BRACKET = re.compile(r"\(([^()]+)(\)?)|([^()]+)\)")
Entity = frozenset[int]


@dataclass(slots=True)
class Text:
    """A document put together from its words: where each stands, what it hangs on, and the open and closed brackets."""

    id: str
    text: str = ""
    starts: list[int] = field(default_factory=list)
    heads: list[int] = field(default_factory=list)
    open: dict[str, list[tuple[str, int]]] = field(default_factory=lambda: defaultdict(list))
    entities: dict[str, list[tuple[str, int, int]]] = field(default_factory=lambda: defaultdict(list))

    def gold(self) -> list[Entity]:
        """The labelled entities of our kinds, mentions as the character where their head word begins."""
        found = []
        for mentions in self.entities.values():
            if any(kind in KINDS for kind, _, _ in mentions):
                found.append(frozenset(self.starts[self._head(first, last)] for _, first, last in mentions))
        return [entity for entity in found if len(entity) > 1]

    def _head(self, first: int, last: int) -> int:
        return next((i for i in range(first, last + 1) if not first <= self.heads[i] <= last), last)


def measure(path: Path, progress: Progress = None) -> list[Measured]:
    """MUC, B³, CEAF and their mean."""
    if path.is_dir():
        path = path / "en_gum-test.conllu"
    texts = list(_texts(path))
    if not any(text.entities for text in texts):
        raise GoldError(f"{path}: holds no Entity= brackets; give a CoNLL-U file of GUM")
    totals = {name: Counts((0.0, 0.0), (0.0, 0.0)) for name in ("MUC", "B³", "CEAF")}
    cases = 0
    for done, (text, ours) in enumerate(zip(texts, _found(texts), strict=True), start=1):
        gold = text.gold()
        cases += len(gold)
        for name, score in (("MUC", muc), ("B³", b_cubed), ("CEAF", ceaf)):
            totals[name] += score(gold, ours)
        if progress:
            progress(done)
    scores = [Measured(name, counts.f1, cases) for name, counts in totals.items()]
    return [*scores, Measured("mean", sum(score.value for score in scores) / 3, cases)]


def _found(texts: list[Text]) -> Iterator[list[Entity]]:
    from imbroglio.documents import make_document
    from imbroglio.pipeline import mentions_of

    for _, doc, mentions in mentions_of(make_document(text.text, id=text.id) for text in texts):
        by_actor: defaultdict[str, set[int]] = defaultdict(set)
        for mention in mentions.items:
            if len(mention.actors) == 1:
                by_actor[mention.actors[0]].add(doc[mention.head].idx)
        yield [frozenset(places) for places in by_actor.values() if len(places) > 1]


def _texts(path: Path) -> Iterator[Text]:
    text: Text | None = None
    first = 0  # number of the sentence's first word
    for line in path.read_text(encoding="utf-8").splitlines():
        if line.startswith("# newdoc id"):
            if text:
                yield text
            text = Text(line.partition("=")[2].strip())
        elif line.startswith("# newpar") and text and text.text:
            text.text = text.text.rstrip(" ") + "\n\n"
        elif line.startswith("# sent_id") and text:
            first = len(text.starts)
        elif text and line[:1].isdigit():
            _add(text, line.split("\t"), first)
    if text:
        yield text


def _add(text: Text, columns: list[str], first: int) -> None:
    if "-" in columns[0]:  # a multiword token: its words follow, and stand for it
        return
    if "." in columns[0]:
        return
    number = len(text.starts)
    text.starts.append(len(text.text))
    text.heads.append(first + int(columns[6]) - 1 if columns[6] != "0" else -1)
    misc = dict(part.partition("=")[::2] for part in columns[9].split("|"))
    text.text += columns[1] + ("" if misc.get("SpaceAfter") == "No" else " ")
    for opened, closed, closing in _BRACKET.findall(misc.get("Entity", "")):
        if opened:
            name, kind = opened.split("-")[:2]
            text.open[name].append((kind, number))
        if closed or closing:
            name = (opened or closing).split("-")[0]
            if text.open[name]:
                kind, start = text.open[name].pop()
                text.entities[name].append((kind, start, number))
