"""Signed graphs as compact arrays: who stands with (+) and against (−) whom, with weights, and nothing else."""

from __future__ import annotations

from imbroglio.graph.signed.edgelist import read_edges
from imbroglio.graph.signed.graph import SignedGraph

__all__ = ["SignedGraph", "read_edges"]
