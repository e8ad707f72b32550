"""LanguageTool’s rules without Java: LingoTweaker, a port of them that comes as a wheel."""

from __future__ import annotations

import threading
from collections.abc import Sequence
from typing import Any

from lint.advice import Advice
from lint.checks.advising.known import MAKING, WHOLE_TEXT
from lint.grammar.asking import NoAnswer, Unanswered, Wanted
from lint.grammar.locating import EMBEDDED, EMBEDDED_ENGLISH, installed, why_no_embedded
from lint.grammar.offsets import Units, sendable
from lint.late import late

_LONGEST = 20_000  # code points: nothing can stop it once it has been asked
_TAG = late(r"</?suggestion>")
_QUOTED = late(r'"([^"]*)"')
_INNER = late(r"(?<!\w)'([^']*)'(?!\w)")


class EmbeddedEngine:
    """The engine inside this process. It is loaded when it is first asked (some seconds)."""

    at_once = 1

    def __init__(self, wanted: Wanted) -> None:
        self._wanted = wanted
        self._lock = threading.Lock()
        self._engine: Any = None

    @property
    def identity(self) -> str:
        """Its version and that of its data."""
        return f"LingoTweaker {installed(EMBEDDED)}, data {installed(EMBEDDED_ENGLISH)}"

    def start(self) -> None:
        """Load it now.

        Raises:
            NoAnswer: it cannot be loaded, or does not know the language.
        """
        with self._lock:
            if self._engine is None:
                self._engine = _loaded(self._wanted)

    def ask(self, texts: Sequence[str], limit: float) -> list[list[Advice]]:
        """See :class:`lint.grammar.asking.GrammarEngine`; a time limit cannot be kept."""
        self.start()
        return [self._ask(sendable(text)) for text in texts]

    def _ask(self, text: str) -> list[Advice]:
        if len(text) > _LONGEST:
            raise Unanswered(f"a paragraph of more than {_LONGEST:,} characters")
        try:
            found = self._engine.check(text)
        except BaseException as error:  # a panic of Rust is no Exception
            if isinstance(error, (KeyboardInterrupt, SystemExit)):
                raise
            raise Unanswered(f"it failed: {error}") from None
        units = Units.utf8(text)
        told = (_advice(match, units) for match in found if not self._is_unwanted(match))
        return [advice for advice in told if advice is not None]

    def _is_unwanted(self, match: dict[str, Any]) -> bool:
        """Whether a match is one that was not asked for: the engine heeds only some of what is
        disabled, and tells EN_ELLIPSIS, which LanguageTool has not."""
        wanted, rule = self._wanted, match["rule_id"]
        return (
            rule in wanted.rules_off
            or rule in WHOLE_TEXT
            or match["category_id"] in wanted.categories_off
            or rule == "EN_ELLIPSIS"
            or any(rule.startswith(f"{off}_") for off in wanted.rules_off & MAKING)
        )

    def keep_alive(self) -> None:
        """See :class:`lint.grammar.asking.GrammarEngine`; it lives as long as this process."""

    def close(self) -> None:
        """Let it go."""
        self._engine = None


def _loaded(wanted: Wanted) -> Any:
    if why := why_no_embedded():
        raise NoAnswer(why)
    language, _, country = wanted.language.partition("-")
    if language != "en":
        raise NoAnswer(f"the embedded engine is installed for English, not for {wanted.language}")
    try:
        from lt_py import Engine

        # Engine("en-GB") would be American: only the variant is looked at.
        return Engine(
            language,
            variant=f"{language}-{country or 'GB'}",
            disabled_rules=sorted(wanted.rules_off | WHOLE_TEXT),
            disabled_categories=sorted(wanted.categories_off),
        )
    except BaseException as error:
        if isinstance(error, (KeyboardInterrupt, SystemExit)):
            raise
        raise NoAnswer(f"the embedded engine cannot be loaded: {error}") from None


def _advice(match: dict[str, Any], units: Units) -> Advice | None:
    start, end = match["offset"], match["offset"] + match["length"]
    if not 0 <= start < end <= units.length:
        return None
    return Advice(
        units.code_point(start),
        units.code_point_after(end),
        match["rule_id"],
        match["category_id"],
        _said(match["message"]),
        tuple(match["suggestions"]),
        match["issue_type"] == "misspelling",
    )


def _said(message: str) -> str:
    """The message without tags, and with the quotation marks that LanguageTool shows."""
    return _INNER.sub("‘\\1’", _QUOTED.sub("“\\1”", _TAG.sub('"', message)))
