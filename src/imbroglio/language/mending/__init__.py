"""What the parser gets wrong time and again, put right in the tree that everything else reads.

A rule looks at one word and says what it should hang on, and by which relation; it knows a tree that parses get wrong
in one way, and leaves all others alone.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING, Union

from imbroglio.language.mending import charges, objects, relative, speech, verbs

if TYPE_CHECKING:
    from imbroglio.language.plain import Doc, Token

Repair = Union["tuple[Token, str]", "tuple[Token, str, str]"]  # head, relation, and what part of speech it is
Rule = Callable[["Token"], "Repair | None"]

# Applied in turn; what the later repair may hang on what the earlier have moved.
_RULES: tuple[tuple[Rule, ...], ...] = (
    (
        *(relative.resumed, speech.spoken, relative.in_relative, objects.beside, objects.each_its_own, objects.aimed),
        *(objects.let_do, objects.handed_by),
        *(relative.begins, relative.of_all, relative.of_one),
    ),
    (charges.charged, charges.accused, charges.charged_too, objects.helped, objects.helped_to, speech.asked_within),
    (speech.who_says, speech.says_at_end, relative.whose, verbs.part_of_verb, verbs.as_noun, verbs.as_nouns),
    (relative.whose_clause,),
)
# Rules that wait for certain verbs, by what tells their lemmas.
_WAITING: dict[Rule, Callable[[], frozenset[str]]] = {
    charges.charged: charges.accusing,
    charges.accused: charges.accusing,
    charges.charged_too: charges.accusing,
    objects.helped: objects.helping,
    objects.helped_to: objects.helping,
}


def mend(doc: Doc) -> None:
    """Hang some words elsewhere."""
    for rules in _RULES:
        repairs = list(_repairs(doc, rules))
        for token, found in repairs:
            head, dep = found[0], found[1]
            if head is token or token not in head.ancestors:  # what is mended stays a tree
                token.head, token.dep_ = head, dep
                token.pos_ = found[2] if len(found) == 3 else token.pos_
        if repairs:
            doc.link()


def _repairs(doc: Doc, rules: tuple[Rule, ...]) -> Iterator[tuple[Token, Repair]]:
    """What the first rule that has something to say of a word says."""
    for sentence in doc.sents:
        lemmas = {token.lemma_ for token in sentence}
        fit = [r for r in rules if r not in _WAITING or not lemmas.isdisjoint(_WAITING[r]())]
        for token in sentence:
            found = next((repair for rule in fit if (repair := rule(token)) is not None), None)
            if found is not None:
                yield token, found
