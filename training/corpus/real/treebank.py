"""Documents of a treebank as running text: its sentences in order, a line for each paragraph."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, field
from pathlib import Path

TREEBANKS = Path("../shared/corpora/ud")


@dataclass(slots=True)
class Source:
    """A document: its text, and `[start, end)` of each of its sentences in characters of that text."""

    id: str
    text: str = ""
    sentences: list[tuple[int, int]] = field(default_factory=list)

    @property
    def hash(self) -> str:
        """Tells whether this is the text that was labelled: twelve hexadecimal digits of SHA-256."""
        return hashlib.sha256(self.text.encode()).hexdigest()[:12]

    def add(self, sentence: str, paragraph: bool) -> None:
        """Put a sentence at the end, on a new line if it opens a paragraph."""
        if self.text:
            self.text += "\n" if paragraph else " "
        self.sentences.append((len(self.text), len(self.text) + len(sentence)))
        self.text += sentence


def sources(path: Path) -> dict[str, Source]:
    """The documents of a CoNLL-U file by id, from its comments `newdoc id`, `newpar` and `text`."""
    found: dict[str, Source] = {}
    paragraph = False
    with path.open(encoding="utf-8") as lines:
        for line in lines:
            if not line.startswith("# "):
                continue
            key, _, value = (part.strip() for part in line[2:].partition("="))
            paragraph |= key in ("newdoc id", "newpar")
            if key == "newdoc id":
                source = found[value] = Source(value)
            elif key == "text" and found:
                source.add(value, paragraph)
                paragraph = False
    return found
