"""What the form of a word tells by itself.

Lemmas of the cue verbs, for where a parser guesses a rare lemma wrongly ("denies" → "denie"), and types of arms.
"""

from __future__ import annotations

import re
from functools import lru_cache

from imbroglio.knowledge.inflection import verb_forms
from imbroglio.knowledge.speech import load_speech
from imbroglio.knowledge.time import load_time, load_trend

_DESIGNATION = re.compile(r"[A-Z][A-Za-z]{0,4}-\d{1,4}[A-Z]{0,2}s?")


@lru_cache(maxsize=1)
def cue_lemmas() -> dict[str, str]:
    """Every form of every verb that the cues know, with its lemma; a form of two verbs is left out."""
    time = load_time()
    turning = (verb.partition("+")[0] for verb in load_trend().verbs)
    verbs = {*load_speech().verbs, *turning, *time.states, *time.lasting, *time.ahead}
    found: dict[str, str] = {}
    shared: set[str] = set()
    for verb in verbs:
        for form in verb_forms(verb):
            if found.setdefault(form, verb) != verb:
                shared.add(form)
    return {form: verb for form, verb in found.items() if form not in shared or form == verb}


def is_designation(word: str) -> bool:
    """Whether the word has the form of a type of arms: "Su-27", "MiG-29s", "F-16C"."""
    return _DESIGNATION.fullmatch(word) is not None
