"""Whom pronouns can be, by the clause they stand in."""
