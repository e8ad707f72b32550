"""The same headline, or nearly the same, on several articles of a run.

Near misses are found by leave-one-word-out hashing: two headlines that differ by one word
added, dropped or changed share a form that lacks one word.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import combinations
from zlib import crc32

from lint.checks.base import Group, Observation, Sighting
from lint.checks.heading.wording import StandingHeads, head_of
from lint.digest import blake2b
from lint.finding import Severity
from lint.reading import Reading
from lint.tuples import NamedTuple

_STORY = 600  # code points of the text by which two articles are known for the same story
_SAME_STORY = 0.5  # the share of its longer words that they must have in common
_SAME_TEXT = 0.8  # the same, where one word of the headline stands for another
_STANDING = 4  # so many articles with texts of their own: a standing head, more likely
_FEWEST = 4  # words: shorter headlines are too often near each other by chance, unless
_SHORTEST = 3  # words: the texts are the same
_MOST_PAIRS = 30  # of headlines that share a form; more are a series
_LONG_WORD = 6  # code points
# Headlines that differ in one of these are about different days, results or amounts.
_TELLING = frozenset(
    "one two three four five six seven eight nine ten eleven twelve dozen dozens hundred hundreds "
    "thousand thousands million billion first second third fourth fifth sixth seventh eighth "
    "ninth tenth last final january february march april may june july august september october "
    "november december jan feb mar apr jun jul aug sep sept oct nov dec monday tuesday wednesday "
    "thursday friday saturday sunday spring summer autumn winter morning afternoon evening night "
    "up down rise rises rose rising fall falls fell falling higher lower high low gain gains loss "
    "losses profit profits win wins won lose loses lost draw beat beats more less north south east "
    "west men women boys girls mens womens home away yes no not never before after without again "
    "still part".split()
)


def observe(reading: Reading, standing: StandingHeads, *, near: bool) -> Iterator[Sighting]:
    """What is remembered of an article: its headline, and enough to know its text again.

    For twins that is a digest of the text, for near twins (``near``) the longer words with
    which it begins, as numbers.
    """
    head = head_of(reading)
    if head is None or not head.words or head.words in standing:
        return
    start = head.text_start
    data: dict[str, object] = {"words": " ".join(head.words)}
    if near:
        opening = reading.prose[start : start + _STORY].casefold().split()
        longer = {word: None for word in opening if len(word) >= _LONG_WORD}
        data["story"] = list(map(crc32, map(str.encode, longer)))
    else:
        body = reading.prose[start:].strip().encode("utf-8", "replace")
        data["body"] = blake2b(body, digest_size=8).hexdigest() if body else ""
    yield Sighting(head.block.start, head.block.end, data)


def twins(observations: Sequence[Observation]) -> Iterator[Group]:
    """A group for each headline that stands on several articles, however many."""
    by_words: dict[str, list[int]] = defaultdict(list)
    for number, observation in enumerate(observations):
        by_words[observation.data["words"]].append(number)
    for words, everywhere in by_words.items():
        places = _one_for_each_path(observations, everywhere)
        paths = [observations[place].site.path for place in places]
        if len(paths) < 2:
            continue
        bodies = {observations[place].data["body"] for place in places} - {""}
        message, severity = _told(paths, len(bodies), words)
        yield Group(tuple(places), words, message, ("the same headline",), severity)


def _told(paths: Sequence[str], bodies: int, words: str) -> tuple[str, Severity | None]:
    others = _others(paths)
    if bodies == 1:
        return f"This headline and the whole text under it also stand in {others}.", None
    if len(words.split()) == 1 or (len(paths) >= _STANDING and bodies == len(paths)):
        return (
            f"This headline also stands in {others}. If it is a standing head, "
            "add it to “standing” in the rule.",
            "suggestion",
        )
    return f"This headline also stands in {others}.", None


def _others(paths: Sequence[str]) -> str:
    if len(paths) == 2:
        return paths[1]
    return f"{paths[1]} and {len(paths) - 2} more"


def _one_for_each_path(observations: Sequence[Observation], places: Iterable[int]) -> list[int]:
    first: dict[str, int] = {}
    for place in places:
        first.setdefault(observations[place].site.path, place)
    return list(first.values())


class _Headline(NamedTuple):
    """A headline as it is compared: its words, the place it stands first, and its story."""

    words: tuple[str, ...]
    place: int
    story: Sequence[int]


def similar(observations: Sequence[Observation]) -> Iterator[Group]:
    """A group for each set of headlines that are nearly the same, but not the same.

    Where the texts tell the same story, one word may differ in any way but a telling one;
    where they do not, only by its spelling or by being left out, and that is a suggestion.
    """
    headlines: dict[tuple[str, ...], _Headline] = {}
    for place, observation in enumerate(observations):
        words = tuple(observation.data["words"].split())
        if len(words) >= _SHORTEST and words not in headlines:
            headlines[words] = _Headline(words, place, observation.data["story"])
    joined: dict[tuple[str, ...], tuple[str, ...]] = {}
    certain: set[tuple[str, ...]] = set()
    for one, other in _pairs(headlines):
        if observations[one.place].site.path == observations[other.place].site.path:
            continue
        shared = _shared(one.story, other.story)
        if _is_near(one.words, other.words, shared=shared):
            root, child = sorted((_root(joined, one.words), _root(joined, other.words)))
            joined[child] = root
            if shared >= _SAME_STORY:
                certain.update((one.words, other.words))
    yield from _groups(observations, headlines, joined, certain)


def _groups(
    observations: Sequence[Observation],
    headlines: Mapping[tuple[str, ...], _Headline],
    joined: dict[tuple[str, ...], tuple[str, ...]],
    certain: set[tuple[str, ...]],
) -> Iterator[Group]:
    members: dict[tuple[str, ...], list[tuple[str, ...]]] = defaultdict(list)
    for words in headlines:
        members[_root(joined, words)].append(words)
    for group in members.values():
        if len(group) < 2:
            continue
        places = sorted(headlines[words].place for words in group)
        first, *others = (observations[place].site for place in places)
        more = f" and {len(others) - 1} more" if len(others) > 1 else ""
        yield Group(
            tuple(places),
            " ".join(headlines[group[0]].words),
            f"This headline is nearly the same as “{others[0].text}” in {others[0].path}{more}.",
            (f"nearly the same as “{first.text}”",),
            None if any(words in certain for words in group) else "suggestion",
        )


def forms_of(words: tuple[str, ...]) -> Iterable[tuple[str, ...]]:
    """The forms of a headline, one of which every headline near to it shares.

    They are its words, less each of them in turn, and all of them run together, which stands
    for a space that was lost or added.
    """
    shorter = (words[:i] + words[i + 1 :] for i in range(len(words)))
    return dict.fromkeys((words, *shorter, ("".join(words),)))


def _pairs(
    headlines: Mapping[tuple[str, ...], _Headline],
) -> Iterator[tuple[_Headline, _Headline]]:
    """Pairs that differ by one word added, dropped or changed, each pair once."""
    first: dict[int, _Headline] = {}
    forms: dict[int, list[_Headline]] = {}  # of most forms there is one headline only
    for words, headline in headlines.items():
        for form in map(hash, forms_of(words)):
            other = first.setdefault(form, headline)
            if other is not headline:
                forms.setdefault(form, [other]).append(headline)
    seen: set[tuple[int, int]] = set()
    for sharing in forms.values():
        if len(sharing) > _MOST_PAIRS:
            continue
        for one, other in combinations(sharing, 2):
            pair = (one.place, other.place)
            if pair not in seen:
                seen.add(pair)
                yield one, other


def _shared(one: Sequence[int], other: Sequence[int]) -> float:
    """The share of its longer words that the text with fewer of them has in common.

    The sets are made here, since few headlines are ever near another.
    """
    mine, theirs = set(one), set(other)
    fewer = min(len(mine), len(theirs))
    return len(mine & theirs) / fewer if fewer else 0.0


def _is_near(one: Sequence[str], other: Sequence[str], *, shared: float) -> bool:
    """Whether the words in which two headlines differ leave them the same headline."""
    left = 0
    while left < min(len(one), len(other)) and one[left] == other[left]:
        left += 1
    right = 0
    while right < min(len(one), len(other)) - left and one[-1 - right] == other[-1 - right]:
        right += 1
    mine, theirs = one[left : len(one) - right], other[left : len(other) - right]
    differing = (*mine, *theirs)
    if len(differing) > 3 or any(any(map(str.isdigit, word)) for word in differing):
        return False
    if min(len(one), len(other)) < _FEWEST and shared < _SAME_TEXT:
        return False
    if "".join(mine) == "".join(theirs) or (
        len(mine) == len(theirs) == 1
        and _spelt_alike(mine[0], theirs[0])
        and not _TELLING.issuperset(differing)
    ):
        return True
    if _TELLING.intersection(differing):
        return False
    return not (mine and theirs) or shared >= _SAME_TEXT


def _spelt_alike(one: str, other: str) -> bool:
    """One letter added, dropped or changed, or two neighbours swapped, in a longer word."""
    if min(len(one), len(other)) < 4 or abs(len(one) - len(other)) > 1 or one == other:
        return False
    left = 0
    while left < min(len(one), len(other)) and one[left] == other[left]:
        left += 1
    a, b = one[left:], other[left:]
    swapped = len(a) > 1 and len(b) > 1 and a[0] == b[1] and a[1] == b[0] and a[2:] == b[2:]
    return a[1:] == b[1:] or a[1:] == b or a == b[1:] or swapped


def _root(
    joined: Mapping[tuple[str, ...], tuple[str, ...]], words: tuple[str, ...]
) -> tuple[str, ...]:
    while words in joined and joined[words] != words:
        words = joined[words]
    return words
