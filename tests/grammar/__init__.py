"""Grammar engines, and what is made of their answers."""
