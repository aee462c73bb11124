"""GUM: are the mentions of one person, organisation or place found to be one actor's?

Mentions are compared by their head word: the labelled span's syntactic head against the head of ours, since where a
phrase ends is a matter of convention. Of places only those that bear a name somewhere count: our actors live in
countries and towns, not in kitchens. Entities of one mention are left out on both sides. Brackets: `Entity=` in MISC,
GUM's documentation of the CoNLL-U format.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from imbroglio.errors import GoldError
from imbroglio.evaluation.coreference import CONLL, document_counts
from imbroglio.evaluation.measure import Measure
from imbroglio.evaluation.reading import Progress, counted

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
    names: list[bool] = field(default_factory=list)  # which words are proper nouns
    open: dict[str, list[tuple[str, int]]] = field(default_factory=lambda: defaultdict(list))
    entities: dict[str, list[tuple[str, int, int]]] = field(default_factory=lambda: defaultdict(list))

    def gold(self) -> list[Entity]:
        """The labelled entities of our kinds, mentions as the character where their head word begins."""
        found = []
        for mentions in self.entities.values():
            heads = {self._head(first, last) for _, first, last in mentions}
            kinds = {kind for kind, _, _ in mentions} & KINDS
            if kinds - {"place"} or (kinds and any(self.names[i] for i in heads)):
                found.append(frozenset(self.starts[i] for i in heads))
        return [entity for entity in found if len(entity) > 1]

    def _head(self, first: int, last: int) -> int:
        return next((i for i in range(first, last + 1) if not first <= self.heads[i] <= last), last)


def measure(path: Path, progress: Progress = None) -> dict[str, Measure]:
    """MUC, B³, CEAF and their mean."""
    path = path / "en_gum-test.conllu" if path.is_dir() else path
    texts = list(_texts(path))
    if not any(text.entities for text in texts):
        raise GoldError(f"{path}: holds no Entity= brackets; give a CoNLL-U file of GUM")
    counts = [document_counts(text.gold(), ours) for text, ours in zip(texts, _found(texts, progress), strict=True)]
    return {name: Measure.of(counts, formula) for name, formula in CONLL.items()}


def _found(texts: list[Text], progress: Progress) -> Iterator[list[Entity]]:
    from imbroglio.documents import make_document
    from imbroglio.pipeline import mentions_of

    documents = (make_document(text.text, id=text.id) for text in texts)
    for _, doc, mentions in counted(mentions_of(documents), progress):
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
    if not columns[0].isdigit():  # a multiword token, whose words follow, or an empty node
        return
    number = len(text.starts)
    text.starts.append(len(text.text))
    text.heads.append(first + int(columns[6]) - 1 if columns[6] != "0" else -1)
    text.names.append(columns[3] == "PROPN")
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
