"""Whether a line is the headline below it, cut off, or a shorter headline of its own.

A shorter version leaves out what may be left out: where and when (“… in May”), who says so,
a second half. A line that was cut when it was pasted ends wherever the field was full: on a
word that asks for another, before the noun that its last word goes with, or inside a word.
In some 12,000 articles of four newsrooms a line stood above a longer one with the same
beginning twice; both were shorter versions, and both left out what begins with a preposition.
"""

from __future__ import annotations

import re
from typing import Literal

from lint.late import late

Cut = Literal["cut", "perhaps"]

_ELLIPSIS = late(r"\s*(?:…|\.\.\.)$")
_SHORTEST = 8  # code points
_LABEL = 3  # words; fewer may be a label or a kicker above the headline
_LONG_LABEL = 4  # words, all with capitals; a name hardly has more
_SOURCE = 4  # words, at most, of who says it
_SECTION = 4  # words; before a verb so many may still be a label: Iran nuclear talks
# Words after which a headline cannot end.
DANGLING = frozenset(
    "a an the of to for from with by at in on over under into and or but as is are was were be "
    "has have had will would could should may might must that than after before amid against "
    "mr mrs ms sir dr his her its their our my your no not".split()
)
# More of them, which a first try at another headline may end with.
_UNFINISHED = DANGLING | frozenset(
    "towards toward between among during despite without about since until because if when while "
    "which who whose says say very more most every each been being vs versus new first second "
    "third two three four five six seven eight nine ten major former latest top key british "
    "american french german greek irish scottish welsh english indian chinese russian iranian "
    "israeli italian spanish turkish saudi european australian canadian japanese".split()
)
# Words with which something begins that a shorter headline leaves out.
_JOINTS = frozenset(
    "in on at for to from by with as after before amid amidst over against since during despite "
    "following under into between among through throughout while when if and but or because until "
    "till near across around above below behind beyond within without about outside inside onto "
    "off up down out past via per plus than including says say said claims warns vs versus again "
    "today tonight tomorrow yesterday now soon early late next last this too also live who which "
    "where so yet monday tuesday wednesday thursday friday saturday sunday".split()
) - {"than"}
# Words that ask for “to” and a verb after them.
_ASK_FOR_TO = frozenset(
    "plan plans planned want wants wanted set due likely unlikely agree agrees agreed vow vows "
    "vowed urge urges urged ready refuse refuses refused fail fails failed seek seeks sought "
    "pledge pledges pledged forced able unable bid bids asked told needs ordered allowed aims aim "
    "expected try tries trying how begins starts continues need threatens threaten offers used "
    "going hopes wants poised willing keen invited responds react reacts linked leads led return "
    "returns returned restored resumes".split()
)
# Words whose preposition belongs to them: calls for, deal with.
_ASK_FOR = {
    "for": frozenset(
        "call calls called calling ready set search searches wait waits braces".split()
    ),
    "with": frozenset("deal deals dealing cope coping charged faced filled packed begins".split()),
    "on": frozenset("based focus focuses depends preying prey quizzed relies imposed out".split()),
    "in": frozenset("part results resulted involved rooted believes succeeds".split()),
    "into": frozenset("probe inquiry investigation turns".split()),
    "by": frozenset("followed caused driven backed accompanied".split()),
    "from": frozenset("suffers suffering far prevented banned".split()),
    "over": frozenset("takes taking took take".split()),
    "against": frozenset("fight battle protest protests guard".split()),
}
# Verbs in -ing with which something begins that a shorter headline leaves out; most other
# words in -ing after a noun go with it: terror reporting, order signing.
_LEAVES_OFF = frozenset(
    "following leaving citing causing killing including making injuring ending sparking raising "
    "using prompting fuelling forcing triggering warning claiming saying calling seeking "
    "demanding threatening sending pushing bringing taking putting becoming giving hitting "
    "urging promising according depending using avoiding".split()
)
_SAYS = frozenset("say says said claims warns".split())
_QUANTITY = frozenset("about around over under near nearly above below up at".split())
_ASKS = late(
    r"(?:^|: |- )['‘“\"]?(?:who|what|when|where|why|how|which|is|are|was|do|does|did|can|could|"
    r"will|would|should|has|have)\b",
    re.IGNORECASE,
)
_JOINED = late(r"-\w|['’]s?\b")
_EDGES = "'\"‘’“”()[]"
_OPENED = (("“", "”"), ("(", ")"), ("[", "]"))


