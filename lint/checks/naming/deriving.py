"""Words made from names (Londoners, Ukrainian, Putinism, Navalnaya), which are no slips."""

from __future__ import annotations

from collections.abc import Container

# What is put to a person's name, and what besides to the name of a place or a body.
_OF_PEOPLE = frozenset(
    "s es ism isms ist ists ite ites ian ians ean esque nomics mania gate like".split()
)
_OF_PLACES = _OF_PEOPLE | frozenset(
    "n ns an ans eans ain er ers ese ine ines i is ish ic ics al als ia ness land lander "
    "landers phobe phile ize ized ise ised d ed ing".split()
)
_LONGEST = max(map(len, _OF_PLACES))
_VOWELS = "aeiouy"


def made_from_any(word: str, people: Container[str], places: Container[str]) -> bool:
    """Whether a folded word is made from one of the folded names of people or of places."""
    for cut in range(1, min(_LONGEST, len(word) - 3) + 1):
        stem, ending = word[:-cut], word[-cut:]
        if ending in _OF_PEOPLE and stem in people:
            return True
        if ending in _OF_PLACES and (
            stem in places or any(stem + vowel in places for vowel in _VOWELS)
        ):
            return True
    return False


def related(word: str, name: str, *, place: bool, given: bool) -> bool:
    """Whether a folded word and a folded word of a name are two forms of one.

    Plural, adjective and follower of any name; demonyms of the name of a ``place``; the
    feminine of a surname; what differs only in its last vowels, of a ``given`` name
    (Daniel, Daniela; Mario, Maria).
    """
    if made_from_any(word, {name}, {name} if place else set()):
        return True
    if given:
        stem = word.rstrip("aeio")
        return len(stem) >= 3 and stem == name.rstrip("aeio")
    if made_from_any(name, {word}, {word} if place else set()):
        return True
    if place:  # Argentine, Europa
        return word[-1] in _VOWELS and word.rstrip(_VOWELS) == name.rstrip(_VOWELS)
    return _couple(word, name) or _couple(name, word)


def _couple(man: str, woman: str) -> bool:
    """Whether two surnames are the masculine and the feminine of one (Slavonic and Baltic)."""
    if woman == man + "a" and man.endswith(("ov", "ev", "in", "yn")):
        return True
    if woman in (man.rstrip("iy") + "aya", man.rstrip("iy") + "aia"):
        return True
    if man.rstrip("iy").endswith("sk") and woman.endswith(("ska", "skaya", "skaia", "skaja")):
        return man.rstrip("iy") == woman[: woman.rindex("sk") + 2]
    return False
