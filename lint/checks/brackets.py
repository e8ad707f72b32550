"""Brackets left open, or closed without having been opened."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from lint.checks.base import Check, Slip, option
from lint.frozen import Frozen
from lint.index import Hit
from lint.late import late
from lint.patterns import Pattern
from lint.reading import Reading

_CLOSES = {")": "(", "]": "["}
_PAIRS = (("(", ")"), ("[", "]"))
_FACE = late(r"[:;=][-'^]?[()](?![^\W_])")  # :-) and :( are no brackets
_ITEM = late(r"(?:^|[\s;,])(?:[0-9]{1,2}|[a-zA-Z]|[ivx]{1,4})$")  # 1) and a) are items
_CUT_OFF = ("...", "…")
_DAMAGED = late(r'\ufffd|"\?')  # letters that could not be read: brackets were among them
# Characters without a width, which an editor cannot see beside a bracket.
_UNSEEN = "\u00ad\u200b\u200c\u200d\u200e\u200f\u2060\ufeff"
_SEEN = dict.fromkeys(map(ord, _UNSEEN))
_LONGEST_ITEM = 6  # code points of the number of an item and what stands before it
_MOST = 3  # in one article; more have one cause, and are told once


class BracketsOptions(Frozen):
    """What a rule of this kind may say."""

    over_paragraphs: bool = option(
        "true: what is opened in one paragraph may be closed in a later one", default=True
    )


class Brackets(Check):
    """Round and square brackets without a partner.

    Items of a list, such as a) and 2), and smileys close nothing. A paragraph that breaks
    off with dots is left alone, and so, unless ``over paragraphs: false``, is a bracket that
    a later paragraph closes. An article with many lonely brackets is told once::

        kind: brackets
        over paragraphs: true
    """

    Options = BracketsOptions
    message = "This bracket has no partner."
    structural = True

    def patterns(self) -> Iterable[Pattern]:
        """A bracket of any sort: articles without one cost nothing."""
        yield Pattern(r"[()\[\]]", None)

    def read(self, reading: Reading, hits: Sequence[Hit]) -> Iterator[Slip]:
        """Yield a slip for each bracket without a partner."""
        balanced = all(reading.prose.count(a) == reading.prose.count(b) for a, b in _PAIRS)
        if self.options.over_paragraphs and balanced:
            return  # as in nearly every article: looked at no further
        lonely = list(self._lonely(reading, hits))
        if lonely and _DAMAGED.search(reading.prose):
            return
        if len(lonely) > _MOST:
            first = lonely[0]
            said = f"{len(lonely)} brackets of this article have no partner; here is one."
            yield Slip(first, first + 1, entry="several", message=said)
            return
        for at in lonely:
            opens = reading.prose[at] in "(["
            said = (
                "This bracket is opened and not closed."
                if opens
                else "This bracket closes one that is not opened."
            )
            yield Slip(at, at + 1, entry="not closed" if opens else "not opened", message=said)

    def _lonely(self, reading: Reading, hits: Sequence[Hit]) -> Iterator[int]:
        """Where brackets without a partner stand, in order."""
        prose = reading.prose
        opened: list[tuple[int, int]] = []  # place, end of its block
        lonely: list[int] = []
        for hit in hits:
            char = prose[hit.start]
            block = reading.block_at(hit.start)
            if block is None or (char in "([" and _is_face(prose, block.start, hit.start)):
                continue
            if not self.options.over_paragraphs:
                lonely += [at for at, end in opened if end <= hit.start]
                opened = [(at, end) for at, end in opened if end > hit.start]
            if char in "([":
                opened.append((hit.start, block.end))
            elif opened and prose[opened[-1][0]] == _CLOSES[char]:
                opened.pop()
            elif not _closes_nothing(prose, block.start, hit.start):
                lonely.append(hit.start)
        lonely += [at for at, end in opened if not prose[at:end].rstrip(_UNSEEN).endswith(_CUT_OFF)]
        # A bracket that closes beside an address is taken for a part of the address.
        yield from (at for at in sorted(lonely) if not reading.is_protected(at, at + 1))


def _is_face(prose: str, floor: int, at: int) -> bool:
    before = prose[max(floor, at - 4) : at].translate(_SEEN)[-2:]
    found = _FACE.search(before + prose[at : at + 2])
    return found is not None and found.end() == len(before) + 1


def _closes_nothing(prose: str, floor: int, at: int) -> bool:
    """Whether a closing bracket belongs to a smiley or to the number of an item."""
    if _is_face(prose, floor, at):
        return True
    before = prose[max(floor, at - 2 * _LONGEST_ITEM) : at].translate(_SEEN)
    return _ITEM.search(before[-_LONGEST_ITEM:]) is not None
