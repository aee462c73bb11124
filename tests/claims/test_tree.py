"""The flat tree that attribution, time and place walk over."""

from __future__ import annotations

import spacy
from spacy.tokens import Doc

from imbroglio.claims.tree import Tree, tree_of
from tests.claims.parsed import doc


def test_what_hangs_on_a_word_and_where_it_ends() -> None:
    tree = tree_of(doc("quotations", "its_envoy"))
    envoy = tree.word.index("envoy")
    assert [tree.word[i] for i in tree.subtree(envoy)][:3] == ["Orland", "'s", "envoy"]
    assert (tree.word[tree.left[envoy]], tree.word[tree.right[envoy]]) == ("Orland", ",")
    assert [tree.word[i] for i in tree.children(envoy, "nmod")] == ["Orland"]  # "nmod" finds "nmod:poss"


def test_a_document_has_one_tree() -> None:
    parsed = doc("quotations", "accused")
    assert tree_of(parsed) is tree_of(parsed)


def test_no_sentence_runs_over_a_paragraph_s_end() -> None:
    vocab = spacy.blank("en").vocab
    words, spaces = ["Army", "leaves", "\n\n", "Berg", "said"], [True, False, False, True, False]
    heads, deps = [1, 1, 1, 4, 1], ["nsubj", "root", "dep", "nsubj", "parataxis"]
    parsed = Doc(vocab, words, spaces, pos=["NOUN", "VERB", "SPACE", "PROPN", "VERB"], heads=heads, deps=deps)
    tree = Tree(parsed)
    assert tree.head[4] == 4 and tree.sents == [(0, 3), (3, 5)]
    assert tree.dep[4] == "root"  # what climbs from conjunct to conjunct would never arrive


def test_a_cue_verb_keeps_its_lemma_where_the_parser_errs() -> None:
    parsed = doc("quotations", "denied")
    parsed[1].lemma_ = "deni"
    assert Tree(parsed).lemma[1] == "deny"
