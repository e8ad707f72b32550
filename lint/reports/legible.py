"""Text made fit to be shown: nothing in copy may steer a terminal or upset the columns."""

from __future__ import annotations

import re
import unicodedata

from lint.late import late

# Control characters (an escape sequence begins with one), line and paragraph separators,
# marks that turn the direction of writing (they can make a line read as what it is not:
# https://trojansource.codes), annotation marks, and halves of surrogate pairs.
_UNSHOWABLE = late(
    "[\x00-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ud800-\udfff\ufff9-\ufffb]"
)
# Latin letters, dashes, quotation marks, and the like: nearly all that news is written with.
_NARROW = late("[ -~\xa0-\xac\xae-\u02ff\u2010-\u2027€]*+")
_STAND_IN = "\ufffd"
_CONTROL_PICTURES = 0x2400  # U+2400 pictures NUL, U+2401 start of heading, and so on


def legible(text: str) -> str:
    """The text with each character that cannot be shown safely replaced by one that can.

    Characters are replaced one for one, so offsets stay right. Tabs and line ends become
    spaces, other controls their pictures, the rest U+FFFD.
    """
    return text if text.isprintable() else _UNSHOWABLE.sub(_shown, text)


def _shown(found: re.Match[str]) -> str:
    char = found[0]
    if char in "\t\n\r\v\f\x85\u2028\u2029":
        return " "
    if char == "\x7f":
        return "\u2421"
    return chr(_CONTROL_PICTURES + ord(char)) if char < " " else _STAND_IN


def width(text: str) -> int:
    """How many columns a terminal gives a legible text (East Asian Wide, emoji, marks)."""
    if is_narrow(text):
        return len(text)
    import wcwidth

    columns = wcwidth.wcswidth(text)
    return columns if columns >= 0 else sum(map(char_width, text))


def is_narrow(text: str) -> bool:
    """Whether every character of a legible text surely takes one column."""
    return text.isascii() or _NARROW.fullmatch(text) is not None


def char_width(char: str) -> int:
    """How many columns a character takes by itself (a combining mark: none)."""
    if is_narrow(char):
        return 1
    import wcwidth

    return max(0, wcwidth.wcwidth(char))


def padded(text: str, columns: int, *, right: bool = False) -> str:
    """The text filled up with spaces to a number of columns, on the left if ``right``."""
    space = " " * (columns - width(text))
    return space + text if right else text + space


def wrapped(text: str, columns: int) -> list[str]:
    """The text in lines of at most so many columns, broken at spaces; at least one line."""
    lines: list[str] = []
    line, *words = text.split(" ")
    measured = len if is_narrow(text) else width
    taken = measured(line)
    for word in words:
        more = measured(word)
        if taken + 1 + more > columns:
            lines.append(line)
            line, taken = word, more
        else:
            line, taken = f"{line} {word}", taken + 1 + more
    return [*lines, line]


def unlike(before: str, after: str) -> tuple[str, str]:
    """Two texts made to look different where they differ only in what cannot be seen.

    Spaces become ␣ and other invisible characters their code points, in both.
    """
    if before == after or _visible(before) != _visible(after):
        return before, after
    return _spelt_out(before), _spelt_out(after)


def _visible(text: str) -> str:
    return "".join(char for char in text if not _is_invisible(char))


def _is_invisible(char: str) -> bool:
    return char.isspace() or unicodedata.category(char) in {"Cf", "Cc"}


def _spelt_out(text: str) -> str:
    return "".join(
        "␣" if char == " " else f"‹U+{ord(char):04X}›" if _is_invisible(char) else char
        for char in text
    )
