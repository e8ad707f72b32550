"""What ``copydesk fix --diff`` shows: the lines changed, before and after."""

from __future__ import annotations

from collections.abc import Iterator
from difflib import SequenceMatcher, unified_diff

from lint.late import late
from lint.reports.legible import legible

_MISSING_END = "\\ No newline at end of file\n"
_WORD = late(r"\w+|\s+|[^\w\s]")
_LONGEST = 20_000  # code points of a line in which changed words are still looked for


def unified(path: str, before: str, after: str, colour: bool = False) -> str:
    """A unified diff of one file; empty where nothing changed.

    Without ``colour`` it is a patch that ``git apply`` and ``patch -p1`` take, exact to
    the byte: CR LF and a missing line end at the end of the file are kept. With ``colour``
    it is for eyes: control characters are made harmless, and in each changed line the
    words that changed stand out.
    """
    old, new = _lines(before), _lines(after)
    names = _name("a", path), _name("b", path)
    lines = list(unified_diff(old, new, *names, lineterm="\n"))
    if not colour:
        return "".join(_ended(line) for line in lines)
    return "".join(_painted(lines))


def _lines(text: str) -> list[str]:
    """The lines as diff and patch count them, ends kept: they know LF only."""
    lines = text.split("\n")
    last = lines.pop()
    return [line + "\n" for line in lines] + ([last] if last else [])


def _ended(line: str) -> str:
    return line if line.endswith("\n") else f"{line}\n{_MISSING_END}"


def _name(side: str, path: str) -> str:
    """The name of a file in the head of a diff, quoted as git does where it has to be."""
    name = path if path.startswith("/") else f"{side}/{path.removeprefix('./')}"
    if any(char < " " or char in '"\\\x7f' or "\ud800" <= char <= "\udfff" for char in name):
        return '"' + "".join(_quoted(char) for char in name) + '"'
    return f"{name}\t" if " " in name else name


def _quoted(char: str) -> str:
    if char in '"\\':
        return "\\" + char
    if " " <= char != "\x7f" and not "\ud800" <= char <= "\udfff":
        return char
    # A byte that is not UTF-8 is kept by Python as half a surrogate pair.
    return "".join(f"\\{byte:03o}" for byte in char.encode("utf-8", "surrogateescape"))


def _painted(lines: list[str]) -> Iterator[str]:
    """The lines in colour; those taken out are paired with those put in after them."""
    head, body = lines[:2], lines[2:]
    for line in head:
        yield _style(legible(line.rstrip("\t\n")), bold=True) + "\n"
    at = 0
    while at < len(body):
        taken = _run(body, at, "-")
        put = _run(body, at + len(taken), "+")
        if taken or put:
            yield from _change(taken, put)
            at += len(taken) + len(put)
        else:
            yield _seen(body[at], fg="cyan" if body[at].startswith("@@") else None)
            at += 1


def _run(lines: list[str], at: int, sign: str) -> list[str]:
    end = at
    while end < len(lines) and lines[end].startswith(sign):
        end += 1
    return lines[at:end]


def _change(taken: list[str], put: list[str]) -> Iterator[str]:
    if len(taken) != len(put) or max(map(len, taken)) > _LONGEST:
        yield from (_seen(line, fg="red") for line in taken)
        yield from (_seen(line, fg="green") for line in put)
        return
    pairs = [_word_by_word(old, new) for old, new in zip(taken, put, strict=True)]
    yield from (
        _seen_parts("-", parts, "red", old) for (parts, _), old in zip(pairs, taken, strict=True)
    )
    yield from (
        _seen_parts("+", parts, "green", new) for (_, parts), new in zip(pairs, put, strict=True)
    )


Parts = list[tuple[str, bool]]  # pieces of a line, and whether each is changed


def _word_by_word(old: str, new: str) -> tuple[Parts, Parts]:
    one, two = (_WORD.findall(line[1:].rstrip("\n")) for line in (old, new))
    left: Parts = []
    right: Parts = []
    for what, i, j, k, m in SequenceMatcher(None, one, two, autojunk=False).get_opcodes():
        left.append(("".join(one[i:j]), what != "equal"))
        right.append(("".join(two[k:m]), what != "equal"))
    return left, right


def _seen_parts(sign: str, parts: Parts, fg: str, line: str) -> str:
    text = "".join(
        _style(legible(part), fg=fg, bold=changed, reverse=changed)
        for part, changed in parts
        if part
    )
    return _style(sign, fg=fg) + text + _line_end(line)


def _seen(line: str, fg: str | None) -> str:
    shown = legible(line.rstrip("\r\n"))
    return (_style(shown, fg=fg) if fg else shown) + _line_end(line)


def _line_end(line: str) -> str:
    return "\n" if line.endswith("\n") else f"\n{_MISSING_END}"


def _style(text: str, **style: object) -> str:
    import click

    return click.style(text, **style)  # type: ignore[arg-type]
