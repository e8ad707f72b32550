"""The house word list: words and names that are right here, one a line, in a plain file."""

from __future__ import annotations

import errno
import os
from collections.abc import Iterable
from typing import TYPE_CHECKING

from lint.housewords import HouseWords
from lint.late import late
from lint.reports.legible import legible
from lint.shells.writing import write_atomically
from lint.stylebook.complaints import Complaint, StylebookError

if TYPE_CHECKING:
    from pathlib import Path

# What says that there is no such file.
_ABSENT = frozenset((errno.ENOENT, errno.ENOTDIR, errno.EBADF, errno.ELOOP))
_HEAD = "# Words and names that are right here, one a line. copydesk words add puts them in.\n"
_COMMENT = late(r"(?:^|\s)#.*")
_MARK = "\ufeff"
_MOST_WORDS, _LONGEST = 5, 80  # of a line; a longer one is no name, and the file no word list


def load_words(path: str | os.PathLike[str]) -> tuple[str, ...]:
    """The words of a list, in their order; a file that is not there holds none.

    Raises:
        StylebookError: with a complaint about every line that is no word or name.
    """
    lines = _read(os.fspath(path)).split("\n")
    words = [(number, _word(line)) for number, line in enumerate(lines, 1)]
    complaints = [
        Complaint(str(path), number, 1, said)
        for number, word in words
        if word and (said := why_no_word(word))
    ]
    if complaints:
        raise StylebookError(complaints)
    return tuple(word for _, word in words if word)


def why_no_word(word: str) -> str:
    """Why a text is no word or name that a list can hold; empty if it is one."""
    if not any(char.isalnum() for char in word):
        return f"“{word}” is no word"
    if legible(word) != word:
        return "characters stand here that cannot be seen; take them out"
    if len(word) > _LONGEST or len(word.split()) > _MOST_WORDS:
        return "this is more than a word or a name; write one a line"
    return ""


def add_words(path: Path, words: Iterable[str]) -> list[str]:
    """Put words into a list, and give those that were not in it.

    A list in order stays in order, otherwise they are put at its end; everything else in the
    file stays as it is. Without a file one is begun.

    Raises:
        StylebookError: the list cannot be read.
        CannotWrite: it cannot be written, or has changed meanwhile.
    """
    known = HouseWords(load_words(path))
    new: dict[str, str] = {}
    for word in words:
        if word not in known:
            new.setdefault(word.casefold(), word)
    if not new:
        return []
    before = path.read_bytes() if path.is_file() else None
    text = _HEAD if before is None else before.decode("utf-8")
    return_too = "\r" if "\r\n" in text else ""
    lines = text.removesuffix("\n").split("\n") if text else []
    for word in new.values():
        lines.insert(_place(lines, word), word + return_too)
    write_atomically(str(path), ("\n".join(lines) + "\n").encode("utf-8"), expected=before)
    return list(new.values())


def _place(lines: list[str], word: str) -> int:
    """The line above which a word belongs: above the next word and the comments over it."""
    placed = [(_word(line).casefold(), number) for number, line in enumerate(lines) if _word(line)]
    if [key for key, _ in placed] != sorted(key for key, _ in placed):
        return len(lines)
    place = next((number for key, number in placed if key > word.casefold()), len(lines))
    while 0 < place < len(lines) and placed[0][1] < place and _is_comment(lines[place - 1]):
        place -= 1
    return place


def _is_comment(line: str) -> bool:
    return line.lstrip().startswith("#")


def _word(line: str) -> str:
    return " ".join(_COMMENT.sub("", line.removeprefix(_MARK)).split())


def read_text(path: str) -> str:
    """The text of a file in UTF-8, without a byte order mark, every end of a line the same.

    Raises:
        OSError: it cannot be read.
        UnicodeDecodeError: it is not UTF-8.
    """
    with open(path, "rb") as file:
        text = file.read().decode("utf-8").removeprefix(_MARK)
    return text.replace("\r\n", "\n").replace("\r", "\n") if "\r" in text else text


def _read(path: str) -> str:
    try:
        os.stat(path)
    except OSError as error:
        if error.errno in _ABSENT:
            return ""
        raise
    try:
        if not os.path.isfile(path):
            raise StylebookError([Complaint(path, 0, 0, "is no ordinary file")])
        return read_text(path)
    except UnicodeDecodeError as error:
        said = "this is not UTF-8; save the file as UTF-8"
        line = error.object[: error.start].count(b"\n") + 1
        raise StylebookError([Complaint(path, line, 1, said)]) from None
    except OSError as error:
        said = f"cannot be read: {error.strerror}"
        raise StylebookError([Complaint(path, 0, 0, said)]) from None
