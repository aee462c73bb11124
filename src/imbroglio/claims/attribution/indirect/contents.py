"""What a reporting verb has for content: a clause, an infinitive, a gerund, a noun, an object with a complement."""

from __future__ import annotations

from collections.abc import Iterator

from imbroglio.claims.attribution.source import passive
from imbroglio.claims.tree import Tree
from imbroglio.knowledge.speech import Sense
from imbroglio.knowledge.time import calendar

_COMPLEMENT = frozenset({"of", "for", "with", "as", "over", "to", "in", "by"})
_GROUNDS = frozenset({"as", "for", "about", "at", "over", "against", "toward", "towards", "of", "to", "that"})
OPEN_QUESTION = frozenset({"whether", "if"})
_PLAIN = frozenset(
    {"say", "claim", "believe", "think", "argue", "insist", "maintain", "note", "add", "suggest", "warn"}
)
_CONTRAST = frozenset({"while", "whereas", "though", "although", "compared"})
_TIMED = frozenset({"on", "in", "last", "this", "late", "early", "earlier"})
_WH = frozenset({"what", "who", "whom", "which", "where", "when", "why", "how", "whose"})


def preposition_of(tree: Tree, k: int) -> str:
    case = tree.case(k)
    if case or tree.dep[k] not in ("advcl", "xcomp", "ccomp", "acl"):
        return case
    mark = tree.child(k, "mark")
    return tree.lower[mark] if mark is not None else ""


def content_of(tree: Tree, v: int, kind: str, sense: Sense, is_passive: bool) -> list[int]:
    if kind in ("clause", "question"):
        return _clauses(tree, v, kind == "question")
    if kind == "infinitive":
        if sense.preposition:
            return _called(tree, v, sense.preposition)
        found = list(_infinitives(tree, v))
        if not found and sense.manner.name == "demand":  # "authorises the mission to …", hung on the mission
            things = tree.children(v, "nsubj") if is_passive else tree.children(v, "obj")
            found = [k for t in things for k in tree.children(t, "acl") if tree.lower[_first(tree, k)] == "to"]
        return _with_subject(tree, v, found, is_passive)
    if kind == "gerund":
        found = [k for k in tree.children(v, "xcomp", "advcl", "ccomp", "obl") if gerund(tree, k, sense.preposition)]
        return _all(tree, found[:1])
    if kind == "object":
        return _object(tree, v, sense.preposition, is_passive)
    return _complement(tree, v, kind, is_passive)


def _clauses(tree: Tree, v: int, question: bool) -> list[int]:
    out = []
    for k in tree.children(v, "ccomp", "parataxis"):
        if tree.dep[k] != "ccomp" and not _introduced(tree, v, k):
            continue
        marks = {tree.lower[m] for m in tree.children(k, "mark", "advmod", "nsubj", "obj", "det")}
        asks = bool(marks & OPEN_QUESTION) or (tree.lower[tree.left[k]] in _WH and tree.left[k] > v)
        if asks == question:
            out.append(k)
    if question and not out:  # "described how troops had …", parsed as what is described
        hows = [k for k in tree.children(v, "obj") if k == v + 1 and tree.lower[k] in _WH]
        out = [m for k in hows for m in tree.children(k, "advcl", "acl")]
    if question and not out:  # "would not say when …", parsed as a time
        out = [k for k in tree.children(v, "advcl") if tree.left[k] == v + 1 and tree.lower[v + 1] in _WH]
    if out and not question:
        out += [k for k in tree.children(v, "conj") if k > max(*out, v) and _that(tree, k) is not None]
    found = _all(tree, out, without=(v,))
    if not out or min(out) < v:
        return found
    that = _that(tree, out[0])
    first = that if that is not None and that > v else _past_time(tree, v + 1)
    return [i for i in found if i >= first or (i < v and tree.lower[i] in _WH | {"that"})]


def _that(tree: Tree, k: int) -> int | None:
    """The "that" before a clause; behind "and" it goes on with what was said, whatever the parse hangs it on."""
    return next((m for m in tree.children(k, "mark") if tree.lower[m] == "that"), None)


def _past_time(tree: Tree, i: int) -> int:
    """The first token that is not part of "on Monday", "late last week"."""
    first = i
    while i + 1 < len(tree) and (tree.lower[i] in calendar() | _TIMED):
        i += 1
    return i if any(tree.lower[k] in calendar() for k in range(first, i)) else first


