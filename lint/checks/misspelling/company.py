"""What stands around a word that looks misspelt, and how sure the word must be because of it."""

from __future__ import annotations

import re
from itertools import islice

from lint.checks.misspelling.capitals import is_foreign_company
from lint.checks.misspelling.foreign import in_foreign_quotation
from lint.checks.misspelling.judging import PLAIN_SLIPS
from lint.checks.misspelling.suspects import Desk, Suspect
from lint.late import late
from lint.reading import Reading

# Points more than enough that a word must have where it stands.
_NEVER = 1000
_IN_SPEECH = 30
_SHORT_IN_SPEECH = 60
_IN_CHAIN = 40
_BEHIND_NAME = 40
_BETWEEN_NAMES = 80
_BESIDE_FOREIGN = 80
_OBSCURE = 100  # for a word that only the largest dictionaries have
# Points that it is given where the article has the word that was meant.
_USED_TOO = 30
_USED_BY_ALL = 175  # frequency: so common a word is in the article anyway
_LONG_ENOUGH = 6  # letters; in speech and in chains shorter ones may be anything
_TOO_SHORT = 4
_WINDOW = 60  # code points on either side
_NEIGHBOURS = 3
_WORD = late(r"[^\W\d_]+(?:['’][^\W\d_]+)*")
# What is left of a contraction where its apostrophe was lost.
_STUBS = frozenset(
    "ain aren couldn didn doesn don hadn hasn haven isn mightn mustn needn shan shouldn wasn "
    "weren won wouldn".split()
)


def spare_needed(reading: Reading, desk: Desk, suspect: Suspect, start: int) -> int:
    """How many points more than enough a suspect must have, for the company it keeps.

    One that stands twice in the article, in whatever case, is a word of the article's own.
    """
    word, prose = suspect.word, reading.prose
    end = start + len(word)
    if word in _STUBS or reading.is_protected(start, end) or _stands_twice(reading, word):
        return _NEVER
    if word.endswith("in") and prose[end : end + 1] in {"'", "’"}:  # workin’
        return _NEVER
    if in_foreign_quotation(reading, desk, start, end):
        return _NEVER
    before = prose[max(0, start - _WINDOW) : start]
    after = prose[end : end + _WINDOW]
    return (
        _chain(suspect)
        + _obscurity(desk, suspect)
        + _speech(reading, start, end)
        + _names(desk, before, after)
        + _BESIDE_FOREIGN * _foreign(desk, before, after)
        - _USED_TOO * has_meant(reading, suspect)
    )


def spare_needed_with_capital(
    reading: Reading, desk: Desk, word: str, start: int, *, office: bool
) -> int:
    """The same for a word with a capital that stands in the article once.

    Before a name it may be a name, unless it is one slip from an ``office``.
    """
    prose, end = reading.prose, start + len(word)
    if reading.is_protected(start, end) or in_foreign_quotation(reading, desk, start, end):
        return _NEVER
    before, after = prose[max(0, start - _WINDOW) : start], prose[end : end + _WINDOW]
    left, right = _WORD.findall(before.lower()), _WORD.findall(after.lower())
    if is_foreign_company(left, right) or _stands_twice(reading, word):
        return _NEVER
    ahead = _WORD.match(after.lstrip(" "))
    named = not office and ahead is not None and _is_name(desk, ahead[0])
    return _BEHIND_NAME if named else 0


def has_meant(reading: Reading, suspect: Suspect) -> bool:
    """Whether the article has the word that was meant, and it is not one that all have."""
    verdict = suspect.verdict
    if verdict.frequency >= _USED_BY_ALL or " " in verdict.suggestions[0]:
        return False
    return _stands(reading, verdict.suggestions[0], 1)


def _stands_twice(reading: Reading, word: str) -> bool:
    return _stands(reading, word, 2)


def _stands(reading: Reading, word: str, times: int) -> bool:
    """Whether a word stands in an article so many times, in whatever case."""
    if reading.once(_in_small_letters).count(word.lower()) < times:
        return False  # most words: an expression would have to be made for each
    pattern = re.compile(rf"(?<![^\W_]){re.escape(word)}(?![^\W_])", re.IGNORECASE)
    found = pattern.finditer(reading.prose)
    return next(islice(found, times - 1, None), None) is not None


def _in_small_letters(reading: Reading) -> str:
    return reading.prose.lower()


def _obscurity(desk: Desk, suspect: Suspect) -> int:
    if not desk.words.is_obscure(suspect.word):
        return 0
    return _OBSCURE if suspect.verdict.slip in PLAIN_SLIPS else _NEVER


def _chain(suspect: Suspect) -> int:
    if not suspect.chained:
        return 0
    return _IN_CHAIN if len(suspect.word) >= _LONG_ENOUGH else _NEVER


def _speech(reading: Reading, start: int, end: int) -> int:
    """Somebody may speak so; long words and plain slips are nobody's speech."""
    if not reading.in_speech(start, end):
        return 0
    if end - start < _TOO_SHORT:
        return _NEVER
    return _IN_SPEECH if end - start >= _LONG_ENOUGH else _SHORT_IN_SPEECH


def _names(desk: Desk, before: str, after: str) -> int:
    """A word behind a name, or between two, may be part of it."""
    left, right = _WORD.findall(before), _WORD.findall(after)
    if not left or not before.rstrip(" ").endswith(left[-1]) or not _is_name(desk, left[-1]):
        return 0
    ahead = right and after.lstrip(" ").startswith(right[0]) and _is_name(desk, right[0])
    return _BETWEEN_NAMES if ahead else _BEHIND_NAME


def _is_name(desk: Desk, word: str) -> bool:
    return word[0].isupper() and not desk.words.known(word.lower())


def _foreign(desk: Desk, before: str, after: str) -> bool:
    """Whether a word of no English stands among the nearest ones, cut-off ones apart."""
    near = (*_WORD.findall(before)[1:][-_NEIGHBOURS:], *_WORD.findall(after)[:-1][:_NEIGHBOURS])
    return any(word.islower() and not _is_known(desk, word) for word in near)


def _is_known(desk: Desk, word: str) -> bool:
    plain = word.replace("’", "'").removesuffix("'s")
    if not plain.isascii():
        return desk.words.known(plain)
    if len(plain) == 1 or not plain.isalpha() or desk.is_word(plain) or desk.words.known(plain):
        return True
    verdict = desk.verdict(plain)
    return verdict is not None and verdict.spare >= 0
