"""Who says "we" and "I": the subject of the reporting verb, or whoever announced what follows.

A light stand-in for attribution, which comes later and overrules it.
"""

from __future__ import annotations

from bisect import bisect
from collections.abc import Iterator
from functools import cached_property

from imbroglio.actors.antecedents import reports
from imbroglio.actors.tree import Tree
from imbroglio.knowledge.speech import load_speech

OPEN, CLOSE, STRAIGHT = frozenset("“„«"), frozenset("”»"), '"'
BEFORE, AFTER, ANNOUNCED = 40, 12, 25  # words to look for the verb before and after a quotation, and before a colon
RESUMED = 4  # quotations that may go on one after another without a new speaker
SELF = frozenset({"i", "me", "my", "mine", "myself"})
RELATIVE = frozenset({"who", "which", "that"})


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
    return found if start is None else [*found, (start, len(tree))]


class Speakers:
    """Finds the token of whoever speaks a first person; `inside` numbers the quotation that a token stands in."""

    def __init__(self, tree: Tree) -> None:
        self.tree = tree
        self.quotes = quotations(tree)
        self.inside = {i: k for k, (start, end) in enumerate(self.quotes) for i in range(start, end)}

    def of(self, token: int) -> int | None:
        """The token that heads the speaker's phrase, or None."""
        if token in self.inside:
            return self._quoted(self.inside[token])
        ancestors = list(self.tree.ancestors(token))
        for up in ancestors:  # "he said that we would"
            subject = self._subject(up) if self._reports(up) else None
            if subject is not None and subject != token and subject not in ancestors:
                return subject
        return self.announced(token)

    def announced(self, token: int) -> int | None:
        """Whoever a colon before has announced: "The minister said: we …"."""
        k = bisect(self._announcements, (token, -1)) - 1
        return self._announcements[k][1] if k >= 0 else None

    def _quoted(self, k: int) -> int | None:
        for number in range(k, max(-1, k - RESUMED), -1):
            start, end = self.quotes[number]
            after = self._subjects(range(end, min(end + AFTER, len(self.tree))), end - 1, 0)
            before = self._subjects(range(start - 1, max(start - BEFORE, -1), -1), start, 1)
            found = next(after, None)
            found = next(before, None) if found is None else found
            if found is not None:
                return found
        return None

    def _subjects(self, tokens: range, edge: int, reach: int) -> Iterator[int]:
        """Subjects of reporting verbs among the tokens, at most `reach` sentences from the edge of a quotation."""
        sentence = self.tree.sentence
        for i in tokens:
            if abs(sentence[i] - sentence[edge]) > reach:
                return
            subject = self._subject(i) if i not in self.inside and self._reports(i) else None
            if subject is not None:
                yield subject

    def _reports(self, token: int) -> bool:
        return reports(self.tree, token) or (self.tree.pos[token] == "VERB" and self._puts_out(token))

    def _puts_out(self, verb: int) -> bool:
        """ "Provided the following statement", "issued a communiqué"."""
        speech, tree = load_speech(), self.tree
        return tree.lemma[verb] in speech.carriers and any(
            tree.lemma[k] in speech.texts for k in tree.kids(verb, "obj")
        )

    def _subject(self, verb: int) -> int | None:
        """The subject of a verb, or of the verb that it is coordinated with."""
        tree = self.tree
        for _ in range(4):
            subjects = list(tree.kids(verb, "nsubj"))
            if subjects and tree.dep[subjects[-1]] == "nsubj:pass":
                return None  # "the firm was added", "Reuters was told"
            if subjects:  # the nearest of two: "the operation ASPIDES said", read apart
                subject = subjects[-1]
                return None if tree.lower[subject] in RELATIVE else subject
            if tree.dep[verb] not in {"conj", "xcomp", "parataxis"} or tree.head[verb] == verb:
                return None
            verb = tree.head[verb]
        return None

    @cached_property
    def _announcements(self) -> list[tuple[int, int]]:
        """(Colon, speaker) of every "The minister said:", which holds for what follows."""
        tree, found = self.tree, []
        for i, word in enumerate(tree.words):
            if word == ":" and i and not {i, i + 1, i + 2} & self.inside.keys():  # a quotation ends where it is closed
                before = self._subjects(range(i - 1, max(i - ANNOUNCED, -1), -1), i - 1, 0)
                found += [(i, subject) for subject in [next(before, None)] if subject is not None]
        return found
