"""The words of the names that a stylebook has, which are no slips for others."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence

from lint.checks.base import Check
from lint.checks.naming.spelling import fold
from lint.kept import cached_property
from lint.reading import Reading


class RightWords:
    """The folds of the words of the right names of a stylebook.

    Also the sentry of the kind, so that a compiled book has them ready: it wakes ``rules``
    (their ids) for every article.
    """

    def __init__(self, words: Callable[[], Iterable[str]], rules: Iterable[str] = ()) -> None:
        self._words = words
        self._rules = tuple(rules)

    @classmethod
    def of(cls, checks: Sequence[Check], rules: Iterable[str] = ()) -> RightWords:
        """The words of the rules of names among the checks of a book."""

        def words() -> Iterable[str]:
            named = (check for check in checks if check.rule.kind == "names")
            right = (claim.form for check in named for claim in check.claims() if claim.right)
            return (fold(word) for form in right for word in form.split())

        return cls(words, rules)

    @cached_property
    def words(self) -> frozenset[str]:
        """The folds; worked out when they are first asked for."""
        return frozenset(self._words())

    def awake(self, reading: Reading) -> Iterable[str]:
        """Every rule of the kind."""
        return self._rules

    def packed(self) -> dict[str, bytes]:
        """The words and the rules as bytes, for a compiled stylebook."""
        parts = {"words": sorted(self.words), "rules": self._rules}
        return {
            name: "\n".join(part).encode("utf-8", "surrogatepass") for name, part in parts.items()
        }

    @classmethod
    def unpacked(cls, packed: Mapping[str, bytes]) -> RightWords:
        """What :meth:`packed` gave, made whole again; the words when they are needed."""

        def lines(part: str) -> list[str]:
            return packed[part].decode("utf-8", "surrogatepass").split("\n")

        return cls(lambda: lines("words"), lines("rules"))
