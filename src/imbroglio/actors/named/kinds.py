"""What an unknown name stands for: by its head word, its title, its syntax, and the engine's label."""

from __future__ import annotations

from collections.abc import Sequence

from imbroglio.actors.harm import acting_on, aiding, harming, judging
from imbroglio.actors.named.find import Name
from imbroglio.actors.named.metonyms import HUMANS, located, taking
from imbroglio.actors.named.runs import HYPHENS, MEN, OPEN
from imbroglio.actors.nouns import Noun
from imbroglio.actors.tree import Tree
from imbroglio.knowledge.lexicon import load_lexicon
from imbroglio.knowledge.load import words
from imbroglio.knowledge.speech import load_speech
from imbroglio.model import ActorKind, Relation

LABELS = {"PERSON": ActorKind.PERSON, "PLACE": ActorKind.PLACE, "ORG": ActorKind.OTHER}
JUDGED = frozenset({Relation.SANCTIONS, Relation.BACKS, Relation.ENDORSES, Relation.OPPOSES, Relation.AGREES_WITH})
BEHIND = frozenset({"of", "for", "in", "de", "du", "des", "del", "do", "da", "pour", "para", "por"})  # ends a head
NEAR = 4  # words behind an article up to the noun
SAID = frozenset({"outlet", "firm", "programme", "people", "polity"})  # uses of nouns that tell what a name beside is
RULED = frozenset({"government", "organ", "office", "force"})


def kind_of(tree: Tree, name: Name, alike: Sequence[Name] = ()) -> ActorKind:
    """The likeliest kind of a name that nothing is known of; `alike` is where else the text has it."""
    noun = head_noun(tree, name)
    told = _told_by_form(tree, name, noun)
    if told is not None:
        return told
    if tree.lower[name.start] in words("foreign_heads"):
        return ActorKind.GROUP
    if noun is not None and noun.use == "organ" and any(tree.words[i] in words("insurgent") for i in _range(name)):
        return ActorKind.GROUP  # "Hill Liberation Army"
    if noun is not None and noun.use != "office":
        return noun.named
    if not MEN.isdisjoint(tree.lower[name.start : name.end]) and name.title is None:
        return ActorKind.GROUP  # "the Free Men of Tolmar"
    first = tree.noun(name.start) if name.end - name.start > 1 else None
    if first is not None and first.group == "deeds":
        return ActorKind.OTHER  # "Operation Hadin Kai" is no person
    if name.title is not None:
        return ActorKind.PERSON
    led = tree.noun(tree.head[name.head]) if tree.case(name.head) == "under" else None
    if led is not None and led.use in HUMANS:
        return ActorKind.PERSON  # "fighters under Bakura Doro"
    beside = _beside(tree, name)
    if beside is not None:
        return beside
    if _writes(tree, name):
        return ActorKind.OTHER
    if noun is None and _opens_like_town(tree, name):
        return ActorKind.PLACE
    if name.label == "PLACE" and (_is_dealt_with(tree, name.head) or _acts(tree, name.head)):
        return ActorKind.STATE
    somebody = name.label == "PERSON" and _is_somebodys(tree, name.head)
    if somebody or (name.label == "PLACE" and _is_punished(tree, name.head)):
        return ActorKind.OTHER
    if _is_ground([name, *alike], tree):
        return ActorKind.STATE if any(_does(tree, one.head) for one in alike) else ActorKind.PLACE
    return LABELS.get(name.label, ActorKind.PLACE if located(tree, name.head) else ActorKind.OTHER)


