"""Corridors: from where to where, through what, and who wants them."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import TYPE_CHECKING, Any

from imbroglio.claims.goals import wanters
from imbroglio.claims.parties import Parties
from imbroglio.claims.phrase import is_one, parties_in, place_in, sentence
from imbroglio.claims.syntax import case_of, expand, is_passive, subjects
from imbroglio.knowledge.load import data
from imbroglio.model import Document, Mentions, Party, Route, Speaker

if TYPE_CHECKING:
    from imbroglio.language.plain import Doc, Token

_DEPTH = 8
_REACH = 40  # tokens on either side; sentences of hostile text can be as long as the text
_MEMBERS = 12


def find_routes(
    doc: Doc, document: Document, mentions: Mentions, chain: Callable[[int], tuple[Speaker, ...]]
) -> list[Route]:
    """One route for each sentence and pair of ends, where the sentence speaks of a corridor."""
    cues = data("cues/routes.yaml")
    parties = Parties(doc, mentions)
    found: dict[tuple[int, str, str], Route] = {}
    for token in doc:
        if not _is_corridor(token, cues):
            continue
        found_at = _places(token, parties, cues)
        places = list(found_at.values())
        ends = _ends(places, cues)
        if ends is None:
            continue
        start, end = ends
        through = tuple(name for case, name in places if case in cues["through"] and name not in ends)
        hanging = [token, *(doc[i] for i, (_, name) in found_at.items() if name in ends)]
        wanted = next(filter(None, (_wanted_by(node, parties, cues) for node in hanging)), ())
        route = Route(document.id, start, end, through, sentence(token), wanted, chain(token.i))
        found.setdefault((token.sent.start, start, end), route)
    return list(found.values())


def _is_corridor(token: Token, cues: Any) -> bool:
    if token.pos_ not in ("NOUN", "PROPN") or not is_one(token, cues["corridors"]):
        return False
    needed = next((words for noun, words in cues["with_modifier"].items() if is_one(token, (noun,))), None)
    return needed is None or any(is_one(c, needed) for c in token.children if c.i < token.i)


def _places(corridor: Token, parties: Parties, cues: Any) -> dict[int, tuple[str, str]]:
    """(preposition, place) of every place in the corridor's clause by its token, coordination spread out.

    Where the ends hang on is where parsers differ most, so the whole clause counts: the corridor, and its verb.
    """
    nodes = [corridor, corridor.head] if corridor.head.pos_ in ("VERB", "NOUN", "AUX", "ADJ") else [corridor]
    found: dict[int, tuple[str, str]] = {}
    for node in nodes:
        for child in (d for d in _near(node, corridor) if d.dep_ in ("nmod", "obl", "obj")):
            case = case_of(child)
            verb = child.head if child.dep_ == "obj" else None
            if verb is not None and is_one(verb, cues["linking"]):
                case = "between"
            if case:
                for member in expand(child)[:_MEMBERS]:
                    place = place_in(parties, member)
                    if place:
                        found.setdefault(member.i, (case, place))
    return {i: found[i] for i in sorted(found)}


def _near(node: Token, middle: Token) -> Iterator[Token]:
    """What hangs on a node, directly or not, as far as it stands near another token."""
    first, last = max(node.left_edge.i, middle.i - _REACH), min(node.right_edge.i, middle.i + _REACH)
    yield from node.doc[first : last + 1]


def _ends(places: Iterable[tuple[str, str]], cues: Any) -> tuple[str, str] | None:
    """ "From A to B" first, else "between A and B", "linking A with B"."""
    by_case: dict[str, list[str]] = {}
    for case, name in places:
        by_case.setdefault(case, []).append(name)
    start = next((by_case[c][0] for c in cues["from"] if c in by_case), None)
    end = next((by_case[c][0] for c in cues["to"] if c in by_case), None)
    between = [name for c in cues["between"] for name in by_case.get(c, ())]
    if start and end:
        return start, end
    if len(between) > 1:
        return between[0], between[1]
    if between and (other := end or next(iter(by_case.get("with", ())), None)):
        return between[0], other
    return None


def _wanted_by(node: Token, parties: Parties, cues: Any) -> tuple[Party, ...]:
    """Whoever opens or wants what hangs here, in this clause or one above; passives tell by whom, or nobody."""
    for _ in range(_DEPTH):
        named = _opener(node, parties) if node.pos_ == "VERB" and is_one(node, cues["wanting"]) else ()
        if named or node.head == node:
            return named
        node = node.head
    return ()


def _opener(verb: Token, parties: Parties) -> tuple[Party, ...]:
    """Who opens it: "a push by the militias to open it", "it was opened by", "the militias' bid to open it"."""
    plan = verb.head if verb.dep_ == "acl" and verb.head.pos_ == "NOUN" else None
    found = [token for token in _near(plan or verb, verb) if case_of(token) == "by"]
    if not found and any(c.lower_ == "to" for c in verb.lefts):  # what parsers hang on some noun between
        after = verb.doc[verb.i : min(verb.sent.end, verb.i + _REACH // 2)]
        found = [token for token in after if case_of(token) == "by" and token.head.pos_ != "VERB"]
    if not found and not is_passive(verb):
        found = subjects(verb)
    named = {party.actor: party for head in found for party in parties_in(parties, head)}
    return tuple(named.values()) or (wanters(plan, parties) if plan is not None else ())
