"""What an editor is told of an edit: the words after it, with their neighbours."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lint.article import Block
from lint.late import late
from lint.tuples import NamedTuple

if TYPE_CHECKING:
    from lint.context.model import Doubt

_WORDS = 2  # shown on each side
_LOOK = 80  # code points in which they are looked for
_LAST = late(r"\S+$")
_FIRST = late(r"\s*\S+")
_STOP = late(r"[.!?][\"'”’)]?\s")


class Told(NamedTuple):
    """An edit as it is told.

    ``[start, end)`` are the words that are shown as found (the neighbours, where a word is
    missing), ``use`` what stands there after the edit, ``said`` the message.
    """

    start: int
    end: int
    use: str
    said: str


def told(prose: str, block: Block, doubt: Doubt) -> Told:
    """The words of a finding and of its message."""
    old, new = prose[doubt.start : doubt.end].strip(), doubt.write.strip()
    start, end = _place(prose, block, doubt)
    use = prose[start : doubt.start] + doubt.write + prose[doubt.end : end]
    around = _after(prose, block, doubt)
    if doubt.family == "missing-word" or not old:
        said = f"A word seems to be missing, “{new}”: “{around}”."
    elif not new:
        said = f"“{old}” may be one word too many; without it: “{around}”."
    elif doubt.family == "agreement":
        said = f"One or many? “{old}” may be “{new}”: “{around}”."
    else:
        said = f"“{old}” may be “{new}”: “{around}”."
    return Told(start, end, use, said)


def _place(prose: str, block: Block, doubt: Doubt) -> tuple[int, int]:
    """Where the finding stands: at the words that change, or beside the gap."""
    start, end = doubt.start, doubt.end
    while start < end and prose[start].isspace():
        start += 1
    while end > start and prose[end - 1].isspace():
        end -= 1
    if start < end:
        return start, end
    before = _LAST.search(prose[max(block.start, start - _LOOK) : start].rstrip())
    after = _FIRST.match(prose[doubt.end : min(block.end, doubt.end + _LOOK)])
    if before is not None:
        gap = prose[max(block.start, start - _LOOK) : start]
        start -= len(gap) - before.start()
    if after is not None:
        end = doubt.end + after.end()
    while end > start and prose[end - 1] in ".,;:!?":
        end -= 1
    return start, end


def _after(prose: str, block: Block, doubt: Doubt) -> str:
    """The words of the edit with those beside them, as they would read."""
    before = _STOP.split(prose[max(block.start, doubt.start - _LOOK) : doubt.start])[-1]
    after = prose[doubt.end : min(block.end, doubt.end + _LOOK)]
    stop = _STOP.search(after)
    after = after[: stop.start()] if stop is not None else after
    left, right = before.split()[-_WORDS:], after.split()[:_WORDS]
    if before and not before[-1].isspace() and left:  # the edit goes on with a word: ’s
        middle = [left.pop() + doubt.write]
    else:
        middle = [doubt.write]
    if right and after[:1].strip() and not doubt.write.endswith(" ") and doubt.write:
        middle[-1] += right.pop(0)
    shown = " ".join(" ".join((*left, *middle, *right)).split())
    return shown.strip("“”\"'‘,;:.!?() ")