def _introduced(tree: Tree, v: int, k: int) -> bool:
    """A clause hung on loosely is content only behind a colon or an opening mark: 'She said: "We…'."""
    first = tree.left[k]
    return (k > v and first > 0 and tree.word[first - 1] in (":", "“", '"', "‘", "«")) or tree.word[first] in (
        "“",
        '"',
        "‘",
        "«",
    )


def _infinitives(tree: Tree, v: int) -> Iterator[int]:
    """Infinitives that complete the verb; behind "is said" a parser may take one for an adverbial clause."""
    said = passive(tree, v)
    for k in tree.children(v, "xcomp", "ccomp", "advcl"):
        if (said or tree.dep[k] != "advcl") and any(tree.lower[m] == "to" for m in tree.children(k, "mark")):
            yield k


def _called(tree: Tree, v: int, preposition: str) -> list[int]:
    """ "Called on the rebels to leave", "called for the rebels to leave": who is called on, and to what."""
    whom = [k for k in tree.kids[v] if preposition_of(tree, k) == preposition and k > v]
    to = [k for k in tree.children(v, "xcomp", "advcl", "ccomp") if k > v and tree.lower[_first(tree, k)] == "to"]
    return _all(tree, whom[:1] + to[:1]) if whom and to else []


def _first(tree: Tree, k: int) -> int:
    return next((i for i in tree.subtree(k) if tree.pos[i] != "PUNCT"), k)


def gerund(tree: Tree, k: int, preposition: str | None) -> bool:
    aux = tree.child(k, "aux")
    ing = tree.lower[k].endswith("ing") or (aux is not None and tree.lower[aux] in ("having", "being"))
    return ing and tree.pos[k] in ("VERB", "AUX", "NOUN") and (preposition_of(tree, k) or None) == preposition


def _object(tree: Tree, v: int, preposition: str | None, is_passive: bool) -> list[int]:
    if preposition:
        found = [k for k in tree.kids[v] if preposition_of(tree, k) == preposition]
        if found and preposition == "for":  # "for the rebels to leave" has a subject of its own
            return list(range(tree.left[found[0]], tree.right[found[0]] + 1))
    elif is_passive:
        found = [k for k in tree.children(v, "nsubj") if tree.lower[k] != "it"]
    else:
        found = tree.children(v, "obj")
        return _all(tree, [*found[:1], *_grounds(tree, v, found[0])]) if found else []
    return _all(tree, found[:1])


def _grounds(tree: Tree, v: int, thing: int) -> list[int]:
    """ "Blasted the deal as a trick", "voiced dismay at the raid": what goes with the object right behind it."""
    end, out = tree.right[thing], []
    for k in tree.kids[v]:
        if k > thing and tree.left[k] == end + 1 and tree.dep[k] in ("obl", "advcl", "nmod", "acl", "xcomp"):
            if preposition_of(tree, k) not in _GROUNDS or tree.lower[k] in calendar():
                break
            out.append(k)
            end = tree.right[k]
    return out


def _complement(tree: Tree, v: int, kind: str, is_passive: bool) -> list[int]:
    """Object and predicate of "accuse X of …", "describe X as …", "call X a …"; the object may be a gap or subject."""
    things = tree.children(v, "nsubj") if is_passive else tree.children(v, "obj")
    wanted = _COMPLEMENT - {"as"} if kind == "of" else {"as"}
    behind = (k for k in tree.children(v, "advcl", "obl", "xcomp", "acl", "ccomp") if k > v)
    found = [k for k in behind if preposition_of(tree, k) in wanted]
    agents = tree.children(v, "obl:agent") if is_passive else []
    for thing in [*things, *agents]:  # the parser may hang "of arming" on the accused, or on the accuser
        found += [
            k
            for k in tree.children(thing, "acl", "nmod", "advcl")
            if k > v and preposition_of(tree, k) in wanted - {"of", "in"}
        ]
        found += [k for k in tree.children(thing, "acl", "advcl") if k > v and preposition_of(tree, k) == "of"]
    if kind == "as" and not found:
        found = [k for k in tree.children(v, "xcomp") if not tree.children(k, "mark")] or things[1:]
        called = (k for thing in things for k in tree.children(thing, "appos") if _is_called(tree, thing, k))
        found = found or list(called)  # 'called it "a mess"'; not "listed X, the head of Y"
    if is_passive:
        found = [k for k in found if tree.case(k) != "by"]
    if not found:
        return _behind_of(tree, v) if kind == "of" else []
    things = [k for k in things if tree.lower[k] not in _WH | {"that"}]
    return _all(tree, things + found, _asides(tree, things, found))


def _is_called(tree: Tree, thing: int, k: int) -> bool:
    """Whether what stands beside an object is what it is called: no comma sets it off."""
    return "," not in tree.word[thing + 1 : tree.left[k] + 1]


