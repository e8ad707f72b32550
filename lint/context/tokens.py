"""Prose to tokens: words in small letters, marks, the possessive ’s as a word of its own.

Quotation marks are passed over (a flag says where one stood). Sentences are set apart by
:data:`PAD` places on either side, so that no run of words goes over an end.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from lint.late import late
from lint.tuples import NamedTuple

if TYPE_CHECKING:
    from lint.article import Block

PAD = 3
CAPITAL, CAPITALS, QUOTED, HEADLINE = 1, 2, 4, 8  # flags of a token
HEADLINES = frozenset(("headline", "crosshead"))
READ = frozenset(("headline", "standfirst", "crosshead", "paragraph", "quotation"))
LONGEST = 400  # tokens of a sentence; what is longer is no sentence, and is passed over

_TOKEN = late(
    r"(?P<own>['’]s\b)"
    r"|(?P<word>(?:[^\W\d_]\.){2,}|\d+(?:[.,]\d+)*%?(?:[^\W_]|-(?=\w))*"
    r"|[^\W_][^\W_\u00ad]*(?:\u00ad+[^\W_]*)*(?:(?:['’](?!s\b)|-)[^\W_]+)*)"
    r"|(?P<end>[.!?…]+)"
    r"|(?P<mark>[,;:()\[\]/&–—]|(?<=\s)-+(?=\s))"
    r"|(?P<quote>[\"“”‘’'])"
)
# Letters decoded wrongly, and words run together: what stands there is no sentence.
_DAMAGED = late(
    r"[ÃÂâ][\u0080-\u00bf€™œ˜“”]|\ufffd|[a-z]{3}\d|[a-z]{3}[.!?][A-Z\d]|\b[a-z]{3,}[A-Z][a-z]{2}"
)
_OPENS = late(r"[\"“”‘’')\]]*\s+[\"“‘'(\[]*[^\W_a-z]")
_ABBREVIATIONS = frozenset(
    "mr mrs ms dr prof sir st rev hon gen col maj capt lt sgt sen rep gov pres jr sr no vs etc "
    "inc ltd co corp bros jan feb mar apr jun jul aug sept sep oct nov dec mt ft al eg ie".split()
)


class Token(NamedTuple):
    """One word or mark: its half-open prose range, how it is looked up, its flags."""

    start: int
    end: int
    text: str
    flags: int


def sentences(prose: str, block: Block) -> Iterator[list[Token]]:
    """The sentences of a block as tokens; those that are too long or
    damaged are left out."""
    base = HEADLINE if block.kind in HEADLINES else 0
    found: list[Token] = []
    quoted = 0
    last = ""
    for match in _TOKEN.finditer(prose, block.start, block.end):
        kind = match.lastgroup
        if kind == "quote":
            quoted = QUOTED
            continue
        text = match[0]
        start, end = match.span()
        flags = base | quoted
        quoted = 0
        if kind == "word":
            if text[0].isupper():
                flags |= CAPITAL
                if len(text) > 1 and text.isupper():
                    flags |= CAPITALS  # kept in capitals: US is not us
            text = text if flags & CAPITALS else text.lower()
            if not text.isascii():  # of a word with a soft hyphen only the letters count
                text = text.replace("’", "'").replace("\u00ad", "")
        elif kind == "own":
            text = "'s"
        elif kind == "end":
            text = text[0]
        found.append(Token(start, end, text, flags))
        if kind == "end" and _ends(prose, end, block.end, text, last):
            if _is_whole(prose, found):
                yield found
            found = []
        last = text
    if found and _is_whole(prose, found):
        yield found


def _is_whole(prose: str, sentence: list[Token]) -> bool:
    if len(sentence) > LONGEST:
        return False
    return _DAMAGED.search(prose, sentence[0].start, sentence[-1].end) is None


def _ends(prose: str, end: int, floor: int, mark: str, last: str) -> bool:
    if mark == "." and (last in _ABBREVIATIONS or len(last) == 1):
        return False
    return end >= floor or _OPENS.match(prose, end, floor) is not None


def blocks_read(blocks: Sequence[Block]) -> Iterator[Block]:
    """The blocks that the model reads, in order."""
    return (block for block in blocks if block.kind in READ)
