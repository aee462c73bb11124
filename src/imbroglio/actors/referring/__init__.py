"""Whom pronouns and counting words can be, by the clause they stand in."""
