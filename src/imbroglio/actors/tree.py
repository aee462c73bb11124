"""A parsed text as plain lists: reading attributes of spaCy tokens again and again is what costs time."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from imbroglio.actors.nouns import Noun, noun_of
from imbroglio.knowledge.dateline import LONGEST, dateline
from imbroglio.model import Span

if TYPE_CHECKING:
    from imbroglio.language.plain import Doc

_MARKS = "\u200e\u200f\ufeff"  # direction marks that some texts glue to words


class Tree:
    """Words with their tags and heads (Universal Dependencies v2); all lists are as long as the text has tokens.

    `head` holds token numbers, a root's head is itself. `sentence` numbers the sentences, `entity` holds the engine's
    spans `(start, end, label)`, `dateline` the tokens of datelines.
    """

    __slots__ = (
        "children", "dateline", "dep", "ends", "entities", "head", "lemma", "lower", "number", "pos", "sentence",
        "starts", "words",
    )  # fmt: skip

    def __init__(self, doc: Doc) -> None:
        self.words = [t.text for t in doc]
        self.lower = [w.lower().replace("’", "'").strip(_MARKS) for w in self.words]
        self.lemma = [(t.lemma_ or t.lower_).lower() for t in doc]
        self.pos = [t.pos_ for t in doc]
        self.dep = [t.dep_.lower() for t in doc]
        self.head = [t.head.i for t in doc]
        self.starts = [t.idx for t in doc]
        self.ends = [start + len(word) for start, word in zip(self.starts, self.words, strict=True)]
        self.number = ["plural" if "Plur" in t.morph.get("Number", []) else "singular" for t in doc]
        self.entities = [(e.start, e.end, e.label_) for e in doc.ents]
        self.children: list[list[int]] = [[] for _ in self.words]
        self.sentence: list[int] = []
        count = -1
        for i, (token, head) in enumerate(zip(doc, self.head, strict=True)):
            count += i == 0 or bool(token.is_sent_start)
            self.sentence.append(count)
            if head != i:
                self.children[head].append(i)
        self.dateline = self._datelines()

    def _datelines(self) -> frozenset[int]:
        """Tokens of datelines, which stand at the beginning of a sentence."""
        found: set[int] = set()
        for start in (i for i, line in enumerate(self.sentence) if not i or line != self.sentence[i - 1]):
            near = range(start, min(start + 2 * LONGEST, len(self)))
            tokens = [i for i in near if not self.words[i].isspace()]
            spaced = [k + 1 == len(self) or self.starts[k + 1] > self.ends[k] for k in tokens]
            found.update(tokens[: dateline([self.words[i] for i in tokens], spaced)])
        return frozenset(found)

    def __len__(self) -> int:
        return len(self.words)

    def span(self, start: int, end: int) -> Span:
        """The characters of tokens `start` to `end` (half-open)."""
        return Span(self.starts[start], self.ends[end - 1])

    def text(self, start: int, end: int) -> str:
        """The tokens as one string, with a space where the text has any white space."""
        parts = [self.words[start]]
        for i in range(start + 1, end):
            parts += [" "] * (self.starts[i] > self.ends[i - 1])
            parts.append(self.words[i])
        return "".join(parts)

    def noun(self, token: int) -> Noun | None:
        """What is known of the token as a common noun: "Sons" with a capital are a band, sons are somebody's."""
        lower = self.lower[token]
        if self.capital(token) and (noun := noun_of(lower, lower)) is not None and noun.group == "emblems":
            return noun
        return noun_of(self.lemma[token], lower)

    def kids(self, token: int, *deps: str) -> Iterator[int]:
        """Dependents with one of the relations; "nmod" also stands for "nmod:poss" and other subtypes."""
        for child in self.children[token]:
            dep = self.dep[child]
            if dep in deps or dep.partition(":")[0] in deps:
                yield child

    def set_off(self, token: int) -> Iterator[int]:
        """What commas set off behind a phrase, read as part of that: Y in "the premier of X, Y, met …"."""
        for inner in self.kids(token, "nmod"):
            for one in self.children[inner] if self.case(inner) in {"of", "for", "in", "at", "from"} else ():
                joined = any(True for _ in self.kids(one, "cc"))
                if self.dep[one] in {"conj", "appos"} and not joined and one and self.words[one - 1] == ",":
                    yield one

    def case(self, token: int) -> str:
        """The preposition of a phrase, lower case, or an empty string; a possessive ending is none."""
        for child in self.children[token]:
            if child < token and self.dep[child].partition(":")[0] == "case":
                return self.lower[child]
        return ""

    def possessive(self, token: int) -> bool:
        """Whether the phrase is a possessor: "Assad's", "the rebels'", "their"."""
        return self.dep[token] == "nmod:poss" or (
            token + 1 < len(self) and self.lower[token + 1] in {"'s", "'"} and self.pos[token + 1] == "PART"
        )

    def first(self, token: int) -> bool:
        """Whether the token opens a sentence, or what follows a dash or colon; quotation marks do not count."""
        for before in range(token - 1, max(token - 4, -1), -1):
            if self.sentence[before] != self.sentence[token] or self.words[before] in {"—", "–", ":", "|"}:
                return True
            if self.pos[before] != "PUNCT":
                return False
        return True

    def capital(self, token: int) -> bool:
        return self.words[token][:1].isupper()

    def tight(self, left: int) -> bool:
        """Whether the token and the next one are written without a space between them."""
        return left + 1 < len(self) and self.starts[left + 1] == self.ends[left]

    def tied(self, token: int) -> int | None:
        """The token that a hyphen ties to this one, with no space: "held" of "rebel-held"."""
        end = token + 2
        glued = end < len(self) and self.words[token + 1] == "-" and self.tight(token) and self.tight(token + 1)
        return end if glued else None

    def ancestors(self, token: int) -> Iterator[int]:
        """Heads from the token's own upward."""
        while self.head[token] != token:
            token = self.head[token]
            yield token
