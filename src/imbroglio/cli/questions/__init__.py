"""Questions to a case, one command a file: each answer rests on claims and shows their words."""
