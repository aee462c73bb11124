"""The one earlier word that a pronoun surely stands for, by where the two stand; None where nothing is sure."""

from __future__ import annotations

from collections.abc import Collection

from imbroglio.actors.antecedents import HUMAN, account_of, reports, weighing
from imbroglio.actors.harm import acting_on, aiding, harming
from imbroglio.actors.tree import Tree
from imbroglio.knowledge.lexicon import load_lexicon
from imbroglio.knowledge.load import words
from imbroglio.knowledge.speech import load_speech
from imbroglio.model import Relation

FRONTED = frozenset({"which", "whom", "whose", "what"})
CAUSES = frozenset({"because", "as", "although", "though"})
OWNED = HUMAN | {"office"}


def denier(tree: Tree, token: int) -> int | None:
    """Whoever denies something at the end of the sentence before goes on: "…, a charge that *Chad* denies. It says"."""
    verb, line = tree.head[token], tree.sentence[token]
    if tree.lower[token] != "it" or not tree.first(token) or not (tree.dep[token] == "nsubj" and reports(tree, verb)):
        return None
    for i in range(token - 1, -1, -1):
        if line - tree.sentence[i] > 1:
            return None
        if tree.dep[i] == "nsubj":
            return i if load_speech().denies(tree.lemma[tree.head[i]]) else None
    return None


def own_speaker(tree: Tree, token: int) -> int | None:
    """The subject that goes on as "it" in what it says, or in why it acts, or whose people tell what it did.

    "*Washington* says that it did not arm them", "*officers* said that their men had", "*Burundi* has sent men because
    it believes …", "*Seoul* refuses, although its premier wavers", "*Haftar* met him, his office said".
    """
    clause = tree.head[token]
    verb = tree.head[clause]
    if tree.possessive(token):
        if tree.lower[token] == "his" and tree.dep[verb] == "ccomp" and reports(tree, tree.head[verb]):
            chief = next((k for k in tree.kids(tree.head[verb], "nsubj") if k < token), None)
            noun = tree.noun(chief) if chief is not None else None
            if chief is None or noun is None or noun.use != "office":
                return None
            return _spoken_for(tree, chief)
        if tree.dep[clause] == "nsubj" and _is_denied(tree, verb):
            return next((k for k in tree.kids(tree.head[tree.head[verb]], "nsubj") if k < token), None)
        if tree.lower[token] == "their" and tree.dep[clause] == "nsubj" and tree.dep[verb] == "ccomp":
            several = (k for k in tree.kids(tree.head[verb], "nsubj") if k < token and tree.number[k] == "plural")
            return next(several, None) if reports(tree, tree.head[verb]) else None
        if tree.dep[clause] == "nsubj" and tree.dep[verb] == "advcl" and _why(tree, verb):
            return next((k for k in tree.kids(tree.head[verb], "nsubj") if k < token), None)
        told = tree.kids(verb, "ccomp", "parataxis") if tree.dep[clause] == "nsubj" and reports(tree, verb) else ()
        return next((k for i in told for k in tree.kids(i, "nsubj") if i < token), None)
    marks = {tree.lower[k] for k in tree.kids(clause, "mark")}
    said = tree.dep[clause] == "ccomp" and reports(tree, verb) and marks <= {"that"}
    why = tree.dep[clause] == "advcl" and _why(tree, clause)
    if tree.dep[token] == "nsubj" and _is_denied(tree, clause):
        return next((k for k in tree.kids(tree.head[verb], "nsubj") if k < verb < token), None)
    if tree.lower[token] != "it" or tree.dep[token] != "nsubj" or not (said or why):
        return None
    return next((k for k in tree.kids(verb, "nsubj") if k < verb < token), None)


def says_more(tree: Tree, token: int) -> int | None:
    """ "…, *diplomats* said. The rebels …, *they* said": those who said what stands right before."""
    verb, line = tree.head[token], tree.sentence[token] - 1
    told = tree.dep[token] == "nsubj" and reports(tree, verb) and any(k < token for k in tree.kids(verb, "ccomp"))
    if tree.lower[token] != "they" or not told:
        return None
    said = (i for i in range(token - 1, -1, -1) if tree.sentence[i] == line and tree.dep[i] == "root")
    subjects = (k for i in said if reports(tree, i) for k in tree.kids(i, "nsubj") if tree.number[k] == "plural")
    return next(subjects, None)


def _spoken_for(tree: Tree, chief: int) -> int:
    """Whose men "his" are where an office tells: its holder's, or *Haftar*'s in "Haftar's spokesman said his men"."""
    whose = (k for k in tree.kids(chief, "nmod") if tree.possessive(k) or tree.case(k) in {"of", "for"})
    return next(whose, chief) if tree.lemma[chief] in words("voices") else chief


