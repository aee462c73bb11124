"""The theatre: where a relation is said to hold. Never the dateline, never where a party comes from; often not said."""

from __future__ import annotations

from collections.abc import Iterator, Set
from dataclasses import dataclass
from functools import lru_cache
from itertools import chain
from typing import TYPE_CHECKING

from imbroglio.claims.tree import Tree, tree_of
from imbroglio.knowledge.load import data
from imbroglio.knowledge.places import Gazetteer
from imbroglio.knowledge.slug import slug
from imbroglio.knowledge.time import calendar
from imbroglio.model import Place, Relation
from imbroglio.model import Relation as R

if TYPE_CHECKING:
    from imbroglio.language.plain import Doc

_DEPTH = 8
# Standing and words hold nowhere in particular; deeds are done where those to whom they are done are said to be.
_ABSTRACT = frozenset(
    {R.PART_OF, R.LEADS, R.SAME_AS, R.ENDORSES, R.FUNDS, R.ACCUSES, R.SANCTIONS, R.THREATENS, R.TIED_TO}
)
_DEEDS = frozenset(
    {R.FIGHTS, R.COERCES, R.FIGHTS_FOR, R.FIGHTS_ALONGSIDE, R.ASSISTS, R.SHELTERS, R.TALKS_WITH, R.AGREES_WITH}
)
_ADVERBIAL = ("obl", "nmod", "advmod")
_UP = ("xcomp", "conj", "obj", "iobj", "nsubj", "nsubj:pass", "obl", "nmod", "compound", "advcl")
_NAMING = ("compound", "flat", "amod", "nmod:poss", "goeswith", "nmod", "det", "case", "punct")


@dataclass(frozen=True, slots=True)
class _Words:
    at: frozenset[str]
    generic: frozenset[str]
    landmarks: frozenset[str]
    directions: frozenset[str]
    nowhere: frozenset[str]
    taken: frozenset[str]
    happening: frozenset[str]
    dislodging: frozenset[str]
    out: frozenset[str]
    topics: frozenset[str]


@lru_cache(maxsize=1)
def _words() -> _Words:
    raw = data("cues/place.yaml")
    lists = ("at", "generic", "landmarks", "directions", "nowhere", "taken", "happening", "dislodging", "out", "topics")
    return _Words(*(frozenset(raw[name].split()) for name in lists))


def theatre(
    doc: Doc, cue: int, parties: Set[int], gazetteer: Gazetteer, relation: Relation | None = None
) -> Place | None:
    """The place where the relation that `cue` says is said to hold, or None where nothing is said.

    `parties` are the heads of the two parties and of names that are no places: none of them is a theatre. What is done
    to somebody "in Aden" is done there, while whom one backs or leads may be at home there: that is why `relation`
    matters. The name is the document's own, the id the gazetteer's where it knows the place.
    """
    if relation in _ABSTRACT:
        return None
    tree = tree_of(doc)
    # "its backers in Tehran and *Moscow*": where one of two is a party, both are
    parties = parties | {tree.head[i] for i in parties if tree.dep[i] == "conj" and tree.pos[i] == "PROPN"}
    near = chain(_locatives(tree, cue, parties), _before_subject(tree, cue, parties))
    if relation is None or relation in _DEEDS:
        near = chain(near, _with_parties(tree, cue, parties), _in_effect(tree, cue, parties))
    elif relation is R.ARMS:
        near = chain(near, (n for n in _with_parties(tree, cue, parties) if _is_named(tree, tree.head[n], parties)))
    for n in near:
        found = _named(tree, n, parties)
        if found is not None:
            return _place(tree, found, gazetteer)
    return None


def _locatives(tree: Tree, cue: int, parties: Set[int]) -> Iterator[int]:
    """Heads of "in …", "near …" and the like that hang on the cue or, fronted, above it; the nearest first."""
    below, i, happens = -1, cue, tree.lemma[tree.head[cue]] in _words().happening
    for step in range(_DEPTH):
        for k in sorted(tree.kids[i], key=lambda k: (k < i, abs(k - cue))):
            fronted = k < i and (step < 2 or tree.left[k] <= tree.sents[tree.sent[i]][0] + 1)
            here = step == 0 or fronted or (step == 1 and happens)  # "clashes *broke out in Goma*"
            if k != below and k not in parties and here and _locative(tree, k) and not _is_of_saying(tree, i, k):
                yield k
        if tree.dep[i] == "acl:relcl" and tree.head[i] not in parties and _is_where(tree, i):
            yield tree.head[i]
        if tree.head[i] == i or tree.dep[i] not in _UP:
            break
        below, i = i, tree.head[i]


