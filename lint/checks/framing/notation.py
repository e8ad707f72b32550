"""The notation of frames: words in a row, as an editor writes them, made into expressions."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence

from lint.checks.framing.frame import LETTERS, SPACE, Frame, Slot
from lint.late import late

WordList = Sequence[str] | Mapping[str, str]  # words, or words with what is meant by them

_NUMBER_WORDS = (
    "two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen "
    "seventeen eighteen nineteen twenty thirty forty fifty sixty seventy eighty ninety hundred"
).split()
_BUILT_IN = {
    "number": "|".join((r"\d[\d,.]*\d", r"\d", *_NUMBER_WORDS)),
    "name": f"[A-ZÀ-Þ][{LETTERS}'’-]*",
}
_ANY = rf"[{LETTERS}\d'’-]+"
_END = "<end>"
_SLOT = late(r"(\[?)(\(?)(~?)([^\s()\[\]]+)(\)?)(\]?)")


class FrameError(ValueError):
    """A frame that cannot be read; the message says why, for the editor."""


class Notation:
    """Reads frames; ``lists`` are what ``<name>`` stands for in them."""

    def __init__(self, lists: Mapping[str, WordList]) -> None:
        self._lists = lists
        self._choices: dict[tuple[str, bool], str] = {}

    def parse(self, text: str) -> Frame:
        """Read a frame.

        Raises:
            FrameError: it cannot be read.
        """
        tokens = text.split()
        ends = bool(tokens) and tokens[-1] == _END
        slots: list[Slot] = []
        first = last = known = 0
        for number, token in enumerate(tokens[:-1] if ends else tokens, 1):
            found = _SLOT.fullmatch(token)
            if found is None or bool(found[2]) != bool(found[5]):
                raise FrameError(f"“{token}” cannot be read; brackets stand around whole words")
            if (found[1] and first) or (found[6] and (last or not (first or found[1]))):
                raise FrameError("one pair of square brackets shows what is found, not more")
            first = number if found[1] else first
            last = number if found[6] else last
            known = number if found[3] else known
            slots.append(self._slot(found[4], optional=bool(found[2]), opens=number == 1))
        if bool(first) != bool(last):
            raise FrameError("a square bracket has no partner")
        if not slots or slots[0].optional or slots[-1].optional:
            raise FrameError("a frame begins and ends with a word that is always there")
        plain = late(self._slot(_bare(tokens[0]), optional=False, opens=False).expression)
        return Frame(tuple(slots), first or 1, last or len(slots), ends, plain, known)

    def one_of(self, words: Iterable[str]) -> re.Pattern[str]:
        """An expression that is one of some words; ``<list>`` is one of a list.

        Raises:
            FrameError: a list is not there.
        """
        return late(f"(?:{'|'.join(self._choice(word, opens=False) for word in words)})")

    def _slot(self, text: str, *, optional: bool, opens: bool) -> Slot:
        allowed, refuses, refused = text.partition("!")
        meant: dict[str, str] = {}
        for choice in allowed.split("|"):
            named = self._lists.get(choice[1:-1]) if choice.startswith("<") else None
            if isinstance(named, Mapping):
                meant.update(named)
        expression = self._any_of(allowed or "*", opens=opens)
        if refuses:
            return Slot(expression, optional, meant, refused=self._any_of(refused, opens=False))
        return Slot(expression, optional, meant, self._words(text))

    def _any_of(self, text: str, *, opens: bool) -> str:
        choices = text.split("|")
        if not all(choices):
            raise FrameError(f"in “{text}” a word is missing beside |")
        return "|".join(self._choice(choice, opens=opens) for choice in choices)

    def _words(self, text: str) -> tuple[str, ...]:
        """The words of a slot, or none where they cannot be listed."""
        words: list[str] = []
        for choice in text.split("|"):
            if choice[0] == "<" and choice[1:-1] in self._lists:
                words += self._lists[choice[1:-1]]
            elif choice[0] in "<*" or choice[-1] == "*":
                return ()
            else:
                words.append(choice)
        return tuple(dict.fromkeys(words))

    def _choice(self, text: str, *, opens: bool) -> str:
        key = text, opens
        if key not in self._choices:
            self._choices[key] = self._expression(text, opens=opens)
        return self._choices[key]

    def _expression(self, text: str, *, opens: bool) -> str:
        if text.startswith("<") and text.endswith(">"):
            name = text[1:-1]
            if name in self._lists:
                words = sorted(self._lists[name], key=_longest)
                return "|".join(_word(word, opens=opens) for word in words)
            if name in _BUILT_IN:
                return _BUILT_IN[name]
            raise FrameError(f"there is no list “{name}”; name one under “lists”")
        if text == "*":
            return _ANY
        if text.startswith("*"):
            return rf"[{LETTERS}-]+{re.escape(text[1:])}"
        if text.endswith("*"):
            return rf"{_word(text[:-1], opens=opens)}[{LETTERS}-]*"
        return _word(text, opens=opens)


def _bare(token: str) -> str:
    return token.strip("[]()~")


def _word(word: str, *, opens: bool) -> str:
    escaped = re.escape(word).replace("'", "['’]").replace(r"\ ", SPACE)
    if opens and word[0].islower():
        return f"[{word[0].upper()}{word[0]}]{escaped[1:]}"
    return escaped


def _longest(word: str) -> tuple[int, str]:
    return (-len(word), word)
