"""Pronouns and counting words as mentions: "it", "who", "both", "the latter", and "we", which is whoever speaks."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from imbroglio.actors.antecedents import reports
from imbroglio.actors.described import several
from imbroglio.actors.described.forces import is_campaign
from imbroglio.actors.described.voice import of_official
from imbroglio.actors.harm import acting_on, aiding, attacks, harming, praising
from imbroglio.actors.reference import PLURAL, SINGULAR, Seen, is_party
from imbroglio.actors.referring.possessives import agrees, led, own
from imbroglio.actors.speakers import SELF
from imbroglio.actors.tree import Tree
from imbroglio.knowledge.lexicon import load_lexicon
from imbroglio.knowledge.load import words
from imbroglio.knowledge.speech import load_speech
from imbroglio.model import Actor, ActorKind, Relation

if TYPE_CHECKING:
    from imbroglio.actors.link import Linker

THIRD = frozenset({"he", "him", "his", "himself", "she", "her", "hers", "herself"})
PERSONAL = SINGULAR | PLURAL | THIRD
SPEAKER = frozenset({"i", "me", "my", "mine", "myself", "we", "us", "our", "ours", "ourselves"})
RELATIVE = frozenset({"who", "whom", "whose", "which", "that"})
SIZES = {"both": 2, "neither": 2, "either": 2, "each": 2, "two": 2, "three": 3, "four": 4}
PLACES = {"former": 0, "first": 0, "second": 1, "third": 2, "latter": -1, "other": -1, "others": -1}
BARE = frozenset({"both", "neither", "either", "each", "former", "latter"})  # need no "the" before them
REFERRING = PERSONAL | SPEAKER | RELATIVE | SIZES.keys() | PLACES.keys()
ARGUMENTS = frozenset({"nsubj", "obj", "obl", "nmod", "iobj", "root", "conj"})
CHARGING = frozenset({"accusing", "blaming", "charging", "suspecting"})
MINISTRIES = ("government", "defence ministry", "foreign ministry", "interior ministry")
AUTHORS = frozenset({ActorKind.STATE, ActorKind.BODY, ActorKind.GROUP, ActorKind.INTERNATIONAL, ActorKind.UMBRELLA})


class Referent(NamedTuple):
    """Actor ids, none where the word's speaker is unknown, and the reason in words."""

    actors: tuple[str, ...]
    reason: str


def refer(linker: Linker, token: int) -> Referent | None:
    """Whom a referring word stands for; None if it is no mention."""
    word = linker.tree.lower[token]
    if word in SPEAKER:
        return _first_person(linker, token, word)
    if word in PERSONAL:
        if (ground := _ground(linker, token)) is not None:
            return ground
        if _of_campaign(linker, token):
            return None
        if (whole := _of_leader(linker, token)) is not None:
            return whole
        rules = (_charged, _speaking, _judged, _answering, _hurt, _helped, _backed, _own)
        judged = next((found for rule in rules if (found := rule(linker, token)) is not None), None)
        if judged is not None:
            return judged
        if word == "they" and (met := several.met(linker.discourse, token)):
            return Referent(met, "the two who met")
        one = linker.discourse.pronoun(token, _quoted_by(linker, token) if word in THIRD else ())
        if one is None and word == "they" and (met := several.pair(linker.discourse, token, _people)):
            return Referent(met, "the two who are spoken of")
        return Referent(one.actors, f"pronoun for {linker.actors[one.actors[0]].name}") if one else None
    if word in RELATIVE:
        return _relative(linker, token)
    return _counted(linker, token, word) if linker.tree.dep[token].partition(":")[0] in ARGUMENTS else None


def _quoted_by(linker: Linker, token: int) -> tuple[str, ...]:
    """Whoever says "he" in a quotation, or behind a colon, means somebody else; "he added" may be the same again."""
    speakers, tree, verb = linker.speakers, linker.tree, linker.tree.head[token]
    adds = tree.lemma[verb] in load_speech().verbs and any(True for _ in tree.kids(verb, "ccomp", "parataxis"))
    speaker = speakers.of(token) if token in speakers.inside else None if adds else speakers.announced(token)
    return linker.actors_at(speaker) if speaker is not None else ()