def _is_of_saying(tree: Tree, clause: int, k: int) -> bool:
    """ "Said *on X* that it had attacked Y", hung on the attack: what stands before "that" is no part of the clause."""
    return tree.dep[clause] == "ccomp" and any(tree.dep[m] == "mark" and k < m for m in tree.kids[clause])


def _is_where(tree: Tree, clause: int) -> bool:
    """ "Near Lom, *where* X attacked Y": a clause tells of what is done at the place before it."""
    return any(tree.lower[k] == "where" and tree.dep[k] == "advmod" for k in tree.kids[clause])


def _before_subject(tree: Tree, cue: int, parties: Set[int]) -> Iterator[int]:
    """ "While in Mali the army …": what stands right before the subject belongs to its clause, wherever it is hung."""
    i = cue
    for _ in range(_DEPTH):
        subject = next((k for k in tree.kids[i] if tree.dep[k].startswith("nsubj") and k < i), None)
        if subject is not None:
            last = tree.left[subject] - 1
            last -= last > 0 and tree.word[last] == ","
            first = tree.sents[tree.sent[i]][0]
            here = (k for k in (last, tree.head[last]) if first <= k <= last and k not in parties)
            here = (k for k in here if not (tree.head[k] < k and tree.dep[tree.head[k]] == "acl"))  # "signed in Abuja"
            yield from (k for k in here if _locative(tree, k))
            return
        if tree.head[i] == i or tree.dep[i] not in _UP:
            return
        i = tree.head[i]


def _with_parties(tree: Tree, cue: int, parties: Set[int]) -> Iterator[int]:
    """Places inside the phrases of the parties: "killed two officers *in Aden*", "trained by Hezbollah *in Qusayr*"."""
    beside = [k for k in tree.kids[tree.head[cue]] if k in parties] if tree.dep[cue] == "obj" else []
    for k in (*tree.kids[cue], *beside):  # "carried out strikes *on them* near Lom"
        if tree.case(k) in _words().topics:
            continue  # "talks about the truce *in Gaza*" are held elsewhere
        if tree.dep[k].partition(":")[0] in ("obj", "obl", "nmod", "iobj") or tree.dep[k] == "nsubj:pass":
            for n in tree.subtree(
                k, without=[m for m in tree.subtree(k) if tree.dep[m].startswith(("acl", "appos", "conj"))]
            ):
                if n != k and n not in parties and tree.dep[n] == "nmod" and _locative(tree, n):
                    yield n


def _is_named(tree: Tree, k: int, parties: Set[int]) -> bool:
    """Whether a party has a name: "arms the RSF *in Darfur*" gives there, while "rebels in Mali" are of Mali."""
    return k in parties and tree.word[k][:1].isupper()


def _in_effect(tree: Tree, cue: int, parties: Set[int]) -> Iterator[int]:
    """ "Struck a car *near Khiam*, killing two": the deed behind a comma is done where the first one is."""
    deed = tree.head[cue]
    if tree.dep[cue] == "advcl" and tree.lower[cue].endswith("ing") and deed < cue:
        yield from (k for k in tree.kids[deed] if k < cue and k not in parties and _locative(tree, k))
        yield from _with_parties(tree, deed, parties)


def _is_nowhere(tree: Tree, k: int) -> bool:
    """ "At the request of X"; "on Congo's side"."""
    words = _words()
    owned = any(tree.dep[c] == "nmod:poss" for c in tree.kids[k])
    return tree.lemma[k] in words.nowhere or (owned and tree.lemma[k] in words.taken)


def _locative(tree: Tree, k: int) -> bool:
    if tree.dep[k].partition(":")[0] not in _ADVERBIAL or _is_nowhere(tree, k):
        return False
    if tree.lower[k] in _words().directions and any(tree.case(c) == "of" for c in tree.kids[k]):
        return True  # "killed ten *south of Baghdad*"
    if tree.case(k).removesuffix(" of") in _words().out and tree.lemma[tree.head[k]] in _words().dislodging:
        return True  # "drove the rebels *from* the town", "*out of* it"; "out to the border" says where to
    case = tree.case(k) or (tree.lower[tree.left[k] - 1] if tree.left[k] else "")
    return case in _words().at and not (case == "between" and _is_of_two(tree, k))