def how_cut(text: str, below: str) -> Cut | None:
    """Whether a line is the beginning of the one below it, broken off.

    ``perhaps`` where the line could be a headline of its own, shorter than the other.
    """
    bare = _ELLIPSIS.sub("", text)
    if len(bare) < _SHORTEST or len(bare) >= len(below):
        return None
    if not below.casefold().startswith(bare.casefold()):
        return None
    if bare != text or (bare[-1].isalnum() and below[len(bare)].isalnum()):
        return "cut"
    words, rest = bare.split(), below[len(bare) :]
    last = words[-1].strip(_EDGES).lower()
    if len(words) > 1 and (last in DANGLING or _is_left_open(bare, below)):
        return "cut"
    if len(words) < _LABEL or bare.isupper() or not (len(words) > _LONG_LABEL or _has_small(words)):
        return None  # a name or a label: Premier League, MILIBAND RUSSIA
    return "perhaps" if _may_end(words, rest) else "cut"


def _has_small(words: list[str]) -> bool:
    """Whether a word but the first is in small letters, as in no name."""
    bare = (word.strip(_EDGES + ",.:;?!") for word in words[1:])
    return any(word.isalpha() and word.islower() for word in bare)


def _is_left_open(bare: str, below: str) -> bool:
    """Whether a line opens a quotation, a bracket or a question that only the other closes."""
    rest = below[len(bare) :]
    if bare[-1] in ",:;–—-/&" or bare.endswith(("’s", "'s", "s’")):
        return True
    if _JOINED.match(rest) or (bare[-1] in "'’" and rest[0].isalpha()):
        return True
    if bare.count('"') % 2 and not below.count('"') % 2:
        return True
    if any(bare.count(one) > bare.count(other) for one, other in _OPENED):
        return True
    if _single_opened(bare) and not _single_opened(below):
        return True
    return below.endswith("?") and _ASKS.search(bare) is not None


def _single_opened(text: str) -> bool:
    """Whether more single quotation marks open before words than close after them."""
    opened = len(re.findall(r"(?:^|[\s(])['‘](?=\w)", text))
    return opened > len(re.findall(r"(?<=[\w?!.,])['’](?=$|[\s,.:;)?!])", text))


def _may_end(words: list[str], rest: str) -> bool:
    """Whether what the longer line has more (``rest``) is what a shorter one may leave out."""
    if rest[0] != " ":
        return True  # a comma, a colon: two dead, dozens hurt
    more = rest.split()
    if more[0][0] in "-–—(":
        return True
    last = words[-1].strip(_EDGES).lower()
    following, second = ([_bare(word) for word in more[:2]] + [""])[:2]
    if last in _UNFINISHED:
        return False
    if following == "to":
        return last not in _ASK_FOR_TO and "from" not in words
    if following in _SAYS:  # “…, minister” before “says” is half of who says it
        return not any(word.endswith(",") for word in words[-_SOURCE:])
    if following in _QUANTITY and (second[:1].isdigit() or second in {"least", "most", "half"}):
        return False
    if last in _ASK_FOR.get(following, ()):
        return False
    if following in _JOINTS or following in _LEAVES_OFF:
        return True
    # A short line before a verb may be a label: Iran nuclear plant, before “closes”.
    return (
        len(words) <= _SECTION
        and _is_verb(following)
        and second not in _JOINTS
        and bool(second)
        and not any(map(_is_verb, words[1:]))
    )


def _bare(word: str) -> str:
    return word.strip(_EDGES + ",.:;?!").lower()


def _is_verb(word: str) -> bool:
    """Whether a word ends as verbs of headlines do (closes); nouns that do are let pass."""
    return word.endswith("s") and not word.endswith("ss")
