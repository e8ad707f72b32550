"""Marks without a partner, and marks that face the wrong way."""

from __future__ import annotations

from collections.abc import Iterator

from lint.checks.base import Mend, Slip
from lint.finding import Severity
from lint.late import late
from lint.quotation import Quotation
from lint.reading import Reading

_MOST = 4  # lonely marks that are told one by one; more have one cause
# Marks that took the place of apostrophes and dashes, and text decoded wrongly: the copy is
# damaged, and what stands in it for a quotation mark says nothing.
_DAMAGED = late(r"[^\W\d_]\"(?:t|s|re|ve|ll|d|m)\b|\"\?\w|\s\"\?|\ufffd|â€|Ã|â\x80")
_WRONG = frozenset({("“", "closes"), ("”", "opens")})
# A mark before a dash alone proves nothing: one of the article must be wrong beyond doubt.
_IS_WRONG = late(r"“(?:[\s.,;:!?)\]]|$)|”[^\W_]")
_CUT_OFF = ("...", "…")
_SHORT_BLOCKS = frozenset({"slug", "headline", "crosshead"})


def unbalanced(reading: Reading) -> Iterator[Slip]:
    """Yield a slip for each quotation mark that has no partner.

    A quotation that runs over paragraphs, opened in each and closed in the last, is right.
    Single marks are judged in headlines and crossheads only: elsewhere too many of them
    are apostrophes.
    """
    lonely = [q for q in reading.quotations if _is_lonely(reading, q)]
    if not lonely or _DAMAGED.search(reading.prose):
        return
    if len(lonely) > _MOST:
        first = lonely[0]
        yield _slip(
            first, f"{len(lonely)} quotation marks of this article have no partner; here is one."
        )
        return
    for quotation in lonely:
        yield _slip(quotation, _message(quotation))


def _is_lonely(reading: Reading, quotation: Quotation) -> bool:
    if (quotation.opened and quotation.closed) or quotation.carried:
        return False
    block = reading.blocks[quotation.block]
    if not quotation.closed and reading.prose.endswith(_CUT_OFF, block.start, block.end):
        return False  # a teaser that breaks off inside the quotation
    if not quotation.single:
        return True
    # A mark before a digit may be an apostrophe ('69), so may one before a clipped word.
    return (
        block.kind in _SHORT_BLOCKS
        and reading.prose[quotation.start + 1 : quotation.start + 2].isalpha()
    )


def _message(quotation: Quotation) -> str:
    if not quotation.opened:
        return "This mark closes a quotation that is not opened."
    if quotation.single:
        return "This single mark opens a quotation that is not closed."
    return "This mark opens a quotation that is not closed."


def _slip(quotation: Quotation, message: str) -> Slip:
    end = min(quotation.end, quotation.start + 1)
    severity: Severity | None = "suggestion" if quotation.single else None
    entry = "not closed" if quotation.opened else "not opened"
    return Slip(quotation.start, end, entry=entry, message=message, severity=severity)


def wrong_way(reading: Reading) -> Iterator[Slip]:
    """Yield a slip for each curly double mark that faces the wrong way."""
    wrong = [mark for _, own in reading.marks for mark in own if (mark.glyph, mark.side) in _WRONG]
    if not wrong or not _IS_WRONG.search(reading.prose):
        return
    for mark in wrong:
        right = "”" if mark.glyph == "“" else "“"
        yield Slip(
            mark.at,
            mark.end,
            entry="wrong way",
            message=f"This mark faces the wrong way: write {right}.",
            mends=(Mend(right, title=f"Write {right}"),),
        )
