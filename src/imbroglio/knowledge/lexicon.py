"""Relation words by class and frame, from `lexicon/*.yaml`.

A frame says which grammatical role holds the claim's subject and which its object: `subj>against` reads "the subject
of the verb acts on what stands behind *against*". Roles are `subj`, `obj`, `iobj`, `poss`, `noun` (what an adjective
modifies, or who a fixed adverbial such as "at war" is said of), `held` (the object right before the adverbial: "disarm
the men in the pay of X"), `speaker` (who says the clause), a preposition, or the noun of a prepositional phrase
(`behalf`: "on behalf of X"). `<>` marks frames in which both act; `mutual` and `between` take both parties from one
plural or coordinated phrase.

Words are kept by lemma and found by any of their forms. `wage=@attack` stands for every noun of the group *attack* in
`groups.yaml`; `control.yaml` holds words on which grammar itself hangs.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Any

from imbroglio.errors import KnowledgeError
from imbroglio.knowledge.inflection import irregular, plural, verb_forms
from imbroglio.knowledge.load import data
from imbroglio.model import Relation

ANYTHING = "*"  # "fight~over=*": whatever stands behind the preposition
FILES = ("supports", "opposes", "structure", "place", "talk")


@dataclass(frozen=True, slots=True)
class Frame:
    """How the roles of one word map to a claim."""

    relation: Relation
    agent: tuple[str, ...]
    patient: tuple[str, ...]
    both: bool = False
    stop: bool = False
    alone: bool = False  # only where the verb says nothing else


@dataclass(frozen=True, slots=True)
class Company:
    """What stands with a verb and decides what it means: a particle, an object, or a noun behind a preposition."""

    particle: str | None = None
    nouns: frozenset[str] = frozenset()
    preposition: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class VerbSense(Company):
    """A verb, alone or in the company that makes it mean the relation."""

    frame: Frame


@dataclass(slots=True)
class Lexicon:
    """Everything known about relation words, indexed by lemma."""

    verbs: dict[str, list[VerbSense]] = field(default_factory=dict)
    others: dict[str, list[Company]] = field(default_factory=dict)  # company in which a verb is no relation word
    nouns: dict[str, list[Frame]] = field(default_factory=dict)
    adjectives: dict[str, list[Frame]] = field(default_factory=dict)
    groups: dict[str, frozenset[str]] = field(default_factory=dict)  # words that share a verb: "@pact"
    adverbials: dict[tuple[str, str], list[Frame]] = field(default_factory=dict)  # (preposition, noun): "at war"
    agents: dict[str, Relation] = field(default_factory=dict)
    mutual_agents: dict[str, Relation] = field(default_factory=dict)
    patients: dict[str, Relation] = field(default_factory=dict)
    participles: dict[str, Relation] = field(default_factory=dict)
    reverse_participles: dict[str, Relation] = field(default_factory=dict)
    prefixes: dict[str, Relation] = field(default_factory=dict)
    titles: frozenset[str] = frozenset()
    members: frozenset[str] = frozenset()
    aliases: tuple[tuple[str, ...], ...] = ()
    give: frozenset[str] = frozenset()
    aid_with: frozenset[str] = frozenset()
    get: frozenset[str] = frozenset()
    arrive: frozenset[str] = frozenset()
    entrust: frozenset[str] = frozenset()
    keep: frozenset[str] = frozenset()
    owe: frozenset[str] = frozenset()
    buy: frozenset[str] = frozenset()
    lean: frozenset[str] = frozenset()
    wield: frozenset[str] = frozenset()
    fit: frozenset[str] = frozenset()
    recover: frozenset[str] = frozenset()
    post: frozenset[str] = frozenset()
    schooling: frozenset[str] = frozenset()
    lessons: frozenset[str] = frozenset()
    stationing: frozenset[str] = frozenset()
    ceding: frozenset[str] = frozenset()
    going: frozenset[str] = frozenset()
    reach: frozenset[str] = frozenset()
    flying: frozenset[str] = frozenset()
    instrument: frozenset[str] = frozenset()
    appointing: frozenset[str] = frozenset()
    lose: frozenset[str] = frozenset()
    goods: frozenset[str] = frozenset()
    counts: frozenset[str] = frozenset()
    parts: frozenset[str] = frozenset()
    things: dict[str, Relation] = field(default_factory=dict)
    modifiers: dict[Relation, frozenset[str]] = field(default_factory=dict)
    deliveries: frozenset[str] = frozenset()
    partitives: frozenset[str] = frozenset()
    possessions: frozenset[str] = frozenset()
    object_control: frozenset[str] = frozenset()
    sending: frozenset[str] = frozenset()
    light: frozenset[str] = frozenset()
    joint: frozenset[str] = frozenset()
    jointly: frozenset[str] = frozenset()
    accompanying: frozenset[str] = frozenset()
    deserting: frozenset[str] = frozenset()
    listing: frozenset[str] = frozenset()
    participation: frozenset[str] = frozenset()
    involvement: frozenset[str] = frozenset()
    involving: frozenset[str] = frozenset()
    demonstrating: frozenset[str] = frozenset()
    lodging: frozenset[str] = frozenset()
    resultative: frozenset[str] = frozenset()
    helping: frozenset[str] = frozenset()
    regard: frozenset[str] = frozenset()
    serving: frozenset[str] = frozenset()
    claiming: frozenset[str] = frozenset()
    mediating: frozenset[str] = frozenset()
    settling: frozenset[str] = frozenset()
    mediation: frozenset[str] = frozenset()
    unnamed: frozenset[str] = frozenset()
    thanking: frozenset[str] = frozenset()
    dying: frozenset[str] = frozenset()
    causing: frozenset[str] = frozenset()
    claimed: frozenset[str] = frozenset()
    units: frozenset[str] = frozenset()
    detachments: frozenset[str] = frozenset()
    phases: frozenset[str] = frozenset()
    naming: frozenset[str] = frozenset()
    wanting: frozenset[str] = frozenset()
    settlements: frozenset[str] = frozenset()
    bystanders: frozenset[str] = frozenset()
    struck: frozenset[str] = frozenset()
    owned: frozenset[str] = frozenset()
    bearing: frozenset[str] = frozenset()
    used: frozenset[str] = frozenset()
    striking: frozenset[str] = frozenset()
    launching: frozenset[str] = frozenset()
    fleet: frozenset[str] = frozenset()
    repelling: frozenset[str] = frozenset()
    menacing: frozenset[str] = frozenset()
    judging: frozenset[str] = frozenset()
    holding: frozenset[str] = frozenset()
    held: frozenset[str] = frozenset()
    urging: frozenset[str] = frozenset()
    verbal: frozenset[str] = frozenset()
    letting: frozenset[str] = frozenset()
    passing: frozenset[str] = frozenset()
    using: frozenset[str] = frozenset()
    ground: frozenset[str] = frozenset()
    deputies: frozenset[str] = frozenset()
    warring: frozenset[str] = frozenset()
    toppling: frozenset[str] = frozenset()
    counterparts: frozenset[str] = frozenset()
    departmental: frozenset[str] = frozenset()
    foremost: frozenset[str] = frozenset()
    martial: frozenset[str] = frozenset()
    coming: frozenset[str] = frozenset()
    founding: frozenset[str] = frozenset()
    removed: frozenset[str] = frozenset()
    nominals: dict[str, str] = field(default_factory=dict)  # form of a noun -> its lemma
    forms: dict[str, str] = field(default_factory=dict)  # inflected form -> verb lemma

    def of_verb(self, lemma: str) -> frozenset[Relation]:
        """What a verb may tell of, in any of its frames."""
        return frozenset(sense.frame.relation for sense in self.verbs.get(lemma, ()))

    def of_noun(self, lemma: str) -> frozenset[Relation]:
        """What a noun may tell of, in any of its frames."""
        return frozenset(frame.relation for frame in self.nouns.get(lemma, ()))

    def verb(self, lemma: str, form: str) -> str:
        """The verb of the lexicon that a word is.

        By its lemma, else by its form, since rare lemmas are guessed wrongly.
        """
        known = lemma in self.verbs or lemma in self.give or lemma in self.get
        if known and (self.forms.get(form, lemma) == lemma or form in verb_forms(lemma)):
            return lemma
        return self.forms.get(form, lemma)


@lru_cache(maxsize=1)
def load_lexicon() -> Lexicon:
    """Read the lexicon once. Raises `KnowledgeError` on an unknown relation or a frame that cannot be read."""
    lexicon = Lexicon()
    lexicon.groups = {name: frozenset(words.split()) for name, words in data("lexicon/groups.yaml").items()}
    for name in FILES:
        for relation, entry in data(f"lexicon/{name}.yaml").items():
            _add_relation(lexicon, _relation(name, relation), entry)
    _add_others(lexicon, data("lexicon/other_senses.yaml"))
    _add_transfers(lexicon, data("lexicon/transfers.yaml"))
    for group, words in data("lexicon/control.yaml").items():
        if not hasattr(lexicon, group):
            raise KnowledgeError(f"lexicon/control.yaml: no construction asks for {group!r}")
        setattr(lexicon, group, frozenset(form for word in words.split() for form in verb_forms(word)))
    others = {form: lemma for lemma, forms in irregular().items() for form in forms}
    for lemma in (*lexicon.verbs, *lexicon.give, *lexicon.get):
        for form in verb_forms(lemma):
            if others.get(form, lemma) == lemma:  # "found" is first of all a form of "find"
                lexicon.forms.setdefault(form, lemma)
    for lemma in _nouns(lexicon):
        for form in (lemma, plural(lemma)):
            lexicon.nominals.setdefault(form, lemma)
    return lexicon


def _nouns(lexicon: Lexicon) -> Iterator[str]:
    """Every noun that some table of the lexicon keeps."""
    tables = (lexicon.nouns, lexicon.agents, lexicon.mutual_agents, lexicon.patients, lexicon.things)
    for table in tables:
        yield from table
    for group in lexicon.groups.values():
        yield from group
    for names in (
        lexicon.titles,
        lexicon.members,
        lexicon.possessions,
        lexicon.partitives,
        lexicon.deliveries,
        lexicon.goods,
    ):
        yield from names
    yield from (noun for _, noun in lexicon.adverbials)


def _relation(file: str, name: str) -> Relation:
    try:
        return Relation(name)
    except ValueError:
        raise KnowledgeError(f"lexicon/{file}.yaml: {name!r} is no relation of the contract") from None


def _add_relation(lexicon: Lexicon, relation: Relation, entry: dict[str, Any]) -> None:
    for key, words in (entry.get("verbs") or {}).items():
        frame = parse_frame(relation, key)
        for word in words.split():
            lemma, own = company(word, lexicon.groups)
            sense = VerbSense(own.particle, own.nouns, own.preposition, frame=frame)
            lexicon.verbs.setdefault(lemma, []).append(sense)
    for key, words in (entry.get("nouns") or {}).items():
        for word in words.split():
            lexicon.nouns.setdefault(word, []).append(parse_frame(relation, key))
    for key, words in (entry.get("adjectives") or {}).items():
        for word in words.split():
            lexicon.adjectives.setdefault(word, []).append(parse_frame(relation, key))
    for key, words in (entry.get("adverbials") or {}).items():
        for word in words.split():
            preposition, _, noun = word.partition("=")
            lexicon.adverbials.setdefault((preposition, noun), []).append(parse_frame(relation, key))
    for group in ("agents", "mutual_agents", "patients", "participles", "reverse_participles", "prefixes"):
        for word in str(entry.get(group) or "").split():
            getattr(lexicon, group).setdefault(word, relation)
    for group in ("titles", "members", "possessions"):
        if group in entry:
            setattr(lexicon, group, frozenset(entry[group].split()))
    if "phrases" in entry:
        phrases = (tuple(phrase.split()) for phrase in entry["phrases"])
        lexicon.aliases = tuple(sorted(phrases, key=len, reverse=True))


def parse_frame(relation: Relation, key: str) -> Frame:
    """Read "stop poss|by>on".

    An optional `stop` or `alone`, the roles of the subject, `>` or `<>`, the roles of the object.
    """
    *marks, roles = key.split()[:2] if key.split()[0] in ("stop", "alone") else key.split()[:1]
    stop, alone = "stop" in marks, "alone" in marks
    if roles in ("mutual", "between"):
        party = ("subj",) if roles == "mutual" else ("between",)
        return Frame(relation, party, (roles,), both=True, stop=stop, alone=alone)
    both = "<>" in roles
    agent, arrow, patient = roles.partition("<>" if both else ">")
    if not arrow:
        raise KnowledgeError(f"lexicon: frame {key!r} of {relation} has no '>'; write who > whom")
    return Frame(relation, tuple(agent.split("|")), tuple(patient.split("|")), both=both, stop=stop, alone=alone)


def company(word: str, groups: dict[str, frozenset[str]]) -> tuple[str, Company]:
    """Read "throw+in=lot" or "come~to=aid": the verb's lemma and what stands with it.

    Raises `KnowledgeError` for a group of nouns that there is not.
    """
    rest, _, noun = word.partition("=")
    rest, _, preposition = rest.partition("~")
    lemma, _, particle = rest.partition("+")
    if noun.startswith("@") and noun[1:] not in groups:
        raise KnowledgeError(f"lexicon: {word!r} names a group of words that groups.yaml lacks")
    nouns = groups[noun[1:]] if noun.startswith("@") else frozenset({noun} - {""})
    return lemma, Company(particle or None, nouns, preposition or None)


def _add_others(lexicon: Lexicon, rows: list[dict[str, str]]) -> None:
    for row in rows:
        for word in row["words"].split():
            lemma, found = company(word, lexicon.groups)
            lexicon.others.setdefault(lemma, []).append(found)


def _add_transfers(lexicon: Lexicon, rows: dict[str, Any]) -> None:
    lexicon.give = frozenset(rows["give"].split())
    lexicon.aid_with = frozenset(rows["aid_with"].split())
    lexicon.get = frozenset(rows["get"].split())
    lexicon.modifiers = {_relation("transfers", r): frozenset(words.split()) for r, words in rows["modifiers"].items()}
    inflected = "entrust keep arrive post schooling stationing ceding going reach owe buy lean lose wield fit recover"
    for group in inflected.split():
        setattr(lexicon, group, frozenset(form for word in rows[group].split() for form in verb_forms(word)))
    lexicon.goods = frozenset(rows["goods"].split())
    lexicon.lessons = frozenset(rows["lessons"].split())
    lexicon.flying = frozenset(rows["flying"].split())
    lexicon.counts = frozenset(rows["counts"].split())
    lexicon.parts = frozenset(form for word in rows["parts"].split() for form in verb_forms(word))
    lexicon.partitives = frozenset(rows["partitives"].split())
    lexicon.deliveries = frozenset(rows["deliveries"].split())
    for relation, words in rows["things"].items():
        for word in words.split():
            lexicon.things.setdefault(word, _relation("transfers", relation))
