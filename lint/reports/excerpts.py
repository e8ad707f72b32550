"""The part of a line that is shown around a slip, however long the line is."""

from __future__ import annotations

from lint.finding import Excerpt
from lint.frozen import Frozen
from lint.reports.legible import char_width, is_narrow, legible, width

_CUT = "…"
_SNAP = 12  # how many columns are given up so that a cut falls between words


class Window(Frozen):
    """What is shown of a line: the text before the slip, the slip, the text after it.

    All three are legible; ``cut`` says that the end of the slip itself is not shown.
    """

    before: str
    slip: str
    after: str
    cut: bool = False

    @property
    def indent(self) -> int:
        """The columns before the slip."""
        return width(self.before)

    @property
    def underline(self) -> int:
        """The columns of the slip; an empty slip is pointed at with one."""
        return max(1, width(self.slip))


def window(excerpt: Excerpt, room: int) -> Window:
    """The part of an excerpt that fits into ``room`` columns, the slip always in it.

    Cut ends are marked with an ellipsis and fall between words where they can. White space
    at the ends of the line is left out.
    """
    line, start, end = excerpt.line, excerpt.start, excerpt.end
    # Only so much of the line can be seen, so only so much is looked at: a paragraph is
    # one line, and may be a long one. (Four for one: combining marks take no columns.)
    reach = 4 * room
    before = legible(line[max(0, start - reach) : start])
    slip = legible(line[start : min(end, start + reach)])
    after = legible(line[end : end + reach])
    if start <= reach:
        before = before.lstrip()
    if end + reach >= len(line):
        after = after.rstrip()
    cut = end - start > reach or width(slip) > room
    if cut:
        return Window("", _head(slip, room - 2).rstrip() + f" {_CUT}", "", cut=True)
    spare = room - width(slip)
    left, right = width(before), width(after)
    if left + right <= spare and start <= reach and end + reach >= len(line):
        return Window(before, slip, after)
    # Two fifths to what comes before; what one side does not use, the other takes.
    for_left = max(spare * 2 // 5, spare - right)
    before = before if left <= for_left and start <= reach else _ending(before, for_left)
    after = _beginning(after, spare - width(before), whole=end + reach >= len(line))
    return Window(before, slip, after)


def _beginning(text: str, columns: int, *, whole: bool) -> str:
    """As much of the beginning of a text as fits, with an ellipsis where it is cut."""
    if whole and width(text) <= columns:
        return text
    kept = _head(text, columns - 2)
    space = kept.rfind(" ", max(0, len(kept) - _SNAP))
    if not text[len(kept) :].startswith(" ") and space >= 0:
        kept = kept[:space]
    return f"{kept.rstrip()} {_CUT}" if columns >= 2 else ""


def _ending(text: str, columns: int) -> str:
    """As much of the end of a text as fits, after an ellipsis."""
    kept = _head(text[::-1], columns - 2)[::-1]
    while kept and char_width(kept[0]) == 0:  # a mark whose letter was cut off
        kept = kept[1:]
    at = len(text) - len(kept)
    space = kept.find(" ", 0, _SNAP)
    if text[at - 1 : at] != " " and space >= 0:
        kept = kept[space:]
    return f"{_CUT} {kept.lstrip()}" if columns >= 2 else ""


def _head(chars: str, columns: int) -> str:
    columns = max(0, columns)
    if is_narrow(chars[: columns + 1]):  # one more: it may be a mark that takes no column
        return chars[:columns]
    taken: list[str] = []
    for char in chars:
        columns -= char_width(char)
        if columns < 0:
            break
        taken.append(char)
    return "".join(taken)
