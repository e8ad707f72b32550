"""Recipes that make the data files of the package: one command each, the same bytes each time."""