def _is_of_two(tree: Tree, k: int) -> bool:
    """ "Despite the truce *between X and Y*": parties to something that is no place."""
    words, above = _words(), tree.head[k]
    ground = tree.lemma[above] in words.generic | words.landmarks or tree.lower[above] in words.landmarks
    return tree.dep[k] == "nmod" and tree.pos[above] == "NOUN" and not ground


def _named(tree: Tree, n: int, parties: Set[int], depth: int = 0) -> list[int] | None:
    """The words that name the place of a phrase headed by `n`: a name, a landmark with a name, or a name inside.

    What a party has is named by no place of its own: "RSF supply lines", "the side of the RSF".
    """
    words = _words()
    if depth > _DEPTH or (depth and n in parties):
        return None
    if tree.pos[n] == "PROPN" and not _is_time(tree.lower[n]) and _is_place(tree, n):
        return _phrase(tree, n)
    lemma = tree.lemma[n]
    if lemma in words.generic:
        for k in tree.children(n, "nmod", "appos", "flat"):
            if tree.pos[k] == "PROPN" and tree.case(k) in ("of", "") and k not in parties:
                return _phrase(tree, k)
    before = tree.children(n, "compound", "amod", "nmod:poss")
    before += [k for one in before for k in tree.children(one, "compound")]  # "the *Triangle* border area"
    named = [k for k in before if _proper(tree, k)]
    if (lemma in words.landmarks or tree.lower[n] in words.landmarks) and named and parties.isdisjoint(named):
        return _phrase(tree, n)
    for k in tree.children(n, "nmod", "obl"):
        if tree.case(k) in words.at | {"of"}:
            inner = _named(tree, k, parties, depth + 1)
            if inner is not None:
                return inner
    return None


def _is_time(word: str) -> bool:
    """ "On Monday", "on Mondays"."""
    return word in calendar() or word.removesuffix("s") in calendar()


def _is_place(tree: Tree, n: int) -> bool:
    """A name behind "near" is a place whatever the name tagger thinks; behind "in" it may be a group or person."""
    return tree.entity[n] not in ("PERSON", "ORG") or tree.case(n) in ("near", "inside", "outside", "at")


def _proper(tree: Tree, k: int) -> bool:
    return tree.pos[k] == "PROPN" or (tree.word[k][:1].isupper() and tree.pos[k] in ("ADJ", "NOUN"))


def _phrase(tree: Tree, n: int) -> list[int]:
    """The name with its modifiers before it, article and preposition left off: "northern Syria", "Hamrin hills"."""
    kept = [n]
    for k in sorted(tree.kids[n]):
        base = tree.dep[k].partition(":")[0]
        if k < n and (base in ("compound", "amod") or (tree.dep[k] == "nmod:poss" and _proper(tree, k))):
            if base != "amod" or _proper(tree, k) or tree.lower[k] in _words().directions:
                kept += [i for i in tree.subtree(k) if tree.pos[i] != "PUNCT"]
        elif base == "flat" or (base == "compound" and k == n + 1):
            kept += tree.subtree(k)
        elif (
            base == "conj"
            and tree.pos[k] == "PROPN"
            and tree.pos[n] == "PROPN"
            and len(tree.children(n, "conj")) == 1
            and all(tree.pos[i] in ("CCONJ", "DET", "ADJ", "PROPN") for i in range(n + 1, k))
        ):
            kept += list(range(n + 1, k + 1))  # "Iraq and Syria"
    kept = sorted(set(kept))
    while len(kept) > 1 and tree.pos[kept[0]] in ("DET", "ADP"):
        kept = kept[1:]
    return list(range(kept[0], kept[-1] + 1))


def _place(tree: Tree, words: list[int], gazetteer: Gazetteer) -> Place:
    """The gazetteer's place under the document's name; else a part of a known place, or a place of its own."""
    text = " ".join(tree.text[tree.start[words[0]] : tree.end[words[-1]]].split())
    text = text.removesuffix("'s").removesuffix("’s")
    known = gazetteer.find(text)
    if known is not None:
        return Place(known.id, text, known.kind, known.parent, known.names, known.country)
    rest = [i for i in words if tree.lower[i] not in _words().directions]
    whole = gazetteer.find(tree.text[tree.start[rest[0]] : tree.end[rest[-1]]]) if rest and rest != words else None
    if whole is not None:
        return Place(f"{whole.id}/{slug(tree.lower[words[0]])}", text, "area", whole.id, (), whole.country)
    return Place(f"place:{slug(text)}", text, "area")
