"""Misspelt words with a capital: names of offices, days and months, words that open a sentence,
and names run together with the word behind them.

A word with a capital that no list knows is mostly a name. It is taken for a slip only where
it opens a sentence and is plainly one for a common word (“Nonethless”), or where it is one
slip from a word that is written with a capital in English news: Parliament, Wednesday,
Kingdom. What differs in its last letter is left alone: so do words of other languages
(Universite, Instituto).
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from functools import cache
from typing import TYPE_CHECKING

from lint.lexicon.nearness import SLIPS, slip_between
from lint.lexicon.words import WordList

if TYPE_CHECKING:
    from lint.checks.misspelling.judging import Verdict
    from lint.lexicon.names import NameList

LEAST = 5  # letters of a word with a capital that is looked at
_LEAST_OPENING = 7  # letters of a word that opens a sentence
_ENOUGH_OPENING = 45  # points more than enough that such a word must have
# Words that English news writes with a capital inside sentences.
_OFFICES = (
    "government parliament minister ministers ministry president presidents secretary council "
    "councillor councillors university committee department commission commissioner court "
    "police national international association institute foundation republic republican "
    "republicans democratic democrat democrats conservative conservatives liberal district "
    "county congress congressman senate senator senators authority agency federal federation "
    "security intelligence defence defense foreign prime chancellor governor director assembly "
    "championship championships premier league united kingdom street hospital school college "
    "church airport island islands library theatre society organisation organization "
    "corporation services bureau office officer general lieutenant captain sergeant professor "
    "inspector detective constable archbishop bishop prince princess northern southern eastern "
    "western central european union british american australian parliamentary "
    "january february march april july august september october november december monday "
    "tuesday wednesday thursday friday saturday sunday christmas easter"
)
# Words that follow a name and that no name ends in: “Californiahas”.
_BEHIND_A_NAME = (
    "has was were will would could should have with from that this which when where while after "
    "before because about against said says told been being also into speak speaks spoke"
).split()
_LEAST_NAME, _A_NAME = 5, 4  # letters of the name, and how well it is known
# What other languages call the same, where it differs inside the word.
_FOREIGN = frozenset(
    "fondation fundation nacional internacional comission generale "
    "asociation organizacion federacion assemblea professeur princesa princes souverain "
    "universitet parlement parlament prezident republik kongress akademie "
    "komission kommission direktor septembre octobre novembre decembre "
    "conservatoire conservatorio centraal centrale europeen europeene".split()
)
# Small words of other languages: beside one, a word with a capital belongs to them.
_BESIDE = frozenset(
    "pour de do da dos das del della delle di du des le la les el los las al der die das dem "
    "den von zu voor van het een och og i y e et und per por para ibn bin abu".split()
)


@cache
def _by_letter() -> dict[str, tuple[str, ...]]:
    grouped: dict[str, list[str]] = defaultdict(list)
    for word in _OFFICES.split():
        grouped[word[0]].append(word)
    return {letter: tuple(words) for letter, words in grouped.items()}


def one_slip(meant: str, written: str) -> int:
    """The place of the one slip between two words, or -1 where they differ by none or more.

    A slip is a letter dropped, added or changed, or two neighbours swapped.
    """
    place, shorter = 0, min(len(meant), len(written))
    while place < shorter and meant[place] == written[place]:
        place += 1
    one, other = meant[place:], written[place:]
    if one == other or abs(len(one) - len(other)) > 1:
        return -1
    swapped = one[:2] == other[1::-1] and one[2:] == other[2:] and len(one) == len(other) > 1
    same = one[1:] == other[1:] if len(one) == len(other) else one[1:] == other or one == other[1:]
    return place if swapped or same else -1


def office(written: str, words: WordList) -> Verdict | None:
    """What word that bears a capital in English a word was meant to be (small letters)."""
    found: list[tuple[int, str, str]] = []
    for meant in _by_letter().get(written[0], ()) if written not in _FOREIGN else ():
        place = one_slip(meant, written)
        if place <= 0 or _is_translated(meant, written, place):
            continue
        slip = slip_between(meant, written)
        if place < len(meant) - 1 or slip == "a doubled letter":
            found.append((_frequency(meant, words) + SLIPS[slip], meant, slip))
    if not found:
        return None
    from lint.checks.misspelling.judging import PLAIN_SLIPS, Verdict  # of few words

    found.sort(reverse=True)
    _, best, slip = found[0]
    offered = tuple(meant.capitalize() for _, meant, _ in found)
    return Verdict(offered, slip, _frequency(best, words), 50 if slip in PLAIN_SLIPS else 30)


def run_together(written: str, names: NameList) -> Verdict | None:
    """The name and the word behind it without their space (small letters)."""
    for behind in _BEHIND_A_NAME:
        name = written.removesuffix(behind)
        if name != written and len(name) >= _LEAST_NAME:
            known = max(names.surname(name), names.given(name), names.place(name))
            if known >= _A_NAME:
                from lint.checks.misspelling.judging import Verdict

                return Verdict((f"{name} {behind}",), "a space", known, 50)
    return None


def _frequency(word: str, words: WordList) -> int:
    return words.frequency(word) or words.frequency(word.capitalize())


def _is_translated(meant: str, written: str, place: int) -> bool:
    """Whether the letters are those in which languages differ: nacional, fotografia."""
    if len(meant) != len(written):
        return False
    return {meant[place], written[place]} <= set("cktzs")


def opens_so(verdict: Verdict | None, word: str) -> bool:
    """Whether a verdict is sure enough of a word that opens a sentence (small letters)."""
    return (
        verdict is not None
        and max(map(len, (word, verdict.suggestions[0]))) >= _LEAST_OPENING
        and verdict.spare >= _ENOUGH_OPENING
        and verdict.suggestions[0][0] == word[0]
    )


def is_foreign_company(before: Sequence[str], after: Sequence[str]) -> bool:
    """Whether the word before or after is a small one of another language."""
    return bool(_BESIDE.intersection((*before[-1:], *after[:1])))
