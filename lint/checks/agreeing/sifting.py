"""What runs of capitalised words may have to tell, before they are taken apart.

Of most runs there is nothing to tell, and taking one apart costs far more than a look at its
words, each of which has mostly been met in other articles.
"""

from __future__ import annotations

from functools import lru_cache

from lint.checks.agreeing.forms import ACRONYM, fold_of, folds_in
from lint.checks.agreeing.standing import is_known_name, standing
from lint.checks.naming.spelling import fold
from lint.mentioned import POSSESSIVES, held_by
from lint.titles import DAYS, LEADERS
from lint.tuples import NamedTuple

_REMEMBERED = 1 << 13


class Sifted(NamedTuple):
    """What a run may hold: the folds of words worth comparing, and whether one is unknown.

    There may be more here than the names of the run have, and never less.
    """

    folds: tuple[str, ...]
    strange: bool


@lru_cache(maxsize=_REMEMBERED)
def sifted(run: str) -> Sifted:
    """Look at the words of a run."""
    plain = run[:-2] if run.endswith(POSSESSIVES) else run
    if not plain.isascii() or "'" in plain or "." in plain:
        strange = any(_is_strange(word) for part in held_by(run) for word in part.words)
        return Sifted(folds_in(run), strange)
    folds, strange = [], False
    for number, word in enumerate(plain.split(" ")):
        folded, unknown = _looked_up(word)
        strange = strange or unknown
        if folded is not None and (number or folded not in LEADERS):
            folds.append(folded)
    return Sifted(tuple(folds), strange)


@lru_cache(maxsize=_REMEMBERED)
def _looked_up(word: str) -> tuple[str | None, bool]:
    """The fold of a word, if it is worth comparing, and whether nothing is known of it."""
    folded = fold_of(word)
    return (None if folded in DAYS else folded), _is_strange(word)


def _is_strange(word: str) -> bool:
    """Whether nothing is known of a word that may be part of a name."""
    if not word[0].isupper() or (word.isupper() and len(word) <= ACRONYM):
        return False
    folded = fold(word)
    return not is_known_name(folded) and not standing(folded, word).known