def acted_on(tree: Tree, token: int) -> int | None:
    """ "Backs *X* and shelters *its* commanders", "bombed *X* and killed *its* leader": to whom both is done."""
    owned = tree.head[token]
    verb = tree.head[owned]
    first, noun = tree.head[verb], tree.noun(owned)
    if not tree.possessive(token) or tree.dep[owned] != "obj" or tree.dep[verb] != "conj":
        return None
    if noun is None or noun.use not in OWNED or any(True for _ in tree.kids(verb, "nsubj")):
        return None
    done = aiding() | harming() | acting_on(Relation.SHELTERS)
    both = tree.lemma[verb] in done and tree.lemma[first] in done
    return next((k for k in tree.kids(first, "obj") if k < verb), None) if both else None


def itself(tree: Tree, token: int) -> int | None:
    """ "*Which* calls *itself* the Red Shield": the subject of the same clause."""
    own = tree.lower[token].endswith(("self", "selves")) and tree.dep[token] in {"obj", "iobj", "obl"}
    return next(tree.kids(tree.head[token], "nsubj"), None) if own else None


def helped_too(tree: Tree, token: int) -> int | None:
    """ "Moscow gave *the army* tanks, and Havana sent *it* pilots": who was helped in the clause before."""
    verb = tree.head[token]
    first = tree.head[verb]
    if tree.dep[token] not in {"obj", "iobj"} or tree.dep[verb] not in {"conj", "parataxis"} or first > verb:
        return None
    helped = [_helped(tree, one) for one in (first, verb)]
    return helped[0] if helped[1] == token and any(True for _ in tree.kids(verb, "nsubj")) else None


def _helped(tree: Tree, verb: int) -> int | None:
    """Whom a verb of giving or helping tells to be given something."""
    lexicon = load_lexicon()
    if lexicon.verb(tree.lemma[verb], tree.lower[verb]) not in lexicon.give:
        return next(tree.kids(verb, "obj"), None) if tree.lemma[verb] in aiding() else None
    given = [*tree.kids(verb, "iobj"), *(k for k in tree.kids(verb, "obl") if tree.case(k) == "to")]
    inside = [k for thing in tree.kids(verb, "obj") for k in tree.kids(thing, "compound")]  # "gave *the army* tanks"
    return next(iter([*given, *inside[-1:]]), None)


def goes_on(tree: Tree, token: int, parties: Collection[int]) -> int | None:
    """ "*The fighters* entered the region; *they* shelled a town": the subject, where no other party stands by it."""
    verb = tree.head[token]
    first = tree.head[verb]
    if tree.lower[token] != "they" or tree.dep[verb] not in {"conj", "parataxis"} or not first < verb:
        return None
    if tree.dep[token] != "nsubj" or reports(tree, first) or reports(tree, verb):
        return None
    subject = next((k for k in tree.kids(first, "nsubj") if k < first), None)
    others = [k for k in parties if subject != k and first < k < verb]
    return subject if not others else None


def relates(tree: Tree, token: int) -> int | None:
    """The subject of what a relative clause is set in whose object stands in front.

    "*Kigali* cut its ties with Belgium, which *it* accused of that", "… whose army *it* blames", "… over what *it*
    calls meddling".
    """
    clause = tree.head[token]
    fronted = (k for k in tree.kids(clause, "obj") if k < token)
    opening = {tree.head[clause], *(k for i in fronted for k in (i, *tree.kids(i, "nmod:poss")))}
    opens = not FRONTED.isdisjoint(tree.lower[k] for k in opening)
    if tree.dep[token] != "nsubj" or tree.dep[clause] != "acl:relcl" or not opens:
        return None
    above = list(tree.ancestors(clause))
    subjects = (k for up in above if tree.pos[up] == "VERB" for k in tree.kids(up, "nsubj") if k < token)
    subject = next(subjects, None)
    return subject if subject not in above else None


def charged(tree: Tree, token: int) -> int | None:
    """ "*Chad* denies arming them, although a panel found reports that *it* did so credible": whom that is beside."""
    verb = weighing(tree, token) if tree.dep[token] == "nsubj" else None
    if verb is None or tree.dep[verb] != "advcl":
        return None
    return next(tree.kids(tree.head[verb], "nsubj"), None)


def own_part(tree: Tree, token: int) -> int | None:
    """ "*Algiers*, for *its* part, has condemned Y"."""
    part = tree.head[token]
    if not tree.possessive(token) or tree.lemma[part] != "part" or tree.case(part) != "for":
        return None
    return next((k for k in tree.kids(tree.head[part], "nsubj") if k < token), None)


def some_of(tree: Tree, token: int) -> int | None:
    """Those of whom some are told apart right behind them: "two *groups*, one of *them* armed by X"."""
    count = tree.head[token]
    told = tree.lower[token] == "them" and tree.case(token) == "of" and tree.dep[count] == "appos"
    return tree.head[count] if told and tree.head[count] < count else None


def _why(tree: Tree, clause: int) -> bool:
    return any(tree.lower[k] in CAUSES for k in tree.kids(clause, "mark"))


def _is_denied(tree: Tree, clause: int) -> bool:
    """ "Tehran *rejects claims that it arms Y*", of whom the claims are."""
    account = account_of(tree, clause)
    if account is None or tree.dep[account] != "obj":
        return False
    return load_speech().denies(tree.lemma[tree.head[account]])