def _charged(linker: Linker, token: int) -> Referent | None:
    """ "Filed a case against X at the court, accusing *it* of": whom the case is against, not the court."""
    tree, verb = linker.tree, linker.tree.head[token]
    if tree.dep[token] != "obj" or tree.dep[verb] != "advcl" or tree.lower[verb] not in CHARGING:
        return None
    governor = tree.head[verb]
    phrases = [k for i in (governor, *tree.kids(governor, "obj", "obl")) for k in tree.kids(i, "obl", "nmod")]
    foe = next((k for k in phrases if tree.case(k) in {"against", "about"} and k < token), None)
    actors = linker.actors_at(foe) if foe is not None else ()
    return Referent(actors, f"pronoun for {linker.actors[actors[0]].name}") if actors else None


def _speaking(linker: Linker, token: int) -> Referent | None:
    """ "Washington said the rebels had fled; *it* has not accused the army": whoever speaks says or holds that too."""
    tree, verb = linker.tree, linker.tree.head[token]
    above = tree.head[verb]
    if tree.dep[token] != "nsubj" or tree.dep[verb] not in {"parataxis", "conj"} or not reports(tree, above):
        return None
    if not (reports(tree, verb) or tree.lower[verb] in load_lexicon().judging):
        return None
    subject = next((k for k in tree.kids(above, "nsubj") if k < token), None)
    return _as(linker, subject) if subject is not None and agrees(linker, token, subject) else None


def _judged(linker: Linker, token: int) -> Referent | None:
    """ "Condemned X for the drones *it* sells", "thanked X and Y for the guns *they* gave": whoever is judged for that.

    What one gives thanks for one has received oneself.
    """
    tree, lexicon = linker.tree, load_lexicon()
    verb = tree.head[token]
    thing = tree.head[verb]
    if not tree.dep[token].startswith("nsubj") or tree.dep[verb] != "acl:relcl" or tree.case(thing) != "for":
        return None
    judge = _judging(tree, thing)
    thanks = tree.lower[judge] in lexicon.thanking
    if not (thanks or tree.lower[judge] in lexicon.judging):
        return None
    if thanks and lexicon.verb(tree.lemma[verb], tree.lower[verb]) in lexicon.get:
        return _as(linker, next(tree.kids(judge, "nsubj"), None))
    return _as(linker, _whom(tree, judge, token))


def _answering(linker: Linker, token: int) -> Referent | None:
    """ "Condemned X for *its* attacks on Y", "thanked X for *its* help", "listed X for *his*": of whoever is judged."""
    tree, owned = linker.tree, linker.tree.head[token]
    judge = _judging(tree, owned)
    told = tree.lower[judge] in load_lexicon().judging or tree.lower[judge] in load_lexicon().thanking
    listed = tree.lemma[judge] in acting_on(Relation.SANCTIONS)
    if not ((told or listed) and tree.possessive(token) and tree.case(owned) == "for"):
        return None
    whom = _as(linker, _whom(tree, judge, token))
    return Referent((), "of whoever is listed") if listed and whom is None else whom


def _hurt(linker: Linker, token: int) -> Referent | None:
    """ "Accused X of shelling *its* positions", "X was accused by Y of …": of whoever accuses."""
    tree, hurt = linker.tree, linker.tree.head[token]
    deed = tree.head[hurt]
    judge = tree.head[deed]
    of = any(tree.lower[k] in {"of", "for"} for k in tree.kids(deed, "mark"))
    harmed = tree.possessive(token) and tree.dep[hurt] == "obj" and tree.lemma[deed] in harming()
    if not (of and harmed and tree.lower[judge] in load_lexicon().judging):
        return None
    accusers = (k for k in tree.kids(judge, "obl:agent", "nsubj") if tree.dep[k] != "nsubj:pass")
    return _as(linker, next(accusers, None))


