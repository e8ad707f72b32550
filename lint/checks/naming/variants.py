"""Wrong forms that a rule lists: what is written in their place."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence

from lint.checks.casing import follow_apostrophe, follow_case
from lint.checks.naming.spelling import distance, fold, sound
from lint.index import alike
from lint.late import late
from lint.reading import Reading
from lint.tuples import NamedTuple

_MARKS = "'’"
_SMALL_THEN_CAPITAL = late(r"[a-z]+[A-Z]")


class Variant(NamedTuple):
    """A wrong form (without the s of a plural) and the number of its entry."""

    entry: int
    wrong: str
    plural: bool = False

    @property
    def written(self) -> str:
        """The form as it is looked for."""
        return self.wrong + "s" if self.plural else self.wrong

    def right(self, names: Sequence[str]) -> str | None:
        """What is right in its place, or None for a plural that is none.

        ``names`` are the right forms of the name, the house's own first. Worked out where
        the form is found: a book lists thousands, and an article holds few.
        """
        right = meant(names, self.wrong)
        if not self.plural:
            return right
        return None if right[-1] in "sS" or fold(self.written) == fold(right) else right + "s"


def listed(entry: int, wrong: str, known: Collection[str]) -> Iterator[Variant]:
    """The variants that one wrong form of a name makes: itself, and its plural.

    A plural that is itself a known word is none.
    """
    yield Variant(entry, wrong)
    one_word = " " not in wrong and wrong[-1].isalpha() and wrong[-1] not in "sS"
    if one_word and wrong + "s" not in known:
        yield Variant(entry, wrong, plural=True)


def meant(names: Sequence[str], wrong: str) -> str:
    """What a wrong form stands for.

    Several words stand for the right form that they are most like (of forms equally like
    it the first), one for the word of the first form that it is most like (of words equally
    like it the last, since that is the surname).
    """
    folded = fold(wrong)

    def unlike(other: str) -> float:
        plain = fold(other)
        longest = max(len(plain), len(folded))
        by_sound = distance(sound(plain), sound(folded), longest)
        return (distance(plain, folded, longest) + by_sound) / longest

    if " " in wrong:
        return min(names, key=unlike)
    words = names[0].split()
    return names[0] if len(words) == 1 else min(reversed(words), key=unlike).strip(",")


def mended(reading: Reading, start: int, end: int, right: str) -> str:
    """The right form with the capitals and the apostrophes of what was found."""
    found = reading.prose[start:end]
    first = right.split(maxsplit=1)[0] if right.split() else right
    if _SMALL_THEN_CAPITAL.match(first) and not found.isupper():
        written = right  # eBay stays eBay
    elif first[:1].islower() and not found.isupper() and not reading.opens_sentence(start):
        written = right  # “Al Qaeda” inside a sentence becomes “al-Qaeda”
    else:
        written = follow_case(found, right)
    if not any(mark in found for mark in _MARKS) and "'" in alike(written):
        return follow_apostrophe("’" if "’" in reading.prose else "'", written)
    return follow_apostrophe(found, written)


def edits(prose: str, start: int, end: int, right: str) -> tuple[tuple[int, int, str], ...]:
    """What to write where, word by word, so that spaces and line ends stay as they are.

    Empty where the words are not as many; then the whole is replaced.
    """
    found = [(start + m.start(), start + m.end()) for m in re.finditer(r"\S+", prose[start:end])]
    words = right.split()
    if len(found) < 2 or len(found) != len(words):
        return ()
    pairs = zip(found, words, strict=True)
    return tuple((left, stop, word) for (left, stop), word in pairs if prose[left:stop] != word)


def stands_in_right_form(prose: str, start: int, end: int, right: Sequence[str]) -> bool:
    """Whether the words at a range are part of a right form that stands there.

    So “Sainsbury” may be wrong and “Sainsbury’s” right, “Lugovoy” wrong and “Anton Lugovoy”
    somebody else’s name.
    """
    wanted = alike(prose[start:end])
    for form in right:
        plain = alike(form)
        if wanted.isupper():
            plain = plain.upper()
        at = plain.find(wanted) if len(plain) > len(wanted) else -1
        while at >= 0:
            left, stop = start - at, start - at + len(plain)
            if left >= 0 and alike(prose[left:stop]) == plain and _is_whole(prose, left, stop):
                return True
            at = plain.find(wanted, at + 1)
    return False


def _is_whole(prose: str, start: int, end: int) -> bool:
    """Whether no letter goes on beside a range, but for the s of a plural."""
    if prose[end : end + 1] in ("s", "S"):
        end += 1
    return not prose[end : end + 1].isalnum() and not (start and prose[start - 1].isalnum())
