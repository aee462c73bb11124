"""Parses of our own sentences, recorded once, and Docs built by hand."""

from __future__ import annotations

import re
from functools import lru_cache
from pathlib import Path

from imbroglio.actors import Registry, find_mentions
from imbroglio.language.conllu import from_conllu
from imbroglio.language.plain import Doc, plain
from imbroglio.model import Actor, Document, Mentions

RECORDS = sorted(Path(__file__).parent.glob("*.conllu"))


@lru_cache(maxsize=1)
def blocks() -> dict[str, str]:
    """The recorded parses by name."""
    text = "\n".join(path.read_text(encoding="utf-8") for path in RECORDS)
    parts = re.split(r"^# newdoc id = (.+)\n", text, flags=re.MULTILINE)
    return dict(zip(parts[1::2], parts[2::2], strict=True))


def doc(name: str) -> Doc:
    return plain(from_conllu(blocks()[name]))


def read(name: str, **speakers: Actor) -> tuple[Doc, Mentions]:
    """A recorded parse and its mentions; `speakers` by the word that is said, in lower case."""
    parsed = doc(name)
    given = {t.i: (speakers[t.lower_],) for t in parsed if t.lower_ in speakers}
    return parsed, find_mentions(parsed, Document(name, parsed.text, ""), Registry.load(), given)


def listed(name: str) -> list[tuple[str, str, str]]:
    """(words, form, names of the actors) of every mention, in order."""
    parsed, mentions = read(name)
    return [
        (m.span.of(parsed.text), m.form, " + ".join(mentions.actors[a].name for a in m.actors)) for m in mentions.items
    ]
