"""Checks that the relation words agree with each other: `python -m imbroglio.knowledge.check_lexicon`.

Prints one problem a line and exits with 1 if there is any.
"""

from __future__ import annotations

import sys
from collections import defaultdict
from collections.abc import Iterator

from imbroglio.errors import KnowledgeError
from imbroglio.knowledge.lexicon import FILES, Frame, Lexicon, company, load_lexicon
from imbroglio.knowledge.load import data
from imbroglio.model import Relation, RelationClass

Section = tuple[str, str, str]

ROLES = frozenset(
    "subj obj iobj poss noun held self mod mutual between to from for on against of with at in into by over about "
    "behind under out off after toward towards near along around alongside beside behalf direction head together as "
    "within speaker".split()
)
"""Grammatical roles and prepositions that `claims.syntax` fills; a frame with another role never applies."""


def problems() -> list[str]:
    """Everything that is wrong with the lexicon, in words."""
    try:
        lexicon = load_lexicon()
    except KnowledgeError as e:
        return [str(e)]
    return [
        *unknown_roles(lexicon),
        *contradictions(lexicon),
        *repeated(lexicon),
        *two_classes(lexicon),
        *idle_restrictions(lexicon),
        *unshown_senses(lexicon, other_senses()),
        *without_example(sections(), set(examples())),
    ]


def sections() -> set[Section]:
    """(relation, section, frame) of all relation words; sections without frames have an empty one."""
    found = set()
    for name in FILES:
        for relation, entry in data(f"lexicon/{name}.yaml").items():
            for section, frames_ in entry.items():
                found |= {(relation, section, key) for key in (frames_ if isinstance(frames_, dict) else [""])}
    return found


def examples() -> dict[Section, str]:
    """The example of each frame, "who > whom: sentence", by (relation, section, frame)."""
    found = {}
    for relation, entry in data("lexicon/examples.yaml").items():
        if relation != "silent":
            for section, rows in entry.items():
                for key, row in rows.items() if isinstance(rows, dict) else [("", rows)]:
                    found[relation, section, key] = row
    return found


def silent() -> list[str]:
    """Sentences with other senses of the lexicon's words, in which nobody does anything to anybody."""
    found: list[str] = data("lexicon/examples.yaml")["silent"]
    return found


def without_example(wanted: set[Section], given: set[Section]) -> Iterator[str]:
    """Frames that no sentence shows, and sentences for frames that are not there."""
    for relation, section, key in sorted(wanted - given):
        yield f"{relation} {section} {key!r} has no example; add one to lexicon/examples.yaml"
    for relation, section, key in sorted(given - wanted):
        yield f"lexicon/examples.yaml: {relation} has no {section} {key!r}; delete the example"


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
    """Words before or behind a hyphen, agent nouns and words alone in one frame, that mean two things.

    A verb or noun may stand in two classes where a particle, another frame or what `two_classes.yaml` says of it tells
    the senses apart.
    """
    told = restrictions()
    for word, found in in_two_classes(lexicon).items():
        if word not in told:
            relations = " and ".join(sorted(found))
            yield f"{word}: {relations} with the same object; keep one, or say in lexicon/two_classes.yaml what tells"
    tables = {
        "participle": (lexicon.participles, lexicon.reverse_participles),
        "agent noun": (lexicon.agents, lexicon.mutual_agents, lexicon.patients),
    }
    for kind, groups in tables.items():
        for n, table in enumerate(groups):
            for other in groups[n + 1 :]:
                for word in sorted(table.keys() & other.keys()):
                    yield f"{kind} {word}: both {table[word]} and {other[word]}; keep one"


def in_two_classes(lexicon: Lexicon) -> dict[str, set[Relation]]:
    """Words that say relations of two classes of the same role, with nothing beside them that tells which."""
    seen: dict[tuple[str, str], dict[RelationClass, Relation]] = defaultdict(dict)
    for word, frame in frames(lexicon):
        if len(word.split()) == 2:  # "verb seize", not "verb seize control"
            for role in frame.patient:
                seen[word, role][frame.relation.klass] = frame.relation
    twice: dict[str, set[Relation]] = defaultdict(set)
    for (word, _), found in sorted(seen.items()):
        if len(found) > 1:
            twice[word] |= set(found.values())
    return dict(twice)


def restrictions() -> dict[str, str]:
    """What tells the two senses of a word apart, by kind and word: "verb seize"."""
    found: dict[str, str] = data("lexicon/two_classes.yaml")
    return found


def idle_restrictions(lexicon: Lexicon) -> Iterator[str]:
    """Restrictions of words that have one class now."""
    for word in sorted(restrictions().keys() - in_two_classes(lexicon).keys()):
        yield f"lexicon/two_classes.yaml: {word} stands in one class; delete the line"


def other_senses() -> list[dict[str, str]]:
    """Rows of `words` that make a verb mean something else, with a sentence that must stay `silent`."""
    found: list[dict[str, str]] = data("lexicon/other_senses.yaml")
    return found


def unshown_senses(lexicon: Lexicon, rows: list[dict[str, str]]) -> Iterator[str]:
    """Other senses without a sentence, and of verbs that are no relation words anyway."""
    for row in rows:
        if not row.get("silent"):
            yield f"lexicon/other_senses.yaml: {row['words']} has no sentence; add one that must stay silent"
        for word in row["words"].split():
            lemma, _ = company(word, lexicon.groups)
            if lemma not in lexicon.verbs:
                yield f"lexicon/other_senses.yaml: {lemma} is no relation word; delete {word}"


def listing() -> str:
    """The words that stand in two classes, with what tells their senses apart."""
    twice, told = in_two_classes(load_lexicon()), restrictions()
    rows = (f"  {word}: {' and '.join(sorted(found))}; {told[word]}" for word, found in sorted(twice.items()))
    return "\n".join(["The lexicon agrees with itself. Words in two classes:", *rows])


def main() -> int:
    found = problems()
    print("\n".join(found) or listing())
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
