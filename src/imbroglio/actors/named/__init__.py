"""Names: found in the text, and the actors they stand for."""
