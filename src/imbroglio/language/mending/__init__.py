"""What the parser gets wrong time and again, put right in the tree that everything else reads.

A rule looks at one word and says what it should hang on, and by which relation; it knows a tree that parses get wrong
in one way, and leaves all others alone.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from imbroglio.language.mending import (
    accounts,
    asides,
    charges,
    clauses,
    gaps,
    headlines,
    members,
    objects,
    owners,
    relative,
    speech,
    subjects,
    verbs,
)
from imbroglio.language.mending.words import AWAITED, RELATIONS, Repair, Rule

if TYPE_CHECKING:
    from imbroglio.language.plain import Doc, Span, Token


# Applied in turn; what the later repair may hang on what the earlier have moved.
_RULES: tuple[tuple[Rule, ...], ...] = (
    (
        speech.numbered,
        headlines.plain_verb,
        headlines.to_do,
        verbs.before_object,
        speech.split_quotation,
        owners.owned,
        verbs.reports,
    ),
    (clauses.parted, objects.before_name, objects.flat, objects.hyphened, asides.dateline),
    (clauses.second_subject, clauses.reputed),
    (
        clauses.perfect,
        clauses.after_aside,
        clauses.behind_participle,
        clauses.some_of_them,
        clauses.reduced,
        clauses.in_step,
    ),
    (
        *(gaps.without_verb, gaps.gives_too, speech.is_name, speech.told_whom, speech.under_secretary),
        *(relative.resumed, speech.spoken, relative.in_relative),
        *(
            objects.beside,
            objects.each_its_own,
            objects.one_more,
            objects.aimed,
            objects.let_do,
            objects.done_by,
            objects.of_a_kind,
        ),
        *(objects.in_company, objects.before_phrase, objects.for_a_cause, objects.at_war, objects.where_they_are),
        *(relative.begins, relative.of_all, relative.of_one, relative.of_thing, relative.of_deed),
        *(
            relative.of_second,
            relative.of_object,
            relative.whom,
            relative.of_person,
            relative.of_leader,
            relative.of_unit,
        ),
        *(verbs.second, verbs.armed_by),
        *(
            accounts.that_joins,
            accounts.heard_from,
            accounts.judged,
            accounts.judged_as,
            asides.says_so,
            asides.was_once,
            asides.in_list,
            asides.two_of_one,
            asides.of_name,
        ),
        *(
            relative.of_whom,
            relative.of_nearest,
            relative.of_place,
            relative.of_crossed,
            relative.counted_whom,
            relative.whose_object,
            asides.of_office,
            asides.who_holds_it,
            asides.is_though,
        ),
        *(
            charges.acting,
            charges.with_help,
            members.of_several,
            members.of_next_several,
            members.among,
            members.including,
        ),
        *(members.among_them, members.counted_next, members.behind_colon, asides.of_the_last),
        *(asides.of_nearest, asides.of_band, members.behind_aside, members.comma_listed),
        *(members.and_too, members.along, members.one_more, objects.named),
        *(objects.of_helped, relative.of_subject, members.with_leader, members.who_they_are, members.seated),
    ),
    (
        charges.judged_in_terms,
        *(
            charges.whom_it_arms,
            charges.charged,
            charges.accused,
            charges.charged_too,
            charges.charged_twice,
            charges.aimed_at,
        ),
        *(objects.helped, objects.helped_to),
        *(speech.said_within, speech.said_to_do, speech.told_within, speech.asked_within, speech.speaks_on),
    ),
    (
        *(speech.who_says, speech.said_to_be, asides.says_behind, speech.says_at_end, speech.says_when, relative.whose),
        *(subjects.joined, subjects.both_say, subjects.of_clause, subjects.named, subjects.titled, subjects.what_it_is),
        *(
            subjects.some_of_them,
            subjects.accuses,
            subjects.each_one,
            subjects.each_doing,
            subjects.before_auxiliary,
            subjects.hyphened,
            subjects.behind_place,
            subjects.unmarked,
            subjects.does_too,
            subjects.doing,
            subjects.before_adverbial,
        ),
        subjects.turned,
        *(
            verbs.part_of_verb,
            verbs.as_noun,
            verbs.bare,
            verbs.had_done,
            verbs.shot_dead,
            verbs.as_nouns,
            verbs.appoints,
            verbs.both_done,
        ),
        *(verbs.also_done, verbs.in_a_row, verbs.backs, verbs.first_of_two, verbs.of_relative),
    ),
    (relative.whose_clause, members.paired, members.each_which),
)
# What a word is that is hung elsewhere: "those *backing* X", "a merchant, *Said* Nur".
_TAGS = {("acl", "NOUN"): "VERB", ("appos", "VERB"): "PROPN"}


class _Stage(dict[str, tuple[Rule, ...]]):
    """The rules of one round, by the relation of the words that they look at."""

    def __init__(self, rules: tuple[Rule, ...]) -> None:
        super().__init__()
        self.rules = rules

    def __missing__(self, relation: str) -> tuple[Rule, ...]:
        found = self[relation] = tuple(r for r in self.rules if relation in RELATIONS.get(r, {relation}))
        return found


_STAGES = tuple(map(_Stage, _RULES))


def mend(doc: Doc) -> None:
    """Hang some words elsewhere."""
    sentences = [(list(sentence), _idle(sentence)) for sentence in doc.sents]
    for stage in _STAGES:
        repairs = [repair for words, idle in sentences for repair in _repairs(words, stage, idle)]
        for token, (head, dep, *tag) in (*repairs, *repairs):  # what one repair bars, another may have freed
            if head is token or token not in head.ancestors:  # what is mended stays a tree
                token.head, token.dep_ = head, dep
                token.pos_ = tag[0] if tag else _TAGS.get((dep, token.pos_), token.pos_)
        if repairs:
            doc.link()


def _idle(sentence: Span) -> set[Rule]:
    """The rules that wait for words which the sentence lacks."""
    words = {word for token in sentence for word in (token.lemma_, token.lower_)}  # lemmas may be guessed wrongly
    return {rule for rule, awaited in AWAITED.items() if words.isdisjoint(awaited())}


def _repairs(words: list[Token], stage: _Stage, idle: set[Rule]) -> Iterator[tuple[Token, Repair]]:
    """What the first rule that has something to say of a word says."""
    for token in words:
        for rule in stage[token.dep_]:
            if rule not in idle and (repair := rule(token)) is not None:
                yield token, repair
                break
