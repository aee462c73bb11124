"""Read CoNLL-U files into sentences with every label the model learns."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from pathlib import Path

from imbroglio.language import lemmas

MORPHOLOGY = ("Degree", "Mood", "Number", "Person", "Tense", "VerbForm", "Voice")
NAME_TYPES = {"person": "PERSON", "organization": "ORG", "place": "PLACE", "event": "EVENT", "time": None}
JOINERS = {"of", "the", "for", "and", "-", "'s", "’s", "al", "de", "in", "on", "&", "'", "’"}


@dataclass
class Sentence:
    """One sentence; all lists are as long as `words`; `heads` count from 1, 0 is the root."""

    document: str
    paragraph: bool  # it opens a paragraph
    text: str = ""
    words: list[str] = field(default_factory=list)
    spaces: list[bool] = field(default_factory=list)
    upos: list[str] = field(default_factory=list)
    morph: list[str] = field(default_factory=list)
    lemmas: list[str] = field(default_factory=list)
    heads: list[int] = field(default_factory=list)
    deprels: list[str] = field(default_factory=list)
    names: list[str] | None = None  # BIO tags, None where the corpus has no entities


def read(path: Path) -> list[Sentence]:
    """The sentences of a file in order."""
    sentences: list[Sentence] = []
    with_names = "gum" in path.name
    for block in path.read_text(encoding="utf-8").split("\n\n"):
        if block.strip():
            document = sentences[-1].document if sentences else ""
            sentences.append(_sentence(block.split("\n"), document, with_names))
    return sentences


def _sentence(lines: list[str], document: str, with_names: bool) -> Sentence:
    sentence = Sentence(document, paragraph=False)
    joined: tuple[int, bool] | None = None  # last word of the multiword token being read, and its space
    misc: list[str] = []
    for line in lines:
        if line.startswith("# newdoc"):
            sentence.document = line.split("=")[-1].strip()
        sentence.paragraph |= line.startswith(("# newpar", "# newdoc"))
        if line.startswith("# text ="):
            sentence.text = line.partition("=")[2].strip()
        columns = line.split("\t")
        if len(columns) != 10 or "." in columns[0]:
            continue
        space = "SpaceAfter=No" not in columns[9].split("|")
        if "-" in columns[0]:
            joined = int(columns[0].split("-")[1]), space
            first = int(columns[0].split("-")[0])
            continue
        number = int(columns[0])
        if joined and first <= number <= joined[0]:
            space = joined[1] if number == joined[0] else False
        _word(sentence, columns, space)
        misc.append(columns[9])
    if with_names:
        sentence.names = names(sentence, misc)
    return sentence


def _word(sentence: Sentence, columns: list[str], space: bool) -> None:
    features = [f for f in columns[5].split("|") if f.split("=")[0] in MORPHOLOGY]
    sentence.words.append(columns[1].replace(" ", ""))
    sentence.spaces.append(space)
    sentence.lemmas.append(columns[2])
    sentence.upos.append(columns[3])
    sentence.morph.append("|".join(features))
    sentence.heads.append(int(columns[6]))
    sentence.deprels.append(columns[7])


def names(sentence: Sentence, misc: list[str]) -> list[str]:
    """BIO tags of the entity spans whose head is a proper noun, each cut down to the name itself."""
    tags = ["O"] * len(sentence.words)
    for start, end, kind in sorted(_spans(misc), key=lambda s: s[0] - s[1]):
        inside = [i for i in range(start, end) if not start < sentence.heads[i] <= end]
        if not inside or sentence.upos[inside[0]] != "PROPN":
            continue
        label = NAME_TYPES.get(kind, "MISC")
        left, right = _name(sentence, inside[0], start, end)
        if label and all(tag == "O" for tag in tags[left:right]):
            tags[left:right] = ["B-" + label] + ["I-" + label] * (right - left - 1)
    return tags


def _spans(misc: list[str]) -> list[tuple[int, int, str]]:
    """(start, end, type) of GUM's bracketed `Entity=` annotation."""
    spans, unclosed = [], []
    for i, cell in enumerate(misc):
        found = re.search(r"Entity=([^|]*)", cell)
        for bracket in re.findall(r"\([^()]*\)?|[^()]+\)", found.group(1)) if found else ():
            if bracket.startswith("("):
                number, kind = bracket.strip("()").split("-")[:2]
                unclosed.append((number, i, kind))
            if bracket.endswith(")"):
                number = bracket.strip("()").split("-")[0]
                match = [o for o in unclosed if o[0] == number]
                if match:
                    unclosed.remove(match[-1])
                    spans.append((match[-1][1], i + 1, match[-1][2]))
    return spans


def _name(sentence: Sentence, head: int, start: int, end: int) -> tuple[int, int]:
    """Grow from the head word over capitalised words, and over small words that lead to one."""

    def capital(i: int) -> bool:
        return sentence.upos[i] == "PROPN" or (
            sentence.words[i][:1].isupper() and sentence.upos[i] in ("NOUN", "ADJ", "VERB")
        )

    def leads(i: int, step: int) -> bool:
        after = i + step
        return (
            sentence.words[i].lower() in JOINERS
            and start <= after < end
            and capital(after)
            and not (sentence.deprels[max(i, after)] == "conj" and sentence.heads[max(i, after)] == head + 1)
        )

    left, right = head, head + 1
    while left > start and (capital(left - 1) or (sentence.words[left - 1] == "-" and leads(left - 1, -1))):
        left -= 1
    while right < end and (
        capital(right)
        or leads(right, 1)
        or (
            right + 2 < end
            and sentence.words[right] == "of"
            and sentence.words[right + 1] == "the"
            and capital(right + 2)
        )
    ):
        right += 1
    return left, right


def scripts(sentence: Sentence) -> list[str]:
    """The lemma edit script of each word."""
    return [lemmas.make(word, lemma) for word, lemma in zip(sentence.words, sentence.lemmas, strict=True)]
