"""What the model itself takes for claims: arcs between two words of a sentence."""