def _told_by_form(tree: Tree, name: Name, noun: Noun | None) -> ActorKind | None:
    """What the words of a name tell by themselves: a paper's, a firm's, a region's of an army, a nickname, a tribe."""
    lower, several = tree.lower[name.start : name.end], name.end - name.start > 1
    if not OPEN.isdisjoint(tree.words[i] for i in _range(name) if tree.pos[i] == "PUNCT"):
        return ActorKind.PERSON  # 'Kale "Mundo" Siva'
    if several and (is_outlet(tree, name) or lower[0] in words("outlet_heads")):
        return ActorKind.MEDIA
    if several and lower[-1] in words("firm_ends"):
        return ActorKind.OTHER  # "Lac d'Or SARL"
    if noun is not None and noun.use == "place" and (lower[0][0].isdigit() or "military" in lower):
        return ActorKind.BODY  # "the 21st Military Region", "the 9th Sector"
    if several and name.title is None and lower[0] in words("tribal_heads"):
        return ActorKind.POPULATION
    return None


def _opens_like_town(tree: Tree, name: Name) -> bool:
    """ "Wadi Asal", "Saint-Marc", whatever the engine says; not if it says things."""
    first, several = tree.lower[name.start], name.end - name.start > 1
    saint = first in {"saint", "sainte"} and several and tree.words[name.start + 1] == "-"
    heads = words("ground_heads") | words("directions")  # "Outer Halvern"
    adjective = tree.lower[name.end - 1] in words("continental")  # "West African"
    return several and not adjective and (saint or first in heads) and not _speaks(tree, name.head)


def is_outlet(tree: Tree, name: Name) -> bool:
    """ "The Lom *Herald*"; whatever has an article in its own language, if it writes: "La Voz reported".

    Words that name other things as well want to be told or to tell: "told the Lom *Observer*".
    """
    last, head = tree.lower[name.end - 1], name.head
    verb = tree.lemma[tree.head[head]]
    tells = tree.dep[head] == "nsubj" and (verb in words("outlets_do") or verb in load_speech().verbs)
    told = verb == "tell" and tree.dep[head] in {"obj", "iobj"}
    if last in words("mastheads") or (last in words("other_mastheads") and (tells or told)):
        return True
    article = tree.lower[name.start] in words("foreign_articles") | {"die", "der"}
    if article and tree.lower[name.start + 1] in words("mastheads"):
        return True  # "Le Courrier du Golfe"
    return article and tree.dep[head] == "nsubj" and verb in words("outlets_do")


def _writes(tree: Tree, name: Name) -> bool:
    """ "Verdad Hoy reported": nobody knows who does, and no state or town."""
    writes = tree.dep[name.head] == "nsubj" and tree.lemma[tree.head[name.head]] in words("outlets_do")
    return name.label != "PERSON" and writes


def _is_ground(names: Sequence[Name], tree: Tree) -> bool:
    """Whether the text tells anywhere that a name is a town's, which the engine takes for a person as a rule.

    "Seized Sarlo", "Sarlo fell to them", "residents of Sarlo"; not if somebody of that name has a title or says things.
    """
    if any(one.title is not None or _speaks(tree, one.head) for one in names):
        return False
    return any(_taken(tree, one) or _held(tree, one) or _around(tree, one.head) for one in names)


def _held(tree: Tree, name: Name) -> bool:
    """ "Rebel-*held Sarlo*"; what somebody runs may be a firm or a paper, unless it has one name alone."""
    before, lexicon = name.start - 1, load_lexicon()
    if before < 2 or tree.words[before - 1] not in HYPHENS or tree.lower[before - 2] in lexicon.unnamed:
        return False
    word, alone = tree.lower[before], name.end - name.start == 1 and name.label != "ORG"
    return lexicon.participles.get(word) is Relation.CONTROLS or (alone and word in lexicon.holding)


def _does(tree: Tree, head: int) -> bool:
    """ "Tolvia armed them": no town does."""
    lemma = tree.lemma[tree.head[head]]
    return tree.dep[head] == "nsubj" and lemma in load_lexicon().verbs and lemma not in words("towns_do")


def _speaks(tree: Tree, head: int) -> bool:
    return tree.dep[head] == "nsubj" and tree.lemma[tree.head[head]] in load_speech().verbs


