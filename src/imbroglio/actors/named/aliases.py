"""Other names that the text itself introduces: "the Sava Guard (SG)", "X, also known as Y"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from imbroglio.actors.names import Name
from imbroglio.actors.tree import Tree

LINKS = (
    ("also", "known", "as"), ("better", "known", "as"), ("known", "as"), ("aka",), ("a.k.a.",), ("also", "called"), ("called",), ("dubbed",), ("formerly",),
    ("previously",), ("formerly", "known", "as"), ("previously", "known", "as"), ("or",), ("alias",), ("which", "calls", "itself"), ("abbreviated",), ("acronym", "of"), ("acronym", "for"),
    ("short", "for"), ("now", "called"), ("renamed",), ("under", "the", "name"), ("under", "the", "name", "of"),
)  # fmt: skip
FILLER = frozenset({",", "the", "(", "“", '"', "‘", "'", "as", "an", "is", "now"})
WEAK = frozenset({("or",), ("called",), ("formerly",), ("previously",)})


def introduced(tree: Tree, names: Sequence[Name]) -> Iterator[tuple[Name, Name]]:
    """Pairs (name, other name) that the text says are one, the earlier first."""
    for one, other in zip(names, names[1:], strict=False):
        between = [w for w in tree.lower[one.end : other.start]]
        if not between or len(between) > 7 or tree.sentence[one.start] != tree.sentence[other.start]:
            continue
        words = tuple(w for w in between if w not in FILLER)
        bracketed = (
            between in (["("], ["["]) and other.end < len(tree) and tree.words[other.end] in {")", "]", ",", "/"}
        )
        if (bracketed and acronym_of(tree.text(other.start, other.end), tree.words[one.start : one.end])) or (
            words in LINKS
            and (
                words not in WEAK
                or acronym_of(tree.text(other.start, other.end), tree.words[one.start : one.end])
                or "known" in words
            )
        ):
            yield one, other


def acronym_of(short: str, words: Sequence[str]) -> bool:
    """Whether `short` is made of the initials of the words: "PMU", "IRGC", "FPL" of "Farabundist Popular League"."""
    letters = short.replace(".", "").replace("-", "")
    if not (2 <= len(letters) <= 8 and sum(c.isupper() for c in letters) >= 0.6 * len(letters)):
        return False
    big = "".join(w[0] for w in words if w[:1].isupper())
    every = "".join(w[0] for w in words if w[:1].isalpha())
    split = "".join(c for w in words for k, c in enumerate(w) if c.isupper() or (k == 0 and c.isalpha()))
    wanted = letters.lower()
    return any(wanted == made.lower() for made in (big, every, split)) or (
        len(wanted) > 2
        and _in_order(wanted, big.lower())
        and wanted[0] == big[:1].lower()
        and len(big) - len(wanted) <= 2
    )


def _in_order(letters: str, text: str) -> bool:
    rest = iter(text)
    return all(letter in rest for letter in letters)
