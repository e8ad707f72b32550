"""What two forms have in common where they stand: the names and titles beside them."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from lint.checks.agreeing.forms import Form
from lint.checks.naming.spelling import near
from lint.frozen import Frozen
from lint.late import late

_PLAIN_TITLES = frozenset(("mr", "mrs", "ms", "miss", "dr", "sir", "dame", "lord", "lady", "prof"))
_MEN = frozenset(("mr", "sir", "lord", "king", "prince", "father", "brother"))
_WOMEN = frozenset(("mrs", "ms", "miss", "dame", "lady", "queen", "princess", "sister"))
_LISTED = late(r"[\s,/–—-]*(?:(?:and|or|v|vs|versus|against|than|from|to|not|&|with)\s+)?")


class Company(Frozen):
    """What the mentions of two forms say of whether they name one.

    ``same_name``: another word of a name is the same before or after both. ``same_title``:
    a title that few bear is. ``plain_title``: a title that many bear is (Mr). ``clash_before``,
    ``clash_after``: both have such words, and they differ; ``sexes``: so do their titles.
    ``kin``: the surname is the same and the words are given names. ``roles``: one stands first
    in its names and the other last. ``own``: the rarer form has a name in full and the
    other has none. ``beside``: the two stand in a list, or within one name.
    """

    same_name: bool
    same_title: bool
    plain_title: bool
    clash_before: bool
    clash_after: bool
    sexes: bool
    kin: bool
    roles: bool
    own: bool
    alone: bool
    beside: bool


def company(rare: Form, usual: Form, prose: str) -> Company:
    """Compare the company of a rarer form with that of the usual one."""
    before = _words(rare, "before"), _words(usual, "before")
    after = _words(rare, "after"), _words(usual, "after")
    titles = _titles(rare), _titles(usual)
    shared = titles[0] & titles[1]
    clashes = _clash(*before), _clash(*after)
    same_name = bool(
        (before[0] & before[1] and not clashes[1]) or (after[0] & after[1] and not clashes[0])
    )
    return Company(
        same_name=same_name,
        same_title=any(title not in _PLAIN_TITLES for title in shared),
        plain_title=bool(shared),
        clash_before=clashes[0],
        clash_after=clashes[1],
        sexes=_of_two_sexes(*titles),
        kin=bool(after[0] & after[1]) and not before[0],
        roles=_of_two_roles(before, after) or _of_two_roles(before[::-1], after[::-1]),
        own=bool(before[0] or after[0]) and not (before[1] or after[1]),
        alone=all(mention.alone for mention in rare.mentions),
        beside=_beside(rare, usual, prose),
    )


def _words(form: Form, side: str) -> set[str]:
    """The words beside the mentions of a form, initials and short words apart."""
    words = {getattr(mention, side) for mention in form.mentions if not mention.name.loud}
    return {word for word in words if len(word.rstrip(".")) > 1}


def _titles(form: Form) -> set[str]:
    return {mention.name.title for mention in form.mentions if mention.name.title}


def _clash(one: Collection[str], other: Collection[str]) -> bool:
    """Whether both sides have words, and none is nearly one of the other side."""
    if not one or not other:
        return False
    return not any(
        near(left, right) or left.startswith(right) or right.startswith(left)
        for left in one
        for right in other
    )


def _of_two_roles(before: tuple[set[str], set[str]], after: tuple[set[str], set[str]]) -> bool:
    """Whether the first stands before other words of its names, and the second behind them."""
    leads = bool(after[0]) and not before[0]
    return leads and bool(before[1]) and not after[1]


def _of_two_sexes(one: Collection[str], other: Collection[str]) -> bool:
    """Whether every title of one is a man’s and of the other a woman’s."""
    return bool(
        (one and other)
        and (
            (_MEN.issuperset(one) and _WOMEN.issuperset(other))
            or (_WOMEN.issuperset(one) and _MEN.issuperset(other))
        )
    )


def _beside(rare: Form, usual: Form, prose: str) -> bool:
    """Whether a mention of one follows a mention of the other in a list or inside a name."""
    return any(
        _listed(prose, one, other)
        for left in rare.mentions
        for right in usual.mentions
        if abs(left.name.start - right.name.start) < 60
        for one, other in (sorted((left.place(prose), right.place(prose))),)
    )


def _listed(prose: str, one: Sequence[int], other: Sequence[int]) -> bool:
    between = prose[one[1] : other[0]]
    return _LISTED.fullmatch(between) is not None or between.isspace()
