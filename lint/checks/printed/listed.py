"""The names that a stylebook has, which its own rules judge, and whether there is an index."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping

from lint.checks.base import Check
from lint.checks.naming.forms import words_of
from lint.checks.naming.spelling import fold
from lint.kept import cached_property
from lint.reading import Reading


class Listed:
    """The folds of every form of a stylebook, and of every word of its right names.

    Also the sentry of the kind: it wakes the rules that have been given an index (``rules``,
    their ids), so that without one nothing is read.
    """

    def __init__(self, forms: Callable[[], frozenset[str]], rules: Iterable[str] = ()) -> None:
        self._forms = forms
        self.rules = list(rules)

    @classmethod
    def of(cls, checks: Iterable[Check], rules: Iterable[str] = ()) -> Listed:
        """The forms of the checks of a book."""
        book = tuple(checks)

        def forms() -> frozenset[str]:
            claims = [claim for check in book for claim in check.claims()]
            words = (word for claim in claims if claim.right for word in words_of(claim.form))
            return frozenset(map(fold, (*(claim.form for claim in claims), *words)))

        return cls(forms, rules)

    @cached_property
    def forms(self) -> frozenset[str]:
        """The folds; worked out when they are first asked for."""
        return self._forms()

    def awake(self, reading: Reading) -> Iterable[str]:
        """The rules that have an index."""
        return self.rules

    def packed(self) -> dict[str, bytes]:
        """The forms as bytes, for a compiled stylebook."""
        return {"forms": "\n".join(sorted(self.forms)).encode("utf-8", "surrogatepass")}

    @classmethod
    def unpacked(cls, packed: Mapping[str, bytes]) -> Listed:
        """What :meth:`packed` gave, made whole again when it is needed."""
        return cls(lambda: frozenset(packed["forms"].decode("utf-8", "surrogatepass").split("\n")))
