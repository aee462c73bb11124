"""What the place of a pronoun settles, before anything is weighed."""
