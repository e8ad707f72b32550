"""One model, asked once for an article, whatever the number of rules."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lint.reading import Reading

if TYPE_CHECKING:
    from lint.context.model import Doubt, Model, Thresholds

_EAGER = 0.5  # of a threshold


class ContextReader:
    """A model that reads on behalf of all rules of the kind.

    ``eager`` halves the chance from which a suggestion is made; warnings stay as they are.
    """

    def __init__(self, model: Model, *, eager: bool = False) -> None:
        self.model = model
        self._eager = eager
        self._least = 1.0

    def listen(self, least: float) -> None:
        """Note that a rule wants to hear of doubts from this chance on."""
        self._least = min(self._least, least)

    def thresholds(self, family: str) -> Thresholds:
        """From which chance on the doubts of a family are told."""
        found = self.model.thresholds[family]
        if not self._eager:
            return found
        return found._replace(
            suggestion=_eager(found.suggestion),
            headline_suggestion=_eager(found.headline_suggestion),
        )

    def doubts(self, reading: Reading) -> list[Doubt]:
        """What the model doubts in an article."""
        return self.model.doubts(reading, self._least)


def _eager(threshold: float) -> float:
    return threshold if threshold > 1 else threshold * _EAGER
