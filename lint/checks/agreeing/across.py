"""Full names of several articles compared: one person, spelt in two ways."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache

from lint.checks.agreeing.forms import is_name
from lint.checks.agreeing.nearness import coarse, edit_between, is_inflected, is_number, near_pairs
from lint.checks.agreeing.sifting import sifted
from lint.checks.agreeing.standing import Standing, standing
from lint.checks.naming.spelling import fold
from lint.frozen import Frozen
from lint.mentioned import Name, held_by, names_in, runs_of
from lint.reading import Reading

_REMEMBERED = 1 << 11
_SHORTEST = 3  # letters of a given name
_LONG = 5  # letters of a surname
_LIKELY = 0.9
_EVEN = 0.8  # each form stands in one article
_VARIANTS = 0.7  # both forms are known: Sergei and Sergey

Full = tuple[str, str]  # the folds of a given name and a surname


class Twins(Frozen):
    """Two full names that look like one: the rarer and the usual, and how sure that is."""

    rare: Full
    usual: Full
    confidence: float


def full_names(reading: Reading) -> Iterator[tuple[Name, Full]]:
    """The full names that may be misspelt: those with a word that is not known. Each once."""
    told: set[Full] = set()
    runs = reading.once(runs_of)
    holding = {run for run in runs if sifted(run).strange and _holds_full_name(run)}
    for name in names_in(reading, holding) if holding else ():
        if len(name.words) < 2 or name.loud:
            continue
        full = _full(*name.words[-2:])
        if full is not None and full not in told:
            told.add(full)
            yield name, full


@lru_cache(maxsize=_REMEMBERED)
def _holds_full_name(run: str) -> bool:
    """Whether a run holds a full name that may be misspelt."""
    names = (part.words for part in held_by(run))
    return any(len(words) > 1 and _full(*words[-2:]) is not None for words in names)


def _full(given: str, surname: str) -> Full | None:
    """Two words as a full name, if they may be one that is misspelt."""
    if len(given) < _SHORTEST or len(surname) < _LONG or not _is_of_person(given, surname):
        return None
    return fold(given), fold(surname)


def _is_of_person(given: str, surname: str) -> bool:
    """Whether two words may be a given name and a surname of which not both are well known."""
    if not (given[0].isupper() and surname[0].isupper() and is_name(given) and is_name(surname)):
        return False
    first, last = standing(fold(given), given), standing(fold(surname), surname)
    if first.known and last.known:
        return False
    strange = not first.known
    return (first.given > 0 or strange) and not (first.ordinary or last.ordinary)


def twins(places: Mapping[Full, Sequence[str]]) -> Iterator[Twins]:
    """The pairs of full names that look like one; ``places`` are the articles of each."""
    for same in (0, 1):
        groups: dict[str, dict[str, Full]] = {}
        for full in places:
            groups.setdefault(full[same], {})[full[1 - same]] = full
        for group in groups.values():
            for one, other in near_pairs(group) if len(group) > 1 else ():
                found = _weighed(group[one], group[other], 1 - same, places)
                if found is not None:
                    yield found


def _weighed(
    one: Full, other: Full, differing: int, places: Mapping[Full, Sequence[str]]
) -> Twins | None:
    """Two full names that differ in one word, if they look like one person's."""
    if not set(places[one]).isdisjoint(places[other]):
        return None  # the article itself has both, and is told so
    if not differing and _standing(one[1]).known:
        return None  # two of the many who bear a common surname

    def rank(full: Full) -> tuple[int, int, Full]:
        return len(places[full]), _standing(full[differing]).rank, full

    rare, usual = sorted((one, other), key=rank)
    left, right = rare[differing], usual[differing]
    edit = edit_between(left, right)
    if edit in (None, "two", "letter") or is_number(left, right) or left[0] != right[0]:
        return None
    if _standing(left).known and _standing(right).known:
        apart = differing == 1 or coarse(left) != coarse(right)
        return None if apart else Twins(rare, usual, _VARIANTS)
    if is_inflected(left, right):
        return None
    return Twins(rare, usual, _LIKELY if len(places[usual]) > 1 else _EVEN)


def _standing(folded: str) -> Standing:
    return standing(folded, folded.title())
