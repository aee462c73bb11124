"""Cases for the browser: the seeds and examples as read, a large one that is made up, a hostile one, an empty one."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from datetime import date
from pathlib import Path

from benchmarks.generated import fill
from imbroglio.case import Case
from imbroglio.model import (
    Actor,
    Claim,
    Document,
    Interval,
    Name,
    Party,
    Quotation,
    Reading,
    Relation,
    Span,
    Speaker,
)
from imbroglio.pipeline import read

ROOT = Path(__file__).parents[3]
SEEDS = ROOT.parent / "shared" / "seeds"

# What runs, loads, leaves an attribute, is taken for a template, or deceives the eye, if it is not shown as text.
PAYLOADS = (
    "<script>window.ran=1</script>",
    "</script><script>window.ran=1</script>",
    "<img src=x onerror=window.ran=1>",
    "<svg onload=window.ran=1><a xlink:href=javascript:window.ran=1>x</a></svg>",
    '"><svg/onload=window.ran=1>',
    "' autofocus onfocus=window.ran=1 x='",
    '" style="background:url(//other.example.com/a)',
    "javascript:window.ran=1",
    "data:text/html,<script>window.ran=1</script>",
    "{{constructor.constructor('window.ran=1')()}}",
    "${window.ran=1}",
    "{% import os %}<%= window.ran=1 %>",
    "<iframe srcdoc='<script>parent.ran=1</script>'></iframe>",
    "<base href=//other.example.com/>",
    "<link rel=stylesheet href=//other.example.com/a.css>",
    "<meta http-equiv=refresh content='0;url=//other.example.com'>",
    "<style>@import '//other.example.com/a.css'; * { display: none }</style>",
    "<form action=//other.example.com><button>go</button></form>",
    "&lt;script&gt;window.ran=1&lt;/script&gt; %3Cscript%3E \\u003cscript\\u003e",
    "\u202egnirts desrever\u202c \u2067isolate\u2069 \u200f\u061c",
    "__proto__",
    "constructor/../../api/case?x=#y",
    "a\u0301\u0327\u0332" * 60,
    "W" * 3_000,
    "many words " * 300,
    "line\nbreak\ttab\rreturn \u2028 \u2029 \x07 \x1b[31m",
)


def seeds(path: Path) -> Case:
    """The examples, and the seeds where they are present, as the shipped reader reads them."""
    case = Case.open(path)
    read([*sorted((ROOT / "examples").glob("20*.md")), *sorted(SEEDS.glob("*.txt"))], case=case)
    return case


def hostile(path: Path) -> Case:
    """Every payload as name and id of an actor; as title, outlet, id, address and text of a document; as a place, a
    speaker, a channel and a time; and in notes and names that a person wrote."""
    case = Case.open(path)
    for number, payload in enumerate(PAYLOADS):
        names = payload, PAYLOADS[number - 1]
        text = f"{names[0]} arms {names[1]}, says {payload}. {names[1]} fights {names[0]}."
        document = _document(f"{number} {payload[:200]}", text, payload, date(2016, 1 + number % 12, 3), url=payload)
        case.add(document, _hostile_reading(document, names))
    claims = case.claims()
    for number, payload in enumerate(PAYLOADS):
        case.review.note(claims[number].id, payload, why=payload, who=payload[:60])
    case.review.rename(claims[0].subject.actor, PAYLOADS[3], why=PAYLOADS[0])
    return case


def large(path: Path) -> Case:
    """More than 2,000 actors, of whom about 6,000 claims are made."""
    return fill(Case.open(path), documents=70, actors=4_500, claims=100)


def empty(path: Path) -> Case:
    """Nothing."""
    return Case.open(path)


def _document(id: str, text: str, source: str, published: date, url: str | None = None) -> Document:
    digest = hashlib.sha256(text.encode()).hexdigest()
    return Document(id, text, digest, source, published, title=f"{source} in {id}", url=url, path=url)


def _claim(document: Document, start: int, one: Actor, relation: str, other: Actor, **more: object) -> Claim:
    cue = Span(start + len(one.name) + 1, start + len(one.name) + 1 + len(relation))
    end = cue.end + 1 + len(other.name)
    subject = Party(one.id, one.name, Span(start, start + len(one.name)), f"named {one.name}")
    object_ = Party(other.id, other.name, Span(cue.end + 1, end), f"named {other.name}")
    return Claim(document.id, subject, Relation(relation), object_, Span(start, end), cue, **more)  # type: ignore[arg-type]


def _hostile_reading(document: Document, names: Iterable[str]) -> Reading:
    one, other = (Actor(name[:200], name, names=(Name(name, "preferred"), Name(f"also {name}"))) for name in names)
    payload = one.name
    speaker = Speaker(payload, span=Span(document.text.index(", says") + 7, document.text.index(". ")))
    more = {
        "place": payload, "via": payload, "said_by": (speaker, Speaker(payload, anonymous=True)),
        "when": Interval(words=payload), "construction": payload,
    }  # fmt: skip
    first = _claim(document, 0, one, "arms", other, **more)
    second = _claim(document, document.text.rindex(f"{other.name} fights"), other, "fights", one, place=payload)
    quoted = Quotation((first.quote,), speaker.span, Span(first.quote.end + 2, first.quote.end + 6), speaker)
    return Reading(document.id, (first, second), (quoted,), actors=(one, other))


CASES = {"seeds": seeds, "hostile": hostile, "large": large, "empty": empty}
