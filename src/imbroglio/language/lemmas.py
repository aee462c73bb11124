"""Lemmas as edit scripts: what to do with a word's case and ending to get its lemma (after Chrupała 2006, UDPipe 2).

A script is `case|cut|ending`: case `k`eeps, `l`owers or `t`itles the word, then `cut` characters go and `ending` comes.
So `l|3|y` makes "Armies" into "army", and `l|3|be` makes "was" into "be".
"""

from __future__ import annotations

from collections.abc import Callable, Iterable

from imbroglio.knowledge.inflection import verb_forms


def make(word: str, lemma: str) -> str:
    """The script that turns `word` into `lemma`, the one that cuts least."""
    scripts = []
    for order, case in enumerate("lkt" if word == word.lower() else "klt"):
        cased = _CASE[case](word)
        stem = next(
            (i for i, (a, b) in enumerate(zip(cased, lemma, strict=False)) if a != b), min(len(cased), len(lemma))
        )
        scripts.append((len(cased) - stem, order, f"{case}|{len(cased) - stem}|{lemma[stem:]}"))
    return min(scripts)[2]


def apply(script: str, word: str) -> str:
    """The lemma that `script` makes of `word`; the word itself where the script cuts more than there is."""
    case, cut, ending = script.split("|", 2)
    cased = _CASE[case](word)
    keep = len(cased) - int(cut)
    return (cased[:keep] + ending or cased) if keep >= 0 else cased


def guess(script: str, word: str) -> str:
    """The lemma that a guessed script makes: "militiaman" of "militiamen", where it may cut a letter as of plurals."""
    lemma = apply(script, word)
    return lemma[:-2] + "man" if word.endswith("men") and lemma == word.lower()[:-1] else lemma


def regular(verbs: Iterable[str]) -> dict[str, str]:
    """The verb of each form that may be of one verb alone: "imposes" and "imposed" are of "impose", never seen or not.

    Scripts are guessed by the word's looks, and then "pushes" may become "pushe".
    """
    found: dict[str, set[str]] = {}
    for verb in verbs:
        for form in verb_forms(verb) if verb.isalpha() else ():
            found.setdefault(form, set()).add(verb)
    return {form: verb for form, (verb, *others) in found.items() if not others}


_CASE: dict[str, Callable[[str], str]] = {
    "k": str,
    "l": str.lower,
    "t": lambda word: word[:1].upper() + word[1:].lower(),
}
