"""Which earlier mentions the place of a pronoun rules out, whatever speaks for them otherwise."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from typing import TYPE_CHECKING, Literal

from imbroglio.actors.tree import Tree
from imbroglio.knowledge.load import words
from imbroglio.knowledge.speech import load_speech
from imbroglio.knowledge.stance import load_stance
from imbroglio.model import Actor, ActorKind

if TYPE_CHECKING:
    from imbroglio.actors.reference import Seen

Telling = Literal["", "before", "behind"]  # where a reporter stands to what he reports
BANDS = frozenset({ActorKind.GROUP, ActorKind.UMBRELLA})
ONE_BODY = frozenset({ActorKind.STATE, ActorKind.INTERNATIONAL, ActorKind.MEDIA, ActorKind.OTHER})
TELLING = frozenset({ActorKind.INTERNATIONAL, ActorKind.MEDIA, ActorKind.OTHER})
OTHER_TITLES = {**dict.fromkeys(["she", "her"], "gentlemen"), **dict.fromkeys(["he", "him", "his"], "ladies")}
HUMAN = frozenset({"force", "fighter"})  # uses of nouns for armed people


def people(tree: Tree, one: Seen) -> bool:
    """Whether a mention describes people by what each of them is: "soldiers", "a lawmaker"."""
    noun = tree.noun(one.token)
    return one.form == "description" and noun is not None and noun.group == "people" and noun.use in HUMAN


def they(tree: Tree, token: int, found: Sequence[Seen]) -> list[Seen]:
    """Antecedents of "they" and "them": beside "soldiers", here or in the line before, no state or monitor is meant.

    The state whose soldiers they are may be.
    """
    near = tree.sentence[token] - 1
    men = [one for one in found if one.sentence >= near and people(tree, one) and tree.number[one.token] == "plural"]
    if not men or not tree.dep[token].startswith(("nsubj", "obj", "iobj")):
        return list(found)
    theirs = {one.actors for one in men}

    def alone(one: Seen) -> bool:
        body = one.kind in ONE_BODY and one.form != "description"
        return (body or people(tree, one)) and not one.plural and one.actors not in theirs

    left = [one for one in found if not alone(one)]
    here = [one for one in left if one.sentence == tree.sentence[token]]
    placed = any(tree.lower[k] == "where" for k in tree.kids(tree.head[token], "advmod"))
    return here if placed and here else left  # "has soldiers in X, *where* they train Y"


def of_reporters(tree: Tree, token: int, parties: Collection[int]) -> bool:
    """ "*Investigators* found nothing, *they* wrote": the subject of what is reported, who is no party."""
    verb = tree.head[token]
    if tree.lower[token] != "they" or tree.dep[token] != "nsubj" or not reports(tree, verb):
        return False
    inserted = tree.dep[verb] == "parataxis" or any(k < token for k in tree.kids(verb, "ccomp", "parataxis"))
    line = tree.sentence[token]
    first = next((i for i in range(token) if tree.sentence[i] == line and tree.dep[i] == "nsubj"), token)
    common = tree.pos[first] == "NOUN" and tree.number[first] == "plural" and first not in parties
    return inserted and common and reports(tree, tree.head[first])


def tells(tree: Tree, token: int, actor: Actor) -> Telling:
    """Whether a mention is of somebody who reports what others do: "…, *the Red Crescent Society* said".

    A band that begins with it speaks of its own deeds: "*The Front* said that it would fight".
    """
    band = actor.kind in BANDS and not actor.known
    while tree.dep[token] == "conj" and tree.head[token] != token:
        token = tree.head[token]
    verb = tree.head[token]
    if tree.dep[token].startswith("obl") and _preposition(tree, token) in load_speech().prepositions:
        return "behind"  # "according to the Network"
    if not (band or actor.kind in TELLING) or tree.dep[token] != "nsubj" or not reports(tree, verb):
        return ""
    told = list(tree.kids(verb, "ccomp", "parataxis"))
    behind = told[0] < token if told else tree.dep[verb] == "parataxis" and tree.head[verb] < token
    return "behind" if behind else "before" if told and not band else ""


def mistitled(tree: Tree, token: int, one: Seen) -> bool:
    """ "Mr. Orlo asked her; *she* said": no Mr. is a she."""
    others = OTHER_TITLES.get(tree.lower[token])
    return others is not None and any(tree.words[k] in words(others) for k in tree.kids(one.token, "nmod"))


def hears(tree: Tree, token: int, one: Seen) -> bool:
    """Whether a mention is of who is told what the pronoun is in: "told *Reuters* that its men fled".

    So are outlets and parliaments told.
    """
    verb = tree.head[one.token]
    told = tree.dep[one.token] in {"obj", "iobj", "obl"} and one.token < token and verb in tree.ancestors(token)
    listens = one.kind is ActorKind.MEDIA or tree.lemma[one.token] in words("listening")
    return listens and told and reports(tree, verb)


def _preposition(tree: Tree, token: int) -> str:
    """The preposition of a phrase with the words that belong to it: "according to"."""
    case = next((k for k in tree.kids(token, "case") if k < token), None)
    return " ".join([tree.lower[case], *(tree.lower[k] for k in tree.kids(case, "fixed"))]) if case is not None else ""


def reports(tree: Tree, verb: int) -> bool:
    """Whether the word is a verb that may report a clause."""
    senses = load_speech().verbs.get(tree.lemma[verb], ()) if tree.pos[verb] == "VERB" else ()
    return any(sense.manner.content[0] == "clause" for sense in senses)


def speaks(tree: Tree, token: int) -> bool:
    """Whether what is taken up here speaks in its turn, or is the owner of what is said: "its report"."""
    if tree.possessive(token):
        return tree.lemma[tree.head[token]] in load_speech().texts
    return tree.dep[token] == "nsubj" and reports(tree, tree.head[token])


def doers(tree: Tree, token: int, found: list[Seen]) -> list[Seen]:
    """Those of earlier sentences who do not only report what the others do, if there are such."""
    line = tree.sentence[token]
    if speaks(tree, token):
        return found
    return [one for one in found if one.sentence == line or one.tells != "behind"] or found


def fronted(tree: Tree, one: Seen) -> bool:
    """Whether a mention is the subject of what a reporter's name follows: "*They* attacked, the UN said"."""
    verb = tree.head[one.token]
    told = tree.dep[verb] == "ccomp" and verb < tree.head[verb] and tree.dep[tree.head[verb]] == "root"
    return tree.dep[one.token].startswith("nsubj") and told


