"""Reports in the words of the one who reports them: by verbs, nouns, adjectives, and sources set into a sentence."""