def _helped(linker: Linker, token: int) -> Referent | None:
    """ "Thanked X for delivering tanks to *its* army": of whoever gives thanks, since nobody gives to his own."""
    tree, lexicon = linker.tree, load_lexicon()
    owned = tree.head[token]
    deed = tree.head[owned]
    judge = _judging(tree, deed)
    marked = any(tree.lower[k] == "for" for k in tree.kids(deed, "mark", "case"))
    praise = tree.lower[judge] in lexicon.thanking or tree.lemma[judge] in praising()
    if not tree.possessive(token) or not marked or not praise:
        return None
    things = [k for k in tree.kids(deed, "obj", "obl") if k != owned and tree.case(k) in {"", "with"}]
    given = tree.dep[owned] in {"obj", "iobj"} or (tree.case(owned) in {"to", "for"} and bool(things))
    verb = lexicon.verb(tree.lemma[deed], tree.lower[deed])
    if not given or not ((things and verb in lexicon.give) or verb in aiding()) or _whom(tree, judge, token) is None:
        return None
    return _as(linker, next(tree.kids(judge, "nsubj"), None))


def _backed(linker: Linker, token: int) -> Referent | None:
    """ "Stands by X in *its* fight against Y", "support for X in *their* struggle": of whoever is backed."""
    tree, owned = linker.tree, linker.tree.head[token]
    if not tree.possessive(token) or tree.case(owned) != "in" or tree.lemma[owned] not in words("own_causes"):
        return None
    above = tree.head[owned]
    whom = above if tree.dep[owned] == "nmod" and not _is_backing(tree, above) else None
    backing = tree.head[above] if whom is not None else above
    if not _is_backing(tree, backing):
        return None
    if whom is None:
        behind = (k for k in tree.kids(backing, "obj", "obl", "nmod") if backing < k < token)
        whom = next((k for k in behind if tree.case(k) in {"", "by", "with", "behind", "for", "to"}), None)
    return _as(linker, whom)


def _own(linker: Linker, token: int) -> Referent | None:
    """ "Sent soldiers to help *its* neighbour": of the subject; "*its* leader, Haftar": of whom he leads."""
    actors = led(linker, token) or own(linker, token)
    return Referent(actors, f"pronoun for {linker.actors[actors[0]].name}") if actors else None


def _is_backing(tree: Tree, token: int) -> bool:
    """Whether a word is a verb or noun of support."""
    lexicon, lemma = load_lexicon(), tree.lemma[token]
    told = lexicon.of_verb(lemma) if tree.pos[token] == "VERB" else lexicon.of_noun(lemma)
    return any(relation.sign > 0 for relation in told)


def _judging(tree: Tree, cause: int) -> int:
    """The verb that a "for" goes with, even where it hangs on whoever is judged."""
    judge = tree.head[cause]
    while tree.dep[judge] in {"obj", "iobj", "conj"} and tree.head[judge] < judge:
        judge = tree.head[judge]
    return judge


def _whom(tree: Tree, judge: int, before: int) -> int | None:
    """Who is judged or thanked."""
    objects = [k for k in tree.kids(judge, "obj", "iobj", "obl") if k < before]
    return next((k for k in objects if tree.case(k) == ("to" if tree.dep[k].startswith("obl") else "")), None)


def _as(linker: Linker, word: int | None) -> Referent | None:
    """The actors of a word and of those it is listed with."""
    if word is None:
        return None
    fellows = (word, *linker.tree.kids(word, "conj"))
    actors = tuple(dict.fromkeys(actor for one in fellows for actor in linker.actors_at(one)))
    return Referent(actors, f"pronoun for {linker.actors[actors[0]].name}") if actors else None


def _people(one: Seen) -> tuple[str, ...]:
    return one.actors if one.kind is ActorKind.PERSON and one.form != "demonym" else ()


def _ground(linker: Linker, token: int) -> Referent | None:
    """ "The *district* is no longer declared, as Daesh no longer controls *it*": ground that is the subject above."""
    tree, verb = linker.tree, linker.tree.head[token]
    holds = tree.dep[token] == "obj" and tree.lemma[verb] in acting_on(Relation.CONTROLS, Relation.ADVANCES_ON)
    if not holds or tree.lower[token] != "it" or tree.dep[verb] != "advcl":
        return None
    above = next((k for k in tree.kids(tree.head[verb], "nsubj") if k < token), None)
    actors = linker.actors_at(linker.named.get(above, above)) if above is not None else ()
    if not actors or linker.actors[actors[0]].kind is not ActorKind.PLACE:
        return None
    return Referent(actors, f"pronoun for {linker.actors[actors[0]].name}")


