"""Other names that the text itself introduces: "the Sava Guard (SG)", "X, also known as Y"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from imbroglio.actors.named.find import Name
from imbroglio.actors.tree import Tree
from imbroglio.knowledge.load import words

FILLER = frozenset({",", "the", "(", "“", '"', "‘", "'", "an", "is"})
BRACKETS, CLOSING = (["("], ["["]), frozenset({")", "]", ",", "/"})
ABROAD = 3  # letters that an acronym in the order of another language has at least
LONGEST = 7  # words between two names of one actor


def introduced(tree: Tree, names: Sequence[Name]) -> Iterator[tuple[Name, Name]]:
    """Pairs (name, other name) that the text says are one, the earlier first."""
    yield from _spelled_abroad(tree, names)
    for one, other in pairwise(names):
        between = tree.lower[one.end : other.start]
        if not 0 < len(between) <= LONGEST or tree.sentence[one.start] != tree.sentence[other.start]:
            continue
        phrase = " ".join(word for word in between if word not in FILLER)
        short, longer = tree.text(other.start, other.end), tree.words[one.start : one.end]
        bracketed = between in BRACKETS and other.end < len(tree) and tree.words[other.end] in CLOSING
        acronym = acronym_of(short, longer) or (bracketed and not other.known and _from_abroad(short, longer))
        if phrase.startswith(("whom ", "which ")) and between[-1] in words("callers"):
            phrase = "also called"  # "Ansar al-Haqq, whom locals call Mashababi"
        weakly = bracketed or phrase in words("introducing_weakly")
        if (acronym and weakly) or phrase in words("introducing"):
            yield one, other


def _spelled_abroad(tree: Tree, names: Sequence[Name]) -> Iterator[tuple[Name, Name]]:
    """ "The United Front, known by its French acronym *FUC*": whatever its letters are short for."""
    for k, other in enumerate(names):
        if k and not other.known and tree.lower[other.start - 1] in words("letters_of"):
            for one in names[max(0, k - 2) : k]:
                between = tree.lower[one.end : other.start]
                same = tree.sentence[one.start] == tree.sentence[other.start]
                if same and len(between) <= LONGEST and "known" in between and one.end - one.start > 1:
                    yield one, other


def _from_abroad(short: str, name: Sequence[str]) -> bool:
    """Whether the letters in brackets behind a name are most of its initials, in the order of another language.

    "National Front for the Restoration of Varunda (FNRV)", "Luvale Armed Forces (FAL)".
    """
    letters = [c for c in short.lower() if c.isalpha()]
    initials = [w[0].lower() for w in name if w[:1].isupper()]
    if not short.isupper() or len(letters) < ABROAD or len(initials) < ABROAD:
        return False
    shared = sum(min(letters.count(c), initials.count(c)) for c in set(letters))
    return len(letters) - shared <= len(letters) // ABROAD and len(initials) - shared <= 1


def acronym_of(short: str, name: Sequence[str]) -> bool:
    """Whether `short` is made of the initials of a name's words: "PMU", "IRGC", or of most of them in order."""
    letters = short.replace(".", "").replace("-", "")
    if not 2 <= len(letters) <= 8 or sum(c.isupper() for c in letters) < 0.6 * len(letters):
        return False
    big = "".join(w[0] for w in name if w[:1].isupper()).lower()
    every = "".join(w[0] for w in name if w[:1].isalpha()).lower()
    inner = "".join(c for w in name for k, c in enumerate(w) if c.isupper() or (k == 0 and c.isalpha())).lower()
    wanted = letters.lower()
    if wanted in (big, every, inner):
        return True
    most = len(wanted) > 2 and wanted[0] == big[:1] and len(big) - len(wanted) <= 2
    rest = iter(big)
    return most and all(letter in rest for letter in wanted)
