"""Past, present or future: the tense of the clause that a word belongs to (UD v2 auxiliaries and features)."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from imbroglio.claims.tree import Tree, tree_of
from imbroglio.knowledge.inflection import irregular
from imbroglio.knowledge.speech import load_speech
from imbroglio.knowledge.stance import load_stance
from imbroglio.knowledge.time import load_time
from imbroglio.model.interval import Tense

if TYPE_CHECKING:
    from imbroglio.language.plain import Doc

_DEPTH = 12
_FUTURE = frozenset({"will", "shall", "would", "'ll", "’ll", "wo", "could", "should"})
_MODAL = frozenset({"can", "may", "might", "must", "ought", "ca"})
_CLAUSE = ("VERB", "AUX")


def tense(doc: Doc, i: int, state: bool | None = None, depth: int = 0) -> Tense:
    """When, against publication, the relation that token `i` says is put.

    `state` says whether it is a state, whose perfect is present ("has recognised"), or a deed, whose perfect is past;
    by default the verb decides.
    """
    tree = tree_of(doc)
    if _is_over(tree, i):
        return "past"
    v = predicate(tree, i)
    if v is None or depth > _DEPTH or (v != i and tree.lemma[i] in load_speech().people):
        return "present"  # "their leader" leads them now, whatever the clause says of him
    own = _auxiliaries(doc, tree, v)
    if v != i and _amid(tree, i, v) and perfect(tree, v):
        return "present"  # "in their march on X they have freed …": the march goes on
    if own is not None:
        return _of_auxiliaries(doc, tree, v, own, state)
    form, time = _form(doc, v, "VerbForm"), _form(doc, v, "Tense")
    if tree.dep[v] == "advcl" and any(tree.lower[k] in ("if", "unless") for k in tree.children(v, "mark")):
        return "future"
    bare = not form and not time and tree.child(v, "nsubj") is not None  # read as an adjective or noun
    if form == "Fin" or (not form and time) or bare:
        told = tree.lower[v] in _past_only() or (bare and tree.lower[v].endswith("ed")) or _is_told(doc, tree, v)
        return "past" if time == "Past" or told else "present"
    return _non_finite(doc, tree, v, form, time, state, depth)


@cache
def _past_only() -> frozenset[str]:
    """ "Retook", "overran": past forms that parses take for present ones; not "hit", which is both."""
    return frozenset(forms[0] for lemma, forms in irregular().items() if forms[0] != lemma)


@cache
def _either() -> frozenset[str]:
    """ "Hit", "cut", "set": past and present alike."""
    return frozenset(lemma for lemma, forms in irregular().items() if forms[0] == lemma)


def _is_told(doc: Doc, tree: Tree, v: int) -> bool:
    """ "Georgia *cut* its ties": in the present it "cuts" them; of several it is told, but in a headline."""
    subject = tree.child(v, "nsubj")
    if tree.lower[v] not in _either() or subject is None or tree.lower[subject] in ("i", "you", "we"):
        return False
    several = _form(doc, subject, "Number") == "Plur" or tree.child(subject, "conj") is not None
    return not several or doc[v].sent[-1].text == "."


def _is_over(tree: Tree, i: int) -> bool:
    """ "*Once* an ally of X", "*once* backed by X"; not "once again", "at once"."""
    once = [k for k in tree.kids[i] if tree.lower[k] == "once" and tree.dep[k] == "advmod"]
    return any(tree.word[k + 1].lower() not in ("again", "more") and not tree.kids[k] for k in once if k + 1 <= i)


def perfect(tree: Tree, i: int) -> bool:
    """Whether the token's clause is in the present perfect."""
    v = predicate(tree, i)
    return v is not None and any(tree.lower[k] in ("has", "have", "'ve", "’ve") for k in tree.children(v, "aux"))


def _amid(tree: Tree, i: int, v: int) -> bool:
    """Whether a noun stands beside its clause's deed, not for it: behind a preposition."""
    while tree.head[i] != v and tree.pos[i] not in _CLAUSE and tree.dep[i].startswith("nmod"):
        i = tree.head[i]
    return tree.head[i] == v and tree.pos[i] == "NOUN" and tree.dep[i].startswith("obl")


def predicate(tree: Tree, i: int) -> int | None:
    """The verb, or noun or adjective with a copula, whose clause the token belongs to; None for a mere modifier."""
    for _ in range(_DEPTH):
        if tree.pos[i] in _CLAUSE or tree.child(i, "cop") is not None:
            return i
        if tree.head[i] == i or tree.dep[i] in ("amod", "compound", "nmod:poss", "appos", "flat"):
            return None
        i = tree.head[i]
    return None


def _form(doc: Doc, i: int, feature: str) -> str:
    found: list[str] = doc[i].morph.get(feature, [])
    return found[0] if found else ""


def _auxiliaries(doc: Doc, tree: Tree, v: int) -> list[int] | None:
    """Auxiliaries and copula of a predicate; those of the first conjunct where "has armed and trained" shares them."""
    own = tree.children(v, "aux", "cop")
    if own:
        return sorted(own)
    head = tree.head[v]
    if tree.dep[v] == "conj" and tree.pos[v] in _CLAUSE and _form(doc, v, "VerbForm") in ("Part", "Inf", "Ger", ""):
        shared = [k for k in tree.children(head, "aux") if k < v]
        same = _form(doc, head, "VerbForm") == _form(doc, v, "VerbForm")
        if shared and same and tree.child(v, "nsubj") is None:
            return sorted(shared)
    return None


