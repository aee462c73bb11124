"""Sources without a reporting verb: "according to X", "in X's view", "citing X", "X's claim that …", "… — memo"."""

from __future__ import annotations

from collections.abc import Iterator

from imbroglio.claims.attribution.indirect.contents import to_the_contrast
from imbroglio.claims.attribution.report import Report
from imbroglio.claims.attribution.source import source_of
from imbroglio.claims.tree import Tree
from imbroglio.knowledge.speech import SAID, Manner, Speech

_DASHES = frozenset("-–—―") | {"--"}
_CLAUSAL = ("VERB", "AUX")
GROUNDS = Manner("grounds", ("object",))


def noun_reports(tree: Tree, speech: Speech) -> list[Report]:
    """All reports that a preposition or a noun makes."""
    return [*_according(tree, speech), *_that_nouns(tree, speech), *_headlines(tree, speech)]


def _according(tree: Tree, speech: Speech) -> Iterator[Report]:
    for n in range(len(tree)):
        case = (
            tree.case(n) if tree.dep[n] in ("obl", "nmod", "parataxis", "advcl", "root", "obl:unmarked", "conj") else ""
        )
        if case in speech.prepositions and (
            case != "per" or tree.pos[n] == "PROPN" or tree.child(n, "det") is not None
        ):
            first = min(tree.children(n, "case"))
            yield _set_in(tree, n, n, (first, first + case.count(" ")))
        elif {tree.lemma[n], tree.lower[n]} & speech.viewpoints and _is_view(tree, n, case):
            owner = next((k for k in tree.children(n, "nmod", "nsubj") if _holds(tree, k)), None)
            if owner is not None:
                first = next(i for i in range(tree.left[n], n + 1) if tree.pos[i] != "PUNCT")
                yield _set_in(tree, n, owner, (first, n))
        elif tree.lower[n] == "according" and tree.dep[n] not in ("case", "fixed"):
            k = tree.child(n, "obl", "nmod", "xcomp", "obj")
            if k is not None and tree.case(k) == "to":
                yield _set_in(tree, n, k, (n, min(tree.children(k, "case"))))


def _is_view(tree: Tree, n: int, case: str) -> bool:
    """ "*In* the envoy's telling": some parses take the telling for a clause, and its preposition for a mark."""
    opens = case or next((tree.lower[k] for k in tree.children(n, "mark")), "")
    return opens in ("in", "by", "on") and tree.child(n, "amod") is None


def _holds(tree: Tree, k: int) -> bool:
    """Whose view it is: "in *his* view", "in the *envoy*'s view", "in the view of the *envoy*"."""
    case = tree.case(k)
    return case in ("'s", "’s", "'", "’", "of") or (tree.dep[k] == "nmod:poss" and not case)


def _set_in(tree: Tree, n: int, source: int, cue: tuple[int, int]) -> Report:
    """A report set into a clause as an adverbial: everything else in that clause is its content."""
    return Report(cue, SAID, source, [i for i in host(tree, n) if i not in set(tree.subtree(n))])


def host(tree: Tree, n: int) -> list[int]:
    """The clause that the adverbial under `n` speaks of: the coordination as a whole where it stands at either end."""
    h = tree.head[n]
    while tree.pos[h] not in _CLAUSAL and tree.head[h] != h and tree.dep[h] not in ("ccomp", "parataxis", "acl:relcl"):
        h = tree.head[h]
    first, last = tree.sents[tree.sent[n]]
    at_end = last - tree.right[n] <= 3 or tree.left[n] - first <= 1
    while at_end and tree.dep[h] == "conj":
        h = tree.head[h]
    return tree.subtree(h, without=(n,))


def citing_reports(tree: Tree, speech: Speech, found: list[Report]) -> list[Report]:
    """ "…, X reported, citing Y": what X puts forward is in turn Y's. Found reports are read, not changed."""
    out: list[Report] = []
    by_word = {i: r for r in found for i in _words(tree, r)}
    for v, lemma in enumerate(tree.lemma):
        if lemma not in speech.citing or not tree.lower[v].endswith("ing"):
            continue
        source = tree.child(v, "obj")
        if source is None:
            continue
        if not _speaks(tree, source, speech):
            out += _grounds(tree, v, source, found)
            continue
        outer = next((by_word[a] for a in (v, *tree.ancestors(v)) if a in by_word), None)
        clause = {v, tree.head[v]}  # "X attacked Y, Z reported, *quoting W*" may be hung on the attack
        holding = [r for r in found if not clause.isdisjoint(r.content) and r.manner is SAID]
        if outer is None and holding:
            outer = min(holding, key=lambda r: len(r.content))
        own = set(tree.subtree(v))
        content = outer.content if outer is not None else host(tree, v)
        out.append(Report((v, v), SAID, source, [i for i in content if i not in own], cited=True))
    return out


