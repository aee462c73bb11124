"""spaCy's blank English tokenizer, brought closer to the words of the Universal Dependencies treebanks."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    import spacy
    from spacy.tokens import Doc

# The treebanks split at hyphens ("Iran - backed") except after these prefixes ("anti-Assad").
PREFIXES = (
    "anti bi bio co counter cross de e ex extra hyper inter intra mega meta micro mid mini mis multi non pan para poly "
    "post pre pro proto pseudo re semi sub super trans tri ultra un uni vice"
)
TITLES = "Amb. Brig. Capt. Cdr. Cmdr. Col. Cpl. Fr. Hon. Lt. Maj. Pvt. Sgt. Sr. Supt."
NUMBER = frozenset({"no", "nos"})
RUNS = r"[!?]{2,}|\*{2,}|={2,}|_{2,}|~{2,}|-{2,}"  # one token each
LETTER, QUOTES = "A-Za-zÀ-ÖØ-öø-ɏ", '"“”„«»'


def extend(nlp: spacy.Language) -> spacy.Language:
    """Give the pipeline's tokenizer our splitting rules; returns the same pipeline."""
    from spacy.util import compile_infix_regex, compile_prefix_regex, compile_suffix_regex

    defaults = nlp.Defaults
    tokenizer: Any = nlp.tokenizer  # spaCy types it as any callable
    kept = [rule for rule in defaults.infixes or () if "(?:-|" not in str(rule)]  # all but spaCy's own hyphen rule
    tokenizer.infix_finditer = compile_infix_regex([*kept, *_infixes()]).finditer
    tokenizer.prefix_search = compile_prefix_regex([RUNS, *(defaults.prefixes or ()), r"[-–—]+(?=[^\W\d])", "/"]).search
    tokenizer.suffix_search = compile_suffix_regex([RUNS, *(defaults.suffixes or ()), r"[-–—]+", "/"]).search
    # "and/or" is three words, and a bracket before a colon no smiley
    tokenizer.rules = {text: rule for text, rule in tokenizer.rules.items() if "/" not in text and text[0] != ")"}
    for title in TITLES.split():
        tokenizer.add_special_case(title, [{"ORTH": title}])
    nlp.tokenizer = Bounded(tokenizer)
    return nlp


class Bounded:
    """A tokenizer that first takes endless runs without white space apart: spaCy's is quadratic in their length."""

    LONGEST = 100  # characters
    _RUN = re.compile(rf"\S{{{LONGEST}}}(?=\S)")

    def __init__(self, tokenizer: Any) -> None:
        self.tokenizer = tokenizer

    def __call__(self, text: str) -> Doc:
        """The Doc of a text, as spaCy's tokenizer makes it wherever no run is too long."""
        from spacy.tokens import Doc

        ends = [found.end() for found in self._RUN.finditer(text)]
        if not ends:
            return _numbered(self.tokenizer(text))
        parts = [text[a:b] for a, b in zip([0, *ends], [*ends, len(text)], strict=True)]
        tokens = [token for part in parts for token in self.tokenizer(part)]
        return Doc(self.tokenizer.vocab, words=[t.text for t in tokens], spaces=[bool(t.whitespace_) for t in tokens])


def _numbered(doc: Doc) -> Doc:
    """ "Communiqué *No.* 4": one word before a number, which would else end a sentence."""
    words = (t.i for t in doc[:-2] if t.lower_ in NUMBER and not t.whitespace_)
    found = [i for i in words if doc[i + 1].text == "." and doc[i + 2].text[:1].isdigit()]
    with doc.retokenize() as merged:
        for i in found:
            merged.merge(doc[i : i + 2])
    return doc


def _infixes() -> list[str]:
    forms = {form for p in PREFIXES.split() for form in (p, p.capitalize(), p.upper())} - {"UN"}  # the United Nations
    after_prefix = "".join(rf"(?<!\b{form})" for form in sorted(forms))
    return [
        rf"(?<=[{LETTER}0-9]){after_prefix}[-‐‑](?=[{LETTER}])",
        rf"(?<=[{LETTER}]\.)[-‐‑](?=[{LETTER}])",  # U.S.-backed
        r"(?<=\w)[-‐‑](?=[\[(])|(?<=[\])])[-‐‑](?=\w)",
        "[–—]+|--+",
        rf"(?<=\w)[,;:.!?](?=[{QUOTES}])|[{QUOTES}\[\]()]",
        rf"(?<=[{LETTER}])[;!?](?=[{LETTER}])",
        rf"(?<=[{LETTER}.])/(?=[{LETTER}\[(])",
    ]
