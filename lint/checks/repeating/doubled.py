"""Words that stand twice in a row: which of them are slips."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from lint.checks.base import Mend, Slip
from lint.checks.repeating.company import (
    Doubled,
    is_emphasis,
    is_term,
    may_double,
    may_repeat,
    word_after,
    word_before,
)
from lint.checks.repeating.vocabulary import (
    BOTH_SIDES,
    BY_COMPANY,
    BY_RIGHT,
    CAPITALISED,
    CERTAIN,
    JOINS,
    NAMES_OBJECT,
    PREPOSITIONS,
)
from lint.late import late
from lint.reading import Reading

_GAP = r"(?:[ \t\u00a0]+|[ \t]*\n[ \t]*)"
# A damaged character (U+FFFD) may have been a letter of the word beside it.
_EDGE_BEFORE = r"(?<![\w'’\-–./@&\ufffd])"
_EDGE_AFTER = r"(?![\w'’\-@&\ufffd]|\.\w)"
_WORD = late(rf"{_EDGE_BEFORE}([^\W\d_]+)({_GAP})(\1){_EDGE_AFTER}", re.IGNORECASE)
_PAIR = late(rf"{_EDGE_BEFORE}([^\W\d_]+{_GAP}[^\W\d_]+)({_GAP})(\1){_EDGE_AFTER}", re.IGNORECASE)
_BE = frozenset({"is", "are", "was", "were"})


def slips(
    reading: Reading, candidates: Iterable[tuple[int, bool]], by_right: frozenset[str]
) -> Iterator[Slip]:
    """Yield a slip for each word, or pair of words (true), that stands twice at some places.

    ``by_right`` are further words that may (small letters).
    """
    prose, pairs, run_end = reading.prose, [], 0
    for at, is_pair in candidates:
        if is_pair:
            pairs.append(at)
            continue
        if at < run_end:
            continue  # the the the: told once
        block, found = reading.block_at(at), _WORD.match(prose, at)
        if block is not None and found is not None and found.end() <= block.end:
            spoken = reading.in_speech(found.start(), found.end())
            slip = _judged(Doubled(prose, found, block.start, block.end, spoken), by_right)
            if slip is not None:
                yield slip
                run_end = slip.end
    for at in pairs:
        block, found = reading.block_at(at), _PAIR.match(prose, at)
        if (
            block is not None
            and found is not None
            and found.end() <= block.end
            and _is_doubled_pair(prose, found, block.start, block.end, by_right)
        ):
            yield _slip(found, certain=False)


def _slip(found: re.Match[str], *, certain: bool) -> Slip:
    word, end = found[1], found.end()
    while again := re.compile(f"{_GAP}{re.escape(word)}{_EDGE_AFTER}").match(found.string, end):
        end = again.end()
    return Slip(
        found.start(),
        end,
        entry=word.lower(),
        mends=(
            Mend(
                word,
                title="Delete the second time",
                # Of two forms of “be” the first is often a slip for “it” or “who”.
                safety="safe" if certain and word.lower() not in _BE else "unsafe",
                edits=((found.end(1), end, ""),),
            ),
        ),
        severity=None if certain else "warning",
        say={"use": word},
    )


def _judged(place: Doubled, by_right: frozenset[str]) -> Slip | None:
    """The slip of a word that stands twice, or None where it may."""
    found, word = place.found, place.word
    one, other = found[1], found[3]
    if word in BY_RIGHT or word in by_right:
        return None
    if one != other and not (
        one == other.capitalize() and _opens(place.prose, found.start(), place.start)
    ):
        return None  # the The Times, IS is, A A$1m
    if place.after == word and word not in CERTAIN:
        return None  # Spend Spend Spend
    if other[:1].isupper() and not _is_slip_with_capital(one, other, place.before):
        return None
    if len(word) == 1 and word not in {"a", "i"}:
        return None
    if word in CERTAIN:
        return None if may_double(place) else _slip(found, certain=True)
    if word in BY_COMPANY and is_emphasis(place):
        return None
    return None if may_repeat(place) else _slip(found, certain=False)


def _is_slip_with_capital(one: str, other: str, before: str) -> bool:
    """A capitalised word twice is mostly a name (Duran Duran); peoples and titles are not."""
    if one.isupper() and len(one) > 1:
        return one.lower() in CERTAIN and before.isupper()
    return one == other and one in CAPITALISED


def _is_doubled_pair(
    prose: str, found: re.Match[str], start: int, end: int, by_right: frozenset[str]
) -> bool:
    """Whether two words that stand twice are a slip (graduated from graduated from)."""
    one, other = found[1].split()
    if one == other or found[1] != found[3] or found[1] != found[1].lower():
        return False
    if one in JOINS or other in JOINS or one in by_right or other in by_right:
        return False
    if {one, other} & BOTH_SIDES and {one, other} & PREPOSITIONS:
        return False
    before, after = word_before(prose, start, found.start()), word_after(prose, found.end(), end)
    if before.lower() == other or (after == one and one not in CERTAIN | {"as"}):
        return False  # three times: it is meant
    if before.lower() == "from" and other in PREPOSITIONS:
        return False  # from door to door to sell
    if one in {"a", "an", "the"} and before.lower() in NAMES_OBJECT:
        return False
    place = Doubled(prose, found, start, end, spoken=False)
    return not is_term(place) and (one in CERTAIN or other in CERTAIN or one in PREPOSITIONS)


def _opens(prose: str, at: int, start: int) -> bool:
    """Whether a sentence opens here."""
    before = prose[max(start, at - 6) : at].rstrip(" \t\n\"'“‘([")
    return at == start or not before or before[-1] in ".!?:…”’\"'"