def _of_campaign(linker: Linker, token: int) -> bool:
    """ "Operation Hadin Kai drove them out. *Its* commander": of what is no party; a leader is of whom it drove out."""
    tree, line = linker.tree, linker.tree.sentence[token] - 1
    if tree.lower[token] not in SINGULAR or not tree.first(token) or tree.lemma[tree.head[token]] in words("rulers"):
        return False
    subjects = (i for i in range(token) if tree.sentence[i] == line and tree.dep[i] == "nsubj")
    return any(is_campaign(tree, i) and i not in linker.found for i in subjects)


def _of_leader(linker: Linker, token: int) -> Referent | None:
    """ "Paid the Front, *its* leader, Karam, said": a leader read as an apposition to what he leads."""
    tree, office = linker.tree, linker.tree.head[token]
    noun, name = tree.noun(office), tree.head[office]
    beside = tree.possessive(token) and tree.dep[office] == "appos" and name in linker.named
    if not beside or noun is None or noun.use != "office":
        return None
    actors = linker.actors_at(linker.named[name])
    if not actors or any(linker.actors[a].kind is ActorKind.PERSON for a in actors):
        return None
    return Referent(actors, f"pronoun for {linker.actors[actors[0]].name}")


def _first_person(linker: Linker, token: int, word: str) -> Referent:
    """ "I" is the speaker, "we" the side that the speaker speaks for; speakers that are given stand as they are."""
    if token in linker.given:
        return Referent(linker.keep(linker.given[token]), "first person: the speaker given")
    actors: tuple[str, ...] = ()
    reason = "first person: speaker unknown"
    speaker = linker.speakers.of(token)
    if speaker is not None:
        for beside in linker.tree.children[speaker]:
            linker.visit(beside)  # "a spokesman for Y" tells the side
        actors, reason = linker.actors_at(speaker), "first person: subject of the reporting verb"
    if not actors and token not in linker.speakers.inside:
        actors, reason = _author(linker, token), "first person: whose statement the text is"
    if word not in SELF and len(actors) == 1 and linker.actors[actors[0]].kind is ActorKind.PERSON:
        side = linker.people.side(actors[0]) or of_official(linker, actors[0]) or _of_officer(linker, token, actors[0])
        actors = linker.new(_whole(linker, side), reason).actors if side is not None else actors
    return Referent(actors, reason if actors else "first person: speaker unknown")


def _of_officer(linker: Linker, token: int, person: str) -> Actor | None:
    """ "*Chadian* commandos attacked. “Our men are safe,” *General* X said": whose men the line before tells of."""
    borne = {title.lower() for title, held in linker.people.titles.items() if any(one == person for _, one in held)}
    if borne.isdisjoint(words("ranks")):
        return None
    tree = linker.tree
    armed = {ActorKind.STATE: {"force", "organ"}, ActorKind.BODY: {"force", "organ", ""}}
    acting = linker.discourse.back(token, lambda one: tree.dep[one.token] == "nsubj", 1)
    men = (one for one in acting if one.use in armed.get(one.kind, ()))
    sides = {one.actors for one in men}
    side = next(iter(sides), ()) if len(sides) == 1 else ()
    return linker.actors[side[0]] if len(side) == 1 else None


def _author(linker: Linker, token: int) -> tuple[str, ...]:
    """The first body of which the text speaks; in a minister's statement the minister, if nobody else.

    Not one that is named beside a first person, and rather one that the text does not tell of as attacking.
    """
    tree, others = linker.tree, linker.thirds
    main = [one for one in linker.discourse.seen if one.main and others.isdisjoint(one.actors)]
    bodies = [(one.token, one.actors) for one in main if one.kind in AUTHORS]
    peaceful = [actors for head, actors in bodies if not attacks(tree, tree.head[head])]
    if bodies and not peaceful:
        later = (head for head in linker.links if head > token and tree.dep[head] == "nsubj")
        mains = (linker.links[head][1].actor for head in later if tree.dep[tree.head[head]] == "root")
        fit = (a for a in mains if a.kind in AUTHORS and a.id not in others)
        peaceful = [linker.new(a, "").actors for a in fit][:1]
    people = (one.actors for one in main if one.kind is ActorKind.PERSON and linker.people.side(one.actors[0]))
    return next(iter([*peaceful, *(actors for _, actors in bodies)]), next(people, ()))


