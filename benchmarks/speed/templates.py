"""Regular expressions of the sorts that stylebooks hold, made of common words."""

from __future__ import annotations

import random
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from benchmarks.speed.words import common_words

_SEED = 19041987


@dataclass(frozen=True, slots=True)
class Pattern:
    """An entry of kind ``pattern``, and words that it matches."""

    text: str
    use: str
    shows: str
    ignore_case: bool = False


# Most patterns of a book match next to never, and a few in every other article: these.
_OFTEN = (
    Pattern(r"\b(a|the) (number|range|series|variety|lack) of\b", "", "a number of"),
    Pattern(r"\b(\d+(?:\.\d+)?) ?(?:per cent|percent) of (the|its|their)\b", "{1}% of {2}",
            "40 per cent of the"),
    Pattern(r"\bin (the )?(January|April|June|October|November) (of )?(19|20)(\d\d)\b", "",
            "in June 1987"),
    Pattern(r"\b(more|less|fewer|better|higher) than (\d[\d,.]*) (people|years|times|days)\b",
            "{1} than {2} {3}s", "more than 40 people"),
    Pattern(r"\b(currently|already|previously) (being|been|said|used|made|held)\b", "{2}",
            "already made", ignore_case=True),
    Pattern(r"\b(Prime Minister|Foreign Secretary|President) ([A-Z]\w+) ([A-Z]\w+)\b",
            "{2} {3}", "President Ann Moor"),
    Pattern(r"\bhas been (\w+ed) (by|in|for|from|to) (the|a)\b", "was {1} {2} {3}",
            "has been asked for a"),
    Pattern(r"\b(very|extremely|highly) (\w+ly|good|bad|important|difficult)\b", "{2}",
            "very good"),
    Pattern(r"\b(in|over|during) the (past|last|next) (\w+) (weeks|months|years)\b", "",
            "in the past two weeks"),
    Pattern(r"\b(announced|confirmed|revealed) (on (?:Mon|Tues|Thurs|Fri)day|that (?:it|he|she))\b",
            "", "announced that it"),
    Pattern(r"\b(he|she|it|they) (?:also )?(said|added|told) (that|the|he|it)\b", "{1} {2}",
            "he said that"),
    Pattern(r"\b(on|last|this) (Monday|Tuesday|Thursday|Sunday) (morning|evening|night|and|the)\b",
            "{2}", "on Monday the"),
    Pattern(r"\b(\w+), (which|who) (is|was|has|had)\b", "{1} which {3}", "boats, which had"),
)  # fmt: skip


def patterns() -> Iterator[Pattern]:
    """Patterns without end: those that match often, then the sorts in turn."""
    yield from _OFTEN
    dice = random.Random(_SEED)
    seen: set[str] = set()
    while True:
        for sort, share in _SORTS:
            for _ in range(share):
                made = sort(dice)
                if made.text not in seen:
                    seen.add(made.text)
                    yield made


def _some(dice: random.Random, least: int, most: int, count: int) -> list[str]:
    """Some words between two ranks of commonness, none of them short."""
    words: Sequence[str] = [word for word in common_words()[least:most] if len(word) > 3]
    return dice.sample(words, count)


def _either(words: Sequence[str]) -> str:
    return f"({'|'.join(words)})"


def _phrase(dice: random.Random) -> Pattern:
    """Three words with an article between them."""
    first, last = _some(dice, 150, 2500, 3), _some(dice, 150, 2500, 4)
    link = dice.choice(("of", "in", "for", "to", "on"))
    return Pattern(
        rf"\b{_either(first)} {link} (the|a|an) {_either(last)}\b",
        "{1} {2} {3}",
        f"{first[0]} {link} the {last[0]}",
    )


def _intensifier(dice: random.Random) -> Pattern:
    words = _some(dice, 200, 2500, 8)
    return Pattern(
        rf"\b(very|quite|rather|really|so) {_either(words)}\b",
        "{2}",
        f"very {words[0]}",
        ignore_case=True,
    )


def _particle(dice: random.Random) -> Pattern:
    """A verb with its endings, a particle and perhaps an article."""
    verbs, nouns = _some(dice, 150, 2500, 3), _some(dice, 150, 2500, 4)
    particle = dice.choice(("up", "out", "off", "down", "back", "with", "by"))
    return Pattern(
        rf"\b{_either(verbs)}(?:s|ed|ing)? {particle} (?:the )?{_either(nouns)}s?\b",
        "",
        f"{verbs[0]} {particle} {nouns[0]}",
    )


def _number(dice: random.Random) -> Pattern:
    nouns = _some(dice, 60, 1500, 6)
    return Pattern(rf"\b(\d{{1,3}}(?:,\d{{3}})*) {_either(nouns)}\b", "{2} {1}", f"40 {nouns[0]}")


def _money(dice: random.Random) -> Pattern:
    nouns = _some(dice, 60, 900, 6)
    return Pattern(
        rf"[£$€](\d+(?:\.\d+)?) ?(m|bn|million|billion) {_either(nouns)}\b",
        "",
        f"£40m {nouns[0]}",
    )


def _title(dice: random.Random) -> Pattern:
    verbs = _some(dice, 60, 900, 5)
    title = dice.choice(("Mr", "Mrs", "Ms", "Dr", "Sir", "Lord"))
    return Pattern(
        rf"\b{title} ([A-Z][a-z]+) {_either(verbs)}\b", "{1} {2}", f"{title} Moor {verbs[0]}"
    )


def _near(dice: random.Random) -> Pattern:
    """Two words with one or two others between them."""
    first, last = _some(dice, 150, 2500, 3), _some(dice, 150, 2500, 4)
    return Pattern(
        rf"\b{_either(first)} (?:\w+ ){{1,2}}{_either(last)}\b", "", f"{first[0]} all {last[0]}"
    )


def _date(dice: random.Random) -> Pattern:
    """An ordinal before or after a month, and a word that goes with it."""
    month = dice.choice("January February March April May June July August October".split())
    words = _some(dice, 20, 600, 5)
    return Pattern(
        rf"\b{_either(words)} (\d{{1,2}})(?:st|nd|rd|th) (?:of )?({month})\b",
        "{1} {2} {3}",
        f"{words[0]} 4th {month}",
    )


# How many of each sort stand in fifty.
_SORTS: tuple[tuple[Callable[[random.Random], Pattern], int], ...] = (
    (_phrase, 20),
    (_intensifier, 9),
    (_particle, 7),
    (_number, 5),
    (_money, 2),
    (_title, 3),
    (_near, 2),
    (_date, 2),
)
