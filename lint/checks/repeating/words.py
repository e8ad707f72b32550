"""Words that stand twice in a row: where one may be found."""

from __future__ import annotations

from collections.abc import Iterator

from lint.checks.base import Slip
from lint.index import key_of
from lint.late import late
from lint.reading import Reading

# Candidates in the key of a text, between spaces: a word that is followed by itself, or two
# words (then there is a second group). They begin with a literal space, which is what makes
# the search quick; gaps of one character are told apart because they are quicker still.
_IN_KEY = late(rb" ([^ ]++)(?:(?= \1 )| ([^ ]++)(?= \1 \2 ))")
_IN_WIDE_KEY = late(rb" ([^ ]++)(?:(?= ++\1 )| ++([^ ]++)(?= ++\1 ++\2 ))")
_WIDE_GAPS = ("  ", "\t", "\u00a0")


def doubled_words(reading: Reading, by_right: frozenset[str]) -> Iterator[Slip]:
    """Yield a slip for each word, or pair of words, that stands twice in a row.

    ``by_right`` are further words that may (small letters).
    """
    found = list(_candidates(reading))
    if found:
        from lint.checks.repeating.doubled import slips

        yield from slips(reading, found, by_right)


def _candidates(reading: Reading) -> Iterator[tuple[int, bool]]:
    """Where a word, or a pair of words (true), may stand twice: most articles have none.

    The key has one byte for each code point, so that places in it are places in the prose;
    with a space put before it, the place of the space before a word is that of the word.
    """
    prose = reading.prose
    # In plain text a line end inside a paragraph is a space already.
    wide = reading.article.format != "plain" or any(gap in prose for gap in _WIDE_GAPS)
    pattern = _IN_WIDE_KEY if wide else _IN_KEY
    for near in pattern.finditer(b" " + key_of(prose) + b" "):
        yield near.start(), near.lastindex == 2
