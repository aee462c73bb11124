"""The corpus of sourced conflict claims: dispatches with their labels, in a notation that people write by hand."""

from training.corpus.notation import Dispatch, Problem, read
from training.corpus.tables import claims_of

__all__ = ["Dispatch", "Problem", "claims_of", "read"]
