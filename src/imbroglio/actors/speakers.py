"""Who says "we" and "I": the subject of the reporting verb, or whoever the whole text is a statement of.

A light stand-in for attribution, which comes later: it looks for the nearest reporting verb and is overruled by speakers that are given.
"""

from __future__ import annotations

from collections.abc import Iterator

from imbroglio.actors.tree import Tree
from imbroglio.knowledge.speech import load_speech

OPEN, CLOSE, STRAIGHT = frozenset("“„«"), frozenset("”»"), '"'
BEFORE, AFTER = 40, 12  # words to look for the verb before and after a quotation
SELF = frozenset({"i", "me", "my", "mine", "myself"})


def quotations(tree: Tree) -> list[tuple[int, int]]:
    """Stretches between quotation marks, half-open, the marks included; one that is never closed ends with the text."""
    found: list[tuple[int, int]] = []
    start: int | None = None
    for i, word in enumerate(tree.words):
        if start is None and (word in OPEN or word == STRAIGHT):
            start = i
        elif start is not None and (word in CLOSE or word == STRAIGHT):
            found.append((start, i + 1))
            start = None
    if start is not None:
        found.append((start, len(tree)))
    return found


class Speakers:
    """Finds the token of whoever speaks a first person."""

    def __init__(self, tree: Tree) -> None:
        self.tree = tree
        self.quotes = quotations(tree)
        self.inside = {i: k for k, (start, end) in enumerate(self.quotes) for i in range(start, end)}
        self._of_quote: dict[int, int | None] = {}

    def of(self, token: int) -> int | None:
        """The token that heads the speaker's phrase, or None."""
        if token in self.inside:
            return self._quoted(self.inside[token])
        for up in self.tree.ancestors(token):  # "he said that we would"
            subject = self._subject(up)
            if subject is not None and self._reports(up) and subject != token and not self._within(token, subject):
                return subject
        return self._announced(token)

    def _quoted(self, k: int) -> int | None:
        if k not in self._of_quote:
            start, end = self.quotes[k]
            self._of_quote[k] = None
            found = next(self._verbs(end, min(end + AFTER, len(self.tree)), 1), None)
            if found is None:
                found = next(self._verbs(start - 1, max(start - BEFORE, -1), -1), None)
            if found is None and k:
                found = self._quoted(k - 1)
            self._of_quote[k] = found
        return self._of_quote[k]

    def _verbs(self, start: int, stop: int, step: int) -> Iterator[int]:
        """Subjects of reporting verbs from a quotation outward, up to a sentence beside it."""
        tree, line = (
            self.tree,
            self.tree.sentence[max(0, min(start, len(self.tree) - 1)) if step > 0 else start] if start >= 0 else 0,
        )
        if step > 0 and start and start < len(tree):
            line = tree.sentence[start - 1]
        for i in range(start, stop, step):
            if abs(tree.sentence[i] - line) > (0 if step > 0 else 1):
                return
            if i not in self.inside and self._reports(i):
                subject = self._subject(i)
                if subject is not None:
                    yield subject

    def _reports(self, token: int) -> bool:
        tree = self.tree
        senses = load_speech().verbs.get(tree.lemma[token]) if tree.pos[token] == "VERB" else None
        return any(sense.manner.content[0] == "clause" for sense in senses or ())

    def _subject(self, verb: int) -> int | None:
        tree = self.tree
        for _ in range(4):
            for child in tree.kids(verb, "nsubj"):
                return child if tree.lower[child] not in {"who", "which", "that"} else None
            if tree.dep[verb] not in {"conj", "xcomp", "parataxis"} or tree.head[verb] == verb:
                return None
            verb = tree.head[verb]
        return None

    def _within(self, token: int, subject: int) -> bool:
        return subject in self.tree.ancestors(token)

    def _announced(self, token: int) -> int | None:
        """ "The minister said:" on a line before, which holds for all that follows."""
        for i in range(token - 1, -1, -1):
            if self.tree.words[i] == ":" and i not in self.inside:
                for j in range(i - 1, max(i - 25, -1), -1):
                    if self.tree.sentence[j] != self.tree.sentence[i - 1]:
                        break
                    if self._reports(j):
                        return self._subject(j)
        return None
