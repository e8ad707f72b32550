"""One reading of an article: what the checks want to know of its prose, worked out once.

Each part is made when it is first asked for, so that a check that no rule uses costs
nothing. All offsets here are prose offsets.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Sequence
from typing import Any, TypeVar, TypeVarTuple

from lint.advice import Advice
from lint.article import Article, Block
from lint.kept import cached_property
from lint.late import late
from lint.marks import BlockMarks, marks_by_block
from lint.quotation import Quotation, quotations
from lint.speech import speech_ranges

Made = TypeVar("Made")
Given = TypeVarTuple("Given")

# The capital letters of Latin alphabets, for a class of an expression.
CAPITALS = "A-ZÀ-ÖØ-Þ" + "".join(chr(code) for code in range(0x100, 0x250) if chr(code).isupper())
_CAPITALISED = late(
    # The look-behind stands behind the capital, so that capitals are found at full speed.
    rf"[{CAPITALS}](?<!\w\w)[\w\u00ad\u0300-\u036f]*(?:[-'’\u2010\u2011][\w\u00ad\u0300-\u036f]+)*"
)
# Here and below, what may be long is looked at from its beginning only: from every one of its
# characters, a line of ten million without a space would never be done with.
_PROTECTED = late(
    r"(?:https?://|www\.)[^\s<>\"“”]+"  # web addresses
    r"|(?<![\w.+-])[\w.+-]+@[\w-]+\.[\w.-]+"  # e-mail addresses
    r"|(?<!\w)[@#]\w+"  # handles and hashtags
    r"|(?<![\w-])[\w-]+\.(?:com|org|net|info|co\.uk|org\.uk|gov\.uk|ac\.uk|jpe?g|png|pdf|docx?|html?|txt)\b"
)
# Without one of these no address stands in a text; looking for them costs next to nothing.
_PROTECTED_HINTS = ("://", "www.", "@", "#", ".com", ".org", ".net", ".info", ".uk", ".jp", ".png",
                    ".pdf", ".doc", ".htm", ".txt")  # fmt: skip
_LAST_WORD = late(r"[\w.]+$")
_OPENING = 200  # code points looked at before a word; marks and spaces are never as many
_ABBREVIATIONS = frozenset(
    "mr mrs ms dr prof sir st rev hon gen col maj capt lt sgt sen rep gov pres jr sr no vs etc "
    "inc ltd co corp bros jan feb mar apr jun jul aug sept sep oct nov dec mt ft al eg ie".split()
)


class Reading:
    """The prose of an article and what has been worked out of it."""

    def __init__(self, article: Article, advice: Sequence[Advice] = ()) -> None:
        self.article = article
        self.advice = advice  # what a grammar engine said of it, if one was asked
        self.prose = article.prose
        self.blocks = article.blocks
        self._made: dict[Callable[..., Any], Any] = {}
        self._damaged: dict[Block, bool] = {}

    def once(self, make: Callable[[Reading, *Given], Made], *given: *Given) -> Made:
        """What a function makes of this reading, worked out once for all rules that ask.

        ``given`` is what else it takes; it has to come to the same for all who ask.
        """
        if make not in self._made:
            self._made[make] = make(self, *given)
        made: Made = self._made[make]
        return made

    def forget(self) -> None:
        """Let go of what was made of this reading, which is done with.

        What was made often holds the reading itself. Such a ring stays until the collector of
        garbage comes by: a hundred articles, with all their words, would wait for it.
        """
        self._made.clear()

    @cached_property
    def _block_starts(self) -> list[int]:
        return [block.start for block in self.blocks]

    def block_at(self, offset: int) -> Block | None:
        """The block that holds a prose offset, or None between blocks."""
        index = bisect_right(self._block_starts, offset) - 1
        if index < 0:
            return None
        block = self.blocks[index]
        return block if offset < block.end or offset == block.start else None

    def is_damaged(self, offset: int) -> bool:
        """Whether the block that holds a prose offset was damaged on its way: letters read in
        the wrong encoding, words run together or cut out."""
        block = self.block_at(offset)
        if block is None:
            return False
        if block not in self._damaged:
            from lint.damage import is_damaged

            self._damaged[block] = is_damaged(self.prose[block.start : block.end])
        return self._damaged[block]

    @cached_property
    def capitalised(self) -> frozenset[str]:
        """The distinct words that begin with a capital, as written, with what is joined to
        them by hyphens and apostrophes (Braun-Pivet, O’Neill, Starmer’s)."""
        return frozenset(_CAPITALISED.findall(self.prose))

    @cached_property
    def marks(self) -> BlockMarks:
        """The quotation marks by the number of their block, apostrophes left out."""
        return marks_by_block(self.prose, self.blocks)

    @cached_property
    def paragraphs(self) -> int:
        """How many blocks are paragraphs."""
        return sum(block.kind == "paragraph" for block in self.blocks)

    @cached_property
    def quotations(self) -> tuple[Quotation, ...]:
        """Every quotation, and every mark without a partner, in order."""
        return quotations(self.prose, self.blocks, self.marks)

    @cached_property
    def speech(self) -> tuple[tuple[int, int], ...]:
        """Ranges of direct speech, in order, quotation marks included."""
        return speech_ranges(self.prose, self.blocks, self.quotations)

    @cached_property
    def _speech_starts(self) -> list[int]:
        return [start for start, _ in self.speech]

    def in_speech(self, start: int, end: int) -> bool:
        """Whether any of ``[start, end)`` stands in direct speech."""
        index = bisect_right(self._speech_starts, start) - 1
        inside = index >= 0 and start < self.speech[index][1]
        reaches = index + 1 < len(self.speech) and self.speech[index + 1][0] < end
        return inside or reaches

    @cached_property
    def protected(self) -> tuple[tuple[int, int], ...]:
        """Ranges that are no copy: web and mail addresses, handles, hashtags, file names."""
        if not any(hint in self.prose for hint in _PROTECTED_HINTS):
            return ()
        return tuple(found.span() for found in _PROTECTED.finditer(self.prose))

    @cached_property
    def _protected_starts(self) -> list[int]:
        return [start for start, _ in self.protected]

    def is_protected(self, start: int, end: int) -> bool:
        """Whether ``[start, end)`` touches an address, a handle or a file name."""
        if not self.protected:
            return False
        place = bisect_left(self._protected_starts, end) - 1
        return place >= 0 and start < self.protected[place][1]

    def opens_sentence(self, offset: int) -> bool:
        """Whether the word at an offset is the first of a sentence or of a block.

        Opening quotation marks and brackets before it are passed over.
        """
        block = self.block_at(offset)
        floor = block.start if block is not None else 0
        near = max(floor, offset - _OPENING)
        before = self.prose[near:offset].rstrip("\"'“”‘’([ \t\n\u00a0—–-")
        if not before:
            return near == floor
        if before[-1] not in ".!?…":
            return False
        last_word = _LAST_WORD.search(before.rstrip(".!?…"))
        return not (
            before.endswith(".")
            and last_word is not None
            and (last_word[0].lower() in _ABBREVIATIONS or len(last_word[0]) == 1)
        )
