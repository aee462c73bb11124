"""Recorded parses: a parsed Doc as CoNLL-U text and back, so that what comes after needs no model.

MISC keeps what the format has no column for: `SpaceAfter=No`, `SpacesAfter` and `SpacesBefore` (as UDPipe writes them),
`Name` (a BIO tag) and `Claims` (the claim arcs of a subject, `;` between arcs: object word, relation, probability, cue
word and attributes).
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from imbroglio.language.arcs.arc import ClaimArc
from imbroglio.language.names import spans
from imbroglio.language.syntax import Row, write_rows

if TYPE_CHECKING:
    from spacy.tokens import Doc
    from spacy.vocab import Vocab

ESCAPES = {" ": "\\s", "\n": "\\n", "\r": "\\r", "\t": "\\t", "|": "\\p", "\\": "\\\\"}
UNESCAPES = {escape: character for character, escape in ESCAPES.items()}


def to_conllu(doc: Doc) -> str:
    """The Doc as CoNLL-U, a block a sentence. A Doc without words gives an empty string."""
    blocks = []
    before = doc[0].text if len(doc) and doc[0].is_space else ""
    for sentence in doc.sents:
        words = [token for token in sentence if not token.is_space]
        if not words:
            continue
        number = {token.i: n for n, token in enumerate(words, start=1)}
        lines = [f"# text = {' '.join(sentence.text.split())}"]
        for token in words:
            head = 0 if token.head.i == token.i else number[token.head.i]
            misc = [f"SpacesBefore={_escape(before)}"] if before else []
            misc += _spacing(_gap(doc, token.i))
            before = ""
            if token.ent_iob_ in "BI" and token.ent_type_:
                misc.append(f"Name={token.ent_iob_}-{token.ent_type_}")
            arcs = [_arc(arc, number) for arc in doc._.claim_arcs if arc.subject == token.i]
            misc += [f"Claims={';'.join(arcs)}"] * bool(arcs)
            columns = (
                str(number[token.i]),
                token.text,
                token.lemma_ or "_",
                token.pos_ or "_",
                "_",
                str(token.morph) or "_",
                str(head),
                token.dep_ or "_",
                "_",
                "|".join(misc) or "_",
            )
            lines.append("\t".join(columns))
        blocks.append("\n".join(lines) + "\n\n")
    return "".join(blocks)


def from_conllu(text: str, vocab: Vocab | None = None) -> Doc:
    """The Doc that `to_conllu` wrote: same text and annotation. Raises `ValueError` for a line that is not CoNLL-U."""
    from spacy.tokens import Doc

    from imbroglio.language import load

    sentences = [_lines(block) for block in re.split(r"\n{2,}", text)]
    words: list[str] = []
    spaces: list[bool] = []
    places = [[_add_word(columns, words, spaces) for columns in lines] for lines in sentences]
    doc = Doc(vocab or load().vocab, words=words, spaces=spaces)
    rows: list[Row] = []
    names: list[str] = []
    arcs: list[ClaimArc] = []
    for lines, own in zip(sentences, places, strict=True):
        for columns, place in zip(lines, own, strict=True):
            head, misc = int(columns[6]), _misc(columns)
            features = "" if columns[5] == "_" else columns[5]
            at = own[head - 1] if head else place
            rows.append(Row(columns[3], features, columns[2], at, columns[7], place == own[0]))
            names.append(misc.get("Name", "O"))
            arcs += [_read_arc(arc, place, own) for arc in misc.get("Claims", "").split(";") if arc]
    tokens = [place for own in places for place in own]
    write_rows(doc, tokens, rows, [(tokens[a], tokens[b - 1] + 1, label) for a, b, label in spans(names)])
    doc._.claim_arcs = tuple(arcs)
    return doc


def _lines(block: str) -> list[list[str]]:
    """The columns of each word; multiword ranges and empty nodes are passed over."""
    lines = [line.split("\t") for line in block.split("\n") if line and not line.startswith("#")]
    for columns in lines:
        if len(columns) != 10:
            raise ValueError(f"a CoNLL-U line has 10 columns, this one {len(columns)}: {columns[:3]}")
    return [columns for columns in lines if columns[0].isdigit()]


def _add_word(columns: list[str], words: list[str], spaces: list[bool]) -> int:
    """Append a word and the white space around it; returns the word's token number."""
    misc = _misc(columns)
    _add_space(misc.get("SpacesBefore", ""), words, spaces)
    place = len(words)
    words.append(columns[1])
    spaces.append(False)
    _add_space("" if misc.get("SpaceAfter") == "No" else misc.get("SpacesAfter", " "), words, spaces)
    return place


def _add_space(gap: str, words: list[str], spaces: list[bool]) -> None:
    """White space as spaCy keeps it: one blank belongs to the word before, the rest is a token."""
    gap = re.sub(r"\\.", lambda found: UNESCAPES.get(found.group(), found.group()), gap)
    if gap.startswith(" ") and words:
        spaces[-1], gap = True, gap[1:]
    if gap:
        words.append(gap)
        spaces.append(False)


def _gap(doc: Doc, i: int) -> str:
    gap: str = doc[i].whitespace_
    for token in doc[i + 1 :]:
        if not token.is_space:
            break
        gap += token.text_with_ws
    return gap


def _spacing(gap: str) -> list[str]:
    return [] if gap == " " else [f"SpacesAfter={_escape(gap)}"] if gap else ["SpaceAfter=No"]


def _escape(gap: str) -> str:
    return "".join(ESCAPES.get(character, character) for character in gap)


def _misc(columns: list[str]) -> dict[str, str]:
    return dict(cell.split("=", 1) for cell in columns[9].split("|") if "=" in cell)


def _arc(arc: ClaimArc, number: dict[int, int]) -> str:
    return ",".join(
        map(
            str,
            (
                number[arc.object],
                arc.relation,
                arc.probability,
                number[arc.cue],
                arc.polarity,
                arc.firmness,
                int(arc.background),
                arc.tense,
                arc.trend,
            ),
        )
    )


def _read_arc(text: str, subject: int, places: list[int]) -> ClaimArc:
    object_, relation, probability, cue, polarity, firmness, background, tense, trend = text.split(",")
    return ClaimArc(
        subject,
        places[int(object_) - 1],
        relation,
        float(probability),
        places[int(cue) - 1],
        polarity,
        firmness,
        background == "1",
        tense,
        trend,
    )
