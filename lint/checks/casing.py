"""Capitals, apostrophes and endings that must survive a mend."""

from __future__ import annotations


def follow_case(found: str, right: str, *, opens_sentence: bool = False) -> str:
    """Give ``right`` the capitals of ``found``.

    ALL CAPS (two letters or more) stays all caps, a first capital stays a capital, and a
    right form that has capitals of its own keeps them. ``opens_sentence`` gives a first
    capital whatever was found.
    """
    letters = [char for char in found if char.isalpha()]
    if len(letters) > 1 and all(char.isupper() for char in letters):
        return right.upper()
    if right[:1].islower() and (opens_sentence or found[:1].isupper()):
        return right[:1].upper() + right[1:]
    return right


def follow_apostrophe(found: str, right: str) -> str:
    """Give ``right`` the apostrophes of ``found``: curly where found has a curly one."""
    if "’" in found:
        return right.replace("'", "’")
    if "'" in found:
        return right.replace("’", "'")
    return right
