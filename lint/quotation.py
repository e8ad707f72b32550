"""Quotations: the marks of the prose in pairs, over paragraphs where a quotation runs on.

In a quotation of several paragraphs each paragraph opens and only the last one closes, so
a mark that is not closed in its paragraph is right when the next paragraph opens with one.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from lint.article import Block
from lint.late import late
from lint.marks import BlockMarks, Mark, marks_by_block
from lint.tuples import NamedTuple

_LONGEST_SINGLE = 800  # code points between single marks; farther apart they are apostrophes
_NEAR = 150  # code points from the possessive inside a quotation to the end of the quotation
_SENTENCE_ENDS = late(r"[.!?…]['’”\"]?\s")
_INNER = late(r"(?<!\w)['‘](?=\w)")  # a single mark that opens
_RUNS_ON = 4  # paragraphs without marks that a quotation may run over before it closes


class Quotation(NamedTuple):
    """A quotation, or the one half of it that is there.

    ``start`` and ``end`` are a half-open prose range, marks included. Where ``closed`` is
    false it ends with its block; where ``opened`` is false it starts at its closing mark.
    ``carried`` says that the missing half stands in another paragraph, so that nothing is
    wrong. ``block`` is the index of its block.
    """

    start: int
    end: int
    block: int
    single: bool = False
    opened: bool = True
    closed: bool = True
    carried: bool = False


def quotations(
    prose: str, blocks: Sequence[Block], drawn: BlockMarks | None = None
) -> tuple[Quotation, ...]:
    """Every quotation of the prose, in order of place.

    Single marks inside a quotation in double marks are nested, and not looked at. ``drawn``
    are the marks of the blocks, where they have been found before.
    """
    doubles: list[Quotation] = []
    singles: list[Quotation] = []
    for number, own in marks_by_block(prose, blocks) if drawn is None else drawn:
        block = blocks[number]
        single = [mark for mark in own if mark.single]
        double = [mark for mark in own if not mark.single] if single else own
        mine = list(_doubles(prose, double, number, block))
        doubles += mine
        outside = list(_outside(single, mine)) if single else ()
        if outside:
            singles.extend(single_quotations(prose, outside, number, block))
    return tuple(sorted([*_carried(prose, blocks, doubles), *_carried(prose, blocks, singles)]))


def _outside(singles: Sequence[Mark], doubles: Sequence[Quotation]) -> Iterator[Mark]:
    """The single marks that stand in no closed quotation in double marks; one sweep."""
    quoted = sorted((q.start, q.end) for q in doubles if q.opened and q.closed)
    place = reached = 0
    for mark in singles:
        while place < len(quoted) and quoted[place][0] < mark.at:
            reached = max(reached, quoted[place][1])
            place += 1
        if mark.at >= reached:
            yield mark


def _doubles(prose: str, own: Sequence[Mark], number: int, block: Block) -> Iterator[Quotation]:
    """Pair the double marks of a block; a mark inside a quotation may open one inside it."""
    opened: list[Mark] = []
    for mark in own:
        side = mark.side
        if side == "either":
            side = "closes" if opened else "opens"
        if side == "opens":
            if not (opened and _resumes(prose, opened[-1], mark)):
                opened.append(mark)
        elif opened:
            first = opened.pop()
            yield Quotation(first.at, mark.end, number)
        elif mark.glyph != '"' or not prose[max(0, mark.at - 1)].isdigit():  # no 12" single
            yield Quotation(mark.at, mark.end, number, opened=False)
    for mark in opened:
        yield Quotation(mark.at, block.end, number, closed=False)


def _resumes(prose: str, opened: Mark, mark: Mark) -> bool:
    """Whether a mark opens the next paragraph of a quotation in copy that lost its edges.

    Archives often run paragraphs together; then a mark that opens after the end of a
    sentence, in a quotation that is open, is the convention and no slip. The sentence may
    end with a quotation inside the quotation.
    """
    before = prose[max(opened.end, mark.at - 4) : mark.at].rstrip()
    if before[-1:] in {"'", "’"} and _INNER.search(prose, opened.end, mark.at - 1):
        before = before[:-1]
    return before[-1:] in {".", "!", "?", "…", ":"}


def single_quotations(
    prose: str, own: Sequence[Mark], number: int, block: Block
) -> Iterator[Quotation]:
    """Pair the single marks of a block; a closing one that nothing opened is an apostrophe."""
    opened: Mark | None = None
    for place, mark in enumerate(own):
        side = mark.side
        if side == "either":
            side = "closes" if opened is not None else "opens"
        if side == "opens":
            if opened is not None:
                yield Quotation(opened.at, block.end, number, single=True, closed=False)
            opened = mark
        elif opened is not None and not _is_possessive(prose, own, place):
            if mark.at - opened.at <= _LONGEST_SINGLE:
                yield Quotation(opened.at, mark.end, number, single=True)
            opened = None
    if opened is not None:
        yield Quotation(opened.at, block.end, number, single=True, closed=False)


def _is_possessive(prose: str, own: Sequence[Mark], place: int) -> bool:
    """Whether a mark after an s (the players’ union) leaves the closing to a later one.

    That later one must stand near, in the same sentence, and not after an s itself.
    """
    mark = own[place]
    before, after = prose[mark.at - 2 : mark.at].lower(), prose[mark.end : mark.end + 2]
    if not (before.endswith("s") or before == "in"):
        return False
    if not (after[:1].isspace() and after[1:].isalnum()):
        return False
    if place + 1 == len(own) or own[place + 1].side != "closes":
        return False
    closing = own[place + 1].at
    if closing - mark.at > _NEAR or _SENTENCE_ENDS.search(prose, mark.end, closing):
        return False
    return prose[closing - 1] != "s" or prose[closing + 1 : closing + 2] in {"", ",", ".", "\n"}


def _carried(
    prose: str, blocks: Sequence[Block], found: Sequence[Quotation]
) -> Iterator[Quotation]:
    """The quotations, those that go on in another paragraph marked as such.

    A quotation is carried into the next paragraph when that one opens with a mark of the
    same kind, or when it closes one that it did not open.
    """
    if all(quotation.opened and quotation.closed for quotation in found):
        yield from found  # as in nearly every article
        return
    first: dict[int, Quotation] = {}
    for quotation in found:
        first.setdefault(quotation.block, quotation)
    carried_to: set[int] = set()
    for quotation in found:
        if not quotation.opened:
            goes_on = quotation.start in carried_to
        elif quotation.closed:
            goes_on = False
        else:
            closing = None if quotation.single else _closing(quotation.block, first)
            goes_on = closing is not None or _opens_with_mark(prose, blocks, quotation)
            if closing is not None:
                carried_to.add(closing.start)
        yield quotation._replace(carried=True) if goes_on else quotation


def _opens_with_mark(prose: str, blocks: Sequence[Block], quotation: Quotation) -> bool:
    if quotation.block + 1 >= len(blocks):
        return False
    following = prose[blocks[quotation.block + 1].start]
    return following in ("'‘" if quotation.single else '"“„«')


def _closing(number: int, first: dict[int, Quotation]) -> Quotation | None:
    """The lonely closing mark with which one of the next paragraphs begins its marks."""
    for ahead in range(number + 1, number + 2 + _RUNS_ON):
        if ahead in first:
            return None if first[ahead].opened else first[ahead]
    return None
