"""How a misspelling is told from a word that the dictionary merely lacks."""
