"""Who says it: the phrase that a reporting word has for a subject."""

from __future__ import annotations

from imbroglio.claims.tree import Tree
from imbroglio.knowledge.speech import load_speech
from imbroglio.knowledge.time import calendar

_DEPTH = 8
RELATIVES = frozenset({"who", "which", "that", "whom"})
_STOPS = ("SPACE", "VERB", "AUX", "SCONJ")
_BOUNDS = frozenset([",", ".", ";", ":", "?", "!", "—", "–", "--", "(", ")", "“", "”", '"', "‘", "’", "«", "»", "''"])
_DROPPED = ("acl", "appos", "parataxis", "cc:preconj", "advcl", "dep", "ccomp")


def passive(tree: Tree, v: int) -> bool:
    """Whether the verb's subject is acted on: "was accused", "a group accused of …"."""
    deps = {tree.dep[k] for k in tree.kids[v]}
    if deps & {"aux:pass", "obl:agent"}:
        return True
    if tree.dep[v] == "xcomp" and tree.lower[v].endswith("ed") and not deps & {"obj", "nsubj", "aux", "mark"}:
        return True  # "stands accused of"
    if deps & {"nsubj:pass", "csubj:pass"}:  # without an auxiliary only where another verb's is shared
        return tree.dep[v] in ("conj", "acl", "xcomp", "advcl") or ("aux" in deps and "obj" not in deps)
    if any(tree.dep[k] in ("nsubj", "aux", "cop") for k in tree.kids[v]):
        return False
    if tree.dep[v] == "conj":
        return passive_head(tree, v)
    reduced = tree.dep[v] in ("acl", "amod", "advcl") and not tree.lower[v].endswith("ing")
    return reduced and not tree.children(v, "mark", "obj")


def passive_head(tree: Tree, v: int) -> bool:
    """A coordinated participle shares the passive of the first: "was accused and found to …"."""
    h = tree.head[v]
    return tree.lower[v].endswith(("ed", "en", "aid", "old")) and any(
        tree.dep[k] in ("aux:pass",) for k in tree.kids[h]
    )


def noun_group(tree: Tree, first: int, last: int) -> int | None:
    """The last word of the first group of nouns in `[first, last)`: "ministry" in "the ministry of defence"."""
    found: int | None = None
    for i in range(first, last):
        if tree.pos[i] in ("NOUN", "PROPN", "PRON", "NUM"):
            found = i
        elif found is not None and tree.pos[i] not in ("ADJ", "PART") and tree.word[i] != "-":
            break
    while found is not None and tree.dep[found].startswith("flat") and first <= tree.head[found] < last:
        found = tree.head[found]  # "Haddad" of "Omar Haddad"
    return found


def source_of(tree: Tree, v: int, content: list[int] | None = None, depth: int = 0) -> int | None:
    if passive(tree, v):
        return next(
            (k for k in tree.children(v, "obl", "nmod") if tree.dep[k] == "obl:agent" or tree.case(k) == "by"), None
        )
    own = min(tree.children(v, "nsubj"), key=lambda k: abs(v - k), default=None)
    if own is not None and not any(tree.pos[i] == "VERB" for i in range(v + 1, own)):
        return own
    inverted = _inverted(tree, v, content)
    if inverted is not None:
        return inverted
    inherited = _inherited(tree, v, depth) if tree.head[v] != v and depth <= _DEPTH else None
    return inherited if inherited is not None or depth else _beside(tree, v)


def _beside(tree: Tree, v: int) -> int | None:
    """The name right before a finite verb, where the parse has given it to something else."""
    i = v - 1
    while i >= 0 and tree.pos[i] in ("ADV", "AUX"):
        i -= 1
    finite = not tree.lower[v].endswith("ing") and not tree.children(v, "mark")
    if i < 0 or not finite or tree.sent[i] != tree.sent[v] or tree.pos[i] not in ("NOUN", "PROPN", "PRON"):
        return None
    first = i
    while first > 0 and (tree.pos[first - 1] in ("NOUN", "PROPN") or tree.word[first - 1] == "-"):
        first -= 1
    return next((k for k in range(first, i + 1) if not first <= tree.head[k] <= i), i)


def _inverted(tree: Tree, v: int, content: list[int] | None) -> int | None:
    """Behind fronted speech the subject may look like an object: '"…," reveals Reuters'."""
    k = tree.child(v, "obj")
    if k is None or k < v or not content or content[0] > v or not set(content).isdisjoint(tree.subtree(k)):
        return None
    return k


