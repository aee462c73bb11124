"""Reporting verbs: "X said that …", "…, X said", "accused Y of …", "is believed to …", "as X reported"."""

from __future__ import annotations

from imbroglio.claims.attribution.indirect.contents import (
    OPEN_QUESTION,
    behind_that,
    content_of,
    gerund,
    host_clause,
    preposition_of,
    right_behind,
    to_the_contrast,
)
from imbroglio.claims.attribution.report import Report
from imbroglio.claims.attribution.source import passive, source_of
from imbroglio.claims.tree import Tree
from imbroglio.knowledge.lexicon import load_lexicon
from imbroglio.knowledge.speech import Manner, Sense, Speech, load_speech
from imbroglio.knowledge.stance import load_stance
from imbroglio.model import Relation


def verb_reports(tree: Tree, speech: Speech, found: list[Report]) -> tuple[list[Report], list[Report]]:
    """Reports made by verbs, and bare ones: verbs of saying with a speaker whose content is still to be found.

    `found` are the reports made already, whose cues are passed over.
    """
    taken = {i for r in found for i in range(r.cue[0], r.cue[1] + 1)}
    known = {tree.sent[r.head]: r.source for r in found}
    full: list[Report] = []
    bare: list[Report] = []
    for v, lemma in enumerate(tree.lemma):
        senses = speech.verbs.get(lemma)
        if lemma in speech.citing and tree.lower[v].endswith("ing"):
            continue  # an adverbial of another report, see `citing_reports`
        if not senses or v in taken or tree.pos[v] not in ("VERB", "AUX") or tree.dep[v] == "amod":
            continue
        report = _report(tree, v, [s for s in senses if _fits(tree, v, s)], speech)
        if report is None and tree.lower[v].endswith("ing") and senses[0].manner.name == "say":
            report = _going_on(tree, v, senses[0].manner, known)
        deed = report is not None and report.source is not None and tree.lemma[report.source] in speech.mute
        mute = deed and (lemma not in speech.inserted or lemma in speech.resuming)  # "air strikes continued"
        if report is not None and not mute and _tells(tree, report):
            (full if report.content else bare).append(report)
    return full, bare


def _going_on(tree: Tree, v: int, manner: Manner, known: dict[int, int | None]) -> Report | None:
    """ "…, he said, adding …": whoever spoke before in the sentence, where the parse does not tell."""
    source = known.get(tree.sent[v])
    if source is None or source > v:
        return None
    return Report((v, v), manner, source, behind_that(tree, v))


def _tells(tree: Tree, r: Report) -> bool:
    """Whether somebody else is reported: not "I think", and no mere attitude that nobody is named for."""
    if r.source is None:
        return r.voice or r.manner.unnamed
    return tree.lower[r.source] not in ("i", "you")


def _fits(tree: Tree, v: int, sense: Sense) -> bool:
    """Whether the verb stands with the particle and preposition that the sense needs; not "was named head of X"."""
    lexicon = load_lexicon()
    offices = (tree.lemma[k] in lexicon.titles for k in tree.children(v, "xcomp", "obj"))
    if tree.lower[v] in lexicon.appointing and sense.manner.content == ("as",) and any(offices):
        return False
    if sense.particle and not any(
        tree.lower[k] == sense.particle for k in tree.children(v, "compound", "advmod", "xcomp")
    ):
        return False
    if (
        not sense.particle
        and sense.manner.content == ("as",)
        and any(tree.dep[k] == "compound:prt" for k in tree.kids[v])
    ):
        return False  # "called off talks" calls nothing anything
    return not sense.preposition or any(preposition_of(tree, k) == sense.preposition for k in tree.kids[v])


def _report(tree: Tree, v: int, senses: list[Sense], speech: Speech) -> Report | None:
    is_passive = passive(tree, v)
    for sense in senses:
        if sense.manner.only_passive and not is_passive:
            continue
        if sense.manner.by_texts and not _by_a_text(tree, v, speech):
            continue
        if sense.manner.of_deeds and not _of_a_deed(tree, v):
            continue
        if sense.manner.of_matters and not _of_a_matter(tree, v, speech):
            continue
        for kind in sense.manner.content:
            content = content_of(tree, v, kind, sense, is_passive)
            if sense.preposition and content and tree.lower[content[0]] == sense.preposition:
                content = content[1:]
            if content:
                voice = sense.manner.voice or (sense.manner.clause_voice and kind == "clause")
                voice = voice or (sense.manner.of_others and _of_another(tree, content, speech))
                voice = voice and not (kind == "question" and _leaves_open(tree, v, content))
                return _made(tree, v, sense.manner, content, voice)
    plain = [s for s in senses if s.manner.name in ("say", "find")]
    if plain and not is_passive:
        told = plain[0].manner.name == "say"
        content = (
            (host_clause(tree, v) if told else []) or behind_that(tree, v) or (right_behind(tree, v) if told else [])
        )
        report = _made(tree, v, plain[0].manner, content, True)
        return report if report.source is not None else None
    return None


