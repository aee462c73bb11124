"""The compact noun phrase around a common noun: what owns it, what sets it apart, whether it is definite."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from itertools import islice

from imbroglio.actors.normal import modifier
from imbroglio.actors.nouns import Noun
from imbroglio.actors.tree import Tree
from imbroglio.knowledge.forms import is_designation
from imbroglio.knowledge.lexicon import load_lexicon
from imbroglio.knowledge.load import words

DEFINITE = frozenset({"the", "this", "that", "these", "those"})
OWNERS = frozenset({"organ", "government", "fighter", "collective"})  # uses of nouns that have troops
SORTS = frozenset({"group", "organisation", "organization", "force", "unit", "fighter", "combatant"})  # "rebel groups"
LEADING = frozenset("led backed run installed armed trained paid supplied".split())  # behind a hyphen: by whom they are
HOLDING = frozenset({"held", "controlled", "occupied", "ruled"})  # who is in a place
STANCES = ("anti-", "pro-")
CAPITALISED = frozenset({"emblems", "trades"})  # groups of nouns that are parties only in names
INDEFINITE = frozenset({"a", "an", "some", "any", "another", "no", "several", "many"})


@dataclass(slots=True)
class Phrase:
    """A noun phrase headed by a common noun.

    `start` to `end` leave out determiners, clauses and what follows the head. `owners` are tokens that say whose it is
    ("Russian", "Hezbollah", "Assad" in "Assad's", "Jordan" in "of Jordan"), `origins` those that say where it is or
    comes from ("from Mali", "in Idlib"); `before` the words that the normal form keeps, `led` the stance of coalitions.
    """

    head: int
    start: int
    end: int
    noun: Noun
    core: int  # the token that says what they are: "militia" in "militia groups", else the head
    owners: list[int] = field(default_factory=list)
    origins: list[int] = field(default_factory=list)
    before: tuple[str, ...] = ()
    led: str = ""
    stance: bool = False  # "U.S.-backed forces" are nobody's but a side of their own
    backers: list[int] = field(default_factory=list)  # who stands behind it, by such a word
    determiner: str = ""
    numeral: str = ""
    plural: bool = False
    pronoun: int = -1  # the one that owns it
    inner: int = -1  # a common noun before it that may own it: "army" in "army helicopters"
    prefixed: bool = False  # its first owner stands before it without an ending: "Marib tribes"
    possessed: bool = False  # its first owner stands before it with one: "Doha's channel"
    restricted: bool = False  # a relative clause says which
    cut: int = -1  # the name of its owner, which the parse cuts off: "*Afar* special forces"
    joined: tuple[int, ...] = ()  # "Kurdish" and "Yazidi" before fighters who are two groups

    @property
    def definite(self) -> bool:
        return self.determiner in DEFINITE

    @property
    def bare(self) -> bool:
        return not self.owners and not self.origins and not self.before


def phrase_at(tree: Tree, head: int, named: Mapping[int, int]) -> Phrase | None:
    """The phrase that a common noun heads, or None if the token is no noun of ours.

    `named` maps each token inside a name to the head token of that name.
    """
    core = core_of(tree, head)
    noun = tree.noun(core) if tree.pos[head] in {"NOUN", "PROPN", "ADJ"} and head not in named else None
    if noun is None:
        return None
    if noun.group in CAPITALISED and (not tree.capital(head) or (tree.first(head) and tree.pos[head] == "NOUN")):
        return None  # not "*rifles* were found"
    if _is_by_office(tree, head) or (noun.use == "office" and _opens_title(tree, head)):
        return None  # the secretary of "Secretary-General"
    if tree.head[head] != head and core_of(tree, tree.head[head]) == head:
        return None
    if _flies(tree, head) or _is_first_half(tree, head):
        return None
    if tree.pos[head] == "ADJ" and tree.dep[head] == "amod" and _is_mere_adjective(tree, head, noun):
        return None
    made = Phrase(head, _start(tree, head), head + 1, noun, core, plural=tree.number[head] == "plural")
    before: list[str] = []
    turned = _turned(tree, head)
    if turned is not None:
        made.origins.append(turned)
    for child in tree.children[head]:
        if turned is not None and turned <= child < head:
            made.start = head
        elif child < head and child != core and not _cut_off(tree, child, head):
            _before(tree, child, made, before, named)
        elif child > head:
            _after(tree, child, made, named)
    made.before = tuple(before)
    made.joined = made.joined or _side_by_side(tree, head, named)
    if not made.origins and (place := _place_after(tree, head)) is not None:
        made.origins.append(named.get(place, place))
    if not made.owners and (name := named.get(made.start - 1)) is not None and _cut_apart(tree, name, made):
        made.owners, made.prefixed, made.cut = [name], True, name
    if noun.use == "fighter" and tree.dep[head] == "compound" and not made.owners:
        _lend(tree, made, named)
    made.start = _without_pronoun(tree, made)
    return None if _is_stuff(tree, made) else made


def _flies(tree: Tree, head: int) -> bool:
    """ "*Fighter* jets", "Su-27 *fighters*": machines."""
    if tree.lemma[head] not in words("aircraft"):
        return False
    above = tree.noun(tree.head[head])
    machine = tree.dep[head] == "compound" and above is not None and above.group == "machines"
    return machine or (head > 0 and is_designation(tree.words[head - 1]))


def _is_first_half(tree: Tree, head: int) -> bool:
    """ "A *front*-end loader": half a word; not "*army*-rebel clashes", two sides, nor "*rebel*-held"."""
    end = tree.tied(head)
    if end is None or tree.lower[end] in load_lexicon().participles:
        return False
    return tree.pos[end] == "NOUN" and tree.lower[end].isalpha() and tree.noun(end) is None


def _cut_apart(tree: Tree, name: int, made: Phrase) -> bool:
    """ "Pays *Afar* special forces", two of one sort by the parse; not who is sent some: "sent Mali special forces"."""
    head, verb, noun = made.head, tree.head[made.head], made.noun
    given = tree.dep[head] == "obj" and tree.lemma[verb] in load_lexicon().give | load_lexicon().sending
    one = tree.dep[name] == tree.dep[head] in {"nsubj", "nmod", "obj", "obl"} and tree.head[name] == verb and not given
    body = noun.use == "organ" or noun.group == "units" or head == name + 1
    return one and body and noun.use in {"fighter", "force", "organ"} and tree.words[head].islower()


def _lend(tree: Tree, made: Phrase, named: Mapping[int, int]) -> None:
    """ "A *Syrian* rebel commander": what tells whence he is tells it of his rebels."""
    above = tree.noun(tree.head[made.head])
    before = [k for k in tree.kids(tree.head[made.head], "amod", "compound") if k < made.head and k in named]
    if above is not None and above.use == "office" and before:
        made.owners, made.prefixed = [named[before[-1]]], True


def _opens_title(tree: Tree, head: int) -> bool:
    """Whether the word is the first of a title of two, with a hyphen or without: "Secretary General"."""
    if head + 1 < len(tree) and f"{tree.lower[head]}-{tree.lower[head + 1]}" in load_lexicon().titles:
        return True
    last = None if (end := tree.tied(head)) is None else tree.noun(end)
    return last is not None and last.use == "office"


def _is_by_office(tree: Tree, head: int) -> bool:
    """ "The *official* spokesman", "*merchant* vessels"."""
    noun, above = tree.noun(head), tree.noun(tree.head[head])
    thing = tree.pos[tree.head[head]] == "NOUN" and (above is None or above.group == "machines")
    traded = thing and noun is not None and noun.use == "office"
    return tree.dep[head] in {"compound", "amod"} and (tree.lower[head] in words("adjectival") or traded)


def _is_mere_adjective(tree: Tree, head: int, noun: Noun) -> bool:
    """ "Major cities", "military targets", "terrorist attacks"; the military of a "military chief" is one."""
    above = tree.noun(tree.head[head])
    led = above is not None and above.use == "office"
    if noun.word in words("deeds_of_a_kind"):
        return above is None or above.group == "deeds"
    return noun.use in {"office", "place"} or (noun.use == "organ" and not led)


def _is_stuff(tree: Tree, made: Phrase) -> bool:
    """What is no party: "on the army's *side*", "has no *alliance* with Chad", "shared *intelligence* with Chad".

    Intelligence is handed over, unless it acts or is somebody's.
    """
    if made.noun.word in words("taken") and made.possessed and tree.dep[made.head] == "obl":
        return True
    with_whom = any(tree.case(k) == "with" for k in tree.kids(made.head, "nmod"))
    if made.noun.group == "leagues" and with_whom and not (made.definite or tree.capital(made.head)):
        return True
    if made.noun.word == "command" and (tree.case(made.head) == "in" or tree.dep[made.head] == "compound"):
        return True  # "his second in command", "a command centre"
    alone = made.bare and not made.determiner and made.pronoun < 0 and not tree.capital(made.head)
    return alone and made.noun.word in words("stuff") and not tree.dep[made.head].startswith(("nsubj", "conj"))


def _cut_off(tree: Tree, child: int, head: int) -> bool:
    """Whether a clause stands between, whatever the parse says."""
    return any(tree.dep[i] in {"root", "ccomp", "nsubj"} for i in range(child + 1, head))


def is_gone(tree: Tree, head: int) -> bool:
    """ "*Former* regime officers", who are a side of their own."""
    return any(tree.lower[k] in words("gone") for k in tree.kids(head, "amod") if k < head)


def core_of(tree: Tree, head: int) -> int:
    """The word before a general noun that says what its people are: "rebel" in "rebel groups"; else the noun."""
    if head and tree.lemma[head] in SORTS and tree.head[head - 1] == head and not tree.capital(head):
        noun = tree.noun(head - 1)
        if noun is not None and noun.word == "umbrella":
            return head - 1  # "the umbrella force", "an umbrella group"
        if noun is not None and noun.use == "fighter" and tree.words[head - 1].islower():
            return head if noun.word in words("sides_only") or noun.word == tree.lemma[head] else head - 1
    return head


def _turned(tree: Tree, head: int) -> int | None:
    """The word that turns a title and name before the noun into a stance: "anti-" in "anti-Malian ruler X rebels"."""
    for i in range(_start(tree, head), head):
        if tree.lower[i].startswith(STANCES):
            between = (tree.noun(k) for k in range(i + 1, head))
            return i if any(noun is not None and noun.use == "office" for noun in between) else None
    return None


def name_turned(tree: Tree, token: int, named: Mapping[int, int]) -> int | None:
    """The name that "anti-" is said of where its title stands between: X in "anti-Malian ruler X rebels"."""
    head = next((up for up in tree.ancestors(token) if up > token and _turned(tree, up) == token), None)
    if head is None:
        return None
    return next((named[i] for i in range(token + 1, head) if i in named), None)


def _start(tree: Tree, head: int) -> int:
    """First token of the compact phrase."""
    start = head
    while start > 0 and tree.sentence[start - 1] == tree.sentence[head]:
        i = start - 1
        if tree.pos[i] in {"DET", "PRON", "ADP", "CCONJ", "AUX", "SCONJ"} and not _inside_pair(tree, i, head):
            break
        if tree.pos[i] == "PUNCT" and tree.words[i] not in {"-", "‐", "‑", "]", "["}:
            break
        if tree.dep[i] in {"case", "mark"} and tree.head[i] == head:
            break
        if not _under(tree, i, head) or (tree.pos[i] == "NUM" and tree.head[i] == head):
            break
        start = i
    while start < head and (tree.words[start] in {"-", "]", "["} or tree.pos[start] in {"PUNCT", "CCONJ", "PART"}):
        start += 1
    if "]" in tree.words[start:head] and "[" not in tree.words[start:head]:
        start = next(i for i in range(head, start, -1) if tree.words[i - 1] == "]")  # "[Malian] rebels"
    return start


def _inside_pair(tree: Tree, i: int, head: int) -> bool:
    """The "and" of "Russian and Iranian forces"."""
    return (
        tree.pos[i] == "CCONJ"
        and tree.dep[tree.head[i]] == "conj"
        and tree.head[tree.head[i]] < i
        and tree.head[tree.head[tree.head[i]]] == head
    )


def _under(tree: Tree, token: int, head: int) -> bool:
    return head in islice(tree.ancestors(token), 5)


def _before(tree: Tree, child: int, made: Phrase, before: list[str], named: Mapping[int, int]) -> None:
    """Sort a word before the head into determiner, owner, kept modifier or stance."""
    dep, word = tree.dep[child].partition(":")[0], tree.lower[child]
    if word == "not":  # "the army, and *not* the rebels": of what is said of them
        made.start = max(made.start, child + 1)
        return
    if dep in {"det", "nummod"} or tree.pos[child] == "DET":
        made.determiner = made.determiner or word
        if dep == "nummod" or tree.pos[child] == "NUM" or word == "both":
            made.numeral = word
    elif tree.dep[child] == "nmod:poss" and tree.pos[child] == "PRON":
        made.pronoun = child
        made.owners.append(child)
    elif dep == "amod" and word in INDEFINITE:
        made.determiner = made.determiner or word
    elif dep in {"compound", "nmod"} and _joined(tree, child, made.head, named):
        return  # "Amnesty and news reports": not of Amnesty
    elif dep in {"amod", "compound", "nmod", "flat", "obl", "advmod", "acl"}:
        tied = [c for c in tree.children[child] if c + 1 < child and tree.words[c + 1] == "-"]
        stance = tree.pos[child] in {"VERB", "ADJ"} and child not in named
        if word in load_lexicon().participles and child > 1 and tree.words[child - 1] == "-":
            tied, stance = tied or [child - 2], True
        if stance and (tied or word in words("stance")):  # "Iran-backed"
            leads = HOLDING if made.noun.use == "place" else LEADING
            made.led = f"{tree.words[tied[0]]}-{word}" if tied and word in leads else made.led
            made.start, made.stance = max(made.start, child + 1), True
            made.backers += [named.get(one, one) for one in tied]
            return
        joined = [child, *tree.kids(child, "conj")]
        for one in joined:
            _modifier(tree, one, made, before, named)
        made.joined = _several(tree, joined, named) or made.joined


def _several(tree: Tree, words: Sequence[int], named: Mapping[int, int]) -> tuple[int, ...]:
    """The words, if each tells of a group of its own and not all are names, which are owners together."""
    each = len(words) > 1 and all(map(tree.capital, words)) and any(one not in named for one in words)
    return tuple(words) if each else ()


def _side_by_side(tree: Tree, head: int, named: Mapping[int, int]) -> tuple[int, ...]:
    """ "Druze and Bedouin militias", where both are hung on the militias with the "and" between them."""
    before = [c for c in tree.children[head] if c < head]
    for one in before:
        if one + 2 in before and tree.pos[one + 1] == "CCONJ" and one + 3 == head:
            return _several(tree, (one, one + 2), named)
    return ()


def _modifier(tree: Tree, token: int, made: Phrase, before: list[str], named: Mapping[int, int]) -> None:
    if any(tree.lower[k].startswith(STANCES) for k in tree.kids(token, "amod")):  # "a pro-Islamic *State* group"
        made.start = max(made.start, token + 1)
        return
    inner, office = named.get(token), tree.noun(token)
    possessor = tree.dep[token] == "nmod:poss"
    if inner is None and office is not None and office.use == "office" and token + 1 in named and not possessor:
        return  # "*Marshal* Tito's Partisans"
    if inner is not None and _hyphened(tree, token, named):
        made.backers.append(inner)
        return  # "U.S.-backed": stance
    if inner is not None or possessor:
        made.prefixed |= not made.owners and not possessor
        made.possessed |= not made.owners and possessor
        made.owners.append(token if inner is None else inner)
        return
    noun = tree.noun(token) if tree.dep[token] == "compound" else None
    machine = made.noun.group == "machines" and noun is not None and noun.word in words("aircraft")  # of no fighters
    if noun is not None and noun.use in OWNERS and not (machine or is_gone(tree, made.head)):
        made.inner = token
    for deeper in tree.kids(token, "compound", "amod", "nmod"):  # "[Syrian border] guards"
        if deeper in named:
            made.owners.append(named[deeper])
        elif (kept := modifier(tree.words[deeper])) and tree.words[deeper] != "-":
            before.append(kept)
    if tree.lower[token].startswith(STANCES):
        made.start = max(made.start, token + 1)
    kept = modifier(tree.words[token], tree.pos[token] in {"ADJ", "VERB", "ADV"})
    if kept:
        before.append(kept)


def _joined(tree: Tree, child: int, head: int, named: Mapping[int, int]) -> bool:
    """Whether a name that is parsed as a modifier stands before an "and" that joins it to the noun."""
    end = child + 1
    while end < head and named.get(end) == named.get(child) is not None:
        end += 1
    joins = child in named and tree.pos[end] == "CCONJ" and tree.pos[end + 1] == "NOUN" and _under(tree, end, head)
    fellows = list(tree.kids(child, "conj"))
    return joins and all(k + 1 == head and tree.pos[k] == "NOUN" and tree.words[k].islower() for k in fellows)


def _hyphened(tree: Tree, token: int, named: Mapping[int, int]) -> bool:
    """Whether a small word is tied to the name with a hyphen."""
    end = token + 1
    while end < len(tree) and named.get(end) == named[token]:
        end += 1
    return end + 1 < len(tree) and tree.words[end] in {"-", "‐", "‑"} and tree.words[end + 1].islower()


def _after(tree: Tree, child: int, made: Phrase, named: Mapping[int, int]) -> None:
    """Owners and origins in what follows: "of Jordan", "from Mali", "loyal to Haftar"."""
    dep = tree.dep[child].partition(":")[0]
    if dep == "nmod":
        case = tree.case(child)
        target = named.get(child, child)
        if case == "of" and tree.lower[child] == "own":  # "a force *of his own*"
            made.owners += [c for c in tree.kids(child, "nmod") if tree.possessive(c)]
        elif (case == "of" and not _undergone(made)) or (case == "for" and _is_theirs(tree, child, made)):
            envoys = made.plural and made.noun.group == "people"  # "envoys of the government and the rebels"
            made.owners += [target, *(named.get(c, c) for c in tree.kids(child, "conj") if envoys or c in named)]
        elif case in {"from", "in", "inside", "at", "around", "across", "near"}:
            made.origins += [target, *(named.get(c, c) for c in tree.kids(child, "conj"))]
    elif dep in {"amod", "acl"} and tree.lower[child] in words("tied") and not made.owners:
        made.owners += [named.get(c, c) for c in tree.kids(child, "obl", "nmod") if tree.case(c) in {"to", "with"}]
    elif tree.dep[child] == "acl:relcl":
        made.restricted = child < 1 or "," not in tree.words[made.head + 1 : child]
    elif (dep == "flat" and child not in named) or tree.dep[child] == "compound:prt":
        made.end = max(made.end, child + 1)


def _undergone(made: Phrase) -> bool:
    """A blockade *of Gaza* is not Gaza's."""
    frames = load_lexicon().nouns.get(made.noun.word, []) if made.noun.group == "deeds" else []
    return any("of" in frame.patient for frame in frames)


def _is_theirs(tree: Tree, whom: int, made: Phrase) -> bool:
    """ "A spokesman *for the army*"; arms for X are not yet its own, and brigades "for the offensive" are nobody's."""
    deed = tree.words[whom].islower() and tree.lemma[whom] in load_lexicon().nouns
    return made.noun.group != "machines" and not deed


def _place_after(tree: Tree, head: int) -> int | None:
    """The name in a "from Niger" right after the noun that the parse gives to the verb."""
    case = head + 1
    if case + 1 >= len(tree) or tree.lower[case] not in {"from", "in"} or tree.dep[case] != "case":
        return None
    place = tree.head[case]
    return place if tree.pos[place] == "PROPN" and tree.head[place] == tree.head[head] else None


def _without_pronoun(tree: Tree, made: Phrase) -> int:
    return next((i for i in range(made.start, made.head) if tree.pos[i] not in {"PRON", "DET"}), made.head)
