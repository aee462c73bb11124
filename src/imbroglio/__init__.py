"""Imbroglio: who backs, arms and fights whom, where, when, according to whom, and where it stops adding up."""

__version__ = "0.1.0"
