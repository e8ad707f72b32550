"""Which well-known name is meant by a word that is none."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import lru_cache

from lint.checks.agreeing.nearness import edit_between, is_number
from lint.checks.agreeing.sifting import sifted
from lint.checks.agreeing.standing import standing
from lint.checks.naming.spelling import fold
from lint.frozen import Frozen
from lint.lexicon.names import open_names
from lint.lexicon.nearness import one_edit
from lint.mentioned import held_by

_REMEMBERED = 1 << 10  # of each sort; what is strange is seldom met again
_SHORTEST = 5  # letters
_LONG = 6  # letters, of a name of one word
_COMMON = 7  # how well a given name must be known where something else speaks for it
_VERY_COMMON = 9  # and where nothing but its letters does
_ODD = 25  # parts of names with the rarest three letters: fewer, and it is hardly a name
_RARE = 120  # and fewer than that where two letters are swapped
_SURE = 0.97
_LIKELY = 0.85
_DOUBTFUL = 0.7


class Meant(Frozen):
    """What is meant: which word of the name is wrong, the right one, how surely, and why.

    ``often`` says that it is so even where the article writes it more than once.
    """

    number: int
    name: str
    confidence: float
    evidence: tuple[str, ...]
    often: bool = False


def holds_slip(run: str) -> bool:
    """Whether a run of capitalised words holds a name of which a word seems misspelt."""
    return sifted(run).strange and _holds_slip(run)


@lru_cache(maxsize=_REMEMBERED)
def _holds_slip(run: str) -> bool:
    return any(meant_by(part.words) is not None for part in held_by(run))


@lru_cache(maxsize=_REMEMBERED)
def meant_by(words: tuple[str, ...]) -> Meant | None:
    """What is meant by a name of which a word is misspelt; None where none seems to be."""
    first, last = words[0], words[-1]
    if len(words) > 1:
        if _is_strange(first):
            return _given(first, fold(last))
        # “State Martin Scorcese”: what stands before the first name does no harm.
        return _surname(fold(words[-2]), last, len(words) - 1) if _is_strange(last) else None
    return _place(first) if _is_strange(first) else None


@lru_cache(maxsize=_REMEMBERED)
def _is_strange(word: str) -> bool:
    """Whether a word is long enough, plainly written, and known as nothing at all."""
    if len(word) < _SHORTEST or not word.isalpha() or not word[1:].islower():
        return False
    folded = fold(word)
    known = standing(folded, word)
    return folded.isascii() and not known.known and not known.weight


def _given(word: str, surname: str) -> Meant | None:
    """The given name that is meant before a folded surname."""
    names, folded = open_names(), fold(word)
    for name in names.given_with(surname):
        if name[0] == folded[0] and edit_between(name, folded) not in (None, "two"):
            return _in_full(0, name.title(), f"{name} {surname}")
    common = names.commonness(folded)
    if common > _RARE or not _may_be_surname(surname):
        return None
    found = _swapped(folded)
    if common <= _ODD and len(word) > _SHORTEST:
        found += _with_odd_letters(folded)
    for why, name in found:
        right = name.title()
        return Meant(0, right, _LIKELY, (why, f"“{right}” is a common given name"))
    return None


def _may_be_surname(folded: str) -> bool:
    known = standing(folded, folded.title())
    return known.surname > 0 or known.printed > 0


def _swapped(folded: str) -> list[tuple[str, str]]:
    """The common given name of which a word has two letters swapped, with the reason."""
    forms = (
        folded[:at] + folded[at + 1] + folded[at] + folded[at + 2 :]
        for at in range(1, len(folded) - 1)
    )
    names = open_names()
    found = [form for form in forms if form != folded and names.given(form) >= _COMMON]
    return [("two letters are swapped", form) for form in found]


def _with_odd_letters(folded: str) -> list[tuple[str, str]]:
    """The very common given names a letter away from a word that is hardly a name."""
    names = open_names()
    found = []
    for other in dict.fromkeys(one_edit(folded)):
        if other == folded or other[0] != folded[0] or len(other) <= _SHORTEST:
            continue
        known = names.given(other)
        if known >= _VERY_COMMON and edit_between(other, folded) in ("doubled", "dropped", "key"):
            found.append((-known, "hardly a name has such letters in a row", other))
    return [(why, other) for _, why, other in sorted(found)]


def _surname(given: str, word: str, number: int) -> Meant | None:
    """The surname that is meant behind a folded given name."""
    folded = fold(word)
    surnames = open_names().surnames_with(given)
    if folded in surnames:
        return None
    for surname in surnames:
        if not surname.isalpha() or is_number(surname, folded):
            continue
        edit = edit_between(surname, folded)
        if edit == "swapped" or (edit is not None and surname[0] == folded[0]):
            return _in_full(number, surname.title(), f"{given} {surname}")
    return None


def _in_full(number: int, right: str, full: str) -> Meant:
    return Meant(number, right, _SURE, (f"the news prints “{full.title()}”",), often=True)


def _place(word: str) -> Meant | None:
    """The place, or what belongs to it, that is meant by a name of one word."""
    folded = fold(word)
    if len(word) < _LONG or (folded[-1] == "s" and folded[:-1] in open_names()):
        return None  # the two Koreas
    shortened = _shortened(folded[0])
    near = {name for form in (folded, *_deletions(folded)) for name in shortened.get(form, ())}
    for name in sorted(near):
        edit = edit_between(name, folded)
        if name[0] != folded[0] or edit not in ("swapped", "doubled", "dropped"):
            continue
        inside = name[-1] == folded[-1] and name[1] == folded[1] and len(word) > _LONG
        if edit != "dropped" or inside:
            right = name.title()
            # Newpark and Baharain are places too; what has lost a letter hardly is one.
            sure = _LIKELY if edit != "dropped" or len(name) > len(word) else _DOUBTFUL
            return Meant(0, right, sure, (f"“{right}” is well known, and “{word}” is not",))
    return None


@lru_cache(maxsize=100)
def _shortened(initial: str) -> Mapping[str, list[str]]:
    """The famous names with an initial by themselves, and by each with a letter left out."""
    found: dict[str, list[str]] = {}
    for name in open_names().famous(initial):
        for form in {name, *_deletions(name)}:
            found.setdefault(form, []).append(name)
    return found


def _deletions(word: str) -> Iterator[str]:
    return (word[:at] + word[at + 1 :] for at in range(len(word)))
