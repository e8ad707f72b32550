"""Whether an unknown word is a slip for a known one, judged from the word alone."""

from __future__ import annotations

from lint.checks.misspelling.forming import is_formed, is_inflected, run_together
from lint.frozen import Frozen
from lint.lexicon.nearness import Near, close_words, plain_slips
from lint.lexicon.words import WordList

_SUGGESTIONS = 3
_BEHIND = 45  # points by which a second suggestion may be worse
# What the best word must score, by the number of letters written: the shorter a word, the
# more of its neighbours are words (of some language).
_NEEDED = {3: 250, 4: 200, 5: 155, 6: 115, 7: 85, 8: 60}
_NEEDED_LONG = 40
_NEEDED_TWO_EDITS = 80
_LONG_FOR_TWO = 9
_SHORT = 6  # letters; longer words of other languages hold any letters in a row
_ODD, _UNUSUAL = 35, 15
# A word that is hardly ever printed is no proof against one that differs by such a letter.
_HARDLY_SEEN = 32
_LIKELY_WORDS = frozenset({"a neighbouring key", "a wrong letter", "an added letter"})
_RUN_TOGETHER = 100  # spare points: hardly anything else looks like it
LEEWAY = 30  # points that its company may yet give a word
_COMMON = 107  # in a hundred articles of the corpora or more
_SEVERED_FREQUENCY = 100
COMMA = "a comma"
PLAIN_SLIPS = frozenset({"swapped letters", "a doubled letter"})
_PLAIN_FREQUENCY = 120  # a slip of those sorts for so common a word beats a formation by rule


class Verdict(Frozen):
    """An unknown word taken for a slip.

    ``spare`` is by how much its best word scores more than it needs, or up to ``LEEWAY``
    less. ``severed`` is the common word that it is all of but the first letter, if any.
    """

    suggestions: tuple[str, ...]
    slip: str
    frequency: int
    spare: int
    severed: str = ""

    def confidence(self, more: int = 0) -> float:
        """From 0.8, just enough evidence, to 0.99; ``more`` is what its company asked of it."""
        return round(min(0.99, 0.8 + (self.spare - more) / 300), 2)

    @property
    def reason(self) -> str:
        """What speaks for the slip, for editors."""
        if " " in self.suggestions[0]:
            return f"“{self.suggestions[0]}” without its space"
        if self.slip == "two letters":
            return f"two letters from “{self.suggestions[0]}”, which is common in the news"
        common = "is common in the news" if self.frequency >= _COMMON else "is a known word"
        return f"one slip ({self.slip}) from “{self.suggestions[0]}”, which {common}"


def judge(word: str, words: WordList) -> Verdict | None:
    """What a word that no list knows was meant to be; None where it may well be a word."""
    if is_inflected(word, words):
        return None
    split = run_together(word, words)
    if split is None and is_formed(word, words):
        near = plain_slips(word, words)
        likely = near and near[0].frequency >= _PLAIN_FREQUENCY
        return _verdict(word, near, words) if likely else None
    near = close_words(word, words)
    best = near[0] if near else None
    plain = best is not None and best.slip in PLAIN_SLIPS and best.frequency >= _PLAIN_FREQUENCY
    if split is not None and not plain:
        return _run_together(split, best, words)
    return _verdict(word, near, words) if near else None


def joined(written: str, words: WordList) -> Verdict | None:
    """The common word that a comma stands in (gover,nment); None where its halves are words."""
    one, other = written.split(",")
    word = one + other
    frequency = words.frequency(word)
    if frequency < _COMMON or (words.known(one) and words.known(other)):
        return None
    return Verdict((word,), COMMA, frequency, _RUN_TOGETHER)


def _run_together(split: tuple[str, str], best: Near | None, words: WordList) -> Verdict:
    frequency = max(words.frequency(part) for part in split)
    found = [" ".join(split)]
    if best is not None and best.edits == 1:
        found.append(best.word)
    spare = _RUN_TOGETHER if min(map(len, split)) > 1 else _RUN_TOGETHER // 2
    return Verdict(tuple(found), "a space", frequency, spare)


def _verdict(word: str, near: list[Near], words: WordList) -> Verdict | None:
    best = near[0]
    needed = needed_score(word, best)
    spare = -LEEWAY - 1 if needed is None else best.score + _odd_letters(word, words) - needed
    severed = next((one.word for one in near if _is_severed(word, one)), "")
    if spare < -LEEWAY and not severed:
        return None
    kept = [one.word for one in near if one.score >= best.score - _BEHIND]
    return Verdict(tuple(kept[:_SUGGESTIONS]), best.slip, best.frequency, spare, severed)


def _is_severed(word: str, near: Near) -> bool:
    return near.word[1:] == word and near.frequency >= _SEVERED_FREQUENCY


def needed_score(word: str, best: Near) -> int | None:
    """The score at which the best word near an unknown one is believed; None: never."""
    if best.edits == 2:
        return _NEEDED_TWO_EDITS if len(word) >= _LONG_FOR_TWO else None
    if best.frequency < _HARDLY_SEEN and best.slip in _LIKELY_WORDS:
        return None
    return _NEEDED.get(len(word), _NEEDED_LONG)


def _odd_letters(word: str, words: WordList) -> int:
    """What letters speak for a slip that hardly any word or name has in a row (qk, jf)."""
    if any(one == two == three for one, two, three in zip(word, word[1:], word[2:], strict=False)):
        return _ODD
    if len(word) > _SHORT:
        return 0
    rarest = words.rarest_triple(word)
    return _ODD if rarest <= 10 else _UNUSUAL if rarest <= 50 else 0
