"""Described groups: the phrase, its normal form, and the actors it stands for."""
