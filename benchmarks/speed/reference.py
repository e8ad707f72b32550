"""What the phrase index and the pattern index must find, worked out by one ``re`` at a time.

Slow and plain on purpose, and without a line of the code that it is held against: every
phrase and every pattern is a regular expression of its own, run over every article. It goes
by what the manual says: whole words; capitals as written or ALL CAPS where a phrase is exact,
else any; curly and straight apostrophes alike, every space a space, every hyphen a hyphen;
contractions (won’t) and elisions (O’Brien) are no hits, a possessive is; a pattern knows the
letters of ASCII only.
"""

from __future__ import annotations

import re
import sys
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import Any, Protocol

_APOSTROPHES, _SPACES, _HYPHENS = "'’‘ʼ", " \n\t\u00a0\u202f", "-\u2010\u2011"
_ALIKE = {ord(char): group[0] for group in (_APOSTROPHES, _SPACES, _HYPHENS) for char in group[1:]}


def _combining() -> str:
    """The marks that join the letter before them, as ranges for a class of characters."""
    ranges: list[list[int]] = []
    for code in range(sys.maxunicode + 1):
        if unicodedata.combining(chr(code)):
            if ranges and ranges[-1][1] == code - 1:
                ranges[-1][1] = code
            else:
                ranges.append([code, code])
    return "".join(f"{chr(first)}-{chr(last)}" for first, last in ranges)


_COMBINING = _combining()
_BEFORE = rf"(?<![\w{_COMBINING}])(?<![^\W\d_]['’])"
_AFTER = rf"(?![\w{_COMBINING}])(?!['’](?i:t|ll|re|ve|d|m)(?![^\W\d_]))"
# What ``re`` may read otherwise: a code, the end of the text, another escape, a class of
# characters (where a dollar is a dollar), the end of the text again.
_FOREIGN = re.compile(r"\(\?m:\$\)|\\x\{[0-9A-Fa-f]+\}|\\z|\\.|\[\^?\]?(?:\\.|[^\]\\])*\]|\$")
_CODE = re.compile(r"\\x\{([0-9A-Fa-f]+)\}")  # in a class


class Literal(Protocol):
    """A phrase as a check asks for it."""

    @property
    def text(self) -> str:
        """The words."""

    @property
    def exact(self) -> bool:
        """Whether its capitals count."""

    @property
    def payload(self) -> Any:
        """What is given back with a hit."""


class Expression(Protocol):
    """A pattern as a check asks for it."""

    @property
    def text(self) -> str:
        """The regular expression."""

    @property
    def ignore_case(self) -> bool:
        """Whether capitals make no difference."""

    @property
    def payload(self) -> Any:
        """What is given back with a hit."""


@dataclass(frozen=True)
class Form:
    """One way to write a phrase, by itself; its expression is made when it is needed."""

    text: str
    exact: bool
    payload: Any

    @cached_property
    def trace(self) -> str:
        """What the folded prose must hold, if the expression is to match in it."""
        return fold(self.text)

    @cached_property
    def expression(self) -> re.Pattern[str]:
        """The whole form; in a look-ahead, so that two matches may overlap."""
        body = _any_marks(self.text)
        if self.exact and self.text.upper() != self.text:
            body = f"{body}|{_any_marks(self.text.upper())}"
        flags = re.NOFLAG if self.exact else re.IGNORECASE
        return re.compile(f"{_BEFORE}(?=({body}){_AFTER})", flags)


@dataclass(frozen=True, slots=True)
class Hit:
    """A phrase or a pattern at a half-open range of the prose, as checks are given it."""

    start: int
    end: int
    payload: Any


class Unusable(Exception):
    """A pattern that ``re`` cannot be asked for."""


class Lookup:
    """The phrases and patterns of one check, each looked for by itself."""

    def __init__(self, phrases: Iterable[Literal], patterns: Iterable[Expression]) -> None:
        self._forms = [form for phrase in phrases for form in _forms(phrase)]
        self._patterns = [(compiled(pattern), pattern.payload) for pattern in patterns]

    def hits(self, prose: str, folded: str) -> list[Hit]:
        """Every hit in the prose, in order of place; ``folded`` is the prose folded."""
        found = [
            Hit(*match.span(1), form.payload)
            for form in self._forms
            if form.trace in folded  # an expression without it would search in vain
            for match in form.expression.finditer(prose)
        ]
        found += [
            Hit(*match.span(), (payload, (match.group(), *match.groups())))
            for pattern, payload in self._patterns
            for match in pattern.finditer(prose)
            if match.group()
        ]
        return sorted(found, key=lambda hit: (hit.start, hit.end))


def fold(text: str) -> str:
    """A text with every apostrophe, space and hyphen plain and every letter small."""
    return text.translate(_ALIKE).casefold()


def _forms(phrase: Literal) -> Iterator[Form]:
    """A phrase as written, and with its accents apart."""
    for text in {phrase.text, unicodedata.normalize("NFD", phrase.text)}:
        yield Form(text, phrase.exact, phrase.payload)


def _any_marks(text: str) -> str:
    groups = (_APOSTROPHES, _SPACES, _HYPHENS)
    return "".join(
        next((f"[{group}]" for group in groups if char in group), re.escape(char)) for char in text
    )


def compiled(pattern: Expression) -> re.Pattern[str]:
    """A pattern for ``re``, as RE2 reads it.

    Words, digits and spaces are those of ASCII, and ``$`` is the very end of the text.

    Raises:
        Unusable: ``re`` does not know its syntax.
    """
    flags = re.ASCII | (re.IGNORECASE if pattern.ignore_case else re.NOFLAG)
    try:
        return re.compile(_FOREIGN.sub(_in_re, pattern.text), flags)
    except re.error as error:
        raise Unusable(f"{pattern.text}: {error}") from None


def _in_re(found: re.Match[str]) -> str:
    """A part of a pattern as ``re`` writes it."""
    part = found[0]
    if part == "(?m:$)":
        return r"(?=\n|\Z)"
    if part in ("$", r"\z"):
        return r"\Z"
    return _CODE.sub(lambda code: f"\\U{int(code[1], 16):08x}", part)
