"""Who: the registry of known actors, and the mentions of actors and places in a parsed text."""

from __future__ import annotations

from imbroglio.actors.link import find_mentions
from imbroglio.actors.registry import Registry

__all__ = ["Registry", "find_mentions"]