def _behind_of(tree: Tree, v: int) -> list[int]:
    """ "Accused … of arming …" where the parse hangs the gerund elsewhere: up to what is coordinated with the cue."""
    end = min([tree.sents[tree.sent[v]][1], *(tree.left[k] for k in tree.children(v, "conj") if k > v)])
    named = {i for k in tree.children(v, "obj") for i in tree.subtree(k)}  # "the militias known as …"
    for i in range(v + 1, min(v + 16, end - 1)):
        if (tree.pos[i] in ("VERB", "AUX") and i not in named) or tree.word[i] in (";", ":", "."):
            return []
        if tree.lower[i] in ("of", "for") and tree.pos[i + 1] in ("VERB", "AUX") and tree.lower[i + 1].endswith("ing"):
            return list(range(i, next((k for k in range(i, end) if tree.word[k] == ";"), end)))
    return []


def _with_subject(tree: Tree, v: int, found: list[int], is_passive: bool) -> list[int]:
    if not found:
        return []
    things = tree.children(v, "nsubj") if is_passive else tree.children(v, "obj")
    things = [k for k in things if tree.lower[k] not in _WH]
    return _all(tree, things + found, _asides(tree, things, found))


def _asides(tree: Tree, things: list[int], found: list[int]) -> tuple[int, ...]:
    """ "Egypt, *which trained them*, is accused of …": that is in nobody's words but the writer's."""
    told = [c for k in things for c in tree.children(k, "acl") if tree.dep[c] == "acl:relcl" and c not in found]
    return tuple(c for c in told if "," in tree.word[max(tree.left[c] - 1, 0) : tree.left[c] + 1])


def host_clause(tree: Tree, v: int) -> list[int]:
    """The clause into which a verb of saying is set: "…, she said, …" and "As she said, …"."""
    mark = tree.child(v, "mark")
    dep = tree.dep[v].partition(":")[0]
    as_clause = dep == "advcl" and ((mark is not None and tree.lower[mark] == "as") or tree.lower[tree.left[v]] == "as")
    if not (dep in ("parataxis", "discourse") or as_clause) or tree.head[v] == v:
        return []
    first = next((i for i in tree.subtree(v) if tree.pos[i] != "PUNCT"), v)
    if tree.child(v, "xcomp") is not None or (first > 0 and tree.word[first - 1] in (";", ":")):
        return []
    if tree.child(v, "obj") is not None and tree.lemma[v] != "tell" and not as_clause:
        return []
    return tree.subtree(tree.head[v], without=(v,))


def behind_that(tree: Tree, v: int) -> list[int]:
    """What stands behind "said (on Monday) that", where the parse has hung it elsewhere: the rest of the sentence."""
    end = tree.sents[tree.sent[v]][1]
    for i in range(v + 1, min(v + 9, end)):
        if tree.pos[i] in ("VERB", "AUX") or tree.word[i] in (";", ":", "."):
            return []
        if tree.lower[i] == "that" and tree.pos[i] == "SCONJ":
            last = next((k for k in range(i, end) if tree.word[k] == ";"), end)
            return list(range(i, last))
    return []


def right_behind(tree: Tree, v: int) -> list[int]:
    """What stands right behind a plain "said", without "that", as far as what is coordinated with it."""
    if tree.lemma[v] not in _PLAIN or tree.child(v, "obj") is not None:
        return []
    end = min([tree.sents[tree.sent[v]][1], *(tree.left[k] for k in tree.children(v, "conj") if k > v)])
    if v + 2 >= end or tree.pos[v + 1] not in ("DET", "PRON", "NOUN", "PROPN", "ADJ", "NUM"):
        return []
    last = next((k for k in range(v, end) if tree.word[k] == ";"), end)
    verbal = any(tree.pos[i] in ("VERB", "AUX") for i in range(v + 2, last))
    return list(range(v + 1, last)) if verbal else []


def to_the_contrast(tree: Tree, v: int, content: list[int]) -> list[int]:
    """The writer's own comparison ends what an indirect report says: "60 percent said yes, while …"."""
    told = False
    for n, i in enumerate(content):
        told = told or (i > v and tree.pos[i] in ("VERB", "AUX"))
        if told and tree.lower[i] in _CONTRAST and tree.word[i - 1] in (",", "—", "–", "-", "--", "―"):
            return content[:n]
    return content


def _all(tree: Tree, heads: list[int], without: tuple[int, ...] = ()) -> list[int]:
    return sorted({i for k in heads for i in tree.subtree(k, without)})
