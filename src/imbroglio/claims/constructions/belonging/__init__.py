"""Who is whose, and who is who: titles and members, what a person or body owns, other names."""