def _speaks(tree: Tree, source: int, speech: Speech) -> bool:
    """Whether what is cited can have said something: a name, people, a body, a text; not "citing the cost"."""
    named = tree.pos[source] in ("PROPN", "NUM") or tree.lemma[source] in speech.speakers
    return named or any(tree.pos[k] == "PROPN" for k in tree.children(source, "appos", "flat"))


def _grounds(tree: Tree, v: int, thing: int, found: list[Report]) -> Iterator[Report]:
    """ "…, he said, citing the cost": the reason that the subject puts forward."""
    said = [r.source for r in found if r.source is not None and tree.sent[r.head] == tree.sent[v] and r.head < v]
    source = said[-1] if said and source_of(tree, v) is None else source_of(tree, v)
    if source is not None and thing > v:
        yield Report((v, v), GROUNDS, source, tree.subtree(thing), voice=False)


def _words(tree: Tree, r: Report) -> set[int]:
    return {r.head, r.cue[1]} | ({r.source} if r.source is not None else set())


def _that_nouns(tree: Tree, speech: Speech) -> Iterator[Report]:
    """ "The claim by X that …", "X's allegations of …", "X made the claim that …", "rumours that …"."""
    for n, lemma in enumerate(tree.lemma):
        manner = speech.nouns.get(lemma)
        if manner is None or tree.pos[n] != "NOUN":
            continue
        clause = next((k for k in tree.children(n, "acl", "ccomp", "advcl") if _that(tree, k, manner)), None)
        if clause is not None:
            source = _owner(tree, n, speech)
            yield Report((n, n), manner, source, to_the_contrast(tree, n, tree.subtree(clause)))


def _that(tree: Tree, k: int, manner: Manner) -> bool:
    marks = {tree.lower[m] for m in tree.children(k, "mark", "case")}
    if tree.dep[k] == "acl:relcl":
        return "that" in marks  # what is no pronoun there joins a clause, whatever a parse calls it
    return "that" in marks or (manner.hedged and "of" in marks)


def _owner(tree: Tree, n: int, speech: Speech) -> int | None:
    for k in tree.children(n, "nmod"):
        if tree.dep[k] == "nmod:poss" or tree.case(k) in ("by", "from", "of"):
            return k
    for k in tree.children(n, "acl"):  # "the view, expressed by the ministry, that …"
        if tree.lemma[k] in speech.carriers or tree.lemma[k] in speech.verbs:
            agents = [m for m in tree.children(k, "obl") if tree.dep[m] == "obl:agent" or tree.case(m) == "by"]
            if agents:
                return agents[0]
    h = tree.head[n]
    if tree.dep[n] == "obj" and tree.lemma[h] in speech.carriers:
        return source_of(tree, h)
    return None


def announcement(tree: Tree, sentence: list[int], speech: Speech) -> Report | None:
    """ "The ministry released the following statement:" has a source and no verb of saying."""
    for n in reversed(sentence):
        if tree.lemma[n] in speech.statements and tree.pos[n] == "NOUN":
            owner = next((k for k in tree.children(n, "nmod") if tree.case(k) in ("by", "from", "of", "")), None)
            verb = tree.head[n] if tree.lemma[tree.head[n]] in speech.carriers else None
            source = source_of(tree, verb) if verb is not None else owner
            return Report((n, n), SAID, source) if source is not None else None
    return None


def _headlines(tree: Tree, speech: Speech) -> Iterator[Report]:
    """ "Army shells town — memo": a source behind the last dash of a line without a stop."""
    for line in _lines(tree):
        dash = next((i for i in reversed(line[-6:-1]) if tree.word[i] in _DASHES), None)
        if dash is None or tree.pos[line[-1]] not in ("NOUN", "PROPN") or dash - line[0] < 3:
            continue
        tail = line[line.index(dash) + 1 :]
        if all(tree.pos[i] in ("NOUN", "PROPN", "ADJ", "NUM") for i in tail) and (
            tree.lemma[tail[-1]] in speech.people | speech.texts | speech.bodies | speech.outlets
        ):
            yield Report((dash, dash), SAID, tail[-1], line[: line.index(dash)])


def _lines(tree: Tree) -> Iterator[list[int]]:
    line: list[int] = []
    for i in range(len(tree)):
        if line and tree.para[i] != tree.para[line[-1]]:
            yield line
            line = []
        if tree.pos[i] != "SPACE":
            line.append(i)
    if line:
        yield line
