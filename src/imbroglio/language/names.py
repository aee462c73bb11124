"""Names as spans: from BIO tags, made whole along the dependency tree."""

from __future__ import annotations

from collections.abc import Callable, Sequence

Name = tuple[int, int, str]  # start, end, label
INSIDE = frozenset(["flat", "compound", "amod"])  # relations that hold the words of a name together


def spans(tags: Sequence[str]) -> list[Name]:
    """(start, end, label) of BIO tags; an I without its B opens a span."""
    found: list[Name] = []
    for i, tag in enumerate(tags):
        if tag == "O":
            continue
        position, label = tag.split("-", 1)
        if position == "I" and found and found[-1][1:] == (i, label):
            found[-1] = (found[-1][0], i + 1, label)
        else:
            found.append((i, i + 1, label))
    return found


def whole(tags: Sequence[str], words: Sequence[str], heads: Sequence[int], deprels: Sequence[str]) -> list[str]:
    """The tags with each name grown over the capitalised words that the tree ties to it.

    "Libyan National *Army*" becomes one name, and so do pieces of one name that were tagged apart; the label is that of
    the piece that holds the syntactic head.
    """

    def tied(i: int, start: int, end: int) -> bool:
        """Whether word `i` is part of the span's name: it hangs on the span, or the span on it."""
        if not 0 <= i < len(words) or not (words[i][:1].isupper() or (deprels[i] == "flat" and words[i].isalpha())):
            return False  # particles ("al", "bin") need no capital
        below = start <= heads[i] < end and deprels[i] in INSIDE
        return below or any(heads[j] == i and deprels[j] in INSIDE for j in range(start, end))

    grown = ["O"] * len(tags)
    for start, end, label in sorted(spans(tags), key=lambda name: _depth(name, heads)):
        if all(tag != "O" for tag in grown[start:end]):
            continue
        while step := _step(start, -1, words, lambda i: tied(i, start, end)):  # noqa: B023 (called at once)
            start -= step
        while step := _step(end - 1, 1, words, lambda i: tied(i, start, end)):  # noqa: B023
            end += step
        free = [i for i in range(start, end) if grown[i] == "O"]
        for i in free:
            grown[i] = ("B-" if i == free[0] else "I-") + label
    return grown


def _step(edge: int, direction: int, words: Sequence[str], tied: Callable[[int], bool]) -> int:
    """How many words the name grows beyond its edge: one, two over a hyphen, or none."""
    near = edge + direction
    if tied(near):
        return 1
    return 2 if 0 <= near < len(words) and words[near] == "-" and tied(near + direction) else 0


def _depth(name: Name, heads: Sequence[int]) -> int:
    """How far the span's top word is from the root: pieces near the root come first."""
    top = next((i for i in range(name[0], name[1]) if not name[0] <= heads[i] < name[1]), name[0])
    depth = 0
    while heads[top] != top and depth < len(heads):
        top, depth = heads[top], depth + 1
    return depth
