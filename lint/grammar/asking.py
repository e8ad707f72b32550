"""What a grammar engine is to the rest: asked about texts, it gives advice."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol

from lint.advice import Advice
from lint.digest import blake2b
from lint.frozen import Frozen


class NoAnswer(Exception):
    """The engine cannot be asked any more; the message says why, and what to do."""


class Unanswered(Exception):
    """The engine did not answer about these texts, but may about others; the message says why."""


class Busy(Unanswered):
    """The engine asks for fewer questions."""


class Wanted(Frozen):
    """What is asked for: the language, and what need not be looked for."""

    language: str = "en-GB"
    rules_off: frozenset[str] = frozenset()
    categories_off: frozenset[str] = frozenset()

    def key(self) -> str:
        """What tells these wishes from others, in a few characters."""
        parts = (*sorted(self.rules_off), "|", *sorted(self.categories_off))
        digest = blake2b(" ".join(parts).encode(), digest_size=8).hexdigest()
        return f"{self.language} {digest}"


class GrammarEngine(Protocol):
    """An engine. It is started when it is first asked, and stopped by :meth:`close`.

    ``identity`` tells its answers from those of another engine or version; asking for it
    starts nothing. ``at_once`` is how many questions it answers faster than one after another.
    """

    at_once: int

    @property
    def identity(self) -> str:
        """See above."""
        ...

    def ask(self, texts: Sequence[str], limit: float) -> list[list[Advice]]:
        """What it says of each text; ``limit`` is the longest that one may take, in seconds.

        Raises:
            Unanswered: not in time, or not in a way that can be understood.
            NoAnswer: it is not there, or not any more.
        """
        ...

    def start(self) -> None:
        """Start it now.

        Raises:
            NoAnswer: it is not there.
        """
        ...

    def keep_alive(self) -> None:
        """Start it again if it was started in this process and has died."""
        ...

    def close(self) -> None:
        """Stop it; it may be called twice, and from another thread than asks."""
        ...
