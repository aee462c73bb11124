"""A reader for tests: three-word grammar in place of the language model, so that tests of everything else are quick.

It reads "NAME arms NAME", "NAME backs NAME" and "NAME fights NAME", and "according to NAME" behind them as the speaker.
A text with the word "unreadable" cannot be read.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from imbroglio.errors import DocumentError
from imbroglio.model import Actor, Claim, Document, Party, Quotation, Reading, Relation, Span, Speaker
from imbroglio.pipeline import readable

_WORD = r"[A-Z][\w\x07\x1b\x9b]+"  # the control characters are for tests of printing
_NAME = rf"{_WORD}(?: {_WORD})*"
_CLAIM = re.compile(rf"({_NAME}) (arms|backs|fights) ({_NAME})(?: in ({_NAME}))?(?:,? according to ({_NAME}))?")


def slug(name: str) -> str:
    return name.lower().replace(" ", "-")


def read(documents: Iterable[Document]) -> Iterator[Reading | DocumentError]:
    """Stands in for the shipped reader; can be sent to other processes."""
    for document in documents:
        if "unreadable" in document.text:
            yield DocumentError("cannot be read", where=document.id, reason="reader")
        else:
            yield reading(document)


def reading(document: Document) -> Reading:
    """What the three words say in a document."""
    claims, quotations, actors = [], [], {}
    for number, match in enumerate(_CLAIM.finditer(readable(document))):
        names = match[1], match[3]
        actors |= {slug(name): Actor(slug(name), name) for name in names}
        subject, object_ = (Party(slug(match[g]), match[g], Span(*match.span(g)), "toy") for g in (1, 3))
        speakers = (Speaker(match[5], span=Span(*match.span(5))),) if match[5] else ()
        claims.append(
            Claim(
                document.id, subject, Relation(match[2]), object_, Span(*match.span()), Span(*match.span(2)),
                said_by=speakers, place=match[4], sentence=number, construction="toy", trust=0.9 if speakers else 0.6,
            )
        )  # fmt: skip
        if speakers:
            quotations.append(Quotation((Span(match.start(), match.end(3)),), speakers[0].span, speaker=speakers[0]))
    return Reading(document.id, tuple(claims), tuple(quotations), actors=tuple(actors.values()))