def third_persons(linker: Linker) -> set[str]:
    """Whom the clauses of first persons name beside these: "*Kuwait* gave us guns", "*Hessia*, our ally"."""
    tree, found = linker.tree, set()
    speaking = (i for i, word in enumerate(tree.lower) if word in SPEAKER and i not in linker.speakers.inside)
    for token in speaking:
        above = [token, *tree.ancestors(token)]
        names = [tree.head[i] for i in above if tree.dep[i] == "appos"]
        verb = next((i for i in above if tree.pos[i] == "VERB"), None)
        parts = tree.kids(verb, "nsubj", "obj", "iobj") if verb is not None else ()
        names += [i for i in parts if i not in above]
        found |= {linker.links[i][1].actor.id for i in names if i in linker.links}
    return found


def _whole(linker: Linker, side: Actor) -> Actor:
    """The state of a ministry, whose people say "we" of their country; the army's say it of the army."""
    state = linker.state(side.id) if side.kind is ActorKind.BODY else None
    bodies = [linker.registry.body_of(state.id, noun) for noun in MINISTRIES] if state is not None else []
    return state if state is not None and side in bodies else side


def _relative(linker: Linker, token: int) -> Referent | None:
    """The noun that a relative clause is about."""
    tree = linker.tree
    clause = next((up for up in tree.ancestors(token) if tree.dep[up] == "acl:relcl"), None)
    if clause is None or tree.head[clause] > token:
        return None
    actors = linker.actors_at(tree.head[clause])
    return Referent(actors, "relative pronoun") if actors else None


def _counted(linker: Linker, token: int, word: str) -> Referent | None:
    """ "both", "neither", "the latter", "all three", "the other": some of the last parties."""
    tree = linker.tree
    if word not in BARE and not any(tree.lower[c] in {"the", "these", "those", "all"} for c in tree.kids(token, "det")):
        return None
    if word == "each" and not any(tree.lower[k] == "other" for k in tree.kids(tree.head[token], "obj", "obl")):
        return None  # of any number, but where it acts on "the other"
    if word in SIZES:
        actors = several.pair(linker.discourse, token, _sides(linker, token), SIZES[word])
    else:
        parties = several.listed(linker.discourse, token)
        if word in {"other", "others"}:
            parties = _others(linker, token, parties)
        actors = tuple(parties[PLACES[word] :][:1])
    return Referent(actors, f"{word} of the last parties") if actors else None


def _sides(linker: Linker, token: int) -> several.Parties:
    """Who can be one of "both": any party but whoever speaks."""
    telling = linker.actors_at(speaker) if (speaker := linker.speakers.of(token)) is not None else ()

    def parties(one: Seen) -> tuple[str, ...]:
        fits = is_party(one) and one.actors != telling and (one.form != "demonym" or len(one.actors) > 1)
        return one.actors if fits else ()

    return parties


def _others(linker: Linker, token: int, parties: list[str]) -> list[str]:
    """Those of the last parties who are not the subject; not who stands in the sentence, if he can be set against one.

    "X met Orlo but kept talking to *the other*": not Orlo, but his rival of the sentence before.
    """
    tree, discourse = linker.tree, linker.discourse
    subject = next((s for s in tree.kids(tree.head[token], "nsubj") if s < token), None)
    if subject is not None:
        return [party for party in parties if party not in linker.actors_at(subject)]
    verb = tree.head[token]
    shared = tree.dep[verb] in {"conj", "xcomp"} and not any(True for _ in tree.kids(verb, "nsubj"))
    here = {actor for one in several.mentioned(discourse, token) for actor in one.actors}
    if not shared or not here & set(parties[-1:]):
        return parties
    start = next(i for i in range(token, -1, -1) if not i or tree.sentence[i - 1] != tree.sentence[token])
    before = several.listed(discourse, start, linker.actors[parties[-1]].kind)
    left = [party for party in before if party not in here]
    return left if len(left) == 1 and len(before) == 2 else []
