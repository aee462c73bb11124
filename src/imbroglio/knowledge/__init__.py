"""What we know: relations, cues, places and actors, as YAML data and its loader."""
