"""Ids made of names."""

from __future__ import annotations

import re
import unicodedata


def slug(text: str) -> str:
    """An id made of a name: "Farouq Martyrs' Brigade" → `farouq-martyrs-brigade`."""
    bare = text.lower().replace("'", "").replace("’", "")
    plain = unicodedata.normalize("NFKD", bare).encode("ascii", "ignore").decode()
    return re.sub(r"[^a-z0-9]+", "-", plain).strip("-") or "unnamed"
