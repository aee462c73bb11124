"""Names in hand-built sentences: where they begin and end, what introduces another, where a place is only ground."""

from __future__ import annotations

from collections import Counter

import pytest
import spacy
from spacy.tokens import Doc

from imbroglio.actors import Registry
from imbroglio.actors.named.aliases import acronym_of
from imbroglio.actors.named.find import find_names
from imbroglio.actors.named.metonyms import located
from imbroglio.actors.normal import described, modifier
from imbroglio.actors.nouns import FILES, noun_of
from imbroglio.actors.speakers import quotations
from imbroglio.actors.theatre import Theatre
from imbroglio.actors.tree import Tree
from imbroglio.knowledge import load
from imbroglio.knowledge.slug import slug
from imbroglio.model import ActorKind


def tree(text: str) -> Tree:
    """Words with capitals are proper nouns, all others nouns; words are cut at hyphens, as our tokenizer does."""
    words, spaces = [], []
    for word in text.split():
        parts = word.replace("-", " - ").split()
        words += parts
        spaces += [False] * (len(parts) - 1) + [True]
    small = {"of", "the", "for", "and", "in", "on", "by"}
    tags = ["PROPN" if w[0].isupper() else "NOUN" if w[0].isalnum() else "PART" if w == "'" else "PUNCT" for w in words]
    tags = ["ADP" if w in small else tag for w, tag in zip(words, tags, strict=True)]
    n = len(words)
    vocab = spacy.blank("en").vocab
    return Tree(Doc(vocab, words=words, spaces=spaces, pos=tags, heads=[0] * n, deps=["dep"] * n, lemmas=words))


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("the Army of the Hills fled", ["Army of the Hills"]),
        ("the Front for the Return of Osk fled", ["Front for the Return of Osk"]),
        ("General Otho Brenn fled", ["Otho Brenn"]),
        ("Belarusian Foreign Minister Elke Marten spoke", ["Belarusian", "Elke Marten"]),
        ("the Defence Ministry denied", []),
        ("he saw the Farmers ' League and Iran", ["Farmers ' League", "Iran"]),
        ("the 5th Marsh Division fled", ["5th Marsh Division"]),
        ("guns of al-Nur fired", ["al-Nur"]),
        ("on Friday Iran , Syria met", ["Iran", "Syria"]),
        ("the President of Chad spoke", ["Chad"]),
        ("the 3rd Brigade of the Sudan Liberation Army fled", ["3rd Brigade", "Sudan Liberation Army"]),
        ("the 9th Division of the Osk Armed Forces fled", ["9th Division", "Osk Armed Forces"]),
        ("the Brigade of the Ford fled", ["Brigade of the Ford"]),
        ("he feared Iran ' Quds Force", ["Iran", "Quds Force"]),
        ("he feared Nasrallah ' Lantern Front", ["Nasrallah", "Lantern Front"]),
        ("he joined the Lord ' Resistance Army", ["Lord ' Resistance Army"]),
    ],
)
def test_where_names_begin_and_end(text: str, names: list[str]) -> None:
    made = tree(text)
    assert [made.text(n.start, n.end) for n in find_names(made, Registry.load())] == names


def test_a_title_goes_with_the_name() -> None:
    made = tree("yesterday Colonel Pike spoke")
    (name,) = find_names(made, Registry.load())
    assert (made.words[name.start], made.words[name.title or 0]) == ("Pike", "Colonel")


@pytest.mark.parametrize(
    ("short", "name", "right"),
    [
        ("SDF", "Sava Defence Front", True),
        ("PMU", "Popular Mobilization Units", True),
        ("FPL", "Front for the People of Lorn", True),
        ("GPC", "Grand and Popular Council", True),
        ("UN", "Sava Defence Front", False),
        ("Sdf", "Sava Defence Front", False),
        ("S", "Sava", False),
    ],
)
def test_acronyms(short: str, name: str, right: bool) -> None:
    assert acronym_of(short, name.split()) is right


@pytest.mark.parametrize(
    ("words", "deps", "heads", "ground"),
    [
        ("fled in Cairo", ["root", "case", "obl"], [0, 2, 0], True),
        ("denied by Cairo", ["root", "case", "obl"], [0, 2, 0], False),
        ("flew to Cairo", ["root", "case", "obl"], [0, 2, 0], True),
        ("loyal to Cairo", ["root", "case", "obl"], [0, 2, 0], False),
        ("nobody in Cairo", ["root", "case", "nmod"], [0, 2, 0], False),
        ("fall of Cairo", ["root", "case", "nmod"], [0, 2, 0], True),
        ("border between Cairo", ["root", "case", "nmod"], [0, 2, 0], True),
        ("talks between Cairo", ["root", "case", "nmod"], [0, 2, 0], False),
    ],
)
def test_ground_or_government(words: str, deps: list[str], heads: list[int], ground: bool) -> None:
    lemma = {"flew": "fly", "talks": "talk"}
    pos = ["PRON" if words.startswith("nobody") else "NOUN", "ADP", "PROPN"]
    lemmas = [lemma.get(w, w) for w in words.split()]
    doc = Doc(spacy.blank("en").vocab, words=words.split(), pos=pos, deps=deps, heads=heads, lemmas=lemmas)
    assert located(Tree(doc), 2) is ground


def test_the_normal_form_leaves_stance_and_number_out() -> None:
    assert modifier("anti-Assad") is None
    assert modifier("armed") is None
    assert modifier("Shi’ite") == "Shi’ite"
    written = [described(ActorKind.GROUP, "militias", "militia", (word,)) for word in ("Shia", "Shiite", "Shi’ite")]
    assert len({actor.id for actor in written}) == 1 and written[0].name == "Shia militias"
    assert modifier("pro-government") == "pro-government"
    assert modifier("brutal", adjective=True) is None
    one = described(ActorKind.GROUP, "rebel", "rebel", adjective="Syrian", country="syria")
    many = described(ActorKind.GROUP, "rebels", "rebel", adjective="Syrian", country="syria")
    assert one.id == many.id == "syrian-rebel"
    assert described(ActorKind.PLACE, "border", "border", adjective="Syrian").id == "place:syrian-border"
    assert slug("Farouq Martyrs’ Brigade") == "farouq-martyrs-brigade"


def test_no_noun_stands_in_two_lists() -> None:
    words = [
        word.lower()
        for name in FILES
        for group in load.data(f"nouns/{name}.yaml")["nouns"].values()
        for word in group.split()
    ]
    assert [word for word, count in Counter(words).items() if count > 1] == []


@pytest.mark.parametrize(("word", "lemma"), [("gunmen", "gunmen"), ("militias", "militia"), ("armies", "armies")])
def test_nouns_are_found_whatever_the_lemma(word: str, lemma: str) -> None:
    assert noun_of(lemma, word) is not None


def test_the_theatre_is_what_is_near_and_ground() -> None:
    theatre = Theatre([(0, 0, "mali", 3.0), (5, 0, "france", 1.0), (60, 9, "chad", 3.0)])
    assert theatre.at(6, 0) == "mali"
    assert theatre.at(62, 9) == "chad"
    assert Theatre([(5, 0, "france", 1.0)]).at(6, 0, least=2.0) is None


def test_quotations_close_or_run_to_the_end() -> None:
    assert quotations(tree("“ a b ” said X “ c d")) == [(0, 4), (6, 9)]