def _of_auxiliaries(doc: Doc, tree: Tree, v: int, own: list[int], state: bool | None) -> Tense:
    words = [tree.lower[k] for k in own]
    if any(w in _FUTURE for w in words):
        return "past" if "have" in words else "future"
    first = own[0]
    lemma = tree.lemma[first]
    past = _form(doc, first, "Tense") == "Past" or tree.lower[first] in ("was", "were", "had", "did", "'d")
    if any(w in _MODAL for w in words):
        return "past" if "have" in words else "present"
    if words[-1] in ("was", "were") and tree.lower[v].endswith("ing") and _reported(doc, tree, v):
        return "present"  # "said that troops were shelling": English shifts the tense back behind a past "said"
    if past:
        return "past"
    if lemma == "have" and tree.lower[v] != "had":
        holds = tree.lemma[v] in load_time().states or (tree.pos[v] not in _CLAUSE if state is None else state)
        progressive = "been" in words and tree.lower[v].endswith("ing")
        return "present" if holds or progressive else "past"
    if tree.lower[v] == "going" and tree.child(v, "xcomp") is not None:
        return "future"
    return "present"


def _charged(tree: Tree, head: int) -> bool:
    """Whether the governing verb accuses or denies; behind a gerund the parse may have its object between."""
    head = tree.head[head] if tree.dep[head] == "obj" else head
    return any(s.manner.name in ("accuse", "deny") for s in load_speech().verbs.get(tree.lemma[head], ()))


def _reported(doc: Doc, tree: Tree, v: int) -> bool:
    return tree.dep[v] == "ccomp" and _form(doc, tree.head[v], "Tense") == "Past"


def _of_venture(doc: Doc, tree: Tree, noun: int, state: bool | None, depth: int) -> Tense:
    """ "Its operation to isolate X" is under way, unless the clause says that it began or ended then."""
    if perfect(tree, noun):
        return "present"
    verb = predicate(tree, noun)
    phase = (
        verb is not None
        and tree.lower[verb] in load_stance().governs
        and "fact" in load_stance().governs[tree.lower[verb]]
    )
    return tense(doc, noun, state, depth + 1) if phase else "present"


def _is_plain_present(tree: Tree, v: int) -> bool:
    """ "Islamabad says the Taliban *shelter* X", which a parse takes for an infinitive; not "demands that X leave"."""
    marked = any(tree.lower[k] == "to" for k in tree.children(v, "mark"))
    asked = tree.dep[v] == "ccomp" and tree.lemma[tree.head[v]] in load_time().ahead
    return tree.child(v, "nsubj") is not None and not marked and not asked


def _non_finite(doc: Doc, tree: Tree, v: int, form: str, time: str, state: bool | None, depth: int) -> Tense:
    """Infinitives and participles take the tense of what governs them, or lie ahead of it: "agreed to send"."""
    head, dep = tree.head[v], tree.dep[v].partition(":")[0]
    infinitive = form == "Inf" or any(tree.lower[k] == "to" for k in tree.children(v, "mark"))
    if form == "Inf" and _is_plain_present(tree, v):
        return "present"
    if head == v or dep in ("parataxis", "ccomp"):
        return "future" if infinitive else ("past" if _form(doc, v, "Tense") == "Past" else "present")
    if infinitive and dep == "acl" and tree.lower[head] in load_stance().ventures:
        return _of_venture(doc, tree, head, state, depth)
    if infinitive and dep in ("xcomp", "acl", "advcl", "ccomp") and tree.lemma[head] in load_time().ahead:
        return "future"
    if infinitive and tree.lower[head] == "used":
        return "past"
    if infinitive and tree.lower[head] == "going":
        return "future"
    if infinitive and dep == "acl" and tree.head[head] == head and tree.pos[head] not in _CLAUSE:
        return "future"  # the headline "Rebels to leave port"
    if dep == "amod" or (dep == "acl" and tree.lemma[v] in ("know", "call")):
        return "present"
    if tree.lower[v].endswith("ing") and dep in ("xcomp", "advcl", "acl") and _charged(tree, head):
        return "present"  # "accused of arming", "denies arming"
    if dep == "acl" and form == "Part" and time == "Past" and not infinitive:
        # "A post seized by rebels" is a deed done, "a force paid by Tehran" a state; set off, it goes with its clause.
        words = load_time()
        holds = tree.lemma[v] in words.states | words.lasting if state is None else state
        set_off = (tree.left[v] > 0 and tree.word[tree.left[v] - 1] == ",") or tree.word[tree.left[v]] == ","
        if not set_off or not holds:
            return "present" if holds else "past"
    found = tense(doc, head, state, depth + 1)
    fighting = dep == "acl" and tree.lower[v].endswith("ing") and not infinitive
    return "present" if fighting and found == "future" else found  # "troops fighting there will stay": they fight now