def _taken(tree: Tree, name: Name) -> bool:
    """ "Overran Tal Orin", "captured Sarlo"; whoever has two names may have been captured as well."""
    head = name.head
    while tree.dep[head] == "conj" and tree.head[head] < head and not tree.case(head):
        head = tree.head[head]
    if tree.dep[head] not in {"obj", "nsubj:pass"} or tree.case(head) or any(True for _ in tree.kids(name.head, "det")):
        return False
    alive = name.end - name.start > 1 and tree.lemma[tree.head[head]] in words("taken_alive")
    return tree.lemma[tree.head[head]] in taking() and not alive


def _around(tree: Tree, head: int) -> bool:
    """ "In Sarlo", "the Sarlo garrison", "Sarlo lies on the river"."""
    owner = tree.head[head]
    if tree.dep[head] == "nsubj" and tree.lemma[owner] in words("towns_alone_do"):
        return True
    if tree.dep[head] == "compound" and tree.lemma[owner] in words("ground_of"):
        return True
    case = tree.case(head)
    return case in words("around") | {"of", "from"} and located(tree, head)


def is_land(tree: Tree, name: Name) -> bool:
    """Whether a noun tells that it is a country or a town: "the *republic* of Soro", "the *river* Soro"."""
    above = tree.head[name.head]
    noun = tree.noun(above) if above < name.start else None
    beside = tree.case(name.head) == "of" or (not tree.case(name.head) and tree.dep[name.head] in {"appos", "flat"})
    ground = noun is not None and (noun.use == "polity" or noun.group in {"settlements", "regions"})
    return ground and beside and not tree.possessive(name.head)


def is_state(tree: Tree, name: Name) -> bool:
    """Whether what it owns is a state's alone: "Dastan's parliament", "the foreign ministry of Khorvan"."""
    noun = tree.noun(tree.head[name.head]) if tree.head[name.head] != name.head else None
    if noun is not None and noun.use == "polity" and tree.case(name.head) == "of" and is_land(tree, name):
        return not _is_province(tree, tree.head[name.head])
    owner = tree.possessive(name.head)
    if noun is None or tree.words[name.head].isupper() or not (owner or tree.case(name.head) == "of"):
        return False
    plain = noun.use == "organ" and noun.group == "arms" and tree.words[tree.head[name.head]].islower()
    army = plain and name.end - name.start == 1 and name.title is None
    return noun.word in words("of_states") or army  # "Quorra's army", if nobody in the text is called so


def _is_province(tree: Tree, noun: int) -> bool:
    """ "The *northern* state of X", "the *Nigerian* state of X", "*Sudan's* state of X": a part of a country."""
    if tree.lemma[noun] != "state":
        return False
    before = [k for k in tree.kids(noun, "amod", "compound", "nmod:poss") if k < noun]
    return any(tree.capital(k) or tree.lower[k] in words("directions") for k in before)


def _range(name: Name) -> range:
    return range(name.start, name.end)


def head_noun(tree: Tree, name: Name) -> Noun | None:
    """The common noun that heads the name: "Brigade", or "Army" in "Army of the Hills"."""
    end = next((i for i in range(name.start + 1, name.end) if tree.lower[i] in BEHIND), name.end)
    end = next((i for i in range(name.start + 1, end) if not tree.capital(i) and tree.lower[i][:2] == "d'"), end)
    if end - name.start == 2 and tree.words[end - 1].isdigit():
        return tree.noun(name.start)  # "Battalion 313"
    for i in (end - 1, name.start):
        noun = tree.noun(i)
        if noun is not None and (i == end - 1 or noun.use in {"collective", "fighter"}) and name.end - name.start > 1:
            return noun
    return None


