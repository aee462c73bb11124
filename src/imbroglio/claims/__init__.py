"""Who does what to whom, and who says so: one construction a file."""

from imbroglio.claims.first_person import first_persons
from imbroglio.claims.read import read_claims

__all__ = ["first_persons", "read_claims"]
