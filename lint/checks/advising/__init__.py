"""Judging what a grammar engine says: which of its rules speak, and what they may offer."""
