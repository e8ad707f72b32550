"""The small words that go missing, are one too many, or stand for each other."""

from __future__ import annotations

#: Like stands beside like: the trees split this order.
INSERTED = (
    "the a an his her its their my our your this that these those some no any one "
    "'s of to in on at for by with from into about over after as than up out off "
    "and or but if when while who which what because so "
    "is are was were be been being has have had will would can could may might must should "
    "do does did not also all more it he she they we i you there"
).split()
DELETED = (
    *INSERTED,
    *(
        "him them me us before between against through during under within without "
        "until since where how why just only now then very most even still back down "
        "such both other another new two first last said get being"
    ).split(),
)
PREPOSITIONS = frozenset(
    "of in on at for by with from into about over through against between under during without "
    "within to as after before off up out towards onto until since".split()
)
PRONOUNS = frozenset("i me my we us our you your he him his she her it its they them their".split())
#: Forms of the same small word that agree with different company.
AGREEING = tuple(
    tuple(pair.split())
    for pair in "is are|was were|has have|does do|be been|be being|been being|is be|are be|"
    "this these|that those|a an|isn't aren't|wasn't weren't|hasn't haven't|doesn't don't|"
    "is being|had have|was be|were be|was been|who whom|less fewer|it's its|i me|he him|she her|"
    "they them|we us|much many".split("|")
)
#: One edit apart, but a matter of fact or of time, never a slip that words can show.
NOT_EACH_OTHER = frozenset(
    frozenset(pair.split())
    for pair in "has had|have had|can could|he she|will would|not now|now new|more most|may might|"
    "an any|must most|do did|does did|is his|who how|how now|when then|our your".split("|")
)
