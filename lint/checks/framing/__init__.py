"""How frames are written, and what they match."""
