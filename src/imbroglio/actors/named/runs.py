"""Runs of words that may be names: known names and capitalised words with the small words between them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from imbroglio.actors.tree import Tree
from imbroglio.knowledge.load import words
from imbroglio.knowledge.speech import load_speech

Match = tuple[int, int, Sequence[tuple[str, str]]]  # tokens, half-open, and the known actors with the role of the name
MEN = frozenset({"men", "women"})
LONGEST = 20  # words of a run; bounds what a hostile text costs
ORGANISED = frozenset(
    {
        *("force", "fighter", "organ", "government", "collective", "firm", "outlet", "programme", "people", "polity"),
        "relation",
    }
)
_OPEN = frozenset({"PROPN", "NOUN", "ADJ", "VERB", "ADV", "X", "INTJ"})
HYPHENS = frozenset({"-", "‐", "‑", "–"})
_ORDINAL = re.compile(r"\d+(st|nd|rd|th)$")
_PARTICLE = re.compile(r"(?:e|i|o|al|el|ul|ur|us|ut|ud)-[^\W\d_a-z]")  # "Tehrik-e-Jhelum", cut after its first word
_ROMAN = re.compile(r"[IVX]{2,}|V|X")
_ELIDED = re.compile(r"[dl]['’][^\W\d_a-z]")  # "Lac d'Or"
OPEN, CLOSE = frozenset("“\"‘'«("), frozenset("”\"’'»)")
NICKNAME = 5  # words between its marks, and one
_SHOUTING = 0.7  # share of capitalised words that makes a headline


class Runs:
    """Finds the runs of one text; `at` are the known names by their first token, `covered` their tokens."""

    def __init__(self, tree: Tree, matches: Sequence[Match]) -> None:
        self.tree = tree
        self.at = {start: (end, known) for start, end, known in matches}
        self.covered = {i for start, end, _ in matches for i in range(start, end)}
        self.entity = {i: number for number, (a, b, _) in enumerate(tree.entities) for i in range(a, b)}
        self.label = {i: kind for a, b, kind in tree.entities for i in range(a, b)}
        self._headlines = _headlines(tree)

    def __iter__(self) -> Iterator[tuple[int, int]]:
        """The runs in order, half-open."""
        i = 0
        while i < len(self.tree):
            if not self._opens(i):
                i += 1
                continue
            start, i = i, self.at[i][0] if i in self.at else i + 1
            while i - start < LONGEST and (longer := self._longer(start, i)) > i:
                i = longer
            yield start, i

    def capital(self, i: int) -> bool:
        """Whether the token is a capitalised word that can be part of a name."""
        tree = self.tree
        if i in self.covered or self._elided(i):
            return True
        if self._counts(i):
            return True
        if not tree.capital(i) or tree.pos[i] not in _OPEN:
            return False
        if tree.words[i] in words("no_actors") or (tree.lower[i] in words("function") and not self.surname(i)):
            return False
        if tree.sentence[i] in self._headlines and tree.words[i].isupper() and tree.noun(i) is not None:
            return i > 0 and tree.sentence[i - 1] == tree.sentence[i] and i - 1 in self.covered  # "MINISTER CONDEMNS"
        if tree.pos[i] == "PROPN" or not (tree.sentence[i] in self._headlines or tree.first(i)):
            return True
        noun = tree.noun(i)
        if noun is not None and noun.use == "collective" and tree.lower[i + 1 : i + 2] == ["for"]:
            named = i + 2 + (tree.lower[i + 2 : i + 3] in (["a"], ["the"]))
            return named < len(tree) and tree.capital(named)  # "Front for Justice attacked"
        common = tree.lower[i] in words("drop") | words("gone") or noun is not None
        follows = i + 1 < len(tree) and tree.capital(i + 1) and tree.pos[i + 1] == "PROPN"
        return follows and not common and tree.pos[i] in {"ADJ", "NOUN"}

    def inside_line(self, i: int) -> bool:
        """Whether a capital inside a sentence that is no headline makes a word part of a name: "the *Old* Guard"."""
        tree = self.tree
        return not tree.first(i) and tree.capital(i) and tree.sentence[i] not in self._headlines

    def _counts(self, i: int) -> bool:
        """ "The *Four* Lakes Brigade", "Sons of the *Two* Hills": a number that belongs to a name."""
        tree, after = self.tree, i + 1
        if tree.lower[i] not in words("numbers") or after == len(tree) or not self.inside_line(i):
            return False
        return tree.capital(after) and tree.pos[after] in {"PROPN", "NOUN"} and tree.sentence[after] == tree.sentence[i]

    def _elided(self, i: int) -> bool:
        """ "La Tribune *d'Ozan*": an article or preposition is glued to a part of a name."""
        return i > 0 and bool(_ELIDED.match(self.tree.words[i])) and self.tree.capital(i - 1)

    def surname(self, i: int) -> bool:
        """Whether a part of a name is written like a verb of saying: "Omar *Said*"."""
        tree = self.tree
        part = tree.pos[i] == "PROPN" and tree.dep[i] in {"flat", "compound"}
        return part and tree.capital(i) and tree.lemma[i] in load_speech().verbs

    def _opens(self, i: int) -> bool:
        """A capital, an ordinal ("5th Division"), an article ("al-Nur")."""
        tree, after = self.tree, i + 1
        if i in self.at or self.capital(i):
            return True
        if after >= len(tree):
            return False
        if tree.lower[i] in {"al", "el"}:
            after += tree.words[after] == "-"
            return after < len(tree) and tree.capital(after)
        if self._spells_ordinal(i):
            return True
        return bool(_ORDINAL.match(tree.lower[i])) and self.capital(after)

    def _spells_ordinal(self, i: int) -> bool:
        """ "*Forty*-Second Brigade", where hyphens cut the number."""
        tree = self.tree
        if tree.lower[i] not in words("tens") or not tree.capital(i) or i + 3 >= len(tree):
            return False
        joined = tree.words[i + 1] in HYPHENS and tree.tight(i) and tree.tight(i + 1)
        return joined and tree.lower[i + 2] in words("ordinals") and self.capital(i + 3)

    def _longer(self, start: int, end: int) -> int:
        """Where the run ends if it goes on over the next words; `end` if it does not."""
        tree = self.tree
        if end >= len(tree) or tree.sentence[end] != tree.sentence[start]:
            return end
        if self._begins_person(start, end):
            return end
        if end in self.at:
            return self.at[end][0]
        if self.capital(end) or self._numbers(end):
            return end + 1
        after = end + 1
        if after >= len(tree) or tree.sentence[after] != tree.sentence[start]:
            return end
        return self._over(start, end, after) or self._nicknamed(end) or end

    def _numbers(self, i: int) -> bool:
        """ "Battalion *313*", "Kodam *VII*": a number behind a unit or a name."""
        tree, noun = self.tree, self.tree.noun(i - 1)
        digits = tree.words[i].isdigit() and noun is not None and noun.group in {"units", "regions"}
        alone = i + 1 == len(tree) or tree.pos[i + 1] not in {"NOUN", "NUM"} or tree.noun(i + 1) is not None
        return tree.capital(i - 1) and ((digits and alone) or bool(_ROMAN.fullmatch(tree.words[i])))

    def _begins_person(self, start: int, end: int) -> bool:
        """ "The Minister for the Middle East *Tobias Ellwood*": a person's name behind what his title ends with."""
        tree = self.tree
        office = tree.noun(tree.head[end - 1])
        titled = office is not None and office.use == "office"
        behind = tree.dep[end - 1] == "nmod" and tree.head[end - 1] < start and titled
        person = self.label.get(end) == "PERSON" and not self._one_entity(end - 1, end)
        person = person and tree.words[end - 1] not in words("portfolios")
        return behind and person and tree.head[end] not in range(start, end)

    def _over(self, start: int, end: int, after: int) -> int:
        """The end of the run if the small word at `end` belongs to the name; 0 if it does not."""
        tree, word = self.tree, self.tree.lower[end]
        if word in HYPHENS and tree.tight(end - 1) and tree.tight(end):
            two = end - 1 in self.covered and after in self.covered  # "Russian-Iranian"
            inside = _PARTICLE.match(tree.words[after]) or self._one_entity(end - 1, after)
            inside = inside or (end - 1 == start and self._spells_ordinal(start))
            joins = not two and bool(self.capital(after) or tree.lower[after] in {"al", "el", "e"} or inside)
            if not joins and not two and (last := self._between(end)):
                return last + 1
        elif word in words("joints") or (word in words("hyphened") and tree.words[after] == "-"):
            after += tree.words[after] == "-"
            joins = after < len(tree) and self.capital(after)
        elif word in {"of", "for"}:
            after += tree.lower[after] in {"the", "a", "an"}
            joins = after < len(tree) and self.capital(after) and self._takes_of(start, end, after)
        elif word in words("foreign_joints"):
            after += tree.lower[after] in words("foreign_articles")
            joins = after < len(tree) and self.capital(after) and self._is_foreign(start, end)
        elif tree.pos[end] == "PART":
            joins = self.capital(after) and self._owns(start, end, after)
        elif word == "in":
            long = "for" in tree.lower[start + 1 : end] and start <= tree.head[after] < end
            joins = long and self.capital(after)  # "Front for Concord in Tibesti"
        else:
            joins = word == "and" and self.capital(after) and self._one_entity(end - 1, after)
        return after + 1 if joins else 0

    def _between(self, hyphen: int) -> int:
        """Where a name ends that hyphens tie with a small word between: "Brod-*on*-Tissa"; 0 if none does."""
        tree, small = self.tree, hyphen + 1
        last = tree.tied(small)
        if last is None or not tree.lower[small].isalpha() or tree.lower[small] in words("between_names"):
            return 0
        return last if last not in self.covered and self.capital(last) else 0

    def _is_foreign(self, start: int, end: int) -> bool:
        """Whether a group's name in another language goes on: "*Union* pour la Patrie", not "Ortega y Gasset"."""
        tree = self.tree
        begun = any(tree.lower[i] in words("foreign_aims") for i in range(start, end + 1))
        noun = tree.noun(end - 1)
        body = noun is not None and noun.use in {"collective", "force", "organ"}
        return begun or body or tree.lower[start] in words("foreign_heads")

    def _nicknamed(self, end: int) -> int:
        """Where a name goes on after a nickname in quotation marks: 'Jocelyn "Ti Manno" Estimé'; 0 if it does not."""
        tree = self.tree
        if tree.words[end] not in OPEN or tree.noun(end - 1) is not None:
            return 0
        for i in range(end + 2, min(end + NICKNAME, len(tree) - 1)):
            if tree.words[i] in CLOSE:
                words = [*range(end + 1, i), i + 1]
                named = all(tree.pos[k] == "PROPN" and self.capital(k) for k in words)
                return i + 2 if named and self._is_persons(end, i) else 0
        return 0

    def _is_persons(self, opens: int, closes: int) -> bool:
        """Whether what stands around a nickname is one person's name; brackets often hold something else."""
        before, after = self.label.get(opens - 1), self.label.get(closes + 1)
        tree = self.tree
        two = before == after == "PERSON"
        flat = tree.dep[closes + 1] == "flat" and before not in {"ORG", "PLACE"}
        one = before == "PERSON" or (after == "PERSON" and flat)
        return two if tree.words[opens] == "(" else one

    def _owns(self, start: int, end: int, after: int) -> bool:
        """Whether a possessor is part of the name: "Farmers' League", "Front for Sur's Return"."""
        tree = self.tree
        if tree.lower[end - 1] in words("possessors") or self._one_entity(end - 1, after):
            return True
        if tree.lower[end] != "'" or end - 1 in self.covered:
            return end - 2 > start and tree.lower[end - 2] == "for"
        return self._names_group(after)

    def _takes_of(self, start: int, end: int, after: int) -> bool:
        """Whether "of …" goes on with the name: "Army of …", "Front for the …", "the Hillmen of Sur"."""
        tree, noun = self.tree, self.tree.noun(end - 1)
        if tree.lower[end] == "of" and self._aims(start, end):
            return True
        if tree.lower[end] == "for" and noun is not None and noun.use == "collective" and tree.capital(end - 1):
            return True  # "Rally for Justice", whomever the engine takes Justice for
        if tree.lower[end - 1] in MEN and start > 0 and tree.lower[start - 1] == "the":
            return self._is_lone(after)  # "the Free Men of Tolmar"
        several = tree.number[end - 1] == "plural"  # "the Movement of Sidama", "the Martyrs of Mutran"
        lone = ((noun is not None and noun.use == "collective") or several) and self._is_lone(after)
        state = noun is None or (tree.lower[end] == "for" and noun.use == "polity")  # "the United States for the help"
        if (self.label.get(after) == "PERSON" and not lone) or (end - 1 in self.covered and state):
            return False
        if noun is not None and noun.use in {"fighter", "force"} and noun.group == "people":
            return not tree.first(start) and after not in self.covered and not self._names_group(after)
        if any((inner := tree.noun(i)) is not None and inner.use in ORGANISED for i in range(start, end)):
            return True
        before = start - 1
        while before > 0 and tree.pos[before] == "ADJ" and tree.words[before].islower():
            before -= 1  # "the rival Martyrs of Mutran"
        return noun is None and end - start == 1 and start > 0 and tree.lower[before] == "the"

    def _aims(self, start: int, end: int) -> bool:
        """Whether a group's name tells its aim, which goes on: "Movement for the *Liberation of* Osk"."""
        tree = self.tree
        aim = next((i for i in range(start + 1, end) if tree.lower[i] == "for"), None)
        noun = tree.noun(aim - 1) if aim is not None else None
        return noun is not None and noun.use in ORGANISED and tree.noun(end - 1) is None

    def _is_lone(self, i: int) -> bool:
        """Whether an unknown word stands alone, and in the text is nobody's surname: it may be of a place."""
        tree = self.tree
        if i in self.covered or (i + 1 < len(tree) and self.capital(i + 1)):
            return False
        people = (b for a, b, kind in tree.entities if kind == "PERSON" and b - a > 1 and not a <= i < b)
        return all(tree.lower[b - 1] != tree.lower[i] for b in people)

    def _names_group(self, after: int) -> bool:
        """Whether the words from here name an organisation: "Fighters of the Desert Front" are not a name."""
        last = min(after + LONGEST, len(self.tree))
        for i in range(after, last):
            noun = self.tree.noun(i) if self.capital(i) else None
            if not self.capital(i) or (noun is not None and noun.use in ORGANISED):
                return noun is not None
        return False

    def _one_entity(self, left: int, right: int) -> bool:
        return left in self.entity and self.entity[left] == self.entity.get(right)


def _headlines(tree: Tree) -> frozenset[int]:
    """Sentences in which most words have a capital, and no verb goes without, where a capital says nothing."""
    counts: dict[int, list[bool]] = {}
    small = {tree.sentence[i] for i, word in enumerate(tree.words) if tree.pos[i] == "VERB" and word.islower()}
    for i, word in enumerate(tree.words):
        if word.isalpha() and len(word) > 3:
            counts.setdefault(tree.sentence[i], []).append(word[0].isupper())
    shouts = {s for s, capitals in counts.items() if len(capitals) > 3 and sum(capitals) > _SHOUTING * len(capitals)}
    return frozenset(shouts - small)
