"""Where a verb in -s stands that cannot: read off the classes of the words."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Literal

from lint.checks.concord.tokens import Tokens, around, tokens_of
from lint.late import late
from lint.lexicon.lemmas import open_lemmas
from lint.lexicon.names import open_names
from lint.reading import Reading
from lint.tuples import NamedTuple

Sort = Literal["after to", "plural", "across", "pair"]

_OWNER = "(?:[DS]?[NAMCPX]{0,4}G)?"  # the firm’s
_VERB = "(?:[VB]|X(?=[DSUK]))"  # what may be a noun is a verb where an object follows
_INNER = f"{_OWNER}[DS]?[NAMC]{{0,4}}[MCPH]"
_MORE = "(?:(?:O{1,2}|I)(?=N))?"  # more than a hundred, about ten
_MANY = "(?:(?:LI){1,2}|DI(?=D))?"  # hundreds of, some of the
_PLURAL = late(
    rf"(?:EK?{_MORE}{_MANY}{_OWNER}D?[NAMC]{{0,4}}(?P<any>[PXH])"
    rf"|[KQ]{_MORE}{_MANY}(?:{_OWNER}D?[NAMC]{{0,4}}(?P<sure>[PH])|[DN]A{{0,2}}(?P<near>X)))"
    rf"R?(?P<verb>{_VERB})"
)
_ACROSS = late(
    rf"E{_OWNER}D?[NAMC]{{0,4}}(?P<any>[PXH])(?P<link>I|T(?=[DSCG]))(?P<inner>{_INNER})"
    rf"(?:I{_INNER})?R?(?P<verb>[VB]|X(?=[DSUNC]))"
)
_PAIR = late(r"(?:E|K)(?P<one>[DS][AM]{0,2}M)&(?P<other>[DS][AMC]{0,2}[MC]|M)R?(?P<verb>[VB])")
_PEOPLE = late(
    rf"(?:E|K)(?P<one>{_OWNER}[DS]?[NAMC]{{0,4}}[MPCXH])&(?P<other>{_OWNER}D?[NAMC]{{0,4}}[PH])"
    rf"R?(?P<verb>[VB])"
)
_PLACES = late(r"(?:E|K)(?P<one>C)&(?P<other>C)R?(?P<verb>[VB])")
_THERE = late(r"JR?(?P<verb>B)R?[DN]?[NAMC]{0,3}(?P<any>[PH])(?![MPXACG&])")
# Looked for first, because hardly a sentence has them.
_PLURAL_NEAR = late("[PXH]R?(?:[VB]|X[DSUK])")
_ACROSS_NEAR = late("E[DSGNAMC]{0,8}[PXH][IT][DSGNAMCPXHIT]{1,14}R?[VBX]")
_PAIR_NEAR = late("&[DSGNAMCPXH]{1,9}R?[VB]")
_AFTER_TO = late(r"(?P<helper>[TW])R?(?P<verb>[VB]|[XP](?=[DSUCNPH]))")


class Clash(NamedTuple):
    """A verb that does not fit, by the numbers of words.

    ``subject`` is the noun in the plural, or the word before the verb that asks for the plain
    form; ``begin`` is where the subject, or its clause, begins.
    """

    sort: Sort
    begin: int
    subject: int
    verb: int


_AMOUNTS = late(
    "(?:second|minute|hour|day|week|month|year|decade|centurie|summer|winter|season|time|mile|metre|"
    "kilometre|foot|inche|tonne|litre|gallon|pound|dollar|euro|rupee|mark|franc|crown|rouble|peso|dlr|point|goal|run|penn?|cent|"
    "degree|game|match|lap|acre|hectare|gram|kilo|watt|barrel|generation|session|percent)[es]*|"
    "[£$€].*"
)
# What “to” after these asks for is a verb.
_ASKING = frozenset(
    "able unable trying tried tries try forced refused refuses refusing refuse failed fails "
    "failing fail decided decides decide managed manages manage struggled struggling struggle "
    "attempted attempting attempt wants wanted want wishes intends intended willing unwilling "
    "reluctant expected threatened threatens vowed vows vow order agreed agrees ready likely "
    "unlikely continue continues continued began begins begin going plans planned planning seeks "
    "seeking seek aims aiming aim helped helps help need needs needed hopes hope hoped hoping "
    "right chance decision bid effort efforts move moves ability promise promised pledged pledges "
    "opportunity desire wish determined keen eager prepared allowed how designed asked urged told "
    "ordered encouraged persuaded invited required called scrambling race racing tool enough set "
    "meant voted vote offered offers offer sought chose chosen choose volunteered campaigned "
    "fought fight rushed rush worked working came come supposed obliged learnt learned start "
    "started starts hesitated elected opted opts wait waiting swore sworn step steps only tend "
    "tends tended authorities police people power powers hard easy impossible "
    "difficult".split()
)
_STRANDING = frozenset("who whom what which whoever whatever whose that everyone anyone".split())

_A_PLACE = 6
_ASIDES = frozenset((("for", "example"), ("for", "instance"), ("in", "fact")))
_MEASURING = frozenset("just only too more less enough about nothing not what all".split())
_AN_ADJECTIVE = 4
_ALONE = frozenset("each every neither either no".split())
_PRONOUNS = frozenset("he she it they we you i him them us me".split())
_DOERS = _PRONOUNS | {"which", "who", "this", "these"}


def clashes_of(reading: Reading) -> tuple[Tokens, list[Clash]]:
    """The words of an article, and every place that one of the expressions finds."""
    tokens = reading.once(tokens_of)
    return tokens, [clash for clash in _found(tokens.codes) if _holds(reading, tokens, clash)]


def _holds(reading: Reading, tokens: Tokens, clash: Clash) -> bool:
    if clash.sort == "after to":
        return _asks(tokens, clash)
    words, codes = tokens.words, tokens.codes
    opening, noun = words[clash.begin], words[clash.subject].lower()
    if clash.subject == clash.begin and opening[0].isupper() and _is_name(reading, opening):
        return False
    if codes[clash.begin - 1] == "E" and opening[0].islower():
        return False  # a sentence that began before what was taken for its end
    if any(word.endswith("ing") for word in words[clash.begin : clash.subject]):
        return False  # somebody does something to them: cutting taxes is
    if clash.sort == "pair":
        if opening.lower() in _ALONE or _is_one_person(tokens, clash):
            return False
        is_two = not codes[clash.begin : clash.verb].startswith("C&C")
        return is_two or _are_places(words[clash.begin], words[clash.begin + 2])
    if codes[clash.subject] == "X" and codes[clash.subject - 1] in "CM":
        return False  # the question that he faces is
    if "MC" in codes[clash.begin : clash.subject]:
        return False  # the committee that he chairs
    after = words[clash.verb + 1]
    counted = clash.subject < clash.verb and "N" in codes[clash.begin : clash.subject]
    if counted and codes[clash.verb] == "B" and _measures(tokens, clash.verb + 1):
        return False  # six months is a long time
    if codes[clash.verb] == "X" and codes[clash.verb + 1] == "K" and after != "that":
        return False
    if clash.sort == "across":
        return not _AMOUNTS.fullmatch(noun) and _is_joined(tokens, clash)
    if opening.endswith("ed"):
        return False  # a bomb that wounded soldiers was
    if codes[clash.begin - 1] == "Q" and not _is_new(tokens, clash):
        return False  # wheat, barley, oats
    if codes[clash.subject] == "X" and codes[clash.verb] == "X":
        return False
    return not ((counted or codes[clash.verb] == "B") and _AMOUNTS.fullmatch(noun))


def _is_new(tokens: Tokens, clash: Clash) -> bool:
    """Whether a clause, and not one more thing of a list, begins behind a comma."""
    lemmas = open_lemmas()
    noun = tokens.words[clash.subject].lower()
    return tokens.codes[clash.begin] in "DN" or lemmas.is_person(lemmas.singular_of(noun))


def _measures(tokens: Tokens, after: int) -> bool:
    """Whether what follows is, was or has tells how much something is."""
    word, code = tokens.words[after], tokens.codes[after]
    return code in "DSE" or word in _MEASURING or open_lemmas().adjective(word) >= _AN_ADJECTIVE


def _is_joined(tokens: Tokens, clash: Clash) -> bool:
    """Whether what stands between a subject and its verb belongs to the subject."""
    words, codes = tokens.words, tokens.codes
    link = words[clash.subject + 1], words[clash.subject + 2]
    if link in _ASIDES or (link[0] == "by" and codes[clash.subject + 2] == "C"):
        return False
    between = range(clash.subject + 2, clash.verb)
    if any(words[n].endswith("ed") and codes[n - 1] not in "DSI" for n in between):
        return False  # officials in London said
    if "MC" in codes[clash.subject + 2 : clash.verb]:
        return False  # a headline that has run into a sentence
    return not (codes[clash.verb] == "X" and words[clash.verb + 1][0].isdigit())


def _is_name(reading: Reading, word: str) -> bool:
    """Whether the article has a word with its capital inside a sentence, too."""
    return re.search(rf"[a-z,;] {re.escape(word)}\b", reading.prose) is not None


def _is_one_person(tokens: Tokens, clash: Clash) -> bool:
    """Whether two words for persons may mean the same one: the singer and actor."""
    number = clash.subject + 2  # behind “and”
    if tokens.codes[clash.subject + 1] != "&" or tokens.codes[number] != "M":
        return False
    lemmas = open_lemmas()
    return all(lemmas.is_person(tokens.words[n].lower()) for n in (clash.subject, number))


def _are_places(one: str, other: str) -> bool:
    known = open_names()
    return all(known.place(name.lower()) >= _A_PLACE for name in (one, other))


def _asks(tokens: Tokens, clash: Clash) -> bool:
    """Whether a verb in its plain form must follow, and what follows is none."""
    words, codes = tokens.words, tokens.codes
    before = list(around(tokens, clash.subject, 6))
    if not before or _STRANDING.intersection(before):
        return False
    if codes[clash.subject] == "T":
        if before[0] in _ASKING:
            return codes[clash.verb] == "V" or before[0] not in _PRONOUNS
        return (
            codes[clash.verb] == "V"
            and codes[clash.subject - 1] in "MPXH"
            and not _PRONOUNS.intersection(before)
        )
    if codes[clash.verb] in "XP" and codes[clash.verb + 1] not in "DSU":
        return False
    helper = words[clash.subject].lower()
    if helper in ("will", "may", "might", "can", "must"):
        return codes[clash.subject - 1] in "PXHC" or before[0] in _DOERS
    return codes[clash.verb] != "B" or words[clash.verb + 1] == "been"


def _found(codes: str) -> Iterator[Clash]:
    for match in _in_sentences(codes, _PLURAL_NEAR, _PLURAL):
        yield _clash("plural", match, "any", "sure", "near")
    for match in _THERE.finditer(codes):
        yield _clash("plural", match, "any")
    for match in _in_sentences(codes, _ACROSS_NEAR, _ACROSS):
        yield _clash("across", match, "any")
    for match in _in_sentences(codes, _PAIR_NEAR, _PAIR, _PEOPLE, _PLACES):
        yield _clash("pair", match, "one")
    for match in _AFTER_TO.finditer(codes):
        yield _clash("after to", match, "helper")


def _in_sentences(
    codes: str, near: re.Pattern[str], *expressions: re.Pattern[str]
) -> Iterator[re.Match[str]]:
    """What some expressions find in the sentences in which a quicker one finds something."""
    done = -1
    for hit in near.finditer(codes):
        start = codes.rfind("E", 0, hit.start() + 1)
        if start <= done:
            continue
        done = start
        end = codes.find("E", hit.end())
        for expression in expressions:
            yield from expression.finditer(codes, start, end + 1 if end >= 0 else len(codes))


def _clash(sort: Sort, match: re.Match[str], *heads: str) -> Clash:
    head = next(match.end(name) - 1 for name in heads if match[name])
    begin = match.start() + (match[0][0] in "EKQ")
    return Clash(sort, begin, head, match.start("verb"))
