"""Quotation marks in articles: whether they pair, which way they face, how they are drawn."""
