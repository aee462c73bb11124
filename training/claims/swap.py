"""Other names in the same labelled document, so that the model reads the words around a name and not the name.

Countries become other countries (name, demonym and capital together), other names invented ones, word for word.
"""

from __future__ import annotations

import random
import re
from collections.abc import Collection, Iterable
from functools import lru_cache
from typing import Any

from imbroglio.actors import Registry, find_mentions
from imbroglio.documents import make_document
from imbroglio.language import parse
from imbroglio.model import Actor, ActorKind

_FORMS = frozenset({"name", "demonym", "metonym"})
_ROLES = ("preferred", "demonym", "capital")
_SYLLABLES = (
    "ba be bo da do du fa ga go ha ja ka ke ki ko la le lo ma me mo mu na ne no pa ra re ri ro sa se so ta te to va ve "
    "wa ya za ze zo sha kha gha bar dar kan lan mar nor rak sen tal tan var zar lek mir dun"
).split()
_ENDS = ("", "", "n", "r", "s", "l", "k", "ri", "an", "esh", "ov", "i")


class Swapper:
    """Swaps names; `common` are words (lower case) that are ordinary words and stay."""

    def __init__(self, common: Collection[str], seed: int) -> None:
        self.common = common
        self.rng = random.Random(seed)

    def __call__(self, text: str, claims: list[dict[str, Any]]) -> tuple[str, list[dict[str, Any]]]:
        """The document with other names, its spans moved along."""
        edits = self._edits(text)
        moved = [
            {**claim, **{key: _moved(claim[key], edits) for key in ("subject_span", "object_span", "cue_span")}}
            for claim in claims
        ]
        return edited(text, edits), moved

    def _edits(self, text: str) -> list[tuple[int, int, str]]:
        """(start, end, replacement) of every word to change, in order."""
        doc = next(parse([text]))
        mentions = find_mentions(doc, make_document(text, id="swap"), Registry.load())
        table: dict[str, str] = {}
        tokens: dict[int, str] = {}
        for mention in mentions.items:
            actor = mentions.actors.get(mention.actors[0]) if mention.actors else None
            if mention.form not in _FORMS or actor is None:
                continue
            if actor.kind is ActorKind.STATE and mention.end - mention.start == 1:
                tokens[mention.start] = self._country(actor, doc[mention.start].text, table)
            else:
                tokens |= {i: "" for i in range(mention.start, mention.end) if i not in tokens}
        edits = []
        for i in sorted(tokens):
            word = doc[i].text
            new = tokens[i] or (table.get(word) or self._invented(word, table))
            if new != word:
                edits.append((doc[i].idx, doc[i].idx + len(word), new))
        return edits

    def _country(self, actor: Actor, word: str, table: dict[str, str]) -> str:
        if word not in table:
            other = self.rng.choice(_countries())
            while other.id == actor.id:
                other = self.rng.choice(_countries())
            table |= dict(zip(_names(actor), _names(other), strict=True))
        return table.get(word, word)

    def _invented(self, word: str, table: dict[str, str]) -> str:
        if not word[:1].isupper() or len(word) < 2 or not word.isalpha() or word.lower() in self.common:
            return word
        if word.isupper() and len(word) <= 6:
            new = "".join(self.rng.choice("ABCDEFGHIKLMNOPRSTUVW") for _ in word)
        else:
            syllables = self.rng.choices(_SYLLABLES, k=self.rng.randint(1, 3))
            new = ("".join(syllables) + self.rng.choice(_ENDS)).capitalize()
        return table.setdefault(word, new)


def edited(text: str, edits: Iterable[tuple[int, int, str]]) -> str:
    """The text with other words: `edits` are (start, end, replacement), in order."""
    pieces, end = [], 0
    for start, stop, new in edits:
        pieces += [text[end:start], new]
        end = stop
    return "".join([*pieces, text[end:]])


def common_words(texts: list[str]) -> set[str]:
    """Words that the texts write without a capital."""
    return {word for text in texts for word in re.findall(r"\b[a-z]{2,}\b", text)}


@lru_cache(maxsize=1)
def _countries() -> list[Actor]:
    actors = Registry.load().actors.values()
    return [
        a
        for a in actors
        if a.kind is ActorKind.STATE and all(n.isalpha() for n in _names(a)) and len(set(_names(a))) == 3
    ]


def _names(actor: Actor) -> list[str]:
    """Preferred name, demonym and capital; the preferred name where there is none."""
    by_role = {name.role: name.text for name in reversed(actor.names)}
    return [by_role.get(role, actor.name) for role in _ROLES]


def _moved(span: list[int] | None, edits: list[tuple[int, int, str]]) -> list[int] | None:
    if span is None:
        return None
    start, end = span
    return [
        start + sum(len(new) - (b - a) for a, b, new in edits if b <= start),
        end + sum(len(new) - (b - a) for a, b, new in edits if b <= end),
    ]
