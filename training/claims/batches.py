"""Sentences with claims as arrays: what a model is given, and what it should say of pairs of words."""

from __future__ import annotations

import random
from collections.abc import Callable, Sequence

import numpy as np
import torch

from imbroglio.language.arcs.marked import BARE, UNKNOWN, candidate_pairs, stack
from imbroglio.language.windows import Array
from imbroglio.model import ActorKind
from training.batches import Batch, grouped
from training.claims.data import ATTRIBUTES, GROUPS, ClaimSentence, Opinion, Pair

FORMS = ["name", "description", "pronoun", "demonym", "metonym", "noun", "elided", BARE]
KINDS = [*map(str, ActorKind), UNKNOWN]
NUMBERS = tuple({name: number for number, name in enumerate(names, start=1)} for names in (FORMS, KINDS))
SOFT = 0.5  # share of the teacher in what is learned from a labelled sentence of which it has an opinion
LIKELY = 0.1  # from here on the labels that the teacher gives to a pair are learned
Feed = Callable[[Sequence[ClaimSentence]], dict[str, Array]]  # makes what a model reads


def states(group: Sequence[ClaimSentence]) -> dict[str, Array]:
    """What the small model reads: the vectors of the layers that it shares with syntax."""
    return stack([e.sentence for e in group], *NUMBERS)


def collate(group: Sequence[ClaimSentence], feed: Feed) -> Batch:
    """The model's inputs, how likely a claim is between each two words, and what labels the likely ones have.

    `asked` (sentence, word, word) says which pairs count, `likely` how likely their claims are. Of the pairs that have
    labels, one after another: `row`, `subject`, `object` and `weight` are (pair,), `relations` (pair, relation),
    `attributes` (pair, value), `cue` (pair, word).
    """
    batch = feed(group)
    words = batch["firsts"].shape[1]
    batch["asked"] = np.zeros((len(group), words, words), bool)
    batch["likely"] = np.zeros((len(group), words, words), np.float32)
    told: list[tuple[int, float, Opinion]] = []
    for row, e in enumerate(group):
        _ask(batch, row, e)
        told += ((row, weight, opinion) for weight, opinion in _told(e, words))
    batch["row"] = np.array([row for row, _, _ in told], np.int64)
    batch["weight"] = np.array([weight for _, weight, _ in told], np.float32)
    for key in ("subject", "object"):
        batch[key] = np.array([getattr(opinion, key) for _, _, opinion in told], np.int64)
    sizes = {"relations": GROUPS[0], "attributes": sum(GROUPS[1:]), "cue": words}
    for key, size in sizes.items():
        batch[key] = np.zeros((len(told), size), np.float32)
        for n, (_, _, opinion) in enumerate(told):
            shares = getattr(opinion, key)
            batch[key][n, : len(shares)] = shares
    return {key: torch.from_numpy(array) for key, array in batch.items()}


def _ask(batch: dict[str, Array], row: int, e: ClaimSentence) -> None:
    asked, likely = batch["asked"][row], batch["likely"][row]
    asked[candidate_pairs(e.sentence.marks)] = True
    for pair in e.doubtful:
        asked[pair] = False
    share = _share(e)
    for opinion in e.opinions:
        likely[opinion.subject, opinion.object] = share * opinion.probability
    for p in e.pairs:
        asked[p.subject, p.object] = True
        likely[p.subject, p.object] += 1.0 - share


def _share(e: ClaimSentence) -> float:
    """How much of what is learned from a sentence comes from the teacher."""
    return 0.0 if e.labelled and not e.taught else SOFT if e.labelled else 1.0


def _told(e: ClaimSentence, words: int) -> list[tuple[float, Opinion]]:
    """The labels of a sentence's pairs, with their weights: those given by people as opinions without a doubt."""
    share = _share(e)
    given = [(1.0 - share, _certain(pair, words)) for pair in e.pairs]
    return given + [(share * one.probability, one) for one in e.opinions if one.probability >= LIKELY]


def _certain(pair: Pair, words: int) -> Opinion:
    relations, cue = np.zeros(GROUPS[0], np.float32), np.zeros(words, np.float32)
    relations[pair.relations] = 1.0
    attributes = [np.zeros(size, np.float32) for size in GROUPS[1:]]
    for number in range(len(ATTRIBUTES)):
        if pair.attributes[number] >= 0:
            attributes[number][pair.attributes[number]] = 1.0
    if pair.cue >= 0:
        cue[pair.cue] = 1.0
    return Opinion(pair.subject, pair.object, 1.0, relations, np.concatenate(attributes), cue)


def batches(sentences: Sequence[ClaimSentence], pieces: int, rng: random.Random | None) -> list[list[ClaimSentence]]:
    """Sentences of like length together, at most `pieces` pieces with padding; in a new order each time."""
    return grouped(sentences, lambda e: len(e.sentence.states), pieces, rng, blur=4)
