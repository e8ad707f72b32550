"""What a line of copy looks like, apart from where it stands."""

from __future__ import annotations

import re

from lint.late import late

CROSSHEAD_LENGTH = 60  # code points
BYLINE_LENGTH = 90
LIST_ITEM_LENGTH = 600  # what is longer is an article run together
TABLE_ROW_LENGTH = 400
_CROSSHEAD_WORDS = 10
_TAIL = 24  # no end of a sentence needs more code points than this to be seen

_CLOSERS = "\"'”’)]"
_STOP = late(r"[.!?…:;,][\"'”’)\]]*$")
_SENTENCE_STOPS = (".", ":", ";", ",")
_ABBREVIATION = late(r"(?:\b[A-Z]\.)+$")
_BYLINE = late(
    r"(?:By|BY|Words by|Report by|Written by|Story by|From) [A-ZÀ-Þ][\w'’.-]+"
    r"(?: (?:and |in |at |for |[A-ZÀ-Þ(])|$|,| \|)"
)
_NOT_A_NAME = late(
    r"(?:By|BY|From) (?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\b|(?:By|From) (?:January|February"
    r"|March|April|May|June|July|August|September|October|November|December|Christmas|Easter"
    r"|The|A|An|Its|His|Her|Their|This|That|Then|Now)\b"
)
_CREDIT = late(
    r"(?i:(?:(?:additional|original|top|main|lead|cover) )*"
    r"(?:reporting|research|analysis|photographs?|photography|photos?|pictures?|images?|graphics?"
    r"|illustrations?|filming|video|audio|editing|edited|produced|production|interviews?|visuals)"
    r"(?:(?: and|,)? (?:credits?|produced|filmed|edited|reporting|research|editing|design"
    r"|production|graphics|writing|visualisation|verification|photography|data))*"
    r"(?: by:? |: ?))[A-ZÀ-Þ]|As told to [A-ZÀ-Þ]"
)
_DATELINE = late(r"[A-Z][A-Z .'’-]+(?:,[^.]{2,30})?(?: \([A-Za-z]+\))?\s*[-–—]$")
_BULLET = late(r"(?:[-*•·–—▪►]|\(?\d{1,2}[.)])\s+\S")
_COLUMNS = late(r"\t+[^\t]+\t|\S {3,}\S+(?: \S+)* {3,}\S| \| .* \| ")
# “Does he think so?” between paragraphs is the writer's question, not a heading.
_QUESTION = late(
    r"[\"'“‘]?(?:Wh(?:at|y|o|ose|om|ere|en|ich)|How|Is|Are|Was|Were|Can|Could|Will|Would|Has|Have"
    r"|Should|Must)\b[^.!?]*\?[\"'”’]?$"
)


def ends_sentence(text: str) -> bool:
    """Whether a line ends as a sentence does: with a stop that is not an abbreviation's.

    A question or exclamation mark, or three dots, may end a headline as well.
    """
    tail = text[-_TAIL:]
    if tail.endswith("..."):
        return False
    return tail.rstrip(_CLOSERS).endswith(_SENTENCE_STOPS) and not _ABBREVIATION.search(tail)


def is_byline(text: str) -> bool:
    """Whether a line says who made the article or a part of it."""
    if len(text) > BYLINE_LENGTH or "\n" in text or ends_sentence(text):
        return False
    if _CREDIT.match(text):
        return True
    return bool(_BYLINE.match(text)) and not _NOT_A_NAME.match(text)


def is_dateline(text: str) -> bool:
    """Whether a line gives only the place, and perhaps the day, of a report."""
    return len(text) <= CROSSHEAD_LENGTH and bool(_DATELINE.match(text))


def is_list_item(text: str) -> bool:
    """Whether a line begins with a bullet, a dash or a number."""
    if len(text) > LIST_ITEM_LENGTH or text[:1].isalpha():  # most lines begin with a letter
        return False
    return bool(_BULLET.match(text))


def is_table_row(text: str) -> bool:
    """Whether a line is parted into three columns or more."""
    if len(text) > TABLE_ROW_LENGTH or not ("\t" in text or "   " in text or " | " in text):
        return False
    return bool(_COLUMNS.search(text))


def is_crosshead(text: str) -> bool:
    """Whether a line between paragraphs may be a crosshead, as short as a heading and no
    sentence; a question may be one."""
    if len(text) > CROSSHEAD_LENGTH or "\n" in text or len(text.split()) > _CROSSHEAD_WORDS:
        return False
    if text.count('"') % 2 or text.count("“") != text.count("”"):
        return False
    first = text.lstrip("\"'“‘(")[:1]
    if not first or first.islower() or not any(char.isalpha() for char in text):
        return False
    return not _STOP.search(text) or bool(_QUESTION.match(text))


def is_titled(text: str) -> bool:
    """Whether a line has the capitals of a title: every word of four letters or more."""
    long = [word for word in re.findall(r"[^\W\d_]+(?:['’][^\W\d_]+)*", text) if len(word) > 3]
    return len(long) > 2 and all(word[0].isupper() for word in long)
