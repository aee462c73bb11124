"""Names: what the registry knows, and runs of capitalised words that it does not."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from imbroglio.actors.nouns import words
from imbroglio.actors.registry import Registry
from imbroglio.actors.tree import Tree
from imbroglio.model import ActorKind

_BREAK = re.compile(r"[^\w\s'’.&/‐‑-]")
_ORDINAL = re.compile(r"\d+(st|nd|rd|th)$")
_OPEN = frozenset({"PROPN", "NOUN", "ADJ", "VERB", "ADV", "X", "INTJ"})
ORGANISED = frozenset(
    {
        "force",
        "fighter",
        "organ",
        "government",
        "collective",
        "firm",
        "outlet",
        "programme",
        "people",
        "polity",
        "relation",
    }
)


@dataclass(slots=True)
class Name:
    """A name in the text. `known` are registry actors with the role of the name, `label` the engine's type, `title` the
    token of a title before it ("General"), `dateline` whether it opens a dispatch as the place of writing."""

    start: int
    end: int
    head: int
    known: list[tuple[str, str]]
    label: str = ""
    title: int | None = None
    dateline: bool = False


def find_names(tree: Tree, registry: Registry) -> list[Name]:
    """All names in order, without overlap."""
    matches = list(_matches(tree, registry))
    label = {i: kind for start, end, kind in tree.entities for i in range(start, end)}
    reader = _Reader(tree, registry, matches, label)
    line = dateline(tree)
    found: list[Name] = []
    for start, end in reader.runs():
        for name in reader.split(start, end):
            name.dateline = name.start < line
            found.append(name)
    return found


def dateline(tree: Tree) -> int:
    """Tokens of a dateline at the beginning ("TUNIS, May 3 —"), 0 without one."""
    if not len(tree) or not (tree.words[0].isupper() and len(tree.words[0]) > 2):
        return 0
    for i in range(1, min(14, len(tree))):
        if tree.words[i] in {"—", "–", "--", "-"} and not (tree.tight(i - 1) and tree.tight(i)):
            return i
        if tree.pos[i] in {"VERB", "AUX"}:
            return 0
    return 0


def _matches(tree: Tree, registry: Registry) -> Iterator[tuple[int, int, list[tuple[str, str]]]]:
    """Registry names, looked for between breaks: no name runs over a comma or a sentence end."""
    begin = 0
    for i in range(len(tree) + 1):
        at_end = i == len(tree)
        if at_end or _BREAK.match(tree.words[i]) or (i and tree.sentence[i] != tree.sentence[i - 1]):
            for start, end, known in registry.match(tree.words[begin:i]) if i > begin else ():
                if any(
                    tree.capital(k) or tree.words[k][:1].isdigit() or not tree.words[k].islower()
                    for k in range(begin + start, begin + end)
                ):
                    yield begin + start, begin + end, known
            begin = i if not at_end and not _BREAK.match(tree.words[i]) else i + 1


class _Reader:
    """Finds runs of capitalised words and cuts them into names."""

    def __init__(
        self,
        tree: Tree,
        registry: Registry,
        matches: list[tuple[int, int, list[tuple[str, str]]]],
        label: dict[int, str],
    ) -> None:
        self.tree, self.registry, self.label = tree, registry, label
        self.at = {start: (end, known) for start, end, known in matches}
        self.covered = {i: start for start, end, _ in matches for i in range(start, end)}
        self.shouting = self._headlines()

    def _headlines(self) -> frozenset[int]:
        """Sentences in which most words have a capital, where a capital says nothing."""
        counts: dict[int, list[int]] = {}
        for i, word in enumerate(self.tree.words):
            if word.isalpha() and len(word) > 3:
                count = counts.setdefault(self.tree.sentence[i], [0, 0])
                count[0] += 1
                count[1] += word[0].isupper()
        return frozenset(s for s, (all_, capital) in counts.items() if all_ >= 4 and capital > 0.7 * all_)

    def capital(self, i: int) -> bool:
        """Whether the token is a capitalised word that can be part of a name."""
        tree = self.tree
        if i in self.covered:
            return True
        if (
            not tree.capital(i)
            or tree.pos[i] not in _OPEN
            or tree.words[i] in words().no_actors
            or tree.lower[i] in words().function
        ):
            return False
        if tree.sentence[i] in self.shouting or (tree.first(i) and tree.pos[i] != "PROPN"):
            known_word = tree.lower[i] in words().drop or tree.noun(i) is not None
            follows = i + 1 < len(tree) and tree.capital(i + 1) and tree.pos[i + 1] == "PROPN"
            return tree.pos[i] == "PROPN" or (tree.pos[i] in {"ADJ", "NOUN"} and follows and not known_word)
        return True

    def runs(self) -> Iterator[tuple[int, int]]:
        """Runs of name words, half-open."""
        i, size = 0, len(self.tree)
        while i < size:
            start = i
            if i in self.at:
                end = self.at[i][0]
            elif (
                self.capital(i)
                or self._article(i)
                or (_ORDINAL.match(self.tree.lower[i]) and i + 1 < size and self.capital(i + 1))
            ):
                end = i + 1
            else:
                i += 1
                continue
            while (longer := self._longer(start, end)) > end:
                end = longer
            yield start, end
            i = end

    def _article(self, i: int) -> bool:
        """An "al" that opens a name: "al-Nur"."""
        tree = self.tree
        if tree.lower[i] not in {"al", "el"} or i + 1 >= len(tree):
            return False
        after = i + 2 if tree.words[i + 1] == "-" else i + 1
        return after < len(tree) and tree.capital(after)

    def _longer(self, start: int, end: int) -> int:
        """Where the run ends if it goes on over the next words; `end` if it does not."""
        tree, size = self.tree, len(self.tree)
        if end >= size or tree.sentence[end] != tree.sentence[start]:
            return end
        if end in self.at:
            return self.at[end][0]
        if self.capital(end):
            return end + 1
        word = tree.lower[end]
        after = end + 1
        if after >= size or tree.sentence[after] != tree.sentence[start]:
            return end
        if (
            word in {"-", "‐", "‑", "–"}
            and tree.tight(end - 1)
            and tree.tight(end)
            and (self.capital(after) or tree.lower[after] in {"al", "el", "e"})
        ):
            both = end - 1 in self.covered and after in self.covered
            return end if both else after + 1
        if (word in words().joints or (word in words().hyphened and tree.words[after] == "-")) and self._after_joint(
            after
        ):
            return self._after_joint(after)
        if word in {"of", "for"}:
            after += tree.lower[after] == "the"
            joined = after < size and self.capital(after) and self._takes_of(start, end, after)
            return after + 1 if joined else end
        if (
            tree.pos[end] == "PART"
            and self.capital(after)
            and (tree.lower[end - 1] in words().possessors or self._one_entity(end - 1, after))
        ):
            return after + 1
        if word == "and" and self.capital(after) and self._one_entity(end - 1, after):
            return after + 1
        return end

    def _after_joint(self, after: int) -> int:
        after += self.tree.words[after] == "-"
        return after + 1 if after < len(self.tree) and self.capital(after) else 0

    def _takes_of(self, start: int, end: int, after: int) -> bool:
        """Whether "of …" goes on with the name: "Army of …", "Front for the …", "Hillmen of Sur"."""
        tree = self.tree
        if self.label.get(after) == "PERSON" or (end - 1 in self.covered and tree.noun(end - 1) is None):
            return False
        noun = tree.noun(end - 1)
        if noun is not None and noun.use in {"fighter", "force"} and noun.group == "people":
            return not tree.first(start) and after not in self.covered and not self._heads_group(after)
        if any((inner := tree.noun(i)) is not None and inner.use in ORGANISED for i in range(start, end)):
            return True
        return noun is None and end - start == 1 and start > 0 and tree.lower[start - 1] == "the"

    def _heads_group(self, after: int) -> bool:
        """Whether the words from here name an organisation."""
        while after < len(self.tree) and self.capital(after):
            noun = self.tree.noun(after)
            if noun is not None and noun.use in ORGANISED:
                return True
            after += 1
        return False

    def _one_entity(self, left: int, right: int) -> bool:
        return any(start <= left and right < end for start, end, _ in self.tree.entities)

    def split(self, start: int, end: int) -> Iterator[Name]:
        """Cut a run into names: titles go, a demonym before an office or a person stands alone."""
        tree = self.tree
        if start in self.at and self.at[start][0] == end:
            yield self._name(start, end, self.at[start][1])
            return
        title = self._title(start, end)
        if title is not None:
            yield from self._leftover(start, title)
            after = title + 1
            for name in self.split(after, end):
                if name.start == after:
                    name.title = title
                yield name
            return
        inside = [(s, self.at[s][0], self.at[s][1]) for s in range(start, end) if s in self.at]
        cut = self._parts(start, end, inside)
        if cut is not None:
            for a, b in cut:
                yield from self.split(a, b)
            return
        if not inside and self._plain(start, end):
            return  # "Defence Ministry", "Parliament": a description
        while tree.lower[start] in words().drop and start + 1 < end:
            start += 1
        yield self._name(start, end, [])

    def _plain(self, start: int, end: int) -> bool:
        """Whether the run only has words that by themselves name nothing, and no group's."""
        if not all(self._general(i) for i in range(start, end)):
            return False
        noun = self.tree.noun(end - 1)
        return (
            end - start == 1
            or noun is None
            or noun.use in {"organ", "government", "office", "place", "polity", "outlet"}
            or self.tree.first(start)
        )

    def _title(self, start: int, end: int) -> int | None:
        """The last title before a person's name in the run."""
        tree = self.tree
        last = tree.noun(end - 1)
        known = self.covered.get(end - 1, end)
        if (
            last
            and last.use in ORGANISED
            and tree.words[end - 1] not in words().titles
            and (known == end or known == start)
        ):
            return None
        for i in range(end - 2, start - 1, -1):
            noun = tree.noun(i)
            if i not in self.covered and (tree.words[i] in words().titles or (noun and noun.use == "office")):
                return i
        return None

    def _leftover(self, start: int, end: int) -> Iterator[Name]:
        """Names before a title: "Belarian" in "Belarian Foreign Minister"."""
        while end > start and end - 1 not in self.covered and self._general(end - 1):
            end -= 1
        if end > start:
            yield from self.split(start, end)

    def _parts(
        self, start: int, end: int, inside: list[tuple[int, int, list[tuple[str, str]]]]
    ) -> list[tuple[int, int]] | None:
        """Where to cut a run that holds known names; None if the run is one name."""
        tree = self.tree
        if not inside:
            return None
        first_start, first_end, _ = inside[0]
        if first_end - first_start == 1 and self._person(inside[0][2]):
            return None  # a surname that a longer name begins with
        last_noun = tree.noun(end - 1)
        if first_start > start:  # "South Ossetia", "Radio Tirana", "Martyr Yasin Brigade"
            if len(inside) == 1 and first_end == end and self._person(inside[0][2]) and tree.first(start):
                return [(first_start, end)]
            return None
        if first_end == end:
            return None
        if (
            last_noun
            and last_noun.use in ORGANISED
            and not (last_noun.use in {"force", "fighter"} and last_noun.group in {"people", "machines", "deeds"})
        ):
            plain = last_noun.use in {"organ", "government"} or last_noun.group == "units"
            if plain and self._state(inside[0][2]) and all(self._general(i) for i in range(first_end, end)):
                return [(first_start, first_end)]
            return None
        if tree.lower[first_end] in {"of", "for", "and", "-"} or tree.pos[first_end] == "PART":
            return None
        return [(first_start, first_end), (first_end, end)]

    def _person(self, known: list[tuple[str, str]]) -> bool:
        actor = self.registry.get(known[0][0])
        return bool(actor and actor.kind is ActorKind.PERSON)

    def _state(self, known: list[tuple[str, str]]) -> bool:
        actor = self.registry.get(known[0][0])
        return bool(actor and actor.kind is ActorKind.STATE)

    def _general(self, i: int) -> bool:
        """A word that by itself names nothing."""
        word = self.tree.words[i]
        return i not in self.covered and (
            self.tree.noun(i) is not None
            or word in words().general
            or word in words().titles
            or word in words().title_parts
        )

    def _name(self, start: int, end: int, known: list[tuple[str, str]]) -> Name:
        return Name(
            start, end, head_of(self.tree, start, end), known, self.label.get(head_of(self.tree, start, end), "")
        )


def head_of(tree: Tree, start: int, end: int) -> int:
    """The token of a stretch that the others depend on; the last nominal one if the parse cuts the stretch up."""
    outside = [i for i in range(start, end) if not start <= tree.head[i] < end or tree.head[i] == i]
    nominal = [i for i in outside if tree.pos[i] in {"NOUN", "PROPN", "ADJ", "PRON", "X"}]
    return (nominal or outside or [end - 1])[-1 if len(nominal) != 2 else 0 if tree.case(nominal[1]) else -1]
