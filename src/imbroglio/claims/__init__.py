"""Who does what to whom, and who says so: one construction a file."""

from imbroglio.claims.read import read_claims

__all__ = ["read_claims"]
