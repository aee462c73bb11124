"""What stands between commas: who says so, and what the name before is or was."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from imbroglio.knowledge.lexicon import load_lexicon
from imbroglio.knowledge.load import nouns
from imbroglio.knowledge.speech import load_speech
from imbroglio.language.mending.words import NOMINAL, awaits, before, child, hung_as, inserted, name_head

if TYPE_CHECKING:
    from imbroglio.language.plain import Token

_ARTICLES = frozenset({"a", "an"})
_ADVERBIAL = 3  # words before the article of what a name was: "until last year a partner of"
_THOUGH = frozenset({"while", "although", "though", "albeit", "if"})
_ASTRAY = frozenset({"appos", "conj"})
_FIXED = frozenset({"mark", "case", "advmod", "obl", "obl:unmarked"})


def _behind(token: Token, offset: int = 1) -> Token | None:
    """The word behind the phrase of a token, of which a comma at its end is no part."""
    i = token.right_edge.i - (token.right_edge.text == ",") + offset
    return token.doc[i] if i < len(token.doc) else None


def _is_set_off(token: Token) -> bool:
    """Whether a comma stands before the phrase of a token."""
    return "," in (token.left_edge.text, before(token.left_edge))


@awaits(inserted)
@hung_as(*_ASTRAY, "acl:relcl")
def says_so(token: Token) -> tuple[Token, str] | None:
    """ "Turkish jets, *Baghdad* protested, bombed the camp", with the speaker as if it said what the jets are."""
    saying = _behind(token)
    if token.dep_ in _ASTRAY and saying is not None and _is_aside(token, saying):
        return saying, "nsubj"
    speaker = token.doc[token.i - 1] if token.i else token
    while speaker.dep_ in ("flat", "compound") and speaker.head.i < token.i and speaker.head is not speaker:
        speaker = speaker.head
    if token.dep_ in ("acl:relcl", "conj") and speaker.dep_ in _ASTRAY and speaker.head is token.head:
        return (token.head, "parataxis") if _is_aside(speaker, token) else None
    return None


@hung_as("nsubj")
def dateline(token: Token) -> tuple[Token, str] | None:
    """ "*Goma*: Rebels fled, the mayor, Ali Nur, said", with Goma as a speaker: it is where the report is from."""
    saying, end = token.head, token.right_edge.i + 1
    if token.left_edge.i != token.sent.start or token.pos_ != "PROPN":
        return None
    told = child(saying, "ccomp")
    closed = end < saying.i and token.doc[end - (token.right_edge.text == ":")].text == ":"
    return (saying, "dep") if closed and told is not None and end < told.i < saying.i else None


def _is_aside(speaker: Token, saying: Token) -> bool:
    """A speaker behind a comma and a verb that may be set into what is said, with a comma right behind it."""
    after = saying.i + 1
    bare = child(saying, "nsubj", "nsubj:pass", "obj", "aux:pass") is None
    told = saying.pos_ == "VERB" and bare and saying.lemma_ in load_speech().inserted
    closed = after < len(saying.doc) and saying.doc[after].text == ","
    return told and closed and speaker.pos_ in NOMINAL and _is_set_off(speaker) and not saying.lower_.endswith("ing")


@awaits(inserted)
@hung_as(*_ASTRAY, "nsubj")
def says_behind(token: Token) -> tuple[Token, str] | None:
    """ "… killing two soldiers, *Ali Nur, a local official,* told the Herald", read as one of those killed."""
    if token.dep_ == "nsubj" and token.i > token.head.i and token.head.lemma_ == "tell":
        speaker = next((t for t in token.head.doc[: token.head.i] if _is_speaker(t, token.head)), None)
        return (token.head, "iobj") if speaker is not None else None
    saying = _behind(token, 2)
    return (saying, "nsubj") if saying is not None and _is_speaker(token, saying) else None


def _is_speaker(token: Token, saying: Token) -> bool:
    """Whether a name and who it is, in either order, stand between commas right before a verb of saying."""
    if token.dep_ not in ("appos", "nsubj", "conj") or token.pos_ not in NOMINAL or token.head is saying:
        return False
    beside = child(token, "appos")
    if beside is None or _behind(token, 2) is not saying or saying.doc[saying.i - 1].text != ",":
        return False
    titled = not load_lexicon().titles.isdisjoint((token.lower_, beside.lower_))  # "the Minister of Defence, X"
    named = titled or (token.pos_ == "PROPN") != (beside.pos_ == "PROPN")
    own = [c for c in saying.children if c.dep_ in ("nsubj", "nsubj:pass")]
    above = saying.head if saying.dep_ == "parataxis" else saying  # "Goma: Rebels fled, the chief, X, *said*"
    told = saying.pos_ == "VERB" and saying.lemma_ in load_speech().inserted and above in token.ancestors
    silent = not own or (saying.lemma_ == "tell" and all(c.i > saying.i for c in own))
    return named and told and silent and _is_set_off(token)


@hung_as(*_FIXED, "nsubj")
def was_once(token: Token) -> tuple[Token, str] | None:
    """ "X, once *the main ally* of Y, has …", read as a second subject, or as when X has."""
    if token.pos_ == "NOUN":
        name = _name_before(token)
        return (name, "appos") if name is not None else None
    if token.dep_ not in _FIXED or not token.i:
        return None
    for noun in token.doc.tokens[token.i + 1 : token.i + 2 * _ADVERBIAL]:
        if noun.pos_ == "NOUN" and _name_before(noun) is not None:
            first = next(c for c in noun.children if c.dep_ == "det")
            within = token.i < first.i and token.head in (noun, noun.head)
            return (noun, "obl" if child(token, "case") else "advmod") if within else None
    return None


@awaits(*_THOUGH)
@hung_as("nsubj", "advcl", "obl")
def is_though(token: Token) -> tuple[Token, str] | None:
    """ "X, *though a partner* of Y, has …", read as a second subject: a clause without its verb says what X is."""
    verb, mark = token.head, child(token, "mark", "case", "advmod")
    if token.pos_ != "NOUN" or mark is None:
        return None
    if any(c.i < mark.i and not c.is_punct for c in token.children):
        return None
    name = name_head(token.doc[mark.i - 2], token) if mark.i > 1 else token
    subject = name.dep_ in ("nsubj", "nsubj:pass") and name.head is verb and mark.i < verb.i
    told = mark.lower_ in _THOUGH and child(token, "cop") is None and child(token, "det", "nmod:poss") is not None
    return (name, "appos") if subject and told and before(mark) == "," else None


def _name_before(noun: Token) -> Token | None:
    """The subject that a noun of what it once was is set off from: its words begin with an adverbial."""
    verb, article = noun.head, child(noun, "det")
    if noun.dep_ not in ("nsubj", "obl") or verb.i < noun.i or article is None or child(noun, "nmod") is None:
        return None
    closing = _behind(noun)
    if closing is None or closing.text != "," or any(c.dep_ == "case" and c.pos_ == "ADP" for c in noun.children):
        return None
    comma = next((t.i for t in reversed(noun.doc[max(article.i - 1 - _ADVERBIAL, 0) : article.i]) if t.text == ","), 0)
    if not comma or comma == article.i - 1:
        return None
    name = name_head(noun.doc[comma - 1], noun)
    return name if name.dep_ in ("nsubj", "nsubj:pass") and name.head is verb else None


@hung_as("appos")
def of_name(token: Token) -> tuple[Token, str] | None:
    """ "Camps of X, *a faction* of Y", "men from X, *a coalition* of gangs", hung on the camps: it is X that is one."""
    thing, lexicon = token.head, load_lexicon()
    comma = token.left_edge.i - (token.left_edge.text != ",")
    if thing.lemma_ not in lexicon.partitives or comma < 1 or token.doc[comma].text != ",":
        return None
    groups = lexicon.units | lexicon.possessions | nouns("collectives", "organisations", "leagues") | {"body"}
    if token.lower_ not in groups or not (_is_one(token) or _is_the_one(token)):
        return None
    name = name_head(token.doc[comma - 1], token)
    if _is_the_one(token) and "Plur" in thing.morph.get("Number", []):  # "men loyal to X, *the body* that rules"
        loyal = name.head.dep_ == "amod" and name.head.head is thing and name.pos_ == "PROPN"
        return (name, "appos") if loyal and name.ent_type_ != "PLACE" else None
    case = child(name, "case")
    inside = name.dep_ == "nmod" and name.head is thing and case is not None and case.lower_ in ("of", "from")
    return (name, "appos") if inside and name.pos_ == "PROPN" else None


@cache
def _groups() -> frozenset[str]:
    """Nouns for what one band is."""
    return load_lexicon().units | nouns("collectives", "organisations") | nouns("fighters", "groups")


@hung_as("appos")
def of_band(token: Token) -> tuple[Token, str] | None:
    """ "Fighters from X, *Chad's largest militia*", hung on the fighters: they are many, and it is one."""
    many = token.head
    name = next((c for c in many.children if c.dep_ == "nmod" and c.pos_ == "PROPN" and many.i < c.i < token.i), None)
    if token.pos_ != "NOUN" or name is None or name.ent_type_ in ("PLACE", "PERSON"):
        return None
    groups, case = _groups(), child(name, "case")
    number = ["Plur" in t.morph.get("Number", []) for t in (many, token)]
    near = token.left_edge.i - (token.left_edge.text != ",") - name.right_edge.i == 1
    of = case is not None and case.lower_ in ("of", "from") and child(token, "cc", "conj") is None
    return (name, "appos") if number == [True, False] and near and of and token.lemma_ in groups else None


@hung_as("appos")
def of_nearest(token: Token) -> tuple[Token, str] | None:
    """ "X, which fights Y, *a group* armed by Z, said", as what X is: it is the name before that is one."""
    comma = token.left_edge.i - (token.left_edge.text != ",")
    if token.pos_ != "NOUN" or not _is_one(token) or token.doc[comma].text != ",":
        return None
    name, groups = name_head(token.doc[comma - 1], token), _groups()
    inside = any(up.dep_.startswith("acl") and token.head in up.ancestors for up in name.ancestors)
    inside |= name.dep_ == "conj" and name.head is token.head and child(name, "cc") is not None
    named = name.pos_ == "PROPN" and name.ent_type_ not in ("PLACE", "PERSON") and child(name, "nmod:desc") is None
    return (name, "appos") if token.lemma_ in groups and inside and named and token.head is not name else None


def of_office(token: Token) -> tuple[Token, str] | None:
    """ "Met *Minister of Defence Ali Nur*", read as his own minister, or as two: it is he who was met."""
    for title, name in ((token.head, token), (token, _bearer(token))):
        if name is None or _bearer(title) is not name:
            continue
        if token is title:
            return name, "nmod:desc"
        return title.head, title.dep_
    return None


@hung_as("appos")
def of_the_last(token: Token) -> tuple[Token, str] | None:
    """ "Listed X and *Y, commander* of Z", read as what X is: one office is that of the last."""
    first, last = token.head, child(token.head, "conj")
    one = token.pos_ == "NOUN" and "Plur" not in token.morph.get("Number", [])
    if not one or last is None or child(last, "cc") is None:
        return None
    office = token.lemma_.lower() in load_lexicon().titles | load_lexicon().members
    behind = office and last.pos_ == "PROPN" and first.i < last.i < token.i and _is_set_off(token)
    comma = token.left_edge.i - (token.left_edge.text != ",")
    return (last, "appos") if behind and last.right_edge.i + 1 == comma else None


def _bearer(title: Token) -> Token | None:
    """The name right behind a title and what it is of, with no comma between."""
    if title.pos_ != "PROPN" or title.lower_ not in load_lexicon().titles:
        return None
    office = next((c for c in title.children if c.dep_ == "nmod" and c.i > title.i and child(c, "case")), None)
    if office is None:
        return None
    behind = office.i + 1
    name = title.doc[behind] if behind < title.sent.end else title
    hung = (name.head is title and name.dep_ in ("nmod", "appos", "flat")) or (
        name.head is title.head and name.dep_ == title.dep_
    )
    of = next(c for c in office.children if c.dep_ == "case").lower_ == "of"
    return name if of and hung and name.pos_ == "PROPN" and child(name, "case") is None else None


@hung_as("appos")
def who_holds_it(token: Token) -> tuple[Token, str] | None:
    """ "The commander of the Lions of X, *General Ali Nur*, said", with him as what the Lions are.

    Likewise "Turkey's ally in Syria, *the National Army*, said".
    """
    if token.pos_ != "PROPN" or not _is_set_off(token) or not _is_closed(token):
        return None
    office = token.head
    while office.dep_ == "nmod" and office.head.i < office.i:
        office = office.head
        if office.lemma_.lower() in load_lexicon().members:
            break  # "support for the *Special Representative* of the Secretary-General, X"
    named = child(office, "appos", "flat") is not None or "Plur" in office.morph.get("Number", [])
    fits = office is not token.head and office.pos_ in NOMINAL and not named and _can_be(token, office.lemma_.lower())
    return (office, "appos") if fits else None


def _can_be(name: Token, called: str) -> bool:
    """Whether somebody of that name can be called so: a person a leader, anybody an ally."""
    lexicon, person = load_lexicon(), child(name, "nmod:desc") is not None or name.ent_type_ == "PERSON"
    stance = called in lexicon.agents.keys() | lexicon.mutual_agents.keys() and name.ent_type_ != "PLACE"
    return stance or (person and called in lexicon.titles | lexicon.members)


def _is_closed(name: Token) -> bool:
    """Whether a sign stands behind an aside."""
    end = name.right_edge.i + 1
    return end < len(name.doc) and name.doc[end].is_punct


@hung_as("conj")
def in_list(token: Token) -> tuple[Token, str] | None:
    """ "Signed by X, *the largest militia*, and Z": it says what X is, and is no third that signed."""
    name, closing, joint = token.head, _behind(token), _behind(token, 2)
    if token.pos_ != "NOUN" or name.pos_ != "PROPN" or child(token, "cc") is not None:
        return None
    if closing is None or joint is None or closing.text != "," or joint.dep_ != "cc" or not _is_set_off(token):
        return None
    others = [c for c in name.children if c.dep_ == "conj" and c is not token]
    if len(others) != 1 or others[0] is not joint.head or token.left_edge.i - name.i > 2 + len(_words_of(name)):
        return None
    return (name, "appos") if _tells_what(token) or (others[0].pos_ == "PROPN" and _is_one(token)) else None


@hung_as("conj")
def two_of_one(token: Token) -> tuple[Token, str] | None:
    """ "X, *a party* and *an ally* of Y, attacked Z", read as three who did: both say what X is."""
    name = token.head
    told = [c for c in name.children if c.dep_ in _ASTRAY and c.i > name.i and c.pos_ == "NOUN"]
    if name.pos_ != "PROPN" or len(told) != 2 or token not in told or child(name, "conj") is None:
        return None
    first, second = told
    joint, closing = child(second, "cc"), _behind(second)
    opens = (
        _is_set_off(first) and child(first, "cc") is None and (_is_one(first) or _tells_what(first) or _is_owned(first))
    )
    one = "Plur" not in second.morph.get("Number", []) and (joint is not None and joint.i == first.right_edge.i + 1)
    if not opens or not one or closing is None or closing.text != "," or child(second, "det", "nmod:poss") is None:
        return None
    return (name, "appos") if token is first else (first, "conj")


def _is_owned(noun: Token) -> bool:
    """ "Colombia's largest gang"."""
    return child(noun, "nmod:poss") is not None


def _words_of(name: Token) -> list[Token]:
    return [c for c in name.children if c.dep_ in ("flat", "compound") and c.i > name.i]


def _tells_what(noun: Token) -> bool:
    """ "The largest militia", "the main faction": there is one, and it has been named."""
    lexicon = load_lexicon()
    qualities = [c for c in noun.children if c.dep_ == "amod"]
    most = any("Sup" in c.morph.get("Degree", []) or c.lower_ in lexicon.foremost for c in qualities)
    return child(noun, "det") is not None and most


def _is_the_one(noun: Token) -> bool:
    """ "The body", in the singular."""
    return "Plur" not in noun.morph.get("Number", []) and any(c.lower_ == "the" for c in noun.children)


def _is_one(noun: Token) -> bool:
    return any(c.dep_ == "det" and c.lower_ in _ARTICLES for c in noun.children)
