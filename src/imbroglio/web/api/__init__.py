"""The JSON API: its endpoints, what they take, and what else than JSON they give."""