def leads_line(tree: Tree, token: int) -> bool:
    """Whether a mention is the subject of what a sentence tells, whoever is said at its end to have told it."""
    verb = tree.head[token]
    above = tree.head[verb]
    if tree.dep[token] != "nsubj":
        return False
    if tree.dep[verb] == "root":
        told = next(tree.kids(verb, "ccomp"), verb)
        return told >= verb or not reports(tree, verb)
    beside = tree.dep[verb] == "parataxis" and above < verb and not reports(tree, verb)  # "X said so; *Y* denied it"
    fronted = tree.dep[verb] == "ccomp" and verb < above and reports(tree, above)
    return (beside or fronted) and tree.dep[above] == "root"


def carries(tree: Tree, one: Seen) -> bool:
    """Whether a mention is only of whom something passes through: "through a trading house, *Noor Marine*"."""
    token = tree.head[one.token] if tree.dep[one.token] == "appos" else one.token
    return tree.case(token) in {"through", "via"}


def one_alone(tree: Tree, token: int, found: list[Seen]) -> list[Seen]:
    """Antecedents of "it": nobody out of a list that the pronoun is not in, if there are others.

    "*Kenya*, Chad and Togo had sent the mission. It withdrew".
    """
    up = set(tree.ancestors(token))

    def alone(one: Seen) -> bool:
        first = tree.head[one.token] if tree.dep[one.token] == "conj" else one.token
        fellows = [k for k in tree.kids(first, "conj") if k < token and tree.pos[k] in {"NOUN", "PROPN"}]
        return not fellows or first in up

    return [one for one in found if alone(one)] or found


def first_of(tree: Tree, one: Seen) -> int:
    """The word that shows the role of a mention: of a coordination its first member."""
    return tree.head[one.token] if len(one.actors) > 1 and tree.dep[one.token] == "conj" else one.token


def together(tree: Tree, token: int, found: list[Seen]) -> list[Seen]:
    """Antecedents of "they": of "X, Y and Z" all, and none of them alone who is not several by himself."""
    up = set(tree.ancestors(token))
    whole: dict[int, int] = {}
    for one in found:
        if len(one.actors) > 1 and tree.dep[one.token] == "conj":
            first = tree.head[one.token]
            whole[first] = max(whole.get(first, 0), len(one.actors))

    def left(one: Seen) -> bool:
        first = tree.head[one.token] if tree.dep[one.token] == "conj" else one.token
        if first not in whole or first in up:
            return True
        return len(one.actors) == whole[first] or (len(one.actors) == 1 and one.plural)

    return [one for one in found if left(one)]


def of_a_state(tree: Tree, token: int, found: list[Seen]) -> list[Seen]:
    """Antecedents of "*its* foreign minister", "*its* neighbour": states, if one was just spoken of."""
    owned = tree.head[token]
    nouns = {tree.lemma[owned], *(f"{tree.lemma[k]}-{tree.lemma[owned]}" for k in tree.kids(owned, "amod"))}
    if not tree.possessive(token) or nouns.isdisjoint(words("of_states") | words("of_states_too")):
        return found
    near = [one for one in found if one.kind is ActorKind.STATE and one.sentence >= tree.sentence[token] - 1]
    return [one for one in near if one.form != "demonym"] or near or found


def is_he(tree: Tree, token: int, one: Seen, *, over: bool = False) -> bool:
    """Whether a person is the subject here or in the sentence before, so that nobody of a line above is "he".

    Or stands `over` "his" in a clause that reports nothing: "*Orlo* threatened the town where they fought *his* men".
    """
    said_of = tree.head[one.token] if tree.dep[one.token] == "appos" else one.token
    if one.kind is not ActorKind.PERSON or one.form != "name" or not tree.dep[said_of].startswith("nsubj"):
        return False
    verb = tree.head[said_of]
    above = tree.possessive(token) and verb in tree.ancestors(token) and not reports(tree, verb)
    return above if over else one.sentence >= tree.sentence[token] - 1


def weighs(tree: Tree, token: int, one: Seen) -> bool:
    """Whether a mention only weighs what "it" is charged with: "*a panel* found credible the reports that it did"."""
    verb = weighing(tree, token) if tree.dep[token].startswith("nsubj") else None
    return verb is not None and one.token in tree.kids(verb, "nsubj")


def weighing(tree: Tree, token: int) -> int | None:
    """The verb that weighs the account which the word's clause tells: "*found* credible the reports that it did"."""
    account = account_of(tree, tree.head[token])
    if account is None or tree.lemma[tree.head[account]] not in words("weighing"):
        return None
    return tree.head[account]


def account_of(tree: Tree, clause: int) -> int | None:
    """The noun of which a clause is the content: "*claims* that it arms Y"."""
    account = tree.head[clause]
    told = tree.dep[clause].startswith("acl") and tree.lower[account] in load_stance().accounts
    return account if told else None