def _leaves_open(tree: Tree, v: int, content: list[int]) -> bool:
    """ "Did *not* say who armed them": that somebody did is taken for granted, by the writer and not the one asked."""
    adverbs = load_stance().adverbs
    denied = any("no" in adverbs.get(tree.lower[k], ()) for k in tree.kids[v])
    return denied and tree.lower[content[0]] not in OPEN_QUESTION


def _by_a_text(tree: Tree, v: int, speech: Speech) -> bool:
    subject = source_of(tree, v)
    return subject is not None and tree.lemma[subject] in speech.texts


def _of_a_matter(tree: Tree, v: int, speech: Speech) -> bool:
    """ "Defended the deal", not "defended the town"."""
    things = tree.children(v, "nsubj") if passive(tree, v) else tree.children(v, "obj", "xcomp")
    return any(tree.lemma[k] in speech.matters or (tree.dep[k] == "xcomp" and gerund(tree, k, None)) for k in things)


def _of_a_deed(tree: Tree, v: int) -> bool:
    """ "Recorded *clashes* between X and Y", "counted 20 *strikes*"."""
    nouns = load_lexicon().nouns
    done = (tree.lemma[k] for k in tree.children(v, "obj"))
    return any(frame.relation is Relation.FIGHTS for noun in done for frame in nouns.get(noun, ()))


def _of_another(tree: Tree, content: list[int], speech: Speech) -> bool:
    """ "Regards them as a branch of the party", "deemed credible the allegations that …", not "as an enemy"."""
    return any(tree.case(k) == "of" or (tree.lemma[k] in speech.nouns and tree.pos[k] == "NOUN") for k in content)


def _made(tree: Tree, v: int, manner: Manner, content: list[int], voice: bool) -> Report:
    source = source_of(tree, v, content)
    content = to_the_contrast(tree, v, _to_the_closing_mark(tree, v, _to_the_semicolon(tree, v, content)))
    if source is not None:
        inside = set(content)
        own = set(tree.subtree(source, [k for k in tree.kids[source] if v < source < k and k in inside]))
        content = [i for i in content if i not in own] if v not in own else content
    origin = (
        next((k for k in tree.children(v, "obl") if tree.case(k) == "from"), None) if manner.name == "find" else None
    )
    if origin is not None and source is not None:  # "the agency learned from a guard that …"
        content = [i for i in content if i not in set(tree.subtree(origin))]
        return Report(cue_range(tree, v), manner, origin, content, relay=source, voice=voice)
    return Report(cue_range(tree, v), manner, source, content, voice=voice)


def _to_the_semicolon(tree: Tree, v: int, content: list[int]) -> list[int]:
    """A semicolon ends what an indirect report says, unless the next part begins with "that" again."""
    for i in content:
        ends = tree.word[i] == ";" and i > v and "that" not in tree.lower[i + 1 : i + 3]
        if ends and not any(tree.word[k] in ("“", '"', "‘") for k in content if k < i):
            return [k for k in content if k < i]
    return content


def _to_the_closing_mark(tree: Tree, v: int, content: list[int]) -> list[int]:
    """A quotation that closes behind a comma ends what an indirect report says: 'said he was “sure,” others told'."""
    opened = False
    for n, i in enumerate(content):
        opened = opened or tree.word[i] in ("“", '"')
        ends = tree.word[i] in ("”", '"') and tree.word[i - 1] == "," and content[0] > v
        if (
            ends
            and opened
            and n
            and tree.word[content[0]] not in ("“", '"')
            and not _goes_on(tree, v, content[n + 1 :])
        ):
            return content[: n + 1]
    return content


def _goes_on(tree: Tree, v: int, rest: list[int]) -> bool:
    """Whether what stands behind a closing mark is reported too: 'a “crime,” and that …', 'a “liar,” a “thief”'."""
    if not rest or tree.dep[rest[0]] in ("acl", "appos") or "that" in [tree.lower[k] for k in rest[:2]]:
        return bool(rest)
    others = any(tree.head[k] == v and tree.lemma[k] in load_speech().verbs for k in rest)  # "officials revealed"
    again = any(tree.word[k] in ("“", '"') for k in rest)
    return not others and (again or tree.pos[rest[0]] == "DET")


def cue_range(tree: Tree, v: int) -> tuple[int, int]:
    """The verb with its auxiliaries, negation and particle, as far as they stand together."""
    first = last = v
    parts = {
        k for k in tree.kids[v] if tree.dep[k].startswith(("aux", "compound:prt")) or tree.lower[k] in ("not", "n't")
    }
    while first - 1 in parts:
        first -= 1
    while last + 1 in parts:
        last += 1
    return first, last
