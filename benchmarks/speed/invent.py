"""Made-up misspellings, words and people: the same ones for the same seed, everywhere."""

from __future__ import annotations

import random
from collections.abc import Collection, Iterator

_ONSETS = "b br c ch d dr f fl g gr h j k kr l m n p pr r s sh sk st t tr v w z".split()
_VOWELS = "a a a e e e i i o o u ai ei ou".split()
_CODAS = "b d g k l l ld m n n n nd r r rk rt s st t v".split()
_ENDINGS = "ov ev enko ski dze ian ez ini ano sen sson mann berg idis oglu aj wala nath".split()
_GIVEN = (
    "Alan Alice Amina Andrew Anna Barbara Boris Brian Carla Carol Chloe Daniel David Diana "
    "Edward Elena Emma Eric Fatima Felix Fiona Frank Gareth George Grace Hannah Harold Helen "
    "Hugo Ibrahim Irene Ivan James Jane Joan Joseph Julia Karen Karl Kate Laura Leo Linda Louis "
    "Lucy Marco Maria Mark Martin Mary Megan Michael Nadia Neil Nina Noah Olga Oliver Omar Oscar "
    "Patricia Paul Peter Philip Priya Rachel Ravi Richard Robert Rosa Ruth Samuel Sara Simon "
    "Sofia Stella Stephen Susan Tariq Teresa Thomas Tomas Vera Victor Walter Yusuf Zara Zoe"
).split()
# Two of these make a surname that looks English.
_FIRST_PARTS = (
    "Ash Barn Birch Black Bram Brook Brown Cold Cran Dun East Elder Fair Fern Glen Gold Green "
    "Hart Hazel Heather High Hol Kings Lang Lark Long Marl Mill Moor North Oak Old Penn Raven "
    "Red Rock Row Salt Shep Silver South Stan Stone Thorn Wal West White Wild Win Wood"
).split()
_LAST_PARTS = (
    "acre bank beck bourne bridge brook burn bury cliffe combe cote croft dale den don field "
    "ford gate grave ham hill holme hurst lake land leigh ley low man mere mont more ridge row "
    "shaw smith son stead stone ton wall water way well wick wood worth yard"
).split()


def misspellings(word: str) -> Iterator[str]:
    """Slips that hands make in a word: two letters turned round, one doubled, one left out.

    The first two letters and the last stay; none of the results is the word itself.
    """
    seen = {word}
    for at in range(2, len(word) - 1):
        left, letter, right = word[:at], word[at], word[at + 1 :]
        turned = left + right[0] + letter + right[1:]
        for wrong in (turned, left + letter + letter + right, left + right):
            if wrong not in seen:
                seen.add(wrong)
                yield wrong


def invented_word(dice: random.Random, syllables: int) -> str:
    """A word in small letters that no language need know."""
    parts = []
    for _ in range(syllables):
        parts += [dice.choice(_ONSETS), dice.choice(_VOWELS)]
    return "".join(parts) + dice.choice(_CODAS)


def people(dice: random.Random, *, shortest: int = 6) -> Iterator[tuple[str, str]]:
    """First names and surnames of people who do not exist, each pair once, without end.

    Two in five surnames look English, the others foreign; each has ``shortest`` letters or
    more.
    """
    seen: set[tuple[str, str]] = set()
    while True:
        person = dice.choice(_GIVEN), _surname(dice)
        if len(person[1]) >= shortest and person not in seen:
            seen.add(person)
            yield person


def _surname(dice: random.Random) -> str:
    if dice.random() < 0.4:
        return dice.choice(_FIRST_PARTS) + dice.choice(_LAST_PARTS)
    stem = invented_word(dice, dice.choice((1, 2, 2)))
    return (stem + dice.choice(_ENDINGS)).capitalize()


def acronym(dice: random.Random) -> str:
    """Four or five capitals, each once; without a vowel, so that they are no word."""
    return "".join(dice.sample("BCDFGHJKLMNPQRSTVWXZ", dice.choice((4, 5))))


def slip_in(name: str, dice: random.Random, *, apart_from: Collection[str] = ()) -> str:
    """A name with one slip in it that is none of the other names."""
    wrongs = [wrong for wrong in misspellings(name) if wrong not in apart_from]
    return dice.choice(wrongs)