def _beside(tree: Tree, name: Name) -> ActorKind | None:
    """What a noun next to the name says of it: "the X militia", "the town of X", "the president of X"."""
    head = tree.head[name.head]
    noun = tree.noun(head) if head != name.head else None
    behind = [*(k for k in tree.kids(name.head, "appos") if k > name.head), *_behind(tree, name)]
    told = [one for k in behind if (one := tree.noun(k)) is not None]
    if any(one.use in {"collective", "fighter"} for one in told):
        return ActorKind.GROUP  # "Hill Dawn, a small militant group"
    said = next((one for one in told if one.use in SAID), None)
    if said is not None:
        return said.named  # "Djarra, the republic across the gulf"
    if noun is None:
        return None
    dep = tree.dep[name.head]
    if dep.startswith("compound") and noun.use in SAID | {"collective", "fighter"} - {"polity"} and head > name.head:
        return noun.named
    if dep in {"appos", "nmod:desc"} and noun.use in SAID and head < name.start:
        return noun.named  # "told the paper Al Ayyam", "the plantation firm Sawit Jaya"
    if noun.use == "place" and (dep.startswith("compound") or tree.case(name.head) == "of"):
        return ActorKind.PLACE
    if noun.use == "polity" and tree.case(name.head) == "of":
        return ActorKind.PLACE if _is_province(tree, head) else ActorKind.STATE
    if (
        noun.use in RULED
        and noun.group != "others"
        and (tree.possessive(name.head) or tree.case(name.head) == "of")
        and name.label != "PERSON"
    ):
        return ActorKind.STATE if name.end - name.start < 3 and name.label != "ORG" else None
    if dep in {"appos", "nmod:desc"} and noun.use == "office":
        return ActorKind.PERSON
    return None


def _behind(tree: Tree, name: Name) -> list[int]:
    """The noun of ", a gang …" right behind the name, wherever the parse hangs it."""
    comma = name.end
    if comma + 2 >= len(tree) or tree.words[comma] != "," or tree.lower[comma + 1] not in {"a", "an"}:
        return []
    stop = min(comma + 2 + NEAR, len(tree))
    nouns = (i for i in range(comma + 2, stop) if tree.pos[i] == "NOUN" and not tree.dep[i].startswith("compound"))
    return [i for i in [next(nouns, comma)] if i > comma and tree.sentence[i] == tree.sentence[comma]]


def _is_somebodys(tree: Tree, head: int) -> bool:
    """ "Dostum's Jowzjanis" are no person, whatever the engine says: nobody owns one."""
    people = [(start, end) for start, end, label in tree.entities if label == "PERSON"]
    return any(start <= k < end for k in tree.kids(head, "nmod:poss") for start, end in people)


def _is_punished(tree: Tree, head: int) -> bool:
    """ "Is designating *Los Cachorros* as a terrorist group": nobody does that to a town."""
    return _suffers(tree, head) and tree.lemma[tree.head[head]] in acting_on(Relation.SANCTIONS)


def _is_dealt_with(tree: Tree, head: int) -> bool:
    """ "Is to arm *Ostria*", "accused *Karvenia* of", "lent *Ostria* two jets": whom one helps or judges is no town."""
    verb = tree.head[head]
    given = tree.lemma[verb] in load_lexicon().give and sum(1 for _ in tree.kids(verb, "obj", "iobj")) > 1
    told = tree.lemma[verb] in aiding() | judging() and tree.lemma[verb] not in harming()
    return (_suffers(tree, head) and (told or given)) or (tree.dep[head] == "iobj" and given) or _is_aim(tree, head)


def _is_aim(tree: Tree, head: int) -> bool:
    """ "An embargo on *Ostria*", "support for *Ostria*": no town is punished or backed."""
    frames = load_lexicon().nouns.get(tree.lemma[tree.head[head]], ()) if tree.dep[head] == "nmod" else ()
    return any(f.relation in JUDGED and tree.case(head) in f.patient for f in frames) and tree.case(head) != "of"


def _suffers(tree: Tree, head: int) -> bool:
    return tree.dep[head] in {"obj", "nsubj:pass"} and not tree.case(head)


def _acts(tree: Tree, head: int) -> bool:
    if located(tree, head):
        return False
    return (
        tree.dep[head].partition(":")[0] == "nsubj"
        or tree.possessive(head)
        or tree.case(head) in {"by", "with", "against"}
    )
