"""What words say of an event between two given parties, from `cues/bearing.yaml` and the relations of the lexicon."""

from __future__ import annotations

from collections import defaultdict
from functools import lru_cache

from imbroglio.knowledge.inflection import plural, verb_forms
from imbroglio.knowledge.lexicon import Company, company, load_lexicon
from imbroglio.knowledge.load import data

Cues = dict[str, list[tuple[str, Company]]]


@lru_cache(maxsize=1)
def load_bearing() -> Cues:
    """By any form of a word: the groups it is in, each with the company that it wants."""
    cues: Cues = defaultdict(list)
    for group, words in data("cues/bearing.yaml").items():
        for word in words.split():
            lemma, wanted = company(word, load_lexicon().groups)
            for form in {lemma, plural(lemma), *verb_forms(lemma)}:
                cues[form].append((group, wanted))
    return dict(cues)
