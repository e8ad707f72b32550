"""Slips put into published articles, one at a time, as newsrooms make them.

What is injected depends on the articles and the seed alone, never on the rules: nothing here
asks copydesk what it knows.
"""
