"""Checks that the relation words agree with each other: `python -m imbroglio.knowledge.check_lexicon`.

Prints one problem a line and exits with 1 if there is any.
"""

from __future__ import annotations

import sys
from collections import defaultdict
from collections.abc import Iterator

from imbroglio.errors import KnowledgeError
from imbroglio.knowledge.lexicon import Frame, Lexicon, load_lexicon
from imbroglio.model import Relation

ROLES = frozenset(
    "subj obj iobj poss noun held self mod mutual between to from for on against of with at in into by over about "
    "behind under out toward towards near along alongside beside behalf together as".split()
)
"""Grammatical roles and prepositions that `claims.syntax` fills; a frame with another role never applies."""


def problems() -> list[str]:
    """Everything that is wrong with the lexicon, in words."""
    try:
        lexicon = load_lexicon()
    except KnowledgeError as e:
        return [str(e)]
    return [*unknown_roles(lexicon), *contradictions(lexicon), *repeated(lexicon), *two_classes(lexicon)]


def frames(lexicon: Lexicon) -> Iterator[tuple[str, Frame]]:
    """Every frame with the words it is said in: "verb carry out strike", "noun attack"."""
    for lemma, senses in lexicon.verbs.items():
        for sense in senses:
            yield f"verb {lemma} {_companions(sense.particle, sense.preposition, sense.nouns)}".strip(), sense.frame
    for kind, table in (("noun", lexicon.nouns), ("adjective", lexicon.adjectives)):
        for word, found in table.items():
            yield from ((f"{kind} {word}", frame) for frame in found)
    for (preposition, noun), found in lexicon.adverbials.items():
        yield from ((f"adverbial {preposition} {noun}", frame) for frame in found)


def _companions(particle: str | None, preposition: str | None, nouns: frozenset[str]) -> str:
    return " ".join(filter(None, (particle, preposition, ",".join(sorted(nouns)))))


def unknown_roles(lexicon: Lexicon) -> Iterator[str]:
    for word, frame in frames(lexicon):
        for role in (*frame.agent, *frame.patient):
            if role not in ROLES:
                yield f"{word}: {frame.relation} has the role {role!r}, which no construction fills"


def contradictions(lexicon: Lexicon) -> Iterator[str]:
    """The same words in the same frame for two relations, one for and one against."""
    signs: dict[tuple[str, tuple[str, ...], tuple[str, ...]], dict[int, Relation]] = defaultdict(dict)
    for word, frame in frames(lexicon):
        if frame.relation.sign and not frame.stop:
            signs[word, frame.agent, frame.patient][frame.relation.sign] = frame.relation
    for (word, _, patient), found in signs.items():
        if len(found) > 1:
            yield f"{word} > {'|'.join(patient)}: both {' and '.join(sorted(found.values()))}; keep one"


def repeated(lexicon: Lexicon) -> Iterator[str]:
    """The same words twice for the same relation in the same frame."""
    seen: set[tuple[str, Frame]] = set()
    for entry in frames(lexicon):
        if entry in seen:
            yield f"{entry[0]}: {entry[1].relation} twice in the frame {'|'.join(entry[1].patient)}; delete one"
        seen.add(entry)


def two_classes(lexicon: Lexicon) -> Iterator[str]:
    """Words before or behind a hyphen, and agent nouns, that mean two things."""
    tables = {
        "participle": (lexicon.participles, lexicon.reverse_participles),
        "agent noun": (lexicon.agents, lexicon.mutual_agents, lexicon.patients),
    }
    for kind, found in tables.items():
        for n, table in enumerate(found):
            for other in found[n + 1 :]:
                for word in sorted(table.keys() & other.keys()):
                    yield f"{kind} {word}: both {table[word]} and {other[word]}; keep one"


def main() -> int:
    found = problems()
    print("\n".join(found) or "The lexicon agrees with itself.")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