def _inherited(tree: Tree, v: int, depth: int) -> int | None:
    head, dep = tree.head[v], tree.dep[v].partition(":")[0]
    if dep == "conj" and tree.pos[head] in ("NOUN", "PROPN"):  # "summoned the envoy and accused …"
        head = next((a for a in tree.ancestors(head) if tree.pos[a] == "VERB"), head)
    if dep == "acl":
        if tree.lower[v].endswith("ing"):
            return _author(tree, head, depth) or _set_off(tree, v, depth) or head
        return head if tree.lower[v].endswith("ing") or tree.dep[v] == "acl:relcl" else None
    if dep in ("xcomp", "advcl", "conj", "parataxis") and tree.pos[head] in ("VERB", "AUX", "ADJ", "NOUN"):
        if dep == "advcl" and any(tree.lower[m] == "as" for m in tree.children(v, "mark", "case")):
            quoted = (
                tree.child(head, "nsubj") if passive(tree, head) else tree.child(head, "obj")
            )  # "quoted X as saying"
            if quoted is not None:
                return quoted
        if dep == "xcomp" and (controller := tree.child(head, "obj", "iobj")) is not None:
            return controller
        if passive(tree, head):
            return tree.child(head, "nsubj")
        return source_of(tree, head, None, depth + 1)
    return None


def _author(tree: Tree, text: int, depth: int) -> int | None:
    """ "The ministry released a statement saying …": whoever puts out a text speaks in it."""
    verb, speech = tree.head[text], load_speech()
    out = tree.dep[text] in ("obj", "obl") and tree.lemma[verb] in speech.carriers and tree.lemma[text] in speech.texts
    return source_of(tree, verb, None, depth + 1) if out and depth <= _DEPTH else None


def _set_off(tree: Tree, v: int, depth: int) -> int | None:
    """ "…, adding that …" behind a comma belongs to the sentence, though a parser may hang it on the last noun."""
    if tree.word[v - 1] != "," or tree.sent[v - 1] != tree.sent[v] or depth > _DEPTH:
        return None
    root = next((a for a in tree.ancestors(v) if tree.head[a] == a), None)
    return source_of(tree, root, None, depth + 1) if root is not None and tree.pos[root] == "VERB" else None


def antecedent(tree: Tree, i: int) -> int:
    """What a relative pronoun stands for, else the token itself."""
    if tree.lower[i] not in RELATIVES:
        return i
    k = i
    for _ in range(_DEPTH):
        if tree.dep[k] == "acl:relcl":
            return tree.head[k]
        if tree.head[k] == k:
            break
        k = tree.head[k]
    return i


def phrase(tree: Tree, head: int) -> list[int]:
    """Tokens of the source phrase, without what is set off or said of it."""
    dropped = [
        k for k in tree.kids[head] if tree.dep[k].startswith(_DROPPED) or tree.dep[k] in ("case", "punct", "mark")
    ]
    if tree.pos[head] in ("VERB", "AUX"):
        dropped += tree.kids[head]
    inside = set(tree.subtree(head, without=dropped))
    first = last = head
    while (
        first - 1 in inside
        and (tree.pos[first - 1] not in _STOPS or tree.dep[first - 1] == "amod")
        and not off(tree, first - 1)
        and not _joins(tree, first - 1)
    ):
        first -= 1
    while (
        last + 1 in inside
        and tree.pos[last + 1] not in _STOPS
        and not _timed(tree, last + 1)
        and not off(tree, last + 1)
    ):
        last += 1
    last = _widened(tree, head, last)
    while last > head and (tree.pos[last] in ("ADP", "CCONJ", "DET", "PUNCT") or tree.lower[last] in RELATIVES):
        last -= 1
    return list(range(first, last + 1))


def _joins(tree: Tree, i: int) -> bool:
    """ "Amnesty and news reports" are two sources, though a parse may make the one a modifier of the other."""
    return tree.pos[i] == "CCONJ" and tree.pos[i - 1] == "PROPN" and tree.pos[i + 1] == "NOUN"


def joined(tree: Tree, head: int) -> int | None:
    """The name that stands before "and" and was parsed as a modifier of the source behind it."""
    names = (k for k in tree.children(head, "compound") if tree.pos[k] == "PROPN" and k < head)
    return next((k for k in names if k + 1 < head and _joins(tree, k + 1)), None)


def _timed(tree: Tree, i: int) -> bool:
    """ "On Monday" behind a source belongs to the saying."""
    return i + 1 < len(tree) and tree.pos[i] == "ADP" and tree.lower[i + 1] in calendar()


def _widened(tree: Tree, head: int, last: int) -> int:
    """ "A diplomat in Tunis said": a place that the parse gives to the verb belongs to whom it stands beside."""
    verb = tree.head[head]
    if last + 1 >= len(tree) or tree.lower[last + 1] not in ("in", "at", "from", "for", "of"):
        return last
    for n in tree.kids[verb]:
        timed = tree.lower[n] in calendar() or tree.word[n].isdigit()
        if last < n < verb and tree.left[n] == last + 1 and not timed:
            return n
    return last


def off(tree: Tree, i: int) -> bool:
    """Marks at which a source phrase ends, whatever the parse hangs on it."""
    return tree.word[i] in _BOUNDS
